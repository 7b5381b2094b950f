"""The parts of a case, each read by declared cues from a Doc's text, entities and relations; `assemble` puts them together."""

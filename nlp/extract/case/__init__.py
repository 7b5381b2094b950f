"""The parts of a case, each read by declared cues from text, entities and relations; `assemble` joins them."""

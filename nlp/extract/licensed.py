"""Further links to vocabularies that the user has licensed and imported: MedDRA's LLT and PT, UMLS's CUI."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.datamodel import Link
from nlp.models.knowledge_base import KnowledgeBase
from nlp.models.licensed import LicensedConcept, LicensedVocabulary

LLT_SYSTEM, PT_SYSTEM, UMLS_SYSTEM = "MDR-LLT", "MDR-PT", "UMLS"
WORDS_SCORE = 0.97  # of a term that the mention's words name
BY_CONCEPT = 0.95  # what is left of a link's score for a term that only shares a name with its concept
STEP_PENALTY = 0.04  # for each wording further from the mention's own words
NAMES_TRIED = 40


def further_links(
    vocabularies: Sequence[LicensedVocabulary],
    kb: KnowledgeBase,
    wordings: Sequence[str],
    label: str,
    links: Sequence[Link],
) -> tuple[Link, ...]:
    """Links of a mention to imported vocabularies, by its wordings or by the names of the concept of its first link."""
    found: list[Link] = []
    for vocabulary in vocabularies:
        if vocabulary.name == "umls":
            found += umls_links(vocabulary, kb, wordings, links)
        elif label != "DRUG":
            found += meddra_links(vocabulary, kb, wordings, links)
    return tuple(found)


def meddra_links(
    vocabulary: LicensedVocabulary, kb: KnowledgeBase, wordings: Sequence[str], links: Sequence[Link]
) -> list[Link]:
    """The LLT and its PT with the way up to the primary SOC in the reason."""
    matched = by_words(vocabulary, "LLT", wordings) or by_names(vocabulary, "LLT", kb, links)
    if matched is None:
        return []
    term, score, how = matched
    path = vocabulary.path(term)
    found = [Link(LLT_SYSTEM, term.code, term.name, score, how)]
    if path:
        way = " > ".join(f"{each.level} {each.name}" for each in path[1:])
        found.append(Link(PT_SYSTEM, path[0].code, path[0].name, score, f"PT of the LLT; {way}" if way else "PT"))
    return found


def umls_links(
    vocabulary: LicensedVocabulary, kb: KnowledgeBase, wordings: Sequence[str], links: Sequence[Link]
) -> list[Link]:
    """The CUI that the linked concept refers to, else the one that the words or the concept's names name."""
    for link in links[:1]:
        codes = [code for system, code in kb.xrefs(kb.concept(link.system, link.code)) if system == UMLS_SYSTEM]
        concept = vocabulary.concept(codes[0]) if len(codes) == 1 else None
        if concept:
            reason = f"cross-reference of {link.system} {link.code}"
            return [Link(UMLS_SYSTEM, concept.code, concept.name, link.score, reason)]
    matched = by_words(vocabulary, "CUI", wordings) or by_names(vocabulary, "CUI", kb, links)
    return [Link(UMLS_SYSTEM, matched[0].code, matched[0].name, *matched[1:])] if matched else []


Matched = tuple[LicensedConcept, float, str]


def by_words(vocabulary: LicensedVocabulary, level: str, wordings: Sequence[str]) -> Matched | None:
    for steps, wording in enumerate(wordings):
        if term := vocabulary.named(wording, level):
            return term, max(0.1, round(WORDS_SCORE - steps * STEP_PENALTY, 4)), f"{level} named '{wording}'"
    return None


def by_names(vocabulary: LicensedVocabulary, level: str, kb: KnowledgeBase, links: Sequence[Link]) -> Matched | None:
    for link in links[:1]:
        for name, _ in kb.names_of(kb.concept(link.system, link.code))[:NAMES_TRIED]:
            if term := vocabulary.named(name, level):
                score = round(link.score * BY_CONCEPT, 4)
                return term, score, f"{level} named '{name}', as {link.system} {link.code} is"
    return None

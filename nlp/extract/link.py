"""Links entities to concepts of the vocabularies, with the reason for each link, or to nothing.

requires: doc._.entities, doc._.abbreviations    assigns: doc._.entities (with links)

Steps, the first that finds something wins: the words as they stand; without intensity, persistence and dose form; turned into the word order
of vocabularies; the long form of an abbreviation; for drugs, the nearest spelling; names of similar characters. Below the threshold: no link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA
from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import Entity, Link
from nlp.extract.wording import drug_wordings, event_wordings
from nlp.models import knowledge_base
from nlp.models.candidates import CandidateSearch
from nlp.models.knowledge_base import Alias, KnowledgeBase, normalise

DRUG_SYSTEMS = ("UNII", "RXNORM", "FIRSTHAND")
EVENT_SYSTEMS = ("HP", "FIRSTHAND", "SYMP", "CTCAE5", "MONDO")
CONDITION_SYSTEMS = ("MONDO", "HP", "FIRSTHAND", "SYMP", "CTCAE5")
SYSTEMS = {"DRUG": DRUG_SYSTEMS, "CONDITION": CONDITION_SYSTEMS} | dict.fromkeys(
    ("ADE", "WITHDRAWAL", "SYMPTOM"), EVENT_SYSTEMS
)
DRUG_KINDS = ("drug", "product", "class", "vaccine", "supplement")

LINKS_AT_MOST = 3
CACHED_MENTIONS = 1 << 16

# How sure a link is by the kind of the name that matched; set by judgement, not fitted. Names of these kinds stand for all their concepts.
KIND_SCORES = {
    "overlay": 0.98, "label": 0.99, "exact": 0.97, "layperson": 0.97, "official": 0.97, "common": 0.95, "brand": 0.98, "component": 0.95,
    "salt": 0.97, "icd10cm": 0.95, "related": 0.85, "narrow": 0.8, "broad": 0.75,
}  # fmt: skip
ALL_OF = ("overlay", "brand", "component")
WEAK_KINDS = ("related", "narrow", "broad")
WORDING_PENALTY = 0.04
EDIT_PENALTY = 0.08

# Cosines from which a name of similar characters is taken, for precision of 0.9 on mentions of the authored posts (tests/extract/test_link.py).
NGRAM_THRESHOLDS = {"DRUG": 0.75, "CONDITION": 0.72, "ADE": 0.7, "WITHDRAWAL": 0.7, "SYMPTOM": 0.7}

SHORTEST_MISSPELLED = 5


class LinkEntities:
    """spaCy component that gives links to the entities of a Doc; a mention is linked once and kept."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.search = CandidateSearch(kb)
        self.links = lru_cache(maxsize=CACHED_MENTIONS)(self._links)

    def __call__(self, doc: Doc) -> Doc:
        long_forms = {span.text: str(span._.long_form) for span in doc._.abbreviations or ()}
        doc._.entities = tuple(self.link(entity, long_forms) for entity in doc._.entities)
        return doc

    def link(self, entity: Entity, long_forms: dict[str, str]) -> Entity:
        """The entity with its links; those that the lexicon gave stay where the words alone give none."""
        if entity.label not in SYSTEMS:
            return entity
        links = self.links(entity.text, entity.label, long_forms.get(entity.text))
        return replace(entity, links=links or entity.links)

    def _links(self, text: str, label: str, long_form: str | None) -> tuple[Link, ...]:
        systems = SYSTEMS[label]
        wordings = drug_wordings if label == "DRUG" else event_wordings
        for source, note in ((text, ""), (long_form, f", the long form of '{text}'")):
            for steps, wording in enumerate(wordings(source or "")):
                if aliases := fitting(self.kb.aliases(wording), systems, label):
                    return exact_links(wording, aliases, systems, steps * WORDING_PENALTY, note)
        if label == "DRUG" and (links := self._spelling_links(normalise(text))):
            return links
        return self._similar_links(text, label)

    def _spelling_links(self, mention: str) -> tuple[Link, ...]:
        """Links of the one drug name that is nearest to a misspelled one: one edit, or two from nine letters on."""
        word = max(mention.split(" "), key=len, default="")
        if len(word) < SHORTEST_MISSPELLED or not word.isalpha() or word in self.kb.words:
            return ()
        nearest = nearest_drugs(self.kb, word)
        if nearest is None:
            return ()
        name, edits = nearest
        aliases = fitting(self.kb.aliases(name), DRUG_SYSTEMS, "DRUG")
        links = exact_links(name, aliases, DRUG_SYSTEMS, EDIT_PENALTY * edits, "")
        return tuple(
            replace(link, reason=f"spelled like '{name}' in {link.system}, {edits} edit{'s' * (edits > 1)}")
            for link in links
        )

    def _similar_links(self, text: str, label: str) -> tuple[Link, ...]:
        links = []
        for wording in list(drug_wordings(text) if label == "DRUG" else event_wordings(text))[:2]:
            for each in self.search(wording, SYSTEMS[label]):
                if each.score >= NGRAM_THRESHOLDS[label] and suits(each.concept.kind, label):
                    reason = f"char n-grams {each.score:.2f} to '{each.alias}'"
                    links.append(
                        Link(
                            each.concept.system,
                            each.concept.code,
                            each.concept.name,
                            round(each.score * KIND_SCORES[each.kind], 4),
                            reason,
                        )
                    )
        best = sorted(links, key=lambda link: (-link.score, link.system, link.code))
        return tuple({(link.system, link.code): link for link in reversed(best)}.values())[::-1][:1]


def suits(kind: str, label: str) -> bool:
    """Whether a concept of this kind can be meant by an entity of this label."""
    return (kind in DRUG_KINDS) == (label == "DRUG")


def fitting(aliases: tuple[Alias, ...], systems: tuple[str, ...], label: str) -> list[Alias]:
    """The aliases that can be meant, in order of the systems; a related, narrower or broader name only where there is no better one.

    Of a system, one concept is taken, or all that an alias of a kind in `ALL_OF` stands for.
    """
    usable = [alias for alias in aliases if alias.concept.system in systems and suits(alias.concept.kind, label)]
    strong = [alias for alias in usable if alias.kind not in WEAK_KINDS]
    chosen = []
    for system in systems:
        of_system = [alias for alias in strong or usable if alias.concept.system == system]
        chosen += [
            alias
            for place, alias in enumerate(of_system)
            if place == 0 or (alias.kind == of_system[0].kind and alias.kind in ALL_OF)
        ]
    return chosen


def exact_links(
    name: str, aliases: list[Alias], systems: tuple[str, ...], penalty: float, note: str
) -> tuple[Link, ...]:
    """At most three links for a name that stands in the tables; a drug of one ingredient gets its RxCUI as a second one."""
    links = []
    for alias in aliases:
        concept = alias.concept
        where = f"overlay: '{name}'" if alias.kind == "overlay" else f"{alias.kind} name '{name}' in {concept.system}"
        links.append(
            Link(concept.system, concept.code, concept.name, round(KIND_SCORES[alias.kind] - penalty, 4), where + note)
        )
    if len(aliases) == 1 and (rxcui := aliases[0].concept.rxcui) and aliases[0].concept.system == "UNII":
        links.append(replace(links[0], system="RXNORM", code=rxcui))
    return tuple(links[:LINKS_AT_MOST])


@lru_cache(maxsize=CACHED_MENTIONS)
def nearest_drugs(kb: KnowledgeBase, word: str) -> tuple[str, int] | None:
    """The drug name nearest to a word and the edits between them; None when there is none, or two of different drugs are as near."""
    at_most = 1 if len(word) < 9 else 2
    near: dict[int, list[str]] = {}
    for name in drug_names(kb).get(word[:1], ()):
        if (
            abs(len(name) - len(word)) <= at_most
            and (edits := OSA.distance(word, name, score_cutoff=at_most)) <= at_most
        ):
            near.setdefault(edits, []).append(name)
    if not near:
        return None
    edits = min(near)
    meanings = {tuple(sorted(concept.code for concept in kb.lookup(name))) for name in near[edits]}
    return (near[edits][0], edits) if len(meanings) == 1 else None


@lru_cache(maxsize=4)
def drug_names(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Single-word drug names that are looked for misspelled, by first letter, in order of the alphabet."""
    names: dict[str, list[str]] = {}
    for name, mark in kb.lexicon.items():
        if mark == "DRUG~":
            names.setdefault(name[0], []).append(name)
    return {letter: tuple(sorted(each)) for letter, each in names.items()}


@Language.factory("firsthand_link", requires=["doc._.entities"], assigns=["doc._.entities"])
def create(nlp: Language, name: str) -> LinkEntities:
    """The component on the shipped vocabulary."""
    return LinkEntities(knowledge_base.load())

"""Which of the concepts that have a name are meant by an entity of some label, and the links to them."""

from __future__ import annotations

from dataclasses import replace

from nlp.datamodel import Link
from nlp.models.knowledge_base import USER, Alias

EVENT_SYSTEMS = ("HP", "FIRSTHAND", "SYMP", "CTCAE5", "MONDO")
SYSTEMS = {
    "DRUG": ("UNII", "RXNORM", "FIRSTHAND"),
    "CONDITION": ("MONDO", "HP", "FIRSTHAND", "SYMP", "CTCAE5"),
    "ADE": EVENT_SYSTEMS,
    "WITHDRAWAL": EVENT_SYSTEMS,
    "SYMPTOM": EVENT_SYSTEMS,
}
DRUG_KINDS = ("drug", "product", "class", "vaccine", "supplement")

LINKS_AT_MOST = 3

# How sure a link is by the kind of the name that matched: set by judgement, not fitted.
KIND_SCORES = {
    USER: 1.0,
    "label": 0.99,
    "overlay": 0.98,
    "brand": 0.98,
    "exact": 0.97,
    "layperson": 0.97,
    "official": 0.97,
    "salt": 0.97,
    "common": 0.95,
    "component": 0.95,
    "icd10cm": 0.95,
    "ambiguous": 0.9,
    "acronym": 0.9,
    "related": 0.85,
    "narrow": 0.8,
    "broad": 0.75,
}
ALL_OF = ("overlay", "ambiguous", "brand", "component")  # a name of these kinds stands for all its concepts
OURS = ("overlay", "ambiguous")
WHOLE_ONLY = ("ambiguous", "acronym")  # such a name counts only where it is the whole mention
WEAK_KINDS = ("related", "narrow", "broad")


def suits(kind: str, label: str) -> bool:
    """Whether a concept of this kind can be meant by an entity of this label."""
    return (kind in DRUG_KINDS) == (label == "DRUG")


def fitting(aliases: tuple[Alias, ...], label: str) -> list[Alias]:
    """The aliases that can be meant, in order of the label's systems; weak kinds only where there is nothing better.

    What a user's own tables say stands alone. Else, of a system, one concept is taken, or all that an alias of a kind
    in `ALL_OF` stands for.
    """
    systems = SYSTEMS[label]
    suitable = [alias for alias in aliases if suits(alias.concept.kind, label)]
    if own := [alias for alias in suitable if alias.kind == USER]:
        return own
    usable = [alias for alias in suitable if alias.concept.system in systems]
    usable = [alias for alias in usable if alias.kind not in WEAK_KINDS] or usable
    chosen = []
    for system in systems:
        of_system = [alias for alias in usable if alias.concept.system == system]
        chosen += of_system[:1]
        chosen += [alias for alias in of_system[1:] if alias.kind in ALL_OF and alias.kind == of_system[0].kind]
    return chosen


def named_links(name: str, aliases: list[Alias], penalty: float, note: str) -> tuple[Link, ...]:
    """At most three links for a name that stands in the tables; a single ingredient gets its RxCUI as a second one."""
    links = []
    for alias in aliases:
        concept = alias.concept
        source = f"overlay: '{name}'" if alias.kind in OURS else f"{alias.kind} name '{name}' in {concept.system}"
        score = round(KIND_SCORES[alias.kind] - penalty, 4)
        links.append(Link(concept.system, concept.code, concept.name, score, source + note))
    if len(aliases) == 1 and (rxcui := aliases[0].concept.rxcui) and links[0].system == "UNII":
        links.append(replace(links[0], system="RXNORM", code=rxcui))
    return tuple(links[:LINKS_AT_MOST])

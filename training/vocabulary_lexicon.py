"""Which names of the vocabulary may be found in text without a model, and which words are no misspelled drugs.

Patients' prose is full of words that name a substance, a product or an acronym of a disease somewhere: the rules here
ask for form, and the overlay decides case by case.
"""

from __future__ import annotations

import re

from nlp.models.knowledge_base import PIECE, fold, normalise
from training.vocabulary_draft import Draft, Key

WORDS_AT_MOST = 6
SHORTEST_NAME = 4
SHORTEST_OF_UNII = 6
SHORTEST_MISSPELLED = 6

SPOKEN_KINDS = ("label", "official", "common", "brand", "component", "salt")
FULL_NAMES = ("label", "exact", "icd10cm")
EVENT_KINDS = ("finding", "symptom", "event", "disease")
DISEASE_WORD = re.compile(
    r"(?:disease|disorder|syndrome|cancer|carcinoma|tumor|lymphoma|dystrophy|infection|deficiency|fever|palsy)$"
)
DISEASE_FORM = re.compile(r"(?:itis|osis|iasis|omas?|pathy|emia|plegia|trophy|sclerosis|rrhosis|ectasis)$")
# Names that are too general to be someone's condition.
_GENERAL = "disease disorder syndrome cancer carcinoma infection deficiency tumor fever diagnosi"
GENERAL = frozenset(_GENERAL.split())


def lexicon(draft: Draft, english: frozenset[str]) -> dict[str, str]:
    """Normalised names with their mark: `DRUG`, `DRUG~` for names that are also looked for misspelled, `CONDITION`."""
    common = frozenset(map(fold, english))
    found: dict[str, str] = {}
    for alias, kinds in draft.names.items():
        words = alias.split(" ")
        if len(words) > WORDS_AT_MOST or not alias[0].isalpha() or len(alias) < SHORTEST_NAME:
            continue
        medicines = {key: kind for key, kind in kinds.items() if key[0] in ("UNII", "RXNORM") and kind in SPOKEN_KINDS}
        if medicines:
            if not any(key[0] in ("HP", "SYMP", "CTCAE5") for key in kinds) and is_spoken_drug(
                draft, alias, medicines, common
            ):
                found[alias] = "DRUG~" if alias in draft.prescribed and may_be_misspelled(alias) else "DRUG"
        elif is_condition(draft, alias, words, kinds, common):
            found[alias] = "CONDITION"
    return found


def is_spoken_drug(draft: Draft, alias: str, medicines: dict[Key, str], common: frozenset[str]) -> bool:
    """Whether a name of a medicine means it wherever it stands: never a word of everyday English, nor a string of
    such words.

    UNII lists trade names of all countries and times, given names and surnames among them: those link, but are not
    looked for.
    """
    words = alias.split(" ")
    if all(word in common or len(word) < SHORTEST_NAME or not word.isalpha() for word in words):
        return len(words) > 1 and alias in draft.prescribed and "label" in medicines.values()
    generic = any(kind != "brand" for kind in medicines.values())
    return alias in draft.prescribed or (generic and len(max(words, key=len)) >= SHORTEST_OF_UNII)


def may_be_misspelled(alias: str) -> bool:
    """Whether a name is long enough that a word close to it can be told from other words."""
    return alias.isalpha() and len(alias) >= SHORTEST_MISSPELLED


def is_condition(draft: Draft, alias: str, words: list[str], kinds: dict[Key, str], common: frozenset[str]) -> bool:
    """Whether a name is a disease beyond doubt: Mondo's full name of one that ICD-10-CM codes, and no finding or
    symptom.
    """
    diseases = [key for key, kind in kinds.items() if key[0] == "MONDO" and kind in FULL_NAMES]
    coded = any(draft.concepts[key].kind == "disease" for key in diseases)
    if (
        not coded
        or alias in GENERAL
        or any(key[0] != "MONDO" and kind in (*FULL_NAMES, "layperson") for key, kind in kinds.items())
    ):
        return False
    if len(words) == 1:
        return alias not in common and DISEASE_FORM.search(alias) is not None
    return DISEASE_WORD.search(words[-1]) is not None or DISEASE_FORM.search(words[-1]) is not None


def index_group(draft: Draft, alias: str, found: dict[str, str]) -> str:
    """The index for approximate search that a name belongs to: `drugs`, `events` or none (empty)."""
    if found.get(alias, "").startswith("DRUG"):
        return "drugs"
    for key, kind in draft.names[alias].items():
        concept = draft.concepts[key]
        if kind in (*FULL_NAMES, "overlay", "layperson") and alias.count(" ") < WORDS_AT_MOST:
            if concept.kind in EVENT_KINDS or (concept.kind == "uncoded disease" and kind == "overlay"):
                return "events"
            if kind == "overlay":
                return "drugs"
    return ""


def known_words(draft: Draft, english: frozenset[str], found: dict[str, str]) -> set[str]:
    """Folded words of six letters and more, of English and of medicine, that name no drug."""
    words = {fold(word) for word in english}
    for concept in draft.concepts.values():
        if concept.system in ("HP", "SYMP", "CTCAE5", "MONDO"):
            words.update(fold(word) for word in PIECE.findall(concept.name.lower()))
    drugs = {alias for alias, mark in found.items() if mark.startswith("DRUG")}
    return {
        word for word in words if len(word) >= SHORTEST_MISSPELLED and word.isalpha() and normalise(word) not in drugs
    }

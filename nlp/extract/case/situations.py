"""Special situations (EMA GVP VI.B.6) and what cannot wait for a reviewer's turn."""

from __future__ import annotations

from nlp.datamodel import Claim
from nlp.extract.case.reader import Reader
from nlp.extract.case.seriousness_cues import ONLY_WARNED, SUICIDAL
from nlp.extract.case.situation_cues import EXPECTING, LACTATING, NOT_NOW, PREGNANT, SITUATIONS, UNCHANGED, WEEKS


def special_situations(reader: Reader) -> tuple[Claim, ...]:
    """Each special situation at most once, with the first words that tell it.

    No effect is taken from a `treats` relation whose effectiveness is none as well; pregnancy and nursing count where a
    medicine is named.
    """
    found = {each.value: each for each in reader.find(SITUATIONS)}
    if "lack_of_efficacy" not in found and (claim := unrelieved(reader)):
        found["lack_of_efficacy"] = claim
    if not any(each.label == "DRUG" for each in reader.entities):
        return tuple(found.values())
    for name, pattern in (("pregnancy_exposure", PREGNANT), ("lactation_exposure", LACTATING)):
        if match := next(reader.matches(pattern, unreal=NOT_NOW), None):
            found[name] = reader.claim(name, *match.span())
    if "pregnancy_exposure" not in found and EXPECTING.search(reader.words) and (weeks := WEEKS.search(reader.words)):
        found["pregnancy_exposure"] = reader.claim("pregnancy_exposure", *weeks.span())
    return tuple(found.values())


def unrelieved(reader: Reader) -> Claim | None:
    """Words of no change in the sentence of a complaint that a relation says a drug did nothing for."""
    for relation in reader.relations:
        if relation.label != "treats" or relation.effectiveness != "none":
            continue
        low, high = reader.sentence(reader.by_id[relation.tail].start)
        if match := UNCHANGED.search(reader.words, low, high):
            return reader.claim("lack_of_efficacy", *match.span())
    return None


def urgent(reader: Reader) -> Claim | None:
    """Suicidal thoughts or self-harm, now or in the episode told: the first words that are not denied."""
    for match in reader.matches(SUICIDAL, unreal=ONLY_WARNED):
        return reader.claim("suicidal_or_self_harm", *match.span())
    return None

"""Special situations (EMA GVP VI.B.6) and what cannot wait for a reviewer's turn, by cues and by the evidence head
where the model has one.
"""

from __future__ import annotations

from nlp.datamodel import Claim
from nlp.extract.case.efficacy_cues import BUT_LATER, NO_EFFECT, NOT_SO, UNCHANGED
from nlp.extract.case.evidence import cued, settled
from nlp.extract.case.pregnancy_cues import EXPECTING, LACTATING, NOT_NOW, PREGNANT, WEEKS
from nlp.extract.case.reader import Reader
from nlp.extract.case.self_harm_cues import ONLY_WARNED, OVER_OR_WARNED, SUICIDAL
from nlp.extract.case.situation_cues import SITUATIONS, SUPPOSED
from nlp.models.evidence import URGENT

SELF_HARM = "suicidal_or_self_harm"


def special_situations(reader: Reader, product: str | None = None) -> tuple[Claim, ...]:
    """Each special situation at most once, with the first words that tell it.

    No effect is taken from a `treats` relation whose effectiveness is none as well; pregnancy and nursing count where a
    medicine is named, in the text or, as `product`, in its metadata.
    """
    found: dict[str, Claim] = {}
    for name, pattern in SITUATIONS:
        if claims := settled(reader, name, cued(reader, name, [pattern], SUPPOSED), SUPPOSED):
            found[name] = claims[0]
    if claims := settled(
        reader, "lack_of_efficacy", cued(reader, "lack_of_efficacy", [NO_EFFECT], NOT_SO, BUT_LATER), NOT_SO
    ):
        found["lack_of_efficacy"] = claims[0]
    if "lack_of_efficacy" not in found and (claim := unrelieved(reader)):
        found["lack_of_efficacy"] = claim
    if product is None and not any(each.label == "DRUG" for each in reader.entities):
        return tuple(found.values())
    for name, pattern in (("pregnancy_exposure", PREGNANT), ("lactation_exposure", LACTATING)):
        if claims := settled(reader, name, cued(reader, name, [pattern], NOT_NOW), NOT_NOW):
            found[name] = claims[0]
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
    claims = settled(
        reader, URGENT, cued(reader, SELF_HARM, [SUICIDAL], ONLY_WARNED, OVER_OR_WARNED), ONLY_WARNED, SELF_HARM
    )
    return claims[0] if claims else None

"""Whether a medicine is in use, where nothing is said to be done with it."""

from __future__ import annotations

from nlp.datamodel import REACTION_LABELS, Claim
from nlp.extract.case import in_use_cues as cues
from nlp.extract.case.medicines import Medicines
from nlp.extract.case.role_cues import VACCINE

AROUND = 60  # characters before and behind a name that tell whether it is in use


def going_on(medicines: Medicines, drug: int) -> Claim | None:
    """What is told of the use of a suspect: present use is `unchanged`, use that is over `withdrawn`.

    Words beside a name count; for the only suspect of a post words anywhere do. A vaccine is not in use, and what is
    taken against a reaction is no part of the course that the reaction is told of.
    """
    reader, groups = medicines.reader, medicines.groups
    if drug not in medicines.suspects or is_remedy(medicines, drug):
        return None
    if any(VACCINE.search(each.text) for each in groups[drug]):
        return None
    present = past = None
    for each in groups[drug]:
        low, high = reader.sentence(each.start)
        before, behind = (max(low, each.start - AROUND), each.start), (each.end, min(high, each.end + AROUND))
        if over := cues.OVER_BEFORE.search(reader.words, *before):
            past = past or over.span()
        if cues.PAST_BEFORE.search(reader.words, *before) or cues.PAST_BEHIND.search(reader.words[slice(*behind)]):
            past = past or (0, 0)
        if match := cues.PRESENT_BEFORE.search(reader.words, *before):
            present = present or match.span()
        elif match := cues.PRESENT_BEHIND.search(reader.words[slice(*behind)]):
            present = present or (each.end + match.start(), each.end + match.end())
    if len(medicines.suspects) == 1 and present is None and (match := cues.PRESENT_ANYWHERE.search(reader.words)):
        present = match.span()
    if present is None and past is None:
        present = dosing(medicines, drug)
    if present is None and past is None and not groups[drug]:  # a review that does not name its product
        if over := cues.PRODUCT_OVER.search(reader.words):
            past = over.span()
        elif now := cues.PRODUCT_NOW.search(reader.words):
            present = now.span()
    if present is not None and past is None:
        return reader.claim("unchanged", *present, 0.6)
    if past is not None and past[1] and present is None:
        return reader.claim("withdrawn", *past, 0.5)
    return None


def is_remedy(medicines: Medicines, drug: int) -> bool:
    """Whether a medicine is told to be taken against a reaction."""
    told = medicines.reader.by_id
    return any(told[each.tail].label in REACTION_LABELS for each in medicines.relations_of(drug, "treats"))


def no_use(medicines: Medicines, drug: int) -> bool:
    """Whether a medicine did nothing for all that it was taken for; one that "does nothing" is still taken."""
    reader = medicines.reader
    treats = medicines.relations_of(drug, "treats")
    if not treats or any(each.effectiveness != "none" for each in treats):
        return False
    return not any(cues.DOES_NOTHING.match(reader.words, each.end) for each in medicines.groups[drug])


def dosing(medicines: Medicines, drug: int) -> tuple[int, int] | None:
    """The place of how often a medicine is taken, as one says it of a medicine in use."""
    reader = medicines.reader
    for each in medicines.relations_of(drug, "has"):
        if reader.by_id[each.tail].label == "FREQUENCY":
            return reader.by_id[each.tail].start, reader.by_id[each.tail].end
    return None

"""The quantity of an entity by its label."""

from __future__ import annotations

from nlp.datamodel import EVENT_LABELS, Quantity
from nlp.extract.quantities.age import weight_change
from nlp.extract.quantities.dates import Anchor, is_future
from nlp.extract.quantities.dose import read_dose
from nlp.extract.quantities.duration import read_duration
from nlp.extract.quantities.frequency import read_frequency


def read_quantity(label: str, words: str, anchor: Anchor = None) -> Quantity | None:
    """The figures in the words of a DOSE, FREQUENCY, DURATION or weight change, lower case with straight apostrophes.

    `anchor` is the day of the post. None for another label, or where the words hold no figure.
    """
    words = " ".join(words.split())
    if label == "DOSE":
        return read_dose(words)
    if label == "FREQUENCY":
        return read_frequency(words)
    if label in EVENT_LABELS:
        return weight_change(words)
    if label != "DURATION":
        return None
    told = read_duration(words, anchor)
    if told and told.start and is_future(told.start, anchor):
        return Quantity(
            told.value, told.high, told.unit, told.parts, told.iso, told.start, told.stop, (*told.flags, "future")
        )
    return told

"""What medicines are usually taken for: evidence that settles which of several drugs treats what, where words leave it
open. It only moves the probability from which the pair head is believed, and makes no relation of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from nlp.datamodel import Entity

TABLE = Path(__file__).parent / "data" / "indications.tsv"

# By what the threshold of the pair head is multiplied, chosen on the development posts: for a drug that is usually
# taken for the complaint, and for one that is not where another drug of the text is.
USUAL = 0.25
OUTDONE = 1.5


@cache
def indications() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """(words of complaints, names of medicines) of each row of the table, both over lower-cased text."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = (line.split("\t") for line in lines[1:])
    return tuple((re.compile(rf"\b(?:{complaint})"), re.compile(rf"\b(?:{drugs})")) for complaint, drugs in rows)


def believed_from(threshold: float, drugs: Sequence[Entity | None], complaint: Entity) -> list[float]:
    """The probability from which each drug is believed to treat a complaint (None: the drug has no mention)."""
    known = [usual(drug, complaint) if drug else None for drug in drugs]
    other = OUTDONE if any(known) else 1.0
    factors = {True: USUAL, False: other, None: 1.0}
    return [min(threshold * factors[each], 1.0) for each in known]


def usual(drug: Entity, complaint: Entity) -> bool | None:
    """Whether a drug is usually taken for a complaint; None for a drug that the table does not know."""
    said = names(complaint)
    rows = taken_for(names(drug))
    return any(complaints.search(said) for complaints in rows) if rows else None


@lru_cache(maxsize=4096)
def taken_for(drug: str) -> tuple[re.Pattern[str], ...]:
    return tuple(complaints for complaints, drugs in indications() if drugs.search(drug))


def names(entity: Entity) -> str:
    """The words of a mention and the name of the concept that it is linked to first of all, in lower case."""
    return " / ".join(_names(entity)).lower()


def _names(entity: Entity) -> Iterator[str]:
    yield entity.text
    if entity.links:
        yield entity.links[0].name

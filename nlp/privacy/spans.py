"""The span of an identifier, and how overlapping spans become one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.datamodel import IdentifierKind

# Of two overlapping kinds the earlier one wins: the one that tells more of a person, or that usually holds the other.
PRIORITY: tuple[IdentifierKind, ...] = (
    "RECORD_NUMBER",
    "DATE_OF_BIRTH",
    "EMAIL",
    "URL",
    "HANDLE",
    "PHONE",
    "ADDRESS",
    "POSTCODE",
    "LOCATION",
    "PERSON",
)
RANK = {kind: rank for rank, kind in enumerate(PRIORITY)}


@dataclass(frozen=True, slots=True)
class Identifier:
    """Words that may tell who somebody is: [start, end) in code points; `reason` names the pattern or model."""

    start: int
    end: int
    kind: IdentifierKind
    reason: str


def merge_identifiers(*lists: Iterable[Identifier]) -> list[Identifier]:
    """All identifiers of several finders in order of the text; none of them overlap.

    Overlapping spans unite into the span that covers both. Kind and reason are those of the kind that stands first in
    `PRIORITY`; between equal kinds, of the span that starts first, then of the longer one.
    """
    ordered = sorted((each for found in lists for each in found), key=lambda each: (each.start, -each.end))
    merged: list[Identifier] = []
    for each in ordered:
        if merged and each.start < merged[-1].end:
            last = merged[-1]
            winner = each if RANK[each.kind] < RANK[last.kind] else last
            merged[-1] = Identifier(last.start, max(last.end, each.end), winner.kind, winner.reason)
        else:
            merged.append(each)
    return merged

"""Mentions that name several things at once: "headaches and nausea", "nausea/vomiting", "trouble sleeping and eating".

A list shares words at its ends: what stands before the first part may belong to all ("swollen hands and feet"), and so
may what stands behind the last ("stomach and back pain").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.extract.wording import BEFORE
from nlp.models.knowledge_base import normalise

SEPARATOR = re.compile(
    r"\s*(?:,?\s+(?:and|or|plus|as well as|along with|then)\s+(?:also\s+)?|[,;/&+]\s*(?:and\s+|or\s+)?)\s*",
    re.IGNORECASE,
)
PARTS_AT_MOST = 6
SHORTEST_PART = 2
SHARED_WORDS = 3


def parts(mention: str) -> list[str]:
    """The parts of a mention that lists things, as they stand; empty when it lists none, or too many to be a list."""
    found = [part for part in SEPARATOR.split(mention.strip()) if part]
    return found if 1 < len(found) <= PARTS_AT_MOST and all(map(names_something, found)) else []


def names_something(part: str) -> bool:
    """Whether a part can name something: no number ("6 or 7 times"), and not only a degree ("sudden and severe")."""
    words = normalise(part).split(" ")
    return len(part) >= SHORTEST_PART and not words[0][:1].isdigit() and not BEFORE.issuperset(words)


def readings(listed: list[str], place: int) -> Iterator[str]:
    """What a part may say: itself, then with the words that the list shares before and behind it, nearest first."""
    part = listed[place]
    yield part
    if place > 0:
        before = listed[0].split()[:-1]
        for length in range(len(before), max(0, len(before) - SHARED_WORDS), -1):
            yield " ".join([*before[:length], part])
    if place < len(listed) - 1:
        behind = listed[-1].split()[1:]
        for start in range(max(0, len(behind) - SHARED_WORDS), len(behind)):
            yield " ".join([part, *behind[start:]])

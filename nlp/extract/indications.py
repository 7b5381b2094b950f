"""Whether a medicine is usually taken for a complaint: what everybody knows, where a post names several of both.

The table `data/indications.tsv` is looked up by the names of a medicine, as written and as linked, and by the words of
a complaint, as written and as linked.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from nlp.datamodel import REACTION_LABELS, Entity

TABLE = Path(__file__).parent / "data" / "indications.tsv"
SHORT = 3  # letters of a word that no longer one begins with: "ms" is not the beginning of "mscontin"
LEAST = 0.40  # the chance, as `chance_treats` gives it, from which a medicine is taken to be for a complaint


@dataclass(frozen=True, slots=True)
class Weights:
    """In log-odds: what the pair head's own log-odds count, and what is added where the medicine is usually taken for
    the complaint, where it is known and is not, where in that case another medicine of the post is, where the complaint
    is told as an unwanted effect, where the post has several medicines, and always; `rival` is what the head's log-odds
    of the likeliest other medicine count.
    """

    head: float = 0.88
    rival: float = -0.08
    fits: float = 0.61
    misfits: float = -0.95
    rival_fits: float = -0.99
    reaction: float = -0.61
    several: float = -0.28
    always: float = 0.62


# Fitted on dev with `python -m training.indications`.
WEIGHTS = Weights()


def chance_treats(
    head: float,
    fits: bool | None,
    rival: float | None,
    rival_fits: bool,
    label: str,
    weights: Weights = WEIGHTS,
) -> float:
    """How likely a medicine is taken for a complaint, from the pair head's probability and from what is usual (see
    `usual`); `rival` is the head's probability of the likeliest other medicine of the post, None where there is none,
    `rival_fits` says that another one is usually taken for the complaint.
    """
    odds = weights.head * log_odds(head) + weights.always
    if rival is not None:
        odds += weights.rival * log_odds(rival) + weights.several
    odds += weights.fits * (fits is True) + weights.misfits * (fits is False)
    odds += weights.rival_fits * (rival_fits and fits is not True)
    odds += weights.reaction * (label in REACTION_LABELS)
    return 1 / (1 + math.exp(-odds))


def log_odds(chance: float) -> float:
    """Of a probability, no nearer to 0 and 1 than a ten-thousandth."""
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


def likeliest_other(chances: Sequence[float], place: int) -> float | None:
    """The highest of the chances but that at `place`; None where there is no other."""
    return max((chance for other, chance in enumerate(chances) if other != place), default=None)


def usual(drug: Entity | None, complaint: Entity) -> bool | None:
    """Whether a medicine is usually taken for a complaint; None for one that the table does not know."""
    uses = uses_of(names_of(drug)) if drug else ()
    return any(each.search(names_of(complaint)) for each in uses) if uses else None


def names_of(entity: Entity) -> str:
    """An entity's words and the names of its concepts, in lower case."""
    return "\n".join((entity.text, *(link.name for link in entity.links))).lower()


@lru_cache(maxsize=4096)
def uses_of(names: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of the complaints that a medicine with these names is usually taken for."""
    return tuple(complaints for medicines, complaints in table() if medicines.search(names))


@cache
def table() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """(names of medicines, complaints) of each row."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple((pattern(medicines, whole=True), pattern(complaints, whole=False)) for medicines, complaints in rows)


def pattern(words: str, whole: bool) -> re.Pattern[str]:
    """Any of the words, which are parted by commas; without `whole` also as the beginning of a longer one."""
    return re.compile("|".join(rf"(?<!\w){stem(each, whole)}" for each in words.split(", ")))


def stem(word: str, whole: bool) -> str:
    letters = re.escape(word).replace(r"\*", "[a-z]*")
    return rf"{letters}s?(?!\w)" if whole or len(word) <= SHORT else letters

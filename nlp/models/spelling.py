"""Misspelled drug names: the one drug whose name is a keystroke or two away from a word.

Distance is optimal string alignment (Damerau-Levenshtein without overlapping edits), by rapidfuzz. Patients keep the
first letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from nlp.models.knowledge_base import KnowledgeBase

LONG_NAME = 9  # from this length on, two edits are allowed
CACHED_WORDS = 1 << 16


@lru_cache(maxsize=CACHED_WORDS)
def nearest_drug(kb: KnowledgeBase, word: str) -> tuple[str, int] | None:
    """(name, edits) of the drug spelled most like a folded word; None when there is none, or two drugs are as near."""
    at_most = 2 if len(word) >= LONG_NAME else 1
    near: dict[int, list[str]] = {}
    for name, edits in within(word, by_first_letter(kb, "drugs").get(word[:1], ()), at_most):
        near.setdefault(edits, []).append(name)
    if not near:
        return None
    edits = min(near)
    meanings = {frozenset(concept.code for concept in kb.lookup(name)) for name in near[edits]}
    return (near[edits][0], edits) if len(meanings) == 1 else None


def is_nearer_to_a_known_word(kb: KnowledgeBase, word: str, edits: int) -> bool:
    """Whether some word of the language is as near: "treatement" is no drug."""
    return next(within(word, by_first_letter(kb, "words").get(word[:1], ()), edits), None) is not None


def within(word: str, names: Iterable[str], at_most: int) -> Iterator[tuple[str, int]]:
    """The names at most so many edits away, with their distance."""
    for name in names:
        if abs(len(name) - len(word)) <= at_most:
            edits = OSA.distance(word, name, score_cutoff=at_most)
            if edits <= at_most:
                yield name, edits


@cache
def by_first_letter(kb: KnowledgeBase, group: str) -> dict[str, tuple[str, ...]]:
    """Single-word drug names that are looked for misspelled (`drugs`), or known words (`words`), in alphabetical
    order.
    """
    names = kb.words if group == "words" else (name for name, mark in kb.lexicon.items() if mark == "DRUG~")
    grouped: dict[str, list[str]] = {}
    for name in sorted(names):
        grouped.setdefault(name[0], []).append(name)
    return {letter: tuple(each) for letter, each in grouped.items()}

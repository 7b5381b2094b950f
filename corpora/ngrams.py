"""Words and runs of words: how much posts repeat one another, near-duplicates, words taken from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

WORD = re.compile(r"\w+(?:['’]\w+)*")

Gram = tuple[str, ...]


def lowered_words(text: str) -> list[str]:
    """The words of a text in lower case, apostrophes made straight."""
    return WORD.findall(text.lower().replace("’", "'"))


def grams(words: Sequence[str], size: int) -> set[Gram]:
    """The distinct runs of `size` words."""
    return set(zip(*(words[start:] for start in range(size)), strict=False))


def posts_by_gram(posts: Iterable[Sequence[str]], size: int) -> Counter[Gram]:
    """For each distinct run of `size` words, in how many posts it stands."""
    return Counter(gram for words in posts for gram in grams(words, size))


def near_duplicates(posts: Sequence[Sequence[str]], size: int, least: float) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of posts of which the smaller has at least the share `least` of its runs in the other.

    A post of fewer than `size` words counts as one run. Only runs that stand in two posts are looked at, so the time
    goes with the repetition, not with the square of the posts.
    """
    holders: dict[Gram, list[int]] = {}
    sizes = []
    for index, words in enumerate(posts):
        own = grams(words, size) or {tuple(words)}
        sizes.append(len(own))
        for gram in own:
            holders.setdefault(gram, []).append(index)
    shared = Counter(pair for found in holders.values() if len(found) > 1 for pair in combinations(found, 2))
    for (left, right), count in shared.items():
        if count >= least * min(sizes[left], sizes[right]):
            yield left, right


def copied_runs(
    posts: Sequence[Sequence[str]], others: Iterable[tuple[str, str]], size: int
) -> Iterator[tuple[int, str]]:
    """(index of a post, name of a text) for each pair that shares a run of `size` words; `others` are (name, text)."""
    holders: dict[Gram, set[int]] = {}
    for index, words in enumerate(posts):
        for gram in grams(words, size):
            holders.setdefault(gram, set()).add(index)
    for name, text in others:
        found = grams(lowered_words(text), size) & holders.keys()
        yield from ((index, name) for index in sorted({each for gram in found for each in holders[gram]}))

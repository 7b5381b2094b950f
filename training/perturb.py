"""Annotated posts as they would be with slips of the fingers or in another case, their annotation moved along."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import MappingProxyType

from corpora.markup import AnnotatedPost
from training.noise import mistyped

WORD = re.compile(r"[^\W\d_]{4,}")
TYPO_SHARE = 0.05  # of the words of four letters and more; about what a phone's keyboard leaves in


def with_typos(post: AnnotatedPost, seed: int = 0, share: float = TYPO_SHARE) -> AnnotatedPost:
    """The post with one slip in about `share` of its longer words, the same ones for the same seed and id. A word in
    which a mention begins or ends stays as it is.
    """
    rng = random.Random(f"{seed}/{post.id}")
    edges = sorted({edge for each in post.entities for span in each.spans for edge in span})
    parts, shifts, position, shift = [], [(0, 0)], 0, 0
    for start, end in words_without_edges(post.text, edges):
        if rng.random() >= share:
            continue
        word = mistyped(post.text[start:end], rng)
        parts += [post.text[position:start], word]
        position, shift = end, shift + len(word) - (end - start)
        shifts.append((end, shift))
    places = [place for place, _ in shifts]

    def moved(offset: int) -> int:
        index = bisect_left(places, offset + 1) - 1
        return offset + shifts[index][1]

    entities = tuple(
        replace(each, spans=tuple((moved(start), moved(end)) for start, end in each.spans)) for each in post.entities
    )
    return replace(post, text="".join([*parts, post.text[position:]]), entities=entities)


def words_without_edges(text: str, edges: list[int]) -> Iterator[tuple[int, int]]:
    """[start, end) of the longer words of a text with no edge of a mention inside them."""
    for match in WORD.finditer(text):
        start, end = match.span()
        index = bisect_left(edges, start + 1)
        if index == len(edges) or edges[index] >= end:
            yield start, end


def in_case(post: AnnotatedPost, change: Callable[[str], str]) -> AnnotatedPost:
    """The post in capitals (`str.upper`) or without (`str.lower`); a letter that would become several stays."""
    changed = ((letter, change(letter)) for letter in post.text)
    return replace(post, text="".join(new if len(new) == 1 else letter for letter, new in changed))


# name -> how a post is changed, with a seed
PERTURBATIONS: MappingProxyType[str, Callable[[AnnotatedPost, int], AnnotatedPost]] = MappingProxyType(
    {
        "typos": with_typos,
        "upper case": lambda post, _: in_case(post, str.upper),
        "lower case": lambda post, _: in_case(post, str.lower),
    }
)

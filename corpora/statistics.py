"""Figures of a corpus: lengths, labels, mention lengths, repetition. What the datasheet reports comes from here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpora.markup import AnnotatedPost

WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True)
class Statistics:
    """`repeated_5grams` is the share of word 5-grams that stand in more than one post; `distinct_per_1000` counts distinct
    lower-cased event mentions per 1,000; lengths are words a post at 5, 25, 50, 75 and 95 %."""

    posts: int
    words: int
    entities: int
    labels: dict[str, int]
    lengths: tuple[int, ...]
    without_event: float
    repeated_5grams: float
    distinct_per_1000: float
    one_word: float
    two_words: float
    five_or_more: float
    with_digits: float
    no_capital: float
    mostly_capitals: float
    attributes: dict[str, int]
    relations: dict[str, int]


def statistics(posts: Sequence[AnnotatedPost]) -> Statistics:
    """The figures of some posts. Raises ValueError when there are none."""
    if not posts:
        raise ValueError("no posts to count")
    texts = [post.text for post in posts]
    words = [WORD.findall(text) for text in texts]
    labels = Counter(each.label for post in posts for each in post.entities)
    mentions = [
        " ".join(post.text[a:b] for a, b in each.spans).lower()
        for post in posts
        for each in post.entities
        if each.label in ("ADE", "WITHDRAWAL", "SYMPTOM")
    ]
    sizes = [len(WORD.findall(mention)) for mention in mentions] or [0]
    return Statistics(
        posts=len(posts),
        words=sum(map(len, words)),
        entities=sum(labels.values()),
        labels=dict(labels.most_common()),
        lengths=quantiles([len(each) for each in words]),
        without_event=share(not has_event(post) for post in posts),
        repeated_5grams=repeated_ngrams(words, 5),
        distinct_per_1000=1000 * len(set(mentions)) / max(1, len(mentions)),
        one_word=share(size == 1 for size in sizes),
        two_words=share(size == 2 for size in sizes),
        five_or_more=share(size >= 5 for size in sizes),
        with_digits=share(any(each.isdigit() for each in text) for text in texts),
        no_capital=share(not any(each.isupper() for each in text) for text in texts),
        mostly_capitals=share(mostly_capitals(text) for text in texts),
        attributes=dict(
            Counter(
                f"{name}={value}" for post in posts for each in post.entities for name, value in each.attributes.items()
            )
        ),
        relations=dict(Counter(each.label for post in posts for each in post.relations)),
    )


def has_event(post: AnnotatedPost) -> bool:
    """Whether the post tells an adverse event or withdrawal effect that was there."""
    return any(
        each.label in ("ADE", "WITHDRAWAL") and each.attributes.get("presence", "present") in ("present", "possible")
        for each in post.entities
    )


def repeated_ngrams(posts: Sequence[Sequence[str]], size: int) -> float:
    """The share of distinct lower-cased word n-grams that stand in more than one post."""
    seen: Counter[tuple[str, ...]] = Counter()
    for words in posts:
        lowered = [word.lower() for word in words]
        seen.update({tuple(lowered[i : i + size]) for i in range(len(lowered) - size + 1)})
    return share(count > 1 for count in seen.values())


def quantiles(values: list[int]) -> tuple[int, ...]:
    ordered = sorted(values)
    return tuple(ordered[min(len(ordered) - 1, round(q * (len(ordered) - 1)))] for q in (0.05, 0.25, 0.5, 0.75, 0.95))


def share(flags: Iterable[bool]) -> float:
    values = list(flags)
    return sum(values) / max(1, len(values))


def mostly_capitals(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return len(letters) > 10 and sum(each.isupper() for each in letters) > 0.6 * len(letters)

"""What the heads on mentions learn from: the gold mentions, attributes and relations of one window, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpora import schema
from corpora.markup import AnnotatedPost
from nlp.datamodel import ENTITY_LABELS, EVENT_LABELS
from nlp.models.heads import ATTRIBUTES, EFFECTIVENESS, RELATIONS, TAKES
from nlp.models.pairs import PairTable, pair_table, sentence_numbers

UNKNOWN = -100  # a target that PyTorch's cross entropy leaves out
IMPLICIT_KEY = "d0"  # the product that only a post's header names


@dataclass(frozen=True, slots=True)
class MentionTargets:
    """Mention i covers the words [first[i], last[i]) of a window. `attributes` is (mentions, attributes) of indices
    into their values or `UNKNOWN`; `related` and `takes` are (groups, relations): what holds, and what could hold;
    `effectiveness` is (groups,) or `UNKNOWN`.
    """

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    label: NDArray[np.int64]
    attributes: NDArray[np.int64]
    pairs: PairTable
    related: NDArray[np.float32]
    takes: NDArray[np.bool_]
    effectiveness: NDArray[np.int64]


def mention_targets(
    post: AnnotatedPost,
    spans: Sequence[tuple[int, int, str]],
    text: str,
    words: Sequence[tuple[int, int]],
) -> MentionTargets:
    """The targets of one window with these `words`. `spans` are the stretches of the post's mentions, one each and in
    their order; mentions that are not wholly inside the window are left out, and relations to them with them.
    """
    starts = {start: index for index, (start, _) in enumerate(words)}
    ends = {end: index + 1 for index, (_, end) in enumerate(words)}
    kept = [
        (index, starts[start], ends[end], label)
        for index, (start, end, label) in enumerate(spans)
        if label in ENTITY_LABELS and start in starts and end in ends
    ]
    first = np.array([each[1] for each in kept], dtype=np.int64)
    last = np.array([each[2] for each in kept], dtype=np.int64)
    products = [product_of(post, index) if label == "DRUG" else None for index, _, _, label in kept]
    tails = [place for place, each in enumerate(kept) if each[3] in TAKES]
    held = {
        (key(post, drug), tail, relation.label): relation.value
        for relation in post.relations
        for drug, tail in [drug_and_tail(relation.head, relation.tail, relation.label)]
    }
    implicit = (
        IMPLICIT_KEY if any(drug == IMPLICIT_KEY for drug, _, _ in held) and IMPLICIT_KEY not in products else None
    )
    table = pair_table(first, last, products, tails, sentence_numbers(text, words), implicit)
    related = np.zeros((len(table), len(RELATIONS)), dtype=np.float32)
    takes = np.zeros(related.shape, dtype=bool)
    effectiveness = np.full(len(table), UNKNOWN, dtype=np.int64)
    for group, (product, place) in enumerate(zip(table.products, table.tails, strict=True)):
        index, _, _, label = kept[place]
        for name in TAKES[label]:
            column = RELATIONS.index(name)
            takes[group, column] = True
            related[group, column] = (product, index, name) in held
        if (product, index, "treats") in held:
            effectiveness[group] = EFFECTIVENESS.index(held[product, index, "treats"] or "")
    return MentionTargets(
        first,
        last,
        np.array([ENTITY_LABELS.index(each[3]) for each in kept], dtype=np.int64),
        np.array([attribute_targets(post, each[0]) for each in kept], dtype=np.int64).reshape(-1, len(ATTRIBUTES)),
        table,
        related,
        takes,
        effectiveness,
    )


def attribute_targets(post: AnnotatedPost, index: int) -> list[int]:
    mention = post.entities[index]
    if mention.label not in EVENT_LABELS:
        return [UNKNOWN] * len(ATTRIBUTES)
    values = schema.with_defaults(mention.label, mention.attributes)
    return [names.index(values[name] or "") for name, names in ATTRIBUTES.items()]


def product_of(post: AnnotatedPost, index: int) -> str:
    """The key of a drug mention; a mention without one is a product of its own."""
    return post.entities[index].key or f"mention {index}"


def key(post: AnnotatedPost, drug: str | int) -> str:
    return drug if isinstance(drug, str) else product_of(post, drug)


def drug_and_tail(head: str | int, tail: str | int, label: str) -> tuple[str | int, str | int]:
    return (tail, head) if label == "after_stopping" else (head, tail)

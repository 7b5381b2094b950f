"""What the heads on mentions learn from: the gold mentions, attributes and relations of one window, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from corpora import schema
from corpora.markup import AnnotatedPost
from nlp.datamodel import ENTITY_LABELS, EVENT_LABELS
from nlp.models.heads import ATTRIBUTES, EFFECTIVENESS, RELATIONS, TAKES
from nlp.models.pairs import IMPLICIT, PairTable, pair_table, sentence_numbers

UNKNOWN = -100  # a target that PyTorch's cross entropy leaves out
HEAVIEST = 12.0  # weight of a rare value in the loss
IMPLICIT_KEY = "d0"  # the product that only a post's header names


@dataclass(frozen=True, slots=True)
class MentionTargets:
    """Mention i covers the words [first[i], last[i]) of a window; `sentence` numbers the sentences of its words (see
    `nlp.models.pairs.sentence_numbers`). `attributes` is (mentions, attributes) of indices
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
    sentence: NDArray[np.int64]


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
    sentence = sentence_numbers(text, words)
    table = pair_table(first, last, products, tails, sentence, implicit)
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
        sentence,
    )


def merged(targets: Sequence[MentionTargets]) -> MentionTargets:
    """The targets of several windows as those of one, whose words are theirs one after the other."""
    words = offsets([len(each.sentence) for each in targets])
    mentions = offsets([len(each.first) for each in targets])
    groups = offsets([len(each.pairs) for each in targets])
    tables = [each.pairs for each in targets]
    pairs = PairTable(
        shifted(
            [
                np.where(each.drug == IMPLICIT, IMPLICIT - low, each.drug)
                for each, low in zip(tables, mentions, strict=True)
            ],
            mentions,
        ),
        shifted([each.tail for each in tables], mentions),
        shifted([each.group for each in tables], groups),
        np.concatenate([each.features for each in tables]),
        shifted([each.low for each in tables], words),
        shifted([each.high for each in tables], words),
        tuple(product for each in tables for product in each.products),
        tuple(tail + low for each, low in zip(tables, mentions, strict=True) for tail in each.tails),
    )
    sentences = offsets([int(each.sentence[-1]) + 1 if len(each.sentence) else 0 for each in targets])
    return MentionTargets(
        shifted([each.first for each in targets], words),
        shifted([each.last for each in targets], words),
        np.concatenate([each.label for each in targets]),
        np.concatenate([each.attributes for each in targets]),
        pairs,
        np.concatenate([each.related for each in targets]),
        np.concatenate([each.takes for each in targets]),
        np.concatenate([each.effectiveness for each in targets]),
        shifted([each.sentence for each in targets], sentences),
    )


def offsets(lengths: Sequence[int]) -> list[int]:
    """Where each begins, when they stand one after the other."""
    return [0, *accumulate(lengths)][:-1]


def shifted(parts: Sequence[NDArray[np.int64]], by: Sequence[int]) -> NDArray[np.int64]:
    return np.concatenate([part + low for part, low in zip(parts, by, strict=True)])


def value_weights(targets: Iterable[MentionTargets], power: float) -> list[NDArray[np.float32]]:
    """For each attribute the weights of its values in the loss: the count of the commonest value over their own, to
    this power, at most `HEAVIEST`; 1 for values that are not there.
    """
    wanted = [each.attributes for each in targets if len(each.attributes)]
    table = np.concatenate(wanted) if wanted else np.empty((0, len(ATTRIBUTES)), dtype=np.int64)
    found = []
    for column, values in enumerate(ATTRIBUTES.values()):
        known = table[:, column][table[:, column] != UNKNOWN]
        counts = np.bincount(known, minlength=len(values)).astype(np.float32)
        weights = np.where(counts > 0, (counts.max(initial=1) / np.maximum(counts, 1)) ** power, 1)
        found.append(np.minimum(weights, HEAVIEST).astype(np.float32))
    return found


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

"""Pairs of a drug mention and another mention: what a pair head may look at beside the two representations.

Every pair belongs to a *group*, one product with one tail: a text that names a drug three times gives three pairs and
one question. The same table serves training and inference, so that a feature means the same in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DISTANCE_EDGES = (-64, -32, -16, -8, -4, -2, 0, 2, 4, 8, 16, 32, 64)  # words from the drug to the tail, signed
COUNTS = 4  # counts of sentence ends and of drugs in between: 0, 1, 2, more
FEATURES = len(DISTANCE_EDGES) + 1 + 2 * COUNTS + 2 + 3 + 1
IMPLICIT = -1  # in place of a drug mention: the product that only the metadata names


@dataclass(frozen=True)
class PairTable:
    """Pairs as parallel arrays. `drug` and `tail` index mentions (`IMPLICIT` for the unnamed product); `group` numbers
    the (product, tail) that each pair belongs to; `products` and `tails` tell of each group; `features` is (pairs,
    FEATURES); the words [low, high) stand between the two, none where they touch or the product is unnamed.
    """

    drug: NDArray[np.int64]
    tail: NDArray[np.int64]
    group: NDArray[np.int64]
    features: NDArray[np.float32]
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    products: tuple[str, ...]
    tails: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tails)


def pair_table(
    first: NDArray[np.int64],
    last: NDArray[np.int64],
    products: Sequence[str | None],
    tails: Sequence[int],
    sentence: NDArray[np.int64],
    implicit: str | None = None,
) -> PairTable:
    """All pairs of a text. Mention i covers the words [first[i], last[i]); `products[i]` names its product (None: not
    a drug); `tails` are the mentions to be related; `sentence` numbers the sentence of every word (see
    `sentence_numbers`); `implicit` names a product that the text leaves unnamed.
    """
    drugs = np.array([index for index, product in enumerate(products) if product is not None], dtype=np.int64)
    names = list(dict.fromkeys(product for product in products if product is not None))
    tail = np.array(tails, dtype=np.int64)
    width = len(names) + (implicit is not None)
    order = {name: number for number, name in enumerate(names)}
    product = np.array([order[str(products[each])] for each in drugs], dtype=np.int64)
    place = np.arange(len(tail), dtype=np.int64)
    rows = [_named(first, last, drugs, tail, sentence, product)]
    pairs = [np.stack(np.broadcast_arrays(drugs[:, None], tail[None, :]), axis=-1).reshape(-1, 2)]
    groups = [(place[None, :] * width + product[:, None]).ravel()]
    if implicit is not None:
        unnamed = np.zeros((len(tail), FEATURES), dtype=np.float32)
        unnamed[:, -1] = 1.0
        rows.append(unnamed)
        pairs.append(np.stack([np.full(len(tail), IMPLICIT), tail], axis=-1))
        groups.append(place * width + width - 1)
    pair = np.concatenate(pairs)
    low, high = _between(first, last, pair[:, 0], pair[:, 1])
    everyone = [*names, *([implicit] if implicit is not None else [])]
    return PairTable(
        pair[:, 0],
        pair[:, 1],
        np.concatenate(groups),
        np.concatenate(rows),
        low,
        high,
        tuple(name for _ in tails for name in everyone),
        tuple(int(each) for each in tails for _ in everyone),
    )


def _between(
    first: NDArray[np.int64], last: NDArray[np.int64], drug: NDArray[np.int64], tail: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The words [low, high) between the two mentions of every pair, `high` never below `low`."""
    if not len(first):
        return drug, tail
    behind = first[tail] >= first[drug]
    low = np.where(behind, last[drug], last[tail])
    high = np.where(behind, first[tail], first[drug])
    return low, np.where(drug == IMPLICIT, low, np.maximum(low, high))


def _named(
    first: NDArray[np.int64],
    last: NDArray[np.int64],
    drugs: NDArray[np.int64],
    tail: NDArray[np.int64],
    sentence: NDArray[np.int64],
    product: NDArray[np.int64],
) -> NDArray[np.float32]:
    """(drugs * tails, FEATURES), drugs outermost."""
    if not len(drugs) or not len(tail):
        return np.empty((0, FEATURES), dtype=np.float32)
    drug_first, drug_last = first[drugs][:, None], last[drugs][:, None]
    tail_first, tail_last = first[tail][None, :], last[tail][None, :]
    behind = tail_first >= drug_first  # the tail stands behind the drug
    distance = np.where(behind, tail_first - drug_last, -1 - (drug_first - tail_last))
    sentences = np.abs(sentence[tail_first] - sentence[drug_first])
    begins = np.sort(first[drugs])
    rank_drug = np.searchsorted(begins, first[drugs])[:, None]
    rank_tail = np.searchsorted(begins, first[tail])[None, :]  # drugs that begin before the tail
    between = np.where(behind, rank_tail - rank_drug - 1, rank_drug - rank_tail)
    counts = np.bincount(product)
    columns = [
        np.eye(len(DISTANCE_EDGES) + 1, dtype=np.float32)[np.digitize(distance, DISTANCE_EDGES)],
        np.eye(COUNTS, dtype=np.float32)[np.clip(sentences, 0, COUNTS - 1)],
        np.eye(COUNTS, dtype=np.float32)[np.clip(between, 0, COUNTS - 1)],
        (behind & (between == 0))[..., None],  # the last drug before the tail
        (~behind & (between == 0))[..., None],  # the first drug behind it
    ]
    of_product = np.array(
        [[len(counts) == 1, each == 0, counts[each] / counts.sum()] for each in product], dtype=np.float32
    )
    columns.append(np.broadcast_to(of_product[:, None, :], (*distance.shape, 3)))
    columns.append(np.zeros((*distance.shape, 1), dtype=np.float32))
    return np.asarray(np.concatenate(columns, axis=-1), dtype=np.float32).reshape(-1, FEATURES)


def sentence_numbers(text: str, words: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """For each word, how many ends of sentences (full stop, exclamation or question mark, line end) lie before it."""
    numbers = np.zeros(len(words), dtype=np.int64)
    position = count = 0
    for index, (start, end) in enumerate(words):
        count += "\n" in text[position:start]
        numbers[index] = count
        count += end - start == 1 and text[start] in ".!?"
        position = end
    return numbers

"""Precision, recall and F1 of entities, strict and relaxed, with bootstrap intervals over posts.

Strict: same label and identical spans, the fragments of a discontinuous mention taken as a set. Relaxed: same label
and at least one shared character; each mention counts once, in a maximum matching, so that the order of mentions
changes nothing. Mentions that one side gives twice, letter for letter, count once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.datamodel import Span

Spans = tuple[Span, ...]
Floats = NDArray[np.float64]

DRAWS = 1000
PERCENTILES = (2.5, 97.5)
CELLS_AT_ONCE = 4_000_000  # of the matrix of draws, 32 MB
GOLD, PREDICTED, STRICT, RELAXED = range(4)


@dataclass(frozen=True, slots=True)
class Mention:
    """One entity to be scored: its label and its (start, end) spans in code points, in any order."""

    label: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share between 0 and 1 with its 95 % interval, None where no draw defines one."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Rates:
    """What is undefined for want of mentions (precision without predictions, recall without gold) has the value 0."""

    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Counts of mentions and the rates that follow from them, of one label or of all."""

    label: str
    gold: int
    predicted: int
    strict_correct: int
    relaxed_correct: int
    strict: Rates
    relaxed: Rates


@dataclass(frozen=True, slots=True)
class Scores:
    """`micro` counts all mentions alike, `macro` averages the labels of the gold alike.

    `only_gold` and `only_predicted` name the labels that one side alone has; they count in `micro` all the same.
    """

    posts: int
    labels: tuple[LabelScore, ...]
    micro: LabelScore
    macro_strict: Rates
    macro_relaxed: Rates
    only_gold: tuple[str, ...]
    only_predicted: tuple[str, ...]
    draws: int
    seed: int
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain dicts, lists and numbers, fit for JSON."""
        return asdict(self)


def score(
    gold: Mapping[str, Iterable[Mention]],
    predicted: Mapping[str, Iterable[Mention]],
    *,
    draws: int = DRAWS,
    seed: int = 0,
    warnings: Sequence[str] = (),
) -> Scores:
    """Scores of predicted against gold mentions, both by post id.

    Intervals are percentiles of `draws` bootstrap samples of posts (Efron 1979), which keep the mentions of a post
    together. Raises ValueError when the two sides do not hold the same posts, or no post.
    """
    if not gold or gold.keys() != predicted.keys():
        unequal = len(gold.keys() ^ predicted.keys())
        raise ValueError(f"gold and predictions must hold the same posts, at least one: {unequal} are on one side only")
    sides = [({*gold[id_]}, {*predicted[id_]}) for id_ in gold]
    in_gold = {mention.label for wanted, _ in sides for mention in wanted}
    in_predicted = {mention.label for _, found in sides for mention in found}
    labels = sorted(in_gold | in_predicted)
    counts = np.array([count_post(wanted, found, labels) for wanted, found in sides], dtype=np.int64)
    total = counts.sum(axis=0)
    samples = bootstrap(counts, draws, seed)
    of_gold = [label in in_gold for label in labels]
    return Scores(
        posts=len(sides),
        labels=tuple(label_score(label, total[i], samples[:, i]) for i, label in enumerate(labels)),
        micro=label_score("micro", total.sum(axis=0), samples.sum(axis=1)),
        macro_strict=macro(total[of_gold], samples[:, of_gold], STRICT),
        macro_relaxed=macro(total[of_gold], samples[:, of_gold], RELAXED),
        only_gold=tuple(sorted(in_gold - in_predicted)),
        only_predicted=tuple(sorted(in_predicted - in_gold)),
        draws=draws,
        seed=seed,
        warnings=tuple(warnings),
    )


def count_post(gold: set[Mention], predicted: set[Mention], labels: Sequence[str]) -> NDArray[np.int64]:
    """Counts of one post, shape (labels, 4): gold, predicted, strictly correct, relaxedly correct."""
    counts = np.zeros((len(labels), 4), dtype=np.int64)
    for i, label in enumerate(labels):
        wanted = {frozenset(mention.spans) for mention in gold if mention.label == label}
        found = {frozenset(mention.spans) for mention in predicted if mention.label == label}
        if wanted or found:
            relaxed = maximum_matching(overlaps([*wanted], [*found]))
            counts[i] = len(wanted), len(found), len(wanted & found), relaxed
    return counts


def overlaps(left: Sequence[Iterable[Span]], right: Sequence[Iterable[Span]]) -> list[list[int]]:
    """For each mention on the left the indices of those on the right that share a character with it."""
    pieces = sorted(
        (start, end, side, i)
        for side, mentions in enumerate((left, right))
        for i, spans in enumerate(mentions)
        for start, end in spans
    )
    found: list[set[int]] = [set() for _ in left]
    still_open: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for start, end, side, i in pieces:
        others = still_open[1 - side]
        others[:] = [(other_end, j) for other_end, j in others if other_end > start]
        for _, j in others:
            found[j if side else i].add(i if side else j)
        still_open[side].append((end, i))
    return [sorted(each) for each in found]


def maximum_matching(neighbours: Sequence[Sequence[int]]) -> int:
    """How many pairs (left, right) can be had at most when each side's nodes are used once (Berge 1957).

    `neighbours` holds for each left node its right ones. An augmenting path is searched in breadth from every left
    node, without recursion, for a long post may hold long chains of overlapping mentions.
    """
    left_of: dict[int, int] = {}
    right_of: dict[int, int] = {}
    for root in range(len(neighbours)):
        reached_from: dict[int, int] = {}
        queue = deque([root])
        end = None
        while queue and end is None:
            left = queue.popleft()
            for right in neighbours[left]:
                if right in reached_from:
                    continue
                reached_from[right] = left
                if right not in left_of:
                    end = right
                    break
                queue.append(left_of[right])
        while end is not None:
            left = reached_from[end]
            previous = right_of.get(left)
            left_of[end], right_of[left] = left, end
            end = previous
    return len(left_of)


def bootstrap(counts: NDArray[np.int64], draws: int, seed: int) -> Floats:
    """Total counts of `draws` samples of as many posts, drawn with replacement; shape (draws, labels, 4).

    Posts with the same counts are interchangeable, so numbers of each kind of post are drawn instead of posts.
    """
    posts, labels, columns = counts.shape
    kinds, how_many = np.unique(counts.reshape(posts, -1), axis=0, return_counts=True)
    generator = np.random.default_rng(seed)
    totals = np.empty((draws, labels * columns))
    block = max(1, CELLS_AT_ONCE // len(kinds))
    for first in range(0, draws, block):
        size = min(block, draws - first)
        drawn = generator.multinomial(posts, how_many / posts, size=size)
        totals[first : first + size] = drawn.astype(np.float64) @ kinds.astype(np.float64)
    return totals.reshape(draws, labels, columns)


def label_score(label: str, total: NDArray[np.int64], samples: Floats) -> LabelScore:
    counts = [int(each) for each in total]
    strict, relaxed = (
        rates(shares(total.astype(np.float64), column), shares(samples, column)) for column in (STRICT, RELAXED)
    )
    return LabelScore(label, counts[GOLD], counts[PREDICTED], counts[STRICT], counts[RELAXED], strict, relaxed)


def macro(total: NDArray[np.int64], samples: Floats, column: int) -> Rates:
    """The mean of the labels' rates; in a sample without a label, of the others."""
    return rates(mean_defined(shares(total.astype(np.float64), column)), mean_defined(shares(samples, column)))


def shares(counts: Floats, column: int) -> Floats:
    """Precision, recall and F1 in the last axis, of counts of shape (..., 4); NaN where a label does not occur."""
    gold, predicted, correct = counts[..., GOLD], counts[..., PREDICTED], counts[..., column]
    occurs = gold + predicted > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        precision = np.where(occurs, correct / np.maximum(predicted, 1), np.nan)
        recall = np.where(gold > 0, correct / gold, np.nan)
        f1 = np.where(occurs, 2 * correct / (gold + predicted), np.nan)
    return np.stack([precision, recall, f1], axis=-1)


def mean_defined(values: Floats) -> Floats:
    """The mean over the labels, the axis before the last, of the values that are numbers."""
    defined = ~np.isnan(values)
    many = defined.sum(axis=-2)
    return np.where(many > 0, np.where(defined, values, 0.0).sum(axis=-2) / np.maximum(many, 1), np.nan)


def rates(point: Floats, samples: Floats) -> Rates:
    """The three rates from their values (3) and their samples (draws, 3)."""
    return Rates(*(estimate(float(point[i]), samples[:, i]) for i in range(3)))


def estimate(value: float, samples: Floats) -> Estimate:
    defined = samples[~np.isnan(samples)]
    low, high = (float(each) for each in np.percentile(defined, PERCENTILES)) if defined.size else (None, None)
    return Estimate(0.0 if np.isnan(value) else value, low, high)

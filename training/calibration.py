"""How far the scores of entities are from the share of them that is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Entities with a score above `low` and up to `high`: how many, their mean score, and the share that is right."""

    low: float
    high: float
    count: int
    score: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The expected calibration error and the bins that hold an entity, lowest first."""

    error: float
    bins: tuple[Bin, ...]


def calibration(scores: Sequence[float], right: Sequence[bool], bins: int = BINS) -> Calibration:
    """Expected calibration error over bins of equal width: the mean distance of share right and mean score, weighted
    by the number of entities (Naeini, Cooper and Hauskrecht, AAAI 2015; Guo et al., ICML 2017). 0 without entities.
    """
    values, hits = np.asarray(scores, dtype=np.float64), np.asarray(right, dtype=bool)
    index = np.clip(np.ceil(values * bins).astype(int) - 1, 0, bins - 1)
    found = []
    for number in range(bins):
        inside = index == number
        if count := int(inside.sum()):
            low, high = number / bins, (number + 1) / bins
            found.append(Bin(low, high, count, float(values[inside].mean()), float(hits[inside].mean())))
    error = sum(each.count * abs(each.right - each.score) for each in found) / max(1, len(values))
    return Calibration(error, tuple(found))

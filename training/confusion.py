"""Which labels are taken for which: the labels of gold and found mentions that share characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.metrics import Mention, Spans, overlaps

NOTHING = "(nothing)"


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a gold mention of one label was found as another, `(nothing)` where one of the two is not there.
    Rows are gold labels, columns are found ones, both with `(nothing)` at the end.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def confusion(pairs: Iterable[tuple[Sequence[Mention], Sequence[Mention]]]) -> Confusion:
    """Counts over (gold, found) mentions of posts. A gold mention goes with the found one that shares the most
    characters with it; found mentions that share none with any stand in the row `(nothing)`.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in pairs:
        neighbours = overlaps([each.spans for each in gold], [each.spans for each in found])
        for mention, near in zip(gold, neighbours, strict=True):
            best = max(near, key=lambda index: shared(mention.spans, found[index].spans), default=None)
            counts[mention.label, NOTHING if best is None else found[best].label] += 1
        touched = {index for near in neighbours for index in near}
        counts.update((NOTHING, each.label) for index, each in enumerate(found) if index not in touched)
    labels = (*sorted({label for pair in counts for label in pair} - {NOTHING}), NOTHING)
    return Confusion(labels, tuple(tuple(counts[row, column] for column in labels) for row in labels))


def shared(left: Spans, right: Spans) -> int:
    """Characters that two mentions share."""
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in left for begin, stop in right)

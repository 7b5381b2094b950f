"""Pack sequences of unequal length into batches of bounded size."""

from __future__ import annotations

from collections.abc import Sequence


def pack(lengths: Sequence[int], budget: int) -> list[list[int]]:
    """Indices grouped so that (longest of the group) x (size of the group) stays within `budget`; longest first.

    A sequence longer than the budget makes a group of its own.
    """
    groups: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda each: -lengths[each]):
        if groups and lengths[groups[-1][0]] * (len(groups[-1]) + 1) <= budget:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def pack_fixed(lengths: Sequence[int], budget: int, shortest: int = 16) -> list[tuple[int, int, list[int]]]:
    """(rows, length, indices) of batches whose shape depends on nothing but the budget and one sequence's own length.

    Lengths are rounded up to a power of two, at least `shortest`; a batch of that length has as many rows as the budget
    holds, at least one, filled or not. What an encoder computes of a sequence then goes through the same kernels
    whatever stands in the other rows.
    """
    groups: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        groups.setdefault(max(shortest, 1 << (length - 1).bit_length()), []).append(index)
    batches = []
    for length, indices in sorted(groups.items(), reverse=True):
        rows = max(1, budget // length)
        batches += [(rows, length, indices[low : low + rows]) for low in range(0, len(indices), rows)]
    return batches

"""Cut long token sequences into overlapping windows and stitch their outputs, so that no text is ever truncated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens [start, end) go through the encoder; the outputs of [keep_start, keep_end) are used."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def plan_windows(length: int, size: int, overlap: int, starts: Sequence[int] | None = None) -> list[Window]:
    """Windows of at most `size` tokens over `length` tokens; neighbours share about `overlap` tokens.

    A window begins at a word: the greatest of `starts` (sorted first tokens of words) that still gives the overlap,
    unless a single word is longer than the window. Half of each overlap is kept from either side, so that every
    token is kept exactly once and (but for the ends of the text) has at least a quarter of the overlap as context.
    Raises ValueError if `overlap` is not smaller than half of `size`.
    """
    if not 0 <= overlap < size / 2:
        raise ValueError(f"overlap {overlap} must be at least 0 and below half of the window size {size}")
    if length <= size:
        return [Window(0, length, 0, length)] if length else []
    edges = [(0, size)]
    word_starts = np.asarray(starts if starts is not None else range(length))
    while edges[-1][1] < length:
        wanted = edges[-1][1] - overlap
        start = int(word_starts[np.searchsorted(word_starts, wanted, side="right") - 1])
        if start <= edges[-1][0] or edges[-1][1] - start > overlap * 2:
            start = wanted
        edges.append((start, min(start + size, length)))
    cuts = [0, *((left[1] + right[0]) // 2 for left, right in pairwise(edges)), length]
    return [
        Window(start, end, keep_start, keep_end)
        for (start, end), (keep_start, keep_end) in zip(edges, pairwise(cuts), strict=True)
    ]


def stitch(windows: list[Window], outputs: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    """One row per token from (tokens of the window, width) outputs."""
    kept = [out[w.keep_start - w.start : w.keep_end - w.start] for w, out in zip(windows, outputs, strict=True)]
    return np.concatenate(kept) if len(kept) != 1 else kept[0]

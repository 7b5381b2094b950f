"""Which stretches of words a mention is read from, and their mean states: one definition for training and inference."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

AROUND = 4  # words of its sentence before and behind a mention that are read with it
STRETCHES = (
    7  # of a mention: first word, last word, all, those before, those behind, its sentence, that one's last word
)


def stretches(
    first: NDArray[np.int64], last: NDArray[np.int64], sentence: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(low, high), both (mentions, STRETCHES): the words [low, high) of every stretch of mentions [first, last).

    `sentence` numbers the sentence of every word, ascending; its last word is most often what ends it, so that a
    question is seen from anywhere within.
    """
    begin = np.searchsorted(sentence, sentence, side="left")
    end = np.searchsorted(sentence, sentence, side="right")
    low, high = (begin[first], end[last - 1]) if len(first) else (first, last)
    before, behind = np.maximum(first - AROUND, low), np.minimum(last + AROUND, high)
    return (
        np.stack([first, last - 1, first, before, last, low, high - 1], axis=-1),
        np.stack([first + 1, last, last, first, behind, high, high], axis=-1),
    )


def means(states: NDArray[np.float32], low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.float32]:
    """(..., width) mean states of the words [low, high); zero where there are none. `states` is (words, width)."""
    totals = np.zeros((len(states) + 1, states.shape[1]))  # in double precision: a difference of sums is taken
    np.cumsum(states, axis=0, out=totals[1:])
    return np.asarray((totals[high] - totals[low]) / np.maximum(1, high - low)[..., None], dtype=np.float32)

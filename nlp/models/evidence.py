"""The head that reads, off the token states of the one encoder pass, the words that make a case serious, special or
urgent.

One hidden layer over the state of each word and a logit for each kind. What a text tells of a kind is read sentence by
sentence: its highest word speaks for the sentence, and the run of high words around it is the evidence.
`nlp.models.network.EvidenceHead` holds the same computation for training.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.datamodel import SERIOUSNESS_CRITERIA, SPECIAL_SITUATIONS
from nlp.models.heads import gelu
from nlp.models.pairs import sentence_numbers

URGENT = "urgent"
KINDS: tuple[str, ...] = (*SERIOUSNESS_CRITERIA, *SPECIAL_SITUATIONS, URGENT)  # in the order of the head's outputs
PREFIX = "evidence."  # of the names of its weights in the file of heads
REACH = 1.5  # how far below the highest logit of a run the logits of its other words may lie

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence, code points [low, high), tells of a kind: a calibrated score in (0, 1), the `threshold` from
    which the kind is told, and the words [start, end) that tell it.
    """

    kind: str
    score: float
    threshold: float
    start: int
    end: int
    low: int
    high: int


@dataclass(frozen=True)
class EvidenceHead:
    """`weights` by the names that the file of heads gives them, without `PREFIX`. `scale` and `shift` turn the highest
    logit of a sentence into that of its calibrated score; `thresholds` are the scores from which a kind is told, and a
    kind without one is not asked about.
    """

    weights: Mapping[str, Array]
    scale: float = 1.0
    shift: float = 0.0
    thresholds: Mapping[str, float] | None = None

    def logits(self, states: Array) -> Array:
        """(words, kinds) from (words, hidden)."""
        hidden = gelu(states @ self.weights["hidden.weight"].T + self.weights["hidden.bias"])
        outputs: Array = hidden @ self.weights["output.weight"].T + self.weights["output.bias"]
        return outputs

    def told(self, text: str, words: Sequence[tuple[int, int]], states: Array) -> list[Told]:
        """What the head says of each sentence and kind with a threshold, whatever the score, in order of the text."""
        if not words or not self.thresholds:
            return []
        columns = [(KINDS.index(kind), kind, threshold) for kind, threshold in self.thresholds.items()]
        logits = self.logits(states)
        numbers = sentence_numbers(text, words)
        starts = np.flatnonzero(np.diff(numbers, prepend=-1))
        found = []
        for low, high in zip(starts, [*starts[1:], len(words)], strict=True):
            part = logits[low:high]
            for column, kind, threshold in columns:
                place = int(part[:, column].argmax())
                first, last = run(part[:, column], place)
                score = self.calibrated(float(part[place, column]))
                span = (words[low + first][0], words[low + last][1])
                found.append(Told(kind, score, threshold, *span, words[low][0], words[high - 1][1]))
        return found

    def calibrated(self, logit: float) -> float:
        return float(1 / (1 + np.exp(-(self.scale * logit + self.shift))))


def run(logits: Array, place: int) -> tuple[int, int]:
    """The first and last of the words around a place whose logits are at most `REACH` below it, without a gap."""
    high = logits >= logits[place] - REACH
    first = last = place
    while first > 0 and high[first - 1]:
        first -= 1
    while last + 1 < len(high) and high[last + 1]:
        last += 1
    return first, last


def head_of(weights: Mapping[str, Array], card: Mapping[str, Any]) -> EvidenceHead | None:
    """The head among the weights of a file of heads, with what its `card` says; None where there is none."""
    own = {name.removeprefix(PREFIX): value for name, value in weights.items() if name.startswith(PREFIX)}
    return EvidenceHead(own, **card) if own else None

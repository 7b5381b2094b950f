"""Token tags: the BIO scheme of the recogniser and its constrained decoding.

A tag sequence labels *words* (the pieces between white space and punctuation); a word's tag is read at its first
subword.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

# The heads of one encoder pass: clinical entities and, for redaction, identifiers. CONTACT covers what patterns find
# better.
RECOGNISER_LABELS = (
    "DRUG",
    "ADE",
    "WITHDRAWAL",
    "CONDITION",
    "SYMPTOM",
    "DOSE",
    "ROUTE",
    "FREQUENCY",
    "DURATION",
    "PERSON",
    "LOCATION",
    "CONTACT",
)


@dataclass(frozen=True)
class TagScheme:
    """BIO tags over `labels`: index 0 is `O`, then `B-` and `I-` of each label in order."""

    labels: tuple[str, ...] = RECOGNISER_LABELS

    def __len__(self) -> int:
        return 1 + 2 * len(self.labels)

    def begin(self, label: str) -> int:
        return 1 + 2 * self.labels.index(label)

    def inside(self, label: str) -> int:
        return 2 + 2 * self.labels.index(label)

    def label_of(self, tag: int) -> str:
        return self.labels[(tag - 1) // 2]

    @cached_property
    def transitions(self) -> NDArray[np.float32]:
        """(tags, tags) of 0 where the step from row to column is allowed and -inf where it is not."""
        size = len(self)
        allowed = np.zeros((size, size), dtype=np.float32)
        for tag in range(2, size, 2):  # I-x follows only B-x or I-x
            allowed[:, tag] = -np.inf
            allowed[tag - 1, tag] = allowed[tag, tag] = 0.0
        return allowed

    def decode(self, log_probabilities: NDArray[np.float32]) -> list[int]:
        """The best allowed tag sequence (Viterbi) for (words, tags) log-probabilities."""
        length = len(log_probabilities)
        if not length:
            return []
        best = log_probabilities[0].copy()
        best[2::2] = -np.inf  # a sequence cannot begin inside
        back = np.empty((length, len(self)), dtype=np.int32)
        for position in range(1, length):
            scores = best[:, None] + self.transitions
            back[position] = scores.argmax(axis=0)
            best = scores.max(axis=0) + log_probabilities[position]
        path = [int(best.argmax())]
        for position in range(length - 1, 0, -1):
            path.append(int(back[position, path[-1]]))
        return path[::-1]

    def spans(self, tags: list[int]) -> list[tuple[int, int, str]]:
        """(first word, end word, label) of each entity of an allowed sequence; `end` is exclusive."""
        found: list[tuple[int, int, str]] = []
        for position, tag in enumerate(tags):
            if tag == 0:
                continue
            if tag % 2:
                found.append((position, position + 1, self.label_of(tag)))
            else:
                start, _, label = found.pop()
                found.append((start, position + 1, label))
        return found


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log-probabilities over the last axis, in float32."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)

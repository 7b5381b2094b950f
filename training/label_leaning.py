"""The lean of a recogniser to one event label over another, taken out on dev.

A student of a teacher that rarely says WITHDRAWAL says it rarer still, though it finds the words. A constant for each
of the four event labels, added to the logits of its tags, mends that (prior correction, Saerens et al., Neural
Computation 2002, here fitted to the measure itself). It becomes part of the bias of the tag head: nothing is added to
the model. It is fitted to what the quantised network says, which is what ships: rounding moves the balance too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from nlp.models.network import Recogniser
from nlp.models.recogniser import SpanRecogniser
from nlp.models.tags import TagScheme
from training import devscore
from training.devscore import Words
from training.examples import Gold

LABELS = ("WITHDRAWAL", "SYMPTOM", "ADE", "CONDITION")
STEPS = (-0.8, -0.4, 0.4, 0.8)
ROUNDS = 2
GAIN = 0.0003  # of strict F1; less than one mention of dev in three is chance

Read = Mapping[str, tuple[Words, NDArray[np.float32]]]  # by text: words and the (words, tags) logits


def read(recogniser: SpanRecogniser, dev: Sequence[Gold]) -> Read:
    """What a recogniser says of the texts of dev."""
    tags, said = len(recogniser.scheme), {}
    for gold in dev:
        tokens = recogniser.tokenise(gold.text)
        said[gold.text] = (tokens.words, recogniser.outputs([tokens])[0][:, :tags])
    return said


def fit(dev: Sequence[Gold], said: Read, scheme: TagScheme) -> dict[str, float]:
    """What to add to the logits of each of `LABELS` for the best strict F1 on dev, by coordinate ascent; labels that
    gain nothing are left out.
    """
    leanings: dict[str, float] = {}
    best = strict_f1(dev, said, scheme, leanings)
    for _ in range(ROUNDS):
        for label in LABELS:
            for step in STEPS:
                tried = {**leanings, label: round(leanings.get(label, 0.0) + step, 2)}
                score = strict_f1(dev, said, scheme, tried)
                if score > best + GAIN:
                    best, leanings = score, tried
    return leanings


def fold(network: Recogniser, leanings: Mapping[str, float], scheme: TagScheme) -> None:
    """Add the leanings to the bias of the network's tag head."""
    with torch.no_grad():
        network.head.bias += torch.from_numpy(by_tag(leanings, scheme)).to(network.head.bias)


def by_tag(leanings: Mapping[str, float], scheme: TagScheme) -> NDArray[np.float32]:
    """(tags,) what is added to the logit of each tag."""
    added = np.zeros(len(scheme), dtype=np.float32)
    for label, value in leanings.items():
        added[[scheme.begin(label), scheme.inside(label)]] = value
    return added


def strict_f1(dev: Sequence[Gold], said: Read, scheme: TagScheme, leanings: Mapping[str, float]) -> float:
    """Micro F1 of exact spans with labels, with these leanings."""
    added = by_tag(leanings, scheme)

    def find(text: str) -> set[tuple[int, int, str]]:
        words, logits = said[text]
        return devscore.found_spans(words, logits + added, scheme)

    return devscore.strict_f1(dev, find)

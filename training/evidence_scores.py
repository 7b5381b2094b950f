"""How well the evidence head tells what the footers of posts quote: figures, calibration and thresholds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.models.evidence import KINDS, EvidenceHead
from training.evidence import quotes
from training.examples import Gold
from training.headscores import States

FEWEST = 10  # posts that tell a kind, from which on it gets a threshold of its own
# Cues find the plain cases: beside them, what is more likely wrong than right would do harm.
GRID = np.arange(0.5, 0.91, 0.02)


@dataclass(frozen=True)
class Asked:
    """Of every post and kind whether the footer tells it, and the highest logit of a word; both (posts, kinds)."""

    wanted: NDArray[np.bool_]
    logits: NDArray[np.float32]


def ask(golds: Iterable[Gold], states: States, head: EvidenceHead) -> Asked:
    """Ask the head about every post with an annotated footer; `states` gives a text's words and their states."""
    wanted, logits = [], []
    for gold in golds:
        if gold.post is None or not gold.case:
            continue
        words, hidden = states(gold.text)
        if words:
            told = {kind for kind, _ in quotes(gold.post)}
            wanted.append([kind in told for kind in KINDS])
            logits.append(head.logits(hidden).max(axis=0))
    shape = (len(wanted), len(KINDS))
    return Asked(np.array(wanted, dtype=bool).reshape(shape), np.array(logits, dtype=np.float32).reshape(shape))


def fit(asked: Asked) -> dict[str, Any]:
    """The part of a model's card for `nlp.models.evidence.head_of`: scale and shift of the logits (Platt, 1999, one
    pair for all kinds) and for each kind the threshold with the best F1. Kinds with fewer than `FEWEST` posts share the
    threshold that is best over all kinds; those that no post tells get none.
    """
    scale, shift = platt(asked.logits.ravel(), asked.wanted.ravel())
    scores = 1 / (1 + np.exp(-(scale * asked.logits + shift)))
    shared = best_threshold(asked.wanted, scores)
    counts = asked.wanted.sum(axis=0)
    return {
        "scale": round(scale, 4),
        "shift": round(shift, 4),
        "thresholds": {
            kind: best_threshold(asked.wanted[:, column], scores[:, column]) if counts[column] >= FEWEST else shared
            for column, kind in enumerate(KINDS)
            if counts[column]
        },
    }


def summary(asked: Asked, card: dict[str, Any]) -> dict[str, float]:
    """Micro F1 over the kinds that have a threshold."""
    if not card["thresholds"]:
        return {}
    columns = [KINDS.index(kind) for kind in card["thresholds"]]
    scores = 1 / (1 + np.exp(-(card["scale"] * asked.logits[:, columns] + card["shift"])))
    told = scores >= np.array(list(card["thresholds"].values()))
    return {"evidence_f1": f1(asked.wanted[:, columns], told)}


def platt(logits: NDArray[np.float32], right: NDArray[np.bool_], steps: int = 50) -> tuple[float, float]:
    """(scale, shift) of the logistic regression of `right` on the logits, by Newton's method with a weak prior on the
    logits as they are.
    """
    inputs = np.stack([logits, np.ones_like(logits)], axis=1).astype(np.float64)
    found = prior = np.array([1.0, 0.0])
    for _ in range(steps):
        chances = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        gradient = inputs.T @ (chances - right) + (found - prior)
        curvature = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        found = found - step * min(1.0, 1.0 / max(1e-9, float(np.abs(step).max())))
        if np.abs(step).max() < 1e-6:
            break
    return float(found[0]), float(found[1])


def best_threshold(wanted: NDArray[np.bool_], scores: NDArray[np.float64]) -> float:
    return round(float(max(GRID, key=lambda threshold: f1(wanted, scores >= threshold))), 2)


def f1(wanted: NDArray[np.bool_], told: NDArray[np.bool_]) -> float:
    return float(2 * (wanted & told).sum() / max(1, wanted.sum() + told.sum()))

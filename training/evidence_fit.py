"""Fit the evidence head anew on the states of a finished model, whose encoder stays as it is.

As `training.refit` does for the heads on mentions: the states of all posts are read once, off the model that ships, the
head alone is fitted to them, and the epoch with the best figure on dev is kept; nothing where none is better. A model
that has heads on mentions but none for evidence gets one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track

from nlp.models.evidence import PREFIX, head_of
from nlp.models.heads import load_heads
from nlp.models.network import EvidenceHead
from training import evidence_scores, frozen
from training.config import RecogniseConfig
from training.evidence import evidence_loss, evidence_targets
from training.examples import Gold
from training.export import HEADS_FILE, write_card
from training.frozen import Frozen, Weights
from training.headscores import States
from training.model_card import renew_readme

Read = frozen.Read[NDArray[np.bool_]]  # targets are (words, kinds)


@dataclass(frozen=True)
class Fit(frozen.Fit):
    """How the head is fitted."""

    epochs: int = 24
    posts: int = 24
    learning_rate: float = 1.5e-3
    weight_decay: float = 0.01


def refit_evidence(
    model: Path, out: Path, config: RecogniseConfig, data: Path, fit: Fit | None = None
) -> dict[str, float]:
    """Refit the evidence head of the model folder `model` on the annotated train posts of the configuration, into
    `out` (the same folder, or a copy). Returns `epoch`, 0 where the head stayed, and `evidence_f1` on dev `before` and
    `after`.

    Raises ModelError for a model without a file of heads.
    """
    fit = fit or Fit()
    finished = frozen.frozen(model, config, data)
    folder, dev, states = finished.folder, finished.dev, finished.states
    golds = [gold for gold in frozen.train_posts(config, data) if gold.case]
    read = [read_post(finished, gold) for gold in track(golds, "states")]
    frozen.copied(model, out)
    before = float(folder.card["heads"]["dev"].get("evidence_f1", 0.0))
    weights = load_heads(folder.path, folder.card["heads"]).weights
    kept = {name: value for name, value in weights.items() if not name.startswith(PREFIX)}
    own = {name: value for name, value in weights.items() if name.startswith(PREFIX)}
    epoch, after, found = fitted(read, dev, states, {} if fit.fresh else own, fit, before)
    if epoch:
        small = {name: value.astype(np.float16) for name, value in (kept | found).items()}
        np.savez(out / HEADS_FILE, **small)
        asked = ask_dev(small, dev, states)
        card = dict(folder.card)
        evidence = evidence_scores.fit(asked)
        figures = card["heads"]["dev"] | evidence_scores.summary(asked, evidence)
        card["heads"] |= {"evidence": evidence, "dev": {name: round(value, 4) for name, value in figures.items()}}
        write_card(out, card)
        renew_readme(out, card)
    return {"epoch": epoch, "before": before, "after": round(after, 4)}


def read_post(finished: Frozen, gold: Gold) -> Read:
    assert gold.post is not None
    words, states = finished.read(gold.text)
    return Read(evidence_targets(gold.post, words), states)


def fitted(
    read: Sequence[Read],
    dev: list[Gold],
    states: States,
    initial: Weights,
    fit: Fit,
    before: float,
) -> tuple[int, float, Weights]:
    """(the best epoch on dev, its figure, its weights); epoch 0 and `before` where none is better."""
    torch.manual_seed(fit.seed)
    head = EvidenceHead(read[0].states.shape[1])
    if initial:
        head.load_state_dict({name.removeprefix(PREFIX): torch.from_numpy(each) for name, each in initial.items()})

    def loss(batch: list[Read]) -> torch.Tensor:
        words = [torch.from_numpy(each.states.astype(np.float32)) for each in batch]
        return evidence_loss([each.targets for each in batch], words, head)

    def figure(weights: Weights) -> float:
        asked = ask_dev(named(weights), dev, states)
        return evidence_scores.summary(asked, evidence_scores.fit(asked)).get("evidence_f1", 0.0)

    epoch, top, weights = frozen.best_epoch(head, read, loss, figure, fit, before)
    return epoch, top, named(weights)


def named(weights: Weights) -> Weights:
    """The weights of an evidence head by their names in the file of heads."""
    return {f"{PREFIX}{name}": value for name, value in weights.items()}


def ask_dev(
    weights: dict[str, NDArray[np.float16]] | Weights, dev: list[Gold], states: States
) -> evidence_scores.Asked:
    """What the head of these weights, as they are rounded for the file, says of the dev posts."""
    head = head_of({name: value.astype(np.float16).astype(np.float32) for name, value in weights.items()}, {})
    if head is None:
        raise ValueError("there is no evidence head among these weights")
    return evidence_scores.ask(dev, states, head)

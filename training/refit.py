"""Fit the heads on mentions anew on the states of a finished model, whose encoder stays as it is.

While a network is trained, its heads follow an encoder that moves, and the epoch is chosen by its spans. Afterwards the
states of all posts are read once, off the int8 model that ships, and the heads alone are fitted to them, from where
they are: minutes on one core. The epoch with the best figures on dev is kept, and nothing where none is better.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from rich.progress import track

from nlp.models import repository
from nlp.models.evidence import PREFIX
from nlp.models.heads import load_heads
from nlp.models.network import MentionHeads
from training import frozen, headscores
from training.config import RecogniseConfig
from training.examples import Gold
from training.export import write_card, write_heads
from training.frozen import Frozen, Weights
from training.losses import head_losses
from training.mentions import MentionTargets, mention_targets, merged, value_weights
from training.model_card import renew_readme

Read = frozen.Read[MentionTargets]

RELATION_SHARE = 2.0  # of the relations' loss, beside that of the attributes


@dataclass(frozen=True)
class Fit(frozen.Fit):
    """How heads are fitted, with dropout."""

    epochs: int = 6
    posts: int = 48
    learning_rate: float = 1e-3
    weight_decay: float = 0.05
    dropout: float = 0.4


@dataclass(frozen=True)
class Refitted:
    """The figures of `headscores.summary` on dev before and after; `epoch` 0 says that the heads stayed."""

    epoch: int
    before: dict[str, float]
    after: dict[str, float]


def refit(model: Path, out: Path, config: RecogniseConfig, data: Path, fit: Fit | None = None) -> Refitted:
    """Refit the heads of the model folder `model` on the annotated train posts of the configuration, into `out` (the
    same folder, or a copy).

    Raises ModelError for a model without heads, or with heads of another version.
    """
    fit = fit or Fit()
    finished = frozen.frozen(model, config, data)
    folder, dev, states = finished.folder, finished.dev, finished.states
    read = list(read_train(finished, config, data))
    frozen.copied(model, out)
    before = dict(folder.card["heads"]["dev"])
    epoch, weights = fitted(read, dev, states, initial_heads(folder, fit), config, fit, before)
    if not epoch:
        return Refitted(0, before, before)
    card = dict(folder.card)
    card["heads"] = write_heads(weights, out, states, dev)
    write_card(out, card)
    renew_readme(out, card)
    return Refitted(epoch, before, card["heads"]["dev"])


def read_train(finished: Frozen, config: RecogniseConfig, data: Path) -> Iterator[Read]:
    """The states of all train posts whose attributes and relations are annotated."""
    for gold in track(list(frozen.train_posts(config, data)), "states"):
        words, states = finished.read(gold.text)
        targets = mention_targets(gold.post, gold.spans, gold.text, words) if gold.post else None
        if targets is not None and len(targets.first):
            yield Read(targets, states)


def initial_heads(folder: repository.ModelFolder, fit: Fit) -> MentionHeads:
    """Heads with the weights of a model folder, or with random ones; the evidence head, which is not fitted here,
    always has its own.
    """
    torch.manual_seed(fit.seed)
    weights = load_heads(folder.path, folder.card["heads"]).weights
    evidence = any(name.startswith(PREFIX) for name in weights)
    heads = MentionHeads(weights["between.weight"].shape[1], dropout=fit.dropout, evidence=evidence)
    kept = {name: value for name, value in weights.items() if name.startswith(PREFIX) or not fit.fresh}
    heads.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in kept.items()}, strict=not fit.fresh)
    return heads


def fitted(
    read: Sequence[Read],
    dev: list[Gold],
    states: headscores.States,
    heads: MentionHeads,
    config: RecogniseConfig,
    fit: Fit,
    before: dict[str, float],
) -> tuple[int, Weights]:
    """(the best epoch on dev, its weights); epoch 0, and the weights that there were, where none is better than
    `before`.
    """
    values = value_weights((each.targets for each in read), config.rare_weight)

    def loss(batch: list[Read]) -> torch.Tensor:
        words = torch.from_numpy(np.concatenate([each.states for each in batch]).astype(np.float32))
        attributes, relations = head_losses(merged([each.targets for each in batch]), words, heads, values)
        return attributes + RELATION_SHARE * relations

    def figure(weights: Weights) -> float:
        return overall(on_dev(weights, dev, states))

    epoch, _, weights = frozen.best_epoch(heads, read, loss, figure, fit, overall(before))
    return epoch, weights


def on_dev(weights: Weights, dev: list[Gold], states: headscores.States) -> dict[str, float]:
    """The figures on dev, with the leanings and thresholds that suit these weights."""
    from nlp.models.heads import MentionHeads as Heads

    found = headscores.answers(dev, states, Heads(weights))
    return headscores.summary(found, headscores.fit_thresholds(found), headscores.fit_leanings(found))


def overall(figures: dict[str, float]) -> float:
    """What an epoch is chosen by: the mean of all macro F1 of attributes and F1 of relations."""
    fitted_here = [value for name, value in figures.items() if name.endswith("_f1") and not name.startswith("evidence")]
    return float(np.mean(fitted_here))


def report(result: Refitted) -> str:
    """The figures before and after as JSON, for the command."""
    return json.dumps({"epoch": result.epoch, "before": result.before, "after": result.after}, indent=1)

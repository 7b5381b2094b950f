"""Fit the heads on mentions anew on the states of a finished model, whose encoder stays as it is.

While a network is trained, its heads follow an encoder that moves, and the epoch is chosen by its spans. Afterwards the
states of all posts are read once, off the int8 model that ships, and the heads alone are fitted to them, from where
they are: minutes on one core. The epoch with the best figures on dev is kept, and nothing where none is better.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track

from nlp.errors import ModelError
from nlp.models import repository
from nlp.models.backends import OnnxBackend
from nlp.models.evidence import PREFIX
from nlp.models.heads import load_heads
from nlp.models.network import MentionHeads
from nlp.models.recogniser import SpanRecogniser
from training import headscores
from training.config import RecogniseConfig
from training.examples import Gold
from training.export import states_of, write_card, write_heads
from training.losses import head_losses
from training.mentions import MentionTargets, mention_targets, merged, value_weights
from training.mixing import REAL, corpus_golds, dev_posts
from training.model_card import head_figures

RELATION_SHARE = 2.0  # of the relations' loss, beside that of the attributes


@dataclass(frozen=True)
class Fit:
    """How heads are fitted: AdamW with a linear decay of the rate over `epochs`, `posts` a step."""

    epochs: int = 6
    posts: int = 48
    learning_rate: float = 1e-3
    weight_decay: float = 0.05
    dropout: float = 0.4
    fresh: bool = False  # from random weights, in place of those of the model
    seed: int = 7


@dataclass(frozen=True)
class Refitted:
    """The figures of `headscores.summary` on dev before and after; `epoch` 0 says that the heads stayed."""

    epoch: int
    before: dict[str, float]
    after: dict[str, float]


@dataclass(frozen=True, slots=True)
class Read:
    """What is wanted of one post, and its (words, hidden) states in float16: there are many."""

    targets: MentionTargets
    states: NDArray[np.float16]


def refit(model: Path, out: Path, config: RecogniseConfig, data: Path, fit: Fit | None = None) -> Refitted:
    """Refit the heads of the model folder `model` on the annotated train posts of the configuration, into `out` (the
    same folder, or a copy).

    Raises ModelError for a model without heads, or with heads of another version.
    """
    folder = repository.read(model)
    if "heads" not in folder.card:
        raise ModelError(f"model '{folder.name}' has no heads to refit")
    recogniser = SpanRecogniser(folder, OnnxBackend(folder.path / folder.card["onnx"]))
    dev = [gold for gold in dev_posts(config, data) if gold.post is not None]
    states = states_of(recogniser, dev)
    read = list(read_train(recogniser, config, data))
    if out.resolve() != model.resolve():
        shutil.copytree(model, out, dirs_exist_ok=True)
    before = dict(folder.card["heads"]["dev"])
    epoch, weights = fitted(read, dev, states, initial_heads(folder, fit or Fit()), config, fit or Fit(), before)
    if not epoch:
        return Refitted(0, before, before)
    card = dict(folder.card)
    card["heads"] = write_heads(weights, out, states, dev)
    write_card(out, card)
    renew_readme(out, card)
    return Refitted(epoch, before, card["heads"]["dev"])


def read_train(recogniser: SpanRecogniser, config: RecogniseConfig, data: Path) -> Iterator[Read]:
    """The states of all train posts whose attributes and relations are annotated."""
    golds = [
        gold
        for source in config.corpora
        if source.name == "firsthand" or source.name in REAL
        for gold in corpus_golds(source, data)
        if gold.post is not None
    ]
    for gold in track(golds, "states"):
        (reading,) = recogniser.read([gold.text])
        targets = mention_targets(gold.post, gold.spans, gold.text, reading.words) if gold.post else None
        if targets is not None and len(targets.first):
            yield Read(targets, reading.states.astype(np.float16))


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
) -> tuple[int, dict[str, NDArray[np.float32]]]:
    """(the best epoch on dev, its weights); epoch 0, and the weights that there were, where none is better than
    `before`.
    """
    optimiser = torch.optim.AdamW(heads.parameters(), lr=fit.learning_rate, weight_decay=fit.weight_decay)
    steps = fit.epochs * -(-len(read) // fit.posts)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, step / 40) * (1 - step / (steps + 1)))
    values = value_weights((each.targets for each in read), config.rare_weight)
    order = np.random.default_rng(fit.seed)
    best, top, kept = 0, overall(before), weights_of(heads)
    for epoch in track(range(1, fit.epochs + 1), "fit"):
        heads.train()
        for part in np.array_split(order.permutation(len(read)), -(-len(read) // fit.posts)):
            batch = [read[index] for index in part]
            words = torch.from_numpy(np.concatenate([each.states for each in batch]).astype(np.float32))
            attributes, relations = head_losses(merged([each.targets for each in batch]), words, heads, values)
            optimiser.zero_grad()
            (attributes + RELATION_SHARE * relations).backward()
            optimiser.step()
            schedule.step()
        found = on_dev(weights_of(heads), dev, states)
        if overall(found) > top:
            best, top, kept = epoch, overall(found), weights_of(heads)
    return best, kept


def on_dev(weights: dict[str, NDArray[np.float32]], dev: list[Gold], states: headscores.States) -> dict[str, float]:
    """The figures on dev, with the leanings and thresholds that suit these weights."""
    from nlp.models.heads import MentionHeads as Heads

    found = headscores.answers(dev, states, Heads(weights))
    return headscores.summary(found, headscores.fit_thresholds(found), headscores.fit_leanings(found))


def overall(figures: dict[str, float]) -> float:
    """What an epoch is chosen by: the mean of all macro F1 of attributes and F1 of relations."""
    fitted_here = [value for name, value in figures.items() if name.endswith("_f1") and not name.startswith("evidence")]
    return float(np.mean(fitted_here))


def weights_of(heads: MentionHeads) -> dict[str, NDArray[np.float32]]:
    return {name: value.detach().float().cpu().numpy().copy() for name, value in heads.state_dict().items()}


def renew_readme(folder: Path, card: dict[str, Any]) -> None:
    """Put the new figures of the heads into the model's README, where it has one."""
    path = folder / "README.md"
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"Heads, given gold mentions,.*?\n\n", head_figures(card), text, flags=re.DOTALL), "utf-8"
        )


def report(result: Refitted) -> str:
    """The figures before and after as JSON, for the command."""
    return json.dumps({"epoch": result.epoch, "before": result.before, "after": result.after}, indent=1)

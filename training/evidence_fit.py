"""Fit the evidence head anew on the states of a finished model, whose encoder stays as it is.

As `training.refit` does for the heads on mentions: the states of all posts are read once, off the model that ships, the
head alone is fitted to them, and the epoch with the best figure on dev is kept; nothing where none is better. A model
that has heads on mentions but none for evidence gets one.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track

from nlp.errors import ModelError
from nlp.models import repository
from nlp.models.backends import OnnxBackend
from nlp.models.evidence import PREFIX, head_of
from nlp.models.heads import load_heads
from nlp.models.network import EvidenceHead
from nlp.models.recogniser import SpanRecogniser
from training import evidence_scores
from training.config import RecogniseConfig
from training.evidence import evidence_loss, evidence_targets
from training.examples import Gold
from training.export import HEADS_FILE, states_of, write_card
from training.mixing import REAL, corpus_golds, dev_posts
from training.refit import renew_readme

Weights = dict[str, NDArray[np.float32]]


@dataclass(frozen=True)
class Fit:
    """How the head is fitted: AdamW with a linear decay of the rate over `epochs`, `posts` a step."""

    epochs: int = 24
    posts: int = 24
    learning_rate: float = 1.5e-3
    weight_decay: float = 0.01
    fresh: bool = False  # from random weights, in place of those of the model
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Read:
    """The (words, kinds) targets of one post, and its (words, hidden) states in float16: there are many."""

    targets: NDArray[np.bool_]
    states: NDArray[np.float16]


def refit_evidence(
    model: Path, out: Path, config: RecogniseConfig, data: Path, fit: Fit | None = None
) -> dict[str, float]:
    """Refit the evidence head of the model folder `model` on the annotated train posts of the configuration, into
    `out` (the same folder, or a copy). Returns `epoch`, 0 where the head stayed, and `evidence_f1` on dev `before` and
    `after`.

    Raises ModelError for a model without a file of heads.
    """
    fit = fit or Fit()
    folder = repository.read(model)
    if "heads" not in folder.card:
        raise ModelError(f"model '{folder.name}' has no heads: train one with `firsthand train recognise`")
    recogniser = SpanRecogniser(folder, OnnxBackend(folder.path / folder.card["onnx"]))
    dev = [gold for gold in dev_posts(config, data) if gold.post is not None]
    states = states_of(recogniser, dev)
    read = [read_post(recogniser, gold) for gold in track(train_posts(config, data), "states")]
    if out.resolve() != model.resolve():
        shutil.copytree(model, out, dirs_exist_ok=True)
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


def train_posts(config: RecogniseConfig, data: Path) -> list[Gold]:
    return [
        gold
        for source in config.corpora
        if source.name == "firsthand" or source.name in REAL
        for gold in corpus_golds(source, data)
        if gold.post is not None and gold.case
    ]


def read_post(recogniser: SpanRecogniser, gold: Gold) -> Read:
    (reading,) = recogniser.read([gold.text])
    assert gold.post is not None
    return Read(evidence_targets(gold.post, reading.words), reading.states.astype(np.float16))


def fitted(
    read: Sequence[Read],
    dev: list[Gold],
    states: evidence_scores.States,
    initial: Weights,
    fit: Fit,
    before: float,
) -> tuple[int, float, Weights]:
    """(the best epoch on dev, its figure, its weights); epoch 0 and `before` where none is better."""
    torch.manual_seed(fit.seed)
    head = EvidenceHead(read[0].states.shape[1])
    if initial:
        head.load_state_dict({name.removeprefix(PREFIX): torch.from_numpy(each) for name, each in initial.items()})
    optimiser = torch.optim.AdamW(head.parameters(), lr=fit.learning_rate, weight_decay=fit.weight_decay)
    parts = -(-len(read) // fit.posts)
    steps = fit.epochs * parts
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, step / 40) * (1 - step / (steps + 1)))
    order = np.random.default_rng(fit.seed)
    best, top, kept = 0, before, initial
    for epoch in track(range(1, fit.epochs + 1), "fit"):
        head.train()
        for part in np.array_split(order.permutation(len(read)), parts):
            batch = [read[index] for index in part]
            words = [torch.from_numpy(each.states.astype(np.float32)) for each in batch]
            loss = evidence_loss([each.targets for each in batch], words, head)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        found = {f"{PREFIX}{name}": value.detach().numpy().copy() for name, value in head.state_dict().items()}
        asked = ask_dev(found, dev, states)
        figure = evidence_scores.summary(asked, evidence_scores.fit(asked)).get("evidence_f1", 0.0)
        if figure > top:
            best, top, kept = epoch, figure, found
    return best, top, kept


def ask_dev(
    weights: dict[str, NDArray[np.float16]] | Weights, dev: list[Gold], states: evidence_scores.States
) -> evidence_scores.Asked:
    """What the head of these weights, as they are rounded for the file, says of the dev posts."""
    head = head_of({name: value.astype(np.float16).astype(np.float32) for name, value in weights.items()}, {})
    if head is None:
        raise ValueError("there is no evidence head among these weights")
    return evidence_scores.ask(dev, states, head)

"""A head fitted alone: the states of all posts are read once, off a finished model whose encoder stays, and the epoch
that is best on dev is kept. `refit` does so with the heads on mentions, `evidence_fit` with the one on words.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track

from nlp.errors import ModelError
from nlp.models import repository
from nlp.models.backends import OnnxBackend
from nlp.models.recogniser import SpanRecogniser
from training.config import RecogniseConfig
from training.examples import Gold
from training.export import states_of
from training.headscores import States
from training.mixing import REAL, corpus_golds, dev_posts

WARMUP = 40  # steps over which the rate rises

Targets = TypeVar("Targets")
Weights = dict[str, NDArray[np.float32]]


@dataclass(frozen=True)
class Fit:
    """How a head is fitted: AdamW with a linear decay of the rate over `epochs`, `posts` a step."""

    epochs: int
    posts: int
    learning_rate: float
    weight_decay: float
    fresh: bool = False  # from random weights, in place of those of the model
    seed: int = 7


@dataclass(frozen=True)
class Read(Generic[Targets]):
    """What is wanted of one post, and its (words, hidden) states in float16: there are many."""

    targets: Targets
    states: NDArray[np.float16]


@dataclass(frozen=True)
class Frozen:
    """A finished model that has heads, the annotated dev posts, and what the model gives of these."""

    folder: repository.ModelFolder
    recogniser: SpanRecogniser
    dev: list[Gold]
    states: States

    def read(self, text: str) -> tuple[list[tuple[int, int]], NDArray[np.float16]]:
        """The words of a text and their (words, hidden) states."""
        (reading,) = self.recogniser.read([text])
        return reading.words, reading.states.astype(np.float16)


def frozen(model: Path, config: RecogniseConfig, data: Path) -> Frozen:
    """The model folder `model` beside the dev posts of a configuration. Raises ModelError for a model without heads."""
    folder = repository.read(model)
    if "heads" not in folder.card:
        raise ModelError(f"model '{folder.name}' has no heads: train one with `firsthand train recognise`")
    recogniser = SpanRecogniser(folder, OnnxBackend(folder.path / folder.card["onnx"]))
    dev = [gold for gold in dev_posts(config, data) if gold.post is not None]
    return Frozen(folder, recogniser, dev, states_of(recogniser, dev))


def train_posts(config: RecogniseConfig, data: Path) -> Iterator[Gold]:
    """The train posts of a configuration that are annotated in full."""
    for source in config.corpora:
        if source.name == "firsthand" or source.name in REAL:
            yield from (gold for gold in corpus_golds(source, data) if gold.post is not None)


def copied(model: Path, out: Path) -> None:
    """The model folder in `out`, where that is another one."""
    if out.resolve() != model.resolve():
        shutil.copytree(model, out, dirs_exist_ok=True)


def best_epoch(
    head: torch.nn.Module,
    read: Sequence[Read[Targets]],
    loss: Callable[[list[Read[Targets]]], torch.Tensor],
    figure: Callable[[Weights], float],
    fit: Fit,
    before: float,
) -> tuple[int, float, Weights]:
    """Fit a head; (the best epoch by `figure`, its figure, its weights), epoch 0, `before` and the weights that there
    were where none is better.
    """
    optimiser = torch.optim.AdamW(head.parameters(), lr=fit.learning_rate, weight_decay=fit.weight_decay)
    parts = -(-len(read) // fit.posts)
    steps = fit.epochs * parts
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / WARMUP) * (1 - step / (steps + 1))
    )
    order = np.random.default_rng(fit.seed)
    best, top, kept = 0, before, weights_of(head)
    for epoch in track(range(1, fit.epochs + 1), "fit"):
        head.train()
        for part in np.array_split(order.permutation(len(read)), parts):
            optimiser.zero_grad()
            loss([read[index] for index in part]).backward()
            optimiser.step()
            schedule.step()
        weights = weights_of(head)
        if (found := figure(weights)) > top:
            best, top, kept = epoch, found, weights
    return best, top, kept


def weights_of(head: torch.nn.Module) -> Weights:
    return {name: value.detach().float().cpu().numpy().copy() for name, value in head.state_dict().items()}

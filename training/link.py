"""Train the mention encoder: contrastive learning on the vocabulary's synonyms, with checkpoints and a log.

The loss is InfoNCE over pairs of synonyms with the other names of the batch as negatives (van den Oord et al. 2018;
SapBERT, Liu et al. 2021, for the recipe on synonyms). Negatives that share a name with the anchor's group are masked:
they may mean the same.
"""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch.nn import functional

from nlp.models import knowledge_base
from nlp.models.candidates import NameIndex
from nlp.models.knowledge_base import Concept
from nlp.models.mention_encoder import Vectors
from nlp.models.tokens import SubwordTokeniser
from training.link_config import LinkConfig
from training.link_data import HeldOut, held_out, names_by_concept, synonym_groups
from training.link_network import MentionNetwork, inputs, new_network, save_network
from training.recognise import autocast, encoder_file, progress_bar, seed_everything, warmup_linear

PROJECTION_SAMPLE = 2048  # names that the first projection is fitted on
DEV_DISTRACTORS = 1500  # names beside the right ones among which dev mentions are looked up while training
PATIENTS_SHARE = 0.65  # of groups drawn from those with words of patients or findings; the rest are Mondo's alone
LIKE_LONG = 32  # names that go through the network together
Item = TypeVar("Item")
Encode = Callable[[Sequence[str]], Vectors]
Groups = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one meaning, and the number of its group."""

    left: str
    right: str
    group: int


class PairSampler:
    """Draws batches of synonyms, the groups of a batch in families that look alike."""

    def __init__(self, groups: Groups, preferred: frozenset[str], config: LinkConfig) -> None:
        self.groups = groups
        self.config = config
        taught = [number for number, group in enumerate(groups) if len(group) > 1]
        self.pools = (
            [number for number in taught if not preferred.isdisjoint(groups[number])],
            [number for number in taught if preferred.isdisjoint(groups[number])],
        )
        self.group_of: dict[str, list[int]] = defaultdict(list)
        for number in taught:
            for name in groups[number]:
                self.group_of[name].append(number)
        self.index = NameIndex(sorted(self.group_of))

    def batch(self, step: int) -> list[Pair]:
        """The pairs of one step; the same step gives the same pairs."""
        rng = random.Random(f"{self.config.seed}/{step}")
        chosen: dict[int, None] = {}
        while len(chosen) < self.config.batch_pairs:
            pool = self.pools[0] if rng.random() < PATIENTS_SHARE or not self.pools[1] else self.pools[1]
            seed = rng.choice(pool or self.pools[1])
            near = self.index.nearest(rng.choice(self.groups[seed]), 3 * self.config.neighbours)
            family = dict.fromkeys([seed, *(number for name, _ in near for number in self.group_of[name])])
            chosen |= dict.fromkeys(list(family)[: self.config.neighbours])
        numbers = list(chosen)[: self.config.batch_pairs]
        drawn = (rng.sample(self.groups[number], 2) for number in numbers)
        return [Pair(left, right, number) for (left, right), number in zip(drawn, numbers, strict=True)]

    def negatives(self, pairs: Sequence[Pair]) -> torch.Tensor:
        """(pairs, pairs): whether the second name of a column may be taken for another meaning than the row's; true
        on the diagonal, which holds the positives.
        """
        names = [frozenset(self.groups[pair.group]) for pair in pairs]
        apart = [[i == j or left.isdisjoint(right) for j, right in enumerate(names)] for i, left in enumerate(names)]
        return torch.tensor(apart)


def train(config: LinkConfig, vocabulary: Path, out: Path, *, encoder: str | None = None, resume: bool = False) -> Path:
    """Train and return the folder of the network (`out/network`).

    `vocabulary` holds the open tables, for the synonyms that are held out; `encoder` overrides the configuration's.
    A checkpoint and a line of `log.jsonl` are written to `out` every `checkpoint_every` steps.
    """
    out.mkdir(parents=True, exist_ok=True)
    seed_everything(config.seed)
    name = encoder or config.encoder
    tokenise = SubwordTokeniser(encoder_file(name, "tokenizer.json"))
    dev = held_out(vocabulary, "dev")
    kb = knowledge_base.load()
    names = names_by_concept(kb, frozenset(each.name for each in (*dev, *held_out(vocabulary, "test"))))
    groups = synonym_groups(kb, names)
    preferred = frozenset(each for concept, listed in names.items() if concept.system != "MONDO" for each in listed)
    network = new_network(name, config.layers, config.dimensions)
    fit_projection(network, random.Random(config.seed).sample(sorted(preferred), PROJECTION_SAMPLE), tokenise)
    run = LinkTrainer(config, network, PairSampler(groups, preferred, config), tokenise, out)
    owners = codes_of_names(names)
    first = run.load_checkpoint() if resume else 0
    with progress_bar() as bar:
        task = bar.add_task("steps", total=config.steps, completed=first)
        while first < config.steps:
            stop = min(first + config.checkpoint_every, config.steps)
            run.steps(range(first, stop), lambda: bar.advance(task))
            run.save(stop, dev_accuracy(lambda names: encode(network, tokenise, names).numpy(), dev, owners))
            first = stop
    return out / "network"


def codes_of_names(names: dict[Concept, list[str]]) -> dict[str, frozenset[str]]:
    """name -> codes of HPO that have it."""
    owners: dict[str, frozenset[str]] = {}
    for concept, listed in names.items():
        if concept.system == "HP":
            for name in listed:
                owners[name] = owners.get(name, frozenset()) | {concept.code}
    return owners


class LinkTrainer:
    """The moving parts of one run."""

    def __init__(
        self, config: LinkConfig, network: MentionNetwork, sampler: PairSampler, tokenise: SubwordTokeniser, out: Path
    ) -> None:
        self.config, self.network, self.sampler, self.tokenise, self.out = config, network, sampler, tokenise, out
        head = list(network.projection.parameters())
        self.optimiser = torch.optim.AdamW(
            [
                {"params": list(network.encoder.parameters()), "lr": config.learning_rate},
                {"params": head, "lr": config.head_learning_rate},
            ],
            weight_decay=0.01,
        )
        self.scheduler = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda step: warmup_linear(step, config.steps, config.warmup)
        )
        self.losses: list[float] = []
        self.began = time.monotonic()

    def steps(self, numbers: Sequence[int], advance: Callable[[], None]) -> None:
        self.network.train()
        for number in numbers:
            self.optimiser.zero_grad()
            loss = self.loss(self.sampler.batch(number))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.scheduler.step()
            self.losses.append(float(loss.detach()))
            advance()

    def loss(self, pairs: Sequence[Pair]) -> torch.Tensor:
        """Mean of both directions' -log(probability of the synonym among the names of the batch)."""
        names = [pair.left for pair in pairs] + [pair.right for pair in pairs]
        with autocast(self.config.precision, "cpu"):
            vectors = vectors_of(self.network, self.tokenise, names)
        left, right = vectors.chunk(2)
        scores = (left @ right.T / self.config.temperature).masked_fill(~self.sampler.negatives(pairs), -torch.inf)
        wanted = torch.arange(len(pairs))
        return (functional.cross_entropy(scores, wanted) + functional.cross_entropy(scores.T, wanted)) / 2

    def save(self, step: int, accuracy: float) -> None:
        """Write the network, a checkpoint to go on from, and a line of the log."""
        save_network(self.network, self.tokenise, self.out / "network")
        state = {
            "step": step,
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "scheduler": self.scheduler.state_dict(),
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / "checkpoint.pt")
        row = {
            "step": step,
            "loss": round(float(np.mean(self.losses)), 4) if self.losses else None,
            "dev_accuracy": round(accuracy, 4),
            "seconds": round(time.monotonic() - self.began, 1),
        }
        self.losses = []
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(row) + "\n")

    def load_checkpoint(self) -> int:
        """Steps already done; 0 when there is no checkpoint."""
        path = self.out / "checkpoint.pt"
        if not path.is_file():
            return 0
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.scheduler.load_state_dict(state["scheduler"])
        return int(state["step"])


def fit_projection(network: MentionNetwork, names: Sequence[str], tokenise: SubwordTokeniser) -> None:
    """Let the projection begin as the principal components of the names' pooled states."""
    with torch.inference_mode():
        pooled = [network.pooled(*inputs(part, tokenise)) for part in batches(names, LIKE_LONG)]
        matrix = torch.cat(pooled).float()
        components = torch.linalg.svd(matrix - matrix.mean(dim=0), full_matrices=False).Vh
        network.projection.weight.data.copy_(components[: network.projection.out_features])


def dev_accuracy(encode_names: Encode, dev: Sequence[HeldOut], owners: Mapping[str, Container[str]]) -> float:
    """Part of the dev mentions whose nearest name is one of their concept's, among the names of the concepts of dev and
    some distractors. `owners` gives the HPO codes of each name.
    """
    wanted = {each.code for each in dev}
    relevant = [any(code in codes for code in wanted) for codes in owners.values()]
    names = [name for name, is_relevant in zip(owners, relevant, strict=True) if is_relevant]
    others = [name for name, is_relevant in zip(owners, relevant, strict=True) if not is_relevant]
    names += others[:: max(1, len(others) // DEV_DISTRACTORS)]
    nearest = (encode_names([each.name for each in dev]) @ encode_names(names).T).argmax(axis=1)
    return sum(each.code in owners[names[row]] for row, each in zip(nearest, dev, strict=True)) / max(1, len(dev))


def encode(network: MentionNetwork, tokenise: SubwordTokeniser, names: Sequence[str]) -> torch.Tensor:
    """(names, dimensions) vectors of the network in float32, without gradients."""
    network.eval()
    with torch.inference_mode():
        return vectors_of(network, tokenise, names)


def vectors_of(network: MentionNetwork, tokenise: SubwordTokeniser, names: Sequence[str]) -> torch.Tensor:
    """(names, dimensions) vectors; names of like length go through the network together, so that padding is short."""
    order = sorted(range(len(names)), key=lambda row: len(names[row]))
    parts = [network(*inputs([names[row] for row in part], tokenise)) for part in batches(order, LIKE_LONG)]
    places = torch.empty(len(names), dtype=torch.long)
    places[torch.tensor(order)] = torch.arange(len(names))
    return torch.cat(parts)[places]


def batches(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for low in range(0, len(items), size):
        yield items[low : low + size]

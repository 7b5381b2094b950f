"""Train the recogniser: mix corpora, mask what they do not annotate, learn from a teacher, stop early on dev, keep
checkpoints.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from safetensors.torch import load_file, save_file
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from nlp.errors import ModelError
from nlp.models.network import Recogniser, new_network
from nlp.models.tags import TagScheme
from nlp.models.tokens import SubwordTokeniser
from training.batches import padded
from training.config import RecogniseConfig
from training.devscore import evaluate
from training.evidence import evidence_loss
from training.examples import Example, Gold
from training.losses import mention_losses, tag_loss, word_states
from training.mentions import value_weights
from training.mixing import corpus_examples, dev_posts, epoch_plan
from training.noise import noisy


def train(
    config: RecogniseConfig,
    data: Path,
    out: Path,
    *,
    encoder: str | None = None,
    initial: Path | None = None,
    teacher: Path | None = None,
    resume: bool = False,
) -> Path:
    """Train and return the folder of the best network (`out/best`).

    `data` holds the shared corpora's files; `encoder` overrides the configuration's (a local folder where there is no
    hub), `initial` a folder with the weights of an earlier network to start from, `teacher` a folder with a network
    whose probabilities this one learns. Checkpoints and `log.jsonl` are written to `out` after each epoch; `resume`
    goes on from the last one.
    """
    out.mkdir(parents=True, exist_ok=True)
    seed_everything(config.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    name = encoder or config.encoder
    tokenise = SubwordTokeniser(encoder_file(name, "tokenizer.json"))
    scheme = TagScheme()
    teach = None
    if teacher:
        from training.teacher import teacher_of

        teach = teacher_of(teacher, out / "taught", device, autocast(config.precision, device))
    pools = {
        each.name: corpus_examples(each, data, scheme, tokenise, config.train_window, teach, config.sample)
        for each in config.corpora
    }
    dev = dev_posts(config, data)
    network = new_network(name, len(scheme)).to(device)
    if initial:
        load_initial(network, initial)
    return fit(network, pools, dev, config, tokenise, out, resume=resume)


def fit(
    network: Recogniser,
    pools: dict[str, list[Example]],
    dev: list[Gold],
    config: RecogniseConfig,
    tokenise: SubwordTokeniser,
    out: Path,
    *,
    resume: bool = False,
) -> Path:
    """Train a network on pools of examples by corpus, where it is; returns the folder of the best one on dev."""
    device = next(network.parameters()).device.type
    optimiser = make_optimiser(network, config)
    steps = sum(len(batches) for batches in epoch_plan(pools, config, epoch=0)) if pools else 0
    total = max(1, steps * config.epochs)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: warmup_linear(step, total, config.warmup))
    annotated = (each.mentions for pool in pools.values() for each in pool if each.mentions is not None)
    weights = value_weights(annotated, config.rare_weight)
    state = Trainer(config, network, optimiser, scheduler, TagScheme(), tokenise, device, out, weights)
    first = state.load_checkpoint() if resume else 0
    with progress_bar() as bar:
        for epoch in range(first, config.epochs):
            batches = [batch for group in epoch_plan(pools, config, epoch) for batch in group]
            random.Random(config.seed + epoch).shuffle(batches)
            task = bar.add_task(f"epoch {epoch + 1}/{config.epochs}", total=len(batches))
            state.epoch(epoch, batches, dev, lambda task=task: bar.advance(task))
            if state.stale >= config.patience:
                break
    return out / "best"


class Trainer:
    """The moving parts of one run."""

    def __init__(
        self,
        config: RecogniseConfig,
        network: Recogniser,
        optimiser: torch.optim.Optimizer,
        scheduler: Any,
        scheme: TagScheme,
        tokenise: SubwordTokeniser,
        device: str,
        out: Path,
        weights: Sequence[NDArray[np.float32]],
    ) -> None:
        self.config, self.network, self.optimiser, self.scheduler = config, network, optimiser, scheduler
        self.scheme, self.tokenise, self.device, self.out = scheme, tokenise, device, out
        self.best, self.stale = -1.0, 0
        average = get_ema_multi_avg_fn(config.averaging)
        self.weights = weights
        self.averaged = AveragedModel(network, multi_avg_fn=average) if config.averaging else None

    def epoch(self, epoch: int, batches: list[list[Example]], dev: list[Gold], advance: Any) -> None:
        self.network.train()
        start, losses = time.monotonic(), []
        rng = random.Random(f"{self.config.seed}/noise/{epoch}")
        for batch in batches:
            self.optimiser.zero_grad()
            loss = self.loss([self.blurred(example, rng) for example in batch])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.scheduler.step()
            if self.averaged is not None:
                self.averaged.update_parameters(self.network)
            losses.append(float(loss.detach()))
            advance()
        network = self.network if self.averaged is None else self.averaged.module
        score = evaluate(network, dev, self.scheme, self.tokenise, self.config.train_window, self.device)
        if score.f1 > self.best:
            self.best, self.stale = score.f1, 0
            save_network(network, self.tokenise, self.out / "best")
        else:
            self.stale += 1
        self.save_checkpoint(epoch + 1)
        row = {"epoch": epoch + 1, "loss": float(np.mean(losses)), "seconds": time.monotonic() - start}
        row |= {"precision": score.precision, "recall": score.recall, "f1": score.f1, **score.heads}
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({key: round(value, 4) for key, value in row.items()}) + "\n")

    def blurred(self, example: Example, rng: random.Random) -> Example:
        """The example with the noise that the configuration asks for."""
        noise = self.config.noise
        return noisy(example, noise, self.tokenise, rng) if noise.typo or noise.short or noise.blot else example

    def loss(self, batch: Sequence[Example]) -> torch.Tensor:
        """The weighted sum of the losses of tags, attributes, relations and evidence."""
        ids, mask = padded([example.ids for example in batch])
        with autocast(self.config.precision, self.device):
            logits, states = self.network(ids.to(self.device), mask.to(self.device))
        loss = tag_loss(batch, word_states(batch, logits), self.config.teacher_weight)
        if self.network.heads is not None and any(example.mentions is not None for example in batch):
            attributes, relations = mention_losses(batch, word_states(batch, states), self.network.heads, self.weights)
            loss = loss + self.config.attribute_weight * attributes + self.config.relation_weight * relations
        head = self.network.heads.evidence if self.network.heads is not None else None
        if head is not None and any(example.evidence is not None for example in batch):
            words = word_states(batch, states).split([len(example.first) for example in batch])
            loss = loss + self.config.evidence_weight * evidence_loss([each.evidence for each in batch], words, head)
        return loss

    def save_checkpoint(self, epochs: int) -> None:
        state = {
            "epochs": epochs,
            "best": self.best,
            "stale": self.stale,
            "network": self.network.state_dict(),
            "averaged": None if self.averaged is None else self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "scheduler": self.scheduler.state_dict(),
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / "checkpoint.pt")

    def load_checkpoint(self) -> int:
        """Epochs already done; 0 when there is no checkpoint."""
        path = self.out / "checkpoint.pt"
        if not path.is_file():
            return 0
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        if self.averaged is not None and state["averaged"]:
            self.averaged.load_state_dict(state["averaged"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.scheduler.load_state_dict(state["scheduler"])
        self.best, self.stale = state["best"], state["stale"]
        return int(state["epochs"])


def load_initial(network: Recogniser, folder: Path) -> None:
    """Take the weights of an earlier network; heads on its states that it did not have, or of another shape, stay
    random.
    """
    own = network.state_dict()
    found = load_file(folder / "model.safetensors")
    found = {name: value for name, value in found.items() if not (name in own and alien(name, value, own[name]))}
    missing, unexpected = network.load_state_dict(found, strict=False)
    wrong = [name for name in (*missing, *unexpected) if not name.startswith("heads.")]
    if wrong:
        raise ModelError(f"{folder}: its weights do not fit this network; the first that differs is {wrong[0]}")


def alien(name: str, value: torch.Tensor, own: torch.Tensor) -> bool:
    """Whether a head's weights are those of a head of another shape."""
    return name.startswith("heads.") and value.shape != own.shape


def make_optimiser(network: Recogniser, config: RecogniseConfig) -> torch.optim.Optimizer:
    """AdamW with a higher rate for the new head, and no decay on biases and layer norms."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        groups.setdefault((name.startswith("head"), parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": parameters,
                "lr": config.head_learning_rate if head else config.learning_rate,
                "weight_decay": config.weight_decay if decays else 0.0,
            }
            for (head, decays), parameters in groups.items()
        ]
    )


def warmup_linear(step: int, total: int, warmup: float) -> float:
    """Factor of the learning rate: up over the first part, then linearly down to zero."""
    rising = max(1, int(total * warmup))
    return step / rising if step < rising else max(0.0, (total - step) / max(1, total - rising))


def autocast(precision: str, device: str) -> Any:
    """bf16 autocast where asked for or, with `auto`, where the machine computes in it natively."""
    if precision == "auto":
        native = torch.cuda.is_bf16_supported() if device == "cuda" else cpu_has_bf16()
        precision = "bf16" if native else "fp32"
    return torch.autocast(device, dtype=torch.bfloat16) if precision == "bf16" else nullcontext()


def cpu_has_bf16() -> bool:
    return bool(getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)())


def seed_everything(seed: int) -> None:
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def encoder_file(encoder: str, name: str) -> Path:
    """A file of an encoder: from its local folder, else from the Hugging Face hub."""
    if Path(encoder).is_dir():
        return Path(encoder) / name
    from huggingface_hub import hf_hub_download

    return Path(hf_hub_download(encoder, name))


def save_network(network: Recogniser, tokenise: SubwordTokeniser, folder: Path) -> None:
    """Weights, encoder configuration and tokeniser, as `load_network` and the export read them."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, folder / "model.safetensors")
    network.encoder.config.save_pretrained(folder)
    tokenise.backend.save(str(folder / "tokenizer.json"))


def progress_bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn()
    )

"""Train the recogniser: mix corpora, mask what they do not annotate, stop early on dev, keep checkpoints."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from safetensors.torch import load_file, save_file
from torch.nn import functional

from corpora import real
from nlp.errors import UsageError
from nlp.models.network import Recogniser, new_network
from nlp.models.packing import pack
from nlp.models.tags import TagScheme, log_softmax
from nlp.models.tokens import SubwordTokeniser
from training.config import CorpusSource, RecogniseConfig
from training.corpora_map import CORPORA, OWN, SEED
from training.examples import Example, Gold, make_examples, own_gold, read_gold, real_gold

# real posts that we annotated, as they are named in a configuration
REAL_NAMES = {f"{name}-annotated": name for name in real.TEXT_FILES}
REAL = {name: real.TEXT_FILES[corpus] for name, corpus in REAL_NAMES.items()}
MAPS = {**CORPORA, "firsthand": OWN, "firsthand-seed": SEED}


@dataclass(frozen=True)
class DevScore:
    """Micro precision, recall and F1 of exact (strict) spans with labels on dev."""

    precision: float
    recall: float
    f1: float


def train(
    config: RecogniseConfig,
    data: Path,
    out: Path,
    *,
    encoder: str | None = None,
    initial: Path | None = None,
    resume: bool = False,
) -> Path:
    """Train and return the folder of the best network (`out/best`).

    `data` holds the shared corpora's files; `encoder` overrides the configuration's (a local folder where there is no
    hub), `initial` a folder with the weights of an earlier network to start from. Checkpoints and `log.jsonl` are
    written to `out` after each epoch; `resume` goes on from the last one.
    """
    out.mkdir(parents=True, exist_ok=True)
    seed_everything(config.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    name = encoder or config.encoder
    tokenise = SubwordTokeniser(encoder_file(name, "tokenizer.json"))
    scheme = TagScheme()
    pools = {each.name: corpus_examples(each, data, scheme, tokenise, config.train_window) for each in config.corpora}
    dev = dev_posts(config, data)
    network = new_network(name, len(scheme)).to(device)
    if initial:
        network.load_state_dict(load_file(initial / "model.safetensors"))
    optimiser = make_optimiser(network, config)
    steps = sum(len(batches) for batches in epoch_plan(pools, config, epoch=0)) if pools else 0
    total = max(1, steps * config.epochs)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: warmup_linear(step, total, config.warmup))
    state = Trainer(config, network, optimiser, scheduler, scheme, tokenise, device, out)
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
    ) -> None:
        self.config, self.network, self.optimiser, self.scheduler = config, network, optimiser, scheduler
        self.scheme, self.tokenise, self.device, self.out = scheme, tokenise, device, out
        self.best, self.stale = -1.0, 0

    def epoch(self, epoch: int, batches: list[list[Example]], dev: list[Gold], advance: Any) -> None:
        self.network.train()
        start, losses = time.monotonic(), []
        for batch in batches:
            self.optimiser.zero_grad()
            loss = self.loss(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.scheduler.step()
            losses.append(float(loss.detach()))
            advance()
        score = evaluate(self.network, dev, self.scheme, self.tokenise, self.config.train_window, self.device)
        if score.f1 > self.best:
            self.best, self.stale = score.f1, 0
            save_network(self.network, self.tokenise, self.out / "best")
        else:
            self.stale += 1
        self.save_checkpoint(epoch + 1)
        row = {"epoch": epoch + 1, "loss": float(np.mean(losses)), "seconds": time.monotonic() - start, **asdict(score)}
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({key: round(value, 4) for key, value in row.items()}) + "\n")

    def loss(self, batch: Sequence[Example]) -> torch.Tensor:
        """Mean over words of -log(sum of the probabilities of the allowed tags)."""
        ids, mask = pad_ids(batch)
        rows = torch.tensor([row for row, example in enumerate(batch) for _ in example.first])
        columns = torch.tensor([column for example in batch for column in example.first])
        allowed = torch.from_numpy(np.concatenate([example.allowed for example in batch]))
        with autocast(self.config.precision, self.device):
            logits = self.network(ids.to(self.device), mask.to(self.device))
        words = functional.log_softmax(logits[rows.to(self.device), columns.to(self.device)].float(), dim=-1)
        likelihood = words.masked_fill(~allowed.to(self.device), -torch.inf).logsumexp(dim=-1)
        return -likelihood.mean()

    def save_checkpoint(self, epochs: int) -> None:
        state = {
            "epochs": epochs,
            "best": self.best,
            "stale": self.stale,
            "network": self.network.state_dict(),
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
        self.optimiser.load_state_dict(state["optimiser"])
        self.scheduler.load_state_dict(state["scheduler"])
        self.best, self.stale = state["best"], state["stale"]
        return int(state["epochs"])


def corpus_examples(
    source: CorpusSource, data: Path, scheme: TagScheme, tokenise: SubwordTokeniser, window: int
) -> list[Example]:
    """The training examples of one corpus. Raises UsageError for an unknown corpus or one whose file is not in
    `data`.
    """
    if source.name == "firsthand":
        golds = own_gold("train")
    elif source.name in REAL:
        check_file(source.name, data / REAL[source.name])
        golds = real_gold(REAL_NAMES[source.name], data, "train")
    elif source.name in CORPORA and source.file:
        check_file(source.name, data / source.file)
        annotated = real.annotated_ids(source.name)  # ours are better, and some of them are test
        golds = [gold for gold in read_gold(data / source.file, source.name, source.split) if gold.id not in annotated]
    else:
        raise UsageError(f"corpus '{source.name}' is not known; known: firsthand, {', '.join([*REAL, *CORPORA])}")
    return make_examples(golds, scheme, MAPS, tokenise, window)


def check_file(corpus: str, path: Path) -> None:
    if not path.is_file():
        raise UsageError(f"corpus '{corpus}': {path.name} is not in {path.parent}; give its folder with --data")


def dev_posts(config: RecogniseConfig, data: Path) -> list[Gold]:
    """The dev posts of our own corpora in the mix."""
    golds = own_gold("dev")
    for source in config.corpora:
        if source.name in REAL:
            golds += real_gold(REAL_NAMES[source.name], data, "dev")
    return golds


def epoch_plan(pools: dict[str, list[Example]], config: RecogniseConfig, epoch: int) -> Iterator[list[list[Example]]]:
    """Batches of one epoch: each corpus gives its share, drawn anew by (seed, epoch), then packed by length."""
    drawn: list[Example] = []
    for number, source in enumerate(config.corpora):
        pool = pools[source.name]
        rng = random.Random(f"{config.seed}/{epoch}/{number}")
        whole, rest = divmod(source.share, 1.0)
        drawn += pool * int(whole) + rng.sample(pool, round(rest * len(pool)))
    random.Random(f"{config.seed}/{epoch}").shuffle(drawn)
    for low in range(0, len(drawn), 1024):  # packed within chunks, so that batches differ between epochs
        chunk = drawn[low : low + 1024]
        yield [[chunk[i] for i in group] for group in pack([len(each.ids) for each in chunk], config.batch_tokens)]


def evaluate(
    network: Recogniser, golds: Sequence[Gold], scheme: TagScheme, tokenise: SubwordTokeniser, window: int, device: str
) -> DevScore:
    """Strict micro scores of the network on gold posts, over what their corpus annotates."""
    network.eval()
    right, predicted, wanted = strict_counts(
        golds, lambda text: predict(network, text, scheme, tokenise, window, device)
    )
    precision, recall = right / max(1, predicted), right / max(1, wanted)
    return DevScore(precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def strict_counts(golds: Iterable[Gold], find: Callable[[str], set[tuple[int, int, str]]]) -> tuple[int, int, int]:
    """(right, predicted, wanted) exact spans with labels that `find` gives for the texts, over what is annotated."""
    right = predicted = wanted = 0
    for gold in golds:
        corpus = MAPS[gold.corpus]
        truth = {(start, end, corpus.mapping[label][0]) for start, end, label in gold.spans if label in corpus.mapping}
        found = {span for span in find(gold.text) if span[2] not in corpus.silent}
        right, predicted, wanted = right + len(truth & found), predicted + len(found), wanted + len(truth)
    return right, predicted, wanted


def predict(
    network: Recogniser, text: str, scheme: TagScheme, tokenise: SubwordTokeniser, window: int, device: str
) -> set[tuple[int, int, str]]:
    gold = Gold("", text, (), "firsthand")
    words = tokenise(text).words
    tags: list[int] = []
    for example in make_examples([gold], scheme, MAPS, tokenise, window):
        ids, mask = pad_ids([example])
        with torch.inference_mode():
            logits = network(ids.to(device), mask.to(device))[0, example.first].float().cpu().numpy()
        tags += scheme.decode(log_softmax(logits))
    return {(words[first][0], words[last - 1][1], label) for first, last, label in scheme.spans(tags)}


def pad_ids(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    longest = max(len(example.ids) for example in batch)
    ids = torch.zeros((len(batch), longest), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, example in enumerate(batch):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        mask[row, : len(example.ids)] = 1
    return ids, mask


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

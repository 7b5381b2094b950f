"""The configuration of a training run, read from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from nlp.errors import UsageError


@dataclass(frozen=True)
class CorpusSource:
    """One corpus of the mix: `share` is the part of its examples drawn in each epoch (above 1: repeated); `taught` says
    whether a teacher, where there is one, reads its texts too; `copies` how often each post is spliced (`spliced`).
    """

    name: str
    share: float = 1.0
    file: str | None = None
    split: str | None = "train"
    taught: bool = False
    copies: int = 1


@dataclass(frozen=True)
class Sample:
    """Of the posts that we annotated, those of some authors alone: authors fall into `parts` parts, the same ones every
    time, and those of the parts in `keep` (from 0) are trained on. For curves of score against data, and for models
    that have not read the rest.
    """

    parts: int = 1
    keep: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Noise:
    """Shares of words that are misspelt (`typo`), shortened where a short form is known (`short`), or made unreadable
    (`blot`) in training.
    """

    typo: float = 0.0
    short: float = 0.0
    blot: float = 0.0


@dataclass(frozen=True)
class RecogniseConfig:
    """A run of `firsthand train recognise`. Lengths are in subwords, `batch_tokens` counts padding.

    The loss is that of the tags, plus `attribute_weight` and `relation_weight` times those of the heads on mentions and
    `evidence_weight` times that of the evidence head; of the attributes' loss, rare values weigh more by `rare_weight`
    (see `training.mentions.value_weights`, 0: all the same); of the tags' loss, `teacher_weight` is the cross entropy
    to the teacher, where there is one. `averaging` is the decay of a moving average of the weights, which is then what
    is scored and kept; 0 keeps the weights themselves. `refit` asks for the heads to be fitted once more after the
    export (see `training.refit`), `lean_labels` for the event labels to be balanced on dev before it (see
    `training.label_leaning`). `sample` trains on a part of our posts alone.
    """

    name: str
    encoder: str
    corpora: tuple[CorpusSource, ...]
    seed: int = 13
    epochs: int = 12
    patience: int = 4
    learning_rate: float = 2e-4
    head_learning_rate: float = 1e-3
    weight_decay: float = 0.01
    warmup: float = 0.1
    batch_tokens: int = 1536
    train_window: int = 256
    window: int = 256
    precision: str = "auto"
    attribute_weight: float = 0.1
    relation_weight: float = 0.2
    evidence_weight: float = 0.1
    rare_weight: float = 0.0
    teacher_weight: float = 0.5
    averaging: float = 0.0
    refit: bool = False
    lean_labels: bool = False
    noise: Noise = Noise()
    sample: Sample = Sample()
    licences: dict[str, str] = field(default_factory=dict)


def read_config(path: Path) -> RecogniseConfig:
    """The configuration in a TOML file. Raises UsageError that names an unknown or missing key and the valid ones."""
    raw = read_toml(path)
    corpora = raw.pop("corpora", [])
    noise = raw.pop("noise", {})
    check_keys(noise, Noise, f"{path} [noise]", required=())
    sample = read_sample(raw.pop("sample", {}), path)
    check_keys(raw, RecogniseConfig, str(path), required=("name", "encoder"))
    for each in corpora:
        check_keys(each, CorpusSource, f"{path} [[corpora]]", required=("name",))
    sources = tuple(CorpusSource(**each) for each in corpora)
    return RecogniseConfig(corpora=sources, noise=Noise(**noise), sample=sample, **raw)


def read_sample(table: dict[str, Any], path: Path) -> Sample:
    """The parts of our posts to train on. Raises UsageError for parts that are none."""
    check_keys(table, Sample, f"{path} [sample]", required=())
    sample = Sample(**{**table, "keep": tuple(table.get("keep", Sample.keep))})
    if not sample.keep or not set(sample.keep) <= set(range(sample.parts)):
        raise UsageError(f"{path} [sample]: keep {list(sample.keep)} is not among the parts 0 to {sample.parts - 1}")
    return sample


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises UsageError when it is missing or no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"configuration {path} does not exist") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"configuration {path} is not TOML: {error}") from None


def check_keys(table: dict[str, Any], kind: type, where: str, required: tuple[str, ...]) -> None:
    valid = [each.name for each in fields(kind)]
    for key in table:
        if key not in valid:
            raise UsageError(f"{where}: unknown key '{key}'; valid: {', '.join(valid)}")
    for key in required:
        if key not in table:
            raise UsageError(f"{where}: '{key}' is missing")

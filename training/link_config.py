"""The configuration of a run of `firsthand train link`, read from TOML."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from training.config import check_keys, read_toml


@dataclass(frozen=True)
class LinkConfig:
    """A mention encoder: the first `layers` of `encoder`, mean-pooled, projected to `dimensions`.

    A batch holds `batch_pairs` pairs of synonyms: `neighbours` groups around each of a few drawn at random, so that
    most of its negatives look like the positive. `temperature` divides the cosines (InfoNCE; van den Oord et al. 2018).
    Below `threshold` of the calibrated score a mention gets no link.
    """

    name: str
    encoder: str
    layers: int = 6
    dimensions: int = 128
    seed: int = 13
    steps: int = 600
    batch_pairs: int = 128
    neighbours: int = 8
    temperature: float = 0.05
    learning_rate: float = 1e-4
    head_learning_rate: float = 1e-3
    warmup: float = 0.05
    checkpoint_every: int = 100
    threshold: float = 0.6
    precision: str = "auto"
    licences: dict[str, str] = field(default_factory=dict)


def read_link_config(path: Path) -> LinkConfig:
    """The configuration in a TOML file. Raises UsageError that names an unknown or missing key and the valid ones."""
    raw = read_toml(path)
    check_keys(raw, LinkConfig, str(path), required=("name", "encoder"))
    return LinkConfig(**raw)

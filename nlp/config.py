"""The configuration of a pipeline; its hash goes into every record."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version


@dataclass(frozen=True, slots=True)
class PipelineConfig:
    """What decides a record's content. Device, threads and batching are not here: they may not change a record.

    `drug_field` names the metadata field that holds the medicine a review is about (an implicit suspect when the text
    names none). `max_chars` is the longest text that is read, in code points.
    """

    model: str = "default"
    drug_field: str = "drug"
    min_score: float = 0.0
    redact: bool = True
    max_chars: int = 1_000_000

    def sha256(self) -> str:
        """Hex digest of the configuration in canonical JSON."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class RuntimeConfig:
    """How a pipeline runs: nothing here changes what it finds.

    `threads` of the encoder (None: all cores), `batch_posts` go through the components together, `batch_tokens`
    bounds a GPU batch.
    """

    device: str = "auto"
    threads: int | None = None
    batch_posts: int = 32
    batch_tokens: int = 16_384


def firsthand_version() -> str:
    """The version of the installed distribution, `0+source` when run from a source tree."""
    try:
        return version("firsthand")
    except PackageNotFoundError:
        return "0+source"

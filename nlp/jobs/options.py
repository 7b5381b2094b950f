"""What a run is told to do and what it tells when it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nlp.io.sources import Source


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What to run over and where the records go.

    `inputs` and `source` are read by `nlp.io.sources.Reader`, `out` and `out_format` by `nlp.io.outputs.plan_output`;
    failures go to the JSONL file `quarantine`. `config` names everything else that decides the records, best as a
    sha256, and `linked_by` the versions of what mentions are linked by, by name: a resumed run must have the same.
    `limit` ends the run after so many posts, readable or not. `chunk_posts` are processed and vouched for at once; a
    shard of `shard_records` ends with the chunk that fills it.
    """

    inputs: Sequence[str]
    out: str
    source: Source = field(default_factory=Source)
    out_format: str | None = None
    quarantine: Path | None = None
    workers: int = 1
    resume: bool = False
    overwrite: bool = False
    limit: int | None = None
    config: str = ""
    linked_by: Mapping[str, str] = field(default_factory=dict)
    chunk_posts: int = 256
    shard_records: int = 50_000


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What was done, over all sessions of a resumed run: `read` is `written` + `quarantined`.

    `words` are the words, between white space, of the posts written; `reasons` count the quarantined by reason;
    `interrupted` says that a run with `resume` has something left to do.
    """

    read: int
    written: int
    quarantined: int
    words: int
    seconds: float
    interrupted: bool
    reasons: Mapping[str, int]

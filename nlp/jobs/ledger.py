"""The ledger of a run: a small file beside the output that says how far it is, so that it can go on after any end."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nlp.errors import UsageError
from nlp.io.append import OutputError
from nlp.io.inputs import InputFile
from nlp.io.sinks import Checkpoint

LEDGER_VERSION = 1
LEDGER_SUFFIX = ".firsthand-ledger.json"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run has done so far: `read` is `written` + `quarantined`; `words` are those of the posts written.

    `seconds` add up over the sessions of a resumed run; `reasons` count the quarantined posts by reason.
    """

    read: int = 0
    written: int = 0
    quarantined: int = 0
    words: int = 0
    seconds: float = 0.0
    reasons: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file was when the run began; `modified` is in nanoseconds since 1970."""

    path: str
    size: int
    modified: int

    @staticmethod
    def of(path: Path) -> Fingerprint:
        """The fingerprint of the file now."""
        found = path.stat()
        return Fingerprint(str(path), found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The state at a checkpoint: all that decides the records, and up to where output and quarantine are vouched for.

    `output` is None until the first checkpoint; `quarantine` is the size of that file in bytes.
    """

    inputs: Sequence[Fingerprint]
    settings: Mapping[str, Any]
    counts: Counts = Counts()
    output: Checkpoint | None = None
    quarantine: int = 0

    def save(self, path: Path) -> None:
        """Replace the file at `path` in one step. Raises OutputError, with the old ledger in place."""
        unfinished = path.with_name(f".{path.name}.unfinished")
        try:
            with unfinished.open("w", encoding="utf-8") as file:
                json.dump({"ledger": LEDGER_VERSION, **asdict(self)}, file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, path)
        except OSError as error:
            raise OutputError.of(path, error) from error
        finally:
            unfinished.unlink(missing_ok=True)

    @staticmethod
    def load(path: Path) -> Ledger:
        """The ledger in the file. Raises UsageError if it is not one or of another version."""
        try:
            state = json.loads(path.read_bytes())
            version = state.pop("ledger")
            if version != LEDGER_VERSION:
                raise UsageError(f"{path}: ledger version {version!r}, this firsthand reads {LEDGER_VERSION}")
            state["inputs"] = [Fingerprint(**fingerprint) for fingerprint in state["inputs"]]
            state["counts"] = Counts(**state["counts"])
            return Ledger(**state)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise UsageError(f"{path}: not a ledger of firsthand; use --overwrite to start anew") from error

    def refuse_changes(self, inputs: Sequence[Fingerprint], settings: Mapping[str, Any]) -> None:
        """Raises UsageError, naming the first difference, if the run is not the one that the ledger is of."""
        before = {fingerprint.path: fingerprint for fingerprint in self.inputs}
        now = {fingerprint.path: fingerprint for fingerprint in inputs}
        for path in [*before, *now]:
            if before.get(path) != now.get(path):
                change = "is new among the inputs" if path not in before else "changed" if path in now else "is missing"
                raise UsageError(f"cannot resume: {path} {change} since the run began; use --overwrite to start anew")
        if list(before) != list(now):
            raise UsageError("cannot resume: the inputs come in another order; use --overwrite to start anew")
        for name in [*self.settings, *settings]:
            old, new = self.settings.get(name), settings.get(name)
            if old != new:
                change = (
                    f"was {old!r}, now {new!r}"
                    if name in self.settings and name in settings
                    else f"({new if name in settings else old}) was {'added' if name in settings else 'taken away'} "
                    "since the run began"
                )
                raise UsageError(f"cannot resume: {name} {change}; use --overwrite to start anew")


def fingerprints(files: Sequence[InputFile]) -> list[Fingerprint]:
    """Fingerprints of the files of a run, in its order; standard input has none."""
    return [Fingerprint.of(file.path) for file in files if file.path is not None]


def ledger_path(output: Path) -> Path:
    """Where the ledger of an output stands: beside it, never in a folder of shards."""
    return output.with_name(output.name + LEDGER_SUFFIX)

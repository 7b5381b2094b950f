"""Where records go: read what the caller named as output, and refuse what cannot be written before any work is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import UsageError

STDOUT = "-"
FORMATS = ("jsonl", "jsonl.gz", "csv", "parquet")
DEFAULT_SHARD_FORMAT = "jsonl.gz"
PART = re.compile(r"\.?part-(\d{5,})\.(?:jsonl|jsonl\.gz|csv|parquet)(?:\.journal|\.unfinished)?")
WRITABLE = f"{', '.join(f'.{format}' for format in FORMATS)}, a folder for shards (its name ending in /), or -"


@dataclass(frozen=True, slots=True)
class Output:
    """A file, a folder of shards, or, without a path, standard output; `format` is one of `FORMATS`."""

    path: Path | None
    format: str
    shards: bool = False

    def is_there(self) -> bool:
        """Whether something would be written over: the file, or shards of whatever format in the folder."""
        if self.path is None:
            return False
        return any(parts(self.path)) if self.shards else self.path.exists()


def plan_output(out: str | Path, format: str | None = None) -> Output:
    """Read `out`: a path with an extension of `FORMATS`, a folder, or `-` for JSONL on standard output.

    A folder is a path that ends in `/`, that is a folder, or that has no extension; its shards are of `format` or
    jsonl.gz. For a file `format` overrides the extension.

    Raises UsageError for an unknown format or extension, a folder where a file is meant or the reverse, and a folder to
    write in that does not exist.
    """
    if format is not None and format not in FORMATS:
        raise UsageError(f"unknown output format {format!r}: choose one of {', '.join(FORMATS)}")
    if str(out) == STDOUT:
        if format not in (None, "jsonl"):
            raise UsageError(f"standard output takes jsonl, not {format}: name a file")
        return Output(None, "jsonl")
    path = Path(out)
    if not path.parent.is_dir():
        raise UsageError(f"{out}: the folder {path.parent} does not exist")
    extension = _extension(path)
    if str(out).endswith("/") or (path.is_dir() and not extension) or not path.suffix:
        if path.exists() and not path.is_dir():
            raise UsageError(f"{out}: is a file, not a folder; name a folder or one of {WRITABLE}")
        return Output(path, format or DEFAULT_SHARD_FORMAT, shards=True)
    if path.is_dir():
        raise UsageError(f"{out}: is a folder; write {out}/ for shards in it, or name a file")
    chosen = format or extension
    if chosen is None:
        raise UsageError(f"{out}: unknown extension {path.suffix!r}; writable are {WRITABLE}")
    return Output(path, chosen)


def refuse_existing(output: Output) -> None:
    """Raises UsageError if the output is there already."""
    if output.is_there():
        raise UsageError(f"{output.path}: is there already; use --overwrite to replace it, or --resume to go on")


def parts(folder: Path) -> Iterator[tuple[int, Path]]:
    """The shards in a folder and what belongs to them, of whatever format, in no order, each with its number."""
    for path in folder.glob("*part-*"):
        if match := PART.fullmatch(path.name):
            yield int(match[1]), path


def _extension(path: Path) -> str | None:
    name = path.name.lower()
    return next((format for format in FORMATS if name.endswith(f".{format}")), None)

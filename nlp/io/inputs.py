"""Find the files behind the inputs of a run: paths, folders, globs, and `-` for standard input."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import UsageError

STDIN = "-"
FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet"}
READABLE = ".jsonl, .ndjson, .csv, .tsv (each also .gz) or .parquet"


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to read: `path` is None for standard input, `name` is what places and made-up ids show of it."""

    path: Path | None
    name: str
    format: str


def find_inputs(
    inputs: Sequence[str | Path], format: str | None = None, outputs: Collection[Path] = ()
) -> tuple[InputFile, ...]:
    """The files behind `inputs`, in order; a folder gives the known files in it and below, sorted, and so does a glob.

    `format` (jsonl, csv, tsv, parquet) overrides the extensions; a folder then gives all its files. Hidden files of
    folders are left out, a file found twice is read once. What lies under `outputs` is no input of a folder or glob. A
    file is named by its file name, or by its path below the folder common to all when two would be named alike.

    Raises UsageError for an input that does not exist, an unknown extension or format, a folder or glob without files,
    and an output given as an input.
    """
    if format is not None and format not in FORMATS.values():
        raise UsageError(f"unknown input format {format!r}: choose one of {', '.join(sorted(set(FORMATS.values())))}")
    if not inputs:
        raise UsageError("no input given: name files, folders or globs, or - for standard input")
    written = [path.resolve() for path in outputs]
    found: dict[Path | None, str] = {}
    for given in map(str, inputs):
        if given == STDIN:
            found.setdefault(None, format or "jsonl")
            continue
        for path in _expand(given, format, written):
            found.setdefault(path.resolve(), format or _format_of(path))
    names = _names([path for path in found if path is not None])
    return tuple(InputFile(path, "-" if path is None else names[path], kind) for path, kind in found.items())


def _expand(given: str, format: str | None, written: Sequence[Path]) -> Iterator[Path]:
    path = Path(given)
    if path.is_dir():
        matches = [file for file in _files_below(path) if format or _known_format(file)]
        nothing = f"{given}: the folder holds no file that can be read ({READABLE})"
    elif path.exists():
        if path.resolve() in written:
            raise UsageError(f"{given} is both an input and the output: choose another output")
        yield path
        return
    elif glob.has_magic(given):
        hits = [Path(hit) for hit in sorted(glob.glob(given, recursive=True))]
        matches = [file for hit in hits for file in (_files_below(hit) if hit.is_dir() else [hit])]
        nothing = f"{given}: no file matches"
    else:
        raise UsageError(f"{given}: no such file or folder")
    matches = [file for file in matches if not _is_written(file.resolve(), written)]
    if not matches:
        raise UsageError(nothing)
    yield from matches


def _files_below(folder: Path) -> list[Path]:
    files: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [Path(parent, name) for name in names if not name.startswith(".")]
    return sorted(files)


def _is_written(path: Path, written: Sequence[Path]) -> bool:
    return any(path == output or output in path.parents for output in written)


def _known_format(path: Path) -> str | None:
    name = path.name.lower()
    suffix = Path(name.removesuffix(".gz")).suffix
    format = FORMATS.get(suffix)
    return None if format == "parquet" and name.endswith(".gz") else format


def _format_of(path: Path) -> str:
    format = _known_format(path)
    if format is None:
        raise UsageError(f"{path}: unknown extension; readable are {READABLE}, or name the format")
    return format


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    twice = max(Counter(path.name for path in paths).values(), default=1) > 1
    if not twice:
        return {path: path.name for path in paths}
    common = os.path.commonpath([path.parent for path in paths])
    return {path: path.relative_to(common).as_posix() for path in paths}

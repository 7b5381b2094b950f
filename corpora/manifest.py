"""The manifest: every corpus with licence, language and citation, and the sha256 of every file of data that ships."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nlp.errors import UsageError

FOLDER = Path(__file__).parent
FILE = "manifest.toml"
TABLE = "[sha256]"

Kind = Literal["authored", "unlabelled", "stand-off", "challenge", "reader"]


@dataclass(frozen=True)
class Corpus:
    """One corpus. `files` are patterns below `corpora/`; `terms` are those of what is not ours."""

    name: str
    kind: Kind
    licence: str
    language: str
    citation: str | None = None
    terms: str | None = None
    files: tuple[str, ...] = ()


def read(folder: Path | None = None) -> tuple[Corpus, ...]:
    """The corpora of the manifest, in its order."""
    rows = tomllib.loads(((folder or FOLDER) / FILE).read_text(encoding="utf-8"))["corpus"]
    return tuple(Corpus(**{**row, "files": tuple(row.get("files", ()))}) for row in rows)


def corpus(name: str) -> Corpus:
    """One corpus of the manifest. Raises UsageError that lists the names."""
    corpora = {each.name: each for each in read()}
    if name not in corpora:
        raise UsageError(f"no corpus is called '{name}'; corpora: {', '.join(corpora)}")
    return corpora[name]


def write(folder: Path | None = None) -> int:
    """Write the sha256 of every file of data into the manifest, in place of those there; returns how many."""
    folder = folder or FOLDER
    path = folder / FILE
    described = path.read_text(encoding="utf-8").partition(f"\n{TABLE}\n")[0].rstrip("\n")
    hashes = digests(folder)
    lines = [f'"{name}" = "{digest}"' for name, digest in hashes.items()]
    path.write_text("\n".join([described, "", TABLE, *lines, ""]), encoding="utf-8")
    return len(hashes)


def check(folder: Path | None = None) -> Iterator[str]:
    """Files that no corpus of the manifest names, and files that are not, byte for byte, those of the manifest."""
    folder = folder or FOLDER
    known = tomllib.loads((folder / FILE).read_text(encoding="utf-8")).get("sha256", {})
    found = digests(folder)
    listed = {path for each in read(folder) for pattern in each.files for path in folder.glob(pattern)}
    for each in read(folder):
        if each.kind != "reader" and not any(next(folder.glob(pattern), None) for pattern in each.files):
            yield f"{FILE}: there is no file of {each.name} ({', '.join(each.files)})"
    for name in sorted(found.keys() | known.keys()):
        if name not in found:
            yield f"{FILE}: {name} is not there"
        elif folder / name not in listed:
            yield f"{name}: no corpus of {FILE} names this file"
        elif known.get(name) != found[name]:
            yield f"{name}: its sha256 is not that of {FILE}; `firsthand corpora manifest --write` writes it anew"


def digests(folder: Path) -> dict[str, str]:
    """sha256 of every file of data below the folder: what lies in a folder that some corpus names files of."""
    places = {Path(pattern).parent for each in read(folder) for pattern in each.files}
    paths = sorted(path for place in places for path in (folder / place).glob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}

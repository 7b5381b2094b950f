"""The files of a vocabulary folder: its manifest, and its tables, checked by hash."""

from __future__ import annotations

import hashlib
import json
import lzma
from pathlib import Path
from typing import Any

from nlp.errors import VocabularyError

VOCABULARY_SCHEMA = "firsthand/vocabulary/1"


def read_manifest(folder: Path) -> dict[str, Any]:
    """The folder's manifest: schema, sources with version, licence and hash, files with their hash."""
    file = folder / "manifest.json"
    try:
        manifest: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise VocabularyError(f"{folder} holds no manifest.json: not a vocabulary folder") from None
    except ValueError as error:
        raise VocabularyError(f"{file} is not JSON: {error}") from None
    if manifest.get("schema") != VOCABULARY_SCHEMA:
        raise VocabularyError(f"{file} has schema '{manifest.get('schema')}', this version reads '{VOCABULARY_SCHEMA}'")
    return manifest


def read_table(folder: Path, table: str, hashes: dict[str, str]) -> str:
    """The text of a table, without its last line end. Raises VocabularyError when it is missing or not the one of
    the manifest.
    """
    name = f"{table}.tsv.xz"
    try:
        packed = (folder / name).read_bytes()
    except FileNotFoundError:
        raise VocabularyError(f"{name} is missing in {folder}") from None
    found = hashlib.sha256(packed).hexdigest()
    if found != hashes.get(name):
        raise VocabularyError(
            f"{folder / name} has sha256 {found[:12]}, its manifest says {hashes.get(name, 'nothing')[:12]}"
        )
    return lzma.decompress(packed).decode("utf-8").rstrip("\n")

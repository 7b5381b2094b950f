"""What the builders of the vocabulary tables fill: concepts, their names, and the names that may be found in text."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nlp.errors import VocabularyError
from nlp.models.knowledge_base import ALIAS_KINDS, Concept, normalise

Key = tuple[str, str]
RANK = {kind: rank for rank, kind in enumerate(ALIAS_KINDS)}


@dataclass
class Draft:
    """`names` maps a normalised alias to its concepts and how it belongs to each; `findable` an alias to the
    lexicon's mark.

    `prescribed` are the normalised names that RxNorm gives to ingredients and products. `problems` are rows of the
    sources that could not be read, by file and line.
    """

    concepts: dict[Key, Concept] = field(default_factory=dict)
    names: dict[str, dict[Key, str]] = field(default_factory=dict)
    findable: dict[str, str] = field(default_factory=dict)
    xrefs: dict[Key, list[Key]] = field(default_factory=dict)
    prescribed: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def add(self, concept: Concept) -> Key:
        """Take in a concept, under its name; the first one with a code stays."""
        key = concept.system, concept.code
        self.concepts.setdefault(key, concept)
        self.name(concept.name, key, "label")
        return key

    def name(self, text: str, key: Key, kind: str) -> str:
        """Give a concept a name, at its best kind. The normalised name is returned, empty when nothing is left of
        the text.
        """
        alias = normalise(text)
        if alias:
            kinds = self.names.setdefault(alias, {})
            if key not in kinds or RANK[kind] < RANK[kinds[key]]:
                kinds[key] = kind
        return alias


def read_rows(file: Path, columns: int, problems: list[str], optional: int = 0) -> Iterator[tuple[str, ...]]:
    """Rows of an xz-compressed tab-separated table; the last `optional` columns may be missing and are then empty.

    A malformed row is told in `problems` by file and line, and the rest is read. Raises VocabularyError when the file
    cannot be read.
    """
    try:
        text = lzma.decompress(file.read_bytes()).decode("utf-8")
    except FileNotFoundError:
        raise VocabularyError(f"table {file} does not exist") from None
    except (lzma.LZMAError, UnicodeDecodeError) as error:
        raise VocabularyError(f"table {file} cannot be read: {error}") from None
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        values = line.split("\t")
        if columns - optional <= len(values) <= columns:
            yield (*values, *[""] * (columns - len(values)))
        else:
            problems.append(f"{file.name}:{number}: {len(values)} columns, expected {columns}")

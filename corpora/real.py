"""Real posts that we annotated stand-off: their fixed splits, and their texts where the user has them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from types import MappingProxyType

from corpora import standoff
from corpora.markup import AnnotatedPost

# corpus -> file of its texts, as its README in the shared corpora names it
TEXT_FILES = MappingProxyType(
    {
        "meqsum": "meqsum.jsonl.gz",
        "vaers": "vaers_covid.jsonl.gz",
        "vaers20": "vaers_20_notes.jsonl.gz",
        "healthsea": "healthsea.jsonl.gz",
    }
)
TEST_PERCENT, DEV_PERCENT = 20, 8

# Posts whose writers left out a space, so that a mention begins or ends within what looks like one word.
GLUED_WORDS = frozenset({"meqsum:0240", "vaers:949626", "vaers:1181744"})


def split_of(post_id: str) -> str:
    """`train`, `dev` or `test`, by the id alone. A report that stands in two corpora is in the same split of both."""
    key = re.sub(r"^vaers20:(\d+)\.txt$", r"vaers:\1", post_id)
    bucket = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % 100
    if bucket < TEST_PERCENT:
        return "test"
    return "dev" if bucket < TEST_PERCENT + DEV_PERCENT else "train"


def annotated_ids(corpus: str) -> frozenset[str]:
    """The ids of a corpus that we annotated; empty when there are none."""
    path = standoff.FOLDER / f"{corpus}.jsonl.gz"
    return frozenset(row["id"] for row in standoff.read(path)) if path.is_file() else frozenset()


def posts(corpus: str, data: Path, split: str | None = None) -> list[AnnotatedPost]:
    """The annotated posts of a corpus with their texts from `data`; of one split, where given.

    Raises UsageError when the texts are not in `data`, KeyError for an unknown corpus, and HashMismatchError for
    another text.
    """
    path = standoff.FOLDER / f"{corpus}.jsonl.gz"
    if not path.is_file():
        return []
    rows = [row for row in standoff.read(path) if split is None or split_of(row["id"]) == split]
    return list(standoff.join(rows, standoff.read_texts(data / TEXT_FILES[corpus]), corpus))

"""Gold links: the concepts that a mention's words mean, chosen by reading, for a good part of all mentions.

One row holds for every mention with the same label and words. Where the words stand in real posts alone, which may not
be in the repository, the row carries `sha256:` and a hash of label and words in their place: whoever has the texts
finds the words again.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from corpora.markup import AnnotatedPost, Mention
from nlp.errors import UsageError

FILE = Path(__file__).parent / "annotations" / "links.tsv.gz"
COLUMNS = ("label", "mention", "system", "code", "name")
LINKED_LABELS = ("DRUG", "ADE", "WITHDRAWAL", "CONDITION", "SYMPTOM")
NIL = "NIL"
HASHED = "sha256:"
DIGITS = 16
SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class GoldLink:
    """What the words `mention` mean under a label. In `code`, `|` stands between codes that are equally right and `+`
    between the meanings of a mention that holds several; `NIL` says that no concept fits. `system` and `name` are those
    of the first code.
    """

    label: str
    mention: str
    system: str
    code: str
    name: str


@cache
def read(path: Path = FILE) -> tuple[GoldLink, ...]:
    """All rows. Raises UsageError that names the line of a row of another shape."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != COLUMNS:
            raise UsageError(f"{path.name}:1: the columns are not {', '.join(COLUMNS)}")
        found = []
        for number, row in enumerate(rows, 2):
            if len(row) != len(COLUMNS) or row[0] not in LINKED_LABELS:
                raise UsageError(f"{path.name}:{number}: not {len(COLUMNS)} columns that begin with a label")
            found.append(GoldLink(*row))
    return tuple(found)


def words_of(mention: Mention, text: str) -> str:
    """The words of a mention in the form in which they are compared: lower case, single spaces, pieces joined."""
    return " ".join(" ".join(text[start:end] for start, end in mention.spans).lower().split())


def hashed(label: str, words: str) -> str:
    """What stands in place of words that may not be in the repository."""
    return HASHED + hashlib.sha256(f"{label}\t{words}".encode()).hexdigest()[:DIGITS]


@cache
def _by_mention() -> dict[tuple[str, str], GoldLink]:
    return {(link.label, link.mention): link for link in read()}


def link_of(label: str, words: str) -> GoldLink | None:
    """The gold link of a mention, None where nobody has decided it."""
    table = _by_mention()
    return table.get((label, words)) or table.get((label, hashed(label, words)))


def resolved(posts: Iterable[tuple[str, AnnotatedPost]]) -> Iterator[tuple[GoldLink, Counter[str]]]:
    """Of (split, post) pairs, every linked mention once, with its words and how often it stands in each split."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for split, post in posts:
        for mention in post.entities:
            if mention.label in LINKED_LABELS:
                counts.setdefault((mention.label, words_of(mention, post.text)), Counter())[split] += 1
    for (label, words), each in sorted(counts.items()):
        if (link := link_of(label, words)) is not None:
            yield replace(link, mention=words), each


def write_table(posts: Iterable[tuple[str, AnnotatedPost]], path: Path) -> int:
    """Write the links of these posts as the gold table of `firsthand vocab evaluate`; returns the number of rows."""
    rows = list(resolved(posts))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join((*COLUMNS, *SPLITS)) + "\n")
        for link, counts in rows:
            fields = [link.label, link.mention, link.system, link.code, link.name]
            file.write("\t".join([*fields, *(str(counts[split]) for split in SPLITS)]) + "\n")
    return len(rows)

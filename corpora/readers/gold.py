"""JSON lines of gold, as `firsthand corpora export --format jsonl` writes them and `firsthand evaluate` reads them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from corpora import gold
from corpora.markup import AnnotatedPost
from corpora.readers.base import Report, refuse

LABELS: MappingProxyType[str, str] = MappingProxyType({})


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The posts of a file, plain or gzipped (`.gz`)."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                post = gold.from_row(json.loads(line))
            except (KeyError, TypeError, ValueError, AttributeError):
                report(
                    f"{path.name}:{number}: not a row of gold; it needs id, text and entities with start, end, label"
                )
                continue
            if any(not 0 <= start < end <= len(post.text) for each in post.entities for start, end in each.spans):
                report(f"{path.name}:{number}: a span does not lie in the text")
                continue
            yield post

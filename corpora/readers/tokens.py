"""Hugging Face datasets with one tag a token: the columns `tokens` and `ner_tags` (or `tags`).

A folder written by `save_to_disk`, a Parquet file or JSON lines. Tags are names, or numbers where the data set knows
their names; in any of the schemes IO, IOB, BIO, BIOES and BILOU. The text is the tokens joined by a space.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from corpora.markup import AnnotatedPost, Mention
from corpora.readers.base import Report, Span, read_text, refuse
from nlp.errors import MissingExtraError, UsageError

LABELS: MappingProxyType[str, str] = MappingProxyType({})
TAG_COLUMNS = ("ner_tags", "tags", "labels")


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The rows, of all splits. An id is the row's own where it has one, else split and number."""
    for split, rows, names in tables(path):
        for number, row in enumerate(rows, 1):
            place = f"{path.name}:{split}{number}"
            column = next((each for each in TAG_COLUMNS if each in row), None)
            if column is None or "tokens" not in row:
                raise UsageError(
                    f"{place}: no columns tokens and {' or '.join(TAG_COLUMNS)}; columns: {', '.join(row)}"
                )
            tokens, tags = [str(each) for each in row["tokens"]], row[column]
            if len(tokens) != len(tags):
                report(f"{place}: {len(tokens)} tokens and {len(tags)} tags")
                continue
            try:
                named = [names.get(column, [])[tag] if isinstance(tag, int) else str(tag) for tag in tags]
            except IndexError:
                raise UsageError(f"{place}: {column} holds numbers whose names are not in the data set") from None
            yield make_post(str(row.get("id", f"{split}{number}")), tokens, named)


def tables(path: Path) -> Iterator[tuple[str, Iterable[dict[str, Any]], dict[str, list[str]]]]:
    """(prefix of ids, rows, names of the tags by column) of each split. Raises UsageError for another kind of file."""
    if path.suffix in (".jsonl", ".json"):
        yield "", map(json.loads, filter(str.strip, read_text(path).splitlines())), {}
    elif path.suffix == ".parquet":
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(path)
        described = json.loads((table.schema.metadata or {}).get(b"huggingface", b"{}"))
        columns = described.get("info", {}).get("features", {})
        tags = {name: (each.get("feature") or {}).get("names") for name, each in columns.items()}
        yield "", table.to_pylist(), {name: each for name, each in tags.items() if each}
    elif path.is_dir():
        try:
            import datasets
        except ImportError as error:
            raise MissingExtraError("corpora", "reading a Hugging Face dataset") from error
        try:
            loaded = datasets.load_from_disk(str(path))
        except FileNotFoundError as error:
            raise UsageError(f"{path} is not a folder that save_to_disk wrote") from error
        splits = loaded.items() if isinstance(loaded, datasets.DatasetDict) else [("", loaded)]
        for split, dataset in splits:
            inner = {name: getattr(each, "feature", None) for name, each in dataset.features.items()}
            names = {name: list(each.names) for name, each in inner.items() if isinstance(each, datasets.ClassLabel)}
            yield f"{split}-" if split else "", dataset, names
    else:
        raise UsageError(f"{path} is neither a folder of save_to_disk nor a .parquet or .jsonl file")


def make_post(id_: str, tokens: Sequence[str], tags: Sequence[str]) -> AnnotatedPost:
    """A post of tokens and the names of their tags."""
    mentions: list[tuple[str, Span]] = []
    start, is_open = 0, False
    for token, tag in zip(tokens, tags, strict=True):
        end = start + len(token)
        position, dash, label = tag.partition("-") if "-" in tag or tag == "O" else ("I", "-", tag)
        if position in ("I", "E", "L") and is_open and mentions[-1][0] == label:
            mentions[-1] = label, (mentions[-1][1][0], end)
        elif dash:
            mentions.append((label, (start, end)))
        start, is_open = end + 1, position in ("B", "I")
    entities = tuple(Mention(label, (span,), {}) for label, span in mentions)
    return AnnotatedPost(id_, "tokens", "", {}, " ".join(tokens), entities)

"""Annotations of texts that are not ours, without the texts: id, offsets and the sha256 of the text.

The texts stay where their owners publish them. `join` puts annotation and text together again where a user has both,
and refuses when a text is not, letter for letter, the one that was annotated. `export_for_annotation` and `collect` are
the two ends of the annotators' desk: plain text files in the markup of `GUIDELINES.md`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpora.errors import MarkupError
from corpora.markup import AnnotatedPost, Mention, Relation, blocks, parse_post
from nlp.errors import FirsthandError, UsageError

FOLDER = Path(__file__).parent / "annotations"


class HashMismatchError(FirsthandError, ValueError):
    """The text at hand is not the text that was annotated."""


def read_texts(path: Path) -> dict[str, str]:
    """id -> text of a shared corpus (gzipped JSON lines). Raises UsageError when the file is not there."""
    if not path.is_file():
        raise UsageError(f"{path} is not there: the texts are not ours, so they have to come from you")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = map(json.loads, file)
        return {row["id"]: row["text"] for row in rows}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def export_for_annotation(texts: Mapping[str, str], ids: Iterable[str], path: Path, corpus: str) -> None:
    """Write posts as blocks that an annotator copies and tags."""
    parts = [f"# {id_} | {corpus} | real\n{texts[id_]}" for id_ in ids]
    path.write_text("\n---\n".join(parts) + "\n", encoding="utf-8")


def collect(path: Path, texts: Mapping[str, str]) -> Iterator[dict[str, Any] | MarkupError]:
    """Stand-off rows of an annotated file; in place of a post with a mistake, or whose letters were changed, the
    error.
    """
    for line, block in blocks(path.read_text(encoding="utf-8")):
        where = f"{path.name}:{line}"
        try:
            post = parse_post(block, path.name, line)
            if post.id not in texts:
                raise MarkupError(where, f"no text has the id {post.id}")
            text = texts[post.id]
            shift = len(text) - len(text.lstrip("\n"))
            original = text.strip("\n").rstrip()
            if post.text != original:
                at = next((i for i, (a, b) in enumerate(zip(post.text, original, strict=False)) if a != b), None)
                at = min(len(post.text), len(original)) if at is None else at
                raise MarkupError(where, f"{post.id}: letters differ from the source at {at}")
            yield to_row(post, text, shift)
        except MarkupError as error:
            yield error


def to_row(post: AnnotatedPost, text: str, shift: int = 0) -> dict[str, Any]:
    """One stand-off row: spans as [start, end) code points, relations by index of the entity or drug key, case
    without its quoted words.

    Evidence becomes offsets as well, so that no word of the text is kept; the other words of a footer (ages, dates)
    are offsets where they stand in the text and are dropped where they do not.
    """
    return {
        "id": post.id,
        "sha256": digest(text),
        "entities": [
            {"label": each.label, "spans": [[a + shift, b + shift] for a, b in each.spans]}
            | ({"key": each.key} if each.key else {})
            | each.attributes
            for each in post.entities
        ],
        "relations": [[each.head, each.tail, each.label, each.value] for each in post.relations],
        "case": {kind: [offsets_of(row, text) for row in rows] for kind, rows in post.case.items()},
    }


FREE_FIELDS = ("evidence", "age", "weight", "height", "start", "stop", "indication", "onset", "latency", "lasted")


def offsets_of(row: dict[str, Any], text: str) -> dict[str, Any]:
    """A footer row with every quoted stretch as [start, end)."""
    result: dict[str, Any] = {}
    for name, value in row.items():
        if name == "serious":
            result[name] = [offsets_of(each, text) for each in value]
        elif name in FREE_FIELDS:
            at = text.find(value)
            if at >= 0:
                result[name] = [at, at + len(value)]
        else:
            result[name] = value
    return result


def words_of(row: dict[str, Any], text: str) -> dict[str, Any]:
    """The inverse of `offsets_of`."""
    result: dict[str, Any] = {}
    for name, value in row.items():
        if name == "serious":
            result[name] = [words_of(each, text) for each in value]
        elif name in FREE_FIELDS:
            result[name] = text[value[0] : value[1]]
        else:
            result[name] = value
    return result


def write(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write rows sorted by id as gzipped JSON lines, the same bytes for the same rows; returns how many."""
    lines = [
        json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        for row in sorted(rows, key=lambda each: str(each["id"]))
    ]
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), mtime=0))
    return len(lines)


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of an annotation file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def join(rows: Iterable[dict[str, Any]], texts: Mapping[str, str], corpus: str) -> Iterator[AnnotatedPost]:
    """Annotated posts with their text.

    Raises UsageError for an id without a text and HashMismatchError for another text.
    """
    for row in rows:
        if row["id"] not in texts:
            raise UsageError(f"{row['id']}: the texts of {corpus} at hand hold no such id")
        text = texts[row["id"]]
        if digest(text) != row["sha256"]:
            raise HashMismatchError(f"{row['id']}: the text at hand is not the one that was annotated (sha256 differs)")
        case = {kind: [words_of(each, text) for each in rows] for kind, rows in row["case"].items()}
        yield replace(without_text(row, corpus), text=text, case=case)


def without_text(row: dict[str, Any], corpus: str) -> AnnotatedPost:
    """The annotation of a row as a post with an empty text and no case: enough to compare or count annotations."""
    entities = tuple(
        Mention(
            each["label"],
            tuple((start, end) for start, end in each["spans"]),
            {name: value for name, value in each.items() if name not in ("label", "spans", "key")},
            each.get("key"),
        )
        for each in row["entities"]
    )
    relations = tuple(Relation(*each) for each in row["relations"])
    return AnnotatedPost(row["id"], corpus, "real", {}, "", entities, relations)

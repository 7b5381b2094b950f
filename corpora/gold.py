"""Annotated posts as JSON lines, whole: the gold that `firsthand evaluate` reads, with more fields than it needs.

A row is `{"id", "text", "entities", "identifiers", "relations", "case", "community", "persona", "meta"}`. An entity is
`{"start", "end", "label", "fragments"?, "key"?, "attributes"?}` with code points [start, end) of the text; `fragments`
are the pieces of a discontinuous one, `attributes` those that differ from their defaults. Names, towns and so on stand
in `identifiers`, in the same form: a record has no entities for them. A relation is `[head, tail, label, value]`; a
number is the index of a mention in `entities` followed by `identifiers`, a word the key of a drug.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpora import schema
from corpora.markup import AnnotatedPost, Mention, Relation


def to_row(post: AnnotatedPost) -> dict[str, Any]:
    """A post as a row. Its identifiers come behind its other mentions, so relations are renumbered."""
    order = sorted(range(len(post.entities)), key=lambda i: post.entities[i].label in schema.IDENTIFIER_LABELS)
    place = {old: new for new, old in enumerate(order)}
    mentions = [post.entities[index] for index in order]

    def renumbered(end: str | int) -> str | int:
        return end if isinstance(end, str) else place[end]

    return {
        "id": post.id,
        "text": post.text,
        "entities": [entity(each) for each in mentions if each.label not in schema.IDENTIFIER_LABELS],
        "identifiers": [entity(each) for each in mentions if each.label in schema.IDENTIFIER_LABELS],
        "relations": [
            [renumbered(each.head), renumbered(each.tail), each.label, each.value] for each in post.relations
        ],
        "case": post.case,
        "community": post.community,
        "persona": post.persona,
        "meta": post.meta,
    }


def entity(mention: Mention) -> dict[str, Any]:
    row: dict[str, Any] = {"start": mention.start, "end": mention.end, "label": mention.label}
    if len(mention.spans) > 1:
        row["fragments"] = [list(span) for span in mention.spans]
    if mention.key:
        row["key"] = mention.key
    if mention.attributes:
        row["attributes"] = mention.attributes
    return row


def from_row(row: dict[str, Any]) -> AnnotatedPost:
    """The post of a row; every field but `id`, `text` and `entities` may be missing.

    Raises KeyError, TypeError or ValueError for a row of another shape.
    """
    entities = tuple(mention(each) for each in [*row["entities"], *row.get("identifiers", ())])
    relations = tuple(Relation(*each) for each in row.get("relations", ()))
    plain = {name: str(value) for name, value in row.get("meta", {}).items()}
    names = str(row["id"]), str(row.get("community", "")), str(row.get("persona", ""))
    return AnnotatedPost(*names, plain, row["text"], entities, relations, row.get("case", {}))


def mention(row: dict[str, Any]) -> Mention:
    pieces = row.get("spans") or row.get("fragments") or [[row["start"], row["end"]]]
    spans = tuple(sorted((int(start), int(end)) for start, end in pieces))
    return Mention(str(row["label"]), spans, dict(row.get("attributes", {})), row.get("key"))


def write(posts: Iterable[AnnotatedPost], path: Path) -> None:
    """Write posts in their order, one a line, in UTF-8."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for post in posts:
            file.write(json.dumps(to_row(post), ensure_ascii=False, separators=(",", ":")) + "\n")

"""Records as Arrow columns: one row for each post, with its entities and relations as lists of structs.

`COLUMNS_VERSION` rises when a column is renamed, removed or changes its type; files carry it in their schema metadata
beside the version of the record. What has no fixed shape (case, provenance, the post's metadata) is JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pyarrow as pa
from pydantic_core import from_json

from nlp.datamodel import RECORD_SCHEMA, Record, record_adapter

COLUMNS_VERSION = 2
POST_COLUMNS = ("id", "source", "author", "thread", "posted_at", "text")
JSON_COLUMNS = ("case", "provenance", "meta")


@cache
def arrow_schema() -> pa.Schema:
    """The columns of a record. Offsets are 32-bit code points of `text`, scores 64-bit floats."""
    span = [("start", pa.int32()), ("end", pa.int32())]
    evidence = pa.struct([*span, ("text", pa.string())])
    attribute = pa.struct([("value", pa.string()), ("score", pa.float64()), ("cue", evidence), ("reason", pa.string())])
    attributes = pa.struct([(name, attribute) for name in ("presence", "experiencer", "time", "effect", "severity")])
    link = pa.struct(
        [
            ("system", pa.string()),
            ("code", pa.string()),
            ("name", pa.string()),
            ("score", pa.float64()),
            ("reason", pa.string()),
        ]
    )
    quantity = pa.struct(
        [
            *((name, pa.float64()) for name in ("value", "high")),
            ("unit", pa.string()),
            ("parts", pa.list_(pa.float64())),
            *((name, pa.string()) for name in ("iso", "start", "stop")),
            ("flags", pa.list_(pa.string())),
        ]
    )
    entity = pa.struct(
        [
            ("id", pa.string()),
            ("label", pa.string()),
            *span,
            ("spans", pa.list_(pa.struct(span))),
            ("text", pa.string()),
            ("score", pa.float64()),
            ("origin", pa.string()),
            ("attributes", attributes),
            ("links", pa.list_(link)),
            ("quantity", quantity),
        ]
    )
    relation = pa.struct(
        [
            ("head", pa.string()),
            ("tail", pa.string()),
            ("label", pa.string()),
            ("score", pa.float64()),
            ("effectiveness", pa.string()),
            ("reason", pa.string()),
        ]
    )
    return pa.schema(
        [
            *((name, pa.string()) for name in POST_COLUMNS),
            ("redactions", pa.list_(pa.struct([*span, ("kind", pa.string())]))),
            ("entities", pa.list_(entity)),
            ("relations", pa.list_(relation)),
            *((name, pa.string()) for name in JSON_COLUMNS),
            ("warnings", pa.list_(pa.string())),
            ("schema", pa.string()),
        ],
        metadata={"firsthand.columns": str(COLUMNS_VERSION), "firsthand.record": RECORD_SCHEMA},
    )


def to_columns(records: Iterable[Record]) -> pa.RecordBatch:
    """The records as one batch in the columns of `arrow_schema()`, in their order."""
    return rows_to_columns([to_row(record) for record in records])


def rows_to_columns(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    """What `to_row` gave, as one batch."""
    return pa.RecordBatch.from_pylist(rows, schema=arrow_schema())


def to_row(record: Record) -> dict[str, Any]:
    """The record as one row: a dict with the names of `arrow_schema()`. Raises ValueError if it has no JSON."""
    # By way of its JSON: the columns say what a line of JSONL says, and a bad record is refused before its batch.
    row: dict[str, Any] = from_json(record.to_json())
    post = row.pop("post")
    for entity in row["entities"]:
        spans = entity["spans"]
        entity["start"], entity["end"] = spans[0][0], spans[-1][1]
        entity["spans"] = [{"start": start, "end": end} for start, end in spans]
    row |= {name: post[name] for name in (*POST_COLUMNS, "redactions", "meta")}
    row |= {name: json.dumps(row[name], ensure_ascii=False, separators=(",", ":")) for name in JSON_COLUMNS}
    return row


def from_columns(columns: pa.RecordBatch | pa.Table) -> Iterator[Record]:
    """The records that `to_columns` wrote, one at a time. Raises pydantic's ValidationError for other columns."""
    for row in columns.to_pylist():
        for entity in row["entities"]:
            entity["spans"] = [(span["start"], span["end"]) for span in entity["spans"]]
        row |= {name: json.loads(row[name]) for name in JSON_COLUMNS}
        row["post"] = {name: row.pop(name) for name in (*POST_COLUMNS, "redactions", "meta")}
        yield record_adapter().validate_python(row)

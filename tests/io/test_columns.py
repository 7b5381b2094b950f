import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from nlp.datamodel import RECORD_SCHEMA, Post, Quantity
from nlp.io.columns import COLUMNS_VERSION, arrow_schema, from_columns, to_columns
from tests.builders import make_bare_record, make_record

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text("aé🙂\n"),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("aé🙂"), inner),
    max_leaves=5,
)


def test_records_survive_a_parquet_file(tmp_path: Path) -> None:
    records = [make_record(), make_bare_record(Post("b", "é🙂\r\n"))]
    pq.write_table(pa.Table.from_batches([to_columns(records)]), tmp_path / "a.parquet")
    assert list(from_columns(pq.read_table(tmp_path / "a.parquet"))) == records


@given(st.dictionaries(st.text(), json_values), st.none() | st.text("aé🙂\n"))
def test_metadata_of_any_shape_survives(meta: dict[str, object], author: str | None) -> None:
    meta = json.loads(json.dumps(meta))
    record = make_record(Post("a", "x" * 80, author=author, meta=meta))
    assert list(from_columns(to_columns([record]))) == [record]


def test_offsets_are_ready_for_queries() -> None:
    (row,) = to_columns([make_record()]).to_pylist()
    ache = row["entities"][2]
    assert (ache["start"], ache["end"]) == (47, 65)
    assert ache["spans"] == [{"start": 47, "end": 51}, {"start": 61, "end": 65}]
    assert row["entities"][1]["attributes"]["severity"]["cue"] == {"start": 27, "end": 32, "text": "can't"}
    assert json.loads(row["meta"]) == {"stars": 2}


def test_figures_are_columns_too() -> None:
    record = make_record()
    quantity = Quantity(0.5, 1.0, "mg", (10.0, 325.0), "R/PT8H", "2024-03", None, ("as_needed",))
    record = replace(record, entities=(replace(record.entities[0], quantity=quantity), *record.entities[1:]))
    (row,) = to_columns([record]).to_pylist()
    assert row["entities"][0]["quantity"]["parts"] == [10.0, 325.0]
    assert row["entities"][1]["quantity"] is None
    assert list(from_columns(to_columns([record]))) == [record]


def test_the_columns_of_version_2() -> None:
    """A change here that is not a new column at the end needs a new COLUMNS_VERSION."""
    assert COLUMNS_VERSION == 2
    assert arrow_schema().names == [
        *("id", "source", "author", "thread", "posted_at", "text", "redactions", "entities", "relations"),
        *("case", "provenance", "meta", "warnings", "schema"),
    ]
    assert arrow_schema().metadata == {b"firsthand.columns": b"2", b"firsthand.record": RECORD_SCHEMA.encode()}


def test_no_records_have_the_columns_too() -> None:
    assert to_columns([]).schema == arrow_schema()

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nlp.datamodel import Failure, Post
from nlp.errors import UsageError
from nlp.io.sources import Reader, read


def write(folder: Path, columns: dict[str, Any]) -> Path:
    path = folder / "a.parquet"
    pq.write_table(pa.table(columns), path)
    return path


def test_values_become_json(tmp_path: Path) -> None:
    noon = datetime(2024, 5, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    columns = {
        "id": [1],
        "text": pa.array(["x"]).dictionary_encode(),
        "posted_at": pa.array([datetime(2024, 5, 1, 12)], pa.timestamp("ns")),
        "day": [date(2024, 5, 1)],
        "zoned": [noon],
        "took": [timedelta(seconds=90)],
        "price": [Decimal("1.50")],
        "stars": [float("nan")],
        "raw": pa.array([b"\xff\x00"]),
        "latin": pa.array([b"abc"]),
        "nested": [[{"a": 1.5, "b": [None]}]],
        "pairs": pa.array([[("k", 2)]], pa.map_(pa.string(), pa.int32())),
    }
    assert list(read([write(tmp_path, columns)])) == [
        Post(
            "1",
            "x",
            posted_at="2024-05-01T12:00:00",
            meta={
                "day": "2024-05-01",
                "zoned": "2024-05-01T12:00:00+02:00",
                "took": 90.0,
                "price": "1.50",
                "stars": None,
                "raw": "/wA=",
                "latin": "abc",
                "nested": [{"a": 1.5, "b": [None]}],
                "pairs": [["k", 2]],
            },
        )
    ]


def test_missing_ids_and_texts_have_the_row_as_place(tmp_path: Path) -> None:
    items = list(read([write(tmp_path, {"text": ["x", None, "y"], "id": [1.0, 2.0, None]})]))
    assert [item.id if isinstance(item, Post) else (item.reason, item.place) for item in items] == [
        "1",
        ("missing_text", "a.parquet:2"),
        "a.parquet:3",
    ]


def test_a_row_that_is_not_utf8_leaves_its_neighbours(tmp_path: Path) -> None:
    binary = pa.array([b"x", b"caf\xe9", b"y"])
    damaged = pa.StringArray.from_buffers(3, binary.buffers()[1], binary.buffers()[2])
    for text in (binary, damaged):
        items = list(read([write(tmp_path, {"text": text})]))
        assert [item.text if isinstance(item, Post) else item.reason for item in items] == ["x", "wrong_encoding", "y"]


def test_position_follows_the_rows(tmp_path: Path) -> None:
    path = write(tmp_path, {"text": [f"x{number}" for number in range(1000)]})
    reader = Reader([path])
    positions = [reader.position for _ in reader]
    assert positions == sorted(positions)
    assert positions[499] == path.stat().st_size // 2
    assert reader.position == reader.total_bytes == path.stat().st_size


def test_a_file_without_the_text_column_names_those_it_has(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a.parquet: no column 'text'; its columns are 'id', 'body'"):
        read([write(tmp_path, {"id": [1], "body": ["x"]})])


def test_what_is_not_parquet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"id,text\n1,x\n")
    with pytest.raises(UsageError, match=r"a\.parquet: cannot be read as Parquet"):
        read([tmp_path / "a.parquet"])


def test_a_damaged_page_is_one_failure(tmp_path: Path) -> None:
    path = write(tmp_path, {"text": pa.array([f"x{number * 7919}" for number in range(100_000)])})
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 1000] = b"\xff" * 1000
    path.write_bytes(content)
    failures = [item for item in read([path]) if isinstance(item, Failure)]
    assert {failure.reason for failure in failures} & {"damaged_parquet", "wrong_encoding"}

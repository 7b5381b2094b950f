import csv
import gzip
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.datamodel import Post, Record
from nlp.errors import UsageError
from nlp.io.columns import from_columns
from nlp.io.outputs import Output, plan_output
from nlp.io.sinks import open_sink
from tests.builders import make_bare_record, make_record

FORMATS = ["jsonl", "jsonl.gz", "csv", "parquet"]
RECORDS = [
    make_record(Post(f"p{number}", "x" * 80)) if number % 3 else make_bare_record(Post(f"p{number}", "é🙂"))
    for number in range(40)
]


def contents(path: Path) -> dict[str, bytes]:
    """All files at or below a path by their path below it, without hidden ones."""
    files = sorted(path.rglob("[!.]*")) if path.is_dir() else [path]
    return {str(file.relative_to(path)): file.read_bytes() for file in files}


def write_all(out: str, records: Sequence[Record], every: int = 7, **options: int) -> None:
    sink = open_sink(out, **options)  # type: ignore[arg-type]
    for number, record in enumerate(records, start=1):
        sink.write(record)
        if number % every == 0:
            sink.flush()
    sink.flush()
    sink.close()
    sink.discard_journal()


def read_ids(path: Path) -> list[str]:
    if path.is_dir():
        return [id for part in sorted(path.iterdir()) for id in read_ids(part)]
    data = path.read_bytes()
    match "".join(path.suffixes):
        case ".parquet":
            return [record.post.id for record in from_columns(pq.read_table(path))]
        case ".csv":
            rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
            return list(dict.fromkeys(row["post_id"] for row in rows))
        case ".jsonl.gz":
            data = gzip.decompress(data)
    return [Record.from_json(line).post.id for line in data.splitlines()]


@pytest.mark.parametrize("out", [*(f"out.{format}" for format in FORMATS), "shards/"])
class TestEveryOutput:
    def test_all_records_in_order_and_nothing_else_left(self, out: str, tmp_path: Path) -> None:
        write_all(f"{tmp_path}/{out}", RECORDS, shard_records=10)
        assert read_ids(tmp_path / out) == [record.post.id for record in RECORDS]
        assert [path.name for path in tmp_path.iterdir()] == [out.rstrip("/")]

    def test_no_records_are_a_valid_output(self, out: str, tmp_path: Path) -> None:
        write_all(f"{tmp_path}/{out}", [])
        assert read_ids(tmp_path / out) == []
        assert (tmp_path / out).exists()

    def test_the_same_bytes_every_time(self, out: str, tmp_path: Path) -> None:
        for folder in ("one", "two"):
            (tmp_path / folder).mkdir()
            write_all(f"{tmp_path}/{folder}/{out}", RECORDS, shard_records=10)
        assert contents(tmp_path / "one" / out) == contents(tmp_path / "two" / out)

    def test_what_is_there_is_not_written_over(self, out: str, tmp_path: Path) -> None:
        path = f"{tmp_path}/{out}"
        write_all(path, RECORDS[:20], shard_records=10)
        with pytest.raises(UsageError, match="is there already; use --overwrite to replace it, or --resume to go on"):
            open_sink(path)
        assert len(read_ids(tmp_path / out)) == 20
        write_all(path, RECORDS[:5], overwrite=True)
        assert len(read_ids(tmp_path / out)) == 5

    def test_a_record_that_cannot_be_encoded_leaves_the_sink_usable(self, out: str, tmp_path: Path) -> None:
        sink = open_sink(f"{tmp_path}/{out}")
        sink.write(RECORDS[0])
        with pytest.raises(ValueError, match="surrogates not allowed"):
            sink.write(replace(RECORDS[1], post=replace(RECORDS[1].post, author="\ud800"), warnings=("\ud800",)))
        sink.write(RECORDS[2])
        sink.flush()
        sink.close()
        assert read_ids(tmp_path / out) == ["p0", "p2"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("shards", [False, True])
@given(cut=st.integers(0, 5), more=st.booleans(), closed=st.booleans())
@settings(max_examples=12, deadline=None)
def test_a_run_cut_off_anywhere_ends_in_the_same_bytes(
    format: str, shards: bool, cut: int, more: bool, closed: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """`more`: flushes after the checkpoint that was kept; `closed`: the interrupted sink had the time to close."""
    folder = tmp_path_factory.mktemp("cut")
    output = Output(folder / "whole", format, shards)
    chunks = [RECORDS[start : start + 7] for start in range(0, len(RECORDS), 7)]

    def write(to: Output, chunks: list[list[Record]], **options: object) -> list[dict[str, object]]:
        sink = open_sink(to, shard_records=10, **options)  # type: ignore[arg-type]
        kept = []
        for chunk in chunks:
            for record in chunk:
                sink.write(record)
            kept.append(json.loads(json.dumps(sink.flush())))
        if "whole" in str(to.path) or closed:
            sink.close()
        if "whole" in str(to.path):
            sink.discard_journal()
        return kept

    write(output, chunks)
    broken = Output(folder / "broken", format, shards)
    checkpoints = write(broken, chunks[: cut + more])
    checkpoint = checkpoints[cut - 1] if cut else None
    sink = open_sink(broken, shard_records=10, checkpoint=checkpoint, overwrite=not cut)
    for chunk in chunks[cut:]:
        for record in chunk:
            sink.write(record)
        sink.flush()
    sink.close()
    sink.discard_journal()
    assert contents(folder / "whole") == contents(folder / "broken")
    leftovers = [path.name for path in folder.rglob(".*")]
    assert leftovers == []


def test_unflushed_records_are_not_in_a_closed_output(tmp_path: Path) -> None:
    for format in FORMATS:
        path = tmp_path / f"out.{format}"
        sink = open_sink(path)
        sink.write(RECORDS[0])
        sink.flush()
        sink.write(RECORDS[1])
        sink.close()
        assert read_ids(path) == ["p0"]


def test_gzip_has_no_time_and_no_name(tmp_path: Path) -> None:
    write_all(f"{tmp_path}/a.jsonl.gz", RECORDS)
    assert (tmp_path / "a.jsonl.gz").read_bytes()[:9] == b"\x1f\x8b\x08\0\0\0\0\0\0"


def test_shards_end_with_the_flush_that_fills_them(tmp_path: Path) -> None:
    write_all(f"{tmp_path}/shards/", RECORDS, every=7, shard_records=10)
    sizes = [len(read_ids(part)) for part in sorted((tmp_path / "shards").iterdir())]
    assert sizes == [14, 14, 12]


def test_a_folder_keeps_the_files_that_are_not_shards(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    (tmp_path / "part-00007.csv").touch()
    with pytest.raises(UsageError, match="is there already"):
        open_sink(tmp_path)
    write_all(str(tmp_path), RECORDS, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt", "part-00000.jsonl.gz"]


def test_a_missing_shard_is_named_when_resuming(tmp_path: Path) -> None:
    write_all(f"{tmp_path}/s/", RECORDS, shard_records=10)
    (tmp_path / "s" / "part-00001.jsonl.gz").unlink()
    with pytest.raises(UsageError, match=r"part-00001\.jsonl\.gz: was written before and is gone"):
        open_sink(f"{tmp_path}/s/", checkpoint={"part": 2, "records": 0, "sink": None})


def test_large_parquet_files_have_several_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlp.io.parquet_sink.ROW_GROUP_BYTES", 10_000)
    write_all(f"{tmp_path}/a.parquet", RECORDS)
    assert pq.ParquetFile(tmp_path / "a.parquet").num_row_groups > 1
    assert read_ids(tmp_path / "a.parquet") == [record.post.id for record in RECORDS]


def test_standard_output_is_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", stream)
    write_all("-", RECORDS)
    lines = stream.buffer.getvalue().splitlines()
    assert [Record.from_json(line) for line in lines] == RECORDS


class TestPlan:
    @pytest.mark.parametrize(
        ("out", "format", "planned"),
        [
            ("a.jsonl", None, ("a.jsonl", "jsonl", False)),
            ("a.b.JSONL.GZ", None, ("a.b.JSONL.GZ", "jsonl.gz", False)),
            ("a.txt", "csv", ("a.txt", "csv", False)),
            ("a.csv", "parquet", ("a.csv", "parquet", False)),
            ("records", None, ("records", "jsonl.gz", True)),
            ("records", "parquet", ("records", "parquet", True)),
            ("records.d/", "csv", ("records.d", "csv", True)),
            ("there", None, ("there", "jsonl.gz", True)),
            ("v1.2", None, ("v1.2", "jsonl.gz", True)),
            ("folder.csv/", None, ("folder.csv", "jsonl.gz", True)),
            ("-", None, (None, "jsonl", False)),
        ],
    )
    def test_paths(
        self,
        out: str,
        format: str | None,
        planned: tuple[str | None, str, bool],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        for folder in ("there", "v1.2", "folder.csv"):
            (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path)
        name, *rest = planned
        assert plan_output(out, format) == Output(Path(name) if name else None, *rest)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("out", "format", "message"),
        [
            ("a.xml", None, r"a\.xml: unknown extension '\.xml'; writable are \.jsonl, \.jsonl\.gz, \.csv, \.parquet"),
            ("a.gz", None, "unknown extension"),
            ("a.csv", "xml", "unknown output format 'xml': choose one of jsonl, jsonl.gz, csv, parquet"),
            ("gone/deeper/a.csv", None, "the folder gone/deeper does not exist"),
            ("folder.csv", None, "folder.csv: is a folder; write folder.csv/ for shards in it"),
            ("file", None, "file: is a file, not a folder"),
            ("file/", None, "is a file, not a folder"),
            ("-", "csv", "standard output takes jsonl, not csv"),
        ],
    )
    def test_what_cannot_be_written(
        self, out: str, format: str | None, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "folder.csv").mkdir()
        (tmp_path / "file").touch()
        monkeypatch.chdir(tmp_path)
        with pytest.raises(UsageError, match=message):
            plan_output(out, format)

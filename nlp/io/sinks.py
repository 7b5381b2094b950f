"""Write records to JSONL, CSV, Parquet or a folder of shards, so that a run cut off anywhere can go on."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Protocol

from nlp.datamodel import Record
from nlp.io.append import AppendFile, OutputError
from nlp.io.csv_rows import csv_header, csv_lines
from nlp.io.outputs import Output, plan_output, refuse_existing

Checkpoint = dict[str, Any]
"""What a sink vouches for, as JSON: handed to `open_sink` it continues there, and cuts off what came later."""

GZIP_WBITS = 31
GZIP_LEVEL = 6


class Sink(Protocol):
    """Takes records in order. Between two flushes records are held in memory; the caller bounds how many."""

    def write(self, record: Record) -> None:
        """Keep a record for the next flush. Raises ValueError if it cannot be encoded; the sink stays usable."""

    def flush(self) -> Checkpoint:
        """Write what was kept and wait until it is on the disk. Raises OutputError, with the output as it was."""

    def close(self) -> None:
        """Make the output valid as of the last flush, and close it. A later run can still go on from a checkpoint."""

    def discard_journal(self) -> None:
        """After `close`: remove what only a later run would need."""


def open_sink(
    out: str | Path | Output,
    format: str | None = None,
    *,
    overwrite: bool = False,
    checkpoint: Checkpoint | None = None,
    shard_records: int = 50_000,
) -> Sink:
    """A sink for `out`, as `plan_output` reads it. The same records flushed at the same places give the same bytes.

    `checkpoint` continues an earlier output behind what its sink's `flush` gave; `shard_records` is the size at which a
    shard ends, with the next flush.

    Raises UsageError for an output that cannot be written, one that is there without `overwrite` or `checkpoint`, and
    one that is shorter than its checkpoint says.
    """
    output = out if isinstance(out, Output) else plan_output(out, format)
    if checkpoint is None and not overwrite:
        refuse_existing(output)
    if output.path is None:
        return StreamSink(sys.stdout.buffer)
    if output.shards:
        from nlp.io.shards import ShardSink

        return ShardSink(output.path, output.format, checkpoint, shard_records)
    return open_file_sink(output.path, output.format, checkpoint)


def open_file_sink(path: Path, format: str, checkpoint: Checkpoint | None = None) -> Sink:
    """A sink for one file of a format of `nlp.io.outputs.FORMATS`; without a checkpoint the file is written anew."""
    size: int = checkpoint["bytes"] if checkpoint else 0
    match format:
        case "parquet":
            # Arrow takes a while to import, and the other formats do without it.
            from nlp.io.parquet_sink import ParquetSink

            return ParquetSink(path, size)
        case "csv":
            return LineSink(path, size, csv_lines, header=csv_header())
        case "jsonl.gz":
            return LineSink(path, size, json_line, compress=gzip_member)
        case _:
            return LineSink(path, size, json_line)


def json_line(record: Record) -> bytes:
    """The record as a line of JSONL."""
    return record.to_json() + b"\n"


def gzip_member(data: bytes) -> bytes:
    """A whole gzip member (RFC 1952) without name or time, so that the same data gives the same bytes."""
    return zlib.compress(data, GZIP_LEVEL, GZIP_WBITS)


def _as_is(data: bytes) -> bytes:
    return data


class LineSink:
    """A text file; with `compress`, every flush is compressed by itself and the file is those pieces in a row."""

    def __init__(
        self,
        path: Path,
        size: int,
        encode: Callable[[Record], bytes],
        *,
        header: bytes = b"",
        compress: Callable[[bytes], bytes] = _as_is,
    ) -> None:
        self._file = AppendFile(path, size)
        self._encode, self._header, self._compress = encode, header, compress
        self._lines: list[bytes] = []

    def write(self, record: Record) -> None:
        self._lines.append(self._encode(record))

    def flush(self) -> Checkpoint:
        if self._lines:
            start = b"" if self._file.size else self._header
            self._file.append(self._compress(start + b"".join(self._lines)))
            self._lines.clear()
        return {"bytes": self._file.size}

    def close(self) -> None:
        # A file without records still has to be one of its format: a header line, an empty gzip member.
        if self._file.size == 0:
            self._file.append(self._compress(self._header))
        self._file.close()

    def discard_journal(self) -> None:
        pass


class StreamSink:
    """JSONL on an open stream, such as standard output. There is no going on after an interruption."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lines: list[bytes] = []

    def write(self, record: Record) -> None:
        self._lines.append(json_line(record))

    def flush(self) -> Checkpoint:
        try:
            self._stream.write(b"".join(self._lines))
            self._stream.flush()
        except OSError as error:
            raise OutputError(f"standard output cannot be written: {error.strerror}") from error
        self._lines.clear()
        return {}

    def close(self) -> None:
        self._lines.clear()

    def discard_journal(self) -> None:
        pass

"""Write Parquet so that a run can be cut off: a journal that grows by whole flushes, assembled at the end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from nlp.datamodel import Record
from nlp.io.append import AppendFile, OutputError
from nlp.io.columns import arrow_schema, rows_to_columns, to_row

ROW_GROUP_BYTES = 64 << 20
COMPRESSION = "zstd"


class ParquetSink:
    """One Parquet file. A Parquet file cannot grow, so flushes go to a hidden journal of Arrow IPC streams beside it.

    `close` assembles the journal to the file, in row groups of about 64 MiB of Arrow data, and replaces it in one step;
    the journal stays for a later run until `discard_journal`. Until then both need room on the disk.
    """

    def __init__(self, path: Path, size: int = 0) -> None:
        self._path = path
        self._journal = AppendFile(journal_path(path), size)
        self._rows: list[dict[str, Any]] = []
        if not size:
            path.unlink(missing_ok=True)

    def write(self, record: Record) -> None:
        self._rows.append(to_row(record))

    def flush(self) -> dict[str, Any]:
        if self._rows:
            self._journal.append(_ipc_stream(rows_to_columns(self._rows)))
            self._rows.clear()
        return {"bytes": self._journal.size}

    def close(self) -> None:
        self._journal.close()
        unfinished = self._path.with_name(f".{self._path.name}.unfinished")
        try:
            _assemble(self._journal.path, unfinished)
            with unfinished.open("rb") as file:
                os.fsync(file.fileno())
            os.replace(unfinished, self._path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise OutputError.of(self._path, error) from error

    def discard_journal(self) -> None:
        self._journal.path.unlink(missing_ok=True)


def journal_path(path: Path) -> Path:
    """The journal of a Parquet file: hidden, so that readers of the folder pass it over."""
    return path.with_name(f".{path.name}.journal")


def _ipc_stream(batch: pa.RecordBatch) -> Any:
    data = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression=COMPRESSION)
    with pa.ipc.new_stream(data, batch.schema, options=options) as stream:
        stream.write_batch(batch)
    return data.getvalue()


def _assemble(journal: Path, path: Path) -> None:
    batches: list[pa.RecordBatch] = []
    held = 0
    with pq.ParquetWriter(path, arrow_schema(), compression=COMPRESSION) as writer, pa.OSFile(str(journal)) as file:
        while file.tell() < file.size():
            with pa.ipc.open_stream(file) as stream:
                for batch in stream:
                    batches.append(batch)
                    held += batch.nbytes
            if held >= ROW_GROUP_BYTES:
                _write_row_group(writer, batches)
                batches, held = [], 0
        if batches:
            _write_row_group(writer, batches)


def _write_row_group(writer: pq.ParquetWriter, batches: list[pa.RecordBatch]) -> None:
    table = pa.Table.from_batches(batches)
    writer.write_table(table, row_group_size=table.num_rows)

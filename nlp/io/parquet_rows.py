"""Rows of a Parquet file as JSON values, a batch at a time."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from nlp.errors import BadPostError, UsageError
from nlp.io.formats import require_columns

BATCH_ROWS = 256


class ParquetRows:
    """The rows of one Parquet file; `position` counts bytes of the file in proportion to the rows read.

    Raises UsageError if the file is not Parquet or lacks a `needed` column, the first of which is the text.
    """

    def __init__(self, path: Path, name: str, needed: Sequence[str]) -> None:
        try:
            self._file = pq.ParquetFile(path)
        except (pa.ArrowException, OSError) as error:
            raise UsageError(f"{name}: cannot be read as Parquet") from error
        require_columns(name, self._file.schema_arrow.names, needed)
        self._text_field = needed[0]
        self._size = path.stat().st_size
        self._read = 0

    def position(self) -> int:
        """Bytes of the file that the rows read so far make up, in proportion."""
        rows: int = self._file.metadata.num_rows
        return self._size * self._read // rows if rows else self._size

    def __iter__(self) -> Iterator[tuple[int, dict[str, Any] | BadPostError]]:
        """(1-based row, fields or what is wrong): wrong_encoding, broken_row; damaged_parquet ends the file."""
        try:
            for batch in self._file.iter_batches(batch_size=BATCH_ROWS):
                for row in _fields(_in_microseconds(batch), self._text_field):
                    self._read += 1
                    yield self._read, row
        except (pa.ArrowException, OSError):
            message = "the file is damaged: the rest of its rows cannot be read"
            yield self._read + 1, BadPostError("damaged_parquet", message)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _in_microseconds(batch: Any) -> Any:
    """Python's times have no nanoseconds: without this cast it would depend on pandas whether they can be read."""
    for place, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            column = batch.column(place).cast(pa.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(place, field.name, column)
    return batch


def _fields(batch: Any, text_field: str) -> Iterator[dict[str, Any] | BadPostError]:
    try:
        rows = batch.to_pylist()
        for row in rows:
            if isinstance(text := row[text_field], bytes):
                row[text_field] = text.decode()
    except (ValueError, OverflowError) as error:
        if batch.num_rows > 1:
            for place in range(batch.num_rows):
                yield from _fields(batch.slice(place, 1), text_field)
        elif isinstance(error, UnicodeDecodeError):
            yield BadPostError("wrong_encoding", "the row is not UTF-8")
        else:
            yield BadPostError("broken_row", f"the row holds a value that cannot be read: {type(error).__name__}")
        return
    for row in rows:
        yield {name: _json_value(value) for name, value in row.items()}


def _json_value(value: Any) -> Any:
    """A value of an Arrow column as JSON: times in ISO 8601, spans of time in seconds, NaN as null, bytes as
    the UTF-8 text that they are or else in base64."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case dict():
            return {str(key): _json_value(item) for key, item in value.items()}
        case list() | tuple():
            return [_json_value(item) for item in value]
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case bytes():
            try:
                return value.decode()
            except UnicodeDecodeError:
                return base64.b64encode(value).decode()
        case _:
            return str(value)

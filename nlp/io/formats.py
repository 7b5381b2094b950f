"""Rows of JSONL, CSV and TSV files, one at a time, with the bad ones as values."""

from __future__ import annotations

import csv
import gzip
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nlp.errors import BadPostError, UsageError
from nlp.io.inputs import InputFile
from nlp.io.streams import UTF8_BOM, ByteStream

if TYPE_CHECKING:
    import _csv

Row = tuple[int, "dict[str, Any] | BadPostError"]
"""The 1-based line on which a row begins, and its fields or what is wrong with it."""

DIALECTS: dict[str, type[csv.Dialect]] = {"csv": csv.excel, "tsv": csv.excel_tab}
MIN_LINE_BYTES = 64 << 20
MIN_FIELD_CHARS = 128 << 10
# JSON may spell one code point as two escapes of six bytes each.
JSON_BYTES_PER_CHAR = 12
UTF8_BYTES_PER_CHAR = 4
BAD_BYTES = re.compile("[\udc80-\udcff]")

# NaN and Infinity are not JSON, yet pandas and others write them: they are read as null.
_JSON = json.JSONDecoder(parse_constant=lambda _: None)


def text_rows(file: InputFile, stream: ByteStream, needed: Sequence[str], max_chars: int) -> Iterator[Row]:
    """The rows of a text file in its order. A damaged gzip stream ends in one bad row for all that cannot be read.

    Empty lines are no rows. Reasons: broken_json, not_an_object, wrong_encoding, too_long, ragged_row, broken_row,
    truncated_gzip, damaged_gzip. Raises UsageError if a header lacks a `needed` column.
    """
    line = 0
    rows = _json_rows(stream, max_chars) if file.format == "jsonl" else _csv_rows(file, stream, needed, max_chars)
    try:
        for line, row in rows:
            yield line, row
    except EOFError:
        message = "the gzip stream ends early: the rest of the file is missing"
        yield line + 1, BadPostError("truncated_gzip", message)
    except (gzip.BadGzipFile, zlib.error):
        message = "the gzip stream is damaged: the rest of the file cannot be read"
        yield line + 1, BadPostError("damaged_gzip", message)
    except OSError as error:
        raise UsageError(f"{file.name}: cannot be read behind line {line}: {error.strerror}") from error


def _json_rows(stream: ByteStream, max_chars: int) -> Iterator[Row]:
    limit = max(MIN_LINE_BYTES, JSON_BYTES_PER_CHAR * max_chars)
    for number, line in _lines(stream, limit):
        if line is None:
            yield number, BadPostError("too_long", f"the line is longer than {limit} bytes")
        elif line := line.removeprefix(UTF8_BOM).strip():
            try:
                yield number, _json_object(line)
            except BadPostError as error:
                yield number, error


def _lines(stream: ByteStream, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one of more than `limit` bytes, which is skipped without being held."""
    number = 0
    while line := stream.bytes.readline(limit):
        number += 1
        if len(line) < limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.bytes.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _json_object(line: bytes) -> dict[str, Any]:
    try:
        value = _JSON.decode(line.decode())
    except UnicodeDecodeError as error:
        raise BadPostError("wrong_encoding", f"byte {error.start + 1} of the line is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BadPostError("broken_json", f"not JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError):
        raise BadPostError("broken_json", "not readable JSON: nested too deep or a number too long") from None
    if not isinstance(value, dict):
        raise BadPostError("not_an_object", f"a JSON {_JSON_NAMES[type(value)]} where an object is needed")
    return value


_JSON_NAMES = {list: "array", str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def csv_header(file: InputFile, stream: ByteStream, needed: Sequence[str]) -> list[str]:
    """The column names of a CSV or TSV file, empty for an empty file; a nameless column is called by its place.

    Raises UsageError if the header cannot be read, names a column twice or lacks a `needed` one.
    """
    return _header(file.name, _csv_reader(file, stream, MIN_LINE_BYTES), needed)


def require_columns(name: str, columns: Sequence[str], needed: Sequence[str]) -> None:
    """Raises UsageError if a `needed` column is not among the `columns` of the file `name`."""
    missing = [column for column in needed if column not in columns]
    if missing:
        raise UsageError(f"{name}: no column {missing[0]!r}; its columns are {', '.join(map(repr, columns))}")


def _csv_rows(file: InputFile, stream: ByteStream, needed: Sequence[str], max_chars: int) -> Iterator[Row]:
    csv.field_size_limit(max(MIN_FIELD_CHARS, 2 * max_chars))
    reader = _csv_reader(file, stream, max(MIN_LINE_BYTES, UTF8_BYTES_PER_CHAR * max_chars))
    header = _header(file.name, reader, needed)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            lines = f"line {first}" if reader.line_num <= first else f"lines {first} to {reader.line_num}"
            reason = "too_long" if "field limit" in str(error) else "broken_row"
            yield first, BadPostError(reason, f"no row can be made of {lines}: {error}; is a quote left open?")
            continue
        if cells is None:
            return
        if cells:
            yield first, _csv_fields(header, cells)


def _csv_reader(file: InputFile, stream: ByteStream, limit: int) -> _csv.Reader:
    # strict: a quote that is never closed must not swallow the rows behind it into one text.
    return csv.reader(_decoded(stream, limit), DIALECTS[file.format], strict=True)


def _header(name: str, reader: _csv.Reader, needed: Sequence[str]) -> list[str]:
    try:
        header = next(reader, [])
    except (csv.Error, OSError, EOFError, zlib.error) as error:
        raise UsageError(f"{name}: the header cannot be read: {error}") from error
    columns = [column or f"column_{place}" for place, column in enumerate(header, start=1)]
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise UsageError(f"{name}: column {twice[0]!r} appears more than once")
    if any(map(BAD_BYTES.search, columns)):
        raise UsageError(f"{name}: the header is not UTF-8")
    if columns:
        require_columns(name, columns, needed)
    return columns


def _csv_fields(header: Sequence[str], cells: list[str]) -> dict[str, Any] | BadPostError:
    if len(cells) != len(header):
        return BadPostError("ragged_row", f"{len(cells)} columns where the header has {len(header)}")
    if any(map(BAD_BYTES.search, cells)):
        return BadPostError("wrong_encoding", "the row is not UTF-8")
    return dict(zip(header, cells, strict=True))


def _decoded(stream: ByteStream, limit: int) -> Iterator[str]:
    """Lines as text; bytes that are not UTF-8 become lone surrogates, which UTF-8 itself cannot give."""
    bom = UTF8_BOM
    while line := stream.bytes.readline(limit):
        yield line.removeprefix(bom).decode(errors="surrogateescape")
        bom = b""

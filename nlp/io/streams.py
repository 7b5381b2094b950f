"""Open the bytes behind an input: plain or gzip, from a file or from standard input, with the position in the file."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from nlp.errors import UsageError
from nlp.io.inputs import InputFile

GZIP_MAGIC = b"\x1f\x8b"
UTF8_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ByteStream:
    """Decompressed bytes to read, and `position`: how many bytes of the file as it lies on the disk are read."""

    bytes: io.BufferedReader
    position: Callable[[], int]


class _Gunzipped(io.RawIOBase):
    """A gzip stream read piece by piece, so that nothing decompressed before a damaged spot is lost."""

    def __init__(self, compressed: io.BufferedReader) -> None:
        self._gzip = gzip.GzipFile(fileobj=compressed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._gzip.read1(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def open_bytes(file: InputFile) -> Iterator[ByteStream]:
    """The bytes of a text file; gzip is recognised by its content, whatever the name.

    Raises UsageError if the file cannot be opened or holds UTF-16 or UTF-32 text.
    """
    try:
        raw: Any = sys.stdin.buffer if file.path is None else open(file.path, "rb")  # noqa: SIM115
    except OSError as error:
        raise UsageError(f"{file.name}: cannot be read: {error.strerror}") from error
    try:
        stream = raw
        if raw.peek(2)[:2] == GZIP_MAGIC:
            stream = io.BufferedReader(_Gunzipped(raw), 1 << 16)
        _refuse_wide_encodings(stream, file.name)
        yield ByteStream(stream, (lambda: 0) if file.path is None else raw.tell)
    finally:
        if file.path is not None:
            raw.close()


def _refuse_wide_encodings(stream: io.BufferedReader, name: str) -> None:
    try:
        start = stream.peek(4)[:4]
    except (OSError, EOFError, zlib.error):
        return  # a damaged gzip stream: whoever reads it reports the place
    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    # ASCII characters in UTF-16 or UTF-32 without a byte order mark leave NUL bytes at every other place.
    unmarked = len(start) == 4 and (
        (start[0] != 0 == start[1] and start[3] == 0) or start[0] == 0 == start[2] != start[3]
    )
    if wide or unmarked:
        raise UsageError(f"{name}: the file is UTF-16 or UTF-32 text; convert it to UTF-8 first")

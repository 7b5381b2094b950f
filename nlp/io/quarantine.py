"""The quarantine file: one line of JSON for each post that gave no record, without its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from pydantic_core import from_json, to_json

from nlp.datamodel import Failure
from nlp.errors import UsageError
from nlp.io.append import AppendFile


class Quarantine:
    """Collects failures; without a path they go nowhere. The file is made with the first failure.

    Raises UsageError if the folder of the file does not exist or the file cannot be opened.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lines: list[bytes] = []
        self._file: AppendFile | None = None
        if path and not path.parent.is_dir():
            raise UsageError(f"{path}: the folder {path.parent} does not exist")

    def open(self, size: int = 0) -> None:
        """Go on behind the `size` bytes that an earlier run vouched for, or remove what is there."""
        if self._path and size:
            self._file = AppendFile(self._path, size)
        elif self._path:
            self._path.unlink(missing_ok=True)

    def write(self, failure: Failure) -> None:
        """Keep a failure for the next flush."""
        if self._path:
            self._lines.append(to_json(asdict(failure)) + b"\n")

    def flush(self) -> int:
        """Write what was kept; the size of the file in bytes. Raises OutputError."""
        if self._path and self._lines:
            self._file = self._file or AppendFile(self._path)
            self._file.append(b"".join(self._lines))
            self._lines.clear()
        return self._file.size if self._file else 0

    def close(self) -> None:
        """Close the file; what was not flushed is dropped."""
        if self._file:
            self._file.close()


def read_quarantine(path: Path) -> Iterator[Failure]:
    """The failures in a quarantine file."""
    with path.open("rb") as lines:
        for line in lines:
            yield Failure(**from_json(line))

"""Delimited text of others, line by line: what cannot be read is named by file and line, the rest is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nlp.errors import VocabularyError

NAMED_AT_MOST = 20
UTF8_MARK = "\ufeff"
OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass
class Faults:
    """What was left out, in words, each by file and line: all are counted, the first ones are kept."""

    count: int = 0
    named: list[str] = field(default_factory=list)

    def add(self, message: str) -> None:
        """Take note of one."""
        self.count += 1
        if len(self.named) < NAMED_AT_MOST:
            self.named.append(message)


def rows(
    file: Path, delimiter: str, columns: tuple[int, int], faults: Faults, encoding: str = "utf-8"
) -> Iterator[tuple[int, list[str]]]:
    """(line, values without white space around them) of each line with as many columns as asked for, from `columns[0]`
    to `columns[1]`.

    Raises VocabularyError when the file cannot be opened, is UTF-16, or the encoding is unknown.
    """
    least, most = columns
    wanted = str(least) if least == most else f"{least} to {most}"
    try:
        "".encode(encoding)
        lines = file.open("rb")
    except LookupError:
        raise VocabularyError(f"encoding '{encoding}' is not known; try utf-8, latin-1 or cp1252") from None
    except OSError as error:
        raise VocabularyError(f"{file} cannot be read: {error.strerror}") from None
    with lines:
        for number, raw in enumerate(lines, 1):
            if number == 1 and (other := OTHER_ENCODINGS.get(raw[:2])):
                raise VocabularyError(f"{file}:1: {other} instead of {encoding}; save the file as UTF-8")
            try:
                line = raw.decode(encoding)
            except UnicodeDecodeError as error:
                faults.add(f"{file.name}:{number}: not {encoding} (byte 0x{raw[error.start]:02x})")
                continue
            line = line.removeprefix(UTF8_MARK).rstrip("\r\n")
            if not line.strip():
                continue
            values = [value.strip() for value in line.split(delimiter)]
            if least <= len(values) <= most:
                yield number, values
            else:
                faults.add(f"{file.name}:{number}: {len(values)} columns, expected {wanted}")

"""What the readers share: how a mistake in a user's file is reported, and where words stand in a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from nlp.errors import UsageError

Span = tuple[int, int]

Report = Callable[[str], None]
"""Called with place and problem of an annotation that cannot be read. If it returns, the annotation is left out."""


def refuse(problem: str) -> None:
    """The strict `Report`: raises UsageError."""
    raise UsageError(problem)


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, line ends as they are. Raises UsageError."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: byte {error.start} is not UTF-8") from error


def read_table(path: Path, wanted: Sequence[Sequence[str]]) -> Iterator[tuple[str, dict[str, str]]]:
    """(place, row) of each line of a tab-separated file with a header, quotation marks as they are.

    `wanted` holds for each column that is needed its names in use; the row has it under the first. All others keep
    their own. Names do not depend on case. Raises UsageError when a column is missing.
    """
    lines = csv.reader(read_text(path).removeprefix("\ufeff").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = [name.strip().lower() for name in next(lines, [])]
    for names in wanted:
        found = next((name for name in names if name in header), None)
        if found is None:
            raise UsageError(f"{path.name} has no column {' or '.join(names)}; columns: {', '.join(header)}")
        header[header.index(found)] = names[0]
    for number, line in enumerate(lines, 2):
        if line:
            yield f"{path.name}:{number}", dict(zip(header, line, strict=False))


def same_words(text: str, spans: Iterable[Span], words: str) -> bool:
    """Whether the spans hold these words, white space apart."""
    return " ".join(text[start:end] for start, end in spans).split() == words.split()


def find_words(text: str, words: str, taken: Iterable[Span] = ()) -> Span | None:
    """Where words stand, whatever their case and white space: their first place that overlaps none in `taken`, or else
    the first place. None when they do not stand in the text."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return None
    left, right = (r"\b" if each.isalnum() else "" for each in (words.strip()[0], words.strip()[-1]))
    found = [match.span() for match in re.finditer(left + r"\s+".join(parts) + right, text, re.IGNORECASE)]
    occupied = list(taken)
    free = (span for span in found if all(span[1] <= start or span[0] >= end for start, end in occupied))
    return next(free, found[0] if found else None)

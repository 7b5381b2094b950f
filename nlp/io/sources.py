"""Posts from JSONL, CSV, TSV and Parquet files, lazily and in order, with unreadable ones as Failures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.datamodel import Failure, Post
from nlp.errors import BadPostError, UsageError
from nlp.io.formats import DIALECTS, Row, csv_header, text_rows
from nlp.io.inputs import InputFile, find_inputs
from nlp.io.posts import make_post, post_id
from nlp.io.seen import SeenIds
from nlp.io.streams import open_bytes

if TYPE_CHECKING:
    from nlp.io.parquet_rows import ParquetRows

DEFAULT_ID_FIELD = "id"


@dataclass(frozen=True, slots=True)
class Source:
    """How to read posts: fields of text and id, a format over the extensions, the longest text in code points."""

    text_field: str = "text"
    id_field: str = DEFAULT_ID_FIELD
    format: str | None = None
    max_chars: int = 1_000_000


def read(inputs: Sequence[str | Path], source: Source = Source()) -> Iterator[Post | Failure]:
    """The posts of `inputs` in their order; a post that cannot be read is a Failure in its place.

    Raises UsageError, before the first post, for inputs that cannot be used as a whole.
    """
    return iter(Reader(inputs, source))


class Reader:
    """Reads inputs once, and tells how far it is.

    Inputs are paths of JSONL, CSV, TSV (these also gzipped) or Parquet files, folders, globs, or `-`, standard input.
    Memory does not grow with the input. A post without an id is named `file:line`, like the place of a failure; of
    several posts with one id the first is kept.

    Failures have step `read`, a place and one of these reasons: broken_json, not_an_object, broken_row, ragged_row,
    wrong_encoding, truncated_gzip, damaged_gzip, damaged_parquet, bad_id, duplicate_id, missing_text, text_not_string,
    empty_text, too_long, nul_character, lone_surrogate, nested_too_deep.

    Raises UsageError at once for an input that does not exist, of unknown extension, in UTF-16, or without the text
    column; for standard input when reading begins.
    """

    def __init__(self, inputs: Sequence[str | Path], source: Source = Source(), outputs: Collection[Path] = ()) -> None:
        """`outputs` are files or folders being written: no folder or glob takes them for inputs."""
        self.source = source
        self.files = find_inputs(inputs, source.format, outputs)
        self.place: str | None = None
        """Where the post given last stands: `file:line`."""
        self.total_bytes = _total_bytes(self.files)
        """Size of all inputs as they lie on the disk, None with standard input."""
        self._done = 0
        self._position: Callable[[], int] = lambda: 0
        for file in self.files:
            if file.path is not None:
                self._check(file)

    @property
    def position(self) -> int:
        """How many of the `total_bytes` are read; compressed files count by their compressed bytes."""
        return self._done + self._position()

    def __iter__(self) -> Generator[Post | Failure, None, None]:
        with closing(SeenIds()) as seen:
            for file in self.files:
                for line, row in self._rows(file):
                    self.place = f"{file.name}:{line}"
                    yield self._post(row, self.place, seen)

    def _post(self, row: dict[str, Any] | BadPostError, place: str, seen: SeenIds) -> Post | Failure:
        id = None
        try:
            if isinstance(row, BadPostError):
                raise row
            id = post_id(row, self.source.id_field)
            post = make_post(row, id or place, self.source.text_field, self.source.id_field, self.source.max_chars)
            if not seen.add(post.id):
                raise BadPostError("duplicate_id", "an earlier post has the same id")
        except BadPostError as error:
            return Failure(post_id=id, step="read", reason=error.reason, message=str(error), place=place)
        return post

    def _rows(self, file: InputFile) -> Iterator[Row]:
        if file.format == "parquet":
            with self._parquet(file) as parquet, self._following(parquet.position):
                yield from parquet
        else:
            with open_bytes(file) as stream, self._following(stream.position):
                yield from text_rows(file, stream, self._columns, self.source.max_chars)

    @contextmanager
    def _following(self, position: Callable[[], int]) -> Iterator[None]:
        self._position = position
        try:
            yield
        finally:
            self._done, self._position = self.position, lambda: 0

    @property
    def _columns(self) -> tuple[str, ...]:
        """The columns that a file with a header must have; without ids named by the caller, places serve as ids."""
        text_field, id_field = self.source.text_field, self.source.id_field
        return (text_field,) if id_field == DEFAULT_ID_FIELD else (text_field, id_field)

    def _check(self, file: InputFile) -> None:
        if file.format == "parquet":
            with self._parquet(file):
                return
        with open_bytes(file) as stream:
            if file.format in DIALECTS:
                csv_header(file, stream, self._columns)

    def _parquet(self, file: InputFile) -> closing[ParquetRows]:
        # Arrow takes longer to import than most inputs take to open.
        from nlp.io.parquet_rows import ParquetRows

        if file.path is None:
            raise UsageError("Parquet cannot be read from standard input: name the file")
        return closing(ParquetRows(file.path, file.name, self._columns))


def _total_bytes(files: Sequence[InputFile]) -> int | None:
    sizes = [file.path.stat().st_size for file in files if file.path is not None]
    return sum(sizes) if len(sizes) == len(files) else None

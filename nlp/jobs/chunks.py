"""Cut a stream of posts into chunks: what is processed, written and vouched for at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from nlp.datamodel import Failure, Post
from nlp.io.sources import Reader

CHUNK_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """Posts and unreadable posts in the order of the input, each with its place; `position` is in bytes of it."""

    items: Sequence[Post | Failure]
    places: Sequence[str | None]
    position: int

    @property
    def posts(self) -> list[Post]:
        """The readable ones."""
        return [item for item in self.items if isinstance(item, Post)]


def read_chunks(
    reader: Reader, items: Iterator[Post | Failure], size: int, limit: int | None = None
) -> Iterator[Chunk]:
    """Chunks of `size` items of the `reader`, fewer where their texts reach a million code points, until `limit` items.

    Where a chunk ends depends on nothing but the items before it, so that a resumed run cuts as one that never stopped.
    """
    held: list[Post | Failure] = []
    places: list[str | None] = []
    chars = 0
    for number in count():
        item = next(items, None) if limit is None or number < limit else None
        if item is None:
            break
        held.append(item)
        places.append(reader.place)
        chars += len(item.text) if isinstance(item, Post) else 0
        if len(held) == size or chars >= CHUNK_CHARS:
            yield Chunk(held, places, reader.position)
            held, places, chars = [], [], 0
    if held:
        yield Chunk(held, places, reader.position)

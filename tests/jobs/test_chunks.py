from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp.io.sources import Reader
from nlp.jobs.chunks import Chunk, read_chunks


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    lines = ['{"text": "x"}\n'] * 5 + ['{"text": ""}\n'] + ['{"text": "' + "y" * 50 + '"}\n'] * 3
    (tmp_path / "a.jsonl").write_text("".join(lines))
    return Reader([tmp_path / "a.jsonl"])


def sizes(chunks: Iterator[Chunk]) -> list[int]:
    return [len(chunk.items) for chunk in chunks]


def test_bad_posts_count_and_the_last_chunk_may_be_short(reader: Reader) -> None:
    assert sizes(read_chunks(reader, iter(reader), 4)) == [4, 4, 1]


def test_items_keep_their_places(reader: Reader) -> None:
    first, second, *_ = read_chunks(reader, iter(reader), 4)
    assert first.places == [f"a.jsonl:{line}" for line in (1, 2, 3, 4)]
    assert len(second.posts) == 3


@pytest.mark.parametrize(("limit", "expected"), [(0, []), (1, [1]), (4, [4]), (5, [4, 1]), (99, [4, 4, 1])])
def test_limit(limit: int, expected: list[int], reader: Reader) -> None:
    assert sizes(read_chunks(reader, iter(reader), 4, limit)) == expected


def test_long_texts_make_short_chunks(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlp.jobs.chunks.CHUNK_CHARS", 50)
    assert sizes(read_chunks(reader, iter(reader), 100)) == [7, 1, 1]

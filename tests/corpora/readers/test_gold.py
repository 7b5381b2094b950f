"""JSON lines of gold."""

import gzip
import json

import pytest

from corpora import gold, readers
from nlp.errors import UsageError


def test_what_was_written_is_read(posts, tmp_path):
    gold.write(posts, tmp_path / "gold.jsonl")
    (tmp_path / "gold.jsonl.gz").write_bytes(gzip.compress((tmp_path / "gold.jsonl").read_bytes()))
    plain, packed = (list(readers.read("gold", tmp_path / name)) for name in ("gold.jsonl", "gold.jsonl.gz"))
    assert plain == packed
    assert plain[1:] == posts[1:]


def test_the_least_that_a_row_needs(tmp_path):
    row = {"id": 7, "text": "bad rash", "entities": [{"start": 4, "end": 8, "label": "ADE"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n\n")
    (post,) = readers.read("gold", tmp_path / "gold.jsonl")
    assert (post.id, post.entities[0].spans, post.relations, post.case) == ("7", ((4, 8),), (), {})


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{}", "gold.jsonl:1: not a row of gold"),
        ("[]", "gold.jsonl:1: not a row of gold"),
        ("nothing", "gold.jsonl:1: not a row of gold"),
        (
            '{"id": 1, "text": "a", "entities": [{"start": 0, "end": 5, "label": "ADE"}]}',
            "gold.jsonl:1: a span does not",
        ),
    ],
)
def test_mistakes(tmp_path, line, problem):
    (tmp_path / "gold.jsonl").write_text(line)
    with pytest.raises(UsageError, match=problem):
        list(readers.read("gold", tmp_path / "gold.jsonl"))

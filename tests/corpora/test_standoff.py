"""Stand-off annotation: out as offsets, back together with the text, and never with another text."""

import pytest

from corpora import standoff
from corpora.errors import MarkupError

TEXTS = {"a:1": "\n  Zoloft gave me  hives, I am 30.\n", "a:2": "nothing here"}
MARKED = """# a:1 | real | real
  <DRUG id=d1>Zoloft</DRUG> gave me  <ADE id=e1 by=d1 severity=mild>hives</ADE>, I am 30.
@patient age="30"
@event e1 serious=medically_important:"hives"
---
# a:2 | real | real
nothing here
"""


@pytest.fixture
def rows(tmp_path):
    (tmp_path / "a.txt").write_text(MARKED)
    return list(standoff.collect(tmp_path / "a.txt", TEXTS))


def test_rows_hold_offsets_into_the_source_and_no_words(rows):
    first = rows[0]
    (drug, event) = first["entities"]
    assert [TEXTS["a:1"][a:b] for a, b in drug["spans"] + event["spans"]] == ["Zoloft", "hives"]
    assert "Zoloft" not in str(first)
    assert "hives" not in str(first)


def test_text_and_annotation_come_together_again(rows, tmp_path):
    standoff.write(tmp_path / "a.jsonl.gz", rows)
    post, empty = standoff.join(standoff.read(tmp_path / "a.jsonl.gz"), TEXTS, "a")
    assert post.text == TEXTS["a:1"]
    assert post.entities[1].attributes == {"severity": "mild"}
    assert post.case["patient"] == [{"age": "30"}]
    assert post.case["event"][0]["serious"][0]["evidence"] == "hives"
    assert empty.entities == ()


def test_another_text_is_refused(rows):
    with pytest.raises(standoff.HashMismatchError, match="a:1"):
        list(standoff.join(rows, {**TEXTS, "a:1": "Zoloft gave me hives"}, "a"))


def test_changed_letters_are_reported_with_their_place(tmp_path):
    (tmp_path / "a.txt").write_text(MARKED.replace("nothing here", "nothing hear"))
    _, problem = standoff.collect(tmp_path / "a.txt", TEXTS)
    assert isinstance(problem, MarkupError)
    assert "letters differ from the source at 10" in str(problem)


def test_the_same_rows_give_the_same_bytes(rows, tmp_path):
    standoff.write(tmp_path / "1.gz", rows)
    standoff.write(tmp_path / "2.gz", reversed(rows))
    assert (tmp_path / "1.gz").read_bytes() == (tmp_path / "2.gz").read_bytes()

"""What validation finds, one mistake at a time, and that it says nothing of a corpus that is right."""

import json
import re
import time
from dataclasses import replace

import pytest

from corpora import authored, standoff
from corpora.markup import Mention
from corpora.validate import (
    check_all,
    check_case,
    check_copied,
    check_files,
    check_overlaps,
    check_posts,
    check_rows,
    check_spans,
)
from tests.corpora.conftest import REAL, write_texts


def test_a_corpus_that_is_right(shelf):
    assert list(check_all()) == []
    assert list(check_all(shelf.data)) == []


@pytest.mark.parametrize(
    ("marked", "problem"),
    [
        ("<ADE>rash", "never closed"),
        ("<POTION>x</POTION>", "unknown label POTION"),
        ('rash\n@special overdose:"never said"', "letter for letter"),
    ],
)
def test_every_mistake_of_markup_is_listed(tmp_path, marked, problem):
    path = tmp_path / "f.txt"
    path.write_text(f"# x-1 | f | p\n{marked}\n---\n# x-2 | f | p\nfine\n---\n# x-3 | f | p\n{marked}\n")
    found = list(check_files([path]))
    assert len(found) == 2
    assert all(problem in each for each in found)


@pytest.mark.parametrize(
    ("span", "problem"),
    [
        ((5, 11), None),
        ((5, 9), "within a word"),
        ((6, 11), "within a word"),
        ((5, 12), "white space"),
        ((5, 500), "does not lie"),
        ((7, 7), "does not lie"),
    ],
)
def test_spans_lie_on_words(posts, span, problem):
    found = list(check_spans(replace(posts[0], entities=(Mention("DRUG", (span,), {}),))))
    assert [problem in each for each in found] == ([True] if problem else [])


def test_overlaps():
    def mention(*spans):
        return Mention("ADE", spans, {})

    assert list(check_overlaps("x", [mention((0, 5)), mention((3, 8))])) == ["x: ADE and ADE overlap at 3"]
    assert list(check_overlaps("x", [mention((0, 5)), mention((0, 5))])) == ["x: ADE and ADE overlap at 0"]
    assert list(check_overlaps("x", [mention((0, 5)), mention((0, 2), (6, 8)), mention((5, 6))])) == []


def test_an_unknown_label(posts):
    (found,) = check_spans(replace(posts[0], entities=(Mention("POTION", ((0, 4),), {}),)))
    assert "unknown label POTION; labels: DRUG" in found


def test_words_of_a_footer_stand_in_the_post(posts):
    case = {"event": [{"id": "e1", "latency": "by day six", "serious": [{"criterion": "death", "evidence": "died"}]}]}
    assert list(check_case(replace(posts[0], case=case))) == [
        "t01-001: @event latency= does not stand in the post, letter for letter",
        "t01-001: @event evidence= does not stand in the post, letter for letter",
    ]


def test_repeated_ids_and_texts(posts):
    twice = replace(posts[1], id="t01-003", text=posts[1].text.upper(), entities=())
    found = list(check_posts([*posts, posts[0], twice]))
    assert "t01-001: the id stands twice" in found
    assert "t01-003: the same words as t01-002" in found


def test_near_duplicates_matter_across_splits_only(posts):
    text = "started it in may and by june my hands were shaking so much that i dropped my cup"
    (train, test, _) = (replace(each, text=text, entities=(), case={}) for each in posts)
    assert (authored.split_of(train), authored.split_of(test)) == ("train", "test")
    test = replace(test, text=text.replace("my cup", "everything"))
    assert list(check_posts([train, test])) == ["t01-001 (train) and t01-002 (test) are near-duplicates"]
    assert list(check_posts([train, replace(test, id="t01-003")])) == []


def test_text_of_others_is_found(posts, tmp_path):
    words = "Funny how I could never keep a plant alive until the spring that I quit"
    write_texts(tmp_path / "theirs.jsonl.gz", {"theirs:1": words, "theirs:2": " ".join(words.split()[:11])})
    ours = [replace(posts[0], text=f"So: {words.upper()}!")]
    assert list(check_copied(ours, tmp_path)) == ["t01-001: 12 words or more in a row stand also in theirs:1"]


ROW = {
    "id": "meqsum:1",
    "sha256": "0",
    "entities": [{"label": "DRUG", "spans": [[0, 6]], "key": "d1"}, {"label": "ADE", "spans": [[7, 9]]}],
    "relations": [["d1", 1, "causes", None]],
    "case": {"drug": [{"id": "d1", "role": "suspect", "start": [3, 5]}], "special": [{"kind": "overdose"}]},
}
NO_MORE: dict[str, object] = {"relations": [], "case": {}}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({}, None),
        ({"text": "words"}, "has the fields"),
        ({"entities": [{"label": "ADE", "spans": [[0, 4]], "words": "rash"}], **NO_MORE}, "scheme lacks: words"),
        ({"entities": [{"label": "ADE", "spans": [[0, 4]], "severity": "bad"}], **NO_MORE}, "lacks: severity"),
        ({"entities": [{"label": "X", "spans": [[0, 4]]}], **NO_MORE}, "unknown label X"),
        ({"entities": [{"label": "ADE", "spans": [[0, 4]], "key": "bad rash"}], **NO_MORE}, "key that is no id"),
        ({"relations": [["d2", 1, "causes", None]]}, "not there"),
        ({"relations": [["d1", 7, "causes", None]]}, "not there"),
        ({"case": {"drug": [{"id": "d1", "start": "in May"}]}}, r"@drug start is not \[start, end\)"),
        ({"case": {"drug": [{"id": "d9"}]}}, "@drug id has a value"),
        ({"case": {"patient": [{"sex": "a woman"}]}}, "@patient sex has a value"),
        ({"case": {"event": [{"serious": [{"criterion": "death", "evidence": "died"}]}]}}, "@event evidence is not"),
        ({"case": {"urgent": [{"note": "x"}]}}, "@urgent note has a value"),
    ],
)
def test_rows_hold_offsets_and_closed_values_alone(change, problem):
    found = list(check_rows([{**ROW, **change}], "meqsum"))
    assert len(found) == (1 if problem else 0)
    assert not problem or re.search(problem, found[0])


def test_a_row_twice():
    assert list(check_rows([ROW, ROW], "meqsum")) == ["meqsum: meqsum:1 stands twice"]


def test_texts_that_are_missing_or_others(shelf):
    write_texts(shelf.data / "meqsum.jsonl.gz", {"meqsum:0001": REAL["meqsum:0001"].upper()})
    missing, other = sorted(check_all(shelf.data), reverse=True)
    assert "meqsum:0002: the texts of meqsum at hand hold no such id" in missing
    assert "meqsum:0001: the text at hand is not the one" in other
    (shelf.data / "meqsum.jsonl.gz").unlink()
    (found,) = check_all(shelf.data)
    assert "meqsum.jsonl.gz is not there" in found


def test_stand_off_spans_are_checked_on_their_text(shelf):
    path = shelf.folder / "annotations" / "meqsum.jsonl.gz"
    rows = standoff.read(path)
    rows[0]["entities"][0]["spans"] = [[9, 12]]
    standoff.write(path, rows)
    assert "meqsum:0001: CONDITION [9, 12) begins or ends within a word" in list(check_all(shelf.data))


def test_cases_of_another_format_and_changed_files_are_reported(shelf):
    (shelf.folder / "challenge" / "cases.jsonl").write_text(json.dumps({"id": "1", "point": "x", "text": "y"}))
    changed, unreadable = check_all()
    assert changed.startswith("challenge/cases.jsonl: its sha256")
    assert unreadable.startswith("cases.jsonl:1:")


def test_three_thousand_posts_take_seconds(posts):
    many = [
        replace(posts[0], id=f"t01-{number}", text=f"{number} and so on " * 40, entities=(), case={})
        for number in range(3000)
    ]
    begun = time.perf_counter()
    assert list(check_posts(many)) == []
    assert time.perf_counter() - begun < 30

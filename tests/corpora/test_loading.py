"""Loading as a Hugging Face dataset: the columns, the splits, and what is refused."""

import json
import sys

import pytest

import corpora
from corpora import loading
from corpora.standoff import HashMismatchError
from nlp.errors import MissingExtraError, UsageError
from tests.corpora.conftest import REAL, write_texts


def test_the_whole_corpus_has_its_splits_with_the_same_columns(shelf):
    found = corpora.load("firsthand")
    assert {name: each["id"] for name, each in found.items()} == {
        "train": ["t01-001"],
        "dev": ["t01-012"],
        "test": ["t01-002"],
    }
    assert found["train"].features == found["test"].features


def test_a_row_holds_the_annotation(shelf):
    row = corpora.load("firsthand", split="train")[0]
    assert (row["community"], row["persona"], row["area"], row["drug"]) == (
        "review site",
        "woman, 30",
        "sleep",
        "Ambien",
    )
    arms = row["entities"][5]
    assert " ".join(row["text"][a:b] for a, b in arms["spans"]) == "pain in my arms"
    nightmares = row["entities"][3]
    assert nightmares == {
        "label": "ADE",
        "spans": nightmares["spans"],
        "key": "e1",
        "link": None,
        "presence": "present",
        "experiencer": "author",
        "time": "current",
        "effect": "adverse",
        "severity": "severe",
    }
    name = next(each for each in row["entities"] if each["label"] == "PERSON")
    assert name["presence"] is None
    assert {"label": "treats", "drug": "d0", "entity": 2, "effectiveness": "slight"} in row["relations"]
    assert json.loads(row["case"])["drug"] == [{"id": "d0", "role": "suspect", "action": "withdrawn"}]


def test_withdrawal_relations_name_the_drug_too(shelf):
    row = corpora.load("firsthand", split="test")[0]
    assert {"label": "after_stopping", "drug": "d1", "entity": 1, "effectiveness": None} in row["relations"]


def test_real_posts_are_joined_with_the_users_texts(shelf):
    rows = corpora.load("meqsum", data=shelf.data)
    row = rows["test"][0]
    assert row["text"] == REAL["meqsum:0001"]
    assert [row["text"][a:b] for each in row["entities"] for a, b in each["spans"]] == ["gout", "allopurinol", "hives"]
    assert json.loads(row["case"]) == {"patient": [{"who": "parent", "age": "80"}]}
    assert rows["train"].num_rows == 0  # annotated are two, both of other splits


def test_another_text_is_refused(shelf):
    write_texts(shelf.data / "meqsum.jsonl.gz", {**REAL, "meqsum:0001": "gout is something else now"})
    with pytest.raises(HashMismatchError, match="meqsum:0001"):
        corpora.load("meqsum", data=shelf.data)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"name": "secondhand"}, "corpora: firsthand, meqsum"),
        ({"name": "firsthand", "split": "all"}, "splits: train, dev, test"),
        ({"name": "meqsum"}, "meqsum.jsonl.gz"),
        ({"name": "meqsum", "data": "nowhere"}, "is not there"),
    ],
)
def test_what_is_not_there_is_named_with_the_choices(shelf, arguments, problem):
    with pytest.raises(UsageError, match=problem):
        corpora.load(**arguments)


def test_a_missing_text_is_named(shelf):
    write_texts(shelf.data / "meqsum.jsonl.gz", {"meqsum:0001": REAL["meqsum:0001"]})
    with pytest.raises(UsageError, match="meqsum:0002"):
        loading.annotated_posts("meqsum", data=shelf.data)


def test_without_datasets_the_extra_is_named(shelf, monkeypatch):
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(MissingExtraError, match=r"firsthand\[corpora\]"):
        corpora.load("firsthand")


def test_the_package_has_no_other_names():
    with pytest.raises(AttributeError, match="lode"):
        _ = corpora.lode

"""Hugging Face datasets with token tags."""

import json

import datasets
import pytest

from corpora import readers
from corpora.readers.tokens import make_post
from nlp.errors import UsageError

NAMES = ["O", "B-ADE", "I-ADE"]
TOKENS, TAGS = ["my", "legs", "ache", "."], [0, 1, 2, 0]


@pytest.fixture
def dataset():
    features = datasets.Features(
        {
            "id": datasets.Value("string"),
            "tokens": [datasets.Value("string")],
            "ner_tags": [datasets.ClassLabel(names=NAMES)],
        }
    )
    return datasets.Dataset.from_dict({"id": ["a"], "tokens": [TOKENS], "ner_tags": [TAGS]}, features=features)


def test_a_saved_dataset_a_parquet_file_and_json_lines_give_the_same(dataset, tmp_path):
    dataset.save_to_disk(tmp_path / "one")
    datasets.DatasetDict({"train": dataset}).save_to_disk(tmp_path / "many")
    dataset.to_parquet(tmp_path / "x.parquet")
    row = {"id": "a", "tokens": TOKENS, "ner_tags": [NAMES[tag] for tag in TAGS]}
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n")
    found = [list(readers.read("tokens", tmp_path / name)) for name in ("one", "many", "x.parquet", "x.jsonl")]
    assert found[0] == found[1] == found[2] == found[3]
    (post,) = found[0]
    assert (post.id, post.text) == ("a", "my legs ache .")
    assert [(each.label, each.spans) for each in post.entities] == [("ADE", ((3, 12),))]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O B-X I-X O", [("X", 2, 5)]),
        ("I-X I-X B-X O", [("X", 0, 3), ("X", 4, 5)]),
        ("B-X E-X S-X O", [("X", 0, 3), ("X", 4, 5)]),
        ("B-X L-X U-X I-X", [("X", 0, 3), ("X", 4, 5), ("X", 6, 7)]),
        ("B-X I-Y O I-Y", [("X", 0, 1), ("Y", 2, 3), ("Y", 6, 7)]),
        ("X X O Y", [("X", 0, 3), ("Y", 6, 7)]),
    ],
)
def test_schemes_of_tags(tags, spans):
    post = make_post("x", list("abcd"), tags.split())
    assert [(each.label, each.start, each.end) for each in post.entities] == spans


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"words": [], "ner_tags": []}, "no columns tokens and ner_tags or tags or labels; columns: words, ner_tags"),
        ({"tokens": ["a"], "ner_tags": []}, "x.jsonl:1: 1 tokens and 0 tags"),
        ({"tokens": ["a"], "tags": [3]}, "numbers whose names are not in the data set"),
    ],
)
def test_mistakes(tmp_path, row, problem):
    (tmp_path / "x.jsonl").write_text(json.dumps(row))
    with pytest.raises(UsageError, match=problem):
        list(readers.read("tokens", tmp_path / "x.jsonl"))


def test_other_files_are_refused(tmp_path):
    (tmp_path / "x.csv").write_text("a")
    with pytest.raises(UsageError, match=r"nor a \.parquet or \.jsonl file"):
        list(readers.read("tokens", tmp_path / "x.csv"))
    with pytest.raises(UsageError, match="not a folder that save_to_disk wrote"):
        list(readers.read("tokens", tmp_path))

"""The ADE corpus v2."""

import pytest

from corpora import readers
from corpora.markup import Relation
from nlp.errors import UsageError

SENTENCE = "Rash after zonisamide; a second rash followed zonisamide at 200 mg."


@pytest.fixture
def folder(tmp_path):
    # offsets of the abstract: the sentence begins at 100
    (tmp_path / "DRUG-AE.rel").write_text(
        f"1|{SENTENCE}|rash|132|136|zonisamide|146|156\n1|{SENTENCE}|Rash|100|104|zonisamide|111|121\n"
        "2|Lithium gave a tremor | tic.|tremor|15|21|Lithium|0|7\n"
    )
    (tmp_path / "DRUG-DOSE.rel").write_text(f"1|{SENTENCE}|200 mg|160|166|zonisamide|146|156\n")
    return tmp_path


def test_the_rows_of_a_sentence_make_one_post(folder):
    first, second = readers.read("ade", folder)
    assert first.text == SENTENCE
    words = [(each.label, first.text[each.start : each.end], each.start, each.key) for each in first.entities]
    assert words == [
        ("ADE", "Rash", 0, None),
        ("DRUG", "zonisamide", 11, "d1"),
        ("ADE", "rash", 32, None),
        ("DRUG", "zonisamide", 46, "d1"),
        ("DOSE", "200 mg", 60, None),
    ]
    assert set(first.relations) == {
        Relation("d1", 0, "causes"),
        Relation("d1", 2, "causes"),
        Relation("d1", 4, "has"),
    }
    assert (second.text, second.entities[1].label) == ("Lithium gave a tremor | tic.", "ADE")


def test_one_file_is_read_too(folder):
    assert [each.text for each in readers.read("ade", folder / "DRUG-DOSE.rel")] == [SENTENCE]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("3|no pipes enough", "DRUG-AE.rel:1: not the 8 fields"),
        ("3|Text.|hives|a|b|Advil|0|5", "DRUG-AE.rel:1: not the 8 fields"),
        ("3|Text.|hives|0|5|Advil|0|5", "DRUG-AE.rel:1: the words"),
    ],
)
def test_mistakes(tmp_path, line, problem):
    (tmp_path / "DRUG-AE.rel").write_text(f"{line}\n")
    with pytest.raises(UsageError, match=problem):
        list(readers.read("ade", tmp_path))


def test_an_empty_folder(tmp_path):
    with pytest.raises(UsageError, match=r"DRUG-AE\.rel"):
        list(readers.read("ade", tmp_path))

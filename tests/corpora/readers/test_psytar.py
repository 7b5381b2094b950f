"""PsyTAR's workbook."""

import sys

import openpyxl
import pytest

from corpora import readers
from nlp.errors import MissingExtraError, UsageError

HEADER = ["id", "drug_id", "sentence_index", "sentences"]
SENTENCES = ["Took it for anxiety.", "Bad headache, then a headache and night sweats.", "Quit: brain zaps."]


@pytest.fixture
def workbook(tmp_path):
    book = openpyxl.Workbook()
    sheets = {
        "Sentence_Labeling": [
            [*HEADER, "ADR", "WD"],
            *([i, "lexapro.2", i, each, 0, 0] for i, each in enumerate(SENTENCES, 1)),
            [4, "zoloft.9", 1, "Fine.", 0, 0],
        ],
        "ADR_Identified": [
            [*HEADER, "ADR1", "ADR2", "ADR3"],
            [2, "lexapro.2", 2, SENTENCES[1], "headache", "Bad headache", "night sweats "],
            [None, None, None, None, None, None, None],
        ],
        "WD_Identified": [[*HEADER, "WD1"], [3, "lexapro.2", 3, SENTENCES[2], "brain zaps"]],
        "DI_Identified": [[*HEADER, "DI1"], [1, "lexapro.2", 1, SENTENCES[0], "anxiety"]],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])

    def save(name="psytar.xlsx"):
        book.save(tmp_path / name)
        return tmp_path / name

    return book, save


def test_reviews_are_put_together_and_words_found(workbook):
    _, save = workbook
    first, second = readers.read("psytar", save())
    assert (first.id, first.text, first.meta) == ("lexapro.2", " ".join(SENTENCES), {"drug": "Lexapro"})
    assert [(each.label, first.text[each.start : each.end]) for each in first.entities] == [
        ("CONDITION", "anxiety"),
        ("ADE", "Bad headache"),
        ("ADE", "headache"),
        ("ADE", "night sweats"),
        ("WITHDRAWAL", "brain zaps"),
    ]
    assert first.entities[2].start > first.entities[1].end, "each word has a place of its own"
    assert (second.id, second.text, second.entities) == ("zoloft.9", "Fine.", ())


def test_words_that_do_not_stand_in_the_sentence(workbook):
    book, save = workbook
    book["WD_Identified"]["E2"] = "zapping of the brain"
    with pytest.raises(UsageError, match="WD_Identified:2: words of WD"):
        list(readers.read("psytar", save()))
    problems = []
    first, _ = readers.read("psytar", save(), report=problems.append)
    assert "WITHDRAWAL" not in {each.label for each in first.entities}
    assert len(problems) == 1


def test_a_column_or_sheet_that_is_missing_is_named(workbook):
    book, save = workbook
    book["DI_Identified"]["C1"] = "number"
    with pytest.raises(UsageError, match="sheet DI_Identified has no column sentence_index"):
        list(readers.read("psytar", save()))
    for name in ("ADR_Identified", "WD_Identified", "DI_Identified"):
        book.remove(book[name])
    with pytest.raises(UsageError, match="no sheet ADR_Identified; sheets: Sentence_Labeling"):
        list(readers.read("psytar", save()))


def test_another_file_is_no_workbook(tmp_path):
    (tmp_path / "x.xlsx").write_text("a,b")
    with pytest.raises(UsageError, match=r"not an \.xlsx workbook"):
        list(readers.read("psytar", tmp_path / "x.xlsx"))


def test_without_openpyxl_the_extra_is_named(workbook, monkeypatch):
    _, save = workbook
    path = save()
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"firsthand\[corpora\]"):
        list(readers.read("psytar", path))

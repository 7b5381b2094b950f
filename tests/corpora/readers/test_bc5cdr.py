"""BC5CDR in PubTator's format."""

import pytest

from corpora import readers
from corpora.markup import Relation
from nlp.errors import UsageError

DOCUMENTS = """7|t|Lithium and tremor
7|a|A man with mania took Li. The tremor was bad.
7\t0\t7\tLithium\tChemical\tD008094
7\t12\t18\ttremor\tDisease\tD014202
7\t30\t35\tmania\tDisease\tD001714|D000001
7\t41\t43\tLi\tChemical\tD008094
7\t49\t55\ttremor\tDisease\tD014202\tmore
7\tCID\tD008094\tD014202

8|t|Nothing
8|a|
"""


def test_documents_in_our_scheme(tmp_path):
    (tmp_path / "x.txt").write_text(DOCUMENTS)
    first, second = readers.read("bc5cdr", tmp_path / "x.txt")
    assert first.text == "Lithium and tremor A man with mania took Li. The tremor was bad."
    assert [(each.label, first.text[each.start : each.end]) for each in first.entities] == [
        ("DRUG", "Lithium"),
        ("ADE", "tremor"),
        ("CONDITION", "mania"),
        ("DRUG", "Li"),
        ("ADE", "tremor"),
    ]
    assert first.relations == (Relation("D008094", 1, "causes"), Relation("D008094", 4, "causes"))
    assert (second.id, second.text, second.entities) == ("8", "Nothing ", ())


def test_labels_can_stay(tmp_path):
    (tmp_path / "x.txt").write_text(DOCUMENTS)
    first, _ = readers.read("bc5cdr", tmp_path / "x.txt", keep_labels=True)
    assert {each.label for each in first.entities} == {"Chemical", "Disease"}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("7\t0\t6\tLithium\tChemical\tD1", "x.txt:3: the words"),
        ("7\t0\tx\tLithium\tChemical\tD1", "x.txt:3: neither"),
        ("7\t0\t7", "x.txt:3: neither"),
    ],
)
def test_mistakes(tmp_path, line, problem):
    (tmp_path / "x.txt").write_text(f"7|t|Lithium\n7|a|More\n{line}\n")
    with pytest.raises(UsageError, match=problem):
        list(readers.read("bc5cdr", tmp_path / "x.txt"))


def test_a_document_needs_title_and_abstract(tmp_path):
    (tmp_path / "x.txt").write_text("7|a|More\n7|t|Lithium\n")
    with pytest.raises(UsageError, match=r"x\.txt:1: a document begins with its title"):
        list(readers.read("bc5cdr", tmp_path / "x.txt"))

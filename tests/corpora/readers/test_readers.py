"""The common door to the readers: our scheme, mistakes, and what is said of licences."""

import pytest

from corpora import manifest, readers
from corpora.markup import AnnotatedPost, Mention, Relation
from corpora.readers.base import find_words
from nlp.errors import UsageError


@pytest.mark.parametrize("name", readers.NAMES)
def test_the_manifest_knows_every_reader(name):
    assert manifest.corpus(name).kind == "reader"


@pytest.mark.parametrize(
    ("name", "words"),
    [("cadec", "CSIRO Data Licence.*accepted"), ("psytar", "terms of use"), ("smm4h", "platform's terms")],
)
def test_a_corpus_that_is_not_there_is_told_where_and_under_which_licence_it_is(name, words, tmp_path):
    with pytest.raises(UsageError, match=words):
        readers.read(name, tmp_path / "nowhere")


def test_an_unknown_reader_is_told_the_others(tmp_path):
    with pytest.raises(UsageError, match="readers: ade, bc5cdr"):
        readers.read("twimed", tmp_path)


def test_what_a_drug_causes_is_an_ade_and_drugs_stand_by_key():
    post = AnnotatedPost(
        "x",
        "",
        "",
        {},
        "Zoloft hives gout Zoloft Advil",
        tuple(
            Mention(label, (span,), {})
            for label, span in (
                ("Drug", (0, 6)),
                ("Disease", (7, 12)),
                ("Disease", (13, 17)),
                ("Drug", (18, 24)),
                ("Drug", (25, 30)),
            )
        ),
        (Relation(0, 1, "causes"), Relation(1, 2, "near"), Relation(3, 2, "treats")),
    )
    found = readers.in_our_scheme(post, {"Drug": "DRUG", "Disease": "CONDITION"})
    assert [(each.label, each.key) for each in found.entities] == [
        ("DRUG", "d1"),
        ("ADE", None),
        ("CONDITION", None),
        ("DRUG", "d2"),
        ("DRUG", None),
    ]
    assert found.relations == (Relation("d1", 1, "causes"), Relation(1, 2, "near"), Relation("d2", 2, "treats"))


@pytest.mark.parametrize(
    ("words", "taken", "span"),
    [
        ("pain", [], (0, 4)),
        ("pain", [(0, 4)], (14, 18)),
        ("PAIN", [(0, 4), (14, 18)], (0, 4)),
        ("knee  pain", [], (9, 18)),
        ("ain", [], None),
        ("", [], None),
    ],
)
def test_words_are_found_as_whole_words_in_a_free_place(words, taken, span):
    assert find_words("Pain and knee\npain", words, taken) == span

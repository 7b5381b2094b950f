"""What the annotation of each corpus allows for each word."""

import numpy as np
import pytest

from nlp.models.repository import SHIPPED
from nlp.models.tags import TagScheme
from nlp.models.tokens import SubwordTokeniser
from training.corpora_map import CORPORA, DETAILS, OWN, CorpusMap
from training.examples import Gold, allowed_tags, make_examples, one_stretch_each

SCHEME = TagScheme()


@pytest.fixture(scope="module")
def tokenise():
    return SubwordTokeniser(SHIPPED / "default" / "tokenizer.json")


def names(row):
    tags = ["O", *(f"{prefix}-{label}" for label in SCHEME.labels for prefix in "BI")]
    return {tag for tag, allowed in zip(tags, row, strict=True) if allowed}


def allowed(tokenise, text, spans, corpus: CorpusMap):
    gold = Gold("x", text, tuple(spans), "x")
    return [names(row) for row in allowed_tags(gold, tokenise(text).words, SCHEME, corpus)]


def test_our_own_corpus_allows_one_tag_a_word(tokenise):
    rows = allowed(tokenise, "Zoloft gave me dry mouth", [(0, 6, "DRUG"), (15, 24, "ADE")], OWN)
    assert rows == [{"B-DRUG"}, {"O"}, {"O"}, {"B-ADE"}, {"I-ADE"}]


def test_a_silent_label_may_hide_among_unmarked_words(tokenise):
    rows = allowed(tokenise, "took 10 mg", [], CorpusMap(OWN.mapping, silent=DETAILS))
    assert {"O", "B-DOSE", "I-DOSE"} <= rows[1]
    assert "B-ADE" not in rows[1]


def test_a_coarse_label_allows_each_of_its_meanings_but_not_none(tokenise):
    rows = allowed(tokenise, "renal failure", [(0, 13, "Disease")], CORPORA["bc5cdr"])
    assert rows[0] == {"B-ADE", "B-CONDITION", "B-SYMPTOM"}
    assert rows[1] == {"I-ADE", "I-CONDITION", "I-SYMPTOM"}


def test_an_unknown_label_allows_everything(tokenise):
    rows = allowed(tokenise, "my skin glows", [(3, 7, "BENEFIT")], CORPORA["healthsea"])
    assert len(rows[1]) == len(SCHEME)


def test_a_discontinuous_mention_stands_for_the_piece_of_its_own(tokenise):
    text = "site red and warm, blood pressure at home 170/100"
    spans, parts = one_stretch_each([[(0, 8)], [(0, 4), (13, 17)], [(19, 33), (42, 49)]], ["ADE", "ADE", "SYMPTOM"])
    assert spans == ((0, 8, "ADE"), (13, 17, "ADE"), (19, 33, "SYMPTOM"))
    assert parts == ((0, 4, "ADE"), (42, 49, "SYMPTOM"))
    rows = [
        names(row) for row in allowed_tags(Gold("x", text, spans, "x", parts=parts), tokenise(text).words, SCHEME, OWN)
    ]
    assert rows[:4] == [{"B-ADE"}, {"I-ADE"}, {"O"}, {"B-ADE"}]
    assert rows[-1] == {"O", "B-SYMPTOM", "I-SYMPTOM"}  # a piece that no stretch covers may be marked or not


def test_determiners_at_the_front_are_left_out_where_a_corpus_has_them(tokenise):
    rows = allowed(tokenise, "the rash came", [(0, 8, "Effect")], CORPORA["phee"])
    assert "O" in rows[0]
    assert rows[1] == {"B-ADE"}


def test_long_texts_become_several_examples_that_cover_every_word(tokenise):
    text = "I felt sick again and again. " * 60
    gold = Gold("x", text, (), "firsthand")
    examples = make_examples([gold], SCHEME, {"firsthand": OWN}, tokenise, window=64)
    assert len(examples) > 1
    assert all(len(each.ids) <= 64 for each in examples)
    assert sum(len(each.first) for each in examples) == len(tokenise(text).words)
    assert all(np.all(each.allowed.any(axis=1)) for each in examples)

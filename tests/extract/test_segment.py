"""Sentences of informal text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from nlp.extract.segment import segment, sentence_starts
from nlp.extract.tokenise import make_tokenizer


@pytest.fixture(scope="module")
def nlp():
    pipeline = English()
    pipeline.tokenizer = make_tokenizer(pipeline)
    return pipeline


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Took it. Felt sick.", ["Took it.", "Felt sick."]),
        ("Dr. Smith said no. I quit.", ["Dr. Smith said no.", "I quit."]),
        ("Week 1: nausea\nWeek 2: fine", ["Week 1: nausea", "Week 2: fine"]),
        ("no punctuation at all here", ["no punctuation at all here"]),
        ("Never again!!! Awful.", ["Never again!!!", "Awful."]),
        ("I took 2.5 mg. It helped.", ["I took 2.5 mg.", "It helped."]),
    ],
)
def test_sentences(nlp, text, sentences):
    doc = segment(nlp.make_doc(text))
    assert [sent.text.strip() for sent in doc.sents] == sentences


@given(st.text(max_size=300))
def test_any_text_is_segmented_from_its_first_token(text):
    nlp = English()
    doc = segment(nlp.make_doc(text))
    assert "".join(sent.text_with_ws for sent in doc.sents) == text
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) for start in starts)


def test_a_very_long_line_is_cut_plainly():
    text = "It hurt. " * 2_000
    assert len(sentence_starts(text)) >= 1_999

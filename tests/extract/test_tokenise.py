"""The tokeniser never changes the text, and cuts where patients leave out a space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from nlp.extract.tokenise import make_tokenizer

NLP = English()
NLP.tokenizer = make_tokenizer(NLP)


@given(st.text(max_size=200))
def test_the_doc_holds_the_text_as_received(text):
    assert NLP.make_doc(text).text == text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("20mg/day", ["20", "mg", "/", "day"]),
        ("Lipitor(generic", ["Lipitor", "(", "generic"]),
        ("nausea/vomiting", ["nausea", "/", "vomiting"]),
        ("it stopped.Then", ["it", "stopped", ".", "Then"]),
    ],
)
def test_missing_spaces(text, tokens):
    assert [token.text for token in NLP.make_doc(text)] == tokens

"""The text that all components share."""

from hypothesis import given
from hypothesis import strategies as st

from corpora.markup import parse_post
from nlp.extract.written import normalise, written
from tests.extract.cases import gold_doc


@given(st.text() | st.text(st.sampled_from("aÅIİΣßẞ’‘`' ")))
def test_a_text_is_normalised_letter_by_letter(text):
    words = normalise(text)
    assert len(words) == len(text)
    assert all(normalise(before) == after for before, after in zip(text, words, strict=True))


def test_a_doc_is_read_once():
    doc = gold_doc(parse_post("# x | case | case\nI’m on <DRUG>Advil</DRUG>. It HELPS."))
    its = written(doc)
    assert its.text == doc.text
    assert its.words == "i'm on advil. it helps."
    assert [its.text[start:end] for start, end in its.sentences] == ["I’m on Advil.", "It HELPS."]
    assert written(doc) is its

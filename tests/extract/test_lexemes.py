import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.extract.lexemes import NEAR, PHRASE, SAYS, TABLE, lexeme, lexemes, stem
from nlp.models.knowledge_base import normalise


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ankles swelled up", "up swollen ankle"),
        ("vomited", "throwing up"),
        ("my knee is killing me", "knee pain"),
        ("unable to sleep", "trouble sleeping"),
        ("BP went up", "high blood pressure"),
        ("itchy", "itching"),
        ("dryness of the mouth", "my mouth was so dry"),
    ],
)
def test_other_words_of_one_complaint_have_the_same_lexemes(left: str, right: str) -> None:
    assert set(lexemes(normalise(left))) == set(lexemes(normalise(right)))


@pytest.mark.parametrize(
    ("left", "right"),
    [("can't sleep", "sleep"), ("gained weight", "lost weight"), ("broke out", "broke my arm"), ("pulse", "pain")],
)
def test_other_complaints_have_other_lexemes(left: str, right: str) -> None:
    assert set(lexemes(normalise(left))) != set(lexemes(normalise(right)))


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("itching", "itch"), ("dizziness", "dizz"), ("stopped", "stop"), ("red", "red"), ("eye", "eye")],
)
def test_stems(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_every_phrase_has_its_own_group() -> None:
    assert re.compile(PHRASE).groups == len(SAYS)


def test_every_near_lexeme_is_one_that_words_have() -> None:
    known = set(TABLE.values())
    assert {near for each in NEAR.values() for near, _ in each} <= known
    assert set(NEAR) <= known


@given(st.text(max_size=80))
def test_any_text_has_lexemes_each_once(text: str) -> None:
    found = lexemes(normalise(text))
    assert len(found) == len(set(found))
    assert all(found)


def test_words_that_say_little_have_none() -> None:
    assert lexeme("really") == ""
    assert lexemes("the whole time") == ()

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.extract.quantities.numbers import amounts, hedges


def first(words):
    told = next(amounts(words), None)
    return (told.low, told.high) if told else None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("2.5", (2.5, None)),
        (".5", (0.5, None)),
        ("0,5", (0.5, None)),
        ("50,000", (50000, None)),
        ("1/2", (0.5, None)),
        ("1 1/2", (1.5, None)),
        ("½", (0.5, None)),
        ("2½", (2.5, None)),
        ("twenty-one", (21, None)),
        ("two and a half", (2.5, None)),
        ("half a", (0.5, None)),
        ("a couple of", (2, None)),
        ("a few", (3, None)),
        ("2-3", (2, 3)),
        ("three or four", (3, 4)),
        ("10 to 15", (10, 15)),
        ("5-3", (5, None)),
        ("none", None),
    ],
)
def test_numbers_in_figures_and_words(words, wanted):
    assert first(words) == wanted


@given(st.integers(0, 999_999_999))
def test_a_figure_is_read_with_and_without_commas(number):
    assert first(str(number)) == (number, None)
    assert first(f"{number:,}") == (number, None)


@given(st.text("0123456789 ./,-abcdefh½", max_size=30))
def test_no_words_are_too_odd(words):
    for told in amounts(words):
        assert 0 <= told.start < told.end <= len(words)
        assert told.high is None or told.high > told.low


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("over a year", ("at_least",)),
        ("15+ years", ("at_least",)),
        ("almost 2", ("at_most",)),
        ("about 3", ("approximate",)),
        ("over the last 3 months", ()),
        ("3 weeks", ()),
    ],
)
def test_hedges(words, wanted):
    assert hedges(words) == wanted

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.extract.quantities.duration import read_duration

POSTED = date(2024, 5, 10)


@pytest.mark.parametrize(
    ("words", "iso", "flags"),
    [
        ("for about 3 wks", "P3W", ("approximate",)),
        ("on day 9", "P9D", ("ordinal",)),
        ("three weeks in", "P3W", ("ordinal",)),
        ("third month", "P3M", ("ordinal",)),
        ("2 1/2 years", "P2Y6M", ()),
        ("for a year and a half", "P1Y6M", ()),
        ("half a year", "P6M", ()),
        ("a couple of weeks", "P2W", ("approximate",)),
        ("for over 20 years", "P20Y", ("at_least",)),
        ("15+ years", "P15Y", ("at_least",)),
        ("almost two years", "P2Y", ("at_most",)),
        ("for the first fortnight", "P2W", ("ordinal",)),
        ("48 hours", "PT48H", ()),
        ("since two months", "P2M", ()),
        ("10 day course", "P10D", ()),
    ],
)
def test_lengths(words, iso, flags):
    found = read_duration(words)
    assert (found.iso, found.flags) == (iso, flags)


def test_ranges_have_both_ends():
    assert (read_duration("6-8 weeks").value, read_duration("6-8 weeks").high) == (6, 8)
    assert (read_duration("weeks 5 to 8").value, read_duration("weeks 5 to 8").high) == (5, 8)


def test_since_is_anchored_to_the_day_of_the_post():
    found = read_duration("since march", POSTED)
    assert (found.start, found.stop, found.iso) == ("2024-03", "2024-05-10", "2024-03/2024-05-10")
    assert read_duration("since june", POSTED).start == "2023-06"
    assert read_duration("since march").start == "--03"
    assert read_duration("since last fall").start is None


def test_from_one_date_to_another():
    found = read_duration("from 2012 to 2015")
    assert (found.start, found.stop, found.iso) == ("2012", "2015", "2012/2015")


def test_cycles_have_no_length():
    found = read_duration("6 cycles")
    assert (found.value, found.unit, found.iso) == (6, "{cycle}", None)


def test_years_without_a_number():
    assert (read_duration("for years").unit, read_duration("for years").flags) == ("a", ("vague",))
    assert read_duration("forever") is None


@given(st.integers(1, 120), st.sampled_from(["days", "weeks", "months", "years"]))
def test_a_number_of_periods(count, period):
    found = read_duration(f"for {count} {period}")
    assert found.iso == f"P{count}{period[0].upper()}"


@given(st.text("abcdefhiklmnorstuwy0123456789 -/", max_size=40))
def test_no_words_are_too_odd(words):
    read_duration(words, POSTED)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.extract.quantities.frequency import read_frequency


@pytest.mark.parametrize(
    ("words", "per_day", "iso"),
    [
        ("2x/day", 2, "R/PT12H"),
        ("twice a day", 2, "R/PT12H"),
        ("three times daily", 3, "R/PT8H"),
        ("q8h", 3, "R/PT8H"),
        ("every 6 hours", 4, "R/PT6H"),
        ("bid", 2, "R/PT12H"),
        ("every other day", 0.5, "R/P2D"),
        ("every 2nd day", 0.5, "R/P2D"),
        ("daily", 1, "R/P1D"),
        ("at night", 1, "R/P1D"),
        ("an hour before bed", 1, "R/P1D"),
        ("morning and night", 2, "R/PT12H"),
        ("before meals and at bedtime", 4, "R/PT6H"),
        ("once a week", 0.1429, "R/P1W"),
        ("twice a week", 0.2857, "R/P3.5D"),
        ("three times a week", 0.4286, "R/PT56H"),
        ("Mon Wed Fri".lower(), 0.4286, "R/PT56H"),
        ("every 4 weeks", 0.0357, "R/P4W"),
        ("monthly", 0.0329, "R/P1M"),
        ("twice a year", 0.0055, "R/P6M"),
        ("two weeks apart", 0.0714, "R/P2W"),
        ("weekdays", 0.7143, "R/PT33.6H"),
    ],
)
def test_intakes_per_day_and_interval(words, per_day, iso):
    found = read_frequency(words)
    assert (found.value, found.unit, found.iso) == (per_day, "/d", iso)


def test_a_range_of_intervals_is_a_range_of_rates():
    found = read_frequency("every 4-6 hours")
    assert (found.value, found.high, found.iso) == (4, 6, "R/PT6H")


@pytest.mark.parametrize(
    ("words", "flags"),
    [
        ("prn", ("as_needed",)),
        ("when i have to go out", ("as_needed",)),
        ("every 6 hours as needed", ("as_needed",)),
        ("21 days on and 7 off", ("cyclic",)),
        ("most days", ("approximate",)),
        ("at bedtime", ("bedtime",)),
        ("on fridays", ("weekday",)),
    ],
)
def test_flags(words, flags):
    assert read_frequency(words).flags == flags


def test_a_count_without_a_period_is_no_rate():
    assert (read_frequency("twice").value, read_frequency("twice").unit) == (2, "1")


@pytest.mark.parametrize("words", ["all day long", "before", ""])
def test_words_that_count_nothing(words):
    assert read_frequency(words) is None


@given(st.integers(1, 24), st.sampled_from(["hours", "days", "weeks", "months"]))
def test_once_in_so_many_periods(count, period):
    found = read_frequency(f"every {count} {period}")
    designator = {"hours": "PT{}H", "days": "P{}D", "weeks": "P{}W", "months": "P{}M"}[period]
    assert found.iso == "R/" + designator.format(count)


@given(st.text("abcdehkmnortuvwxy/0123456789 .-", max_size=40))
def test_no_words_are_too_odd(words):
    read_frequency(words)

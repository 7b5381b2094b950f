from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.extract.quantities.dates import day_of, is_future, read_date

POSTED = date(2024, 5, 10)  # a Friday


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("2019", "2019"),
        ("may 2021", "2021-05"),
        ("march '22", "2022-03"),
        ("in march", "2024-03"),
        ("last june", "2023-06"),
        ("march 3rd", "2024-03-03"),
        ("july 20", "2023-07-20"),
        ("11 february", "2024-02-11"),
        ("2023-02-14", "2023-02-14"),
        ("2/14/23", "2023-02-14"),
        ("3/4/22", "2022"),
        ("last fall", "2023-09"),
        ("the summer of 2019", "2019-06"),
        ("3 weeks ago", "2024-04-19"),
        ("2 wks ago", "2024-04-26"),
        ("a couple of months ago", "2024-03"),
        ("two years ago", "2022"),
        ("yesterday", "2024-05-09"),
        ("last year", "2023"),
        ("monday", "2024-05-06"),
        ("christmas", "2023-12-25"),
        ("the new year", "2024-01-01"),
    ],
)
def test_dates_before_the_post(words, wanted):
    assert read_date(words, POSTED) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("in march", "--03"),
        ("march 3rd", "--03-03"),
        ("last fall", None),
        ("yesterday", None),
        ("3 weeks ago", None),
        ("2019", "2019"),
    ],
)
def test_without_the_day_of_the_post_only_what_is_said(words, wanted):
    assert read_date(words) == wanted


@pytest.mark.parametrize("words", ["it may help", "a bit", "2019-02-31x", "99/99/22"])
def test_what_is_no_date(words):
    assert read_date(words, POSTED) in (None, "2019")


def test_days_of_posts():
    assert day_of("2024-05-10T11:12:00Z") == POSTED
    assert day_of("yesterday") is None
    assert day_of(None) is None


def test_a_date_after_the_post_is_in_the_future():
    assert is_future("2031", POSTED)
    assert is_future("2024-06", POSTED)
    assert not is_future("2024-05", POSTED)
    assert not is_future("--06", POSTED)
    assert not is_future("2031", None)


@given(
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.sampled_from(["in march", "last fall", "monday", "july 20", "christmas"]),
)
def test_what_has_no_year_lies_before_the_post(anchor, words):
    assert not is_future(read_date(words, anchor), anchor)

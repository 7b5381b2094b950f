"""Whether a mention and a name that looks or means like it tell the same."""

from __future__ import annotations

import pytest

from nlp.extract.similar import of_one_polarity, tells_the_same

AGREE = [
    ("so tired", "tired"),
    ("stopped sleeping", "not sleeping"),
    ("motivation was gone", "lost motivation"),
    ("couldnt keep my eye open", "drowsy"),
    ("swallowing was hard", "swallowing difficulty"),
    ("runy nose", "runny nose"),
]
CONTRADICT = [
    ("slept all the time", "not sleeping"),
    ("falling asleep", "trouble falling asleep"),
    ("not tired", "tired"),
    ("no headache", "headache"),
    ("can only sit", "cant sit still"),
]


@pytest.mark.parametrize(("mention", "name"), AGREE)
def test_what_agrees(mention: str, name: str) -> None:
    assert of_one_polarity(mention, name)


@pytest.mark.parametrize(("mention", "name"), CONTRADICT)
def test_what_contradicts(mention: str, name: str) -> None:
    assert not of_one_polarity(mention, name)


def test_a_name_that_adds_something_does_not_tell_the_same() -> None:
    assert tells_the_same("runny noses", "runny nose")
    assert not tells_the_same("stone", "gallbladder stone")
    assert not tells_the_same("no feeling from the bra line down", "feeling down")

"""Misspelled drug names, and words that are none."""

from __future__ import annotations

import pytest

from nlp.models import knowledge_base
from nlp.models.spelling import is_nearer_to_a_known_word, nearest_drug

MISSPELLED = [
    ("omeprazol", "omeprazole"),
    ("metroprolol", "metoprolol"),
    ("valacyclovier", "valacyclovir"),
    ("carveidlol", "carvedilol"),
    ("dutastride", "dutasteride"),
    ("theophyline", "theophylline"),
    ("ketaconazole", "ketoconazole"),
    ("dupixnt", "dupixent"),
]


@pytest.mark.parametrize(("word", "name"), MISSPELLED)
def test_the_drug_that_was_meant(word: str, name: str) -> None:
    kb = knowledge_base.load()
    found = nearest_drug(kb, word)
    assert found is not None
    assert {each.code for each in kb.lookup(found[0])} == {each.code for each in kb.lookup(name)}


@pytest.mark.parametrize("word", ["zzzzzz", "headache", "insurance", "wednesday", "grandmother"])
def test_no_drug_is_near(word: str) -> None:
    assert nearest_drug(knowledge_base.load(), word) is None


def test_one_edit_is_allowed_in_short_names_and_two_in_long_ones() -> None:
    kb = knowledge_base.load()
    assert nearest_drug(kb, "metfrmn") is None
    assert nearest_drug(kb, "levotiroxine") == ("levothyroxine", 2)


@pytest.mark.parametrize("word", ["treatement", "medicnes"])
def test_a_misspelled_word_of_the_language_is_recognised(word: str) -> None:
    kb = knowledge_base.load()
    assert is_nearer_to_a_known_word(kb, word, 2)
    assert not is_nearer_to_a_known_word(kb, "valacyclovier", 1)

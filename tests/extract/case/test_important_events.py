"""The table of important medical events: its codes are concepts of the shipped vocabularies, by their names."""

import pytest

from nlp.datamodel import Entity, Link
from nlp.extract.case.important_events import attention, important_events
from nlp.extract.case.reader import Reader
from nlp.models import knowledge_base


def test_every_code_is_a_concept_of_that_name():
    concepts = knowledge_base.load()
    for code, name in important_events().items():
        assert concepts.concept(code.partition(":")[0], code).name == name, code


@pytest.mark.parametrize(
    "name", ["Anaphylactic shock", "Seizure", "Rhabdomyolysis", "Stevens-Johnson syndrome", "liver failure"]
)
def test_events_that_nobody_may_miss_are_in_it(name):
    assert name in important_events().values()


@pytest.mark.parametrize("name", ["Headache", "Nausea", "Fatigue", "Dry mouth", "Paresthesia"])
def test_common_complaints_are_not(name):
    assert name not in important_events().values()


def test_an_event_is_flagged_by_its_concept_whatever_it_is_called():
    text = "i shook all over"
    link = Link("HP", "HP:0001250", "Seizure", 0.7, "exact")
    fit = Entity("e1", "ADE", ((2, 16),), "shook all over", 1.0, "model", links=(link,))
    claim = attention(Reader(text, text, ((0, len(text)),)), [fit])
    assert (claim.value, claim.score, claim.evidence[0].text) == ("Seizure", 0.7, "shook all over")
    assert attention(Reader(text, text, ((0, len(text)),)), [Entity("e1", "ADE", ((0, 1),), "i", 1.0, "model")]) is None

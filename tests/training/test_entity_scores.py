"""Attributes and relations, counted by hand."""

from dataclasses import replace
from types import SimpleNamespace

from corpora.markup import parse_post
from nlp.datamodel import Attribute, Attributes, Entity, Relation
from training.entity_scores import drug_and_tail, score_entities, score_found_relations
from training.evaluate_case import CaseScores

POST = parse_post(
    "# x | case | case\n"
    "<DRUG id=d1>Lipitor</DRUG> for <CONDITION by_drug=d1:major>cholesterol</CONDITION>, then "
    "<ADE by=d1 severity=severe>cramps</ADE>, no <ADE presence=absent by=d1>rash</ADE>."
)


def counts(relations=(), **attributes):
    entities = tuple(
        Entity(f"e{number}", each.label, each.spans, "", 1.0, "model", Attributes(**attributes))
        for number, each in enumerate(POST.entities, 1)
    )
    scores = CaseScores()
    score_entities(POST, SimpleNamespace(_=SimpleNamespace(entities=entities, relations=relations)), scores.add)
    return {key: (count.gold, count.predicted, count.right) for key, count in scores.counts.items()}


def test_every_event_has_every_attribute_counted():
    found = counts()
    assert found["presence", ""] == (3, 3, 2)
    assert found["presence", "absent"] == (1, 0, 0)
    assert found["severity", "(none)"] == (2, 3, 2)
    assert found["time", "current"] == (3, 3, 3)


def test_a_severity_that_is_found_counts():
    assert counts(severity=Attribute("severe"))["severity", "severe"] == (1, 3, 1)


def test_relations_are_counted_between_products_and_mentions():
    found = counts(
        (
            Relation("e1", "e2", "treats", 0.9, "slight"),
            Relation("e1", "e3", "causes", 0.9),
            Relation("e1", "e2", "causes", 0.5),
        )
    )
    assert found["relation", "causes"] == (2, 2, 1)
    assert found["relation", "treats"] == (1, 1, 1)
    assert found["effectiveness", ""] == (1, 1, 0)


def found(*entities, relations=()):
    doc = SimpleNamespace(_=SimpleNamespace(entities=entities, relations=relations))
    scores = CaseScores()
    score_found_relations(POST, doc, scores.add)
    return {key: (count.gold, count.predicted, count.right) for key, count in scores.counts.items()}


DRUG = Entity("a", "DRUG", ((0, 7),), "Lipitor", 1.0, "model")
PART = Entity("b", "ADE", ((30, 34),), "cram", 1.0, "model")


def test_a_relation_end_to_end_needs_mentions_that_overlap_with_the_label():
    assert POST.text[30:34] == "cram"
    right = found(DRUG, PART, relations=(Relation("a", "b", "causes", 0.9),))
    assert right["relation", "causes"] == (2, 1, 1)
    assert right["relation", "treats"] == (1, 0, 0)
    wrong = replace(PART, label="SYMPTOM")
    assert found(DRUG, wrong, relations=(Relation("a", "b", "causes", 0.9),))["relation", "causes"] == (2, 1, 0)


def test_two_parts_of_one_mention_count_once():
    rest = Entity("c", "ADE", ((34, 36),), "ps", 1.0, "model")
    both = (Relation("a", "b", "causes", 0.9), Relation("a", "c", "causes", 0.9))
    assert found(DRUG, PART, rest, relations=both)["relation", "causes"] == (2, 1, 1)


def test_a_withdrawal_effect_points_at_its_drug():
    assert drug_and_tail(Relation("e2", "e1", "after_stopping", 0.9)) == ("e1", "e2")
    assert drug_and_tail(Relation("e1", "e2", "causes", 0.9)) == ("e1", "e2")

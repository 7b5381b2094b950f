"""Scores of cases, counted by hand on posts with footers."""

from types import SimpleNamespace

import pytest

from corpora.markup import parse_post
from nlp.datamodel import Case, Claim, Criteria, Entity, Evidence, Patient, Reaction, Treatment
from nlp.errors import UsageError
from training.evaluate_case import CaseScores, parse_given, render, score_post
from training.gold_docs import gold_entity, gold_relations

POST = parse_post(
    "# x | case | case\n"
    "<DRUG id=d1>Lipitor</DRUG> gave me <ADE id=e1 by=d1 severity=severe>cramps</ADE>. Admitted. "
    "I'm 41. I also took <DRUG id=d2>Advil</DRUG>.\n"
    '@patient age="41 years"\n'
    "@drug d1 role=suspect action=withdrawn\n"
    "@drug d2 role=concomitant\n"
    '@event e1 outcome=recovered latency="Admitted" serious=hospitalisation:"Admitted"'
)
CRITERIA = Criteria(*[Claim("unclear")] * 4)


def doc_with(patient=None, treatments=(), reactions=(), **more):
    entities = (
        Entity("e1", "DRUG", ((0, 7),), "Lipitor", 1.0, "model"),
        Entity("e2", "ADE", ((16, 22),), "cramps", 1.0, "model"),
        Entity("e3", "DRUG", ((52, 57),), "Advil", 1.0, "model"),
    )
    case = Case(patient or Patient(), treatments, reactions, CRITERIA, **more)
    return SimpleNamespace(_=SimpleNamespace(case=case, entities=entities))


def scored(doc):
    scores = CaseScores()
    score_post(POST, doc, scores)
    return {key: (count.gold, count.predicted, count.right) for key, count in scores.counts.items()}


def test_what_is_right_counts_for_both_sides():
    right = doc_with(
        Patient(age=Claim("41")),
        (
            Treatment("a", ("e1",), Claim("suspect"), action=Claim("withdrawn")),
            Treatment("b", ("e3",), Claim("concomitant")),
        ),
        (
            Reaction(
                "c",
                ("e2",),
                outcome=Claim("recovered"),
                latency=Claim("x", (Evidence(24, 32, "Admitted"),)),
                seriousness=(Claim("hospitalisation"),),
            ),
        ),
    )
    counts = scored(right)
    assert counts["patient age", ""] == counts["action", ""] == counts["outcome", "recovered"] == (1, 1, 1)
    assert counts["role", ""] == (2, 2, 2)
    assert counts["seriousness", "hospitalisation"] == counts["latency told", ""] == (1, 1, 1)
    assert not any(gold != right or gold != found for gold, found, right in counts.values())


def test_what_is_missed_and_what_is_too_much():
    wrong = doc_with(
        treatments=(Treatment("a", ("e1",), Claim("concomitant"), dechallenge=Claim("positive")),),
        special_situations=(Claim("overdose"),),
        urgent=Claim("suicidal_or_self_harm"),
    )
    counts = scored(wrong)
    assert counts["seriousness", ""] == counts["patient age", ""] == (1, 0, 0)
    assert counts["special situation", "overdose"] == counts["urgent", ""] == counts["dechallenge", ""] == (0, 1, 0)
    assert counts["role", ""] == (2, 1, 0)


def test_a_latency_in_the_words_of_the_onset_is_neither_right_nor_wrong():
    post = parse_post(
        "# x | case | case\n<DRUG id=d1>Lipitor</DRUG> gave me <ADE id=e1 by=d1>cramps</ADE> the next day.\n"
        '@event e1 onset="the next day"'
    )
    reaction = Reaction("c", ("e2",), latency=Claim("x", (Evidence(23, 35, "the next day"),)))
    scores = CaseScores()
    score_post(post, doc_with(reactions=(reaction,)), scores)
    assert scores.counts["latency told", ""].predicted == 0


def test_a_medicine_that_is_only_named_has_no_role_to_score():
    counts = scored(doc_with(treatments=(Treatment("a", ("e1",), Claim("mentioned")),)))
    assert counts["role", ""] == (2, 0, 0)


def test_gold_goes_into_entities_and_relations():
    entity = gold_entity(POST, POST.entities[1], "e2", "relations")
    assert (entity.attributes.severity.value, entity.attributes.effect.value) == ("severe", "adverse")
    assert gold_entity(POST, POST.entities[1], "e2", "entities").attributes.severity is None
    (relation,) = gold_relations(POST, {0: "e1", 1: "e2", 2: "e3"})
    assert (relation.head, relation.tail, relation.label) == ("e1", "e2", "causes")


def test_rates_and_the_table():
    scores = CaseScores(posts=1)
    scores.add("x", "action", {"withdrawn"}, {"reduced"})
    scores.add("y", "action", {"withdrawn"}, {"withdrawn"})
    count = scores.counts["action", ""]
    assert (count.precision, count.recall, count.f1) == (0.5, 0.5, 0.5)
    assert sorted(scores.misses) == [
        ("x", "action", "reduced", "false alarm"),
        ("x", "action", "withdrawn", "missed"),
    ]
    assert render(scores).row_count == 3
    assert [row["value"] for row in scores.to_dict()["fields"]] == ["", "reduced", "withdrawn"]


def test_an_unknown_step_is_named_with_the_choices():
    with pytest.raises(UsageError, match="--given: 'all' is not one of relations, entities, nothing"):
        parse_given("all")

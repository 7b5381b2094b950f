"""Relations by declared rules, on cases a person can read."""

import pytest

from nlp.datamodel import EVENT_LABELS
from nlp.extract.assertion import assertion
from nlp.extract.relate import Relate
from tests.extract.cases import cases, gold_doc


@pytest.mark.parametrize("post", cases("relations.txt"))
def test_relations(post):
    doc = Relate()(assertion(gold_doc(post)))
    keys = {f"e{number}": each.key for number, each in enumerate(post.entities, 1)}
    found = set()
    for each in doc._.relations:
        drug, other = (each.tail, each.head) if each.label == "after_stopping" else (each.head, each.tail)
        found.add((each.label, keys[drug], int(other[1:]) - 1, each.effectiveness))
    wanted = set()
    for each in post.relations:
        drug, other = (each.head, each.tail) if isinstance(each.head, str) else (each.tail, each.head)
        wanted.add((each.label, drug, other, each.value))
    assert found == wanted


@pytest.mark.parametrize("post", cases("relations.txt"))
def test_relations_name_entities_of_the_doc_and_say_why(post):
    doc = Relate()(assertion(gold_doc(post)))
    labels = {each.id: each.label for each in doc._.entities}
    for each in doc._.relations:
        drug, other = (each.tail, each.head) if each.label == "after_stopping" else (each.head, each.tail)
        assert labels[drug] == "DRUG"
        assert labels[other] in EVENT_LABELS or each.label == "has"
        assert 0 < each.score <= 1
        assert each.reason


def test_what_is_told_of_an_unnamed_product_gets_no_other_drug():
    (post,) = [each.values[0] for each in cases("relations.txt") if each.id == "unnamed-product"]
    doc = Relate()(assertion(gold_doc(post, {"drug": "Lisinopril"})))
    assert doc._.relations == ()
    named = Relate()(assertion(gold_doc(post, {"drug": "Losartan 50 mg"})))
    assert [each.label for each in named._.relations] == ["causes"]

"""Cues right beside a mention: each with a case, and only where nothing surer says otherwise."""

import pytest

from nlp.datamodel import Attribute, Attributes
from nlp.extract.anchored import anchored, lists, masked
from nlp.extract.anchored_cues import ANCHORED
from nlp.extract.assertion import outweighed
from nlp.extract.written import normalise, written
from tests.extract.cases import cases, gold_doc


def found(post):
    doc = gold_doc(post)
    its = written(doc)
    runs = lists(doc._.entities, its.words)
    return [anchored(its.words, each, runs[each.id], its.sentences) for each in doc._.entities]


@pytest.mark.parametrize("post", cases("anchored.txt"))
def test_cue_beside_a_mention(post):
    for gold, cues in zip(post.entities, found(post), strict=True):
        for name, value in gold.attributes.items():
            cue, evidence = cues[name]
            assert cue.value == value
            assert normalise(post.text)[evidence.start : evidence.end] == evidence.text


def test_every_cue_has_a_case():
    used = {cue for each in cases("anchored.txt") for cues in found(each.values[0]) for cue, _ in cues.values()}
    assert [each for each in ANCHORED if each not in used] == []


def test_a_surer_head_stands():
    (post,) = [each.values[0] for each in cases("anchored.txt") if each.id == "can-it-cause"]
    (cues,) = found(post)
    settled = Attributes(presence=Attribute("present", 0.99, None, "head"))
    sure, unsure = ({"presence": {"present": chance, "hypothetical": 1 - chance}} for chance in (0.99, 0.6))
    assert outweighed(settled, sure, cues).presence.value == "present"
    assert outweighed(settled, unsure, cues).presence.value == "hypothetical"


def test_drugs_are_masked_letter_for_letter():
    (post,) = [each.values[0] for each in cases("relations.txt") if each.id == "unnamed-product"]
    doc = gold_doc(post)
    text = masked(written(doc).words, doc._.entities)
    assert len(text) == len(doc.text)
    drugs = [each for each in doc._.entities if each.label == "DRUG"]
    assert [text[each.start : each.end] for each in drugs] == ["@" * (each.end - each.start) for each in drugs]

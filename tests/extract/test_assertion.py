"""Attributes by declared cues, on cases a person can read."""

import pytest

from corpora.schema import ATTRIBUTES, default_effect
from nlp.extract import cues
from nlp.extract.assertion import assertion
from nlp.extract.written import normalise
from tests.extract.cases import cases, gold_doc

DEFAULTS = {"presence": "present", "experiencer": "author", "time": "current"}


@pytest.mark.parametrize("post", cases("assertion.txt"))
def test_attributes(post):
    doc = assertion(gold_doc(post))
    for gold, found in zip(post.entities, doc._.entities, strict=True):
        wanted = {**DEFAULTS, "effect": default_effect(gold.label), "severity": None, **gold.attributes}
        got = {name: getattr(getattr(found.attributes, name), "value", None) for name in ATTRIBUTES}
        # a complaint that is simply listed may or may not carry a severity word; all else must be exact
        assert got == wanted if "severity" in gold.attributes else {**got, "severity": None} == wanted, found.text


@pytest.mark.parametrize("post", cases("assertion.txt"))
def test_every_cue_is_evidence_from_the_text(post):
    doc = assertion(gold_doc(post))
    for entity in doc._.entities:
        for name in ATTRIBUTES:
            attribute = getattr(entity.attributes, name)
            if attribute and attribute.cue:
                assert normalise(doc.text)[attribute.cue.start : attribute.cue.end] == attribute.cue.text


def test_offsets_hold_for_letters_whose_lower_case_is_longer():
    assert len(normalise("İstanbul ẞ ŉ ’")) == len("İstanbul ẞ ŉ ’")


def test_cues_compile_and_name_known_values():
    for _, cue in cues.compiled():
        assert cue.attribute is None or cue.value in ATTRIBUTES[cue.attribute]

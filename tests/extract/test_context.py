"""Words whose meaning the sentence decides."""

from __future__ import annotations

import pytest

from nlp.datamodel import Entity
from nlp.extract.context import SENSES, in_context
from nlp.extract.link import shared
from nlp.models import knowledge_base

SENTENCES = [
    ("Quit smoking with the [patch] last year", "DRUG", "nicotine"),
    ("The [patch] helped my hot flashes", "DRUG", "estradiol"),
    ("I wear the [patch] as birth control", "DRUG", "hormonal contraceptives"),
    ("My doc upped the fentanyl [patch]", "DRUG", "fentanyl"),
    ("My skin went [yellow] after a week", "ADE", "Jaundice"),
    ("My urine is [yellow] like a highlighter", "ADE", "Dark urine"),
    ("he takes [concert] 36 mg for adhd", "DRUG", "methylphenidate"),
    ("Emotionally I am [numb], no feelings left", "ADE", "emotional blunting"),
    ("My toes are [numb]", "ADE", "Hypoesthesia"),
    ("since the [shot], covid that is", "DRUG", "COVID-19 vaccines"),
]


def entity(sentence: str, label: str) -> tuple[Entity, str]:
    """The bracketed words as an entity of the sentence without brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    return Entity("e1", label, ((start, end),), text[start:end], 1.0, "model"), text  # type: ignore[arg-type]


@pytest.mark.parametrize(("sentence", "label", "name"), SENTENCES)
def test_the_sentence_decides(sentence: str, label: str, name: str) -> None:
    mention, text = entity(sentence, label)
    assert shared(knowledge_base.load()).link(mention, {}, text).links[0].name == name


def test_a_word_of_the_language_alone_is_no_drug_that_is_spelled_like_it() -> None:
    mention, text = entity("we went to a [concert] on friday", "DRUG")
    assert shared(knowledge_base.load()).link(mention, {}, text).links == ()


def test_the_reason_tells_what_was_read() -> None:
    mention, text = entity(*SENTENCES[0][:2])
    links = shared(knowledge_base.load()).link(mention, {}, text).links
    assert links[0].reason.startswith("here 'nicotine patch': ")


@pytest.mark.parametrize("sense", [each for senses in SENSES.values() for each in senses], ids=lambda sense: sense.says)
def test_every_sense_leads_to_a_concept(sense) -> None:  # type: ignore[no-untyped-def]
    for label in sense.labels[:1]:
        assert shared(knowledge_base.load()).links(sense.says, label, None)


def test_other_labels_and_far_words_change_nothing() -> None:
    assert in_context("patch", "ADE", "quit smoking patch", 13, 18) == "patch"
    far = "smoking" + " " * 200 + "patch"
    assert in_context("patch", "DRUG", far, len(far) - 5, len(far)) == "patch"

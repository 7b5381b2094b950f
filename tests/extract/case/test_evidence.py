"""What cues and the evidence head tell together: the head's words are given here, as if a model had found them."""

from dataclasses import replace

import pytest

from nlp.datamodel import Attribute, Attributes, Entity
from nlp.extract.case.evidence import cued, settled
from nlp.extract.case.reader import NEGATED, Reader, table
from nlp.extract.case.seriousness import seriousness
from nlp.extract.case.situations import special_situations, urgent
from nlp.models.evidence import URGENT, Told

TEXT = "I got a rash. They hospitalized me. Spent nights on the ward. It was no ward stay."
RASH = Entity("e1", "ADE", ((8, 12),), "rash", 0.9, "model", attributes=Attributes(presence=Attribute("present", 1.0)))
HOSPITAL = "hospitalisation"
((_, ADMITTED),) = table((HOSPITAL, "hospitalized"))


def sentences(text):
    ends = [index + 1 for index, letter in enumerate(text) if letter == "."] or [len(text)]
    return tuple(zip([0, *ends], ends, strict=False))


def told(text, words, kind=HOSPITAL, score=0.9, threshold=0.5):
    start = text.index(words)
    low, high = next((low, high) for low, high in sentences(text) if low <= start < high)
    return Told(kind, score, threshold, start, start + len(words), low, high)


def reader(*said, text=TEXT, entities=()):
    return Reader(text, text.lower(), sentences(text), entities, (), None, said)


def claims(*said):
    post = reader(*said)
    return [
        (each.evidence[0].text, each.reason, each.score)
        for each in settled(post, HOSPITAL, cued(post, HOSPITAL, [ADMITTED]), NEGATED)
    ]


def test_without_a_head_the_cues_stand_alone():
    assert claims() == [("hospitalized", "cue", 0.8)]


def test_a_sentence_of_a_cue_is_told_once_and_by_both():
    assert claims(told(TEXT, "hospitalized me", score=0.95)) == [("hospitalized", "head and cue", 0.95)]
    assert claims(told(TEXT, "hospitalized me", score=0.6)) == [("hospitalized", "head and cue", 0.8)]


def test_the_head_adds_what_no_cue_knows():
    assert claims(told(TEXT, "nights on the ward")) == [
        ("hospitalized", "cue", 0.8),
        ("nights on the ward", "head", 0.9),
    ]


@pytest.mark.parametrize(
    "said",
    [
        told(TEXT, "nights on the ward", score=0.4),
        told(TEXT, "nights on the ward", kind="death"),
        told(TEXT, "ward stay"),  # "no" stands before it
    ],
    ids=["unsure", "another kind", "denied"],
)
def test_the_head_is_not_followed_where_it_is_unsure_or_denied(said):
    assert claims(said) == [("hospitalized", "cue", 0.8)]


def test_a_criterion_of_the_head_goes_to_the_reaction_that_it_speaks_of():
    text = "I got a rash. Woke up with wires in ward four."
    said = told(text, "Woke up with wires in ward four")
    ((claim,),) = seriousness(reader(said, text=text, entities=(RASH,)), [[RASH]])
    assert (claim.value, claim.evidence[0].text, claim.reason) == (
        HOSPITAL,
        "Woke up with wires in ward four",
        "head",
    )


def test_care_that_the_head_finds_beside_a_stay_is_the_same_story():
    important = replace(told(TEXT, "nights on the ward"), kind="medically_important")
    ((claim,),) = seriousness(reader(important, entities=(RASH,)), [[RASH]])
    assert claim.value == HOSPITAL


def test_situations_and_urgency_listen_to_the_head():
    text = "Took Zoloft for a year and felt the same old fog. I see no way on."
    drug = Entity("e1", "DRUG", ((5, 11),), "Zoloft", 0.9, "model")
    said = (
        told(text, "felt the same old fog", kind="lack_of_efficacy"),
        told(text, "Took Zoloft", kind="pregnancy_exposure"),
        told(text, "see no way on", kind=URGENT),
    )
    found = special_situations(reader(*said, text=text, entities=(drug,)))
    assert [each.value for each in found] == ["lack_of_efficacy", "pregnancy_exposure"]
    assert [each.value for each in special_situations(reader(*said, text=text))] == ["lack_of_efficacy"]
    claim = urgent(reader(*said, text=text))
    assert (claim.value, claim.evidence[0].text, claim.reason) == ("suicidal_or_self_harm", "see no way on", "head")

"""The heads in the pipeline, with random weights: what they say is nonsense, how it is used is not."""

from dataclasses import replace

import numpy as np
import pytest
from spacy.lang.en import English

torch = pytest.importorskip("torch")

from nlp.datamodel import Attribute, Entity, Evidence, Link  # noqa: E402
from nlp.extract.assertion import settle  # noqa: E402
from nlp.extract.extensions import register  # noqa: E402
from nlp.extract.learned import answers, ask  # noqa: E402
from nlp.extract.relate import learned  # noqa: E402
from nlp.extract.segment import segment  # noqa: E402
from nlp.models.heads import MentionHeads  # noqa: E402
from nlp.models.network import MentionHeads as TorchHeads  # noqa: E402
from nlp.models.recogniser import Reading  # noqa: E402

HIDDEN = 8
TEXT = "Zoloft 50 mg gave me pain in my legs and arms."
WORDS = [
    (0, 6),
    (7, 9),
    (10, 12),
    (13, 17),
    (18, 20),
    (21, 25),
    (26, 28),
    (29, 31),
    (32, 36),
    (37, 40),
    (41, 45),
    (45, 46),
]
DRUG = Entity("e1", "DRUG", ((0, 6),), "Zoloft", 0.9, "model")
DOSE = Entity("e2", "DOSE", ((7, 12),), "50 mg", 0.9, "model")
LEGS = Entity("e3", "ADE", ((21, 36),), "pain in my legs", 0.9, "model")
ARMS = Entity("e4", "ADE", ((21, 31), (41, 45)), "pain in my arms", 0.9, "model")


@pytest.fixture
def reading():
    torch.manual_seed(5)
    weights = {name: value.detach().numpy() for name, value in TorchHeads(HIDDEN).state_dict().items()}
    states = np.random.default_rng(6).normal(size=(len(WORDS), HIDDEN)).astype(np.float32)
    return Reading(WORDS, states, [], MentionHeads(weights, thresholds={"causes": 0.0, "treats": 1.1}))


def test_a_model_without_heads_is_not_asked(reading):
    assert ask(None, TEXT, [DRUG]) is None
    assert ask(Reading(WORDS, reading.states, []), TEXT, [DRUG]) is None
    assert ask(Reading([], reading.states[:0], [], reading.heads), TEXT, []) is None


def test_heads_are_asked_again_when_an_entity_changes(reading):
    register()
    doc = segment(English().make_doc(TEXT))
    doc._.reading, doc._.entities = reading, (DRUG, LEGS)
    first = answers(doc)
    doc._.entities = (replace(DRUG, id="e9", links=(Link("UNII", "X", "x", 1.0, ""),)), LEGS)
    assert answers(doc) is first
    for changed in ((DRUG, replace(LEGS, label="SYMPTOM")), (DRUG, ARMS), (DRUG,)):
        doc._.entities = changed
        assert np.array_equal(answers(doc).mentions, ask(reading, TEXT, changed).mentions)


def test_mentions_are_found_by_their_words(reading):
    answers = ask(reading, TEXT, [DRUG, DOSE, LEGS, ARMS])
    assert answers.spans == ((0, 1), (1, 3), (5, 9), (10, 11))  # of two pieces the one of its own


def test_a_mention_within_a_word_takes_the_whole_word(reading):
    (span,) = ask(reading, TEXT, [Entity("e1", "ADE", ((22, 24),), "ai", 0.9, "lexicon")]).spans
    assert span == (5, 6)


def test_every_entity_has_every_attribute(reading):
    said = ask(reading, TEXT, [DRUG, LEGS]).attributes()
    assert set(said) == {0, 1}
    assert set(said[1]) == {"presence", "experiencer", "time", "effect", "severity"}


def test_a_detail_has_one_drug_and_events_those_above_the_threshold(reading):
    other = Entity("e9", "DRUG", ((41, 45),), "arms", 0.9, "model")
    entities = [DRUG, DOSE, LEGS, other]
    found = list(learned(ask(reading, TEXT, entities), entities))
    assert [each.label for each in found if each.tail == "e2"] == ["has"]
    assert {(each.head, each.label) for each in found if each.tail == "e3"} == {("e1", "causes"), ("e9", "causes")}


def test_what_belongs_to_the_unnamed_product_gets_no_relation(reading):
    assert list(learned(ask(reading, TEXT, [LEGS]), [LEGS], unnamed=True)) == []


CUE = Attribute("absent", 0.9, Evidence(0, 2, "no"), "cue")


@pytest.mark.parametrize(
    ("rule", "chances", "value", "reason"),
    [
        (Attribute("present", 0.8), {"present": 0.6, "absent": 0.4}, "present", "head"),
        (Attribute("present", 0.8), {"present": 0.4, "absent": 0.6}, "absent", "head"),
        (CUE, {"present": 0.1, "absent": 0.9}, "absent", "head and cue"),
        (CUE, {"present": 0.4, "absent": 0.3, "possible": 0.3}, "absent", "cue against head"),
        (CUE, {"present": 0.99, "absent": 0.01}, "present", "head against cue"),
    ],
)
def test_heads_and_cues_settle_a_value(rule, chances, value, reason):
    found = settle("presence", rule, chances, max(chances, key=chances.get))
    assert (found.value, found.reason) == (value, reason)
    assert (found.cue is None) == (reason == "head")


def test_no_severity_is_no_attribute():
    assert settle("severity", None, {"": 0.9, "mild": 0.1}, "") is None

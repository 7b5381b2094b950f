"""Names found in text: where they begin and end, and words that are no names of drugs."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.datamodel import Entity
from nlp.extract import extensions
from nlp.extract.lexicon import FindNames
from nlp.models import knowledge_base
from nlp.models.recogniser import Reading

FOUND = [
    ("Since Lexapro I can't sleep", [("DRUG", "Lexapro")]),
    ("took wellbutrin xl and LAMICTAL", [("DRUG", "wellbutrin xl"), ("DRUG", "LAMICTAL")]),
    ("ortho tri-cyclen lo for years", [("DRUG", "ortho tri-cyclen lo")]),
    ("St. John's wort did nothing", [("DRUG", "St. John's wort")]),
    ("took Tylenol. PM was worse", [("DRUG", "Tylenol")]),
    ("Tylenol\nPM", [("DRUG", "Tylenol")]),
    ("Tylenol PM", [("DRUG", "Tylenol PM")]),
    ("Lipitor(atorvastatin)", [("DRUG", "Lipitor"), ("DRUG", "atorvastatin")]),
    ("lisinopril/hctz 20/12.5", [("DRUG", "lisinopril/hctz")]),
    ("the doc gave me metroprolol", [("DRUG", "metroprolol")]),
    ("omeprazol and valacyclovier", [("DRUG", "omeprazol"), ("DRUG", "valacyclovier")]),
    ("my SSRI", [("DRUG", "SSRI")]),
    ("two flu shots", [("DRUG", "flu shots")]),
    ("covid vaccine and the shingles shot", [("DRUG", "covid vaccine"), ("DRUG", "shingles shot")]),
    (
        "benzos, blood thinners, birth control",
        [("DRUG", "benzos"), ("DRUG", "blood thinners"), ("DRUG", "birth control")],
    ),
    ("I have Crohn’s disease", [("CONDITION", "Crohn’s disease")]),
    ("bipolar 2 and adhd", [("CONDITION", "bipolar 2"), ("CONDITION", "adhd")]),
    (
        "rheumatoid arthritis, type 2 diabetes",
        [("CONDITION", "rheumatoid arthritis"), ("CONDITION", "type 2 diabetes")],
    ),
    ("🤢🤢 Zofran 🙏", [("DRUG", "Zofran")]),
    ("ZOLOFT=hell", [("DRUG", "ZOLOFT")]),
]

NO_DRUGS = [
    "the yellow patch on my wall",
    "I hope the water is clean",
    "this time the air was cold",
    "I didn't take it bc I was scared",
    "today I feel better, thank god",
    "align your expectations and react calmly",
    "he'd been complaining to the doctor",
    "a singular event in Augusta",
    "my insurance said the treatement is experimental",
    "waste of money, complete waste",
    "we went to a concert in Geneva",
    "what relief, such balance in my life",
    "a good night time routine",
    "the medicnes did nothing",
    "the side effects were horrible",
    "my potassium and iron were checked",
    "low testosterone, normal B12",
    "she will refresh your memory",
    "I smack my lips and stare",
    "a drop of clear liquid",
    "take action before it is too late",
    "my mom, my wife and Julie",
    "the gel, the pill, the patch, the ring",
    "rid yourself of the weight",
    "eggs, milk, wheat and soy",
    "headache and constipation which can precede a stroke",
    "the flavor of cherry and orange",
    "Amanda and Nikita drove me to the clinic",
    "I used the patch of grass",
    "I am allergic to peanuts and cats",
    "he was in the vaccination center",
    "we have a new program with my therapist",
    "constantly nauseated, throwing up, sweating",
    "he had a seizure on Wednesday",
    "I tapered slowly, 10 percent a month",
]

NO_CONDITIONS = [
    "headache, nausea and a rash",
    "I was tired and anxious",
    "my blood pressure is fine",
    "ms smith called, as did mg and co",
    "the flu like feeling",
    "a bad cold day in my heart",
]


@pytest.fixture(scope="module")
def names() -> FindNames:
    return FindNames(knowledge_base.load())


def found(names: FindNames, text: str) -> list[tuple[str, str]]:
    return [(each.label, text[each.start : each.end]) for each in names.find(text)]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_are_found_at_their_place(names: FindNames, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(names, text) == expected


@pytest.mark.parametrize("text", NO_DRUGS)
def test_ordinary_words_are_no_drugs(names: FindNames, text: str) -> None:
    assert [each for each in found(names, text) if each[0] == "DRUG"] == []


@pytest.mark.parametrize("text", NO_CONDITIONS)
def test_complaints_and_short_words_are_no_conditions(names: FindNames, text: str) -> None:
    assert [each for each in found(names, text) if each[0] == "CONDITION"] == []


@given(st.text(max_size=200))
def test_places_are_in_order_within_the_text_and_never_overlap(text: str) -> None:
    places = [(each.start, each.end) for each in FindNames(knowledge_base.load()).find(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(left[1] <= right[0] for left, right in pairwise(places))


def test_the_component_appends_entities_with_links() -> None:
    extensions.register()
    nlp = spacy.blank("en")
    component = nlp.add_pipe("firsthand_lexicon")
    doc = nlp.make_doc("Percocet made me sick")
    earlier = Entity("", "ADE", ((17, 21),), "sick", 0.9, "model")
    doc._.entities = (earlier,)
    component(doc)
    kept, drug = doc._.entities
    assert kept is earlier
    assert (drug.label, drug.spans, drug.text, drug.origin, drug.id) == ("DRUG", ((0, 8),), "Percocet", "lexicon", "")
    assert [link.name for link in drug.links] == ["acetaminophen", "oxycodone"]
    assert drug.links[0].reason == "overlay: 'percocet'"


@pytest.mark.parametrize(("outside", "kept"), [(0.5, ["Butrans", "COVID-19"]), (0.9, ["Butrans"]), (0.99, [])])
def test_a_name_that_the_encoder_is_sure_to_mean_nothing_is_left_out(outside: float, kept: list[str]) -> None:
    extensions.register()
    nlp = spacy.blank("en")
    component = nlp.add_pipe("firsthand_lexicon")
    doc = nlp.make_doc("Butrans COVID-19")
    chances = np.zeros((2, 25), dtype=np.float32)
    chances[:, 0], chances[:, 1] = outside, 1 - outside
    doc._.reading = Reading([(0, 7), (8, 16)], np.zeros((2, 1), dtype=np.float32), [], chances=chances)
    component(doc)
    assert [each.text for each in doc._.entities] == kept


def test_a_misspelled_name_scores_below_a_name(names: FindNames) -> None:
    (right,), (wrong,) = names.find("metoprolol"), names.find("metroprolol")
    assert wrong.score < right.score


def test_many_words_a_second(names: FindNames) -> None:
    text = "I took my Zoloft every morning and the headaches came back again after some days at work. " * 600
    started = time.perf_counter()
    count = sum(1 for _ in names.find(text))
    assert count == 600
    assert len(text.split()) / (time.perf_counter() - started) > 50_000

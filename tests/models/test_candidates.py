"""Approximate search over names: what it finds, its order, and that scispaCy's candidate generator takes its parts."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from nlp.models import knowledge_base
from nlp.models.candidates import CandidateSearch, NameIndex, candidates, name_index

EVENTS = ("HP", "SYMP", "CTCAE5", "MONDO", "FIRSTHAND")

FIRST = [
    ("difficultys sleeping", EVENTS, "Insomnia"),
    ("headachs", EVENTS, "Headache"),
    ("swelling of the ankles", EVENTS, "Peripheral edema"),
    ("muscle weaknes", EVENTS, "Muscle weakness"),
    ("lisinoprill", ("UNII",), "lisinopril"),
    ("hydrochlorothiazid tablets", ("UNII",), "hydrochlorothiazide"),
]


@pytest.fixture
def index() -> NameIndex:
    return NameIndex(["ankle swelling", "dry mouth", "headache", "swollen ankle"])


@pytest.mark.parametrize(("mention", "systems", "name"), FIRST)
def test_the_best_candidate(mention: str, systems: tuple[str, ...], name: str) -> None:
    assert candidates(mention, systems, 3)[0].concept.name == name


def test_only_the_systems_asked_for() -> None:
    assert {each.concept.system for each in candidates("anxious and depressed", ("MONDO",), 5)} <= {"MONDO"}


def test_candidates_are_sorted_and_each_concept_stands_once() -> None:
    found = candidates("pain in joints", EVENTS, 10)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({each.concept for each in found}) == len(found) <= 10


@pytest.mark.parametrize("mention", ["", "🤢", "qqqq zzzz xxxx"])
def test_a_mention_like_nothing_has_no_good_candidate(mention: str) -> None:
    assert all(each.score < 0.5 for each in candidates(mention, EVENTS, 3))


def test_a_name_is_most_like_itself(index: NameIndex) -> None:
    assert index.nearest("dry mouth", 1) == [("dry mouth", pytest.approx(1.0, abs=1e-5))]


def test_what_no_name_holds_lowers_the_score(index: NameIndex) -> None:
    ((_, alone),) = index.nearest("headache", 1)
    ((_, besides),) = index.nearest("headache xyzzy", 1)
    assert besides < alone - 0.05


def test_equals_come_in_order_of_the_alphabet() -> None:
    assert [name for name, _ in NameIndex(["ab ab", "ab"]).nearest("ab", 2)] == ["ab ab", "ab"]


def test_names_are_indexed_once() -> None:
    kb = knowledge_base.load()
    assert name_index(kb, "events") is name_index(kb, "events")
    with pytest.raises(ValueError, match="groups: drugs, events"):
        name_index(kb, "genes")


def test_scispacy_takes_the_index() -> None:
    from scispacy.candidate_generation import CandidateGenerator

    index = name_index(knowledge_base.load(), "drugs")
    meanings = SimpleNamespace(alias_to_cuis={name: {name} for name in index.names})
    generator = CandidateGenerator(index, index.vectorizer, index.names, meanings)
    ((best, *_),) = generator(["sertralin"], k=3)
    assert best.concept_id in ("sertraline", "sertralin")


def test_vectors_without_a_known_ngram_have_no_neighbours(index: NameIndex) -> None:
    ((rows, distances),) = index.knnQueryBatch(index.vectorizer.transform(["???"]), k=2)
    assert len(rows) == len(distances) == 0
    assert rows.dtype.kind in "iu"
    assert np.asarray(distances).dtype.kind == "f"


def test_results_are_kept_by_normalised_mention() -> None:
    search = CandidateSearch(knowledge_base.load())
    assert search("Dry Mouths", EVENTS, 2) is search("dry mouth", EVENTS, 2)

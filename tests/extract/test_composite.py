"""Mentions that list several things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.extract.composite import PARTS_AT_MOST, parts, readings
from nlp.extract.link import shared
from nlp.models import knowledge_base

LISTS = [
    ("headaches and nausea so bad", "ADE", ["Headache", "Nausea"]),
    ("nausea/vomiting", "ADE", ["Nausea", "Vomiting"]),
    ("N/V", "ADE", ["Nausea", "Vomiting"]),
    ("fever, chills, headache", "ADE", ["Fever", "Chills", "Headache"]),
    ("trouble sleeping and eating", "ADE", ["Insomnia", "Feeding difficulties"]),
    ("stomach and back pain", "ADE", ["Abdominal pain", "Back pain"]),
    ("tired & weak", "SYMPTOM", ["Fatigue", "Asthenia"]),
    ("loss of taste and smell", "ADE", ["Ageusia", "Anosmia"]),
    ("asthma and high blood pressure", "CONDITION", ["asthma", "hypertensive disorder"]),
    ("anxiety/depression", "CONDITION", ["anxiety", "depressive disorder"]),
    ("tylenol and advil", "DRUG", ["acetaminophen", "ibuprofen"]),
    ("zoloft + wellbutrin", "DRUG", ["sertraline", "bupropion"]),
]
WHOLE = [
    ("pins and needles", "ADE", "Paresthesia"),
    ("nausea and vomiting", "ADE", "Nausea and vomiting"),  # a concept of its own
    ("rash on my neck and chest", "ADE", "Skin rash"),
    ("sudden and severe nausea", "ADE", "Nausea"),
    ("diarrhea 6 or 7 times a day", "ADE", "Diarrhea"),
]


@pytest.mark.parametrize(("mention", "label", "names"), LISTS)
def test_each_part_is_linked(mention: str, label: str, names: list[str]) -> None:
    links = shared(knowledge_base.load()).links(mention, label, None)
    assert [link.name for link in links] == names


@pytest.mark.parametrize(("mention", "label", "name"), WHOLE)
def test_what_only_looks_like_a_list_is_linked_as_a_whole(mention: str, label: str, name: str) -> None:
    links = shared(knowledge_base.load()).links(mention, label, None)
    assert links[0].name == name
    assert not links[0].reason.startswith("part")


def test_a_list_with_a_part_that_is_no_name_is_no_list() -> None:
    links = shared(knowledge_base.load()).links("nausea and the blue wardrobe", "ADE", None)
    assert not any(link.reason.startswith("part") for link in links)


def test_reasons_name_the_part() -> None:
    links = shared(knowledge_base.load()).links("swollen hands and feet", "ADE", None)
    assert [link.reason.partition(":")[0] for link in links] == ["part 'swollen hand'", "part 'feet'"]


def test_parts_share_the_words_at_the_ends_of_the_list() -> None:
    assert list(readings(["trouble sleeping", "eating"], 1)) == ["eating", "trouble eating"]
    assert list(readings(["stomach", "back pain"], 0)) == ["stomach", "stomach pain"]


@given(st.text(max_size=60))
def test_parts_are_stretches_of_the_mention_in_order(mention: str) -> None:
    found = parts(mention)
    assert len(found) != 1
    assert len(found) <= PARTS_AT_MOST
    place = 0
    for part in found:
        place = mention.index(part, place) + len(part)

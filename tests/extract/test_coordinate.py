"""Mentions of lists, as pieces of text: what one item shares with the next comes back to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.markup import parse_post
from nlp.extract.coordinate import coordinate
from tests.extract.cases import gold_doc


def mentions(marked):
    doc = coordinate(gold_doc(parse_post(f"# x | case | case\n{marked}")))
    return [[doc.text[start:end] for start, end in each.spans] for each in doc._.entities if each.label != "DRUG"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<ADE>Numb hands and feet</ADE> since my third dose.", [["Numb hands"], ["Numb", "feet"]]),
        ("<ADE>pain in my legs</ADE> and arms", [["pain in my legs"], ["pain in my", "arms"]]),
        (
            "<ADE>Pain in my hips</ADE>, knees and ankles.",
            [["Pain in my hips"], ["Pain in my", "knees"], ["Pain in my", "ankles"]],
        ),
        ("I have <ADE>dry eyes</ADE>, lips and skin.", [["dry eyes"], ["dry", "lips"], ["dry", "skin"]]),
        ("<ADE>Loss of taste</ADE> and smell on it", [["Loss of taste"], ["Loss of", "smell"]]),
        ("<ADE>no appetite</ADE> or energy", [["no appetite"], ["no", "energy"]]),
        ("I <ADE>couldn't eat</ADE> or sleep", [["couldn't eat"], ["couldn't", "sleep"]]),
        (
            "for <CONDITION>high blood pressure</CONDITION> and cholesterol",
            [["high blood pressure"], ["high", "cholesterol"]],
        ),
        ("Blurry and <ADE>double vision</ADE> ever since", [["Blurry", "vision"], ["double vision"]]),
        ("Muscle and <ADE>joint pain</ADE>", [["Muscle", "pain"], ["joint pain"]]),
        ("a sore and <ADE>stiff neck</ADE>", [["sore", "neck"], ["stiff neck"]]),
    ],
)
def test_shared_words_come_back(marked, wanted):
    assert mentions(marked) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "<ADE>nausea</ADE> and <ADE>vomiting</ADE>",
        "<ADE>pain in my legs</ADE> and I stopped",
        "<ADE>dry eyes</ADE>, <ADE>itchy skin</ADE>",
        "<ADE>pins and needles</ADE> in both feet",
        "<ADE>swollen lips</ADE> and my wife drove",
        "good and <ADE>bad headaches</ADE>",
        "<DRUG>numb cream</DRUG> and feet",
        "<ADE>numb lips</ADE> and <ADE>blurry vision</ADE>",
        "<ADE>dry mouth</ADE> and my <ADE>eyes are dry</ADE>",
        "<CONDITION>high blood pressure</CONDITION>, <CONDITION>thyroid</CONDITION>",
    ],
)
def test_other_lists_stay_as_they_are(marked):
    before = gold_doc(parse_post(f"# x | case | case\n{marked}"))
    wanted = [each.spans for each in before._.entities]
    assert [each.spans for each in coordinate(before)._.entities] == wanted


def test_entities_stay_in_order_with_ids_and_labels():
    doc = coordinate(gold_doc(parse_post("# x | case | case\n<SYMPTOM>dry eyes</SYMPTOM>, lips and <ADE>rash</ADE>")))
    assert [(each.id, each.label) for each in doc._.entities] == [("e1", "SYMPTOM"), ("e2", "SYMPTOM"), ("e3", "ADE")]
    assert doc._.entities[1].score < doc._.entities[0].score


@settings(max_examples=10, deadline=None)  # a pipeline is made for each
@given(st.lists(st.sampled_from(["eyes", "lips", "skin", "hands", "feet"]), min_size=1, max_size=5, unique=True))
def test_every_item_of_a_list_of_body_parts_is_found(parts):
    first, *rest = parts
    found = mentions(f"<ADE>dry {first}</ADE>" + "".join(f", {part}" for part in rest))
    assert found == [[f"dry {first}"], *(["dry", part] for part in rest)]

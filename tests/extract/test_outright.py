"""Relations that the text states outright, on marked texts a person can read."""

import pytest

from corpora.markup import parse_post
from nlp.datamodel import Relation
from nlp.extract.outright import corrected, graded, outright
from nlp.extract.written import written
from tests.extract.cases import gold_doc


def said(marked):
    """{(what is said, drug, event)} of a marked text."""
    doc = gold_doc(parse_post(f"# x | case | case\n{marked}"))
    told = outright(written(doc).words, doc._.entities, written(doc).sentences)
    text = {each.id: each.text for each in doc._.entities}
    return {
        (label, drug.text, text[event])
        for event, each in told.items()
        for label, drugs in (("causes", each.causes), ("treats", each.treats))
        for drug in drugs
    }


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<DRUG>Advil</DRUG> helps, <DRUG>Zocor</DRUG> gave me <ADE>gas</ADE>.", {("causes", "Zocor", "gas")}),
        ("<ADE>gas</ADE> from the <DRUG>Zocor</DRUG>, not the <DRUG>Advil</DRUG>", {("causes", "Zocor", "gas")}),
        (
            "<ADE>gas</ADE> from <DRUG>Zocor</DRUG> and <DRUG>Advil</DRUG>",
            {("causes", "Zocor", "gas"), ("causes", "Advil", "gas")},
        ),
        ("better than <DRUG>Zocor</DRUG>, which gave me <ADE>gas</ADE>", {("causes", "Zocor", "gas")}),
        ("<DRUG>Zocor</DRUG>: <ADE>gas</ADE>.", {("causes", "Zocor", "gas")}),
        ("On <DRUG>Zocor</DRUG> I got <ADE>gas</ADE>.", {("causes", "Zocor", "gas")}),
        ("I blame <DRUG>Zocor</DRUG> for the <ADE>gas</ADE>.", {("causes", "Zocor", "gas")}),
        ("The <ADE>gas</ADE> was <DRUG>Zocor</DRUG>'s fault.", {("causes", "Zocor", "gas")}),
        ("<DRUG>Advil</DRUG> for <SYMPTOM>cramps</SYMPTOM>.", {("treats", "Advil", "cramps")}),
        (
            "I take <DRUG>Colace</DRUG> because of the <ADE>constipation</ADE> from <DRUG>Norco</DRUG>.",
            {("treats", "Colace", "constipation"), ("causes", "Norco", "constipation")},
        ),
        ("I was off <DRUG>Zocor</DRUG> for <ADE>leg pain</ADE>.", set()),
        ("The <ADE>gas</ADE> stopped. <DRUG>Zocor</DRUG> is fine.", set()),
    ],
)
def test_said_outright(marked, wanted):
    assert said(marked) == wanted


def test_what_is_said_of_one_drug_is_taken_from_the_others():
    marked = "<DRUG>Advil</DRUG> is fine, the <ADE>gas</ADE> is from the <DRUG>Zocor</DRUG>."
    doc = gold_doc(parse_post(f"# x | case | case\n{marked}"))
    advil, gas, zocor = (each.id for each in doc._.entities)
    guessed = [Relation(advil, gas, "causes", 0.7), Relation(zocor, gas, "treats", 0.6)]
    told = outright(written(doc).words, doc._.entities, written(doc).sentences)
    (left,) = corrected(guessed, told, doc._.entities)
    assert (left.head, left.tail, left.label, left.reason) == (zocor, gas, "causes", "said outright")


def test_each_drug_keeps_its_own_indication():
    first = "<DRUG>Flonase</DRUG> for <CONDITION>allergies</CONDITION>"
    second = "<DRUG>Nexium</DRUG> for <CONDITION>reflux</CONDITION>"
    marked = f"{first}, {second}."
    doc = gold_doc(parse_post(f"# x | case | case\n{marked}"))
    ids = [each.id for each in doc._.entities]
    guessed = [Relation(drug, event, "treats", 0.7) for drug in ids[::2] for event in ids[1::2]]
    left = corrected(guessed, outright(written(doc).words, doc._.entities, written(doc).sentences), doc._.entities)
    assert {(each.head, each.tail) for each in left} == {(ids[0], ids[1]), (ids[2], ids[3])}


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<DRUG>Advil</DRUG> does not help my <SYMPTOM>cramps</SYMPTOM>.", "none"),
        ("<DRUG>Advil</DRUG> did nothing for the <SYMPTOM>cramps</SYMPTOM>.", "none"),
        ("<DRUG>Advil</DRUG> didn't do much for the <SYMPTOM>cramps</SYMPTOM>.", "slight"),
        ("<DRUG>Advil</DRUG> helps my <SYMPTOM>cramps</SYMPTOM> a bit.", "slight"),
        ("<DRUG>Advil</DRUG> takes the edge off my <SYMPTOM>cramps</SYMPTOM>.", "slight"),
        ("<DRUG>Advil</DRUG> helped a lot with the <SYMPTOM>cramps</SYMPTOM>.", "major"),
        ("With <DRUG>Advil</DRUG> my <SYMPTOM>cramps</SYMPTOM> are so much better.", "major"),
        ("Moderate relief of my <SYMPTOM>cramps</SYMPTOM> with <DRUG>Advil</DRUG>.", "moderate"),
        ("<DRUG>Advil</DRUG> for my <SYMPTOM>cramps</SYMPTOM>.", "major"),
    ],
)
def test_effectiveness_beside_the_complaint(marked, wanted):
    doc = gold_doc(parse_post(f"# x | case | case\n{marked}"))
    drug, event = sorted(doc._.entities, key=lambda each: each.label != "DRUG")
    (told,) = graded(
        [Relation(drug.id, event.id, "treats", 0.8, "major")],
        written(doc).words,
        doc._.entities,
        written(doc).sentences,
    )
    assert told.effectiveness == wanted

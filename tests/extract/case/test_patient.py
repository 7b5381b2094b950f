"""Who the patients are, on posts with marked reactions: several persons stay several."""

import pytest

from corpora.markup import parse_post
from tests.extract.test_assemble import case_of, value


def case(marked):
    return case_of(parse_post(f"# x | case | case\n{marked}"))


@pytest.mark.parametrize(
    ("marked", "age", "sex"),
    [
        ("I'm 41, a nurse. <DRUG id=d1>Yaz</DRUG> gave me <ADE by=d1>headaches</ADE>.", "41", None),
        ("33F. <DRUG id=d1>Zoloft</DRUG>, <ADE by=d1>headaches</ADE>.", "33", "female"),
        ("I am 104 and <DRUG id=d1>aspirin</DRUG> gave me <ADE by=d1>hives</ADE>.", "104", None),
        (
            "My baby girl is 7 months old. <DRUG id=d1>Amoxil</DRUG> gave her <ADE by=d1>a rash</ADE>.",
            "7 months",
            "female",
        ),
        ("My dad (72) had <ADE experiencer=other by=d1>dizziness</ADE> on <DRUG id=d1>Flomax</DRUG>.", "72", "male"),
        ("I am in my 60s. <DRUG id=d1>Lipitor</DRUG> gave me <ADE by=d1>cramps</ADE>.", "60s", None),
    ],
)
def test_age_and_sex(marked, age, sex):
    patient = case(marked).patient
    assert (value(patient.age), value(patient.sex)) == (age, sex)


def test_an_age_that_nobody_reaches_is_flagged():
    assert case("I am 140 years old. <DRUG>Yaz</DRUG>, <ADE>hives</ADE>.").patient.age.quantity.flags == ("impossible",)


def test_two_persons_with_reactions_are_two_patients():
    found = case(
        "<DRUG id=d1>Doxy</DRUG> gave me <ADE by=d1>nausea</ADE>. My daughter, 9, got "
        "<ADE by=d1 experiencer=other>a rash</ADE> and "
        "<ADE by=d1 experiencer=other>hives</ADE> from it."
    )
    assert (value(found.patient.who), value(found.patient.age), value(found.patient.sex)) == ("child", "9", "female")
    assert [value(each.who) for each in found.other_patients] == ["author"]


def test_the_same_event_of_two_persons_is_two_reactions():
    found = case(
        "<DRUG id=d1>Bactrim</DRUG> gave me <ADE by=d1>hives</ADE>. "
        "My sister got <ADE by=d1 experiencer=other>hives</ADE> from it."
    )
    assert sorted(value(each.who) for each in found.reactions) == ["author", "other"]


def test_a_relative_who_is_only_named_is_no_patient():
    found = case("<DRUG id=d1>Zoloft</DRUG> gave me <ADE by=d1>nausea</ADE>. My husband drove me home.")
    assert (value(found.patient.who), found.other_patients) == ("author", ())


def test_a_son_and_a_daughter_are_two_patients():
    found = case(
        "<DRUG id=d1>Amoxil</DRUG>: my son, 7, got <ADE by=d1 experiencer=other>hives</ADE>. My daughter is 4 and had "
        "<ADE by=d1 experiencer=other>diarrhea</ADE>."
    )
    people = [found.patient, *found.other_patients]
    assert [(value(each.who), value(each.sex), value(each.age)) for each in people] == [
        ("child", "male", "7"),
        ("child", "female", "4"),
    ]
    assert found.not_split is None


def test_a_split_is_refused_with_the_words_where_persons_cannot_be_told_apart():
    found = case("<DRUG id=d1>Amoxil</DRUG> gave both of my kids <ADE by=d1 experiencer=other>hives</ADE>.")
    assert found.not_split.evidence[0].text == "both of my kids"
    assert case("My kids were at home. <DRUG id=d1>Yaz</DRUG> gave me <ADE by=d1>hives</ADE>.").not_split is None


def test_pregnancy_and_nursing():
    assert value(case("I'm 20 weeks pregnant. <DRUG>Zofran</DRUG>, <ADE>hives</ADE>.").patient.pregnancy) == "yes"
    assert value(case("I am breastfeeding. <DRUG>Zoloft</DRUG>, <ADE>hives</ADE>.").patient.lactation) == "yes"
    assert case("We are trying to get pregnant. <DRUG>Zoloft</DRUG>, <ADE>hives</ADE>.").patient.pregnancy is None

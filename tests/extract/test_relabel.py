"""Labels by the words around a mention, on marked texts a person can read."""

import pytest

from corpora.markup import parse_post
from nlp.extract.relabel import relabel
from tests.extract.cases import gold_doc


def labelled(marked):
    doc = relabel(gold_doc(parse_post(f"# x | case | case\n{marked}")))
    return [(each.label, each.text) for each in doc._.entities if each.label != "DRUG"]


def drugs(marked):
    doc = relabel(gold_doc(parse_post(f"# x | case | case\n{marked}")))
    return [each.text for each in doc._.entities if each.label == "DRUG"]


@pytest.mark.parametrize(
    "marked",
    [
        "I was <ADE>itching</ADE> to start it.",
        "My insurance is a total <ADE>headache</ADE>.",
        "It is <SYMPTOM>freezing cold</SYMPTOM> outside.",
        "The price nearly gave me a <ADE>heart attack</ADE>.",
        "I <ADE>slept like a log</ADE>.",
        "Mr. <CONDITION>Parkinson</CONDITION> lives next door.",
        "My phone <ADE>died</ADE> while I waited.",
        "A <CONDITION>stroke</CONDITION> of genius.",
        "The <CONDITION>stroke</CONDITION> unit nurses were lovely.",
        "the national <SYMPTOM>suicide</SYMPTOM> prevention line",
        "It works <ADE>on the</ADE> body.",
        "two hard bumps I <ADE>can</ADE> feel",
    ],
)
def test_figures_of_speech_and_names_are_no_complaints(marked):
    assert labelled(marked) == []


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<ADE>Itching</ADE> inside my mouth.", [("ADE", "Itching")]),
        ("It gave me a <ADE>headache</ADE>.", [("ADE", "headache")]),
        ("He has <CONDITION>Parkinson's</CONDITION>.", [("CONDITION", "Parkinson's")]),
        ("My mother died of a <CONDITION>stroke</CONDITION>.", [("CONDITION", "stroke")]),
        ("My son has <CONDITION>AS</CONDITION>.", [("CONDITION", "AS")]),
    ],
)
def test_complaints_that_look_like_a_figure_stay(marked, wanted):
    assert labelled(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("My cousin <DRUG>Allegra</DRUG> takes <DRUG>Zoloft</DRUG>.", ["Zoloft"]),
        ("We called the kitten <DRUG>Xanax</DRUG>.", []),
        ("<DRUG>Yasmin</DRUG> from the office said she faxed it.", []),
        ("They gave my wife <DRUG>Keppra</DRUG>.", ["Keppra"]),
        ("my sister takes <DRUG>Allegra</DRUG>", ["Allegra"]),
    ],
)
def test_a_person_is_no_drug(marked, wanted):
    assert drugs(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<ADE>zero rash</ADE>", [("ADE", "rash")]),
        ("<ADE>zero energy</ADE>", [("ADE", "zero energy")]),
    ],
)
def test_negation_is_trimmed_where_it_is_not_the_complaint(marked, wanted):
    assert labelled(marked) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "My <ADE>anxiety</ADE> came back after I quit <DRUG>Buspar</DRUG>.",
        "<DRUG>Lyrica</DRUG> took my <ADE>nerve pain</ADE> from a 9 to a 2.",
    ],
)
def test_what_was_there_before_is_no_reaction(marked):
    assert [label for label, _ in labelled(marked)] == ["SYMPTOM"]


@pytest.mark.parametrize(
    "marked",
    [
        "Tapering off <DRUG>Paxil</DRUG> I get <ADE>zaps</ADE>.",
        "Off <DRUG>Xanax</DRUG> I had <ADE>tremors</ADE>.",
        "I ran out and had <ADE>chills</ADE>.",
        "Three days without <DRUG>Paxil</DRUG>. <ADE>Zaps</ADE> all day.",
        "Went down from 20 to 10 of <DRUG>Paxil</DRUG> and had <ADE>zaps</ADE>.",
        "Tapering <DRUG>Paxil</DRUG>, a crumb a week. <ADE>Shaky</ADE> since Monday.",
        "I skip a dose of <DRUG>Effexor</DRUG>, my <ADE>head spins</ADE>.",
        "Had no <DRUG>methadone</DRUG> that day and <ADE>shook</ADE>.",
        "The <DRUG>Ritalin</DRUG> is gone and I <ADE>crash</ADE>.",
        "Quit <DRUG>Zyrtec</DRUG> suddenly and my <ADE>skin itched</ADE>.",
        "Stopped <DRUG>Paxil</DRUG> cold turkey. Had <ADE>chills</ADE> all week.",
        "no <ADE>withdrawals</ADE> at all",
    ],
)
def test_what_comes_on_stopping_is_withdrawal(marked):
    text = marked if "<DRUG>" in marked else f"On <DRUG>Ativan</DRUG>. {marked}"
    assert [label for label, _ in labelled(text)] == ["WITHDRAWAL"]


@pytest.mark.parametrize(
    "marked",
    [
        "I ran out to the car and my <DRUG>Zoloft</DRUG> gave me <ADE>chills</ADE>.",
        "Never missed a dose of <DRUG>Zoloft</DRUG> and get <ADE>dizzy</ADE>.",
        "Skipped <DRUG>Zoloft</DRUG> because it gave me <ADE>chills</ADE>.",
        "Off <DRUG>Zoloft</DRUG> I still have the <ADE>tremor</ADE>.",
    ],
)
def test_what_stopping_did_not_bring_stays(marked):
    assert [label for label, _ in labelled(marked)] == ["ADE"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("My <ADE>tremor</ADE> predates the <DRUG>lithium</DRUG>.", "SYMPTOM"),
        ("I had <ADE>hives</ADE> long before <DRUG>Xolair</DRUG>.", "SYMPTOM"),
        ("Before <DRUG>Zoloft</DRUG> I already had a <ADE>twitch</ADE>.", "SYMPTOM"),
        ("<ADE>Broke my hip</ADE> in 2012, healed well. Now <DRUG>Prolia</DRUG>.", "SYMPTOM"),
        ("The <SYMPTOM>cramps</SYMPTOM> from <DRUG>Linzess</DRUG>.", "ADE"),
        ("the <SYMPTOM>rash</SYMPTOM> that <DRUG>Keflex</DRUG> gave me", "ADE"),
        ("<DRUG>Levaquin</DRUG> gave my aunt <CONDITION>tendonitis</CONDITION>.", "ADE"),
        ("I blame the <DRUG>Cipro</DRUG> for my <CONDITION>neuropathy</CONDITION>.", "ADE"),
        ("Oh joy, <SYMPTOM>hiccups</SYMPTOM>. Thanks <DRUG>Decadron</DRUG>.", "ADE"),
        ("<DRUG>Motrin</DRUG> for the <SYMPTOM>cramps</SYMPTOM>.", "SYMPTOM"),
    ],
)
def test_before_the_drug_or_by_it(marked, wanted):
    assert [label for label, _ in labelled(marked)] == [wanted]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<ADE>Lips like a duck</ADE>. They called it <CONDITION>angioedema</CONDITION>.", "ADE"),
        ("<ADE>Chest pain</ADE> on it, turned out to be <CONDITION>pericarditis</CONDITION>.", "ADE"),
        ("<ADE>Sore arm</ADE>. I was not diagnosed with <CONDITION>COVID-19</CONDITION> before.", "CONDITION"),
        ("<ADE>Sweating</ADE>. I was diagnosed with <CONDITION>DCIS</CONDITION> at 48.", "CONDITION"),
        ("<ADE>Fever</ADE>, we thought it was <CONDITION>strep</CONDITION>.", "CONDITION"),
        ("<SYMPTOM>Cough</SYMPTOM>. They called it <CONDITION>asthma</CONDITION>.", "CONDITION"),
    ],
)
def test_what_a_reaction_was_called_is_a_reaction(marked, wanted):
    assert labelled(marked)[-1][0] == wanted


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("really felt sick to my stomach", "sick to my stomach"),
        ("sharp pain in my chest when I", "sharp pain in my chest"),
        ("dizzy in the", "dizzy"),
        ("lip and", "lip"),
        ("felt like I had the flu", "felt like I had the flu"),
        ("didn't know where she was", "didn't know where she was"),
        ("hepatitis A", "hepatitis A"),
        ("afraid of the people I worked with", "afraid of the people I worked with"),
        ("passed out", "passed out"),
    ],
)
def test_words_that_only_lead_to_a_complaint_or_on_from_it_go(found, wanted):
    assert labelled(f"then <ADE>{found}</ADE> again") == [("ADE", wanted)]

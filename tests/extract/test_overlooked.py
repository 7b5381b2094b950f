"""What is told so plainly that it is found without the encoder, and what only sounds like it."""

import numpy as np
import pytest

from corpora.markup import parse_post
from nlp.extract.overlooked import overlooked
from nlp.models.recogniser import Reading
from nlp.models.tags import TagScheme
from tests.extract.cases import gold_doc


def found(marked, reading=None):
    doc = gold_doc(parse_post(f"# x | case | case\n{marked}"))
    doc._.reading = reading
    return [each.text for each in overlooked(doc)._.entities if each.origin == "lexicon"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I wanted to kill myself on Chantix.", ["wanted to kill myself"]),
        ("He said he wants to die since the dose went up.", ["wants to die"]),
        ("constant thoughts of ending my life, week two of Prozac", ["constant thoughts of ending my life"]),
        ("tried to take my own life on Accutane at 16", ["tried to take my own life"]),
        ("felt everyone would be better off without me", ["everyone would be better off without me"]),
        ("She started cutting again after they raised it.", ["started cutting again"]),
        ("didn't want to be here anymore", ["didn't want to be here anymore"]),
        ("he hung himself six days after", ["hung himself"]),
        ("I lost the baby at 14 weeks.", ["lost the baby"]),
        ("Our son was born with a hole in his heart.", ["a hole in his heart"]),
        ("my throat was closing up within minutes", ["throat was closing up"]),
        ("could not breathe and my lips went blue", ["could not breathe", "lips went blue"]),
        ("increased work of breathing at night", ["increased work of breathing"]),
        ("blacked out behind the wheel", ["blacked out"]),
        ("I couldn't wake him up", ["couldn't wake him up"]),
        ("had a fit on my second week, bit my tongue", ["had a fit"]),
        ("Heart stopped beating for 40 secs", ["Heart stopped beating"]),
        ("OD'd on the patches, narcan brought me back", ["OD'd"]),
        ("his kidneys shut down after the drip", ["kidneys shut down"]),
        ("my legs gave out on the stairs", ["legs gave out"]),
        ("couldn't get out of bed for a week", ["couldn't get out of bed"]),
        ("can only sit now", ["can only sit"]),
        ("went blind in one eye overnight", ["went blind in one eye"]),
        ("didn't know who I was", ["didn't know who I was"]),
        ("skin peeled off in sheets", ["skin peeled off in sheets"]),
        ("threw up blood twice", ["threw up blood"]),
        ("a life-threatening reaction, never again", ["life-threatening reaction"]),
        ("she got hooked on it", ["hooked"]),
    ],
)
def test_grave_events_are_found_by_the_words_that_tell_them(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "I lost the baby weight at last",
        "we lost the baby monitor",
        "she passed out flyers for the group",
        "my toddler has a fit when he sees the syringe",
        "I could not stand it any more",
        "collapsed into bed after my shift",
        "it stopped my heart racing",
        "he wants to die with dignity",
        "self-harm helpline numbers",
        "hooked up to a monitor all night",
        "that is odd, I thought",
        "I fit in slippers only",
        "paralyzed by fear of the needle",
        "my phone died on the way",
        "the shop moved out of the building",
        "can't walk past the pharmacy without a sample",
        "pulse was 72 and sodium 140",
        "A1c went from 8.9 to 7.1",
        "LDL was 190, down to 90 now",
        "I'm hooked on that show",
    ],
)
def test_what_sounds_like_it_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LFT was done and SGPT was 410.", ["SGPT was 410"]),
        ("my sodium dropped to 112, then ICU", ["sodium dropped to 112"]),
        ("sats were down to 81", ["sats were down to 81"]),
        ("INR of 9", ["INR of 9"]),
        ("BP was 210/120 that night", ["BP was 210/120"]),
    ],
)
def test_values_far_from_normal_are_found(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Took <DRUG>Zyprexa</DRUG> that night and never woke up.", ["never woke up"]),
        ("My mother passed away from this drug.", ["passed away"]),
        ("My father passed away in May. <DRUG>Zoloft</DRUG> helps me sleep.", []),
    ],
)
def test_a_death_counts_beside_a_drug(marked, wanted):
    assert found(marked) == wanted


def test_what_the_encoder_found_stands():
    assert found("I <ADE>wanted to kill</ADE> myself") == []
    assert found("hooked on <DRUG>Vicodin</DRUG>, got <ADE>hooked</ADE> on it") == []


def doubting(text, outside):
    """The reading of a text whose words are part of no mention by this chance, else conditions."""
    scheme = TagScheme()
    words, place = [], 0
    for word in text.split(" "):
        words.append((place, place + len(word)))
        place += len(word) + 1
    chances = np.zeros((len(words), len(scheme)), dtype=np.float32)
    chances[:, 0], chances[:, scheme.begin("CONDITION")] = outside, 1 - outside
    return Reading(words, np.zeros((len(words), 2), dtype=np.float32), [], chances=chances)


@pytest.mark.parametrize(
    ("text", "outside", "wanted"),
    [
        ("then toxic megacolon and surgery", 0.7, ["toxic megacolon"]),
        ("then toxic megacolon and surgery", 0.9, []),
        ("they called it DRESS after all", 0.7, ["DRESS"]),
        ("a new dress for work", 0.7, []),
    ],
)
def test_names_of_important_events_count_where_the_encoder_doubts(text, outside, wanted):
    assert found(text, doubting(text, outside)) == wanted


def test_the_label_is_the_likeliest_by_the_encoder():
    text = "then toxic megacolon and surgery"
    doc = gold_doc(parse_post(f"# x | case | case\n{text}"))
    doc._.reading = doubting(text, 0.7)
    assert [each.label for each in overlooked(doc)._.entities] == ["CONDITION"]

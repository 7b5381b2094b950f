"""What patients say of special situations, and words that only look like it."""

import pytest

from nlp.extract.case.reader import Reader
from nlp.extract.case.situations import special_situations


def told(text):
    return {each.value for each in special_situations(Reader(text, text.lower(), ((0, len(text)),)), "Zoloft")}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("lack_of_efficacy", "CoQ10 did zilch for me"),
        ("lack_of_efficacy", "Six weeks and nothing."),
        ("lack_of_efficacy", "Tried the steroid, no difference."),
        ("lack_of_efficacy", "My pain is not relieved by it"),
        ("lack_of_efficacy", "She did not respond"),
        ("lack_of_efficacy", "The ringing has not moved at all"),
        ("lack_of_efficacy", "I don't notice any improvement"),
        ("lack_of_efficacy", "Months of it without any relief"),
        ("lack_of_efficacy", "all it did was make me sleepy"),
        ("lack_of_efficacy", "That got us nowhere"),
        ("lack_of_efficacy", "Basically sugar pills"),
        ("lack_of_efficacy", "after two antidepressants failed"),
        ("lack_of_efficacy", "it never did much"),
        ("lack_of_efficacy", "It pooped out"),
        ("pregnancy_exposure", "I'm 6w2d and still take it"),
        ("pregnancy_exposure", "I took it with each pregnancy"),
        ("pregnancy_exposure", "took it all the way through with my son"),
        ("lactation_exposure", "I am breastfeeding"),
        ("lactation_exposure", "took it for a month while nursing the twins"),
        ("lactation_exposure", "I went back on it and fed her for 14 months"),
        ("overdose", "I swallowed the rest"),
        ("overdose", "took ten times the recommended dose"),
        ("overdose", "They gave him too much of it"),
        ("medication_error", "I took my husband's pills by mistake"),
        ("medication_error", "I missed taking my pill this morning"),
        ("medication_error", "inadvertently administered twice"),
        ("medication_error", "given from a vial past its expiry"),
        ("medication_error", "The shot was given too high"),
        ("medication_error", "It is on my chart, and they still gave it"),
        ("medication_error", "I grabbed the wrong pen"),
        ("off_label_use", "It is really meant for nausea"),
        ("off_label_use", "insurance only covers it for narcolepsy"),
        ("off_label_use", "just for weight, I'm not diabetic"),
        ("abuse", "chasing the high"),
        ("abuse", "Dianabol only, six weeks"),
        ("abuse", "If you crush it it hits faster, so I was crushing it to get it faster"),
        ("misuse", "I doubled it on my own"),
        ("misuse", "I was up to six a day"),
        ("misuse", "used it longer than the label says"),
        ("misuse", "overuse of steroids"),
        ("drug_interaction", "serotonin syndrome from the two together"),
        ("drug_interaction", "the one pushes up the other"),
        ("drug_interaction", "the same pharmacy filled both"),
        ("drug_interaction", "on top of like 8 beers"),
        ("drug_interaction", "I had been eating grapefruit"),
        ("drug_interaction", "took it with Xarelto"),
        ("drug_interaction", "They called it an interaction"),
        ("drug_interaction", "It interacts with my heart pills"),
        ("medication_error", "I got a shot meant for the woman next door"),
        ("occupational_exposure", "It leaked on my hand at work"),
        ("occupational_exposure", "I breathe in the isoflurane"),
    ],
)
def test_a_situation_is_told(kind, text):
    assert kind in told(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("lack_of_efficacy", "He won't touch his food"),
        ("lack_of_efficacy", "My arms just quit on me"),
        ("pregnancy_exposure", "trying to get pregnant"),
        ("overdose", "What would happen if I took too many?"),
        ("medication_error", "They found the tumor by accident"),
        ("medication_error", "I took it twice a day"),
        ("medication_error", "What would happen if I took two by accident?"),
        ("abuse", "Do people use this drug to get high?"),
        ("abuse", "pain shooting up my arm"),
        ("misuse", "I never take more than 80"),
        ("drug_interaction", "The doctor raised it to 20"),
        ("drug_interaction", "He walks like he had a drink"),
        ("occupational_exposure", "I got cream on my face"),
    ],
)
def test_words_that_only_look_like_it(kind, text):
    assert kind not in told(text)


def test_pregnancy_counts_only_where_a_medicine_is_named():
    text = "I am breastfeeding and pregnant"
    assert special_situations(Reader(text, text, ((0, len(text)),))) == ()

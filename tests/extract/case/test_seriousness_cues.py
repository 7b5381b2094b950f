"""What patients say of a serious course, and words that only look like it."""

import pytest

from nlp.extract.case.evidence import cued
from nlp.extract.case.reader import Reader
from nlp.extract.case.seriousness_cues import EMERGENCY, SERIOUSNESS, UNREAL
from nlp.extract.case.situations import urgent

PATTERNS = {name: [pattern] for name, pattern in SERIOUSNESS} | {"care": [pattern for _, pattern in EMERGENCY]}


def reader(text):
    return Reader(text, text.lower(), ((0, len(text)),))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("hospitalisation", "She was transferred to the hospital the same day"),
        ("hospitalisation", "He was airlifted to the burn unit"),
        ("hospitalisation", "I spent the night at the hospital"),
        ("hospitalisation", "They kept me on the heart ward"),
        ("hospitalisation", "She has been there for ten days"),
        ("hospitalisation", "They would not let me go home"),
        ("hospitalisation", "two nights hooked up to a monitor"),
        ("hospitalisation", "eight more in the hospital"),
        ("hospitalisation", "he was put on a 72 hour hold"),
        ("life_threatening", "the doctor said I could die"),
        ("life_threatening", "my heart could have stopped"),
        ("life_threatening", "she is lucky to be alive"),
        ("life_threatening", "his organs were shutting down"),
        ("life_threatening", "it took two EpiPens"),
        ("life_threatening", "They told us to call the family"),
        ("life_threatening", "he has weeks to live"),
        ("disability", "cannot get up from the chair without help"),
        ("disability", "I was in bed for three weeks"),
        ("disability", "my wife had to do everything for me"),
        ("disability", "I lost the sight in my left eye"),
        ("disability", "I have been off work since March"),
        ("disability", "it prevented me from working"),
        ("disability", "I had to give up my job"),
        ("disability", "he is in a wheelchair since"),
        ("disability", "on a leave of absence"),
        ("disability", "I have been in a wheelchair"),
        ("congenital_anomaly", "my son was born in 2009 with a cleft lip"),
        ("congenital_anomaly", "a birth defect from the drug"),
        ("death", "She passed away at home"),
        ("death", "a stroke resulting in death"),
        ("death", "Mom never woke up"),
        ("death", "life support was removed on Friday"),
        ("death", "we lost him that night"),
        ("medically_important", "I had to have surgery"),
        ("medically_important", "it must be surgically removed"),
        ("medically_important", "they took my gallbladder out"),
        ("medically_important", "they put a rod in."),
        ("medically_important", "I had a spinal tap"),
        ("care", "I called 9-1-1"),
        ("care", "EMT's were called"),
        ("care", "a friend gave me a ride to the emergency room"),
        ("care", "Friday: ER trip"),
        ("care", "I used my EpiPen"),
        ("care", "he was unresponsive for a moment"),
    ],
)
def test_a_serious_course_is_told(kind, text):
    assert cued(reader(text), kind, PATTERNS[kind], UNREAL)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("hospitalisation", "It did not cause or prolong hospitalization"),
        ("hospitalisation", "I used to be in the hospital every winter"),
        ("life_threatening", "I thought I was going to die"),
        ("life_threatening", "call the family doctor"),
        ("life_threatening", "the leaflet says it can lead to a transplant"),
        ("disability", "I asked how long you were off work."),
        ("disability", "I lost my job insurance"),
        ("disability", "they took me out to the car in a wheelchair"),
        ("congenital_anomaly", "I was born with it"),
        ("death", "I did not make it to the bathroom"),
        ("medically_important", "She took the pills out"),
        ("care", "Urgent care gave me this for a cough"),
        ("care", "I was advised to call 911"),
        ("care", "My husband wanted to call 911"),
    ],
)
def test_words_that_only_look_serious(kind, text):
    assert not cued(reader(text), kind, PATTERNS[kind], UNREAL)


@pytest.mark.parametrize(
    "text",
    [
        "He said he thinks about driving into a bridge",
        "Some nights I would rather not wake up",
        "I had thoughts of stepping off the platform",
        "She has been cutting herself",
        "I was counting my pills",
        "I don't want to go on.",
    ],
)
def test_what_cannot_wait(text):
    assert urgent(reader(text))


@pytest.mark.parametrize(
    "text",
    [
        "There is a black box warning about suicidal thoughts",
        "I have no intention of hurting or harming myself",
        "Lithium took the suicidal thoughts away",
        "I have been cutting slowly, every three weeks",
        "I didn't want to go on pain pills",
        "physician assisted suicide is legal here",
        "My uncle committed suicide",
        "I feel low but not like wanting to hurt myself or anything",
        "Ten minutes of this commercial, kill me now lol",
    ],
)
def test_what_is_only_named(text):
    assert urgent(reader(text)) is None

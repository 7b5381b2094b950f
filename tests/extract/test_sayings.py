import re

import pytest

from nlp.extract.link import shared
from nlp.extract.saying_cues import SAYING_CUES
from nlp.extract.sayings import heads, sayings
from nlp.extract.wording import contracted
from nlp.models import knowledge_base
from nlp.models.knowledge_base import normalise

CASES = [
    ("couldn't think of the word for spoon", "word finding difficulty"),
    ("can't remember my own address", "cant remember"),
    ("forgot what I came for", "forgetful"),
    ("asked me the same question all evening", "memory loss"),
    ("left my phone in the fridge", "forgetful"),
    ("walk into a room and forget why", "forgetful"),
    ("reading the same page all night", "cant concentrate"),
    ("can't concentrate on a film", "cant concentrate"),
    ("didn't know what day it was", "confusion"),
    ("zoning out in meetings", "zoned out"),
    ("fell asleep at my desk", "excessive daytime sleepiness"),
    ("asleep before supper", "excessive daytime sleepiness"),
    ("sleepy after lunch", "daytime sleepiness"),
    ("slept for about 14 hours", "sleeping too much"),
    ("slept through two alarms", "sleeping too much"),
    ("stayed in bed for days", "cant get out of bed"),
    ("slept maybe 2 hours", "insomnia"),
    ("don't sleep more than three hours", "insomnia"),
    ("stopped sleeping", "insomnia"),
    ("wide awake until 4 am", "up all night"),
    ("kept me awake with pain", "insomnia"),
    ("tossing and turning", "insomnia"),
    ("sleep quality is bad", "poor sleep"),
    ("dreams of being chased", "nightmares"),
    ("dreams about my old house", "vivid dreams"),
    ("up three times to pee", "up to pee"),
    ("drove in my sleep", "sleepwalking"),
    ("cried at an advert", "crying"),
    ("yelling at my kids", "snapping at everyone"),
    ("furious with everyone", "anger"),
    ("punched a wall", "aggressive"),
    ("saw people in the garden", "visual hallucinations"),
    ("hears voices", "auditory hallucinations"),
    ("sure the neighbours were watching me", "paranoia"),
    ("wish I was dead", "suicidal thoughts"),
    ("cutting herself", "self harm"),
    ("gambling every weekend", "gambling"),
    ("shopping online until 3", "spending spree"),
    ("stopped caring about work", "apathy"),
    ("scared to leave the house", "fear"),
    ("panic on the bus", "panic attack"),
    ("thought I was dying", "panic attack"),
    ("couldn't settle all day", "cant sit still"),
    ("could only eat toast", "poor appetite"),
    ("can't look at food", "poor appetite"),
    ("three bites and done", "poor appetite"),
    ("eating everything in sight", "eating everything"),
    ("can't keep water down", "vomiting"),
    ("threw up in the car", "vomiting"),
    ("tastes like pennies", "metallic taste"),
    ("gasping for air on the stairs", "short of breath"),
    ("can't open a jar", "weak grip"),
    ("couldn't lift my arm to my head", "cant lift my arm"),
    ("can't go up the stairs", "difficulty climbing stairs"),
    ("can't get up from the toilet", "muscle weakness"),
    ("couldn't walk to the gate", "cant walk"),
    ("dropping things all day", "clumsy"),
    ("legs like jelly", "weak legs"),
    ("fell in the bath", "falls"),
    ("room was spinning", "room spinning"),
    ("felt like i was going to pass out", "lightheaded"),
    ("an elephant sitting on my chest", "chest tightness"),
    ("head in a vise", "headache"),
    ("heart pounding when I lie down", "heart racing"),
    ("light hurts", "light sensitivity"),
    ("bugs crawling on my skin", "crawling skin"),
    ("goosebumps in the shower", "goosebumps"),
    ("hair in the drain", "hair loss"),
    ("sweating through two shirts", "drenching sweats"),
    ("soaking a pad an hour", "heavy periods"),
    ("haven't pooped in a week", "constipation"),
    ("bowels open every hour", "diarrhea"),
    ("peed all night", "nocturia"),
    ("peeing every hour", "frequent urination"),
    ("quit peeing", "cant pee"),
    ("face like a moon", "face swelling"),
    ("face like a balloon", "face swelling"),
    ("feet like balloons", "swollen feet"),
]


@pytest.mark.parametrize(("mention", "says"), CASES)
def test_what_a_phrase_says(mention: str, says: str) -> None:
    assert next(sayings(mention), None) == says


def test_every_cue_has_a_case() -> None:
    mentions = [contracted(normalise(mention)) for mention, _ in CASES]
    assert [says for cue, says in SAYING_CUES if not any(re.search(cue, mention) for mention in mentions)] == []


def test_what_cues_say_has_a_concept() -> None:
    link = shared(knowledge_base.load())
    assert [says for _, says in SAYING_CUES if not link.links(says, "ADE", None)] == []


@pytest.mark.parametrize(
    "mention",
    [
        "trouble falling asleep at night",
        "slept well",
        "slept through the night",
        "short of breath on the stairs",
        "couldn't open my eyes",
        "see my doctor",
        "hair is shiny",
        "hearing aid",
        "light lunch",
        "",
    ],
)
def test_what_no_phrase_tells(mention: str) -> None:
    assert list(sayings(mention)) == []


@pytest.mark.parametrize(
    ("mention", "beginnings"),
    [
        ("headache when I bend over", ["headache when i bend", "headache"]),
        ("so dizzy that I had to sit down", ["dizzy"]),
        ("awful rash on my torso", ["rash"]),
        ("joint pain especially in hands", ["joint pain especially", "joint pain"]),
    ],
)
def test_the_beginnings_of_a_complaint(mention: str, beginnings: list[str]) -> None:
    assert list(dict.fromkeys(heads(mention)))[: len(beginnings)] == beginnings


def test_a_head_is_never_the_whole() -> None:
    assert list(heads("headache")) == []


@pytest.mark.parametrize(
    ("mention", "concept"),
    [
        ("headache moving down my neck", "Headache"),
        ("hives outbreak", "Urticaria"),
        ("bp 148/95", "Hypertension"),
        ("couldn't open my water bottle", "Muscle weakness"),
        ("sharp pain in my chest", "Chest pain"),
        ("so wiped out I fell asleep in the bath", "Fatigue"),
    ],
)
def test_links(mention: str, concept: str) -> None:
    assert shared(knowledge_base.load()).links(mention, "ADE", None)[0].name == concept


@pytest.mark.parametrize("mention", ["wouldn't shower", "ankles disappeared into thin air"])
def test_no_link_for_what_only_shares_words(mention: str) -> None:
    assert shared(knowledge_base.load()).links(mention, "ADE", None) == ()

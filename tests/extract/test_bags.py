import pytest

from nlp.extract.bags import BagIndex, bag_index
from nlp.models import knowledge_base
from nlp.models.knowledge_base import normalise


@pytest.fixture(scope="module")
def index() -> BagIndex:
    return bag_index(knowledge_base.load())


def best(index: BagIndex, mention: str, label: str = "ADE") -> tuple[str, float]:
    _, aliases, score = index.best(normalise(mention), label)[0]
    return aliases[0].concept.name, score


@pytest.mark.parametrize(
    ("mention", "concept"),
    [
        ("my ankles swelled up badly", "Peripheral edema"),
        ("terrible pain in the left calf", "Lower limb pain"),
        ("sodium kept dropping", "Hyponatremia"),
        ("unable to do any sleeping", "Insomnia"),
    ],
)
def test_a_mention_finds_the_name_that_says_it_in_other_words(index: BagIndex, mention: str, concept: str) -> None:
    name, score = best(index, mention)
    assert name == concept
    assert score > 0.75


def test_a_part_of_the_body_without_a_name_of_its_own_gives_way(index: BagIndex) -> None:
    name, score = best(index, "redness of the forearm")
    assert name == "Erythema"
    assert 0.5 < score < 1


def test_what_is_lacking_is_never_left_out(index: BagIndex) -> None:
    found = index.best(normalise("no rash"), "ADE", 5)
    assert all("rash" not in name for name, _, _ in found)


def test_a_name_of_one_lexeme_says_no_more_than_the_mention(index: BagIndex) -> None:
    assert all(name != "always hot" for name, _, _ in index.best("hot to touch", "ADE", 5))


@pytest.mark.parametrize("mention", ["", "really", "one two three four five six seven eight nine ten eleven"])
def test_nothing_is_found_for_what_says_nothing_or_tells_a_story(index: BagIndex, mention: str) -> None:
    assert index.best(normalise(mention), "ADE") == []


def test_scores_fall(index: BagIndex) -> None:
    scores = [score for _, _, score in index.best("burning pain in my left foot", "ADE", 5)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)

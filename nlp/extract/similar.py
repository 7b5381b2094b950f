"""Whether a mention and a name of the vocabulary that looks like it tell the same."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from nlp.extract.wording import BEFORE

ALIKE = 0.7
SHORTEST_NAME = 5
WORDS_BESIDES = 1
_FUNCTION_WORDS = "a an the my in of on at to and with is are was for or i it from"
_LIGHT_WORDS = "up down left right both lower upper pound lb lbs kg day week month time hour am pm would started"
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
# Words that say that something is not, or not well: "slept all the time" is close to "not sleeping", and its opposite.
_LACK = (
    "no not never none zero without lack lacking loss lost lose losing cant cannot couldnt dont didnt wont wouldnt "
    "isnt wasnt arent havent hasnt doesnt unable stop stopped stopping trouble difficulty difficult hard harder "
    "struggle struggling barely hardly impossible gone missing refuse refused refusing problem decreased low poor less"
)
LACK = frozenset(_LACK.split())
LIGHT_WORDS = BEFORE | FUNCTION_WORDS | frozenset(_LIGHT_WORDS.split())


def tells_the_same(mention: str, name: str) -> bool:
    """Whether a normalised mention says every word of a name, and at most one word of weight besides.

    "stone" is no "gallbladder stone", and "no feeling from the bra line down" is not "feeling down".
    """
    if len(name) < SHORTEST_NAME:
        return False
    said, named = mention.split(" "), name.split(" ")
    if not all(word in FUNCTION_WORDS or any(alike(word, each) for each in said) for word in named):
        return False
    weighty = [word for word in said if word not in LIGHT_WORDS and word.isalpha()]
    return sum(not any(alike(word, each) for each in named) for word in weighty) <= WORDS_BESIDES


def of_one_polarity(mention: str, name: str) -> bool:
    """Whether a normalised mention and a name do not contradict each other: a name may speak of a lack only where the
    mention does, and a mention that does is not named by the very thing that it lacks.
    """
    said, named = mention.split(" "), name.split(" ")
    if LACK.isdisjoint(said):
        return LACK.isdisjoint(named)
    shared = any(alike(word, each) for word in named for each in said if word not in LIGHT_WORDS)
    return not shared or not LACK.isdisjoint(named)


def alike(left: str, right: str) -> bool:
    """Whether two words are one word in two forms or spellings."""
    return left == right or (left[:1] == right[:1] and Indel.normalized_similarity(left, right) >= ALIKE)

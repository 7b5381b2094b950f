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


def alike(left: str, right: str) -> bool:
    """Whether two words are one word in two forms or spellings."""
    return left == right or (left[:1] == right[:1] and Indel.normalized_similarity(left, right) >= ALIKE)

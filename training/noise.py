"""Noise as people type: misspellings, short forms, dropped and blotted words, on the subwords of an example.

Words keep their number and order, so that tags, mentions and a teacher's probabilities stay where they are.
"""

from __future__ import annotations

import random
import string
from dataclasses import replace
from itertools import pairwise

from nlp.models.tokens import SubwordTokeniser
from training.config import Noise
from training.examples import Example

# How patients shorten words; every key and value is one word of the tokeniser.
SHORT = {
    "about": ("abt", "bout"), "and": ("n", "an"), "appointment": ("appt",), "are": ("r",),
    "because": ("bc", "cuz", "cause"), "before": ("b4",), "days": ("dys",), "definitely": ("def", "definately"),
    "diagnosed": ("dx",), "doctor": ("doc", "dr"), "for": ("4",), "hospital": ("hosp",), "hours": ("hrs",),
    "medication": ("med", "meds", "medicaton"), "medications": ("meds",), "medicine": ("med", "medecine"),
    "minutes": ("mins",), "months": ("mos", "mnths"), "people": ("ppl",), "please": ("pls", "plz"),
    "prescribed": ("rxed", "perscribed"), "prescription": ("rx", "script"), "probably": ("prob", "probly"),
    "really": ("rly", "realy"), "something": ("smth",), "terrible": ("terible",), "they": ("thay",),
    "though": ("tho",), "through": ("thru",), "to": ("2",), "very": ("v", "vry"), "weeks": ("wks",),
    "with": ("w", "wit"), "without": ("wo",), "years": ("yrs",), "you": ("u",), "your": ("ur",),
}  # fmt: skip

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # of an English keyboard


def noisy(example: Example, noise: Noise, tokenise: SubwordTokeniser, rng: random.Random) -> Example:
    """The example with some of its words changed. Words are encoded one by one, so that each stays one run of
    subwords.
    """
    edges = [*example.first, len(example.ids) - 1]
    ids, first = example.ids[: edges[0]], []
    for low, high in pairwise(edges):
        piece = example.ids[low:high]
        first.append(len(ids))
        chance = rng.random()
        if chance < noise.blot:
            piece = [tokenise.unknown_id]
        elif chance < noise.blot + noise.short + noise.typo:
            word = tokenise.spell(piece)
            if chance < noise.blot + noise.short:
                word = rng.choice(SHORT[word]) if word in SHORT else word
            elif word.isalpha() and len(word) > 3:
                word = mistyped(word, rng)
            piece = tokenise.encode_word(word) or piece
        ids += piece
    return replace(example, ids=[*ids, example.ids[-1]], first=first)


def mistyped(word: str, rng: random.Random) -> str:
    """One slip of the fingers: two letters swapped, one dropped, doubled, or hit beside its place."""
    place = rng.randrange(1, len(word) - 1)  # the first letter is seldom wrong
    kind = rng.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == 1:
        return word[:place] + word[place + 1 :]
    if kind == 2:
        return word[:place] + word[place] + word[place:]
    return word[:place] + neighbour(word[place], rng) + word[place + 1 :]


def neighbour(letter: str, rng: random.Random) -> str:
    """A letter beside this one on the keyboard."""
    for row in ROWS:
        if (place := row.find(letter)) >= 0:
            return rng.choice([row[index] for index in (place - 1, place + 1) if 0 <= index < len(row)])
    return rng.choice(string.ascii_lowercase)

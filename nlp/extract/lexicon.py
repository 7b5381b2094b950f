"""Drugs and conditions found by their names, also misspelled drugs: what the encoder has not seen in training.

requires: doc.text, doc._.entities, doc._.reading    assigns: doc._.entities (those found are appended, with links)

The longest name at a place wins. Which names may be found in text is decided when the vocabulary is built
(`training.vocabulary_lexicon`). A name that the encoder is sure to mean nothing where it stands is left out: "for
COVID-19 immunization", "a stroke unit", "the best supplement".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import Entity, EntityLabel
from nlp.extract.link import shared
from nlp.models import knowledge_base
from nlp.models.knowledge_base import APOSTROPHES, PIECE, KnowledgeBase, fold
from nlp.models.recogniser import Reading
from nlp.models.spelling import is_nearer_to_a_known_word, nearest_drug

WORDS_AT_MOST = 6
SHORTEST_MISSPELLED = 6
# A name goes on over these, not over the end of a sentence or line; a full stop only behind a single letter or a
# title ("H. pylori", "St. John's").
GAP = re.compile(r"[ \t]{1,2}|[ \t]?[-–/+&][ \t]?")
STOP_GAP = re.compile(r"\.[ \t]?")
STOPPED = frozenset({"st", "saint", "dr"})

# How sure a name alone is; set by judgement. The encoder's own score stands beside it after the merge.
DRUG_SCORE, CONDITION_SCORE, MISSPELLED_SCORE = 0.9, 0.8, 0.7

# The chance, by the encoder, that the words are part of no mention from which on a name is left out. Names of drugs
# that it does not know reach 0.975 on our posts; words of diseases are mostly known to it.
NOTHING = {"DRUG": 0.98, "CONDITION": 0.75}


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of the text: its folded form and where it stands."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the lexicon in a text at [start, end)."""

    start: int
    end: int
    label: EntityLabel
    score: float


class FindNames:
    """spaCy component that looks up every run of words in the lexicon. About 200,000 words a second."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.linker = shared(kb)
        self.marks = kb.lexicon
        self.longest: dict[str, int] = {}
        for name in self.marks:
            first, words = name.partition(" ")[0], name.count(" ") + 1
            if words <= WORDS_AT_MOST:
                self.longest[first] = max(words, self.longest.get(first, 0))

    def __call__(self, doc: Doc) -> Doc:
        text, reading = doc.text, doc._.reading
        found = [self.entity(text, each) for each in self.find(text) if not is_nothing(each, reading)]
        if found:
            doc._.entities = (*doc._.entities, *found)
        return doc

    def entity(self, text: str, found: Found) -> Entity:
        """The entity of a name, with the links of its words."""
        words = text[found.start : found.end]
        links = self.linker.links(words, found.label, None)
        return Entity("", found.label, ((found.start, found.end),), words, found.score, "lexicon", links=links)

    def find(self, text: str) -> Iterator[Found]:
        """Names in order of the text, never overlapping."""
        pieces = [
            Piece(fold(match.group().lower()), *match.span()) for match in PIECE.finditer(text.translate(APOSTROPHES))
        ]
        place = 0
        while place < len(pieces):
            length, mark = self.longest_at(text, pieces, place)
            first, last = pieces[place], pieces[place + max(length, 1) - 1]
            if mark == "CONDITION":
                yield Found(first.start, last.end, "CONDITION", CONDITION_SCORE)
            elif mark:
                yield Found(first.start, last.end, "DRUG", DRUG_SCORE)
            elif self.is_misspelled_drug(first.word):
                yield Found(first.start, first.end, "DRUG", MISSPELLED_SCORE)
            place += max(length, 1)

    def longest_at(self, text: str, pieces: list[Piece], place: int) -> tuple[int, str]:
        """(words, mark) of the longest name that begins at a piece; (0, "") when there is none."""
        most = min(self.longest.get(pieces[place].word, 0), len(pieces) - place)
        if most == 0:
            return 0, ""
        name, best = pieces[place].word, (0, "")
        for length in range(1, most + 1):
            if length > 1:
                left, right = pieces[place + length - 2], pieces[place + length - 1]
                if not joined(text, left, right):
                    break
                name = f"{name} {right.word}"
            if mark := self.marks.get(name):
                best = (length, mark)
        return best

    def is_misspelled_drug(self, word: str) -> bool:
        """Whether a word that is no known one, nor near to one, is spelled like exactly one drug."""
        if len(word) < SHORTEST_MISSPELLED or word in self.kb.words or not word.isascii() or not word.isalpha():
            return False
        nearest = nearest_drug(self.kb, word)
        return nearest is not None and not is_nearer_to_a_known_word(self.kb, word, nearest[1])


def is_nothing(found: Found, reading: Reading | None) -> bool:
    """Whether the encoder is sure that a name means nothing where it stands."""
    chance = reading.chance(found.start, found.end, None) if reading else None
    return chance is not None and chance >= NOTHING[found.label]


def joined(text: str, left: Piece, right: Piece) -> bool:
    """Whether two words can belong to one name, by what stands between them."""
    gap = text[left.end : right.start]
    if gap == " " or GAP.fullmatch(gap):
        return True
    return (len(left.word) == 1 or left.word in STOPPED) and STOP_GAP.fullmatch(gap) is not None


@Language.factory("firsthand_lexicon", requires=["doc._.entities", "doc._.reading"], assigns=["doc._.entities"])
def create(nlp: Language, name: str) -> FindNames:
    """The component on the shipped vocabulary."""
    return FindNames(knowledge_base.load())

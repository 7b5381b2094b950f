"""Grave events that the encoder passed over, by the words that tell them plainly: a missed serious event is the worst
error. Values far from normal are found too, for they are told in figures that no encoder learns.

requires: doc.sents, doc._.entities, doc._.reading    assigns: doc._.entities (those found are appended)

Three ways: phrases, data in `grave_cues`; measured values, as `measured` reads them; and names of important medical
events where the encoder doubts that the words mean nothing. The encoder's own events stand: what touches one is left
alone. The label is the likeliest event label by the encoder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import EVENT_LABELS, Entity, EntityLabel, Span
from nlp.extract.case.important_events import important_events
from nlp.extract.choice import WEAK_KINDS, WHOLE_ONLY
from nlp.extract.grave_cues import DEATHS, GRAVE
from nlp.extract.measured import NAMES, measured
from nlp.extract.segment import sentence_at
from nlp.extract.written import Written, written
from nlp.models import knowledge_base
from nlp.models.knowledge_base import normalise
from nlp.models.recogniser import Reading

# Of what these ways find on our train and dev posts, so much is an event in the gold.
PHRASE_SCORE, VALUE_SCORE, NAME_SCORE = 0.9, 0.9, 0.7
EVENTS: tuple[EntityLabel, ...] = ("ADE", "WITHDRAWAL", "CONDITION", "SYMPTOM")
WORDS_AT_MOST = 5  # of a name
NAMESAKES = frozenset({"steven johnson", "stevens johnson"})  # of a disease as people misspell it, and people's names
DOUBTED = 0.8  # a name counts where the encoder's chance that its words are part of no mention is lower

_EDGES = r"(?<![\w'])(?:{})(?!\w)"
PHRASES = tuple((stems, re.compile(_EDGES.format(pattern))) for stems, pattern in GRAVE)
DEATH = re.compile(_EDGES.format(DEATHS))
THE_PRODUCT = re.compile(
    r"\b(?:this|the|that|his|her) (?:drug|med|meds|medicine|medication|vaccine|shot|jab|vaccination)\b"
)
# Between the name of a quantity and its value: "sats were down to", "INR came back at".
_BETWEEN = (
    r"(?: (?:levels?|counts?|readings?|numbers?|saturation|rate|was|were|is|are|of|at|to|had|has|have|been|down|up|"
    r"drop(?:s|ped)|fell|rose|went|shot|hits?|reached|crashed|plummeted|tanked|climbed|jumped|came|back|low|high|as|"
    r"only|about|around|like|over|under|below|above|the|in|an?|my|just|being|bottomed|out|from|read|measured|showed))"
)
# Behind a value: what it came to be, which may be the better one; only the encoder reads which.
_CHANGED = r"(?! ?(?:->|=>|→)| (?:\w+ ){0,2}(?:down |up |back )?to (?:a |about |around )?\d)"
VALUE = re.compile(_EDGES.format(rf"(?:{NAMES}){_BETWEEN}{{0,5}}[:=,]? ?\d+(?:[.,]\d+)*+(?:/\d+)?+") + _CHANGED)
DIGIT = re.compile(r"\d")


@Language.component(
    "firsthand_overlooked", requires=["doc.sents", "doc._.entities", "doc._.reading"], assigns=["doc._.entities"]
)
def overlooked(doc: Doc) -> Doc:
    """Append the grave events and the abnormal values that no event of the Doc touches."""
    its, reading = written(doc), doc._.reading
    found: list[Entity] = []
    for (start, end), score in places(its, doc._.entities, reading):
        if not any(touches(each, start, end) for each in (*doc._.entities, *found)):
            label = likeliest(reading, start, end)
            found.append(Entity("", label, ((start, end),), its.text[start:end], score, "lexicon"))
    if found:
        doc._.entities = (*doc._.entities, *found)
    return doc


def touches(entity: Entity, start: int, end: int) -> bool:
    """Whether an event, or a mention of another kind that the words do not hold whole, shares characters with them."""
    shares = any(low < end and start < high for low, high in entity.spans)
    return shares and (entity.label in EVENT_LABELS or not (start <= entity.start and entity.end <= end))


def likeliest(reading: Reading | None, start: int, end: int) -> EntityLabel:
    """The event label that the encoder gives the words the best chance of; ADE where it says nothing."""
    chances = {label: reading.chance(start, end, label) or 0.0 if reading else 0.0 for label in EVENTS}
    return max(EVENTS, key=lambda label: chances[label])


def places(its: Written, entities: Sequence[Entity], reading: Reading | None) -> Iterator[tuple[Span, float]]:
    """[start, end) and score of all that is told gravely, the surest ways first; some may stand on the same words."""
    words = its.words
    for stems, pattern in PHRASES:
        if any(stem in words for stem in stems):
            for match in pattern.finditer(words):
                yield match.span("it" if "it" in pattern.groupindex and match["it"] else 0), PHRASE_SCORE
    for match in DEATH.finditer(words):
        if is_told_of_a_drug(its, match.start(), [each.start for each in entities if each.label == "DRUG"]):
            yield match.span(), PHRASE_SCORE
    if DIGIT.search(words):
        for match in VALUE.finditer(words):
            if next(measured(match.group()), None) is not None:
                yield match.span(), VALUE_SCORE
    if reading is not None and reading.chances is not None:
        yield from ((place, NAME_SCORE) for place in names(its.text, reading))


def is_told_of_a_drug(its: Written, place: int, drugs: Sequence[int]) -> bool:
    """Whether a drug is named in the sentence of a place or in the one before it: many have lost somebody."""
    low, high = sentence_at(its.sentences, place, len(its.text))
    before = max((start for start, end in its.sentences if end <= low), default=low)
    return any(before <= drug < high for drug in drugs) or THE_PRODUCT.search(its.words, before, high) is not None


def names(text: str, reading: Reading) -> Iterator[Span]:
    """Names of important events, the longest at a place, whose words the encoder doubts to mean nothing."""
    assert reading.chances is not None
    done = 0
    for first in np.flatnonzero(reading.chances[:, 0] < DOUBTED).tolist():
        start = reading.words[first][0]
        for last in range(min(first + WORDS_AT_MOST, len(reading.words)), first, -1):
            end = reading.words[last - 1][1]
            if start >= done and is_name(text[start:end]) and (reading.chance(start, end, None) or 0.0) < DOUBTED:
                yield start, end
                done = end
                break


@lru_cache(maxsize=1 << 14)
def is_name(words: str) -> bool:
    """Whether words name an important event whatever stands around them; those of several meanings only in capitals."""
    if not (words[0].isalnum() and words[-1].isalnum()):
        return False
    name = normalise(words)
    if name in NAMESAKES:
        return False
    aliases = kb().aliases(name)
    kinds = [each.kind for each in aliases if each.concept.code in important_events()]
    if not kinds or kinds[0] in WEAK_KINDS or any(each.concept.kind in ("drug", "product") for each in aliases):
        return False
    return kinds[0] not in WHOLE_ONLY or words.isupper()


@cache
def kb() -> knowledge_base.KnowledgeBase:
    return knowledge_base.load()

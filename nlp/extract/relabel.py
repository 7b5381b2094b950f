"""What the words around a mention say it is: no complaint, a person's name, withdrawal, or a drug's doing after all.

requires: doc.sents, doc._.entities    assigns: doc._.entities

The encoder labels by the whole sentence and mostly well; these rules, data in `label_cues`, speak where the words leave
no choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import EVENT_LABELS, Entity, EntityLabel
from nlp.extract import label_cues as cues
from nlp.extract.anchored import lists, masked
from nlp.extract.segment import sentence_at
from nlp.extract.written import written

REACH = 120  # characters on each side of a mention that are looked at
NAMES = ("DRUG", "CONDITION", "ADE", "SYMPTOM")
BLAMABLE = ("SYMPTOM", "CONDITION")


@Language.component("firsthand_relabel", requires=["doc.sents", "doc._.entities"], assigns=["doc._.entities"])
def relabel(doc: Doc) -> Doc:
    """Drop, trim and relabel mentions by the words around them."""
    its = written(doc)
    words = its.words
    figures = [match.span() for match in cues.FIGURES.finditer(words)]
    kept = []
    for each in doc._.entities:
        figurative = each.label in EVENT_LABELS and any(each.start < end and start < each.end for start, end in figures)
        if not figurative and not is_name(each, its.text, words):
            cut = trimmed(each, words)
            if not is_scrap(cut, words):
                kept.append(cut)
    text = masked(words, kept)
    listed = lists(kept, words)
    drugs = sum(each.label == "DRUG" for each in kept)
    told: list[Entity] = []
    for each in kept:
        label = each.label
        if label in EVENT_LABELS:
            label = meant(each, listed[each.id], text, its.sentences, drugs > 0)
            if label == "CONDITION" and names_a_reaction(each, told, text, its.sentences):
                label = "ADE"
        told.append(each if label == each.label else replace(each, label=label, links=()))
    doc._.entities = tuple(told)
    return doc


def is_name(entity: Entity, text: str, words: str) -> bool:
    """Whether a capitalised mention of one word is what somebody, or somebody's pet, is called."""
    if entity.label not in NAMES or not entity.text[:1].isupper() or entity.text.isupper() or " " in entity.text:
        return False
    low = max(0, entity.start - REACH)
    if entity.label == "CONDITION" and text[entity.end : entity.end + 2] in ("'s", "’s"):
        return False  # "her Parkinson's"
    before = cues.NAMED_BEFORE.search(words, low, entity.start)
    if before is not None and not cues.GIVEN.search(words, low, before.start()):
        return True
    return cues.NAMED_BEHIND.match(words, entity.end, entity.end + REACH) is not None


def trimmed(entity: Entity, words: str) -> Entity:
    """A complaint without the words at its front that deny it or lead to it, and those at its end that lead on."""
    if entity.label not in EVENT_LABELS:
        return entity
    (start, end), *rest = entity.spans
    low, high = start, end
    for pattern in (cues.DENYING, cues.LEADING):
        if (match := pattern.match(words, low, high)) and match.end() < high:
            low = match.end()
    if not rest and not cues.CLAUSE.search(entity.text) and (match := cues.TRAILING.search(words, low, high)):
        high = match.start() if match.start() > low else high
    if (low, high) == (start, end):
        return entity
    return replace(entity, spans=((low, high), *rest), text=entity.text[low - start : high - start or None], links=())


def is_scrap(entity: Entity, words: str) -> bool:
    """Whether an event holds nothing but words that tell nothing: "in the", "can"; "AS" is a disease."""
    return (
        entity.label in EVENT_LABELS
        and not entity.text.isupper()
        and cues.SCRAP.fullmatch(words, entity.start, entity.end) is not None
    )


def meant(
    entity: Entity, listed: tuple[int, int], text: str, sentences: Sequence[tuple[int, int]], named: bool
) -> EntityLabel:
    """The label of an event by what stands beside it or its list; `named` says that the post names a drug."""
    low = sentence_at(sentences, entity.start, len(text))[0]
    if cues.BARE_WITHDRAWAL.fullmatch(text, entity.start, entity.end):
        return "WITHDRAWAL"
    if entity.label == "ADE":
        if is_earlier(entity, listed, text, low):
            return "SYMPTOM"
        if named and is_withdrawal(entity, text, sentences, low):
            return "WITHDRAWAL"
    if entity.label in BLAMABLE and (is_blamed(entity, listed, text, low) or (named and is_mocked(entity, text))):
        return "ADE"
    return entity.label


def is_earlier(entity: Entity, listed: tuple[int, int], text: str, low: int) -> bool:
    ends = (entity.end, listed[1])
    return (
        any(cues.EARLIER_BEHIND.match(text, end, end + REACH) for end in ends)
        or cues.EARLIER_BEFORE.search(text, low, entity.start) is not None
        or cues.CLOSED_EARLIER.match(text, entity.end, entity.end + REACH) is not None
    )


def is_withdrawal(entity: Entity, text: str, sentences: Sequence[tuple[int, int]], low: int) -> bool:
    """Whether a drug was stopped, missed or wearing off when the event came."""
    stopped = cues.STOPPED.search(text, low, entity.start)
    if stopped is not None:
        return cues.NOT_WITHDRAWN.search(text, stopped.end(), entity.start) is None
    before = max((start for start, end in sentences if end <= low), default=None)
    if before is None or cues.NOT_WITHDRAWN.search(text, low, entity.start):
        return False
    return cues.STOPPED_BEFORE.search(text[before:low].rstrip()) is not None and "@" not in text[low : entity.start]


def is_blamed(entity: Entity, listed: tuple[int, int], text: str, low: int) -> bool:
    return cues.BLAMED_BEFORE.search(text, low, entity.start) is not None or any(
        cues.BLAMED_BEHIND.match(text, end, end + REACH) for end in (entity.end, listed[1])
    )


def names_a_reaction(entity: Entity, told: Sequence[Entity], text: str, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether a diagnosis is what the reaction told right before it, in its sentence or the one before, was called."""
    if cues.LONG_KNOWN.match(text, entity.end, entity.end + REACH):
        return False
    low = sentence_at(sentences, entity.start, len(text))[0]
    before = max((start for start, end in sentences if end <= low), default=low)
    events = [each for each in told if each.label in EVENT_LABELS and before <= each.start]
    return bool(events) and events[-1].label == "ADE" and cues.NAMED_AS.search(text, low, entity.start) is not None


def is_mocked(entity: Entity, text: str) -> bool:
    """Whether a complaint stands in a short post that mocks its drug."""
    return entity.label == "SYMPTOM" and cues.MOCKING.search(text) is not None and len(text) < 2 * REACH

"""Shared words of a list given back to each item: "pain in my legs and arms" is pain in my legs, and pain in my arms.

requires: doc._.entities    assigns: doc._.entities (with discontinuous ones, in order of the text, with ids)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import EVENT_LABELS, Entity, Span
from nlp.extract.coordination_cues import (
    BEFORE,
    BODY,
    FACULTIES,
    HEADS,
    INSIDE,
    MEASURES,
    MODIFIERS,
    MORE,
    SHARED,
    STATES,
    VERBS,
)
from nlp.extract.written import written

TRUST = 0.9  # of the score of the mention that the words were shared with
SHARING = ("ADE", "WITHDRAWAL", "SYMPTOM")  # "high blood pressure, thyroid" are two conditions


@Language.component("firsthand_coordinate", requires=["doc._.entities"], assigns=["doc._.entities"])
def coordinate(doc: Doc) -> Doc:
    """Split mentions that hold a whole list and add the items that share words with a mention beside them."""
    its = written(doc)
    words = its.words
    kept: list[Entity] = []
    made: list[tuple[Entity, Entity]] = []  # with the mention that the words are shared with
    for entity in doc._.entities:
        if entity.label not in EVENT_LABELS or len(entity.spans) > 1:
            kept.append(entity)
            continue
        first = shortened(entity, words)
        kept.append(first)
        made += [
            (
                replace(
                    first,
                    spans=spans,
                    text=" ".join(its.text[start:end] for start, end in spans),
                    score=first.score * TRUST,
                    links=(),
                ),
                first,
            )
            for spans in (*items_behind(first, words), *items_before(first, words))
        ]
    # a piece that was found as a mention of its own ("feet") is the discontinuous one
    pieces = {span for each, _ in made for span in each.spans}
    kept = [each for each in kept if not (each.label in SHARING and each.spans[0] in pieces and len(each.spans) == 1)]
    new = [each for each, source in made if not any(touches(each, other) for other in kept if other is not source)]
    entities = sorted([*kept, *new], key=lambda each: (each.start, each.end))
    doc._.entities = tuple(replace(each, id=f"e{number}") for number, each in enumerate(entities, 1))
    return doc


def touches(made: Entity, other: Entity) -> bool:
    """Whether a mention stands on the words of another."""
    return any(a < d and c < b for a, b in made.spans for c, d in other.spans)


def shortened(entity: Entity, words: str) -> Entity:
    """The first item of a mention that holds a whole list: "numb hands" of "numb hands and feet"."""
    start, end = entity.spans[0]
    match = INSIDE.match(words[start:end])
    if not match or match["first"].split()[-1] not in BODY:
        return entity
    rest = words[start + match.end("first") : end]
    items = list(MORE.finditer(rest))
    if not items or items[-1].end() != len(rest) or any(each["item"] not in BODY for each in items):
        return entity
    stop = start + match.end("first")
    return replace(entity, spans=((start, stop),), text=entity.text[: stop - start], links=())


def items_behind(entity: Entity, words: str) -> Iterator[tuple[Span, ...]]:
    """Spans of the items behind a mention that share its first words: "dry eyes, lips and skin"."""
    start, end = entity.spans[0]
    text = words[start:end]
    for pattern in SHARED:
        match = pattern.match(text)
        kinds = kinds_of(match["first"], match["head"]) if match else frozenset()
        if not match or not kinds:
            continue
        position = end
        while (item := MORE.match(words, position)) and item["item"] in kinds:
            yield ((start, start + match.end("head")), item.span("item"))
            position = item.end()
        return


def kinds_of(first: str, head: str) -> frozenset[str]:
    """The words that may stand in a list with the first item."""
    last = first.split()[-1]
    if head in ("couldn't", "can't", "cannot", "could not", "can not"):
        return VERBS if last in VERBS else frozenset()
    return next((kind for kind in (BODY, MEASURES, FACULTIES) if last in kind), frozenset())


def items_before(entity: Entity, words: str) -> Iterator[tuple[Span, ...]]:
    """Spans of a modifier before a mention that shares its last word: "blurry and double vision"."""
    start, end = entity.spans[0]
    text = words[start:end].split(" ")
    before = BEFORE.search(words, max(0, start - 30), start)
    if not before or len(text) != 2:
        return
    item, modifier, head = before["item"], text[0], text[1]
    states = item in STATES and modifier in STATES and (head in BODY or head in HEADS)
    parts = head in HEADS and item in BODY | MODIFIERS | STATES and modifier in BODY | MODIFIERS | STATES
    if states or parts:
        yield (before.span("item"), (end - len(head), end))

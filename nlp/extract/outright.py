"""Relations that the text states outright, beside the mention: "cramps from misoprostol", "Januvia gave me hives".

They stand whatever the pair head weighs; other medicines lose what is said of one. The words are data, in
`outright_cues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.datamodel import REACTION_LABELS, Entity, Relation
from nlp.extract import outright_cues as cues
from nlp.extract.anchored import lists, masked
from nlp.extract.product import concept_key
from nlp.extract.segment import sentence_at

REACH = 120  # characters on each side of a mention in which its drug is named
SCORE = 0.9
EVENTS = (*REACTION_LABELS, "SYMPTOM", "CONDITION")


@dataclass(frozen=True, slots=True)
class Said:
    """The drugs that are said to have caused an event, and those said to be taken for it."""

    causes: tuple[Entity, ...] = ()
    treats: tuple[Entity, ...] = ()


def outright(words: str, entities: Sequence[Entity], sentences: Sequence[tuple[int, int]]) -> dict[str, Said]:
    """What is said outright of each event, by its id; `words` is the normalised text."""
    text = masked(words, entities)
    drugs = [each for each in entities if each.label == "DRUG"]
    listed = lists(entities, words) if drugs else {}
    found = {}
    for each in entities:
        if not drugs or each.label not in EVENTS:
            continue
        low, high = sentence_at(sentences, each.start, len(text))
        causes = tuple(named(text, each, listed[each.id], low, high, drugs, cues.CAUSED_BEFORE, cues.CAUSED_BEHIND))
        treats = tuple(named(text, each, listed[each.id], low, high, drugs, cues.TAKEN_FOR, None))
        if each.label in REACTION_LABELS:  # another drug is taken against what the one did
            said = Said(causes, tuple(drug for drug in treats if causes and drug not in causes))
        else:
            said = Said((), treats)
        if said.causes or said.treats:
            found[each.id] = said
    return found


def named(
    text: str,
    event: Entity,
    listed: tuple[int, int],
    low: int,
    high: int,
    drugs: Sequence[Entity],
    before: re.Pattern[str],
    behind: re.Pattern[str] | None,
) -> Iterator[Entity]:
    """The drugs in the words right behind an event or its list, else right before it, with those coordinated."""
    if behind is not None:
        for end in dict.fromkeys((event.end, listed[1])):
            if match := behind.match(text, end, high):
                yield from row(text, text.rindex("@", 0, match.end()), drugs)
                return
    for start in dict.fromkeys((event.start, listed[0])):
        if match := before.search(text, max(low, start - REACH), start):
            yield from row(text, text.rindex("@", 0, match.end()), drugs)
            return


def row(text: str, place: int, drugs: Sequence[Entity]) -> Iterator[Entity]:
    """The drug at a place and those that stand beside it in a row ("from the Zoloft and trazodone")."""
    here = next((number for number, each in enumerate(drugs) if each.start <= place < each.end), None)
    if here is None:
        return
    yield drugs[here]
    for step in (1, -1):
        number = here
        while 0 <= number + step < len(drugs):
            left, right = sorted((number, number + step))
            if not cues.ROW.fullmatch(text, drugs[left].end, drugs[right].start):
                break
            number += step
            yield drugs[number]


def corrected(found: Sequence[Relation], said: dict[str, Said], entities: Sequence[Entity]) -> list[Relation]:
    """The relations in line with what is said outright, each product once for an event.

    What is said to have caused an event leaves no other cause; a drug said to be taken for something else loses what
    another is said to be taken for ("Advair for asthma, Claritin for allergies").
    """
    key_of = {each.id: concept_key(each) for each in entities if each.label == "DRUG"}
    causes = {event: {key_of[drug.id] for drug in told.causes} for event, told in said.items()}
    treats = {event: {key_of[drug.id] for drug in told.treats} for event, told in said.items()}
    placed = {key for keys in treats.values() for key in keys}

    def stands(each: Relation) -> bool:
        key = key_of.get(each.head, "")
        blamed, taken = causes.get(each.tail, set()), treats.get(each.tail, set())
        if each.label == "causes":
            return key in blamed if blamed else key not in taken
        if each.label == "treats":
            return key not in blamed and (key in taken or not taken or key not in placed)
        return True

    kept = [each for each in found if stands(each)]
    have: set[tuple[str | None, str, str]] = {(key_of.get(each.head), each.tail, each.label) for each in kept}
    for event, told in said.items():
        for label, drugs in (("causes", told.causes), ("treats", told.treats)):
            for drug in drugs:
                if (key_of[drug.id], event, label) not in have:
                    have.add((key_of[drug.id], event, label))
                    kept.append(Relation(drug.id, event, label, SCORE, None, "said outright"))  # type: ignore[arg-type]
    return kept


def graded(
    found: Sequence[Relation], words: str, entities: Sequence[Entity], sentences: Sequence[tuple[int, int]]
) -> Iterator[Relation]:
    """`treats` relations with the effectiveness that words beside the complaint state."""
    by_id = {each.id: each for each in entities}
    for each in found:
        told = grade(words, by_id[each.tail], sentences) if each.label == "treats" else None
        yield replace(each, effectiveness=told) if told else each  # type: ignore[arg-type]


def grade(words: str, event: Entity, sentences: Sequence[tuple[int, int]]) -> str | None:
    low, high = sentence_at(sentences, event.start, len(words))
    for value, before, behind, inside in cues.GRADES:
        if before is not None and not before.search(words, max(low, event.start - REACH), event.start):
            continue
        if (behind and behind.match(words, event.end, high)) or (
            inside and inside.search(words, event.start, event.end)
        ):
            return value
        if behind is None and inside is None:
            return value
    return None

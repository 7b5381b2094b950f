"""How events went on: what a post says of their course, and which event each statement speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.datamodel import EVENT_LABELS, Claim, Entity
from nlp.extract.case import outcome_cues as cues
from nlp.extract.case.reader import Reader, is_present
from nlp.extract.product import concept_key
from nlp.extract.written import blotted

SENTENCES_ON = 2  # how far behind an event words without its name tell its outcome
BEFORE = 48  # characters before a statement that are looked at for its subject
STILL = re.compile(r"\bstill\b")
# Words that two mentions may share without being of one event.
COMMON = {"a", "an", "the", "my", "in", "on", "of", "and", "all", "bad", "really", "so", "very", "was", "had"} | {
    *("with", "at", "to", "from", "severe", "mild", "some")
}


@dataclass(frozen=True, slots=True)
class Statement:
    """Words at [start, end) by which events had or have the outcome `value`. `about` are the ids of the mentions that
    they speak of, none where that is not told; `named` says that an event stands beside them.
    """

    value: str
    start: int
    end: int
    about: frozenset[str]
    named: bool


def statements(reader: Reader) -> tuple[Statement, ...]:
    """All statements of a post on the course of its events, in order of the text."""
    events = [each for each in reader.entities if each.label in EVENT_LABELS]
    if not any(is_present(each) for each in events):
        return ()
    words = blotted(reader.words, (span for each in events for span in each.spans))
    found: list[Statement] = list(formulas(reader, events))
    taken: list[tuple[int, int]] = [(each.start, each.end) for each in found]
    for value, pattern in cues.STATEMENTS:
        for match in pattern.finditer(words):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            start = match.start() + len(match.group()) - len(match.group().lstrip("@ "))
            before = words[max(reader.sentence(match.start())[0], start - BEFORE) : start]
            if value != cues.NOT_RECOVERED and cues.NOT_SAID.search(before):
                continue
            made = spoken_of(reader, events, value, (start, match.end()), before, words)
            found.append(made or Statement(value, start, match.end(), frozenset(), False))
    found += denied(events)
    for each in events:  # "my eyes are still dry" is one mention
        if is_present(each) and (still := STILL.search(reader.words, each.start, each.end)):
            found.append(Statement(cues.NOT_RECOVERED, *still.span(), ids(reader, [each]), True))
    return tuple(sorted(found, key=lambda each: each.start))


def spoken_of(
    reader: Reader, events: Sequence[Entity], value: str, span: tuple[int, int], before: str, words: str
) -> Statement | None:
    """The statement with the events that it is about; None where its subject is something else, or no event."""
    start, end = span
    low, high = reader.sentence(start)
    behind = [
        each
        for each in events
        if end <= each.start < high and cues.TO_EVENT.match(words[end : each.start]) and each.start - end < BEFORE
    ]
    ahead = [
        each
        for each in events
        if low <= each.start and each.end <= start and cues.FROM_EVENT.match(words[each.end : start])
    ]
    if behind and (value == cues.NOT_RECOVERED or not ahead or words[start:end].startswith(("no ", "recover", "got "))):
        about = listed(words, events, behind[0], 1)
        return Statement(value, start, end, ids(reader, about), True)
    subject = cues.SUBJECT.search(before)
    beside = ahead and cues.OF_EVENT.match(words[ahead[-1].end : start])
    if ahead and (subject or beside or value in (cues.NOT_RECOVERED, cues.SEQUELAE)):
        about = listed(words, events, ahead[-1], -1)
        return Statement(value, start, end, ids(reader, about), True)
    if subject is None and value in (cues.RECOVERED, cues.RECOVERING):
        return None
    earlier = [each for each in events if each.end <= start and is_present(each)]
    if not earlier:  # "I'm okay now but the reaction was scary"
        later = [each for each in events if end <= each.start < high and is_present(each)]
        return Statement(value, start, end, ids(reader, later), False) if later and value == cues.RECOVERED else None
    if cues.ALL.search(words[max(low, start - 20) : end]) or value == cues.SEQUELAE:
        near = [
            each
            for each in earlier
            if reader.sentence_number(start) - reader.sentence_number(each.start) <= 2 * SENTENCES_ON
        ]
        return Statement(value, start, end, ids(reader, near), False) if near else None
    last = reader.sentence_number(earlier[-1].start)
    if reader.sentence_number(start) - last > SENTENCES_ON:
        return None
    near = [each for each in earlier if reader.sentence_number(each.start) == last]
    return Statement(value, start, end, ids(reader, near), False)


def listed(words: str, events: Sequence[Entity], first: Entity, step: int) -> list[Entity]:
    """An event with those that stand in one list with it, before it (`step` -1) or behind."""
    found = [first]
    at = events.index(first)
    while 0 <= at + step < len(events):
        one, other = (events[at + step], events[at]) if step < 0 else (events[at], events[at + step])
        if not cues.LIST.match(words[one.end : other.start]):
            break
        at += step
        found.append(events[at])
    return found


def ids(reader: Reader, mentions: Sequence[Entity]) -> frozenset[str]:
    """The ids of mentions and of all others of the same events."""
    made: set[str] = set()
    for each in mentions:
        made.add(each.id)
        made.update(other.id for other in reader.entities if other.label in EVENT_LABELS and same(each, other))
    return frozenset(made)


def same(one: Entity, other: Entity) -> bool:
    """Whether two mentions are of one event: by concept, or by a telling word that they share."""
    return concept_key(one) == concept_key(other) or bool(telling(one) & telling(other))


def telling(entity: Entity) -> set[str]:
    return {word.removesuffix("s") for word in entity.text.lower().split()} - COMMON


def denied(events: Sequence[Entity]) -> Iterator[Statement]:
    """An event told before and denied now: "no hives since"."""
    for each in events:
        if each.attributes.presence.value != "absent":
            continue
        told = [other for other in events if other.end <= each.start and is_present(other) and same(each, other)]
        if told:
            yield Statement(cues.RECOVERED, each.start, each.end, frozenset(other.id for other in told), True)


def formulas(reader: Reader, events: Sequence[Entity]) -> Iterator[Statement]:
    """The outcome in the words of a report: of the events that it names, else of all."""
    for match in cues.FORMULA.finditer(reader.words):
        value = cues.FORMULA_VALUES.get(match["value"], cues.NOT_RECOVERED)
        value = cues.SEQUELAE if "sequelae" in match["value"] else value
        inside = [each for each in events if match.start("of") <= each.start < match.end("of")]
        about = inside or [each for each in events if each.end <= match.start() and is_present(each)]
        if about and (inside or "other" not in match["of"]):
            yield Statement(value, *match.span("value"), ids(reader, about), bool(inside))


def outcome(reader: Reader, told: Sequence[Statement], mentions: Sequence[Entity], faded: Claim | None) -> Claim | None:
    """How an event ended, by the last words that tell it; words beside its name count before words without.

    Without such words, an event that faded on stopping the medicine has recovered, unless that is told of other events
    by name, and so has one told with a time that is over.
    """
    own = {each.id for each in mentions}
    first = min(each.start for each in mentions)
    if (fatal := died(reader, mentions)) is not None:
        return fatal
    mine = [each for each in told if own & each.about]
    named = [each for each in mine if each.named]
    after = [each for each in mine if not each.named and (each.start > first or len(mine) == 1)]
    if sequelae := [each for each in mine if each.value == cues.SEQUELAE]:
        return reader.claim(cues.SEQUELAE, sequelae[-1].start, sequelae[-1].end)
    if named or after:
        last = (named or after)[-1]
        return reader.claim(last.value, last.start, last.end, 0.8 if last.named else 0.6)
    if faded is not None and not any(each.named and overlaps(each, faded) for each in told):
        value = cues.RECOVERED if faded.value == "positive" else cues.NOT_RECOVERED
        return Claim(value, faded.evidence, 0.6, "dechallenge")
    return transient(reader, mentions)


def overlaps(statement: Statement, claim: Claim) -> bool:
    """Whether a claim rests on the words of a statement."""
    return any(each.start < statement.end and statement.start < each.end for each in claim.evidence)


def died(reader: Reader, mentions: Sequence[Entity]) -> Claim | None:
    """Words of a death in the sentence of the event, or behind the event with no other event of that person between."""
    others = [each for each in reader.entities if each.label in EVENT_LABELS and each not in mentions]
    for mention in mentions:
        if mention.attributes.experiencer.value != "other":
            continue
        low, high = reader.around(mention.start, behind=SENTENCES_ON)
        match = cues.FATAL_WORDS.search(reader.words, low, high)
        if match is None:
            continue
        near = reader.sentence(match.start())[0]
        if mention.start >= near or not any(mention.end <= each.start < match.start() for each in others):
            return reader.claim(cues.FATAL, *match.span())
    return None


def transient(reader: Reader, mentions: Sequence[Entity]) -> Claim | None:
    """An event told with a time that is over; one that counts on ("for 3 weeks now") is not."""
    for mention in mentions:
        low, high = reader.sentence(mention.start)
        for match in cues.TRANSIENT.finditer(reader.words, low, high):
            if not cues.COUNTING.search(reader.words[low : match.start()]):
                return reader.claim(cues.RECOVERED, *match.span(), 0.6)
    return None

"""The medicines of a post: role, dosing, indication, what was done with each and what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.datamodel import DETAIL_LABELS, EVENT_LABELS, REACTION_LABELS, Claim, Entity, Treatment
from nlp.extract.case import role_cues as cues
from nlp.extract.case.course import Story, action, dechallenge, reason_stopped, rechallenge, story
from nlp.extract.case.course_cues import BEGAN, ENDED
from nlp.extract.case.evidence import asked
from nlp.extract.case.in_use import is_remedy, no_use
from nlp.extract.case.outcome import Statement
from nlp.extract.case.reader import Reader, is_present
from nlp.extract.product import concept_key, names_product
from nlp.extract.quantities.dates import read_date

AROUND = 60  # characters before a medicine that tell whether it is taken
STOPPING = ("withdrawn", "switched", "reduced")


def make_treatments(
    reader: Reader, statements: tuple[Statement, ...], product: str | None, interacting: bool
) -> tuple[Treatment, ...]:
    """One treatment for each medicine; `product` is the one that only the metadata names, `interacting` says that the
    post tells of an interaction; `statements` are what it says of how its events went on.
    """
    mentions = medicine_groups(reader)
    unnamed = product is not None and not names_product(product, [each for group in mentions for each in group])
    if unnamed:
        mentions.insert(0, [])
    events = {index: blamed(reader, group) for index, group in enumerate(mentions)}
    if unnamed:
        events[0] = unclaimed(reader)
    suspects = frozenset(index for index, each in events.items() if each)
    tied = {index: frozenset(one.id for one in each) for index, each in events.items()}
    told = story(reader, statements, mentions, tied, main_number(mentions, suspects))
    return tuple(
        treatment(told, index, events[index], product if unnamed and index == 0 else None, interacting)
        for index in range(len(mentions))
    )


def medicine_groups(reader: Reader) -> list[list[Entity]]:
    """The mentions of each medicine. In the report of a named vaccine "the vaccine" is that one."""
    groups: dict[str, list[Entity]] = {}
    for entity in reader.entities:
        if entity.label == "DRUG":
            groups.setdefault(concept_key(entity), []).append(entity)
    vaccines = [
        key for key, group in groups.items() if cues.VACCINE.search(f"{name_of(reader, group)} {group[0].text}")
    ]
    named = next((key for key in vaccines if not cues.ANY_VACCINE.match(name_of(reader, groups[key]))), None)
    if named is not None:
        for key in vaccines:
            if key != named and cues.ANY_VACCINE.match(name_of(reader, groups[key])):
                same = [each for each in groups[key] if not cues.OTHER_ONE.search(reader.words, 0, each.start)]
                groups[named] = sorted(groups[named] + same, key=lambda each: each.start)
                groups[key] = [each for each in groups[key] if each not in same]
    return [group for group in groups.values() if group]


def main_number(groups: Sequence[Sequence[Entity]], suspects: frozenset[int]) -> int:
    """The treatment that words without a name speak of: the suspect with the most mentions, the product first."""
    among = [index for index in range(len(groups)) if index in suspects] or list(range(len(groups)))
    if among and not groups[among[0]]:
        return among[0]
    return max(among, key=lambda index: len(groups[index]), default=0)


def blamed(reader: Reader, mentions: Sequence[Entity]) -> list[Entity]:
    """The events that happened and are tied to a medicine."""
    own = {each.id for each in mentions}
    tied = [each.tail for each in reader.relations if each.label == "causes" and each.head in own]
    tied += [each.head for each in reader.relations if each.label == "after_stopping" and each.tail in own]
    return [reader.by_id[each] for each in tied if is_present(reader.by_id[each])]


def unclaimed(reader: Reader) -> list[Entity]:
    """The reactions that no named medicine is tied to."""
    claimed = {end for each in reader.relations if each.label != "has" for end in (each.head, each.tail)}
    return [
        each
        for each in reader.entities
        if each.label in ("ADE", "WITHDRAWAL") and is_present(each) and each.id not in claimed
    ]


def treatment(told: Story, index: int, events: list[Entity], product: str | None, interacting: bool) -> Treatment:
    reader, mentions = told.reader, told.groups[index]
    has = [reader.by_id[each.tail] for each in told.medicines.relations_of(index, "has")]
    if product is not None:  # what no named medicine has is the product's
        had = {each.tail for each in reader.relations if each.label == "has"}
        has = [each for each in reader.entities if each.label in DETAIL_LABELS and each.id not in had]
    treats = told.medicines.relations_of(index, "treats")
    effective = next((each for each in treats if each.effectiveness), None)
    done = action(told, index)
    return Treatment(
        name=product or name_of(reader, mentions),
        entities=tuple(each.id for each in mentions),
        role=role(told, index, events, has, done, product, interacting),
        implicit=product is not None,
        doses=ids(has, "DOSE"),
        routes=ids(has, "ROUTE"),
        frequencies=ids(has, "FREQUENCY"),
        durations=ids(has, "DURATION"),
        indications=tuple(each.tail for each in treats if reader.by_id[each.tail].label in EVENT_LABELS),
        effectiveness=Claim(
            effective.effectiveness or "",
            reader.evidence_of([reader.by_id[effective.tail]]),
            effective.score,
            effective.reason,
        )
        if effective
        else None,
        action=done,
        reason_stopped=reason_stopped(told, index) if done is None or done.value in STOPPING else None,
        dechallenge=dechallenge(told, index),
        rechallenge=rechallenge(told, index, len(told.suspects) == 1),
        start=dated(reader, mentions, BEGAN),
        stop=dated(reader, mentions, ENDED),
    )


def role(
    told: Story,
    index: int,
    events: list[Entity],
    has: list[Entity],
    done: Claim | None,
    product: str | None,
    interacting: bool,
) -> Claim:
    """`suspect` where an event is tied to the medicine, `concomitant` for what is taken beside a suspect, and
    `mentioned` for what is only named: asked about, planned, taken long before or by nobody.
    """
    reader = told.reader
    if events:
        own = told.events[index]
        shared = any(own & other for number, other in told.events.items() if number != index)
        together = shared and cues.TOGETHER.search(reader.words) is not None
        value = "interacting" if (interacting and len(told.suspects) > 1) or together else "suspect"
        return Claim(value, reader.evidence_of(events[:1]), 0.8, "an event is tied to it")
    if product is not None:
        return Claim("mentioned", (), 0.5, "named only in the post's metadata, no event is tied to it")
    happened = bool(told.suspects) or any(
        each.label in REACTION_LABELS and is_present(each) for each in reader.entities
    )
    over = done is not None and done.value in ("withdrawn", "switched")
    if (
        happened
        and not over
        and not stands_in(told, index)
        and taken(reader, told.groups[index], bool(has), is_remedy(told.medicines, index))
    ):
        return Claim("concomitant", (), 0.6, "taken, and no event is tied to it")
    return Claim("mentioned", (), 0.6, "no event is tied to it")


def taken(reader: Reader, mentions: Sequence[Entity], dosed: bool, helps: bool) -> bool:
    """Whether words in front of one of the mentions, or of the list that it stands in, say that it is taken. A remedy
    (`helps`) needs no such words where it begins a sentence.
    """
    drugs = [each for each in reader.entities if each.label in ("DRUG", "DOSE", "FREQUENCY", "ROUTE")]
    for mention in mentions:
        low = reader.sentence(mention.start)[0]
        first = mention.start
        for each in reversed([one for one in drugs if low <= one.start and one.end <= mention.start]):
            if not cues.LIST.match(reader.words[each.end : first]):
                break
            first = each.start
        before = reader.words[max(low, first - AROUND) : first]
        if not cues.NOT_TAKEN.search(before) and (
            dosed or cues.TAKEN.search(before) or (helps and cues.OPENS.match(before))
        ):
            return True
    return False


def stands_in(told: Story, index: int) -> bool:
    """Whether a medicine took the place of a suspect, was of no use or is only asked about: it is not taken beside the
    suspect.
    """
    reader, mentions = told.reader, told.groups[index]
    first = mentions[0]
    low = reader.sentence(first.start)[0]
    before = reader.words[max(low, first.start - AROUND) : first.start]
    left = not is_remedy(told.medicines, index) and any(
        step.drug in told.suspects and step.value in STOPPING and step.start < first.end for step in told.steps
    )
    return no_use(told.medicines, index) or (left and cues.NEW.search(before) is not None) or asked(reader, first.start)


def dated(reader: Reader, mentions: Sequence[Entity], pattern: re.Pattern[str]) -> Claim | None:
    """The date told for a medicine's start or end, in its words, anchored to the post's day where there is one."""
    for mention in mentions:
        low, high = reader.sentence(mention.start)
        for match in pattern.finditer(reader.words, low, high):
            if (found := read_date(match["date"], reader.anchor)) is not None:
                return reader.dated(found, *match.span("date"))
    return None


def name_of(reader: Reader, mentions: Sequence[Entity]) -> str:
    return mentions[0].links[0].name if mentions[0].links else reader.text[mentions[0].start : mentions[0].end]


def ids(entities: Sequence[Entity], label: str) -> tuple[str, ...]:
    return tuple(each.id for each in entities if each.label == label)

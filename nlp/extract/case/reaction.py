"""The reactions of a post: when each came, how long it lasted, how bad and how serious it was, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nlp.datamodel import EVENT_LABELS, REACTION_LABELS, Claim, Entity, Reaction, Treatment
from nlp.extract.case.important_events import attention
from nlp.extract.case.onset_cues import DATE, ENDS, LASTED, LATENCY, LENGTH_OF, NOT_LASTED, NOT_ONSET, NOT_ONSET_BEHIND
from nlp.extract.case.outcome import Statement, outcome
from nlp.extract.case.reader import Reader, is_present
from nlp.extract.case.seriousness import seriousness
from nlp.extract.product import concept_key
from nlp.extract.quantities.dates import read_date
from nlp.extract.quantities.duration import read_duration

FAR = 110  # characters from a mention, halved behind it, up to which a time is the event's
BEFORE = 34  # characters beside a time that tell what it times


def reaction_groups(reader: Reader) -> list[list[Entity]]:
    """The mentions of each reaction that happened: one group for each concept and person, never two persons in one."""
    groups: dict[tuple[str, str], list[Entity]] = {}
    for entity in reader.entities:
        if entity.label in REACTION_LABELS and is_present(entity) and entity.attributes.effect.value != "beneficial":
            groups.setdefault((concept_key(entity), entity.attributes.experiencer.value), []).append(entity)
    return list(groups.values())


def make_reactions(reader: Reader, told: Sequence[Statement], treatments: Sequence[Treatment]) -> tuple[Reaction, ...]:
    groups = reaction_groups(reader)
    serious = seriousness(reader, groups)
    name_of = {mention: each.name for each in treatments for mention in each.entities}
    implicit = [each.name for each in treatments if each.implicit]
    faded = {each.name: each.dechallenge for each in treatments if each.dechallenge}
    made = []
    for group, claims in zip(groups, serious, strict=True):
        own = {each.id for each in group}
        suspects = [name_of[each.head] for each in reader.relations if each.label == "causes" and each.tail in own]
        suspects += [
            name_of[each.tail] for each in reader.relations if each.label == "after_stopping" and each.head in own
        ]
        names = tuple(dict.fromkeys(suspects or implicit))
        made.append(
            reaction(reader, told, group, claims, names, next((faded[name] for name in names if name in faded), None))
        )
    return tuple(made)


def reaction(
    reader: Reader,
    told: Sequence[Statement],
    mentions: Sequence[Entity],
    serious: tuple[Claim, ...],
    suspects: tuple[str, ...],
    faded: Claim | None,
) -> Reaction:
    first = mentions[0]
    severity = next((each.attributes.severity for each in mentions if each.attributes.severity), None)
    latency, onset = first_told(reader, mentions)
    return Reaction(
        name=first.links[0].name if first.links else reader.surface(first),
        entities=tuple(each.id for each in mentions),
        suspects=suspects,
        who=Claim(first.attributes.experiencer.value, (), first.attributes.experiencer.score, "experiencer"),
        severity=Claim(severity.value, (severity.cue,) if severity.cue else (), severity.score, severity.reason)
        if severity
        else None,
        onset=onset,
        latency=latency,
        duration=lasted(reader, mentions),
        outcome=outcome(reader, told, mentions, faded),
        seriousness=serious,
        attention=attention(reader, mentions),
    )


def first_told(reader: Reader, mentions: Sequence[Entity]) -> tuple[Claim | None, Claim | None]:
    """(latency, onset): the time after the start of the medicine, and the date, told in a sentence of the event."""
    latency = onset = None
    for mention in mentions:
        low, high = reader.sentence(mention.start)
        if latency is None:
            latency = nearest(reader, mention, onsets(reader, mention, low, high))
        if onset is None and latency is None:
            onset = dated(reader, low, high)
    return latency, onset


def onsets(reader: Reader, mention: Entity, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The times in [low, high) at which a mention may have come: none that tell when something ended or was done."""
    for match in LATENCY.finditer(reader.words, low, high):
        if match.start() < mention.end and mention.start < match.end():
            continue
        begin = max(low, match.start() - BEFORE)
        if NOT_ONSET.search(reader.words[begin : match.start()]) or NOT_ONSET_BEHIND.match(
            reader.words[match.end() : match.end() + BEFORE]
        ):
            continue
        if match.end() <= mention.start and ENDS.match(reader.words[mention.end : mention.end + BEFORE]):
            continue
        yield match.start(), match.start() + len(match.group().rstrip())


def dated(reader: Reader, low: int, high: int) -> Claim | None:
    for match in DATE.finditer(reader.words, low, high):
        if (found := read_date(match.group(), reader.anchor)) is not None:
            return reader.dated(found, *match.span())
    return None


def lasted(reader: Reader, mentions: Sequence[Entity]) -> Claim | None:
    """How long the event lasted; how long the medicine was taken is a DURATION, and not told twice."""
    taken = [span for each in reader.entities if each.label in ("DURATION", "FREQUENCY") for span in each.spans]
    for mention in mentions:
        low, high = reader.sentence(mention.start)
        found = lengths(reader, mention, low, high, taken)
        if not found:  # the next sentence tells it without naming another event
            low, high = high, reader.around(mention.start, behind=1)[1]
            if not any(low <= each.start < high for each in reader.entities if each.label in EVENT_LABELS):
                found = lengths(reader, mention, low, high, taken)
        if (near := nearest(reader, mention, found)) is not None:
            return near
    return None


def lengths(
    reader: Reader, mention: Entity, low: int, high: int, taken: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The lengths in [low, high) that may be an event's: none that overlaps a time `taken` by something else."""
    found = []
    if of := LENGTH_OF.search(reader.words, low, mention.start):
        found.append(of.span(1))
    for match in LASTED.finditer(reader.words, low, high):
        span = next(match.span(group) for group in range(1, LASTED.groups + 1) if match.group(group) is not None)
        if any(span[0] < end and start < span[1] for start, end in (*taken, (mention.start, mention.end))):
            continue
        if not NOT_LASTED.search(reader.words[max(low, match.start() - BEFORE) : match.start()]):
            found.append(span)
    return found


def nearest(reader: Reader, mention: Entity, spans: Iterable[tuple[int, int]]) -> Claim | None:
    """The time or length nearest to a mention, where one is near enough to be its."""
    span = min(spans, key=lambda each: distance(each, mention), default=None)
    if span is None or distance(span, mention) > FAR:
        return None
    quantity = read_duration(reader.words[slice(*span)], reader.anchor)
    return reader.claim(reader.text[slice(*span)], *span, quantity=quantity)


def distance(span: tuple[int, int], mention: Entity) -> int:
    """Characters between words and a mention; words behind it count half, for times follow what they time."""
    if span[0] >= mention.end:
        return (span[0] - mention.end) // 2
    return max(mention.start - span[1], 0)

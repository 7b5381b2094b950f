"""What was done with each medicine, step by step in the order told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nlp.datamodel import EVENT_LABELS, Entity
from nlp.extract.case import action_cues as cues
from nlp.extract.case.outcome_cues import OF_EVENT
from nlp.extract.case.reader import Reader

# What is off without a medicine named is something else: "was off", "took the day off".
NEED_OBJECT_OFF = frozenset(["am", "i'm", "im", "is", "was", "were", "be", "being", "now", "he's", "she's", "we're", "took", "take", "taken", "taking"])
REACH = 60  # characters before a verb that are looked at for its subject, a plan or a denial
CLAUSE = re.compile(r"[.;:!?\n]|,? (?:but|because|so|cause|cuz)\b(?! far)")


@dataclass(frozen=True, slots=True)
class Step:
    """Something done with a medicine at [start, end) of the text; `drug` is the number of its treatment."""

    drug: int
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Medicines:
    """The medicines of a post. `groups` are the mentions of each, `suspects` the numbers of those that an event is tied
    to, `main` the number of the one that words without a name mean.
    """

    reader: Reader
    groups: tuple[tuple[Entity, ...], ...]
    suspects: frozenset[int]
    main: int

    @cached_property
    def mentions(self) -> tuple[tuple[int, int, int], ...]:
        """(start, end, number) of all mentions, in order of the text."""
        return tuple(sorted((each.start, each.end, n) for n, group in enumerate(self.groups) for each in group))

    @cached_property
    def starts(self) -> dict[int, tuple[int, int]]:
        """(end, number) of the mention that begins at a place."""
        return {start: (end, number) for start, end, number in self.mentions}

    @cached_property
    def ends(self) -> dict[int, int]:
        """The number of the medicine whose mention ends at a place."""
        return {end: number for _, end, number in self.mentions}

    @cached_property
    def marked(self) -> str:
        """The text for cues, character for character: a medicine is written @ and a dose #, each with spaces."""
        words = self.reader.words
        for each in self.reader.entities:
            if each.label in ("DRUG", "DOSE"):
                mark = "@" if each.label == "DRUG" else "#"
                words = words[: each.start] + mark.ljust(each.end - each.start) + words[each.end :]
        return words

    def named_behind(self, position: int) -> tuple[int, int] | None:
        """(end, number) of the medicine that stands behind a verb, with nothing but fillers between."""
        gap = cues.FILLER.match(self.reader.words, position)
        return self.starts.get(gap.end()) if gap else None

    def told_before(self, position: int, other_than: int | None = None) -> int | None:
        """The medicine that words without a name mean: the last suspect named before, in the sentence if there is one,
        else the main one.
        """
        low = self.reader.sentence(position)[0]
        before = [number for start, _, number in self.mentions if start < position and number != other_than]
        near = [number for start, _, number in self.mentions if low <= start < position and number != other_than]
        for among in (near, before):
            if blamed := [number for number in among if number in self.suspects]:
                return blamed[-1]
            if among is near and near and not self.suspects:
                return near[-1]
        if self.groups and self.main != other_than and (self.main in self.suspects or not before):
            return self.main
        return before[-1] if before else None


def steps_of(medicines: Medicines) -> tuple[Step, ...]:
    """All that was done with the medicines, in order of the text; later steps outdo earlier ones at the same place."""
    found = [*stops(medicines), *finishes(medicines), *switches(medicines), *changes(medicines)]
    return tuple(sorted(set(found), key=lambda each: (each.start, each.end)))


def clause_before(medicines: Medicines, position: int) -> str:
    """The words of the clause before a place, at most `REACH` characters."""
    reader = medicines.reader
    low = max(reader.sentence(position)[0], position - REACH)
    begin = max((match.end() for match in CLAUSE.finditer(reader.words, low, position)), default=low)
    return reader.words[begin:position]


def is_done(medicines: Medicines, start: int, form: str) -> bool:
    """Whether the words before a verb let it be something that was done to the patient of the post."""
    before = clause_before(medicines, start)
    stripped = before.rstrip()
    if stripped.endswith(" to") or stripped == "to":
        return bool(cues.DONE_TO.search(stripped)) and not re.search(r"\b(?:not|n't|if|should|may|might)\b", before)
    if cues.CAUSED.search(stripped):
        return not cues.NOT_DONE.search(before[: -len("xx")] + " ") or "had" in stripped
    if cues.NOT_DONE.search(before) or (cues.OTHERS.search(before) and not others(medicines)):
        return False
    if form in ("stop", "discontinue", "drop", "hold", "come", "go", "take", "give up", "cease", "pause", "switch"):
        return bool(re.search(r"\b(?:have|has|had|'ve|'d)(?: \w+)?$", stripped)) if form == "come" else False
    low, high = medicines.reader.sentence(start)
    return not cues.QUESTION.match(medicines.reader.words[low:high])


def others(medicines: Medicines) -> bool:
    """Whether most events of the post happened to someone else than its author."""
    events = [each for each in medicines.reader.entities if each.label in EVENT_LABELS]
    return 2 * sum(each.attributes.experiencer.value == "other" for each in events) >= max(len(events), 1)


def event_before(medicines: Medicines, position: int) -> bool:
    """Whether an event, or a word that stands for one, is the subject of the verb at a place."""
    reader = medicines.reader
    for each in reader.entities:
        if each.label in EVENT_LABELS and each.end <= position and position - each.end < REACH // 2:
            if OF_EVENT.match(reader.words[each.end : position]):
                return True
    return bool(cues.THING.search(reader.words, max(0, position - REACH // 2), position))


def stops(medicines: Medicines) -> Iterator[Step]:
    words = medicines.reader.words
    for match in cues.STOP_VERBS.finditer(words):
        form = match["form"]
        if not is_done(medicines, match.start(), form):
            continue
        if (target := governed(medicines, match.start(), match.end(), bool(cues.NEED_OBJECT.match(form)))) is not None:
            yield Step(target[0], cues.WITHDRAWN, match.start(), target[1])
    for match in cues.OFF.finditer(words):
        form = match["form"].split()[0]
        if not is_done(medicines, match.start(), form):
            continue
        alone = form in NEED_OBJECT_OFF and not re.search(r"\b(?:me|him|her|us|mom|dad)\b", match.group())
        if (target := governed(medicines, match.start(), match.end(), alone)) is not None:
            ongoing = form in ("tapering", "weaning", "titrating", "phasing", "easing", "coming")
            value = (
                cues.REDUCED
                if ongoing and not re.search(r"\b(?:after|since|when|upon)\s*$", words[: match.start()][-9:])
                else cues.WITHDRAWN
            )
            yield Step(target[0], value, match.start(), target[1])
    for start, end, number in medicines.mentions:  # "off Lipitor two weeks now", "Lipitor is out"
        words_behind = cues.OUT.match(words, end)
        no_more = cues.NO_MORE.search(words, max(0, start - 16), start)
        if (words_behind or no_more) and not cues.NOT_DONE.search(clause_before(medicines, start)):
            yield Step(number, cues.WITHDRAWN, start, words_behind.end() if words_behind else end)
        off = cues.OFF_NAMED.search(words, max(0, start - 16), start)
        if off and not cues.OFF.search(words, max(0, off.start() - 20), off.end()):
            if is_done(medicines, off.start(), "off"):
                yield Step(number, cues.WITHDRAWN, off.start(), end)
    for match in cues.STOPPED.finditer(words):
        before = clause_before(medicines, match.start())
        if cues.OTHERS.search(before) and not others(medicines):
            continue
        named = medicines.named_behind(match.end())
        drug = named[1] if named else medicines.told_before(match.end())
        if drug is not None:
            yield Step(drug, cues.WITHDRAWN, match.start(), named[0] if named else match.end())


def governed(medicines: Medicines, start: int, end: int, needs_object: bool) -> tuple[int, int] | None:
    """(number, end) of the medicine that a verb at [start, end) governs; None where it governs something else."""
    words = medicines.reader.words
    if named := medicines.named_behind(end):
        return named[1], named[0]
    passive = re.search(
        r"\b(?:was|were|is|are|been|got|being|be)(?: \w+ly| then| just| also)?\s$", words[max(0, start - 25) : start]
    )
    if passive:  # "Keppra was stopped": what stands before is its object
        begin = max(0, start - 25) + passive.start()
        if (number := medicines.ends.get(begin - 1)) is not None:
            return number, end
        if event_before(medicines, begin):
            return None
    stands = cues.STANDS_FOR.match(words, end)
    if stands and not cues.THING.search(words, max(0, start - REACH // 2), start):
        drug = medicines.told_before(start)
        return (drug, stands.end()) if drug is not None else None
    if needs_object and not passive:
        return None
    if cues.BARE.match(words, end) and not event_before(medicines, start):
        if cues.PERSON.search(words, max(0, start - REACH // 2), start) or named_subject(medicines, start):
            by_itself = re.match(r"\s*(?:on its own|by itself|by themselves|on their own)", words[end : end + 20])
            drug = None if by_itself else medicines.told_before(start)
            return (drug, end) if drug is not None else None
    return None


def named_subject(medicines: Medicines, start: int) -> bool:
    return medicines.ends.get(start - 1) is not None


def finishes(medicines: Medicines) -> Iterator[Step]:
    words = medicines.reader.words
    for match in cues.FINISHING.finditer(words):
        if not is_done(medicines, match.start(), "finished"):
            continue
        low, high = medicines.reader.sentence(match.start())
        named = medicines.named_behind(match.end()) or next(
            (
                (end, number)
                for start, end, number in medicines.mentions
                if match.start() <= start < min(high, match.end() + 30)
            ),
            None,
        )
        if (
            named is None
            and words[match.start() : match.end()] in ("finished", "completed")
            and not re.match(
                r" ?(?:[.,;!?\n]|$)| (?:in|on|last|this|yesterday|it|them)\b", words[match.end() : match.end() + 12]
            )
        ):
            continue
        drug = named[1] if named else medicines.told_before(match.start())
        if drug is not None:
            yield Step(drug, cues.FINISHED, match.start(), named[0] if named else match.end())


def switches(medicines: Medicines) -> Iterator[Step]:
    words, marked = medicines.reader.words, medicines.marked
    for match in cues.SWITCHING.finditer(words):
        if not is_done(medicines, match.start(), match["form"]):
            continue
        high = medicines.reader.sentence(match.start())[1]
        to = cues.TO_NEW.match(words[match.end() : min(high, match.end() + 100)])
        if to is None:
            if cues.WEAK_SWITCH.match(match["form"]) is None:
                continue
            new = put_on_instead(medicines, match.end(), high)
            end = new[0] if new else match.end()
        else:
            place = match.end() + to.end()
            new = medicines.starts.get(place)
            end = new[0] if new else place
            between = words[match.end() : place]
            if cues.WEAK_SWITCH.match(match["form"]) and not re.search(r"\bfrom\b|\bback\b|\bover\b", between):
                new = new if new and cues.INSTEAD.match(words[end:high]) else None
                if new is None:
                    continue
            elif new is None and not (cues.ANOTHER.match(words, place) and not cues.WEAK_SWITCH.match(match["form"])):
                continue
        if to is None and new is None:
            continue
        old = [number for start, _, number in medicines.mentions if match.end() <= start < end]
        old = [number for number in old if new is None or number != new[1]]
        drug = old[0] if old else medicines.told_before(match.start(), new[1] if new else None)
        if drug is not None and (new is None or drug != new[1]):
            yield Step(drug, cues.SWITCHED, match.start(), end)
    yield from now_instead(medicines, marked)


def put_on_instead(medicines: Medicines, low: int, high: int) -> tuple[int, int] | None:
    """(end, number) of the medicine of "put me on X instead"."""
    words = medicines.reader.words
    for start, end, number in medicines.mentions:
        if low <= start < min(high, low + 40) and cues.INSTEAD.match(words[end:high]):
            return end, number
    return None


def now_instead(medicines: Medicines, marked: str) -> Iterator[Step]:
    """A medicine now used in the place of the suspect before it: "so now I take Abilify"."""
    words = medicines.reader.words
    for start, end, number in medicines.mentions:
        low, high = medicines.reader.sentence(start)
        if (old := cues.OLD_ONE.search(words, max(0, start - 40), start)) and len(medicines.groups) > 1:
            if not cues.NOT_DONE.search(clause_before(medicines, old.start())):
                yield Step(number, cues.SWITCHED, old.start(), end)
            continue
        lead = cues.INSTEAD_NOW.search(words, max(0, start - 40), start)
        behind = cues.INSTEAD.match(words[end:high])
        if lead is None and behind is None:
            continue
        if any(first < start and one == number for first, _, one in medicines.mentions) and not (
            lead and "back" in lead.group()
        ):
            continue
        begin = lead.start() if lead else start
        if cues.NOT_DONE.search(clause_before(medicines, begin)) or cues.QUESTION.match(words[low:high]):
            continue
        earlier = [one for first, _, one in medicines.mentions if first < begin and one != number]
        if not earlier and not (medicines.groups and not medicines.groups[medicines.main] and medicines.main != number):
            continue
        before = medicines.told_before(begin, number)
        if before is not None and before in medicines.suspects and before != number:
            yield Step(before, cues.SWITCHED, begin, end)


def changes(medicines: Medicines) -> Iterator[Step]:
    """Doses lowered and raised."""
    words, marked = medicines.reader.words, medicines.marked
    for verbs, how, direct, value in (
        (cues.DOWN_VERBS, cues.DOWN_HOW, cues.DIRECT_DOWN, cues.REDUCED),
        (cues.UP_VERBS, cues.UP_HOW, cues.DIRECT_UP, cues.INCREASED),
    ):
        for match in verbs.finditer(words):
            high = medicines.reader.sentence(match.start())[1]
            rest = re.sub(r" {2,}", " ", marked[match.end() : min(high, match.end() + 70)])
            named = medicines.named_behind(match.end())
            said = how.match(rest)
            if not said and not (named and direct.match(match["form"])):
                continue
            if (
                value == cues.REDUCED
                and re.match(r"(?:wean|taper)", match["form"])
                and re.match(r"\S* off", rest.strip())
            ):
                continue
            goes = cues.GOES.match(match["form"])
            if goes and not cues.WHO_GOES.search(words, max(0, match.start() - REACH // 2), match.start()):
                if not named_subject(medicines, match.start()):
                    continue
            if not is_done(medicines, match.start(), match["form"]) or event_before(medicines, match.start()):
                continue
            drug = named[1] if named else medicines.told_before(match.end() + (said.end() if said else 0))
            if drug is not None:
                yield Step(drug, value, match.start(), max(match.end(), named[0] if named else 0))
    for pattern, value in ((cues.LESS, cues.REDUCED), (cues.LESS_DOSE, cues.REDUCED), (cues.MORE, cues.INCREASED)):
        for match in pattern.finditer(marked):
            if is_done(medicines, match.start(), ""):
                drug = medicines.told_before(match.start())
                if drug is not None:
                    yield Step(drug, value, *match.span())
    for match in cues.PASSIVE_CHANGE.finditer(marked):
        if is_done(medicines, match.start(), ""):
            drug = medicines.told_before(match.end())
            if drug is not None:
                yield Step(drug, cues.REDUCED if match["down"] else cues.INCREASED, *match.span())
    yield from figures(medicines)


def figures(medicines: Medicines) -> Iterator[Step]:
    """A dose that goes from one figure to another: "went from 300 to 150"."""
    words = medicines.reader.words
    doses = [each for each in medicines.reader.entities if each.label == "DOSE"]
    events = [each for each in medicines.reader.entities if each.label in EVENT_LABELS]
    for match in cues.FROM_TO.finditer(words):
        if any(each.start < match.end() and match.start() < each.end for each in events):
            continue
        if not any(each.start < match.end() and match.start() < each.end for each in doses) and not re.search(
            r"\b(?:dose|it|me|him|her|i|we|they|doctor|doc|drug)\b[^.;]{0,18}$",
            words[max(0, match.start() - 30) : match.start()],
        ):
            continue
        before, after = float(match["from"]), float(match["to"])
        drug = medicines.told_before(match.start())
        if before != after and drug is not None and is_done(medicines, match.start(), ""):
            yield Step(drug, cues.REDUCED if after < before else cues.INCREASED, *match.span())

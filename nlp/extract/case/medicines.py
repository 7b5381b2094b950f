"""The medicines of a post as verbs speak of them: which one is meant, and whether what is told of it was done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from nlp.datamodel import EVENT_LABELS, Entity, Relation
from nlp.extract.case import action_cues as cues
from nlp.extract.case.outcome_cues import OF_EVENT
from nlp.extract.case.reader import Reader

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

    def relations_of(self, number: int, label: str) -> list[Relation]:
        """The relations of a medicine that begin at one of its mentions (`treats`, `has`), by their label."""
        own = {each.id for each in self.groups[number]}
        return [each for each in self.reader.relations if each.label == label and each.head in own]

    def named_behind(self, position: int) -> tuple[int, int] | None:
        """(end, number) of the medicine that stands behind a verb, with nothing but fillers between."""
        gap = cues.FILLER.match(self.reader.words, position)
        if gap is None:
            return None
        return next(((end, number) for start, end, number in self.mentions if position <= start <= gap.end()), None)

    def told_before(self, position: int, other_than: int | None = None) -> int | None:
        """The medicine that words without a name mean: the last suspect named before, in the sentence if there is one,
        else the main one. What a review calls "it" is its product, unless another medicine stands in the sentence.
        """
        low = self.reader.sentence(position)[0]
        before = [number for start, _, number in self.mentions if start < position and number != other_than]
        near = [number for start, _, number in self.mentions if low <= start < position and number != other_than]
        product = bool(self.groups) and not self.groups[self.main] and self.main != other_than
        for among in (near, () if product else before):
            if blamed := [number for number in among if number in self.suspects]:
                return blamed[-1]
            if among is near and near and not self.suspects:
                return near[-1]
        if self.groups and self.main != other_than and (self.main in self.suspects or not before):
            return self.main
        return before[-1] if before else None


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
        return bool(cues.DONE_TO.search(stripped)) and not cues.UNSURE.search(before)
    if caused := cues.CAUSED.search(stripped):
        return not cues.NOT_DONE.search(stripped[: caused.start()])
    if cues.NOT_DONE.search(before) or of_other(medicines, start):
        return False
    if form in cues.BARE_FORMS:
        return form == "come" and cues.PERFECT.search(stripped) is not None
    low, high = medicines.reader.sentence(start)
    return not cues.QUESTION.match(medicines.reader.words[low:high])


def of_other(medicines: Medicines, start: int) -> bool:
    """Whether the subject of a verb is someone else than the patient of the post ("my sister took it and quit")."""
    reader = medicines.reader
    return cues.OTHERS.search(reader.words, reader.sentence(start)[0], start) is not None and not others(medicines)


def others(medicines: Medicines) -> bool:
    """Whether most events of the post happened to someone else than its author."""
    events = [each for each in medicines.reader.entities if each.label in EVENT_LABELS]
    return 2 * sum(each.attributes.experiencer.value == "other" for each in events) >= max(len(events), 1)


def event_before(medicines: Medicines, position: int) -> bool:
    """Whether an event, or a word that stands for one, is the subject of the verb at a place."""
    reader = medicines.reader
    for each in reader.entities:
        near = each.label in EVENT_LABELS and 0 <= position - each.end < REACH // 2
        if near and OF_EVENT.match(reader.words[each.end : position]):
            return True
    return bool(cues.THING.search(reader.words, max(0, position - REACH // 2), position))


def named_subject(medicines: Medicines, start: int) -> bool:
    return medicines.ends.get(start - 1) is not None

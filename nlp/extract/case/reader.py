"""The text of a post with its sentences and entities, and how cue words in it become claims with evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.datamodel import Claim, Entity, Evidence, Quantity, Relation
from nlp.extract.quantities.dates import Anchor, is_future
from nlp.models.evidence import Told

Table = tuple[tuple[str, re.Pattern[str]], ...]

CUE_SCORE = 0.8  # what a declared cue is trusted
# A word within three before a cue that turns it into its opposite.
NEGATED = re.compile(
    r"\b(?:no|not|never|without|denies|denied|n't|didn'?t|don'?t|doesn'?t|wasn'?t|weren'?t|isn'?t|haven'?t|hasn'?t|dont|didnt|nobody|neither|nor)\s+(?:\w+\s+){0,2}$"
)
NEGATION_REACH = 45  # characters before a cue that are searched for a negation


def table(*rows: tuple[str, *tuple[str, ...]]) -> Table:
    """(value, compiled pattern between word borders), in order of precedence; a row is a value with its patterns."""
    return tuple((value, re.compile(rf"(?<![\w'])(?:{'|'.join(patterns)})(?![\w'])")) for value, *patterns in rows)


@dataclass(frozen=True)
class Reader:
    """A post as the parts of the case read it; `words` is its text in lower case with straight apostrophes.

    `anchor` is the day of the post. Sentences are [start, end) code points in order. `told` is what the evidence head
    says of them, empty where the model has none.
    """

    text: str
    words: str
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    anchor: Anchor = None
    told: tuple[Told, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        return {each.id: each for each in self.entities}

    def find(self, cues: Table, low: int = 0, high: int | None = None) -> Iterator[Claim]:
        """A claim for every value of the table that stands in [low, high) and is not negated, in order of the table."""
        for value, pattern in cues:
            if (match := next(self.matches(pattern, low, high), None)) is not None:
                yield self.claim(value, match.start(), match.end())

    def first(self, cues: Table, low: int = 0, high: int | None = None) -> Claim | None:
        return next(self.find(cues, low, high), None)

    def matches(
        self, pattern: re.Pattern[str], low: int = 0, high: int | None = None, unreal: re.Pattern[str] = NEGATED
    ) -> Iterator[re.Match[str]]:
        """Where a pattern stands in [low, high) without words of `unreal` before it in its sentence."""
        for match in pattern.finditer(self.words, low, len(self.words) if high is None else high):
            begin = max(self.sentence(match.start())[0], match.start() - NEGATION_REACH)
            if not unreal.search(self.words, begin, match.start()):
                yield match

    def claim(
        self, value: str, start: int, end: int, score: float = CUE_SCORE, quantity: Quantity | None = None
    ) -> Claim:
        return Claim(value, (self.evidence(start, end),), score, "cue", quantity)

    def dated(self, date: str, start: int, end: int) -> Claim:
        """A claim of a date in the text's words, flagged when it lies after the day of the post."""
        flags = ("future",) if is_future(date, self.anchor) else ()
        return self.claim(self.text[start:end], start, end, quantity=Quantity(start=date, flags=flags))

    def evidence(self, start: int, end: int) -> Evidence:
        """The words in [start, end), without the spaces at their ends."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return Evidence(start, start + len(words.strip()), words.strip())

    def evidence_of(self, entities: Sequence[Entity]) -> tuple[Evidence, ...]:
        return tuple(self.evidence(each.start, each.end) for each in entities)

    def surface(self, entity: Entity) -> str:
        return " ".join(self.text[start:end] for start, end in entity.spans)

    def sentence_number(self, position: int) -> int:
        """The number of the sentence at a position, the last that begins at or before it."""
        number = 0
        for index, (low, _) in enumerate(self.sentences):
            if low > position:
                break
            number = index
        return number

    def sentence(self, position: int) -> tuple[int, int]:
        return self.sentences[self.sentence_number(position)] if self.sentences else (0, len(self.text))

    def around(self, position: int, behind: int = 1, before: int = 0) -> tuple[int, int]:
        """[start, end) of the sentence at a position with so many sentences before and behind it."""
        if not self.sentences:
            return 0, len(self.text)
        number = self.sentence_number(position)
        last = min(number + behind, len(self.sentences) - 1)
        return self.sentences[max(number - before, 0)][0], self.sentences[last][1]


def is_present(entity: Entity) -> bool:
    return entity.attributes.presence.value in ("present", "possible")

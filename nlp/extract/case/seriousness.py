"""The six seriousness criteria of ICH E2A, each by the words that say so and given to the events that they speak of.
The words are found by cues and, where the model has one, by the evidence head.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from nlp.datamodel import Claim, Entity
from nlp.extract.case.evidence import cued, settled
from nlp.extract.case.reader import Reader
from nlp.extract.case.self_harm_cues import SUICIDAL
from nlp.extract.case.seriousness_cues import BEFORE_IT, EMERGENCY, SERIOUSNESS, UNREAL

SENTENCES_APART = 3
SENTENCES_BACK = 4  # how far before a consequence its event may be told
SENTENCES_ON = 3  # how far behind it, where none is told before it
# A criterion, and those that leave it out where they are told nearby: most often both are one story.
OUTWEIGHED = {
    "life_threatening": ("death",),
    "medically_important": ("death", "life_threatening", "hospitalisation"),
}


def seriousness(reader: Reader, groups: Sequence[Sequence[Entity]]) -> list[tuple[Claim, ...]]:
    """For each reaction, the criteria it meets. `groups` are the mentions of each reaction.

    A consequence ("I was admitted") is given to the reactions of its sentence, else to those of the nearest of the four
    sentences before it, else of those behind it.
    """
    found: list[dict[str, Claim]] = [{} for _ in groups]
    for claim in consequences(reader):
        for index in spoken_of(reader, groups, claim.evidence[0].start, only_others=claim.value == "death"):
            found[index].setdefault(claim.value, claim)
    for index, group in enumerate(groups):
        for mention in group:
            if thought := SUICIDAL.search(reader.words, mention.start, mention.end):
                found[index].setdefault("medically_important", reader.claim("medically_important", *thought.span()))
    return [tuple(each[name] for name, _ in SERIOUSNESS if name in each) for each in found]


def consequences(reader: Reader) -> Iterator[Claim]:
    """Every criterion that the words of the text tell, whatever event they speak of, the gravest first."""
    told: dict[str, list[int]] = defaultdict(list)
    for value, pattern in SERIOUSNESS:
        patterns = [pattern, *(each for name, each in EMERGENCY if name == value)]
        for claim in settled(reader, value, cued(reader, value, patterns, UNREAL, BEFORE_IT), UNREAL):
            position = claim.evidence[0].start
            if not any(graver_near(reader, position, told[graver]) for graver in OUTWEIGHED.get(value, ())):
                told[value].append(position)
                yield claim


def graver_near(reader: Reader, position: int, graver: Sequence[int]) -> bool:
    here = reader.sentence_number(position)
    return any(abs(reader.sentence_number(each) - here) <= SENTENCES_APART for each in graver)


def spoken_of(
    reader: Reader, groups: Sequence[Sequence[Entity]], position: int, only_others: bool = False
) -> tuple[int, ...]:
    """The numbers of the reactions that words at a position speak of; `only_others` leaves out the author's own."""
    here = reader.sentence_number(position)
    near: dict[int, set[int]] = defaultdict(set)
    for index, group in enumerate(groups):
        for mention in group:
            if not only_others or mention.attributes.experiencer.value == "other":
                near[reader.sentence_number(mention.start)].add(index)
    low, high = reader.sentence(position)
    # what stands first in a post sums up what follows; elsewhere a stay is told behind its reason
    ahead = SENTENCES_ON if here == 0 else 0 if any(low <= each.start < high for each in illnesses(reader)) else 1
    order = [here, *range(here - 1, here - 1 - SENTENCES_BACK, -1), *range(here + 1, here + 1 + ahead)]
    return next((tuple(sorted(near[number])) for number in order if number in near), ())


def illnesses(reader: Reader) -> list[Entity]:
    return [each for each in reader.entities if each.label in ("CONDITION", "SYMPTOM")]

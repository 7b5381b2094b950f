"""Attributes by cues that stand right beside a mention, or beside the list that it belongs to.

These are surer than a head that reads the whole sentence: "no" right behind "Rash?" needs no weighing. The cues
themselves are data, in `anchored_cues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.datamodel import EVENT_LABELS, Entity, Evidence
from nlp.extract.anchored_cues import ANCHORED, Anchored
from nlp.extract.segment import sentence_at
from nlp.extract.written import blotted

REACH = 160  # characters on each side of a mention in which its cue must stand

# What stands between two items of a list.
LINK = re.compile(
    r"\s*(?:[,/&+]|,?\s*\b(?:and/or|and|or|nor)\b|,\s*)\s*(?:(?:and|or|nor|the|any|an?|my|no|some|even|also|of)\s+)*"
)


def lists(entities: Sequence[Entity], words: str) -> dict[str, tuple[int, int]]:
    """For the id of each event the [start, end) of the list of events that it is an item of; itself when alone."""
    events = sorted((each for each in entities if each.label in EVENT_LABELS), key=lambda each: each.start)
    runs: list[list[Entity]] = []
    for each in events:
        if runs and LINK.fullmatch(words, runs[-1][-1].end, each.start):
            runs[-1].append(each)
        else:
            runs.append([each])
    return {each.id: (run[0].start, max(one.end for one in run)) for run in runs for each in run}


def masked(words: str, entities: Sequence[Entity]) -> str:
    """The text with `@` on every letter of a drug's mentions."""
    return blotted(words, ((each.start, each.end) for each in entities if each.label == "DRUG"))


def anchored(
    words: str, entity: Entity, listed: tuple[int, int], sentences: Sequence[tuple[int, int]]
) -> dict[str, tuple[Anchored, Evidence]]:
    """The first cue of each attribute that fits a mention, with the words that it was found in.

    `words` is the normalised text, `listed` the [start, end) of the mention's list.
    """
    found: dict[str, tuple[Anchored, Evidence]] = {}
    low, high = sentence_at(sentences, entity.start, len(words))
    for cue in ANCHORED:
        if cue.attribute in found or entity.label not in cue.labels:
            continue
        span = next(places(words, cue, entity, listed, low, high), None)
        if span is not None:
            found[cue.attribute] = (cue, Evidence(*span, words[span[0] : span[1]]))
    return found


def places(
    words: str, cue: Anchored, entity: Entity, listed: tuple[int, int], low: int, high: int
) -> Iterator[tuple[int, int]]:
    """Where the words of a cue stand, for a mention in the sentence [low, high): beside the mention, or its list."""
    for start, end in dict.fromkeys(((entity.start, entity.end), listed)):
        behind = cue.pattern("behind").match(words, end, min(len(words), end + REACH)) if cue.behind else None
        if cue.behind and behind is None:
            continue
        before = cue.pattern("before").search(words, max(low, start - REACH), start) if cue.before else None
        if cue.before and before is None:
            continue
        told = cue.pattern("sentence").search(words, low, high) if cue.sentence else None
        if cue.sentence and told is None:
            continue
        if cue.unless and cue.pattern("unless").search(words, low, high):
            continue
        if cue.post and not cue.pattern("post").search(words):
            continue
        if match := before or behind or told:
            yield match.span()

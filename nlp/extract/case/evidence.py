"""What cues and the evidence head together tell of a kind: a criterion of seriousness, a special situation, urgency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.datamodel import Claim
from nlp.extract.case.reader import NEGATED, NEGATION_REACH, Reader

QUESTION = re.compile(
    r"\W*(?:(?:so|and|but|ok|also|hi|hello|question)[,:]? )?"
    r"(?:is|are|can|could|does|do|did|will|would|should|has anyone|have any|any|anyone|anybody|"
    r"how (?:long|many|much|do|does|common|likely)|what (?:is|are|if|happens)|when should|which)\b"
)


def cued(
    reader: Reader,
    value: str,
    patterns: Iterable[re.Pattern[str]],
    unreal: re.Pattern[str] = NEGATED,
    taken_back: re.Pattern[str] | None = None,
) -> list[Claim]:
    """A claim for every place at which one of the patterns stands, without words of `unreal` before it and of
    `taken_back` behind it, in its sentence, and not in a question that asks about it in general.
    """
    return [
        reader.claim(value, *match.span())
        for pattern in patterns
        for match in reader.matches(pattern, unreal=unreal)
        if not asked(reader, match.start())
        and (taken_back is None or not taken_back.match(reader.words, match.end(), reader.sentence(match.start())[1]))
    ]


def asked(reader: Reader, position: int) -> bool:
    """Whether the sentence at a position is a question that begins as one: "Does it stop working?", not "I lost my
    job, why?".
    """
    low, high = reader.sentence(position)
    return QUESTION.match(reader.words, low, high) is not None and reader.words[low:high].rstrip().endswith("?")


def settled(
    reader: Reader, kind: str, cues: Sequence[Claim], unreal: re.Pattern[str] = NEGATED, value: str | None = None
) -> list[Claim]:
    """The cues of a kind, then the words of each further sentence in which the head is sure of it, the surest first.

    What the head finds is dropped where words of `unreal` stand before it, as a cue would be. A cue in a sentence that
    the head is sure of is told by both, with the higher score. `value` is that of the claims, where it is not the kind.
    """
    sure = [each for each in reader.told if each.kind == kind and each.score >= each.threshold]
    places = [claim.evidence[0].start for claim in cues]
    found = []
    for claim, place in zip(cues, places, strict=True):
        heard = [each.score for each in sure if each.low <= place < each.high]
        found.append(
            replace(claim, score=round(max(claim.score, *heard), 4), reason="head and cue") if heard else claim
        )
    for each in sorted(sure, key=lambda one: -one.score):
        begin = max(reader.sentence(each.start)[0], each.start - NEGATION_REACH)
        if not any(each.low <= place < each.high for place in places) and not unreal.search(
            reader.words, begin, each.start
        ):
            told = reader.claim(value or kind, each.start, each.end, round(each.score, 4))
            found.append(replace(told, reason="head"))
    return found

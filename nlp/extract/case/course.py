"""What was done with each medicine in the order told, and what the event did then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.datamodel import EVENT_LABELS, Claim, Entity
from nlp.extract.case import course_cues as cues
from nlp.extract.case.reader import Reader, is_present
from nlp.extract.product import concept_key

NEAR_BEHIND = 30  # characters behind a verb in which its medicine is named: "stopped taking the Arava"
SENTENCES_ON = 2  # how far behind an action its consequence is told
FROM = re.compile(r"\bfrom (?:the |my )?")
# Words that two mentions may share without being of one event.
COMMON = frozenset("a an the my in on of and all bad really so very was had with".split())  # noqa: SIM905
SENTENCE_END = re.compile(r"[.;!?]")


@dataclass(frozen=True, slots=True)
class Step:
    """Something done with a medicine at [start, end) of the text; `drug` is the number of its treatment."""

    drug: int
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Story:
    """The steps of all treatments of a post. `suspects` are the numbers of those that an event is tied to."""

    reader: Reader
    groups: tuple[tuple[Entity, ...], ...]
    suspects: frozenset[int]
    steps: tuple[Step, ...]


def story(reader: Reader, groups: Sequence[Sequence[Entity]], suspects: frozenset[int], main: int) -> Story:
    """Read what was done with the treatments. `groups` are their mentions; `main` the one that nameless words mean."""
    steps: list[Step] = []
    for value, pattern in cues.ACTIONS:
        for match in reader.matches(pattern, unreal=cues.NOT_DONE):
            drug = drug_of(reader, groups, suspects, main, match, value)
            if drug is not None:
                steps.append(Step(drug, value, match.start(), match.end()))
    for number, group in enumerate(groups):
        for mention in group:
            before = cues.STOPPED_NAMED.search(reader.words, max(0, mention.start - NEAR_BEHIND), mention.start)
            if before and not cues.NOT_DONE.search(reader.words, max(0, before.start() - NEAR_BEHIND), before.start()):
                steps.append(Step(number, "withdrawn", before.start(), mention.end))
            elif after := cues.FINISHED_NAMED.match(reader.words[mention.end : mention.end + NEAR_BEHIND]):
                steps.append(Step(number, "finished", mention.start, mention.end + after.end()))
    return Story(reader, tuple(map(tuple, groups)), suspects, tuple(sorted(steps, key=lambda each: each.start)))


def drug_of(
    reader: Reader,
    groups: Sequence[Sequence[Entity]],
    suspects: frozenset[int],
    main: int,
    match: re.Match[str],
    value: str,
) -> int | None:
    """The treatment that a verb speaks of: named right behind it, before it in the sentence, else the last suspect.

    The medicine behind "switched to" is the new one: the old one is looked for before it.
    """
    mentions = sorted((mention.start, mention.end, number) for number, group in enumerate(groups) for mention in group)
    low, high = reader.sentence(match.start())
    behind = next((each for each in mentions if match.start() <= each[0] < min(match.end() + NEAR_BEHIND, high)), None)
    plain = behind is not None and not SENTENCE_END.search(reader.words, match.end(), max(behind[0], match.end()))
    if value != "switched" and behind and plain:
        return behind[2]
    if value == "switched" and (
        old := FROM.search(reader.words, match.start(), min(match.end() + 2 * NEAR_BEHIND, high))
    ):
        named = next((each for each in mentions if old.end() <= each[0] <= old.end() + 8), None)
        if named:
            return named[2]
    new = behind[2] if behind else None
    before = [number for start, _, number in mentions if low <= start < match.start() and number != new]
    if before:
        blamed = [number for number in before if number in suspects]
        return (blamed or before)[-1]
    earlier = [number for start, _, number in mentions if start < match.start() and number != new]
    blamed = [number for number in earlier if number in suspects]
    if blamed:
        return blamed[-1]
    return main if main != new and groups else earlier[-1] if earlier else None


def action(told: Story, drug: int) -> Claim | None:
    """What was done with the medicine last; stopping outweighs a change of dose told before it, going on counts where
    nothing else is said.
    """
    own = [step for step in told.steps if step.drug == drug]
    if own:
        ended = [step for step in own if step.value in ("withdrawn", "switched", "finished")]
        step = (ended or own)[-1]
        if step.value in ("withdrawn", "finished") and (again := cues.BACK_ON.search(told.reader.words, step.end)):
            return told.reader.claim("unchanged", *again.span(), 0.6)
        return told.reader.claim("withdrawn" if step.value == "finished" else step.value, step.start, step.end)
    return going_on(told, drug)


def going_on(told: Story, drug: int) -> Claim | None:
    """Words of present use of a suspect: in a sentence that names it, for the only suspect of a post anywhere."""
    reader = told.reader
    if drug not in told.suspects:
        return None
    alone = len(told.suspects) == 1
    spans = [(0, len(reader.text))] if alone else [reader.sentence(each.start) for each in told.groups[drug]]
    for low, high in spans:
        for match in reader.matches(cues.UNCHANGED[0][1], low, high, cues.NOT_DONE):
            return reader.claim("unchanged", *match.span(), 0.6)
    return None


def reason_stopped(told: Story, drug: int) -> Claim | None:
    """Why the medicine was stopped, switched or lowered: words at the place, else the events that are tied to it."""
    reader = told.reader
    for step in reversed([each for each in told.steps if each.drug == drug and each.value != "increased"]):
        if step.value == "finished":
            return reader.claim("finished", step.start, step.end)
        low, high = reader.around(step.start, behind=0, before=1)
        for value, pattern in cues.REASONS:
            if match := pattern.search(reader.words, low, high):
                return reader.claim(value, *match.span())
        if drug in told.suspects:
            return Claim("adverse_event", (reader.evidence(step.start, step.end),), 0.6, "an event is tied to it")
    return None


def dechallenge(told: Story, drug: int) -> Claim | None:
    """Whether the event faded (`positive`) or stayed (`negative`) once the medicine was stopped or lowered."""
    reader = told.reader
    if drug not in told.suspects:
        return None
    for step in told.steps:
        if step.drug != drug or step.value == "increased":
            continue
        low, high = reader.around(step.start, behind=SENTENCES_ON)
        again = cues.RESTARTED.search(reader.words, step.end, high)
        high = again.start() if again else high
        relief = first_of(cues.RELIEF.search(reader.words, step.end, high), relieved(reader, step.end, high))
        stays = cues.UNMOVED.search(reader.words, step.end, high)
        if relief is None and re.search(
            r"\b(?:when|after|once|until|till|since|as soon as)\b[^.]{0,20}$", reader.words[low : step.start]
        ):
            relief = first_of(cues.RELIEF.search(reader.words, low, step.start), relieved(reader, low, step.start))
        if stays and relief and stays.start() <= relief[0] < stays.end():
            relief = None  # "has not gone away"
        if relief and not (stays and stays.start() < relief[0]):
            return paired(reader, "positive", step, relief)
        if stays and not relief:
            return paired(reader, "negative", step, stays.span())
    return None


def first_of(*spans: re.Match[str] | tuple[int, int] | None) -> tuple[int, int] | None:
    """The span that begins first."""
    found = [each.span() if isinstance(each, re.Match) else each for each in spans if each is not None]
    return min(found, default=None)


def relieved(reader: Reader, low: int, high: int) -> tuple[int, int] | None:
    """The mention of an event in [low, high) with words behind it that it is over: "the dreams stopped"."""
    for each in reader.entities:
        if each.label in EVENT_LABELS and low <= each.start and each.end <= high:
            match = cues.RELIEVED.match(reader.words[each.end : min(high, each.end + NEAR_BEHIND)])
            if match:
                return each.end, each.end + match.end()
    return None


def same_event(reader: Reader, low: int, high: int) -> Entity | None:
    """The first event in [low, high) that was told before it too: by concept, or by a word of the mention."""
    for each in reader.entities:
        if each.label not in EVENT_LABELS or not low <= each.start < high:
            continue
        words = set(each.text.lower().split()) - COMMON
        for other in reader.entities:
            told = other.label in EVENT_LABELS and other.end <= low and is_present(other)
            if told and (concept_key(other) == concept_key(each) or words & set(other.text.lower().split())):
                return each
    return None


def rechallenge(told: Story, drug: int, only: bool) -> Claim | None:
    """Whether the event came back (`positive`) or not (`negative`) when the medicine was taken again.

    `only` says that the medicine is the only suspect, so that words without a name speak of it.
    """
    reader = told.reader
    if drug not in told.suspects:
        return None
    for match in cues.RESTARTED.finditer(reader.words):
        low, high = reader.around(match.start(), behind=1)
        named = {number for number, group in enumerate(told.groups) for each in group if low <= each.start < high}
        if not (drug in named or (only and not named)):
            continue
        returned = cues.RETURNED.search(reader.words, match.end(), high)
        if returned is None and re.search(
            r"\b(?:when|once|after|if|each time|every time|as soon as)\b[^.]{0,12}$", reader.words[low : match.start()]
        ):
            returned = cues.RETURNED.search(reader.words, low, match.start())
        absent = cues.NO_RETURN.search(reader.words, match.end(), high)
        step = Step(drug, "restarted", match.start(), match.end())
        if (event := same_event(reader, match.end(), high)) is not None:
            value = "positive" if is_present(event) else "negative"
            return paired(reader, value, step, (event.start, event.end))
        if returned and not (absent and absent.start() < returned.start()):
            return paired(reader, "positive", step, returned.span())
        if absent and any(each.drug == drug and each.start < match.start() for each in told.steps):
            return paired(reader, "negative", step, absent.span())
    return None


def paired(reader: Reader, value: str, step: Step, span: tuple[int, int]) -> Claim:
    """A claim on two places, in order of the text."""
    places = sorted([(step.start, step.end), span])
    return Claim(value, tuple(reader.evidence(*each) for each in places), 0.7, "cue")

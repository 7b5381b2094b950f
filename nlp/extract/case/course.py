"""What was done with each medicine last and why, and what the event did then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.datamodel import EVENT_LABELS, Claim, Entity
from nlp.extract.case import course_cues as cues
from nlp.extract.case.action_cues import BACK_ON
from nlp.extract.case.actions import steps_of
from nlp.extract.case.in_use import going_on, is_remedy, no_use
from nlp.extract.case.medicines import Medicines, Step
from nlp.extract.case.outcome import Statement, same
from nlp.extract.case.outcome_cues import NOT_RECOVERED, RECOVERED, RECOVERING
from nlp.extract.case.reader import Reader, is_present
from nlp.extract.product import concept_key

SENTENCES_ON = 3  # how far behind an action its consequence is told
FADED = (RECOVERED, RECOVERING)
STOPPING = ("withdrawn", "switched", "finished")


@dataclass(frozen=True)
class Story:
    """The steps of all treatments of a post and the statements on its events. `suspects` are the numbers of treatments
    that an event is tied to, `events` the ids of the events of each.
    """

    medicines: Medicines
    steps: tuple[Step, ...]
    statements: tuple[Statement, ...]
    events: dict[int, frozenset[str]]

    @property
    def reader(self) -> Reader:
        return self.medicines.reader

    @property
    def groups(self) -> tuple[tuple[Entity, ...], ...]:
        return self.medicines.groups

    @property
    def suspects(self) -> frozenset[int]:
        return self.medicines.suspects


def story(
    reader: Reader,
    told: tuple[Statement, ...],
    groups: Sequence[Sequence[Entity]],
    events: dict[int, frozenset[str]],
    main: int,
) -> Story:
    """Read what was done with the treatments. `told` are the statements on events, `groups` the mentions of the
    treatments, `events` the ids of what each is blamed for; `main` is the one that nameless words mean.
    """
    suspects = frozenset(index for index, each in events.items() if each)
    medicines = Medicines(reader, tuple(map(tuple, groups)), suspects, main)
    return Story(medicines, steps_of(medicines), told, events)


def action(told: Story, drug: int) -> Claim | None:
    """What was done with the medicine last; stopping outweighs a change of dose told before it, unless it was taken
    again. Going on counts where nothing else is said.
    """
    reader = told.reader
    own = [step for step in told.steps if step.drug == drug]
    if not own:
        return replaced(told, drug) or going_on(told.medicines, drug)
    ended = [step for step in own if step.value in STOPPING]
    step = (ended or own)[-1]
    if (
        ended
        and step.value != "switched"
        and not came_back(told, drug)
        and (again := BACK_ON.search(reader.words, step.end))
    ):
        later = [each for each in own if each.start > again.start() and each.value in ("reduced", "increased")]
        if later:
            return reader.claim(later[-1].value, later[-1].start, later[-1].end)
        return reader.claim("unchanged", *again.span(), 0.6)
    return reader.claim("withdrawn" if step.value == "finished" else step.value, step.start, step.end)


def came_back(told: Story, drug: int) -> bool:
    """Whether the reaction came back when the medicine was taken again, which ends that."""
    again = rechallenge(told, drug, len(told.suspects) == 1)
    return again is not None and again.value == "positive"


def reason_stopped(told: Story, drug: int) -> Claim | None:
    """Why the medicine was stopped, switched or lowered: words at the place, else that it did nothing for what it was
    taken for, which stands for itself too, else the events that are tied to it.
    """
    reader = told.reader
    for step in reversed([each for each in told.steps if each.drug == drug and each.value != "increased"]):
        if step.value == "finished":
            return reader.claim("finished", step.start, step.end)
        low, high = reader.around(step.start, behind=0, before=1)
        for value, pattern in cues.REASONS:
            match = pattern.search(reader.words, low, high)
            if match and (value != "ineffective" or said_of(told, drug, match.start(), step)):
                return reader.claim(value, *match.span())
        if (claim := unhelpful(told, drug)) is not None:
            return claim
        if drug in told.suspects:
            return Claim("adverse_event", (reader.evidence(step.start, step.end),), 0.6, "an event is tied to it")
    return unhelpful(told, drug)


def said_of(told: Story, drug: int, place: int, step: Step) -> bool:
    """Whether words of no effect before a step, or behind its "because", are said of its medicine: another is not named
    right before them.
    """
    reader = told.reader
    if place > step.end and not cues.BECAUSE.search(reader.words, step.end, place):
        return False
    low = reader.sentence(place)[0]
    near = [number for start, _, number in told.medicines.mentions if low <= start < place]
    return not near or near[-1] == drug


def unhelpful(told: Story, drug: int) -> Claim | None:
    """That a medicine did nothing for the illness or complaint it was taken for; a remedy for a reaction is no course
    of its own.
    """
    if is_remedy(told.medicines, drug) or not no_use(told.medicines, drug):
        return None
    reader, first = told.reader, told.medicines.relations_of(drug, "treats")[0]
    places = reader.evidence_of([reader.by_id[first.head], reader.by_id[first.tail]])
    return Claim("ineffective", tuple(sorted(places, key=lambda each: each.start)), 0.6, "no effect on what it treats")


def replaced(told: Story, drug: int) -> Claim | None:
    """That a suspect without effect gave way to one that is named behind it for the same illness or complaint."""
    if drug not in told.suspects or (failed := unhelpful(told, drug)) is None:
        return None
    reader = told.reader
    own = {each.id for each in told.groups[drug]}
    last = max(each.end for each in told.groups[drug])
    goals = {concept_key(reader.by_id[each.tail]) for each in told.medicines.relations_of(drug, "treats")}
    for each in reader.relations:
        if each.label == "treats" and each.head not in own and each.effectiveness != "none":
            new = reader.by_id[each.head]
            if new.start >= last and concept_key(reader.by_id[each.tail]) in goals:
                return Claim(
                    "switched", (failed.evidence[0], *reader.evidence_of([new])), 0.5, "another is told behind it"
                )
    return None


def dechallenge(told: Story, drug: int) -> Claim | None:
    """Whether the events of a medicine faded (`positive`) or stayed (`negative`) once it was stopped or lowered: by the
    first words on them behind the action, or in its sentence before it ("gone when I stopped").
    """
    reader = told.reader
    own = told.events.get(drug, frozenset())
    for step in told.steps:
        if step.drug != drug or step.value == "increased":
            continue
        low, high = reader.around(step.start, behind=SENTENCES_ON)
        if again := cues.RESTARTED.search(reader.words, step.end, high):
            high = again.start()
        later = [each.start for each in told.steps if each.drug == drug and each.start >= step.end]
        high = min([high, *later])
        about = [each for each in told.statements if each.about & own]
        said = next((each for each in about if step.end - 1 <= each.start < high), None)
        if said is None and cues.WHEN.search(reader.words[low : step.start]):
            said = next((each for each in reversed(about) if low <= each.start < step.start), None)
        if said is None or said.value not in FADED:  # "I stopped and felt normal in five days"
            near = reader.around(step.start, behind=SENTENCES_ON - 1)[1]
            loose = [each for each in told.statements if each.value in FADED and not each.about]
            said = next((each for each in loose if step.end - 1 <= each.start < min(near, high)), said)
        if said is not None and said.value in FADED:
            return paired(reader, "positive", step, (said.start, said.end))
        if said is not None and said.value == NOT_RECOVERED:
            return paired(reader, "negative", step, (said.start, said.end))
    return None


def same_event(reader: Reader, low: int, high: int) -> Entity | None:
    """The first event in [low, high) that was told before it too."""
    for each in reader.entities:
        if each.label not in EVENT_LABELS or not low <= each.start < high:
            continue
        for other in reader.entities:
            if other.label in EVENT_LABELS and other.end <= low and is_present(other) and same(each, other):
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

"""Doses lowered and raised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.datamodel import EVENT_LABELS
from nlp.extract.case import action_cues as cues
from nlp.extract.case.medicines import REACH, Medicines, Step, event_before, is_done, named_subject


def changes(medicines: Medicines) -> Iterator[Step]:
    """Doses lowered and raised."""
    words, marked = medicines.reader.words, medicines.marked
    for verbs, how, direct, value in (
        (cues.DOWN_VERBS, cues.DOWN_HOW, cues.DIRECT_DOWN, cues.REDUCED),
        (cues.UP_VERBS, cues.UP_HOW, cues.DIRECT_UP, cues.INCREASED),
    ):
        for match in verbs.finditer(words):
            low, high = medicines.reader.sentence(match.start())
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
            if cues.GOES.match(match["form"]):
                who = cues.WHO_GOES.search(words, max(0, match.start() - REACH // 2), match.start())
                if not who and not named_subject(medicines, match.start()):
                    continue
                if cues.FELL.match(rest) and not cues.OF_DOSE.search(words, low, match.start()):
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

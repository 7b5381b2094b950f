"""What was done with each medicine, step by step in the order told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.extract.case import action_cues as cues
from nlp.extract.case.dose_changes import changes
from nlp.extract.case.medicines import (
    REACH,
    Medicines,
    Step,
    clause_before,
    event_before,
    is_done,
    named_subject,
    of_other,
)

# What is off without a medicine named is something else: "was off", "took the day off".
NEED_OBJECT_OFF = {"am", "i'm", "im", "is", "was", "were", "be", "being", "now", "he's", "she's", "we're"} | {
    *("took", "take", "taken", "taking")
}


def steps_of(medicines: Medicines) -> tuple[Step, ...]:
    """All that was done with the medicines, in order of the text; later steps outdo earlier ones at the same place, so
    "went to 40", which lowers as well as raises, raises.
    """
    found = [*stops(medicines), *finishes(medicines), *switches(medicines), *changes(medicines)]
    found = [each for each in found if not cues.PLANNED.match(medicines.reader.words, each.end)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.start, each.end)))


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
        if (
            off
            and not cues.OFF.search(words, max(0, off.start() - 20), off.end())
            and is_done(medicines, off.start(), "off")
        ):
            yield Step(number, cues.WITHDRAWN, off.start(), end)
    for match in cues.STOPPED.finditer(words):
        if of_other(medicines, match.start()):
            continue
        named = medicines.named_behind(match.end())
        if named is None and cues.USED_TO_GET.search(match.group()):
            continue
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
        person = cues.PERSON.search(words, max(0, start - REACH // 2), start)
        if person or named_subject(medicines, start):
            by_itself = re.match(r"\s*(?:on its own|by itself|by themselves|on their own)", words[end : end + 20])
            drug = None if by_itself else medicines.told_before(start)
            return (drug, end) if drug is not None else None
    return None


def finishes(medicines: Medicines) -> Iterator[Step]:
    words = medicines.reader.words
    for match in cues.FINISHING.finditer(words):
        if not is_done(medicines, match.start(), "finished"):
            continue
        high = medicines.reader.sentence(match.start())[1]
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
    words = medicines.reader.words
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
    yield from now_instead(medicines)


def put_on_instead(medicines: Medicines, low: int, high: int) -> tuple[int, int] | None:
    """(end, number) of the medicine of "put me on X instead"."""
    words = medicines.reader.words
    for start, end, number in medicines.mentions:
        if low <= start < min(high, low + 40) and cues.INSTEAD.match(words[end:high]):
            return end, number
    return None


def now_instead(medicines: Medicines) -> Iterator[Step]:
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

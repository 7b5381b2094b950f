"""Who the patients of a post are: relation to the author, age, sex, weight, pregnancy and nursing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.datamodel import Claim, Entity, Patient
from nlp.extract.case.patient_cues import AUTHOR_SEX, PERSON_SEX, PREGNANT_NOW, SEVERAL, WHO
from nlp.extract.case.pregnancy_cues import EXPECTING, LACTATING, NOT_NOW, WEEKS
from nlp.extract.case.reader import Reader
from nlp.extract.quantities.age import Told, find_ages, find_weight


def patients(reader: Reader, reactions: Sequence[Entity]) -> tuple[Patient, tuple[Patient, ...]]:
    """The main patient and further ones, never merged: the author, and each other person with reactions of their own.

    `reactions` are the mentions of events that happened. Without any, the patient is whom most entities are told of.
    """
    counted = reactions or reader.entities
    others = [each for each in counted if each.attributes.experiencer.value == "other"]
    if not others:
        return author(reader, alone=True), ()
    relatives = relations_of(reader, others)
    people = tuple(other(reader, who, mentions) for who, mentions in relatives)
    if len(others) * 2 >= len(counted):
        own = len(others) < len(reactions)
        return people[0], (*people[1:], *((author(reader, alone=False),) if own else ()))
    return author(reader, alone=False), people if reactions else ()


def relations_of(reader: Reader, mentions: Sequence[Entity]) -> list[tuple[Claim | None, list[Entity]]]:
    """The persons whom mentions of others speak of, each with its mentions: the last person named before a mention.

    A son and a daughter are two; "my baby" is the child that was named before.
    """
    marks = sorted(
        (match.start(), value, match.end()) for value, pattern in WHO for match in pattern.finditer(reader.words)
    )
    groups: dict[tuple[str, str], tuple[Claim | None, list[Entity]]] = {}
    for mention in mentions:
        before = [mark for mark in marks if mark[0] < mention.start] or marks[:1]
        if not before:
            groups.setdefault(("", ""), (None, []))[1].append(mention)
            continue
        start, value, end = before[-1]
        known = [sex for who, sex in groups if who == value]
        sex = next((name for name, pattern in PERSON_SEX if pattern.match(reader.words, start)), "")
        key = (value, sex if sex in known or (sex and "" not in known) else known[0] if known else sex)
        groups.setdefault(key, (reader.claim(value, start, end), []))[1].append(mention)
    return sorted(groups.values(), key=lambda each: -len(each[1]))


def not_split(reader: Reader, reactions: Sequence[Entity]) -> Claim | None:
    """Words that speak of several persons of one relation ("both kids"): their reactions cannot be told apart."""
    if not any(each.attributes.experiencer.value == "other" for each in reactions):
        return None
    match = SEVERAL.search(reader.words)
    return reader.claim("several persons of one relation", *match.span()) if match else None


def author(reader: Reader, alone: bool) -> Patient:
    """The author as a patient; `alone` says that the post tells of nobody else."""
    weight = find_weight(reader.words) if alone else None
    return Patient(
        who=Claim("author", (), 0.8, "first person"),
        age=age_claim(reader, ("author", "any") if alone else ("author",)),
        sex=reader.first(AUTHOR_SEX),
        pregnancy=pregnancy(reader),
        lactation=lactation(reader),
        weight=told_claim(reader, weight) if weight else None,
    )


def other(reader: Reader, who: Claim | None, mentions: Sequence[Entity]) -> Patient:
    """Someone else, with the details told nearest to where the person is named."""
    start = who.evidence[0].start if who else mentions[0].start
    high = reader.around(start, behind=3)[1]
    sex = next(iter(reader.find(PERSON_SEX, start, high)), None) if who is None else relation_sex(reader, who, high)
    weight = find_weight(reader.words)
    woman = (
        who is not None and who.value in ("partner", "patient", "sibling") and (sex is None or sex.value == "female")
    )
    return Patient(
        who=who,
        age=age_claim(reader, ("other", "any"), start),
        sex=sex,
        pregnancy=pregnancy(reader) if woman else None,
        lactation=lactation(reader) if woman else None,
        weight=told_claim(reader, weight) if weight else None,
    )


def pregnancy(reader: Reader) -> Claim | None:
    """Pregnancy in the episode told, also by its weeks where the text speaks of an unborn child."""
    match = next(reader.matches(PREGNANT_NOW, unreal=NOT_NOW), None)
    if match is None and EXPECTING.search(reader.words):
        match = WEEKS.search(reader.words)
    return reader.claim("yes", *match.span()) if match else None


def lactation(reader: Reader) -> Claim | None:
    match = next(reader.matches(LACTATING, unreal=NOT_NOW), None)
    return reader.claim("yes", *match.span()) if match else None


def relation_sex(reader: Reader, who: Claim, high: int) -> Claim | None:
    """The sex that the word for the person says ("my son"), else the first pronoun behind it."""
    evidence = who.evidence[0]
    for value, pattern in PERSON_SEX:
        if match := pattern.match(reader.words, evidence.start):
            return reader.claim(value, match.start(), match.end())
    found = [
        (match.start(), value, match.end())
        for value, pattern in PERSON_SEX
        if (match := pattern.search(reader.words, evidence.end, high))
    ]
    if not found:
        return None
    start, value, end = min(found)
    return reader.claim(value, start, end)


def age_claim(reader: Reader, owners: tuple[str, ...], near: int | None = None) -> Claim | None:
    """The age of a person: of those with a fitting owner the surest, or the nearest to where the person is named."""
    told = [each for each in find_ages(reader.words) if each.owner in owners]
    if near is not None:
        # an age follows the word for the person more often than it stands before it
        told.sort(key=lambda each: each.start - near if each.start >= near else 2 * (near - each.start))
    return told_claim(reader, told[0]) if told else None


def told_claim(reader: Reader, told: Told) -> Claim:
    words = re.sub(r"\s+", " ", reader.text[told.start : told.end])
    return reader.claim(words, told.start, told.end, quantity=told.quantity)

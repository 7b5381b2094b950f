"""The case: what a pharmacovigilance team needs of a post, each claim with the words it rests on. Causality is never
judged here.

requires: doc._.entities, doc._.relations, doc.sents    assigns: doc._.case
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import (
    REACTION_LABELS,
    Case,
    Claim,
    Criteria,
    Entity,
    Evidence,
    Patient,
    Reaction,
    Relation,
    Treatment,
)
from nlp.extract import case_cues
from nlp.extract.assertion import normalise
from nlp.extract.product import concept_key, named_product, names_product
from nlp.extract.segment import sentence_spans


@Language.factory(
    "firsthand_assemble",
    requires=["doc._.entities", "doc._.relations"],
    assigns=["doc._.case"],
    default_config={"drug_field": "drug"},
)
class Assemble:
    """spaCy component; `drug_field` names the metadata field with the product that a post is about."""

    def __init__(self, nlp: Language, name: str, drug_field: str) -> None:
        self.drug_field = drug_field

    def __call__(self, doc: Doc) -> Doc:
        reader = Reader(doc.text, normalise(doc.text), tuple(sentence_spans(doc)))
        product = named_product(doc._.post.meta, self.drug_field) if doc._.post else None
        doc._.case = assemble(reader, doc._.entities, doc._.relations, product)
        return doc


@dataclass(frozen=True)
class Reader:
    """The text with its sentences; finds cue words and gives them as claims with evidence."""

    text: str
    words: str
    sentences: tuple[tuple[int, int], ...]

    def find(self, table: case_cues.Table, low: int = 0, high: int | None = None) -> Iterator[Claim]:
        """A claim for every value of the table that stands in [low, high) and is not negated, in order of the table."""
        for value, pattern in table:
            for match in pattern.finditer(self.words, low, len(self.words) if high is None else high):
                if not case_cues.NEGATED.search(self.words, max(0, match.start() - 30), match.start()):
                    yield self.claim(value, match.start(), match.end())
                    break

    def first(self, table: case_cues.Table, low: int = 0, high: int | None = None) -> Claim | None:
        return next(self.find(table, low, high), None)

    def claim(self, value: str, start: int, end: int, score: float = 0.8) -> Claim:
        return Claim(value, (Evidence(start, end, self.text[start:end]),), score, "cue")

    def around(self, position: int, behind: int = 1) -> tuple[int, int]:
        """The sentence at a position and up to `behind` sentences after it."""
        for index, (low, high) in enumerate(self.sentences):
            if low <= position < high:
                return low, self.sentences[min(index + behind, len(self.sentences) - 1)][1]
        return 0, len(self.text)


def assemble(reader: Reader, entities: Sequence[Entity], relations: Sequence[Relation], product: str | None) -> Case:
    """The case of one post; `product` is the drug that only the metadata names."""
    treatments = make_treatments(reader, entities, relations, product)
    reactions = make_reactions(reader, entities, relations, treatments)
    patient = make_patient(reader, entities)
    specials = tuple(reader.find(case_cues.SPECIAL))
    return Case(
        patient,
        treatments,
        reactions,
        minimum_criteria(reader, patient, treatments, reactions),
        specials,
        urgent(reader),
    )


def make_patient(reader: Reader, entities: Sequence[Entity]) -> Patient:
    events = [each for each in entities if each.label in REACTION_LABELS]
    others = sum(each.attributes.experiencer.value == "other" for each in events or entities)
    about_other = others > len(events or entities) / 2
    who = reader.first(case_cues.WHO) if about_other else Claim("author", (), 0.8, "first person")
    age = None
    if match := case_cues.AGE.search(reader.words):
        group = next(index for index, value in enumerate(match.groups(), 1) if value)
        age = reader.claim(
            re.sub(r"[- ]?(?:years?|yrs?|y)[- /]?(?:olds?|o)$", "", match.group(group)).strip(), *match.span(group)
        )
    sex = reader.first(case_cues.SEX)
    pregnancy = case_cues.PREGNANCY.search(reader.words)
    return Patient(who, age, sex, reader.claim("yes", *pregnancy.span()) if pregnancy else None)


def make_treatments(
    reader: Reader, entities: Sequence[Entity], relations: Sequence[Relation], product: str | None
) -> tuple[Treatment, ...]:
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.label == "DRUG":
            groups.setdefault(concept_key(entity), []).append(entity)
    by_id = {each.id: each for each in entities}
    alone = len(groups) == 1  # then whatever the text says of stopping and going on is said of this drug
    treatments = [treatment(reader, group, relations, by_id, alone) for group in groups.values()]
    if product and not names_product(product, [each for group in groups.values() for each in group]):
        role = Claim("suspect", (), 0.6, "named only in the post's metadata")
        events = any(each.label in REACTION_LABELS and is_present(each) for each in entities)
        lone = not groups
        action = reader.first(case_cues.ACTION) if lone else None
        treatments.insert(
            0,
            Treatment(
                product,
                (),
                role if events else Claim("concomitant", (), 0.5, "named only in the post's metadata"),
                implicit=True,
                doses=ids(entities, "DOSE") if lone else (),
                routes=ids(entities, "ROUTE") if lone else (),
                frequencies=ids(entities, "FREQUENCY") if lone else (),
                durations=ids(entities, "DURATION") if lone else (),
                action=action,
                reason_stopped=reader.first(case_cues.REASON_STOPPED)
                if action and action.value in ("withdrawn", "switched")
                else None,
                dechallenge=reader.first(case_cues.DECHALLENGE) if lone else None,
                rechallenge=reader.first(case_cues.RECHALLENGE) if lone else None,
            ),
        )
    return tuple(treatments)


def treatment(
    reader: Reader, mentions: list[Entity], relations: Sequence[Relation], by_id: dict[str, Entity], alone: bool
) -> Treatment:
    own = {each.id for each in mentions}
    has = [by_id[each.tail] for each in relations if each.label == "has" and each.head in own]
    treats = [each for each in relations if each.label == "treats" and each.head in own]
    blamed = [
        each
        for each in relations
        if (each.label == "causes" and each.head in own and is_present(by_id[each.tail]))
        or (each.label == "after_stopping" and each.tail in own and is_present(by_id[each.head]))
    ]
    effective = next((each for each in treats if each.effectiveness), None)
    action = reason = dechallenge = rechallenge = None
    for mention in mentions:
        low, high = (0, len(reader.text)) if alone else reader.around(mention.start)
        action = action or reader.first(case_cues.ACTION, low, high)
        dechallenge = dechallenge or reader.first(case_cues.DECHALLENGE, low, high)
        rechallenge = rechallenge or reader.first(case_cues.RECHALLENGE, low, high)
        if action and action.value in ("withdrawn", "switched"):
            reason = reason or reader.first(case_cues.REASON_STOPPED, low, high)
    role = (
        Claim(
            "suspect",
            evidence_of([by_id[each.tail if each.label == "causes" else each.head] for each in blamed[:1]], reader),
            0.8,
            "an event is tied to it",
        )
        if blamed
        else Claim("concomitant", (), 0.6, "no event is tied to it")
    )
    return Treatment(
        name=mentions[0].links[0].name if mentions[0].links else reader.text[mentions[0].start : mentions[0].end],
        entities=tuple(each.id for each in mentions),
        role=role,
        doses=ids(has, "DOSE"),
        routes=ids(has, "ROUTE"),
        frequencies=ids(has, "FREQUENCY"),
        durations=ids(has, "DURATION"),
        indications=tuple(each.tail for each in treats),
        effectiveness=Claim(
            effective.effectiveness or "",
            evidence_of([by_id[effective.tail]], reader),
            effective.score,
            effective.reason,
        )
        if effective
        else None,
        action=action,
        reason_stopped=reason,
        dechallenge=dechallenge,
        rechallenge=rechallenge,
    )


def make_reactions(
    reader: Reader, entities: Sequence[Entity], relations: Sequence[Relation], treatments: Sequence[Treatment]
) -> tuple[Reaction, ...]:
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.label in REACTION_LABELS and is_present(entity) and entity.attributes.effect.value != "beneficial":
            groups.setdefault(concept_key(entity), []).append(entity)
    name_of = {mention: each.name for each in treatments for mention in each.entities}
    implicit = [each.name for each in treatments if each.implicit]
    return tuple(reaction(reader, group, relations, name_of, implicit) for group in groups.values())


def reaction(
    reader: Reader, mentions: list[Entity], relations: Sequence[Relation], name_of: dict[str, str], implicit: list[str]
) -> Reaction:
    own = {each.id for each in mentions}
    suspects = [name_of[each.head] for each in relations if each.label == "causes" and each.tail in own]
    suspects += [name_of[each.tail] for each in relations if each.label == "after_stopping" and each.head in own]
    first = mentions[0]
    low, high = reader.around(first.start, behind=0)
    _, behind = reader.around(first.start, behind=1)
    severity = next((each.attributes.severity for each in mentions if each.attributes.severity), None)
    latency = case_cues.LATENCY.search(reader.words, low, high)
    lasted = case_cues.LASTED.search(reader.words, first.end, behind)
    return Reaction(
        name=first.links[0].name if first.links else surface(first, reader),
        entities=tuple(each.id for each in mentions),
        suspects=tuple(dict.fromkeys(suspects or implicit)),
        severity=Claim(severity.value, (severity.cue,) if severity.cue else (), severity.score, severity.reason)
        if severity
        else None,
        latency=reader.claim(latency.group().strip(), *latency.span()) if latency else None,
        duration=reader.claim(lasted.group(1), *lasted.span(1)) if lasted else None,
        outcome=reader.first(case_cues.OUTCOME, first.end, behind),
        seriousness=tuple(reader.find(case_cues.SERIOUSNESS, low, behind)),
    )


def minimum_criteria(
    reader: Reader, patient: Patient, treatments: Sequence[Treatment], reactions: Sequence[Reaction]
) -> Criteria:
    """GVP VI.B.2. A post shows an author, but rarely a reporter who can be reached: `unclear` until a person finds
    out.
    """
    known = patient.age or patient.sex or (patient.who if patient.who and patient.who.value != "author" else None)
    first_person = re.search(r"\b(?:i|i'm|im|my|me)\b", reader.words)
    suspects = [each for each in treatments if each.role.value == "suspect"]
    return Criteria(
        reporter=Claim("unclear", (), 0.5, "an author is there; whether he or she can be reached is not known"),
        patient=Claim("present", known.evidence, known.score, "age, sex or relation told")
        if known
        else Claim("unclear" if first_person else "absent", (), 0.6, "no age, sex or other detail of the patient"),
        suspect_product=Claim("present", suspects[0].role.evidence, suspects[0].role.score, suspects[0].role.reason)
        if suspects
        else Claim("unclear" if treatments else "absent", (), 0.7, "no drug is tied to an event"),
        adverse_reaction=Claim("present", (), 0.8, f"{len(reactions)} told")
        if reactions
        else Claim("absent", (), 0.8, "none told"),
    )


def urgent(reader: Reader) -> Claim | None:
    for match in case_cues.URGENT.finditer(reader.words):
        if not case_cues.NEGATED.search(reader.words, max(0, match.start() - 30), match.start()):
            return reader.claim("suicidal_or_self_harm", *match.span())
    return None


def is_present(entity: Entity) -> bool:
    return entity.attributes.presence.value in ("present", "possible")


def ids(entities: Sequence[Entity], label: str) -> tuple[str, ...]:
    return tuple(each.id for each in entities if each.label == label)


def evidence_of(entities: Sequence[Entity], reader: Reader) -> tuple[Evidence, ...]:
    return tuple(Evidence(each.start, each.end, reader.text[each.start : each.end]) for each in entities)


def surface(entity: Entity, reader: Reader) -> str:
    return " ".join(reader.text[start:end] for start, end in entity.spans)

"""The four minimum criteria of a valid report, what is missing of them, and statements that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.datamodel import REACTION_LABELS, Claim, Criteria, Patient, Reaction, Treatment
from nlp.extract.case import course_cues as cues
from nlp.extract.case.reader import Reader, is_present
from nlp.extract.product import concept_key

FIRST_PERSON = re.compile(r"\b(?:i|i'm|im|my|me)\b")
NAMES = ("reporter", "patient", "suspect_product", "adverse_reaction")


def minimum_criteria(
    reader: Reader, patient: Patient, treatments: Sequence[Treatment], reactions: Sequence[Reaction]
) -> Criteria:
    """GVP VI.B.2. A post shows an author, rarely a reporter who can be reached: `unclear` until a person finds out."""
    known = patient.age or patient.sex or (patient.who if patient.who and patient.who.value != "author" else None)
    suspects = [each for each in treatments if each.role.value in ("suspect", "interacting")]
    claims = (
        Claim("unclear", (), 0.5, "an author is there; whether he or she can be reached is not known"),
        Claim("present", known.evidence, known.score, "age, sex or relation told")
        if known
        else Claim(
            "unclear" if FIRST_PERSON.search(reader.words) else "absent",
            (),
            0.6,
            "no age, sex or other detail of the patient",
        ),
        Claim("present", suspects[0].role.evidence, suspects[0].role.score, suspects[0].role.reason)
        if suspects
        else Claim("unclear" if treatments else "absent", (), 0.7, "no drug is tied to an event"),
        Claim("present", reader.evidence_of([reader.by_id[reactions[0].entities[0]]]), 0.8, f"{len(reactions)} told")
        if reactions
        else Claim("absent", (), 0.8, "none told"),
    )
    missing = tuple(name for name, claim in zip(NAMES, claims, strict=True) if claim.value != "present")
    return Criteria(*claims, missing=missing)


def contradictions(reader: Reader, reactions: Sequence[Reaction]) -> Iterator[Claim]:
    """What the post says both ways, each with the words of both sides: an event told and denied of one person, an
    outcome that is over and is not. Both statements stay in the case.
    """
    events = [each for each in reader.entities if each.label in REACTION_LABELS]
    for denied in events:
        if denied.attributes.presence.value != "absent":
            continue
        said = [
            each
            for each in events
            if is_present(each)
            and concept_key(each) == concept_key(denied)
            and each.attributes.experiencer.value == denied.attributes.experiencer.value
        ]
        if said:
            yield Claim("presence", reader.evidence_of([said[0], denied]), 0.6, "told and denied")
    for each in reactions:
        low, high = reader.sentence(reader.by_id[each.entities[0]].start)
        gone = re.compile(r"\b(?:completely|totally|all) gone\b").search(reader.words, low, high)
        stays = cues.PERSISTS.search(reader.words, low, high)
        if gone and stays:
            yield Claim(
                "outcome", (reader.evidence(*gone.span()), reader.evidence(*stays.span())), 0.6, "over and not over"
            )

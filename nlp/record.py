"""From a spaCy `Doc` to a `Record`: the one place where text leaves the pipeline, and it leaves redacted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from nlp.datamodel import (
    Attribute,
    Attributes,
    Case,
    Claim,
    Criteria,
    Entity,
    Evidence,
    Patient,
    Post,
    Provenance,
    Reaction,
    Record,
    RedactedPost,
    Redaction,
    Treatment,
)
from nlp.extract.identify import is_medical
from nlp.privacy.identifiers import find_identifiers
from nlp.privacy.pseudonyms import Pseudonymiser
from nlp.privacy.redaction import redact


def make_record(doc: Doc, provenance: Provenance, pseudonyms: Pseudonymiser | None, redacting: bool = True) -> Record:
    """The record of a processed Doc. With `redacting`, every word in it is taken from the redacted text.

    `pseudonyms` replaces author and thread; without it both are left out.
    """
    post: Post = doc._.post
    text, redactions = redact(doc.text, doc._.identifiers) if redacting else (doc.text, ())
    show = Shower(text)
    return Record(
        post=RedactedPost(
            id=post.id,
            text=text,
            source=post.source,
            author=pseudonyms.author(post.author) if pseudonyms and post.author else None,
            thread=pseudonyms.thread(post.thread) if pseudonyms and post.thread else None,
            posted_at=post.posted_at,
            meta=redacted_meta(post.meta) if redacting else dict(post.meta),
            redactions=redactions,
        ),
        entities=tuple(show.entity(each) for each in doc._.entities),
        relations=doc._.relations,
        case=show.case(doc._.case, redactions),
        provenance=provenance,
        warnings=doc._.warnings,
    )


def redacted_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Metadata with the identifiers in its strings masked, at any depth."""
    return {key: redacted_value(value) for key, value in meta.items()}


def redacted_value(value: Any) -> Any:
    if isinstance(value, str):
        return redact(value, find_identifiers(value, is_medical))[0]
    if isinstance(value, Mapping):
        return redacted_meta(value)
    if isinstance(value, list | tuple):
        return [redacted_value(each) for each in value]
    return value


class Shower:
    """Replaces every word kept beside an offset by the words at that offset of the redacted text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def entity(self, entity: Entity) -> Entity:
        words = " ".join(self.text[start:end] for start, end in entity.spans)
        return replace(entity, text=words, attributes=self.attributes(entity.attributes))

    def attributes(self, each: Attributes) -> Attributes:
        return Attributes(
            presence=self.attribute(each.presence),
            experiencer=self.attribute(each.experiencer),
            time=self.attribute(each.time),
            effect=self.attribute(each.effect),
            severity=self.attribute(each.severity) if each.severity else None,
        )

    def attribute(self, each: Attribute[Any]) -> Attribute[Any]:
        return replace(each, cue=self.evidence(each.cue)) if each.cue else each

    def evidence(self, each: Evidence) -> Evidence:
        return replace(each, text=self.text[each.start : each.end])

    def claim(self, each: Claim | None, verbatim: bool = False) -> Claim | None:
        """A claim with redacted evidence; a `verbatim` one has the evidence's words as its value."""
        if each is None:
            return None
        evidence = tuple(self.evidence(one) for one in each.evidence)
        value = evidence[0].text if verbatim and evidence else each.value
        return replace(each, value=value, evidence=evidence)

    def case(self, case: Case, redactions: tuple[Redaction, ...]) -> Case:
        return Case(
            patient=Patient(*(self.claim(getattr(case.patient, name)) for name in ("who", "age", "sex", "pregnancy"))),
            treatments=tuple(self.treatment(each) for each in case.treatments),
            reactions=tuple(self.reaction(each) for each in case.reactions),
            criteria=Criteria(
                *(
                    self.claim(getattr(case.criteria, name))
                    for name in ("reporter", "patient", "suspect_product", "adverse_reaction")
                )  # type: ignore[arg-type]
            ),
            special_situations=tuple(self.claim(each) for each in case.special_situations),  # type: ignore[misc]
            urgent=self.claim(case.urgent),
        )

    def treatment(self, each: Treatment) -> Treatment:
        claims = ("role", "effectiveness", "action", "reason_stopped", "dechallenge", "rechallenge")
        return replace(each, **{name: self.claim(getattr(each, name)) for name in claims})  # type: ignore[arg-type]

    def reaction(self, each: Reaction) -> Reaction:
        return replace(
            each,
            severity=self.claim(each.severity),
            onset=self.claim(each.onset),
            latency=self.claim(each.latency, verbatim=True),
            duration=self.claim(each.duration, verbatim=True),
            outcome=self.claim(each.outcome),
            seriousness=tuple(self.claim(one) for one in each.seriousness),  # type: ignore[misc]
        )

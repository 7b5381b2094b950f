"""From a spaCy `Doc` to a `Record`: the one place where text leaves the pipeline, and it leaves redacted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.tokens import Doc

from nlp.datamodel import Claim, Entity, Evidence, Post, Provenance, Record, RedactedPost
from nlp.extract.identify import is_medical
from nlp.privacy.identifiers import find_identifiers
from nlp.privacy.pseudonyms import Pseudonymiser
from nlp.privacy.redaction import MASK, redact

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


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
        case=show.shown(doc._.case),
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


# Claims whose value is the text's words.
VERBATIM = frozenset({"latency", "duration", "onset", "start", "stop", "age", "weight"})
LEAVES = (str, int, float, type(None))  # most of what a record holds, and quicker to tell than a data class
Shown = TypeVar("Shown")


@cache
def names_of(kind: type[DataclassInstance]) -> tuple[str, ...]:
    """The fields of a data class."""
    return tuple(each.name for each in fields(kind))


class Shower:
    """Replaces every word kept beside an offset by the words at that offset of the redacted text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def entity(self, entity: Entity) -> Entity:
        words = " ".join(self.text[start:end] for start, end in entity.spans)
        quantity = None if MASK in words else entity.quantity
        return replace(entity, text=words, attributes=self.shown(entity.attributes), quantity=quantity)

    def shown(self, value: Shown, verbatim: bool = False) -> Shown:
        """A value of the data model with redacted evidence at any depth; claims of `VERBATIM` fields take its words."""
        if isinstance(value, Evidence):
            return replace(value, text=self.text[value.start : value.end])
        if isinstance(value, tuple):
            return tuple(self.shown(each) for each in value)  # type: ignore[return-value]
        if isinstance(value, LEAVES) or not is_dataclass(value) or isinstance(value, type):
            return value
        new = {name: self.shown(getattr(value, name), name in VERBATIM) for name in names_of(type(value))}
        if isinstance(value, Claim) and new["evidence"]:
            if verbatim:
                new["value"] = new["evidence"][0].text
            if any(MASK in each.text for each in new["evidence"]):
                new["quantity"] = None  # a date of birth must not come back as figures
        return type(value)(**new)

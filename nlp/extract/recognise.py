"""Entities and identifiers found by the fine-tuned encoder.

requires: doc.text    assigns: doc._.entities, doc._.identifiers, doc._.reading
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import ENTITY_LABELS, Entity
from nlp.models.recogniser import LabelledSpan, SpanRecogniser
from nlp.privacy.identifiers import Identifier

IDENTIFIER_OF = {"PERSON": "PERSON", "LOCATION": "LOCATION"}  # CONTACT is found by patterns, which know its kind
EDGE = " \t\r\n\"'()[]{}.,;:!?*-–—"


class Recognise:
    """spaCy component around a `SpanRecogniser`; `pipe` runs a whole batch of posts through one call of the backend."""

    def __init__(self, recogniser: SpanRecogniser) -> None:
        self.recogniser = recogniser

    def __call__(self, doc: Doc) -> Doc:
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            for doc, reading in zip(batch, self.recogniser.read([doc.text for doc in batch]), strict=True):
                doc._.reading = reading
                self.assign(doc, reading.spans)
                yield doc

    def assign(self, doc: Doc, spans: list[LabelledSpan]) -> None:
        text = doc.text
        entities, identifiers = [], []
        for span in spans:
            start, end = trim(text, span.start, span.end)
            if start >= end:
                continue
            if span.label in ENTITY_LABELS:
                entities.append(
                    Entity("", span.label, ((start, end),), text[start:end], span.score, "model")  # type: ignore[arg-type]
                )
            elif kind := IDENTIFIER_OF.get(span.label):
                identifiers.append(Identifier(start, end, kind, f"model {span.score}"))  # type: ignore[arg-type]
        doc._.entities = tuple(entities)
        doc._.identifiers = identifiers


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and punctuation at its edges; an opened bracket keeps its partner."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    return start, end


@Language.factory("firsthand_recognise", assigns=["doc._.entities", "doc._.identifiers", "doc._.reading"])
def create(nlp: Language, name: str, model: str, device: str, threads: int | None, batch_tokens: int) -> Recognise:
    """The component from a model's name or folder."""
    from nlp.models import repository
    from nlp.models.recogniser import load_recogniser

    return Recognise(load_recogniser(repository.resolve(model), device, threads, batch_tokens))

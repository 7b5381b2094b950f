"""Doses, frequencies and durations in figures.

requires: doc._.entities    assigns: doc._.entities (quantity)
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.extract.quantities.dates import day_of
from nlp.extract.quantities.read import read_quantity
from nlp.extract.written import normalise


@Language.component("firsthand_quantify", requires=["doc._.entities"], assigns=["doc._.entities"])
def quantify(doc: Doc) -> Doc:
    """Give every dose, frequency and duration its figures, dates anchored to the day of the post."""
    anchor = day_of(doc._.post.posted_at) if doc._.post else None
    doc._.entities = tuple(
        replace(each, quantity=quantity)
        if (quantity := read_quantity(each.label, normalise(each.text), anchor)) is not None
        else each
        for each in doc._.entities
    )
    return doc

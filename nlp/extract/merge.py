"""One entity per stretch and meaning: joins what the encoder and the lexicon found.

requires: doc._.entities    assigns: doc._.entities (sorted, with ids)
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import Entity

# What the encoder may take an unknown medicine for; where the lexicon knows the very words as a drug, it is one.
MISTAKEN_FOR = ("CONDITION", "SYMPTOM", "ADE", "ROUTE", "DOSE")


@Language.component("firsthand_merge", requires=["doc._.entities"], assigns=["doc._.entities"])
def merge(doc: Doc) -> Doc:
    """Resolve overlaps and number the entities in order of the text."""
    kept: list[Entity] = []
    for entity in sorted(doc._.entities, key=lambda each: (each.start, each.origin != "model", -each.end)):
        clash = next((index for index in range(len(kept) - 1, -1, -1) if overlap(kept[index], entity)), None)
        if clash is None:
            kept.append(entity)
        elif (winner := join(kept[clash], entity)) is not None:
            kept[clash] = winner
    kept.sort(key=lambda each: (each.start, each.end))
    doc._.entities = tuple(replace(each, id=f"e{number}") for number, each in enumerate(kept, 1))
    return doc


def overlap(left: Entity, right: Entity) -> bool:
    return left.start < right.end and right.start < left.end


def join(first: Entity, second: Entity) -> Entity | None:
    """What stands where two entities overlap; None keeps the first.

    The encoder read the sentence and the lexicon only the words: the encoder's label and borders win, and agreement
    raises the score. The lexicon's longer form of the same drug name is taken ("Wellbutrin" against "Wellbutrin XL").
    """
    model, lexicon = (first, second) if first.origin == "model" else (second, first)
    if model.origin != "model" or lexicon.origin != "lexicon":
        return None if first.score >= second.score else second
    if lexicon.label == "DRUG" and model.label in MISTAKEN_FOR and model.spans == lexicon.spans:
        return replace(lexicon, origin="model+lexicon")
    if model.label == lexicon.label:
        longer = lexicon if lexicon.end - lexicon.start > model.end - model.start and model.label == "DRUG" else model
        return replace(longer, score=max(model.score, lexicon.score), origin="model+lexicon", links=lexicon.links)
    return model

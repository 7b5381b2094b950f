"""One entity per stretch and meaning: joins what the encoder and the lexicon found.

requires: doc._.entities    assigns: doc._.entities (sorted, with ids)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import EVENT_LABELS, Entity
from nlp.models.knowledge_base import pieces

# What the encoder may take an unknown medicine for; where the lexicon knows the very words as a drug, it is one.
MISTAKEN_FOR = ("CONDITION", "SYMPTOM", "ADE", "ROUTE", "DOSE")
# What a name of the lexicon may have that is no part of it by our guidelines: its form, its way into the body, a
# determiner. "Flu shot" is a name, but there the encoder's "flu" is no drug that it is sure of.
_FORMS = (
    "pill pills tablet tablets capsule capsules cream creams gel ointment lotion powder powders patch patches shot "
    "shots injection injections infusion infusions supplement supplements booster drops spray inhaler oral iv topical "
    "home the a an my"
)
FORMS = frozenset(_FORMS.split())
SURE = 0.7  # a score (the chance of being right) from which on the encoder's own borders stand


@Language.component("firsthand_merge", requires=["doc._.entities"], assigns=["doc._.entities"])
def merge(doc: Doc) -> Doc:
    """Resolve overlaps and number the entities in order of the text."""
    kept: list[Entity] = []
    model = [each for each in doc._.entities if each.origin == "model"]
    found = [each for each in doc._.entities if each.origin == "model" or not told_apart(each, model)]
    for entity in sorted(found, key=lambda each: (each.start, each.origin != "model", -each.end)):
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


def told_apart(name: Entity, model: Sequence[Entity]) -> bool:
    """Whether the encoder reads several mentions where the lexicon has one name: drug and patch, two ingredients."""
    held = [each for each in model if overlap(each, name)]
    return len(held) > 1 and held[0].score >= SURE


def join(first: Entity, second: Entity) -> Entity | None:
    """What stands where two entities overlap; None keeps the first.

    The encoder read the sentence and the lexicon only the words: the encoder's label and borders win, and agreement
    raises the score. The lexicon's longer form of the same drug name is taken ("Wellbutrin" against "Wellbutrin XL"),
    but not for its form alone ("iron" against "iron pills"). Where the lexicon knows the very words as something else,
    the encoder took a drug for an event, or an event for a drug.
    """
    model, lexicon = (first, second) if first.origin == "model" else (second, first)
    if model.origin != "model" or lexicon.origin != "lexicon":
        return None if first.score >= second.score else second
    if lexicon.label == "DRUG" and model.label in MISTAKEN_FOR and model.spans == lexicon.spans:
        return replace(lexicon, origin="model+lexicon")
    if model.label == "DRUG" and lexicon.label in EVENT_LABELS and model.spans == lexicon.spans:
        return replace(lexicon, origin="model+lexicon")
    if model.label == lexicon.label:
        longer = lexicon if is_longer_name(model, lexicon) else model
        return replace(longer, score=max(model.score, lexicon.score), origin="model+lexicon", links=lexicon.links)
    return model


def is_longer_name(model: Entity, lexicon: Entity) -> bool:
    """Whether the lexicon has more of a drug's name than the encoder found."""
    if model.label != "DRUG" or lexicon.end - lexicon.start <= model.end - model.start:
        return False
    more = set(pieces(lexicon.text)) - set(pieces(model.text))
    return not (more <= FORMS and model.score >= SURE)

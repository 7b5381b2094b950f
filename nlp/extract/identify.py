"""Identifiers to redact: patterns and the encoder's names together; drug and disease names are never taken for people.

requires: doc._.entities, doc._.identifiers    assigns: doc._.identifiers
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.models import knowledge_base
from nlp.privacy.identifiers import Identifier, find_identifiers, merge_identifiers

PROTECTED_LABELS = ("DRUG", "CONDITION")


@Language.component("firsthand_identify", requires=["doc._.entities"], assigns=["doc._.identifiers"])
def identify(doc: Doc) -> Doc:
    """Join what patterns and the encoder found; an encoder's name that is a drug or disease entity is dropped."""
    protected = [(each.start, each.end) for each in doc._.entities if each.label in PROTECTED_LABELS]

    def clashes(identifier: Identifier) -> bool:
        return any(identifier.start < end and start < identifier.end for start, end in protected)

    learned = [each for each in doc._.identifiers if not clashes(each)]
    declared = [each for each in find_identifiers(doc.text, is_medical) if each.kind != "PERSON" or not clashes(each)]
    doc._.identifiers = merge_identifiers(declared, learned)
    return doc


def is_medical(word: str) -> bool:
    """Whether a lower-case word is the name of a drug or disease: no person, no town."""
    return word in knowledge_base.load().lexicon

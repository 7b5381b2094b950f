"""A plain look at the text itself: is it English, does it hold words at all?

requires: doc tokens    assigns: doc._.warnings
"""

from __future__ import annotations

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from nlp.models import knowledge_base

ENOUGH_WORDS = 8
# English posts know 60 % of their words or more by this count, terse lists of side effects by their complaints.
KNOWN_SHARE = 0.35
# Function words of English that other languages of our alphabet have as well.
SHARED_WORDS = frozenset(
    ("a", "am", "an", "as", "do", "die", "go", "he", "his", "in", "me", "must", "no", "on", "per", "so", "was", "will")
)


@Language.component("firsthand_language", assigns=["doc._.warnings"])
def language(doc: Doc) -> Doc:
    """Warn of a post without words, or whose words do not look English (the models read English only)."""
    words = [token.lower_ for token in doc if token.is_alpha]
    if not words:
        doc._.warnings = ("no_words",)
    elif len(words) >= ENOUGH_WORDS and sum(map(is_known, words)) < KNOWN_SHARE * len(words):
        doc._.warnings = ("not_english",)
    return doc


def is_known(word: str) -> bool:
    """Whether a lower-case word is a function word of English, or a word that our vocabularies know."""
    if word in STOP_WORDS:
        return word not in SHARED_WORDS
    kb = knowledge_base.load()
    return word in kb.words or bool(kb.lookup(knowledge_base.normalise(word)))

"""A plain look at the text itself: is it English, does it hold words at all?

requires: doc tokens    assigns: doc._.warnings
"""

from __future__ import annotations

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

ENOUGH_WORDS = 8
ENGLISH_SHARE = 0.12  # English prose has about half function words; terse lists of side effects still have some


@Language.component("firsthand_language", assigns=["doc._.warnings"])
def language(doc: Doc) -> Doc:
    """Warn of a post without words, or whose words do not look English (the models read English only)."""
    words = [token.lower_ for token in doc if token.is_alpha]
    if not words:
        doc._.warnings = ("no_words",)
    elif len(words) >= ENOUGH_WORDS and sum(word in STOP_WORDS for word in words) < ENGLISH_SHARE * len(words):
        doc._.warnings = ("not_english",)
    return doc

"""Tokenisation: scispaCy's rules, and the places where patients leave out a space."""

from __future__ import annotations

import re
import warnings

from scispacy.custom_tokenizer import combined_rule_tokenizer
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex

# scispaCy keeps `20mg/day`, `Lipitor(generic` and `nausea/vomiting` whole; each pattern names a place to cut.
EXTRA_INFIXES = (
    r"(?<=[A-Za-z])/(?=[A-Za-z])",
    r"(?<=[0-9])(?=(?:mg|mcg|ug|µg|ml|iu|units?|lbs?|kg|hrs?|wks?|mos?|yrs?)(?:\W|$))",
    r"(?<=\w)[()\[\]](?=\w)",
    r"(?<=[a-z])[.!?]+(?=[A-Z][a-z])",
    r"(?<=\w)\.{2,}(?=\w)",
)


def make_tokenizer(nlp: Language) -> Tokenizer:
    """The tokeniser of the pipeline. It never changes the text: `doc.text` is the text as received."""
    with warnings.catch_warnings():  # spaCy's own character classes hold what Python calls a possible set union
        warnings.simplefilter("ignore", FutureWarning)
        tokenizer = combined_rule_tokenizer(nlp)
        scispacy_infixes = tokenizer.infix_finditer.__self__.pattern
        tokenizer.infix_finditer = compile_infix_regex([scispacy_infixes, *EXTRA_INFIXES]).finditer
    # a slash or bracket form that spaCy would protect as a URL-like match is still cut; real URLs are not
    tokenizer.url_match = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE).match
    return tokenizer

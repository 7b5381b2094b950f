"""Mask identifiers in a text without moving a single offset."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlp.datamodel import Redaction
from nlp.privacy.spans import Identifier, merge_identifiers

MASK = "█"  # U+2588: one code point, no letter, so that no pattern and no lexicon reads a mask as a word
NOT_SPACE = re.compile(r"\S")


def redact(text: str, identifiers: Iterable[Identifier]) -> tuple[str, tuple[Redaction, ...]]:
    """(masked text, what was masked by kind, in order of the text).

    Every code point of an identifier that is not white space becomes `MASK`; white space and line ends stay, so lines
    and words keep their places and all offsets hold. The masked text thus tells how long each masked word was, and its
    kind. Overlapping identifiers are merged first. Raises ValueError when a span does not lie in the text or is empty.
    """
    redactions = []
    pieces: list[str] = []
    position = 0
    for each in merge_identifiers(identifiers):
        if not 0 <= each.start < each.end <= len(text):
            raise ValueError(
                f"{each.kind} at [{each.start}, {each.end}) does not lie in a text of {len(text)} code points"
            )
        pieces += text[position : each.start], NOT_SPACE.sub(MASK, text[each.start : each.end])
        position = each.end
        redactions.append(Redaction(each.start, each.end, each.kind))
    return "".join(pieces) + text[position:], tuple(redactions)

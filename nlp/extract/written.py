"""A post as it is written: its text, the same for cues to match, and its sentences. Read off the Doc once, for all
components.

requires: doc.sents    assigns: doc._.written
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.datamodel import Span


@dataclass(frozen=True, slots=True)
class Written:
    """The `text` as received, its `words` as `normalise` gives them, and the code points [start, end) of each sentence
    in order.
    """

    text: str
    words: str
    sentences: tuple[tuple[int, int], ...]


def written(doc: Doc) -> Written:
    """The post of a Doc as it is written. spaCy puts `doc.text` and `doc.sents` together anew at every access."""
    if doc._.written is None:
        text = doc.text
        sentences = tuple((sentence.start_char, sentence.end_char) for sentence in doc.sents)
        doc._.written = Written(text, normalise(text), sentences)
    kept: Written = doc._.written
    return kept


def blotted(words: str, spans: Iterable[Span]) -> str:
    """The text with `@` on every letter of the spans, so that a cue can say where a mention stands."""
    letters = list(words)
    for start, end in spans:
        letters[start:end] = "@" * (end - start)
    return "".join(letters)


def normalise(text: str) -> str:
    """Lower case and straight apostrophes, character for character, so that offsets hold."""
    if text.isascii():
        return text.lower().replace("`", "'")
    lowered = "".join(low if len(low := each.lower()) == 1 else each for each in text)
    return lowered.replace("’", "'").replace("‘", "'").replace("`", "'")

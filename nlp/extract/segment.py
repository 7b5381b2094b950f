"""Sentence boundaries by pysbd, which splits informal text best.

requires: nothing    assigns: token.is_sent_start
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import pysbd
from spacy.language import Language
from spacy.tokens import Doc

# pysbd's time grows faster than its input: it gets one line at a time, and lines over this many characters are cut
# plainly.
LONGEST_LINE = 4_000
LINE = re.compile(r"[^\n]+")
PLAIN_END = re.compile(r"(?<=[.!?])\s+")
EXCITED_END = re.compile(r"[!?]{2,}\s+(?=[A-Z])")  # pysbd reads on over "!!!"


@Language.component("firsthand_segment", assigns=["token.is_sent_start", "doc.sents"])
def segment(doc: Doc) -> Doc:
    """Mark where sentences begin: after each line end, and where pysbd ends a sentence within a line."""
    if not len(doc):
        return doc
    starts = sentence_starts(doc.text)
    tokens = list(doc)
    position = 0
    boundary = True
    for token in tokens:
        while position < len(starts) and starts[position] <= token.idx:
            boundary = True
            position += 1
        token.is_sent_start = boundary and (token.i == 0 or not token.is_space)
        if token.is_sent_start:
            boundary = False
    tokens[0].is_sent_start = True
    return doc


def sentence_at(sentences: Sequence[tuple[int, int]], position: int, length: int) -> tuple[int, int]:
    """The sentence that holds a position; the whole text of that length, where none does."""
    return next(((start, end) for start, end in sentences if start <= position < end), (0, length))


def sentence_starts(text: str) -> list[int]:
    """Offsets at which sentences begin, ascending."""
    starts = []
    for line in LINE.finditer(text):
        words = line.group()
        if not words.strip():
            continue
        starts.append(line.start() + len(words) - len(words.lstrip()))
        if len(words) > LONGEST_LINE:
            starts += [line.start() + match.end() for match in PLAIN_END.finditer(words)]
            continue
        starts += [line.start() + start for start in inner_starts(words)]
    return sorted(set(starts))


def inner_starts(line: str) -> list[int]:
    """Offsets within a line at which its second and later sentences begin."""
    if not re.search(r"[.!?]\W", line):
        return []
    found, position = [], 0
    # not `segment()`, which compiles a pattern for every sentence to find it again, and so empties the cache of `re`
    for sentence in segmenter().processor(line).process():
        words = sentence.strip()
        start = line.find(words, position)
        if start < 0:  # pysbd rewrote a character
            continue
        found.append(start)
        position = start + len(words)
    return [*found[1:], *(match.end() for match in EXCITED_END.finditer(line))]


@cache
def segmenter() -> Any:
    return pysbd.Segmenter(language="en", clean=False)

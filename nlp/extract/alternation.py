"""Expressions of cues put together from rows that a person can read, each tried in the order it is written in."""

from __future__ import annotations


def either(*rows: str) -> str:
    """An expression that matches what the first fitting row matches."""
    return f"(?:{'|'.join(rows)})"


def whole(*rows: str) -> str:
    """The same, of whole words."""
    return rf"\b{either(*rows)}\b"


def one_of(words: str) -> str:
    """An expression for any of the words, which are parted by spaces."""
    return either(*words.split())

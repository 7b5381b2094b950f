"""Builds the patterns of cue tables from short rows: a row is one construction that a person could say."""

from __future__ import annotations


def one_of(*rows: str) -> str:
    """Any of the rows, the first that fits."""
    return f"(?:{'|'.join(rows)})"


def fillers(*rows: str) -> str:
    """Any number of the rows, each with a space behind it: what may stand before the word that counts."""
    return f"(?:{one_of(*rows)} )*"


def not_before(*rows: str) -> str:
    """Behind a construction: it does not count where one of the rows comes next."""
    return f"(?! {one_of(*rows)})"


def not_after(*words: str) -> str:
    """Before a construction: it does not count where one of the words stands right before it."""
    return "".join(f"(?<!{word} )" for word in words)

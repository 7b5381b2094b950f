"""Expressions of cues put together from rows that a person can read.

A row is one construction; rows are tried in the order in which they are written. Rows that belong together may share a
string, parted by "|".
"""

from __future__ import annotations

import re

# Where a cue begins and ends: no letter, digit or apostrophe beside it.
BEGIN, END = r"(?<![\w'])", r"(?![\w'])"


def rows(*each: str) -> str:
    """Any of the rows, without a group of their own: for a part of a larger group."""
    return "|".join(each)


def either(*each: str) -> str:
    """Any of the rows, as a group: for a place in a construction."""
    return f"(?:{rows(*each)})"


def words(listed: str) -> str:
    """Any of the words that spaces part, without a group of their own: for a row that only lists words."""
    return rows(*listed.split())


def one_of(listed: str) -> str:
    """Any of the words that spaces part, as a group: for a place that one word fills."""
    return either(*listed.split())


def any_of(listed: str) -> str:
    """Any of the phrases that a comma and a space part, as a group: for a place that several words may fill."""
    return either(*listed.split(", "))


def between_words(*each: str) -> re.Pattern[str]:
    """Any of the rows, compiled, where no word goes on before or behind it: for a cue that is searched by itself."""
    return re.compile(f"{BEGIN}{either(*each)}{END}")


def fillers(*each: str) -> str:
    """Any number of the rows, each with a space behind it: for what may stand before the word that counts."""
    return f"(?:{either(*each)} )*"


def not_before(*each: str) -> str:
    """Nothing, unless one of the rows comes next: for a construction that these words behind it make another."""
    return f"(?! {either(*each)})"

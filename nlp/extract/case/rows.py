"""How tables of cues are put together: rows of what a person says, one after another, become one pattern.

The order of rows is the order in which they are tried.
"""

from __future__ import annotations

# Where a cue begins and ends: no letter, digit or apostrophe beside it; WHOLE also keeps it out of "half-life".
BEGIN, END = r"(?<![\w'])", r"(?![\w'])"
WHOLE_BEGIN, WHOLE_END = r"(?<![\w'-])", r"(?![\w'-])"


def rows(*each: str) -> str:
    """Any of the rows, without a group of their own."""
    return "|".join(each)


def either(*each: str) -> str:
    """Any of the rows, as a group."""
    return f"(?:{rows(*each)})"


def words(listed: str) -> str:
    """Any of the words between spaces, without a group of their own."""
    return rows(*listed.split())

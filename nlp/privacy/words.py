"""Word lists and the shape of a name, shared by the finders of people and places."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.resources import files

# `re` has no class for upper-case letters. Names are looked for in Latin script, which ends below U+0250.
UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"  # with combining accents, as macOS writes them

# O'Brien, Smith-Jones and Li, but only "Okafor" of "Okafor's". Bounded, so that a megabyte of letters costs nothing.
CAPITALISED = rf"[{UPPER}](?:{LETTER}|-(?={LETTER})|['’](?=[{UPPER}])){{1,30}}(?!{LETTER})"
CAPITALISED_WORD = re.compile(CAPITALISED)
WORD = re.compile(rf"{LETTER}(?:{LETTER}|-(?={LETTER})|['’](?=[{UPPER}])){{0,40}}")

# "Graves disease", "Wilson's": the name of an illness, whoever it was first.
ILLNESS_FOLLOWS = re.compile(
    r"['’]?s?['’]?[ -](?:disease|disorder|syndrome|palsy|lymphoma|thyroiditis|sarcoma|tumou?r|ana?emia|phenomenon"
    r"|contracture|o?esophagus|chorea|dementia)\b",
    re.IGNORECASE,
)


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of `data/<name>.txt`, lower-cased: separated by commas or line ends, lines with `#` are comments."""
    content = (files("nlp.privacy") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in content.splitlines() if not line.startswith("#"))
    return frozenset(sys.intern(entry.strip().lower()) for line in lines for entry in line.split(",") if entry.strip())


def bare(word: str) -> str:
    """The form in which a word is looked up: lower-case, with a straight apostrophe, without a genitive's `'s`."""
    return word.lower().replace("’", "'").removesuffix("'s")

"""Numbers in figures and words: "2.5", "1/2", "½", "twenty-one", "two and a half", "a couple of", "2-3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

WORDS = {word: float(value) for value, word in enumerate([*_UNITS, *_TEENS])}
WORDS |= {word: 10.0 * value for value, word in enumerate(_TENS, 2)}
WORDS |= {"a": 1.0, "an": 1.0, "single": 1.0, "both": 2.0, "dozen": 12.0, "hundred": 100.0}
# What these mean is a convention: the smallest count that speakers accept for them.
VAGUE = {"couple": 2.0, "few": 3.0, "several": 5.0}
PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+,\d{1,2}(?!\d)|\d*\.\d+|\d+"
_FRACTION = r"(?:\d+ )?(?:1/2|[13]/4|[12]/3|1/8)(?![\d/])|\d*[½¼¾⅓⅔]"
_WORD = (
    rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_UNITS[1:])})\b|"
    rf"(?:{'|'.join([*_TENS, *_TEENS, *_UNITS])})\b|(?:a |one )hundred\b|a dozen\b"
)
_VAGUE = r"(?:a )?(?:couple|few)(?: of)?\b|several\b"
_PART = r"(?:(?:a|one) )?(?:half|quarter|third)(?: of)?(?: (?:an?|one))?\b"
_ONE = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) and (?:a|one) (?:half|quarter)\b"
_NUMBER = rf"(?:{_ONE}|{_FRACTION}|{_DIGITS}|{_VAGUE}|{_PART}|{_WORD})"
AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<low>{_NUMBER})(?:(?:\s*(?:-|–|—|~)\s*|\s+(?:to|or)\s+(?:even )?)(?P<high>{_NUMBER}))?",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?<![\w.])(?P<low>an?|one|single)(?P<high>)(?=\s)")

AT_LEAST = re.compile(
    r"\b(?:over(?! the)|more than|at least|or more|plus|upwards of|longer than|well over)\b|(?<=\d)\s?\+"
)
AT_MOST = re.compile(
    r"\b(?:up to|almost|nearly|less than|under|not quite|close to|max(?:imum)?|no more than|at most)\b"
)
APPROXIMATE = re.compile(
    r"\b(?:about|around|roughly|approx(?:\.|imately)?|maybe|some|or so|ish|like|i guess|probably|most of|give or take|"
    r"circa|abt|little over|bit over|somewhere)\b|~|(?<=\d)ish\b"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range of two, at [start, end) of the words. `vague` says that a word stood for the figure."""

    low: float
    high: float | None
    vague: bool
    start: int
    end: int


def amounts(words: str) -> Iterator[Amount]:
    """The numbers of the words, in order; a range that does not rise counts as its first number."""
    for match in AMOUNT.finditer(words):
        low, high = number(match["low"]), number(match["high"]) if match["high"] else None
        end = match.end()
        if high is not None and high <= low:
            high, end = None, match.end("low")
        yield Amount(low, high, any(word in match.group() for word in VAGUE), match.start(), end)


def number(words: str) -> float:
    """The value of one number as `AMOUNT` finds it, at most six decimals."""
    words = words.lower().strip()
    if words[-1] in SIGNS:
        return round(float(words[:-1] or 0) + SIGNS[words[-1]], 6)
    if "/" in words:
        whole, _, fraction = words.rpartition(" ")
        top, bottom = fraction.split("/")
        return round(float(whole or 0) + int(top) / int(bottom), 6)
    if words[0].isdigit() or words[0] == ".":
        figure, _, rest = words.partition(" and ")
        return round(float(plain(figure)) + (PARTS[rest.split()[-1]] if rest else 0.0), 6)
    found = [word for word in re.split(r"[- ]", words) if word not in ("of", "and")]
    if part := next((PARTS[word] for word in found if word in PARTS), None):
        before = WORDS.get(found[0], 0.0) if " and " in words else 0.0
        return round(before + part, 6)
    if vague := next((VAGUE[word] for word in found if word in VAGUE), None):
        return vague
    if "hundred" in found or "dozen" in found:
        return WORDS[found[-1]]
    return sum(WORDS[word] for word in found)


def plain(figure: str) -> str:
    """A figure without its commas: of thousands when three digits follow, else a decimal comma."""
    return figure.replace(",", "") if re.search(r",\d{3}", figure) else figure.replace(",", ".")


def hedges(words: str) -> tuple[str, ...]:
    """How exact the words claim to be: `at_least`, `at_most`, `approximate`; nothing for a plain figure."""
    found = [
        name
        for name, pattern in (("at_least", AT_LEAST), ("at_most", AT_MOST), ("approximate", APPROXIMATE))
        if pattern.search(words)
    ]
    return tuple(found[:1])

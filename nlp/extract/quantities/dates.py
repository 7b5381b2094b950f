"""Dates as patients tell them, anchored to the day of the post: "last fall", "2 wks ago", "since March", "in May 2021".

A date is written in ISO 8601 in the precision told: `2023`, `2023-03`, `2023-03-14`. Without an anchor a month without a
year stays a month (`--03`), and what counts from today stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from nlp.extract.quantities.numbers import amounts
from nlp.extract.quantities.periods import ANY, code_of

MONTHS = [
    "jan(?:uary)?",
    "feb(?:ruary)?",
    "mar(?:ch)?",
    "apr(?:il)?",
    "may",
    "june?",
    "july?",
    "aug(?:ust)?",
    "sept?(?:ember)?",
    "oct(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
]
DAYS = [
    "mon(?:day)?",
    "tues?(?:day)?",
    "wed(?:nesday)?",
    "thu(?:rs?)?(?:day)?",
    "fri(?:day)?",
    "sat(?:urday)?",
    "sun(?:day)?",
]
# The month in which a season begins in the northern hemisphere, where most of these posts are written.
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
FEASTS = {
    "new year": (1, 1), "new years": (1, 1), "new year's": (1, 1), "valentine's": (2, 14), "halloween": (10, 31),
    "thanksgiving": (11, None), "christmas": (12, 25), "xmas": (12, 25), "easter": (4, None),
}  # fmt: skip
_MONTH = "|".join(f"(?P<m{index}>{words})" for index, words in enumerate(MONTHS, 1))
_DAY = "|".join(f"(?P<w{index}>{words})" for index, words in enumerate(DAYS))
_YEAR = r"(?:19|20)\d\d"

Anchor = date | None


def read_date(words: str, anchor: Anchor = None) -> str | None:
    """The first date told in lower-case words, None where there is none or it cannot be told without an anchor.

    Months, weekdays and seasons without a year are the last ones before the anchor, for patients tell what was.
    """
    for pattern, read in rules():
        if (match := pattern.search(words)) and (found := read(match, anchor)) is not None:
            return found
    return None


def day_of(posted_at: str | None) -> Anchor:
    """The day of a post from its ISO 8601 time; None where there is none, or another form of date."""
    try:
        return date.fromisoformat(posted_at[:10]) if posted_at else None
    except ValueError:
        return None


def is_future(told: str, anchor: Anchor) -> bool:
    """Whether a date that was told lies wholly after the day of the post."""
    return anchor is not None and not told.startswith("-") and told > anchor.isoformat()[: len(told)]


@cache
def rules() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Anchor], str | None]], ...]:
    table: tuple[tuple[str, Callable[[re.Match[str], Anchor], str | None]], ...] = (
        (rf"(?P<y>{_YEAR})-(?P<n>0[1-9]|1[0-2])-(?P<d>[0-3]\d)", lambda m, _: valid(int(m["y"]), int(m["n"]), int(m["d"]))),
        (r"(?P<n>1[0-2]|0?[1-9])/(?P<d>[0-3]?\d)/(?P<y>(?:20|19)?\d\d)", american),
        (rf"(?:{_MONTH})\.?,? (?:of )?(?P<y>{_YEAR}|'\d\d)", month_of_year),
        (rf"(?:{_MONTH})\.? (?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,? (?P<y>{_YEAR}))?", day_of_month),
        (rf"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b(?: (?P<y>{_YEAR}))?", day_of_month),
        (rf"(?P<s>{'|'.join(SEASONS)})(?: of)? (?P<y>{_YEAR})", lambda m, _: f"{m['y']}-{SEASONS[m['s']]:02}"),
        (rf"\b(?P<y>{_YEAR})\b", lambda m, _: m["y"]),
        (r"(?P<n>.{1,20}?)\b(?P<u>" + ANY + r")(?: or so)? (?:ago|back|prior)\b", ago),
        (r"\b(?:yesterday|last night)\b", lambda _, a: back(a, 1)),
        (r"\b(?:today|this (?:morning|afternoon|evening)|tonight)\b", lambda _, a: back(a, 0)),
        (r"\blast (?P<u>year|month|week)\b", lambda m, a: ago_by(a, 1, m["u"])),
        (rf"(?P<last>last )?\b(?:{_MONTH})\b", last_month),
        (rf"(?P<last>last )?\b(?P<s>{'|'.join(SEASONS)})\b", last_season),
        (rf"\b(?P<f>{'|'.join(FEASTS)})\b", feast),
        (rf"\b(?:{_DAY})\b", last_weekday),
    )  # fmt: skip
    return tuple((re.compile(pattern), read) for pattern, read in table)


def valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def american(match: re.Match[str], _: Anchor) -> str | None:
    """Month before day; the year alone where the day comes first or the order cannot be known."""
    year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    return valid(year, int(match["n"]), int(match["d"])) if int(match["d"]) > 12 else str(year)


def named(match: re.Match[str], letter: str) -> int:
    return next(
        int(name[1:]) for name, value in match.groupdict().items() if value and re.fullmatch(rf"{letter}\d+", name)
    )


def month_of_year(match: re.Match[str], _: Anchor) -> str:
    year = match["y"] if len(match["y"]) == 4 else f"20{match['y'][1:]}"
    return f"{year}-{named(match, 'm'):02}"


def day_of_month(match: re.Match[str], anchor: Anchor) -> str | None:
    month, day = named(match, "m"), int(match["d"])
    if match["y"]:
        return valid(int(match["y"]), month, day)
    if anchor is None:
        return f"--{month:02}-{day:02}" if 0 < day <= 31 else None
    this = valid(anchor.year, month, day)
    return this if this and this <= anchor.isoformat() else valid(anchor.year - 1, month, day)


def last_month(match: re.Match[str], anchor: Anchor) -> str | None:
    month = named(match, "m")
    if month == 5 and not re.search(
        r"^may$|\b(?:last|in|since|of|by|until|till|from|to|this|early|late|mid|end) may\b", match.string
    ):
        return None  # "may" is a verb more often
    if anchor is None:
        return f"--{month:02}"
    before = anchor.year - (month > anchor.month or bool(match["last"] and month == anchor.month))
    return f"{before}-{month:02}"


def last_season(match: re.Match[str], anchor: Anchor) -> str | None:
    if anchor is None:
        return None
    month = SEASONS[match["s"]]
    return f"{anchor.year - (month > anchor.month)}-{month:02}"


def feast(match: re.Match[str], anchor: Anchor) -> str | None:
    month, day = FEASTS[match["f"]]
    if anchor is None:
        return f"--{month:02}" + (f"-{day:02}" if day else "")
    year = anchor.year - ((month, day or 1) > (anchor.month, anchor.day))
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def last_weekday(match: re.Match[str], anchor: Anchor) -> str | None:
    return back(anchor, (anchor.weekday() - named(match, "w")) % 7 or 7) if anchor else None


def ago(match: re.Match[str], anchor: Anchor) -> str | None:
    told = list(amounts(match["n"]))
    count = told[-1].low if told else 1.0 if re.search(r"\ban?\s*$", match["n"]) else None
    return None if count is None else ago_by(anchor, count, match["u"])


def ago_by(anchor: Anchor, count: float, word: str) -> str | None:
    """The date that many years, months, weeks or days before the anchor, in the precision of that unit."""
    if anchor is None:
        return None
    factor, unit = code_of(word)
    count *= factor
    if unit == "a" and count == int(count):
        return str(anchor.year - int(count))
    if unit in ("a", "mo"):
        months = anchor.year * 12 + anchor.month - 1 - round(count * (12 if unit == "a" else 1))
        return f"{months // 12}-{months % 12 + 1:02}"
    return back(anchor, round(count * {"wk": 7, "d": 1}.get(unit, 0)))


def back(anchor: Anchor, days: int) -> str | None:
    return (anchor - timedelta(days=days)).isoformat() if anchor else None

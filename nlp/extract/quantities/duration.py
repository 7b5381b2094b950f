"""Durations: "for about 3 wks", "2 1/2 years", "since March", "on day 9", "from 2012 to 2015", "for years"."""

from __future__ import annotations

import re

from nlp.datamodel import Quantity
from nlp.extract.quantities.dates import Anchor, read_date
from nlp.extract.quantities.numbers import amounts, hedges
from nlp.extract.quantities.periods import ANY, code_of, duration

PERIOD = re.compile(
    rf"\+?[\s\-]*(?:of )?(?:(?:long|full|whole|straight|more|entire|last|past) )*(?P<unit>{ANY})\b(?!\w)"
)
HALF_MORE = re.compile(r"\s+and (?:a|one) (?P<part>half|quarter)\b")
ARTICLE = re.compile(
    rf"\b(?P<half>half (?:an? )?)?(?P<one>an?|one|the|my|this|all|whole|full|first|last|past) (?:\w+ )?(?P<unit>(?:{ANY}))\b(?:(?P<and>\s+and an? half\b)|(?P<two>\s+or two\b))?"
)
ORDINALS = {
    word: value
    for value, words in enumerate(
        [
            "first 1st",
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
            "eleventh 11th",
            "twelfth 12th",
        ],
        1,
    )
    for word in words.split()
}
CYCLE = r"cycles?|rounds?|packs?|courses?"
DOSE = r"infusions?|doses?|shots?|injections?|pills?|tablets?|treatments?|times?"
ORDINAL = re.compile(
    rf"\b(?:(?P<from>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)) (?:and|or|to|through) )?(?:the )?(?P<nth>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)) (?:(?:full|whole) )?(?P<unit>{ANY}|{CYCLE}|{DOSE})\b(?! (?:and|or) two)"
)
NUMBERED = re.compile(
    rf"\b(?P<unit>{ANY}|{CYCLE})\s?#?\s?(?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
NUMBERED_TO = re.compile(rf"\s*(?:and|&|,|to|-|through|till|until)\s*(?:{ANY})?\s*(\d+)")
COUNTED = re.compile(rf"[\s\-]*(?:of \d+ )?(?:\w+ )?(?P<cycle>{CYCLE})|[\s\-]*(?P<dose>{DOSE})\b")
SINCE = re.compile(r"\bsince\b|\bever since\b|\bstarting in\b")
FROM_TO = re.compile(
    r"\b(?:from|between) (?P<start>.+?) (?:to|until|till|through|and|-) (?P<stop>.+)|\b(?P<y1>(?:19|20)\d\d)\s*[-–]\s*(?P<y2>(?:19|20)\d\d)"
)
PLURAL = re.compile(r"\b(?P<unit>years|yrs|months|weeks|days|decades|hours)\b")
INTO = re.compile(r"\b(?:in|into|into it|later|now)\s*$|^(?:at|by|after|around|in|about|reached|hit|on)\b|\bmark\b")


def read_duration(words: str, anchor: Anchor = None) -> Quantity | None:
    """The duration of words in lower case, its unit in UCUM and its length in ISO 8601.

    A point in the time on a drug ("day 9", "three weeks in") has the length reached and the flag `ordinal`. "Since March"
    has a `start`, of the year before the `anchor`, the day of the post; "for years" a unit alone and the flag `vague`.
    None where there is no figure at all ("forever").
    """
    return (
        interval(words, anchor)
        or since(words, anchor)
        or numbered(words)
        or counted(words)
        or single(words)
        or plural(words)
    )


def made(value: float, high: float | None, word: str, flags: tuple[str, ...]) -> Quantity:
    factor, unit = code_of(word)
    value, high = round(value * factor, 4), None if high is None else round(high * factor, 4)
    return Quantity(value, high, unit, iso=duration(value, unit), flags=flags)


def interval(words: str, anchor: Anchor) -> Quantity | None:
    """From one date to another; a span of weeks or of ages has no dates and is left to the other readers."""
    match = FROM_TO.search(words)
    if not match or (match["start"] and re.match(rf"(?:{ANY}|age)\b", match["start"])):
        return None
    start = read_date(match["start"] or match["y1"], anchor)
    stop = read_date(match["stop"] or match["y2"], anchor)
    if start is None or (stop is None and not re.search(r"today|now|present", match["stop"] or "")):
        return None
    if stop is None and anchor is not None:
        stop = anchor.isoformat()
    return Quantity(start=start, stop=stop, iso=f"{start}/{stop}" if stop and start[0] != "-" else None)


def since(words: str, anchor: Anchor) -> Quantity | None:
    match = SINCE.search(words)
    if not match:
        return None
    rest = words[match.end() :]
    if (start := read_date(rest, anchor)) is not None:
        stop = anchor.isoformat() if anchor else None
        iso = f"{start}/{stop}" if stop and start[0] != "-" else None
        return Quantity(start=start, stop=stop, iso=iso, flags=("since",))
    told = (
        None
        if re.search(r"\b(?:i|he|she|we|they|age|day|week|month|last|this) ", rest)
        else counted(rest) or single(rest)
    )
    if told:
        return told  # "since two months", as many speakers of English say it
    return Quantity(flags=("since", "vague"))


def numbered(words: str) -> Quantity | None:
    """Days, weeks and cycles by their number: "day 9", "weeks 5 to 8", "third month", "on my second pack"."""
    if match := NUMBERED.search(words):
        told = next(iter(amounts(words[match.end() :])), None)
        if told is None or told.start > 0:
            return None
        value, high, word = told.low, told.high, match["unit"]
        if high is None and (more := NUMBERED_TO.match(words, match.end() + told.end)):
            high = float(more.group(1))
    elif match := ORDINAL.search(words):
        word, nth = match["unit"], match["nth"]
        last = ordinal(nth)
        value, high = (ordinal(match["from"]), last) if match["from"] else (last, None)
    else:
        return None
    flags = ("ordinal", *hedges(words))
    if re.fullmatch(CYCLE, word) or re.fullmatch(DOSE, word):
        return Quantity(value, high, "{cycle}" if re.fullmatch(CYCLE, word) else "{dose}", flags=flags)
    return made(value, high, word, flags)


def ordinal(word: str) -> float:
    return float(ORDINALS.get(word) or re.sub(r"\D", "", word))


def counted(words: str) -> Quantity | None:
    """A number of periods, cycles or doses: "2-3 weeks", "three and a half years", "6 cycles", "10 day course"."""
    for told in amounts(words):
        position, value, high = told.end, told.low, told.high
        if half := HALF_MORE.match(words, position):
            value, position = value + (0.5 if half["part"] == "half" else 0.25), half.end()
        flags = hedges(words) or (("approximate",) if told.vague else ())
        if period := PERIOD.match(words, position):
            if half := HALF_MORE.match(words, period.end()):
                value += 0.5 if half["part"] == "half" else 0.25
            ordinal = ("ordinal",) if INTO.search(words) and not words.startswith(("in a ", "about")) else ()
            return made(value, high, period["unit"], (*ordinal, *flags))
        if count := COUNTED.match(words, position):
            return Quantity(value, high, "{cycle}" if count["cycle"] else "{dose}", flags=flags)
    return None


def single(words: str) -> Quantity | None:
    """One period with an article: "a year and a half", "for the first month", "half a year", "all week"."""
    match = ARTICLE.search(words)
    if not match:
        return None
    value = (0.5 if match["half"] else 1.0) + (0.5 if match["and"] else 0.0)
    return made(value, 2.0 if match["two"] else None, match["unit"], hedges(words))


def plural(words: str) -> Quantity | None:
    """Periods without a number: "for years"."""
    match = PLURAL.search(words)
    return Quantity(unit=code_of(match["unit"])[1], flags=("vague",)) if match else None

"""Ages and weights: "7 months", "104", "33F", "my 6 yo", "in my 60s"; "I weigh 82 kg", "gained 20 lbs"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nlp.datamodel import Quantity
from nlp.extract.quantities.numbers import amounts, hedges
from nlp.extract.quantities.periods import code_of, duration

Owner = Literal["author", "other", "any"]
OLDEST = 122  # years: the longest life on record

_OTHER = (
    r"(?:he|she|son|daughter|mom|mum|mother|dad|father|husband|hubby|wife|girl|boy|kid|child|baby|toddler|brother|sister|grandson|"
    r"granddaughter|grandma|grandpa|grandmother|grandfather|aunt|uncle|partner|boyfriend|girlfriend|friend|patient|pt|who|niece|nephew|cousin|one)"
)
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NOT_UNIT = r"(?! ?(?:mg|mcg|ml|g|kg|lbs?|pounds?|units?|%|weeks?|wks?|days?|months?|mos?|hours?|hrs?|minutes?|mins?|times|pills?|doses?|tablets?|puffs?|years? (?:on|in|out|clean|sober|later|ago|now|into|post|of|with)|x\b|th|st|nd|rd|/\d|\.\d|:\d|-\d|,\d|\d|and \d|to \d|or \d|out of|infusions|percent|miles|rounds|cycles))"
_UNIT = r"(?P<unit>years?|yrs?|y|months?|mos?|weeks?|wks?|days?)"
PATTERNS: tuple[tuple[Owner, re.Pattern[str]], ...] = tuple(
    (owner, re.compile(pattern))  # type: ignore[misc]
    for owner, pattern in (
        (
            "author",
            rf"\bi(?:'m| am|m)(?: now| only| just| almost| already| turning)?(?: an?)? (?P<n>\d{{2,3}})(?:(?: |-)?(?:years?|yrs?|y)?(?: |-)?(?:old|/?o))?\b{_NOT_UNIT}",
        ),
        (
            "author",
            r"\b(?:i )?(?:just )?turned (?P<n>\d{2})\b|\bi have (?P<n2>\d{2}) years\b|^(?P<n3>\d{2}) here\b|\bme[ (]+(?P<n4>\d{2})(?: ?[mf])?\)",
        ),
        (
            "other",
            rf"\b{_OTHER}(?: (?!is\b|was\b)\w+)?(?:'s| is| was|,| \(| have)(?: only| now| just| almost| turning| about)? ?(?P<n>\d{{1,3}}|{_WORD})\b(?: {_UNIT}\b(?! (?:on|in|out|later|ago|into|post|clean|sober|after|before)))?(?(unit)|{_NOT_UNIT})(?! (?:of|on|with a) \d)",
        ),
        ("other", rf"\bmy (?P<n>\d{{1,2}}|{_WORD})(?: |-)?{_UNIT}?(?: |-)?(?:olds?|/?o)\b"),
        ("any", rf"\b(?P<n>\d{{1,3}}|{_WORD})(?: |-)?{_UNIT}(?:(?: |-)?(?:olds?|/?o\b)|\.o\.)"),
        (
            "any",
            r"\b(?P<n>\d{1,3})(?: |-)?(?:years?|yrs?) ?(?:male|female|man|woman)\b|\b(?P<n2>\d{2}) ?(?:yo|[mf])\b(?=[ ,.);]|$)|(?<![\w'])[mf](?P<n3>\d{2})\b",
        ),
        (
            "any",
            r"\b(?:male|female|man|woman|guy|lady|menopausal),? (?P<n>\d{2})\b(?=[ ,.;)]|$)(?! ?(?:mg|lbs|units|weeks|years (?:on|in)))|^(?P<n2>\d{2})[,.]? (?:year old )?(?:male|female|man|woman|guy|lady)\b",
        ),
        (
            "any",
            r"\bage[d:]? ?(?P<n>\d{1,3})\b|\b(?P<n2>\d{2}) years of age\b|\b(?:diagnosed|dx)[^.]{0,30}, now (?P<n3>\d{2}),",
        ),
        (
            "author",
            r"\bin (?:my|his|her) (?:early |mid |mid-|late )?(?P<decade>[2-9]0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
        ),
    )
)
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip

_MASS = r"(?P<n>\d{2,3}(?:\.\d)?|\d(?:\.\d)? (?=kg|stone)) ?(?P<unit>kgs?|kilos?|kilograms?|lbs?|pounds?|stone)?\b"
WEIGHT = re.compile(
    rf"\b(?:(?:only |now |just )?weigh(?:s|ed|ing)?(?: in at| about| around| only| at)?|my weight (?:is|was)|(?:his|her) weight (?:is|was)|(?:body ?)?weight:?|(?:i'm|i am|he is|he's|she is|she's|she was|he was)(?: only| about| down to)?(?=[^.]{{0,12}}(?:lbs|pounds|kg|kilos))) {_MASS}"
)
CHANGE = re.compile(
    r"\b(?P<verb>gain(?:ed|ing|s)?|put on|lost|los(?:e|ing|s)|dropped|shed|down|up)(?: back| about| over| nearly| almost| around| like| maybe| another| at least| more than)*"
    r" (?P<amount>[\w./½¼¾-]+(?: (?:to|or) [\w./]+)?) ?(?P<unit>lbs?|pounds?|kgs?|kilos?|stone)\b"
)
MASS_CODES = {"k": "kg", "l": "[lb_av]", "p": "[lb_av]", "s": "[stone_av]"}
LOSSES = ("los", "drop", "shed", "down")


@dataclass(frozen=True, slots=True)
class Told:
    """An amount at [start, end) of the words, and whose it is by the words beside it."""

    quantity: Quantity
    start: int
    end: int
    owner: Owner


def find_ages(words: str) -> Iterator[Told]:
    """The ages told in lower-cased words, the surest patterns first; in years (`a`) unless months, weeks or days are said.

    Above 122 years an age is flagged `impossible`. "In my 60s" is 60 to 69.
    """
    for owner, pattern in PATTERNS:
        for match in pattern.finditer(words):
            groups = match.groupdict()
            name = next(name for name, value in groups.items() if value and name != "unit")
            start, end = match.span(name)
            if name == "decade":
                low = DECADES.get(groups[name]) or int(groups[name][:2])
                yield Told(Quantity(float(low), low + 9.0, "a", flags=("approximate",)), start, end, owner)
                continue
            told = next(amounts(groups[name]), None)
            if told is None:
                continue
            unit = groups.get("unit")
            _, code = code_of(unit) if unit and unit != "y" else (1.0, "a")
            end = match.end("unit") if unit and code != "a" else end
            flags = ("impossible",) if code == "a" and told.low > OLDEST else ()
            yield Told(Quantity(told.low, None, code, iso=duration(told.low, code), flags=flags), start, end, owner)


def find_weight(words: str) -> Told | None:
    """The body weight told in lower-cased words, in `kg`, `[lb_av]` or `[stone_av]`; without a unit none is guessed."""
    match = WEIGHT.search(words)
    if not match:
        return None
    unit = MASS_CODES[match["unit"][0]] if match["unit"] else None
    end = match.end("unit") if match["unit"] else match.end("n")
    return Told(Quantity(float(match["n"]), None, unit), match.start("n"), end, "any")


def weight_change(words: str) -> Quantity | None:
    """A weight gained, or lost (below zero): "gained 20 lbs" is 20, "lost about 5 kilos" is -5."""
    match = CHANGE.search(words)
    told = next(amounts(match["amount"]), None) if match else None
    if match is None or told is None:
        return None
    sign = -1.0 if match["verb"].startswith(LOSSES) else 1.0
    high = None if told.high is None else sign * told.high
    flags = hedges(match.group()) or (("approximate",) if told.vague else ())
    return Quantity(sign * told.low, high, MASS_CODES[match["unit"][0]], flags=flags)

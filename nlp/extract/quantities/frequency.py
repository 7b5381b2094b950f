"""Frequencies: "2x/day", "every other day", "q8h", "at night", "once or twice a day", "prn", "Mon Wed Fri"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from nlp.datamodel import Quantity
from nlp.extract.quantities.dates import DAYS as WEEKDAYS
from nlp.extract.quantities.frequency_cues import ADVERBS, AS_NEEDED, CYCLIC, DAILY, LATIN, MOMENTS
from nlp.extract.quantities.numbers import amounts, hedges
from nlp.extract.quantities.periods import DAYS, code_of, duration

_PERIOD = r"(?P<period>days?|d|24 ?(?:hours|hrs?)|nights?|mornings?|evenings?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|h|fortnights?|daily|weekly|monthly)"
_PER = r"(?:\s*(?:/|per|a|an|each|every|in (?:an?|the)|in|the|this|that)\s*|\s+)"
_TIMES = r"(?:\s?(?:x|×|times?|doses?|pills?|shots?|nights?|days?)\b)"
Rule = Callable[[re.Match[str], str], Quantity | None]


def read_frequency(words: str) -> Quantity | None:
    """The frequency of words in lower case: `value` to `high` intakes per day, and the ISO 8601 repeating interval.

    The interval belongs to `value` and is the mean one: three a week is R/PT56H. Moments of the day are flags, as are
    `as_needed` and `cyclic`. Times without a period ("twice") have the unit `1`. None where nothing is counted.
    """
    needed = ("as_needed",) if AS_NEEDED.search(words) else ()
    for pattern, read in rules():
        if (match := pattern.search(words)) and (found := read(match, words)) is not None:
            extra = tuple(each for each in needed if each not in found.flags)
            return Quantity(found.value, found.high, found.unit, iso=found.iso, flags=(*found.flags, *extra))
    return Quantity(flags=needed) if needed else None


@cache
def rules() -> Sequence[tuple[re.Pattern[str], Rule]]:
    day = "|".join(WEEKDAYS)
    table: tuple[tuple[str, Rule], ...] = (
        (CYCLIC.pattern, cycle),
        (rf"\b(?:{'|'.join(re.escape(each) for each in LATIN)})(?!\w)", lambda m, w: rate(float(LATIN[m.group()]), None, w)),
        (r"\bq\.? ?(?P<n>\d+)(?:\s*-\s*(?P<m>\d+))? ?(?P<u>h(?:ou)?rs?|h|days?|d|weeks?|wks?|w|months?)\b", every_latin),
        (r"\b(?:every|each) (?:other|second|2nd|alternate) (?P<u>\w+)|\b(?:alternate|alternating) (?P<v>\w+)", every_other),
        (rf"\b(?:{day})s?\b", weekdays),
        (r"\b(?:hours?|hrs?|min(?:ute)?s?) (?:before|after|prior to)\b", around),
        (rf"\b(?P<adverb>once|twice|thrice)(?: or (?P<more>twice|three times|thrice))?{_PER}(?:single )?{_PERIOD}\b", adverb),
        (rf"{_TIMES}?{_PER}{_PERIOD}\b", number_of_times),
        (r"\b(?:every|each) few (?P<u>days|weeks|months|hours|years)\b", lambda m, w: interval(3.0, None, m["u"], ("approximate",))),
        (r"\b(?:every|each)(?: about)? (?P<n>.+?)\s?(?P<u>hours?|hrs?|h|days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?|minutes?)\b", every_number),
        (r"\b(?:every|each) (?:single )?(?P<u>hour|week|month|year)\b", lambda m, w: interval(1.0, None, m["u"], hedges(w))),
        (r"\b(?:every|each|with|after|before|at)(?: \w+)? meals?\b|\bmeal ?times?\b", meals),
        (rf"\b(?P<kind>{'|'.join(DAILY)})\b", every_period),
        (r"\b(?P<gap>\w+) (?P<u>weeks|days|months) apart\b", apart),
        (r"\b(?:most|almost (?:every|all)|nearly every|practically every) (?:days?|nights?|mornings?)\b", lambda m, w: day_rate(w, ("approximate",))),
        (r"\bweek(?P<kind>end|day)s?\b", part_of_week),
        (r"\b(?:every|each|single) (?:single )?(?:day|night|morning|evening|am|pm|nite)\b|(?:\b(?:a|per|in the)|/) ?(?:day|d)\b", lambda m, w: day_rate(w)),
        (r"(?:\b(?:an?|per|each)|/) ?(?P<u>week|wk|month|mo|year|yr|hour|hr)\b", lambda m, w: interval(1.0, None, m["u"], hedges(w))),
        (r"\ba few (?:times )?", lambda m, w: None),
        ("|".join(f"(?:{words})" for _, words in MOMENTS) + r"|\bat \d|\baround \d|\b\d ?(?:am|pm)", lambda m, w: day_rate(w)),
        (r"^(?:about |maybe |just |only )?(?P<adverb>once|twice|thrice|(?:\w+) times?|\d+ ?x)\b", times_alone),
    )  # fmt: skip
    return tuple((re.compile(pattern), read) for pattern, read in table)


def moments(words: str) -> tuple[str, ...]:
    """The moments of the day that the words name, in order of the day."""
    found = tuple(name for name, pattern in MOMENTS if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words))
    return tuple(
        each for each in found if not (each == "night" and "bedtime" in found and "nights" not in words.split())
    )


def rate(
    value: float, high: float | None, words: str, unit: str = "d", flags: tuple[str, ...] | None = None
) -> Quantity:
    """`value` intakes in one `unit` of time."""
    factor, code = code_of(unit)
    days = DAYS[code] * factor
    every = factor / value
    found = moments(words) if flags is None else ()
    per_day, most = round(value / days, 4), None if high is None else round(high / days, 4)
    return Quantity(
        per_day,
        most,
        "/d",
        iso=f"R/{shorter(every, code)}",
        flags=(*found, *(hedges(words) if flags is None else flags)),
    )


def shorter(count: float, unit: str) -> str:
    """An ISO 8601 duration in hours, days or months where a part of a day, week or year comes out whole there."""
    steps = {"d": ("h", 24), "wk": ("d", 7), "a": ("mo", 12)}
    while unit in steps and count != int(count):
        unit, factor = steps[unit][0], steps[unit][1]
        count = round(count * factor, 6)
        if unit == "d" and count != int(count) and (count * 2) == int(count * 2):
            break  # P3.5D is how twice a week is written
    return (
        duration(count, unit)
        if count == int(count)
        else f"{'PT' if unit == 'h' else 'P'}{round(count, 2):g}{'H' if unit == 'h' else 'D' if unit == 'd' else 'M'}"
    )


def interval(count: float, high: float | None, word: str, flags: tuple[str, ...]) -> Quantity:
    """Once in `count` (to `high`) periods: the longer interval is the lower rate."""
    factor, code = code_of(word)
    days = DAYS[code] * factor
    longest = (high or count) * factor
    value = round(1 / (longest * DAYS[code]), 4)
    most = round(1 / (count * days), 4) if high else None
    return Quantity(value, most, "/d", iso=f"R/{duration(longest, code)}", flags=flags)


def day_rate(words: str, flags: tuple[str, ...] = ()) -> Quantity:
    """Once at each moment of the day that is named; once a day where none is."""
    found = moments(words)
    ways = [each for each in found if not (each in ("waking", "morning") and "breakfast" in found)]
    count = len(ways) if re.search(r"\band\b|&|,|/|\+|\bplus\b", words) and len(ways) > 1 else 1
    return Quantity(
        float(count), None, "/d", iso=f"R/{shorter(1 / count, 'd')}", flags=(*found, *(flags or hedges(words)))
    )


def around(match: re.Match[str], words: str) -> Quantity:
    """Some time before or after a moment of the day ("an hour before bed"), or before what happens now and then."""
    return day_rate(words) if moments(words) else Quantity(flags=("as_needed",))


def adverb(match: re.Match[str], words: str) -> Quantity:
    more = {"twice": 2.0, "three times": 3.0, "thrice": 3.0}.get(match["more"] or "")
    return rate(ADVERBS[match["adverb"]], more, words, period_of(match["period"]))


def number_of_times(match: re.Match[str], words: str) -> Quantity | None:
    before = words[: match.start()]
    told = [each for each in amounts(before) if not before[each.end :].strip()]
    timed = re.search(
        r"x|×|times?|doses?|nights?|days?|pills?|shots?", match.group()[: match.start("period") - match.start()]
    )
    if not told or not (timed or re.search(r"\b(?:a|per|each|every|/)", match.group())):
        return None
    flags = hedges(words) or (("approximate",) if told[0].vague else ())
    unit = period_of(match["period"])
    made = rate(told[0].low, told[0].high, words, unit, None)
    return Quantity(made.value, made.high, made.unit, iso=made.iso, flags=tuple(dict.fromkeys((*made.flags, *flags))))


def period_of(word: str) -> str:
    return {"daily": "day", "weekly": "week", "monthly": "month"}.get(word, "day" if word[0] == "2" else word)


def every_number(match: re.Match[str], words: str) -> Quantity | None:
    told = next(iter(amounts(match["n"])), None)
    if told is None:
        return None
    flags = hedges(words) or (("approximate",) if told.vague else ())
    return interval(told.low, told.high, match["u"], flags)


def every_latin(match: re.Match[str], words: str) -> Quantity:
    unit = {"w": "week"}.get(match["u"], match["u"])
    return interval(float(match["n"]), float(match["m"]) if match["m"] else None, unit, ())


def every_other(match: re.Match[str], words: str) -> Quantity | None:
    word = (match["u"] or match["v"]).strip()
    try:
        code_of(word)
    except KeyError:
        return None
    return interval(2.0, None, word, moments(words))


def every_period(match: re.Match[str], words: str) -> Quantity:
    unit = {"d": "day", "h": "hour", "wk": "week", "mo": "month", "a": "year"}.get(DAILY[match["kind"]], "fortnight")
    if unit == "day":
        return day_rate(words)
    return interval(1.0, None, unit, ("approximate",) if match["kind"].startswith("bi") else hedges(words))


def weekdays(match: re.Match[str], words: str) -> Quantity:
    named = {index for index, pattern in enumerate(WEEKDAYS) if re.search(rf"\b(?:{pattern})s?\b", words)}
    count = float(len(named))
    return Quantity(
        round(count / 7, 4), None, "/d", iso=f"R/{shorter(1 / count, 'wk')}", flags=("weekday", *moments(words))
    )


def part_of_week(match: re.Match[str], words: str) -> Quantity:
    count = 2.0 if match["kind"] == "end" else 5.0
    return Quantity(
        round(count / 7, 4), None, "/d", iso=f"R/{shorter(1 / count, 'wk')}", flags=(f"week{match['kind']}",)
    )


def meals(match: re.Match[str], words: str) -> Quantity:
    extra = len({"bedtime", "night"} & set(moments(words)))
    if re.search(r"\ba (?:full |big |small )?meal\b", words):
        return Quantity(flags=("meals",))
    return Quantity(
        3.0 + extra,
        None,
        "/d",
        iso=f"R/{shorter(1 / (3 + extra), 'd')}",
        flags=("meals", "approximate", *moments(words)),
    )


def apart(match: re.Match[str], words: str) -> Quantity | None:
    told = next(iter(amounts(match["gap"])), None)
    return interval(told.low, told.high, match["u"], ()) if told else None


def cycle(match: re.Match[str], words: str) -> Quantity | None:
    numbers = [next(iter(amounts(match[name])), None) for name in ("on", "off")]
    if not all(numbers) or "off" not in words:
        return None
    total = sum(each.low for each in numbers if each)
    unit = re.search(r"days?|weeks?|wks?|months?", words)
    factor, code = code_of(unit.group()) if unit else (1.0, "d")
    return Quantity(iso=f"R/{duration(total * factor, code)}", flags=("cyclic",))


def times_alone(match: re.Match[str], words: str) -> Quantity | None:
    word = match["adverb"]
    if word in ADVERBS:
        return Quantity(ADVERBS[word], None, "1", flags=hedges(words))
    told = next(iter(amounts(words)), None)
    if told is None:
        return None
    if re.search(r"\btoday\b", words):
        return rate(told.low, told.high, words)
    return Quantity(told.low, told.high, "1", flags=hedges(words))

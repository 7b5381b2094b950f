"""Measured values that tell a finding by their height: "bp 148/95", "temp of 101.3", "platelets dropped to 38".

A rule names a quantity as patients write it and the values outside of which they call it high or low. The limits are
those of common adult reference ranges, drawn so that a value near the border says nothing. Where a quantity is told in
two units of different size ("3.1" and "310" creatinine in mg/dl and µmol/l), the size tells which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TEMPERATURE = r"temp(?:erature)?s?|fevers?|degrees?|deg|ran (?:a|about)"
_PRESSURE = r"(?:blood )?pressures?|b/?p"
_PULSE = r"pulse|heart ?(?:rate|beat)s?|hr|bpm"
_OXYGEN = r"oxygen(?: saturation)?|o2|spo2|sp02|(?:o2 )?sats?|saturation"
_SUGAR = r"(?:blood )?sugars?|(?:blood )?glucose|bs|bg|fasting"
_LIVER = r"alt|ast|sgpt|sgot|lfts?|liver (?:enzymes?|numbers?|function|tests?|values?)|(?:liver )?enzymes"
_WHITE_CELLS = r"wbcs?|white (?:blood )?(?:cell )?counts?|white (?:blood )?cells?"
_HEMOGLOBIN = r"ha?emoglobin|hgb|hb"


@dataclass(frozen=True, slots=True)
class Range:
    """Values of one unit lie in [least, most]; up to `low` they are low, from `high` on high (None: never told)."""

    least: float
    most: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity by its names (an expression), what low and high values of it say, and the ranges of its units."""

    named: re.Pattern[str]
    says_low: str
    says_high: str
    ranges: tuple[Range, ...]


# names | what a low value says | what a high value says | (least, most, low up to, high from) of each unit
_MEASURES: tuple[tuple[str, str, str, tuple[tuple[float, float, float | None, float | None], ...]], ...] = (
    (_TEMPERATURE, "hypothermia", "fever", ((30, 43, 35, 37.7), (86, 110, 95, 99.5))),
    (_OXYGEN, "low oxygen", "", ((40, 100, 92, None),)),
    (_PULSE, "bradycardia", "tachycardia", ((20, 260, 48, 101),)),
    (r"a1c|hba1c|hemoglobin a1c", "", "high a1c", ((4, 19.9, None, 6.5), (20, 150, None, 48))),
    (_SUGAR, "hypoglycemia", "hyperglycemia", ((1, 19.9, 3.6, 9), (20, 1500, 66, 140))),
    (r"potassium", "hypokalemia", "hyperkalemia", ((1, 10, 3.4, 5.4),)),
    (r"sodium", "hyponatremia", "hypernatremia", ((90, 200, 133, 147),)),
    (r"calcium", "hypocalcemia", "hypercalcemia", ((4, 20, 8.2, 10.7),)),
    (r"magnesium|mag", "hypomagnesemia", "hypermagnesemia", ((0.2, 10, 1.5, 2.9),)),
    (r"creatinine|creat|cr", "", "high creatinine", ((0.2, 20, None, 1.5), (40, 2000, None, 130))),
    (r"e?gfr", "low gfr", "", ((1, 120, 55, None),)),
    (_LIVER, "", "elevated liver enzymes", ((5, 20000, None, 60),)),
    (r"alk(?:aline)? ?phos(?:phatase)?|alp", "", "high alkaline phosphatase", ((10, 5000, None, 160),)),
    (r"bilirubin|bili", "", "high bilirubin", ((0.1, 40, None, 1.7),)),
    (r"c?pk|ck'?s?|creatine kinase", "", "elevated ck", ((10, 500000, None, 300),)),
    (r"lipase", "", "high lipase", ((5, 50000, None, 150),)),
    (r"amylase", "", "high amylase", ((5, 50000, None, 150),)),
    (
        r"platelets?(?: counts?)?|plts?",
        "thrombocytopenia",
        "thrombocytosis",
        ((0, 3000, 130, 480), (3001, 3000000, 130000, 480000)),
    ),
    (_WHITE_CELLS, "leukopenia", "leukocytosis", ((0, 400, 3.4, 11.9), (401, 400000, 3400, 11900))),
    (r"anc|neutrophils?(?: counts?)?", "neutropenia", "", ((0, 20, 1.4, None), (21, 20000, 1400, None))),
    (_HEMOGLOBIN, "anemia", "polycythemia", ((2, 25, 11, 18), (26, 250, 110, 180))),
    (r"ha?ematocrit|hct", "low hematocrit", "high hematocrit", ((8, 75, 34, 52),)),
    (r"ferritin", "low ferritin", "high ferritin", ((0, 100000, 14, 500),)),
    (r"tsh", "low tsh", "high tsh", ((0, 500, 0.2, 5.5),)),
    (r"ldl|cholesterol", "", "high cholesterol", ((1, 15, None, 6.3), (50, 1000, None, 220))),
    (r"triglycerides?|trigs?", "", "high triglycerides", ((30, 10000, None, 200),)),
    (r"b ?-?12", "low b12", "", ((20, 3000, 200, None),)),
    (r"vit(?:amin)? ?d3?", "low vitamin d", "", ((1, 200, 19, None),)),
    (r"inr", "", "high inr", ((0.5, 30, None, 4),)),
    (r"qtc?", "", "prolonged qt", ((300, 800, None, 465),)),
    (r"testosterone|test levels?", "low testosterone", "", ((1, 2000, 220, None),)),
    (r"prolactin", "", "high prolactin", ((1, 20000, None, 40),)),
    (r"uric acid", "", "hyperuricemia", ((1, 25, None, 7.5),)),
    (r"crp", "", "high crp", ((0, 600, None, 10),)),
    (r"sed rate|esr", "", "high sed rate", ((0, 200, None, 40),)),
    (r"ammonia", "", "high ammonia", ((5, 2000, None, 80),)),
)
MEASURES = tuple(
    Measure(re.compile(rf"\b(?:{names})(?![\w-])"), low, high, tuple(Range(*each) for each in ranges))
    for names, low, high, ranges in _MEASURES
)

NAMES = "|".join(f"(?:{names})" for names in (*(row[0] for row in _MEASURES), _PRESSURE))

SYSTOLIC, DIASTOLIC = Range(50, 290, 92, 140), Range(20, 180, 58, 90)
PAIR = re.compile(r"(?<![\d/.])(\d{2,3})\s?(?:/|over)\s?(\d{2,3})(?![\d/])")
PRESSURE = re.compile(rf"\b(?:{_PRESSURE})\b")
PRESSURE_ALONE = Range(60, 290, 85, 150)  # of one value, which is the systolic one: eyes have pressures, too
BEATS = re.compile(r"\bbpm\b|beats? (?:per|a) minute")
THERMOMETER = re.compile(r"(?<![\d.])(\d{2,3}(?:[.,]\d)?) ?(?:°|\*)? ?[fc]\b")
NUMBER = re.compile(r"(?<![\w.,/])\d+(?:,\d{3})+(?![\d])|(?<![\w.,/])\d+(?:[.,]\d+)?")
TIMES_NORMAL = re.compile(
    r"\b(?:\d+(?:\.\d+)? ?x|(?:\d+|two|three|four|five|six|eight|ten|twenty) times)(?: too| as)? "
    r"(?:the )?(?:upper |high|normal|limit)|\bin the (?:hundreds|thousands|\d+00'?s)\b"
)
WEIGHT = re.compile(
    r"^(up|down)(?: about| almost| nearly| over| around| like| by| another)* \d+ ?(?:\w+ )?"
    r"(?:lbs?|pounds?|kgs?|kilos?|stone)\b"
)
SIGN = re.compile(r"\d|\btimes\b|in the (?:hundreds|thousands)")


def measured(text: str) -> Iterator[str]:
    """What the values of a mention say, as words that the vocabulary knows; nothing for values that are normal.

    A value that changed ("went from 68 to 130") counts as it came to be.
    """
    words = text.lower()
    if not SIGN.search(words):
        return
    if weight := WEIGHT.search(words):
        yield "weight gain" if weight[1] == "up" else "weight loss"
    elif pressure := pressure_told(words):
        yield pressure
    elif value := THERMOMETER.search(words):
        yield from told(MEASURES[0], as_number(value[1]))
    else:
        for measure in MEASURES:
            if name := measure.named.search(words):
                values = NUMBER.findall(words, name.end()) or NUMBER.findall(words, 0, name.start())
                if measure.says_high and TIMES_NORMAL.search(words):
                    yield measure.says_high
                elif values:
                    yield from told(measure, as_number(values[-1]))
                return


def pressure_told(words: str) -> str:
    """What a blood pressure says, given by two values or by its name and one; empty when nothing."""
    named = PRESSURE.search(words)
    if pair := PAIR.search(words):
        systolic, diastolic = float(pair[1]), float(pair[2])
        if not (within(SYSTOLIC, systolic) and within(DIASTOLIC, diastolic) and systolic > diastolic):
            return ""
        heights = height(SYSTOLIC, systolic), height(DIASTOLIC, diastolic)
    elif named and not BEATS.search(words) and (values := NUMBER.findall(words, named.end())):
        if not within(PRESSURE_ALONE, as_number(values[-1])):
            return ""
        heights = height(PRESSURE_ALONE, as_number(values[-1])), 0
    else:
        return ""
    return "high blood pressure" if 1 in heights else "low blood pressure" if -1 in heights else ""


def told(measure: Measure, value: float) -> Iterator[str]:
    """What a value of a quantity says, by the first of its units that can have it."""
    for unit in measure.ranges:
        if within(unit, value):
            if says := {-1: measure.says_low, 1: measure.says_high}.get(height(unit, value)):
                yield says
            return


def within(unit: Range, value: float) -> bool:
    return unit.least <= value <= unit.most


def height(unit: Range, value: float) -> int:
    """-1 for a low value, 1 for a high one, else 0."""
    if unit.low is not None and value <= unit.low:
        return -1
    return int(unit.high is not None and value >= unit.high)


def as_number(digits: str) -> float:
    """The value of digits with a point, a decimal comma, or commas between thousands."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", "."))

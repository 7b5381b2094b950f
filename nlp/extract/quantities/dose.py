"""Doses: "75mcg", "half a 50 mg tablet", "20-40 mg", "2 puffs", "10/325", "double dose"."""

from __future__ import annotations

import re

from nlp.datamodel import Quantity
from nlp.extract.quantities.numbers import ARTICLE, Amount, amounts, hedges, plain
from nlp.extract.quantities.units import FORMS, UNITS, impossible, unit_at

# Strengths of a combination product ("24/26", "10/325 mg"): more than one number, and never a sum.
COMBINED = re.compile(
    r"(?<![\d/])(\d[\d.,]*)\s*(mg|mcg|g)?\s*(?:/|\+|&|\band\b)\s*(?:the )?(\d[\d.,]*)(?:\s*/\s*(\d[\d.,]*))?"
)
CONCENTRATION = re.compile(r"(\d+(?:\.\d+)?) ?(mg|g) ?(?:/|per|in) ?(\d+(?:\.\d+)?) ?ml\b")
COMMON_FRACTION = re.compile(r"(?:1/2|[13]/4|[12]/3|1/8)(?![\d/])")
RELATIVE = (
    (re.compile(r"\b(?:double|twice)(?:d)?\b(?: (?:the|my|his|her|a))?(?: \w+)? (?:dose|dosage|amount)"), 2.0),
    (re.compile(r"\btriple\b(?: (?:the|my|his|her|a))? (?:dose|dosage|amount)"), 3.0),
    (re.compile(r"\b(?:half|1/2|½)(?: (?:of )?(?:the|my|his|her|a|that|this))?(?: \w+)? ?(?:dose|dosage|amount|that)\b"), 0.5),
    (re.compile(r"\b(?:quarter|1/4|¼)(?: of)?(?: (?:the|my|his|her|a))? (?:dose|dosage)\b"), 0.25),
    (re.compile(r"\b(?:full|whole|normal|regular|usual|standard) (?:\w+ )?(?:dose|dosage)\b"), 1.0),
)  # fmt: skip
TIMES = re.compile(r"\btimes (?:the|my|his|her|a|that|as much)\b")
OR_TO = re.compile(r"\s*\w+\s*(?:or|to|-)\s*(?:\w+ )?")
REACH = 4  # words between a number and its form: "six of the little pills"


def read_dose(words: str) -> Quantity | None:
    """The dose of words in lower case, in UCUM units; per intake, or per day where the words say so.

    A range has `high`; strengths of a combination product are `parts`; a dose relative to the usual one counts in
    `{dose}`; one that nobody can take is flagged `impossible`. None where there is no figure ("low dose").
    """
    if match := CONCENTRATION.search(words):
        return Quantity(round(float(match[1]) / float(match[3] or 1), 6), None, f"{match[2]}/mL")
    for pattern, factor in RELATIVE:
        if pattern.search(words):
            return Quantity(factor, None, "{dose}", flags=("relative",))
    if (match := COMBINED.search(words)) and not COMMON_FRACTION.match(match.group()):
        numbers = tuple(float(plain(each.rstrip(".,"))) for each in match.group(1, 3, 4) if each)
        found = unit_at(words, skip(words, match.end()))
        unit = found[0] if found else next((c for w, c in UNITS[:5] if match[2] and re.fullmatch(w, match[2])), None)
        return Quantity(None, None, unit, parts=numbers, flags=("combination",))
    told = list(amounts(words))
    if not told:
        return bare_form(words)
    return counted(words, told)


def counted(words: str, told: list[Amount]) -> Quantity:
    first = told[0]
    flags = hedges(words) or (("approximate",) if first.vague else ())
    if TIMES.search(words, first.end):
        return Quantity(first.low, first.high, "{dose}", flags=("relative",))
    unit = unit_of(words, first.end)
    low, high = first.low, first.high
    if high is None and len(told) > 1 and OR_TO.fullmatch(words[first.end : told[1].start]) and told[1].low > low:
        high, unit = told[1].low, unit_of(words, told[1].end) or unit  # "10 mg or 20 mg"
    elif (unit is None or unit in FORMS) and len(told) > 1:
        # a count of a strength: "2 x 20mg", "half a 50 mg tablet", "2 tablets of 500 mg"
        strength = told[1]
        weight = unit_at(words, skip(words, strength.end))
        between = words[first.end : strength.start]
        if weight and weight[0] not in FORMS and len(between.split()) <= REACH:
            low, high = round(low * strength.low, 6), round((high or low) * (strength.high or strength.low), 6)
            unit, high = weight[0], high if high > low else None
    if impossible(high or low, unit):
        flags = (*flags, "impossible")
    return Quantity(low, high, unit, flags=flags)


def unit_of(words: str, position: int) -> str | None:
    """The unit right behind a number, else the form within a few words ("six of the little pills")."""
    if found := unit_at(words, skip(words, position)):
        return found[0]
    for match in list(re.finditer(r"[\w%]+", words[position:]))[:REACH]:
        found = unit_at(words, position + match.start())
        if found and found[0] in FORMS:
            return found[0]
    return None


def bare_form(words: str) -> Quantity | None:
    """A form with an article alone: "a teaspoon", "the blue pill"."""
    article = ARTICLE.search(words) or re.search(r"\bthe(?: (?:full|whole))?(?=\s)|^(?:full|whole)(?=\s)", words)
    if not article:
        return None
    unit = unit_of(words, article.end())
    if unit is None or (unit == "{dose}" and re.search(r"\b(?:low|high|small|tiny|big|large)", words)):
        return None
    return Quantity(1.0, None, unit, flags=hedges(words))


def skip(words: str, position: int) -> int:
    match = re.compile(r"[\s\-]*").match(words, position)
    return match.end() if match else position

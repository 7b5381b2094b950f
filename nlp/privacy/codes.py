"""Postal codes, record numbers and dates of birth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nlp.datamodel import IdentifierKind
from nlp.privacy.spans import Identifier
from nlp.privacy.words import word_list

STATE_CODES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT"
    "|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR"
)
STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana"
    "|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon"
    "|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What an identifier looks like: the group `id` of `pattern`, where `accept` agrees.

    One of the `hints`, if there are any, stands in every text that the pattern matches: a quick first look.
    """

    kind: IdentifierKind
    reason: str
    pattern: re.Pattern[str]
    accept: Callable[[re.Match[str]], bool] | None = None
    hints: tuple[str, ...] = ()


NOT_A_ZIP = re.compile(r"\b(?:NDC|PMID|lot|batch)\b[\s:#]*$", re.IGNORECASE)
STATE_BEFORE = re.compile(rf"\b(?:{STATE_CODES}|{STATE_NAMES}),?\s{{1,2}}$")
RECORD_BEFORE = re.compile(
    r"\b(?:MRN|SSN|NHI"
    r"|(?:chart|record|case ?notes?|patient|hospital|policy|member|membership|subscriber|insurance|health ?card"
    r"|medicare|medicaid|social security|national insurance|claim|prescription|rx|passport|account|acct"
    r"|driv(?:er['’]?s|ing) licen[cs]e)\s?(?:#|no|nr|num|number|id))\b\.?(?:\s(?:is|was)|\s?[:#=])?[ \t]{0,2}$"
    r"|\b(?:chart|record|policy|member|claim|prescription|rx|account|acct)\s?#\s?$",
    re.IGNORECASE,
)
REACH = 40  # code points that a cue in front of a number may take
MIN_DIGITS = 3


def before(match: re.Match[str]) -> str:
    start = match.start("id")
    return match.string[max(0, start - REACH) : start]


def is_uk_area(match: re.Match[str]) -> bool:
    return match["area"].lower() in word_list("uk_postcode_areas")


def is_zip(match: re.Match[str]) -> bool:
    if STATE_BEFORE.search(before(match)):
        return True
    return "-" in match["id"] and not NOT_A_ZIP.search(before(match))


def is_record_number(match: re.Match[str]) -> bool:
    return sum(map(str.isdigit, match["id"])) >= MIN_DIGITS and RECORD_BEFORE.search(before(match)) is not None


MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:18|19|20)\d\d"
DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{YEAR}|\d\d)(?!\d)|{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)"
    rf"|(?:the\s)?{DAY}[\s-]?(?:of\s)?{MONTH}(?:[,\s-]{{0,2}}(?:{YEAR}|['’]\d\d\b))?"
    rf"|\d{{1,2}}-?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-?{YEAR}"
    rf"|{MONTH}\s{DAY}\b(?:,?\s{YEAR})?|{MONTH},?\s{YEAR})"
)

CHILD = "son|daughter|baby|(?:baby )?(?:boy|girl)|little (?:boy|girl|one)|first|second|third|twins"

# The letters C, I, K, M, O and V never stand in the inward part of a British code (BS 7666): "B12 5MG" is none.
INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
ZIP = re.compile(r"(?<![\w/.#-])(?P<id>\d{5}(?:-\d{4})?)(?![\w/-]|\.\d|,\d)")
SHAPES = (
    Shape(
        "POSTCODE",
        "UK postcode",
        re.compile(rf"\b(?P<id>(?P<area>[A-Z]{{1,2}})\d[A-Z\d]?\s{INWARD})\b"),
        accept=is_uk_area,
    ),
    Shape(
        "POSTCODE",
        "Canadian postcode",
        re.compile(r"\b(?P<id>[ABCEGHJ-NPR-TVXY]\d[ABCEGHJ-NPR-TV-Z][ -]\d[ABCEGHJ-NPR-TV-Z]\d)\b"),
    ),
    Shape("POSTCODE", "ZIP", ZIP, accept=is_zip),
    Shape(
        "POSTCODE",
        "named postcode",
        re.compile(
            r"\b(?:zip|zip ?code|post ?code|postal code|eircode)(?:\s(?:is|was)|\s?[:=])?\s{1,2}"
            r"(?P<id>\d{5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|[a-z]\d[a-z][ -]?\d[a-z]\d|\d{4,6})\b",
            re.IGNORECASE,
        ),
        hints=("zip", "Zip", "ZIP", "code", "Code", "CODE"),
    ),
    Shape(
        "RECORD_NUMBER",
        "named record number",
        # A value behind any word for "number"; what stands before it must say that it is of a person's record.
        re.compile(
            r"(?:#|\b(?:[Nn]umber|NUMBER|[Nn]o|NO|[Nn]r|[Nn]um|I[Dd]|id|MRN|mrn|SSN|ssn|NHI)\b\.?)"
            r"(?:\s(?:is|was)\b|\s?[:#=])?[ \t]{0,2}"
            r"(?P<id>(?=[A-Za-z]{0,4}-?\d)[A-Za-z\d](?:[A-Za-z\d]|[-/.](?=[A-Za-z\d])){3,30})(?!\w)"
        ),
        accept=is_record_number,
    ),
    Shape(
        "RECORD_NUMBER",
        "chart",
        re.compile(r"\b[Cc]hart:? (?P<id>\d{2,6}-\d{2,6}|\d{5,12})(?![\w/-])"),
    ),
    Shape(
        "RECORD_NUMBER",
        "NHS number",
        re.compile(
            r"\bNHS\s?(?:number|no\.?|num|#)?(?:\s?(?:is|was|:|=)){0,2}\s{0,2}"
            r"(?P<id>\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)",
            re.IGNORECASE,
        ),
        hints=("NHS", "nhs"),
    ),
    Shape(
        "RECORD_NUMBER",
        "social security number",
        re.compile(r"(?<![\w.-])(?P<id>(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4})(?![\w-])"),
        hints=("-",),
    ),
    Shape(
        "DATE_OF_BIRTH",
        "date of birth",
        re.compile(
            r"\b(?:DOB|D\.O\.B\.?|date of birth|birth ?date|birthday)(?:\s?(?:is|was|:|=|-|on)){0,2}\s{0,2}"
            rf"(?P<id>{DATE}|{YEAR}\b)",
            re.IGNORECASE,
        ),
        hints=("DOB", "dob", "Dob", "D.O.B", "d.o.b", "irth", "IRTH"),
    ),
    Shape(
        "DATE_OF_BIRTH",
        "born on",
        re.compile(
            rf"\b(?:born\s(?:(?:on|in)\s)?|(?:had|delivered) (?:my|our) (?:{CHILD}) (?:on|in) |gave birth (?:on|in) )"
            rf"(?P<id>{DATE})",
            re.IGNORECASE,
        ),
        hints=("orn ", "ORN ", "had ", "delivered ", "birth "),
    ),
)
DIGIT = re.compile(r"\d")


def find_codes(text: str) -> Iterator[Identifier]:
    """POSTCODE, RECORD_NUMBER and DATE_OF_BIRTH spans of the text, not in order.

    A record number needs its cue word ("MRN", "chart no.") or the exact shape of a US social security number; lot and
    batch numbers stay. A US ZIP needs its state, the word "zip" or four more digits. A year alone is no date of birth
    unless "DOB" stands before it: ages are part of the case.
    """
    if not DIGIT.search(text):
        return
    for shape in SHAPES:
        if shape.hints and not any(hint in text for hint in shape.hints):
            continue
        for match in shape.pattern.finditer(text):
            if shape.accept is None or shape.accept(match):
                yield Identifier(*match.span("id"), shape.kind, shape.reason)

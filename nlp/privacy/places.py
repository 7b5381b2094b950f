"""Places that tell where somebody lives, works, learns or is treated, and street addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from nlp.privacy.codes import DIGIT, STATE_CODES, STATE_NAMES, ZIP
from nlp.privacy.people import find_repeats
from nlp.privacy.spans import Identifier
from nlp.privacy.words import CAPITALISED, CAPITALISED_WORD, WORD, bare, word_list

GENITIVE = r"(?:['’]s)?"
RUN = rf"(?:(?:St|Ft|Mt)\.? )?{CAPITALISED}{GENITIVE}(?:[ \u00a0](?:of (?:the )?)?{CAPITALISED}{GENITIVE}){{0,3}}"
INSTITUTION = (
    r"Hospitals?|Clinic|Infirmary|Hospice|Medical (?:Cent(?:er|re)|Group|Practice)|Health (?:Cent(?:er|re)|System"
    r"|Clinic)|Cancer Cent(?:er|re)|Treatment Cent(?:er|re)|Nursing Home|Care Home|Urgent Care|University|College"
    r"|(?:High |Middle |Elementary |Primary |Secondary |Medical )?School|Academy|Kindergarten"
)
# What an institution is called too, but only behind "at" or "to": "at Larkmoor Pediatrics", "the hospital".
SHORT_INSTITUTION = (
    r"Regional|General|Memorial|Medical|Health|Medicine|Cent(?:er|re)|Group|Practice|Associates|Family Practice|High"
    r"|Dental|Pa?ediatrics|Psychiatry|Psychiatric|Psychology|Dermatology|Cardiology|Neurology|Oncology|Rheumatology|Urology"
    r"|Gastro(?:enterology)?|Digestive|Orthopa?edics|Fertility|Recovery|Rehab|Wellness|OBGYN|OB/GYN|Eye Care"
    r"|hospital|clinic|infirmary|hospice|medical cent(?:er|re)|high school"
)
# The kind of institution is what the name runs up to, so the name itself is found by walking back from it.
INSTITUTION_END = re.compile(rf"[ \u00a0](?:{INSTITUTION})\b")
SHORT_INSTITUTION_END = re.compile(rf"[ \u00a0](?:{SHORT_INSTITUTION})\b(?! [A-Z])")
SAINT = re.compile(rf"\b(?:at|to|from|into|in|near) (?P<id>(?:St|Mt)\.? {CAPITALISED}(?:['’]s)?)(?![\w'’])(?! [Ww]ort)")
IN_TOWN = re.compile(rf" in (?P<id>{RUN})")
RUN_BEFORE = re.compile(rf"(?<![\w'’])(?P<run>{RUN})$")
PREPOSITION = re.compile(r"\b(?:at|to|in|from|of|by|near|into|with|outside)(?: the)? $", re.IGNORECASE)
INSTITUTION_OF = re.compile(rf"\b(?:University|College|School|Hospital|Church) of (?:the )?(?P<id>{RUN})")
RUN_REACH, PREPOSITION_REACH = 80, 16  # code points

TOWN_CUE = re.compile(
    r"\b(?:(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing)|based|located|born|raised|grew up|hometown is|home town is)"
    r"(?: just| right| up| down| out| over)?(?: in| near| outside| around| close to)"
    r"|(?:[Hh]ospital|[Cc]linic|[Ss]chool|[Pp]harmacy|[Oo]ffice|[Dd]octor|[Ss]pecialist|[Ss]urgeon|ER|A&E"
    r"|Walgreens|CVS|Walmart|Boots|Costco) in"
    r"|mov(?:e|ed|ing) (?:back )?(?:to|from)|(?:I['’]?m|I am|we['’]re|originally|come|came|visiting|hail) from"
    rf"|work(?:s|ed|ing)? at)(?: the)? (?:(?:north|south|east|west|central|downtown|suburban|rural) )?(?P<id>{RUN})"
)
STATE_AFTER_TOWN = re.compile(rf", ?(?P<state>{STATE_CODES})(?![\w'’])")
TOWN_AND_REGION = re.compile(
    rf"\b(?:in|from|near|at|to|of|outside|around) (?P<id>{RUN}), ?(?:{STATE_NAMES}|UK|U\.K\.|USA|England|Scotland|Wales"
    r"|Ireland|Canada|Australia|India|New Zealand|South Africa|Germany|France|Spain|Italy|Ontario|Alberta|Quebec"
    r"|Queensland)\b"
)
# Codes that are words: "Well, OK", "Nope, ME neither".
STATES_LIKE_WORDS = frozenset(("OK", "OR", "IN", "ME", "HI", "OH", "LA", "MA", "PA", "DE", "ID", "AL"))

STREET = (
    r"Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Terrace|Close|Crescent|Highway|Hwy"
    r"|Parkway|Pkwy|Square|Gardens|Grove|Row|Mews|Circle|Cir|Trail|Loop"
)
FLAT = r"(?:[Aa]pt|[Aa]partment|[Uu]nit|[Ss]uite|[Ss]te|[Ff]lat|[Rr]oom|#)\.? ?#?\w{1,5}"
FLAT_BEFORE = re.compile(rf"\b{FLAT},? $")
ADDRESS = re.compile(
    rf"(?<![\w.,/:$£€-])\d{{1,5}}[A-Za-z]?,? (?:[NSEW]{{1,2}}\.? )?(?:{RUN}|\d{{1,3}}(?:st|nd|rd|th)) (?:{STREET})\b\.?"
    rf"(?: [NSEW]{{1,2}}\b)?(?:,? {FLAT})?"
)
LOWER_ADDRESS = re.compile(
    r"(?<![\w.,/:$£€-])\d{1,5},? (?P<words>(?:[a-z]{3,15} ){1,2})(?:street|avenue|road|lane|boulevard)\b"
    r"(?! (?:drug|name|value|price|corner|smart|clothes|block|rage|trip|work|map|light|noise))"
)
PO_BOX = re.compile(r"\b[Pp]\.? ?[Oo]\.? [Bb]ox \d{1,7}\b")


def find_places(text: str, protected: Callable[[str], bool]) -> Iterator[Identifier]:
    """LOCATION and ADDRESS spans of the text, not in order: towns, and hospitals, clinics and schools by name.

    Countries, states and wide regions are no locations. Towns need a cue ("live in", "Dayton, OH").
    """
    names: set[str] = set()
    for start, end, reason in (*institutions(text), *towns(text)):
        words = {bare(word) for word in CAPITALISED_WORD.findall(text, start, end)} - word_list("not_places")
        if not any(map(protected, words)):
            if reason == "institution" and (town := IN_TOWN.match(text, end)) and trim_town(town["id"]):
                yield Identifier(town.start("id"), town.start("id") + len(trim_town(town["id"])), "LOCATION", "in town")
            names.update(WORD.findall(text, start, end) if reason == "lives in" else ())
            yield Identifier(start, end, "LOCATION", reason)
    yield from find_repeats(text, names, "LOCATION", protected)
    yield from addresses(text)


def institutions(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (INSTITUTION_END, SHORT_INSTITUTION_END):
        for match in pattern.finditer(text):
            first = max(0, match.start() - RUN_REACH)
            run = RUN_BEFORE.search(text[first : match.start()])
            if run is None:
                continue
            start = first + skip_words(run["run"], run.start("run"))
            if start >= match.start():
                continue
            if pattern is INSTITUTION_END or PREPOSITION.search(text[max(0, start - PREPOSITION_REACH) : start]):
                yield start, match.end(), "institution"
    for match in INSTITUTION_OF.finditer(text):
        if bare(match["id"]) not in word_list("not_places"):
            yield *match.span(), "institution"
    for match in SAINT.finditer(text):
        yield *match.span("id"), "institution"


def skip_words(run: str, offset: int) -> int:
    """Where the name in a run of capitalised words begins: behind ordinary words, at the end if all are ordinary."""
    for word in CAPITALISED_WORD.finditer(run):
        lower = bare(word.group())
        if (
            lower not in word_list("not_places")
            and lower not in word_list("not_people")
            and lower not in ("st", "ft", "mt")
        ):
            before = run[: word.start()]
            saint = re.search(r"(?:St|Ft|Mt)\.? $", before)
            return offset + (saint.start() if saint else word.start())
    return offset + len(run)


def towns(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern, reason in ((TOWN_CUE, "lives in"), (TOWN_AND_REGION, "town and region")):
        for match in pattern.finditer(text):
            if town := trim_town(match["id"]):
                yield match.start("id"), match.start("id") + len(town), reason
    for match in STATE_AFTER_TOWN.finditer(text):
        first = max(0, match.start() - RUN_REACH)
        run = RUN_BEFORE.search(text[first : match.start()])
        if run is None or not trim_town(run["run"]):
            continue
        start = first + run.start("run")
        sure = match["state"] not in STATES_LIKE_WORDS or ZIP.match(text, match.end() + 1)
        if sure or PREPOSITION.search(text[max(0, start - PREPOSITION_REACH) : start]):
            yield start, match.start(), "town and state"


def trim_town(run: str) -> str:
    """The town in a run of capitalised words, without a state or ordinary word at its end; empty if none is left."""
    if run.isupper():
        return ""
    refused = word_list("not_places") | word_list("regions")
    while run and (bare(run) in refused or bare(run.rpartition(" ")[2]) in refused):
        run = "" if bare(run) in refused else run.rpartition(" ")[0]
    for size in (1, 2):  # "Ohio Zoloft": a region or ordinary word in front rules the whole run out
        if bare(" ".join(run.split(" ")[:size])) in word_list("not_places"):
            return ""
    return run


def addresses(text: str) -> Iterator[Identifier]:
    if not DIGIT.search(text):
        return
    for match in ADDRESS.finditer(text):
        flat = FLAT_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
        start = match.start() - (len(flat.group()) if flat else 0)
        yield Identifier(start, match.end(), "ADDRESS", "street address")
    for match in LOWER_ADDRESS.finditer(text):
        if not word_list("not_streets").intersection(match["words"].split()):
            yield Identifier(*match.span(), "ADDRESS", "street address")
    for match in PO_BOX.finditer(text):
        yield Identifier(*match.span(), "ADDRESS", "PO box")

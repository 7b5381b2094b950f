"""Email addresses, web addresses, screen names and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from nlp.privacy.spans import Identifier
from nlp.privacy.words import word_list

DOMAINS = "com|org|net|edu|gov|mil|info|biz|io|me|co|uk|us|ca|au|nz|ie|in|de|fr|es|it|nl|eu"

# Bounded and anchored at the front of a word: a post of one endless word must not cost quadratic time.
EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,24}(?![\w-])")
EMAIL_SPELLED = re.compile(  # "teo.l at gmail dot com", "teo [at] example.org"
    r"(?<![\w.+-])(?:[\w+-]{1,32}\sdot\s){0,2}[\w.+-]{1,64}(?:\s?[\[({]\s?at\s?[\])}]\s?(?:[\w-]{2,40}(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?|\sdot\s))"
    rf"|\s(?:at|AT)\s[\w-]{{2,40}}\s(?:dot|DOT)\s)(?:{DOMAINS})\b",
    re.IGNORECASE,
)
SPELLED_AT = re.compile(r"[\[({]\s?at\s?[\])}]|\sdot\s", re.IGNORECASE)

URL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”]{3,2000}", re.IGNORECASE)
# Without a scheme only endings that no sentence with a forgotten space ("better.it was") can give.
BARE_URL = re.compile(
    r"(?<![\w@.-])(?:[a-z\d-]{2,63}\.){1,3}(?:com|org|net|edu|gov|(?:co|org|ac|nhs|gov)\.uk|com\.au)\b(?!\.\w)(?:/[^\s<>\"“”]{0,500})?",
    re.IGNORECASE,
)
BARE_URL_ENDING = re.compile(r"\.(?:com|org|net|edu|gov|co\.uk|ac\.uk|nhs\.uk)\b", re.IGNORECASE)
# The front door of a public institution ("ClinicalTrials.gov") tells nothing of a person.
PUBLIC_SITE = re.compile(r"[a-z\d.-]+\.(?:gov|nhs\.uk|gov\.uk)", re.IGNORECASE)
TRAILING = ".],;:!?'’*_~…"

AT_HANDLE = re.compile(r"(?<![\w@./+-])@(?=\w{0,30}[^\W\d])[A-Za-z_]\w{2,29}(?![\w@]|\.\w)")
USER_HANDLE = re.compile(r"(?<![\w/])/?u/[A-Za-z\d_-]{3,20}(?![\w/-])")
NAMED_HANDLE = re.compile(  # no \b in front and letters first: `re` then jumps from candidate to candidate
    r"(?:user ?name|User ?[Nn]ame|screen ?name|Screen ?[Nn]ame|handle|insta(?:gram)?|Insta(?:gram)?|snap(?:chat)?"
    r"|Snap(?:chat)?|discord|Discord|twitter|Twitter|tik ?tok|Tik ?[Tt]ok)\s?(?:is|:|=)[ \t]?"
    r"(?P<id>[A-Za-z_][\w.-]{2,29}\w)"
)

# A run of 7 to 15 digits in groups. Dates, ratios and blood pressures hold a slash and never get this far.
PHONE_LIKE = re.compile(r"(?<![\w./:#$£€-])(?:\+\s?)?\(?\d[\d() .\u00a0\u2010-\u2015-]{5,22}\d(?![\w%/])")
LOCAL_PHONE = re.compile(r"(?<![\w./:#$£€-])(?!000)\d{3}[-. ]\d{4}(?![\w%/-]|\.\d)")
PHONE_CUE = re.compile(
    r"\b(?:call(?:ed|ing)?|phone|tele?|telephone|cell|mobile|mob|text|txt|whats ?app|fax|contact|reach|ring|hot ?line"
    r"|help ?line|number|ph)\b",
    re.IGNORECASE,
)
OTHER_NUMBER = re.compile(
    r"(?:\b(?:lot|batch|ndc|pmid|pmc|doi|isbn|order|reference|ref|serial|upc|gtin|barcode|nct|version|ean|case|id)\b"
    r"[\s.:#]*(?:numbers?|no|num|id)?[\s.:#]*(?:is|was)?|[#$£€])\s*$",
    re.IGNORECASE,
)
UNIT = re.compile(
    r"\s?(?:mg|mcg|ug|µg|g|kg|ml|l|iu|units?|u|mmol|cells?|lbs?|calories|kcal|steps|copies|k)\b", re.IGNORECASE
)
THREE_DIGITS = re.compile(r"\d{3}")
CUE_REACH = 40
EXTENSION_REACH = 16


def find_contacts(text: str) -> Iterator[Identifier]:
    """EMAIL, URL, HANDLE and PHONE spans of the text, not in order; spans of several kinds may overlap."""
    if "@" in text:
        yield from (Identifier(*match.span(), "EMAIL", "email") for match in EMAIL.finditer(text))
        for match in AT_HANDLE.finditer(text):
            if match.group()[1:].lower() not in word_list("not_handles"):
                yield Identifier(*match.span(), "HANDLE", "@name")
    if SPELLED_AT.search(text):
        yield from (Identifier(*match.span(), "EMAIL", "spelled email") for match in EMAIL_SPELLED.finditer(text))
    yield from find_urls(text)
    if "u/" in text:
        for match in USER_HANDLE.finditer(text):
            if match.group().rpartition("/")[2].lower() not in word_list("not_handles"):
                yield Identifier(*match.span(), "HANDLE", "u/name")
    yield from (Identifier(*match.span("id"), "HANDLE", "named handle") for match in NAMED_HANDLE.finditer(text))
    if THREE_DIGITS.search(text):
        yield from find_phones(text)


def find_urls(text: str) -> Iterator[Identifier]:
    for pattern, reason in ((URL, "url"), (BARE_URL, "domain")):
        if pattern is BARE_URL and not BARE_URL_ENDING.search(text):
            continue
        for match in pattern.finditer(text):
            address = match.group().rstrip(TRAILING)
            while address.endswith(")") and address.count(")") > address.count("("):
                address = address[:-1].rstrip(TRAILING)
            if not PUBLIC_SITE.fullmatch(address):
                yield Identifier(match.start(), match.start() + len(address), "URL", reason)


def find_phones(text: str) -> Iterator[Identifier]:
    """Telephone numbers by the numbering plans of `phonenumbers` (Google's libphonenumber).

    International numbers with `+` are believed when valid; numbers of North America and Britain when valid and written
    in the groups that people use there; other countries' national numbers, and digits without any group, only near a
    cue word. Seven local digits need a cue word, or the exchange 555 that has no subscribers.
    """
    for match in PHONE_LIKE.finditer(text):
        before = text[max(0, match.start() - CUE_REACH) : match.start()]
        if not 7 <= sum(map(str.isdigit, match.group())) <= 15 or OTHER_NUMBER.search(before):
            continue
        if UNIT.match(text, match.end()):
            continue
        window = text[match.start() : match.end() + EXTENSION_REACH]
        cued = PHONE_CUE.search(before) is not None
        grouped = not match.group().isdigit()
        if match.group().startswith("+"):
            plans = [("ZZ", Leniency.VALID)]
        elif cued:
            regions = ("US", "GB", "IE", "AU", "NZ", "IN", "ZA")
            plans = [(region, Leniency.VALID) for region in regions]
        elif grouped:
            plans = [("US", Leniency.STRICT_GROUPING)]
            plans += [("GB", Leniency.STRICT_GROUPING)] if match.group().lstrip("(").startswith("0") else []
        else:
            continue
        for region, leniency in plans:
            found = [(each.start, each.end) for each in PhoneNumberMatcher(window, region, leniency)]
            if found:
                for start, end in found:
                    start += window[start] == "(" and ")" not in window[start:end]
                    yield Identifier(
                        match.start() + start,
                        match.start() + end,
                        "PHONE",
                        f"phone number {region}".replace("ZZ", "abroad"),
                    )
                break
    for match in LOCAL_PHONE.finditer(text):
        before = text[max(0, match.start() - CUE_REACH) : match.start()]
        if OTHER_NUMBER.search(before) or UNIT.match(text, match.end()):
            continue
        if match.group().startswith("555-") or ("-" in match.group() and PHONE_CUE.search(before)):
            yield Identifier(*match.span(), "PHONE", "local number")

"""Words whose meaning the sentence decides: "patch" for someone who quits smoking, "yellow" skin or "yellow" urine.

Rules are data: a mention, words that stand near it, what it then says. The first rule that fits wins; without one the
mention is linked by its own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.models.knowledge_base import normalise

NEAR = 80  # code points on each side of a mention that are looked at


@dataclass(frozen=True, slots=True)
class Sense:
    """A mention (normalised) of some labels means `says` where `near` is found around it."""

    mention: str
    labels: tuple[str, ...]
    near: re.Pattern[str]
    says: str


DRUG = ("DRUG",)
EVENT = ("ADE", "SYMPTOM", "WITHDRAWAL", "CONDITION")

# mention | labels | words near it | what the mention says then
_SENSES = (
    ("patch", DRUG, r"smok|nicotine|cigar|quit|nicoderm|vap", "nicotine patch"),
    ("patch", DRUG, r"birth control|contracepti|pregnan|period|xulane|evra", "contraceptive patch"),
    ("patch", DRUG, r"menopaus|hot fl|estr|hrt|vivelle|climara|hysterectomy", "estradiol"),
    ("patch", DRUG, r"fentanyl|duragesic|opioid", "fentanyl"),
    ("patch", DRUG, r"lidocaine|lidoderm|numb", "lidocaine"),
    ("patch", DRUG, r"butrans|buprenorphine", "buprenorphine"),
    ("patch", DRUG, r"clonidine|catapres", "clonidine"),
    ("concert", DRUG, r"\bmg\b|\d mg|adhd|\badd\b|dose|ritalin|adderall|focus", "Concerta"),
    ("t3", DRUG, r"thyroid|cytomel|\bt4\b|levoth|synthroid|armour", "liothyronine"),
    ("epidural", DRUG, r"steroid|disc|sciatica|back pain", "corticosteroids"),
    ("gum", DRUG, r"smok|nicotine|cigar|quit|vap", "nicotine"),
    ("lozenge", DRUG, r"smok|nicotine|cigar|quit|vap", "nicotine"),
    ("shot", DRUG, r"\bflu\b|influenza", "flu shot"),
    ("shot", DRUG, r"covid|moderna|pfizer|corona", "covid vaccine"),
    ("shot", DRUG, r"depo|birth control|contracepti|period", "depo provera"),
    ("shot", DRUG, r"tetanus", "tetanus shot"),
    ("shot", DRUG, r"shingle", "shingles vaccine"),
    ("ring", DRUG, r"birth control|contracepti|period|nuva|vagin", "nuvaring"),
    ("pill", DRUG, r"birth control|contracepti|period|pregnan", "birth control pill"),
    ("yellow", EVENT, r"urine|\bpee\b|wee\b", "dark urine"),
    ("yellow", EVENT, r"skin|eyes?\b|face|jaundice|liver", "jaundice"),
    ("turned yellow", EVENT, r"urine|\bpee\b", "dark urine"),
    ("turned yellow", EVENT, r"skin|eyes?\b|face|jaundice|liver|\bi\b", "jaundice"),
    ("high", EVENT, r"blood pressure|\bbp\b", "high blood pressure"),
    ("high", EVENT, r"sugar|glucose|a1c", "high blood sugar"),
    ("high", EVENT, r"cholesterol|ldl", "high cholesterol"),
    ("low", EVENT, r"blood pressure|\bbp\b", "low blood pressure"),
    ("low", EVENT, r"sugar|glucose", "low blood sugar"),
    ("low", EVENT, r"mood|depress|cry|sad", "low mood"),
    ("flat", EVENT, r"emotion|feel|mood|zombie|numb", "emotionally flat"),
    ("numb", EVENT, r"emotion|feelings|zombie|inside|mentally", "emotionally numb"),
    ("crash", EVENT, r"energy|tired|exhaust|fatigue", "fatigue"),
    ("crash", EVENT, r"sugar|glucose", "low blood sugar"),
    ("cold", EVENT, r"hands|feet|freez|shiver|blanket|chill|always|cold all the time", "feeling cold"),
    ("cold", EVENT, r"cough|runny|sneez|sinus|congest|stuffy|virus|caught", "common cold"),
)
SENSES: dict[str, list[Sense]] = {}
for _mention, _labels, _near, _says in _SENSES:
    SENSES.setdefault(normalise(_mention), []).append(
        Sense(normalise(_mention), _labels, re.compile(_near, re.IGNORECASE), _says)
    )


def in_context(mention: str, label: str, text: str, start: int, end: int) -> str:
    """What a mention at [start, end) of a text says there: its own words unless a rule knows better."""
    senses = SENSES.get(normalise(mention), ())
    if senses:
        around = f"{text[max(0, start - NEAR) : start]} {text[end : end + NEAR]}"
        for sense in senses:
            if label in sense.labels and sense.near.search(around):
                return sense.says
    return mention

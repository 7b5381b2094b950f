"""Words that fill the slots of cue constructions: counts, stretches of time, persons, places of care. Data only.

A construction is written with slots in angle brackets ("kept <WHOM> <STAY>"); `worded` puts their words in. Patterns
run over lower-cased text with straight apostrophes (`nlp.extract.written.normalise`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from nlp.extract.alternation import any_of, either

# Of "emergency", only what is the place: "emergency with", "emergency twice".
EMERGENCY_PLACE = r"emergency(?= (?:with|for|because|getting|on|by|and|after|at|twice|again)|[.,;!?]|$)"
ROUTINE = any_of(
    "planned, scheduled, elective, routine, surgery, delivery, appointment, check, test, scan, "
    r"\w+ (?:replacement|surgery|appointment)"
)
SLOT = re.compile(r"<([A-Z]+(?:_[A-Z]+)*)>")
SLOTS = {
    # Numbers and times.
    "N": any_of(
        r"\d+, an?, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, "
        "thirty, another, several, few, couple, many, half an?"
    ),
    # "almost two whole", "the best part of a", "two or three more"
    "COUNT": (
        r"(?:(?:about|almost|nearly|around|over|another|at least|the best part of|the better part of|a total of|"
        r"like|more than|the|an?|whole|next|last|first|nearly) )*"
        r"<N>(?: of)?(?: (?:or|to|and) <N>)?"
        r"(?: (?:more|whole|full|long|solid|extra|straight|horrible|awful|miserable|and a half))?"
    ),
    "STAY": either(
        r"(?:<COUNT> |half the )(?:nights?|days?|weeks?|wks?|fortnight|months?)",
        "overnight",
        "(?:all|the whole|the|that|one) (?:night|weekend|week)",
        r"from \w+ (?:to|till?|until|through) \w+",
    ),
    "LONG": (
        r"(?:(?:for|over|in|about|nearly|almost|the) )*(?:<COUNT> )?"
        r"(?:days|weeks?|wks?|months?|mths|years?|fortnight|semester|a year)"
    ),
    "SINCE": any_of(
        "ever since, since, until, till?, through, to this day, any ?more, for good, for ever, forever, permanently, "
        "now"
    ),
    # Persons.
    "WHOM": any_of(
        r"me, him, her, them, us, my \w+, our \w+, mum, mom, dad, \w+ (?:son|daughter|mother|father|husband|wife)"
    ),
    "SELF": any_of("myself, himself, herself, themselves, themself, me self, my self"),
    "MY": any_of("my, his, her, their, our, the"),
    "KIN": any_of(
        "mum, mom, mommy, mam, mother, dad, father, husband, hubby, wife, partner, son, daughter, child, baby, "
        "infant, newborn, twins?, boy, girl, kid, brother, sister, sibling, aunt, auntie, uncle, cousin, nephew, "
        r"niece, friend, fiance, boyfriend, girlfriend, grand\w+, gran, nan, nana, neighbou?r, coworker, colleague, "
        "patient, pt, man, woman, lady, guy, client, resident, "
        "(?:mother|father|brother|sister|son|daughter)[- ]in[- ]law"
    ),
    "WHO": any_of("he, she, they, <KIN>"),
    "BE": any_of("was, were, is, am, i'm, he's, she's, been, be, being, got, get, getting, had to be"),
    "CANNOT": either(
        "can'?t|cannot|can not",
        "couldn'?t|could not",
        r"could(?: \w+)? barely",
        "unable to",
        "(?:not|not been|wasn'?t|isn'?t|haven'?t been|hasn'?t been|never been|never) able to",
        "(?:can|could) (?:no longer|hardly|barely|scarcely|not even|never)",
        "no longer (?:able to|can)",
        "struggl(?:e|es|ed|ing) to",
    )
    + "(?: (?:even|really|physically|properly|just|literally|hardly))?",
    # Places.
    "UNIT": either(
        "icu|itu|micu|sicu|picu|nicu|ccu|hdu",
        "intensive care(?: unit)?",
        "high dependency",
        "burns? (?:unit|centre|center)",
        "critical care",
    ),
    "WARD": either(
        "<UNIT>",
        "(?:psych(?:iatric)?|mental(?: health)?|behaviou?ral health|cardiac|stroke|step-?down|telemetry|isolation|"
        "observation|medical|surgical) (?:ward|unit|hospital|floor|facility|bed)",
        r"(?:\w+ )?ward(?! (?:off|clerk|sister|nurse|round))",
        r"(?:\w+ )?(?:hospital|hosp|hospitol|hopital|infirmary)",
    ),
    "ER": either(
        r"er|e\.r\.?|ed",
        "emergency (?:room|department|dept|ward|clinic|care|services)",
        EMERGENCY_PLACE,
        r"a ?(?:&|and|\+|n) ?e",
        "casualty",
        "urgent ?care",
        "walk[- ]?in(?: (?:clinic|cent(?:re|er)))?",
        "minor injur(?:y|ies)(?: unit)?",
        "emerg",
    ),
    # What a hospital is also named for: its parking, its staff, a visit that was planned.
    "NOSTAY": (
        r"(?! (?:parking|pharmac\w+|cafeteria|gift|clinic|nurse|doctor|dr|consultant|staff|appointment|visit|lab|bill|"
        "portal|system|records?|trust|worker|job|setting|waiting|lobby|dietician|where i work|"
        rf"having (?:my|her|a|the)|for (?:an? |my |his |her )?{ROUTINE})\b)"
    ),
}


NO_OTHERS: Mapping[str, str] = MappingProxyType({})


def worded(pattern: str, own: Mapping[str, str] = NO_OTHERS) -> str:
    """A construction with the words of its slots put in, of a table's `own` slots before those of `SLOTS`. Raises
    KeyError for a slot that is in neither.
    """
    while SLOT.search(pattern):
        pattern = SLOT.sub(lambda slot: own.get(slot.group(1)) or SLOTS[slot.group(1)], pattern)
    return pattern

"""Words of frequencies: adverbs, Latin abbreviations, moments of the day, use as needed and in cycles. Data only."""

from __future__ import annotations

import re

ADVERBS = {"once": 1.0, "one time": 1.0, "twice": 2.0, "two times": 2.0, "thrice": 3.0}
LATIN = {
    "qd": 1, "q.d.": 1, "qday": 1, "od": 1, "o.d.": 1, "bid": 2, "b.i.d.": 2, "b.i.d": 2, "bd": 2, "tid": 3, "t.i.d.": 3,
    "tds": 3, "qid": 4, "q.i.d.": 4, "qds": 4, "qhs": 1, "hs": 1, "qam": 1, "qpm": 1, "qod": 0.5, "eod": 0.5,
}  # fmt: skip
DAILY = {
    "daily": "d", "everyday": "d", "nightly": "d", "hourly": "h", "weekly": "wk", "monthly": "mo", "yearly": "a",
    "annually": "a", "fortnightly": "fortnight", "biweekly": "fortnight", "bi-weekly": "fortnight",
}  # fmt: skip
# Moments of a day, each at most once; their names are flags, so that "morning and night" is told from "twice a day".
MOMENTS: tuple[tuple[str, str], ...] = (
    ("waking", r"(?:when|after|before) i (?:wake|get) up|on waking|before i eat|upon waking|first thing"),
    ("breakfast", r"breakfast"),
    ("morning", r"mornings?|(?:in )?the am\b|\ba\.?m\.?\b|qam"),
    ("lunch", r"lunch(?:time)?|noon|midday"),
    ("afternoon", r"afternoons?"),
    ("dinner", r"dinner|supper|evening meal"),
    ("evening", r"evenings?|\bp\.?m\.?\b|qpm"),
    ("bedtime", r"bed ?time|bed\b|sleep|qhs|\bhs\b"),
    ("night", r"nights?|nightly|nite"),
)
AS_NEEDED = re.compile(
    r"\b(?:as needed|when needed|if needed|as required|when required|prn|p\.r\.n\.?|on demand|whenever|as i need|when i (?!wake|get up)"
    r"|when (?:it|she|he|the|things|needed)|if i|only when|before (?!breakfast|lunch|dinner|supper|bed|sleep|meals?|eating|food|i eat|noon)(?:the |my |a )?\w+|on and off|off and on|occasionally|sometimes|now and then)\b"
)
CYCLIC = re.compile(
    r"(?P<on>\d+|one|two|three|four|five|six) ?(?P<unit>days?|weeks?|wks?|months?)?(?: on)?,? ?(?:and |/ ?|then )?(?P<off>\d+|one|two|three|four|five|six) ?(?:days?|weeks?|wks?|months?)? off"
)

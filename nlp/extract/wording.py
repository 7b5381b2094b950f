"""Other wordings of a mention, nearest to its own words first, normalised as the vocabularies' names are.

A patient writes "really bad headaches all the time" and "my knees hurt" where vocabularies list "headache" and "knee
pain".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.models.knowledge_base import normalise

LONGEST_MENTION = 20  # words; longer ones are stories, and no name is hidden in them

# Words before a complaint that say how strong or how often, or that only lead to it.
_BEFORE = (
    "a an the my his her our your their this that these those some any such more most much very really so too "
    "extremely extreme severe severely terrible terribly horrible horribly awful awfully bad badly mild mildly slight "
    "slightly minor moderate intense constant constantly continuous continual frequent frequently occasional "
    "occasionally daily nightly ongoing persistent incredible incredibly insane insanely crazy massive huge major "
    "serious seriously unbearable excruciating debilitating crippling violent brutal nasty wicked weird strange odd "
    "sudden suddenly new increased worse worsening worst pretty quite fairly super totally completely absolutely just "
    "always often sometimes still feel feeling felt feels being been be am was were is are get getting got "
    "gotten have having had has i im ive bit of lot little lots kind sort like uber noticeable noticeably "
    "overwhelming uncontrollable uncontrollably nonstop non stop random total complete real big great deal touch "
    "recurring recurrent intermittent periodic general generalized overall and with made making make me him becoming "
    "became become went going experienced experiencing developed developing suffer suffering from ton tons all over "
    "acute chronic unusual abnormal excessive mega super uncomfortable annoying tolerable bouts bout episode episodes "
    "attack attacks waves wave first initial on off multiple several repeated numerous significant considerable "
    "residual continued minimal profound profoundly relentless unrelenting brief progressively progressive prolonged "
    "sooo soooo"
)
BEFORE = frozenset(_BEFORE.split())
AFTER = re.compile(
    r"(?: (?:all (?:the time|day(?: long)?|night(?: long)?|over|of the time)|every (?:day|night|morning|single day|"
    r"time|evening|month|few hour|hour)|at (?:night|all|time|bedtime)|by (?:night|evening|noon|lunch)|most (?:day|"
    r"night|morning|of the (?:day|time))|constantly|badly|a lot|alot|a bit|a little|again|daily|now|too|lately|"
    r"sometime|frequently|severely|terribly|horribly|from hell|like crazy|like hell|as hell|in the (?:morning|evening|"
    r"afternoon|night|day|winter|summer)|during the (?:day|night)|the (?:whole|entire) (?:time|day)|"
    r"throughout the day|(?:so|really|very|pretty|too) (?:bad|badly|much)|nonstop|non stop|on and off|off and on|"
    r"(?:for|in) (?:day|week|month|hour)|when i (?:wake|woke) up|anymore|any more|more|often|at first|(?:till|until|"
    r"past) .+|once|twice|(?:\d+|two|three|four|five|several)(?: or \d+)? time(?: (?:a|per) (?:day|night|week))?|"
    r"(?:got|get|getting|is|are|became|become|much|even) (?:worse|bad)|came back|come back|episode|attack|issue|"
    r"problem|symptom|feeling|sensation|spell(?: a day)?|everywhere|my whole body|for no reason|out of nowhere|still|"
    r"better|worse|well|after|bad|easily|like never before|of the decade|of my life|flare(?: ?up)?))+$"
)
HURTS = re.compile(
    r"^(.+?) (?:hurt|hurting|ache|ached|aching|killing me|(?:is|are|was|were|started|been|felt|feel) (?:also |so |"
    r"very |really )*(?:killing me|hurting|aching|achy|painful))$"
)
STATE = re.compile(
    r"^(.+?) (?:is|are|was|were|got|get|went|go|feel|felt|became|become|stay|stayed) (?:so |very |really |all |"
    r"extremely )?(swollen|sore|numb|itchy|dry|stiff|red|tingly|weak|heavy|cold|shaky|puffy|burning|tight|blurry|"
    r"tender|bloated|cramping|tingling|watery|peeling|bleeding|racing|pounding|high|low)$"
)
AT_SITE = re.compile(
    r"^(.+?) (?:in|of|on|to|at|around|behind|down|under|across|up|inside|near|over) (?:my |the |his |her |both |"
    r"both of my |all my |all of my |our |one |a |left |right |lower |upper )*(.+)$"
)
# A reaction where the needle went in has codes of its own, whatever words say the place.
INJECTED = re.compile(
    r"\b(?:(?:injection|vaccin\w+|shot|needle|jab|infusion|iv) (?:site|area|spot|point|arm)|"
    r"(?:site|area|spot|point|place) of (?:the )?(?:injection|vaccin\w+|shot|needle|jab)|"
    r"where (?:i (?:got|had|was)|it was|they|the) .*(?:inject|shot|vaccin|needle|jab|poke)\w*|"
    r"(?:with|from) the needle)\b"
)
AT_INJECTION = (
    (re.compile(r"\b(?:pain|ach|sore|tender|throb|sting|stung|burn|hurt|discomfort)"), "injection site pain"),
    (re.compile(r"\b(?:swell|swollen|lump|knot|bump|hard)"), "injection site swelling"),
    (re.compile(r"\b(?:red\b|redness|erythema)"), "injection site redness"),
    (re.compile(r"\b(?:itch|rash|hive|warm|hot|bruis)"), "injection site reaction"),
)
SIDE = re.compile(r"\b(?:left|right|upper|lower|bottom|top|both|entire|whole|inner|outer|side of|one side of|area) ")
FEVER = re.compile(r"^((?:high |low grade )?fever)(?: of| at| over| up to| around| was)* \d[\d ]*(?:f|c|degree)?$")
POSSESSIVE = re.compile(r"\b(?:my|his|her|our|their|your) ")
# "gained about 20 lbs": what is left is in the overlay; a bare value ("sugar was 52") must not be left as "sugar".
AMOUNT = re.compile(
    r" (?:(?:a few|some|about|over|around|nearly|almost|like|another|maybe|more than|up to|at least|"
    r"good) )*\d+ ?(?=(?:lb|lbs|pound|kg|kilo|stone)\b)"
)
CONTRACTED = {"can not": "cant", "cannot": "cant", "will not": "wont"} | {
    f"{verb} not": f"{verb}nt"
    for verb in ("could", "did", "do", "does", "is", "are", "was", "were", "have", "has", "would", "should")
}
CONTRACTION = re.compile(rf"\b(?:{'|'.join(CONTRACTED)})\b")

# Forms, routes and suffixes of a product that leave its ingredients as they are.
_DRUG_FORMS = (
    "xr sr er xl cr la dr ir odt cd sa ec ds hcl xt cream gel ointment lotion patch tablet tab pill capsule cap shot "
    "injection infusion pen inhaler spray nasal drop eye iv im oral liquid syrup suspension suppository enema generic "
    "brand name otc extended release delayed immediate long short acting low high dose extra strength regular max "
    "maximum pm ring implant device iud coil chewable gummy powder pack dosepak sodium potassium hydrochloride "
    "succinate tartrate maleate besylate calcium acetate sulfate citrate topical solution mg mcg medication medicine "
    "med drug therapy treatment supplement the my a an old new first second third booster vaccine jab vaccination "
    "mist foam film strip sublingual rectal daily weekly"
)
DRUG_FORMS = frozenset(_DRUG_FORMS.split())


def event_wordings(text: str) -> Iterator[str]:
    """Wordings of a complaint or condition, at most once each."""
    yield from once(_event_wordings(normalise(text)))


def event_core(text: str) -> str:
    """The complaint alone, normalised: without what says how strong, how often or whose."""
    return POSSESSIVE.sub("", strip(contracted(normalise(text))))


def contracted(mention: str) -> str:
    """A normalised mention with "can not" and its like as one word."""
    return CONTRACTION.sub(lambda match: CONTRACTED[match.group()], mention)


def _event_wordings(mention: str) -> Iterator[str]:
    yield mention
    if mention.count(" ") >= LONGEST_MENTION:
        return
    if INJECTED.search(mention):
        yield from (name for sign, name in AT_INJECTION if sign.search(mention))
    yield FEVER.sub(r"\1", mention)
    short = contracted(mention)
    yield AFTER.sub("", short)
    core = strip(short)
    yield core
    plain = AMOUNT.sub(" ", POSSESSIVE.sub("", core))
    yield plain
    for pattern, order in ((HURTS, r"\1 pain"), (STATE, r"\2 \1"), (AT_SITE, r"\2 \1")):
        if pattern.match(plain):
            turned = pattern.sub(order, plain)
            yield turned
            yield strip(turned)
            yield strip(SIDE.sub("", turned))
    yield strip(SIDE.sub("", plain))


def drug_wordings(text: str) -> Iterator[str]:
    """Wordings of a drug: as it stands, without form and suffix, without hyphens."""
    yield from once(_drug_wordings(normalise(text)))


def _drug_wordings(mention: str) -> Iterator[str]:
    yield mention
    words = [
        word for word in mention.split(" ") if not word.isdigit() and not re.fullmatch(r"\d+(?:mg|mcg|ml|iu|g)", word)
    ]
    yield " ".join(words)
    while len(words) > 1 and words[-1] in DRUG_FORMS:
        words.pop()
        yield " ".join(words)
    while len(words) > 1 and words[0] in DRUG_FORMS:
        words.pop(0)
        yield " ".join(words)
    yield mention.replace(" ", "")


def strip(mention: str) -> str:
    """A normalised complaint without the words around it that say how strong, how often or since when."""
    trimmed = AFTER.sub("", mention) or mention
    words = trimmed.split(" ")
    while len(words) > 1 and words[0] in BEFORE:
        words.pop(0)
    return " ".join(words)


def once(wordings: Iterator[str]) -> Iterator[str]:
    """Each wording that is not empty, the first time only."""
    seen: set[str] = set()
    for wording in wordings:
        if wording and wording not in seen:
            seen.add(wording)
            yield wording

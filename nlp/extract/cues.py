"""Cue words as data: what in a sentence turns an entity absent, feared, someone else's, past, mild or severe.

After ConText (Harkema et al., J Biomed Inform 2009), written anew for patients' language. A cue works on entities
behind it (`forward`), before it (`backward`) or both, within `reach` words, up to the end of its sentence or to a
word of `STOP`. Patterns are regular expressions over lower-cased text with straight apostrophes; the longest match at
a place wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nlp.datamodel import REACTION_LABELS
from nlp.extract.alternation import either, one_of

Direction = Literal["forward", "backward", "both"]


@dataclass(frozen=True, slots=True)
class Cue:
    """`attribute` is None for phrases that only look like a cue and are passed over."""

    pattern: str
    attribute: str | None
    value: str
    direction: Direction = "forward"
    reach: int = 8
    labels: tuple[str, ...] = ()


# Where the scope of a cue ends.
STOP = re.compile(
    r"\b(?:but|except|other than|apart from|aside from|besides|although|though|however|yet|until|because|bc|"
    r"just|only|then|which|who|so i|and (?:i|my|then|now|it)|still|instead|unless)\b|[;:]|\s-{1,2}\s|\.\.+"
)

IS = r"(?:is|are|was|were|has|have)"
DO_NOT = r"(?:do|does|did|have|has|had|is|was|are|were)n'?t"
DO_NOT_OR_CANNOT = r"(?:do|does|did|have|has|had|is|was|are|were|ca|could|wo|would)n'?t"
MAY = r"(?:can|may|might|could)"
CAN_IT = r"(?:can|may|might|could|will|would|does|do|did|supposed to|known to|said to)"
THE_DRUG = r"(?: it| this| they| that| also| this drug| this med(?:icine|ication)?)"
WARNS = r"(?:says?|said|lists?|listed|mentions?|mentioned|warns?|warned)"
HAVE_BEEN_TOLD = r"(?:read|reading|heard|hear|googled|researched|seen posts|told)"

CUES = (
    # --- not a negation
    Cue(
        either(
            r"no idea|no doubt|no wonder|not only|no problem|no matter|not to mention|no longer than|not sure|no one",
            r"nothing like",
        ),
        None,
        "",
    ),
    # without many problems
    Cue(
        r"(?:no|not|without|zero|any|few|minimal) (?:\w+ )?"
        r"(?:side ?effects?|se'?s|problems|issues|complaints|difference|change)",
        None,
        "",
    ),
    # not as bad, no relief
    Cue(
        either(
            r"not as (?:bad|much)",
            r"no (?:help|relief|luck|change|better|improvement)",
            r"can'?t say enough",
            r"couldn'?t be happier",
        ),
        None,
        "",
    ),
    # did not do a thing, went without it
    Cue(
        either(
            r"(?:did|does|do|has|have|is|was)(?:n'?t| not| nothing)(?: even| really)? "
            r"(?:do (?:anything|much|a thing)|help|touch|work|like|want|know|think|need|stop|fix|sure|enough)",
            r"not (?:bad|as|enough|good|great|sure|so)",
            r"no good",
            r"went without",
            r"without (?:it|food|trying|my|the)",
            r"no (?:longer|later) than",
            r"that i could tell",
        ),
        None,
        "",
    ),
    # --- absent
    # no more, without any, never had, none of the usual
    Cue(
        either(
            r"no(?: more)?",
            r"zero",
            r"without(?: any)?",
            r"never(?: had| got| experienced| felt| noticed)?",
            r"none of the(?: usual)?",
            r"nor",
            r"neither",
        ),
        "presence",
        "absent",
        reach=6,
    ),
    # didn't really have any, has never caused
    Cue(
        rf"(?:not|never|{DO_NOT_OR_CANNOT})(?: really| ever| even)? "
        r"(?:have|had|get|gotten|got|experienced?|noticed?|seen|felt|feel|"
        r"cause[d]?|give me|given me|suffer(?:ed)?(?: from)?)(?: any)?",
        "presence",
        "absent",
        reach=6,
    ),
    # isn't ever
    Cue(rf"(?:not|{DO_NOT})(?: really| ever)?(?: any)?", "presence", "absent", reach=1),
    # no longer have, no sign of, denies
    Cue(
        either(
            r"no longer(?: have| get| feel)?",
            r"no signs? of",
            r"free (?:of|from)",
            r"den(?:y|ies|ied)",
            r"negative for",
            r"ruled out",
            r"absence of",
            r"clear of",
            r"not a (?:bit|trace|hint) of",
        ),
        "presence",
        "absent",
        reach=6,
    ),
    # pain-free; was ruled out, never came
    Cue(
        either(
            r"[- ]?free\b(?! of| from)",
            r"(?:was|were) ruled out",
            r"(?:was|were|is|are) negative",
            r"never (?:happened|came|materiali[sz]ed)",
            r"(?:has|have) not (?:happened|occurred)",
        ),
        "presence",
        "absent",
        "backward",
        2,
    ),
    # --- hypothetical: feared, warned of, read, asked about, prevented
    # scared of, worried that
    Cue(
        one_of("worried worry worries worrying scared afraid terrified nervous anxious concerned fear(?:ful)? paranoid")
        + r" (?:about|of|that|it|i)|fear of",
        "presence",
        "hypothetical",
        reach=12,
    ),
    # at risk of, they warned me about, to avoid
    Cue(
        either(
            r"risks? (?:of|for)",
            r"chances? of",
            r"in case of",
            r"warned(?: me| us)?(?: about| of| that)?",
            r"warnings?(?: about| of| for)?",
            r"prone to",
            r"prevent(?:s|ing|ion of)?",
            r"to avoid",
            r"so i don'?t get",
            r"at risk (?:of|for)",
        ),
        "presence",
        "hypothetical",
        reach=10,
    ),
    # can it cause, is known to give you
    Cue(
        rf"{CAN_IT}{THE_DRUG}?(?: really| possibly| sometimes)? "
        r"(?:cause|lead to|give (?:you|me|us)|make (?:you|me)|result in)",
        "presence",
        "hypothetical",
        reach=14,
        labels=REACTION_LABELS,
    ),
    # read all about, the leaflet says
    Cue(
        either(
            rf"{HAVE_BEEN_TOLD}(?: all)?(?: online)? (?:about|of)",
            rf"(?:leaflet|label|insert|pamphlet|website|internet|online|paperwork)(?: \w+)? {WARNS}",
        ),
        "presence",
        "hypothetical",
        reach=14,
    ),
    # has anyone else had
    Cue(
        r"(?:does|do|did|has|have|is|are|was)(?: \w+)? "
        r"(?:anyone|anybody|any one|someone|others?|people|you guys|you|any of you)(?: else)?"
        r"(?: \w+)?(?: get| got| have| had| experienced?| notice[d]?| gotten)?",
        "presence",
        "hypothetical",
        reach=14,
        labels=REACTION_LABELS,
    ),
    # anyone getting
    Cue(
        r"anyone(?: else)?"
        r"(?: \w+)?(?: get| got| have| had| experienced?| experiencing| notice[d]?| gotten| getting| having)",
        "presence",
        "hypothetical",
        reach=14,
        labels=REACTION_LABELS,
    ),
    # what is, treatments for, tell me about
    Cue(
        either(
            r"(?:what|where|how|who)(?:'s| is| are| can| do| causes?| about)",
            r"information (?:on|about|regarding)",
            r"info (?:on|about)",
            r"(?:learn|know|find out)(?: more)? about",
            r"treatments? (?:for|of)",
            r"cures? for",
            r"symptoms of",
            r"tell me about",
            r"is there (?:a|any) (?:cure|treatment|test) for",
        ),
        "presence",
        "hypothetical",
        reach=12,
        labels=("CONDITION",),
    ),
    # if I get, unless I have
    Cue(
        either(
            r"if i (?:get|got|have|had|develop|start)",
            r"should i (?:get|have)",
            r"unless i (?:get|have)",
            r"potential(?:ly)?",
        ),
        "presence",
        "hypothetical",
        reach=8,
    ),
    # keep an eye out for, tested for
    Cue(
        either(
            r"watch(?:ing)?(?: out)? for",
            r"look out for",
            r"keep an eye (?:out for|on)",
            r"flagged (?:it |this )?for",
            r"checked for",
            r"screened for",
            r"tested for",
        ),
        "presence",
        "hypothetical",
        reach=8,
    ),
    # could the shot make me, this may also
    Cue(
        either(
            r"(?:can|could|may|might|will|does|do|did)(?: \w+){1,2} "
            r"(?:cause|give (?:you|me|us)|make (?:you|me|him|her)|lead to)",
            rf"(?:it|this|that|which|they|drug|one|pills?) {MAY}(?: also)?",
        ),
        "presence",
        "hypothetical",
        reach=10,
        labels=REACTION_LABELS,
    ),
    # --- what it was thought to be: I thought it was just
    Cue(
        r"(?:i |we |they |he |she )?(?:thought|thinking|figured|assumed)(?: that)? "
        r"(?:it was|i had|this was|it's|i was having|she had|he had)(?: just| only| another| an?| the)*",
        "presence",
        "absent",
        reach=5,
        labels=("CONDITION",),
    ),
    # --- possible: might have, not sure if this is
    Cue(
        either(
            r"(?:might|may|could) (?:have|be|be getting|be having)",
            r"possibl[ey]",
            r"probabl[ey]",
            r"maybe i have",
            r"i think i (?:have|am getting|may have|might have)",
            r"suspect(?:ed|s)?",
            r"looks like",
            r"not sure if (?:i have|it'?s|this is)",
            r"wonder(?:ing)? if (?:i have|it'?s|this is)",
        ),
        "presence",
        "possible",
        reach=6,
        labels=("CONDITION", "SYMPTOM"),
    ),
    # --- past and pre-existing
    # years ago, when I was a kid
    Cue(
        either(
            r"years ago",
            r"months ago i had",
            r"in the past",
            r"as a (?:kid|child|teen(?:ager)?)",
            r"when i was (?:\d+|a kid|a child|young(?:er)?|little|in (?:college|high school))",
            r"back in (?:19|20)\d\d",
            r"in my (?:twenties|thirties|teens|20s|30s)",
        ),
        "time",
        "past",
        "both",
        10,
        ("CONDITION", "SYMPTOM"),
    ),
    # used to have
    Cue(
        r"(?:history of|h/o|hx of|used to (?:have|get|suffer from)|previously had|once had|prior)",
        "time",
        "past",
        reach=6,
        labels=("CONDITION", "SYMPTOM"),
    ),
    # is all gone, went away
    Cue(
        either(
            rf"{IS}(?: \w+)? (?:gone|disappeared|vanished|cleared(?: up)?|resolved|subsided|lifted)",
            r"went away",
            r"cleared up",
            r"disappeared",
            r"(?:completely|totally) gone",
        ),
        "time",
        "past",
        "backward",
        5,
        ("SYMPTOM",),
    ),
    # I've always had, before I ever started
    Cue(
        either(
            r"already (?:had|have|suffer(?:ed)? from)",
            r"pre-?existing",
            r"i'?ve always had",
            r"always had",
            r"since childhood",
            r"my whole life",
            r"born with",
            r"before (?:i )?(?:ever )?(?:start(?:ed|ing)|tak(?:ing)|took)",
        ),
        "time",
        "pre-existing",
        "both",
        6,
        ("CONDITION", "SYMPTOM"),
    ),
    Cue(r"i also have|also suffer from|i have(?: a)? chronic", "time", "pre-existing", reach=6, labels=("CONDITION",)),
    # --- welcome: as a bonus, which I don't mind
    Cue(
        either(
            r"as a bonus",
            r"added bonus",
            r"bonus:?",
            r"nice side effect(?: is| was)?",
            r"happy side effect(?: is| was)?",
            r"which i (?:don'?t mind|like|love|needed|wanted)",
            r"thankfully",
            r"i'?ll take it",
            r"yay",
            r"not complaining",
        ),
        "effect",
        "beneficial",
        "both",
        6,
        REACTION_LABELS,
    ),
)

# --- how bad: of two words the graver stands
MILD = re.compile(
    r"\b(?:mild(?:ly)?|slight(?:ly)?|minor|a (?:little|bit|tad|touch)(?: of| of a)?|little|somewhat|annoying)\b"
)
MODERATE = re.compile(r"\b(?:moderate(?:ly)?|medium|fairly|quite|noticeabl[ey]|significant(?:ly)?|considerabl[ey])\b")
GRAVE_WORDS = (
    either(
        r"severe(?:ly)?|sever|extreme(?:ly)?|terribl[ey]|horribl[ey]|horrendous|awful|excruciating|unbearabl[ey]",
        r"intense(?:ly)?|violent(?:ly)?|massive|debilitating|crippling|agonizing|worst",
        r"(?:so|really|very|super|incredibly) (?:bad(?:ly)?|severe|intense|sick|painful)",
        r"insane(?:ly)?|brutal|horrific|crazy|serious|out of control|uncontrollabl[ey]|from hell",
    )
    + r"\b"
)
SEVERE = re.compile(rf"\b{GRAVE_WORDS}")
# Behind the mention: "which was really awful", "so bad".
SAID_SEVERE = re.compile(
    rf",?\s+(?:(?:(?:that|which) )?(?:is|was|were|are|got|became) (?:(?!not )\w+ )?(?P<word>{GRAVE_WORDS})|"
    r"(?P<so>so bad)\b)"
)

# --- whose body a sentence speaks of
RELATIVES = (
    "mom mum mother dad father husband hubby wife partner boyfriend girlfriend son daughter child kid kids baby "
    "toddler sister brother aunt uncle grand(?:ma|pa|mother|father|son|daughter) nan gran friend neighbou?r coworker "
    "boss niece nephew cousin dog cat patient resident infant newborn boy girl man woman male female roommate mil fil"
)
# A possessive before a relative is that relative, not the author.
OTHER_PERSON = re.compile(
    either(
        rf"\b(?:my|our|her|his|the|a|an?)\s+(?:\w+[\s-]){{0,2}}?(?:{one_of(RELATIVES)}|year[- ]old|yo)\b",
        r"\b(?:he|she|his|hers?|him|patient|pt|mom|mum|dad|hubby|"
        r"people|others|some folks|most people|everyone else|dh|dd|ds)\b",
    )
)
AUTHOR = re.compile(r"\b(?:i|i'?m|im|i'?ve|ive|i'?d|i'?ll|me|my|myself|mine)\b")


@cache
def compiled() -> tuple[tuple[re.Pattern[str], Cue], ...]:
    """Each cue with its pattern between word borders."""
    return tuple((re.compile(rf"(?<![\w'])(?:{cue.pattern})(?![\w'])"), cue) for cue in CUES)

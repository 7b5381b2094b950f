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

CUES = (
    # not a negation
    Cue(
        r"no idea|no doubt|no wonder|not only|no problem|no matter|not to mention|no longer than|not sure|no one|nothing like",
        None,
        "",
    ),
    Cue(
        r"(?:no|not|without|zero|any|few|minimal) (?:\w+ )?(?:side ?effects?|se'?s|problems|issues|complaints|difference|change)",
        None,
        "",
    ),
    Cue(
        r"not as (?:bad|much)|no (?:help|relief|luck|change|better|improvement)|can'?t say enough|couldn'?t be happier",
        None,
        "",
    ),
    Cue(
        r"(?:did|does|do|has|have|is|was)(?:n'?t| not| nothing)(?: even| really)? (?:do (?:anything|much|a thing)|help|touch|work|like|want|know|think|need|stop|fix|sure|enough)"
        r"|not (?:bad|as|enough|good|great|sure|so)|no good|went without|without (?:it|food|trying|my|the)|no (?:longer|later) than|that i could tell",
        None,
        "",
    ),
    # absent
    Cue(
        r"no(?: more)?|zero|without(?: any)?|never(?: had| got| experienced| felt| noticed)?|none of the(?: usual)?|nor|neither",
        "presence",
        "absent",
        reach=6,
    ),
    Cue(
        r"(?:not|never|(?:do|does|did|have|has|had|is|was|are|were|ca|could|wo|would)n'?t)(?: really| ever| even)?"
        r" (?:have|had|get|gotten|got|experienced?|noticed?|seen|felt|feel|cause[d]?|give me|given me|suffer(?:ed)?(?: from)?)(?: any)?",
        "presence",
        "absent",
        reach=6,
    ),
    Cue(
        r"(?:not|(?:do|does|did|have|has|had|is|was|are|were)n'?t)(?: really| ever)?(?: any)?",
        "presence",
        "absent",
        reach=1,
    ),
    Cue(
        r"no longer(?: have| get| feel)?|no signs? of|free (?:of|from)|den(?:y|ies|ied)|negative for|ruled out|absence of|clear of|not a (?:bit|trace|hint) of",
        "presence",
        "absent",
        reach=6,
    ),
    Cue(
        r"[- ]?free\b(?! of| from)|(?:was|were) ruled out|(?:was|were|is|are) negative|never (?:happened|came|materiali[sz]ed)|(?:has|have) not (?:happened|occurred)",
        "presence",
        "absent",
        "backward",
        2,
    ),
    # hypothetical: feared, warned of, read, asked about, prevented
    Cue(
        r"(?:worried|worry|worries|worrying|scared|afraid|terrified|nervous|anxious|concerned|fear(?:ful)?|paranoid) (?:about|of|that|it|i)|fear of",
        "presence",
        "hypothetical",
        reach=12,
    ),
    Cue(
        r"risks? (?:of|for)|chances? of|in case of|warned(?: me| us)?(?: about| of| that)?|warnings?(?: about| of| for)?|prone to|prevent(?:s|ing|ion of)?|to avoid|so i don'?t get|at risk (?:of|for)",
        "presence",
        "hypothetical",
        reach=10,
    ),
    Cue(
        r"(?:can|may|might|could|will|would|does|do|did|supposed to|known to|said to)(?: it| this| they| that| also| this drug| this med(?:icine|ication)?)?(?: really| possibly| sometimes)? (?:cause|lead to|give (?:you|me|us)|make (?:you|me)|result in)",
        "presence",
        "hypothetical",
        reach=14,
        labels=REACTION_LABELS,
    ),
    Cue(
        r"(?:read|reading|heard|hear|googled|researched|seen posts|told)(?: all)?(?: online)? (?:about|of)|(?:leaflet|label|insert|pamphlet|website|internet|online|paperwork)(?: \w+)? (?:says?|said|lists?|listed|mentions?|mentioned|warns?|warned)",
        "presence",
        "hypothetical",
        reach=14,
    ),
    Cue(
        r"(?:does|do|did|has|have|is|are|was)(?: \w+)? (?:anyone|anybody|any one|someone|others?|people|you guys|you|any of you)(?: else)?(?: \w+)?(?: get| got| have| had| experienced?| notice[d]?| gotten)?",
        "presence",
        "hypothetical",
        reach=14,
        labels=REACTION_LABELS,
    ),
    Cue(
        r"anyone(?: else)?(?: \w+)?(?: get| got| have| had| experienced?| experiencing| notice[d]?| gotten| getting| having)",
        "presence",
        "hypothetical",
        reach=14,
        labels=REACTION_LABELS,
    ),
    Cue(
        r"(?:what|where|how|who)(?:'s| is| are| can| do| causes?| about)|information (?:on|about|regarding)|info (?:on|about)|(?:learn|know|find out)(?: more)? about|treatments? (?:for|of)|cures? for|symptoms of|tell me about|is there (?:a|any) (?:cure|treatment|test) for",
        "presence",
        "hypothetical",
        reach=12,
        labels=("CONDITION",),
    ),
    Cue(
        r"if i (?:get|got|have|had|develop|start)|should i (?:get|have)|unless i (?:get|have)|potential(?:ly)?",
        "presence",
        "hypothetical",
        reach=8,
    ),
    Cue(
        r"watch(?:ing)?(?: out)? for|look out for|keep an eye (?:out for|on)|flagged (?:it |this )?for|checked for|screened for|tested for",
        "presence",
        "hypothetical",
        reach=8,
    ),
    Cue(
        r"(?:can|could|may|might|will|does|do|did)(?: \w+){1,2} (?:cause|give (?:you|me|us)|make (?:you|me|him|her)|lead to)|(?:it|this|that|which|they|drug|one|pills?) (?:can|may|might|could)(?: also)?",
        "presence",
        "hypothetical",
        reach=10,
        labels=REACTION_LABELS,
    ),
    # what it was thought to be
    Cue(
        r"(?:i |we |they |he |she )?(?:thought|thinking|figured|assumed)(?: that)? (?:it was|i had|this was|it's|i was having|she had|he had)(?: just| only| another| an?| the)*",
        "presence",
        "absent",
        reach=5,
        labels=("CONDITION",),
    ),
    # possible
    Cue(
        r"(?:might|may|could) (?:have|be|be getting|be having)|possibl[ey]|probabl[ey]|maybe i have|i think i (?:have|am getting|may have|might have)|suspect(?:ed|s)?|looks like|not sure if (?:i have|it'?s|this is)|wonder(?:ing)? if (?:i have|it'?s|this is)",
        "presence",
        "possible",
        reach=6,
        labels=("CONDITION", "SYMPTOM"),
    ),
    # past and pre-existing
    Cue(
        r"years ago|months ago i had|in the past|as a (?:kid|child|teen(?:ager)?)|when i was (?:\d+|a kid|a child|young(?:er)?|little|in (?:college|high school))|back in (?:19|20)\d\d|in my (?:twenties|thirties|teens|20s|30s)",
        "time",
        "past",
        "both",
        10,
        ("CONDITION", "SYMPTOM"),
    ),
    Cue(
        r"(?:history of|h/o|hx of|used to (?:have|get|suffer from)|previously had|once had|prior)",
        "time",
        "past",
        reach=6,
        labels=("CONDITION", "SYMPTOM"),
    ),
    Cue(
        r"(?:is|are|was|were|has|have)(?: \w+)? (?:gone|disappeared|vanished|cleared(?: up)?|resolved|subsided|lifted)|went away|cleared up|disappeared|(?:completely|totally) gone",
        "time",
        "past",
        "backward",
        5,
        ("SYMPTOM",),
    ),
    Cue(
        r"already (?:had|have|suffer(?:ed)? from)|pre-?existing|i'?ve always had|always had|since childhood|my whole life|born with|before (?:i )?(?:ever )?(?:start(?:ed|ing)|tak(?:ing)|took)",
        "time",
        "pre-existing",
        "both",
        6,
        ("CONDITION", "SYMPTOM"),
    ),
    Cue(r"i also have|also suffer from|i have(?: a)? chronic", "time", "pre-existing", reach=6, labels=("CONDITION",)),
    # welcome
    Cue(
        r"as a bonus|added bonus|bonus:?|nice side effect(?: is| was)?|happy side effect(?: is| was)?|which i (?:don'?t mind|like|love|needed|wanted)|thankfully|i'?ll take it|yay|not complaining",
        "effect",
        "beneficial",
        "both",
        6,
        REACTION_LABELS,
    ),
)

MILD = re.compile(
    r"\b(?:mild(?:ly)?|slight(?:ly)?|minor|a (?:little|bit|tad|touch)(?: of| of a)?|little|somewhat|annoying)\b"
)
MODERATE = re.compile(r"\b(?:moderate(?:ly)?|medium|fairly|quite|noticeabl[ey]|significant(?:ly)?|considerabl[ey])\b")
_SEVERE = (
    r"(?:severe(?:ly)?|sever|extreme(?:ly)?|terribl[ey]|horribl[ey]|horrendous|awful|excruciating|unbearabl[ey]|intense(?:ly)?|violent(?:ly)?|"
    r"massive|debilitating|crippling|agonizing|worst|(?:so|really|very|super|incredibly) (?:bad(?:ly)?|severe|intense|sick|painful)|insane(?:ly)?|brutal|"
    r"horrific|crazy|serious|out of control|uncontrollabl[ey]|from hell)\b"
)
SEVERE = re.compile(rf"\b{_SEVERE}")
# behind the mention
SAID_SEVERE = re.compile(
    rf",?\s+(?:(?:(?:that|which) )?(?:is|was|were|are|got|became) (?:(?!not )\w+ )?(?P<word>{_SEVERE})|(?P<so>so bad)\b)"
)

# Whose body a sentence speaks of. A possessive before a relative is that relative, not the author.
OTHER_PERSON = re.compile(
    r"\b(?:my|our|her|his|the|a|an?)\s+(?:\w+[\s-]){0,2}?(?:mom|mum|mother|dad|father|husband|hubby|wife|partner|boyfriend|girlfriend|son|daughter|"
    r"child|kid|kids|baby|toddler|sister|brother|aunt|uncle|grand(?:ma|pa|mother|father|son|daughter)|nan|gran|friend|neighbou?r|coworker|boss|"
    r"niece|nephew|cousin|dog|cat|patient|resident|infant|newborn|boy|girl|man|woman|male|female|roommate|mil|fil|year[- ]old|yo)\b"
    r"|\b(?:he|she|his|hers?|him|patient|pt|mom|mum|dad|hubby|people|others|some folks|most people|everyone else|dh|dd|ds)\b"
)
AUTHOR = re.compile(r"\b(?:i|i'?m|im|i'?ve|ive|i'?d|i'?ll|me|my|myself|mine)\b")


@cache
def compiled() -> tuple[tuple[re.Pattern[str], Cue], ...]:
    """Each cue with its pattern between word borders."""
    return tuple((re.compile(rf"(?<![\w'])(?:{cue.pattern})(?![\w'])"), cue) for cue in CUES)

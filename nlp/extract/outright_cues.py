"""Words that say outright what a drug did, what it was taken for and how well it worked. Data only.

Patterns run over `nlp.extract.written.normalise`d text in which each drug mention reads `@` (`anchored.masked`).
"""

from __future__ import annotations

import re

_OF = r"(?:(?:the|my|this|that|his|her|these|those|taking|starting|being on|both|all|a|an) )*"
_LIGHT = r"(?:(?:just|really|also|only|always|definitely|has|have|had|even|then|which|that) )*"
_CAUSED = r"(?:gave|gives|giving|given|caused|causes|causing|made|makes|making|brought on|triggered|left)"
_WHOM = r"(?:(?:me|my|him|his|her|us|them|our|you) )?"
_A = r"(?:(?:an?|the|some|such|really|so|very|bad|awful|terrible|feel|have|get|with|all|my) )*"

# Drug, verb and event in a row. "which" is the drug right before it.
CAUSED_BEFORE = re.compile(
    rf"@+,? (?:for (?:that|it|this) )?{_LIGHT}{_CAUSED} {_WHOM}{_A}$|"
    r"(?:^|(?<=[.;!?] )|(?<=[.;!?]  )|(?<=\n))@+:\s$|"
    rf"(?:^|(?<=[.;!?,] ))on (?:the )?@+,? (?:i|my|he|she) (?:\w+ ){{0,2}}{_A}$|"
    rf"\bblame {_OF}@+ for {_OF}$"
)
CAUSED_BEHIND = re.compile(
    rf",? (?:(?:that )?(?:i|we|he|she) (?:got|get|had|have|was getting) )?"
    r"(?:(?:is|are|was|were|came|comes|come)(?: all| only| clearly| definitely| probably)? )?"
    rf"(?:from|caused by|brought on by|due to|thanks to|because of) {_OF}@+|"
    rf" (?:that |which )?{_OF}@+ (?:gave|gives|caused|causes|brought on)\b|"
    rf" (?:was|is|were|are) {_OF}@+(?:'s)? (?:doing|fault)\b"
)
# Drug "for" complaint.
TAKEN_FOR = re.compile(
    rf"@+ (?:for|against|to treat|to help with) {_OF}$|"
    rf"\b(?:need|needs|needed|take|takes|took|taking|use|using|added) {_OF}@+ because of {_OF}$"
)
ROW = re.compile(r"\s*(?:,|and|or|&|\+|/|plus|with|,? and)\s*(?:the |my )?")

_AND = r"(?: with)?(?: (?:the|my|his|her|this|these|any of the))*\s$"
_NO = r"(?:does|did|do|has|have|is|was)(?:n'?t| not)(?: really| even| at all)?"
# (effectiveness, words before the complaint, words behind it, or else inside it)
GRADES: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None], ...] = (
    (
        "none",
        re.compile(
            rf"\b(?:{_NO} (?:help(?:ed|ing)?|touch(?:ed|ing)?|work(?:ed|ing)? (?:for|on)|"
            r"do (?:anything|a thing|squat) for)|"
            rf"(?:did|does|do|done) (?:nothing|squat|zilch) for){_AND}"
        ),
        None,
        None,
    ),
    ("slight", re.compile(rf"\b{_NO} (?:do|help(?: with)?) much (?:for|with){_AND}"), None, None),
    (
        "slight",
        re.compile(rf"\bhelp(?:s|ed|ing)?{_AND}"),
        re.compile(r"(?: only)?(?: just)? (?:a (?:little|bit|tad)|slightly)\b"),
        re.compile(r" a (?:little|bit|tad)$"),
    ),
    (
        "slight",
        re.compile(
            rf"\b(?:(?:takes?|took|taking) the edge off(?: of)?|help(?:s|ed|ing)? (?:a (?:little|bit)|slightly)){_AND}"
        ),
        None,
        None,
    ),
    (
        "major",
        re.compile(
            rf"\bhelp(?:s|ed|ing)? (?:a (?:lot|ton|great deal)|so much|tremendously|immensely|enormously){_AND}"
        ),
        None,
        None,
    ),
    (
        "major",
        None,
        re.compile(
            r" (?:is|are|has been|have been|was|were|got|gets) (?:so much|way|tons|hugely) better\b(?! (?:than|if))"
        ),
        None,
    ),
    (
        "moderate",
        re.compile(r"\bmoderate (?:relief|help|improvement)(?: of| from| for| with| in)?(?: (?:the|my))*\s$"),
        None,
        None,
    ),
)

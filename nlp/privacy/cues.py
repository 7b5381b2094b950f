"""What stands around the names of people, as data: titles, kinship and professions, greetings, sign-offs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from nlp.privacy.words import UPPER

# What a cue makes us believe: `any` capitalised word; `known` given names only; `kin`: known names, and other
# capitalised words where the sentence goes on as it does after a name; `lower`: known given names in lower case.
Belief = Literal["any", "known", "kin", "lower"]

KIN = (
    r"son|daughter|child|kid|baby|boy|girl|twins?|husband|wife|hubby|hubs|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|bf|gf"
    r"|mum|mom|mother|mam|father|dad|parents|brother|bro|sister|sis|aunt|auntie|uncle|cousin|niece|nephew|grandson"
    r"|granddaughter|grandma|grandpa|grandmother|grandfather|nan|gran|friend|bestie|buddy|mate|neighbou?r|room ?mate"
    r"|flat ?mate|co-?worker|colleague|boss|manager|carer|caregiver|teacher"
)
STAFF = (
    r"doctor|doc|gp|psychiatrist|pdoc|psychologist|therapist|counsell?or|nurse|np|pharmacist|dentist|surgeon|specialist"
    r"|oncologist|neurologist|cardiologist|rheumatologist|dermatologist|endocrinologist|endo|gyn|gynecologist"
    r"|gynaecologist|obgyn|midwife|urologist|physio|consultant|social worker|case ?worker"
)
SPEECH = (
    r"said|says|told|tells|asked|suggested|recommended|prescribed|thinks|thought|explained|called|gave|warned|insisted"
    r"|died|passed away|passed"
)
LINE_ENDS = r"[.!]{0,3}[ \t]*(?:\r?\n|$)"


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a name may begin: at the end of `pattern`, if `before` matches up to there and `then` behind the name.

    The pattern is what a regular expression finds fast; what costs more is asked only at the places it finds.
    """

    reason: str
    belief: Belief
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None = None
    then: re.Pattern[str] | None = None
    reach: int = 48  # code points that `before` sees


CAPITAL = rf"(?=[{UPPER}])"
CUES = (
    Cue(
        "title",
        "any",
        re.compile(
            r"\b(?:(?:[Dd]r|[Mm]r|[Mm]rs|Ms|Mx|[Pp]rof|Rev|Fr)\b\.?|(?:DR|MR|MRS)\.|[Dd]octor|Doc|[Pp]rofessor|[Nn]urse|Miss"
            r"|Sister|Pastor|[Aa]unt(?:ie|y)?|[Uu]ncle|Grand(?:ma|pa|ad))[ \u00a0](?=\w)"
        ),
    ),
    Cue(
        "my name is",
        "any",
        re.compile(r"[Nn]ame(?:\sis|['’]?s|\swas|\s?:)\s(?=\w)"),
        before=re.compile(
            r"(?:\b(?:my|his|her|their|first|last|full|real|patient)\s|(?:^|\n)\s*)name\S*(?:\s\S+)?\s$", re.IGNORECASE
        ),
    ),
    Cue(
        "named",
        "any",
        re.compile(rf"\b(?:named|called)\s{CAPITAL}"),
        before=re.compile(
            rf"\b(?:{KIN}|{STAFF}|man|woman|guy|lady|gentleman|person|rep|receptionist),?\s(?:is\s|was\s)?\w+\s$",
            re.IGNORECASE,
        ),
    ),
    Cue(
        "kinship",
        "kin",
        re.compile(rf"[a-zA-Z](?:, ?|\s\(|\s){CAPITAL}"),
        before=re.compile(rf"\b(?:{KIN}|{STAFF})\W{{1,2}}$"),
        reach=18,
    ),
    Cue("kinship", "lower", re.compile(rf"\b(?:my|our|his|her|their)\s(?:{KIN}|{STAFF})\s(?=[a-z])")),
    Cue(
        "I'm",
        "known",
        re.compile(rf"\b(?:I['’]?m|I am|[Tt]his is|[Ii]t['’]s|i['’]?m|i am)\s{CAPITAL}"),
        then=re.compile(r"\s?(?:[,.!;:)(\n]|$|(?:and|from|here|again|a|an|aged?|im|i)\b|\d|[-–—])", re.IGNORECASE),
    ),
    Cue(
        "greeting",
        "known",
        re.compile(rf"\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Dd]earest|HI|HELLO)(?: there)?,? {CAPITAL}"),
    ),
    Cue(
        "thanks",
        "known",
        re.compile(
            r"\b(?:[Tt]hanks|[Tt]hank you|[Tt]hx|[Tt]y|[Cc]heers)(?: so much| very much| a lot| again| all| everyone)?"
            rf"(?: in advance)?(?:[,.!]|\s?[-–—]|\s){{1,3}}{CAPITAL}"
        ),
        then=re.compile(rf"[,;:]|[.!]|{LINE_ENDS}"),
    ),
    Cue(
        "closing",
        "known",
        re.compile(
            r"\b(?:[Ss]incerely|[Rr]egards|[Ww]ishes|[Yy]ours(?: truly)?|[Ll]ove|[Hh]ugs|[Bb]lessings|[Tt]ake care"
            rf"|[Gg]od bless|xx+)[,.!]{{0,2}}(?:[ \t]*\r?\n[ \t]*|\s){CAPITAL}"
        ),
        then=re.compile(LINE_ENDS),
    ),
    Cue(
        "formal closing",
        "any",
        re.compile(rf"\b(?:[Ss]incerely|[Rr]egards|[Ww]ishes),[ \t]*\r?\n[ \t]*{CAPITAL}"),
        then=re.compile(LINE_ENDS),
    ),
    Cue(
        "sign-off",
        "known",
        re.compile(rf"[-–—~*][ \t]?{CAPITAL}"),
        before=re.compile(r"(?:^|[\n.!?)]|[ \t]{2})[ \t]*[-–—~*]{1,2}[ \t]?$"),
        then=re.compile(LINE_ENDS),
    ),
    Cue("ask for", "known", re.compile(rf"\b(?:ask(?:ed)? for|speak (?:to|with)|attention|attn:?) {CAPITAL}")),
    Cue("speech", "known", re.compile(rf"(?<![\w'’-])(?=[{UPPER}]\w{{1,20}}\s(?:{SPEECH})\b)")),
    Cue("full name", "known", re.compile(rf"(?<![\w'’-])(?=[{UPPER}][\w-]{{1,20}} (?:[{UPPER}]\.? )?[{UPPER}]\w)")),
)

GIVING_BEFORE = re.compile(  # "gave my son Benadryl": what follows is given to him, not his name
    r"\b(?:g[ai]ve|giving|given|gives|gets?|got|bought|buy|feeds?|fed|offer(?:ed|s)?|prescribed|told|tells?|ask(?:ed|s)?|sent"
    r"|show(?:ed|s)?|call(?:ed)?|start(?:ed)?|put)\s$",
    re.IGNORECASE,
)
DETERMINER_BEFORE = re.compile(r"\b(?:my|our|his|her|their)\s(?:[\w'’-]{1,15}\s){0,3}$", re.IGNORECASE)
NAME_ENDS = re.compile(
    r"['’]s\b|\s?[,.;:!?)(]|\s*$|\n|\s(?:is|was|has|had|got|gets|who|and|also|takes|took|started|went|did|does|just|recently"
    rf"|will|would|can|could|came|at|from|{SPEECH})\b"
)

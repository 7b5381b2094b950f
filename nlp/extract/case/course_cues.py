"""Words for why a medicine was stopped and for taking it again. Data only.

Dechallenge and rechallenge follow E2B(R3) G.k.9.i.4 and ICH E2D.
"""

from __future__ import annotations

import re

from nlp.extract.alternation import any_of, between_words

# "still on it", "still worth it": of the medicine, not of the reaction.
STILL_OF_MEDICINE = r"(?! (?:on|taking|take|using|worth|would|love|use|working|works|better|going to|wait|deciding))"
HAS_NOT = any_of(
    "never, not, hasn'?t, haven'?t, has not, have not, didn'?t, did not, won'?t, doesn'?t, don'?t, isn'?t, never really"
)
CLEARED = any_of(
    "go, gone, went, going, goes, stop(?:ped)?, leave, left, come back, came back, cleared, clear, improved?, "
    "resolved, gotten (?:any )?better, get(?:ting)? (?:any )?better, let up, ease, recovered, been the same, healed?"
)
PERSISTS = between_words(
    # "still itching", "hasn't gone away", "no better"
    rf"still{STILL_OF_MEDICINE}",
    rf"{HAS_NOT}(?: \w+){{0,2}}? {CLEARED}(?: away| up)?",
    "no better",
    "persist(?:s|ed|ent|ing)",
    "ongoing",
    # "the rash stayed", "stopping made no difference", "keeps coming"
    r"(?:the )?\w+ stayed",
    "(?:made|makes) no difference",
    "keeps? (?:happening|coming|getting|on|waking|going)",
    "to this day",
    "ever since",
    # "is worse now", "three months later and"
    "getting worse",
    "is worse",
    "worse (?:now|than)",
    "months? later and",
    # questions: "does it ever go away?", "did yours stop?"
    "what (?:can|do) i do",
    "does (?:it|this|that) (?:get better|go away|ever|wear|stop|last|end)",
    "will (?:it|this|that) (?:go|get|stop|come|ever)",
    r"did (?:it|yours|that|the \w+) (?:go|come|get|stop)",
    # "as I type", "won't quit", "now I have"
    "as (?:we speak|i type)",
    "right now",
    "won'?t (?:leave|stop|quit)",
    "now i (?:have|am|get|can'?t)",
    r"i have (?:\w+ )?now",
)
# Words between a fading and the action that made it fade.
WHEN = re.compile(r"\b(?:when|after|once|until|till|since|as soon as|the (?:day|minute|moment))\b[^.]{0,20}$")

TOOK = any_of("tried, took, used, started, had, take, taking, do, did, given, gave, got, get, eat, put, try, trying")
TAKE_EACH_TIME = any_of(
    "take, takes, took, start, started, try, tried, use, used, get, got, had, have, restart, gave, give"
)
RESTARTED = between_words(
    # "restarted it", "tried it again", "took the pill a second time"
    "re-?(?:started|tried|challenged|introduced|starting)(?: (?:me|him|her|it|us))?",
    rf"{TOOK}(?: \w+)*? (?:again|a second time|once more|back on)",
    # "went back on it", "back on the half"
    r"(?:went|go|put (?:me|him|her)|been|am|i'm|now|got|gone|going|so|start(?:ed)?) back (?:on|to)"
    r"(?: (?:it|the|half|full|a (?:lower|smaller)|\d+))?",
    r"back on \w+",
    # "second try", "every time I take", "took another pill"
    "second (?:time|try|round|course|attempt|dose|go)",
    rf"(?:each|every) time (?:i|he|she|we|they) {TAKE_EACH_TIME}",
    "on it again",
    "took (?:one|another) (?:pill|dose|tablet)",
    "gave it to (?:me|him|her) again",
    "twice now",
    "third time",
    "next (?:infusion|dose|cycle|round)",
)
IT_CAME = any_of(
    "came, comes, come, is, are, was, were, they're, there, right, and, it's, started, starts, went, had, got, it"
)
REACTION = any_of(
    "rash, hives, headaches?, cough, diarrhea, runs, fever, itching, shedding, swelling, cramps, nausea, dizziness"
)
RETURNED = between_words(
    # "came right back", "same thing", "it happened again"
    rf"{IT_CAME} (?:right |straight |all |up |down )?(?:back|again)",
    "same (?:thing|story|result|reaction|deal|rash|problem|again|way)",
    "(?:had|got|was|is) the same",
    "returned",
    "recur(?:red|s)",
    "happened again",
    # "the hives were back", "dropped again", "again within an hour"
    rf"{REACTION} (?:again|came back|was there again|were back|is back|back)",
    "(?:up|down|dropped|rose|started|falling) (?:up )?again",
    "again (?:on|in|within|after|by|the)",
    "(?:every|each) time",
    r"a few \w+ again",
    "worse than (?:the first|before)",
)
NO_RETURN = between_words(
    # "no problems", "no rash this time", "been fine"
    r"no (?:problems?|issues?|trouble|reaction|\w+ (?:since|this time|with))",
    "(?:been|was|were|am|i'm|is|doing) (?:fine|ok(?:ay)?|good)",
    "fine (?:this time|since|so far)",
    "nothing (?:this time|since|happened)",
    "without (?:any )?(?:problems?|trouble|issues?|it)",
    "so far so good",
    # "hasn't come back", "with no itching", "no hives so far"
    "(?:has|have|did)(?:n'?t| not) (?:come|came|happened?|returned?) (?:back|again)?",
    r"with no \w+",
    r"no \w+ (?:at all|so far)",
)

# Why it was stopped. First for what it did: "because of the rash", "couldn't tolerate it", "not worth it".
ADVERSE = between_words(
    "because of (?:the |these |this |all |that |my )?",
    "couldn'?t (?:take|stand|tolerate|handle) (?:it|the|this)",
    "due to",
    "side effects?",
    "not worth",
    "too (?:much|many|sick|tired)",
    "bad reaction",
    "allergic",
    r"intoleran\w+",
    "can'?t tolerate",
    "scared me",
    "made me (?:so|too)",
    "since it",
)
DID_NOT = any_of("did ?n'?t, did not, does ?n'?t, wasn'?t, stopped, quit, never, not, isn'?t")
WORK = any_of("work, working, help, helping, doing (?:anything|enough), touch, enough, do (?:anything|much|a thing)")
INEFFECTIVE = between_words(
    # "didn't really help", "stopped working", "no relief", "did nothing", "waste of money"
    rf"{DID_NOT} (?:really |even |do anything|seem to )?{WORK}",
    "no (?:help|effect|improvement|difference|relief|change)",
    "did nothing",
    "does nothing",
    "useless",
    "didn'?t do enough",
    "failed",
    "no better",
    "waste of",
)
COST = between_words(
    # "too expensive", "insurance won't cover", "lost my coverage"
    "(?:too )?expensive",
    "cost(?:s)?(?: too much)?",
    "copay",
    "insurance (?:won'?t|will not|stopped|denied|doesn'?t|does not|refused|quit|dropped|made)",
    "(?:can'?t|couldn'?t|could not) afford",
    "lost (?:my )?(?:coverage|insurance)",
    # not to be had: "off the market", "shortage"
    "off the market",
    "discontinued by",
    "not covered",
    "shortage",
    "could(?:n'?t| not) get it",
)
FOUND_PREGNANT = any_of(
    "got, became, fell, found out (?:i was|i'?m|i am|we were), trying to get, want(?:ed)? to get, getting, was, "
    r"\d+ weeks?, \d+ wks?"
)
PREGNANT_REASON = between_words(
    # "found out I was pregnant", "saw the test positive", "now expecting"
    rf"{FOUND_PREGNANT} pregnant",
    "(?:saw|found) (?:the|a|i had a) (?:pregnancy )?test positive",
    "positive (?:pregnancy )?test",
    "(?:now|was|when) expecting",
    # "ttc" (trying to conceive), "we want another baby"
    "ttc",
    "(?:trying|want) (?:for|to have|to conceive)(?: a| another)?(?: baby)?",
    "start(?:ed)? trying",
    "to have a baby",
    "want(?:ed)? (?:a|another) baby",
    "(?:i'?m|am|i got) pregnant",
)
BETTER = between_words(
    # "didn't need it anymore", "felt well enough so", "in remission"
    "(?:didn'?t|don'?t|did not|do not|no longer) need (?:it|them)(?: any ?more)?",
    "felt (?:better|good|fine|well) (?:enough )?so",
    "(?:was|were|am) (?:better|in remission|cured)",
    "in remission",
    "went into remission",
    "cleared so",
)
# Neither the reaction nor the illness: none to be had, an operation ahead, a habit that got out of hand.
OTHER = between_words(
    "ran out",
    "out of stock",
    r"(?:clinic|pharmacy|chemist|doctor|pharmacist|shop)(?: in \w+)? "
    "(?:was out|closed|shut|moved|retired|had none|lost)",
    "(?:before|for) (?:a |an |my |the |his |her )?(?:surgery|operation|biopsy|procedure)",
    "(?:we|i) (?:were|was) moving",
    "(?:liked|chasing|enjoyed) the (?:feeling|high|buzz|float)",
    "addict(?:ed|ion)",
    "hooked",
    "just to feel good",
)
BECAUSE = re.compile(r"\b(?:because|bc|cause|cuz|as|since|for|but)\b")
REASONS = (
    ("pregnancy", PREGNANT_REASON),
    ("cost", COST),
    ("other", OTHER),
    ("ineffective", INEFFECTIVE),
    ("adverse_event", ADVERSE),
    ("better", BETTER),
)

# The date behind words for the first or the last intake: "put me on it last March", "finished two weeks ago".
INTAKE_DATE = r"(?P<date>(?:in|last|on|since|this|two|three|a|\d+|\w+)(?: \S+){0,3})"
FIRST_INTAKE = any_of(
    "start(?:ed|ing)?, began, took, put (?:me|him|her) on, went on, prescribed, switched to, given, got, "
    "have been on, been on"
)
LAST_INTAKE = any_of(
    "stopped, quit, came off, went off, off (?:it|of it|them), discontinued, finished, last (?:dose|pill)"
)
BEGAN = re.compile(rf"\b{FIRST_INTAKE}\b(?: \S+){{0,6}}? {INTAKE_DATE}")
ENDED = re.compile(rf"\b{LAST_INTAKE}\b(?: \S+){{0,5}}? {INTAKE_DATE}")

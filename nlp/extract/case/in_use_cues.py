"""Words that tell that a medicine is in use, or was, where nothing is said to be done with it. Data only."""

from __future__ import annotations

import re

from nlp.extract.alternation import any_of, between_words, either
from nlp.extract.case.action_cues import NUMBER

PERIOD = r"(?:days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?)"
SOMEONE_NOW = any_of("i, he, she, we, also, and, so, now, that, currently, just, only")
TAKE = any_of("take, takes, use, uses, inject, injects, wear, get, gets")

# Present use of a medicine, in front of its name, behind it, or anywhere in the post of a single suspect.
PRESENT_BEFORE = re.compile(
    r"\b"
    + either(
        # "still on", "I now take", "she's been getting"
        "still (?:on|take|taking|use|using|get|getting|do)",
        rf"{SOMEONE_NOW} (?:now |still |also |only |just )?{TAKE}",
        r"(?:i'm|i am|im|am|is|he's|she's|now|currently|are)(?: \w+)? (?:on|taking|using|doing|getting|trying)",
        "been (?:on|taking|using|doing|getting)",
        # "three weeks into", "sticking with", "just started", "the same dose of"
        rf"{NUMBER} {PERIOD} (?:in )?(?:on|in|of|into)",
        r"(?:sticking|stick|staying|stay|continue|continuing|keep|keeping|kept)(?: \w+)?(?: on| with| taking| using)?",
        "just (?:started|got|began)",
        "same dose of",
    )
    + r"\b[^.;]{0,15}$"
)
PRESENT_BEHIND = re.compile(
    "^"
    + either(
        # "for two months now", "since May", "this morning", "10 mg helps"
        rf"[^.;]{{0,40}}\b{NUMBER} {PERIOD} (?:now|so far|in|ago)\b",
        r"[^.;]{0,20}\bsince\b",
        r"[^.;]{0,30}\b(?:yesterday|today|this (?:week|morning|month))\b",
        r"(?: \d+ ?(?:mg|mcg)?)?(?: \w+)? (?:gives?|makes?|helps?|works?|keeps?|causes?|does|has)\b",
    )
)
PRESENT_ANYWHERE = between_words(
    # "so far", "day 4", "two weeks in"
    "so far",
    r"(?:day|week|month|year) \d+(?! (?:mg|of the))",
    rf"{NUMBER} {PERIOD} (?:in|now)(?= ?[.,;:!?)]| and| on)",
    # "sticking with it", "no plans to stop", "never missed", "worth it"
    "stick(?:ing)? (?:with|to|it)",
    "keep(?:ing)? (?:taking|on|going|using)",
    "will (?:continue|keep)",
    "staying on",
    "stay on",
    "no plans to (?:stop|quit)",
    r"won'?t (?:be )?(?:stop|quit|giv)\w*",
    "don'?t want to (?:stop|quit|come off|give)",
    "haven'?t (?:stopped|quit|missed)",
    "never (?:stopped|missed)",
    "worth it",
    # "my next infusion", "does this ever go away?"
    "next (?:dose|shot|infusion|injection|round|cycle|treatment)",
    r"does (?:it|this|the \S+) (?:ever )?(?:go away|get better|stop|wear off)",
    # "I only take half", "he's on it", "it works", "still using"
    r"(?:i|he|she|we) (?:\w+ )?(?:takes?|uses?|injects?|swallows?) (?:it|this|mine|them|one|half|two|\d|with|at|every)",
    r"(?:am|i'm|im|is|been|now|still|he's|she's) (?:\w+ )?(?:on|taking|using) (?:it|this|these|them)",
    "(?:it|this) (?:works|helps|gives me|makes me|does help|keeps me)",
    "still (?:on|take|taking|using|use)",
    # what is still to be decided: "giving it another week", "should I quit?", "raise the dose if"
    "giv(?:e|ing) it (?:time|a|another|until|till)",
    "(?:do|should) (?:i|we) (?:stop|quit|keep|stay|switch|skip|call|ask)",
    "thinking (?:of|about) (?:stopping|quitting|switching|coming off)",
    "(?:raise|increase|lower|change|switch) (?:it|the dose|me|him|her) (?:next|if|when)",
)

# Use that is over.
PAST_BEFORE = re.compile(
    r"\b"
    + either(
        # "tried", "was put on", "used to take", "before that it was", "years ago"
        any_of("tried, took, had, did"),
        "was (?:on|given|taking|using|prescribed|put on)",
        "were on",
        "gave (?:me|him|her)",
        "been through",
        "went through",
        "used",
        "used to (?:take|be on|use)",
        "before (?:that|this|it)(?: it was| i took)?",
        "previously",
        "years ago",
        "originally",
        "at first(?: it was)?",
    )
    + r"\b[^.;]{0,12}$"
)
PAST_BEHIND = re.compile(
    r"^(?: \d+ ?(?:mg|mcg)?)? "
    + any_of(
        "gave, made, helped, worked, kept, caused, was, did, didn'?t, put, took, before, first, previously, "
        "years ago, back in"
    )
    + r"\b"
)
OVER_BEFORE = re.compile(
    r"\b"
    + either(
        # "I was previously on", "we've tried", "before this I took"
        "(?:i|he|she|we) (?:was|were)(?: also| previously)? on",
        "used to (?:take|be on|use)",
        "(?:i|we|he|she)(?:'ve)? tried",
        "when (?:i|he|she) was on",
        "before (?:that|this) (?:it was|i (?:took|was on|had))",
    )
    + r"\b[^.;]{0,10}$"
)

# A review speaks of its product without a name: as of something in use, or of something that is over.
NOT_WHEN = "(?<!when )(?<!if )(?<!before )"
REVIEWER_DOES = any_of(
    "take, takes, use, uses, inject, injects, get, gets, feel, feels, wake, wakes, can, like, love, hate, need, "
    "needs, don'?t, drink, pee, keep, hope"
)
IT_DOES = any_of("is, does, has, works, helps, gives, makes, keeps, takes, controls, lets, causes, brings")
DOES = any_of("helps, works, keeps, gives, makes, takes care, controls, does, brings, cuts, takes")
TIMES = rf"(?:{PERIOD}|shots?|infusions?|doses?|injections?|rounds?|cycles?)"
PRODUCT_NOW = between_words(
    # "I usually take", "I love", "I've been using"
    rf"{NOT_WHEN}(?:i|we|he|she)(?: \w+ly| now| still| also| only| just| usually| always)? {REVIEWER_DOES}",
    "(?:i'm|i am|he's|he is|she's|she is|i've been|have been|has been|been) "
    "(?:still |now |only )?(?:on|taking|using|getting)",
    # "it really helps", "takes care of"
    rf"it(?: \w+ly| also| still| just| only| really)? {IT_DOES}",
    "it's",
    rf"{DOES}(?= )",
    # "three months and counting", "in my second week", "so far", "has kept"
    rf"{NUMBER} {TIMES}(?: and (?:a half|counting))?(?: in| on (?:it|this)| now| so far|, (?:no|so far|still))",
    r"in my \w+ (?:week|month|year)",
    "(?:with|on|since) this(?= )",
    "so far",
    "giving it",
    "(?:has|have) (?:been|gotten|gone|stopped|helped|kept|made|given|taken)",
)
USED_IT = either(
    # "while I was on it", "we tried these"; but "I took it with food" tells how it is taken
    "(?:i|we|he|she) (?:was|were) (?:only |also )?(?:on|taking|using) (?:it|this|these|them)",
    "(?:when|while) i was on (?:it|this)",
    "(?:i|we) (?:took|tried|used) (?:it|this|these|them)(?! (?:with|at|in the|before bed|every|each|just))",
)
PRODUCT_OVER = re.compile(
    # a sentence that begins "Tried this", "So I took one"
    r"(?:^|[.!?\n] *)(?:so |well |ok |i |we |only )*(?:took|tried|used|had|was (?:on|taking|using)) "
    r"(?:this|it|these|them|one|two|three|\d+)\b|"
    rf"(?<![\w']){USED_IT}(?![\w'])"
)
# Behind a medicine without effect: it is taken still.
DOES_NOTHING = re.compile(r"[^.,;!?]{0,20}? (?:does|doesn'?t|do|don'?t|is|isn'?t|are|aren'?t|isnt|doesnt)(?![\w'])")

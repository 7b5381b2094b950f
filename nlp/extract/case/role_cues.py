"""Words for the part that a medicine plays in a post. Data only."""

from __future__ import annotations

import re

from nlp.extract.alternation import any_of, between_words, either

# In front of a medicine, or of the list that it stands in: it is taken, in the episode told.
TAKING = any_of(
    # "take", "on", "was given", "put on", "treated with"
    "take, takes, taking, took, taken, on, use, uses, using, used, gives?, given, gave, giving, got, gets?, put, "
    "puts, "
    # "meds:", "current medications include", "plus"
    r"receiv\w+, administered, treat(?:ed|ing), tx, rx, with, w/, meds?, medications?, medicines, includ\w+, plus, "
    # "added", "started", "needed", "a dose of"
    "added, adding, prescribed, start(?:ed|s)?, needed, needs?, iv, im, po, dose of, carries, injected, applied, do, "
    "does, did, have, has, had, also, daily"
)
TAKEN = re.compile(rf"\b{TAKING}\b[^.;]{{0,25}}$|[:(]\s*$")
OPENS = re.compile(r"^\W*$")  # a sentence begins with what is taken
# In front of a medicine that is not: asked about, planned, refused, of another time or person.
NOT_TAKING = any_of(
    # planned or talked of: "should I take", "thinking about", "they offered"
    "should, can, could, would, want(?:s|ed)?, going to, gonna, thinking, asked, asking, ask(?: about| for)?, "
    r"suggest\w*, offer\w*, mention\w*, recommend\w*, "
    # asked of others: "anyone on", "have you tried"
    r"anyone, anybody, does, do you, did you, has any\w*, have you, tried, try(?:ing)?, "
    # set against another: "instead of", "better than", "switched from"
    r"before, instead of, than, unlike, like, switch\w*, chang\w+, "
    # refused, or only perhaps: "never took", "allergic to", "if I need"
    r"never, not, n't, dont, no, or, allerg\w+, if, may, might, used to, advised, told to, consider\w*, "
    # heard of, and of another time: "I read that", "years ago", "waiting for"
    r"read, heard, prefer, wish, previous\w*, years ago, next, about, failed, been through, originally, waiting for, "
    r"approv\w+, hear, "
    # another's: "my sister takes"
    "sister, brother, friend, mother, mom, father, people, versus, vs, from"
)
NOT_TAKEN = re.compile(rf"\b{NOT_TAKING}\b[^.;,]{{0,24}}$")
# In front of a medicine that has come in the place of another.
NOW_ON = any_of("i, i'm, im, i am, he, he's, she, she's, we, am, is, have, has, take, takes, use, on, only")
NEW = re.compile(
    r"\b"
    + either(
        # "now I'm only on", "back on", "she has me on", "switched me over to"
        rf"now(?: {NOW_ON})*",
        "back (?:to|on)",
        "went (?:on|to)",
        "(?:have|has|had|put|got) (?:me|him|her) on",
        "(?:switched|changed|moved|going|gone) (?:me |him |her |over )*(?:to|on|onto)",
    )
    + r"\b[^.;!?]{0,25}$"
)
# Between the medicines of a list: "10 mg once daily, and then".
IN_LISTS = any_of(
    "and, plus, with, also, the, my, a, mg, mcg, or then, then, some, oral, iv, im, po, od, bid, tid, qd, daily, "
    "once, twice, day, at night, g, ml, units?"
)
LIST = re.compile(rf"^[\s\d.,/&+()-]*(?:{IN_LISTS}[\s\d.,/&+()-]*)*$")
# Two medicines that did it together.
TOGETHER = between_words(
    "together",
    # "don't mix the two", "the combo", "they interact"
    "don'?t mix",
    "do not mix",
    "never mix",
    "mix(?:ed|ing)?",
    r"combin\w+",
    "combo",
    r"interact\w*",
    # "on top of", "both of them", "should never be taken with"
    "on top of",
    "at the same time",
    "the two of them",
    "both of them",
    "serotonin syndrome",
    r"should(?: never|n'?t| not) (?:be )?(?:tak\w+|combin\w+|us\w+|giv\w+) (?:\w+ )?(?:with|together)",
)
VACCINE = re.compile(r"\bvaccin", re.IGNORECASE)
ANY_VACCINE = re.compile(r"^(?:the |covid(?:-19)? |coronavirus |sars-cov-2 )*vaccin(?:es?|ations?)$", re.IGNORECASE)
OTHER_ONE = re.compile(r"\b(?:other|another|any|no|prior|previous|different)(?: \w+)?\s$")

"""Constructions of use in pregnancy and while nursing, and what makes them unreal. Data only."""

from __future__ import annotations

import re

from nlp.extract.case.reader import table
from nlp.extract.case.situation_words import spelled

PREGNANCY = (
    # "I'm 20 weeks pregnant", "found out I was pregnant", "while heavily pregnant"
    r"<IAM>(?: <ONLYJUST>)*(?: (?:<N>|\d+) ?(?:weeks?|wks?|months?)| (?:\d+ ?w(?: ?\d d)?))? <PREGNANT>(?! <PEOPLE>)",
    # "took it all through my pregnancy", "right through with both of mine", "with each pregnancy"
    r"(?:all|whole|entire|right|straight) (?:the )?(?:way )?through with (?:my|both|all|the)",
    r"(?:all|whole|entire|right|straight) (?:the )?(?:way )?through (?:the |my |both |all |each )*pregnanc(?:y|ies)",
    r"i(?:'?m| am| was) \d+ ?w(?:eeks?|ks?)? ?\d+ ?d",
    r"with (?:each|every|both|all) (?:\w+ )?pregnanc(?:y|ies)",
    # "I'm due in May", "12 weeks along", "24 wks pt", "pregnant with twins", "pregnant, 30 weeks"
    r"(?:i'?m|i am|i was|she'?s|she is|baby|baby is|we'?re) due (?:in|on|any day|next|this)",
    r"(?:<N>|\d+) ?(?:weeks?|wks?|mo|months?) (?:pregnant|preg|along|gestation|gone|here and pregnant)",
    r"\d+ wks?(?= (?:pregnant|pt))",
    r"pregnant (?:pt|patient|lady|here|at the time|again|on (?:it|this|my))",
    r"pregnant with (?:my|our|twins|#|number|baby|no|a|both|the)",
    r"pregnant and (?:i|still|on|was|taking|currently|they|had|my)",
    r"pregnant,? (?:at )?\d+ (?:weeks|wks)",
    r"pregnant(?=,? \d+ ?w)",
    # "during my second pregnancy", "in the last trimester", "3rd trimester here"
    r"(?:during|throughout|thru|through|whole|all|last|first|second|third|entire|in|for|both|each|with|early in"
    r"|late in) (?:<WHICH> )*(?:pregnanc(?:y|ies)|trimester)"
    r"(?! (?:was|years ago|i was|tests?|category|vitamins?|hormone\w*|brain|is not|warning|book))",
    r"(?:\dnd|\dst|\drd|second|third|first) trimester(?: here)?",
    # "due in three weeks", "my due date is", "before I knew I was", "conceived while taking it"
    r"due in (?:<MONTH>|\w+ (?:weeks|months))",
    r"due date (?:is|was)",
    r"before i (?:knew|realis?z?ed|found out)(?: (?:i was|that i was|about) ?\w*)?<END>"
    r"(?!.{0,20}(?:it |what|how|the cause|that it))",
    r"in utero",
    r"conceived (?:on|while|whilst) ?(?:it|this|taking)?",
    r"(?:took|taken|taking|on) (?:it|\w+) (?:\w+ ){0,3}?(?:until|till|up to) week \d+",
    r"(?:while|when|whilst) (?:i was )?carrying (?:him|her|my|them|the (?:baby|twins))",
    # "my OB kept me on it the whole nine months, baby is fine", "20 weeks and my midwife"
    r"(?:my|the) (?:ob|obgyn|ob-gyn|midwife)(?:/gyn)?"
    r" (?:kept|put|has|said|let|took|prescribed|switched|wants|is fine|ok\w*|told)"
    r"(?=[^.!?]{0,60}(?:pregnan\w+|weeks|baby|trimester|bump))",
    r"\d+ (?:weeks|wks)(?: \w+){0,3} (?:my |the )?(?:ob|obgyn|midwife)\b",
)
LACTATION = (
    # "breastfeeding", "chestfeeding", "still nursing", "nursing my twins"
    r"breast ?-?f(?:ee|e)d(?:ing|s)?",
    r"chest ?feed\w*",
    r"(?:am|i'm|im|was|still|while|whilst|exclusively|of|is|were|been|when|currently|and) nursing(?! <NONURSING>)",
    r"nursing (?:a|my|her|him|our|baby|the (?:baby|boys|girls|twins|little)|twins|mom|mum|mama|mother|through"
    r"|on (?!the|a|staff|call|duty))(?! (?:hangover|cold|headache|drink|beer|grudge|bad|sore|home))",
    # "still feeding him", "fed her until nine months", "baby latches"
    r"(?:still|kept|keep) feeding (?:him|her|them|the baby)",
    r"fed (?:him|her|them) (?:myself )?(?:for|until|till) (?:\w+ )?"
    r"(?:\d+|a|six|nine|ten|twelve|two|three|four) (?:weeks|months|years?)",
    r"(?:he|she|baby) latches",
    # "still bf", "ebf mama" (but: "my bf said")
    r"(?:still|am|i'm|was|while|currently|exclusively|ebf|and) ?bf(?:ing)?<ENDS>"
    r"(?! (?:said|and i|is|was|thinks|says|told))",
    r"\bbf'?ing",
    r"ebf",
    # "pump and dump", "in my milk", "my supply tanked", "weaned her"
    r"pump(?:ing|ed|s)? (?:milk|and dump|for (?:my|the|our)|exclusively|breast)",
    r"i pump\b",
    r"exclusively pump\w*",
    r"breast ?milk",
    r"in (?:the|my) milk",
    r"(?:my |milk |the )+supply (?:\w+ )?(?:dropped|vanished|dried|tanked|went|increased|is|was|dipped|decreased|low)",
    r"(?:through|via) (?:the|my) milk",
    r"dried up my milk",
    r"weaned? (?:him|her|the baby)",
    r"lactat(?:ing|ion)",
)
((_, PREGNANT), (_, LACTATING)) = table(
    ("pregnancy_exposure", *spelled(*PREGNANCY)), ("lactation_exposure", *spelled(*LACTATION))
)
# Weeks are weeks of a pregnancy only in a text that speaks of one.
EXPECTING = re.compile(
    r"\b(?:pregnan\w+|trimester|ob|obgyn|midwife|preeclampsia|baby (?:girl|boy|came|was born)|contractions|preterm|"
    r"nicu|due date|my bump|nst|ultrasound|gestation\w*|delivered|progesterone|abrysvo)\b"
)
_WEEKS = (
    # "at 20 weeks", "until 36 wks" (but: "20 weeks post op", "12 weeks clean")
    r"(?<![\w'])(?:at|was|am|i'm|im|from week|^|only|currently|now|until|till) ?\d+ (?:weeks|wks|to week \d+)"
    r"(?! (?:post|out|in|now|on|later|after|since|clean|sober|ago|old|of|off|and))",
    r"when i was \d+ (?:weeks|wks)",
    # "at 20 weeks, they ..." where a sentence begins
    r"(?<!\w )(?:at|i'?m|i am|now) \d+ (?:weeks|wks)(?=[,.]| and)",
)
WEEKS = re.compile("|".join(_WEEKS))
# What pregnancy or nursing behind these words is not: denied, wished, asked about, in general, before or after.
_NOT_NOW = (
    # denied, of another, asked: "not pregnant", "like you", "my cousin was", "how long", "is it safe while"
    r"not|n't|like|except when|you|cousin|how long|is (?:it|this)|safe",
    # wished or planned: "trying to get", "planning to become", "could get", "going to", "if I ever get"
    r"trying to (?:get|be|become|conceive)",
    r"want(?:ed|s)? to (?:get|be|become)",
    r"plan(?:ning|s)?(?: to)?(?: get| be)?",
    r"if (?:i|you|she|we)(?: ever)?(?: get| am| become| were| was|'m|'re)?",
    r"if|before|after|since",
    r"when i (?:want|decide) to",
    r"could (?:get|be|become)|can(?:'t|not)? (?:get|be|become)|might be|may be|to (?:get|become|be)",
    r"(?:want(?:ed)?|hop(?:e|ing)|plan(?:ning)?|going) to",
    # others in general, and what is made sure of: "women who are", "asked if I was", "made sure I wasn't"
    r"anyone|women who are",
    r"asked if i (?:was|could be|am)",
    r"(?:make|made) sure i (?:wasn'?t|am not|was not)",
    # only alike: "like I was", "looks", "feel pregnant"; never or over: "never been", "no longer"
    r"like (?:i was|i'm)",
    r"feel|look(?:ed|s)?|never(?: been)?|ever (?:get|be)|while you(?:'re| are)|no longer",
    # "prevents", "avoid"
    r"prevent(?:s|ing)?|avoid(?:ing)?",
    # "safe for pregnancy" (but: "for three months", "for the whole")
    r"for(?! (?:a|\d+|\w+) (?:weeks?|months?|years?|days?)| (?:my|both|all|the whole|the entire|each))",
)
NOT_NOW = re.compile(
    r"non-$|"
    # "stopped it when I got", "came off them before"
    r"\b(?:stopped|quit|came off|went off|off) (?:\w+ ){0,3}(?:when|before|because|after|once|as) (?:i |she )?$|"
    rf"\b(?:{'|'.join(_NOT_NOW)})(?: \w+){{0,2}}\s*$"
)

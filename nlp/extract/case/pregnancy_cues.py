"""Constructions of use in pregnancy and while nursing, and what makes them unreal. Data only."""

from __future__ import annotations

import re

from nlp.extract.case.reader import table
from nlp.extract.case.slot_cues import worded

_EXPECTING = r"(?:pregnant|preggo|preggers|preg|expecting(?= (?:a|our|my|again|twins|in|while|on|and)|[.,!]|$)|with child|up the duff)"
PREGNANCY = (
    rf"(?:i'?m|i am|i was|she is|she'?s|she was|wife is|wife was|was|am|already|found out (?:i was|i'?m|i am|she was|we were)|out i am|out i was|out i'?m|while|when|still|got|became|realis?z?ed i was|knew i was|been|(?:<N>|\d+) ?(?:weeks?|wks?|wk|months?|mos?)|wks?|weeks?|currently|now|newly|just found out)(?: (?:already|only|about|currently|now|also|so|very|heavily|newly|with \w+|just|almost))*(?: (?:<N>|\d+) ?(?:weeks?|wks?|months?)| (?:\d+ ?w(?: ?\d d)?))? {_EXPECTING}(?! (?:women|woman|ladies|people|patients?|or nursing|or breast\w+|moms))",
    r"(?:all|whole|entire|right|straight) (?:the )?(?:way )?through (?:with (?:my|both|all|the)|(?:the |my |both |all |each )*pregnanc(?:y|ies))|i(?:'?m| am| was) \d+ ?w(?:eeks?|ks?)? ?\d+ ?d|with (?:each|every|both|all) (?:\w+ )?pregnanc(?:y|ies)|(?:i'?m|i am|i was|she'?s|she is|baby|baby is|we'?re) due (?:in|on|any day|next|this)|(?:<N>|\d+) ?(?:weeks?|wks?|mo|months?) (?:pregnant|preg|along|gestation|gone|here and pregnant)|\d+ wks?(?= (?:pregnant|pt))|pregnant (?:pt|patient|lady|here|with (?:my|our|twins|#|number|baby|no|a|both|the)|at the time|and (?:i|still|on|was|taking|currently|they|had|my)|again|on (?:it|this|my))|pregnant,? (?:at )?\d+ (?:weeks|wks)|pregnant(?=,? \d+ ?w)",
    r"(?:during|throughout|thru|through|whole|all|last|first|second|third|entire|in|for|both|each|with|early in|late in) (?:(?:my|her|the|this|last|first|second|third|whole|entire|both|all|each|previous|\d(?:st|nd|rd)) )*(?:pregnanc(?:y|ies)|trimester)(?! (?:was|years ago|i was|tests?|category|vitamins?|hormone\w*|brain|is not|warning|book))|(?:\dnd|\dst|\drd|second|third|first) trimester(?: here)?",
    r"due in (?:january|february|march|april|may|june|july|august|september|october|november|december|\w+ (?:weeks|months))|due date (?:is|was)|before i (?:knew|realis?z?ed|found out)(?: (?:i was|that i was|about) ?\w*)?(?= |[.,]|$)(?!.{0,20}(?:it |what|how|the cause|that it))|in utero|conceived (?:on|while|whilst) ?(?:it|this|taking)?|(?:took|taken|taking|on) (?:it|\w+) (?:\w+ ){0,3}?(?:until|till|up to) week \d+|(?:while|when|whilst) (?:i was )?carrying (?:him|her|my|them|the (?:baby|twins))|(?:my|the) (?:ob|obgyn|ob-gyn|midwife)(?:/gyn)? (?:kept|put|has|said|let|took|prescribed|switched|wants|is fine|ok\w*|told)(?=[^.!?]{0,60}(?:pregnan\w+|weeks|baby|trimester|bump))|\d+ (?:weeks|wks)(?: \w+){0,3} (?:my |the )?(?:ob|obgyn|midwife)\b",
)
LACTATION = (
    r"breast ?-?f(?:ee|e)d(?:ing|s)?|breast ?fed|chest ?feed\w*|(?:am|i'm|im|was|still|while|whilst|exclusively|of|is|were|been|when|currently|and) nursing(?! (?:home|school|student|assistant|degree|job|staff|care|shift|a (?:hangover|cold|headache|drink|beer|grudge|bad)))|nursing (?:a|my|her|him|our|baby|the (?:baby|boys|girls|twins|little)|twins|mom|mum|mama|mother|through|on (?!the|a|staff|call|duty))(?! (?:hangover|cold|headache|drink|beer|grudge|bad|sore|home))|(?:still|kept|keep) feeding (?:him|her|them|the baby)|fed (?:him|her|them) (?:myself )?(?:for|until|till) (?:\w+ )?(?:\d+|a|six|nine|ten|twelve|two|three|four) (?:weeks|months|years?)|(?:he|she|baby) latches",
    r"(?:still|am|i'm|was|while|currently|exclusively|ebf|and) ?bf(?:ing)?(?= |[.,!]|$)(?! (?:said|and i|is|was|thinks|says|told))|\bbf'?ing|ebf|pump(?:ing|ed|s)? (?:milk|and dump|for (?:my|the|our)|exclusively|breast)|i pump\b|exclusively pump\w*|breast ?milk|in (?:the|my) milk|(?:my |milk |the )+supply (?:\w+ )?(?:dropped|vanished|dried|tanked|went|increased|is|was|dipped|decreased|low)|(?:through|via) (?:the|my) milk|dried up my milk|weaned? (?:him|her|the baby)|lactat(?:ing|ion)",
)
((_, PREGNANT), (_, LACTATING)) = table(
    ("pregnancy_exposure", *map(worded, PREGNANCY)), ("lactation_exposure", *map(worded, LACTATION))
)
# Weeks are weeks of a pregnancy only in a text that speaks of one.
EXPECTING = re.compile(
    r"\b(?:pregnan\w+|trimester|ob|obgyn|midwife|preeclampsia|baby (?:girl|boy|came|was born)|contractions|preterm|nicu|due date|my bump|nst|ultrasound|gestation\w*|delivered|progesterone|abrysvo)\b"
)
WEEKS = re.compile(
    r"(?<![\w'])(?:at|was|am|i'm|im|from week|^|only|currently|now|until|till) ?\d+ (?:weeks|wks|to week \d+)(?! (?:post|out|in|now|on|later|after|since|clean|sober|ago|old|of|off|and))|when i was \d+ (?:weeks|wks)|(?<!\w )(?:at|i'?m|i am|now) \d+ (?:weeks|wks)(?=[,.]| and)"
)
# What pregnancy or nursing behind these words is not: denied, wished, asked about, in general, before or after.
NOT_NOW = re.compile(
    r"non-$|\b(?:stopped|quit|came off|went off|off) (?:\w+ ){0,3}(?:when|before|because|after|once|as) (?:i |she )?$|\b(?:not|n't|like|except when|you|cousin|how long|is (?:it|this)|safe|trying to (?:get|be|become|conceive)|want(?:ed|s)? to (?:get|be|become)|plan(?:ning|s)?(?: to)?(?: get| be)?|if (?:i|you|she|we)(?: ever)?(?: get| am| become| were| was|'m|'re)?|if|before|after|since|when i (?:want|decide) to|could (?:get|be|become)|can(?:'t|not)? (?:get|be|become)|might be|may be|to (?:get|become|be)|(?:want(?:ed)?|hop(?:e|ing)|plan(?:ning)?|going) to|anyone|women who are|asked if i (?:was|could be|am)|(?:make|made) sure i (?:wasn'?t|am not|was not)|"
    r"like (?:i was|i'm)|feel|look(?:ed|s)?|never(?: been)?|ever (?:get|be)|while you(?:'re| are)|no longer|prevent(?:s|ing)?|avoid(?:ing)?|for(?! (?:a|\d+|\w+) (?:weeks?|months?|years?|days?)| (?:my|both|all|the whole|the entire|each)))(?: \w+){0,2}\s*$"
)

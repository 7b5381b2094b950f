"""Words that make an event serious (ICH E2A II.B), and the thoughts that cannot wait. Data only.

Patterns run over lower-cased text with straight apostrophes (`nlp.extract.assertion.normalise`). An ER visit without
admission is medically important; admission is hospitalisation.
"""

from __future__ import annotations

import re

from nlp.extract.case.reader import NEGATED, table

_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|another|a few|several|a couple(?: of)?|(?:a )?couple)"
_STAY = rf"(?:for )?(?:{_N} )(?:\w+ )?(?:nights?|days?|weeks?|months?)"
_PERSON = r"(?:me|him|her|them|us|my \w+|mom|dad)"
_WARD = r"(?:(?:the |a |an )?(?:\S+ ){0,2}?(?:hospital|icu|micu|picu|nicu|ccu|intensive care|burn unit|psych(?:iatric)? (?:ward|unit|hospital|floor)|isolation|step-?down|telemetry|general))"
_WHO = r"(?:he|she|they|baby|patient|pt|mom|mum|mother|dad|father|husband|wife|son|daughter|brother|sister|aunt|uncle|partner|friend|grand\w+|neighbou?r)"

HOSPITALISATION = (
    r"(?:re-?)?admitted(?: to| for| overnight| \d| x)?(?! (?:that|it|he|she|i|they)\b)|hospital admission",
    r"hospitali[sz](?:ed|ation)s?",
    rf"{_STAY} (?:\w+ )?(?:in|at|on) (?:the )?(?:{_WARD}|there|hospital|heart monitor|monitor|\w+ floor|ward)",
    rf"(?:in|into|at) (?:the )?{_WARD}(?: (?:for(?! (?:a |my |his |her )?(?:planned|scheduled|elective|surgery|delivery|\w+ (?:replacement|surgery)))|twice|overnight|again|because|with|now|at first|over)| {_STAY})",
    rf"(?:was|were|am|is|been|be|stayed|ended up|landed|wound up|put {_PERSON}|spent .{{1,25}}?|back|still) (?:back )?in (?:the )?{_WARD}(?!\s+(?:parking|pharmacy|cafeteria|for (?:a |my |his |her )?(?:planned|scheduled|elective|surgery|delivery|\w+ (?:replacement|surgery))))",
    rf"(?:icu|micu|picu|nicu|intensive care|burn unit)(?:,? (?:for )?{_N} (?:nights?|days?|weeks?))?",
    rf"in hospital(?: (?:for|twice|overnight|again))?|inpatient|in (?:there|for) {_STAY}",
    rf"{_STAY} in there|in there (?:for )?{_N} (?:nights?|days?)",
    rf"(?:(?:kept|keep|keeping|held|watched|observed) {_PERSON}|(?:was|were|got|been|is|stayed|^) ?(?:kept|held|watched))(?: \w+){{0,4}}? (?:overnight|{_STAY}|till the next|until the next|for observation|over the weekend)(?! (?:from|of))",
    rf"kept (?:overnight|in overnight)|kept {_PERSON} in\b|kept {_PERSON} on a .{{1,25}} overnight",
    rf"(?:put|took|take|sent) {_PERSON} back in(?: for)?|back in for {_STAY}|overnight (?:stay|in the (?:er|hospital))|{_N} extra days in",
    r"at (?:the )?hospital (?:overnight|for (?:a|two|three|\d+) (?:nights?|days?))",
    rf"stayed {_STAY}(?! home)|{_STAY} (?:there )?on (?:fluids|iv)",
)
LIFE_THREATENING = (
    r"life[- ]threatening|on life support|intubat\w+|ventilator|breathing (?:machine|tube)|(?:put )?a tube (?:down|in) (?:my|his|her) throat|with a tube",
    r"(?:nearly|almost|about|practically|damn near) (?:died(?! (?:laughing|of (?:laughter|embarrassment|boredom|shame)))|kill(?:ed|s) (?:me|him|her)|dead|bled (?:out|to death))|(?:could|might|would) have (?:died|killed (?:me|him|her))",
    r"(?:i|he|she|we) (?:could|was going to|would) die|(?:call|called|get) the family|last rites|talking about (?:a )?transplant|liver transplant|needs? a (?:liver|kidney|heart) transplant",
    r"(?:stopped|quit) breathing|(?:not|wasn'?t|isn'?t|hardly|barely) breathing|breathing maybe|lips (?:were |was |turned |went |had gone )?blue|blue lips|turn(?:ed|ing) blue",
    r"resuscitat\w+|(?:did|gave|started) cpr|cardiac arrest|heart (?:had |has )?stopped|shocked back|defibrillat\w+|shocked (?:my|his|her) heart|coded\b|unresponsive|code blue",
    r"(?:used|gave|needed|got|with|two|of) (?:\w+ ){0,3}(?:epinephrine|epi ?-?pens?|adrenaline)|narcan",
    r"lost (?:a|\d|two|three|half a|\w+) (?:lit(?:er|re)s?|units|pints?) of blood|had \d units",
    r"septic shock|anaphylactic shock|went into shock",
)
_CANNOT = r"(?:can'?t|cannot|couldn'?t|could not|can not|unable to|wasn'?t able to|not able to|haven'?t been able to|hasn'?t been able to)(?: even)?"
_LONG = rf"(?:for (?:about |over |almost |nearly )?(?:{_N} )?(?:\w+ )?(?:days|weeks?|months?|years?)|(?:for|until) (?:good|now)|any ?more|to this day|ever since|since|by myself)"
DISABILITY = (
    rf"{_CANNOT} (?:go (?:back )?to work|work(?! out)|use (?:my|her|his) (?:\w+ )?(?:arms?|hands?|legs?)|do for (?:my|him|her)self|care for (?:my|him|her)|take care of (?:my|him|her))",
    rf"{_CANNOT} (?:walk|drive|stand|sit|function|get (?:out of|off)|feed|dress|swallow|move|do)\b[^.;!?]{{0,30}}? {_LONG}",
    r"(?:doesn'?t|does not|no longer) walks?(?= |\.)(?! yet)|(?:needs?|needed|had to have) help (?:with|to) (?:the )?(?:toilet|bathroom|dress\w*|shower\w*|eat\w*|walk\w*|get\w*)|had to (?:lift|carry|feed|dress) (?:me|him|her)",
    r"(?:off|out of|missed (?:\w+ )?(?:weeks?|months?) of|lost (?:a|two|three|\d+|six) (?:weeks?|months?) (?:of|from)) work|not back (?:at|to) work|on (?:short[- ]term |long[- ]term )?disability|signed (?:me )?off(?: work| sick)?|(?:on|took|take|put on) (?:sick|medical) leave|(?:on|using|walk with|need) crutches",
    r"(?:lost|give up|leave|had to stop|quit) (?:my|his|her) (?:job|work)(?= |\.|,)|(?:give|gave|giving) up (?:my|his|her) (?:job|work)|had to (?:stop working|quit working|retire|drop (?:out|\w+ classes))",
    r"(?:it'?s|is|are|now|'s) permanent|(?:blind|deaf|paraly[sz]ed)\b[^.]{0,30}permanent\w*|(?:needs?|in|uses?|using|use) (?:a |the )?(?:wheel ?chair|chair now)|uses a (?:chair|walker)|bed ?-?ridden|bed ?-?bound|house ?-?bound|permanent(?:ly)? disab\w+|(?:take|took|taken) the (?:leg|foot|arm) off|amputat\w+",
)
CONGENITAL = (
    r"born with(?! it)|(?:has|had|have|with|found) (?:a )?(?:cleft (?:palate|lip)|spina bifida|birth defects?|hole in (?:his|her) heart|congenital \w+)",
)
DEATH = (
    rf"(?<!her )(?<!his )(?<!when my ){_WHO}(?: (?:has|had|then|later|sadly|also|just))? (?:died|passed away|expired)|was found (?:dead|deceased)|pronounced (?:dead|deceased)|(?:didn'?t|did not) (?:make it|survive)|killed (?:him|her)\b",
    r"^died|(?:and|then|but) (?:he |she )?died(?! (?:laughing|of (?:a stroke|cancer)))|died(?: in (?:the )?hospital| two| three| the (?:next|same)| at home| later)|(?:no pulse|ems called|hospice).{0,60}died|dead on arrival|death certificate",
)
_ER = r"(?:er|e\.r\.|ed|emergency(?: room| dept| department)?|a ?& ?e|casualty|urgent care|walk-?in)"
CARE = (
    rf"(?:ended up|went|go(?:ing)?|sent|took|taken|drove|driven|rushed|trip|back|landed|was|were|been|straight|self|seen|twice)(?: \w+){{0,3}}? (?:to|in|at) (?:the |an? |my )?(?:local )?{_ER}",
    rf"(?:in|at|to) (?:the )?{_ER}(?= (?:they|twice|for|by|with|and|because|that))|the er (?:said|gave me|had to|did)|urgent care (?:said|gave|told|thought)|er visits?|(?:drove|took|rushed) (?:me|him|her) to (?:the hospital|\w+ (?:\w+ )?(?:general|hospital|medical))",
    r"(?:call(?:ed|ing)?|rang|phoned|dialed) (?:an )?(?:911|999|000|112|ambulance)|(?:the |an |by )ambulances?|paramedics?|emts?|ems(?: called)?\b|(?:rescue )?squad came|(?:went|gone|going|ran|rushed|raced|sent) (?:back |straight |right )?to (?:the )?hospital(?! (?:for (?:a |my )?(?:surgery|delivery|check|test|scan)|where|pharmacy|every))",
)
IMPORTANT = (
    r"(?:had|needed|started|put on) dialysis(?: \w+ times)?|(?:needed|had|got|gave \w+) (?:a |two |\d )?(?:blood )?transfusions?|(?:have|got|put in|needed) a pacemaker|stitches|blood patch|(?:got|needed|has) a feeding tube|emergency (?:surgery|c-?section|operation)|did a spinal tap|(?:need|needs|needed) oxygen|(?:behind|at) the wheel",
    r"(?:took|removed) the tube|miscarried|lost (?:the baby|it at)",
    r"(?:wouldn'?t|would not|couldn'?t|could not) wake (?:up|me|him|her)",
)
SERIOUSNESS = table(
    ("death", *DEATH),
    ("life_threatening", *LIFE_THREATENING),
    ("hospitalisation", *HOSPITALISATION),
    ("disability", *DISABILITY),
    ("congenital_anomaly", *CONGENITAL),
    ("medically_important", *IMPORTANT),
)
EMERGENCY = table(("medically_important", *CARE))
# What a cue within these words does not tell: it was feared, advised, planned, asked about or only nearly so.
UNREAL = re.compile(
    r"\b(?:if|unless|in case|should i|do i (?:need|have)|need to go|almost|nearly|close to|about to|considered|thought about|thinking (?:of|about)|"
    r"would(?:n'?t| not)? have|told (?:me |us |him |her )?to go|said to go|or go|scared of|afraid|worried|avoid\w*|instead of|years ago|"
    r"work(?:s|ed|ing)? (?:in|at)|nurse (?:in|at)|don'?t want|carry|carries|when should|rather)\b[^.,;!?]{0,25}$|"
    + NEGATED.pattern
)
# Thoughts that are only warned of, read about or asked about.
ONLY_WARNED = re.compile(
    r"\b(?:(?:does|do|can|could|may|might|will|did)\b[^.!?]{0,30}\b(?:cause|give|make|lead to)|warn\w*(?: \w+){0,3}|risks? of|read (?:about|that)|heard (?:about|of)|black box|box warning|watch(?:ing)? (?:for|him for|her for|out for)|without|no history of)[^.!?]{0,20}$|"
    + NEGATED.pattern
)
SUICIDAL = re.compile(
    r"(?<![\w'])(?:suicidal(?: thoughts?| ideation| ideations?| feelings?)?|(?:attempted |committed? |thoughts? of |contemplat\w+ |about )suicide|suicide attempt|"
    r"kill(?:ing|ed)? (?:my|him|her|them)sel(?:f|ves)|(?:end(?:ing)?|take|taking) (?:my|his|her) (?:own )?life|end(?:ing)? it(?: all)?\b|"
    r"(?:want(?:ed|s|ing)?|wish(?:ed|es)?|wishing)(?: i| he| she| to| i was| he was| she was| that i)* (?:to die|to be dead|be dead|was dead|were dead|dead|would(?:n'?t| not) wake up)|"
    r"(?:don'?t|didn'?t|doesn'?t|not|did not|does not|no longer) want(?:ing|ed)? to (?:live|be here|be alive|wake up|exist|go on)|not being here(?: any ?more)?|"
    r"self[- ]?harm(?:ing|ed)?|(?:cut(?:ting)?|hurt(?:ing)?|harm(?:ing)?) (?:my|him|her)self(?= |\.|,|$)(?! (?:shaving|on|while|with the|off|some|a|out|down|back|in the kitchen)\b)|(?:has|had|have) been cutting|cutting (?:my|her|his) (?:legs?|arms?|wrists?)|"
    r"overdose on purpose|thoughts? of (?:death|dying|ending|killing|hurting|jumping|harming|not)|thought about (?:jumping|dying|not being)|better off (?:dead|without me)|jump(?:ing)? off (?:the|a)|better off if (?:i|he|she|they) (?:was|were) (?:dead|gone)|hop(?:ed|ing) (?:not to|to not|i (?:would not|wouldn'?t)|never to) wake up|no reason to live)(?![\w'])"
)

"""Words that carry a case: who the patient is, what was done with the drug, how it ended, how serious it was. Data
only.

Patterns run over lower-cased text with straight apostrophes (`nlp.extract.assertion.normalise`). Seriousness follows
ICH E2A II.B, special situations EMA GVP VI.B.6.
"""

from __future__ import annotations

import re

Table = tuple[tuple[str, re.Pattern[str]], ...]


def table(*rows: tuple[str, str]) -> Table:
    """(value, compiled pattern between word borders), in order of precedence."""
    return tuple((value, re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])")) for value, pattern in rows)


AGE = re.compile(
    r"\bi(?:'m| am|m)(?: now| only| a| an)? (\d{1,3})(?=\s*(?:years? old|y/?o|yrs? old|[,.;!]|\s(?:and|with|year|male|female|man|woman|f|m)\b|$))"
    r"|\b(\d{1,3}(?: |-)?(?:years?|yrs?|y)(?: |-)?(?:olds?|/?o)\b|\d{1,2}(?: |-)?(?:months?|mos?|weeks?|days?)(?: |-)old)"
    r"|\b(?:i am|i'm|im|me|my (?:son|daughter|mom|mum|mother|dad|father|husband|wife|brother|sister|baby|child)) ?\(?(\d{1,3}) ?[fm]?\)"
    r"|\bage[d:]? ?(\d{1,3})\b|\b(?:patient|pt),? (?:is )?(?:a )?(\d{1,3})\b|\b(?:i'm |im |i am )?(\d{2}) ?[mf]\b(?=[ ,.)])"
)
SEX = table(
    (
        "female",
        r"(?:i'?m|i am|im)(?: an?)? (?:\S+ ){0,4}(?:woman|female|girl|mother|mom|mum|wife)|my (?:wife|mom|mum|mother|daughter|sister|grandma|grandmother|girlfriend|aunt|niece)|\d+[- ]?(?:y/?o|year[- ]old)? ?(?:female|woman|girl|f)|female|my (?:periods?|uterus|ovaries|pregnancy|husband|boyfriend|vagina)|i(?:'m| am) (?:\d+ weeks )?pregnant|breastfeeding|menopausal?",
    ),
    (
        "male",
        r"(?:i'?m|i am|im)(?: an?)? (?:\S+ ){0,4}(?:man|male|guy|dude|father|dad|husband)|my (?:husband|hubby|dad|father|son|brother|grandpa|grandfather|boyfriend|uncle|nephew)|\d+[- ]?(?:y/?o|year[- ]old)? ?(?:male|man|boy|m)|male|my (?:prostate|penis|testicles|wife|girlfriend|erections?)",
    ),
)
PREGNANCY = re.compile(
    r"(?<![\w'])(?:i(?:'m| am|m)(?: currently| now)? (?:\d+ (?:weeks|months) )?pregnant|while pregnant|during (?:my |the )?pregnancy|when i was pregnant|\d+ weeks pregnant|pregnant with)(?!\w)"
)
LACTATION = re.compile(r"(?<![\w'])(?:breast ?-?feeding|nursing my|while nursing|pumping milk|breast milk)(?!\w)")

WHO = table(
    (
        "child",
        r"my (?:\S+ ){0,2}(?:son|daughter|kid|child|baby|toddler|infant|newborn|boy|girl|\d+[- ]?(?:y/?o|year[- ]old|month[- ]old))|our (?:son|daughter|baby)",
    ),
    ("parent", r"my (?:\S+ ){0,2}(?:mom|mum|mother|dad|father|mama|parent)|mom|mum|dad"),
    ("partner", r"my (?:\S+ ){0,2}(?:husband|hubby|wife|partner|boyfriend|girlfriend|spouse|fiance)"),
    ("sibling", r"my (?:\S+ ){0,2}(?:sister|brother)"),
    ("friend", r"my (?:\S+ ){0,2}(?:friend|neighbou?r|coworker|colleague|roommate)"),
    ("patient", r"patient|pt|recipient|vaccinee"),
)

ACTION = table(
    (
        "withdrawn",
        r"(?:i |had to |have |then |finally |just |doctor |doc |he |she |they )?(?:stopped|quit|discontinued|came off|went off|got off|gave up|threw (?:it|them|the rest) (?:away|out)|taken off|took me off|took myself off|pulled me off|tapered off|no longer tak(?:e|ing)|off it now|dropped it|won't take|will not take|never (?:again|taking))(?! (?:working|helping|bleeding|smoking|drinking|breathing|eating|sleeping|having|getting|me from|my (?:pain|period|cough|hair)))",
    ),
    (
        "switched",
        r"switched (?:me |him |her )?(?:to|from|over)|changed (?:me |him |her )?to|put me on .{1,20} instead|swapped",
    ),
    (
        "reduced",
        r"(?:lowered|reduced|decreased|halved|cut|dropped|went down|going down|cut back|cut down)(?: \w+){0,3} (?:dose|dosage|to|in half|back|down|on|mg|by)|(?:lower|half|reduced) (?:the )?dose|tapering",
    ),
    (
        "increased",
        r"(?:upped|increased|raised|doubled|bumped|went up|going up|moved up)(?: \w+){0,3} (?:dose|dosage|to|up|on|mg)|(?:higher|double) (?:the )?dose",
    ),
    (
        "unchanged",
        r"still (?:taking|on|take)|sticking with|staying on|continue (?:to take|taking|on)|keep taking|will continue|continuing",
    ),
)
REASON_STOPPED = table(
    (
        "adverse_event",
        r"because of (?:the |these |this |all )?(?:side effects?|\w+)|couldn'?t (?:take|stand|tolerate|handle) (?:it|the|this)|due to (?:the )?side effects?|side effects? (?:were|was|got|are) (?:too|so|un)|not worth (?:it|the)",
    ),
    (
        "ineffective",
        r"(?:did ?n'?t|did not|does ?n'?t|wasn'?t|stopped|never) (?:work|working|help|helping)|no (?:help|effect|improvement)|did nothing",
    ),
    (
        "cost",
        r"(?:too )?expensive|cost(?:s)? too much|insurance (?:won'?t|will not|stopped|denied|doesn'?t|does not|refused)|can'?t afford|couldn'?t afford",
    ),
    ("pregnancy", r"(?:got|became|found out i was|trying to get|want to get) pregnant|ttc"),
)
DECHALLENGE = table(
    (
        "positive",
        r"(?:went away|gone|stopped|cleared(?: up)?|disappeared|resolved|better|improved|back to normal|felt (?:like myself|normal|fine|better)|normal|subsided|faded|recovered|fine)(?: \S+){0,6} (?:after|when|once|since) (?:i |we )?(?:stopp|quit|discontinu|com|going off|got off)\w*|(?:stopped|quit|discontinued|off)(?: \S+){0,8}? (?:and|,|\.)? ?(?:\S+ ){0,6}(?:went away|gone|cleared|disappeared|resolved|back to normal|feel (?:normal|better|great)|felt (?:normal|better|fine)|normal|subsided|better|fine)",
    ),
    (
        "negative",
        r"(?:stopped|quit|discontinued|off (?:it|this))(?: \S+){0,10} (?:still (?:have|there|feel|not|suffer|dealing|in)|not gone|hasn'?t (?:gone|improved|stopped)|never went away|permanent|has not)",
    ),
)
RECHALLENGE = table(
    (
        "positive",
        r"(?:(?:came|comes|come|was|were) (?:right )?back|returned|happened again|same thing|started again)(?: \S+){0,6} (?:when|after|once|as soon as) (?:i )?(?:re-?started|tried (?:it )?again|took (?:it )?again|went back|got back)|(?:re-?started|tried (?:it |this )?again|went back on|took (?:it )?again|second (?:time|try))(?: \S+){0,10} (?:came back|back|returned|happened again|same thing|again)",
    ),
    (
        "negative",
        r"(?:re-?started|tried (?:it )?again|went back on)(?: \S+){0,8} (?:no (?:problems?|issues?)|fine|nothing|without)",
    ),
)

OUTCOME = table(
    (
        "fatal",
        r"(?:he|she|patient|pt|mom|dad|mother|father|husband|wife|they) (?:had )?(?:died|passed(?: away)?|expired)|was found dead|death|deceased",
    ),
    (
        "sequelae",
        r"permanent(?:ly)?|never (?:recovered|been the same|went back|came back)|for (?:the rest of my )?life|irreversible|left (?:me|him|her) with",
    ),
    (
        "recovering",
        r"(?:slowly |gradually |getting |a (?:little|bit) |much )(?:better|improv(?:ing|ed))|improving|recovering|easing|less (?:now|each day)|subsiding|fading",
    ),
    (
        "not_recovered",
        r"still (?:have|having|hurts?|there|going|not|suffer(?:ing)?|dealing|in pain|feel|experiencing|sore|sick|itchy|present)|(?:has|have)(?:n'?t| not) (?:gone|improved|stopped|resolved|cleared|subsided)|won'?t go away|ongoing|persist(?:s|ed|ent|ing)|never went away|not (?:recovered|resolved)",
    ),
    (
        "recovered",
        r"went away|(?:is|are|was|were|all|completely|now|'s) (?:gone|fine|normal|resolved|back to normal)|cleared(?: up)?|disappeared|resolved|subsided|recovered|back to normal|wore off|stopped after|better now|fine now|passed (?:in|after|within)|felt (?:fine|normal|better|great) (?:by|after|the next|again|within)|lasted (?:only |about |for )?(?:\w+ )?(?:hours?|days?|weeks?|minutes?|mins?|hrs?)",
    ),
)

SERIOUSNESS = table(
    (
        "death",
        r"(?:he|she|patient|pt|mom|dad|mother|father|husband|wife|grandmother|grandfather|baby|sister|brother|uncle|aunt)(?: \w+)? (?:had )?(?:died|passed away|expired)|was found (?:dead|deceased)|pronounced (?:dead|deceased)|date of death",
    ),
    (
        "life_threatening",
        r"(?:nearly|almost|could have|thought i (?:was|would)) (?:died|killed me|die|dying)|life[- ]threatening|(?:almost|nearly) killed|anaphyla\w+|stopped breathing|couldn'?t breathe|coded|resuscitat\w+|(?:in|to) (?:the )?(?:icu|intensive care)|intubated|ventilator|epi ?pen|cardiac arrest|unresponsive|on life support",
    ),
    (
        "hospitalisation",
        r"hospitali[sz](?:ed|ation)|admitted(?: to| for| overnight)?|(?:in|to) (?:the )?hospital(?! (?:pharmacy|job|where i work))|nights? in (?:the )?(?:hospital|icu)|kept (?:me|him|her) (?:overnight|in)|overnight (?:stay|in the (?:er|hospital))|inpatient|icu|intensive care",
    ),
    (
        "disability",
        r"(?:can'?t|cannot|couldn'?t|could not|unable to|wasn'?t able to) (?:work|walk|drive|stand|get out of bed|function|care for (?:myself|my)|leave the house|use my (?:arm|hand|leg)s?|lift my arm|take care of)|out of work|missed (?:\w+ )?(?:weeks?|months?|days) of (?:work|school)|missed work|lost my job|wheelchair|bed ?ridden|disabled|permanent(?:ly)? (?:damage|disab\w+|nerve|injur\w+)|on disability|walker|had to (?:quit|leave) (?:my job|work|school)|off work",
    ),
    ("congenital_anomaly", r"birth defects?|born with|cleft|congenital|malformation"),
    (
        "medically_important",
        r"(?:to|in|at|the|an?) (?:er|e\.r\.|emergency(?: room| dept| department)?|a&e|urgent care)|\ber visit|ambulance|911|paramedics?|seizures?|(?:suicidal|suicide)|overdosed?|miscarr\w+|blood clots?|stroke|heart attack|liver failure|kidney failure|transfusion|anaphyla\w+|stevens[- ]johnson|rhabdo\w*|serotonin syndrome",
    ),
)

SPECIAL = table(
    (
        "overdose",
        r"overdos(?:e|ed|ing)|took (?:too many|too much|the whole bottle|twice the dose|double the dose)|double[- ]dosed",
    ),
    (
        "medication_error",
        r"(?:wrong|incorrect) (?:drug|dose|pill|medication|medicine|strength|vaccine|vial|patient|prescription)|by mistake|accidentally (?:took|gave|given|taken|injected)|gave (?:me|him|her) the wrong|mixed up my|prescribed the wrong|pharmacy (?:error|mistake)|expired (?:dose|vaccine|product)|took it twice",
    ),
    (
        "pregnancy_exposure",
        r"(?:took|taking|taken|on it|vaccinated|used|using|stayed on)(?: \S+){0,8} (?:while|during|when)(?: \S+){0,3} pregnan\w+|pregnant and (?:took|taking|on)|(?:while|when) (?:i was )?pregnant",
    ),
    ("lactation_exposure", r"(?:while|when|during|am|i'm|im) (?:i was )?(?:breast ?-?feeding|nursing)"),
    ("off_label_use", r"off[- ]label"),
    ("abuse", r"(?:to|get|got|getting) high|snort(?:ed|ing)?|recreational(?:ly)?|shoot(?:ing)? up|crushed and"),
    (
        "misuse",
        r"(?:took|taking|take) (?:more|extra) (?:than|pills?|doses?)|more than (?:prescribed|i should|the label)|someone else'?s (?:prescription|pills|meds)|borrowed",
    ),
    (
        "lack_of_efficacy",
        r"(?:did ?n'?t|did not|does ?n'?t|does not|not|never|wasn'?t|isn'?t) (?:work|help|working|helping|do (?:anything|a thing))(?: \w+)?(?: at all)?|did (?:absolutely )?nothing(?: for)?|does nothing|no (?:relief|effect|improvement|help|difference)(?: at all)?|useless|stopped working|ineffective|waste of money",
    ),
    (
        "drug_interaction",
        r"interact(?:s|ed|ion|ions)?(?: with| between)?|shouldn'?t (?:be )?(?:mix|take|taken|combine)\w* (?:with|together)|mixed with",
    ),
    (
        "occupational_exposure",
        r"(?:needle ?stick|splash(?:ed)?|exposed)(?: \S+){0,6} (?:at work|on the job|while working)",
    ),
)

URGENT = re.compile(
    r"(?<![\w'])(?:suicidal(?: thoughts?| ideation)?|suicide|kill(?:ing)? (?:myself|himself|herself)|end(?:ing)? (?:my life|it all)|(?:want(?:ed)?|wish(?:ed)?) to (?:die|be dead)|"
    r"don'?t want to (?:live|be here|be alive)|self[- ]?harm(?:ing|ed)?|cut(?:ting)? myself|hurt(?:ing)? myself|overdose on purpose|thoughts of (?:death|dying|ending)|better off (?:dead|without me))(?![\w'])"
)
NEGATED = re.compile(r"\b(?:no|not|never|without|denies|denied|n't|wasn't|weren't|isn't)\s+(?:\w+\s+){0,2}$")

LATENCY = re.compile(
    r"(?<![\w'])(?:(?:about |within |after |by |in |on |around |only |roughly )?(?:the )?(?:(?:first|second|third|next|same|\d+(?:st|nd|rd|th)?|one|two|three|four|five|six|seven|a few|several|couple of|a couple) )"
    r"(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mos?|doses?|pills?)(?: (?:later|after(?: (?:starting|taking|the (?:shot|vaccine|injection|dose)|receiving|vaccination))?|in|into))?|(?:day|week|month) (?:\d+|one|two|three|four|five|six)|(?:the )?next (?:day|morning|night)|immediately(?: after)?|right away|that (?:night|evening))(?!\w)"
)
LASTED = re.compile(
    r"(?<![\w'])(?:last(?:ed|s|ing)(?: for| about| only| over)*|for|over|it's been|continued for|went on for) ((?:about |over |almost |nearly |only |more than |at least )?(?:\d+(?:\.\d+)?(?:-\d+)?|one|two|three|four|five|six|seven|a few|several|a couple(?: of)?|an?|couple(?: of)?) (?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?))(?!\w)"
)

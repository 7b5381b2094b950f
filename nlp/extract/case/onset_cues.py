"""Words for when an event came and how long it lasted. Data only."""

from __future__ import annotations

import re

from nlp.extract.alternation import any_of, between_words, either

# Numbers and stretches of time: "2-3", "two or three", "half an", "a couple of".
NUMBER = either(
    r"\d+(?:\.\d+)?(?:\s?[-–]\s?\d+)?",
    r"\d+ (?:to|or) \d+",
    "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)"
    "(?: (?:or|to) (?:two|three|four|five|six|seven|eight))?",
    "half an?|an? few|a few|several|some|a couple(?: of)?|couple(?: of)?|a good|maybe",
)
COUNT = any_of(r"\d+(?:\.\d+)?, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve")
NTH = any_of(
    "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, next, same, very first, last, "
    r"very next, following, \d+(?:st|nd|rd|th)"
)
PERIOD = any_of(
    "seconds?, minutes?, mins?, hours?, hrs?, days?, nights?, weeks?, wks?, months?, mos?, years?, yrs?, fortnight, "
    "semester"
)
ABOUT = r"(?:just |only |maybe |roughly |approx(?:imately|\.)? |about |around |almost |nearly |like |probably |some )*"
ABOUT_WITHIN = "(?:about |around |the (?:first )?|a |maybe |less than |under |just )*"
ABOUT_INSIDE = "(?:about |around |maybe |less than |under |just )*"
# What was taken, and what an event is counted from: "after my second dose", "two hours after getting it".
INTAKE = any_of(
    "pills?, doses?, tablets?, shots?, injections?, infusions?, rounds?, cycles?, jabs?, treatments?, capsules?, "
    r"puffs?, one, patch, pack, vaccin\w+, booster, needle"
)
START = any_of(
    "starting, taking, beginning, stopping, quitting, receiving, getting, having, it, that, this, the, my, his, her, "
    r"each, every, i, he, she, we, being, first, second, third, last, vaccin\w+, inject\w+, shot, dose, "
    r"administration, infusion, immuni\w+, covid, moderna, pfizer, booster, start\w*"
)
POST = any_of(
    r"vaccin\w+, inject\w+, shot, dose, administration, infusion, immuni\w+, op, second, first, the \w+, "
    r"\w+ (?:shot|dose)"
)
ANY_TWO_WORDS = r"(?: [\w'-]+){0,2}"
CLAUSE_BEGINS = r"(?= ?[,.;:]| i | he | she | my | we | the | his | her |$)"
CLAUSE_GOES_ON = r"(?= ?[,.;:]| i\b| he\b| she\b| my\b| the\b| and | it\b| we\b|$)"

# When an event came, counted from a dose or the start of the medicine.
LATENCY = between_words(
    # "about two hours later", "3 days post vaccination", "an hour after getting my shot", "two weeks in"
    rf"{ABOUT}(?:within |in |inside |not even )?{ABOUT}{NUMBER}[- ]?(?:more |whole |full |short |good )?{PERIOD}"
    + either(
        rf"(?: later| afterwards?| post| p |[- ]post| following)(?:[- ]{POST})?",
        rf" (?:after|of|from|into|since)(?: {START}){{1,3}}{ANY_TWO_WORDS}?{CLAUSE_BEGINS}",
        rf" (?:(?:after|into|from)(?: {START}){{0,3}}|of(?: {START}){{1,3}})",
        rf" in{CLAUSE_GOES_ON}",
        " after(?= ?[,.;:]|$)",
    ),
    # "within the first hour", "in less than ten minutes"; a year is no latency
    either(
        rf"within {ABOUT_WITHIN}(?:{NUMBER}[- ]?|half |first )*",
        rf"(?:in|inside) {ABOUT_INSIDE}(?:the first (?:{NUMBER} |half )?|{NUMBER} )",
    )
    + rf"(?:{PERIOD}|moments)(?<!year)(?<!years)"
    rf"(?: (?:of|on|after) (?:starting|taking|the|it|my|receiving|getting|each|that){ANY_TWO_WORDS})?",
    # "after a few days of taking it", "after my second dose"
    rf"(?:after|following) {ABOUT}(?:the |my |his |her |each |every )?(?:{NUMBER} |{NTH} )?"
    rf"(?:more |full |whole |good )?(?:{PERIOD}|{INTAKE})(?: (?:of|on) (?:it|this|taking|the|them|that|use))?",
    # "by day three", "around week 2 or so"
    "(?:by |on |at |around |from |with |during |about |maybe )*(?:the |my |his |her )?"
    "(?:day|night|hours?|minutes?|weeks?|months?|cycle|dose|round|infusion|mark|days)s? (?:of )?(?:number )?"
    rf"{COUNT}(?: (?:or|to|and) {COUNT})?(?: or so)?(?! (?:mg|a|hours|days|weeks|months))",
    # "on the second day", "by my next infusion"
    rf"(?:by|on|after|with|from|at|during|within|around|toward) (?:about |the |my |his |her |day )*{NTH} "
    rf"(?:few |couple(?: of)? |two |three )?(?:{PERIOD}|{INTAKE}|morning|evening|afternoon|half hour)",
    # "the very next morning", "the day after my shot", "that night", "by bedtime"
    "(?:the |that |this )?(?:very )?(?:next|same|following|2nd|second|third|3rd|fourth|4th|fifth|sixth|seventh) "
    "(?:day|night|evening|morning|afternoon|week|weekend)(?! (?:on|of|now|appointment|i see))",
    r"the (?:day|night|morning|evening) (?:after|following|of)(?: (?:the |my |receiving |getting |each )*\w+)?",
    r"on (?:the )?day of \w+",
    "that (?:night|evening|afternoon|same day)",
    "by (?:that |the )?(?:bedtime|lunch|dinner|morning|nightfall|midnight|"
    "the (?:weekend|evening|end of (?:the|that) (?:day|week|month)))",
    # "almost immediately after the shot", "overnight", "hours later"
    "(?:almost )?(?:immediately|instantly|right away|straight ?away|instantaneously)"
    r"(?: (?:after|upon|following)(?: (?:the |my |receiving |getting )*\w+){0,2})?",
    r"upon (?:injection|administration|vaccination|receiving \w+(?: \w+)?)",
    "overnight",
    "(?:hours|days|weeks|minutes|seconds|shortly|soon|right|moments|months) (?:later|after)"
    rf"(?: (?:receiving|getting|taking|the|my|starting|that){ANY_TWO_WORDS})?",
    # "as soon as I took it", "while it was going in", "toward the end", "at first"
    r"as soon as (?:i|he|she|it|they) (?:take|took|was|started|got|had)(?: \w+)?",
    "(?:while|during) (?:it (?:is|was) going in|the (?:infusion|drip|injection|shot))",
    "(?:near|toward) the end",
    rf"at hour {COUNT}",
    "(?:in|at) the (?:beginning|start)",
    "at first",
    # "second dose I", "first night,"
    rf"{NTH} (?:dose|shot|pill|night|day|injection|infusion)(?= (?:i|he|she|my|gave|and)\b| ?[,:])",
)
# Words before such a time that make it the time of something else: of an end, a visit, how long a medicine was taken.
ENDED = any_of(
    "gone, went down, came down, broke, let up, quit, went away, goes away, go away, stop(?:ped|s)?, better, "
    r"clear(?:ed|s), resolv\w+, heal(?:ed|s), last(?:ed|s|ing)?, normal, until, till, fine, ok, okay, over, subsid\w+, "
    r"fad(?:ed|es), passed, wore off, wears off, improv\w+, recover\w+, settled, eased, disappear\w*, returned to, "
    "ended, down to, tired of"
)
VISIT = any_of(
    "see, seen, next, appointment, appt, scan, follow(?: up|ing up)?, due, refill, call(?:ed)? (?:back|again), "
    "wait(?:ing|ed)?"
)
TAKEN_FOR = any_of(
    "for, every, still, times, twice, once, only, been on, been taking, worked, works, helped, discharged, home, "
    "released, admitted, stayed, spent, slept, repeat"
)
NOT_ONSET = re.compile(
    either(
        # "gone within two days", "see him in two weeks", "been taking it for a month"
        rf"\b(?:{ENDED}|{VISIT}|{TAKEN_FOR})(?:\s+\S+){{0,3}}",
        # "lost ten pounds in a month", "two months of"
        r"\b(?:lost|gained|pounds|lbs|kilos)(?:\s+\S+){0,2}",
        r"\bmonths? of",
    )
    + r"\s*$"
)
# Words behind it that do: "ago", "and I am fine", "until".
SUBJECT = r"(?:and )?(?:i |it |he |she |my \w+ |they |we |the \w+ )?"
HAS_BEEN = "(?:'m |am |is |was |were |are |has |have |had |'ve |all )*"
OVER = any_of(
    r"still, gone, fine, ok\b, okay, better, back to, over, normal, myself, stopped, went away, cleared, resolved, "
    "improved, healed, recovered, subsided"
)
NOT_ONSET_BEHIND = re.compile(
    "^,? ?"
    + either(
        r"ago\b",
        rf"{SUBJECT}{HAS_BEEN}{OVER}",
        r"now\b",
        "of (?:iv|treatment|therapy)",
        "until",
        "apart",
        "supply",
        "before",
    )
)

# How long an event lasted: "almost two whole weeks", "the rest of the night", "3 days straight".
NEARLY = (
    "(?:about |over |a bit over |the |almost |nearly |only |more than |less than |at least |around |maybe |"
    r"approx(?:imately|\.)? |close to |a good |the (?:first |whole |rest of the |next |last )?|like |up to |all |~ ?)*"
)
LENGTH = (
    rf"{NEARLY}(?:{NUMBER} )?(?:bad |whole |full |straight |solid |more |long |rough |entire )?"
    rf"{PERIOD}(?: or (?:so|two|more|three))?(?: straight)?"
)
LASTS = either(
    # "lasted", "it's been", "went on for", "gone after", "it took me", "not right for"
    "last(?:ed|s|ing)",
    "would last",
    "can last",
    "for",
    "x",
    "it's been",
    "continu(?:ed|ing|es) for",
    "(?:went|going|goes|kept|gone) on for",
    "stopped after",
    "(?:passed|over|gone|went away|resolved|cleared(?: up)?|subsided|better|healed|wore off) after",
    "(?:it |that |which |and |they |this )?took(?: me)?",
    "persisted(?: for)?",
    r"not \w+ for",
)
NO_LENGTH = r"(?! (?:later|after (?:the|my|vacc\w+|starting|inj\w+)|ago|old|supply|of (?:age|iv)))"
# "the next morning", "Sunday evening", "3 am the next day"
TIME_OF_DAY = either(
    "the (?:next|following) (?:day|morning|evening|night)",
    "noon|midnight|bedtime",
    "(?:the )?(?:night|morning|evening|weekend)",
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|night|evening|afternoon))?",
    r"\d+(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?: (?:the )?(?:next|following) (?:day|morning|evening))?",
)
WHOLE_DAYS = either(
    "the (?:rest of the|whole(?: next)?|entire) (?:day|night|week|weekend)",
    rf"(?:until|till|thr(?:ough|u)) (?:about |around |approximately |~ ?)*{TIME_OF_DAY}",
    "most of the (?:day|night)",
)
LASTED = re.compile(
    "|".join(
        (
            # "lasted about three days"
            rf"(?<![\w']){LASTS}(?: for| about| only)*:? ({LENGTH})(?!\w){NO_LENGTH}",
            # "the first two weeks"
            r"(?<![\w'])(?<!after )(?<!within )((?:for |over )?(?:the )?(?:first|1st)"
            r"(?: (?:few|couple(?: of)?|two|three|four|five|six|ten|\d+|or|bad|week or|day or))* "
            rf"{PERIOD}(?: or (?:so|two))?)(?!\w)",
            # "the rest of the day", "until bedtime", "most of the night"
            rf"(?<![\w'])({WHOLE_DAYS})(?!\w)",
            # behind an event, whose letters are blotted out: "diarrhea 3 days."
            rf"(?<=@ )((?:about |maybe |like |~ ?)?{NUMBER} {PERIOD})(?= ?[.,;]|$)",
        )
    )
)
# Words before a length that make it the length of something else.
TAKEN_OR_STAYED = any_of(
    # of the medicine: "took it for", "been on it", "held it"
    "tak(?:e|en|ing), took (?:it|this|that|them), on (?:it|this|them|that), used, using, work(?:ed|s), been on, "
    r"off(?: it)?, stopped (?:it|the \w+)?, held(?: it)?, prescribed, "
    # of a stay: "in hospital", "they kept me"
    r"hospital, emergency, observ\w+, watched, monitor\w+, er, slept, kept me, admitted, icu, "
    # of another treatment or time of life: "on steroids", "married", "sober"
    r"antibiotics?, steroids?, married, wait(?:ed|ing)?, quit, diabetic, clean, sober, smok\w+, disease, history, "
    "cancer, therapy, treatment, job, school, away, home, work, running, allowed, drive, sex, supply, script, ivig, "
    "iv, physical therapy, rehab, @d"
)
NOT_LASTED = re.compile(rf"(?:\b{TAKEN_OR_STAYED}(?:\s+\S+){{0,2}}|\b(?:years?|months?) (?:old|ago))\s*$")
CALENDAR = any_of(
    "(?:the )?(?:spring|summer|fall|autumn|winter), january, february, march, april, may, june, july, august, "
    "september, october, november, december, monday, tuesday, wednesday, thursday, friday, saturday, sunday, week, "
    r"month, year, christmas, thanksgiving, easter, (?:19|20)\d\d"
)
DATE = re.compile(
    # "early last spring", "in March of 2021", "yesterday", "about three weeks ago"
    r"(?<![\w'])(?:in |on |since |by |last |this |around |about |early |late |mid )+"
    rf"{CALENDAR}(?: (?:of )?(?:19|20)\d\d)?(?!\w)|"
    r"yesterday|"
    r"(?:\w+ )?\w+ (?:days?|weeks?|months?|years?) ago"
)

# Behind an event, words that it ended: a time before them tells when.
MOSTLY = (
    "(?:(?:has|have|had|is|was|were|are|all|also|finally|just|that|mostly|then|and|symptoms?|it|completely|about|"
    "started to|began to|to) ){0,4}"
)
ENDING = any_of(
    "disappear, went away, go(?:ne|ing)? away, gone, stop, clear, subsid, resolv, better, eas, fad, came down, "
    r"over\b, lift, wore off, improv, settl, heal, let up, dissipat, calm, pass, back to normal, less\b, return, "
    "came back"
)
ENDS = re.compile(rf"^,? ?{MOSTLY}{ENDING}")

LENGTH_OF = re.compile(rf"(?<![\w'])({LENGTH}) of (?:\w+ )?$")  # in front of an event: "two days of vomiting"

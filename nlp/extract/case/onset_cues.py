"""Words for when an event came and how long it lasted. Data only."""

from __future__ import annotations

import re

_N = r"(?:\d+(?:\.\d+)?(?:\s?[-–]\s?\d+)?|\d+ (?:to|or) \d+|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)(?: (?:or|to) (?:two|three|four|five|six|seven|eight))?|half an?|an? few|a few|several|some|a couple(?: of)?|couple(?: of)?|a good|maybe)"
_PERIOD = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?|fortnight|semester)"
)
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|same|very first|last|very next|following|\d+(?:st|nd|rd|th))"
_EVENT = r"(?:pills?|doses?|tablets?|shots?|injections?|infusions?|rounds?|cycles?|jabs?|treatments?|capsules?|puffs?|one|patch|pack|vaccin\w+|booster|needle)"
_COUNT = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ABOUT = r"(?:just |only |maybe |roughly |approx(?:imately|\.)? |about |around |almost |nearly |like |probably |some )*"
_START = r"(?:starting|taking|beginning|stopping|quitting|receiving|getting|having|it|that|this|the|my|his|her|each|every|i|he|she|we|being|first|second|third|last|vaccin\w+|inject\w+|shot|dose|administration|infusion|immuni\w+|covid|moderna|pfizer|booster|start\w*)"
# When an event came, counted from a dose or the start of the medicine.
LATENCY = re.compile(
    rf"(?<![\w'])(?:{_ABOUT}(?:within |in |inside |not even )?{_ABOUT}{_N}[- ]?(?:more |whole |full |short |good )?{_PERIOD}(?:(?: later| afterwards?| post| p |[- ]post| following)(?:[- ](?:vaccin\w+|inject\w+|shot|dose|administration|infusion|immuni\w+|op|second|first|the \w+|\w+ (?:shot|dose)))?"
    rf"| (?:after|of|from|into|since)(?: {_START}){{1,3}}(?: [\w'-]+){{0,2}}?(?= ?[,.;:]| i | he | she | my | we | the | his | her |$)| (?:(?:after|into|from)(?: {_START}){{0,3}}|of(?: {_START}){{1,3}})| in(?= ?[,.;:]| i\b| he\b| she\b| my\b| the\b| and | it\b| we\b|$)| after(?= ?[,.;:]|$))"
    rf"|(?:within (?:about |around |the (?:first )?|a |maybe |less than |under |just )*(?:{_N}[- ]?|half |first )*|(?:in|inside) (?:about |around |maybe |less than |under |just )*(?:the first (?:{_N} |half )?|{_N} ))(?:{_PERIOD}|moments)(?<!year)(?<!years)(?: (?:of|on|after) (?:starting|taking|the|it|my|receiving|getting|each|that)(?: [\w'-]+){{0,2}})?"
    rf"|(?:after|following) {_ABOUT}(?:the |my |his |her |each |every )?(?:{_N} |{_NTH} )?(?:more |full |whole |good )?(?:{_PERIOD}|{_EVENT})(?: (?:of|on) (?:it|this|taking|the|them|that|use))?"
    rf"|(?:by |on |at |around |from |with |during |about |maybe )*(?:the |my |his |her )?(?:day|night|hours?|minutes?|weeks?|months?|cycle|dose|round|infusion|mark|days)s? (?:of )?(?:number )?{_COUNT}(?: (?:or|to|and) {_COUNT})?(?: or so)?(?! (?:mg|a|hours|days|weeks|months))"
    rf"|(?:by|on|after|with|from|at|during|within|around|toward) (?:about |the |my |his |her |day )*{_NTH} (?:few |couple(?: of)? |two |three )?(?:{_PERIOD}|{_EVENT}|morning|evening|afternoon|half hour)"
    rf"|(?:the |that |this )?(?:very )?(?:next|same|following|2nd|second|third|3rd|fourth|4th|fifth|sixth|seventh) (?:day|night|evening|morning|afternoon|week|weekend)(?! (?:on|of|now|appointment|i see))|the (?:day|night|morning|evening) (?:after|following|of)(?: (?:the |my |receiving |getting |each )*\w+)?|on (?:the )?day of \w+|that (?:night|evening|afternoon|same day)|by (?:that |the )?(?:bedtime|lunch|dinner|morning|nightfall|midnight|the (?:weekend|evening|end of (?:the|that) (?:day|week|month)))"
    rf"|(?:almost )?(?:immediately|instantly|right away|straight ?away|instantaneously)(?: (?:after|upon|following)(?: (?:the |my |receiving |getting )*\w+){{0,2}})?|upon (?:injection|administration|vaccination|receiving \w+(?: \w+)?)|overnight|(?:hours|days|weeks|minutes|seconds|shortly|soon|right|moments|months) (?:later|after)(?: (?:receiving|getting|taking|the|my|starting|that)(?: [\w'-]+){{0,2}})?"
    rf"|as soon as (?:i|he|she|it|they) (?:take|took|was|started|got|had)(?: \w+)?|(?:while|during) (?:it (?:is|was) going in|the (?:infusion|drip|injection|shot))|(?:near|toward) the end|at hour {_COUNT}|(?:in|at) the (?:beginning|start)|at first|{_NTH} (?:dose|shot|pill|night|day|injection|infusion)(?= (?:i|he|she|my|gave|and)\b| ?[,:]))(?![\w'])"
)
# Words before such a time that make it the time of something else: of an end, a visit, how long a medicine was taken.
NOT_ONSET = re.compile(
    r"(?:\b(?:gone|went down|came down|broke|let up|quit|went away|goes away|go away|stop(?:ped|s)?|quit|better|clear(?:ed|s)|resolv\w+|heal(?:ed|s)|last(?:ed|s|ing)?|normal|until|till|fine|ok|okay|over|subsid\w+|fad(?:ed|es)|passed|wore off|wears off|improv\w+|recover\w+|settled|eased|disappear\w*|returned to|ended|let up|down to|tired of|"
    r"see|seen|next|appointment|appt|scan|follow(?: up|ing up)?|due|refill|call(?:ed)? (?:back|again)|wait(?:ing|ed)?|until|for|every|still|times|twice|once|only|been on|been taking|worked|works|helped|discharged|home|released|admitted|stayed|spent|slept|repeat)(?:\s+\S+){0,3}|\b(?:lost|gained|pounds|lbs|kilos)(?:\s+\S+){0,2}|\bmonths? of)\s*$"
)
NOT_ONSET_BEHIND = re.compile(
    r"^,? ?(?:ago\b|(?:and )?(?:i |it |he |she |my \w+ |they |we |the \w+ )?(?:'m |am |is |was |were |are |has |have |had |'ve |all )*(?:still|gone|fine|ok\b|okay|better|back to|over|normal|myself|stopped|went away|cleared|resolved|improved|healed|recovered|subsided)|now\b|of (?:iv|treatment|therapy)|until|apart|supply|before)"
)
# How long an event lasted.
_LENGTH = rf"(?:about |over |a bit over |the |almost |nearly |only |more than |less than |at least |around |maybe |approx(?:imately|\.)? |close to |a good |the (?:first |whole |rest of the |next |last )?|like |up to |all |~ ?)*(?:{_N} )?(?:bad |whole |full |straight |solid |more |long |rough |entire )?{_PERIOD}(?: or (?:so|two|more|three))?(?: straight)?"
LASTED = re.compile(
    rf"(?<![\w'])(?:last(?:ed|s|ing)|would last|can last|for|x|it's been|continu(?:ed|ing|es) for|(?:went|going|goes|kept|gone) on for|stopped after|(?:passed|over|gone|went away|resolved|cleared(?: up)?|subsided|better|healed|wore off) after|(?:it |that |which |and |they |this )?took(?: me)?|persisted(?: for)?|not \w+ for)(?: for| about| only)*:? ({_LENGTH})(?!\w)(?! (?:later|after (?:the|my|vacc\w+|starting|inj\w+)|ago|old|supply|of (?:age|iv)))"
    rf"|(?<![\w'])(?<!after )(?<!within )((?:for |over )?(?:the )?(?:first|1st)(?: (?:few|couple(?: of)?|two|three|four|five|six|ten|\d+|or|bad|week or|day or))* {_PERIOD}(?: or (?:so|two))?)(?!\w)"
    rf"|(?<![\w'])(the (?:rest of the|whole(?: next)?|entire) (?:day|night|week|weekend)|(?:until|till|thr(?:ough|u)) (?:about |around |approximately |~ ?)*(?:the (?:next|following) (?:day|morning|evening|night)|noon|midnight|bedtime|(?:the )?(?:night|morning|evening|weekend)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|night|evening|afternoon))?|\d+(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?: (?:the )?(?:next|following) (?:day|morning|evening))?)|most of the (?:day|night))(?!\w)"
    rf"|(?<=@ )((?:about |maybe |like |~ ?)?{_N} {_PERIOD})(?= ?[.,;]|$)"
)
# Words before a length that make it the length of something else.
NOT_LASTED = re.compile(
    r"(?:\b(?:tak(?:e|en|ing)|took (?:it|this|that|them)|on (?:it|this|them|that)|used|using|work(?:ed|s)|been on|off(?: it)?|stopped (?:it|the \w+)?|held(?: it)?|prescribed|hospital|emergency|observ\w+|watched|monitor\w+|er|slept|kept me|admitted|icu|antibiotics?|steroids?|married|wait(?:ed|ing)?|quit|diabetic|clean|sober|smok\w+|disease|history|cancer|therapy|treatment|job|school|away|home|work|running|allowed|drive|sex|supply|script|ivig|iv|physical therapy|rehab|@d)(?:\s+\S+){0,2}|\b(?:years?|months?) (?:old|ago))\s*$"
)
DATE = re.compile(
    r"(?<![\w'])(?:in |on |since |by |last |this |around |about |early |late |mid )+(?:(?:the )?(?:spring|summer|fall|autumn|winter)|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|christmas|thanksgiving|easter|(?:19|20)\d\d)(?: (?:of )?(?:19|20)\d\d)?(?!\w)|yesterday|(?:\w+ )?\w+ (?:days?|weeks?|months?|years?) ago"
)

# Behind an event, words that it ended: a time before them tells when.
ENDS = re.compile(
    r"^,? ?(?:(?:has|have|had|is|was|were|are|all|also|finally|just|that|mostly|then|and|symptoms?|it|completely|about|started to|began to|to) ){0,4}(?:disappear|went away|go(?:ne|ing)? away|gone|stop|clear|subsid|resolv|better|eas|fad|came down|over\b|lift|wore off|improv|settl|heal|let up|dissipat|calm|pass|back to normal|less\b|return|came back)"
)

LENGTH_OF = re.compile(rf"(?<![\w'])({_LENGTH}) of (?:\w+ )?$")  # in front of an event: "two days of vomiting"

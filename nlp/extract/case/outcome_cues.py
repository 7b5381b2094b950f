"""Words for how an event went on: over, better, still there. Data only; values follow E2B(R3) E.i.7.

A statement is a pattern with its value. What it speaks of is found beside it: an event named right before or behind it,
else the ones told before. An event that is named is written @ in the text that statements are looked for in.
"""

from __future__ import annotations

import re

from nlp.extract.alternation import BEGIN, END, either, rows, words
from nlp.extract.case.reader import table

RECOVERED, RECOVERING, NOT_RECOVERED, SEQUELAE, FATAL = (
    "recovered", "recovering", "not_recovered", "sequelae", "fatal",
)  # fmt: skip

# --- Parts used again ---

NUMBER = either(
    r"\d+|an?",
    words("one two three four five six seven eight nine ten"),
    "a few|few|several|a couple(?: of)?|couple(?: of)?",
)
TIME = either(r"minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?")
FEW = r"(?:a|\d|two|three)"  # how a time begins: "in a day", "in 2 weeks"
CLAUSE_END = r"(?= ?[.,;]|$)"

# --- Something stays for good ---

# What is called permanent.
LASTING = r"(?:@+|now|damage|scar\w*|loss|nerve|hearing|tinnitus|numb\w*|ringing|hair|brain|injur\w*)"
LEFT_BEHIND = (
    # "permanently", "left with a limp", "permanent hearing loss"
    "permanently",
    "left with(?= @| an? @| the @)",
    rf"permanent(?:ly)?(?= ?[.,;]|$| {LASTING})",
    # "never been the same since", "irreversible", "for the rest of my life"
    "(?:never|not) (?:been )?(?:the same|right) (?:again|since)",
    "irreversible",
    "for (?:the rest of my )?life(?= ?[.,;])",
    # "left me with two little scars", "have some scarring"
    "(?:left|leaving|leaves) (?:me|him|her|us)? ?(?:with )?(?:a |an |some |permanent |two |three |bad |little )*"
    "(?:scars?|scarring|dents?|marks?|limp|stain)",
    "(?:have|has|had|got) (?:a |some |permanent |bad )?(?:scars?|scarring)(?! tissue)",
    # "won't ever grow back", "lost my sight"
    "won'?t (?:ever )?grow back",
    "lost (?:the|my|his|her) (?:sight|hearing|vision|eye|leg|kidney|foot|arm|finger|toe)s?",
)

# --- Still there ---

# "hasn't" and "gone away", with up to two words between.
DOES_NOT = either(
    "never|not",
    "has ?n[o']t|hasnt|haven'?t|have not|hadn'?t",
    "did ?n[o']t|didnt",
    "won'?t|wont|will not",
    "does ?n[o']t|doesnt|do ?n[o']t",
    "is ?n[o']t|aren'?t|are not",
    "can'?t|cannot|would ?n[o']t|wouldnt",
)
GET_BETTER = either(
    "go(?:ne|ing|es)?(?: back)?(?: to normal| away| down)?|went(?: away| back)?",
    "stop(?:ped|ping)?|leave|left|leaving|come back|came back",
    "clear(?:ed|ing)?|improv(?:ed?|ing)|resolv(?:ed?|ing)",
    "gotten (?:any |much )?better|get(?:ting)? (?:any |much )?better|got (?:any )?better",
    "let up|eas(?:ed?|ing)|lift(?:ed)?|budged?|quit(?:ting)?|heal(?:ed|ing)?|settled?",
    "shake|shaken|fade|faded|subsided?|returned|changed?|been the same|recover(?:ed)?",
    "(?:any )?better|grow(?:n)? back|get rid of|shift(?:ed)?",
)
# Then it is no event that does not go, or go back: "never went back to work", "not better on it".
NO_EVENT = "(?! (?:to (?:the|work|my)|on it|back on|the (?:dose|med)))"
# What a person still does, or thinks, without an event: "still taking it", "still worth it", "still here".
STILL_OTHER = either(
    r"on\b|taking|take|takes|using|use|uses",
    "worth|would|love|works?|working|better",
    r"going to|wait\w*|decid\w*|a (?:bit|little) better|on the|have (?:my|the) (?:script|bottle|pills)",
    "recommend|glad|happy|get my|don'?t know|not sure|alive|here",
    "haven'?t (?:heard|decided)|good|think|wish|want|need",
)
# "continued" of the event: "continues to hurt", "continuing today".
GOES_ON = r"(?= (?:to (?:have|be|feel|suffer|experience|get|hurt)|at this time|today|now|still|through)| ?[.,;]|$)"
IT = r"(?:it|this|that|the \S+|any of (?:it|this))"
# What is asked of it: "does it ever get better".
ASKED = either(
    "get better|go away|wear off|stop|last|end|pass",
    "ease|settle|let up|calm down|fade|resolve|improve",
)
# Behind "now I", words that tell of no event: "now I take", "now I'm fine".
NO_COMPLAINT = r"(?!(?:take|use|using|on|taking|fine|ok|good|better|gone|normal|off|back)\b)"
STILL_THERE = (
    # "hasn't really gone away", "can't shake it"
    rf"{DOES_NOT}(?: \w+){{0,2}}? {GET_BETTER}(?: (?:away|up|off|it))?{NO_EVENT}",
    # "I still itch", "no better", "it lingers", "continues today"
    rf"still(?! {STILL_OTHER})",
    "no better|not (?:any |much )?better",
    "persist(?:s|ed|ent|ing)?|on-?going|linger(?:s|ing|ed)?",
    f"continu(?:es?|ing|ed){GOES_ON}",
    "remain(?:s|ed)?(?! on)",
    "(?:it|they|that|which|pain|ringing|cough|rash|@+) (?:has |have |all )?"
    "stay(?:ed|s)(?! (?:on|in|at|off|away|with|until|till|for))",
    # "made no difference", "no change yet", "no end in sight"
    "(?:made|makes|make) no difference",
    "no (?:change|improvement|relief) (?:yet|so far|since|at all|from stopping|after)",
    "no (?:sign of|end in)",
    "to this day",
    # "it's getting worse", "spreading"
    "(?:is|are|was|were|it's|got|getting|gets|only|just|much|even|feels?|feeling) (?:getting |much |a lot |even )?"
    "worse(?! (?:than (?:chemo|the))| before)",
    "worsen(?:s|ed|ing)|spreading",
    # "does it ever get better?", "when will this stop?", "did yours go away?"
    rf"does {IT} (?:ever |eventually |usually )?{ASKED}",
    r"(?:will|when (?:does|will|do|did)) (?:it|this|that|they|these|the \S+|yours) (?:ever |eventually )?"
    "(?:go|get|stop|come|end|pass|clear|resolve|wear|ease|let up)",
    r"did (?:it|yours|that|these|the \S+) (?:ever |eventually )?(?:go away|get better|stop|come back|clear)",
    r"(?:go|goes|get) (?:away|better)\?",
    # "how long until it", "how did you cope", "what can I do", "any tips", "is this normal"
    r"how long (?:does|did|do|will|until|before|till|is) (?:it|this|that|yours|these|they|the \S+)",
    r"how (?:do|did|can) (?:you|i|we|u) (?:\w+ )?(?:deal|cope|stop|get rid|manage|handle|fix|treat)",
    "what (?:can|do|should) i (?:do|use|take)",
    r"any (?:tips|advice|help|suggestions|ideas|remed\w+)",
    "is (?:this|that|it) (?:normal|permanent|going to)",
    # "three weeks later and I still", "right now", "as I type"
    rf"(?:{NUMBER} {TIME}) (?:later|on|out|now|after|since)[^.;]{{0,20}}?"
    " (?:still|and (?:i|it|my|he|she) (?:still|am|is|can'?t|have))",
    "right now|as (?:we speak|i type)",
    # "keeps coming", "comes and goes", "ever since", "won't quit"
    "(?:keeps?|kept) (?:happening|coming|getting|waking|going|recurring|returning)",
    "comes and goes|on and off (?:since|ever)|ever since",
    f"(?<=hurt )since{CLAUSE_END}",
    "(?:won'?t|will not|doesn'?t|wouldn'?t) (?:quit|stop|leave|let up|budge)",
    "(?:will not|won'?t|can'?t) (?:go|shake)",
    # "at this time", "as of today", "until now"
    "at (?:this|present) time|to present|as of (?:today|now|this)|(?:until|till|up to) (?:now|today|present)",
    # "not yet resolved", "unchanged", "same as before"
    "not (?:yet )?(?:resolved|recovered|gone|over)|un(?:resolved|changed)|did not budge",
    "same as before|the same as (?:ever|before|when)",
    r"(?:is|are|was|were|stayed|about|much) the same(?= ?[.,;]|$| (?:as|after|since|even)\b)",
    # "now my hands hurt", "I currently have"
    "now (?:i|my|he|she|it|we|his|her)(?:'m|'ve| have| has| am| is| get| gets| can'?t| hurts?| burns?| aches?)?"
    f" {NO_COMPLAINT}",
    "(?:i|he|she) (?:now|currently) (?:have|has|get|gets|suffer)",
)

# --- On the way ---

# "getting a little", "slowly", "is so much", "80 %".
BY_AND_BY = (
    either(
        "get(?:ting|s)?|slowly|gradually",
        "a (?:little|bit|lot)|little|bit|much|lot|lots|some|slightly|somewhat|way",
        "day by day|bit by bit|little by little|already",
        "is|are|it's|am|i'm|feel(?:s|ing)?|now|doing",
        "%|percent|week by week",
    )
    + "(?: "
    + either(
        "a (?:little|bit|lot)|much|slowly|some|gradually",
        "now|already|lots|so much|slightly|definitely|really",
    )
    + ")*"
)
BETTER = either(
    "better|less(?! than)",
    "improv(?:ed|ing|es)|fad(?:ed|ing)|eas(?:ed|ing)|clear(?:ed|ing)(?: up)?|heal(?:ed|ing)|recover(?:ed|ing)",
    "com(?:e|es|ing) back|growing back|going (?:down|away)",
    "weaker|lighter|milder|calmer",
)
GETTING_BETTER = (
    # "slowly getting better", "a lot milder"
    f"{BY_AND_BY} {BETTER}(?! (?:than|off|with|at|for|if|when i take|on ))",
    # "slowly fading", "on the mend", "wearing off"
    "(?:slowly |gradually )?"
    + either(
        "improving|fading|easing(?: (?:off|up))?|resolving|recovering|subsiding",
        "lessening|diminishing|receding|settling(?: down)?|calming down|clearing(?: up)?|healing",
        "on the mend|tapering off|dying down|going (?:away|down)",
        "(?:com|grow)ing (?:slowly |right )?back(?! (?:to|with|on))",
        "wearing off|letting up|shrinking",
    ),
    # "improved a bit", "mostly gone", "it has eased"
    "improved(?: (?:a (?:lot|bit|little)|some|somewhat|slightly|but))",
    "(?:mostly|almost|nearly|partly|partially|about|half|largely|close to|practically)"
    " (?:gone|back|normal|better|healed|cleared|resolved|over|recovered|there)",
    r"improv(?:ed|ement|es)(?! (?:in|my|his|her|by)\b)",
    "(?:symptoms?|it) (?:has |have )?(?:eased|improved|lessened)",
    "eased(?: (?:off|up|some))?",
    # "not nearly as bad now", "less often", "50 % better", "down to once"
    "(?:not|isn'?t|aren'?t|wasn'?t|n't) (?:nearly |quite |half )?"
    r"(?:as|so) (?:bad|often|much|severe|strong|intense|\w+)(?: now| any ?more)?",
    "less (?:now|each|every|often|and less|frequent|severe|intense)",
    r"(?:maybe |about |like )?\d+ ?(?:%|percent)(?: (?:better|back|gone|there|normal|recovered|now))",
    "half of what it was|down to (?:once|twice|a few|one|two|maybe)",
    "(?:now )?only (?:once|twice|when|a (?:little|bit|few)|mild|occasional)",
    # "bearable now", "no longer as strong", "slowing down"
    "more tolerable|tolerable now|slow(?:ed|ing) down|bearable now",
    r"no longer (?:as|so) \w+",
    # "feeling much better"
    "(?:feel(?:s|ing)?|felt|doing|am|is|are|was|were|'s|got|gotten|get)"
    " (?:so much |a lot |much |a bit |a little |somewhat |already |way |lots |slightly )?"
    "better(?! (?:than|off|with|at))",
)

# --- Over ---

# "all", "completely", "pretty much", one behind another.
QUITE = (
    "(?: "
    + either(
        words("now all just mostly finally then also since totally completely fully entirely"),
        "pretty much",
        words("quickly eventually soon gradually slowly quite both thankfully basically"),
    )
    + ")*"
)
WENT_AWAY = either(
    "went away|gone away|go(?:es)? away|going away|disappear(?:ed|s)|vanish(?:ed|es)",
    "resolv(?:ed?|es)|subsid(?:ed?|es)|abat(?:ed|es)|dissipat(?:ed?|es)",
    "settled(?: down)?|lifted|wore off|wears off|worn off|let up|lets up",
    "cleared(?: (?:right )?(?:up|out|away))?|clears (?:up|out)|healed(?: up)?",
    "passed|calmed down|died down|dried up|faded(?: away)?|ceased|broke|went back down",
)
# What else is cleared, lifted or passed: "passed the test", "passed gas", "went away for a week".
CLEARED_OTHER = r"(?! (?:the (?:test|exam)|me off|gas|my (?:exam|test)|out (?:at|in|on|from)|for a|down the))"
# What "gone" and "back to normal" are said of: "it's all gone", "they're gone", "now resolved".
IS = either(
    "is|are|was|were|be|been|all|it's|that's|'s|'re",
    "completely|totally|now|had|has|have|they're|till it was",
)
# What else is gone or over: "gone through a lot", "over the counter", "was gone for a walk", "over a year".
GONE_OTHER = either(
    "through|to the|from|as (?:a|the)|for (?:a|the) (?:ride|walk)",
    r"the counter|a year|\d+",
)
# Behind "gone", when: "gone by morning", "gone as soon as I stopped".
GONE_SINCE = either(
    "in|by|within|after|the|now|completely|for good|since",
    "as soon as|once|when|at|today|away|next|two|three|a day",
)
# "I felt", "was back to", "completely", "normal".
I_AM = either(
    "is|are|was|were|'s|be|been|being|felt|feel|feels|feeling",
    "got|became|back to being|i'm|im|am|doing",
)
AGAIN_QUITE = either(
    "back to|completely|totally|perfectly|just|all|pretty much|absolutely|right",
    "much more like|more like|like|now|feeling|otherwise",
)
FINE = either(
    "fine|ok(?:ay)?|normal|myself|himself|herself|human|my old self",
    "all right|alright|good as new|well|right as rain|steady",
)
# Behind "fine": "again", "by noon", "within", or the end of the clause.
FINE_SINCE = either(
    either(r" again| now| today| after that| by \w+| within| the next| since| on my feet| in (?:a|\d|two)") + "+",
    "(?= ?[.,;!)]|$)",
)
# What is no longer so, or more of it, is a medicine: "no more than", "no longer take", "no longer works".
NO_MORE_OTHER = either(
    "than|take|taking|on|use|using",
    r"works?|help\w*|of (?:this|that)",
)
# What stopped: "it", "the itching", "the hives".
SUBJECT_OVER = either(
    "it|they|that|this|those|these|both|all|everything|symptoms?|@+",
    r"\w+ing|cough|rash|pain|hives|nausea|fever|headaches?",
)
# What stopped is not the event: "it stopped working", "that stopped me".
STOPPED_OTHER = r"(?! (?:me|working|my|taking|it|the|us|being|him|her) ?(?!\.))"
IT_IS_OVER = (
    # "went away", "cleared right up", "the fever broke"
    rf"(?<!never )(?<!not ){WENT_AWAY}(?=[ .,;:!?)]|$){CLEARED_OTHER}",
    # "is completely gone", "back to normal again", "over with"
    rf"{IS}{QUITE}"
    " (?:gone|over(?: with)?|back to (?:normal|baseline|usual)|normal(?: again)?|healed|resolved|cleared(?: up)?)"
    rf"(?=[ .,;:!?)]|$)(?! {GONE_OTHER})",
    rf"gone(?=(?: {GONE_SINCE}\b)| ?[.,;!)]|$)",
    # "all back to my old self", "returned to work", "came right back down to normal"
    rf"{QUITE} back to (?:normal|baseline|usual|my(?:self| old self| usual)|his|her|where|how|what|being|feeling)",
    "return(?:ed|s)? to (?:normal|baseline|usual|my|his|her|where|work)",
    "(?:came|come|went|dropped|fell|gone|comes|goes)(?: right| straight)?(?: back)? (?:down|up)(?: again)?"
    r"(?: to (?:normal|baseline|\d+))(?! ?mg)",
    "(?:came|come|comes|went|has come|have come) (?:back )?down"
    "(?= ?[.,;!]| (?:by|in|within|after|again|on its own|since|overnight|the next|that|over)|$)",
    # "feeling fine again", "I'm much more like myself now", "ok within"
    f"{I_AM}(?: {AGAIN_QUITE})* {FINE}{FINE_SINCE}",
    "(?:be|is|was) (?:himself|herself|myself)(?: again)?",
    rf"{BEGIN}(?:fine|ok(?:ay)?|all good|good|normal|right as rain)"
    r" (?:now|by|within|after|since|again|the next|in (?:a|\d|two|three))",
    # "made a full recovery", "no more cramps", "never had it again"
    "(?:made a )?(?:full(?:y)?|complete(?:ly)?|total(?:ly)?)? ?"
    "recover(?:y|ed|s)(?! (?:from (?:surgery|the surgery)|slowly|room|time))",
    f"no (?:more|longer)(?! {NO_MORE_OTHER})",
    r"(?:not|n'?t|never)(?: \w+){0,2} (?:any ?more|since(?= ?[.,;!]|$| then)|again(?= ?[.,;!]|$))",
    # "a thing of the past", "that was it", "then nothing", "symptom free"
    "a thing of the past|slept it off",
    "(?<=@ )went(?= ?[.,;!]|$)",
    "(?:that|which) was (?:it|all|that|the end of it|over)(?= ?[.,;!]|$)",
    "(?:then|and then|now|after that|since then) (?:nothing|fine|ok|it was (?:fine|gone|over|ok))",
    "and then (?:it|they) (?:stopped|passed)",
    "symptom[- ]free|all clear|good as new",
    # "the itching finally stopped", "they left", "stopped on its own"
    f"{SUBJECT_OVER}{QUITE}(?: has| have| had)? "
    + either(
        "stopped|quit|ended",
        "left(?= ?[.,;!]|$| (?:me|by|in|after|within))",
        "let up|ceased|passed",
    )
    + STOPPED_OTHER,
    "(?:stopped|quit|ended) "
    + either(
        "on its own|by itself|by themselves|on their own",
        "that (?:day|night)|the (?:same|next) (?:day|morning)",
        rf"within|in {FEW}|after (?:a|\d|two|three|about)",
    ),
    # "took about two weeks to clear", "slept through again", "got over it", "grew back"
    "took (?:me |about |maybe |a good |almost |over )*"
    r"(?:\w+ )?(?:\w+ )?(?:minutes|hours?|days?|weeks?|months?) "
    + either(
        "to "
        + either(
            "go|clear|heal|pass|settle|get (?:back|over)|wear",
            "look|be|feel|recover|resolve|disappear|come",
        ),
        "until|before|for (?:it|that|the)",
    ),
    r"slept (?:fine|well|normal\w*|like a baby|through)(?: again| that night| since)?",
    "got over it|grew back",
    "came? back (?:in )?(?:after|within|fully|completely|when)"
    r"(?= (?:a|\d|two|three|about|i stopped))",
    # "better within a day", "all better now"
    "better(?= "
    + either(rf"by|within|after|in {FEW}|the next|as soon as|once|when i stopped|since (?:i )?stop\w*")
    + "(?! (?:far|some)))",
    "(?:all|much) better now|better again",
)

STATEMENTS = table(
    (SEQUELAE, *LEFT_BEHIND),
    (NOT_RECOVERED, *STILL_THERE),
    (RECOVERING, *GETTING_BETTER),
    (RECOVERED, *IT_IS_OVER),
)

# --- Death, reports, times that are over ---

FAMILY = r"my (?:mom|mum|mother|dad|father|husband|wife|son|daughter|sister|brother|grand\w+)"
# Words of a value inside one of another: the longer statement is what is said.
FATAL_WORDS = re.compile(
    BEGIN
    + either(
        # not "I almost died", "those who died"
        "(?<!almost )(?<!nearly )(?<!have )(?<!who )(?<!could )died",
        # "passed away", "led to his death", "didn't make it", "we lost him"
        r"passed away|expired(?! (?:on|in|pills?|med))",
        "(?:resulting in|cause of|sudden|time of|before (?:his|her)|led to (?:his|her)) death",
        "did ?n[o']t (?:make it|survive)",
        f"lost (?:him|her|{FAMILY})",
        "fatal|passed on|pronounced|demise|killed (?:him|her|my)",
    )
    + END
)
# "the outcome of the events was recovering", the formula of reports.
FORMULA = re.compile(
    r"\boutcomes? (?:of|for|was|were|is)(?P<of>[^.]{0,300}?)(?:\b(?:was|were|is|as|of)\b|:)? ?"
    r"(?:reported as |considered |noted as |assessed as )?(?P<value>"
    + rows(
        "not (?:yet )?(?:recovered|resolved)|un ?resolved",
        "recovered with sequelae|resolved with sequelae",
        "recovering|resolving|recovered|resolved|fatal|ongoing",
    )
    + r")(?!\w)"
)
FORMULA_VALUES = {
    "recovering": RECOVERING,
    "resolving": RECOVERING,
    "recovered": RECOVERED,
    "resolved": RECOVERED,
    "fatal": FATAL,
}
FIRST_OF = either(
    "few|couple(?: of)?|two|three|four|five|six|2|3|4|5|6|10",
    "week or|day or|bad|half|ten",
)
FIRST_TIMES = either(
    "hours?|days?|nights?|weeks?|wks?|months?",
    "fortnight|mornings?|doses?|pills?|ones?|time",
)
SO_LONG = either(
    r"\d+(?:[-–]\d+)?|\d+ (?:to|or) \d+",
    NUMBER,
    r"half an?|two or three|three or four|next|rest of the|an? \w+",
)
# A time that is over: "the first week I had headaches", "nauseous for three days".
TRANSIENT = re.compile(
    BEGIN
    + either(
        # "only the first few days", "at first", "early on"
        "(?:the |for the |in the |during the |only the |just the |about the |over the )?(?:first|1st|initial)"
        f"(?: {FIRST_OF})*? {FIRST_TIMES}(?: or (?:so|two))?",
        "at first|in the beginning|at the (?:start|beginning)|initially|early on|to begin with",
        # "lasted about two weeks", but not "for two weeks now"
        "(?:for|lasted|lasting)"
        "(?: only| about| maybe| like| around| over| at least| almost| nearly| a good| approximately| the)* "
        rf"{SO_LONG}(?: \w+)? (?:{TIME}|evening|afternoon|day)"
        "(?! (?:now|and counting|already|straight now|later))",
        # "that day", "a day or so", "overnight"
        "that day|the next day only|a day or (?:two|so)|overnight",
    )
    + END
)
# The event goes on while it lasts: "for 3 weeks now", "x 2 weeks", not over.
COUNTING = re.compile(r"(?:have|has|'ve|been) [^.;]{0,40}$")

# --- Beside a statement ---

# Words in front of a statement that make it a hope, a prediction or hearsay.
NOT_SAID = re.compile(
    r"\b"
    + either(
        # "until it", "hopefully", "should be"
        "if|until|till|hop(?:e|es|ing|efully)|hopefully",
        "will|would|should|might|could|can|may|won'?t know|supposed to",
        # "they say it", "my doctor promised", "told"
        "(?:they|doc|doctor|everyone|nurse|he|she|people) (?:says?|said|told me|tells me|swears?|promised|claims?)",
        "told|says",
        # "waiting for", "want it", "praying"
        "waiting (?:for|to see)|wait(?:ed)? (?:for|until)",
        "want(?:s|ed)?|need|wish|expect(?:ed|ing)?|pray(?:ing)?|unless|before",
    )
    + r"\s+(?:\w+\s+){0,3}$"
)
# What the subject of a statement may be where no event is named before it: a person, a pronoun, or nothing at all.
SUBJECT = re.compile(
    r"(?:^|[.,;:!?(\n–—-]\s*|\b"
    + either(
        words("i he she it they that this these those everything all both most"),
        "things?|symptoms?|side effects?|effects?|reactions?",
        words("we me him her patient pt which who now and then but so"),
        words("was were is are has have had did does do been be am"),
        "days?|weeks?|months?|hours?",
        words("morning night evening later ago after again since"),
        words("baby son daughter mom mum dad husband wife"),
        words("until completely totally finally mostly also just with day"),
        words("sunday monday tuesday wednesday thursday friday saturday weekend noon"),
        "of (?:it|them|that|these|those|this)|stopp(?:ed|ing) it",
    )
    + "(?:'s|'m|'re|'ve)?(?: "
    + either(
        words("has have had all just finally then also mostly both eventually usually"),
        words("now never since slowly only is was were are"),
    )
    + r")*\s*)$"
)
# Words that speak of all that was told, not of the last event alone.
ALL = re.compile(
    rows(
        r"\b(?:they|these|those|all|everything|both|symptoms|effects|reactions|most|things)\b",
        r"(?:myself|himself|herself|human|recover|fine|normal|ok|okay|well|alright|back to|new)\b",
    )
)
# Between a statement and the event it is followed by: "no longer have the", "still getting really bad".
TO_EVENT = re.compile(
    r"^(?:\s+"
    + either(
        r"have|has|had|having|got|gets?|getting",
        words("the my a an some this that from of with"),
        "feels?|feeling|bad|any|little|his|her|these|those|all|and",
        r"very|so|pretty|quite|really|experienc\w+|suffer\w*",
        "to|be|am|is|are|in|on|bit",
        "occasional(?:ly)?|daily|constant|much|more|no",
    )
    + r")*\s*$"
)
FROM_EVENT = re.compile(r"^(?:(?![.;!?]| but | while ).){0,48}$", re.DOTALL)
# Between an event and what is said of it: "the rash from Bactrim has finally", "the hives that came up all".
OF_EVENT = re.compile(
    r"^\s*(?:"
    + either(
        "from|after|on|with|to|of|by|since|in|all over|around",
        "i (?:got|had)|that|which|it gave me|caused by|i get|everywhere",
    )
    + r"\b[^,.;:!?]{0,40}?)?"
    r"(?:\s*\b"
    + either(
        words("has have had is was were are did does do also finally just mostly then all both"),
        words("completely already now never eventually quickly only"),
        "started to|began to|seems? to(?: have| be)?",
        words("slowly gradually really it that and totally"),
        "pretty much|usually|always|kind of|sort of|will|can|would",
    )
    + r"\b|'s|'ve)*\s*$"
)
# Between two events of a list: ", and some" in "nausea, and some dizziness".
LIST = re.compile(
    r"^\s*(?:,|and|&|/|\+|or|,\s*and|plus|with)?"
    r"\s*(?:the|my|some|a|an|his|her|very|really|severe|bad|mild|also)?\s*$"
)

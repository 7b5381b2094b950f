"""Cues right beside a mention that settle one of its attributes, whatever the head says. Data only.

Patterns run over `nlp.extract.assertion.normalise`d text. Each was kept for being right on nearly all gold mentions of
the training and development posts that it fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from nlp.datamodel import EVENT_LABELS, REACTION_LABELS
from nlp.extract.alternation import either

COMPLAINTS = ("CONDITION", "SYMPTOM")


@dataclass(frozen=True, slots=True)
class Anchored:
    """`value` of `attribute` for mentions of `labels`, where all patterns that are given fit.

    `before` ends where the mention or its list begins, `behind` begins where it ends and may run into the next
    sentence; `sentence` stands anywhere in the mention's sentence, `unless` nowhere in it, and `post` anywhere in the
    post. The cue yields to a head that is surer of another value than `over`.
    """

    attribute: str
    value: str
    before: str = ""
    behind: str = ""
    sentence: str = ""
    unless: str = ""
    post: str = ""
    over: float = 1.0
    labels: tuple[str, ...] = EVENT_LABELS

    def pattern(self, part: str) -> re.Pattern[str]:
        return compiled(getattr(self, part), part == "before")


@cache
def compiled(pattern: str, at_end: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{pattern})$" if at_end else pattern)


def whole(*rows: str) -> str:
    """Any of the rows, as a group of whole words: for a cue in `unless`, `post` or `sentence`."""
    return rf"\b{either(*rows)}\b"


absent = partial(Anchored, "presence", "absent")
present = partial(Anchored, "presence", "present")
hypothetical = partial(Anchored, "presence", "hypothetical")
possible = partial(Anchored, "presence", "possible")
of_another = partial(Anchored, "experiencer", "other")
of_author = partial(Anchored, "experiencer", "author")
pre_existing = partial(Anchored, "time", "pre-existing")
past = partial(Anchored, "time", "past")
beneficial = partial(Anchored, "effect", "beneficial")
neutral = partial(Anchored, "effect", "neutral")

# What may stand between a cue and its mention.
UP_TO_IT = r"(?: (?:the|any|an?|my|some|all|this|that|these|those|of|such|her|his|another|really|so|much|just|more))*\s"
A_TOUCH_OF = r"(?: (?:an?|some|another|just|only|the start of|a touch of|a bit of|early|mild))*\s"
JUST_A = r"(?: just| only| really| actually| maybe| possibly| still| an?| some| another| getting| having| becoming)*\s"

# Small words that come in many cues.
NOT = r"(?:not|never|(?:do|does|did|have|has|had|is|was|are|were|wo|would|could|ca)n'?t|cannot)"
CANNOT_OR_NEVER = r"(?:can'?t|cannot|could(?:n'?t| not)|never)"
DO_NOT = r"(?:do|does|did)(?:n'?t| not)"
EVER = r"(?: really| ever| even| actually| yet| once| personally)*"
HAVE = (
    r"(?:have|had|get|got|gotten|feel|felt|experienc(?:e|ed|ing)|notice|noticed|suffer(?:ed)?(?: from)?|"
    r"develop(?:ed)?|having|getting|feeling)"
)
GETS = (
    r"(?:get|have|got|develop|end up with|wind up with|give me|gives me|cause|causes|make me|makes me|"
    r"turn into|turns into|catch)"
)
MAKES_ME = r"(?:make|give|cause|leave) (?:me|you|him|her|us|my \w+)"
CAUSES = r"(?:make|makes|cause|causes|give|gives|lead to|result in|bring on|trigger)"
AT_START = r"(?:^|(?<=[.!?,] ))"
ASKS = r"(?:^|(?<=[.!?,] )|\b(?:so|or|but|and|then|think|say|that) )"
OR_WHAT = r"\s?(?:\?|or\b|,? (?:do you|you think|right|maybe|again)\b|,)"

# Whom a post speaks of.
ANYONE = r"(?:any ?one|any ?body|any of you|some ?one|some ?body)(?! else)"
PEOPLE = (
    r"(?:people|folks|others|every ?one|every ?body|women|men|patients|ladies|guys|some of (?:you|them)|lots of you)"
)
RELATIVE = r"(?:(?:my|our|her|his|the|a) )?" + either(
    r"mom|mum|mother|dad|father|husband|wife|partner|boyfriend|girlfriend|son|daughter|sister|brother|aunt|uncle",
    r"grand(?:ma|pa|mother|father|son|daughter)",
    r"friend|neighbou?r|coworker|niece|nephew|cousin|roommate",
)
SOMEBODY_REPORTS = r"[\"“”]|\b(?:states?|stated|report(?:s|ed)|patient|pt|family|infant)\b"

# What a leaflet does.
LEAFLET = either(
    r"leaflet|label|insert|pamphlet|booklet|brochure|handout|printout|web ?sites?|paperwork|consent form",
    r"commercials?|tv ads?|ads?|warnings|side effects? list",
)
LISTS = either(
    r"lists?|listed|says?|said|mention(?:s|ed)?|warn(?:s|ed)?(?: of| about)?|goes on about|went on about",
    r"rattl(?:es?|ed) off|talk(?:s|ed)? about|includ(?:es?|ed)",
)
THINGS_LIKE = either(
    r" (?:that )?(?:it|this) (?:can|may|might|could)(?: cause| lead to)?",
    r" (?:may|can|might|could) (?:cause|include)",
    r" (?:things|stuff|side effects?) like",
    r" such as",
)
RISK = (
    r"\b(?:listed|possible|potential|known|reported|common|serious|rare)(?: @+)? (?:side ?effects?|reactions?|risks?)"
)

# It is there, and is asked about: "does the itching go away?"
STAYS = (
    r" (?:ever |usually |eventually |normally )?"
    r"(?:last|go(?:es)? away|went away|stop|settle|ease|get(?:s)? (?:better|easier|worse)|calm|clear up|wear off|"
    r"subside|pass|improve|end|fade)\b"
)
HELP = r"(?:help\w*|do|did|done|take|takes|took|taking|use|uses|used|try|tried|something|anything|deal|cope)"

# It is feared.
FEARED = (
    r"(?:worried|afraid|scared|terrified|nervous|anxious|concerned|paranoid|read|heard|warned(?: me| us)?|"
    r"told(?: me| us)?)(?: about| of| that i'?d get)?"
)
MY_WORRY = either(
    r"(?:biggest|main|only|greatest|one|my|real) (?:worry|worries|fear|concern)",
    r"what (?:worries|scares|frightens) me(?: the)?(?: most| more)?",
    r"(?:bit|little|somewhat|slightly) concerned",
    r"petrified",
    r"dread(?:ing)?",
)
MAY_IT_NOT_COME = either(
    r"brac(?:e|ing|ed)(?: myself| yourself)? for",
    r"dread(?:ing|ed)?",
    r"prepar(?:ing|ed)(?: myself)? for",
    r"so (?:that )?i (?:do|wo)(?:n'?t| not)(?: ever)? (?:have|get|end up with|wind up with|develop|suffer)",
    r"hop(?:e|ing) i do(?:n'?t| not) (?:get|have|develop)",
)
SURE_ENOUGH = r",? (?:and|but) " + either(
    r"sure enough",
    r"i was right",
    r"yes\b",
    r"yep",
    r"guess what",
    r"(?:they|it) (?:came|did|started)\b",
    r"i (?:have|had|got|get) (?:it|them|those|that)\b",
)
BUT_NOTHING = (
    r"(?: (?:and|or) [\w ]{3,40})?,? ?(?:(?:and|but|so far|luckily|thankfully) )*(?:i |it |we |they )?"
) + either(
    r"never (?:got|had|happened|came|did)",
    r"(?:have |had |got |getting )?(?:had )?(?:none|no such)\b",
    r"no\b(?=[.!,]|$)",
    r"nothing",
    r"did(?:n'?t| not) (?:get|have|happen|come)",
    r"have(?:n'?t| not) had",
)
THEY_WERE_RIGHT = either(
    r"[^.!?;]{0,40}\b(?:were|was) (?:they|he|she)(?: ever)? (?:right|correct)",
    r"[^.!?;]{0,40}[,.]? (?:and )?(?:they|he|she) "
    r"(?:was|were)(?:n'?t kidding| not kidding| so right| right|n'?t lying)",
)
NOTHING_YET = r"[^.!?;]{0,40}[.,;!]\s(?:[^.!?;]{0,40}\b)?" + either(
    r"nothing of the (?:kind|sort)",
    r"nothing (?:yet|so far)",
    r"none (?:yet|so far)",
    r"not yet",
    r"so far nothing",
    r"has(?:n'?t| not) happened",
    r"never happened",
)

# It is doubted. What it may be:
IT_IS = (
    either(
        r"(?:it|this|that|what i have|what i had)(?:'?s| is| was| could be| might be| may be)",
        r"(?:i|we|you)(?:'?m| am|'?ve| have| had| has)(?: got| had| a case of)?",
        r"(?:he|she|they)(?:'?s| is| has| have| had)(?: got| had)?",
        r"(?:i|he|she|they|we|it|this) (?:might|may|could|must)(?: just)? "
        r"(?:have(?: had| got)?|be(?: getting| having)?)",
    )
    + r"(?: getting| having| developing| going into)?"
)
UNSURE = r"\b" + either(
    r"not sure|unsure|wasn'?t sure|aren'?t sure|isn'?t sure|not certain|no idea|idk|don'?t know|doesn'?t know",
    r"do not know|doesn'?t remember|does not remember|can'?t tell|cannot tell|hard to (?:tell|say|know)",
    r"wonder(?:s|ing|ed)?|jury is(?: still)? out on|unclear|question(?:ing)?|debating",
)
AWAITING = r"\b" + either(
    r"waiting to (?:hear|see|find out|know)",
    r"to (?:see|find out|check|know|determine|figure out)",
    r"will tell(?: me| us)?",
    r"checking",
)
TESTED_FOR = (
    either(
        r"test(?:ed|ing|s|ing me)?|check(?:ed|ing|s)?|evaluat(?:ed|ing|ion)|screen(?:ed|ing|s)?|investigat(?:ed|ing)",
        r"work(?:ed|ing)? ?up|bloods?|blood ?work|scan(?:ned)?|scope|biopsy|panel|swab(?:bed)?|look(?:ing)?",
    )
    + r"(?: (?:me|him|her|us|them|it|my \w+))? for"
)
TESTED_CLEAR = r"[^.!?]{0,60}[.,;:]?\s?[^.!?]{0,40}" + whole(
    r"negative|clear|normal|both fine|was fine|came back fine|all fine|came up empty|nothing",
    r"did(?:n'?t| not) (?:find|show)",
)
TEST_TOLD_OR_GENERAL = whole(
    r"negative|positive|clear|normal|fine|nothing|confirmed|diagnosed|found|if you|should|anyone|every(?:one|body)",
    r"genetic|prior|not (?:yet )?(?:been )?test\w+|not been|had been|was not reported",
)
MAY_BE = (
    r"\b(?:could|might|may|can)(?: (?:this|it|that|i|he|she|they|these))?(?: or may not)?"
    r"(?: just| also| actually| possibly| well| very well| even| only)* "
) + either(
    r"be(?: getting| having| developing| coming down with| looking at)?",
    r"have(?: got| had| been| caught| developed)?",
)
WARNED_OR_GENERAL = whole(
    r"told|says|warned|read|leaflet|label|if you|people|years?|risk|long[- ]term|worse|if i|they said|concerned",
    r"anyone",
)
THINK = either(
    r"think",
    r"thinks(?!(?: that)? i(?:'?m| am)\b)",
    r"reckons?|believes?|suspects?|guess(?:es)?|figures?|convinced",
    r"(?:pretty|fairly|almost|quite|not) (?:sure|certain)",
    r"afraid|scared|worried|terrified",
    r"google says|internet says|webmd says",
    r"guessing|hunch",
)
I_AM = either(
    r"i'?m|i am|i have|i'?ve|i had|i was",
    r"it'?s|its|it is|it was(?:n'?t| not)?",
    r"that was(?:n'?t| not)?|that'?s|this is|this was(?:n'?t| not)?",
    r"she'?s|she has|he'?s|he has|is",
)
LIKELY = either(
    r"query|querying|r/o|likely|possible|suspected|probable|presumed|presumptive|suspicion of|suspicious for",
    r"suspects?",
)
TO_RULE = either(
    r"to|can'?t|cannot|not|wants? to|trying to",
    r"has(?:n'?t| not)|have(?:n'?t| not)|could(?:n'?t| not)",
)
LIKE_IT_IS = r"like(?: it'?s| it is| it (?:could|might) be| you have| i have| he has| she has)?"

# The medicine has not been taken yet: what the post asks about has not happened.
DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next week|in the morning"
STARTS = either(
    r"arrives?|starts?|starting|begins?|beginning",
    r"(?:first|1st) (?:dose|round|shot|pill|one|infusion|cycle) is",
    r"(?:start|begin|take|try)(?: it)?",
)
NOT_YET = either(
    rf"\b{STARTS} (?:on )?(?:{DAY})",
    whole(
        r"still in the (?:bag|box|bottle|drawer|fridge)",
        r"before i (?:fill|start|take|begin|try) it",
        r"(?:have(?:n'?t| not)|not) (?:started|taken|filled|tried|begun)(?: it)? yet",
        r"about to (?:start|begin|try|take)",
        r"supposed to start",
    ),
)

# When it was.
AT_AN_AGE = either(
    r"(?:19|20)\d\d",
    r"college",
    r"high school",
    r"my (?:teens|twenties|thirties|20s|30s)",
)
LONG_AGO = either(
    r"(?:\w+ ){0,3}(?:years?|decades?) (?:ago|back)",
    r"(?:back )?(?:at (?:age )?(?:\d\d|\w+teen)|in (?:college|high school)|as a (?:kid|child|teen\w*))",
)
GOT_OVER_IT = either(
    r"fully recovered",
    r"got over it",
    r"healed(?: up)?(?: fine| well| ok)",
    r"(?:and )?(?:nothing|none) since",
    r"been fine (?:ever )?since",
)
NOWADAYS = either(
    r"now they|now my|now i'm on|now i am on|this time i|today'?s|these days|this year|i'?m \d+ now",
)

ANCHORED = (
    # --- denied, item by item
    # "zero nausea", "never had any headaches"
    absent(
        before=rf"(?:zero|{NOT}{EVER} {HAVE}(?: any)?){UP_TO_IT}",
        unless=(
            r"\b(?:not only|until|for long|if|except|so (?:that )?(?:i|he|she|it|we) \w+n'?t|"
            r"would not|wouldn'?t|feel so)\b"
        ),
        over=0.9,
    ),
    # "neither the rash nor the itching"
    absent(before=r"\bneither(?: the| any| a)?\s", behind=r" nor\b"),
    absent(before=r"\bneither\b[^.!?;]{0,40}\bnor(?: the| any| a)?\s"),
    # "far from being tired"
    absent(before=r"far from(?: being| feeling)?(?: an?)?\s"),
    # --- not a denial after all
    # "not a day goes by without pain"
    present(before=rf"not an? \w+ (?:goes|went|passes|passed)(?: by)? without{UP_TO_IT}"),
    # "can't eat without getting heartburn"
    present(before=rf"{CANNOT_OR_NEVER}(?: \w+){{1,4}} without(?: getting| having| feeling)?{UP_TO_IT}"),
    # "if it wasn't for the weight gain I would stay on it"
    present(
        before=(
            r"(?:if not for|if it (?:were|was)(?:n'?t| not) for|were it not for|but for|without) "
            r"(?:the|this|these|all the|all this)\s"
        ),
        behind=r"[^.!?;]{0,30}\b(?:i|it|this)(?:'d| would)\b",
    ),
    # "I don't mind the dry mouth"
    present(before=rf"(?:would|could|do|did)(?:n'?t| not) mind{UP_TO_IT}"),
    # "nobody told me that I would get hives"
    present(before=r"(?:no ?one|nobody)(?: ever)? (?:told|warned) (?:me|us)(?: that)? i(?:'d| would)(?: get| have)?\s"),
    # --- answered; warned of and come true, or not
    # "headaches yes or no? I start it tomorrow"
    hypothetical(behind=r"\W{0,2}\s?(?:yes or no|y/n)\b", post=NOT_YET),
    # "Rash? No.", "Fever: yes"
    absent(behind=r"\s?[:?]\s{0,2}(?:no|none|nope|nil|nah|absent|negative|zero)\s*(?=[.,;!]|$)"),
    present(behind=r"\s?[:?]\s{0,2}(?:oh )?(?:yes|yep|yeah|yup|present|check)\b(?! or no)"),
    # "they warned me I'd get nausea and were they right"
    present(
        before=(r"\bwarned(?: me| us| you)?(?: about| of| that)?(?: i'd| i would| i might)?(?: get| have)?" + UP_TO_IT),
        behind=THEY_WERE_RIGHT,
    ),
    # "told me about hair loss, nothing so far"
    absent(before=r"\b(?:warned|told|said|scared)\b[^.!?;]{0,50}\s", behind=NOTHING_YET + r"\b"),
    # "they said lupus. It turned out to be wrong"
    absent(
        behind=(
            r"[^.!?;]{0,40}\.\s(?:that|this|it|they|he|she|which) (?:was|were|is|turned out)(?: to be)? "
            r"(?:wrong|a mistake|mistaken|a misdiagnosis|nonsense)\b"
        ),
        labels=(*COMPLAINTS, "ADE"),
    ),
    # "if you like constipation, as I have"
    present(
        before=r"\b(?:want|goal|like|love|enjoy)\b[^.!?;]{0,30}\s",
        behind=r",? (?:as|like) i (?:have|do|did|am|was)\b",
    ),
    # --- asked how long it stays: it is there
    # "does the fatigue ever go away?"
    present(
        before=r"\b(?:the|my|these|those|his|her)\s",
        behind=STAYS,
        sentence=r"\?",
        unless=r"\b(?:if you|for you|your \w+)\b",
        labels=REACTION_LABELS,
        over=0.95,
    ),
    # "what helps with the nausea?"
    present(
        before=rf"\b{HELP}(?: \w+){{0,3}} (?:with|for|about|against) (?:the|this|these|my|his|her)\s",
        sentence=r"\?",
        labels=REACTION_LABELS,
        over=0.95,
    ),
    # --- feared, and how it came out
    # "I was scared of the weight gain, and sure enough"
    present(before=rf"\b{FEARED}{UP_TO_IT}", behind=SURE_ENOUGH),
    # "I read about the headaches but so far nothing"
    absent(before=rf"\b{FEARED}{UP_TO_IT}", behind=BUT_NOTHING),
    # --- what if
    # "what if it gives me seizures"
    hypothetical(before=rf"\bwhat if (?:i|it|he|she|they|we|this)(?: \w+){{0,2}} {GETS}{UP_TO_IT}"),
    # "will it make me sleepy?"
    hypothetical(
        before=(
            r"(?:^|(?<=[.!?,] )|\b(?:so|but|and|or) )(?:will|would|could|can|does|is) (?:it|this|they|that|the @+)"
            rf"(?: \w+){{0,2}} {MAKES_ME}{UP_TO_IT}"
        ),
        sentence=r"\?",
        labels=REACTION_LABELS,
        over=0.95,
    ),
    # "my biggest fear is getting dizzy"
    hypothetical(
        before=rf"\b{MY_WORRY} (?:is|about|of)(?: getting| having| becoming| the| an?| any| some)*\s",
        unless=r"\bmy (?:\w+ )?(?:is|are|has|have)\b",
    ),
    # "according to the leaflet, ...", "common side effects include ..."
    hypothetical(
        before=either(
            r"\b(?:according to|per) (?:the|my) \w+,?\s",
            RISK
            + r"(?: listed)?(?: are| is| include| includes| including| like| such as|:)(?: the| an?| things like)*\s",
            r"\bside ?effects? listed(?: are| include|:)\s",
        ),
        unless=r"\b(?:i|my|me|mine)\b",
    ),
    # "to prevent another stroke"
    hypothetical(
        before=(
            r"\b(?:to|it|which|that|helps?|supposed to) "
            r"(?:prevent|avoid|ward off|stave off|protect (?:me )?(?:against|from)|fend off|"
            r"lower (?:my|your|the) (?:risk|chances?|odds) of)"
            r"(?: getting| having| another| any| more| future| the| an?| my)*\s"
        ),
        over=0.9,
    ),
    # --- feared, asked, read
    # "bracing myself for the nausea"
    hypothetical(before=MAY_IT_NOT_COME + UP_TO_IT),
    # "the leaflet says it can cause hallucinations"
    hypothetical(before=rf"{LEAFLET}\b[^.!?;]{{0,40}} {LISTS}{THINGS_LIKE}?{UP_TO_IT}"),
    # "can this drug cause hair loss?"
    hypothetical(
        before=(
            rf"(?:can|could|does|do|will|would|may|might)(?: (?!i\b|not\b)[\w-]+){{1,3}} {CAUSES}"
            rf"(?: you| your| people| me| my| a person)?{UP_TO_IT}"
        ),
        sentence=r"\?\s*$",
        unless=r"\b(?:else|also|too|why|stop|how long|how do)\b",
        labels=REACTION_LABELS,
        over=0.7,
    ),
    # "did anyone get headaches? mine arrives Friday"
    hypothetical(
        before=rf"\b{ANYONE}\b[^.!?]{{0,40}}\b{HAVE}{UP_TO_IT}", sentence=r"\?", labels=REACTION_LABELS, post=NOT_YET
    ),
    # "will I get sick?"
    hypothetical(
        before=(
            AT_START
            + r"(?:so )?(?:(?:will|would|are) (?:i|you|we)(?: going to| still| also)?|am i going to)"
            + r"(?: get| have| feel| be| start| end up)?(?: a| an| the| any)*\s"
        ),
        sentence=r"\?",
        labels=REACTION_LABELS,
    ),
    # "how was the nausea, if you had any?"
    hypothetical(
        behind=r"[^.!?]{0,60}\bif you (?:got|get|had|have) (?:it|any|them|that)\b",
        sentence=r"\?",
        labels=REACTION_LABELS,
    ),
    # --- doubted
    # "I don't think it's lupus"
    absent(
        before=(
            rf"\b(?:{DO_NOT}|never|not)(?: really| even| actually)? "
            rf"(?:think|believe|suspect|reckon)s?(?: that)? {IT_IS}{A_TOUCH_OF}"
        ),
        labels=COMPLAINTS,
    ),
    # "is this shingles?", "am I getting the flu or"
    possible(
        before=rf"{ASKS}(?:is|was|are) (?:it|this|that){JUST_A}",
        behind=OR_WHAT,
        sentence=r"\?|\bor\b",
        labels=COMPLAINTS,
        over=0.97,
    ),
    possible(
        before=rf"{ASKS}(?:am i|do i have|have i got|(?:is|was) (?:he|she)){JUST_A}",
        behind=OR_WHAT,
        sentence=r"\?|\bor\b",
        over=0.97,
    ),
    # "not sure if it's a cold", "waiting to hear whether I have"
    possible(before=rf"(?:{UNSURE} (?:if|whether)|{AWAITING}(?: if| whether)?) {IT_IS}{A_TOUCH_OF}", over=0.95),
    # "is it the drug or just anxiety"
    possible(
        before=(
            rf"(?:\b(?:is|was) (?:it|this|that|he|she)|\bam i|(?:{UNSURE}|{AWAITING}) (?:if|whether) {IT_IS})"
            r"\b[^.!?;:]{1,40} or(?: is it| is this| it'?s| was it| if it'?s| more of| maybe| just| only| simply|"
            r" possibly| an?| some| another)*\s"
        ),
        labels=(*COMPLAINTS, "ADE"),
        over=0.95,
    ),
    # "it might just be a touch of asthma"
    possible(before=rf"(?<!you ){MAY_BE}{A_TOUCH_OF}", unless=WARNED_OR_GENERAL, over=0.9),
    # "my doctor thinks it could be arthritis"
    possible(
        before=rf"\b{THINK}(?: that)? {IT_IS}(?: also| even| just)*{A_TOUCH_OF}",
        unless=r"\b(?:thought|turned out|confirmed|diagnosed|from the|because of)\b",
        labels=COMPLAINTS,
        over=0.95,
    ),
    # "maybe I'm just getting old", "probably it was a virus"
    possible(
        before=(
            rf"\b(?:maybe|perhaps|possibly|probably|prob|most likely)(?: {I_AM})"
            rf"(?: just| only| simply| getting| having| got)*{A_TOUCH_OF}"
        ),
        labels=(*COMPLAINTS, "ADE"),
        over=0.97,
    ),
    # "?UTI", "suspected gout"
    possible(
        before=rf"(?:^|[\s:(])\?\s?|\b{LIKELY}(?: an?)?\s",
        unless=r"\b(?:side ?effects?|more likely|less likely|is likely|how likely)\b",
        labels=(*COMPLAINTS, "ADE"),
        over=0.97,
    ),
    # "tested me for lupus, all negative"
    absent(before=rf"\b{TESTED_FOR}{A_TOUCH_OF}", behind=TESTED_CLEAR, labels=COMPLAINTS),
    # "being tested for celiac"
    possible(
        before=rf"\b{TESTED_FOR}{A_TOUCH_OF}",
        unless=TEST_TOLD_OR_GENERAL,
        labels=COMPLAINTS,
        over=0.97,
    ),
    # "couldn't rule out a clot"
    possible(
        before=rf"\b{TO_RULE} (?:yet )?ruled? (?:it )?out{A_TOUCH_OF}|\b(?:ruling|rule) out{A_TOUCH_OF}",
        over=0.97,
    ),
    # "sounds like gallstones to me"
    possible(
        before=rf"\b(?:looks?|sounds?|seems?) (?:to me )?(?:a lot |very |more )?{LIKE_IT_IS}(?: an?| some| the)*\s",
        labels=("CONDITION",),
        over=0.9,
    ),
    # --- whose
    # "diabetes runs in my family"
    of_another(behind=r" (?:runs|ran|is|was) in (?:my|the|our|his|her) (?:family|genes|blood)\b", over=0.7),
    # "some people complain of headaches"
    of_another(
        before=rf"\b{PEOPLE}\b[^.!?;,]{{0,40}} (?:{HAVE}|gets|has|complain(?:ing)? (?:of|about)|reports?){UP_TO_IT}",
        unless=r"\?|\b(?:me too|like me|you|i am one|one of (?:them|those|the)|too|also)\b",
        labels=("ADE", "WITHDRAWAL", "SYMPTOM"),
        over=0.93,
    ),
    # "the rash my sister got"
    of_another(
        before=r"\bthe(?: \w+)?\s",
        behind=rf" (?:that |which )?{RELATIVE} (?:got|had(?! to)|gets|has(?! to)|went through|suffered)\b",
        unless=r"\bso\b",
    ),
    # "as for me, it was the nausea"
    of_author(before=r"(?:^|(?<=[.!?] ))(?:as for |for )?(?:me|myself),? (?:it|i|they|this)\b[^.!?;]{0,30}\s"),
    # "I just had a really bad headache"
    of_author(
        before=(
            r"\b(?:i|i've)(?: (?:just|only|also|still|then|even|did|now|really|did not|didn't|don't|never|have|had))* "
            r"(?:had|have|got|get|feel|felt|developed|noticed|experienced|am|was)"
            r"(?: (?:been|got|a|an|the|some|really|so|very|just|also|any|no|these|this|that|more))*\s"
        ),
        unless=SOMEBODY_REPORTS,
        over=0.985,
    ),
    # "I had the shot and got a fever"
    of_author(
        before=(
            r"\bi (?:had|took|got|take|get)\b[^.!?;,]{0,40} and (?:i )?(?:had|have|got|get|felt|feel)"
            r"(?: an?| the| some| really| so| very)*\s"
        )
    ),
    # "my husband noticed my twitching"
    of_author(before=r"\b(?:noticed|saw|heard|pointed out|spotted|about|of|with|for|told \w+) my\s"),
    # --- when
    # "the pain predates it", "the cough was already there"
    pre_existing(behind=r" predate[sd]?\b"),
    pre_existing(behind=r"[^.!?;]{0,25} (?:was|were|has been|had been) already (?:there|present|going on|a problem)\b"),
    # "I already had headaches before"
    pre_existing(
        before=(
            r"\balready(?: (?:had|suffered from|was|felt|got|getting|having))?"
            r"(?: an?| the| some| my| really| so| very)*\s"
        ),
        sentence=r"\bbefore\b|\bwhen (?:i|they|she|he) (?:began|started|got on|went on|first took)\b",
    ),
    # "long before the pills"
    pre_existing(behind=r"[^.!?;]{0,30}\b(?:long|well|way) before (?!(?:i|he|she) (?:was|got) diagnosed|(?:that|it) )"),
    # "the anxiety came first"
    pre_existing(behind=r" (?:came|was there|were there|started|began) (?:first\b|before (?:i|the|my|any)\b)"),
    # "had hepatitis in college, fully recovered"
    past(
        sentence=rf"\b(?:in {AT_AN_AGE}|years ago|as a (?:kid|child|teen\w*))\b",
        behind=rf"[^.!?]{{0,40}}\b{GOT_OVER_IT}\b",
        labels=("CONDITION", "SYMPTOM", "ADE"),
    ),
    # "nausea when I was pregnant with my son"
    past(
        behind=(
            r" (?:with|during|when (?:i was )?pregnant with) my "
            r"(?:son|daughter|first|second|third|last|pregnanc(?:y|ies)|oldest|youngest)\b"
        ),
        labels=("CONDITION", "SYMPTOM"),
    ),
    # "Ten years ago it gave me hives. This time I ..."
    past(sentence=rf"^{LONG_AGO}\b", behind=rf"[^.!?]*[.!?]+\s{NOWADAYS}\b"),
    # --- welcome
    # "as a bonus my migraines have gone"
    beneficial(
        before=r"\b(?:as an? (?:added |nice |extra )?bonus|bonus)\b[^.!?;]{0,20}\s",
        behind=(
            r" (?:(?:have|has|are|is|also) )?"
            r"(?:stopped|went|gone|disappeared|vanished|cleared|better|improved|eased)\b"
        ),
    ),
    # "weight loss, which I needed"
    beneficial(
        behind=either(
            r"[^.!?;]{0,10}\b(?:and i'?m|which i'?m) (?:delighted|thrilled|happy|glad|not complaining|loving)\b",
            r",? which i (?:needed|wanted|love|like|was hoping for|welcome)\b",
        ),
        labels=REACTION_LABELS,
    ),
    # "it also cleared up my acne, a nice surprise"
    beneficial(
        before=r"\balso (?:stopped|cured|cleared up|fixed|got rid of|took away|helped)(?: with)? my\s",
        sentence=r"\b(?:nobody|no ?one|never|did(?:n'?t| not)) expect|\bunexpected|\bsurpris|\bbonus",
        labels=COMPLAINTS,
    ),
    # "orange urine, totally harmless"
    neutral(
        behind=(
            r"\W{0,2}\s?(?:(?:but|and|which is|it'?s|is) )?(?:totally |completely |quite |perfectly )?"
            r"(?:harmless|nothing to worry about)\b"
        ),
        labels=REACTION_LABELS,
    ),
)

"""Cues right beside a mention that settle one of its attributes, whatever the head says. Data only.

Patterns run over `nlp.extract.assertion.normalise`d text. Each was kept for being right on nearly all gold mentions of
the training and development posts that it fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from nlp.datamodel import EVENT_LABELS, REACTION_LABELS

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


# What may stand between a cue and its mention.
_A = r"(?: (?:the|any|an?|my|some|all|this|that|these|those|of|such|her|his|another|really|so|much|just|more))*\s$"[:-1]
_NOT = r"(?:not|never|(?:do|does|did|have|has|had|is|was|are|were|wo|would|could|ca)n'?t|cannot)"
_EVER = r"(?: really| ever| even| actually| yet| once| personally)*"
_GET = r"(?:have|had|get|got|gotten|feel|felt|experienc(?:e|ed|ing)|notice|noticed|suffer(?:ed)?(?: from)?|develop(?:ed)?|having|getting|feeling)"
_ANYONE = r"(?:any ?one|any ?body|any of you|some ?one|some ?body)(?! else)"
_PEOPLE = (
    r"(?:people|folks|others|every ?one|every ?body|women|men|patients|ladies|guys|some of (?:you|them)|lots of you)"
)
_RELATIVE = r"(?:(?:my|our|her|his|the|a) )?(?:mom|mum|mother|dad|father|husband|wife|partner|boyfriend|girlfriend|son|daughter|sister|brother|aunt|uncle|grand(?:ma|pa|mother|father|son|daughter)|friend|neighbou?r|coworker|niece|nephew|cousin|roommate)"
_PAPER = r"(?:leaflet|label|insert|pamphlet|booklet|brochure|handout|printout|web ?sites?|paperwork|consent form|commercials?|tv ads?|ads?|warnings|side effects? list)"
_LISTS = r"(?:lists?|listed|says?|said|mention(?:s|ed)?|warn(?:s|ed)?(?: of| about)?|goes on about|went on about|rattl(?:es?|ed) off|talk(?:s|ed)? about|includ(?:es?|ed))"
# It is there, and is asked about.
_STAYS = r" (?:ever |usually |eventually |normally )?(?:last|go(?:es)? away|went away|stop|settle|ease|get(?:s)? (?:better|easier|worse)|calm|clear up|wear off|subside|pass|improve|end|fade)\b"
_FEARED = r"(?:worried|afraid|scared|terrified|nervous|anxious|concerned|paranoid|read|heard|warned(?: me| us)?|told(?: me| us)?)(?: about| of| that i'?d get)?"
_GETS = r"(?:get|have|got|develop|end up with|wind up with|give me|gives me|cause|causes|make me|makes me|turn into|turns into|catch)"
_MAKE = r"(?:make|give|cause|leave) (?:me|you|him|her|us|my \w+)"
# It is doubted: `_IT_IS` what may be, `_AN` what may stand before its name.
_AN = r"(?: (?:an?|some|another|just|only|the start of|a touch of|a bit of|early|mild))*\s"
_IT_IS = r"(?:(?:it|this|that|what i have|what i had)(?:'?s| is| was| could be| might be| may be)|(?:i|we|you)(?:'?m| am|'?ve| have| had| has)(?: got| had| a case of)?|(?:he|she|they)(?:'?s| is| has| have| had)(?: got| had)?|(?:i|he|she|they|we|it|this) (?:might|may|could|must)(?: just)? (?:have(?: had| got)?|be(?: getting| having)?))(?: getting| having| developing| going into)?"
_UNSURE = r"\b(?:not sure|unsure|wasn'?t sure|aren'?t sure|isn'?t sure|not certain|no idea|idk|don'?t know|doesn'?t know|do not know|doesn'?t remember|does not remember|can'?t tell|cannot tell|hard to (?:tell|say|know)|wonder(?:s|ing|ed)?|jury is(?: still)? out on|unclear|question(?:ing)?|debating)"
_AWAITING = r"\b(?:waiting to (?:hear|see|find out|know)|to (?:see|find out|check|know|determine|figure out)|will tell(?: me| us)?|checking)"
_TESTED = r"(?:test(?:ed|ing|s|ing me)?|check(?:ed|ing|s)?|evaluat(?:ed|ing|ion)|screen(?:ed|ing|s)?|investigat(?:ed|ing)|work(?:ed|ing)? ?up|bloods?|blood ?work|scan(?:ned)?|scope|biopsy|panel|swab(?:bed)?|look(?:ing)?)(?: (?:me|him|her|us|them|it|my \w+))? for"
_ASKS = r"(?:^|(?<=[.!?,] )|\b(?:so|or|but|and|then|think|say|that) )"
_LIKELY = r"(?: just| only| really| actually| maybe| possibly| still| an?| some| another| getting| having| becoming)*\s"
_ASKED = r"\s?(?:\?|or\b|,? (?:do you|you think|right|maybe|again)\b|,)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next week|in the morning"
# The medicine has not been taken yet: what the post asks about has not happened.
NOT_YET = (
    rf"\b(?:arrives?|starts?|starting|begins?|beginning|(?:first|1st) (?:dose|round|shot|pill|one|infusion|cycle) is|(?:start|begin|take|try)(?: it)?) (?:on )?(?:{_DAY})|"
    r"\b(?:still in the (?:bag|box|bottle|drawer|fridge)|before i (?:fill|start|take|begin|try) it|(?:have(?:n'?t| not)|not) (?:started|taken|filled|tried|begun)(?: it)? yet|"
    r"about to (?:start|begin|try|take)|supposed to start)\b"
)
_CAUSE = r"(?:make|makes|cause|causes|give|gives|lead to|result in|bring on|trigger)"

ANCHORED = (
    # --- denied, item by item
    Anchored("presence", "absent", before=rf"(?:zero|{_NOT}{_EVER} {_GET}(?: any)?){_A}", unless=r"\b(?:not only|until|for long|if|except|so (?:that )?(?:i|he|she|it|we) \w+n'?t|would not|wouldn'?t|feel so)\b", over=0.9),
    Anchored("presence", "absent", before=r"\bneither(?: the| any| a)?\s", behind=r" nor\b"),
    Anchored("presence", "absent", before=r"\bneither\b[^.!?;]{0,40}\bnor(?: the| any| a)?\s"),
    Anchored("presence", "absent", before=r"far from(?: being| feeling)?(?: an?)?\s"),
    # --- not a denial after all
    Anchored("presence", "present", before=rf"not an? \w+ (?:goes|went|passes|passed)(?: by)? without{_A}"),
    Anchored("presence", "present", before=rf"(?:can'?t|cannot|could(?:n'?t| not)|never)(?: \w+){{1,4}} without(?: getting| having| feeling)?{_A}"),
    Anchored("presence", "present", before=r"(?:if not for|if it (?:were|was)(?:n'?t| not) for|were it not for|but for|without) (?:the|this|these|all the|all this)\s", behind=r"[^.!?;]{0,30}\b(?:i|it|this)(?:'d| would)\b"),
    Anchored("presence", "present", before=rf"(?:would|could|do|did)(?:n'?t| not) mind{_A}"),
    Anchored("presence", "present", before=r"(?:no ?one|nobody)(?: ever)? (?:told|warned) (?:me|us)(?: that)? i(?:'d| would)(?: get| have)?\s"),
    # --- answered; warned of and come true, or not
    Anchored("presence", "hypothetical", behind=r"\W{0,2}\s?(?:yes or no|y/n)\b", post=NOT_YET),
    Anchored("presence", "absent", behind=r"\s?[:?]\s{0,2}(?:no|none|nope|nil|nah|absent|negative|zero)\s*(?=[.,;!]|$)"),
    Anchored("presence", "present", behind=r"\s?[:?]\s{0,2}(?:oh )?(?:yes|yep|yeah|yup|present|check)\b(?! or no)"),
    Anchored("presence", "present", before=rf"\bwarned(?: me| us| you)?(?: about| of| that)?(?: i'd| i would| i might)?(?: get| have)?{_A}", behind=r"[^.!?;]{0,40}\b(?:were|was) (?:they|he|she)(?: ever)? (?:right|correct)|[^.!?;]{0,40}[,.]? (?:and )?(?:they|he|she) (?:was|were)(?:n'?t kidding| not kidding| so right| right|n'?t lying)"),
    Anchored("presence", "absent", before=r"\b(?:warned|told|said|scared)\b[^.!?;]{0,50}\s", behind=r"[^.!?;]{0,40}[.,;!]\s(?:[^.!?;]{0,40}\b)?(?:nothing of the (?:kind|sort)|nothing (?:yet|so far)|none (?:yet|so far)|not yet|so far nothing|has(?:n'?t| not) happened|never happened)\b"),
    Anchored("presence", "absent", behind=r"[^.!?;]{0,40}\.\s(?:that|this|it|they|he|she|which) (?:was|were|is|turned out)(?: to be)? (?:wrong|a mistake|mistaken|a misdiagnosis|nonsense)\b", labels=(*COMPLAINTS, "ADE")),
    Anchored("presence", "present", before=r"\b(?:want|goal|like|love|enjoy)\b[^.!?;]{0,30}\s", behind=r",? (?:as|like) i (?:have|do|did|am|was)\b"),
    # --- asked how long it stays: it is there
    Anchored("presence", "present", before=r"\b(?:the|my|these|those|his|her)\s", behind=_STAYS, sentence=r"\?", unless=r"\b(?:if you|for you|your \w+)\b", labels=REACTION_LABELS, over=0.95),
    Anchored("presence", "present", before=r"\b(?:help\w*|do|did|done|take|takes|took|taking|use|uses|used|try|tried|something|anything|deal|cope)(?: \w+){0,3} (?:with|for|about|against) (?:the|this|these|my|his|her)\s", sentence=r"\?", labels=REACTION_LABELS, over=0.95),
    # --- feared, and how it came out
    Anchored("presence", "present", before=rf"\b{_FEARED}{_A}", behind=r",? (?:and|but) (?:sure enough|i was right|yes\b|yep|guess what|(?:they|it) (?:came|did|started)\b|i (?:have|had|got|get) (?:it|them|those|that)\b)"),
    Anchored("presence", "absent", before=rf"\b{_FEARED}{_A}", behind=r"(?: (?:and|or) [\w ]{3,40})?,? ?(?:(?:and|but|so far|luckily|thankfully) )*(?:i |it |we |they )?(?:never (?:got|had|happened|came|did)|(?:have |had |got |getting )?(?:had )?(?:none|no such)\b|no\b(?=[.!,]|$)|nothing|did(?:n'?t| not) (?:get|have|happen|come)|have(?:n'?t| not) had)"),
    # --- what if
    Anchored("presence", "hypothetical", before=rf"\bwhat if (?:i|it|he|she|they|we|this)(?: \w+){{0,2}} {_GETS}{_A}"),
    Anchored("presence", "hypothetical", before=rf"(?:^|(?<=[.!?,] )|\b(?:so|but|and|or) )(?:will|would|could|can|does|is) (?:it|this|they|that|the @+)(?: \w+){{0,2}} {_MAKE}{_A}", sentence=r"\?", labels=REACTION_LABELS, over=0.95),
    Anchored("presence", "hypothetical", before=r"\b(?:(?:biggest|main|only|greatest|one|my|real) (?:worry|worries|fear|concern)|what (?:worries|scares|frightens) me(?: the)?(?: most| more)?|(?:bit|little|somewhat|slightly) concerned|petrified|dread(?:ing)?) (?:is|about|of)(?: getting| having| becoming| the| an?| any| some)*\s", unless=r"\bmy (?:\w+ )?(?:is|are|has|have)\b"),
    Anchored("presence", "hypothetical", before=r"\b(?:according to|per) (?:the|my) \w+,?\s|\b(?:listed|possible|potential|known|reported|common|serious|rare)(?: @+)? (?:side ?effects?|reactions?|risks?)(?: listed)?(?: are| is| include| includes| including| like| such as|:)(?: the| an?| things like)*\s|\bside ?effects? listed(?: are| include|:)\s", unless=r"\b(?:i|my|me|mine)\b"),
    Anchored("presence", "hypothetical", before=r"\b(?:to|it|which|that|helps?|supposed to) (?:prevent|avoid|ward off|stave off|protect (?:me )?(?:against|from)|fend off|lower (?:my|your|the) (?:risk|chances?|odds) of)(?: getting| having| another| any| more| future| the| an?| my)*\s", over=0.9),
    # --- feared, asked, read
    Anchored("presence", "hypothetical", before=rf"(?:brac(?:e|ing|ed)(?: myself| yourself)? for|dread(?:ing|ed)?|prepar(?:ing|ed)(?: myself)? for|so (?:that )?i (?:do|wo)(?:n'?t| not)(?: ever)? (?:have|get|end up with|wind up with|develop|suffer)|hop(?:e|ing) i do(?:n'?t| not) (?:get|have|develop)){_A}"),
    Anchored("presence", "hypothetical", before=rf"{_PAPER}\b[^.!?;]{{0,40}} {_LISTS}(?: (?:that )?(?:it|this) (?:can|may|might|could)(?: cause| lead to)?| (?:may|can|might|could) (?:cause|include)| (?:things|stuff|side effects?) like| such as)?{_A}"),
    Anchored("presence", "hypothetical", before=rf"(?:can|could|does|do|will|would|may|might)(?: (?!i\b|not\b)[\w-]+){{1,3}} {_CAUSE}(?: you| your| people| me| my| a person)?{_A}", sentence=r"\?\s*$", unless=r"\b(?:else|also|too|why|stop|how long|how do)\b", labels=REACTION_LABELS, over=0.7),
    Anchored("presence", "hypothetical", before=rf"\b{_ANYONE}\b[^.!?]{{0,40}}\b{_GET}{_A}", sentence=r"\?", labels=REACTION_LABELS, post=NOT_YET),
    Anchored("presence", "hypothetical", before=r"(?:^|(?<=[.!?,] ))(?:so )?(?:(?:will|would|are) (?:i|you|we)(?: going to| still| also)?|am i going to)(?: get| have| feel| be| start| end up)?(?: a| an| the| any)*\s", sentence=r"\?", labels=REACTION_LABELS),
    Anchored("presence", "hypothetical", behind=r"[^.!?]{0,60}\bif you (?:got|get|had|have) (?:it|any|them|that)\b", sentence=r"\?", labels=REACTION_LABELS),
    # --- doubted
    Anchored("presence", "absent", before=rf"\b(?:(?:do|does|did)(?:n'?t| not)|never|not)(?: really| even| actually)? (?:think|believe|suspect|reckon)s?(?: that)? {_IT_IS}{_AN}", labels=COMPLAINTS),
    Anchored("presence", "possible", before=rf"{_ASKS}(?:is|was|are) (?:it|this|that){_LIKELY}", behind=_ASKED, sentence=r"\?|\bor\b", labels=COMPLAINTS, over=0.97),
    Anchored("presence", "possible", before=rf"{_ASKS}(?:am i|do i have|have i got|(?:is|was) (?:he|she)){_LIKELY}", behind=_ASKED, sentence=r"\?|\bor\b", over=0.97),
    Anchored("presence", "possible", before=rf"(?:{_UNSURE} (?:if|whether)|{_AWAITING}(?: if| whether)?) {_IT_IS}{_AN}", over=0.95),
    Anchored("presence", "possible", before=rf"(?:\b(?:is|was) (?:it|this|that|he|she)|\bam i|(?:{_UNSURE}|{_AWAITING}) (?:if|whether) {_IT_IS})\b[^.!?;:]{{1,40}} or(?: is it| is this| it'?s| was it| if it'?s| more of| maybe| just| only| simply| possibly| an?| some| another)*\s", labels=(*COMPLAINTS, "ADE"), over=0.95),
    Anchored("presence", "possible", before=rf"(?<!you )\b(?:could|might|may|can)(?: (?:this|it|that|i|he|she|they|these))?(?: or may not)?(?: just| also| actually| possibly| well| very well| even| only)* (?:be(?: getting| having| developing| coming down with| looking at)?|have(?: got| had| been| caught| developed)?){_AN}", unless=r"\b(?:told|says|warned|read|leaflet|label|if you|people|years?|risk|long[- ]term|worse|if i|they said|concerned|anyone)\b", over=0.9),
    Anchored("presence", "possible", before=rf"\b(?:think|thinks(?!(?: that)? i(?:'?m| am)\b)|reckons?|believes?|suspects?|guess(?:es)?|figures?|convinced|(?:pretty|fairly|almost|quite|not) (?:sure|certain)|afraid|scared|worried|terrified|google says|internet says|webmd says|guessing|hunch)(?: that)? (?:{_IT_IS})(?: also| even| just)*{_AN}", unless=r"\b(?:thought|turned out|confirmed|diagnosed|from the|because of)\b", labels=COMPLAINTS, over=0.95),
    Anchored("presence", "possible", before=rf"\b(?:maybe|perhaps|possibly|probably|prob|most likely)(?: (?:i'?m|i am|i have|i'?ve|i had|i was|it'?s|its|it is|it was(?:n'?t| not)?|that was(?:n'?t| not)?|that'?s|this is|this was(?:n'?t| not)?|she'?s|she has|he'?s|he has|is))(?: just| only| simply| getting| having| got)*{_AN}", labels=(*COMPLAINTS, "ADE"), over=0.97),
    Anchored("presence", "possible", before=r"(?:^|[\s:(])\?\s?|\b(?:query|querying|r/o|likely|possible|suspected|probable|presumed|presumptive|suspicion of|suspicious for|suspects?)(?: an?)?\s", unless=r"\b(?:side ?effects?|more likely|less likely|is likely|how likely)\b", labels=(*COMPLAINTS, "ADE"), over=0.97),
    Anchored("presence", "absent", before=rf"\b{_TESTED}{_AN}", behind=r"[^.!?]{0,60}[.,;:]?\s?[^.!?]{0,40}\b(?:negative|clear|normal|both fine|was fine|came back fine|all fine|came up empty|nothing|did(?:n'?t| not) (?:find|show))\b", labels=COMPLAINTS),
    Anchored("presence", "possible", before=rf"\b{_TESTED}{_AN}", unless=r"\b(?:negative|positive|clear|normal|fine|nothing|confirmed|diagnosed|found|if you|should|anyone|every(?:one|body)|genetic|prior|not (?:yet )?(?:been )?test\w+|not been|had been|was not reported)\b", labels=COMPLAINTS, over=0.97),
    Anchored("presence", "possible", before=rf"\b(?:to|can'?t|cannot|not|wants? to|trying to|has(?:n'?t| not)|have(?:n'?t| not)|could(?:n'?t| not)) (?:yet )?ruled? (?:it )?out{_AN}|\b(?:ruling|rule) out{_AN}", over=0.97),
    Anchored("presence", "possible", before=r"\b(?:looks?|sounds?|seems?) (?:to me )?(?:a lot |very |more )?like(?: it'?s| it is| it (?:could|might) be| you have| i have| he has| she has)?(?: an?| some| the)*\s", labels=("CONDITION",), over=0.9),
    # --- whose
    Anchored("experiencer", "other", behind=r" (?:runs|ran|is|was) in (?:my|the|our|his|her) (?:family|genes|blood)\b", over=0.7),
    Anchored("experiencer", "other", before=rf"\b{_PEOPLE}\b[^.!?;,]{{0,40}} (?:{_GET}|gets|has|complain(?:ing)? (?:of|about)|reports?){_A}", unless=r"\?|\b(?:me too|like me|you|i am one|one of (?:them|those|the)|too|also)\b", labels=("ADE", "WITHDRAWAL", "SYMPTOM"), over=0.93),
    Anchored("experiencer", "other", before=r"\bthe(?: \w+)?\s", behind=rf" (?:that |which )?{_RELATIVE} (?:got|had(?! to)|gets|has(?! to)|went through|suffered)\b", unless=r"\bso\b"),
    Anchored("experiencer", "author", before=r"(?:^|(?<=[.!?] ))(?:as for |for )?(?:me|myself),? (?:it|i|they|this)\b[^.!?;]{0,30}\s"),
    Anchored("experiencer", "author", before=r"\b(?:i|i've)(?: (?:just|only|also|still|then|even|did|now|really|did not|didn't|don't|never|have|had))* (?:had|have|got|get|feel|felt|developed|noticed|experienced|am|was)(?: (?:been|got|a|an|the|some|really|so|very|just|also|any|no|these|this|that|more))*\s", unless=r"[\"“”]|\b(?:states?|stated|report(?:s|ed)|patient|pt|family|infant)\b", over=0.985),
    Anchored("experiencer", "author", before=r"\bi (?:had|took|got|take|get)\b[^.!?;,]{0,40} and (?:i )?(?:had|have|got|get|felt|feel)(?: an?| the| some| really| so| very)*\s"),
    Anchored("experiencer", "author", before=r"\b(?:noticed|saw|heard|pointed out|spotted|about|of|with|for|told \w+) my\s"),
    # --- when
    Anchored("time", "pre-existing", behind=r" predate[sd]?\b"),
    Anchored("time", "pre-existing", behind=r"[^.!?;]{0,25} (?:was|were|has been|had been) already (?:there|present|going on|a problem)\b"),
    Anchored("time", "pre-existing", before=r"\balready(?: (?:had|suffered from|was|felt|got|getting|having))?(?: an?| the| some| my| really| so| very)*\s", sentence=r"\bbefore\b|\bwhen (?:i|they|she|he) (?:began|started|got on|went on|first took)\b"),
    Anchored("time", "pre-existing", behind=r"[^.!?;]{0,30}\b(?:long|well|way) before (?!(?:i|he|she) (?:was|got) diagnosed|(?:that|it) )"),
    Anchored("time", "pre-existing", behind=r" (?:came|was there|were there|started|began) (?:first\b|before (?:i|the|my|any)\b)"),
    Anchored("time", "past", sentence=r"\b(?:in (?:(?:19|20)\d\d|college|high school|my (?:teens|twenties|thirties|20s|30s))|years ago|as a (?:kid|child|teen\w*))\b", behind=r"[^.!?]{0,40}\b(?:fully recovered|got over it|healed(?: up)?(?: fine| well| ok)|(?:and )?(?:nothing|none) since|been fine (?:ever )?since)\b", labels=("CONDITION", "SYMPTOM", "ADE")),
    Anchored("time", "past", behind=r" (?:with|during|when (?:i was )?pregnant with) my (?:son|daughter|first|second|third|last|pregnanc(?:y|ies)|oldest|youngest)\b", labels=("CONDITION", "SYMPTOM")),
    Anchored("time", "past", sentence=r"^(?:(?:\w+ ){0,3}(?:years?|decades?) (?:ago|back)|(?:back )?(?:at (?:age )?(?:\d\d|\w+teen)|in (?:college|high school)|as a (?:kid|child|teen\w*)))\b", behind=r"[^.!?]*[.!?]+\s(?:now they|now my|now i'm on|now i am on|this time i|today'?s|these days|this year|i'?m \d+ now)\b"),
    # --- welcome
    Anchored("effect", "beneficial", before=r"\b(?:as an? (?:added |nice |extra )?bonus|bonus)\b[^.!?;]{0,20}\s", behind=r" (?:(?:have|has|are|is|also) )?(?:stopped|went|gone|disappeared|vanished|cleared|better|improved|eased)\b"),
    Anchored("effect", "beneficial", behind=r"[^.!?;]{0,10}\b(?:and i'?m|which i'?m) (?:delighted|thrilled|happy|glad|not complaining|loving)\b|,? which i (?:needed|wanted|love|like|was hoping for|welcome)\b", labels=REACTION_LABELS),
    Anchored("effect", "beneficial", before=r"\balso (?:stopped|cured|cleared up|fixed|got rid of|took away|helped)(?: with)? my\s", sentence=r"\b(?:nobody|no ?one|never|did(?:n'?t| not)) expect|\bunexpected|\bsurpris|\bbonus", labels=COMPLAINTS),
    Anchored("effect", "neutral", behind=r"\W{0,2}\s?(?:(?:but|and|which is|it'?s|is) )?(?:totally |completely |quite |perfectly )?(?:harmless|nothing to worry about)\b", labels=REACTION_LABELS),
)  # fmt: skip

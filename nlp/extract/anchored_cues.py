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
    # --- feared, asked, read
    Anchored("presence", "hypothetical", before=rf"(?:brac(?:e|ing|ed)(?: myself| yourself)? for|dread(?:ing|ed)?|prepar(?:ing|ed)(?: myself)? for|so (?:that )?i (?:do|wo)(?:n'?t| not)(?: ever)? (?:have|get|end up with|wind up with|develop|suffer)|hop(?:e|ing) i do(?:n'?t| not) (?:get|have|develop)){_A}"),
    Anchored("presence", "hypothetical", before=rf"{_PAPER}\b[^.!?;]{{0,40}} {_LISTS}(?: (?:that )?(?:it|this) (?:can|may|might|could)(?: cause| lead to)?| (?:may|can|might|could) (?:cause|include)| (?:things|stuff|side effects?) like| such as)?{_A}"),
    Anchored("presence", "hypothetical", before=rf"(?:can|could|does|do|will|would|may|might)(?: (?!i\b|not\b)[\w-]+){{1,3}} {_CAUSE}(?: you| your| people| me| my| a person)?{_A}", sentence=r"\?\s*$", unless=r"\b(?:else|also|too|why|stop|how long|how do)\b", labels=REACTION_LABELS, over=0.7),
    Anchored("presence", "hypothetical", before=rf"\b{_ANYONE}\b[^.!?]{{0,40}}\b{_GET}{_A}", sentence=r"\?", labels=REACTION_LABELS, post=NOT_YET),
    Anchored("presence", "hypothetical", before=r"(?:^|(?<=[.!?,] ))(?:so )?(?:will|would|am|are) (?:i|you|we)(?: going to| still| also)?(?: get| have| feel| be| start| end up)?(?: a| an| the| any)*\s", sentence=r"\?", labels=REACTION_LABELS),
    Anchored("presence", "hypothetical", behind=r"[^.!?]{0,60}\bif you (?:got|get|had|have) (?:it|any|them|that)\b", sentence=r"\?", labels=REACTION_LABELS),
    # --- doubted
    Anchored("presence", "possible", before=r"(?:^|(?<=[.!?,] )|\b(?:or|but) )(?:do|could|might|can) i(?: really| also| possibly)? (?:have|be (?:having|getting|developing))(?: a| an| some)*\s", sentence=r"\?|^do i", over=0.7),
    Anchored("presence", "possible", before=r"\b(?:i|he|she|it|this|that|we)(?: also| just)? (?:might|may)(?: also| just| actually| very well)? (?:be(?: getting| having| developing)?|have(?: been| had| gotten)?)(?: an?| some| my)*\s", unless=r"\b(?:told|said|says|warned|read)\b[^.!?]{0,30}\b(?:might|may|could)\b"),
    Anchored("presence", "possible", before=r"\b(?:wonder(?:ing|ed)?|not sure|unsure|idk|don'?t know)(?: myself)? (?:if|whether) (?:i'?m|i am|i have|i had|it'?s|it is|it was|this is|that was|it could be|it might be|i might have)(?: an?| some| just| the| really| getting| having)*\s"),
    Anchored("presence", "possible", before=r"(?:^|(?<=[\s(]))(?:possible|suspected|presumed|presumptive|probable|suspicion of|suspicious for)(?: an?)?\s"),
    Anchored("presence", "possible", before=r"(?:can'?t|cannot|can not|could(?:n'?t| not)|have(?:n'?t| not)|has(?:n'?t| not)|not|trying to|wants? to|wanted to|to) (?:yet )?ruled? (?:it )?out(?: an?| the| any)*\s"),
    Anchored("presence", "possible", before=r"\b(?:doc(?:tor|s)?|dr|gp|pcp|nurse|derm\w*|dentist|i|we|he|she|they|wife|husband|mom) (?:also )?(?:thinks?|believes?|suspects?|guess(?:es)?|reckons?)(?: that)?(?: it'?s| its| it is| it was| it might be| it could be| i have| i had| i may have| i might have| this is)(?: an?| just)*\s", over=0.8),
    Anchored("presence", "possible", before=r"(?:^|(?<=[.!?,] )|\b(?:or|but|so) )(?:maybe|perhaps) (?:i'?m|i am|i have|i had|i was|it'?s|its|it was|this is)(?: just| only| an?| some| getting)*\s"),
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

"""The thoughts that cannot wait: suicidal thoughts and self-harm, and the words by which they are only named.

Data only. A row is one construction, in the order in which they are tried: where two fit the same words, the first
says where the match ends.
"""

from __future__ import annotations

import re

from nlp.extract.alternation import either, fillers, not_before
from nlp.extract.case.reader import NEGATED, table
from nlp.extract.case.slot_cues import worded

# Where a construction may end: at a word's end, or only where the clause ends too.
WORD_ENDS = r"(?= |[.,!]|$)"
CLAUSE_ENDS = r"(?= |[.,]|$)"

KILL = r"(?:kill|hang|shoot|drown|hurt|harm|stab|strangle|off|injure|poison|gas)"
LED_TO = either(
    r"attempt\w*|commit\w*|comit\w+|thoughts?|think\w*|feelings?|contemplat\w+|consider\w+|about|of|plan\w*|was",
    r"towards?|driven to|drove (?:me|him|her) to|near|almost|googl\w+|fantasi\w+",
)
# "hurt myself laughing", "shot himself in the foot", "injured myself at work": by mishap
BY_MISHAP = not_before(
    r"laughing|shaving|shoe|on|while|with (?:the|a)|off|some|a|out|down|back|in the (?:kitchen|foot|leg)|up|badly",
    r"lifting|or anything",
)
# "end it with him", "ending it early": a love, a course of treatment
SOMETHING_ELSE = not_before(r"with (?:him|my)|there|early|soon|today|this|by")

NAMED = (
    # "suicidal thoughts", "thought about suicide", "suicide note", "suiside"
    r"suicidal(?: thoughts?| ideations?| feelings?| tendencies| urges?)?",
    r"suicid(?:ed|ality)",
    rf"{LED_TO} (?:(?:about|of|on|to|was) )?(?:(?:my|his|her|a) )?suicide"
    r"(?! (?:rates?|hotline|prevention|squad|warning))",
    r"suicide (?:attempts?|notes?|plans?)",
    r"su[is]+[ci]+ide(?<!suicide) ?",
    # "kill myself", "hung himself", "take my own life", "end it all"
    rf"{KILL}(?:ing|ed|ning)? <SELF>{BY_MISHAP}",
    r"(?:hung|shot|hanging|drowning) <SELF>(?! in the foot)",
    r"(?:end(?:ing)?|take|taking|(?<!almost )(?<!nearly )took|ended) (?:my|his|her|their) (?:own )?li(?:fe|ves)",
    rf"end(?:ing)? it(?: all)?{WORD_ENDS}{SOMETHING_ELSE}",
    r"top(?:ping)? <SELF>",
)

WANT = either(
    r"want(?:ed|s|ing)?|wish(?:ed|es|ing)?|prayed|pray|hop(?:ed|ing)|ready|wanna|rather|prefer|longed|would like",
)
I_WAS = r"(?: (?:i|he|she|to|god|for|that|i was|i were|he was|she was|just))*"
# "wanted to die laughing", "die of embarrassment", "die with dignity"
IN_A_WAY_OF_SPEAKING = not_before(
    r"with dignity|from (?:embarrass\w+|laugh\w+)|laughing|than|of (?:embarrass\w+|shame)",
)
DEAD = either(
    rf"die{IN_A_WAY_OF_SPEAKING}",
    r"be dead|was dead|were dead|had died|dead|would die",
    r"not (?:wake|to wake) up|never wake up|would(?:n'?t| not| never) wake up",
    r"not (?:exist|be here|to exist|to be here|to be alive|be alive)",
    r"stop existing",
    r"disappear (?:for good|forever)",
    r"(?:not|never) (?:been|be|to have been) born",
    r"go to sleep and (?:never|not) wake",
)
I_WOULD = fillers(r"i|he|she|to|would|wouldn'?t|not|never|i'd")
NOT = either(
    r"don'?t|didn'?t|dont|didnt|doesn'?t|not|did not|does not|do not|no longer|never|stopped|not even|without",
)
# "don't want to go on the pill", "to go on another statin": to start a medicine
GO_ON_A_MEDICINE = not_before(
    r"(?:\w+ )?(?:it|this|that|pain|pills|meds|statins|the|any|insulin|a|another|med\w+|drug\w*|steroids)",
    r"(?:\w+ )?with (?:it|the|my)",
)
LIVE = either(
    r"live|be here|be alive|wake up|exist|be on this earth|be around|keep living|keep going|face another day",
    rf"go on{GO_ON_A_MEDICINE}",
)
# "don't want to live in pain", "to wake up so early", "to be around him": not so, or not there
THERE_OR_SO = not_before(
    r"(?:in|with|on|at|near|for (?:work|school)|like this|to (?:him|her)|so early|there|next|forever)\b",
)
NO_MORE = r"(?:no|lost (?:the|all)|little|(?:not|n'?t|never) (?:see|seeing|find|have))"
REASON = r"(?:point|reason|will|desire|purpose)"
TO_LIVE = either(
    r"living|live|going on|life|go on|being alive|being here|be alive|existing|carry on|carrying on|keep going",
    r"anything any ?more",
)
LIFE_IS_NOT = r"(?:life|it)(?: was| is| isn'?t| wasn'?t|'s)? ?(?:no longer |not |n't )"
WERE_DEAD = r"(?:was|were|weren'?t|wasn'?t) (?:dead|gone|here|around|not here|alive)"

TIRED_OF_LIFE = (
    # "wish I was dead", "hoping not to wake up"
    rf"{WANT}(?: just| only)?{I_WAS} (?:to )?{DEAD}",
    # "don't want to be here anymore"
    rf"{NOT} want(?:ed|ing)? to (?:\w+ )?{LIVE}{WORD_ENDS}{THERE_OR_SO}",
    # "prayed I wouldn't wake", "not being here any more"
    rf"(?:hop(?:ed|ing)|pray(?:ed|ing)|rather|prefer to|hope) {I_WOULD}"
    r"(?:not |never |wouldn'?t )(?:to )?wake(?: up)?",
    rf"not being here(?: any ?more)?{CLAUSE_ENDS}",
    r"not be(?:ing)? (?:alive|around) any ?more",
    # "no reason to live", "life isn't worth living", "nothing to live for"
    rf"{NO_MORE}(?: (?:the|any|a|much|what))* {REASON} (?:of|in|to|for) {TO_LIVE}",
    rf"{LIFE_IS_NOT}worth (?:living|it any ?more|going on)",
    r"not worth (?:living|going on)",
    r"(?:don'?t|do not|didn'?t) (?:see|think|feel) (?:that )?(?:it|life) (?:is|was) worth",
    r"nothing to live for",
    r"give up on life",
    r"done with life",
    r"tired of (?:living|being alive)",
    # "better off dead", "they'd be better off without me"
    r"better off dead",
    rf"better off without (?:me|him|her){CLAUSE_ENDS}(?! (?:taking|on|being))",
    rf"better off if (?:i|he|she|they) {WERE_DEAD}",
    r"better off if i (?:died|disappeared)",
    r"world (?:\w+ )*better (?:place )?without me",
)

URGE = either(
    r"thoughts?|think(?:s|ing)?|urges?|impulses?|idea|fantasi\w+|imagin\w+|visions?|images?|tempted",
    r"feel(?:ing|s)? like|felt like|wanted|wants",
)
JUMP = either(
    r"step(?:ping)?|driv(?:e|ing)|jump(?:ing)?|walk(?:ing)?|crash(?:ing)?|steer(?:ing)?|swerv(?:e|ing)",
    r"veer(?:ing)?|throw(?:ing)? <SELF>|lying down|run(?:ning)?|ram(?:ming)?",
)
OFF = either(
    r"off|into|in front|under|onto (?:the )?(?:tracks|rails)|out (?:of )?(?:the |a )?window|from (?:the|a)",
)
DRIVE = r"(?:driv(?:e|ing)|steer(?:ing)?|crash(?:ing)?|ram(?:ming)?|swerv(?:e|ing))"
TREE = either(
    r"tree|bridge|wall|cliff|truck|oncoming|traffic|lorry|road(?= and die)|pole|semi|lake|river",
)
DEATH = either(
    r"(?:my (?:own )?)?(?:death|dying|being dead|ending (?:it|my|everything)|killing|hurting|jumping|harming)",
    r"(?:my (?:own )?)?(?:not being (?:here|alive)|not waking|cutting)",
)
# "thinking of cutting back", "thoughts of hurting others"
CUTTING_DOWN = r"(?! the (?:dose|pill)| (?:people|others|back|down))"

URGES = (
    # "thoughts of driving off a bridge", "urge to jump in front of the train"
    rf"{URGE}(?: \w+){{0,2}}? (?:of|to|about) (?:just )?{JUMP}(?: (?:my|the|her|his) \w+)? ?"
    rf"(?:straight |right |over )?{OFF}",
    # "steer into a tree", "jumped from the roof", "on the ledge, ready to"
    rf"{DRIVE}(?: (?:my|the|her|his) car)? (?:straight |right )?(?:in(?:to)?|off) (?:a|the|an|oncoming) {TREE}",
    r"jump(?:ing|ed)? off (?:the|a|my)",
    r"jump(?:ing|ed)? from (?:the|a) (?:bridge|roof|window|balcony)",
    r"jump(?:ing|ed)? (?:in front of|out (?:of )?(?:the|a) window)",
    r"(?:on|at) (?:the|a) (?:edge of (?:the|a) )?(?:bridge|ledge|roof|cliff|overpass|rail)(?:,|\.)? "
    r"(?:ready|wanting|thinking|about|planning) to",
    r"stood on (?:the|a) (?:bridge|ledge|roof|platform|tracks)",
    # "dreams of dying", "thought about ending things", "dark thoughts about harming"
    rf"(?:thoughts?|thinking|dreams?|obsess\w+|ruminat\w+) (?:of|about|on) {DEATH}{CUTTING_DOWN}",
    r"thought about (?:jumping|dying|not being|ending (?:it|things|my))",
    r"(?:bad|dark|scary|terrible|intrusive|ugly) thoughts(?: \w+)? (?:about|of) "
    r"(?:hurting|ending|myself|dying|death|harming|killing)",
)

TO_END_IT = either(
    r"to (?:end it|die|be done|kill <SELF>)",
    r"(?:hoping|wanting|so i would|wishing) "
    r"(?:not to|to not|to die|i would(?:n'?t| not)|never to|to never|to end)",
    r"on purpose",
    r"intentionally",
    r"deliberately",
)

PLANS = (
    # "planned how I'd do it", "wrote a goodbye letter", "bought the rope", "hid the knives"
    r"plan(?:ned|ning|s)? (?:out )?how (?:to|i would|i'd|i was going to) (?:do it|die|end|kill)",
    r"plan(?:ned|ning|s)? (?:out )?my (?:own )?(?:death|funeral|suicide|exit)",
    r"how to (?:kill|end|hang)",
    r"(?:wrote|written|writing|left) (?:an? |my |his |her )?(?:goodbye|suicide|farewell)(?: \w+)?",
    r"(?:had|got|with|tied|bought|held|holding|put) (?:the |a |my )?(?:rope|noose|gun)"
    r"(?! (?:license|range|safe|shop|shot))",
    r"hid (?:the |all the )?(?:knives|pills|guns?|medication)",
    r"counting (?:my|out the|out my) pills",
    # "took them all to end it", "overdosed on purpose", "say goodbye to life"
    rf"(?:take|took|taking|swallow(?:ed|ing)?|od'?d|overdos\w+) (?:\w+ ){{0,6}}?{TO_END_IT}",
    r"(?:intentional|deliberate) overdose",
    r"say goodbye to (?:life|the world)",
)

# "cutting her legs shaving", "scratching my arms all night"
SHAVED_OR_SCRATCHED = not_before(r"off|hair|on|with the|while|shaving|and|when|all|like|from")
IN_THE_KITCHEN = not_before(
    r"(?:laughing|shaving|on|while|with the|off|some|a|out|down|back|in the kitchen|slicing|chopping)\b",
    r"and (?:bled|it)\b",
)

SELF_INJURY = (
    # "self-harm", "cutting my wrists", "cut myself", "has been cutting again"
    r"self[- ]?(?:harm(?:ing|ed)?|injur(?:y|ing|ious)|mutilat\w+)",
    r"(?:cutting|burning|scratching|slash(?:ing|ed)|slit(?:ting)?) (?:my|her|his) (?:own )?"
    rf"(?:legs?|arms?|wrists?|thighs?){SHAVED_OR_SCRATCHED}",
    rf"cut(?:ting)? (?:my|him|her)self{CLAUSE_ENDS}{IN_THE_KITCHEN}",
    r"(?:has|had|have|started|been) (?:been )?cutting(?= again|[.,]|$| because| when)",
)

SELF_HARM = (*NAMED, *TIRED_OF_LIFE, *URGES, *PLANS, *SELF_INJURY)
((_, SUICIDAL),) = table(("self_harm", *map(worded, SELF_HARM)))

# Thoughts that are only warned of, read about, asked about, another's, of before the medicine, or taken away by it.
BEFORE_IT = r"before (?:this|i (?:started|took|found)|starting|the med\w*|it)"
TOOK_AWAY = either(
    r"took|takes|taken|take|got rid of|stopped|stops|relieved|ended|erased|killed",
)
WARNED_OF = either(
    # "can it cause", "the leaflet says", "watch for"
    r"(?:does|do|can|could|may|might|will|did)\b[^.!?]{0,30}\b(?:cause|give|make|lead to|increase|have)",
    r"warn\w*(?: \w+){0,4}|risks? of|read (?:about|that)|heard (?:about|of)|black box|box warning|leaflet|label",
    r"commercial|watch(?:ing)? (?:for|him for|her for|out for)",
    # "no intention of", "took away my", "assisted"
    r"without|no history of|no (?:intentions?|plans?|thoughts?|desire|wish)(?: \w+){0,5}|not like",
    rf"{TOOK_AWAY} (?:the|my|his|her|away|all|those)",
    r"assisted|legal",
    # "asked me if I was", "in case", "if anyone"
    r"asked (?:me |if )?(?:\w+ ){0,3}|screened? (?:me )?for|questionnaire|in case|if (?:you|anyone|someone)|anyone",
    r"people|prevent\w*|saved me from",
    # "years ago", "before I started"
    rf"{BEFORE_IT}|used to|years ago|in my (?:teens|twenties|20s)|as a teen\w*",
    # "am not"
    r"no longer|isn'?t|aren'?t|(?:had|have) (?:never|not)|n't|not(?: really| at all| even)?|nor",
)
ANOTHERS = either(
    r"uncle|aunt|cousin|grand\w+|neighbou?r|family history of|runs in|coworker|celebrit\w+|in the news",
)
_ONLY_WARNED = (
    rf"\b{WARNED_OF}[^.!?]{{0,20}}$",
    rf"\b{ANOTHERS}\b[^.!?]{{0,30}}$",
    NEGATED.pattern,
)
ONLY_WARNED = re.compile("|".join(_ONLY_WARNED))

# Words behind such thoughts that say so too.
WENT_AWAY = r"(?:went|go|gone|faded|disappeared|vanished|lifted|stopped|are gone|is gone) (?:away )?"
_OVER_OR_WARNED = (
    # "are listed", "is in the leaflet"
    r"(?:is|are|was|were) (?:listed|on the (?:label|list|leaflet)|in the (?:leaflet|label)|mentioned)",
    r"(?:is|are|was|were) a (?:known|possible|listed|rare) ",
    # "went away with it", "I'd had for years", "before I started"
    rf"{WENT_AWAY}(?:on it|since|with (?:it|this|the)|thanks|after (?:i )?start\w*|once i started|within)",
    r"i'?d had for",
    r"before (?:i (?:started|took|went on)|this (?:drug|med)|starting)",
    r"warning",
    r"listed",
)
OVER_OR_WARNED = re.compile(rf"[^.;!?]{{0,30}}?\b{either(*_OVER_OR_WARNED)}\b")

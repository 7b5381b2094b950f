"""Words that say what a mention is in its sentence: a figure of speech, somebody's name, withdrawal, a complaint from
before the drug, something a drug is plainly said to have done. Data only.

Patterns run over `nlp.extract.assertion.normalise`d text in which each drug mention reads `@` (padded to its length).
"""

from __future__ import annotations

import re

# Words that stand for no complaint at all; a mention that touches them is dropped.
FIGURES = re.compile(
    r"\bitching to (?:be|buy|do|get|go|hit|know|leave|play|see|start|tell|travel|try)\b|\b(?:is|are|was|was being|be|such|what) an? (?:real |total |huge |big |giant |absolute |major )*(?:headache|pain in the (?:neck|butt|ass|rear|a\w\w)|nightmare)\b(?= (?:to|with|about)\b|[.;!]|$)|"
    r"\b(?:too|so|freezing|bitter(?:ly)?|very|really|damn) (?:cold|hot) (?:out(?:side| there)?|in here|to (?:walk|go|run|be out))\b|\b(?:cold|hot) (?:weather|front|snap|spell|out(?:side| there))\b|"
    r"\bdepression (?:glass|era)\b|\bgreat depression\b|\bi'?m an? (?:cancer|leo|virgo|aries|gemini)\b|"
    r"\b(?:bill|price|cost|copay|invoice|total|tag|sticker)\b[^.!?;]{0,40} (?:almost |nearly |about |practically )?(?:gave|give|gives|giving) (?:me|us|him|her) (?:an? )?(?:heart attack|stroke|coronary)|"
    r"\b(?:almost|nearly|about|practically) (?:had|gave (?:me|us|him|her)) (?:an? )?(?:heart attack|stroke)\b(?=[^.!?]{0,40}(?:\blol\b|\bhaha|\bwhen i saw|\bbill\b|\bprice\b|\$))|"
    r"\bsle(?:ep|eps|pt|eping) like an? (?:baby|log|rock|angel)\b|"
    r"\b(?:phone|car|battery|laptop|computer|truck|van|pump|wifi|tv|engine)(?: (?:just|has|had|even))* (?:died|collapsed)\b|\bdied laughing\b|\bstrokes? of (?:genius|luck)\b|\bdifferent strokes\b|\bshock of my life\b|\bblack-?out (?:curtains?|blinds?|shades?|poetry)\b|\bpower black-?outs?\b|"
    r"\b(?:stroke|cancer|heart failure|heart attack|overdose|suicide|sepsis|epilepsy|seizure|diabetes) (?:unit|ward|association|foundation|society|charity|support group|prevention|awareness|hotline|helpline|lifeline|nurses?|certified)\b"
)  # fmt: skip

# Right before a capitalised word: it names a person or a pet ("my sister Allegra", "Mr. Parkinson").
NAMED_BEFORE = re.compile(
    r"(?<![\w'])(?:(?:mr|mrs|ms|miss|sir)\.?|"
    r"(?:my|our|his|her|their|the|a) (?:\w+ )?(?:sister|brother|daughter|son|mother|mom|mum|aunt|uncle|cousin|niece|nephew|friend|neighbou?r|co-?worker|colleague|boss|roommate|girlfriend|boyfriend|wife|husband|nurse|receptionist|teacher|puppy|kitten|dog|cat|horse|baby)|"
    r"(?:name[ds]?|call(?:ed|s)?|christened) (?:(?:the|our|my|his|her|their) (?:\w+ )?(?:puppy|kitten|dog|cat|horse|baby|boy|girl|daughter|son)|him|her))\s$"
)
# Somebody was given the drug: the word behind is no name ("gave my wife Gocovri").
GIVEN = re.compile(
    r"\b(?:gave|give|giving|given|got|getting|put|started|prescribed|offered|bought|handed|brought|on)\b[^.!?;,]{0,30}$"
)
# Right behind a capitalised word: only a person does this ("Yasmin at the front desk").
NAMED_BEHIND = re.compile(
    r"(?:,)? (?:at|from|in|behind) the (?:front desk|desk|counter|pharmacy|clinic|office|reception|lab|billing)\b[^.!?]{0,40}\b(?:she|he|was so (?:kind|nice|helpful|rude))\b"
)

# Negation words that belong to no mention: "zero joint pain" is joint pain, denied
# (a lack that is itself the complaint, "zero energy", stays whole).
DENYING = re.compile(
    r"(?:zero|neither|nor) (?!(?:get up|\w+ in\b|memory|sex|libido|interest|energy|appetite|sleep|motivation|desire|drive|strength|patience|feelings?|taste|smell|focus|emotions?)\b)"
)

# What only leads to a complaint or on from it, cut off by the encoder: "really felt", "dizzy in the", "bleeding that".
LEADING = re.compile(r"(?:(?:i )?(?:really|just|also) (?:felt|feel)|i (?:felt|had|got)) (?!like\b)")
TRAILING = re.compile(
    r"(?:[ ,]+(?:for|about|is|was|are|were|by|that|when|while|with|and|or|because|but|if|once|which|whenever|came|i|(?:(?:in|on|from|of|at|to|with|for) )?(?:my|the|an?|his|her)))+$"
)
# A clause that may well end so: "didn't know where she was"; a type of a disease: "hepatitis A".
CLAUSE = re.compile(
    r"\b(?:what|where|who|how|which|than|that i|that it|worse|on and)\b|\b[Ii] \w+ \w+$|\b[A-HJ-Z]$|\b(?:bipolar|type|stage) I$"
)
SCRAP = re.compile(
    r"(?:(?:a|an|the|in|on|at|of|to|for|from|with|and|or|but|as|if|by|it|its|is|was|are|were|be|been|i|my|me|he|his|she|her|we|they|this|that|these|so|up|out|off|down|can|could|would|will|do|did|does|have|has|had|came|back|when|then|because|like)(?:\s+|$))+"
)

_RAN_OUT = r"\b(?:run|ran|running) out\b(?! (?:to|the|into|onto)\b| of (?!it\b|them\b|@|(?:my|the) @|my (?:pills|meds?|medication|medicine|patch|script|refills?|tablets)\b|pills|meds?\b|refills?))"
# The drug was stopped, missed or wore off before the mention, in its own sentence.
STOPPED = re.compile(
    r"(?:^|(?<=[.!?;] ))(?:when |after |while |since |i am |i'm )?(?:weaning|tapering|coming|cutting)(?: myself)?(?: slowly)? (?:off|down)\b|"
    r"(?:^|(?<=[.!?;] ))off (?:of )?(?:the |my )?(?:@+|it|them)(?: entirely| completely)? (?:i|my|he|she)\b|"
    rf"{_RAN_OUT}|\bhad no (?:more )?@|\bwithout (?:my|the) @|"
    r"(?<!n't )(?<!not )(?<!never )\b(?:skip|skipped|skipping|miss|missed|missing|forget|forgot)(?: to take)? (?:(?:a|an|one|two|my|the|his|her|just|even) )*(?:doses?|days?|pills?|@+)|"
    r"@+ (?:is|was) (?:gone|out of my system|wearing off|worn off) and\b|"
    r"\b(?:days?|nights?|weeks?) without (?:my |the |any )?@|"
    r"(?:^|(?<=[.!?;] ))(?:(?:i|we|he|she) )?(?:went|stepped|dropped|tapered|cut) (?:back )?down (?:from|to|by) (?=\S*[\d@])|"
    r"\b(?:stopped|quit)(?: taking)? (?:the |my )?@+ (?:after|cold turkey|suddenly|abruptly|all at once)\b[^.!?;]{0,60}\band (?:my|i)\b"
)
# The same in the sentence before; the mention's own sentence then tells only what came of it.
STOPPED_BEFORE = re.compile(
    rf"\bcold turkey\b|{_RAN_OUT}|\bhad no (?:more )?@|^(?:i )?(?:skipped|missed|forgot) (?:my |the )?@+[^.!?@]{0, 20}[.!?]?\s*$|"
    r"\b(?:days?|nights?|weeks?) without (?:my |the |any )?@|^(?:i'?m |i am |still |slowly )*(?:tapering|weaning)(?: off| down)?(?: of| from)?(?: my| the)? @"
)
# Words that speak against withdrawal, between the stopping and the mention.
NOT_WITHDRAWN = re.compile(
    r"\b(?:because|due to|still|gone|cleared|better|stopped having|no longer|never|switch(?:ed|ing)?|on it|made me|gave me|causes?d?|back on|restart(?:ed)?|if)\b"
)
BARE_WITHDRAWAL = re.compile(r"(?:the |any |some |bad |awful )*withdrawals?(?: symptoms?| effects?)?")

# Said to have been there before the drug: right behind the mention, or right before it.
EARLIER_BEHIND = re.compile(
    r"(?:,? but (?:i|she|he) had (?:that|it|them|those))?[^.!?;@]{0,12} (?:long|well|way) before (?:the |my |i (?:took|started|began|ever) )?@|"
    r" (?:has |had )?(?:came|come|crept|returned)(?: right| straight)?(?: back)? (?:after|when|once|since|as soon as) (?:i|he|she|we) "
    r"(?:quit|stopped|came off|went off|got off|ran out)\b|"
    r" predate[sd]? (?:the |my )?@|[^.!?;@]{0,12} (?:was|were) already (?:there|present)\b|"
    r" (?:came|was there|were there) first\b|[^.!?;@]{0,20} (?:when|before) i (?:began|started|went on|got on|took) (?:the |my )?@+[^.!?]{0,12}\bso\b[^.!?]{0,20}\b(?:no blame|not|isn'?t|wasn'?t|can'?t)\b"
)
EARLIER_BEFORE = re.compile(
    r"\b(?:took|brought|knocked) (?:down )?(?:my|his|her) $|"
    r"\bbefore (?:the |my )?@+,? (?:i|he|she) already (?:had|was|felt|got)(?: an?| the| some| my| really| so)*\s$"
)
CLOSED_EARLIER = re.compile(
    r"[^.!?@]{0,30}\bin (?:19|20)\d\d\b[^.!?@]{0,20}\b(?:healed|recovered|over it|nothing since)\b"
)

# A drug is said to have done it: right before or right behind the mention.
BLAMED_BEFORE = re.compile(
    r"@+ (?:just |really |also |only |has |have |had )*(?:gave|gives|caused|causes|brought on|triggered|made)(?: (?:me|my|him|his|her|us|them|our|the) ?(?:\w+ )?)?(?:an? |the |such |really |so |bad )*$|"
    r"\bblame (?:the |my |it on )?@+ for (?:the |my |this |all )*$"
)
BLAMED_BEHIND = re.compile(
    r"(?:,)? (?:that )?(?:(?:i|we|he|she) (?:got|get|had|have) )?(?:from|caused by|brought on by|due to|thanks to)(?: the| my| taking| this| these)* @|"
    r" (?:that |which )?(?:the |my )?@+ (?:gave|gives|caused|causes|brought on|left)\b"
)
# What somebody's complaint was found to be; a diagnosis refuted or only thought of is none.
NAMED_AS = re.compile(
    r"(?<!not )(?<!wrongly )(?<!never )\b(?:(?:called|calls|labell?ed|termed)(?: it| this| that| them)?|call(?:ed|s)? (?:it|this|that)|turn(?:ed|s) out(?: to be| it was| i had| he had| she had)|"
    r"diagnosed(?: me| him| her| it)? (?:with|as)|ended up (?:with|being)|developed|result(?:ed|ing) in|led to|(?:which|and|then|that) turned into)(?: an?| the| some| severe| acute| bad| drug[- ]induced)* [\"']?$"
)
# A diagnosis of another time, right behind it.
LONG_KNOWN = re.compile(
    r",? (?:back )?(?:at (?:age |the age of )?\d|in (?:19|20)\d\d|(?:\w+ ){1,2}years (?:ago|back|before)|as an? (?:kid|child|teen|baby)|when i was)"
)
# A post that mocks: what it lists was done by its drug.
MOCKING = re.compile(
    r"\b(?:oh|well),? (?:great|joy|goody|lovely|wonderful|fantastic)\b|\bjust what i (?:wanted|needed)\b|\bexactly what (?:was missing|i (?:needed|wanted))\b|\bbest diet ever\b|"
    r"\b(?:just )?(?:love|loving|enjoy|enjoying) (?:waking|throwing|being|having|running|feeling|not sleeping|getting)\b|\bwould recommend\b[^.!?]{0,30}🙄|🙄|\bif you (?:enjoy|like|count|love)\b|\bwho needs (?:skin|sleep|hair|teeth|a \w+)\b|\bnice one,? @|\bthanks for nothing\b"
)

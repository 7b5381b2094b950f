"""Words that say what a mention is in its sentence: a figure of speech, somebody's name, withdrawal, a complaint from
before the drug, something a drug is plainly said to have done. Data only.

Patterns run over `nlp.extract.assertion.normalise`d text in which each drug mention reads `@` (padded to its length).
"""

from __future__ import annotations

import re

from nlp.extract.alternation import either, one_of

FRIGHT = r"(?:an? )?(?:heart attack|stroke)"
DISEASE = r"(?:stroke|cancer|heart failure|heart attack|overdose|suicide|sepsis|epilepsy|seizure|diabetes)"
INSTITUTION = either(
    r"unit|ward|association|foundation|society|charity|support group|prevention|awareness",
    r"hotline|helpline|lifeline|nurses?|certified",
)

# Words that stand for no complaint at all; a mention that touches them is dropped.
FIGURES = re.compile(
    either(
        # itching to go
        r"\bitching to (?:be|buy|do|get|go|hit|know|leave|play|see|start|tell|travel|try)\b",
        # the insurance is a total nightmare
        r"\b(?:is|are|was|was being|be|such|what) an? (?:real |total |huge |big |giant |absolute |major )*"
        r"(?:headache|pain in the (?:neck|butt|ass|rear|a\w\w)|nightmare)\b(?= (?:to|with|about)\b|[.;!]|$)",
        # too hot outside, a cold spell
        r"\b(?:too|so|freezing|bitter(?:ly)?|very|really|damn) (?:cold|hot) "
        r"(?:out(?:side| there)?|in here|to (?:walk|go|run|be out))\b",
        r"\b(?:cold|hot) (?:weather|front|snap|spell|out(?:side| there))\b",
        r"\bdepression (?:glass|era)\b",
        r"\bgreat depression\b",
        # I'm a cancer
        r"\bi'?m an? (?:cancer|leo|virgo|aries|gemini)\b",
        # the price nearly gave me a heart attack
        r"\b(?:bill|price|cost|copay|invoice|total|tag|sticker)\b[^.!?;]{0,40} (?:almost |nearly |about |practically )?"
        r"(?:gave|give|gives|giving) (?:me|us|him|her) (?:an? )?(?:heart attack|stroke|coronary)",
        rf"\b(?:almost|nearly|about|practically) (?:had|gave (?:me|us|him|her)) {FRIGHT}\b"
        r"(?=[^.!?]{0,40}(?:\blol\b|\bhaha|\bwhen i saw|\bbill\b|\bprice\b|\$))",
        # slept like a baby
        r"\bsle(?:ep|eps|pt|eping) like an? (?:baby|log|rock|angel)\b",
        # my phone died
        r"\b(?:phone|car|battery|laptop|computer|truck|van|pump|wifi|tv|engine)(?: (?:just|has|had|even))* "
        r"(?:died|collapsed)\b",
        r"\bdied laughing\b",
        r"\bstrokes? of (?:genius|luck)\b",
        r"\bdifferent strokes\b",
        r"\bshock of my life\b",
        # blackout curtains
        r"\bblack-?out (?:curtains?|blinds?|shades?|poetry)\b",
        r"\bpower black-?outs?\b",
        # the stroke unit, a suicide hotline
        rf"\b{DISEASE} {INSTITUTION}\b",
    )
)

PERSON = one_of(
    "sister brother daughter son mother mom mum aunt uncle cousin niece nephew friend neighbou?r co-?worker colleague "
    "boss roommate girlfriend boyfriend wife husband nurse receptionist teacher puppy kitten dog cat horse baby"
)
NEWCOMER = (
    r"(?:(?:the|our|my|his|her|their) (?:\w+ )?(?:puppy|kitten|dog|cat|horse|baby|boy|girl|daughter|son)|him|her)"
)
# Right before a capitalised word: it names a person or a pet.
NAMED_BEFORE = re.compile(
    r"(?<![\w'])"
    + either(
        # Mr. Parkinson
        r"(?:mr|mrs|ms|miss|sir)\.?",
        # my sister Allegra
        rf"(?:my|our|his|her|their|the|a) (?:\w+ )?{PERSON}",
        # named the puppy Valium
        rf"(?:name[ds]?|call(?:ed|s)?|christened) {NEWCOMER}",
    )
    + r"\s$"
)
# Somebody was given the drug: the word behind is no name ("gave my wife Gocovri").
GIVEN = re.compile(
    r"\b(?:gave|give|giving|given|got|getting|put|started|prescribed|offered|bought|handed|brought|on)\b[^.!?;,]{0,30}$"
)
# Right behind a capitalised word: only a person does this ("Yasmin at the front desk was so kind").
NAMED_BEHIND = re.compile(
    r"(?:,)? (?:at|from|in|behind) the "
    r"(?:front desk|desk|counter|pharmacy|clinic|office|reception|lab|billing)\b[^.!?]{0,40}"
    r"\b(?:she|he|was so (?:kind|nice|helpful|rude))\b"
)

# A lack that is itself the complaint, and stays whole: "zero energy".
LACKED = either(
    r"get up",
    r"\w+ in\b",
    r"memory|sex|libido|interest|energy|appetite|sleep|motivation|desire|drive|strength|patience|feelings?",
    r"taste|smell|focus|emotions?",
)
# Negation words that belong to no mention: "zero joint pain" is joint pain, denied.
DENYING = re.compile(rf"(?:zero|neither|nor) (?!{LACKED}\b)")

# What only leads to a complaint, taken in by the encoder: "really felt", "I had".
LEADING = re.compile(r"(?:(?:i )?(?:really|just|also) (?:felt|feel)|i (?:felt|had|got)) (?!like\b)")
# What only leads on from it: "dizzy in the", "bleeding that".
TRAILING = re.compile(
    r"(?:[ ,]+(?:for|about|is|was|are|were|by|that|when|while|with|and|or|because|but|if|once|which|whenever|came|i|"
    r"(?:(?:in|on|from|of|at|to|with|for) )?(?:my|the|an?|his|her)))+$"
)
# What may well end so all the same.
CLAUSE = re.compile(
    either(
        # didn't know where she was
        r"\b(?:what|where|who|how|which|than|that i|that it|worse|on and)\b",
        r"\b[Ii] \w+ \w+$",
        # a type of a disease: hepatitis A, bipolar I
        r"\b[A-HJ-Z]$",
        r"\b(?:bipolar|type|stage) I$",
    )
)
EMPTY_WORDS = (
    "a an the in on at of to for from with and or but as if by it its is was are were be been i my me he his she her "
    "we they this that these so up out off down can could would will do did does have has had came back when then "
    "because like"
)
# Nothing but words that tell nothing: "in the", "can".
SCRAP = re.compile(rf"(?:{one_of(EMPTY_WORDS)}(?:\s+|$))+")

MINE = either(
    r"it\b|them\b|@|(?:my|the) @",
    r"my (?:pills|meds?|medication|medicine|patch|script|refills?|tablets)\b",
    r"pills|meds?\b|refills?",
)
# "ran out", "ran out of my pills"; not "ran out of patience" or "ran out to the shop"
RAN_OUT = rf"\b(?:run|ran|running) out\b(?! (?:to|the|into|onto)\b| of (?!{MINE}))"
AT_START = r"(?:^|(?<=[.!?;] ))"
DAYS_WITHOUT = r"\b(?:days?|nights?|weeks?) without (?:my |the |any )?@"
# The drug was stopped, missed or wore off before the mention, in its own sentence.
STOPPED = re.compile(
    either(
        # when tapering myself slowly off
        rf"{AT_START}(?:when |after |while |since |i am |i'm )?(?:weaning|tapering|coming|cutting)"
        r"(?: myself)?(?: slowly)? (?:off|down)\b",
        # off of it completely I
        rf"{AT_START}off (?:of )?(?:the |my )?(?:@+|it|them)(?: entirely| completely)? (?:i|my|he|she)\b",
        # ran out, had no more, without my
        RAN_OUT,
        r"\bhad no (?:more )?@",
        r"\bwithout (?:my|the) @",
        # missed a dose, forgot to take my pills
        r"(?<!n't )(?<!not )(?<!never )\b(?:skip|skipped|skipping|miss|missed|missing|forget|forgot)(?: to take)? "
        r"(?:(?:a|an|one|two|my|the|his|her|just|even) )*(?:doses?|days?|pills?|@+)",
        # it was out of my system and
        r"@+ (?:is|was) (?:gone|out of my system|wearing off|worn off) and\b",
        # three days without my
        DAYS_WITHOUT,
        # went down from 20 mg
        rf"{AT_START}(?:(?:i|we|he|she) )?(?:went|stepped|dropped|tapered|cut) (?:back )?down "
        r"(?:from|to|by) (?=\S*[\d@])",
        # stopped it cold turkey and my
        r"\b(?:stopped|quit)(?: taking)? (?:the |my )?@+ (?:after|cold turkey|suddenly|abruptly|all at once)\b"
        r"[^.!?;]{0,60}\band (?:my|i)\b",
    )
)
# The same in the sentence before; the mention's own sentence then tells only what came of it.
STOPPED_BEFORE = re.compile(
    either(
        r"\bcold turkey\b",
        RAN_OUT,
        r"\bhad no (?:more )?@",
        DAYS_WITHOUT,
        # still tapering off my
        r"^(?:i'?m |i am |still |slowly )*(?:tapering|weaning)(?: off| down)?(?: of| from)?(?: my| the)? @",
    )
)
# Words that speak against withdrawal, between the stopping and the mention.
NOT_WITHDRAWN = re.compile(
    r"\b(?:because|due to|still|gone|cleared|better|stopped having|no longer|never|switch(?:ed|ing)?|on it|made me|"
    r"gave me|causes?d?|back on|restart(?:ed)?|if)\b"
)
BARE_WITHDRAWAL = re.compile(r"(?:the |any |some |bad |awful )*withdrawals?(?: symptoms?| effects?)?")

# Said to have been there before the drug: right behind the mention.
EARLIER_BEHIND = re.compile(
    either(
        # , but I had that long before I ever took it
        r"(?:,? but (?:i|she|he) had (?:that|it|them|those))?[^.!?;@]{0,12} "
        r"(?:long|well|way) before (?:the |my |i (?:took|started|began|ever) )?@",
        # came right back once I stopped
        r" (?:has |had )?(?:came|come|crept|returned)(?: right| straight)?(?: back)? "
        r"(?:after|when|once|since|as soon as) (?:i|he|she|we) "
        r"(?:quit|stopped|came off|went off|got off|ran out)\b",
        # predates it, was already there, came first
        r" predate[sd]? (?:the |my )?@",
        r"[^.!?;@]{0,12} (?:was|were) already (?:there|present)\b",
        r" (?:came|was there|were there) first\b",
        # when I began it, so no blame
        r"[^.!?;@]{0,20} (?:when|before) i (?:began|started|went on|got on|took) (?:the |my )?@+"
        r"[^.!?]{0,12}\bso\b[^.!?]{0,20}\b(?:no blame|not|isn'?t|wasn'?t|can'?t)\b",
    )
)
# Right before it: "took down my ...", "before it I already had some".
EARLIER_BEFORE = re.compile(
    either(
        r"\b(?:took|brought|knocked) (?:down )?(?:my|his|her) $",
        r"\bbefore (?:the |my )?@+,? (?:i|he|she) already (?:had|was|felt|got)(?: an?| the| some| my| really| so)*\s$",
    )
)
# Over and done with: "in 2009, healed".
CLOSED_EARLIER = re.compile(
    r"[^.!?@]{0,30}\bin (?:19|20)\d\d\b[^.!?@]{0,20}\b(?:healed|recovered|over it|nothing since)\b"
)

# A drug is said to have done it, right before the mention: "it gave me such", "I blame it for".
BLAMED_BEFORE = re.compile(
    either(
        r"@+ (?:just |really |also |only |has |have |had )*"
        r"(?:gave|gives|caused|causes|brought on|triggered|made)"
        r"(?: (?:me|my|him|his|her|us|them|our|the) ?(?:\w+ )?)?(?:an? |the |such |really |so |bad )*$",
        r"\bblame (?:the |my |it on )?@+ for (?:the |my |this |all )*$",
    )
)
# Right behind it: "that I got from", "that it caused".
BLAMED_BEHIND = re.compile(
    either(
        r"(?:,)? (?:that )?(?:(?:i|we|he|she) (?:got|get|had|have) )?"
        r"(?:from|caused by|brought on by|due to|thanks to)(?: the| my| taking| this| these)* @",
        r" (?:that |which )?(?:the |my )?@+ (?:gave|gives|caused|causes|brought on|left)\b",
    )
)
# What somebody's complaint was found to be; a diagnosis refuted or only thought of is none.
NAMED_AS = re.compile(
    r"(?<!not )(?<!wrongly )(?<!never )\b"
    + either(
        r"(?:called|calls|labell?ed|termed)(?: it| this| that| them)?",
        r"call(?:ed|s)? (?:it|this|that)",
        r"turn(?:ed|s) out(?: to be| it was| i had| he had| she had)",
        r"diagnosed(?: me| him| her| it)? (?:with|as)",
        r"ended up (?:with|being)",
        r"developed",
        r"result(?:ed|ing) in",
        r"led to",
        r"(?:which|and|then|that) turned into",
    )
    + r"(?: an?| the| some| severe| acute| bad| drug[- ]induced)* [\"']?$"
)
# A diagnosis of another time, right behind it: "in 1998", "when I was".
LONG_KNOWN = re.compile(
    r",? (?:back )?"
    + either(
        r"at (?:age |the age of )?\d",
        r"in (?:19|20)\d\d",
        r"(?:\w+ ){1,2}years (?:ago|back|before)",
        r"as an? (?:kid|child|teen|baby)",
        r"when i was",
    )
)
# A post that mocks: what it lists was done by its drug.
MOCKING = re.compile(
    either(
        # oh joy, just what I needed
        r"\b(?:oh|well),? (?:great|joy|goody|lovely|wonderful|fantastic)\b",
        r"\bjust what i (?:wanted|needed)\b",
        r"\bexactly what (?:was missing|i (?:needed|wanted))\b",
        r"\bbest diet ever\b",
        # just love waking at three
        r"\b(?:just )?(?:love|loving|enjoy|enjoying) "
        r"(?:waking|throwing|being|having|running|feeling|not sleeping|getting)\b",
        # would recommend if you like cramps
        r"\bwould recommend\b[^.!?]{0,30}🙄",
        r"🙄",
        r"\bif you (?:enjoy|like|count|love)\b",
        # who needs sleep
        r"\bwho needs (?:skin|sleep|hair|teeth|a \w+)\b",
        r"\bnice one,? @",
        r"\bthanks for nothing\b",
    )
)

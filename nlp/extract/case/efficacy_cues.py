"""Constructions that tell of no effect: a medicine that does nothing, stopped working, left the complaint as it was.

Data only. A row is one construction, in the order in which they are tried: where two fit the same words, the first
says where the match ends.
"""

from __future__ import annotations

import re

from nlp.extract.alternation import either, fillers, not_before
from nlp.extract.case.reader import table
from nlp.extract.case.slot_cues import worded


def not_after(*words: str) -> str:
    """Nothing, unless one of the words stands right before: for a construction that they make another."""
    return "".join(f"(?<!{word} )" for word in words)


# Where a construction may end: at a word's end, or only where the clause ends too.
WORD_ENDS = r"(?= |[.,!]|$)"
CLAUSE_ENDS = r"(?=[.,!]|$)"
CLOSES = r"(?=[.,;!]|$)"

NOT = either(
    r"(?:did|do|does|has|have|had|is|was|were|are|wo|would|ai)n'?t",
    r"(?:did|does|do|has|have|had|is|was|were|are|will|would) not",
    r"never|not|no longer|neither",
)
# "did not really do", "has never been", "doesn't seem to"
EVEN = fillers(
    r"really|even|actually|seem(?:s|ed)? to|appear(?:s|ed)? to|at all|quite|been|ever|exactly|particularly|any ?more",
    r"noticeably|significantly|do|much|very|yet|able to|a bit|one bit",
)
ABSOLUTELY = fillers(
    r"absolutely|almost|literally|pretty much|exactly|basically|simply|virtually|practically|completely|totally",
    r"still|just|like",
)
NOTHING = either(
    r"nothing|zero|zip|zilch|nada|squat|diddly(?: squat)?|bupkis|jack(?: shit| squat)?",
    r"fuck all|f all|bugger all|sod all|naff all|nowt|next to nothing|nil",
    r"not(?:hing)? a (?:damn |single |bloody )?thing|nuthin\w*|nothin'?",
)
NO = r"(?:no|zero|nil|little to no|little or no|next to no|hardly any|0|minimal)"
# "no real difference", "no pain relief"
REAL = either(
    r"real|noticeable|significant|visible|apparent|obvious|more|good|clear|lasting|positive|therapeutic",
    r"pain|symptom|symptomatic|long[- ]term|substantial|measurable|discernible|appreciable|actual",
    r"meaningful|major|big|substancial",
)
ANY_REAL = f"(?:{REAL} )?"
GAIN = r"(?:difference|changes?|improvements?|effects?|benefits?|relief|results?|response|help)"
# Gains that only a treatment brings: "no changes" may be said of much else.
RELIEF = r"(?:improvements?|benefits?|relief|results|response|help|success|avail)"

# "did nothing wrong", "did nothing but make me happy", "did nothing to hurt my sleep": praise
NOTHING_BAD = not_before(
    r"but (?:mak|giv|caus)\w* (?:it|me) (?:good|better|happy)",
    r"to (?:hurt|harm|my (?:sleep|mood|weight|appetite|sex))",
    r"for (?:hours|days)",
    r"like|bad|wrong|negative|harmful|today|else",
)
# "can't work nights", "it did not work out with my doctor": the work of a person, or a plan
AT_A_JOB = not_before(
    r"out|for everyone|with (?:my|the) (?:doctor|insurance)|at(?! all)\b",
    r"(?:in|on|from|as|a|because|full|nights|days|today)\b",
    r"(?:or (?:drive|walk|sleep|care|eat)|any ?more (?:because|due))\b",
)
# "stopped working days", "quit working out"
OF_A_JOB = not_before(
    r"out|at the|because|in the|as a|full|days|hours|nights|for (?:a|the) (?:company|firm)",
)
# "did not do much around the house today": what a person does
DONE_BY_A_PERSON = not_before(
    r"to|around|about|else|but|except|because|with my|on (?:the|my|week)|at (?:work|home)",
)
# "never touched my food", "does not touch the skin"
FOOD_OR_SKIN = not_before(r"food|lunch|dinner|breakfast|plate|stuff|alcohol|drink|face|skin|eyes")

# What a medicine does not do, behind "it did not": help, ease, make a difference
HELPED = either(
    r"help(?:ing|ed|s|ful)?(?! (?:with that|matters|but|feeling|myself|noticing))",
    r"eas(?:e|ed|ing) (?:the|my|his|her|it)",
    r"reliev(?:e|ed|ing) (?:the|my|his|her|it|any)",
    r"cut(?:ting)? it",
    r"do(?:ing)? the (?:job|trick)",
    r"did the (?:job|trick)",
    rf"doing it{WORD_ENDS}(?! (?:right|again|because|for))",
    r"put a dent",
    r"scratch the surface",
    rf"touch(?:ing|ed)? (?:it|my|the|his|her|this){FOOD_OR_SKIN}",
    r"mak(?:e|ing|en) (?:a|any|much|the slightest|one)(?: \w+)? (?:bit of )?(?:difference|dent|change)",
    r"made (?:a|any|much)(?: \w+)? (?:difference|dent)",
)
# ... do a thing, do much, be any good
DONE_ANYTHING = either(
    r"do(?:ing|ne)? (?:a|one) (?:\w+ )?(?:thing|good|bit)",
    rf"do (?:anything|squat|jack|shit|sod all|much|enough|a lot){DONE_BY_A_PERSON}",
    r"doing (?:anything|much|enough|shit)(?! (?:to|around|about|wrong))",
    r"done (?:anything|much|a thing|shit)(?! wrong)",
    r"did (?:anything|much|a thing)",
    rf"any (?:good|use|help){WORD_ENDS}",
)
# ... lower the pressure, clear the rash
LOWERED = either(
    r"lower(?:ed)?|reduc(?:e|ed|ing)|bring(?:ing)?|brought|control(?:led|ling)?|stop(?:ped|ping)?|prevent(?:ed|ing)?",
    r"fix(?:ed|ing)?|clear(?:ed|ing)?(?: up)?|cur(?:e|ed|ing)|shift(?:ed)?|slow(?:ed)?|help(?:ed)? with",
    r"improv(?:e|ed|ing)|take",
)
MY = r"(?:the|my|his|her|any of my|up)"
COMPLAINT = either(
    r"pain|pains|cholesterol|bp|blood pressure|pressure|sugars?|a1c|infection|itch\w*|rash|acne|spots|anxiety|panic",
    r"depression|mood|sleep|insomnia|headaches?|migraines?|seizures?|cramps?|nausea|cough|symptoms?|edge|swelling",
    r"tremors?|spasms?|reflux|heartburn|flashes|sweats|bleeding|inflammation|growth|attacks|flares?|psoriasis",
    r"eczema|voices|ldl|fever",
)

NO_USE = (
    # "it did absolutely nothing", "got nothing out of it"
    rf"(?:did|does|do|doing|done|doin|have done|achieved|accomplished) {ABSOLUTELY}{NOTHING}{NOTHING_BAD}",
    rf"(?:got|get|getting|had) {ABSOLUTELY}nothing (?:from|out of) (?:it|this|that|the \w+|them)",
    r"nothing at all from it",
    # "it does not work", "hasn't really helped", "never did a thing", "didn't lower my pressure"
    rf"{NOT} {EVEN}work(?:ing|ed|s)?{AT_A_JOB}",
    rf"{NOT} {EVEN}(?:any |a )?{HELPED}",
    rf"{NOT} {EVEN}{DONE_ANYTHING}",
    rf"{NOT} {EVEN}{LOWERED} {MY} (?:\w+ )?{COMPLAINT}\b",
    rf"{NOT} {EVEN}(?:effective|efficacious|the answer|kick(?:ed)? in|live up|take the edge off|took the edge off)",
)

STOPPED = r"(?:stop(?:s|ped)?|quit|quits|ceased|ceases|no longer|lost|loses?|losing)"
ALL_ITS = fillers(r"to|being|all|its|it's|their|any|seems? to|really")
WORKING = either(
    r"work(?:s|ed|ing)?|doing (?:anything|much|its job|it)|helping|helps?|effective(?:ness)?|efficacy",
    r"effect(?=[.,!]|$| after| over| on me)",
    r"punch|magic|being effective|touches|doing the trick",
)
MEDICINE_HAS = r"(?:it|they|that|which|just|drug|pills?|meds?|one|then) (?:just |has |have |had )?"
GAVE_OUT = either(
    r"pack(?:ed|s) (?:it )?(?:up|in)|pooped? out|petered out|fizzled(?: out)?|crapped out|conked out",
    r"quit|gave up|gave out",
)
BODY_HAS = r"(?:i|body|system)(?:'ve|'s|'m| am| is| has| have| had)?"
GROWN = r"(?:(?:now|just|got|gotten|become|became|grown|built|developed|building|developing) )+(?:up )?"
SO = fillers(r"so|too|an?|quite|some|quick")
TOLERANT = r"(?:used to|immune to|tolerant (?:of|to)|resistant to|tolerance|immunity)"

WORE_OFF = (
    # "stopped working", "lost its magic"
    rf"{STOPPED} {ALL_ITS}{WORKING}{OF_A_JOB}",
    # "it pooped out on me", "the pills just quit", "wore off after a month"
    rf"{MEDICINE_HAS}{GAVE_OUT}(?= on me|[.,!]|$| after| for)",
    r"poop(?:ed|ing)? out",
    r"petered out",
    r"(?:quit|gave out|gave up) on me",
    r"stopped being (?:any )?(?:good|use|help)",
    r"wore off (?:after|over|completely|within)",
    r"wear(?:s|ing)? off (?:after|within|by|before|too|early|way (?:too|before)|long before)",
    r"worn off after",
    # "my body got used to it", "built a tolerance"
    rf"{BODY_HAS} {GROWN}{SO}{TOLERANT}(?! (?:my|the (?:side|taste|needle)))",
    r"(?:built|developed|build|built up) (?:up )?(?:a |an |some |quick )?(?:tolerance|immunity|resistance)",
    r"tolerance (?:built|set in|kicked in)",
)

# "no relief from my doctor", "no help with insurance", "no benefit other than": not of a treatment, or not none
RELIEF_OTHERWISE = not_before(
    r"from (?:my (?:doctor|husband|family|insurance)|the (?:doctor|pharmacy|company|insurance))",
    r"second|getting|finding|other than|except|group|line|desk|so far from the company",
    r"for (?:my |the )?(?:side|constip)|with (?:my )?(?:insurance|side|the side)",
    r"in (?:side effects|my weight|appetite|weight)",
)
SAW = either(
    r"see|saw|seen|notice[ds]?|feel|felt|had|has|have|having|made|makes|making|with|get|got|gave|shows?|showed",
    r"there(?:'s| is| was| has been)",
)
# "no effect on my sleep", "no difference in weight": no harm, which is good news
UNHARMED = either(
    r"sleep|appetite|weight|mood|sex|libido|energy|liver|kidneys?|stomach|bp|heart|period|skin|work|driving|baby|milk",
)
NO_HARM = not_before(
    rf"on (?:my|the|his|her|your|our) (?:\w+ )?{UNHARMED}",
    r"between|in (?:side|my weight|appetite)",
)
ON_COMPLAINT = r"my (?:pain|anxiety|depression|mood|migraine\w*|headache\w*|symptoms|infection)"
DID_NOT = either(
    r"(?:did|do|does|have|has|had|ca|could)n'?t",
    r"(?:did|do|does|have|has|had|can|could) not",
    r"cannot|never|not",
)
SEEN = either(
    r"see|saw|seeing|seen|tell|notice[d]?|noticing|feel|felt|get|getting|got|gotten|had|find|found|experience[d]?",
    r"gain(?:ed)?",
)
ANY = r"(?:any|a|an|the|much|one bit|anything|that much)(?: of)?(?: an?)?"
BIG = r"(?: (?:real|noticeable|significant|big|positive|kind of|sort of|pain|good|visible|single|bit|lick|more))*"
NOT_A_GAIN = not_before(r"between|in side|other than|except|on my")
AFTER_LONG = either(
    r"weeks|months|days|years|doses|bottles?|tubes?|mg|rounds?|later|so far|in",
)
SO_FAR_ENDS = r"(?=$|[.,;!?)]|\n| yet| so far| at all)"
ENDS_THERE = r"(?=$|[.,;!?)])"

NO_GAIN = (
    # "no relief whatsoever", "saw absolutely no difference", "no effect on my pain"
    rf"{NO} {ANY_REAL}{RELIEF}{RELIEF_OTHERWISE}",
    rf"{SAW} {ABSOLUTELY}{NO} {ANY_REAL}(?:difference|changes?|effects?|noticeable \w+){NO_HARM}",
    rf"(?:no|zero|nil) {ANY_REAL}effects?(?= (?:at all|whatsoever|on (?:me|{ON_COMPLAINT}|the))|[.,!;]|$)",
    # "without success", "all in vain", "relief: nil"
    r"without (?:any |much |real |great |significant )?(?:success|relief|improvement|effect|benefit|results?|luck)",
    r"(?:all |but |but all )?in vain",
    r"to no avail",
    r"(?:been|was|were|is|proved|completely) (?:unsuccessful|fruitless|futile)",
    rf"(?:relief|improvement|benefit|effect)(?:,|:| was| is| -)? (?:nil|zero|none|nonexistent|non-existent){CLOSES}",
    # "cannot tell any difference", "didn't get anything out of it"
    rf"{DID_NOT} {EVEN}{SEEN} {ANY}{BIG}(?: of)? {GAIN}{NOT_A_GAIN}",
    rf"(?:did|do|does|have|has|had)(?:n'?t| not) {EVEN}(?:see|seen|notice[d]?|feel|felt|get|got|gotten) anything "
    r"(?:from|out of|with|different from)",
    r"anything out of it",
    # "three weeks in and still nothing", "helped at first, then nothing", "tried it for a month, no relief"
    rf"{AFTER_LONG}(?:,| and| but|:| -+|\.)+ ?{fillers('still|absolutely|got')}"
    rf"(?:nothing(?: yet)?|no {GAIN}|zilch|zip|nada){SO_FAR_ENDS}",
    r"(?:helped|worked|fine|great|good|effective)(?: \w+){0,6},? (?:and |but )?then (?:it )?(?:just )?"
    r"(?:nothing|stopped|quit|not|no more|didn'?t|back to square)",
    r"nothing (?:at all )?happened at all",
    r"(?:tried|took|used|gave)\b[^.;!?]{0,40}, "
    rf"(?:no (?:difference|improvement|relief|help|effect)|nothing|zilch|nada){ENDS_THERE}",
)

# "I'm useless", "the doctor was useless", "left me with a useless hand": no word on a medicine
NOT_A_PERSON = not_after("i'm", "i am", "im", "felt", "feel", "feeling", "eye", "hand", "being", "arm")
NOR_A_DOCTOR = not_before(
    r"at work|to argue|for (?:reading|work\b)|person|human|about|doctor|receptionist|gp",
)
NOT_BAD_LUCK = not_before(r"side|because it (?:made|gave)|can|day|bag")
EATEN = either(
    r"eat|eaten|eating|tak(?:e|en|ing)|swallow\w*|drink\w*|drank|suck\w*|pop\w*|us(?:e|ed|ing)|chew\w*|inject\w*",
    r"water|candy|sugar|lollies|tic|nothing|placebo|m&m|skittles|smarties",
    r"rub\w*|spray\w*|thrown?|flush\w*|burn\w*",
)
LIKE = r"(?:like|just|basically|glorified|nothing but|expensive|no better than|same as|as good as|better than)"
TAKING = fillers(r"an?|eating|taking|swallowing|popping|drinking|some|plain|taking a")
SWEETS = r"(?:sugar pills?|placebos?|tic ?tacs?|m&ms|skittles|smarties)"
A_SWEET = r"(?:sugar|placebo|mint|tic|chocolate|water|candy|poke|band|skittle|smartie|glass)\w*"

WORTHLESS = (
    # "totally useless", "ineffective"
    rf"{NOT_A_PERSON}(?:useless|worthless|ineffective|inneffective|uneffective|ineffectual){NOR_A_DOCTOR}",
    # "a complete waste of money", "was a dud", "pure snake oil", "no good for pain"
    rf"{fillers('complete|total|absolute|such a|big|huge|utter')}waste of (?:money|time|my money|my time|cash|space)",
    rf"(?:a|was a|total|complete|utter|real) (?:dud|bust|flop|failure|let ?down|rip[- ]?off){WORD_ENDS}",
    r"(?:is|was|total|complete|absolute|pure) (?:garbage|rubbish|snake oil|trash|bs|bullshit|junk)"
    rf"{WORD_ENDS}{NOT_BAD_LUCK}",
    r"(?:no|any) (?:damn |bloody )?good (?:for|to|either|at all|whatsoever)"
    r"(?= (?:me|my|pain|anything|the)|[.,!]|$)",
    r"no good either",
    # "might as well have eaten candy", "expensive placebo", "like taking nothing", "as useful as a mint"
    rf"(?:may|might|could) (?:just )?as well (?:have (?:been )?|be |just )*{EATEN}",
    rf"{LIKE} {TAKING}{SWEETS}",
    r"like (?:taking nothing|nothing at all)",
    r"like (?:eating|taking|drinking|swallowing|popping) (?:\w+ )?(?:candy|sweets|water|mints?|lollies)",
    rf"(?:just|basically|expensive|glorified) (?:candy|sweets|water){CLAUSE_ENDS}",
    rf"(?:about )?as (?:much|useful|effective|good|helpful) (?:use |good |help )?as (?:an? )?{A_SWEET}",
)

TREATMENTS = either(
    r"pills|meds|medications?|medicines|drugs|treatments?|antibiotics?|antidepressants|steroids|everything|creams?",
    r"they|that|which|this|one|ones|all|both|injections?|biologics?|it",
)
ALL_JUST = fillers(r"all|also|just|both|already|completely|totally|pretty much|has")
A_DRUG = r"(?:\w+(?:mab|ate|ine|in|ide|one|ol|ra|el|ax|am)|humira|enbrel|remicade|botox)"
# "nothing worked until", "nothing helped like this": the praise of what did
BUT_THIS = not_before(r"until|like|this well|as|except|so|till|my|better|before|out")
THEY_TRIED = either(r"has|have|had|they (?:gave|tried)(?: me)?|i (?:tried|take|took)|seems to|really|ever")
ALL_IT_DID = r"all (?:it|they|i|he|she|that|this) (?:\w+ )?(?:did|do|does|got|get|gave me|has done|ever did|ever got)"

FAILED = (
    # "failed me", "failed on both", "failed to help", "the pills have all failed", "having failed humira"
    r"fail(?:ed|s|ing) (?:me|us|both|him|her|every|all|several|two|three|four)",
    r"fail(?:ed|s|ing) on (?:me|it|all|both|every|the|two|three|\d)",
    r"fail(?:ed|s|ing) to (?:work|help|control|bring|lower|relieve|stop|improve|do|touch|treat|provide|respond)",
    r"fail(?:ed|s|ing) to (?:prevent|clear|get|keep|make|give|reduce)",
    rf"{TREATMENTS} (?:has |have |had )?{ALL_JUST}failed(?! (?:back|the|my|at|kidney|because|due))",
    rf"(?:after|having|i'?ve|have|has|had|i|he|she) (?:already |also |now )?fail(?:ed|ing) (?:on )?{A_DRUG}",
    r"treatment failure",
    # "none of them did anything", "neither one helped", "nothing I tried has worked"
    r"none of (?:it|them|those|these|the \w+|my \w+) (?:\w+ )?"
    r"(?:did (?:anything|a thing|much)|work\w*|help\w*|touch\w*|made|has|have (?:work|help)\w*)",
    r"neither (?:one |of them |drug )?(?:did anything|help\w*|work\w*|touched)",
    rf"nothing (?:else )?(?:{THEY_TRIED} )*"
    rf"(?:work(?:ed|s|ing)?|help(?:ed|s|ing)?|touch(?:ed|es)|eases?){BUT_THIS}",
    # "all it did for me was ...", "that no cream helped", "got me nowhere"
    rf"{ALL_IT_DID}(?: \w+){{0,3}}? (?:was|is)(?! (?:good|help|great|work|amazing|wonderful))",
    r"that no \w+ (?:fixed|helped|touched)",
    r"(?:got|gets?) (?:me|us|him|her) nowhere",
)

NOT_TO_A_CALL = r"(?! to (?:my|the|any) (?:call|message|email|question)s?)"
RELIEVED_BY = either(
    r"relieved (?:by|with)",
    rf"respon(?:d|ded|ding|sive){NOT_TO_A_CALL}",
    r"controlled (?:by|on|with)",
    r"touched by",
    r"helped by",
    r"improved (?:by|with|on|at all)",
    r"eased by",
)
HAS_NOT = either(
    r"didn'?t|doesn'?t|did not|does not|hasn'?t|has not|haven'?t|have not|isn'?t|not|never|barely|hardly|won'?t",
    r"wouldn'?t",
)
BUDGED = either(
    r"budg(?:e|ed|ing)",
    r"mov(?:e|ed|ing) (?:at all|a bit|an inch|one bit|the needle)",
    r"chang(?:e|ed|ing) (?:at all|a bit|a thing|anything|one bit)",
    r"improv(?:e|ed|ing) (?:at all|a bit|any|one bit|on|with|much|despite|after)",
    r"go(?:ne)? away (?:with|even|on (?:it|this)|after)",
)
IT_IS = r"(?:are|is|was|were|looks?|feels?|stayed|remains?|remained|hurts?|hurting|aches?|burns?)"
AS_BEFORE = r"(?:the same|as (?:it|they|bad|before)|what|where|how)"
AS_BAD = r"as (?:bad|anxious|depressed|often|itchy|sore|stiff|painful|red|tired|frequent)"
INFECTION = r"(?:it|pain|infection|rash|acne|spots?|cough|fever|itch\w*|uti|thrush|warts?|fungus)"
CANNOT_STILL = either(
    r"can'?t|could(?:n'?t| not)|don'?t|didn'?t|no|not",
    r"hurt\w*|awake|wide|in (?:agony|pain)|itch\w*|cough\w*",
)

SAME_AS_EVER = (
    # "not relieved by", "unresponsive to treatment", "hasn't budged", "not feeling any better"
    rf"(?:not|n't|never|without being|hardly|barely) (?:\w+ )?{RELIEVED_BY}",
    r"(?:unresponsive|resistant|refractory) to (?:treatment|the|all|every|any|\w+(?:in|ol|ine|one))",
    r"non-?responder",
    rf"{HAS_NOT}(?: even| really)? {BUDGED}",
    r"(?:not|n't|isnt|aint) (?:(?:feeling|feel|sleeping|sleep|breathing|doing|getting|gotten|got|get) )?"
    r"(?:any|one bit|a bit) better(?! (?:than|or worse|but))",
    # "hurts exactly the same", "back to square one", "as bad as ever", "still up six times"
    rf"{IT_IS} (?:still |just )*(?:exactly|precisely) {AS_BEFORE}(?: (?:it|they|i) (?:was|were))?",
    r"back to square one",
    r"(?:hurts?|hurting|aches?|burns?) (?:exactly |just )?the same",
    rf"{AS_BAD} as (?:before|ever|it was|they were)",
    rf"still (?:\w+ ){{0,6}}just (?:like|as) (?:it (?:was )?)?before{CLAUSE_ENDS}",
    r"still (?:up|wak\w+(?: up)?|get(?:ting)? up) (?:\w+ )?"
    r"(?:\d+|ten|five|six|four|several|many|every) (?:times|hours?)",
    r"still (?:wide )?awake (?:at|all)",
    # "kept having them regardless", "got worse anyway", "the rash came right back", "took two and still can't"
    r"(?:kept|keeps?|kept on) (?:coming|getting|having)(?: \w+){0,2} "
    r"(?:on (?:\d+|the full|it anyway)|regardless|anyway|all the same|just the same)",
    r"(?:got|kept getting|kept coming) worse (?:the whole time|anyway|regardless)",
    rf"{INFECTION}(?: \w+)? (?:came|comes|was|is|were) (?:right |straight )?back (?:even though|despite|while)",
    r"(?:infection|uti|thrush|fungus|bacteria|strep) (?:is|was|are) still (?:there|here|going|raging)",
    rf"(?:took|taken|tried|even with|despite)\b[^.!?]{{1,40}} and (?:i )?still {CANNOT_STILL}",
)

DISEASE = either(
    r"flu|covid|infection|infected|shingles|pneumonia|pregnant|the virus|malaria|chicken ?pox|whooping cough",
)
WHILE_ON = either(
    r"on|with|while on|while taking|while using|using|even though i (?:was|took|had)|despite",
)
# "got pregnant with my son"
WITH_A_CHILD = not_before(r"baby|son|daughter|first|second")

NOT_PROTECTED = (
    # a vaccine: "still got the flu"
    r"(?:i|he|she|we|and|but)(?: have| has| had)? still (?:got|get|getting|caught|ended up with|came down with) "
    rf"(?:the )?{DISEASE}",
    r"still caught",
    # a contraceptive: "got pregnant on the pill", "a mirena baby"
    rf"(?:got|became|gotten|fell|ended up) pregnant {WHILE_ON} (?:the|my|it|this){WITH_A_CHILD}",
    r"(?:pill|iud|implant|birth control|contracepti\w+|mirena|depo) (?:\w+ )?failed(?! because)",
    r"(?:pill|iud|mirena|depo) bab(?:y|ies)",
    r"(?:can|do) you (?:still )?get pregnant with \w+\?? yes",
)

NOT_FOR_SOMETHING_ELSE = not_before(r"to (?:say|know|scare|make)|time|people|money")

NOT_ENOUGH = (
    # "it isn't strong enough", "could not tell I had taken it", "never touched it", "did very little"
    r"(?:just|really|simply|it) (?:isn'?t|isnt|wasn'?t|is not|was not) (?:enough|strong enough|doing it)"
    rf"(?= |[.,]|$){NOT_FOR_SOMETHING_ELSE}",
    r"(?:could|can) not tell i (?:had|have|was)",
    r"couldn'?t tell (?:if )?i (?:had|was|took)",
    r"never (?:really )?(?:cleared (?:up|it|my)|worked|helped|touched|fixed|did (?:much|anything|a thing))"
    r"(?! (?:this|so|as|quite)\b)",
    r"(?:did|does) (?:very |precious |damn )little(?= |[.,]|$)",
    r"(?:didn'?t|doesn'?t|not) (?:make|do|help) (?:a|one) (?:lick|bit|shred|scrap|jot)",
)

LACK_OF_EFFICACY = (
    *NO_USE,
    *WORE_OFF,
    *NO_GAIN,
    *WORTHLESS,
    *FAILED,
    *SAME_AS_EVER,
    *NOT_PROTECTED,
    *NOT_ENOUGH,
)
((_, NO_EFFECT),) = table(("lack_of_efficacy", *map(worded, LACK_OF_EFFICACY)))

# What tells no effect only where a relation says so of a complaint in the same sentence.
STILL_IS = r"(?:is|are|was|were|stayed|remain(?:s|ed)|about|just|exactly|looks?|feels?)"
STILL_AS = r"(?: still| about| exactly| just| all| really| pretty much)?"
_UNCHANGED = (
    # "about the same as before"
    rf"{STILL_IS}{STILL_AS} (?:the )?(?:exact )?(?:same|unchanged)(?: as (?:before|ever))?",
    r"same as (?:before|ever)",
    r"unchanged",
    # "no improvement", "made no real difference"
    r"no (?:improvement|difference|change|better|response)",
    r"(?:made|makes|making) no (?:\w+ )?difference",
    # "still have it", "felt nothing", "as bad as ever"
    r"still (?:have|had|having|get|getting|got|there|no|hurts?|burns?)",
    r"felt nothing",
    r"(?:as \w+ as (?:before|ever))",
    r"stayed",
    r"nothing (?:yet|happened|changed)",
    r"nothing",
    # "not enough", "kept coming", "never changed"
    r"not (?:enough|any better|at all)",
    r"wasn'?t enough",
    r"got (?:no better|worse)",
    r"kept (?:coming|getting)",
    r"hasn'?t (?:changed|improved)",
    r"didn'?t (?:improve|change|stop|move)",
    r"never changed",
)
UNCHANGED = re.compile(rf"(?<![\w']){either(*_UNCHANGED)}(?![\w'])")

# Words before such a cue that take it back: it is feared, supposed, too early to say, another's, before the medicine
# that helped, or it is not the medicine that does not help.
FEARED = either(
    r"if|in case|unless|whether|until|till|worried|afraid|fear(?:ed)?|scared|nervous|skeptical|sceptical",
    r"doubt(?:ed|ful)?|hop(?:e|ed|ing)|pray\w*|people say|some say|reviews? (?:say|said)|heard|read",
)
THAT_IT = r"(?: (?:that|it|this|they|these|he|she|i|the \w+|my \w+|just|really|maybe|still))"
LIMB = either(
    r"hands?|arms?|legs?|brain|eyes?|body|kidneys?|liver|bowels?|stomach|thumb|knees?|ears?|thyroid|pancreas|heart",
    r"feet|bladder",
)
FRIEND = either(
    r"(?:a|my|his|her) (?:friend|sister|mother|mom|mum|brother|cousin|aunt|uncle|neighbou?r|coworker)",
    r"friends?",
)
SAID = r"(?:said|says|told (?:me|us)|thinks|thought|claims|swears|found|reckons)"
ANOTHER_CAUSE = either(
    r"stress|worry|worrying|heat|weather|cold|job|work|insurance|airline|company|doctors?|gp|pharmac\w+",
    r"receptionist|nurses?|surgery|massage|diet|exercise|physio\w*|therapy|heating pad|ice|compress\w*|website",
    r"coupon|card|lid wipes|phone|car|coffee|menopause|support|ibs|being \w+",
)
_NOT_SO = (
    # "afraid that it", "people say it just"
    rf"\b{FEARED}\b{THAT_IT}{{0,3}} $",
    r"\b(?:can'?t say|cannot say|not that|never said|don'?t think|when|where|or) (?:that |it |this |they )*$",
    # "my hands just don't work"
    rf"\b{LIMB} (?:just )?$",
    # "might not work", "he told me it would not", "so that it"
    r"\b(?:may|might|probably|will|other people|others|some people|doesn't mean) $",
    r"\b(?:told|said|thought)\b[^.,;!?]{0,30}\bwould $",
    r"\b(?:for some|for some it|so that|and that|but that) $",
    # "a friend of mine says it does nothing"
    rf"\b{FRIEND}(?: of (?:mine|my \w+))?(?: \w+)? {SAID}\b[^.,;!?]{{0,30}}$",
    # "the diet alone did not help"
    rf"\b{ANOTHER_CAUSE}(?: \w+){{0,2}} $",
)
NOT_SO = re.compile("|".join(_NOT_SO))

# Words behind such a cue that take it back: it worked later, it was too early, it was so before the one that helped.
AT_FIRST = either(
    r"at first|right away|straight ?away|immediately|overnight|instantly",
    r"the first (?:few )?(?:days?|weeks?|time|month)|for the first",
    r"for her\b|for him\b|for (?:my|his|her) (?:sister|mother|mom|mum|friend|brother|husband|wife|cousin)",
    r"for (?:everyone|some|others|most|all people)|to (?:everyone|others)",
)
BUT_NOW = r"but (?:then )?(?:it|now|this one|for me|after|by|the (?:second|third|next|higher))\b"
WORKS = r"(?:kick\w*|work\w*|help\w*|great|better|miracle|does|did|amazing|wonders|gone)"
A_FEW = r"(?:two|2|three|3|a few|one|1|4|four|\d)"
UNTIL_THIS = either(
    r"until|till|except",
    r"before (?:this|i (?:tried|found|started|got)|\w+(?=[.,!]))",
    r"compared to|like this|as well as|as good as|as much as|so (?:well|good|fast|quickly)|better than",
    rf"(?:only|just) (?:\w+ )?(?:been )?{A_FEW} (?:days?|pills?|doses?)",
    r"yet,? (?:but|only|just|early|too)",
    r"too (?:early|soon) to",
)
_BUT_LATER = (
    # "not working yet", "did nothing at first", "does nothing for her"
    r" ?yet\b",
    rf"[^.!?]{{0,30}}?\b{AT_FIRST}",
    # "did nothing, but then it kicked in"
    rf"[^.!?]{{0,60}}?\b(?:{BUT_NOW}[^.!?]{{0,40}}?\b{WORKS}|but for me)",
    # "nothing helped until this", "only been two days", "too early to tell"
    rf"[^.!?]{{0,15}}?\b{UNTIL_THIS}",
)
BUT_LATER = re.compile(either(*_BUT_LATER))

"""Constructions of special situations (EMA GVP VI.B.6): errors, overdose, use outside the label and the like.

A row is something that a person could say; the words of its slots ("<TAKE>") are in `situation_words`. Of two rows that
stand at the same place the first one counts. A row goes on over lines up to its comma. Data only.
"""

from __future__ import annotations

import re

from nlp.extract.case.reader import NEGATED, table
from nlp.extract.case.situation_words import spelled

OVERDOSE = (
    # "I overdosed" (but: "overdosed on cookies"), "took an overdose", "OD'd"
    r"over ?-?dos(?:ed|ing)"
    r"(?! (?:on (?:\w+ )?(?:cookies|chocolate|sugar|candy|turkey|news|tv|caffeine)|training|and handed))",
    r"(?:took an|had an|survived an|the|by|from|of|accidental|unintentional|massive|paracetamol|tylenol|opioid|insulin"
    r"|iron|vitamin \w|her|his|my) overdose(?! (?:risk|warning|kit|prevention|training|if|would|be))",
    r"od'd",
    r"oded",
    r"od'ing",
    r"over-?medicated",
    # "swallowed the whole bottle", "took way more than I should", "ate a handful of gummies"
    r"<GULP> (?:\w+ ){0,2}?<TOOMUCH>(?! <NOMEDICINE>| weight|\w* to (?:bear|handle))(?= ?<WHATORWHEN>)",
    # "gave him ten times the dose", "double what I should", "accidentally doubled up", "triple-dosed"
    r"<TAKE>(?: (?:me|him|her|us|it|the|my|his|them|in|about|almost|by mistake|accidentally|nearly|a|like|something))*?"
    r" <TIMES> (?:the |my |his |her |as |that |what |a |over )*(?:\w+ )?<DOSE>",
    r"<TIMES> (?:his|her|my|the|what (?:he|she|i)) (?:\w+ ){0,3}?"
    r"(?:dose|max\w*|recommended|prescribed|limit|should|was supposed)",
    r"(?:double|triple)[- ]dos(?:ed|ing)",
    r"(?:accidentally|mistakenly|by mistake|unknowingly) (?:took |taken |had |given |gave )?(?:\w+ )?(?:doubl|tripl)\w+"
    r"(?: up| dose\w*)?",
    r"doubled? (?:up )?(?:my|the|his|her) dose (?:by|accident\w*|without realizing)",
    # "took about 30 pills", "popped eight at once" (but: "took 12 tablets a day")
    r"(?:took|swallowed|swallowing|swallow|ate|popped|downed|taken)"
    r" (?:about |like |over |almost |nearly |up to |maybe )?<MANY>"
    r" (?:of (?:them|these|those|his|her|my|the)|<PILLS>|at once|in one go)(?! <ASADOSE>\b)",
    # a child or a pet with the bottle: "got into grandma's pills"; whom one calls then
    r"poison (?:control|center|centre|hotline|helpline)",
    r"(?:got (?:in)?to|swallowed|ate|eaten|helped <SELF> to|found and (?:ate|swallowed)|chewed up|sucked on)"
    r" (?:the |my |an? |some |(?!one )\w+ ){0,3}?"
    r"(?:bottle|<PILLS>|of (?:my|grandpa|grandma|his|her|the|dad|mom)(?:'s)?)",
    # "took my meds twice today", "I gave him his dose and then my wife gave him another"
    r"took (?:it|my \w+|\w+) twice(?= (?:by|this|today|because|in a row|without|last)|[.,])",
    r"(?:i|we|he|she) (?:both )?(?:gave|took|had) (?:it|him|her|one|\w+ \w+)(?: \w+){0,4} (?:and|then|not knowing)"
    r" (?:my |the |his |her )?\w+ (?:also )?(?:gave|took|had) (?:it|him|her|another|one)(?: \w+)?",
    # amounts: "6000 mg in all", "10 grams of Tylenol", "daily for 5 days" of what is taken weekly
    r"\d+ ?(?:mg|g|grams) in (?:all|total|one (?:go|day))",
    r"\d+ (?:g|grams|grammes) of (?:<PARACETAMOL>|panadol)",
    r"(?:every day|daily) for \d+ days(?=[^.]{0,40}weekly)",
    # "did not know that both have Tylenol", "there were three patches on", "forgot I already took it"
    r"did not know (?:that|it|they)(?: both| all)? (?:has|have|had) <PARACETAMOL>",
    r"(?:took|taking|was taking|had) .{3,60}(?:all|both) (?:have|had|contain\w*|with) <PARACETAMOL>",
    r"there were \w+ patches on",
    r"forgot (?:i|that i|he|she) (?:did|had (?:already )?taken|took|already took) (?:it|them|one)?",
    # "toxic levels", "lithium poisoning"
    r"toxic (?:level|dose|amount)",
    r"(?:level|levels) (?:was|were|came back) (?:\w+ )?toxic",
    r"(?:iron|digoxin|lithium|theophylline|<PARACETAMOL>) (?:poisoning|overdose)",
)
MEDICATION_ERROR = (
    # "wrong dose" (but: "wrong pill for me"), "gave it by mistake", "accidentally took"
    r"(?:wrong|incorrect) (?:\w+ )?<WRONGTHING>(?! (?:to (?:ask|be|drink|start|take it|try)|for me(?=[.,!]|$)|side))",
    r"(?:<TAKE>|<MISHANDLED>)\b[^.;!?]{0,50}? <ERRED>",
    r"<ERRED>,? (?:\w+ )?(?:<TAKE>|<HANDLED>)",
    # "pharmacy error", "dosing mistake" (but: "their mistake to stop")
    r"(?:medication|dosing|pharmacy|medical|prescription|dispensing|administration|vaccination|prescribing|labell?ing"
    r"|hospital|nursing|their|an|doctor'?s?) (?:error|mistake|mix-?up)(?! (?:to (?:stop|quit|take|go|start)|was to))",
    r"improper(?:ly)? (?:location|site|technique|dose|stored|administered|reconstituted|diluted)",
    # given at an age that it is not for; past its day; kept too warm
    r"(?:inappropriate|wrong|not the|below the|under the|outside the) age",
    r"(?:past|after|beyond) (?:its|the|their) (?:expiry|expiration|use[- ]by|beyond[- ]use)",
    r"expired <EXPIRABLE>",
    r"(?:had|was|were|already) expired",
    r"out[- ]of[- ]date (?:vaccine|dose|medic\w+|pills|insulin)",
    r"(?:temperature|cold chain) excursion",
    r"left out of the (?:fridge|refrigerator)",
    r"not (?:stored|refrigerated|reconstituted|diluted)",
    # "gave me metoprolol instead of metformin", "took two when I should", "meant for the next bed"
    r"(?:gave|given|handed|sent|filled|dispensed|injected|wrote|printed|label+ed)"
    r"(?: (?:me|him|her|us|it|them|my \w+|with))*(?: \S+){1,5}? (?:rather than|instead of)"
    r"(?! (?:the (?:hospital|er)|going|taking|the \w+ i (?:wanted|asked)|a|my usual))",
    r"(?:took|taking|taken|gave|giving|wrote|read|typed|said|filled|used|injected|labell?ed)(?: \S+){1,4}?"
    r" when (?:it|i|he|she|they|the \w+|we|you) (?:(?:was|were|is|are|had) (?:supposed|meant|told|prescribed)"
    r"|should|meant|actually said|only needed)",
    r"(?:meant|intended|prescribed) for"
    r" (?:the <OTHERONE>|another|someone|somebody|my (?!own|\w+ (?:pain|sleep))|our (?:dog|cat))",
    # "mixed up the bottles", "a mix-up", "mixed my insulins up"
    r"(?:mix(?:ed)?[- ]up|mixed (?:\w+ ){1,3}up|mixing up) (?:\w+ ){0,3}?<MIXABLE>",
    r"mixed (?:my|his|her|the|up my) (?:\w+ )?(?:pills?|bottles?|meds|insulins?|pens?|doses) up",
    r"mix-?up(?=\W)",
    # "took my husband's pills thinking they were mine", "misread the label"
    r"(?:took|gave|swallowed|used|taking|injected|given) (?:\w+ )?(?:my |his |her |the |our )?<SOMEONEELSE>'?s "
    r"(?:\w+ )?(?:pills?|meds?|insulin|tablets?|heart|blood|dose|medic\w+)(?=[^.!?]{0,40}<CONFUSED>)",
    r"misread(?:ing)? (?:the |my )?"
    r"(?:bottle|label|chart|syringe|instructions|box|dose|directions|lines?|prescription|order)",
    r"misunderst\w+ the (?:instructions|directions|label|doctor)",
    # what the label or the chart said, and that nobody checked it
    r"(?:the )?label (?:still )?said",
    r"printed (?:on|\w+ \d+|take)",
    r"nobody (?:checked the (?:dose|list)|(?:ever )?recalculated)",
    r"(?:had|has|have) my list",
    r"(?:said|says|list|listed) (?:\w+ )?(?:right )?on (?:it|my chart)(?= and)",
    r"made up (?:\w+ )?times too (?:strong|weak)",
    r"twice(?:,|\.)? [^.;]{0,40}by mistake",
    r"accidentally",
    r"and nobody noticed(?= |\.)(?! till)",
    # given in spite of an allergy: "it's on my chart and they", "knew I'm allergic", "I told them twice"
    r"(?:told|warned) them (?:twice|already)",
    r"on (?:my|her|his) (?:chart|list|file|form|record|bracelet),? and (?:they|he|she|nobody|the)",
    r"(?:know|knew|knows) i(?:'?m| am| was) allergic",
    r"(?:even though|although|though|when|knowing|despite) (?:\w+ ){0,5}?(?:allergic|allergy)"
    r"(?: (?:to|in|on|bracelet))?",
    r"(?:have|had|was|with) (?:an? |my )?(?:known |documented )?allergy"
    r" (?:on|in) (?:my|the|her|his) (?:chart|file|record)",
    r"has tylenol in it",
    r"have tylenol in (?:it|them)",
    r"same (?:stuff|ingredient) in both",
    # "daily instead of weekly", "should have been diluted", "shouldn't have been given"
    r"instead of (?:weekly|daily|once a|twice a|lantus|the long|my long|under the skin|sub|iv|the (?:oral|nasal))",
    r"(?:given|administered|scanned) (?:\w+ )?instead",
    r"should have (?:been (?:on|given|told|stopped|diluted|half)|said)",
    r"should have had (?!something)",
    r"should(?:n'?t| not) have (?:had|been (?:given|put|on|prescribed))",
    r"should(?:n'?t| not) be given to",
    # "the dose was way too strong for her", "pushed it too fast", "counted the carbs wrong"
    r"(?:dose|it) was (?:way |far |much )?too (?:high|much|strong) for (?:his|her|my|an?)",
    r"too much for (?:his|her|my) (?:kidneys|liver|weight|size|age)",
    r"(?:ran|pushed|infused|injected|gave|given|put) (?:it |them )?(?:in )?(?:way |far )?too (?:fast|quickly)",
    r"given too (?:fast|high)",
    r"counted (?:the carbs|it) wrong",
    r"both gave (?:him|her|them|it)",
    # "nobody told me not to crush it", "never showed us how to use it"
    r"(?:no one|nobody|never|not|wasn'?t|weren'?t|didn'?t) (?:ever |had ever )?"
    r"(?:told|tell|shown?|explained?|warn(?:ed)?|show) (?:me|him|her|us|how) ?"
    r"(?:not to|to (?:not|rinse|take (?:the|it) off|stop|halve|eat|shake|prime)|how to (?:use|inject|take)"
    r"|you (?:can'?t|have to)|that)?(?=[^.!?]{0,60}<MISUSABLE>)",
    # vaccines: "shot was given too high", "got an extra dose", "second only 10 days after", "too early"
    r"(?:shot|vaccine|vaccination|injection|injected|needle|gave it|jab|administered|given)(?: \w+){0,4}?"
    r" (?:too|so|very|really|way too) (?:high|low)<END>"
    r"(?! (?:dose|fever|risk|in the (?:day|price)|blood|sugar|bp|for (?:me|my)|a dose)|er)",
    r"(?:received|given|gave|got|had|administered|get|was) (?:(?:me|him|her|accidentally|mistakenly) )*(?:an? )?"
    r"(?:extra|third|fourth|duplicate|additional|second first|second (?=(?:flu|shingles|same)|dose (?:too|only|early"
    r"|instead))|repeat|same) (?:\w+ )?(?:dose|shot|vaccine|jab)"
    r"(?! (?:of|today|in|and|on|last|yesterday|was|made|too|for))",
    r"(?:second|2nd|next|booster)(?: \w+){0,2} (?:only|just) (?:\w+ )?\d+ (?:days|weeks) (?:after|later)",
    r"(?:dose|shot|vaccine)(?: \w+){0,3} (?:too (?:early|soon|close)|(?:days|weeks) (?:too )?early)",
    r"\w+ given, \w+ ordered",
    r"given (?:early|late)\b",
    r"not (?:indicated|approved|authori[sz]ed) for (?:his|her|that|my) age",
    # "forgot to take it", "missed a dose by accident" (but: "forgot my pills on purpose")
    r"(?:missed|forgot(?:ten)?|forgetting|forget) (?:to (?:take|give|inject|put|change|use)|taking|giving)\b",
    r"forgot(?: to take)? (?:my|a|one|two|three|his|her|the|several|a few|\d) (?:\w+ )?"
    r"(?:pills?|doses?|tablets?|injections?|shots?|med(?:s|icine|ication)?)"
    r"(?! (?:to see|on purpose|because (?:of|it|i (?:felt|was|hate))))",
    r"missed (?:a|one|two|three|my|his|her|the|\d) (?:\w+ )?(?:dose|pill|tablet|injection|shot)s?"
    r" by (?:mistake|accident)",
    r"forgot to (?:take (?:the old|the patch) off|take off the|tell (?:me|us)|shake|mix|remove|write)",
    r"took (?:it|my \w+) twice(?! (?:a|per|each|every|daily|in (?:a|the|my)|weekly|before))",
    # "crushed extended release", "bit the capsule because", "didn't take off the old patch", "wasn't mixed"
    r"(?:chewed|chewing|bit|crush(?:ed|ing)|split(?:ting)?|cut(?:ting)?|open(?:ed|ing))"
    r" (?:one|it|them|the (?:pill|capsule|tablet)s?)? ?(?:extended|slow|time|sustained|when you(?:'re| are) not)",
    r"(?:chewed|bit) (?:one|it|them|the (?:pill|capsule|tablet))(?= because)",
    r"(?:didn'?t|did not|don'?t) take (?:off )?(?:the )?old (?:one|patch)s?(?: off)?",
    r"wasn'?t mixed",
    r"not mixed",
    # "took it daily instead of once a week"
    r"<TAKE> (?:it |them )?(?:\w+ ){0,3}?(?:daily|every day|twice a day|once a day) (?:when|instead|not|rather)"
    r"(?=[^.!?]{0,40}(?:weekly|once|week|supposed|should))",
    # in the wrong place: "put ear drops in my eye by mistake", "swallowed the suppository"
    r"(?:put|putting|using|used|pour\w*|applied|apply\w*|spray\w*|drop\w*|inject\w*|inserted|swallowed|swallowing|took"
    r"|taking|ate|drank)"
    r"(?: (?:it|them|the|my|ear|eye|nose|drops|cream|suppositor\w+|patch|liquid|inhaler|capsules?))+"
    r" (?:in(?:to)?|by|through|up) (?:my |the |his |her |a )?(?:eyes?|ears?|nose|mouth|muscle|vein|artery|nerve|fat)"
    r"(?= (?:instead|rather|not|by|because|when)|[.,]|$)"
    r"(?=[^.!?]*(?:instead|rather|wrong|mistake|ear drops|eye drops|by accident|because nobody))",
    r"(?:ear drops|ear medicine) (?:\w+ )?in (?:my|his|her|the) eyes?",
    r"eye drops (?:\w+ )?in (?:my|his|her) ears?",
    r"(?:swallowed|ate|took) (?:the|a|my) (?:suppositor\w+|inhaler capsule)",
    r"(?:into|in) (?:the )?muscle rather",
    # "the pharmacy messed up my", "prescribed me twice by", "a decimal point off"
    r"(?:pharmac\w+|chemist|doctor|nurse|hospital|they|walgreens|cvs) (?:\w+ )?"
    r"(?:messed|screwed|mucked|f\w*ed|cocked|botched|goofed)(?: \w+)? (?:up|my|the)",
    r"(?:prescribed|wrote|given) (?:me )?(?:the |two )?(?:\w+ )?(?:twice by|double by|a decimal)",
    r"decimal (?:point|place) (?:error|off|wrong|in)",
)
OFF_LABEL = (
    # "off-label", "above what the box says", "even though it's an epilepsy drug"
    r"off[- ]?label",
    r"(?:over|above|beyond|past|under|below|more than|longer than) what (?:the|it'?s?)"
    r" (?:box|label|leaflet|fda|approved)(?: says| allows)?",
    r"even though (?:it'?s|it is|its|they'?re|that'?s|this is) (?:really |actually |only |technically )*"
    r"(?:an?|for|meant|approved|marketed|made|supposed) (?:\w+ ){0,3}?<SORTOFDRUG>",
    r"(?:was|is|were) under ?age<END>",
    # "isn't approved for kids", "not at the approved age", "unlicensed" (but: "not meant for me")
    r"(?:not|isn'?t|isnt|aren'?t|wasn'?t|never|n'?t) (?:\w+ )?<APPROVED> ?"
    r"(?:for|in|to be (?:used|given) (?:for|in|to)|under|on|at|by)"
    r"(?! (?:me|you|a|each|every|this|long|short|the (?:price|faint)|work)\b)",
    r"not (?:at |in |of |within )?the (?:approved|indicated|authori[sz]ed) age",
    r"unapproved",
    r"unlicen[cs]ed",
    r"not for (?:my )?(?:sugar|diabetes|depression|seizures|epilepsy|blood pressure)<END>"
    r"(?! (?:patients|people))",
    # "it's actually made for seizures but", "it's officially approved for", "it's really a heart drug but I take"
    r"<ITIS> (?:<REALLY> )*<MADE> (?:only |normally |usually |just )?for (?:(?:\w+ ){1,4}?)"
    r"(?:but|though|and (?:i|my|we)|instead)(?! (?:it works|it does|so far))",
    r"(?:it'?s|it is|its|which is|is) (?:really |actually |normally |usually |officially )"
    r"(?:meant|made|approved|licen[cs]ed|marketed) for(?! (?:me|you|a|the|each|every|short|long|adults)\b)",
    r"(?:it'?s|which is|is|its) (?:really |actually |technically |originally )?(?:an?|for) (?:\w+ ){0,2}?"
    r"(?:drug|pill|med|medication|medicine|meds)(?: but|, but| though)(?: \w+){0,4}"
    r" (?:for|us\w+|take|prescribe\w*|gave|put|give)",
    # "just for weight loss, I'm not diabetic", "for my low supply", "they won't cover it because it's not"
    r"(?:just|only|purely) for weight(?: loss)?,? (?:i'?m |i am |and |as i'?m )*not (?:a )?diabetic",
    r"(?:i'?m |i am |am )?not (?:even )?(?:a )?diabetic,? (?:i |just|but|so|on it|and|only|it'?s)"
    r"(?=[^.!?]{0,40}weight)",
    r"for (?:my )?low (?:milk )?supply",
    r"(?:insurance|they) (?:\w+ )?"
    r"(?:only covers? it for|won'?t cover it (?:because|for|since) (?:it'?s|i'?m) not)",
    # "first dose Moderna, second Pfizer"; "horse paste", "goat dewormer"; "under the licensed age"
    r"(?:first|1st) (?:dose|shot) (?:was )?(?:moderna|pfizer|astra\w*)[^.]{0,40}"
    r"(?:second|2nd) (?:dose |shot )?(?:was )?(?:janssen|moderna|pfizer|j&j)",
    r"(?:horse|animal|cattle|livestock|veterinary|vet|dog|fish|goat|sheep)"
    r" (?:dewormer|wormer|antibiotics?|paste|version|medicine|ivermectin|drug|amoxicillin)",
    r"(?:dewormer|wormer) (?:paste|for)",
    r"(?:under|below|younger than) (?:the )?(?:approved |licensed |minimum )?age",
    r"(?:not|isn'?t) (?:licen[cs]ed|approved|recommended)"
    r" (?:under|for (?:kids|children|anyone|people) (?:under|his|her|that|my|over))",
)
ABUSE = (
    # "to get high", "got so stoned" (but: "people get high", "got high blood pressure"), "was high all day"
    r"(?<!people )(?<!use this drug )(?:to get|got|getting|gets|get|stay(?:ed|ing)?) (?:me |him )?"
    r"(?:really |so |super |very )?(?:high|stoned|buzzed|wasted)<ENDS>(?! <HIGHOTHERWISE>\b)",
    r"(?:was|be|been|being|am|were) (?:so |always )?(?:stoned|buzzed|wasted|high (?:on|off|as a|all (?:day|the time)))",
    # "snorted it", "shooting up oxy" (but: "pain shooting up my leg"), "crushed it and snorted"
    r"snort(?:ed|ing|s)?",
    r"recreational(?:ly)?",
    r"shoots? up (?:his|her|my|the|it|with)",
    r"shooting up (?:meth|dope|oxy\w*|heroin|pills|pain pills)",
    r"(?:was|been|started) shooting up(?! my (?:arm|leg|back|neck|spine))",
    r"shot it up",
    r"(?:crush(?:ed|ing)?|smok(?:ed|ing)|plug(?:ged|ging)|boof\w*|bang(?:ed|ing)) (?:and |it |them |up )+"
    r"(?:snort\w*|inject\w*|smok\w*|shoot\w*|shot|to get)",
    # "for fun", "chasing a buzz", "just to feel high", "popped them to party"
    r"(?:for|chasing|chase|loved?|after|wanted|need(?:ed)?|get|getting)"
    r" (?:fun|(?:the|a|a bit of a|the bit of a|a little|another) (?:buzz|high|kick|rush|euphoria|nod))<ENDS>"
    r"(?! (?:chol\w*|blood|bp|dose|fever|for|sugar|tri\w*))",
    r"just to (?:get|feel|be) (?:\w+ )?<FUN>",
    r"(?:pop(?:s|ped|ping)?|tak(?:e|ing)|took|us(?:e|ed|ing)) (?:it|them|these|those|\w+) (?:to|at|for) (?:a )?"
    r"part(?:y|ies|ying)",
    r"party drugs?",
    # "abusing my Adderall", "cough syrup to trip", "self-medicating with opioids"
    r"(?:abus(?:ed|ing|es?)|was abusing|drug abuse|substance abuse)"
    r" (?:it|them|my|the|this|pills|opi\w+|oxy\w*|adderall|benzos|xanax|percs|prescription|of)",
    r"(?:cold medicine|cough syrup|dxm|benadryl|loperamide|robo\w*) (?:to trip|trip\w*|high)",
    r"robotripping",
    r"self[- ]?medicat\w+ with (?:amphet\w+|opi\w+|benzos|heroin|oxy\w*|pills)",
    # "street Xanax", "got them from a dealer", "bought off the dark web"
    r"(?:street|dealer|black market|dark ?web|plug|dealers|off the street|on the street) <STREETDRUG>",
    r"(?:bought|buy(?:ing)?|got|getting|buys|scor(?:ed|ing)) (?:\w+ ){0,3}?(?:from (?:a |my )?(?:dealer|plug|guy)"
    r"|on the (?:street|dark ?web|black market)|off (?:the street|a guy|the dark))",
    r"street (?:\w+ )?(?:pills|percs|xanax)",
    # steroids: "ran a tren cycle", "blasting and cruising", "without a script, just"
    r"(?:ran|running|run) (?:an? )?(?:\w+ )?"
    r"(?:tren|deca|dbol|anavar|cycle|gear|test (?:and|e\b|c\b|cyp\w*|only|cycle))",
    r"blast(?:ing|ed)?(?: and cruis\w+)",
    r"(?:on a|was|were) blast(?:ing)?",
    r"(?:test|deca|tren) (?:and \w+ )?(?:run|cycle)",
    r"<STEROID> (?:only|cycle|\d+ ?(?:mg|weeks))",
    r"(?:no|without a) (?:prescription|script),? (?:or anything|just)",
    # "chewed them, it hits faster", "I'm hooked on them" near a dealer, "doctor shopping", "stole her percs"
    r"(?:chew(?:ed|ing)?|crush(?:ed|ing)?) (?:it|them)[^.]{0,20}(?:hits?|faster|high|harder)",
    r"addicted (?:within|to (?:it|them|my pills))",
    r"(?:i'?m|i am|i was|got|became|get|am|totally|completely|badly) (?:now )?(?:addicted|hooked)"
    r"(?= (?:to (?:it|them|my|these|the)|on (?:it|them|my|these)|and|within|after)|[.,!])(?=[^.!?]{0,60}<SEEKING>)",
    r"doctor[- ]shop\w*",
    r"(?:steal(?:ing)?|stole) (?:\w+ ){0,3}?(?:pills|meds|script|medication|oxy\w*|percs)",
    r"(?:not|wasn'?t) (?:my|his|her) (?:script|prescription)",
)
MISUSE = (
    # "took way more than the label", "been using extra doses"
    r"(?:<TAKE>|was using|been using) (?:\w+ ){0,3}?(?:(?:way |far |a lot |much )?more than"
    r" (?:i was (?:told|supposed|prescribed)|(?:the |my )?<RULE>|prescribed|directed|recommended|what"
    r"|you(?:'re| are) supposed|you should|allowed|they (?:say|tell))|extra (?:pills?|doses?|ones?|tablets?|half))",
    r"(?:way |far )?more than (?:prescribed|the label|directed|recommended)",
    # "took two at a time without asking", "took three when it says one"
    r"<TAKE> (?:\w+ )?<TWOORMORE>(?: or (?:\w+))?"
    r"(?: at a time| at once| of them| a day| a night| pills| tablets| instead)?(?:,| and| but)? "
    r"(?:without (?:asking|telling|my)|on my own|which (?:the|my|they|he|she) .{0,20}(?:never|didn'?t)"
    r"|(?:when|though|although|but) (?:it|the|my|they|he|she|label|bottle|box|you)\b.{0,25}"
    r"(?:says?|said|told|supposed|meant|only|allow\w*|reads) ?(?:to take )?(?:one|1|two|2|only|once)?)",
    # "took 4 or 5 at once", "I was up to twelve a day"
    r"took (?:3|three|4|four|5|five|6|six)(?: or \w+)? at (?:a time|once)",
    r"(?:i was|was|am|i'm|got|were|he'?s) up to (?:\w+ )?"
    r"(?:\d+|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)(?: or more)?(?: \w+)?"
    r"(?: a day| a night| pills| grams| at the end| per day| daily)(?! mg)",
    # "overused the spray", "using it for weeks though it says three days max", "longer than it says"
    r"over-?us(?:e|ed|ing) (?:of )?(?:it|my|the|steroids?|sprays?|painkillers|them)",
    r"(?:using|used|took|taking|been on|on|use) (?:\w+ ){0,5}?(?:even though|although|though|when|but)(?: \w+){0,4}"
    r" (?:\d+|three|five|seven|two|a few|one) (?:days?|weeks?) (?:max\w*|limit|only|at most|or less|tops)",
    r"(?:<TAKE>|been on|kept (?:on|using|taking|going)) (?:\w+ ){0,5}?longer than (?:\w+ ){0,4}?<RECOMMENDED>",
    r"longer than (?:it says|the (?:label|box|leaflet)|you'?re supposed|recommended|i should)",
    # "only taking half to make it last", "rationing my insulin to save money", "took it anyway."
    r"only taking (?:it|one|half)[^.]{0,40}(?:to (?:stretch|save|make it last)|not the)",
    r"(?:stretch(?:ed|ing)?|ration(?:ed|ing)|halv(?:ed|ing)|split(?:ting)?|spac(?:ed|ing))"
    r"(?: (?:it|them|my \w+|the \w+|out))+[^.!?]{0,40}"
    r"(?:to (?:save|make (?:it|them) last|afford)|money|afford|without (?:telling|asking)|last longer|cost)",
    r"(?:took|take|used) it any(?:how|way)(?=[^.]{0,5}[.,]|$)",
    r"(?:someone|somebody) else'?s (?:prescription|pills|meds|\w+)",
    # "upped my dose on my own", "without asking my doctor"
    r"<CHANGED>(?: (?:it|my|the|our|own|dose|dosage|meds|up))*(?: \w+){0,2}"
    r" (?:on my own|myself|by myself|without (?:asking|telling|consulting|my doctor|the doctor|talking)"
    r"|and (?:didn'?t|never) t(?:ell|old)|behind (?:his|her|the|my))",
    r"without (?:asking|telling|consulting) (?:them|him|her|anyone|(?:my|the|a|any|her|his) <DOCTOR>)",
    # "my sister's leftover antibiotics", "borrowed a few", "my neighbour gave me some of hers"
    r"(?:my|his|her|a|our)(?: \w+)? <KINDRED>(?:'s|s') (?:(?:left ?over|old|extra|spare|unused) )?"
    r"<KINDREDPILLS><ENDS>(?! (?:when|by mistake|by accident|instead))",
    r"borrow(?:ed|ing) (?:a few |some |one |two |a couple |a |my |her |his |\w+ )*(?:of )?",
    r"(?:my|a|his|her) <KINDRED> (?:gave|gives|handed|lent|slipped|offered|shared) (?:me|us) (?:\w+ )?"
    r"(?:some|one|a few|two|half|her|his|a couple|a|an|three)",
    # "bought it online", "without a prescription", "leftover amoxicillin", "not prescribed to me"
    r"bought (?:\w+ )?(?:it |some |them )?"
    r"(?:online|off (?:the )?(?:internet|ebay|facebook|a website)|from (?:mexico|india|an online|overseas))",
    r"without (?:a |any )?(?:prescription|script)",
    r"left ?over (?:antibiotics?|amoxicillin|prednisone|painkillers?|pills|meds)",
    r"not prescribed (?:to|for) (?:me|him|her)",
    r"wasn'?t prescribed",
    # "eating them like candy", "started doubling up", "kept going for 6 weeks"
    r"(?:eat(?:ing)?|ate|pop(?:ped|ping)?|tak(?:e|ing)|took|gobbl\w+) (?:\w+ ){0,3}?"
    r"like (?:candy|sweets|smarties|tic tacs|skittles|m&ms|mints)",
    r"(?:start(?:ed)?|began) doubling (?:up|it|them|the)",
    r"kept going for (?:about )?\d+ (?:weeks|months)",
)
INTERACTION = (
    # "turns out they interact" (but: "it reacts with people"), "a bad interaction", "reacted with my lithium"
    r"<BOTHOFTHEM> (?:\w+ )?(?:can |do |does |did |may |could |must have |had |have |has )?"
    r"(?:interact|react)(?:s|ed|ing)?(?= (?:with|badly|and)|[.,!]|$)"
    r"(?! (?:with (?:me|people|my (?:body|skin|kids|doctor|family|sun)|the sun|others)|badly to|well to|to))",
    r"(?:was|is|it|had|be|blamed|caused by|due to|from|of|drug|serious|bad|known|dangerous|major|awful|nasty)"
    r" (?:an? )?(?:\w+ )?(?:drug )?interaction(?! (?:checker|warning|list|with (?:my|the) (?:doctor|staff|nurse)))",
    r"(?:interact|react)(?:ed|s|ing)? (?:badly )?with"
    r" (?:my|his|her|the|it|each|other|another|\w+(?:in|ol|ine|ex|am|one|ide|ium|il))",
    r"counteract(?:s|ed)?",
    # "should never be taken together", "don't mix well with each other", "the combo made me"
    r"<SHOULDNOT> (?:be |have |have been )?(?:mix|mixed|take|taken|combine|combined|given|used|be)\w*"
    r"(?: it| them| these| those| the two| both| two)*(?: \w+)?"
    r" (?:together|at the same time|with (?:each other|one another)|in combination|simultaneously)",
    r"(?:don'?t|doesn'?t|do not|not|didn'?t) (?:go|mix|play|get along|sit)(?: (?:well|nicely|good))?"
    r"(?: together| with (?:each other|my (?!doctor|stomach|body|life)|the (?:other|\w+in|\w+ol))) ?"
    r"(?=[.,!;]|$| and| so)",
    r"<THEMIX> (?:\w+ )?(?:is|are|was|were|of (?:the )?(?:two|these|those|both)|<DID>|knocked|dropped|raised)"
    r"(?: (?:is|was|<DID>|not|a|bad|terrible|worse|too|my|me|him|her))+",
    # "those two together", "on both at once", "same pharmacy filled both"
    r"(?:those|these|the|both) (?:two|three|2|3)(?: \w+)? (?:together|combined)",
    r"(?:from|of|with|because of|taking|took|on) (?:the two|both)(?: of them| drugs| meds)?"
    r" (?:together|at once|at the same time|combined)",
    r"two (?:drugs|meds|medicines|pills) together",
    r"same (?:pharmacy|doctor) (?:filled|prescribed|wrote) both",
    r"(?:all )?three together",
    # "it was the Zoloft combined with", "mixing it with tramadol" (but: "mixed it with yogurt")
    r"(?:it was|was|is|from) (?:the )?\w+ (?:together|combined|mixed|mixing) with",
    r"(?:mix(?:ing|ed)?|combin(?:ing|ed)|interact(?:ing|ed)) (?:(?:it|this|them|the|my|those|these|two|that) )*"
    r"(?:\w+ )?(?:with|and|\+|w/) "
    r"(?!yogurt|juice|water|food|apple|milk|a spoon|the powder|feelings|other (?:things|hobbies))",
    r"together with the \w+ (?:that|it|made|caused|gave)",
    # "nobody checked the combination", "don't take tramadol if you're on", "all four together"
    r"(?:nobody|no one) (?:looked at|checked)(?! the bottle)(?: the combination)?",
    r"looked at the combination",
    r"got \w+ and \w+ from (?:two )?different (?:doctors|docs|clinics)",
    r"(?:please )?don'?t take \w+ (?:with|while on|if you(?:'re| are) on)",
    r"all four together",
    # "after two glasses of wine", "had a beer that evening", "on top of all the vodka", "alcohol and this"
    r"(?:after|with|over|on top of|plus|mixed (?:it )?with) <DRINKS>",
    r"(?:had|drank|drinking|drink|took) <DRINKS>(?: \w+)?"
    r" (?:with it|on it|that (?:evening|night|day)|while (?:on|taking)"
    r"|on (?:this|my|the|\w+(?:in|ol|am|yl|ex|ax|ien|one|ine))|and <PASSEDOUT>)",
    r"on top of (?:like |about |the |my |all the |\d+ |\w+ )*(?:beers?|drinks|wine|vodka|alcohol|xanax|opi\w+)",
    r"(?:a lot of|some|lots of|too much) (?:wine|beer|alcohol|vodka|whisk\w+) (?:with it|on it|on top)",
    r"(?:drank|drinking|had|drink|mixed it with) (?:\w+ )?(?:alcohol|booze|wine|vodka|beer|whisk\w+|liquor)"
    r" (?:with|on|while|and|plus)(?= (?:it|this|\w+))",
    r"alcohol (?:and|with|plus|mixed|on top)(?= (?:it|this|my|the|\w+ (?:made|knocked|gave)))",
    # "drank grapefruit juice" (but: "the grapefruit scent"), "grapefruit makes it"
    r"(?:eat|eating|ate|drink|drinking|drank|and|with|had|from|the) (?:a |the |some |all the |my |daily )?grapefruit"
    r"(?! (?:scent|flavo|smell|size|oil|seed))",
    r"grapefruit (?:juice )?(?:and|with|made|makes|raised|boost\w*|interact\w*|does|pushes)",
    # "cancelled out my birth control", "blocks each other", "sent my warfarin level through the roof"
    r"<WEAKENED> (?:out )?(?:my |the |his |her )?(?:birth control )?(?:pill|implant|birth control|contracepti\w+)<END>"
    r"(?! (?:because|at|last|in|taking))",
    r"<WEAKENED> (?:out )?(?:my |the |his |her )?each other",
    r"<RAISED> (?:my |his |her |the |its )?<DRUGLEVEL> (?:way |level |so |too |sky |through |much |go |far )*"
    r"(?:up(?! to)|high(?:er)?|the roof|stronger|too strong|toxic)",
    r"works against",
    r"cancel(?:s|ed)? (?:each other|it) out",
    # "the Zoloft on top of the tramadol caused", "take it with my warfarin", "thins the blood too"
    r"(?:the|my|his|her) \w+ (?:plus|with|on top of) (?:the|my|his|her) \w+"
    r" (?:slowed|dropped|raised|caused|made|gave|did it|is what|was what|sent|nearly|almost|together)",
    r"(?:took|take|taken|taking|had) (?:it|this|that|them) with (?:my |his |her )?<KNOWNDRUG>",
    r"thins? the blood (?:too|as well)",
    r"the one (?:\w+ )?(?:stops|pushes|raises|blocks|slows|on top of|makes|boosts|cancels)",
    r"makes? (?:it|the \w+) (?:stronger|work less|less effective)",
    # "raised the digoxin level", "makes my statin way too strong"
    r"(?:raised|increases|increased) the (?:\w+ )?level",
    r"(?:made|makes|making) (?:my |the |his |her )?(?:\w+ )?<OTHERDRUG> (?:way |much |far |too )*"
    r"(?:strong(?:er)?|weak(?:er)?|toxic|build up|useless|ineffective|less)",
)
OCCUPATIONAL = (
    # "spilled some on my arm" and later "I'm a nurse", or the other way round
    r"<SPILLED>(?: \w+){0,5}? (?:on|down|over|onto|in|into|up) (?:(?:my|his|her|the) )?(?:\w+ )?<SKIN>"
    r"(?=.{0,250}\b<ATWORK>)",
    r"<ATWORK>\b[^!?]{0,120}?\b<SPILLEDONME>(?: (?!by (?:the|a) price)\w+){0,5}?"
    r" (?:on|in|into|over|onto|myself|with) (?:my|the|his|her|a)? ?(?:\w+ )?<SKINORNEEDLE>",
    # "breathing in the powder" at the lab, "inhaled waste gas"
    r"(?:breath(?:e|ed|ing)|smell(?:ing)?|inhal\w+|handl(?:e|ed|ing)|touch(?:ed|ing)|crush(?:ed|ing)) (?:in )?"
    r"(?:(?:the|some|a lot of|all that|these|those) )*"
    r"(?:isoflurane|sevoflurane|fumes|gas(?:es)?|dust|powder|chemo\w*|vapou?rs?)\b(?=[^!?]{0,120}\b<ATWORK>)",
    r"(?:breath(?:e|ed|ing)|inhal\w+)(?: in)? (?:the )?"
    r"(?:isoflurane|sevoflurane|waste gas\w*|anesthetic gas\w*)",
    r"<ATWORK>[^!?]{0,60} (?:breathing in|inhal(?:ed|ing)) ",
    # "the vial burst on me", "a needlestick", "poked myself while drawing it up for a patient"
    r"(?:burst|leaked|sprayed|broke|splashed|squirted) on me(?: at work)?",
    r"needle ?-?stick",
    r"(?:stuck|poked|jabbed|pricked|stabbed|injected) (?:<SELF>|my (?:own )?(?:finger|hand|thumb))(?: \w+){0,4}"
    r"(?: while| when| giving| after| at work| drawing| recapping)(?=[^.!?]{0,60}<PATIENT>)",
    # "splashed it at work", "occupational exposure", "exposed to it through my job"
    r"(?:splash(?:ed)?|exposed|spill(?:ed)?)(?: \S+){0,6}"
    r" (?:at work|on the job|while working|on my (?:arm|hand|skin|gloves?))",
    r"occupational exposure",
    r"(?:got|spilled) \w+ on my (?:arm|hand|skin|face)(?=.{0,40}(?:eye|glove|work|shift|patient))",
    r"exposed to (?:it|the \w+|\w+) (?:at|through|from|in my) (?:work|my (?:job|work))",
)
SITUATIONS = table(
    ("overdose", *spelled(*OVERDOSE)),
    ("medication_error", *spelled(*MEDICATION_ERROR)),
    ("off_label_use", *spelled(*OFF_LABEL)),
    ("abuse", *spelled(*ABUSE)),
    ("misuse", *spelled(*MISUSE)),
    ("drug_interaction", *spelled(*INTERACTION)),
    ("occupational_exposure", *spelled(*OCCUPATIONAL)),
)
# What an error, an overdose, abuse or an interaction behind these words is not: asked, feared, avoided or supposed.
_ASKED = (
    # only supposed: "if", "in case", "unless"
    r"if|in case|unless",
    # asked: "what would happen", "how many", "can I", "is it safe", "okay to"
    r"what (?:happens|would happen|will happen)|how (?:many|much)|what (?:is|would be)",
    r"can (?:i|you|people|we)|should i|could i|do people|does anyone|anyone",
    r"is it (?:safe|ok|okay|bad)|ok(?:ay)? to|safe to",
    # feared or avoided: "to avoid", "scared of", "risk of", "be careful"
    r"to avoid|avoid\w*|prevent\w*|afraid of|worried|scared of|fear of|risks? of|warn\w*|haven'?t|be careful|careful",
    # found in time: "caught", "checked for", "before I took", "almost"
    r"caught|checked (?:for|the)|check for|before i took|almost|nearly",
    # in general: "people who", "potential", "are there", "looked up", "so I don't"
    r"people who|those who|for people|potential|possible|any|are there|look(?:ed|ing)? (?:up|for)",
    r"so i (?:don'?t|didn'?t|never)|you (?:can|might|could|should)",
    r"(?:might|could|may|would|will) (?:be |have )?|use to",
    # "thought it was", "thought I had"
    r"thought (?:it was|i (?:had|was))",
)
SUPPOSED = re.compile(
    rf"\b(?:{'|'.join(_ASKED)})\b[^.;!?]{{0,30}}$|"
    r"\b(?:never|don'?t|do not|didn'?t|did not|nobody|not|no one)\b(?: \w+){0,3} ?$|" + NEGATED.pattern
)

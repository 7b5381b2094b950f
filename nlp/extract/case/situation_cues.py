"""Words of special situations (EMA GVP VI.B.6): use in pregnancy, errors, no effect and the like. Data only."""

from __future__ import annotations

import re

from nlp.extract.case.reader import table

_NOT = r"(?:did ?n'?t|did not|does ?n'?t|does not|do not|don'?t|dont|doesnt|didnt|wo ?n'?t|would ?n'?t|never|has ?n'?t|hasn'?t|have ?n'?t|is ?n'?t|isnt|was ?n'?t|wasnt|were ?n'?t|are ?n'?t|ain'?t|can'?t say it)"
_AS_WAS = r"(?:the )?same(?: as (?:before|ever))?"

LACK_OF_EFFICACY = (
    r"(?:did|does|doing|done|has done|have done|it'?s done|is doing)(?: absolutely| almost| literally| pretty much| exactly| basically)? (?:nothing|zero|zip|nada|squat|jack)(?! (?:but|like|bad|wrong|for (?:hours|days)))",
    rf"{_NOT}(?: \w+){{0,2}}? (?:work(?:ing|ed)?(?! out| for everyone| with)|help(?:ing|ed)?(?! (?:with that|matters))|touch(?:ing|ed)?|do (?:a|one|any) (?:\w+ )?thing|do (?:anything|much|enough|squat|jack)|doing (?:anything|much)|done anything|did anything|fix(?:ed)?|hold (?:the|my|him|her)|get (?:the \w+) (?:low|under)|bring (?:it|the|my) \w* ?down|clear(?:ed)? (?:it|up|my|the))(?! (?:to (?:me|us)|it was))",
    r"(?:stop(?:s|ped)|quit|quits|no longer|not) (?:working|work(?:s|ing)|doing anything|doing much|helping|on me)(?! (?:out|at the|because|in the|as a|full|days|hours|nights))",
    r"no (?:relief|effect(?! on)|help(?! (?:from|with|second))|benefit|luck)|zero (?:effect|relief|benefit|help|results)",
    r"(?<!i'm )(?<!i am )(?<!im )(?<!was )(?:useless|worthless|ineffective)|like (?:taking nothing|water|candy|tic ?tacs|lollies|sweets)|as well be (?:candy|lollies|sugar|water|\w+)|(?:quit|gave up) on me",
    r"fail(?:ed|ing) (?:me|us|both|\w+(?:,| and)|every|all|several|two|three|on)|both failed|none of (?:it|them|those|these) (?:\w+ )?(?:did anything|worked|helped|works|helps|touched)|neither (?:one )?(?:did anything|helped|worked)|nothing (?:else )?(?:has )?(?:ever )?(?:worked|helped)(?! (?:until|like|this|as|except|so|till|my))",
    r"(?:got|became|gotten) pregnant (?:on|with|while on) (?:the|my|it|this)|(?:didn'?t|did not|don'?t) (?:notice|feel) (?:any (?:change|difference|effect|better|benefit)|a difference)|(?:could|can) not tell i (?:had|have|was)|never (?:cleared|worked|helped|touched|brought|fixed)",
)
# What tells no effect only where a relation says so of a complaint in the same sentence.
UNCHANGED = re.compile(
    rf"(?<![\w'])(?:(?:is|are|was|were|stayed|remain(?:s|ed)|about|just|exactly)(?: still| about| exactly| just| all| really)? {_AS_WAS}|no (?:improvement|difference|change|better|response)|(?:made|makes|making) no (?:\w+ )?difference|still (?:have|had|having|get|getting|got|there|no)|same as (?:before|ever)|"
    r"(?:as \w+ as (?:before|ever))|stayed|nothing (?:yet|happened|changed)|nothing|not (?:enough|any better|at all)|wasn'?t enough|got (?:no better|worse)|no better|kept (?:coming|getting)|hasn'?t changed|didn'?t (?:improve|change)|never changed)(?![\w'])"
)
PREGNANCY = (
    r"(?:i'?m|i am|i was|im|she is|she'?s|wife is|was|am|already|found out (?:i was|i'?m|i am)|out i am|out i was|while|still|got|became|\d+ (?:weeks?|wks?|months?|mos?)|wks?|weeks?)(?: already| only| about| currently| now| also)?(?: \d+ (?:weeks?|wks?|months?))? (?:pregnant|preggo|expecting)(?! (?:women|woman))",
    r"\d+ (?:weeks?|wks?|mo) (?:pregnant|along|gestation|here)|\d+ wks?(?= (?:pregnant|pt))|pregnant (?:pt|patient|lady|with (?:my|our|twins|#|number|baby|no))|pregnant,? \d+ (?:weeks|wks)",
    r"(?:during|throughout|through|whole|all|this|last|first|second|third|entire) (?:my |the |this |last |first |second |third |whole |entire )*(?:pregnancy|trimester)(?! (?:was|years ago|i was|test))|(?:second|third|first) trimester(?: here)?",
    r"due in (?:january|february|march|april|may|june|july|august|september|october|november|december)|before i knew(?= |\.|,)(?!.{0,20}(?:it|what|how))|in utero",
)
LACTATION = (
    r"breast ?-?f(?:ee|e)d(?:ing|s)?|breast ?fed|(?:am|i'm|im|was|still|while|exclusively|of|is) nursing(?! (?:home|school|student|assistant|degree|job|staff))|nursing (?:a|my|her|him|our|baby|the baby|mom|mother)|pump(?:ing|ed)? (?:milk|and dump)|breast ?milk|in (?:the|my) milk",
)
OVERDOSE = (
    r"overdosed?(?! (?:on (?:\w+ )?(?:cookies|chocolate|sugar|candy|turkey|news|tv)|training|and handed))(?<!in an overdose)|overdosing|od'd|took (?:too many|too much|the whole (?:bottle|pack)|twice the dose|double (?:the|my) dose|the rest of the bottle)|double[- ]dosed?",
    r"(?:\d+|two|three|four|five|ten) times (?:his|her|my) (?:normal |usual |prescribed )?dose|(?:paramedics|ems|they) gave (?:\w+ )?narcan|poison control|(?:got into|swallowed|ate) (?:the |my |a |\d+ |\w+ )(?:bottle|pills|melatonin|gummies|tablets|\d+|of (?:my|grandpa|grandma|his|her|the|dad|mom)(?:'s)?)|took the whole bottle",
    r"took (?:it|my \w+|\w+) twice(?= (?:by|this|today|because|in a row|without|last))|there were \w+ patches on|ate \d+ (?:\w+ )?(?:gummies|pills|tablets)|forgot (?:i|that i) (?:did|had taken|took) it",
)
MEDICATION_ERROR = (
    r"(?:wrong|incorrect) (?:drug|dose|pills?|medication|medicine|meds?|strength|vaccine|vial|patient|prescription|bottle|insulin|arm|site|one|time|person)|by (?:mistake|accident)|in error|(?:an|their|pharmacy|dosing|medication) (?:error|mistake)|mistakenly|erroneous\w*",
    r"accident(?:al|ally|ly) (?:took|gave|given|taken|injected|double\w*|swallowed|used|put|skipped)|(?:gave|given|handed|dispensed|sent) (?:me |him |her )?the wrong|mixed (?:up|them up|the two up) ?(?:my|the|his|her)?(?=\W)|mix-?up|(?:gave|handed|sent|filled|dispensed)(?: (?:me|him|her|us|it with))? (?:\w+ ){1,3}instead of(?! the)|meant for (?:the|another|someone|somebody|my|a)\b|prescribed the wrong|expired (?:dose|vaccine|product|lot)",
    r"misread the (?:bottle|label|chart|syringe)|(?:the )?label (?:still )?said|printed (?:on|\w+ \d+|take)|nobody (?:checked the (?:dose|list)|(?:ever )?recalculated)|and nobody noticed(?= |\.)(?! till)|(?:told|warned) them (?:twice|already)|on (?:my|her|his) (?:chart|list|file) and they|has tylenol in it|have tylenol in (?:it|them)|same (?:stuff|ingredient) in both",
    r"instead of (?:weekly|daily|once a|lantus|the long|my long)|(?:given|administered|scanned) (?:\w+ )?instead|too (?:soon|early) after|should have (?:been (?:on|given)|said)|should have had (?!something)|should(?:n'?t| not) have (?:had|been (?:given|put|on))|dose was too (?:high|much|strong) for (?:his|her|my)|too much for (?:his|her|my) (?:kidneys|liver|weight|size)|(?:ran|pushed|infused) (?:it |them )?too fast|given too (?:fast|high)|counted (?:the carbs|it) wrong",
    r"forgot (?:i|that i|he|she) (?:did|took|had taken|already)|forgot to (?:take (?:it|the old|the patch) off|take off the|tell (?:me|us)|shake|mix)|took (?:it|my \w+) twice|(?:chewed|bit) (?:one|it|them|the (?:pill|capsule|tablet))(?= because)|(?:didn'?t|did not|don'?t) take (?:off )?(?:the )?old (?:one|patch)s?(?: off)?|wasn'?t mixed|not mixed|\w+ given, \w+ ordered|given \d+ days after|given (?:early|late)|not (?:indicated|approved) for (?:his|her|that) age",
)
OFF_LABEL = (r"off[- ]?label|not (?:approved|labeled|licensed|indicated) for",)
ABUSE = (
    r"(?:to get|got|getting|gets|get) (?:really |so )?high(?! (?:blood|bp|sugar|chol|pressure|fever|number))|snort(?:ed|ing|s)?|recreational(?:ly)?|shoots? up (?:his|her|my|the)|shooting up|shot it up|crushed and|not my script|for (?:fun|the buzz|the high)(?= |\.|,)(?! (?:chol|blood|bp))|abus(?:e|ed|ing) (?:it|them|\w+)",
    r"(?:ran|running|run) (?:a )?(?:\w+ )?(?:tren|test|deca|dbol|anavar|cycle|gear)|blast(?:ing|ed)?(?: and cruis\w+)?|(?:test|deca|tren) (?:and \w+ )?(?:run|cycle)|street (?:\w+ )?(?:pills|percs|xanax)|addicted to (?:my|them|it|oxy\w*|adderall)",
)
MISUSE = (
    r"(?:took|taking|take|popping|using) (?:more|extra) (?:than|pills?|doses?|of it)|more than (?:prescribed|i should|the (?:label|box|bottle)|i was (?:told|supposed)|my script)|(?:someone|somebody) else'?s (?:prescription|pills|meds|\w+)|(?:my|his|her) \w+'s (?:leftover|old|extra|left over)|borrowed|(?:my|his|her) (?:roommate|friend|sister|brother|mom|mother|husband|wife|neighbou?r|dad|buddy|cousin)'?s (?:adderall|pills|meds|prescription|script|\w+(?:in|ol|am|ex|ax|ine))(?= )",
    r"(?:my|a) (?:sister|friend|roommate|mother|mom|neighbou?r|brother|coworker|buddy) (?:gave|gives|handed) me (?:some|one|a few|two|half)|bought (?:\w+ )?(?:it |some )?(?:online|on the street|off)|without (?:a )?(?:prescription|script)|longer than (?:it says|the (?:label|box|leaflet))|doctor shop\w*",
)
INTERACTION = (
    r"interact(?:s|ed|ion|ions|ing)(?: with| between)?|(?:shouldn'?t|should not|should never|not supposed to|never) (?:be |have been )?(?:mix|mixed|take|taken|combine|combined|given|used)\w*(?: it| them| these| those)? (?:with|together)|can'?t (?:be taken|take it) together|(?:don'?t|not) go (?:well )?together|(?:together|combo|combination|two drugs|two together) (?:is|are|was|were) (?:not|a (?:bad|terrible)|worse|too)",
    r"(?:those|these) two (?:\w+ )?(?:together|combined)|two (?:drugs|meds|medicines|pills) together|(?:all )?three together|(?:it was|was|is|from) (?:the )?\w+ (?:together|combined|mixed|mixing) with|mixing with(?: the \w+)?|together with the \w+ (?:that|it|made|caused|gave)|(?:raised|pushes) it|(?:nobody|no one) (?:looked at|checked)(?! the bottle)(?: the combination)?|looked at the combination",
    r"(?:eat|drink|drank|and|with) grapefruit|(?:raised|raises|pushes|pushed|makes) (?:it|the \w+|my \w+)(?: levels?)? (?:way |level )?(?:go )?up(?! to)|(?:raised|increases|increased) the (?:\w+ )?level|works against|makes? (?:it|the \w+) (?:stronger|work less|less effective)|cancel(?:s|ed)? (?:each other|it) out|(?:had|took|drank) (?:two|\d|a couple of|a few) (?:beers|drinks|glasses)",
)
OCCUPATIONAL = (
    r"(?:burst|leaked|sprayed|broke|splashed|squirted) on me(?: at work)?|(?:needle ?-?stick|splash(?:ed)?|exposed|spill(?:ed)?)(?: \S+){0,6} (?:at work|on the job|while working|on my (?:arm|hand|skin|gloves?))|(?:got|spilled) \w+ on my (?:arm|hand|skin|face)(?=.{0,40}(?:eye|glove|work|shift|patient))",
)
SITUATIONS = table(
    ("overdose", *OVERDOSE),
    ("medication_error", *MEDICATION_ERROR),
    ("off_label_use", *OFF_LABEL),
    ("abuse", *ABUSE),
    ("misuse", *MISUSE),
    ("lack_of_efficacy", *LACK_OF_EFFICACY),
    ("drug_interaction", *INTERACTION),
    ("occupational_exposure", *OCCUPATIONAL),
)
PREGNANT = re.compile(rf"(?<![\w'])(?:{'|'.join(PREGNANCY)})(?![\w'])")
# Weeks are weeks of a pregnancy only in a text that speaks of one.
EXPECTING = re.compile(
    r"\b(?:pregnan\w+|trimester|ob|obgyn|midwife|preeclampsia|baby (?:girl|boy|came|was born)|contractions|preterm|nicu|due date|my bump|nst|ultrasound|gestation\w*|delivered|progesterone|abrysvo)\b"
)
WEEKS = re.compile(
    r"(?<![\w'])(?:at|was|am|i'm|im|from week|^|only) ?\d+ (?:weeks|wks|to week \d+)(?! (?:post|out|in|now|on|later|after|since|clean|sober|ago|old|of|off|and))|when i was \d+ weeks"
)
LACTATING = re.compile(rf"(?<![\w'])(?:{'|'.join(LACTATION)})(?![\w'])")
NOT_NOW = re.compile(
    r"\b(?:not|n't|like|had|have|except when|you|cousin|how long|is (?:it|this)|safe|trying to (?:get|be|become|conceive)|want(?:ed|s)? to (?:get|be|become)|plan(?:ning|s)?(?: to)?(?: get| be)?|if (?:i|you|she)(?: ever)?(?: get| am| become| were| was)?|before|after|when i (?:want|decide) to|could (?:get|be|become)|can(?:'t|not)? (?:get|be|become)|to (?:get|become|be)|anyone|women who are|"
    r"like (?:i was|i'm)|feel|look(?:ed|s)?|never(?: been)?|ever (?:get|be)|while you(?:'re| are)|no longer|prevent(?:s|ing)?|avoid(?:ing)?|for)(?: \w+){0,2}\s*$"
)

"""Words that make an event serious (ICH E2A II.B), and the thoughts that cannot wait. Data only.

Patterns run over lower-cased text with straight apostrophes (`nlp.extract.assertion.normalise`). An ER visit without
admission is medically important; admission is hospitalisation.
"""

from __future__ import annotations

import re

from nlp.extract.case.reader import NEGATED, table

_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|another|a few|several|a couple(?: of)?|(?:a )?couple)"
_STAY = rf"(?:for )?(?:{_N} )(?:\w+ )?(?:nights?|days?|weeks?|months?)"
_PERSON = r"(?:me|him|her|them|us|my \w+|mom|dad)"
_WARD = r"(?:(?:the |a |an )?(?:\S+ ){0,2}?(?:hospital|icu|micu|picu|nicu|ccu|intensive care|burn unit|psych(?:iatric)? (?:ward|unit|hospital|floor)|isolation|step-?down|telemetry|general))"
_WHO = r"(?:he|she|they|baby|patient|pt|mom|mum|mother|dad|father|husband|wife|son|daughter|brother|sister|aunt|uncle|partner|friend|grand\w+|neighbou?r)"

HOSPITALISATION = (
    r"(?:re-?)?admitted(?: to| for| overnight| \d| x)?(?! (?:that|it|he|she|i|they)\b)|hospital admission",
    r"hospitali[sz](?:ed|ation)s?",
    rf"{_STAY} (?:\w+ )?(?:in|at|on) (?:the )?(?:{_WARD}|there|hospital|heart monitor|monitor|\w+ floor|ward)",
    rf"(?:in|into|at) (?:the )?{_WARD}(?: (?:for(?! (?:a |my |his |her )?(?:planned|scheduled|elective|surgery|delivery|\w+ (?:replacement|surgery)))|twice|overnight|again|because|with|now|at first|over)| {_STAY})",
    rf"(?:was|were|am|is|been|be|stayed|ended up|landed|wound up|put {_PERSON}|spent .{{1,25}}?|back|still) (?:back )?in (?:the )?{_WARD}(?!\s+(?:parking|pharmacy|cafeteria|for (?:a |my |his |her )?(?:planned|scheduled|elective|surgery|delivery|\w+ (?:replacement|surgery))))",
    rf"(?:icu|micu|picu|nicu|intensive care|burn unit)(?:,? (?:for )?{_N} (?:nights?|days?|weeks?))?",
    rf"in hospital(?: (?:for|twice|overnight|again))?|inpatient|in (?:there|for) {_STAY}",
    rf"{_STAY} in there|in there (?:for )?{_N} (?:nights?|days?)|(?:has been|have been|was|were|been|is) (?:still )?there (?:for )?{_N} (?:\w+ )?(?:nights?|days?|weeks?)|(?:was|were) in (?:for )?{_N} (?:nights?|days?)",
    r"(?:transferred|airlifted|flown|medevac'?d|life ?flighted|referred) (?:over |out )?to (?:the |a )?(?:\S+ )?(?:hospital|icu|intensive care|burn unit)|(?:spent|stayed) (?:the|that) (?:whole )?(?:night|weekend|week) (?:in|at|on) (?:the |a )?(?:hospital|er\b|ward|\w+ (?:ward|unit|floor))",
    rf"(?:kept|held|put|had) {_PERSON} (?:on|in|at) (?:the |a )?(?:\w+ )?(?:ward|icu|hospital|intensive care|telemetry|psych\w* unit)|(?:spent|on|in) .{{1,15}} on (?:the |a )(?:\w+ )?ward|(?:on|to) (?:the |a )(?:cardiac|heart|stroke|psych\w*|medical|surgical|children'?s|maternity|respiratory|locked) ward",
    rf"{_N} days? of (?:\w+ ){{1,3}}(?:at|in) (?:\S+ ){{0,3}}hospital|(?:hospital|icu) stay|in and out of (?:the )?hospital|{_N} (?:\w+ )?(?:nights?|days?) (?:wired|hooked(?: up)?) to (?:a |the )?(?:\w+ )?monitor|(?:actually|currently|now|still) in the hospital|transported to (?:the )?hospital(?=[^.]{{0,40}}(?:admit|night|days))|would(?:n'?t| not) let (?:me|him|her) go home|transferred (?:me |him |her )?by (?:helicopter|air)|admits|{_N} more (?:days |nights )?in (?:the )?hospital|discharged (?:home )?(?:from (?:the )?hospital|after {_N} (?:nights?|days?))|(?:psych|psychiatric|5150|72[- ]hour) hold|(?:got|was|were|been) (?:sectioned|committed)|checked (?:my|him|her)self in(?:to)?",
    rf"(?:(?:kept|keep|keeping|held|watched|observed) {_PERSON}|(?:was|were|got|been|is|stayed|^) ?(?:kept|held|watched))(?: \w+){{0,4}}? (?:overnight|{_STAY}|till the next|until the next|for observation|over the weekend)(?! (?:from|of))",
    rf"kept (?:overnight|in overnight)|kept {_PERSON} in\b|kept {_PERSON} on a .{{1,25}} overnight",
    rf"(?:put|took|take|sent) {_PERSON} back in(?: for)?|back in for {_STAY}|overnight (?:stay|in the (?:er|hospital))|{_N} extra days in",
    r"at (?:the )?hospital (?:overnight|for (?:a|two|three|\d+) (?:nights?|days?))",
    rf"stayed {_STAY}(?! home)|{_STAY} (?:there )?on (?:fluids|iv)",
)
LIFE_THREATENING = (
    r"life[- ]threatening|on life support|intubat\w+|ventilator|breathing (?:machine|tube)|(?:put )?a tube (?:down|in) (?:my|his|her) throat|with a tube",
    r"(?:nearly|almost|about|practically|damn near) (?:died(?! (?:laughing|of (?:laughter|embarrassment|boredom|shame)))|kill(?:ed|s) (?:me|him|her)|dead|bled (?:out|to death))|(?:could|might|would) (?:have|of|'ve) (?:died|killed (?:me|him|her)|stopped)|(?:nearly|almost|close to) dying|near death(?! experience)|(?:lucky|glad|thankful|grateful|amazed) (?:to be|i'?m|i am|he'?s|she'?s|he is|she is) (?:still )?alive|fight(?:ing)? for (?:my|his|her) life|(?:in|was) critical(?: condition|ly ill)",
    r"(?:said|say|told \w+(?: \w+)?|warned \w+)(?: that)? (?:i|he|she|we) (?:could|might|would|was going to|may) die|(?:call|called|get|gather)(?: in)? (?:the |my |his |her )?family(?= |\.|,|$)(?! (?:doctor|dr|physician|practice|medicine))|last rites|talking about (?:a )?transplant|needs? a (?:liver|kidney|heart) transplant",
    r"(?:stopped|quit) breathing|(?:not|wasn'?t|isn'?t|hardly|barely) breathing|breathing maybe|lips (?:were |was |turned |went |had gone )?blue|blue lips|turn(?:ed|ing) blue",
    r"resuscitat\w+|(?:did|gave|started|doing|needed) cpr|cpr in progress|respiratory (?:arrest|failure)|flat ?lined|(?:kept forgetting|forgets) to breathe|(?:days|hours|weeks|months) to live(?! with)|throat would have closed|breathe for (?:me|him|her)|on a vent|(?:multi-?)?organ failure|(?:organs|kidneys and liver) (?:were |are |was |started |began )?(?:shutting down|failing|to (?:fail|shut down))|cardiac arrest|heart (?:had |has )?stopped|shocked back|defibrillat\w+|shocked (?:my|his|her) heart|coded\b|unresponsive (?:and|with|,) (?:not breathing|no pulse|pulseless)|code blue",
    r"(?:two|2|three|3|second|another|multiple|several|more) (?:\w+ ){0,3}(?:epinephrine|epi ?-?pens?|adrenaline)|narcan|naloxone",
    r"lost (?:a|\d|two|three|half a|\w+) (?:lit(?:er|re)s?|units|pints?) of blood|had \d units",
    r"septic shock|anaphylactic shock|went into shock",
)
_CANNOT = r"(?:can'?t|cannot|couldn'?t|could not|can not|unable to|wasn'?t able to|not able to|haven'?t been able to|hasn'?t been able to)(?: even)?"
_LONG = rf"(?:for (?:about |over |almost |nearly )?(?:{_N} )?(?:\w+ )?(?:days|weeks?|months?|years?)|(?:for|until) (?:good|now)|any ?more|to this day|ever since|since|by myself)"
DISABILITY = (
    rf"{_CANNOT} (?:go (?:back )?to work|work(?! out)|use (?:my|her|his) (?:\w+ )?(?:arms?|hands?|legs?)|do for (?:my|him|her)self|care for (?:my|him|her)|take care of (?:my|him|her))",
    rf"{_CANNOT} (?:walk|stand|sit(?: up)?|function|get (?:out of|off|up)|feed|dress|climb|shower|lift|rise)\b[^.;!?]{{0,30}}? {_LONG}",
    rf"{_CANNOT} (?:\w+ ){{1,6}}?without (?:help|assistance|someone|somebody|my (?:wife|husband|son|daughter|mom|mother)|a (?:\w+ )?(?:bar|cane|walker|rail)|holding on)|{_CANNOT} (?:\w+ ){{1,6}}?(?:on|by) (?:my|his|her) own|unable to get (?:up|out of bed)|prevented (?:me|him|her) from (?:getting up|walking|working|eating|drinking|performing|doing)|not being able to (?:walk|get (?:up|to)|stand|work)|leave of absence|struggles? to (?:speak|walk|swallow)|unable to walk|just laid there",
    rf"(?:laid|lay|lying|stuck|confined|stayed) (?:in|to) (?:my |his |her )?bed (?:for |a |the )*(?:\w+ )?(?:{_N} )?(?:\w+ )?(?:days|weeks|months)|in bed (?:for )?{_N} (?:\w+ )?(?:weeks?|months?)|had to do everything(?: for (?:me|him|her))?(?= |\.|,|$)",
    r"(?:lost|loss of|losing) (?:the |all |most of (?:the |my )|my |his |her )?(?:sight|vision|eyesight|hearing)\b(?! (?:for a (?:few )?(?:second|minute|moment))|briefly)|(?:went|gone|going|now|permanently|legally) (?:blind|deaf)|blind in (?:one|my|his|her|the)|(?:nerve|brain|hearing|vision) damage is permanent|permanent (?:\w+ )?(?:damage|injury|disability|loss)|had to learn to walk",
    r"(?:doesn'?t|does not|no longer) walks?(?= |\.)(?! yet)|(?:needs?|needed|had to have) help (?:with|to) (?:the )?(?:toilet|bathroom|dress\w*|shower\w*|eat\w*|walk\w*|get\w*)|had to (?:lift|carry|feed|dress) (?:me|him|her)",
    r"(?:off|out of) work (?:for|since|until|till|now|sick|a (?:week|month|year)|\d|two|three|four|five|six)|(?:weeks?|months?|year) (?:off|out of) work|(?:missed (?:\w+ )?(?:weeks?|months?) of|lost (?:a|two|three|\d+|six) (?:weeks?|months?) (?:of|from)) (?:work|school)|not back (?:at|to) work|on (?:short[- ]term |long[- ]term )?disability|signed (?:me )?off(?: work| sick)?|(?:on|took|take|put on) (?:sick|medical) leave|(?:on|using|walk with|need) crutches",
    r"lost (?:my|his|her) job (?:because|over|due|from|for it)|(?:had to|have to|having to) (?:leave|give up|quit|stop) (?:my|his|her) (?:job|work|career)|(?:give|gave|giving) up (?:my|his|her) (?:job|work)|had to (?:stop working|quit working|retire|drop (?:out|\w+ classes))",
    r"(?:it'?s|is|are|now|'s) permanent|(?:blind|deaf|paraly[sz]ed)\b[^.]{0,30}permanent\w*|(?:needs?|needed|uses?|using|use|ended up in|i'?m in|is in|still in|now in|put (?:me|him|her) in) (?:a |the )?(?:wheel ?chair|chair now)|(?:been|am|now) in a wheel ?chair|in a wheel ?chair (?:for|ever since|since|until|till|now|because|by)|uses a (?:chair|walker)|bed ?-?ridden|bed ?-?bound|house ?-?bound|permanent(?:ly)? disab\w+|(?:take|took|taken) the (?:leg|foot|arm) off|amputat\w+",
)
CONGENITAL = (
    r"(?:baby|son|daughter|he|she|child|twins?|boy|girl|infant|newborn|one|grandson|granddaughter)(?:'s)?(?: \w+){0,2}? (?:born (?:\w+ ){0,3}?with(?! it))|(?:birth|congenital) (?:defect|anomaly|malformation)s? from (?:the|my|her|it)|congenital \w+ from the|(?:has|had|have|with|found) (?:a )?(?:cleft (?:palate|lip)|spina bifida|birth defects?|hole in (?:his|her) heart|congenital \w+)",
)
DEATH = (
    rf"(?<!her )(?<!his )(?<!when my ){_WHO}(?: (?:has|had|then|later|sadly|also|just))? (?:died|passed away|expired)|was found (?:dead|deceased)|pronounced (?:dead|deceased)|(?:he|she|patient|pt|mother|father|mom|dad|baby|they) (?:didn'?t|did not) (?:make it(?! (?:to|past|through|out|home|into|in time|better|worse))|survive)|never woke up(?! (?:once|all night|during))|killed (?:him|her)\b",
    r"^died|(?:and|then|but) (?:he |she )?died(?! (?:laughing|of (?:a stroke|cancer)))|died(?: in (?:the )?hospital| two| three| the (?:next|same)| at home| later)|(?:no pulse|ems called|hospice).{0,60}died|dead on arrival|death certificate|passed(?: away)? (?:at|on|sometime|overnight|last|the next|peacefully|in (?:his|her) sleep|in (?:the )?hospital)|(?:client|patient|resident|resulting in|resulted in|led to (?:his|her)|cause of|then|caused? (?:his |her |the )?)(?:'s)? ?death(?! (?:rate|risk|sentence|in the family))|death (?:at home|of (?:my|the|our)|was|last night)|certif(?:y|ied) (?:the )?death|life support (?:was )?(?:removed|withdrawn|turned off)|(?:i|we) (?:have )?lost (?:him|her|my (?:mom|mother|dad|father|husband|wife|son|daughter|sister|brother|baby)|\w+ (?:boys|babies|sons|daughters))(?= |\.|,)(?! (?:job|temper|way|hair))|(?:is|was|now) deceased",
)
_ER = r"(?:er|e\.r\.|ed|emergency(?: room| dept| department)?|a ?& ?e|casualty|urgent care|walk-?in)"
CARE = (
    rf"(?:ended up|went|go(?:ing)?|sent|took|taken|drove|driven|rushed|trip|back|landed|was|were|been|straight|self|seen|twice)(?: \w+){{0,3}}? (?:to|in|at) (?:the |an? |my )?(?:local )?{_ER}",
    rf"(?:in|at|to) (?:the )?{_ER}(?= (?:they|twice|for|by|with|and|because|that))|the er (?:said|gave me|had to|did)|(?:er|ed|emergency room|a ?& ?e) (?:visits?|trip|kept|doctor|doc)|(?:ride|trip|transport\w*|transferred|sent) (?:me |him |her )?(?:\w+ )?to (?:the |a |an )?(?:nearest |local )?(?:er|ed|emergency)\b|(?:seen|treated|evaluated|taken|scans? (?:\w+ ){0, 4}) (?:at|in) (?:the |an )?(?:local )?(?:er|ed|emergency (?:room|dep\w+))|(?:drove|took|rushed) (?:me|him|her) to (?:the hospital|\w+ (?:\w+ )?(?:general|hospital|medical))",
    r"(?:call(?:ed|ing)?|rang|phoned|dialed) (?:an )?(?:911|9-1-1|999|000|112|ambulance)|(?:the |an |by |via )ambulances?(?! (?:fee|bill|cost|service|driver|people|crew works))|paramedics?|emt'?s?|ems(?: (?:was |were )?called)?\b|unresponsive|(?:used|gave|needed|got|with|two|of|given|administered|dose of) (?:\w+ ){0,3}(?:epinephrine|epi ?-?pens?|adrenaline)|(?:drove|brought) (?:me|him|her) in(?= and|\.|,| to)|(?:rescue )?squad came|(?:went|gone|going|ran|rushed|raced|sent) (?:back |straight |right )?to (?:the )?hospital(?! (?:for (?:a |my )?(?:surgery|delivery|check|test|scan)|where|pharmacy|every))",
)
IMPORTANT = (
    r"(?:had|needed|started|put on) dialysis(?: \w+ times)?|(?:needed|had|got|gave \w+) (?:a |two |\d )?(?:blood )?transfusions?|(?:have|got|put in|needed) a pacemaker|stitches|blood patch|(?:got|needed|has) a feeding tube|emergency (?:surgery|c-?section|operation)|(?:did|had|got|needed) a (?:spinal tap|lumbar puncture)|needle in (?:my|his|her) spine|(?:needed|had to have|have to have|required|requiring|went in for|rushed (?:in)?to|ended up (?:with|having|needing)) (?:a |an |\w+ )?(?:surgery|operation|c-?section|catheter|foley|pacemaker|dialysis|stent)|surgery to (?:remove|repair|fix|stop|drain)|(?:had to be|must be|needs? to be|got|was|were) (?:\w+ )?(?:surgically|operated|drained|lasered|amputated|cauteri[sz]ed)|put (?:a |in a |\w+ )?(?:rod|plate|pins?|stent|shunt|chest tube|port|drain) in(?= |\.|,)|(?:took|taken|taking) (?:my|his|her|the) (?:thyroid|gallbladder|gall bladder|spleen|colon|uterus|ovar\w+|kidney|appendix|port) out|medically (?:significant|important)|(?:need|needs|needed) oxygen|(?:behind|at) the wheel",
    r"(?:took|removed) the tube|miscarried|lost (?:the baby|it at)",
    r"(?:wouldn'?t|would not|couldn'?t|could not) wake (?:up|me|him|her)",
)
SERIOUSNESS = table(
    ("death", *DEATH),
    ("life_threatening", *LIFE_THREATENING),
    ("hospitalisation", *HOSPITALISATION),
    ("disability", *DISABILITY),
    ("congenital_anomaly", *CONGENITAL),
    ("medically_important", *IMPORTANT),
)
EMERGENCY = table(("medically_important", *CARE))
# What a cue within these words does not tell: it was feared, advised, planned, asked about or only nearly so.
UNREAL = re.compile(
    r"\b(?:if|unless|in case|should i|do i (?:need|have)|need to go|almost|nearly|close to|about to|considered|thought about|thinking (?:of|about)|"
    r"would(?:n'?t| not)? have|advised|instructed|recommend\w*|suggested|encouraged|wanted (?:me |him |her |us |to)|refused|declined|offered|used to|says? to|told (?:me |us |him |her )?to go|said to go|or go|scared of|afraid|worried|avoid\w*|instead of|years ago|"
    r"work(?:s|ed|ing)? (?:in|at)|nurse (?:in|at)|don'?t want|carry|carries|when should|rather)\b[^.,;!?]{0,25}$|"
    r"\b(?:did|does|has|was|were)(?: not|n'?t) (?:cause|result|require|need|lead|meet|prolong|involve|have to)[^.!?]{0,40}$|"
    + NEGATED.pattern
)
# Thoughts that are only warned of, read about or asked about.
ONLY_WARNED = re.compile(
    r"\b(?:(?:does|do|can|could|may|might|will|did)\b[^.!?]{0,30}\b(?:cause|give|make|lead to)|warn\w*(?: \w+){0,3}|risks? of|read (?:about|that)|heard (?:about|of)|black box|box warning|watch(?:ing)? (?:for|him for|her for|out for)|without|no history of|no (?:intentions?|plans?|thoughts?|desire|wish)(?: \w+){0,5}|not like|(?:took|takes|taken|take) (?:the|my|his|her|away)|assisted|legal)[^.!?]{0,20}$|"
    r"\b(?:uncle|aunt|cousin|grand\w+|neighbou?r|family history of|runs in)\b[^.!?]{0,30}$|" + NEGATED.pattern
)
SUICIDAL = re.compile(
    r"(?<![\w'])(?:suicidal(?: thoughts?| ideation| ideations?| feelings?)?|(?:attempted |committed? |thoughts? of |contemplat\w+ |about )suicide|suicide attempt|"
    r"kill(?:ing|ed)? (?:my|him|her|them)sel(?:f|ves)|(?:end(?:ing)?|take|taking) (?:my|his|her) (?:own )?life|end(?:ing)? it(?: all)?\b|"
    r"(?:want(?:ed|s|ing)?|wish(?:ed|es)?|wishing)(?: i| he| she| to| i was| he was| she was| that i)* (?:to die|to be dead|be dead|was dead|were dead|dead|would(?:n'?t| not) wake up)|"
    r"(?:don'?t|didn'?t|doesn'?t|not|did not|does not|no longer) want(?:ing|ed)? to (?:live|be here|be alive|wake up|exist|go on(?! (?:\w+ )?(?:it|this|that|pain|pills|meds|statins|the|any|insulin|a|another|med\w+|drug\w*|steroids|with (?:it|the|my)))(?= |\.|,|!|$))|not being here(?: any ?more)?|"
    r"self[- ]?harm(?:ing|ed)?|(?:cut(?:ting)?|hurt(?:ing)?|harm(?:ing)?) (?:my|him|her)self(?= |\.|,|$)(?! (?:or anything|laughing|shaving|on|while|with the|off|some|a|out|down|back|in the kitchen)\b)|(?:has|had|have) been cutting(?! (?:slowly|down|back|out|my (?:dose|pills)|it|the (?:dose|pill)|by|every|from|a |half))|cutting (?:my|her|his) (?:legs?|arms?|wrists?)|"
    r"overdose on purpose|(?:driv(?:e|ing)|steer(?:ing)?|crash(?:ing)?)(?: my car| the car)? (?:in(?:to)?|off) (?:a|the|an) (?:tree|bridge|wall|cliff|truck|oncoming)|not worth (?:living|going on)|(?:don'?t|do not|didn'?t) (?:see|think) (?:it|life) (?:is|was) worth|(?:wish|wished|wishing)(?: that)? (?:i|he|she|they) (?:was|were|had) (?:dead|never (?:been )?born|died)|take (?:all|a bottle of) (?:my|the|his|her) pills (?:and|to) (?:end|die|be done)|thoughts? of (?:death|dying|ending|killing|hurting|jumping|harming|not)|thought about (?:jumping|dying|not being)|better off (?:dead|without me)|jump(?:ing)? off (?:the|a)|better off if (?:i|he|she|they) (?:was|were) (?:dead|gone)|hop(?:ed|ing) (?:not to|to not|i (?:would not|wouldn'?t)|never to) wake up|no reason to live|(?:rather|hope to|prefer to|would rather) not wake up|counting my pills|bad thoughts(?: \w+)? (?:about|of) (?:hurting|ending|myself)|hid the (?:knives|pills|guns?)|(?:thought|thinking|thoughts|urge) (?:of|to|about) (?:step(?:ping)?|driv(?:e|ing)|jump(?:ing)?|walk(?:ing)?) (?:off|into|in front)|comm?itt?(?:ing|ed)? su?i?cide|(?:thought|thinking|think) (?:of|to|about) suicide|say goodbye to (?:life|the world))(?![\w'])"
)

"""Ways in which patients tell what must not be missed: a wish to die, breath, consciousness, sight or the use of limbs
lost, an organ that fails, a child lost. Data only.

Patterns run over `nlp.extract.written.normalise`d text, whole words at both ends; what a group `it` holds is the
mention, else the whole match. Each is tried only in a text that holds one of its stems. They are told plainly enough to
stand without the encoder; what the words may mean besides ("passed out flyers", "lost the baby weight") is left out by
what stands behind them.
"""

from __future__ import annotations

_SELF = r"(?:my ?self|himself|herself|themsel(?:f|ves))"
_WHOSE = r"(?:my|his|her|their)"
_LIFE = rf"{_WHOSE} (?:own )?li(?:fe|ves)"
_CANT = r"(?:ca?n'?t|can ?not|could ?n[o']?t|could not|unable to|was ?n[o']?t able to|not able to)"
_HARDLY = r"(?:can|could) (?:hardly|barely|scarcely)"
_SO = r"(?:(?:just|really|literally|suddenly|completely|totally|actually|even|nearly|basically) )*"
_HAD = r"(?:(?:has|have|had|is|are|was|were|both|all|just|start(?:ed|ing)|began|to|kept|suddenly|been) )*"
_END = r"(?= |[.,!;:?)]|$)"

# What somebody may want to do to himself.
_DEED = (
    rf"(?:be dead|not (?:exist|be alive|wake up)|kill(?:ing)? {_SELF}|end(?:ing)? (?:it(?: all)?|things|everything|{_LIFE})|"
    rf"tak(?:e|ing) {_LIFE}|(?:hang|shoot|cut|hurt|harm|drown|poison)(?:t?ing)? {_SELF}|commit(?:ting)? suicide|"
    rf"(?:(?:jump|step|walk)(?:ping|ing)?|throw(?:ing)? {_SELF}|driv(?:e|ing)(?: {_WHOSE} car)?) "
    r"(?:(?:off|in front of|into|under|out of) (?:a|an|the|oncoming|my) "
    r"(?:bridge|roof|balcony|train|truck|bus|lorry|tree|wall|river|lake|traffic|car|building|cliff|window)))"
)
_DIE = r"die\b(?! (?:of|from|laughing|with dignity|at home|in peace|peacefully|for|my)\b)"

GRAVE: tuple[tuple[tuple[str, ...], str], ...] = (
    # suicide and self-harm
    (
        (" die", "dead", "exist", "alive", "wake", "self", "life", "lives", "suicid", "end it", "ending it", " end ", "in front of", "driv", "jump"),
        rf"(?:want|wish|tr|attempt|threaten|plan|decid|read|urge|desire|went|going)(?:s|e|ed|ing|ning|ned|y|ies|ied|ying)? (?:to|on|of) {_SO}(?:{_DIE}|{_DEED})|"
        rf"(?:(?:intrusive|constant|dark|scary|bad|awful|horrible|persistent) )*(?:thoughts?|thinking|ideas?|visions?|images|impulses?|dream(?:t|ed|ing)?|obsess(?:ed|ing)) (?:of|about|to) {_SO}(?:suicide|dying{_END}|being dead|not existing|self[- ]?harm|{_DEED})",
    ),
    (
        ("suicid", "self", "li", "note", "letter", "topped"),
        rf"(?:killed|hanged|hung|shot|drowned|topped) {_SELF}(?! out to dry)|"
        r"(?:commit(?:ted|ting|s)?|attempt(?:ed|ing|s)?|died by|contemplat(?:ed|ing)|consider(?:ed|ing)|dr(?:ove|iven) (?:him|her|me|them) to) suicide|"
        r"suicide attempts?|suicidal(?: (?:thoughts?|ideations?|ideas?|feelings?|urges?|tendenc(?:y|ies)|impulses?))?|"
        rf"(?:took|taken|taking) {_LIFE}|(?:wrote|writing|written|write) (?:my |a |his |her |the )?(?:goodbye|farewell|suicide) (?:letters?|notes?)",
    ),
    (
        ("better off", "better if i"),
        r"(?:everyone|everybody|they|people|we|my (?:family|kids)|the world)(?:'d| would| is| are|'s|'re|'ll| will)? (?:all )?(?:be )?better off (?:without me|if i (?:was|were) (?:dead|gone))|"
        r"better off dead|better if i (?:was|were)(?:n'?t| not)? (?:dead|gone|here|alive)",
    ),
    (
        ("alive", "here any", "live", "living", "exist", "wake up", "dead", "die", "born"),
        rf"(?:did|do|does)(?:n'?t| not) (?:want|wanna|care) (?:to |if i )?(?:be (?:alive|here any ?more)|live{_END}(?! (?:with|like|in|on|near|there|alone))(?: any ?more)?|exist(?: any ?more)?|wake up(?: any ?more| again)?{_END}(?! (?:early|at|before|to)\b))|"
        r"(?:no|lost (?:my|the|all|any)(?: will| reason)?) (?:reason|will|desire|point)?(?: ?(?:to|in)) (?:live|living)\b|lost the will to live|(?:life|living)(?: is| was|'s)?(?: no longer| not|n'?t) worth (?:it|living)|"
        r"(?:wish(?:ed|es|ing)?|hop(?:e|ed|es|ing)|pray(?:ed|ing)?)(?: that)? (?:i|he|she) (?:(?:was|were|would|wouldn'?t|could|had|did|don'?t|didn'?t|never|will|won'?t|just|not|be|been) )*(?:dead|die|born|wake up|woken up)",
    ),
    (
        ("cutting", "harm", "injur", "wrist", "self"),
        rf"(?:start(?:ed|ing|s)?|began|resumed|back to) (?:cutting|burning) (?:{_SELF}|my (?:arms?|wrists?|legs?|thighs?)|again)|(?:cutting|harm(?:ed|ing)?) {_SELF}|"
        r"self[- ]?harm(?:ed|ing|s)?\b(?! (?:hotline|helpline|support|awareness))|self[- ]?injur(?:y|ed|ing|ious\w*)|(?:cut|slit|slash(?:ed)?|cutting|slitting|slashing) (?:my|his|her) wrists?|"
        rf"(?:cut|hurt(?:ing)?|burn(?:t|ed|ing)|hit(?:ting)?|bit(?:e|ing)) {_SELF} (?:on purpose|deliberately|intentionally)",
    ),
    (
        ("never woke",),
        r"never woke(?: back)?(?: up)?(?=[.,!;]|$)",
    ),
    # a child lost or harmed before birth
    (
        ("baby", "babies", "pregnan", "unborn", "twins", "fetus", "foetus", "miscarr", "stillb", "still b", "still-b", "heartbeat", "heart beat", "demise", "born with", "labo", "birth"),
        r"(?:lost|losing) (?:the|my|our|a|her) (?:baby|babies|pregnancy|pregnancies|unborn \w+|twins|foetus|fetus)\b(?! (?:weight|fat|teeth|tooth|hair|blanket|monitor|name|bag|shower|bump|pounds|lbs|bottle|book|food|clothes|carrier|gate|belly|gear|photo|picture))|"
        r"miscarr(?:ied|iages?|ying)|still[- ]?born|still[- ]?births?|no (?:fetal |foetal )?heart ?beat|(?:fetal|foetal|intrauterine) (?:demise|death)|"
        r"born with(?:out)? (?P<it>(?:an? |no |one )?(?:\w+ ){0,2}(?:defects?|malformations?|deformit(?:y|ies)|hole in (?:his|her|the|its) heart|cleft \w+|spina bifida|club ?f(?:oo|ee)t|anomal(?:y|ies)))|"
        r"(?:went|go|going) into (?:pre ?mature|pre ?term|early) labou?r|(?:pre ?mature|pre ?term) (?:labou?r|birth|delivery)",
    ),
    # breath
    (
        ("throat", "airway", "windpipe", "tongue", "lungs"),
        rf"(?:throat|airways?|windpipe|tongue|lungs) {_SO}(?:(?:was|were|is|are|got|went|had|has|have|started|starting|began|kept|felt like (?:it was|they were)) )?{_SO}"
        r"(?:clos(?:ed|ing)|swell(?:ed|ing)?|swollen|tighten(?:ed|ing)|constrict(?:ed|ing)|shut(?:ting)?)(?: (?:up|shut|off|in on me|completely|closed))*",
    ),
    (
        ("breath", "air", "respirat", "blue"),
        rf"(?:{_CANT}|{_HARDLY}|struggl(?:ed|ing) to|fight(?:ing)? to|fought to|hard to|difficult to) {_SO}(?:breath?e?|get (?:any |enough )?(?:air|breath)|catch my breath)\b(?! (?:a word|easy|easier|through (?:my|his|her|the) nose))|"
        r"(?:gasp(?:ed|ing)?|fight(?:ing)?|fought|struggl(?:ed|ing)) for (?:air|breath)|(?:stop(?:s|ped|ping)?|quit|not|wasn'?t|isn'?t|barely|hardly) breathing\b(?! (?:exercises?|well through|trouble))|"
        r"(?:increased|labou?red) (?:work of )?breathing|(?:turn(?:ed|ing)|went|lips (?:were|went|turned|got)) blue\b(?! (?:from the (?:dye|tablet|pill)))|respiratory (?:arrest|failure|distress|depression)",
    ),
    # consciousness, seizures
    (
        ("out", "faint", "keel", "collaps", "conscious", "respons", "wake", "waken", "rouse", "limp", "coma"),
        r"(?:pass(?:ed|es|ing)?|black(?:ed|s|ing)?|conk(?:ed|ing)) out\b(?! (?:the |some |free |a few |my )?(?:flyers|leaflets|candy|candies|samples|copies|papers|names?|windows?|worksheets|drunk))(?: cold)?|out cold|"
        r"faint(?:ed|ing)(?: spells?)?|keel(?:ed|ing) over|collaps(?:ed|ing)\b(?! (?:into bed|on(?:to)? the (?:sofa|couch|bed)|in(?:to)? (?:laughter|giggles)|bridge|mine|building|roof|tent|box|deck|lung|vein))|"
        r"(?:lost|losing|lose|loss of) consciousness|(?:went|fell|gone|slipped|was|were|found (?:me|him|her)|knocked) (?P<it>unconscious)|unresponsive|non-?responsive|"
        rf"{_CANT} (?:be )?(?:wake|waken|rouse|arouse|woken|roused)(?: (?:him|her|me|them))?(?: up)?|went (?:all )?limp",
    ),
    (
        ("seizure", "convuls", " fit", "grand mal", "foaming"),
        r"(?:had|having|has|have|went into|gave (?:me|him|her)) (?P<it>(?:an? |his first |her first |my first |another |several |multiple |two |three |more )?(?:epileptic |grand mal |tonic[- ]clonic |febrile |full[- ]blown |massive |violent )*(?:seizures?|convulsions?|fits))|"
        r"(?:had|having) an? (?:(?:epileptic|full|big|proper|massive|febrile|actual|first|second) )*fit\b(?! (?:when|because|over|about|if|at))|"
        r"(?:start(?:ed|ing)|began) (?:convulsing|seizing|fitting\b(?! (?:in|into|out|well|better|the|my|it|me|us|a)\b))|grand mal(?: seizures?)?|foaming at the mouth|convuls(?:ed|ing|ions?)",
    ),
    # heart, shock, organs, overdose
    (
        ("heart", "flatline", "flat line", "into ", "overdos", "over dos", "over-dos", "od'", "od ", "o.d", "oded"),
        rf"heart {_SO}(?:stopped|gave (?:out|up)|quit|failed)\b(?! (?:racing|pounding|fluttering|palpitating|hurting|skipping|burn))(?: (?:beating|working|pumping|completely|twice))*|flat ?lined|"
        r"(?:went|go|going|gone|slipped|threw (?:me|him|her)|put (?:me|him|her)|sent (?:me|him|her)) into (?P<it>(?:full |full[- ]blown |septic |an? |the |acute )*(?:shock|anaphyla\w+(?: shock)?|cardiac arrest|v-?fib|v-?tach|a-?fib|respiratory arrest|(?:liver|kidney|renal|heart|organ|multi[- ]?organ) failure|heart block|psychosis|mania|sepsis|dka|ketoacidosis|coma))|"
        rf"(?:o\.?d\.?(?:'d|'ed|'ing|ed)|od)(?= (?:on|from|with|by|twice)\b)|over[ -]?dos(?:ed|ing)|(?:accidental|intentional|deliberate|fatal|massive|took an?|taken an?) overdose{_END}",
    ),
    (
        ("liver", "kidney", "lungs", "marrow", "pancreas", "organs", "bowel", "adrenal"),
        rf"(?:liver|kidneys?|lungs|(?:bone )?marrow|pancreas|organs|bowels?|adrenals?) {_SO}{_HAD}(?:fail(?:ed|ing|ure)|shut(?:ting|s)? down|gave (?:out|up)|giving (?:out|up)|(?:stop(?:ped|ping|s)?|quit) (?:work(?:ing)?|functioning|making \w+)|packed (?:up|in))",
    ),
    # limbs, function, senses, mind
    (
        ("leg", "arm", "hand", "limb", "feet", "side", "body", "paraly"),
        rf"(?:legs?|arms?|hands?|limbs?|feet|(?:left|right) side|lower body) {_SO}{_HAD}(?:stop(?:ped|ping)? (?:working|moving)|quit (?:working|on me)|g(?:a|i)ve (?:out|way)|giving (?:out|way)|went (?:dead|paraly[sz]ed|limp)|(?:would|will|do|did)(?:n'?t| not) (?:move|work|hold me|obey|respond))|"
        r"paraly[sz](?:ed|is)\b(?! (?:demon|with (?:fear|indecision)|by (?:fear|indecision)))(?: (?:from|below) the \w+(?: down)?)?",
    ),
    (
        ("walk", "stand", "move", "moving", "get up", "getting up", "out of", "sit up", "lift", "feed", "function", "speak", "talk", "swallow", "see ", "bed", "only sit", "only lie"),
        rf"(?:{_CANT}|{_HARDLY}|prevented (?:me|him|her) from|too (?:weak|sick|dizzy|ill|shaky) to|kept (?:me|him|her) from) {_SO}"
        r"(?:walk(?:ing)?|stand(?:ing)?(?: up)?|mov(?:e|ing)(?: (?:my|his|her) \w+)?|get(?:ting)? (?:up|out of (?:my |the |his |her )?(?:bed|chair|bath))|sit(?:ting)? up|lift(?:ing)? (?:my|his|her) (?:arms?|head|legs?)|function|speak|talk|swallow|see (?:out of|anything|at all))\b"
        r"(?! (?:my|the|a|to|it|this|that|being|him|her|them|about|highly|enough|for (?:others|everyone)|well enough|up for|over|past|on (?:with|from)|english|back in|early|in the morning)\b)(?: (?:out of (?:my |his |her |one )?(?:left |right )?eyes?|at all))?|"
        r"bed-? ?(?:ridden|bound)|can only (?:sit|lie)|house-? ?bound",
    ),
    (
        ("blind", "deaf", "sight", "vision", "hearing"),
        r"(?:went|going|gone|became|left (?:me|him|her)) (?:(?:legally|totally|completely|permanently|partially|temporarily|almost) )?(?:blind|deaf)(?: in (?:one|my|his|her|both|the) (?:left |right )?(?:eyes?|ears?))?|"
        r"(?:lost|losing|loss of) (?:all |most of |part of |some of |partial |complete )?(?:my |his |her |the )?(?:eye ?sight|sight|vision|hearing)\b(?! (?:aids?|test|of))(?: in (?:one|my|his|her|both|the) (?:left |right )?(?:eyes?|ears?))?",
    ),
    (
        ("reality", "voices", "things", "who ", "where ", "what ", "recogni", "psycho", "manic", "insane", "cataton"),
        r"(?:lost|losing|out of|lost all) (?:touch|contact|grip) (?:with|on) reality|hear(?:d|ing)? voices|(?:seeing|saw) things that (?:weren'?t|aren'?t|wasn'?t|were not) (?:really |even )?there|"
        r"(?:did|do|does)(?:n'?t| not) (?:even )?(?:know|remember|recogni[sz]e) (?:who (?:i|he|she) (?:was|am|is)|where (?:i|he|she) (?:was|am|is)|(?:his|her|my) own (?:name|family|wife|husband|kids|children|son|daughter|mother|face)|what (?:year|day|month) it (?:was|is))|"
        r"went (?:completely |totally |full(?:y|[- ]on)? )?(?:psychotic|manic|insane|psycho|catatonic)|psychotic (?:break|episode|breakdown)s?",
    ),
    # skin, bleeding, allergy, dependence
    (
        ("yellow", "skin", "jaundic"),
        rf"skin {_HAD}(?:peel(?:ed|ing|s)?|slough(?:ed|ing)?|com(?:e|ing)|came|fall(?:ing|en)?|fell) off(?: in (?:sheets|strips|chunks|layers))?|"
        rf"(?:eyes|skin|whites of (?:my|his|her) eyes) {_HAD}(?:turn(?:ed|ing)?|went|gone|going|getting|got|look(?:ing|ed)) (?:(?:all|bright|completely|really|a bit|slightly) )*(?:yellow|jaundiced)",
    ),
    (
        ("blood", "bled", "bleed", "morrhag", "coffee ground"),
        r"(?:vomit(?:ed|ing)?|thr(?:ew|ow|owing) up|puk(?:ed|ing)|cough(?:ed|ing) up|spitting up|pee(?:d|ing)|piss(?:ed|ing)|pass(?:ed|ing)|poop(?:ed|ing)) (?:(?:up|pure|bright|red|fresh|clots of|lots of|some) )*blood\b(?! (?:test|sugar|pressure))|"
        r"bl(?:eeding|ed) (?:to death|out|internally|uncontrollably|profusely|into (?:my|his|her|the) \w+)|(?:internal|brain|stomach|g\.?i\.?|intestinal|rectal) (?:bleed(?:s|ing)?|ha?emorrhages?)|ha?emorrhag(?:e|ed|ing|es)|bleeding (?:that )?(?:would ?n[o']?t|would not|did ?n[o']?t|never) stop(?:ped)?",
    ),
    (
        ("threat", "fatal", "anaphyla", "allergic", "addicted", "hooked", "dependent"),
        r"(?:life[- ]threatening|near[- ]fatal|anaphyla\w+|(?:severe|serious|bad|major|violent|massive|full[- ]blown) allergic) (?:allergic )?(?:reactions?|shock|attack)|"
        r"(?:got|get|getting|became|become|becoming|been|am|was|is|are|ended up|i'm|totally|completely|severely|physically) (?P<it>addicted|hooked|dependent)(?= (?:to|on|upon)\b(?! (?:that|the|a|your|some) (?:show|series|book|game|podcast|site|forum|app|song)))",
    ),
)  # fmt: skip

# Told of many whom no drug killed: taken where a drug is named beside it.
DEATHS = (
    r"passed away|dropped dead|found (?:him|her|them) dead|(?:was |were )?pronounced dead|"
    r"(?:lost|cost (?:him|her|them)) (?:his|her|their) li(?:fe|ves)|died (?:suddenly|in (?:his|her|their) (?:sleep|arms)|(?:\w+ ){1,2}(?:days?|hours?|weeks?) (?:later|after))|"
    r"(?:killed|kills) (?:my|his|her|our) (?:mom|mum|mother|dad|father|husband|wife|son|daughter|sister|brother|nan|gran\w*|friend|baby|uncle|aunt|cousin|patient)"
)

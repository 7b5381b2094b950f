"""Ways in which patients tell what must not be missed: a wish to die, breath, consciousness, sight or the use of limbs
lost, an organ that fails, a child lost. Data only.

Patterns run over `nlp.extract.written.normalise`d text, whole words at both ends; what a group `it` holds is the
mention, else the whole match. Each group is tried only in a text that holds one of its stems. They are told plainly
enough to stand without the encoder; what the words may mean besides ("passed out flyers", "lost the baby weight") is
left out by what stands behind them.
"""

from __future__ import annotations

from nlp.extract.alternation import either, one_of

SELF = r"(?:my ?self|himself|herself|themsel(?:f|ves))"
WHOSE = r"(?:my|his|her|their)"
WHOM = r"(?:me|him|her)"
LIFE = rf"{WHOSE} (?:own )?li(?:fe|ves)"
BABY = r"(?:baby|babies|pregnancy|pregnancies|unborn \w+|twins|foetus|fetus)"
CANNOT = r"(?:ca?n'?t|can ?not|could ?n[o']?t|could not|unable to|was ?n[o']?t able to|not able to)"
HARDLY = r"(?:can|could) (?:hardly|barely|scarcely)"
DO_NOT = r"(?:did|do|does)(?:n'?t| not)"
SO = r"(?:(?:just|really|literally|suddenly|completely|totally|actually|even|nearly|basically) )*"
HAD = r"(?:(?:has|have|had|is|are|was|were|both|all|just|start(?:ed|ing)|began|to|kept|suddenly|been) )*"
END = r"(?= |[.,!;:?)]|$)"
IN_ONE_EYE = r"(?: in (?:one|my|his|her|both|the) (?:left |right )?(?:eyes?|ears?))?"

# What somebody may want to do to himself.
BRIDGE_OR_TRAIN = (
    r"(?:a|an|the|oncoming|my) "
    r"(?:bridge|roof|balcony|train|truck|bus|lorry|tree|wall|river|lake|traffic|car|building|cliff|window)"
)
JUMP = rf"(?:(?:jump|step|walk)(?:ping|ing)?|throw(?:ing)? {SELF}|driv(?:e|ing)(?: {WHOSE} car)?)"
DEED = either(
    r"be dead",
    r"not (?:exist|be alive|wake up)",
    rf"kill(?:ing)? {SELF}",
    rf"end(?:ing)? (?:it(?: all)?|things|everything|{LIFE})",
    rf"tak(?:e|ing) {LIFE}",
    rf"(?:hang|shoot|cut|hurt|harm|drown|poison)(?:t?ing)? {SELF}",
    r"commit(?:ting)? suicide",
    rf"{JUMP} (?:(?:off|in front of|into|under|out of) {BRIDGE_OR_TRAIN})",
)
# Other things that people die of, or for: "I could die laughing".
DIE = r"die\b(?! (?:of|from|laughing|with dignity|at home|in peace|peacefully|for|my)\b)"
WANTS = (
    r"(?:want|wish|tr|attempt|threaten|plan|decid|read|urge|desire|went|going)"
    r"(?:s|e|ed|ing|ning|ned|y|ies|ied|ying)? (?:to|on|of)"
)
THOUGHTS = (
    r"(?:(?:intrusive|constant|dark|scary|bad|awful|horrible|persistent) )*"
    r"(?:thoughts?|thinking|ideas?|visions?|images|impulses?|dream(?:t|ed|ing)?|obsess(?:ed|ing)) (?:of|about|to)"
)
SUICIDE_VERB = either(
    r"commit(?:ted|ting|s)?",
    r"attempt(?:ed|ing|s)?",
    r"died by",
    r"contemplat(?:ed|ing)",
    r"consider(?:ed|ing)",
    r"dr(?:ove|iven) (?:him|her|me|them) to",
)
EVERYBODY_WOULD_BE = (
    r"(?:everyone|everybody|they|people|we|my (?:family|kids)|the world)"
    r"(?:'d| would| is| are|'s|'re|'ll| will)? (?:all )?(?:be )?"
)
ALIVE = either(
    r"be (?:alive|here any ?more)",
    rf"live{END}(?! (?:with|like|in|on|near|there|alone))(?: any ?more)?",
    r"exist(?: any ?more)?",
    rf"wake up(?: any ?more| again)?{END}(?! (?:early|at|before|to)\b)",
)
I_WERE = (
    r"(?:i|he|she) (?:(?:was|were|would|wouldn'?t|could|had|did|don'?t|didn'?t|never|will|won'?t|just|not|be|been) )*"
)

# What people lose, pass, hold or faint from besides.
BABY_THINGS = either(
    r"weight|fat|teeth|tooth|hair|blanket|monitor|name|bag|shower|bump|pounds|lbs|bottle|book|food|clothes|carrier",
    r"gate|belly|gear|photo|picture",
)
PASSED_ROUND = (
    r"(?:the |some |free |a few |my )?"
    r"(?:flyers|leaflets|candy|candies|samples|copies|papers|names?|windows?|worksheets|drunk)"
)
NOT_A_PERSON = either(
    r"into bed",
    r"on(?:to)? the (?:sofa|couch|bed)",
    r"in(?:to)? (?:laughter|giggles)",
    r"bridge|mine|building|roof|tent|box|deck|lung|vein",
)

# Parts of the rows on the body.
DEFECT = r"(?:an? |no |one )?(?:\w+ ){0,2}" + either(
    r"defects?",
    r"malformations?",
    r"deformit(?:y|ies)",
    r"hole in (?:his|her|the|its) heart",
    r"cleft \w+",
    r"spina bifida",
    r"club ?f(?:oo|ee)t",
    r"anomal(?:y|ies)",
)
WAS_CLOSING = (
    r"(?:(?:was|were|is|are|got|went|had|has|have|started|starting|began|kept|felt like (?:it was|they were)) )?"
)
CLOSED = (
    r"(?:clos(?:ed|ing)|swell(?:ed|ing)?|swollen|tighten(?:ed|ing)|constrict(?:ed|ing)|shut(?:ting)?)"
    r"(?: (?:up|shut|off|in on me|completely|closed))*"
)
STRUGGLED_TO = rf"(?:{CANNOT}|{HARDLY}|struggl(?:ed|ing) to|fight(?:ing)? to|fought to|hard to|difficult to)"
SEVERAL = r"(?:an? |his first |her first |my first |another |several |multiple |two |three |more )?"
WENT_INTO = rf"(?:went|go|going|gone|slipped|threw {WHOM}|put {WHOM}|sent {WHOM}) into"
SHOCK = r"(?:full |full[- ]blown |septic |an? |the |acute )*" + either(
    r"shock",
    r"anaphyla\w+(?: shock)?",
    r"cardiac arrest|v-?fib|v-?tach|a-?fib|respiratory arrest",
    r"(?:liver|kidney|renal|heart|organ|multi[- ]?organ) failure",
    r"heart block|psychosis|mania|sepsis|dka|ketoacidosis|coma",
)
ORGAN = r"(?:liver|kidneys?|lungs|(?:bone )?marrow|pancreas|organs|bowels?|adrenals?)"
FAILED = either(
    r"fail(?:ed|ing|ure)",
    r"shut(?:ting|s)? down",
    r"gave (?:out|up)",
    r"giving (?:out|up)",
    r"(?:stop(?:ped|ping|s)?|quit) (?:work(?:ing)?|functioning|making \w+)",
    r"packed (?:up|in)",
)
LIMB = r"(?:legs?|arms?|hands?|limbs?|feet|(?:left|right) side|lower body)"
GAVE_OUT = either(
    r"stop(?:ped|ping)? (?:working|moving)",
    r"quit (?:working|on me)",
    r"g(?:a|i)ve (?:out|way)",
    r"giving (?:out|way)",
    r"went (?:dead|paraly[sz]ed|limp)",
    r"(?:would|will|do|did)(?:n'?t| not) (?:move|work|hold me|obey|respond)",
)
KEPT_FROM = either(
    CANNOT,
    HARDLY,
    rf"prevented {WHOM} from",
    r"too (?:weak|sick|dizzy|ill|shaky) to",
    rf"kept {WHOM} from",
)
WALK = either(
    r"walk(?:ing)?",
    r"stand(?:ing)?(?: up)?",
    r"mov(?:e|ing)(?: (?:my|his|her) \w+)?",
    r"get(?:ting)? (?:up|out of (?:my |the |his |her )?(?:bed|chair|bath))",
    r"sit(?:ting)? up",
    r"lift(?:ing)? (?:my|his|her) (?:arms?|head|legs?)",
    r"function",
    r"speak",
    r"talk",
    r"swallow",
    r"see (?:out of|anything|at all)",
)
# "can't walk the dog", "couldn't speak highly enough", "can't swallow that"
NO_LOSS = either(
    r"my|the|a|to|it|this|that|being|him|her|them|about|highly|enough|for (?:others|everyone)|well enough|up for",
    r"over|past|on (?:with|from)|english|back in|early|in the morning",
)
WHO_I_WAS = either(
    r"who (?:i|he|she) (?:was|am|is)",
    r"where (?:i|he|she) (?:was|am|is)",
    r"(?:his|her|my) own (?:name|family|wife|husband|kids|children|son|daughter|mother|face)",
    r"what (?:year|day|month) it (?:was|is)",
)
BRINGS_UP = either(
    r"vomit(?:ed|ing)?|thr(?:ew|ow|owing) up|puk(?:ed|ing)|cough(?:ed|ing) up|spitting up",
    r"pee(?:d|ing)|piss(?:ed|ing)|pass(?:ed|ing)|poop(?:ed|ing)",
)
BECAME = either(
    r"got|get|getting|became|become|becoming|been|am|was|is|are|ended up|i'm",
    r"totally|completely|severely|physically",
)


def told(stems: str, *rows: str) -> tuple[tuple[str, ...], str]:
    """Rows, and the stems parted by commas of which a text must hold one; spaces count."""
    return tuple(stems.split(",")), "|".join(rows)


GRAVE: tuple[tuple[tuple[str, ...], str], ...] = (
    # --- suicide and self-harm
    told(
        " die,dead,exist,alive,wake,self,life,lives,suicid,end it,ending it, end ,in front of,driv,jump",
        # wanted to die, going to kill myself
        rf"{WANTS} {SO}(?:{DIE}|{DEED})",
        # dark thoughts of ending it all
        rf"{THOUGHTS} {SO}(?:suicide|dying{END}|being dead|not existing|self[- ]?harm|{DEED})",
    ),
    told(
        "suicid,self,li,note,letter,topped",
        # hanged himself
        rf"(?:killed|hanged|hung|shot|drowned|topped) {SELF}(?! out to dry)",
        # attempted suicide, suicidal thoughts
        rf"{SUICIDE_VERB} suicide",
        r"suicide attempts?",
        r"suicidal(?: (?:thoughts?|ideations?|ideas?|feelings?|urges?|tendenc(?:y|ies)|impulses?))?",
        # took her own life, wrote a goodbye letter
        rf"(?:took|taken|taking) {LIFE}",
        r"(?:wrote|writing|written|write) (?:my |a |his |her |the )?"
        r"(?:goodbye|farewell|suicide) (?:letters?|notes?)",
    ),
    told(
        "better off,better if i",
        # everyone would be better off without me
        rf"{EVERYBODY_WOULD_BE}better off (?:without me|if i (?:was|were) (?:dead|gone))",
        r"better off dead",
        r"better if i (?:was|were)(?:n'?t| not)? (?:dead|gone|here|alive)",
    ),
    told(
        "alive,here any,live,living,exist,wake up,dead,die,born",
        # don't want to be here anymore
        rf"{DO_NOT} (?:want|wanna|care) (?:to |if i )?{ALIVE}",
        # no reason to live, life is not worth living
        r"(?:no|lost (?:my|the|all|any)(?: will| reason)?) (?:reason|will|desire|point)?"
        r"(?: ?(?:to|in)) (?:live|living)\b",
        r"lost the will to live",
        r"(?:life|living)(?: is| was|'s)?(?: no longer| not|n'?t) worth (?:it|living)",
        # wish I was never born
        rf"(?:wish(?:ed|es|ing)?|hop(?:e|ed|es|ing)|pray(?:ed|ing)?)(?: that)? {I_WERE}"
        r"(?:dead|die|born|wake up|woken up)",
    ),
    told(
        "cutting,harm,injur,wrist,self",
        # started cutting my arms
        rf"(?:start(?:ed|ing|s)?|began|resumed|back to) (?:cutting|burning) "
        rf"(?:{SELF}|my (?:arms?|wrists?|legs?|thighs?)|again)",
        rf"(?:cutting|harm(?:ed|ing)?) {SELF}",
        # self-harm, but no self-harm hotline
        r"self[- ]?harm(?:ed|ing|s)?\b(?! (?:hotline|helpline|support|awareness))",
        r"self[- ]?injur(?:y|ed|ing|ious\w*)",
        # slit my wrists
        r"(?:cut|slit|slash(?:ed)?|cutting|slitting|slashing) (?:my|his|her) wrists?",
        rf"(?:cut|hurt(?:ing)?|burn(?:t|ed|ing)|hit(?:ting)?|bit(?:e|ing)) {SELF} "
        r"(?:on purpose|deliberately|intentionally)",
    ),
    told("never woke", r"never woke(?: back)?(?: up)?(?=[.,!;]|$)"),
    # --- a child lost or harmed before birth
    told(
        "baby,babies,pregnan,unborn,twins,fetus,foetus,miscarr,stillb,still b,still-b,heartbeat,heart beat,demise,"
        "born with,labo,birth",
        # lost our baby, but not the baby weight
        rf"(?:lost|losing) (?:the|my|our|a|her) {BABY}\b(?! {BABY_THINGS})",
        r"miscarr(?:ied|iages?|ying)",
        r"still[- ]?born",
        r"still[- ]?births?",
        r"no (?:fetal |foetal )?heart ?beat",
        r"(?:fetal|foetal|intrauterine) (?:demise|death)",
        # born with a hole in his heart
        rf"born with(?:out)? (?P<it>{DEFECT})",
        # went into early labor
        r"(?:went|go|going) into (?:pre ?mature|pre ?term|early) labou?r",
        r"(?:pre ?mature|pre ?term) (?:labou?r|birth|delivery)",
    ),
    # --- breath
    told(
        "throat,airway,windpipe,tongue,lungs",
        # my throat was closing up
        rf"(?:throat|airways?|windpipe|tongue|lungs) {SO}{WAS_CLOSING}{SO}{CLOSED}",
    ),
    told(
        "breath,air,respirat,blue",
        # couldn't breathe, but not "couldn't breathe a word"
        rf"{STRUGGLED_TO} {SO}(?:breath?e?|get (?:any |enough )?(?:air|breath)|catch my breath)\b"
        r"(?! (?:a word|easy|easier|through (?:my|his|her|the) nose))",
        # gasping for air, stopped breathing
        r"(?:gasp(?:ed|ing)?|fight(?:ing)?|fought|struggl(?:ed|ing)) for (?:air|breath)",
        r"(?:stop(?:s|ped|ping)?|quit|not|wasn'?t|isn'?t|barely|hardly) breathing\b"
        r"(?! (?:exercises?|well through|trouble))",
        r"(?:increased|labou?red) (?:work of )?breathing",
        # turned blue
        r"(?:turn(?:ed|ing)|went|lips (?:were|went|turned|got)) blue\b(?! (?:from the (?:dye|tablet|pill)))",
        r"respiratory (?:arrest|failure|distress|depression)",
    ),
    # --- consciousness, seizures
    told(
        "out,faint,keel,collaps,conscious,respons,wake,waken,rouse,limp,coma",
        # passed out cold, but not "passed out flyers"
        rf"(?:pass(?:ed|es|ing)?|black(?:ed|s|ing)?|conk(?:ed|ing)) out\b(?! {PASSED_ROUND})(?: cold)?",
        r"out cold",
        r"faint(?:ed|ing)(?: spells?)?",
        r"keel(?:ed|ing) over",
        rf"collaps(?:ed|ing)\b(?! {NOT_A_PERSON})",
        # lost consciousness, found him unconscious
        r"(?:lost|losing|lose|loss of) consciousness",
        rf"(?:went|fell|gone|slipped|was|were|found {WHOM}|knocked) (?P<it>unconscious)",
        r"unresponsive",
        r"non-?responsive",
        # couldn't be roused, went limp
        rf"{CANNOT} (?:be )?(?:wake|waken|rouse|arouse|woken|roused)(?: (?:him|her|me|them))?(?: up)?",
        r"went (?:all )?limp",
    ),
    told(
        "seizure,convuls, fit,grand mal,foaming",
        # had two grand mal seizures
        rf"(?:had|having|has|have|went into|gave {WHOM}) "
        rf"(?P<it>{SEVERAL}(?:epileptic |grand mal |tonic[- ]clonic |febrile |full[- ]blown |massive |violent )*"
        r"(?:seizures?|convulsions?|fits))",
        # having a fit, but not "had a fit over the bill"
        r"(?:had|having) an? (?:(?:epileptic|full|big|proper|massive|febrile|actual|first|second) )*"
        r"fit\b(?! (?:when|because|over|about|if|at))",
        # started convulsing, foaming at the mouth
        r"(?:start(?:ed|ing)|began) "
        r"(?:convulsing|seizing|fitting\b(?! (?:in|into|out|well|better|the|my|it|me|us|a)\b))",
        r"grand mal(?: seizures?)?",
        r"foaming at the mouth",
        r"convuls(?:ed|ing|ions?)",
    ),
    # --- heart, shock, organs, overdose
    told(
        "heart,flatline,flat line,into ,overdos,over dos,over-dos,od',od ,o.d,oded",
        # my heart just stopped beating
        rf"heart {SO}(?:stopped|gave (?:out|up)|quit|failed)\b"
        r"(?! (?:racing|pounding|fluttering|palpitating|hurting|skipping|burn))"
        r"(?: (?:beating|working|pumping|completely|twice))*",
        r"flat ?lined",
        # sent her into anaphylactic shock
        rf"{WENT_INTO} (?P<it>{SHOCK})",
        # OD'd on it, overdosed
        r"(?:o\.?d\.?(?:'d|'ed|'ing|ed)|od)(?= (?:on|from|with|by|twice)\b)",
        r"over[ -]?dos(?:ed|ing)",
        rf"(?:accidental|intentional|deliberate|fatal|massive|took an?|taken an?) overdose{END}",
    ),
    told(
        "liver,kidney,lungs,marrow,pancreas,organs,bowel,adrenal",
        # my kidneys started shutting down
        rf"{ORGAN} {SO}{HAD}{FAILED}",
    ),
    # --- limbs, function, senses, mind
    told(
        "leg,arm,hand,limb,feet,side,body,paraly",
        # my legs gave way, paralyzed from the waist down
        rf"{LIMB} {SO}{HAD}{GAVE_OUT}",
        r"paraly[sz](?:ed|is)\b(?! (?:demon|with (?:fear|indecision)|by (?:fear|indecision)))"
        r"(?: (?:from|below) the \w+(?: down)?)?",
    ),
    told(
        "walk,stand,move,moving,get up,getting up,out of,sit up,lift,feed,function,speak,talk,swallow,see ,bed,"
        "only sit,only lie",
        # couldn't get out of bed, too weak to stand, can't see out of my left eye
        rf"{KEPT_FROM} {SO}{WALK}\b(?! {NO_LOSS}\b)"
        r"(?: (?:out of (?:my |his |her |one )?(?:left |right )?eyes?|at all))?",
        # bedridden, can only lie
        r"bed-? ?(?:ridden|bound)",
        r"can only (?:sit|lie)",
        r"house-? ?bound",
    ),
    told(
        "blind,deaf,sight,vision,hearing",
        # went blind in one eye
        rf"(?:went|going|gone|became|left {WHOM}) "
        r"(?:(?:legally|totally|completely|permanently|partially|temporarily|almost) )?"
        rf"(?:blind|deaf){IN_ONE_EYE}",
        # lost part of my hearing, but not "lost my hearing aids"
        r"(?:lost|losing|loss of) (?:all |most of |part of |some of |partial |complete )?(?:my |his |her |the )?"
        rf"(?:eye ?sight|sight|vision|hearing)\b(?! (?:aids?|test|of)){IN_ONE_EYE}",
    ),
    told(
        "reality,voices,things,who ,where ,what ,recogni,psycho,manic,insane,cataton",
        # lost touch with reality, heard voices
        r"(?:lost|losing|out of|lost all) (?:touch|contact|grip) (?:with|on) reality",
        r"hear(?:d|ing)? voices",
        r"(?:seeing|saw) things that (?:weren'?t|aren'?t|wasn'?t|were not) (?:really |even )?there",
        # didn't know where she was
        rf"{DO_NOT} (?:even )?(?:know|remember|recogni[sz]e) {WHO_I_WAS}",
        # went full-on manic
        r"went (?:completely |totally |full(?:y|[- ]on)? )?(?:psychotic|manic|insane|psycho|catatonic)",
        r"psychotic (?:break|episode|breakdown)s?",
    ),
    # --- skin, bleeding, allergy, dependence
    told(
        "yellow,skin,jaundic",
        # my skin was peeling off in sheets
        rf"skin {HAD}(?:peel(?:ed|ing|s)?|slough(?:ed|ing)?|com(?:e|ing)|came|fall(?:ing|en)?|fell) off"
        r"(?: in (?:sheets|strips|chunks|layers))?",
        # the whites of my eyes turned yellow
        rf"(?:eyes|skin|whites of (?:my|his|her) eyes) {HAD}"
        r"(?:turn(?:ed|ing)?|went|gone|going|getting|got|look(?:ing|ed)) "
        r"(?:(?:all|bright|completely|really|a bit|slightly) )*(?:yellow|jaundiced)",
    ),
    told(
        "blood,bled,bleed,morrhag,coffee ground",
        # coughing up bright red blood
        rf"{BRINGS_UP} (?:(?:up|pure|bright|red|fresh|clots of|lots of|some) )*blood\b(?! (?:test|sugar|pressure))",
        # bled to death, bleeding into his brain
        r"bl(?:eeding|ed) (?:to death|out|internally|uncontrollably|profusely|into (?:my|his|her|the) \w+)",
        r"(?:internal|brain|stomach|g\.?i\.?|intestinal|rectal) (?:bleed(?:s|ing)?|ha?emorrhages?)",
        r"ha?emorrhag(?:e|ed|ing|es)",
        # bleeding that would not stop
        r"bleeding (?:that )?(?:would ?n[o']?t|would not|did ?n[o']?t|never) stop(?:ped)?",
    ),
    told(
        "threat,fatal,anaphyla,allergic,addicted,hooked,dependent",
        # a severe allergic reaction
        r"(?:life[- ]threatening|near[- ]fatal|anaphyla\w+|"
        r"(?:severe|serious|bad|major|violent|massive|full[- ]blown) allergic) "
        r"(?:allergic )?(?:reactions?|shock|attack)",
        # got hooked on it, but not on the show
        rf"{BECAME} (?P<it>addicted|hooked|dependent)"
        r"(?= (?:to|on|upon)\b(?! (?:that|the|a|your|some) (?:show|series|book|game|podcast|site|forum|app|song)))",
    ),
)

KIN = one_of(
    r"mom mum mother dad father husband wife son daughter sister brother nan gran\w* friend baby uncle aunt cousin "
    "patient"
)
# Told of many whom no drug killed: taken where a drug is named beside it.
DEATHS = "|".join(
    (
        r"passed away",
        r"dropped dead",
        r"found (?:him|her|them) dead",
        r"(?:was |were )?pronounced dead",
        # cost him his life
        r"(?:lost|cost (?:him|her|them)) (?:his|her|their) li(?:fe|ves)",
        # died in her sleep, died three days later
        r"died (?:suddenly|in (?:his|her|their) (?:sleep|arms)|(?:\w+ ){1,2}(?:days?|hours?|weeks?) (?:later|after))",
        # it killed my father
        rf"(?:killed|kills) (?:my|his|her|our) {KIN}",
    )
)

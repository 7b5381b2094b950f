"""What `nlp.extract.sayings` knows of phrases, as data: an expression over the normalised mention and what it says, in
words of our overlay. The first that matches wins.
"""

from __future__ import annotations

_CANNOT = (
    r"(?:cant|couldnt|can (?:barely|hardly)|could (?:barely|hardly)|unable to|not able to|wasnt able to|isnt able to|"
    r"(?:hard|difficult|impossible|struggle[ds]?|struggling)(?: for me)? to|(?:trouble|difficulty|problem)(?: with)?|"
    r"(?:hard|tough) time)"
)
_DONT = r"(?:dont|didnt|doesnt|couldnt|cant|wont|wouldnt)"
_MANY_HOURS = r"(?:1[0-9]|2[0-9]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty)"
_FEW_HOURS = r"(?:[0-5]|one|two|three|four|five|an|a couple(?: of)?|a few)"
_ABOUT = (
    r"(?:for |about |around |like |almost |nearly |at least |only |maybe |barely |up to |more than |(?:\w+ |"
    r"\d+ )(?:to|or) )*"
)
_PEOPLE = (
    r"(?:people|person|children|child|kid|man|men|woman|women|figure|shadow|face|ghost|bug|spider|insect|ant|"
    r"snake|rat|"
    r"mice|cat|dog|animal|thing)"
)
_WHOM = (
    r"(?:everyone|everybody|anyone|people|my|his|her|our|the|them|him|me|us|stranger|nothing|coworker|family|"
    r"small thing)"
)

# expression over the normalised mention | what it says
SAYING_CUES = (
    # memory, words, thinking
    (
        rf"^(?:{_CANNOT} (?:find|say|think of|get|come up with)|los[et]|losing|forg[eo]t\w*|search(?:ing|"
        r"ed)? for|grop\w+ for|blank\w* on) "
        r".*\bword",
        "word finding difficulty",
    ),
    (rf"^(?:{_CANNOT}|{_DONT}|never) (?:even )?(?:remember\w*|recall\w*)\b", "cant remember"),
    (
        r"^(?:forgot|forget|forgets|forgetting|forgotten) (?:my|what|where|how|who|the|to|if|which|name|her|"
        r"his|our|that)",
        "forgetful",
    ),
    (r"\b(?:ask|asked|asking|asks|repeat\w*)\b.* same (?:question|thing|story)", "memory loss"),
    (
        r"^(?:put|putting|left|leaving|found) .*\bin the (?:freezer|fridge|microwave|oven|trash|washer|"
        r"cupboard)",
        "forgetful",
    ),
    (r"^(?:walk|walked|go|went|come|came) in(?:to)? .*\b(?:forgot|forget|no idea|not know)", "forgetful"),
    (r"\bread(?:ing)? the same (?:line|page|paragraph|sentence|thing)", "cant concentrate"),
    (
        rf"^{_CANNOT} (?:focus|concentrate|follow a|keep my mind|pay attention|think straight|finish a thought)",
        "cant concentrate",
    ),
    (
        rf"^{_DONT} (?:know|recognize|recognise) (?:me|who|what (?:day|year|month)|where (?:he|she|i) (?:is|"
        r"was|am)|h(?:is|er))",
        "confusion",
    ),
    (r"^(?:zon(?:e|ed|ing)|spac(?:e|ed|ing)) out\b", "zoned out"),
    # sleep
    (
        r"^(?:fall|fell|falling|fallen|drop\w*|drift\w*|nod\w*|doz\w*|conk\w*)(?: back| right)? (?:off |"
        r"out )?(?:asleep|off|out|to sleep) "
        r"(?:at|in|on|while|during|mid|behind|over|before|after|by|sitting|standing|every|watching|reading)\b",
        "excessive daytime sleepiness",
    ),
    (r"^asleep (?:at|in|on|before|by|during|mid|behind|standing)\b", "excessive daytime sleepiness"),
    (
        r"^(?:sleepy|sleep|sleeping|slept|drowsy) (?:in the (?:afternoon|day|daytime)|after|at work|during|"
        r"in class)",
        "daytime sleepiness",
    ),
    (rf"^(?:sleep|slept|sleeping) {_ABOUT}{_MANY_HOURS}(?: \d+)? ?(?:hour|hr|h)\b", "sleeping too much"),
    (
        r"^(?:sleep|slept|sleeping) (?:till|until|til|past|through (?!the night)|all (?!night)|half the|"
        r"the (?:day|weekend|afternoon)|"
        r"around the clock|the clock|most of the (?:day|time))",
        "sleeping too much",
    ),
    (r"^stay(?:ed|ing)? in bed\b|^(?:in bed|bed) (?:all day|for day|the whole day)", "cant get out of bed"),
    (rf"^(?:{_DONT} )?(?:only )?(?:sleep|slept|sleeping) {_ABOUT}{_FEW_HOURS}(?: \d+)? ?(?:hour|hr|h)\b", "insomnia"),
    (rf"^{_DONT} sleep (?:more than|past|over)\b", "insomnia"),
    (r"^(?:stop(?:ped)?|quit|barely|hardly|never|not) (?:sleep|slept|sleeping)\b", "insomnia"),
    (
        r"^(?:(?:was|wa|am|still|wide|lay|laid|lie|lying|laying|stayed) )*(?:up|awake)\b(?!.*\btime\b).*"
        r"\b(?:night|till|until|til|past|am|dawn|hour|morning|midnight|1|2|3|4|5|two|three|four)\b",
        "up all night",
    ),
    (r"^(?:keep|kept|keeping) (?:me|him|her|us|my \w+|the \w+) (?:up|awake)\b", "insomnia"),
    (r"^in and out of sleep|^(?:toss\w*|turn\w*) (?:and|all|&)", "insomnia"),
    (
        r"\b(?:unrefresh\w*|non ?restorative|poor quality|quality)\b.*\bsleep|^sleep (?:quality|like crap|"
        r"badly|poorly|is bad)",
        "poor sleep",
    ),
    (
        r"\bdream(?:s|ed|t|ing)? .*\b(?:scream\w*|scar\w*|terrif\w*|horr\w*|chas\w*|murder\w*|kill\w*|dying)\b",
        "nightmares",
    ),
    (r"\bdream(?:s|ed|t|ing)? (?:about|that|of|where|in which)\b", "vivid dreams"),
    (
        r"\b(?:get|gets|got|getting|up|wake|woke|waking)\b.*\b(?:to (?:pee|urinate|wee)|"
        r"to go (?:to the )?(?:bathroom|toilet|loo|pee)|"
        r"to use the (?:bathroom|toilet|loo))\b",
        "up to pee",
    ),
    (r"^(?:drive|drove|driving|walk\w*|eat\w*|ate|cook\w*|shopp\w*) .*\bin (?:my|his|her) sleep", "sleepwalking"),
    # mood and behaviour
    (r"^(?:cry|cried|crying|sob|sobbed|sobbing|weep|weeping|bawl\w*|burst into tear|in tear|broke down)\b", "crying"),
    (
        r"^(?:yell\w*|scream(?:ed|ing)?|shout\w*|snap(?:ped|ping|py|pish)?|bit(?:e|ing) .* head off|"
        r"lash\w* out|short|cranky|grumpy|"
        rf"irritable|irritated|blow\w* up|blew up|nasty|mean|bark\w*)\b.*\b(?:(?:at|with) {_WHOM}|(?:for|"
        r"over) (?:nothing|no reason|every|small))\b",
        "snapping at everyone",
    ),
    (
        rf"^(?:angry|mad|furious|rage|raging|so angry|hate\w*)\b.*\b(?:(?:at|with|in|over) {_WHOM}|everyone|"
        r"everybody|traffic)\b",
        "anger",
    ),
    (
        r"^(?:punch\w*|kick\w*|put my fist|hit(?:ting)?|throw\w*|threw|smash\w*|broke) .*\b(?:wall|door|"
        r"window|plate|phone|people|wife|husband|son|sister|brother)\b",
        "aggressive",
    ),
    (r"^(?:see|sees|saw|seeing) (?:\w+ ){0,2}" + _PEOPLE + r"\b", "visual hallucinations"),
    (
        r"^(?:hear|hears|heard|hearing) (?:\w+ ){0,2}(?:voice|people|music|whisper\w*|someone|somebody|"
        r"my name|footstep)\b",
        "auditory hallucinations",
    ),
    (
        r"\b(?:neighbor|neighbour|everyone|everybody|people|they|someone|somebody|police|camera|fbi)\b.*"
        r"\b(?:listening|watching|following|out to get|talking about|plotting|spying|laughing at|recording|"
        r"after)\b(?: to)?(?: me| us| him| her)?$",
        "paranoia",
    ),
    (
        r"\b(?:(?:want|wanted|wanting|wish|wished|wishing|rather|better off)\b.* (?:dead|die|died|dying|"
        r"disappear\w*|end it|not (?:be )?(?:here|alive|exist)|"
        r"not wake up)|(?:not want|dont want|didnt want|not wanting|no reason|not worth|"
        r"tired of)\w*(?: to)? (?:be here|be alive|live|living|exist\w*|wake up|"
        r"going on)|better off without me|(?:thought|think\w*|thinking|talk\w*|idea|urge)s? (?:of|about|to|"
        r"that) .*(?:ending|end my|end it|kill\w*|suicid\w*|"
        r"not wanting to|not being here|stepping|step off|jump\w*|crash\w* (?:my|the) car|overdos\w*)|"
        r"kill (?:my|him|her)self|"
        r"end my (?:own )?life)\b",
        "suicidal thoughts",
    ),
    (
        r"\b(?:cut|cutting|cuts|hurt|hurting|harm|harming|burn|burning|hit|hitting) (?:my|him|her|"
        r"them)sel(?:f|ve)\b",
        "self harm",
    ),
    (
        r"^(?:gambl\w*|casino|at the casino|(?:online )?poker|betting|scratch (?:card|ticket)|"
        r"lost .* gambling)\b|\bgambling$",
        "gambling",
    ),
    (
        r"^(?:online )?shopp\w* (?:online )?(?:all|every|until|till|at|spree|like)|^(?:buying|bought|ordering|"
        r"spent|spending) .*\b(?:spree|all night|maxed|did not need|didnt need)",
        "spending spree",
    ),
    (
        rf"^{_DONT} care (?:about|if|what|anymore)|^(?:nothing|not\w*) (?:light\w* up|matter\w*|excite\w*|"
        r"interest\w*|fun|feel\w* fun|enjoy\w*)|^stopped caring\b",
        "apathy",
    ),
    (r"^(?:scared|afraid|terrified|frightened) (?:of|to)\b", "fear"),
    (r"^panic(?:ked|king|ky)? (?:in|at|on|while|when|about|every)\b", "panic attack"),
    (
        r"\b(?:thought|think|sure|convinced|felt like|feel like|feeling like) i (?:was|wa|am|"
        r"is) (?:going to die|dying|going crazy|going mad|losing my mind|about to die)",
        "panic attack",
    ),
    (
        rf"^(?:{_CANNOT}|{_DONT}) (?:settle|sit still|keep still|stay still|stop moving|relax|sit down)|"
        r"\bwill? not (?:lie|lay|stay|keep) still|\bwont (?:lie|lay|stay|keep) still",
        "cant sit still",
    ),
    # eating
    (
        r"^(?:could only|can only|only) (?:eat|keep down|manage|stomach)\b|^(?:stop(?:ped)?|quit|refus\w*|"
        r"barely|hardly|virtually not|virtually stopped|not|scared of) (?:eat|ate|eating)\b",
        "poor appetite",
    ),
    (
        rf"^(?:{_CANNOT}|{_DONT}) (?:(?:bear|stand|look at|face|touch|think about|see)\b.*\bfood|eat (?:much|"
        r"anything$|anything (?:all|for|in)|more than|a thing|a full)|finish a meal)",
        "poor appetite",
    ),
    (r"\b(?:couple|two|three|four|few|2|3|4) (?:of )?bite\b", "poor appetite"),
    (
        r"^(?:eat|ate|eating|eats) (?:everything|constantly|nonstop|non stop|all (?:the time|day|night)|"
        r"like a|whole|entire|the whole|anything)\b",
        "eating everything",
    ),
    (rf"^(?:{_CANNOT}|{_DONT}) keep (?:anything|food|water|it|a thing|even) ?(?:down)?\b", "vomiting"),
    (r"^(?:throw|threw|throwing|thrown) up\b|^(?:puk\w*|vomit\w*|barf\w*|upchuck\w*)\b(?!.*\bblood)", "vomiting"),
    (
        r"\btast\w* (?:like|of) (?:\w+ ){0,2}(?:metal|coin|penn\w+|battery|batteries|blood|iron|copper|"
        r"aluminum|chemical|soap|cardboard|ash|dirt|sand|salt)",
        "metallic taste",
    ),
    # breath, strength, movement, balance
    (r"\bgasp\w* for (?:air|breath)|\b(?:out of breath|winded)\b", "short of breath"),
    (
        rf"^{_CANNOT} (?:even )?(?:open(?:ing)?|grip(?:ping)?|grab|twist|squeez\w*|unscrew|make a fist|"
        r"clos\w* (?:my|his|her) (?:fist|hand)|turn\w* (?:a|the|my) (?:\w+ )?(?:key|knob|doorknob|tap|faucet|"
        r"page|lid|handle|wheel))\b(?!.*\b(?:eye|mouth|jaw)\b)",
        "weak grip",
    ),
    (
        rf"^{_CANNOT} .*?\b(?:lift|raise|move) (?:my |his |her |the |left |right )*(?:arm|shoulder|kettle|"
        r"hand)\b(?!.*\bpain)",
        "cant lift my arm",
    ),
    (
        rf"^{_CANNOT} .*?\b(?:climb|get (?:up|down)|go (?:up|down)|do|take|manage|walk (?:up|down)) .*\bstair",
        "difficulty climbing stairs",
    ),
    (
        rf"^{_CANNOT} .*?\b(?:(?:get up|get out|rise|stand up|get off|stand) (?:from|out of|off)|"
        r"stand(?: up)? without|get up without|get up off) .*"
        r"\b(?:chair|toilet|sofa|couch|floor|seat|wall|rail|help|holding|car)",
        "muscle weakness",
    ),
    (rf"^{_CANNOT} .*?\b(?:walk|walking)\b|^can(?:t| not| barely| hardly)? walk\b", "cant walk"),
    (
        r"^(?:drop|dropped|dropping|drops|knock\w*) (?:thing|stuff|everything|cup|mug|plate|glass|dish|pan|"
        r"phone|two|over|my)\b|^knock\w* (?:thing|stuff) over",
        "clumsy",
    ),
    (
        r"\b(?:leg|thigh|knee|calf)s?\b.*\b(?:like|of|made of|full of) .*\b(?:lead|cement|concrete|jello|"
        r"jelly|rubber|sand|noodle|playdough|string|wood|log|brick|"
        r"spaghetti|cotton|water|weight)\b",
        "weak legs",
    ),
    (
        r"^(?:fall|fell|falling|falls) (?:down|over|backward\w*|in the|in my|on the|straight|out of|off|"
        r"to the|on my|twice|face)\b",
        "falls",
    ),
    (
        r"^(?:room|floor|world|ground|everything|house|bed|wall)\b.*\b(?:spin\w*|spun|tilt\w*|rock\w*|sway\w*|"
        r"moving|tip\w*)\b",
        "room spinning",
    ),
    (
        r"^(?:like|as if|as though|felt like|feel like|feels like|feeling like) (?:i (?:was|wa|am|would|might|"
        r"m|d) )?(?:going to |about to |gonna )?(?:fall|falling|faint\w*|pass\w* out|black\w* out|keel\w*)\b",
        "lightheaded",
    ),
    # body
    (
        r"\b(?:somebody|someone|elephant|weight|brick|ton|gorilla|truck)\b.*\b(?:sitting|sat|sit|standing|"
        r"stand|on)\b.*\bchest|\bchest\b.*\b(?:sitting|elephant|weight|band|vise|vice|squeez\w*)\b",
        "chest tightness",
    ),
    (
        r"^(?:head|skull)\b.*\b(?:vise|vice|clamp|band|explod\w*|split\w*|pound\w*|hammer\w*|throb\w*|axe?|"
        r"drill\w*|burst\w*)\b",
        "headache",
    ),
    (
        r"\bheart\b.*\b(?:race|racing|raced|pound\w*|thump\w*|out of my chest|hammer\w*|going crazy|"
        r"going a mile|skip\w*|flutter\w*|flip\w*)\b|^feel my heart\b",
        "heart racing",
    ),
    (
        r"\b(?:light|sun|sunlight|screen|brightness|headlight)\b.*\b(?:hurt\w*|unbearable|bother\w*|"
        r"too bright)\b",
        "light sensitivity",
    ),
    (
        r"^(?:ant|bug|something|spider|insect)s? (?:crawl\w*|march\w*|walk\w*|moving|under)\b|^crawl(?:y|"
        r"ing) (?:all|under|in|on|skin|feeling|sensation)\b",
        "crawling skin",
    ),
    (r"^goose ?(?:bump|flesh|pimple)", "goosebumps"),
    (
        r"\b(?:pull\w*|came|come|coming|comes|falls?|falling|fell)\b.*\bhair\b|^hair\b.*\b(?:shower|drain|"
        r"pillow|handful|clump|brush|thinn\w*|come|came|coming|falls?|fell|falling)\b",
        "hair loss",
    ),
    (
        r"\b(?:soak\w*|sweat\w*|drench\w*) through\b(?!.*\b(?:pad|tampon)\b)|^(?:sheet|pajama|shirt|bed|"
        r"pillow)s? (?:is |was |are |were )?(?:soaked|drenched|wet)\b",
        "drenching sweats",
    ),
    (r"\b(?:soak|soaked|soaking|through|change|changing|fill\w*)\b.*\b(?:pad|tampon)s?\b", "heavy periods"),
    (
        r"^(?:no|not had|hasnt|havent|didnt|without)\b.*\b(?:poop\w*|bowel movement|bm|gone|"
        r"number 2)\b.*\b(?:day|week)\b",
        "constipation",
    ),
    (
        r"\b(?:poop\w*|bowel|bm|number 2)\b.*\b(?:every|time a|time per)\b|^live (?:on|in) the (?:toilet|"
        r"bathroom)",
        "diarrhea",
    ),
    (r"^(?:pee\w*|urinat\w*|wee\w*)\b.*\bnight\b", "nocturia"),
    (
        r"^(?:pee\w*|urinat\w*|wee\w*)\b.*\b(?:every|constantly|all the time|nonstop|time (?:a|per))\b|"
        r"^(?:have|had|having) to (?:pee|urinate|wee)\b",
        "frequent urination",
    ),
    (
        r"^(?:cant|couldnt|unable to|quit|stopped|hard to|trouble|not able to) (?:pee|peeing|urinat\w*|wee)\b",
        "cant pee",
    ),
    (
        r"^(?:look\w*|face|cheek)\b.*\b(?:like a (?:balloon|moon|chipmunk|dinner plate|pumpkin|basketball|"
        r"hamster)|chipmunk)\b",
        "face swelling",
    ),
    (
        r"\b(?:ankle|foot|feet|leg|toe)s?\b.*\b(?:like (?:a |an )?(?:\w+ )?(?:balloon|sausage|tree trunk|"
        r"elephant|plum|melon|football)|blew up|blow up|ballooned|shoe\w* (?:wont|dont|didnt|not) fit)\b",
        "swollen feet",
    ),
)

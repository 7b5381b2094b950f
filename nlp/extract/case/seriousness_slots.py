"""Words that fill the slots of the constructions in `seriousness_cues`, beside those that every table of cues shares.

A slot whose name starts with NOT is an exception: words behind a cue that make it something else.
"""

from __future__ import annotations

from nlp.extract.alternation import either
from nlp.extract.case.slot_cues import worded


def unless(*ways: str, lead: str = "", whole: bool = False) -> str:
    """Not before any of these words behind the words of `lead`, even as the start of longer ones, save `whole` ones."""
    border = r"\b" if whole else ""
    return f"(?! {lead}{either(*ways)}{border})"


# Persons, and small words that many constructions share.
PERSONS = {
    "ME": either("me|him|her"),
    "MINE": either("my|his|her"),
    "SOMEBODY": either("i|he|she|we|they|to|me|him|her|us|patient|mom|mum|dad|baby"),
    "WORD_ENDS": r"(?= |[.,]|$)",
    "CLAUSE_ENDS": r"(?= |[.,!]|$)",
    "BECAUSE": either("because|over|due|from|for it", "to (?:this|it)", "thanks|as a result"),
}
# In a ward, kept there, moved there.
STAYING = {
    "NOT_OWNED_UP": unless(  # "admitted that she was tired", "admitted to the study"
        "that|it|he|she|i|they|we|we'?d|being|having|taking|using|defeat",
        "<SELF>",
        r"<MY> (?:doctor|dr|doc|gp|husband|wife|mom|mum|nurse|mistake|error|fault|pharmac\w+|school|college)",
        "the (?:program|study|trial|university|bar)",
        lead="(?:to )?",
    ),
    "LIES": either(
        "was|were|am|i'?m|is|he's|she's|been|be|being|stay(?:ed|s|ing)?|remain(?:ed|s)",
        r"spen[dt](?: \w+){1,5}?",
        "land(?:ed|s)",
        "(?<!they )(?:end|wound|wind|finish)(?:ed|s|ing)? up",
        "put <WHOM>",
        "back|still|currently|now|lying|laid|lay|stuck|recovering|treated",
    ),
    "STILL": "(?:(?:back|now|again|still|twice|sick|here|up|right) )*",
    "BEDSIDE": either(
        "<WARD>",
        "(?:heart )?monitor",
        r"(?:cardiac|heart|medical|surgical|telemetry|\d+(?:th|rd|nd)) floor",
        r"there|a&e|\w+ unit|hospital",
    ),
    "SO_LONG": either(" <AS_ILL> ?", " (?:for )?<STAY>"),
    "AS_ILL": either(
        "for<NOT_AN_ERRAND>",
        "again|twice|overnight|because|with|at first|over",
        r"(?:where|and) (?:he |she |i |they |we )?(?:stay|remain|spen|was there)\w*",
        "(?:un)?till?",
    ),
    "NOT_AN_ERRAND": unless(  # "in the hospital for my infusion"
        "it|this|that|evaluation|treatment|infusion|observation for|planned|scheduled|elective|surgery|delivery",
        r"\w+ (?:replacement|surgery)",
        lead="(?:an? |my |his |her |further )?",
    ),
    "NOT_AT_HOME": unless(
        "home|at home|in bed",
        r"on (?:it|this|the|\d|my)",
        "with|clean|sober|off",
        "and (?:i|it) (?:was|felt) fine",
    ),
    "KEPT": either(
        "(?:kept|keep|keeping|held|hold|watched|observed|monitored|detained) <WHOM>",
        "(?:was|were|got|been|being|is|stayed|^) ?(?:kept|held|watched|detained|monitored)",
    ),
    "UNTIL_WELL": either(
        "<STAY>",
        r"(?:1[2-9]|[2-9]\d|twelve|twenty\S*) hours",
        r"for (?:\w+ )?observation|under (?:close )?observation",
        "(?:until|till?) <WELL>",
        "over the weekend",
    ),
    "WELL": either(
        "the next|morning",
        "(?:mon|tues|wednes|thurs|fri|satur|sun)day",
        "discharge|i was stable|(?:s)?he was stable",
        "<MINE> (?:inr|levels?|potassium|sodium|labs?|counts?|fever)",
    ),
    "NOT_KEPT_FROM": unless(  # "kept me all night from sleep"
        "from|of|my|the dark|mind|pain|touch|line|check|shape|bed|the house|place|contact|a",
        "the (?:room|chair|parking|store|clinic|waiting)",
        "up|long",
        whole=True,
    ),
    "NOT_IN_MIND": unless("the|a|my|mind|bed|check|touch|shape|line|pain|place|contact", whole=True),
    "DAYS_LATER": either(
        "after <COUNT> (?:days|nights|weeks)",
        "the next (?:day|morning)",
        r"on day \w+",
        "<COUNT> (?:days|weeks) later",
    ),
    "ON_A_DAY": either(
        r"from (?:the )?(?:\w+ )?hospital",
        r"on (?:day|\w+day|the)",
        "after",
        "<COUNT> (?:days|weeks) later",
        "the (?:next|following)",
    ),
    "MOVED": either(
        "mov(?:ed|ing)|transferr?ed|sent|wheeled|took|taken",
        "airlifted|flown|flew|referred|rushed|transported|upgraded",
    ),
    "NEW_BED": r"(?:(?:the|an?|another) )?(?:\w+ ){0,2}?"
    + either(
        "<UNIT>",
        r"(?<!spare )(?<!guest )\w+ (?:ward|floor)",
        "ward|bed upstairs|burn unit|trauma (?:center|centre)",
    ),
    "PSYCHIATRIC": either("psych|psychiatric|5150|baker act(?:ed)?|72[- ]hour|involuntary|mental health"),
    "WARD_OR_ER": r"(?:the |an? |my )?(?:\w+ ){0,2}?(?:<WARD>|er\b)",
    "HOLIDAY": either(
        r"night|weekend|week|christmas|easter|thanksgiving|birthday|new year\S*|\w+'s day|holidays?",
    ),
}
# Nearly dead, and what kept somebody alive.
NEAR_DEATH = {
    "NEARLY": either("nearly|almost|about|practically|basically|damn near|darn near", "near(?:ly)? damn")
    + " (?:did )?",
    "NOT_OF_LAUGHTER": unless("laughing", "of (?:laughter|embarrassment|boredom|shame|thirst|hunger)"),
    "OUR_LOVED": either(
        r"him|her|my (?:life|\w*(?:mom|mum|mother|dad|father|husband|wife|son|daughter|baby))",
        r"our \w+",
    ),
    "MINUTES_FROM": either("close|inches|minutes|moments|seconds|hours|days|a breath|inch")
    + " (?:away )?(?:to|from|of)",
    "COULD_HAVE": r"(?:could|might|would|should|'d)(?:'ve| have| of|a)? "
    r"(?:(?:very )?(?:easily|well|probably|actually) )?(?:have |of )?",
    "LOST_FOR_GOOD": either(
        "died|bled to death",
        "been (?:dead|fatal|a goner|the end of <ME>)",
        "killed <ME>",
        "stopped(?= breathing|[.,]|$)",
        "suffocated|choked to death",
        "lost (?:him|her)",
    ),
    "MORE_MINUTES": "(?:minutes|hours|hour|minute|day|days|while) (?:later |longer |more )?",
    "RESCUE": either(
        r"transfusions?|surgery|operation|epi\w*|ambulance|paramedics?|adrenaline|antidote|er",
    ),
    "LUCKY": either("lucky|glad|thankful|grateful|amazed|surprised|blessed|miracle|fortunate") + "(?: that)?",
    "TO_BE": either(
        "to (?:be|still be|have)",
        "i'?m|i am|i was|he'?s|she'?s|he is|she is|he was|she was|i|he|she",
    ),
    "WAS_TOLD": either(r"said|say|told \w+(?: \w+)?|warned \w+|thought|feared|sure|convinced") + "(?: that)?",
    "WOULD_DIE": either(
        "could|might|would|was going to|may|were going to|was gonna|wasn'?t going to make it",
        "would(?:n'?t| not) (?:make it|survive|live)",
        "might not (?:make it|survive|live)",
        r"had \w+ (?:days|hours|weeks) to live",
    )
    + "(?: die| have died| not make it)?",
    # a verb without "die" behind it tells nothing, and a fear of one's own is no word of a doctor
    "NOT_WITHOUT_DYING": "(?<!could)(?<!might)(?<!would)(?<!may)(?<!was going to)(?<!thought i was going to die)",
    "FACE": either("he|she|i|baby|face|and|started|was"),
    "TURNED": "(?:were |was |turned |went |going |had gone |are )?",
    "SWOLLEN_SHUT": either(
        "closed(?: up| off| completely)?",
        "swell(?:ed|ing)? (?:shut|closed)",
        "swollen shut|would have closed",
    ),
    "VENTILATOR": r"vent(?:ilator|ilation|ilated)?<WORD_ENDS>(?! (?:in|my|here|about))",
    "INTO": either("in|into|fell into|was in|went into|slipped into"),
    "GIVEN_CPR": either("did|gave|started|doing|needed|performed?|performing|given|began|with|did|got"),
    "NOT_A_RACING_HEART": unless(r"racing|pounding|flutter\w*|skipping|burn", "beating (?:so|too)"),
    "SEVERAL": either("two|2|three|3|second|another|multiple|several|more|both|twice"),
    "GIVEN": either(
        r"given|gave|got|needed|with|administered|used|had|of|jabbed|sprayed|doses?|\d",
        "hit <ME> with",
    ),
    "KIND_OF_SHOCK": either(
        "septic|anaphyla[ck]tic|anaphylaxis|cardiogenic", r"hypovol\w+|haemorrhagic|hemorrhagic|toxic"
    ),
    "ORGANS": either("organs?|kidneys and liver|liver and kidneys|body|everything|systems?"),
    "ALL_STARTED": "(?:(?:were|are|was|is|started|began|had|all|just|was all) )*",
    "SHUTTING_DOWN": either("shutting down|shut down|failing|failed", "to (?:fail|shut down)"),
    "PINTS": either(r"a|\d|two|three|half an?|\w+") + " (?:lit(?:er|re)s?|units|pints?|half)",
}
# What somebody no longer can do, and what is used or lost instead.
DISABLED = {
    "LIVE": either(
        "go(?:ing)? (?:back )?to (?:work|school|college|class)",
        r"attend (?:school|work|class\w*)",
        "work(?! (?:out|it|that|this|them|with|the (?:thing|cap|pump|pen)))",
        r"hold (?:down )?(?:a|my|his|her|any) (?:\w+ )?job",
        "do <CHORES>",
        "(?:care|fend) for (?:<SELF>|my|his|her|our)",
        "(?:take|taking) care of (?:<SELF>|my|his|her|our)",
        "look(?:ing)? after (?:<SELF>|my|his|her|our|the)",
        r"perform (?:\w+ ){0,3}(?:activities|tasks|duties)",
        "live (?:alone|on my own|independently|a normal)",
        r"(?:pick up|lift|nurse) (?:my|the|our) (?:\w+ )?(?:baby|son|daughter|kids?|child|children|newborn)",
    ),
    "CHORES": either(
        "for <SELF>|my job",
        "any(?:thing)? (?:for <SELF>|around the house)",
        "(?:my |any )?(?:house ?work|chores|daily (?:activities|tasks|chores|life|routine|living))",
        "basic|(?:the )?simplest|normal",
    ),
    "MOVE": either(
        "walk(?! straight)",
        "stand(?! (?:up straight|straight|it|the|any|being|this|that))",
        "sit up|function",
        "get (?:out of|off|up|dressed|around)",
        "leave (?:the|my) (?:house|bed|home|room)",
        "feed|dress|climb|shower|wash|bathe|drive|write|type|see|lift|raise|move|straighten|bear",
        "put (?:any )?weight",
        "parent|hold (?:my|the|our) (?:baby|son|daughter|kids?|child)",
        r"use (?:my|his|her|the) (?:\w+ )?(?:arms?|hands?|legs?|fingers)",
    ),
    "AID": either(
        "walking stick|cane|walker|rollator|crutch(?:es)?|zimmer(?: frame)?|walking frame|wheel ?chair",
        "mobility scooter|stair ?lift|stick<WORD_ENDS>(?! to)",
    ),
    "WEEKS": "<COUNT> (?:weeks?|months?|years?)",
    "FOR_WEEKS": either(
        "(?:for |in |over |about )*(?:<COUNT> |several |many )?(?:weeks?|wks?|months?|years?|semester)",
        r"(?:for )?(?:several|[4-9]|\d\d|four|five|six|seven|eight|nine|ten) (?:\w+ )?days",
        "any ?more|for good|to this day|ever since|permanently",
        r"without (?:help|assistance|someone|somebody|my|an? (?:\w+ )?(?:bar|rail)|<AID>|holding|crutches)",
        "(?:on|by) <MINE> own",
        "by <SELF>|unaided|unassisted",
    ),
    "MONTHS_WHEN": r"(?:for|spent|took me|took) (?:about |over |nearly |almost )?<WEEKS>(?:,| where| that| when)?",
    "ALONE": either(
        "without <HELP>(?! the)",
        "(?:on <MINE> own|by <SELF>)(?=[.,;!?]|$| (?:any|for|and|so|since))",
    ),
    "HELP": either(
        "help|assistance|someone|somebody",
        "my (?:wife|husband|son|daughter|mom|mother)",
        r"an? (?:\w+ )?(?:bar|cane|walker|rail|stick)",
        "holding on",
    ),
    "PREVENTED": either("prevented|prevents|preventing|stopped|stops|kept|keeps|keeping"),
    "LIVING": either(
        "getting up|walking|working|eating|drinking|performing|doing|driving",
        "going to work|functioning|caring|living|being able|holding",
    ),
    "LAID_UP": either("laid|lay|lying|stuck|confined|stayed|spent|been|was|am|flat", "put <ME>"),
    "BED": "(?:my |his |her |the |a )?(?:bed|couch|sofa|recliner|house)",
    "LEANS_ON": either(
        r"(?:now|still|currently|have to|had to|has to|needs? to|must) (?:walk|get around|go|use|rely)\w*",
        r"walks?|needs?|needed|get around|relian\w+|rel(?:y|ies)|end(?:ed)? up|down to|back to",
        "still us(?:es?|ing)|now us(?:es?|ing)",
    ),
    "NOT_FOR_A_TRIP": unless("for (?:the|my|a) (?:airport|trip|ride|way)", r"to the car|out|ramp|access\w*"),
    "IN_ITS_CHAIR": either("ended up in", "(?:i'?m|am|is|was|still|now|been|put <ME>) in"),
    "SINCE_THEN": "(?= (?:now|for|since|ever|until|till|because|by|and)|[.,;!]|$)",
    "NEEDS_HELP": either("needs?|needed|had to have|need|require[sd]?|wants")
    + " "
    + either("help|someone|somebody|assistance|a carer|carers|an aide|care"),
    "SELF_CARE": either(
        r"toilet\w*|bathroom|dress\w*|shower\w*|bath\w*|eat\w*|walk\w*|get\w*|feed\w*|wash\w*",
        "stairs|everything|out of bed|house",
    ),
    "DO_FOR_ME": either(
        "lift|carry|feed|dress|bathe|wash|shower",
        "help me (?:to|up|out|get|dress|walk|off|in|shower|wash)",
        "do everything|do it all|brush|drive me everywhere|wipe|clean me|move in",
    ),
    "OFF_WORK": either(
        "off|out of|missing|missed|away from|unable to return to",
        "not back (?:at|to|in)",
        "hasn'?t (?:been|gone) back to|haven'?t (?:been|gone) back to|not (?:been|gone) back to|not returned to",
    )
    + " (?:from )?(?:work|school|college|uni)(?: sick)?",
    "FOR_MONTHS": either(
        "for (?:over |about |nearly |almost )?<COUNT> (?:weeks?|months?|years?|days)",
        "for (?:weeks|months|good)",
        "since|until|till|now",
        "<WEEKS>",
    ),
    "AWAY_FROM": either("off|out of|away from|of missed|of lost|with no"),
    "MISSED": either("took|take|taking|had|have|needed|need|lost|missed|miss"),
    "NOT_OFF_THE_DRUG": unless("the|it|my", "of (?:the|my|it)", whole=True),
    "A_LOT_OF": either(
        r"so much|a lot of|weeks of|months of|an entire \w+ of",
        "a (?:whole )?(?:semester|term|year) of",
    ),
    "PUT_ON": either("on|took|take|taken|put on|given|needed|granted", "start(?:ed)?"),
    "LONG_TERM": "(?:(?:extended|long|unpaid|indefinite|temporary) )*",
    "DRAWS": either(
        r"on|got|getting|went on|go on|applied for|applying for|filed for|collecting|approved for|receiv\w+",
    ),
    "KIND_OF_BENEFIT": "(?:(?:short|long)[- ]term |permanent |social security |ss |my |full )?",
    "GIVE_UP": either(
        "had to|have to|having to|forced to|forced <ME> to|made me|need to",
    )
    + " "
    + either(
        "leave|give up|quit|stop",
        "resign(?: from)?",
        "drop out of|withdraw from|retire from|sell|close",
    ),
    "OWN": either(
        "working|teaching|driving|nursing|school|college|university|uni",
        r"(?:my|his|her|the|a) (?:\w+ ){0,2}?"
        "(?:job|work|career|business|practice|studies|degree|position|shop|profession)",
    ),
    "FAILED_A_TERM": "fail(?:ed|ing) (?:my|the|a|this|that) (?:semester|year|term|class(?:es)?|course|grade)",
    "ALL_OF_MY": "(?:(?:the|all|most of|half of|some of|almost all|my|his|her|total|complete|permanent|much of) )*",
    "SENSE": either(
        "sight|vision|eyesight|hearing",
        "ability to (?:walk|speak|talk|hear|see|read|swallow|work)",
    ),
    "NOT_FOR_MINUTES": r"(?! <FOR_MINUTES>| ?\(?(?:momentar|brief|temporar)\w*)",
    "FOR_MINUTES": either(
        r"for (?:a (?:few )?|about |\d+ |several )?(?:\d+ )?(?:second|minute|moment|hour)",
        "in two|if",
    ),
    "WENT": either(
        "went|gone|going|now|permanently|legally|left <ME>?|totally|completely|is|am|partially|stone|almost",
    ),
    "NOT_A_BLIND_SPOT": unless(
        "spot|study|ear|trial",
        "to (?:my|the)",
        "with rage",
        r"in (?:my|his|her|the|one) (?:\w+ )?eye[^.]{0,30}(?:minutes|seconds|moment)",
        r"for (?:a few|about|\d+) ",
    ),
    "HARM": either(
        r"damage[d]?|injur\w+|disab\w+|impair\w+|loss|blind\w*|deaf\w*|paraly\w+|weak\w+|lost|affected",
        r"numb\w*|neuropathy|tinnitus|limp|changed|ruined",
    ),
    "THE_HARM": either(
        "damage|loss|it|this|that|injury|blindness|numbness|neuropathy|weakness|hearing|tinnitus|which",
    ),
    "IS": "(?:'?s| is| are| was| may be| might be| will be| could be)",
    "UNABLE": either(r"disabled|crippled|unable|incapacitated|paraly[sz]ed|bed\w+|house\w+"),
    "NO_LONGER_WALKS": "(?:doesn'?t|does not|no longer|cannot|can'?t) walks?",
    "NOT_A_DOG": unless(
        r"yet|my|the|far|much|a dog|(?:him|her) in",
        "on (?:it|them)",
        "in (?:heels|the)",
        "around the",
    ),
}
# Children harmed before they were born.
BORN = {
    "BABY": either(
        "baby|babies|son|daughter|he|she|child|children|kids?|twins?|boy|girl|infant|newborn|one",
        "grand(?:son|daughter|child|baby)",
        "nephew|niece",
    ),
    "MALFORMED": either(
        "cleft (?:palate|lip)",
        "spina bifida",
        "club ?-?f(?:oot|eet)",
        "birth defects?",
        "holes? in (?:his|her|the|its) heart",
        "heart (?:defect|murmur|malformation|condition)",
        r"congenital \w+",
        r"malform\w+|deform\w+",
        "hypospadias|microcephaly",
        "extra (?:finger|toe|thumb)s?|six (?:fingers|toes)|webbed",
        r"missing (?:\w+ ){0,3}(?:fingers?|toes?|hand|arm|leg|foot|limbs?|ear|kidney)",
        "one kidney",
        "no (?:thumbs?|fingers?|arms?|legs?)",
        "neural tube",
        "down'?s? syndrome",
        r"fetal \w+ (?:syndrome|spectrum\w*)",
    ),
    "DEFECT": either(
        r"cleft (?:palate|lip)|spina bifida|birth defects?|hole in (?:his|her) heart|congenital \w+",
    ),
    "SCAN": r"(?:the |my |our )?(?:\d+ week |anatomy |anomaly )?(?:scan|ultrasound|echo|baby)",
    "HARMFUL": either("valproate|hydantoin|warfarin|anticonvulsant|retinoid|alcohol"),
}
# Somebody died.
DYING = {
    "WHO_SADLY": r"<WHO>(?:'s \w+)?(?: <SADLY>)*(?: in[- ]law)?",
    "SADLY": either(
        "has|had|then|later|sadly|also|just|both|all|actually|unfortunately|suddenly|subsequently",
        "eventually|unexpectedly|who|that",
    ),
    "DIES": either(
        "died(?! (?:down|off|laughing|inside))",
        "dies|<PASSED>|expired|perished|succumbed|dropped dead|collapsed and died",
    ),
    "PASSED": r"passed(?: away)?<CLAUSE_ENDS><NOT_PASSED_OUT>",
    "NOT_PASSED_OUT": unless(
        "out|it|the|a|his|her|by|through|gas|stool|stones?|blood|all|every|kidney|that|this|some|clots?",
        "on (?:it|the|his|her)",
        whole=True,
    ),
    "AND_SADLY": "(?:^|and |but |then |, |who |had |has |sadly |suddenly )",
    "NOT_DIED_DOWN": unless(
        "down|off|away after|laughing|inside|on me",
        "of (?:laughter|embarrassment|boredom|shame)",
        "a little",
    ),
    "DIED_SOMEHOW": either(
        "in|at|on|from|of|due|because|after|two|three|four|five|six|seven|a|an|the|that",
        r"\d",
        "within|while|suddenly|later|at home|peacefully|alone",
    ),
    "NOT_DIED_LAUGHING": unless(
        r"laugh\w+|laughter|embarrass\w+|boredom|shame|me|little|bit|cancer\.|inside|hunger|thirst",
        whole=True,
    ),
    "PASSED_SOMEHOW": either(
        "in (?:his|her|the hospital|hospital)",
        "at (?:home|the)",
        r"on (?:\w+day|the \d|\d)",
        "sometime|overnight|last|peacefully|two|three|six",
        "a (?:week|month|year|few days)",
        r"\d+",
    ),
    "NEVER": "(?:did(?:n'?t| not)|does not|doesn'?t|never)",
    "NOT_MAKE_IT_OUT": unless(
        "to|past",
        "through (?:a|the day)",
        "out|home|into|in time|better|worse|up|easy|very",
    ),
    "NOT_DEAD_TIRED": unless(
        "tired|set|to me|asleep|sure|serious|weight|inside|wrong|right",
        "on (?:his|her|their) feet",
    ),
    "GONE_BY": r"(?= (?:by|within|before|in (?:\w+ )?(?:hours|minutes|days)|two|three|the (?:next|same))|[.!]|$)",
    "LED_TO": either(
        "client|patient|resident|resulting in|resulted in|results in",
        "led to (?:his|her)",
        "leading to|cause of|then",
        "ended (?:with|in)",
        "contributed to",
        r"caused? (?:his |her |the |my \w+'?s? )?",
    ),
    "OUR_DEAD": either(r"him|her|my (?:\w+ ){0,2}?<KIN>|our (?:\w+ ){0,2}?<KIN>|\w+ (?:boys|babies|sons|daughters)"),
    "NOT_LOST_A_JOB": unless(r"job|temper|way|hair|trust|appetite|memory|\w+ job"),
}
# Help that is called or sought at once.
EMERGENCIES = {
    "GO": either(
        "ended up|wound up|landed|went|going|gone|sent|took|taken|take <ME>|taking|drove|driven|drive <ME>",
        "rushed|raced|ran|ride|brought|bring|trips?|visits?|visited|straight|right|self|seen|treated|twice",
        "headed|hauled|dragged|carted|presented|showed up|checked|evaluated|evaluation",
        r"transport\w*|transferr?ed|escorted|referred|reported|arrived|admitted",
        r"spent(?: \w+){1,4}?",
        "hours|morning|afternoon|evening|night",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "had to go|have to go|having to go|made <ME> go|decided to go|needed to go|had to be|had to",
        "resulted in going|run",
    ),
    "THE_NEAREST": r"(?:(?:the|an?|my|our|local|nearest|closest) )*(?:\w+ )?",
    "AT_THE_ER": r"(?= (?:they|twice|for|by|with|and|because|that|where|last|on|again|doctor|doc|we|i)\b|[.,!]|$)",
    "ER_SHORT": either("er|e\\.r\\.|ed", "emergency(?: room| department)?", "a ?& ?e|urgent care"),
    "THE_ER": "(?:the|an) (?:er|ed|emergency room|a ?& ?e|a and e|emergency department)",
    "CALLED": r"(?:call(?:ed|ing)?|rang|ring(?:ing)?|phoned?|dial(?:l?ed)?|rung)(?: (?:for|the|an|to))*",
    "NUMBER": either(
        "911|9-1-1|999|000|111|112",
        "ambulances?|paramedics?|ems|emts?|emergency services|rescue squad",
    ),
    "NOT_A_BILL": unless("fee|bill|cost|service|driver|people|crew works|bay nurse"),
    "INJECTED": either(
        "us(?:ed|ing)|gave|given|give <ME>|needed|got|get|treated with|had|of|administered|stabbed|jabbed|injected",
        "required|requiring|received|took|self[- ]administered",
    ),
    "ADRENALINE": either(r"epinephrine|epi(?: ?-?pens?)?|adrenalin\w*|epinepheline|auto-?injector"),
    "NOT_IN_A_BAG": unless("with (?:me|him)", "in (?:my|the|her)", r"on hand|just in case|prescri\w+"),
    "DRIVEN": "(?:drove|brought|took|rushed|raced|sent|hurried) (?:me|him|her|us|them|my \\w+)",
    "WENT_TO": either(
        "went|gone|going|ran|rushed|raced|sent|taken|transported|driven|ended up|trip|trips|go straight|drove|back",
        "get <ME>",
    ),
    "NOT_FOR_A_TEST": unless(
        "for (?:an? |my )?(?:surgery|delivery|check|test|scan|appointment|planned)",
        "where|pharmacy|every|clinic|work",
    ),
}
# What was put in, taken out, broken, lost.
TREATED = {
    "HAD": either(
        "had|has|have|having|needed|needs?|needing|require[sd]?|requiring|got|get|getting|gave|given",
        r"received|receiv\w+|underwent|undergo(?:ne|ing)?|put|did|do",
        "ended (?:up )?(?:with|having|needing|getting)",
        "on|started|with|for|and|was|went for|went in for",
    ),
    "TO_HAVE": r"(?:(?:to (?:have|get|be)|me|him|her|an?|in|another|emergency|several|multiple|two|three|four|\d+|"
    "blood|platelet|iron and|up) )*",
    "PUT_IN": either(
        "transfusions?|transfused",
        "units? of (?:blood|platelets|plasma|packed)",
        "bags of blood",
        "platelets(?= transf)",
        "chest tube|feeding tube|ng tube|g-?tube|peg",
        "catheter(?:i[sz]ed|i[sz]ation)?",
        "foley|shunt|blood patch|cardioversion|cardioverted|ablation",
        "d ?(?:&|and|n) ?c",
        "skin grafts?|stitches|staples|sutures|spinal tap|lumbar puncture",
        "oxygen|o2|nebuli[sz]er|charcoal|stomach pumped",
    ),
    "NEEDED": either(
        "needed|needs?|needing|require[sd]?|put on|started(?: on)?",
        "ended up (?:on|with|needing|having)",
        "got|put in",
        "had to (?:have|get|go on|put|be put on)",
        "gave <ME>",
        "was on|were on|rounds? of",
    ),
    "A_NEW": r"(?:(?:an?|in|the|me|him|her|emergency|two|three|\d|temporary|permanent) )*",
    "OPERATION": either(r"surger(?:y|ies)|operations?|op\b|procedure"),
    "EMERGENCY_OPERATION": either(
        "<OPERATION>",
        r"c-?section|caesar\w+|cesar\w+|hysterectomy|appendectomy|delivery",
    ),
    "IN_NEED_OF": either(
        "needed|needing|had to have|have to have|having to have|required|requiring|went in for",
        r"rushed (?:\w+ )?(?:in)?to",
        "ended up (?:with|having|needing|in)",
        "ending in|resulted in|need|needs|must have|scheduled for|facing|caused",
    ),
    "REPAIR": either(
        "remove|repair|fix|stop|drain|correct|save|clean|take|put|relieve|reattach|close",
    ),
    "OPERATED_ON": either(
        "removed|operated|drained|lasered|amputated|cauteri[sz]ed|stitched|induced|induced early|delivered|revived",
        "cut (?:out|open)",
    ),
    "ROD": either("rod|plate|pins?|stent|shunt|chest tube|port|drain|catheter|pacemaker"),
    "HAVE_MY": either(
        "needing|had to have|have to have|needed|having to have|ended up having|need|needs",
    )
    + " (?:my|his|her|the|to have my)",
    "ORGAN": either(
        "gall ?bladder|appendix|colon|bowel|intestines?|stomach|uterus|womb",
        "ovar(?:y|ies)|spleen|kidney|thyroid|toes?|foot|leg|fingers?|breasts?|tooth|teeth|lung|pancreas",
        "tubes?|clots?|port|iud|lump|tumou?r",
    ),
    "LOST_ORGAN": either(
        r"ovar\w+|kidneys?|spleen|gall ?bladder|colon|uterus|bowel|toes?|testicle|thyroid",
    ),
    "PASSED_OUT": either(
        "pass(?:ed|ing)? out|faint(?:ed|ing)?|black(?:ed|ing) out|fell asleep|falling asleep|fall asleep",
        "nod(?:ded|ding) off|seizure|dozed off|lost consciousness",
    ),
    "DRIVING": either("(?:behind|at) the wheel|while (?:i was )?driving|driving"),
    "CAR": either("car|truck|van|vehicle|bike|motorcycle"),
    "FELL": either(
        r"fell|fall|falling|fainted|fainting|passed out|passing out|blacked out|collapsed|dizz\w+|tripped",
        "seizure|went down|landed|collapse",
    ),
    "BROKE": either(
        r"broke|broken|breaking|fractur\w+|cracked|cracking|shattered|split|smashed|knocked out|dislocat\w+",
        "hit(?:ting)?",
    ),
    "SOME_OF_MY": r"(?:(?:my|his|her|a|an|the|two|three|four|some|several|both|\d|left|right|open) )*",
    "BONE_OR_HEAD": either("<BONE>", "head|forehead|chin|face|eyebrow|lip"),
    "BONE": either(
        "hips?|wrists?|ankles?|arms?|legs?|ribs?|nose|collar ?bone|skull|jaw|foot|back|femur|pelvis|shoulder",
        r"vertebra\w*|bones?|spine|tailbone|elbow|teeth|tooth|heel|toes?|fingers?|hand|knee(?:cap)?|neck",
        "thigh(?: ?bone)?",
    ),
    "BROKE_MY": "(?:broke|fractured|cracked|shattered) "
    r"(?:(?:my|his|her|a|the|two|three|four|some|both|\d|left|right) )*",
    "WHEN_I_FELL": "(?:when|because|from|after|as) (?:i|he|she|the|a|falling|of|my) ?"
    r"(?:\w+ ){0,2}?(?:fell|fainted|passed out|blacked|collapsed|dizz\w+|fall|faint\w*|seizure|got (?:so )?dizzy)?",
    "SUFFERED": either("had|having|caused|resulted in|led to|ended in|suffered"),
    "CANNOT_BE": either("wouldn'?t|would not|couldn'?t|could not|unable to|can'?t"),
    "WOKEN": either(
        "wake (?:up|me|him|her)",
        "be (?:woken|roused|awakened)",
        "rouse <ME>",
    ),
}
PARTS = {**PERSONS, **STAYING, **NEAR_DEATH, **DISABLED, **BORN, **DYING, **EMERGENCIES, **TREATED}


def phrased(row: str) -> str:
    """A construction with the words of its slots put in. Raises KeyError for a slot that has no words."""
    return worded(row, PARTS)

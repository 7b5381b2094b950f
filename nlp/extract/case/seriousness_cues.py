"""Constructions that make an event serious (ICH E2A II.B), and what makes them unreal. Data only.

A row is a construction; earlier rows come first where several fit. Words in angle brackets are slots, whose words
stand in `seriousness_slots` and `slot_cues`. An ER visit without admission is medically important; admission is
hospitalisation.
"""

from __future__ import annotations

import re

from nlp.extract.alternation import either, rows
from nlp.extract.case.reader import NEGATED, table
from nlp.extract.case.seriousness_slots import phrased

HOSPITALISATION = (
    # "they admitted me", "on admission to the ward", "I was hospitalised" in its many spellings
    r"(?:re-?)?adm+itt?ed<NOT_OWNED_UP>",
    r"admit(?:s|ting)? (?:me|him|her|them|us|mum|mom|dad|my (?:\w+ ){0,2}?<KIN>)\b",
    r"(?:hospital|icu|emergency|inpatient|unplanned|psychiatric) (?:re-?)?admissions?",
    r"(?:on|upon|since|after|required|requiring|during|needed|led to|resulted in|date of|prior to) (?:\w+ )?admission",
    r"admission (?:to|at|in) (?:the )?<WARD>",
    r"ho?s?pi?t[aei]?l+[aeiou]?[sz](?:ed|ing|ations?)",
    r"hospitali[sz]e <ME>(?= (?:for|and|twice))",
    r"in-?patient(?! (?:pharmac\w+|nurse|setting))",
    # "I ended up back in the cardiac ward", "she lies in hospital"
    r"<LIES> <STILL>(?:in|at|on|into) (?:(?:the|a|an|my|our|his|her) )?(?:\w+ )?<WARD><NOSTAY>",
    r"(?<!, )(?<!died )in hospital(?! (?:pharmacy|setting|where))",
    r"<BE> (?:put|placed|kept|held|stuck) in(?:to)? (?:the |an? )?<WARD><NOSTAY>",
    r"<UNIT>(?! (?:nurse|doctor|staff|worker|team))",
    r"(?:my|his|her|a|this) hospital bed",
    r"hospital stays?",
    r"overnight stay",
    r"(?:<N>|overnight)[- ](?:day|night)[- ](?:hospital )?stay",
    r"<COUNT> (?:day|night)s? stay",
    r"in and out of (?:the )?hospitals?",
    r"days? in (?:the )?hosp\w*",
    # "three days in the ICU", "in the hospital for a week"
    r"<STAY> (?:\w+ )?(?:in|at|on) (?:(?:the|a|an|my) )?<BEDSIDE>(?! (?:work|job))",
    r"(?:in|into|at) (?:(?:the|a|an) )?(?:\S+ ){0,2}?<WARD><SO_LONG>",
    # "in for two nights", "she has been there for ten days"
    r"(?:in there|in (?:(?:on|with|through) )?)for <STAY>(?<!moved in for a month)",
    r"(?:(?:has|have) been|was|were|been|is) (?:still )?there (?:for )?<COUNT> (?:nights?|days?|weeks?)",
    r"(?:was|were|been) in (?:for )?<COUNT> (?:nights?|days?|weeks?)",
    r"in there (?:for )?<STAY>",
    r"<STAY> in there",
    # "I had to stay two nights", "he stayed there until Sunday"
    r"<SOMEBODY> (?:had to |\w+ed )?stay(?:ed)? (?:(?:there|in|on|put) )?(?:for )?<STAY>(?: there)?<NOT_AT_HOME>",
    r"(?:i|he|she|we|they|to|and) stay(?:ed)? there (?:since|until|till) (?!this)",
    r"(?:had to|made <WHOM>|me) stay (?:in|over|overnight|the night)\b(?! (?:bed|the|my|a|range))",
    # "they kept me for observation", "was watched until morning"
    r"<KEPT>(?: \w+){0,4}? <UNTIL_WELL><NOT_KEPT_FROM>(?<!up all night)",
    r"keep(?:ing)? <ME> (?:one|a|another|for) \w+ ?(?:more )?(?:nights?|days?)",
    r"(?:kept|keeping|held|hold) (?:me|him|her|us|them|my \w+) in<NOT_IN_MIND>",
    r"under observation",
    r"hospital (?:kept|held|keep) <ME>",
    r"kept (?:in |there )?(?:overnight|<STAY>|for observation)(?! (?:from|of))",
    r"kept in\b(?! (?:mind|the|a|my|check|touch|bed))",
    r"kept <ME> on (?:the|a) .{1,25}(?:ward|floor|unit|overnight)",
    # "would not let me leave", "sent me home after three days", "discharged on Friday"
    r"would(?:n'?t| not) (?:let|allow) (?:me|him|her|us) (?:to )?(?:leave|go home|out|be discharged)",
    r"(?:let|sent|allowed) (?:me|him|her|us) (?:go |out |leave )?(?:home )?<DAYS_LATER>",
    r"(?:did(?:n'?t| not)) (?:come|go|get) home (?:for|until|till) ",
    r"(?:came|come|got|went|sent|back) home (?:from (?:the )?hospital|after <COUNT> (?:days|nights|weeks))",
    r"discharg(?:ed|e) (?:home )?<ON_A_DAY>(?! hours)",
    r"released (?:from (?:the )?hospital|after <COUNT> (?:days|nights|weeks)|the next (?:day|morning))",
    # "moved me up to intensive care", "upstairs to a room"
    r"<MOVED>(?: (?:me|him|her|us|them|my \w+))?(?: \w+){0,4}? (?:up )?(?:to|into|onto) <NEW_BED>",
    r"(?:up|moved|transferr?ed|upstairs) to a (?:(?:private|regular|\w+ floor) )?room(?! temp)",
    # "airlifted to", "flown to", "they found me a bed"
    r"(?:airlifted|medevac'?d|life ?flighted|helicoptered|air ?ambulance)(?: \w+){0,3} (?:to|for)",
    r"(?:flown|flew <ME>) (?:\w+ )?to ",
    r"transferr?ed (?:\w+ ){0,3}(?:by (?:helicopter|air|ambulance)|to (?:the |a |an )?(?:\w+ )?hospital)",
    r"by helicopter",
    r"(?:found|gave|got) <ME> a bed",
    r"a bed (?:upstairs|on the \w+ ward|in the \w+ unit)",
    r"transported to (?:the )?hospital(?=[^.]{0,40}(?:admit|night|days))",
    # "a 72 hour hold", "I was sectioned", "checked myself in"
    r"<PSYCHIATRIC>(?: \w+)? (?:hold|commit\w+|section)",
    r"baker acted",
    r"(?:got|was|were|been|being|had \w+) (?:sectioned|committed)",
    r"checked <SELF> in(?:to)?",
    r"psych(?:iatric)? (?:ward|hospital|unit|facility)",
    r"mental hospital",
    # "wired to a monitor", "back in for a week", "two days on a drip", "eight more in the hospital"
    r"(?:wired|hooked(?: up)?) to (?:a |the |an )?(?:\w+ )?(?:monitor|drip|machines?)",
    r"(?:put|took|take|sent) <WHOM> back in(?: for)?",
    r"back in for <STAY>",
    r"<STAY> (?:there )?on (?:fluids|iv|a drip|drips)",
    r"<COUNT> (?:more|extra) (?:days |nights )?in (?:the )?hospital",
    r"<COUNT> extra days in",
    r"<COUNT> days? of (?:\w+ ){1,3}(?:at|in) (?:\S+ ){0,3}hospital",
    r"at (?:the )?hospital (?:overnight|<STAY>|for <STAY>)",
    # "spent Christmas in the hospital", "stayed the night at the ER"
    r"(?:spent|stayed) (?:\w+ )?(?:the |that )?(?:whole )?<HOLIDAY> (?:in|at|on) <WARD_OR_ER>",
)
LIFE_THREATENING = (
    # "I nearly died", "it almost killed me", "we almost lost him"
    r"<NEARLY>died?<NOT_OF_LAUGHTER>",
    r"<NEARLY>kill(?:ed|s)? (?:me|him|her|my|our)",
    r"<NEARLY>dead",
    r"<NEARLY>bled (?:out|to death)",
    r"<NEARLY>took <MINE> life",
    r"<NEARLY>lost <OUR_LOVED>(?! (?:job|temper|mind|cool))",
    r"<NEARLY>put <ME> (?:in|into|under) (?:the |an? |my |his |her )?(?:grave|ground|coffin|morgue|box)",
    r"<NEARLY>didn'?t (?:make it(?! to)|survive)",
    r"<NEARLY>cost <ME> <MINE> life",
    # "a near death experience", "minutes from dying", "touch and go", "in critical condition"
    r"near[- ]?(?:death|fatal)(?! experience of)",
    r"(?:nearly|almost) fatal",
    r"<MINUTES_FROM> (?:death|dying|being dead|losing (?:him|her))",
    r"(?:close|come|came|been) to (?:death|dying)",
    r"(?:at |knock\w+ on )?death'?s door",
    r"touch and go",
    r"between life and death",
    r"fought? (?:hard )?for <MINE> life",
    r"fight(?:ing)? for <MINE> life",
    r"(?:in|was|were|is) (?:a )?critical(?: condition|ly ill|ly unwell| but stable)",
    r"critically ill",
    # "it could have killed me", "an hour later and I'd be dead", "without the antidote I would ..."
    r"<COULD_HAVE><LOST_FOR_GOOD>",
    r"<MORE_MINUTES>and (?:i|he|she|we)(?:'d| would| might| could)(?: have| of)? (?:be|been|died?|lost)(?: \w+)?",
    r"without (?:the|that|an?|my|his|her|their) (?:\w+ )?<RESCUE> (?:i|he|she|we)(?:'d| would)",
    # "lucky to be alive", "barely survived"
    r"<LUCKY> <TO_BE> (?:still |even )?(?:alive|here|made it|survived|make it|pulled through|breathing)",
    r"barely (?:survived|made it|alive)",
    r"life[- ]?threatening",
    # "the doctor said I would die", "call the family", "we said our goodbyes", "she needs a new liver"
    r"<WAS_TOLD> (?:i|he|she|we) <WOULD_DIE><NOT_WITHOUT_DYING>",
    r"(?:call|called|get|gather|gathered)(?: in)? (?:the |my |his |her )?family(?=[.,!]|$| to say| together| in\b)",
    r"last rites",
    r"prepar(?:e|ed|ing) (?:\w+ )?for the worst",
    r"say (?:our |my |their )?goodbyes?(?= to (?:him|her|mum|mom|dad))",
    r"(?:days|hours|weeks|months) to live(?! with)",
    r"talking about (?:a )?transplant",
    r"(?:needs?|needed|list for|waiting (?:on|for)) a (?:new )?(?:liver|kidney|heart|lung)(?: transplant)?",
    r"transplant list",
    # "he stopped breathing", "my lips went blue", "sats of 74"
    r"(?:stopped|quit|stops) breathing",
    r"(?:not|wasn'?t|isn'?t|hardly|barely) breathing",
    r"breathing maybe",
    r"lips (?:\w+ )?<TURNED>(?:blue|purple)",
    r"blue (?:lips|in the face|and gasping)",
    r"<FACE> (?:turn(?:ed|ing)|went|going|gone) (?:completely |totally )?blue<WORD_ENDS>",
    r"(?:kept forgetting|keeps? forgetting|forgets) to breathe",
    r"breathe for <ME>",
    r"sats? (?:\w+ ){0,3}(?:[3-7]\d)",
    r"oxygen (?:\w+ ){0,4}(?:[3-7]\d)\b",
    # "my throat swelled shut"
    r"(?:air ?way|windpipe|throat) (?:\w+ )?<SWOLLEN_SHUT>",
    r"airway (?:\w+ ){0,2}(?:clos\w+|swell\w*|swollen|compromis\w+|obstruct\w+|constrict\w+)",
    r"clos(?:ed|ing) (?:off )?<MINE> airways?",
    # "he was intubated", "on a vent", "on life support", "in a coma"
    r"in?t?ubat(?:ed|ion|ing|e)(?<!incubated)",
    r"(?:on |a )(?:a |the )?<VENTILATOR>",
    r"ventilat(?:or|ed)",
    r"breathing (?:machine|tube)",
    r"(?:put )?a tube (?:down|in) <MINE> throat",
    r"with a tube",
    r"took the tube",
    r"(?:on|to|off) (?:the )?life[- ]support",
    r"(?:medically )?(?:induced|put <ME> (?:in|into) a) coma",
    r"<INTO> (?:an? )?(?:\w+ )?coma\b",
    r"ecmo",
    # "they did CPR", "my heart stopped", "she coded twice", "no pulse"
    r"resuscitat\w+",
    r"resus",
    r"<GIVEN_CPR>(?: \w+){0,2} (?:cpr|chest compressions)",
    r"cpr (?:in progress|until|till|for|on)",
    r"chest compressions",
    r"bag(?:ged)? <ME><WORD_ENDS>(?! (?:of|a|some))",
    r"(?:respiratory|cardiac|cardio\w+) (?:arrest|failure)",
    r"arrested (?:in|on|twice|at)",
    r"flat ?lin(?:ed|ing)",
    r"heart (?:had |has |actually |literally |just )?stopped<NOT_A_RACING_HEART>",
    r"shocked (?:me|him|her|back|<MINE> heart)",
    r"defib\w*",
    r"(?:he|she|i|and|just) coded",
    r"coded (?:twice|on|in|three|at)",
    r"code blue",
    r"(?:brought|bring|got) <ME> back (?:to life|from the (?:dead|brink))",
    r"(?:to|epi\w*|shocks?|cpr) (?:bring|get|brought|got) <ME> back",
    r"no pulse",
    r"pulseless",
    r"unresponsive (?:and|with|,) (?:not breathing|no pulse)",
    # "it took two EpiPens", "they gave him Narcan"
    r"<SEVERAL> (?:\w+ ){0,3}(?:epinephrine|epi ?-?pens?|adrenaline|epi\b)",
    r"epi ?-?pen (?:\w+ ){0,3}(?:and then another|twice)",
    r"<GIVEN>(?: \w+){0,3} (?:narcan|naloxone)",
    r"narcan'?d",
    r"narcan (?:\w+ ){0,2}(?:brought|woke|revived|saved|twice)",
    # "septic shock", "went into shock", "my organs were shutting down", "I lost two pints of blood"
    r"<KIND_OF_SHOCK> shock",
    r"(?:went|gone|going|go|sent <ME>) in(?:to)? (?:full |complete |a state of )?(?:shock(?! when| at))",
    r"anaphyla\w+(?=[^.!?]{0,60}(?:bring|brought|nearly|almost|epi|adrenalin))",
    r"(?:multi\w*|multiple)?[- ]?organ (?:failure|system failure)",
    r"<ORGANS> <ALL_STARTED><SHUTTING_DOWN>",
    r"lost <PINTS> (?:of )?(?:my |his |her )?blood",
    r"had \d units",
    r"bled (?:out|to death)",
    r"blood loss (?:so|was)",
)
DISABILITY = (
    # "I can't go to work", "could not look after my kids"
    r"<CANNOT> <LIVE>",
    # "couldn't walk for weeks", "can't get up without help", "for two months I could not drive"
    r"<CANNOT> <MOVE>\b[^.;!?]{0,50}? <FOR_WEEKS>(?= |[.,;!?)]|$)",
    r"<MONTHS_WHEN> (?:i|he|she|we|my \w+)(?: \w+)? <CANNOT> (?:<MOVE>|<LIVE>)",
    r"<CANNOT> (?:<MOVE>|<LIVE>|do) (?:\w+ ){0,5}?<ALONE>",
    # "it keeps me from working"
    r"<PREVENTED> <ME> from <LIVING>",
    r"not being able to (?:walk|get (?:up|to)|stand|work|move|drive|care|use)",
    r"unable to (?:walk|get (?:up|out of bed)|stand up|use <MINE>|care for)",
    r"just laid there",
    # "in bed for three weeks", "bedridden", "house bound"
    r"<LAID_UP>(?: \w+){0,4}? (?:in|to|on) <BED>(?: \w+){0,2}? (?:for )?<LONG>",
    r"in bed (?:for )?<LONG>",
    r"bed ?-?rid\w*n",
    r"(?:bed|house|home|chair|wheelchair)[- ]?bound",
    r"<COUNT> (?:weeks|months) (?:stuck |flat )?(?:in|on) (?:my |the )?(?:bed|couch|sofa|back)",
    # "I now walk with a cane", "ended up in a wheelchair"
    r"<LEANS_ON> (?:on |with |to |in |using |being )*(?:an? |the |my |his |her |two )?(?:\w+ )?<AID><NOT_FOR_A_TRIP>",
    r"us(?:es?|ing) an? (?:wheel ?chair|(?:power |motori[sz]ed )?chair|mobility scooter)(?! (?:to sit|at))",
    r"(?:on|using) crutches",
    r"<IN_ITS_CHAIR> an? (?:wheel ?chair|chair)<SINCE_THEN>",
    r"in a wheel ?chair (?:for|ever since|since|until|till|now|because|by)",
    r"to a (?:walker|cane|wheelchair|stick)\b",
    # "needs help dressing", "my wife had to do everything", "round the clock care"
    r"<NEEDS_HELP>(?: \w+)? (?:with|to|for|getting|around) (?:\w+ ){0,3}?<SELF_CARE>",
    r"(?<!the )(?<!other )<KIN> (?:\w+ )?(?:has|had|have|needs|was having) to (?:\w+ )?<DO_FOR_ME>",
    r"had to (?:lift|carry|feed|dress|bathe|wash) <ME>",
    r"had to do everything(?: for <ME>)?<WORD_ENDS>",
    r"(?:into|in) (?:a |the )?(?:care|nursing) home (?:because|now|since|after)",
    r"round[- ]the[- ]clock care",
    r"24[- ]?(?:/7|hour) care",
    r"full[- ]time care",
    # "off work for a month", "two weeks of missed school", "missed a whole semester"
    r"<OFF_WORK> <FOR_MONTHS>",
    r"not back (?:at|to) work",
    r"out of work sick",
    r"off sick(?! (?:from|with) (?:the|a) (?:cold|flu))",
    r"(?:out|off) on (?:sick|medical|long|short|stress|disability)\w*(?:[- ]\w+)* ?(?:leave|disability)?",
    r"<WEEKS> <AWAY_FROM> (?:from )?(?:work|school|college|pay|wages)",
    r"<MISSED> (?:\w+ ){0,2}?<WEEKS> (?:off|out|of (?:work|school|college|classes))<NOT_OFF_THE_DRUG>",
    r"miss(?:ed|ing)? <A_LOT_OF> ?(?:work|school|college)?",
    # "on medical leave", "I draw disability", "signed me off"
    r"<PUT_ON> (?:an? )?<LONG_TERM>(?:sick|medical|disability|fmla|health) leave",
    r"(?:on )?fmla",
    r"leave of absence",
    r"<DRAWS> <KIND_OF_BENEFIT>(?:disability|ssdi|ssi|pip)(?! (?:rights|insurance company))",
    r"(?:signed|sign|signing) (?:me |him |her )?off(?: (?:work|sick)|(?= for <COUNT>| until|[.,]|$))",
    r"sick note",
    r"sick[- ]?listed",
    # "lost my job over it", "had to give up teaching", "dropped out"
    r"(?:lost|lose|losing) <MINE> (?:\w+ )?(?:job|career|business|licen[cs]e) <BECAUSE>",
    r"cost <ME> <MINE> (?:job|career|marriage and job)",
    r"lost <MINE> independence",
    r"(?:fired|let go|laid off|dismissed) (?:because|due|over|from|for (?:missing|being))",
    r"<GIVE_UP> <OWN>",
    r"(?:give|gave|giving|given) up (?:<OWN>|work)",
    r"had to (?:stop working|quit working|retire|resign|drop (?:out|\w+ (?:classes|courses)))",
    r"(?:retired?|retirement) (?:early|on (?:medical|health|ill)|on disability)",
    r"(?:early|medical|ill[- ]health) retirement",
    r"dropped out (?:of|because)",
    r"<FAILED_A_TERM>(?= because| due)",
    r"flunked",
    # "lost the sight in my left eye", "went deaf"
    r"(?:lost|loss of|losing|lose) <ALL_OF_MY><SENSE>\b<NOT_FOR_MINUTES>",
    r"lost (?:the |all )?(?:use|function|movement|mobility) (?:of|in) (?:my|his|her|both|one)",
    r"<WENT> ?(?:totally |completely |partially )?(?:blind|deaf)<WORD_ENDS><NOT_A_BLIND_SPOT>",
    r"(?:blind|deaf) in (?:one|my|his|her|the|both)",
    # "permanent damage", "it left me disabled"
    r"permanent(?:ly)? (?:\w+ )?(?:\w+ )?<HARM>",
    r"<THE_HARM><IS> (?:now )?(?:permanent|irreversible)",
    r"irreversible (?:\w+ )?(?:damage|loss)",
    r"(?:blind|deaf|paraly[sz]ed)\b[^.]{0,30}permanent\w*",
    r"(?:disabled|crippled|incapacitated) (?:for|since|by|me|him|her|now|because|after)",
    r"(?:left|made|rendered|leaving) <ME> (?:permanently |completely |totally )?<UNABLE>",
    r"(?:am|is|now|are|was) (?:now )?(?:permanently |totally |fully |severely )?disabled",
    # "had to learn to walk again", "they took my leg off"
    r"had to (?:re)?learn (?:how )?to (?:walk|talk|speak|write|eat|use)",
    r"learn(?:ed|ing)? to (?:walk|talk) again",
    r"<NO_LONGER_WALKS><WORD_ENDS><NOT_A_DOG>(?<=walks)",
    r"(?:took|taken|take|taking) (?:the|my|his|her) (?:leg|foot|arm|toes?|fingers?|hand) off",
    r"amputat\w+",
    r"months of (?:rehab|physical therapy|physio\w*) to",
    r"rehab till",
)
CONGENITAL = (
    # "my son was born with a cleft lip", "came out missing two fingers"
    r"<BABY>(?:'s)?(?: \w+){0,2}? (?:born (?:\w+ ){0,4}?(?:with(?! (?:it|a full head|hair))|missing|without))",
    r"<BABY> (?:came out|arrived|came) (?:with|missing) (?:\w+ ){0,3}?<MALFORMED>",
    r"(?:was|were) born (?:with|missing) (?:an? |the |part of |his |her )?<MALFORMED>",
    # "a birth defect from the drug", "the scan showed spina bifida", "a valproate baby"
    r"(?:birth|congenital) (?:defect|anomal|malformation|abnormalit)\w* (?:from|because|due|caused|after)",
    r"<BABY> (?:\w+ )?(?:has|had|have|with|has been diagnosed with|got) (?:an? )?(?:\w+ )?<MALFORMED>",
    r"(?:found|showed|saw|see) (?:an? )?(?:\w+ )?(?:<MALFORMED>) (?:on|at|in) <SCAN>",
    r"fetal <HARMFUL>\w*(?: \w+)? (?:syndrome|spectrum\w*|embryopathy)",
    r"(?:valproate|depakote|epilim|accutane|thalidomide|topamax) (?:baby|babies|kid|child|syndrome)",
    r"born with (?:spina bifida|a cleft|birth defects|a hole)",
    r"(?:has|had|have|with|found) (?:an? )?<DEFECT>",
)
DEATH = (
    # "my mother sadly died", "and passed away", "he died in his sleep"
    r"(?<!her )(?<!his )(?<!when my )<WHO_SADLY> <DIES>",
    r"<AND_SADLY>(?:he |she |they |it )?(?:died|passed away)<NOT_DIED_DOWN>",
    r"died <DIED_SOMEHOW><NOT_DIED_LAUGHING>",
    r"passed(?: away)? <PASSED_SOMEHOW>",
    # "she didn't make it", "Mom never woke up", "he was gone by morning"
    r"<WHO> <NEVER> (?:make it<NOT_MAKE_IT_OUT>|survive|pull through|wake up again)",
    r"never woke up(?! (?:once|all night|during|in|at|feeling|with))",
    r"never came? (?:home|back)(?! (?:with|to (?:me|that)))",
    r"<WHO> (?:was|were|is|are) (?:\w+ )?(?:dead|deceased)<NOT_DEAD_TIRED>",
    r"(?:found|pronounced|declared) (?:him |her |\w+ )?(?:dead|deceased)",
    r"dead on arrival",
    r"is(?:n'?t| not) (?:with us|here) any ?more",
    r"(?:he|she|<MY> (?:\w+ )?<KIN>) (?:was|is) gone<GONE_BY>",
    r"(?:friend|<KIN>) (?:is|was) dead (?:because|from|after|due|now|thanks)",
    r"dead (?:by|within) \w+",
    # "it killed him", "cost my father his life", "at his funeral"
    r"kill(?:ed|s) (?:him|her|my (?:\w+ ){0,2}?<KIN>|our (?:\w+ )?<KIN>|<KIN>|people)(?! with| off)",
    r"took (?:his|her|my \w+'s|our \w+'s|the) (?:own )?life",
    r"(?:cost|claimed) (?:him|her|my \w+)(?:'s)? (?:his|her)? ?life",
    r"buried (?:my|our|him|her)",
    r"(?:his|her|my \w+'s|the) (?:funeral|autopsy|death certificate|cause of death|passing)",
    r"coroner",
    r"post[- ]?mortem",
    r"autopsy",
    r"death certificate",
    r"r\.?i\.?p\.?(?= |[,.]|$)(?! (?:off|current))",
    r"still ?born",
    r"stillbirth",
    # "resulting in death", "life support was removed", "we lost him that night"
    r"<LED_TO>(?:'s)? ?(?:his |her |the |my \w+'s )?death(?! (?:rate|risk|sentence|in the family|grip))",
    r"death (?:at home|of (?:my|the|our|his|her)|was|last night|occurred)",
    r"certif(?:y|ied) (?:the )?death",
    r"life support (?:was )?(?:removed|withdrawn|turned off|off)",
    r"(?:i|we|they) (?:\w+ )?(?:have )?lost <OUR_DEAD><CLAUSE_ENDS><NOT_LOST_A_JOB>",
    r"(?:is|was|now|since) deceased",
    r"(?:no pulse|ems called|hospice).{0,60}died",
    r"with fatal (?:outcome|results?)",
    r"was fatal",
    r"proved fatal",
)
CARE = (
    # "I was in the ER", "my husband drove me to A&E"
    r"(?:was|were|been|i'm|back|still|am) (?:\w+ )?(?:in|at) (?:the |an? )?<ER>(?! (?:for (?:a|my) (?:cough|cold)))",
    r"<GO>(?: (?!this |it given)\w+){0,4}? (?:to|in|at|into|via|through|by) <THE_NEAREST><ER>",
    r"(?:in|at|to|from|via) (?:the |an? )?<ER><AT_THE_ER>",
    # "the ER said", "two ER visits", "seen at urgent care"
    r"<THE_ER> (?:said|gave|had to|did|doc\w*|kept|ran|sent|thought|found|treated|put|told|nurse)",
    r"<ER_SHORT>(?: \w+)? (?:visits?|trips?|doc(?:tor)?|dr|physicians?|staff|team|nurses?)",
    r"visit(?:s|ed|ing)? (?:to )?(?:the |an? |my )?(?:local )?<ER>",
    r"urgent care gave <ME> (?:an? )?(?:shot|injection|steroid|epi\w*)",
    r"(?:diagnosed|scans?|tests?|seen|stitched up) (?:\w+ ){0,3}(?:at|in) (?:the )?<ER>",
    r"<ER> (?:twice|two times|x ?\d|three times|again)",
    # "I called 911", "the ambulance came", "paramedics"
    r"<CALLED> ?<NUMBER>",
    r"(?:the |an |by |via |in |our )?ambulances?<NOT_A_BILL>",
    r"paramedics?",
    r"emt'?s?\b",
    r"ems\b(?! (?:for))",
    r"first responders",
    r"fire department came",
    r"squad came",
    r"unresponsive",
    r"poison control (?:told|sent)",
    # "used my EpiPen"
    r"<INJECTED>(?: \w+){0,4}? <ADRENALINE><NOT_IN_A_BAG>",
    r"epi ?-?pen (?:was )?(?:used|given|administered)",
    # "rushed me to the hospital"
    r"<DRIVEN> (?:\w+ )?(?:to (?:the )?(?:\w+ ){0,2}?(?:hospital|infirmary|general|medical)|in(?= and|[.,]| to))",
    r"<WENT_TO> (?:\w+ ){0,3}?to (?:the |a )?(?:\w+ )?hospital<NOT_FOR_A_TEST>",
)
IMPORTANT = (
    # "I got two units of blood", "he has a feeding tube", "had a spinal tap"
    r"<HAD> <TO_HAVE><PUT_IN>(?! (?:bottle|ring))",
    r"<NEEDED> <A_NEW>(?:dialysis(?! (?:patient|because|\d))|pacemaker|stents?)",
    r"(?:needle|drain|tube|tap) in(?:to)? <MINE> (?:spine|back|chest|lung|belly|stomach|side|neck)",
    r"stomach pumped",
    r"pumped <MINE> stomach",
    r"(?:to|and) cath <ME>",
    r"cathed",
    r"(?:\d+|\w+) (?:stitches|staples)",
    r"stitched (?:\w+ )?up",
    r"stitches",
    r"dialysis (?:for|three|twice)",
    r"needed oxygen",
    r"cpap for",
    # "emergency surgery", "an operation to remove it", "it had to be drained"
    r"emergency (?:\w+ )?<EMERGENCY_OPERATION>",
    r"<IN_NEED_OF> (?:(?:an?|\w+|the|two|three) )?<OPERATION>",
    r"had an? (?:\w+ )?operation (?:that (?:day|night)|the next|to|because)",
    r"<OPERATION> to <REPAIR>",
    r"operated on",
    r"(?:had to|must|needs? to|has to) be (?:\w+ )?(?:surgically )?<OPERATED_ON>",
    r"(?:got|was|were) (?:surgically|drained|lasered|cauteri[sz]ed|operated on)",
    # "they put a rod in", "took my gallbladder out", "I lost an ovary"
    r"put (?:an? |in a |\w+ )?<ROD>s? in(?= |[.,]|to)",
    r"(?:took|taken|taking|take|cut|cutting) (?:my|his|her|the) <ORGAN> out",
    r"<HAVE_MY> <ORGAN> (?:removed|out|taken out|repaired|drained|replaced)",
    r"(?:lost|losing) (?:my|his|her|a|an|one|both|part of <MINE>) <LOST_ORGAN>",
    # "passed out at the wheel", "wrecked my car"
    r"<PASSED_OUT>(?: \w+){0,3}? <DRIVING>",
    r"(?:behind|at) the wheel",
    r"(?:crashed|wrecked|totall?ed|flipped) (?:my|the|his|her|our|a) (?:\w+ )?<CAR>",
    r"ran off the road",
    r"hit a (?:parked car|tree|pole|guard ?rail|wall|deer|car)",
    r"car (?:accident|crash|wreck) (?:because|from|due|after)",
    # "fainted and broke my nose", "broke my hip when I fell"
    r"<FELL>\b[^.!?]{0,40}? <BROKE> <SOME_OF_MY><BONE_OR_HEAD>",
    r"<BROKE_MY><BONE>[^.!?]{0,30} <WHEN_I_FELL>",
    r"concuss\w+",
    r"head injury",
    # "I miscarried", "born at 31 weeks"
    r"<SUFFERED> (?:an? |my |two |another )?(?:\w+ )?(?:miscarriages?|stillbirth|ectopic)",
    r"miscarried",
    r"lost (?:the|our|my) (?:baby|pregnancy|twins?)",
    r"lost it at \d",
    r"(?:born|came|delivered|induced|deliver) (?:at (?:2\d|3[0-6]) weeks|\w+ (?:weeks|months) (?:early|premature))",
    r"premature(?:ly)? (?:at|birth|labou?r|born)",
    r"preterm labou?r",
    r"(?:ended up with|needed|had|have) an? (?:\w+ )?c-?section",
    # "could not be woken", "lost consciousness"
    r"medically (?:significant|important)",
    r"<CANNOT_BE> <WOKEN>",
    r"(?:lost|losing|loss of) consciousness",
    r"unconscious",
    r"knocked (?:me |him |her )?unconscious",
    r"(?:removed|took) the tube",
    r"six people came",
)
SERIOUSNESS = table(
    ("death", *map(phrased, DEATH)),
    ("life_threatening", *map(phrased, LIFE_THREATENING)),
    ("hospitalisation", *map(phrased, HOSPITALISATION)),
    ("disability", *map(phrased, DISABILITY)),
    ("congenital_anomaly", *map(phrased, CONGENITAL)),
    ("medically_important", *map(phrased, IMPORTANT)),
)
EMERGENCY = table(("medically_important", *map(phrased, CARE)))
# Words before a cue, in its clause, that make it feared, advised, planned, asked about or only nearly so.
ONLY_THOUGHT_OF = (
    # "if I am admitted", "should I go"
    r"if|unless|in case",
    r"when should",
    r"should (?:i|he|she|we|you)",
    r"you should",
    r"do i (?:need|have)",
    r"don'?t wait",
    r"need to go",
    # "close to", "thought about", "would have"
    r"almost|nearly|close to|about to",
    r"considered|considering",
    r"thought about|thinking (?:of|about)",
    r"would(?:n'?t| not)? have",
    r"i'?d have",
    # "he advised me to go", "they wanted me to", "she refused"
    r"advised|advise|instructed|recommend\w*|suggested|encouraged|urged",
    r"want(?:ed|s)? (?:me |him |her |us |to)",
    r"refused|declined|offered",
    r"used to",
    r"says? to",
    r"said (?:i|he|she|we) should",
    r"told (?:me |us |him |her )?(?:(?:i|he|she|we) should|to) (?:go|call|head|get)",
    r"said to go",
    r"or go",
    # "scared of", "avoids", "rather than"
    r"scared of",
    r"afraid|worried|fear(?:ed|ing|s)?",
    r"avoid\w*",
    r"instead of",
    r"rather than",
    # "years ago", "as a kid"
    r"years ago",
    r"as a (?:kid|child|teen\w*)",
    r"back in (?:19|20)\d\d",
    r"risks? of",
    # "I work in the ER", "my job"
    r"work(?:s|ed|ing)? (?:in|at|as|for|on)",
    r"nurse (?:in|at)",
    r"volunteer\w*",
    r"my job",
    r"where i work",
    # "carries an EpiPen", "it kept me out of hospital"
    r"don'?t want",
    r"carry|carries",
    r"rather",
    r"out of",
    r"saved <ME> from",
    r"keeps? <ME> (?:out|from)",
    r"kept <ME> (?:out|from)",
    # "could lead to", "I wish", "it can cause"
    r"could (?:get|be|lead|cause|end|have)",
    r"facilit\w+ (?:\w+ ){0,6}",
    r"wish(?:ed|es)?",
    r"not so (?:bad|much)",
    r"might (?:get|be|need|have to)",
    r"may (?:be|need|have to)",
    r"can (?:be|cause|lead)",
    r"has been known",
    r"warn\w*",
    r"prevent\w*",
    r"so (?:that )?(?:i|he|she) do(?:es)?n'?t",
)
DID_NOT = r"(?:did|does|has|have|had|was|were|is|been)(?: not|n'?t|nt| never)(?: been)?"
COME_TO = r"(?:cause|result|require|need|lead|meet|prolong|involve|have to|had to|been|be|so bad)"
NEEDED_NO = either("never|without|no need|thankfully not|not yet|avoided", "not bad enough|not serious enough")
# What a cue behind these words does not tell.
UNREAL_WORDS = (
    rf"\b{either(*ONLY_THOUGHT_OF)}\b[^.,;!?]{{0,35}}$",
    # "it did not require a stay", "nor was I hospitalised"
    rf"\b{DID_NOT} {COME_TO}[^.!?]{{0,40}}$",
    r"\bnor\b[^.!?]{0,45}$",
    r"\b(?:died|passed away) $",
    rf"\b{NEEDED_NO}\b[^.,;!?]{{0,30}}$",
    NEGATED.pattern,
)
UNREAL = re.compile(phrased(rows(*UNREAL_WORDS)))
# Words behind a cue that end it before the medicine: "I was bedbound until I found this drug".
STARTED = either(
    "start(?:ed|ing)?|took|tak(?:e|ing)|tried|try(?:ing)?|found|got on|went on|going on",
    "was (?:put|given|prescribed|started)",
    "had (?:this|it)",
    r"this (?:drug|med\w*|pill|shot)|this[.,!]|these",
    "being (?:put|prescribed)",
    "beginning|began",
)
BEFORE_IT = re.compile(
    r"[^.;!?]{0,40}?\b(?:before|until|till|prior to)(?: i| he| she| we| it| they)?"
    rf"(?: (?:ever|even|first|finally))? {STARTED}\b"
)

"""Words for what was done with a medicine and what the event did then. Data only.

Actions follow E2B(R3) G.k.8, dechallenge and rechallenge G.k.9.i.4 and ICH E2D.
"""

from __future__ import annotations

import re

from nlp.extract.case.reader import table

_WHO = r"(?:i|we|he|she|they|you|dr\.? \w+|(?:my |the |his |her )?(?:doctor|doc|dr|gp|derm|neuro\w*|rheum\w*|pcp|psych\w*|onc\w*|cardiologist|oncologist|specialist|nurse|vet|clinic|er|hospital|husband|wife|mom|dad|son|daughter|mother|father|team))"
_ADVERB = r"(?: (?:just|finally|then|also|had to|have|has|had|ended up|eventually|decided to|did|immediately|already|slowly|only|soon|quickly|should have|am going to have to|would have|'d|'ve|want(?:ed)? to))*"
_WORKED = r"(?! (?:working|helping|work(?:s|ed)?\b|bleeding|smoking|drinking|breathing|eating|sleeping|having|getting|me from|doing|hurting|itching|the (?:pain|itch|bleeding|cramps|hot|spasms|headache|seizures|vomiting|infusion)|my (?:pain|period|cough|hair|job|migraines?|seizures?)|coming|being|feeling|crying|growing|talking|when|the day after|by itself|right there on))"

STOPPED = (
    rf"{_WHO}{_ADVERB} (?:stop(?:ped)?|quit|discontinued?|dropped (?:it|them|that)|ditched|pulled (?:it|him|her|me)|held (?:it|them|the)|halted|ceased|yanked){_WORKED}",
    r"(?:stopped|quit|discontinued|stopping|quitting) (?:taking|using|it|them|this|that|these|the|all|cold|after|on my own|early|everything|immediately|because|on day \d+|at \d|it all)(?! (?:working|working|bleeding|pain|itch|cough))|had (?:me|him|her|us) stop|(?:told|said|made|wants?|asked) (?:me |him |her |us )?(?:to )?stop(?: (?:it|taking|the|that|right|for|and))?",
    r"(?:came|went|got|come|getting|coming|gone|been|weaned|tapered|wean(?:ing)?|taper(?:ing)?|pulled|take|took|taken|taking|got|getting)(?: me| him| her| us| myself| himself| herself)?(?: completely| all the way| straight| right)? off(?: (?:it|of|the|that|this|my|them|all|everything|after|cold|\w+))?(?! (?:work|the market|my feet|my chest|the bed|my clothes|school|a bit))|(?:been |now |am |i'm |im |he's |she's |is )off (?:it|the|of|them|that)|off (?:it|them) (?:for|since|now|after|\d)|off the \w+ since",
    r"(?:threw|tossed|flushed|dumped) (?:it|them|the (?:rest|bottle|pack))(?: \w+)? (?:away|out|down)|gave up on it|no longer (?:take|takes|taking|on|use)|(?:won'?t|will not|will never|never) (?:take|taking|touch|use|using)(?: \w+)? again|never (?:again|taking)|i(?:'m| am) done(?: with (?:it|this))?|not taking (?:it|this|that|any ?more)|only (?:took|lasted|made it) (?:\w+ ){1,3}(?:pills?|doses?|days?|weeks?|tablets?)(?: on it)?|had (?:it|the (?:implant|iud|device|patch|mirena|nexplanon|paragard)) (?:taken out|removed|pulled)|took (?:it|the patch) (?:off|out)",
)
# Right before the name of a medicine.
STOPPED_NAMED = re.compile(
    r"\b(?:stopp(?:ed|ing)|quit(?:ting)?|discontinu(?:ed|ing)|dropped|ditched|left off|took (?:our \w+|me|him|her|us) off|(?:been|went|came|going|coming|got|getting|i'm|am|off) ?off|off)(?: of)?(?: taking| using)?(?: the| my| his| her| all)?\s$"
)
FINISHED_NAMED = re.compile(r"^(?: \w+)? (?:was |is )?(?:finished|ended|ran out|was over)\b")
FINISHED = (
    r"(?:finished|completed|done with|got through) (?:it|them|the|my|all|that|with|up|\d+|\w+ (?:weeks|rounds|days|cycles))|(?:last|final) (?:pill|dose|infusion|round|cycle|tablet|shot|one) was|after (?:i|we) finished|when i finished|ran out|the (?:course|pack|bottle) (?:was|is) (?:done|over|finished|empty)|took all (?:of them|ten|seven|the)",
)
SWITCHED = (
    r"(?:switched|switch|switching|changed|moved|swapped|changing|transitioned)(?: (?:me|him|her|us|it|over|back|them|the \w+|from|out))*(?: (?:to|for|over|over to|from|onto|back to))(?! (?:bedtime|morning|nights?|evening|the morning|taking it|days|a different (?:time|doctor)|every|twice|once))|put (?:me|him|her) on (?:\S+ ){1,4}instead|(?:using|taking|on|got|take|use|given|gave me) (?:\S+ ){1,4}instead|(?:went|going|gone|am|i'm|now|be) back (?:to|on) (?:my |the |plain )?(?!normal|sleep|work|bed|it|half|full|school|how|\d)\w+|replaced (?:it )?(?:with|by)|(?:on|takes?|to) (?:\S+ ){1,3}now(?= |,|\.|;)(?! and (?:still|have))",
)
REDUCED = (
    r"(?:lowered|reduced|decreased|halved|cut|dropped|went down|going down|cut back|cut down|brought|backed|came down|stepped down|bumped|knocked|took|splitting|split)(?: (?:me|him|her|it|the|my|his|them|that|back|down|us))*(?: \w+){0,2}? (?:dose|dosage|in half|back to \d+|down to|down on|(?:to|from) (?:\d|half|one|a half|every|once|twice|the)|by half|a bit)|(?:lower(?:ed)?|half|reduced|smaller|halved) (?:the |my |his |her |a )?dose|on (?:the |a )?lower dose|down to \d+|went (?:down )?to half|tapering (?:down|slowly)|cut (?:it|them|the pill|the tablet) (?:to|in)|take half|taking half|half (?:a )?(?:tablet|pill) (?:now|instead)|to every other|down from \d+",
)
INCREASED = (
    r"(?:upped|increased|raised|doubled|bumped|went up|going up|moved up|gone up|titrated|jumped|put|got|moved|increase|up)(?: (?:me|him|her|it|the|my|his|us|that|them))*(?: \w+){0,2}? (?:up to|dose|dosage|to (?:\d|two|the higher|double)|up on|up from)(?! (?:down|lower))|(?:higher|double|increased) (?:the |my |a )?dose|went (?:up )?(?:from \S+ )?to \d+(?= )|worked (?:my way )?up to|now (?:on|at|up to) \d+ ?(?:mg|mcg)?(?= |\.|,)(?! (?:months|weeks|days|years))|up to \d+ ?(?:mg)?",
)
CURRENT = (
    r"(?:still|staying|stay|stuck|sticking|stayed|remain(?:s|ing)?|keep|kept|continue[ds]?|continuing|will continue|plan to (?:stay|keep|continue)|going to (?:stay|stick|keep|continue|give it)|keeping|keep(?:ing)?)(?: (?:on|with|taking|take|takes|using|to take|use|it|at it|going|this|her|him|me))+",
    r"(?:i'?m|i am|im|he'?s|he is|she'?s|she is|am|is|now|currently|currently (?:on|taking))(?: (?:now|also|only|currently|just|already|at|up|back|still|almost))* (?:on|taking|using|takes|doing|getting)(?= |\.|,)(?! (?:my (?:own|last|way|feet|knees)|the (?:couch|floor|fence|phone|list|mend)|day off|better|worse|a (?:waiting|diet)))",
    r"(?:been|be) (?:on|taking|using|getting|doing)(?: it| this| them|)(?= )|(?:i|he|she|we) (?:also |still |now |only |just )?(?:takes?|uses?|gets?|do|inject|give|put|rub)(?= )(?! (?:a (?:nap|walk|bath)|headaches?|dizzy|sick|so|very|really|it with a grain|nauseous|tired|up|out|care|not|n't|the impression|shower))|\d+ (?:years|months|weeks|days|yrs) (?:now|in|on (?:it|this|the))|(?:week|month|day|year) \d+(?: now)?(?=[ ,.:;])|for (?:\w+ ){1,3}(?:years|months|weeks)(?: now)?(?=[ ,.;])|so far|works? (?:great|well|for me|fine|ok|good)|helps?(?= )|since (?:last )?\w+(?=[ ,.;])",
)
ACTIONS = table(
    ("withdrawn", *STOPPED),
    ("finished", *FINISHED),
    ("switched", *SWITCHED),
    ("reduced", *REDUCED),
    ("increased", *INCREASED),
)
UNCHANGED = table(("unchanged", *CURRENT))
NOT_DONE = re.compile(
    r"\b(?:should i|can i|could i|do i|if i|if you|when (?:you|i can)|want(?:s|ed)? to|would|won't|afraid to|scared to|trying to|hope to|planning to|thinking (?:of|about)|thought about|considering|before (?:i|you|she|he|we|they)|until (?:i|you|they)|or|don't|do not|didn't|did not|can't|cannot|never|not|anyone|anybody|ask (?:about|for)|asking about|may|might|talked? about|never want to|going to|about to|wants? me to|let me|to)\s+(?:\w+\s+){0,2}$"
)

RELIEF = re.compile(
    r"(?<![\w'])(?:(?:went|gone|goes|going) away|(?:is|are|was|were|all|completely|now|'s|be|totally|mostly|pretty much|been|had|almost|till it was) (?:gone|back to normal|normal again|fine(?: now| again)?|ok(?:ay)?(?: now| again)?|healed|resolved|cleared)|gone(?= (?:in|by|within|after|the|now|completely|for good|\.|,))|(?:cleared|healed|dried) (?:right )?(?:up|out|in)?(?= |\.|,)|cleared up|disappeared|vanished|resolved|subsided|faded|settled(?: down)?|lifted|eased(?: off| up)?|wore off|let up|passed(?= |\.|,|;)(?! (?:out|away|the (?:test|exam)|on|gas|it|my|a (?:stone|kidney)))|"
    r"(?:got|get|gets|getting|is|are|was|were|much|lot|lots|feel|feels|felt|feeling|bit|little|so much|percent|slowly|some|doing|gotten|been|went) better|improv(?:ed|ing|es)|recover(?:ed|ing)|(?:back|returned|down|went|came|come|closer|close) (?:down |up |back )?to (?:normal|baseline|\d|where|my(?:self)?|what it was|usual)|(?:came|come|comes|coming|went|going|gone|grew|growing|grows) (?:right |slowly |all the way )?(?:back up|back down|down|back in|back)(?= |\.|,|;)(?! (?:pain|hurts?|ache|to (?:my doctor|the (?:doctor|er|hospital))|with a|on (?:it|the|half|full)|and (?:forth|worse)|when i (?:tried|re|took|started)))|"
    r"(?:it|they|that|this|those|these|cough|rash|itching|hives|headaches?|dizziness|nausea|cramps|diarrhea|diarrhoea|bleeding|twitching|sweats?|hiccups|crying|nightmares|pain|shaking|palpitations|swelling|runs|symptoms|hallucinations|vomiting|hair loss|everything)(?: (?:has|have|had|all|just|mostly|never|both|pretty much|finally|then))* (?:stopped|quit|ended|let up|cleared|left)|(?:am|i'm|im|is|was|felt|feel|feeling|back to being|back to|became|be|being|like|more like|he's|she's|himself|herself|myself) (?:myself|himself|herself|my old self|fine|normal|human|ok(?:ay)?|great|good)(?: again| now| today| by| within| the next)?(?= |\.|,|;)(?! with| in bed| at)|"
    r"slept (?:fine|well|like)|(?:stopped|quit)(?= (?:the (?:same|next) day|within|after|in (?:a|\d|two|three)|by (?:the|day)|on its own|that day))|no (?:more |longer )?(?:\w+ )?(?:since|after that|now)|don'?t (?:have|get) (?:it|them|that) (?:any ?more|now)|not anymore|haven'?t had (?:it|one|any|another|a \w+) since|(?:went|came|dropped|fell|has come|have come) (?:back )?(?:down|up)(?= |\.|,)|over (?:in|by|with|within)|all clear|healing|fading|fine (?:now|by|within|after|since|in)|wasn'?t (?:there|bad) (?:any ?more|after)|less (?:now|each day|every)|half of what it was|slow(?:ed|ing) down|off (?:it|again), (?:normal|fine|gone)|\w+ (?:normally|fine|ok) again)(?![\w'])"
)
# Right behind the mention of an event.
RELIEVED = re.compile(
    r"^(?: (?:has|have|had|just|all|that|it gave me|i had|mostly|both|finally|then|also))* (?:stopped|quit|ended|left|lifted|vanished|faded|disappeared|cleared|resolved|went away|(?:is|was|are|were) gone|eased|wore off|let up)\b"
)
# No change after a medicine was stopped: narrower than `PERSISTS`, for other words may speak of something else.
UNMOVED = re.compile(
    r"(?<![\w'])(?:still (?:no\b|have|had|having|there|here|full|lose|going|hurts?|can'?t|feel|get|ringing|numb|the same)|never (?:went|came|got|stopped|left|cleared)|(?:has|have|had|did)(?:n'?t| not)(?: really)? (?:go(?:ne|tten)?|stop(?:ped)?|come|improved?|changed?|cleared|helped|gotten better)|(?:made|makes) no difference|\w+ (?:is|are) not(?= |\.)|(?:\w+ )?stayed(?! (?:on|in|at|off|away|with))|no better|what has not gone away)(?![\w'])"
)
PARTIAL = re.compile(
    r"(?<![\w'])(?:slowly|gradually|getting|a (?:little|bit)|some(?:what)?|mostly|almost|less|fading|improving|healing|easing|coming back|growing back|percent|half|smaller|slowed|more like|not as (?:bad|much|often)|recovering|tolerable|still (?:a bit|a little|some)|better than|only (?:a|the|when|if)|is better|are better|it'?s better|better now|much better)(?![\w'])"
)
PERSISTS = re.compile(
    r"(?<![\w'])(?:still(?! (?:on|taking|take|using|worth|would|love|use|working|works|better|going to|wait|deciding))|(?:never|not|hasn'?t|haven'?t|has not|have not|didn'?t|did not|won'?t|doesn'?t|don'?t|isn'?t|never really)(?: \w+){0,2}? (?:go|gone|went|going|goes|stop(?:ped)?|leave|left|come back|came back|cleared|clear|improved?|resolved|gotten (?:any )?better|get(?:ting)? (?:any )?better|let up|ease|recovered|been the same|healed?)(?: away| up)?|no better|persist(?:s|ed|ent|ing)|ongoing|(?:the )?\w+ stayed|(?:made|makes) no difference|keeps? (?:happening|coming|getting|on|waking|going)|to this day|ever since|getting worse|is worse|worse (?:now|than)|months? later and|what (?:can|do) i do|does (?:it|this|that) (?:get better|go away|ever|wear|stop|last|end)|will (?:it|this|that) (?:go|get|stop|come|ever)|did (?:it|yours|that|the \w+) (?:go|come|get|stop)|as (?:we speak|i type)|right now|won'?t (?:leave|stop|quit)|now i (?:have|am|get|can'?t)|i have (?:\w+ )?now)(?![\w'])"
)
SEQUELAE = re.compile(
    r"(?<![\w'])(?:permanent(?:ly)?(?= |\.|,)(?! (?:fix|relief|job))|never (?:recovered|been the same|right again|the same)|for (?:the rest of my )?life(?= |\.|,)|irreversible|left (?:me|him|her) with|(?:have|has|had|got|leaving|left|with) (?:\w+ )?(?:scars?|scarring)|won'?t (?:ever )?grow back|still (?:have|has) (?:nerve|a (?:scar|limp|white|burning|dark|dent))|lost (?:the|my|his|her) (?:sight|hearing|vision|eye|leg|kidney|foot)|will (?:never|always))(?![\w'])"
)
FATAL = re.compile(
    r"(?<![\w'])(?:he|she|they|mom|mum|mother|dad|father|husband|wife|patient|pt|baby|brother|sister|partner|son|daughter|aunt|uncle)?(?: \w+)? ?(?:died|passed away|expired|didn'?t make it)(?![\w'])"
)
# A time that is over: "the first week I had headaches", "nauseous for three days".
TRANSIENT = re.compile(
    r"(?<![\w'])(?:(?:the |for the |in the |during the |only the |just the |about the )?(?:first|1st|initial)(?: (?:few|couple(?: of)?|two|three|four|five|six|2|3|4|5|6|10|week or|day or|bad))*? (?:hours?|days?|nights?|weeks?|wks?|months?|fortnight|mornings?|doses?|pills?|ones?|time)(?: or (?:so|two))?|at first|in the beginning|at the (?:start|beginning)|initially|early on|to begin with|(?:for|lasted|lasting)(?: only| about| maybe| like| around| over| at least| almost| nearly| a good)* (?:\d+(?:[-–]\d+)?|\d+ (?:to|or) \d+|one|two|three|four|five|six|seven|eight|nine|ten|a|an|a few|several|a couple(?: of)?|half an?|the|two or three|three or four|an? \w+)(?: \w+)? (?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|evening|afternoon)(?! (?:now|and counting|already|straight now))|wore off|that day|the next day only|a day or (?:two|so)|overnight)(?![\w'])"
)

RESTARTED = re.compile(
    r"(?<![\w'])(?:re-?(?:started|tried|challenged|introduced|starting)(?: (?:me|him|her|it|us))?|(?:tried|took|used|started|had|take|taking|started|do|did|given|gave|got|get|eat|put|try|trying)(?: (?:it|them|this|that|me|him|her|the \w+|one|another|\w+))*? (?:again|a second time|once more|back on)|(?:went|go|put (?:me|him|her)|been|am|i'm|now|got|gone|going|so|start(?:ed)?) back (?:on|to)(?: (?:it|the|half|full|a (?:lower|smaller)|\d+))?|back on (?:it|the|half|full|\w+)|second (?:time|try|round|course|attempt|dose|go)|(?:each|every) time (?:i|he|she|we|they) (?:take|takes|took|start|started|try|tried|use|used|get|got|had|have|restart|gave|give)|on it again|took (?:one|another) (?:pill|dose|tablet)|gave it to (?:me|him|her) again|twice now|third time|next (?:infusion|dose|cycle|round))(?![\w'])"
)
BACK_ON = re.compile(r"(?<![\w'])(?:(?:now|am) )?back on (?:it|the|half|full|\w+)(?![\w'])")
RETURNED = re.compile(
    r"(?<![\w'])(?:(?:came|comes|come|is|are|was|were|they're|there|right|and|it's|started|starts|went|had|got|it) (?:right |straight |all |up |down )?(?:back|again)|came back|same (?:thing|story|result|reaction|deal|rash|problem|again|way)|(?:had|got|was|is) the same|returned|recur(?:red|s)|happened again|(?:rash|hives|headaches?|cough|diarrhea|runs|fever|itching|shedding|swelling|cramps|nausea|dizziness) (?:again|came back|was there again|were back|is back|back)|(?:up|down|dropped|rose|started|falling) (?:up )?again|again (?:on|in|within|after|by|the)|(?:every|each) time|a few \w+ again|worse than (?:the first|before))(?![\w'])"
)
NO_RETURN = re.compile(
    r"(?<![\w'])(?:no (?:problems?|issues?|trouble|reaction|\w+ (?:since|this time|with))|(?:been|was|were|am|i'm|is|doing) (?:fine|ok(?:ay)?|good)|fine (?:this time|since|so far)|nothing (?:this time|since|happened)|without (?:any )?(?:problems?|trouble|issues?|it)|so far so good|(?:has|have|did)(?:n'?t| not) (?:come|came|happened?|returned?) (?:back|again)?|with no \w+|no \w+ (?:at all|so far)|(?:did|has) not come back)(?![\w'])"
)

ADVERSE = re.compile(
    r"(?<![\w'])(?:because of (?:the |these |this |all |that |my )?|couldn'?t (?:take|stand|tolerate|handle) (?:it|the|this)|due to|side effects?|not worth|too (?:much|many|sick|tired)|bad reaction|allergic|intoleran\w+|can'?t tolerate|scared me|made me (?:so|too)|since it)(?![\w'])"
)
INEFFECTIVE = re.compile(
    r"(?<![\w'])(?:(?:did ?n'?t|did not|does ?n'?t|wasn'?t|stopped|quit|never|not|isn'?t) (?:really |even |do anything|seem to )?(?:work|working|help|helping|doing (?:anything|enough)|touch|enough|do (?:anything|much|a thing))|no (?:help|effect|improvement|difference|relief|change)|did nothing|does nothing|useless|failed|no better|waste of)(?![\w'])"
)
COST = re.compile(
    r"(?<![\w'])(?:(?:too )?expensive|cost(?:s)?(?: too much)?|copay|insurance (?:won'?t|will not|stopped|denied|doesn'?t|does not|refused|quit|dropped|made)|(?:can'?t|couldn'?t|could not) afford|lost (?:my )?(?:coverage|insurance)|off the market|discontinued by|not covered|shortage|could(?:n'?t| not) get it)(?![\w'])"
)
PREGNANT_REASON = re.compile(
    r"(?<![\w'])(?:(?:got|became|found out i was|trying to get|want(?:ed)? to get|getting|was) pregnant|ttc|(?:trying|want) (?:for|to have|to conceive)(?: a| another)?(?: baby)?|start(?:ed)? trying|to have a baby)(?![\w'])"
)
BETTER = re.compile(
    r"(?<![\w'])(?:(?:didn'?t|don'?t|did not|do not|no longer) need (?:it|them)(?: any ?more)?|felt (?:better|good|fine|well) (?:enough )?so|(?:was|were|am) (?:better|in remission|cured)|in remission|went into remission|cleared so)(?![\w'])"
)
REASONS = (
    ("pregnancy", PREGNANT_REASON),
    ("cost", COST),
    ("ineffective", INEFFECTIVE),
    ("adverse_event", ADVERSE),
    ("better", BETTER),
)
# The date behind words for the first or the last intake.
BEGAN = re.compile(
    r"\b(?:start(?:ed|ing)?|began|took|put (?:me|him|her) on|went on|prescribed|switched to|given|got|have been on|been on)\b(?: \S+){0,6}? (?P<date>(?:in|last|on|since|this|two|three|a|\d+|\w+)(?: \S+){0,3})"
)
ENDED = re.compile(
    r"\b(?:stopped|quit|came off|went off|off (?:it|of it|them)|discontinued|finished|last (?:dose|pill))\b(?: \S+){0,5}? (?P<date>(?:in|last|on|since|this|two|three|a|\d+|\w+)(?: \S+){0,3})"
)

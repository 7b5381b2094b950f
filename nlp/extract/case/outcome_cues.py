"""Words for how an event went on: over, better, still there. Data only; values follow E2B(R3) E.i.7.

A statement is a pattern with its value. What it speaks of is found beside it: an event named right before or behind it,
else the ones told before.
"""

from __future__ import annotations

import re

from nlp.extract.case.reader import table

RECOVERED, RECOVERING, NOT_RECOVERED, SEQUELAE, FATAL = (
    "recovered", "recovering", "not_recovered", "sequelae", "fatal",
)  # fmt: skip

_N = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|few|several|a couple(?: of)?|couple(?: of)?)"
_TIME = r"(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?)"
_VERY = r"(?: (?:now|all|just|mostly|finally|then|also|since|totally|completely|fully|entirely|pretty much|quickly|eventually|soon|gradually|slowly|quite|both|thankfully|basically))*"
_GONE = r"(?:went away|gone away|go(?:es)? away|going away|disappear(?:ed|s)|vanish(?:ed|es)|resolv(?:ed?|es)|subsid(?:ed?|es)|abat(?:ed|es)|dissipat(?:ed?|es)|settled(?: down)?|lifted|wore off|wears off|worn off|let up|lets up|cleared(?: (?:right )?(?:up|out|away))?|clears (?:up|out)|healed(?: up)?|passed|calmed down|died down|dried up|faded(?: away)?|ceased|broke|went back down)"
_STATE = r"(?:is|are|was|were|'s|be|been|being|felt|feel|feels|feeling|got|became|back to being|i'm|im|am|doing)"

STATEMENTS = table(
    (
        SEQUELAE,
        r"permanently|left with(?= @| an? @| the @)|permanent(?:ly)?(?= ?[.,;]|$| (?:@+|now|damage|scar\w*|loss|nerve|hearing|tinnitus|numb\w*|ringing|hair|brain|injur\w*))",
        r"(?:never|not) (?:been )?(?:the same|right) (?:again|since)|irreversible|for (?:the rest of my )?life(?= ?[.,;])",
        r"(?:left|leaving|leaves) (?:me|him|her|us)? ?(?:with )?(?:a |an |some |permanent |two |three |bad |little )*(?:scars?|scarring|dents?|marks?|limp|stain)",
        r"(?:have|has|had|got) (?:a |some |permanent |bad )?(?:scars?|scarring)(?! tissue)|won'?t (?:ever )?grow back|lost (?:the|my|his|her) (?:sight|hearing|vision|eye|leg|kidney|foot|arm|finger|toe)s?",
    ),
    (
        NOT_RECOVERED,
        r"(?:never|not|has ?n[o']t|hasnt|haven'?t|have not|hadn'?t|did ?n[o']t|didnt|won'?t|wont|will not|does ?n[o']t|doesnt|do ?n[o']t|is ?n[o']t|aren'?t|are not|can'?t|cannot|would ?n[o']t|wouldnt)(?: \w+){0,2}? (?:go(?:ne|ing|es)?(?: back)?(?: to normal| away| down)?|went(?: away| back)?|stop(?:ped|ping)?|leave|left|leaving|come back|came back|clear(?:ed|ing)?|improv(?:ed?|ing)|resolv(?:ed?|ing)|gotten (?:any |much )?better|get(?:ting)? (?:any |much )?better|got (?:any )?better|let up|eas(?:ed?|ing)|lift(?:ed)?|budged?|quit(?:ting)?|heal(?:ed|ing)?|settled?|shake|shaken|fade|faded|subsided?|returned|changed?|been the same|recover(?:ed)?|(?:any )?better|grow(?:n)? back|get rid of|shift(?:ed)?)(?: (?:away|up|off|it))?(?! (?:to (?:the|work|my)|on it|back on|the (?:dose|med)))",
        r"still(?! (?:on\b|taking|take|takes|using|use|uses|worth|would|love|works?|working|better|going to|wait\w*|decid\w*|a (?:bit|little) better|on the|have (?:my|the) (?:script|bottle|pills)|recommend|glad|happy|get my|don'?t know|not sure|alive|here|haven'?t (?:heard|decided)|good|think|wish|want|need))",
        r"no better|not (?:any |much )?better|persist(?:s|ed|ent|ing)?|on-?going|linger(?:s|ing|ed)?|continu(?:es?|ing|ed)(?= (?:to (?:have|be|feel|suffer|experience|get|hurt)|at this time|today|now|still|through)| ?[.,;]|$)|remain(?:s|ed)?(?! on)",
        r"(?:it|they|that|which|pain|ringing|cough|rash|@+) (?:has |have |all )?stay(?:ed|s)(?! (?:on|in|at|off|away|with|until|till|for))|(?:made|makes|make) no difference|no (?:change|improvement|relief) (?:yet|so far|since|at all|from stopping|after)|no (?:sign of|end in)",
        r"to this day|(?:is|are|was|were|it's|got|getting|gets|only|just|much|even|feels?|feeling) (?:getting |much |a lot |even )?worse(?! (?:than (?:chemo|the))| before)|worsen(?:s|ed|ing)|spreading",
        r"does (?:it|this|that|the \S+|any of (?:it|this)) (?:ever |eventually |usually )?(?:get better|go away|wear off|stop|last|end|pass|ease|settle|let up|calm down|fade|resolve|improve)|(?:will|when (?:does|will|do|did)) (?:it|this|that|they|these|the \S+|yours) (?:ever |eventually )?(?:go|get|stop|come|end|pass|clear|resolve|wear|ease|let up)|did (?:it|yours|that|these|the \S+) (?:ever |eventually )?(?:go away|get better|stop|come back|clear)|(?:go|goes|get) (?:away|better)\?|how long (?:does|did|do|will|until|before|till|is) (?:it|this|that|yours|these|they|the \S+)|how (?:do|did|can) (?:you|i|we|u) (?:\w+ )?(?:deal|cope|stop|get rid|manage|handle|fix|treat)|what (?:can|do|should) i (?:do|use|take)|any (?:tips|advice|help|suggestions|ideas|remed\w+)|is (?:this|that|it) (?:normal|permanent|going to)",
        rf"(?:{_N} {_TIME}) (?:later|on|out|now|after|since)[^.;]{{0,20}}? (?:still|and (?:i|it|my|he|she) (?:still|am|is|can'?t|have))|right now|as (?:we speak|i type)|(?:keeps?|kept) (?:happening|coming|getting|waking|going|recurring|returning)|comes and goes|on and off (?:since|ever)|ever since|(?<=hurt )since(?= ?[.,;]|$)|(?:won'?t|will not|doesn'?t|wouldn'?t) (?:quit|stop|leave|let up|budge)|(?:will not|won'?t|can'?t) (?:go|shake)|at (?:this|present) time|to present|as of (?:today|now|this)|(?:until|till|up to) (?:now|today|present)|not (?:yet )?(?:resolved|recovered|gone|over)|un(?:resolved|changed)|did not budge|same as before|the same as (?:ever|before|when)|(?:is|are|was|were|stayed|about|much) the same(?= ?[.,;]|$| (?:as|after|since|even)\b)",
        r"now (?:i|my|he|she|it|we|his|her)(?:'m|'ve| have| has| am| is| get| gets| can'?t| hurts?| burns?| aches?)? (?!(?:take|use|using|on|taking|fine|ok|good|better|gone|normal|off|back)\b)|(?:i|he|she) (?:now|currently) (?:have|has|get|gets|suffer)",
    ),
    (
        RECOVERING,
        r"(?:get(?:ting|s)?|slowly|gradually|a (?:little|bit|lot)|little|bit|much|lot|lots|some|slightly|somewhat|way|day by day|bit by bit|little by little|already|is|are|it's|am|i'm|feel(?:s|ing)?|now|doing|%|percent|week by week)(?: (?:a (?:little|bit|lot)|much|slowly|some|gradually|now|already|lots|so much|slightly|definitely|really))* (?:better|less(?! than)|improv(?:ed|ing|es)|fad(?:ed|ing)|eas(?:ed|ing)|clear(?:ed|ing)(?: up)?|heal(?:ed|ing)|recover(?:ed|ing)|com(?:e|es|ing) back|growing back|going (?:down|away)|weaker|lighter|milder|calmer)(?! (?:than|off|with|at|for|if|when i take|on ))",
        r"(?:slowly |gradually )?(?:improving|fading|easing(?: (?:off|up))?|resolving|recovering|subsiding|lessening|diminishing|receding|settling(?: down)?|calming down|clearing(?: up)?|healing|on the mend|tapering off|dying down|going (?:away|down)|(?:com|grow)ing (?:slowly |right )?back(?! (?:to|with|on))|wearing off|letting up|shrinking)",
        r"improved(?: (?:a (?:lot|bit|little)|some|somewhat|slightly|but))|(?:mostly|almost|nearly|partly|partially|about|half|largely|close to|practically) (?:gone|back|normal|better|healed|cleared|resolved|over|recovered|there)|improv(?:ed|ement|es)(?! (?:in|my|his|her|by)\b)|(?:symptoms?|it) (?:has |have )?(?:eased|improved|lessened)|eased(?: (?:off|up|some))?",
        r"(?:not|isn'?t|aren'?t|wasn'?t|n't) (?:nearly |quite |half )?(?:as|so) (?:bad|often|much|severe|strong|intense|\w+)(?: now| any ?more)?|less (?:now|each|every|often|and less|frequent|severe|intense)|(?:maybe |about |like )?\d+ ?(?:%|percent)(?: (?:better|back|gone|there|normal|recovered|now))|half of what it was|down to (?:once|twice|a few|one|two|maybe)|(?:now )?only (?:once|twice|when|a (?:little|bit|few)|mild|occasional)|more tolerable|tolerable now|slow(?:ed|ing) down|bearable now|no longer (?:as|so) \w+|(?:feel(?:s|ing)?|felt|doing|am|is|are|was|were|'s|got|gotten|get) (?:so much |a lot |much |a bit |a little |somewhat |already |way |lots |slightly )?better(?! (?:than|off|with|at))",
    ),
    (
        RECOVERED,
        rf"(?<!never )(?<!not ){_GONE}(?=[ .,;:!?)]|$)(?! (?:the (?:test|exam)|me off|gas|my (?:exam|test)|out (?:at|in|on|from)|for a|down the))",
        rf"(?:is|are|was|were|be|been|all|it's|that's|'s|'re|completely|totally|now|had|has|have|they're|till it was){_VERY} (?:gone|over(?: with)?|back to (?:normal|baseline|usual)|normal(?: again)?|healed|resolved|cleared(?: up)?)(?=[ .,;:!?)]|$)(?! (?:through|to the|from|as (?:a|the)|for (?:a|the) (?:ride|walk)|the counter|a year|\d+))",
        rf"gone(?=(?: (?:in|by|within|after|the|now|completely|for good|since|as soon as|once|when|at|today|away|next|two|three|a day)\b)| ?[.,;!)]|$)|{_VERY} back to (?:normal|baseline|usual|my(?:self| old self| usual)|his|her|where|how|what|being|feeling)|return(?:ed|s)? to (?:normal|baseline|usual|my|his|her|where|work)|(?:came|come|went|dropped|fell|gone|comes|goes)(?: right| straight)?(?: back)? (?:down|up)(?: again)?(?: to (?:normal|baseline|\d+))(?! ?mg)|(?:came|come|comes|went|has come|have come) (?:back )?down(?= ?[.,;!]| (?:by|in|within|after|again|on its own|since|overnight|the next|that|over)|$)",
        rf"{_STATE}(?: (?:back to|completely|totally|perfectly|just|all|pretty much|absolutely|right|much more like|more like|like|now|feeling|otherwise))* (?:fine|ok(?:ay)?|normal|myself|himself|herself|human|my old self|all right|alright|good as new|well|right as rain|steady)(?:(?: again| now| today| after that| by \w+| within| the next| since| on my feet| in (?:a|\d|two))+|(?= ?[.,;!)]|$))|(?:be|is|was) (?:himself|herself|myself)(?: again)?|(?<![\w'])(?:fine|ok(?:ay)?|all good|good|normal|right as rain) (?:now|by|within|after|since|again|the next|in (?:a|\d|two|three))",
        r"(?:made a )?(?:full(?:y)?|complete(?:ly)?|total(?:ly)?)? ?recover(?:y|ed|s)(?! (?:from (?:surgery|the surgery)|slowly|room|time))|no (?:more|longer)(?! (?:than|take|taking|on|use|using|works?|help\w*|of (?:this|that)))|(?:not|n'?t|never)(?: \w+){0,2} (?:any ?more|since(?= ?[.,;!]|$| then)|again(?= ?[.,;!]|$))|a thing of the past|slept it off|(?<=@ )went(?= ?[.,;!]|$)|(?:that|which) was (?:it|all|that|the end of it|over)(?= ?[.,;!]|$)|(?:then|and then|now|after that|since then) (?:nothing|fine|ok|it was (?:fine|gone|over|ok))|and then (?:it|they) (?:stopped|passed)|symptom[- ]free|all clear|good as new",
        rf"(?:it|they|that|this|those|these|both|all|everything|symptoms?|@+|\w+ing|cough|rash|pain|hives|nausea|fever|headaches?){_VERY}(?: has| have| had)? (?:stopped|quit|ended|left(?= ?[.,;!]|$| (?:me|by|in|after|within))|let up|ceased|passed)(?! (?:me|working|my|taking|it|the|us|being|him|her) ?(?!\.))|(?:stopped|quit|ended) (?:on its own|by itself|by themselves|on their own|that (?:day|night)|the (?:same|next) (?:day|morning)|within|in (?:a|\d|two|three)|after (?:a|\d|two|three|about))|took (?:me |about |maybe |a good |almost |over )*(?:\w+ )?(?:\w+ )?(?:minutes|hours?|days?|weeks?|months?) (?:to (?:go|clear|heal|pass|settle|get (?:back|over)|wear|look|be|feel|recover|resolve|disappear|come)|until|before|for (?:it|that|the))|slept (?:fine|well|normal\w*|like a baby|through)(?: again| that night| since)?|got over it|grew back|came? back (?:in )?(?:after|within|fully|completely|when)(?= (?:a|\d|two|three|about|i stopped))",
        r"better(?= (?:by|within|after|in (?:a|\d|two|three)|the next|as soon as|once|when i stopped|since (?:i )?stop\w*)(?! (?:far|some)))|(?:all|much) better now|better again",
    ),
)
# Words of a value inside one of another: the longer statement is what is said.
FATAL_WORDS = re.compile(
    r"(?<![\w'])(?:(?<!almost )(?<!nearly )(?<!have )(?<!who )(?<!could )died|passed away|expired(?! (?:on|in|pills?|med))|(?:resulting in|cause of|sudden|time of|before (?:his|her)|led to (?:his|her)) death|did ?n[o']t (?:make it|survive)|lost (?:him|her|my (?:mom|mum|mother|dad|father|husband|wife|son|daughter|sister|brother|grand\w+))|fatal|passed on|pronounced|demise|killed (?:him|her|my))(?![\w'])"
)
# "the outcome of the events was recovering", the formula of reports.
FORMULA = re.compile(
    r"\boutcomes? (?:of|for|was|were|is)(?P<of>[^.]{0,300}?)(?:\b(?:was|were|is|as|of)\b|:)? ?(?:reported as |considered |noted as |assessed as )?(?P<value>not (?:yet )?(?:recovered|resolved)|un ?resolved|recovered with sequelae|resolved with sequelae|recovering|resolving|recovered|resolved|fatal|ongoing)(?!\w)"
)
FORMULA_VALUES = {
    "recovering": RECOVERING,
    "resolving": RECOVERING,
    "recovered": RECOVERED,
    "resolved": RECOVERED,
    "fatal": FATAL,
}
# A time that is over: "the first week I had headaches", "nauseous for three days".
TRANSIENT = re.compile(
    rf"(?<![\w'])(?:(?:the |for the |in the |during the |only the |just the |about the |over the )?(?:first|1st|initial)(?: (?:few|couple(?: of)?|two|three|four|five|six|2|3|4|5|6|10|week or|day or|bad|half|ten))*? (?:hours?|days?|nights?|weeks?|wks?|months?|fortnight|mornings?|doses?|pills?|ones?|time)(?: or (?:so|two))?|at first|in the beginning|at the (?:start|beginning)|initially|early on|to begin with|(?:for|lasted|lasting)(?: only| about| maybe| like| around| over| at least| almost| nearly| a good| approximately| the)* (?:\d+(?:[-–]\d+)?|\d+ (?:to|or) \d+|{_N}|half an?|two or three|three or four|next|rest of the|an? \w+)(?: \w+)? (?:{_TIME}|evening|afternoon|day)(?! (?:now|and counting|already|straight now|later))|that day|the next day only|a day or (?:two|so)|overnight)(?![\w'])"
)
# The event goes on while it lasts: "for 3 weeks now", "x 2 weeks", not over.
COUNTING = re.compile(r"(?:have|has|'ve|been) [^.;]{0,40}$")

# Words in front of a statement that make it a hope, a prediction or hearsay.
NOT_SAID = re.compile(
    r"\b(?:if|until|till|hop(?:e|es|ing|efully)|hopefully|will|would|should|might|could|can|may|won'?t know|supposed to|(?:they|doc|doctor|everyone|nurse|he|she|people) (?:says?|said|told me|tells me|swears?|promised|claims?)|told|says|waiting (?:for|to see)|wait(?:ed)? (?:for|until)|want(?:s|ed)?|need|wish|expect(?:ed|ing)?|pray(?:ing)?|unless|before)\s+(?:\w+\s+){0,3}$"
)
# What the subject of a statement may be where no event is named before it: a person, a pronoun, or nothing at all.
SUBJECT = re.compile(
    r"(?:^|[.,;:!?(\n–—-]\s*|\b(?:i|he|she|it|they|that|this|these|those|everything|all|both|most|things?|symptoms?|side effects?|effects?|reactions?|we|me|him|her|patient|pt|which|who|now|and|then|but|so|was|were|is|are|has|have|had|did|does|do|been|be|am|"
    r"days?|weeks?|months?|hours?|morning|night|evening|later|ago|after|again|since|baby|son|daughter|mom|mum|dad|husband|wife|until|completely|totally|finally|mostly|also|just|with|day|sunday|monday|tuesday|wednesday|thursday|friday|saturday|weekend|noon|"
    r"of (?:it|them|that|these|those|this)|stopp(?:ed|ing) it)(?:'s|'m|'re|'ve)?(?: (?:has|have|had|all|just|finally|then|also|mostly|both|eventually|usually|now|never|since|slowly|only|is|was|were|are))*\s*)$"
)
# Words that speak of all that was told, not of the last event alone.
ALL = re.compile(
    r"\b(?:they|these|those|all|everything|both|symptoms|effects|reactions|most|things)\b|(?:myself|himself|herself|human|recover|fine|normal|ok|okay|well|alright|back to|new)\b"
)
# Between a statement and the event it is followed by.
TO_EVENT = re.compile(
    r"^(?:\s+(?:have|has|had|having|got|gets?|getting|the|my|a|an|some|this|that|from|of|with|feels?|feeling|bad|any|little|his|her|these|those|all|and|very|so|pretty|quite|really|experienc\w+|suffer\w*|to|be|am|is|are|his|in|on|bit|occasional(?:ly)?|daily|constant|much|more|no))*\s*$"
)
FROM_EVENT = re.compile(r"^(?:(?![.;!?]| but | while ).){0,48}$", re.DOTALL)
# Between an event and what is said of it: "the rash from Bactrim has finally", "the hives that came up all".
OF_EVENT = re.compile(
    r"^\s*(?:(?:from|after|on|with|to|of|by|since|in|all over|around|i (?:got|had)|that|which|it gave me|caused by|i get|everywhere)\b[^,.;:!?]{0,40}?)?"
    r"(?:\s*\b(?:has|have|had|is|was|were|are|did|does|do|also|finally|just|mostly|then|all|both|completely|already|now|never|eventually|quickly|only|started to|began to|seems? to(?: have| be)?|slowly|gradually|really|it|that|and|totally|pretty much|usually|always|kind of|sort of|will|can|would)\b|'s|'ve)*\s*$"
)
LIST = re.compile(
    r"^\s*(?:,|and|&|/|\+|or|,\s*and|plus|with)?\s*(?:the|my|some|a|an|his|her|very|really|severe|bad|mild|also)?\s*$"
)

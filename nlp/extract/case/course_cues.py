"""Words for why a medicine was stopped and for taking it again. Data only.

Dechallenge and rechallenge follow E2B(R3) G.k.9.i.4 and ICH E2D.
"""

from __future__ import annotations

import re

PERSISTS = re.compile(
    r"(?<![\w'])(?:still(?! (?:on|taking|take|using|worth|would|love|use|working|works|better|going to|wait|deciding))|(?:never|not|hasn'?t|haven'?t|has not|have not|didn'?t|did not|won'?t|doesn'?t|don'?t|isn'?t|never really)(?: \w+){0,2}? (?:go|gone|went|going|goes|stop(?:ped)?|leave|left|come back|came back|cleared|clear|improved?|resolved|gotten (?:any )?better|get(?:ting)? (?:any )?better|let up|ease|recovered|been the same|healed?)(?: away| up)?|no better|persist(?:s|ed|ent|ing)|ongoing|(?:the )?\w+ stayed|(?:made|makes) no difference|keeps? (?:happening|coming|getting|on|waking|going)|to this day|ever since|getting worse|is worse|worse (?:now|than)|months? later and|what (?:can|do) i do|does (?:it|this|that) (?:get better|go away|ever|wear|stop|last|end)|will (?:it|this|that) (?:go|get|stop|come|ever)|did (?:it|yours|that|the \w+) (?:go|come|get|stop)|as (?:we speak|i type)|right now|won'?t (?:leave|stop|quit)|now i (?:have|am|get|can'?t)|i have (?:\w+ )?now)(?![\w'])"
)

# Words between a fading and the action that made it fade.
WHEN = re.compile(r"\b(?:when|after|once|until|till|since|as soon as|the (?:day|minute|moment))\b[^.]{0,20}$")
RESTARTED = re.compile(
    r"(?<![\w'])(?:re-?(?:started|tried|challenged|introduced|starting)(?: (?:me|him|her|it|us))?|(?:tried|took|used|started|had|take|taking|started|do|did|given|gave|got|get|eat|put|try|trying)(?: (?:it|them|this|that|me|him|her|the \w+|one|another|\w+))*? (?:again|a second time|once more|back on)|(?:went|go|put (?:me|him|her)|been|am|i'm|now|got|gone|going|so|start(?:ed)?) back (?:on|to)(?: (?:it|the|half|full|a (?:lower|smaller)|\d+))?|back on (?:it|the|half|full|\w+)|second (?:time|try|round|course|attempt|dose|go)|(?:each|every) time (?:i|he|she|we|they) (?:take|takes|took|start|started|try|tried|use|used|get|got|had|have|restart|gave|give)|on it again|took (?:one|another) (?:pill|dose|tablet)|gave it to (?:me|him|her) again|twice now|third time|next (?:infusion|dose|cycle|round))(?![\w'])"
)
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
    r"(?<![\w'])(?:(?:did ?n'?t|did not|does ?n'?t|wasn'?t|stopped|quit|never|not|isn'?t) (?:really |even |do anything|seem to )?(?:work|working|help|helping|doing (?:anything|enough)|touch|enough|do (?:anything|much|a thing))|no (?:help|effect|improvement|difference|relief|change)|did nothing|does nothing|useless|didn'?t do (?:much|anything|a thing|enough)|failed|no better|waste of)(?![\w'])"
)
COST = re.compile(
    r"(?<![\w'])(?:(?:too )?expensive|cost(?:s)?(?: too much)?|copay|insurance (?:won'?t|will not|stopped|denied|doesn'?t|does not|refused|quit|dropped|made)|(?:can'?t|couldn'?t|could not) afford|lost (?:my )?(?:coverage|insurance)|off the market|discontinued by|not covered|shortage|could(?:n'?t| not) get it)(?![\w'])"
)
PREGNANT_REASON = re.compile(
    r"(?<![\w'])(?:(?:got|became|fell|found out (?:i was|i'?m|i am|we were)|trying to get|want(?:ed)? to get|getting|was|\d+ weeks?|\d+ wks?) pregnant|(?:saw|found) (?:the|a|i had a) (?:pregnancy )?test positive|positive (?:pregnancy )?test|(?:now|was|when) expecting|ttc|(?:trying|want) (?:for|to have|to conceive)(?: a| another)?(?: baby)?|start(?:ed)? trying|to have a baby|want(?:ed)? (?:a|another) baby|(?:i'?m|was|am|i got|got) pregnant)(?![\w'])"
)
BETTER = re.compile(
    r"(?<![\w'])(?:(?:didn'?t|don'?t|did not|do not|no longer) need (?:it|them)(?: any ?more)?|felt (?:better|good|fine|well) (?:enough )?so|(?:was|were|am) (?:better|in remission|cured)|in remission|went into remission|cleared so)(?![\w'])"
)
# Neither the reaction nor the illness: none to be had, an operation ahead, a habit that got out of hand.
OTHER = re.compile(
    r"(?<![\w'])(?:ran out|out of stock|(?:clinic|pharmacy|chemist|doctor|pharmacist|shop)(?: in \w+)? (?:was out|closed|shut|moved|retired|had none|lost)|(?:before|for) (?:a |an |my |the |his |her )?(?:surgery|operation|biopsy|procedure)|(?:we|i) (?:were|was) moving|(?:liked|chasing|enjoyed) the (?:feeling|high|buzz|float)|addict(?:ed|ion)|hooked|just to feel good)(?![\w'])"
)
BECAUSE = re.compile(r"\b(?:because|bc|cause|cuz|as|since|for|but)\b")
REASONS = (
    ("pregnancy", PREGNANT_REASON),
    ("cost", COST),
    ("other", OTHER),
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

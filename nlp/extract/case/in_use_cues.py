"""Words that tell that a medicine is in use, or was, where nothing is said to be done with it. Data only."""

from __future__ import annotations

import re

from nlp.extract.case.action_cues import NUMBER

# Present use of a medicine, in front of its name, behind it, or anywhere in the post of a single suspect.
_PERIOD = r"(?:days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?)"
PRESENT_BEFORE = re.compile(
    r"\b(?:still (?:on|take|taking|use|using|get|getting|do)|(?:i|he|she|we|also|and|so|now|that|currently|just|only) (?:now |still |also |only |just )?(?:take|takes|use|uses|inject|injects|wear|get|gets)|"
    r"(?:i'm|i am|im|am|is|he's|she's|now|currently|are)(?: \w+)? (?:on|taking|using|doing|getting|trying)|been (?:on|taking|using|doing|getting)|"
    rf"{NUMBER} {_PERIOD} (?:in )?(?:on|in|of|into)|(?:sticking|stick|staying|stay|continue|continuing|keep|keeping|kept)(?: \w+)?(?: on| with| taking| using)?|just (?:started|got|began)|same dose of)\b[^.;]{{0,15}}$"
)
PRESENT_BEHIND = re.compile(
    rf"^(?:[^.;]{{0,40}}\b{NUMBER} {_PERIOD} (?:now|so far|in|ago)\b|[^.;]{{0,20}}\bsince\b|[^.;]{{0,30}}\b(?:yesterday|today|this (?:week|morning|month))\b|(?: \d+ ?(?:mg|mcg)?)?(?: \w+)? (?:gives?|makes?|helps?|works?|keeps?|causes?|does|has)\b)"
)
PRESENT_ANYWHERE = re.compile(
    rf"(?<![\w'])(?:so far|(?:day|week|month|year) \d+(?! (?:mg|of the))|{NUMBER} {_PERIOD} (?:in|now)(?= ?[.,;:!?)]| and| on)|(?:stick(?:ing)? (?:with|to|it)|keep(?:ing)? (?:taking|on|going|using)|will (?:continue|keep)|staying on|stay on|no plans to (?:stop|quit)|won'?t (?:be )?(?:stop|quit|giv)\w*|don'?t want to (?:stop|quit|come off|give)|"
    r"haven'?t (?:stopped|quit|missed)|never (?:stopped|missed)|worth it)|next (?:dose|shot|infusion|injection|round|cycle|treatment)|does (?:it|this|the \S+) (?:ever )?(?:go away|get better|stop|wear off)|(?:i|he|she|we) (?:\w+ )?(?:takes?|uses?|injects?|swallows?) (?:it|this|mine|them|one|half|two|\d|with|at|every)|(?:am|i'm|im|is|been|now|still|he's|she's) (?:\w+ )?(?:on|taking|using) (?:it|this|these|them)|"
    r"(?:it|this) (?:works|helps|gives me|makes me|does help|keeps me)|still (?:on|take|taking|using|use)|giv(?:e|ing) it (?:time|a|another|until|till)|(?:do|should) (?:i|we) (?:stop|quit|keep|stay|switch|skip|call|ask)|thinking (?:of|about) (?:stopping|quitting|switching|coming off)|(?:raise|increase|lower|change|switch) (?:it|the dose|me|him|her) (?:next|if|when))(?![\w'])"
)
# Use that is over.
PAST_BEFORE = re.compile(
    r"\b(?:tried|took|had|did|was (?:on|given|taking|using|prescribed|put on)|were on|gave (?:me|him|her)|been through|went through|used|used to (?:take|be on|use)|before (?:that|this|it)(?: it was| i took)?|previously|years ago|originally|at first(?: it was)?)\b[^.;]{0,12}$"
)
PAST_BEHIND = re.compile(
    r"^(?: \d+ ?(?:mg|mcg)?)? (?:gave|made|helped|worked|kept|caused|was|did|didn'?t|put|took|before|first|previously|years ago|back in)\b"
)
OVER_BEFORE = re.compile(
    r"\b(?:(?:i|he|she|we) (?:was|were)(?: also| previously)? on|used to (?:take|be on|use)|(?:i|we|he|she)(?:'ve)? tried|when (?:i|he|she) was on|before (?:that|this) (?:it was|i (?:took|was on|had)))\b[^.;]{0,10}$"
)
# A review speaks of its product without a name: as of something in use, or of something that is over.
PRODUCT_NOW = re.compile(
    rf"(?<![\w'])(?:(?<!when )(?<!if )(?<!before )(?:i|we|he|she)(?: \w+ly| now| still| also| only| just| usually| always)? (?:take|takes|use|uses|inject|injects|get|gets|feel|feels|wake|wakes|can|like|love|hate|need|needs|don'?t|drink|pee|keep|hope)|(?:i'm|i am|he's|he is|she's|she is|i've been|have been|has been|been) (?:still |now |only )?(?:on|taking|using|getting)|"
    rf"it(?: \w+ly| also| still| just| only| really)? (?:is|does|has|works|helps|gives|makes|keeps|takes|controls|lets|causes|brings)|it's|(?:helps|works|keeps|gives|makes|takes care|controls|does|brings|cuts|takes)(?= )|"
    rf"(?:{NUMBER} (?:{_PERIOD}|shots?|infusions?|doses?|injections?|rounds?|cycles?)(?: and (?:a half|counting))?(?: in| on (?:it|this)| now| so far|, (?:no|so far|still)))|in my \w+ (?:week|month|year)|(?:with|on|since) this(?= )|so far|giving it|(?:has|have) (?:been|gotten|gone|stopped|helped|kept|made|given|taken))(?![\w'])"
)
PRODUCT_OVER = re.compile(
    r"(?:^|[.!?\n] *)(?:so |well |ok |i |we |only )*(?:took|tried|used|had|was (?:on|taking|using)) (?:this|it|these|them|one|two|three|\d+)\b|"
    r"(?<![\w'])(?:(?:i|we|he|she) (?:was|were) (?:only |also )?(?:on|taking|using) (?:it|this|these|them)|(?:when|while) i was on (?:it|this)|(?:i|we) (?:took|tried|used) (?:it|this|these|them)(?! (?:with|at|in the|before bed|every|each|just)))(?![\w'])"
)
# Behind a medicine without effect: it is taken still.
DOES_NOTHING = re.compile(r"[^.,;!?]{0,20}? (?:does|doesn'?t|do|don'?t|is|isn'?t|are|aren'?t|isnt|doesnt)(?![\w'])")

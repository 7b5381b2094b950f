"""Words for what was done with a medicine: verbs, what may stand between a verb and its medicine, and what says that
nothing was done. Data only.

Values follow E2B(R3) G.k.8, with `switched` for a medicine that gave way to another. A verb alone says nothing
("stopped bleeding", "went off"): it counts with a medicine, a word that stands for one, or nothing but an adverb behind
a person.
"""

from __future__ import annotations

import re

WITHDRAWN, SWITCHED, FINISHED, REDUCED, INCREASED = "withdrawn", "switched", "finished", "reduced", "increased"

NUMBER = r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|couple|few|several)"
UNIT = r"(?:mgs?|mcgs?|ug|g|grams?|ml|units?|iu|milligrams?|micrograms?)"
# What may stand between a verb and the medicine that it governs.
FILLER = re.compile(
    r"(?:\s+(?:on|of|taking|using|having|getting|doing|giving|injecting|wearing|with|up|out|down|both|all|the|my|his|her|their"
    r"|our|your|this|that|these|those|it|any|daily|oral|generic|brand(?: name)?|low[- ]dose|high[- ]dose|first|second|new|old|"
    r"other|(?:every)? ?(?:evening|morning|night)|nightly|extra|rest|remainder|whole|damn|darn|stupid|me|him|us|myself|himself|"
    rf"herself|them|completely|altogether|just|even|{NUMBER}(?: ?{UNIT})?)(?![\w'-]))*[\s\"'(]*"
)
# Words that stand for the medicine told of.
STANDS_FOR = re.compile(
    r"(?:\s+(?:on|of|taking|using|having|getting|doing|giving|injecting|wearing|with|up|out|all|both|the|my|his|her|their|our|"
    r"this|that|these|those|any|daily|rest of|first|second|other|old)(?![\w'-]))*\s+(?:it|them|this|that|these|those|everything|both|"
    r"(?:\w+ )?(?:meds?|medications?|medicines?|drugs?|pills?|tablets?|tabs?|capsules?|shots?|injections?|patch(?:es)?|drops|"
    r"cream|gel|ointment|spray|inhaler|treatments?|therapy|dose|stuff|course|infusions?|supplements?|drip|pump|ring|implant|"
    r"coil|iud|antibiotics?|statins?|jabs?|script|prescription))(?![\w'-])"
)
# Where a verb has no object: the clause is over, or an adverb follows.
BARE = re.compile(
    r"\s*(?:$|[.,;:!?)/\n–—-]|\s+(?:and|but|because|bc|b/c|cause|cuz|coz|after|when|once|before|since|due|so|as|on|in|at once|for|"
    r"early|immediately|right|straight|altogether|completely|entirely|cold|last|this|yesterday|today|about|around|almost|over|within|"
    r"myself|while|then|per|again|anyway|anyways|suddenly|abruptly|slowly|gradually|from|until|till|they|i|he|she|we|with no|without|"
    rf"(?:{NUMBER}) (?:days?|weeks?|wks?|months?|years?|yrs?|nights?)|too|now)(?![\w']))"
)
# Words in front of a verb without an object that make a person its subject.
PERSON = re.compile(
    r"(?:^|[.,;:!?(\n–—-]\s*|\b(?:i|we|he|she|they|you|u|i've|i'd|we've|dr|doctors?|docs?|gp|derm|neuro|pcp|psych|onc|nurse|"
    r"oncologist|neurologist|cardiologist|dermatologist|psychiatrist|rheumatologist|urologist|surgeon|gyn|obgyn|pediatrician|"
    r"specialist|clinic|hospital|er|husband|wife|mom|mum|dad|mother|father|son|daughter|patient|pt|me|him|her|us|to|and|then|"
    r"just|so|had|have|has|finally|eventually|immediately|already|soon|quickly|slowly|also|ended up|decided|since|after|when|"
    r"once|upon|until|by|with|was|were|been|got|being|only|now|later|ago|but)\s+)$"
)
# The subject of a verb that is an event or a body's: "the bleeding stopped", "it stopped".
THING = re.compile(
    r"\b(?:it|that|this|which|these|those|symptoms?|everything|effects?|reaction|pain|bleeding|periods?|hair|heart|"
    r"breathing)\s+(?:(?:has|have|had|just|finally|then|also|all|eventually|soon|never|mostly)\s+)*$"
)

STOP_VERBS = re.compile(
    r"(?<![\w'-])(?P<form>stopp?(?:ed|ing)|stops?|quits?|quitt(?:ed|ing)|discontinu(?:ed|es?|ing)|dropp(?:ed|ing)|drop|ditch(?:ed|ing)?|halt(?:ed|ing)?|"
    r"ceas(?:ed|ing|e)|held|holding|hold|paused?|pausing|bin(?:ned|ning)|chuck(?:ed|ing)|toss(?:ed|ing)|flush(?:ed|ing)|dump(?:ed|ing)|"
    r"threw(?! up)|thrown|threw in the towel|gave up|given up|giving up|give up|pulled|pulling|yanked|ax(?:ed|ing)|abandoned|withdrew|withdrawn|dc'?d|d/c'?d?|removed|"
    r"cut out|took out|taken out|left off|suspended|interrupted|jacked in|packed in|knocked .{0,12}on the head)(?![\w'])"
)
# Verbs that only say so of a medicine or a pronoun, not alone.
NEED_OBJECT = re.compile(
    r"drop|hold|held|bin|chuck|toss|flush|dump|threw(?! up)|thrown|pull|yank|ax|remov|cut|took|taken|left|withdrew|ceas|paus"
)
OFF = re.compile(
    r"(?<![\w'-])(?P<form>c[ao]m(?:e|ing)|went|go(?:ing|ne|es)?|g[eo]t(?:ten|ting)?|wean(?:ed|ing)?|taper(?:ed|ing)?|titrat(?:ed|ing)|t(?:ook|aken?|aking)|"
    r"pull(?:ed|ing)|kept|stay(?:ed|ing)?|eas(?:ed|ing)|step(?:ped|ping)|cycl(?:ed|ing)|cold turkey(?:ed)?|kick(?:ed)?|phas(?:ed|ing)|"
    r"am|i'm|im|is|was|were|been|be|being|now|he's|she's|we're|days?|weeks?|wks?|months?|years?|fully|completely|finally)"
    r"(?: (?:me|him|her|us|them|myself|himself|herself|my (?:son|daughter|mom|mum|dad|husband|wife)|mom|dad|my (?:mother|father)))?"
    r"(?: (?:completely|slowly|gradually|straight|right|all the way|cold turkey|finally|totally|fully|quickly|immediately|now|just))* off(?: of)?(?![\w'-])"
)
OFF_NAMED = re.compile(r"(?<![\w'-])off(?: of)?(?: the| my| his| her| all)?\s$")
# Words that say it whole; what they speak of is named nearby or told before.
STOPPED = re.compile(
    r"(?<![\w'])(?:no longer (?:on|takes?|taking|us(?:e|es|ing))|not (?:taking|on|using) (?:it|this|that|them) any ?more|never (?:again|ever again)(?= ?[.,!;:)\n]|$| for me| with)|"
    r"(?:never|not|won'?t|will not|refuse to|wouldn'?t)(?: be| ever)? (?:tak(?:e|ing)|touch(?:ing)?|us(?:e|ing)|go(?:ing)? (?:near|back on|on))(?: \w+)? (?:again|any ?more)|"
    r"(?:i'm|i am|im|am|was|were|so|and|all)(?: so)? done with (?:it|this|that|them|the)?(?! (?:treatment|course|chemo))|(?:^|(?<=[.!?] ))(?:so |all )?done with (?:it|this|that|them|the|@)?(?! (?:treatment|course|chemo))|have(?: not|n'?t) (?:taken|touched|used|had) (?:\w+ )?since|"
    r"(?:that was|and that'?s) (?:the end of|it for) (?:it|that|the|me)|ran out(?: of (?:it|them|the \w+|my \w+|\w+))?(?= (?:\S+ ){0,6}(?:and|but) (?:i )?(?:never|didn'?t|did not|haven'?t|couldn'?t))|"
    r"(?:only|just) (?:lasted|made it|managed|did|got through|took it for) (?:\w+ ){1,2}(?:days?|weeks?|months?|doses?|pills?|nights?)|(?:lasted|made it) (?:\w+ ){1,2}(?:days?|weeks?|months?|doses?|pills?|nights?) on|"
    r"used to (?:take|be on|use|get)|(?:into|in|down) (?:the|a) (?:bin|trash|garbage|toilet|drain))(?![\w'])"
)
USED_TO_GET = re.compile(r"used to get$")  # "used to get headaches" speaks of no medicine
COURSE = r"(?:\w+[- ])?(?:day|week|month|dose|round|cycle)?[- ]?(?:course|pack|bottle|script|round|series|treatments?|taper|regimen|cycles?|rounds|days?|weeks?|antibiotics?|doses|infusions|pills|tube|box)"
FINISHING = re.compile(
    r"(?<![\w'])(?:(?:finished|completed|got through|finishing|completing)(?! year)(?: (?:off|up|out|with))?(?: (?:it|them|everything)(?![\w'])"
    rf"|(?= ?[.,;!?\n]|$| (?:in|on|last|this|yesterday|\d|two|three|four|a)\b)|(?: (?:the|my|his|her|all|a|that|this|whole|full|entire|last|first|of|\S+)){{0,4}}? {COURSE}(?![\w'-]))?|"
    rf"(?:last|final) (?:pill|dose|infusion|round|cycle|tablet|shot|one|injection|chemo|treatment)(?: \w+)? (?:was|of|is behind)|(?:the |my |his |her |{COURSE} )(?:course|pack|bottle|treatment|script) (?:was|is|has) (?:done|over|finished|empty|ended)|"
    rf"done with (?:all|the full|the whole|my full)|took (?:all of (?:it|them)|(?:the|my) (?:whole|full|entire) (?:\S+ )?{COURSE}|all (?:\w+) (?:days|pills|doses))|for the full (?:\w+ )?(?:days|course|weeks))(?![\w'])"
)
SWITCHING = re.compile(
    r"(?<![\w'-])(?P<form>switch(?:ed|es|ing)?|chang(?:ed?|es|ing)|mov(?:ed?|ing)|swapp(?:ed|ing)|swap|transition(?:ed|ing)?|cross[- ]?tapered|crossed|convert(?:ed|ing)?|"
    r"rotat(?:ed|ing)|replac(?:ed?|ing)|traded|substitut(?:ed|ing)|went|go(?:ne|ing)?|put|started|placed)(?![\w'])"
)
WEAK_SWITCH = re.compile(r"^(?:went|go|gone|going|put|started|placed)$")  # only with "from", "back" or "instead"
TO_NEW = re.compile(
    r"^(?:(?! to | onto )[^.;!?]){0,60}?\s(?:to|for|onto|over to|with|by)(?:\s+(?:the|a|an|my|plain|regular|generic|brand(?: name)?|oral|only|just|daily|weekly|taking|using|old|her|his|"
    rf"new|lower|low|{NUMBER}(?: ?{UNIT})?)(?![\w'-]))*[\s\"'(]*"
)
ANOTHER = re.compile(
    r"(?:(?:this|it|these|that|the new)(?: one)?(?= from|[.,; ]|$)|something (?:else|different|milder|newer|stronger|other)|another(?: (?:one|drug|med\w*|brand|pill|statin|antibiotic|kind|type))?|a (?:different|new|newer|milder|stronger) (?:one|drug|med\w*|brand|pill|statin|antibiotic|kind|type)|"
    r"(?:the |a )?(?:generic|brand(?: name)?|biosimilar|injections?|shots|patch(?:es)?|insulin|an? [a-z]+ (?:blocker|inhibitor|pill|patch))|different (?:one|med\w*|drug))(?![\w'])"
)
# Between the words for the old medicine and the new one, which then is used in its place.
INSTEAD_NOW = re.compile(
    r"(?<![\w'])(?:(?:so |and |but )?now(?: i| we| he| she| i'm| he's| she's| it's| they have me| am| on| is| just| only| use| take| takes| taking| using|,)+|"
    r"(?:went|going|go|am|i'm|now|be|gone|got) back (?:to|on)|back (?:to|on)|instead (?:i|we|he|she) (?:now )?(?:take|use|takes|uses|got))(?: (?:the|my|a|plain|old|good old|just|only|taking|using|\d+ ?(?:mg|mcg)?))*\s$"
)
# Behind the new medicine.
INSTEAD = re.compile(r"^(?: \S+){0,5}? (?:instead|in its place|in place of)(?![\w'])")

DOWN_VERBS = re.compile(
    r"(?<![\w'-])(?P<form>lower(?:ed|ing|s)?|reduc(?:ed?|ing|tion (?:of|in))|decreas(?:ed?|ing)|halv(?:ed?|ing)|cut(?:ting|s)?|dropp(?:ed|ing)|drop|backed|backing|stepp(?:ed|ing)|brought|bringing|"
    r"went|going|gone|go|came|coming|scaled?|dial(?:l?ed|l?ing)|taper(?:ed|ing)|titrat(?:ed|ing)|wean(?:ed|ing)|knocked|split(?:ting)?|bumped|took|taken|taking|take|moved|down|spaced?|spacing|skip(?:ping)? every)(?![\w'-])"
)
UP_VERBS = re.compile(
    r"(?<![\w'-])(?P<form>upp(?:ed|ing)|increas(?:ed?|es|ing)|rais(?:ed?|es|ing)|doubl(?:ed?|ing)|tripl(?:ed?|ing)|bump(?:ed|ing)?|went|going|gone|go|mov(?:ed|ing)|titrat(?:ed|ing)|jump(?:ed|ing)|stepp(?:ed|ing)|"
    r"ramp(?:ed|ing)|put|pushed|brought|taken|took|crank(?:ed|ing)|up)(?![\w'-])"
)
_OBJECT = (
    r"(?: (?:me|him|her|us|it|them|that|the|my|his|our|their|all|way|daily|total|just|slowly|this|drug|@)(?![\w'-]))*"
)
_DOWN = r"(?: (?:me|him|her|us|it|them|that|the|my|his|our|their|back|down|all|way|daily|total|just|slowly|this|drug|@)(?![\w'-]))*"
# Behind a verb; a medicine is written @ and a dose #.
DOWN_HOW = re.compile(
    rf"^{_DOWN}(?: in half| by half| by a (?:half|third|quarter)| (?:back |down )?to (?:only |just |about )?(?:half|#|{NUMBER} ?{UNIT}|a (?:half|lower|smaller|quarter)|every|once|twice|alternate|the (?:lower|smaller|lowest|half))| down(?! with)| (?:dose|dosage|strength)(?![\w'])| back(?= ?[.,;]| to (?:\d|half|once|every|#|one)))"
)
# Said of a person without a figure it is a fall, not a dose: "I went down".
FELL = re.compile(r"^ (?:back |right )?down(?! (?:to|on|from|by|again on|in dose)\b)")
OF_DOSE = re.compile(r"\bdos(?:e|age)\b[^.;!?]*$")
UP_HOW = re.compile(
    rf"^{_OBJECT}(?: (?:dose|dosage|strength)(?![\w'])| up(?= ?[.,;]|$| (?:to|from|on|again|at|after|last|this|by)\b)| (?:up )?to (?:the (?:higher|full|max\w*|next)|a higher|double|twice|#|{NUMBER} ?{UNIT})|(?<=me) to \d)"
)
DIRECT_DOWN = re.compile(r"lower|reduc|decreas|halv|taper|wean|titrat")  # these govern a medicine without more words
DIRECT_UP = re.compile(r"upp|increas|rais|doubl|tripl")
LESS = re.compile(
    rf"(?<![\w'])(?:(?:take|taking|use|using|do|doing|took|on|now|only|back to|it|went to|me to|me on|him on|her on|at) (?:only |just |about |a |the |it )*(?:half (?:(?:the|a|of|my) )*(?:dose|tabs?|tablets?|pills?|patch|scoop|capsules?|strength)|(?:lower|smaller|reduced|lowest) (?:dose|strength|amount)|every other (?:day|night|week|morning|evening)|(?:once|twice) a week)(?: \w+)?(?: now)?|"
    rf"half (?:a |the )?(?:dose|tablet|pill|tab|scoop|capsule|strength|patch) (?:now|instead|is|was|works)|(?:lower(?:ed|ing)?|reduced|smaller|halved|half) (?:the |my |his |her )?dose(?: now)?|down (?:from \S+ )?to (?:half|{NUMBER} ?{UNIT}|#|every|once|twice)|down from #)(?![\w'])"
)
MORE = re.compile(
    rf"(?<![\w'])(?:(?:on|to|at|take|taking|tried) (?:the |a )?(?:higher|double|increased|maximum|max|bigger) (?:dose|strength)|(?:now|currently) up (?:to|at) (?:{NUMBER} ?{UNIT}|#)(?= (?:and|but) (?:still|no)| ?[.,;!]|$)|dose (?:went|was (?:raised|increased|upped|doubled|bumped)))(?![\w'])"
)
LESS_DOSE = re.compile(r"dose (?:was |got |has been )?(?:lowered|reduced|cut|halved|decreased|dropped)(?![\w'])")
FROM_TO = re.compile(
    rf"(?:from )(?P<from>\d+(?:\.\d+)?)(?: ?{UNIT})?(?: (?:daily|nightly|(?:a|per|each|every) (?:day|night|week)))?(?: down| up)? to (?:about |only )?(?P<to>\d+(?:\.\d+)?)(?! ?(?:lbs?|pounds?|kgs?|kilos?|stone|/|%|percent|degrees|hours|days|weeks|months|years|bpm|points|times|attacks?|episodes?|(?:a|per) month))"
)

# Words in front of a verb, in its clause, that say it was not done: plans, questions, denials, advice.
NOT_DONE = re.compile(
    r"(?:\b(?:suggest(?:s|ed)?|offer(?:s|ed)?|recommend(?:s|ed)?|mention(?:s|ed)?|should(?: i| we| he| she)?|can i|could i|do i|if (?:i|you|he|she|we|they|it|this|the)?|unless|want(?:s|ed)?(?: me| him| her| us)? to|would(?:n'?t)?(?: have)?|won'?t|could(?:n'?t| not)?|can(?:'?t|not)?|might|may|must|shouldn'?t|"
    r"afraid (?:to|of)|scared (?:to|of)|tr(?:y|ying|ied) (?:to|not to)|hop(?:e|ing) (?:to|for|i can)|plan(?:s|ning|ned)?(?: to| on)|think(?:ing)? (?:of|about|i'll|i will|i should)|thought (?:of|about)|consider(?:ing|ed)?|"
    r"tempted to|need(?:s|ed)? to|like to|love to|ready to|about to|going to|gonna|i'll|ill|we'll|will(?: be)?|how (?:to|do i|do you|long|did you)|don'?t(?: just| ever| want to)?|do not|didn'?t|did not|doesn'?t|does not|"
    r"never|not|haven'?t|hasn'?t|has not|have not|isn'?t|wasn'?t|anyone(?: else)?|anybody|has anyone|have you|did you|did anyone|people|those who|someone|who(?: has| have)?|wish(?:ed)?(?: i| i had| i'd)?|talk(?:ed|ing)? (?:about|of)|ask(?:ed|ing)? (?:about|to|if|for)|"
    r"discuss(?:ed|ing)?|worth|please|before you|until (?:i|you|they|we)|or|instead of|rather than|without|let me|when you|once you|after you|you|often|never thought of)\s+)(?:\w+\s+){0,2}$"
)
# "to stop" is a plan, but for these.
DONE_TO = re.compile(
    r"\b(?:had|have had|has had|enough|called(?: me| him| her| us)?(?: at home| in| up)?|asked(?: my \w+| the \w+| me| him| her| them)|told(?: me| him| her| us| them| my \w+)?|said|decided|advised(?: me| him| her| us)?|instructed(?: me| him| her)?|ordered(?: me| him| her)?|forced(?: me)?|able|managed|chose|elected|opted|was told|"
    r"was made|agreed|got(?: me)?|needed)(?: \w+)? to$"
)
CAUSED = re.compile(r"\b(?:had|made|have|has|having) (?:me|him|her|us|them|my \w+|mom|dad)$")  # "had me stop"
# A subject that is someone else than the patient of the post.
OTHERS = re.compile(
    r"\b(?:sister|brother|friend|neighbou?r|coworker|colleague|cousin|aunt|uncle|roommate|people|lady|guy|woman|man|mom|mum|mother|dad|father|husband|wife|son|daughter)\b(?:(?!\b(?:i|i'm|i've|i'd|im|we|me|us|my)\b)[^.;!?])*$"
)
UNSURE = re.compile(r"\b(?:not|n't|if|should|may|might)\b")
# Verb forms that tell of nothing done, but for "have come off".
BARE_FORMS = {"stop", "discontinue", "drop", "hold", "come", "go", "take", "give up", "cease", "pause", "switch"}
PERFECT = re.compile(r"\b(?:have|has|had|'ve|'d)(?: \w+)?$")
# Behind a verb: it is planned.
PLANNED = re.compile(r"[^.;!?,]{0,30}?\b(?:next (?:week|month|year|visit|appointment)|tomorrow)\b")
QUESTION = re.compile(
    r"^\W*(?:so |but |and |also )?(?:has|have|did|does|do|is|are|was|anyone|anybody|who|should|can|could|would|how|what|why|when|where|will)\b[^.!]*\?"
)

# The medicine is taken again or on: after a stop, the action is undone.
BACK_ON = re.compile(
    r"(?<![\w'])(?:(?:am |i'm |now |went |got |go |put (?:me|him|her) |been |he's |she's |is )?back on (?!(?:my|track|days?|\w+day|the (?:couch|bike|market))\b)\w+|re-?started(?: (?:it|me|him|her|on|at|the))?|started (?:it |them |back )?(?:up )?again|resumed|(?:took|taking|take) it again|reintroduced|re-?challenged)(?![\w'])"
)

OLD_ONE = re.compile(
    r"\b(?:instead of|in place of|rather than|replac(?:es|ed|ing))(?: the| my| his| her| taking| using| regular| plain)*\s$"
)
# Verbs of which a person, or the dose, must be the subject to speak of a dose.
GOES = re.compile(r"^(?:went|go|going|gone|jump|mov|step|came|coming|down|up|drop)")
WHO_GOES = re.compile(
    r"(?:^|[.,;:!?(\n]\s*|\b(?:i|we|they|he|she|i've|i'm|dr|doctor|doc|gp|psych|neuro|had me|me|him|her|dose|dosage|and|then|just|so|have|has|had|slowly|to|us|was|am)\s+(?:(?:just|then|finally|slowly|also|recently|had|have|has|back)\s+)*)$"
)

# "Lipitor is out", "no more Toradol for me".
OUT = re.compile(r" (?:is|was) (?:out|done(?: for me)?|history|off the table)(?= ?[.,;!)]|$)")
NO_MORE = re.compile(r"(?:^|[.!,;] )(?:so )?no more $")
PASSIVE_CHANGE = re.compile(
    r"(?:\bdose[^.;]{0,24}?|\bdosage|@ *|\bit) (?:was|were|has been|have been|got|been|is being|keeps getting)(?: \w+ly| then)? (?:(?P<down>lowered|reduced|halved|cut|decreased|dropped)|(?P<up>upped|increased|raised|doubled|bumped|tripled))(?![\w'])"
)

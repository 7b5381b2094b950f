"""Words for what was done with a medicine: verbs, what may stand between a verb and its medicine, and what says that
nothing was done. Data only.

Values follow E2B(R3) G.k.8, with `switched` for a medicine that gave way to another. A verb alone says nothing
("stopped bleeding", "went off"): it counts with a medicine, a word that stands for one, or nothing but an adverb behind
a person.
"""

from __future__ import annotations

import re

from nlp.extract.alternation import BEGIN, END, either, one_of, rows, words

WITHDRAWN, SWITCHED, FINISHED, REDUCED, INCREASED = "withdrawn", "switched", "finished", "reduced", "increased"

# As `BEGIN` and `END`, and no hyphen beside it: "off", not "cut-off".
WHOLE_BEGIN, WHOLE_END = r"(?<![\w'-])", r"(?![\w'-])"

# --- Parts used again ---

NUMBER = either(
    r"\d+(?:[.,]\d+)?|an?",
    words("one two three four five six seven eight nine ten twelve"),
    words("half couple few several"),
)
UNIT = either(r"mgs?|mcgs?|ug|g|grams?|ml|units?|iu|milligrams?|micrograms?")
AMOUNT = rf"{NUMBER} ?{UNIT}"  # "20 mg", "two units"
MAYBE_AMOUNT = rf"{NUMBER}(?: ?{UNIT})?"  # "20", "20 mg"

TAKING = words("on of taking using having getting doing giving injecting wearing with up out")
THESE = words("this that these those")
IT = "it|this|that|them"
PERIOD = r"days?|weeks?|wks?|months?|years?"

# --- Between a verb and its medicine ---

# What may stand between a verb and the medicine that it governs: "stopped taking all of my damn", "quit 20 mg".
FILLER = re.compile(
    r"(?:\s+"
    + either(
        TAKING,
        words("down both all the my his her their our your"),
        THESE,
        words("it any daily oral generic"),
        r"brand(?: name)?|low[- ]dose|high[- ]dose",
        words("first second new old other"),
        r"(?:every)? ?(?:evening|morning|night)|nightly",
        words("extra rest remainder whole damn darn stupid"),
        words("me him us myself himself herself them"),
        words("completely altogether just even"),
        MAYBE_AMOUNT,
    )
    + rf"{WHOLE_END})*[\s\"'(]*"
)
# Kinds of things that are taken, said for the medicine: "stopped the pills", "quit my other inhaler".
KIND_OF_MEDICINE = either(
    r"meds?|medications?|medicines?|drugs?",
    r"pills?|tablets?|tabs?|capsules?",
    r"shots?|injections?|patch(?:es)?|drops",
    "cream|gel|ointment|spray|inhaler",
    r"treatments?|therapy|dose|stuff|course",
    r"infusions?|supplements?|drip|pump|ring|implant|coil|iud",
    r"antibiotics?|statins?|jabs?|script|prescription",
)
# Words that stand for the medicine told of: "stopped it", "threw out the rest of those".
STANDS_FOR = re.compile(
    r"(?:\s+"
    + either(
        TAKING,
        words("all both the my his her their our"),
        THESE,
        r"any|daily|rest of",
        words("first second other old"),
    )
    + rf"{WHOLE_END})*\s+"
    + either("it|them", THESE, "everything|both", rf"(?:\w+ )?{KIND_OF_MEDICINE}")
    + WHOLE_END
)
# Where a verb has no object: the clause is over, or an adverb follows: "I stopped.", "I quit cold turkey".
BARE = re.compile(
    r"\s*(?:$|[.,;:!?)/\n–—-]|\s+"
    + either(
        words("and but because bc b/c cause cuz coz after when once before since due so as on in"),
        "at once|for",
        words("early immediately right straight altogether completely entirely cold"),
        words("last this yesterday today about around almost over within"),
        words("myself while then per again anyway anyways suddenly abruptly slowly gradually"),
        words("from until till they i he she we"),
        "with no|without",
        rf"(?:{NUMBER}) (?:{PERIOD}|yrs?|nights?)",
        "too|now",
    )
    + rf"{END})"
)

# --- Who did it ---

# Words in front of a verb without an object that make a person its subject: "I stopped", "my onc stopped".
PERSON = re.compile(
    r"(?:^|[.,;:!?(\n–—-]\s*|\b"
    + either(
        words("i we he she they you u i've i'd we've"),
        r"dr|doctors?|docs?|gp|derm|neuro|pcp|psych|onc|nurse",
        words("oncologist neurologist cardiologist dermatologist psychiatrist rheumatologist urologist surgeon"),
        words("gyn obgyn pediatrician specialist clinic hospital er"),
        words("husband wife mom mum dad mother father son daughter patient pt"),
        words("me him her us to and then just so had have has"),
        words("finally eventually immediately already soon quickly slowly also"),
        "ended up|decided",
        words("since after when once upon until by with"),
        words("was were been got being only now later ago but"),
    )
    + r"\s+)$"
)
# The subject of a verb that is an event or a body's: "the bleeding stopped", "it stopped".
THING = re.compile(
    r"\b"
    + either(
        r"it|that|this|which|these|those|symptoms?|everything|effects?|reaction",
        r"pain|bleeding|periods?|hair|heart|breathing",
    )
    + r"\s+(?:"
    + one_of("has have had just finally then also all eventually soon never mostly")
    + r"\s+)*$"
)

# --- Stopped ---

# "I stopped", "quit", "they held it", "threw them out", "gave up on".
STOP_VERBS = re.compile(
    rf"{WHOLE_BEGIN}(?P<form>"
    + rows(
        r"stopp?(?:ed|ing)|stops?|quits?|quitt(?:ed|ing)",
        r"discontinu(?:ed|es?|ing)",
        r"dropp(?:ed|ing)|drop|ditch(?:ed|ing)?",
        r"halt(?:ed|ing)?|ceas(?:ed|ing|e)",
        r"held|holding|hold|paused?|pausing",
        # "binned it", "flushed them down the toilet"
        r"bin(?:ned|ning)|chuck(?:ed|ing)|toss(?:ed|ing)|flush(?:ed|ing)|dump(?:ed|ing)",
        r"threw(?! up)|thrown",
        "gave up|given up|giving up|give up",
        # what a doctor does
        r"pulled|pulling|yanked|ax(?:ed|ing)|abandoned|withdrew|withdrawn|dc'?d|d/c'?d?|removed",
        "cut out|took out|taken out|left off",
        "suspended|interrupted",
        # "jacked it in", "knocked it on the head"
        r"jacked in|packed in|knocked .{0,12}on the head",
    )
    + rf"){END}"
)
# Verbs that only say so of a medicine or a pronoun, not alone.
NEED_OBJECT = re.compile(
    rows(
        words("drop hold held bin chuck toss flush dump"),
        r"threw(?! up)|thrown",
        words("pull yank ax remov cut took taken left withdrew ceas paus"),
    )
)
# "came off", "weaned myself off of", "kicked me off", "I'm completely off", "two weeks off".
OFF = re.compile(
    rf"{WHOLE_BEGIN}(?P<form>"
    + rows(
        r"c[ao]m(?:e|ing)|went|go(?:ing|ne|es)?|g[eo]t(?:ten|ting)?",
        r"wean(?:ed|ing)?|taper(?:ed|ing)?|titrat(?:ed|ing)",
        r"t(?:ook|aken?|aking)|pull(?:ed|ing)|kept|stay(?:ed|ing)?",
        r"eas(?:ed|ing)|step(?:ped|ping)|cycl(?:ed|ing)|cold turkey(?:ed)?|kick(?:ed)?|phas(?:ed|ing)",
        words("am i'm im is was were been be being now he's she's we're"),
        PERIOD,
        words("fully completely finally"),
    )
    + ")(?: "
    + either(
        # "took me off", "got my son off"
        words("me him her us them myself himself herself"),
        "my (?:son|daughter|mom|mum|dad|husband|wife)",
        "mom|dad",
        "my (?:mother|father)",
    )
    + ")?(?: "
    + either(
        # "completely off", "went cold turkey off"
        words("completely slowly gradually straight right"),
        "all the way|cold turkey",
        words("finally totally fully quickly immediately now just"),
    )
    + rf")* off(?: of)?{WHOLE_END}"
)
# In front of a medicine: "off my Zoloft".
OFF_NAMED = re.compile(rf"{WHOLE_BEGIN}off(?: of)?(?: the| my| his| her| all)?\s$")

NEVER = "(?:never|not|won'?t|will not|refuse to|wouldn'?t)"
TOUCH_IT = "(?:tak(?:e|ing)|touch(?:ing)?|us(?:e|ing)|go(?:ing)? (?:near|back on|on))"
NO_COURSE = r"(?! (?:treatment|course|chemo))"  # "done with treatment" was finished
FEW_DAYS = r"(?:\w+ ){1,2}(?:days?|weeks?|months?|doses?|pills?|nights?)"
# Behind "ran out", words that no more was got: "and I never refilled it".
NOT_REFILLED = r"(?= (?:\S+ ){0,6}(?:and|but) (?:i )?(?:never|didn'?t|did not|haven'?t|couldn'?t))"
# Words that say it whole; what they speak of is named nearby or told before.
STOPPED = re.compile(
    BEGIN
    + either(
        # "no longer taking it", "never again", "won't touch it again"
        "no longer (?:on|takes?|taking|us(?:e|es|ing))",
        f"not (?:taking|on|using) (?:{IT}) any ?more",
        r"never (?:again|ever again)(?= ?[.,!;:)\n]|$| for me| with)",
        rf"{NEVER}(?: be| ever)? {TOUCH_IT}(?: \w+)? (?:again|any ?more)",
        # "I'm so done with this"
        rf"(?:i'm|i am|im|am|was|were|so|and|all)(?: so)? done with (?:{IT}|the)?{NO_COURSE}",
        rf"(?:^|(?<=[.!?] ))(?:so |all )?done with (?:{IT}|the|@)?{NO_COURSE}",
        # "haven't touched it since", "and that was the end of that"
        r"have(?: not|n'?t) (?:taken|touched|used|had) (?:\w+ )?since",
        "(?:that was|and that'?s) (?:the end of|it for) (?:it|that|the|me)",
        # "ran out of my pills and never refilled"
        rf"ran out(?: of (?:it|them|the \w+|my \w+|\w+))?{NOT_REFILLED}",
        # "only lasted three days", "made it two weeks on it"
        rf"(?:only|just) (?:lasted|made it|managed|did|got through|took it for) {FEW_DAYS}",
        rf"(?:lasted|made it) {FEW_DAYS} on",
        # "used to take it", "straight into the bin"
        "used to (?:take|be on|use|get)",
        "(?:into|in|down) (?:the|a) (?:bin|trash|garbage|toilet|drain)",
    )
    + END
)
USED_TO_GET = re.compile(r"used to get$")  # "used to get headaches" speaks of no medicine
# "Lipitor is out", "no more Toradol for me".
OUT = re.compile(r" (?:is|was) (?:out|done(?: for me)?|history|off the table)(?= ?[.,;!)]|$)")
NO_MORE = re.compile(r"(?:^|[.!,;] )(?:so )?no more $")

# --- Finished ---

# What is taken to its end: "the 10-day course", "a tube", "the last round".
COURSE = r"(?:\w+[- ])?(?:day|week|month|dose|round|cycle)?[- ]?" + either(
    "course|pack|bottle|script|round|series",
    r"treatments?|taper|regimen|cycles?|rounds",
    r"days?|weeks?",
    r"antibiotics?|doses|infusions|pills|tube|box",
)
# "finished", "completed the whole course", "my last dose was".
FINISHING = re.compile(
    BEGIN
    + either(
        r"(?:finished|completed|got through|finishing|completing)(?! year)(?: (?:off|up|out|with))?"
        + either(
            # "finished it", "finished." and "finished in May", "completed the whole 10-day course"
            rf" (?:it|them|everything){END}",
            r"(?= ?[.,;!?\n]|$| (?:in|on|last|this|yesterday|\d|two|three|four|a)\b)",
            rf"(?: \S+){{0,4}}? {COURSE}{WHOLE_END}",
        )
        + "?",
        # "my last dose was", "the course is done"
        r"(?:last|final) (?:pill|dose|infusion|round|cycle|tablet|shot|one|injection|chemo|treatment)"
        r"(?: \w+)? (?:was|of|is behind)",
        rf"(?:the |my |his |her |{COURSE} )(?:course|pack|bottle|treatment|script)"
        " (?:was|is|has) (?:done|over|finished|empty|ended)",
        # "done with all of them", "took the whole course", "took all ten days", "for the full week"
        "done with (?:all|the full|the whole|my full)",
        "took "
        + either(
            "all of (?:it|them)",
            rf"(?:the|my) (?:whole|full|entire) (?:\S+ )?{COURSE}",
            r"all (?:\w+) (?:days|pills|doses)",
        ),
        r"for the full (?:\w+ )?(?:days|course|weeks)",
    )
    + END
)

# --- Switched ---

# "switched to", "my doctor swapped it for", "went back to", "put me on".
SWITCHING = re.compile(
    rf"{WHOLE_BEGIN}(?P<form>"
    + rows(
        r"switch(?:ed|es|ing)?|chang(?:ed?|es|ing)|mov(?:ed?|ing)|swapp(?:ed|ing)|swap",
        r"transition(?:ed|ing)?|cross[- ]?tapered|crossed|convert(?:ed|ing)?",
        r"rotat(?:ed|ing)|replac(?:ed?|ing)|traded|substitut(?:ed|ing)",
        r"went|go(?:ne|ing)?|put|started|placed",
    )
    + rf"){END}"
)
WEAK_SWITCH = re.compile(r"^(?:went|go|gone|going|put|started|placed)$")  # only with "from", "back" or "instead"
# From the verb to the new medicine: "me over to plain", "it for the generic".
TO_NEW = re.compile(
    r"^(?:(?! to | onto )[^.;!?]){0,60}?\s(?:to|for|onto|over to|with|by)"
    r"(?:\s+"
    + either(
        r"the|a|an|my|plain|regular|generic|brand(?: name)?|oral",
        words("only just daily weekly taking using old her his new lower low"),
        MAYBE_AMOUNT,
    )
    + rf"{WHOLE_END})*[\s\"'(]*"
)
ONE_MORE = either(r"one|drug|med\w*|brand|pill|statin|antibiotic|kind|type")
# A new medicine without its name: "switched to something milder", "another statin", "the generic".
ANOTHER = re.compile(
    either(
        "(?:this|it|these|that|the new)(?: one)?(?= from|[.,; ]|$)",
        "something (?:else|different|milder|newer|stronger|other)",
        rf"another(?: {ONE_MORE})?",
        rf"a (?:different|new|newer|milder|stronger) {ONE_MORE}",
        "(?:the |a )?"
        + either(
            "generic|brand(?: name)?|biosimilar",
            "injections?|shots|patch(?:es)?|insulin",
            "an? [a-z]+ (?:blocker|inhibitor|pill|patch)",
        ),
        r"different (?:one|med\w*|drug)",
    )
    + END
)
# Between the words for the old medicine and the new one, which then is used in its place: "so now I take just",
# "went back to my good old", "instead I use".
INSTEAD_NOW = re.compile(
    BEGIN
    + either(
        "(?:so |and |but )?now"
        + either(
            " i| we| he| she| i'm| he's| she's| it's| they have me",
            " am| on| is| just| only| use| take| takes| taking| using|,",
        )
        + "+",
        "(?:went|going|go|am|i'm|now|be|gone|got) back (?:to|on)|back (?:to|on)",
        "instead (?:i|we|he|she) (?:now )?(?:take|use|takes|uses|got)",
    )
    + r"(?: (?:the|my|a|plain|old|good old|just|only|taking|using|\d+ ?(?:mg|mcg)?))*\s$"
)
# Behind the new medicine: "at night instead".
INSTEAD = re.compile(rf"^(?: \S+){{0,5}}? (?:instead|in its place|in place of){END}")
# In front of the old one: "instead of my regular".
OLD_ONE = re.compile(
    r"\b(?:instead of|in place of|rather than|replac(?:es|ed|ing))"
    r"(?: the| my| his| her| taking| using| regular| plain)*\s$"
)

# --- Dose lowered or raised ---

# "lowered", "cut in half", "went down", "split", "skipping every other day".
DOWN_VERBS = re.compile(
    rf"{WHOLE_BEGIN}(?P<form>"
    + rows(
        r"lower(?:ed|ing|s)?|reduc(?:ed?|ing|tion (?:of|in))|decreas(?:ed?|ing)|halv(?:ed?|ing)",
        r"cut(?:ting|s)?|dropp(?:ed|ing)|drop",
        r"backed|backing|stepp(?:ed|ing)|brought|bringing",
        r"went|going|gone|go|came|coming",
        r"scaled?|dial(?:l?ed|l?ing)|taper(?:ed|ing)|titrat(?:ed|ing)|wean(?:ed|ing)",
        r"knocked|split(?:ting)?|bumped",
        r"took|taken|taking|take|moved|down",
        r"spaced?|spacing|skip(?:ping)? every",
    )
    + rf"){WHOLE_END}"
)
# "upped", "doubled", "bumped me up", "went up".
UP_VERBS = re.compile(
    rf"{WHOLE_BEGIN}(?P<form>"
    + rows(
        r"upp(?:ed|ing)|increas(?:ed?|es|ing)|rais(?:ed?|es|ing)|doubl(?:ed?|ing)|tripl(?:ed?|ing)",
        r"bump(?:ed|ing)?|went|going|gone|go|mov(?:ed|ing)",
        r"titrat(?:ed|ing)|jump(?:ed|ing)|stepp(?:ed|ing)|ramp(?:ed|ing)",
        r"put|pushed|brought|taken|took|crank(?:ed|ing)|up",
    )
    + rf"){WHOLE_END}"
)
DIRECT_DOWN = re.compile(r"lower|reduc|decreas|halv|taper|wean|titrat")  # these govern a medicine without more words
DIRECT_UP = re.compile(r"upp|increas|rais|doubl|tripl")

# Between such a verb and how far it went; a medicine is written @ and a dose #: "lowered my daily # to".
WHOSE = words("me him her us it them that the my his our their")
WHAT_OF_IT = words("all way daily total just slowly this drug @")
OBJECT = rf"(?: {either(WHOSE, WHAT_OF_IT)}{WHOLE_END})*"
OBJECT_DOWN = rf"(?: {either(WHOSE, 'back|down', WHAT_OF_IT)}{WHOLE_END})*"
# A lower dose: "to half", "to 5 mg", "to every other day", "to the lowest".
LOWER_DOSE = either(
    f"half|#|{AMOUNT}",
    "a (?:half|lower|smaller|quarter)",
    "every|once|twice|alternate",
    "the (?:lower|smaller|lowest|half)",
)
# Behind a verb of DOWN_VERBS: "cut them in half", "went back down to every other day", "lowered the dose".
DOWN_HOW = re.compile(
    rf"^{OBJECT_DOWN}"
    + either(
        " in half| by half| by a (?:half|third|quarter)",
        f" (?:back |down )?to (?:only |just |about )?{LOWER_DOSE}",
        " down(?! with)",
        f" (?:dose|dosage|strength){END}",
        r" back(?= ?[.,;]| to (?:\d|half|once|every|#|one))",
    )
)
# Behind a verb of UP_VERBS: "raised my dose", "went up to #", "put me to a higher".
UP_HOW = re.compile(
    rf"^{OBJECT}"
    + either(
        f" (?:dose|dosage|strength){END}",
        r" up(?= ?[.,;]|$| (?:to|from|on|again|at|after|last|this|by)\b)",
        rf" (?:up )?to (?:the (?:higher|full|max\w*|next)|a higher|double|twice|#|{AMOUNT})",
        r"(?<=me) to \d",
    )
)
# Said of a person without a figure it is a fall, not a dose: "I went down".
FELL = re.compile(r"^ (?:back |right )?down(?! (?:to|on|from|by|again on|in dose)\b)")
OF_DOSE = re.compile(r"\bdos(?:e|age)\b[^.;!?]*$")
# Verbs of which a person, or the dose, must be the subject to speak of a dose.
GOES = re.compile(r"^(?:went|go|jump|mov|step|came|coming|down|up|drop)")
# Such a subject: "I slowly went", "my psych had me go", "the dose then".
WHO_GOES = re.compile(
    r"(?:^|[.,;:!?(\n]\s*|\b"
    + either(
        words("i we they he she i've i'm dr doctor doc gp psych neuro"),
        "had me|me|him|her|dose|dosage",
        words("and then just so have has had slowly to us was am"),
    )
    + r"\s+(?:(?:just|then|finally|slowly|also|recently|had|have|has|back)\s+)*)$"
)

USE_IT = either("take|taking|use|using|do|doing|took", "on|now|only|back to|it|went to", "me to|me on|him on|her on|at")
HALF_OF_IT = "half (?:(?:the|a|of|my) )*(?:dose|tabs?|tablets?|pills?|patch|scoop|capsules?|strength)"
# Said without a verb of lowering: "now on a lower dose", "I only take half a tablet", "half the dose is", "down to #".
LESS = re.compile(
    BEGIN
    + either(
        rf"{USE_IT} (?:only |just |about |a |the |it )*"
        + either(
            HALF_OF_IT,
            "(?:lower|smaller|reduced|lowest) (?:dose|strength|amount)",
            "every other (?:day|night|week|morning|evening)",
            "(?:once|twice) a week",
        )
        + r"(?: \w+)?(?: now)?",
        "half (?:a |the )?(?:dose|tablet|pill|tab|scoop|capsule|strength|patch) (?:now|instead|is|was|works)",
        "(?:lower(?:ed|ing)?|reduced|smaller|halved|half) (?:the |my |his |her )?dose(?: now)?",
        rf"down (?:from \S+ )?to (?:half|{AMOUNT}|#|every|once|twice)|down from #",
    )
    + END
)
# "on the maximum dose", "now up to 40 mg but still", "the dose was doubled".
MORE = re.compile(
    BEGIN
    + either(
        "(?:on|to|at|take|taking|tried) (?:the |a )?(?:higher|double|increased|maximum|max|bigger) (?:dose|strength)",
        rf"(?:now|currently) up (?:to|at) (?:{AMOUNT}|#)(?= (?:and|but) (?:still|no)| ?[.,;!]|$)",
        "dose (?:went|was (?:raised|increased|upped|doubled|bumped))",
    )
    + END
)
LESS_DOSE = re.compile(rf"dose (?:was |got |has been )?(?:lowered|reduced|cut|halved|decreased|dropped){END}")
# "it was slowly raised", "my dose has been cut".
PASSIVE_CHANGE = re.compile(
    r"(?:\bdose[^.;]{0,24}?|\bdosage|@ *|\bit)"
    r" (?:was|were|has been|have been|got|been|is being|keeps getting)(?: \w+ly| then)? "
    + either(
        "(?P<down>lowered|reduced|halved|cut|decreased|dropped)",
        "(?P<up>upped|increased|raised|doubled|bumped|tripled)",
    )
    + END
)
# Figures that are no dose: "from 220 to 180 pounds", "from 140 to 90 bpm", "from 10 to 3 attacks a month".
NO_DOSE = " ?" + either(
    r"lbs?|pounds?|kgs?|kilos?|stone|/|%|percent|degrees",
    "hours|days|weeks|months|years",
    "bpm|points|times|attacks?|episodes?|(?:a|per) month",
)
# "from 40 mg daily down to 20".
FROM_TO = re.compile(
    rf"(?:from )(?P<from>\d+(?:\.\d+)?)(?: ?{UNIT})?"
    r"(?: (?:daily|nightly|(?:a|per|each|every) (?:day|night|week)))?"
    rf"(?: down| up)? to (?:about |only )?(?P<to>\d+(?:\.\d+)?)(?!{NO_DOSE})"
)

# --- Not done, or done by others ---

# Words in front of a verb, in its clause, that say it was not done: plans, questions, denials, advice.
NOT_DONE = re.compile(
    r"(?:\b"
    + either(
        # "she suggested I stop", "should I", "can I", "if you"
        "suggest(?:s|ed)?|offer(?:s|ed)?|recommend(?:s|ed)?|mention(?:s|ed)?",
        "should(?: i| we| he| she)?|can i|could i|do i",
        "if (?:i|you|he|she|we|they|it|this|the)?|unless",
        # "wanted me to", "wouldn't have", "can't", "might"
        "want(?:s|ed)?(?: me| him| her| us)? to",
        "would(?:n'?t)?(?: have)?|won'?t|could(?:n'?t| not)?|can(?:'?t|not)?",
        "might|may|must|shouldn'?t",
        # "afraid to", "trying to", "hoping to", "planning on", "thinking about", "tempted to"
        "afraid (?:to|of)|scared (?:to|of)",
        "tr(?:y|ying|ied) (?:to|not to)|hop(?:e|ing) (?:to|for|i can)|plan(?:s|ning|ned)?(?: to| on)",
        "think(?:ing)? (?:of|about|i'll|i will|i should)|thought (?:of|about)|consider(?:ing|ed)?",
        "tempted to|need(?:s|ed)? to|like to|love to|ready to",
        # "about to", "going to", "I'll"
        "about to|going to|gonna|i'll|ill|we'll|will(?: be)?",
        # "how do you", "how long"
        "how (?:to|do i|do you|long|did you)",
        # "don't just", "didn't", "never", "hasn't"
        "don'?t(?: just| ever| want to)?|do not|didn'?t|did not|doesn'?t|does not",
        "never|not|haven'?t|hasn'?t|has not|have not|isn'?t|wasn'?t",
        # "has anyone", "did you", "people who have", "I wish I had"
        "anyone(?: else)?|anybody|has anyone|have you|did you|did anyone",
        "people|those who|someone|who(?: has| have)?|wish(?:ed)?(?: i| i had| i'd)?",
        # "talked about", "asked if", "worth", "please", "instead of", "let me", "once you"
        "talk(?:ed|ing)? (?:about|of)|ask(?:ed|ing)? (?:about|to|if|for)|discuss(?:ed|ing)?",
        "worth|please|before you|until (?:i|you|they|we)|or|instead of|rather than|without",
        "let me|when you|once you|after you|you|often|never thought of",
    )
    + r"\s+)(?:\w+\s+){0,2}$"
)
# "to stop" is a plan, but for these: "I had to", "my doctor told me to", "I was able to".
DONE_TO = re.compile(
    r"\b"
    + either(
        "had|have had|has had|enough",
        "called(?: me| him| her| us)?(?: at home| in| up)?",
        r"asked(?: my \w+| the \w+| me| him| her| them)",
        r"told(?: me| him| her| us| them| my \w+)?|said|decided",
        "advised(?: me| him| her| us)?|instructed(?: me| him| her)?|ordered(?: me| him| her)?|forced(?: me)?",
        "able|managed|chose|elected|opted|was told|was made|agreed|got(?: me)?|needed",
    )
    + r"(?: \w+)? to$"
)
CAUSED = re.compile(r"\b(?:had|made|have|has|having) (?:me|him|her|us|them|my \w+|mom|dad)$")  # "had me stop"
# A subject that is someone else than the patient of the post, and no "I" behind: "my sister stopped".
OTHERS = re.compile(
    r"\b"
    + either(
        "sister|brother|friend|neighbou?r|coworker|colleague|cousin|aunt|uncle|roommate",
        "people|lady|guy|woman|man",
        "mom|mum|mother|dad|father|husband|wife|son|daughter",
    )
    + r"\b(?:(?!\b(?:i|i'm|i've|i'd|im|we|me|us|my)\b)[^.;!?])*$"
)
UNSURE = re.compile(r"\b(?:not|n't|if|should|may|might)\b")
# Verb forms that tell of nothing done, but for "have come off".
BARE_FORMS = {"stop", "discontinue", "drop", "hold", "come", "go", "take", "give up", "cease", "pause", "switch"}
PERFECT = re.compile(r"\b(?:have|has|had|'ve|'d)(?: \w+)?$")
# Behind a verb: it is planned.
PLANNED = re.compile(r"[^.;!?,]{0,30}?\b(?:next (?:week|month|year|visit|appointment)|tomorrow)\b")
QUESTION = re.compile(
    r"^\W*(?:so |but |and |also )?"
    + either(
        "has|have|did|does|do|is|are|was",
        "anyone|anybody|who|should|can|could|would",
        "how|what|why|when|where|will",
    )
    + r"\b[^.!]*\?"
)

# --- Taken again ---

# What one is back on that is no medicine: "back on my feet", "on track", "on the couch".
NO_MEDICINE = r"(?!(?:my|track|days?|\w+day|the (?:couch|bike|market))\b)"
# The medicine is taken again or on: after a stop, the action is undone.
BACK_ON = re.compile(
    BEGIN
    + either(
        "(?:am |i'm |now |went |got |go |put (?:me|him|her) |been |he's |she's |is )?"
        rf"back on {NO_MEDICINE}\w+",
        "re-?started(?: (?:it|me|him|her|on|at|the))?",
        "started (?:it |them |back )?(?:up )?again|resumed",
        "(?:took|taking|take) it again",
        "reintroduced|re-?challenged",
    )
    + END
)

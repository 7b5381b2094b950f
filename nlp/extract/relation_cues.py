"""Words that tie a drug to what it treats or did. Data only; patterns run over `nlp.extract.assertion.normalise`d
text.
"""

from __future__ import annotations

import re

from nlp.extract.alternation import either

# drug ... for / against / to treat ... condition
PURPOSE = re.compile(
    r"\b"
    + either(
        r"for|against|treat(?:s|ing|ment of)?|help(?:s|ed)?(?: with)?|to (?:help|control|stop|relieve)|prescribed",
        r"relie(?:f|ves?|ved)|manage[sd]?",
    )
    + r"\b"
)
COMBINED = re.compile(r"^[\s,]*(?:and|with|plus|\+|/|&|,|then)?[\s,]*(?:\S+\s){0,2}$")

# What a sentence says of how well a medicine worked; the first that fits.
NONE = either(
    # "didn't really help", "did not do a thing", "did nothing"
    r"did(?:n't| not| nothing)(?: \w+){0,2} (?:help|work|touch|stop|do (?:a thing|anything|much)|nothing)",
    r"did nothing|does nothing|no (?:help|relief|effect|improvement|change|difference)",
    r"(?:isn'?t|not|wasn'?t|never) (?:help|work)(?:ing|ed)?|doesn't (?:help|work|touch)",
    r"useless|still have|no better|made no difference|ineffective|stopped working",
)
SLIGHT = either(
    # "helps a little", "works somewhat"
    r"(?:helps?|helped|works?|worked|better|relief|improved)(?: \w+){0,2} (?:a (?:little|bit)|some(?:what)?|slightly)",
    # "a bit better", "some relief"
    r"(?:a (?:little|bit)|slightly|somewhat|some) (?:better|relief|help|improvement)",
    r"takes? the edge off|took the edge off|barely",
)
MAJOR = either(
    r"gone|cured|disappeared|cleared(?: up)?|life ?saver|life changing|miracle",
    r"works? (?:great|wonders|perfectly|really well|so well|amazing(?:ly)?|like a charm|well)",
    r"worked (?:great|wonders|perfectly|really well|well)",
    r"went away|no more|under control|saved my life|best thing|huge difference|free|changed my life|finally",
)
MODERATE = either(
    r"help(?:s|ed|ing)?|work(?:s|ed|ing)|better|improved|improvement|relief|reliev(?:ed|es)|eased|less|decent",
    r"keeps|controls?",
)
EFFECTIVENESS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("none", re.compile(rf"\b{NONE}\b")),
    ("slight", re.compile(rf"\b{SLIGHT}\b")),
    ("major", re.compile(rf"\b(?:completely|totally|all)? ?{MAJOR}\b")),
    ("moderate", re.compile(rf"\b{MODERATE}\b")),
)

# between an event and the drug behind it: "nausea from the Zoloft"
SINGLED_OUT = re.compile(
    r"\b(?:from|by|due to|because of|caused by|thanks to|since|on|after|with)\s+"
    r"(?:the |my |taking |starting |being on )*$"
)
NOT_COMBINED = re.compile(r"\b(?:to|from|instead|not)\b")

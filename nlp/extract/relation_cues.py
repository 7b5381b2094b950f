"""Words that tie a drug to what it treats or did. Data only; patterns run over `nlp.extract.assertion.normalise`d
text.
"""

from __future__ import annotations

import re

# drug ... for / against / to treat ... condition
PURPOSE = re.compile(
    r"\b(?:for|against|treat(?:s|ing|ment of)?|help(?:s|ed)?(?: with)?|to (?:help|control|stop|relieve)|prescribed|relie(?:f|ves?|ved)|manage[sd]?)\b"
)
COMBINED = re.compile(r"^[\s,]*(?:and|with|plus|\+|/|&|,|then)?[\s,]*(?:\S+\s){0,2}$")

EFFECTIVENESS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "none",
        re.compile(
            r"\b(?:did(?:n't| not| nothing)(?: \w+){0,2} (?:help|work|touch|stop|do (?:a thing|anything|much)|nothing)|did nothing|does nothing|no (?:help|relief|effect|improvement|change|difference)|"
            r"(?:isn'?t|not|wasn'?t|never) (?:help|work)(?:ing|ed)?|doesn't (?:help|work|touch)|useless|still have|no better|made no difference|ineffective|stopped working)\b"
        ),
    ),
    (
        "slight",
        re.compile(
            r"\b(?:(?:helps?|helped|works?|worked|better|relief|improved)(?: \w+){0,2} (?:a (?:little|bit)|some(?:what)?|slightly)|(?:a (?:little|bit)|slightly|somewhat|some) (?:better|relief|help|improvement)|takes? the edge off|took the edge off|barely)\b"
        ),
    ),
    (
        "major",
        re.compile(
            r"\b(?:completely|totally|all)? ?(?:gone|cured|disappeared|cleared(?: up)?|life ?saver|life changing|miracle|works? (?:great|wonders|perfectly|really well|so well|amazing(?:ly)?|like a charm|well)|worked (?:great|wonders|perfectly|really well|well)|went away|no more|under control|saved my life|best thing|huge difference|free|changed my life|finally)\b"
        ),
    ),
    (
        "moderate",
        re.compile(
            r"\b(?:help(?:s|ed|ing)?|work(?:s|ed|ing)|better|improved|improvement|relief|reliev(?:ed|es)|eased|less|decent|keeps|controls?)\b"
        ),
    ),
)

# between an event and the drug behind it: "nausea from the Zoloft"
SINGLED_OUT = re.compile(
    r"\b(?:from|by|due to|because of|caused by|thanks to|since|on|after|with)\s+(?:the |my |taking |starting |being on )*$"
)
NOT_COMBINED = re.compile(r"\b(?:to|from|instead|not)\b")

"""Words for the part that a medicine plays in a post. Data only."""

from __future__ import annotations

import re

# In front of a medicine, or of the list that it stands in: it is taken, in the episode told.
TAKEN = re.compile(
    r"\b(?:take|takes|taking|took|taken|on|use|uses|using|used|gives?|given|gave|giving|got|gets?|put|puts|receiv\w+|administered|treat(?:ed|ing)|tx|rx|with|w/|meds?|medications?|medicines|includ\w+|plus|added|adding|prescribed|"
    r"start(?:ed|s)?|needed|needs?|iv|im|po|dose of|carries|injected|applied|do|does|did|have|has|had|also|daily)\b[^.;]{0,25}$|[:(]\s*$"
)
OPENS = re.compile(r"^\W*$")  # a sentence begins with what is taken
# In front of a medicine that is not: asked about, planned, refused, of another time or person.
NOT_TAKEN = re.compile(
    r"\b(?:should|can|could|would|want(?:s|ed)?|going to|gonna|thinking|asked|asking|ask(?: about| for)?|suggest\w*|offer\w*|mention\w*|recommend\w*|anyone|anybody|does|do you|did you|has any\w*|have you|tried|try(?:ing)?|before|instead of|than|unlike|like|"
    r"switch\w*|chang\w+|never|not|n't|dont|no|or|allerg\w+|if|may|might|used to|advised|told to|consider\w*|read|heard|prefer|wish|previous\w*|years ago|next|about|failed|been through|originally|waiting for|approv\w+|hear|sister|brother|friend|mother|mom|father|people|versus|vs|from)\b[^.;,]{0,24}$"
)
# In front of a medicine that has come in the place of another.
NEW = re.compile(
    r"\b(?:now(?: (?:i|i'm|im|i am|he|he's|she|she's|we|am|is|have|has|take|takes|use|on|only))*|back (?:to|on)|went (?:on|to)|(?:have|has|had|put|got) (?:me|him|her) on|(?:switched|changed|moved|going|gone) (?:me |him |her |over )*(?:to|on|onto))\b[^.;!?]{0,25}$"
)
LIST = re.compile(
    r"^[\s\d.,/&+()-]*(?:(?:and|plus|with|also|the|my|a|mg|mcg|or then|then|some|oral|iv|im|po|od|bid|tid|qd|daily|once|twice|day|at night|g|ml|units?)[\s\d.,/&+()-]*)*$"
)
# Two medicines that did it together.
TOGETHER = re.compile(
    r"(?<![\w'])(?:together|don'?t mix|do not mix|never mix|mix(?:ed|ing)?|combin\w+|combo|interact\w*|on top of|at the same time|the two of them|both of them|serotonin syndrome|should(?: never|n'?t| not) (?:be )?(?:tak\w+|combin\w+|us\w+|giv\w+) (?:\w+ )?(?:with|together))(?![\w'])"
)
VACCINE = re.compile(r"\bvaccin", re.IGNORECASE)
ANY_VACCINE = re.compile(r"^(?:the |covid(?:-19)? |coronavirus |sars-cov-2 )*vaccin(?:es?|ations?)$", re.IGNORECASE)
OTHER_ONE = re.compile(r"\b(?:other|another|any|no|prior|previous|different)(?: \w+)?\s$")

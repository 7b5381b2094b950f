"""Words that tell who the patient is. Data only; sex by what the words say of the person, never by a name."""

from __future__ import annotations

import re

from nlp.extract.case.reader import table

_MY = r"(?:my|our)(?: \S+){0,2}? "
WHO = table(
    ("child", rf"{_MY}(?:son|daughter|kid|child|baby|toddler|infant|newborn|boy|girl|twins?|\d+[- ]?(?:y/?o|yo|year[- ]old|month[- ]old|yr old)|(?:\w+) (?:year|month)[- ]old)|(?:son|daughter) (?:is|was|has|had|got|started)|the kids|(?:mine|ours) is \d|mom (?:of|to) (?:a|\w+, \d)|father of an?|have a (?:girl|boy)|d[sd]\d*(?= )"),
    ("parent", rf"{_MY}(?:mom|mum|mother|dad|father|mama|papa|parents?)(?! in law|-in-law)|(?:mom|mum|dad|mother|father) (?:is|was|has|had|got|started|took|had|takes)"),
    ("partner", rf"{_MY}(?:husband|hubby|wife|partner|boyfriend|girlfriend|spouse|fiancee?)|(?:wife|husband) of|(?:husband|wife|hubby) (?:is|was|has|had|got|started|took)|d[hw](?= )"),
    ("sibling", rf"{_MY}(?:sister|brother)(?! in law|-in-law)|(?:brother|sister) (?:is|was|has|had|got|started|took)"),
    ("friend", rf"{_MY}(?:friend|roommate|coworker|colleague|buddy)"),
    ("other", rf"{_MY}(?:grand\w+|nan|gran|nana|aunt|uncle|cousin|niece|nephew|neighbou?r|\w+ in law|mil|fil|student|client)"),
    ("patient", r"patient(?! here)|pt(?! says)|recipient|vaccinee|resident|\d+ ?(?:y/?o|yo|yr old|year old) ?(?:male|female|man|woman|m|f)(?! here)"),
)  # fmt: skip
# A sex by the word for the person, for someone else than the author.
PERSON_SEX = table(
    ("female", rf"{_MY}(?:wife|mom|mum|mother|daughter|sister|grandma|grandmother|girlfriend|aunt|niece|girl|granddaughter|nan|gran|nana)|(?:mom|mum|mother|daughter|wife|sister) (?:is|was|has|had|got|started)|she|her|female|woman|girl|lady|\d{{2}} ?f\b"),
    ("male", rf"{_MY}(?:husband|hubby|dad|father|son|brother|grandpa|grandfather|boyfriend|uncle|nephew|boy|grandson)|(?:dad|father|son|husband|brother) (?:is|was|has|had|got|started)|he|his|him|male|man|boy|gentleman|\d{{2}} ?m\b"),
)  # fmt: skip
_I_AM = r"(?:i'?m|i am|im|as|here)(?: just| only| now)?(?: an?| a)?(?:,)?(?: \S+){0,3}? "
AUTHOR_SEX = table(
    (
        "female",
        rf"{_I_AM}(?:woman|female|girl|lady|mother|mom|mum|grandmother|grandma|widow|nun|nurse practitioner mom)(?! who)|\d{{2}},? ?(?:year old |yo |y/o )?(?:f|female|woman|girl|lady)(?= |,|\.|\)|$)|(?:female|woman|lady),? \d{{2}}|f ?\d{{2}}(?= |,)|\(f\)|us (?:ladies|girls|women)|women get|"
        r"(?:i'm|i am|im|i was|when i got|i got)(?: \w+){0,3} pregnant|\d+ weeks pregnant|my (?:last (?:real )?|first |heavy )?(?:periods?|cycles?|pms|uterus|ovar(?:y|ies)|vagina|breasts? (?:are|is|were|hurt|hurts)|menopause|cervix|endometriosis|hysterectomy|ob(?:/?gyn)?|gyn\w*|mammogram|menstrual\w*|milk|iud)|"
        r"(?:my|the|heavy|irregular|no|a|get(?:ting)? my|missed|skipped|lighter|painful) periods?(?= |,|\.|;|$)(?! of)|breast ?feeding|i(?:'m| am) nursing|endometriosis|pcos|menopaus\w*|hysterectomy|postpartum|post menopausal|my pregnancy|our? ?labor|lactat\w+|while nursing|birth control (?:pill )?for",
    ),
    (
        "male",
        rf"{_I_AM}(?:man|male|guy|dude|father|dad|grandfather|grandpa|bloke|widower)(?! who)|\d{{2}},? ?(?:year old |yo |y/o |yr old )?(?:m|male|man|guy|dude)(?= |,|\.|\)|$)|(?:male|man|guy),? \d{{2}}|m ?\d{{2}}(?= |,)|\(m\)|(?:if )?guys post|for us (?:guys|men)|"
        r"my (?:prostate|penis|testicles?|balls|erections?|psa|sperm|urologist put me on clomi\w+|nipples grew|dick)|(?:get|got|keep|have|hold|lose|losing|getting|maintain\w*) (?:an |it |my )?(?:erections?|it up)|erectile\w*|bph|enlarged prostate|prostate cancer|low (?:t\b|testosterone|sperm)|grew breasts|man boobs|gyno\b|ejaculat\w+",
    ),
)
PREGNANT_NOW = re.compile(
    r"(?<![\w'])(?:(?:i'?m|i am|im|she'?s|she is|wife is|currently|now|am)(?: \w+){0,2}? (?:\d+ (?:weeks?|wks?|months?) )?(?:pregnant|preggo)|\d+ (?:weeks?|wks?|months?) (?:pregnant|along)|pregnant (?:pt|patient|with)|while (?:i was |i'm )?pregnant|(?:during|through|throughout|this|whole) (?:my |the )?(?:pregnancy)|second trimester here|(?:got|became|was|were|found out i was|found out i'm|found out i am) (?:\w+ )?(?:\d+ weeks )?pregnant)(?![\w'])"
)
SEVERAL = re.compile(
    r"(?<![\w'])(?:(?:both|my two|our two|two|the|all (?:three|four|of the)|my|our)(?: of)?(?: my| our| the)? (?:kids|children|boys|girls|sons|daughters|twins|parents|brothers|sisters|grandkids)|(?:we|they) both (?:got|had|have)|all (?:three|four|five) of us)(?![\w'])"
)

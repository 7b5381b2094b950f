"""Words that tell who the patient is. Data only; sex by what the words say of the person, never by a name."""

from __future__ import annotations

from nlp.extract.alternation import any_of, between_words
from nlp.extract.case.reader import table

MY = r"(?:my|our)(?: \S+){0,2}? "
CHILD = any_of(
    "son, daughter, kid, child, baby, toddler, infant, newborn, boy, girl, twins?, "
    r"\d+[- ]?(?:y/?o|yo|year[- ]old|month[- ]old|yr old), (?:\w+) (?:year|month)[- ]old"
)
NOT_IN_LAW = "(?! in law|-in-law)"
IS = any_of("is, was, has, had, got, started, took")
AGED_PERSON = r"\d+ ?(?:y/?o|yo|yr old|year old) ?(?:male|female|man|woman|m|f)"
WHO = table(
    (
        "child",
        # "my little girl", "daughter was", "mine is 3", "mom of two", "DD" (dear daughter)
        rf"{MY}{CHILD}",
        "(?:son|daughter) (?:is|was|has|had|got|started)",
        "the kids",
        r"(?:mine|ours) is \d",
        r"mom (?:of|to) (?:a|\w+, \d)",
        "father of an?",
        "have a (?:girl|boy)",
        r"d[sd]\d*(?= )",
    ),
    (
        "parent",
        # "my elderly mother", "dad takes"
        rf"{MY}(?:mom|mum|mother|dad|father|mama|papa|parents?){NOT_IN_LAW}",
        rf"(?:mom|mum|dad|mother|father) (?:{IS}|takes)",
    ),
    (
        "partner",
        # "my dear husband", "wife of", "DH" (dear husband)
        rf"{MY}(?:husband|hubby|wife|partner|boyfriend|girlfriend|spouse|fiancee?)",
        "(?:wife|husband) of",
        rf"(?:husband|wife|hubby) {IS}",
        "d[hw](?= )",
    ),
    (
        "sibling",
        rf"{MY}(?:sister|brother){NOT_IN_LAW}",
        rf"(?:brother|sister) {IS}",
    ),
    ("friend", rf"{MY}(?:friend|roommate|coworker|colleague|buddy)"),
    (
        "other",
        # "my great aunt", "my MIL" (mother in law)
        rf"{MY}(?:grand\w+|nan|gran|nana|aunt|uncle|cousin|niece|nephew|neighbou?r|\w+ in law|mil|fil|student|client)",
    ),
    (
        "patient",
        # "pt", "recipient", "54 yo female"; but "patient here" and "54 yo male here" write of themselves
        "patient(?! here)",
        "pt(?! says)",
        "recipient",
        "vaccinee",
        "resident",
        rf"{AGED_PERSON}(?! here)",
    ),
)
# A sex by the word for the person, for someone else than the author.
HER_KIN = any_of(
    "wife, mom, mum, mother, daughter, sister, grandma, grandmother, girlfriend, aunt, niece, girl, granddaughter, "
    "nan, gran, nana"
)
HIS_KIN = any_of(
    "husband, hubby, dad, father, son, brother, grandpa, grandfather, boyfriend, uncle, nephew, boy, grandson"
)
PERSON_SEX = table(
    (
        "female",
        rf"{MY}{HER_KIN}",
        "(?:mom|mum|mother|daughter|wife|sister) (?:is|was|has|had|got|started)",
        any_of("she, her, female, woman, girl, lady"),
        r"\d{2} ?f\b",
    ),
    (
        "male",
        rf"{MY}{HIS_KIN}",
        "(?:dad|father|son|husband|brother) (?:is|was|has|had|got|started)",
        any_of("he, his, him, male, man, boy, gentleman"),
        r"\d{2} ?m\b",
    ),
)
# The sex of the author, by what they call themselves or by what only one sex has: "as a woman", "my periods".
I_AM = r"(?:i'?m|i am|im|as|here)(?: just| only| now)?(?: an?| a)?(?:,)?(?: \S+){0,3}? "
WOMAN = any_of("woman, female, girl, lady, mother, mom, mum, grandmother, grandma, widow, nun, nurse practitioner mom")
MAN = any_of("man, male, guy, dude, father, dad, grandfather, grandpa, bloke, widower")
HERS = any_of(
    "periods?, cycles?, pms, uterus, ovar(?:y|ies), vagina, breasts? (?:are|is|were|hurt|hurts), menopause, cervix, "
    r"endometriosis, hysterectomy, ob(?:/?gyn)?, gyn\w*, mammogram, menstrual\w*, milk, iud"
)
HIS = any_of(
    r"prostate, penis, testicles?, balls, erections?, psa, sperm, urologist put me on clomi\w+, nipples grew, dick"
)
AUTHOR_SEX = table(
    (
        "female",
        # "I'm a busy mom", "34 year old female", "F34"
        rf"{I_AM}{WOMAN}(?! who)",
        r"\d{2},? ?(?:year old |yo |y/o )?(?:f|female|woman|girl|lady)(?= |,|\.|\)|$)",
        r"(?:female|woman|lady),? \d{2}",
        r"f ?\d{2}(?= |,)",
        r"\(f\)",
        "us (?:ladies|girls|women)",
        "women get",
        # "when I got pregnant"
        r"(?:i'm|i am|im|i was|when i got|i got)(?: \w+){0,3} pregnant",
        r"\d+ weeks pregnant",
        # her body and its doctors: "my last period", "my ovaries", "my OB/GYN"
        rf"my (?:last (?:real )?|first |heavy )?{HERS}",
        r"(?:my|the|heavy|irregular|no|a|get(?:ting)? my|missed|skipped|lighter|painful) periods?(?= |,|\.|;|$)(?! of)",
        "breast ?feeding",
        "i(?:'m| am) nursing",
        "endometriosis",
        "pcos",
        r"menopaus\w*",
        "hysterectomy",
        "postpartum",
        "post menopausal",
        "my pregnancy",
        "our? ?labor",
        r"lactat\w+",
        "while nursing",
        "birth control (?:pill )?for",
    ),
    (
        "male",
        # "as a guy", "45 year old man", "M45"
        rf"{I_AM}{MAN}(?! who)",
        r"\d{2},? ?(?:year old |yo |y/o |yr old )?(?:m|male|man|guy|dude)(?= |,|\.|\)|$)",
        r"(?:male|man|guy),? \d{2}",
        r"m ?\d{2}(?= |,)",
        r"\(m\)",
        "(?:if )?guys post",
        "for us (?:guys|men)",
        # his body: "my prostate", "can't keep it up", "low T"
        rf"my {HIS}",
        r"(?:get|got|keep|have|hold|lose|losing|getting|maintain\w*) (?:an |it |my )?(?:erections?|it up)",
        r"erectile\w*",
        "bph",
        "enlarged prostate",
        "prostate cancer",
        r"low (?:t\b|testosterone|sperm)",
        "grew breasts",
        "man boobs",
        r"gyno\b",
        r"ejaculat\w+",
    ),
)
# "she's 12 weeks pregnant", "throughout my pregnancy"
SHE_IS = any_of("i'?m, i am, im, she'?s, she is, wife is, currently, now, am")
SHE_BECAME = any_of("got, became, was, were, found out i was, found out i'm, found out i am")
PREGNANT_NOW = between_words(
    rf"{SHE_IS}(?: \w+){{0,2}}? (?:\d+ (?:weeks?|wks?|months?) )?(?:pregnant|preggo)",
    r"\d+ (?:weeks?|wks?|months?) (?:pregnant|along)",
    "pregnant (?:pt|patient|with)",
    "while (?:i was |i'm )?pregnant",
    "(?:during|through|throughout|this|whole) (?:my |the )?(?:pregnancy)",
    "second trimester here",
    rf"{SHE_BECAME} (?:\w+ )?(?:\d+ weeks )?pregnant",
)
# "both my sons", "the kids", "we both got it", "all three of us"
THE_TWO = any_of("both, my two, our two, two, the, all (?:three|four|of the), my, our")
KIN = any_of("kids, children, boys, girls, sons, daughters, twins, parents, brothers, sisters, grandkids")
SEVERAL = between_words(
    rf"{THE_TWO}(?: of)?(?: my| our| the)? {KIN}",
    "(?:we|they) both (?:got|had|have)",
    "all (?:three|four|five) of us",
)

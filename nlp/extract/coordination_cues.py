"""Words that share a head or a modifier when patients list: "numb hands and feet", "muscle and joint pain". Data."""

from __future__ import annotations

import re

from nlp.extract.alternation import either


def words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


BODY = words(
    "head face scalp forehead eye eyes eyelid eyelids ear ears nose lip lips mouth tongue gum gums tooth teeth",
    "jaw cheek cheeks chin throat neck",
    "shoulder shoulders arm arms armpit armpits elbow elbows wrist wrists hand hands palm palms",
    "finger fingers fingertips thumb thumbs nail nails",
    "chest breast breasts nipples rib ribs back spine side sides",
    "stomach belly abdomen gut groin hip hips buttocks butt bottom",
    "leg legs thigh thighs knee knees calf calves shin shins ankle ankles foot feet heel heels sole soles",
    "toe toes toenails",
    "skin muscle muscles joint joints bone bones tendon tendons limbs body kidney kidneys liver bladder sinuses hair",
)
# What may be lost, gone, low or missing together.
FACULTIES = words(
    "taste smell hearing vision sight sensation feeling balance",
    "appetite sleep energy libido desire drive interest motivation strength patience",
    "memory concentration focus weight hair",
)
# What may be high or low together.
MEASURES = words(
    "cholesterol triglycerides sugar sugars glucose sodium potassium calcium iron ferritin platelets",
    "pulse pressure bp thyroid creatinine bilirubin uric acid",
)
# What cannot be done any more.
VERBS = words(
    "eat drink swallow sleep relax walk move stand sit stop",
    "talk think focus concentrate breathe work read drive",
)
# Adjectives that stand before a body part.
STATES = words(
    "numb swollen sore stiff dry itchy red puffy tight tender raw inflamed yellow blue bloodshot",
    "bleeding burning aching achy painful tingly tingling throbbing cramping crampy peeling cracked",
    "cold hot sweaty shaky weak heavy restless watery blurry blurred double",
)
# Nouns that a body part or state stands before.
HEADS = words(
    "pain pains ache aches cramps cramping spasms swelling stiffness weakness numbness soreness tenderness",
    "itching burning bleeding vision rash twitching loss dryness tingling infections infection problems pressure",
)
# What may stand before such a noun, beside body parts and states.
MODIFIERS = words(
    "muscle joint bone abdominal nerve back stomach chest blurry blurred double tunnel", "hair weight memory sinus ear"
)

STATE = either(*sorted(STATES))
ITEM = r"(?:(?:my|the|both|his|her|also|even|left|right|upper|lower) )*(?P<item>[a-z]+)"

# "... and feet", ", lips"; "blurry and ..."
MORE = re.compile(rf"\s?(?:,|/|&|\band\b|\bor\b|, and|, or)\s?(?:(?:and|or) )?{ITEM}\b")
BEFORE = re.compile(r"(?P<item>[a-z]+)(?:,| and| or|/|,? &) ?(?:or |and )?$")

# What an item may share, by the last words of the mention: the words before them are the shared head.
SITE = r"(?:in|of|on|around|under|down|behind|inside)(?: (?:my|both|the|his|her|both my))*"
SHARED = (
    # pain in my legs
    re.compile(rf"^(?P<head>[^,]+ {SITE}) (?P<first>[a-z]+)$"),
    # loss of taste, couldn't sleep, high blood pressure
    re.compile(
        r"^(?P<head>no|loss of|lost|couldn't|can't|cannot|could not|can not|high|low|elevated)"
        r" (?P<first>[a-z]+(?: pressure)?)$"
    ),
    # really numb hands
    re.compile(rf"^(?P<head>(?:[a-z]+ )*{STATE}) (?P<first>[a-z]+)$"),
)
# A mention that holds the whole list: "numb hands and feet".
INSIDE = re.compile(rf"^(?P<first>(?:[a-z]+ )*{STATE} [a-z]+)(?: and| or|,|/)")

"""Words that share a head or a modifier when patients list: "numb hands and feet", "muscle and joint pain". Data only."""

from __future__ import annotations

import re

BODY = frozenset(
    ["head", "face", "scalp", "forehead", "eye", "eyes", "eyelid", "eyelids", "ear", "ears", "nose", "lip", "lips", "mouth", "tongue", "gum", "gums", "tooth", "teeth", "jaw", "cheek", "cheeks", "chin", "throat", "neck", "shoulder", "shoulders", "arm", "arms", "armpit", "armpits", "elbow", "elbows", "wrist", "wrists", "hand", "hands", "palm", "palms", "finger", "fingers", "fingertips", "thumb", "thumbs", "nail", "nails", "chest", "breast", "breasts", "nipples", "rib", "ribs", "back", "spine", "side", "sides", "stomach", "belly", "abdomen", "gut", "groin", "hip", "hips", "buttocks", "butt", "bottom", "leg", "legs", "thigh", "thighs", "knee", "knees", "calf", "calves", "shin", "shins", "ankle", "ankles", "foot", "feet", "heel", "heels", "sole", "soles", "toe", "toes", "toenails", "skin", "muscle", "muscles", "joint", "joints", "bone", "bones", "tendon", "tendons", "limbs", "body", "kidney", "kidneys", "liver", "bladder", "sinuses", "hair"]
)  # fmt: skip
# What may be lost, gone, low or missing together.
FACULTIES = frozenset(
    [
        "taste",
        "smell",
        "appetite",
        "sleep",
        "energy",
        "libido",
        "memory",
        "balance",
        "hearing",
        "vision",
        "sight",
        "concentration",
        "focus",
        "weight",
        "hair",
        "sensation",
        "feeling",
        "interest",
        "motivation",
        "desire",
        "strength",
        "patience",
        "drive",
    ]
)
MEASURES = frozenset(
    [
        "cholesterol",
        "triglycerides",
        "sugar",
        "sugars",
        "glucose",
        "sodium",
        "potassium",
        "calcium",
        "iron",
        "ferritin",
        "platelets",
        "pulse",
        "pressure",
        "bp",
        "thyroid",
        "creatinine",
        "bilirubin",
        "uric",
        "acid",
    ]
)
# Verbs of what cannot be done any more.
VERBS = frozenset(
    [
        "eat",
        "sleep",
        "drink",
        "swallow",
        "walk",
        "talk",
        "think",
        "focus",
        "concentrate",
        "breathe",
        "move",
        "stand",
        "sit",
        "work",
        "read",
        "drive",
        "stop",
        "relax",
    ]
)
# Adjectives that stand before a body part.
STATES = frozenset(
    [
        "numb",
        "swollen",
        "sore",
        "stiff",
        "dry",
        "itchy",
        "red",
        "puffy",
        "tight",
        "tender",
        "bleeding",
        "burning",
        "aching",
        "achy",
        "painful",
        "tingly",
        "tingling",
        "cold",
        "hot",
        "sweaty",
        "shaky",
        "weak",
        "heavy",
        "cramping",
        "peeling",
        "cracked",
        "watery",
        "blurry",
        "blurred",
        "double",
        "bloodshot",
        "yellow",
        "blue",
        "inflamed",
        "restless",
        "crampy",
        "throbbing",
        "raw",
    ]
)
# Nouns that a body part or state stands before.
HEADS = frozenset(
    [
        "pain",
        "pains",
        "ache",
        "aches",
        "cramps",
        "cramping",
        "spasms",
        "swelling",
        "stiffness",
        "weakness",
        "numbness",
        "soreness",
        "tenderness",
        "itching",
        "burning",
        "bleeding",
        "vision",
        "rash",
        "twitching",
        "loss",
        "dryness",
        "tingling",
        "infections",
        "infection",
        "problems",
        "pressure",
    ]
)
# What may stand before such a noun, beside body parts and states.
MODIFIERS = frozenset(
    [
        "muscle",
        "joint",
        "bone",
        "abdominal",
        "nerve",
        "back",
        "stomach",
        "chest",
        "blurry",
        "blurred",
        "double",
        "tunnel",
        "hair",
        "weight",
        "memory",
        "sinus",
        "ear",
    ]
)

_ITEM = r"(?:(?:my|the|both|his|her|also|even|left|right|upper|lower) )*(?P<item>[a-z]+)"
MORE = re.compile(rf"\s?(?:,|/|&|\band\b|\bor\b|, and|, or)\s?(?:(?:and|or) )?{_ITEM}\b")
BEFORE = re.compile(r"(?P<item>[a-z]+)(?:,| and| or|/|,? &) ?(?:or |and )?$")
# What an item may share, by the last words of the mention: the words before them are the shared head.
SHARED = (
    re.compile(
        r"^(?P<head>[^,]+ (?:in|of|on|around|under|down|behind|inside)(?: (?:my|both|the|his|her|both my))*) (?P<first>[a-z]+)$"
    ),
    re.compile(
        r"^(?P<head>no|loss of|lost|couldn't|can't|cannot|could not|can not|high|low|elevated) (?P<first>[a-z]+(?: pressure)?)$"
    ),
    re.compile(rf"^(?P<head>(?:[a-z]+ )*(?:{'|'.join(sorted(STATES))})) (?P<first>[a-z]+)$"),
)
INSIDE = re.compile(rf"^(?P<first>(?:[a-z]+ )*(?:{'|'.join(sorted(STATES))}) [a-z]+)(?: and| or|,|/)")

"""Units of doses as patients write them, with their UCUM codes, and the amounts beyond which a dose is impossible.

UCUM codes after The Unified Code for Units of Measure, version 2.1; what is counted (tablets, puffs) is an annotation in
braces, as UCUM asks. A test holds every code against UCUM's own grammar.
"""

from __future__ import annotations

import re

# words -> UCUM code; the longer ones first where one begins with another
UNITS: tuple[tuple[str, str], ...] = (
    (r"mcgs?|µgs?|μgs?|ugs?|micrograms?|mikes", "ug"),
    (r"mgs?|milligrams?|milligrammes?|mgm|miligrams?", "mg"),
    (r"ngs?|nanograms?", "ng"),
    (r"kgs?|kilograms?|kilos?", "kg"),
    (r"gms?|grams?|grammes?|gr?", "g"),
    (r"mls?|cc'?s?|millilit(?:er|re)s?", "mL"),
    (r"lit(?:er|re)s?|l", "L"),
    (r"teaspoon(?:ful)?s?|tsps?\.?", "[tsp_us]"),
    (r"tablespoon(?:ful)?s?|tbsps?\.?", "[tbs_us]"),
    (r"fl(?:uid)?\.? ?(?:oz|ounces?)", "[foz_us]"),
    (r"oz|ounces?", "[oz_av]"),
    (r"meqs?|milliequivalents?", "meq"),
    (r"mmols?|millimoles?", "mmol"),
    (r"million (?:iu|units?)|miu", "10*6.[iU]"),
    (r"iu'?s?|international units?|units?|u", "[iU]"),
    (r"%|percent|per cent", "%"),
    (r"drops?|gtts?", "[drp]"),
    (r"puffs?|inhalations?|actuations?", "{puff}"),
    (r"(?:nose )?(?:sprays?|squirts?|spritz(?:es)?)", "{spray}"),
    (r"tablets?|tabs?|tabletts?", "{tablet}"),
    (r"capsules?|caps?|gelcaps?|softgels?|soft gels?", "{capsule}"),
    (r"caplets?", "{tablet}"),
    (r"pills?", "{pill}"),
    (r"patch(?:es)?", "{patch}"),
    (r"pumps?", "{pump}"),
    (r"scoops?(?:fuls?)?", "{scoop}"),
    (r"capfuls?", "{capful}"),
    (r"packets?|sachets?|packs?", "{packet}"),
    (r"gumm(?:y|ies)", "{gummy}"),
    (r"lozenges?", "{lozenge}"),
    (r"vials?", "{vial}"),
    (r"ampoules?|amps?", "{ampoule}"),
    (r"syringes?", "{syringe}"),
    (r"droppers?(?:fuls?)?", "{dropper}"),
    (r"suppositor(?:y|ies)", "{suppository}"),
    (r"infusions?|bags?", "{infusion}"),
    (r"shots?|injections?|jabs?", "{injection}"),
    (r"pens?", "{pen}"),
    (r"strips?|films?", "{film}"),
    (r"bottles?", "{bottle}"),
    (r"doses?|dosage", "{dose}"),
)
FORMS = tuple(code for _, code in UNITS if code.startswith("{"))
UNIT = re.compile("|".join(f"(?P<u{index}>(?:{words})(?![\\w/]*\\d)(?!\\w))" for index, (words, _) in enumerate(UNITS)))
PER = re.compile(
    r"\s*(?:/|per|a|each|every)\s*(kgs?|kilos?|kilograms?|m2|m²|ml|day|d|hour|hr|h|week|lb|pound|pump|puff)\b"
)
PER_CODES = {
    "k": "/kg", "m2": "/m2", "m²": "/m2", "ml": "/mL", "d": "/d", "h": "/h", "w": "/wk", "l": "/[lb_av]", "p": "",
}  # fmt: skip

# Above these no person takes a dose: the largest in use are PEG 238 g and immunoglobulin 2 g/kg (240 g), bowel
# preparation 4 L, penicillin G 24 million units, sodium phosphate 32 tablets. Ten times that for counted forms, for an
# overdose is possible where a therapeutic dose is not.
CEILINGS = {
    "ng": 250e9, "ug": 250e6, "mg": 250e3, "g": 250.0, "kg": 0.25, "mg/kg": 5e3, "ug/kg": 5e6, "g/kg": 5.0, "mL": 5e3,
    "L": 5.0, "[iU]": 30e6, "%": 100.0, "meq": 1e3, "mmol": 1e3, "{tablet}": 320.0, "{capsule}": 320.0, "{pill}": 320.0,
    "{puff}": 200.0, "{patch}": 50.0, "[drp]": 1e3,
}  # fmt: skip


def unit_at(words: str, position: int) -> tuple[str, int] | None:
    """(UCUM code, end) of the unit that begins at a position of the words, with what it is counted per."""
    match = UNIT.match(words, position)
    if not match or match.lastgroup is None:
        return None
    code, end = UNITS[int(match.lastgroup[1:])][1], match.end()
    if per := PER.match(words, end):
        name = per.group(1)
        suffix = PER_CODES.get(name, PER_CODES.get(name[0], ""))
        if suffix == "/d" and not words[end:].lstrip().startswith(("/", "per")):
            return code, end  # "20 mg a day" is a dose and a frequency
        return code + suffix, per.end()
    return code, end


def impossible(value: float, unit: str | None) -> bool:
    """Whether no person can take that much at once."""
    ceiling = CEILINGS.get((unit or "").removesuffix("/d"))
    return ceiling is not None and value > ceiling

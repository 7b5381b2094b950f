"""Words that fill the slots of special situations and of pregnancy: what is taken, how much, by whom, with what.

A construction is a row that a person could say with slots in angle brackets ("<TAKE> the whole <CONTAINER>"); the
alternatives of a slot are told in order, a comma between them. Slots that are not here are those of `slot_cues`. Data.
"""

from __future__ import annotations

from nlp.extract.alternation import any_of
from nlp.extract.case.slot_cues import worded

WORDS = {
    # how a medicine gets into or onto a person
    "TAKE": (
        r"took, tak(?:e|es|en|ing), swallow(?:ed|ing)?, ate, eat(?:s|en|ing)?, drank, gave, given, giv(?:e|ing), "
        r"popp?(?:ed|ing)?, had, has, used, us(?:e|ing), inject(?:ed|ing), gulped, downed, chugged, necked, inhaled, "
        r"ingested, got, put, administered, received, dosed, injects"
    ),
    "GULP": (
        r"took, taken, swallow(?:ed|ing)?, ate, drank, gave, given, popp?(?:ed|ing), gulped, downed, chugged, necked, "
        r"ingested, injected, got"
    ),
    # what is taken, and in what it comes
    "PILLS": (
        r"pills?, tablets?, tabs?, capsules?, caps, bottle, box, pack(?:et)?, blister, gumm(?:y|ies), script, supply, "
        r"patches, doses?, syringe, vial, meds?, medication, prescription, "
        r"tylenol, melatonin, vitamins?, iron, xanax, ambien"
    ),
    "CONTAINER": r"bottle, pack, box, lot, blister, month",
    "PARACETAMOL": r"tylenol, acetaminophen, paracetamol",
    "STREETDRUG": r"pills, percs, xanax, oxy\w*, adderall, fent\w*",
    "STEROID": r"anavar, dianabol, dbol, winstrol, trenbolone, deca, clen, dnp",
    "KNOWNDRUG": (
        r"xarelto, eliquis, warfarin, coumadin, lithium, lexapro, zoloft, prozac, methotrexate, statins?, "
        r"blood thinners?"
    ),
    # how much
    "TIMES": (
        r"double, twice, triple, three times, four times, five times, six times, seven times, eight times, ten times, "
        r"ten ?fold, \d+ times, \d+ ?x, \d+[- ]fold, quadruple, thrice"
    ),
    "DOSE": (
        r"dose, dosage, amount, strength, quantity, units?, what (?:i|he|she|it|they|was), as (?:much|many), "
        r"prescribed, recommended, max\w*, daily, usual, normal, limit"
    ),
    "MANY": (
        r"[5-9], \d\d+, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty, "
        r"dozens?(?: of)?"
    ),
    "TOOMUCH": (
        r"too (?:many|much), (?:way|far) more(?! than (?:the|you|it|what|they|prescribed)), "
        r"more than (?:i|he|she) (?:should|was supposed|usually|normally|needed), "
        r"the (?:whole|entire|full) <CONTAINER>, "
        r"(?:a )?(?:whole|entire) (?:bottle|pack|box|month|blister|week)(?:'s)?\w*(?: worth)?, "
        r"(?:a )?handfuls?, a bunch of, the rest of (?:the|them), what was left, the rest, the lot, "
        r"all of (?:them|it|the|my|his|her)"
    ),
    # what else there is too much of, or the rest of ("took too much time", "took the rest of the day")
    "NOMEDICINE": (
        r"time, of (?:my|a|the) (?:time|day|life|attention), trouble, pain, side effects, water, it off, money, "
        r"the (?:blame|credit|time)"
    ),
    "WHATORWHEN": (
        r"of (?:it|the|my|his|her|them|iron|tylenol), <PILLS>, in one, at once, by, and, because, on, today, last, "
        r"this, than, of, [,.!)], $"
    ),
    # a number a day, or over a time, is a dose as it should be
    "ASADOSE": (
        r"a, per, each, every, daily, over, for \w+ (?:days|weeks), (?:in|of) (?:a|the) (?:day|course|week|month)"
    ),
    # how something goes wrong
    "ERRED": (
        r"by (?:mistake|accident), accident(?:al(?:ly)?|ly), mistakenly, mistakingly, in error, erroneously, "
        r"inadvertent(?:ly)?, unintentionally, unknowingly, without (?:realizing|realising|knowing|noticing)"
    ),
    "WRONGTHING": (
        r"drug, dose, dosage, pills?, tablets?, medication, medicine, meds?, strength, vaccine, vaccination, vial, "
        r"patient, prescription, script, bottle, insulin, arm, site, one, ones, time, person, pen, jab, shot, label, "
        r"stuff, concentration, syringe, inhaler, eye, ear, patch, box, brand, formulation, version, route, mg, "
        r"instructions, directions, drops, amount"
    ),
    "MISHANDLED": (
        r"skipped, prescribed, filled, dispensed, doubled?, grabbed, picked(?: up)?, mixed, switched, swapped, stopped"
    ),
    "HANDLED": (
        r"skipped, doubled?, missed, mixed, filled, dispensed, prescribed, grabbed, switched, swapped, sprayed"
    ),
    "MIXABLE": (
        r"pills?, bottles?, meds, medic\w+, patients?, prescriptions?, orders?, insulins?, pens?, vials?, labels?, "
        r"the two, two, doses?, names?, charts?, boxes"
    ),
    "CONFUSED": r"mistake, accident, mix, wrong, instead, thinking, thought",
    "MISUSABLE": (
        r"crush\w*, wrong, split, chew\w*, cut, with food, empty, rinse, prime, shake, muscle, under the skin, "
        r"old (?:one|patch)"
    ),
    "EXPIRABLE": r"dose, vaccine, product, lot, medication, insulin, pills, epipen, vial, shot",
    # persons
    "SOMEONEELSE": (
        r"husband, wife, dog, cat, mother, father, mom, mum, dad, sister, brother, roommate, neighbou?r, "
        r"daughter, son, grand\w+, other patient, someone else, another patient"
    ),
    "OTHERONE": r"other, man, woman, patient, person, guy, lady, girl, boy, kid, one, next, bed, resident, dog, cat",
    "KINDRED": (
        r"sister, friend, roommate, mother, mom, mum, neighbou?r, brother, coworker, buddy, husband, wife, dad, "
        r"father, cousin, aunt, uncle, gran\w*, son, daughter, boyfriend, girlfriend, partner, colleague, "
        r"flatmate, mate, ex"
    ),
    "KINDREDPILLS": (
        r"adderall, pills?, meds?, prescriptions?, scripts?, antibiotics?, painkillers?, tablets, steroids?, "
        r"leftovers?, insulin, inhaler, xanax, valium, norcos?, vicodin, percocet\w*, oxy\w*, ritalin, ambien, "
        r"[a-z]+(?:in|ol|am|ex|ax|ine|one|pam|lam|pril|zole|fen|cet|xil)"
    ),
    # what a medicine is for
    "REALLY": r"really, actually, normally, usually, officially, technically, originally, supposed to be, only",
    "SORTOFDRUG": (
        r"pill, drug, med, medicine, medication, pills, psychotic\w*, anti\w+, antidepress\w+, steroid, hormone, "
        r"blocker, tablet, statin, cream, shampoo, seizure, epilepsy, diabetes, depression, blood, heart, for"
    ),
    "APPROVED": (
        r"approved, label+ed, licen[cs]ed, indicated, fda[- ]approved, authori[sz]ed, intended, meant, made, designed, "
        r"supposed, what it was (?:made|meant|designed), what it'?s (?:for|made for|meant for|supposed)"
    ),
    "MADE": (
        r"meant, made, approved, licen[cs]ed, marketed, intended, prescribed, designed, used, developed, indicated, "
        r"supposed to be"
    ),
    "ITIS": (
        r"it'?s, it is, its, which is, is, was, are, that'?s, they'?re, originally, technically, normally, usually, "
        r"officially, actually, supposedly, really"
    ),
    # what a kick is called, and what else is high ("high blood pressure", "got high chol")
    "FUN": r"buzz(?:ed)?, high, kick, rush, euphoria, fun, stoned, wasted",
    "HIGHOTHERWISE": (
        r"blood, bp, sugars?, chol\w*, pressure, fever, number\w*, enough, up, dose, levels?, risk, "
        r"on (?:the )?(?:ladder|list), readings?, temperature, for, and low, heart, quality, again after, potency, in"
    ),
    "SEEKING": r"dealer, more, street, doctor shop, fix, high, steal\w*, buy\w*, pills",
    # what goes over a label or over an instruction
    "RULE": r"label, box, bottle, max\w*, leaflet, instructions, script, doctor, doc, dose",
    "RECOMMENDED": (
        r"should, supposed, recommended, label, box, says?, told, meant, leaflet, bottle, directed, allowed, prescribed"
    ),
    "DOCTOR": r"doctor, doc, gp, psych\w*, consultant, dr, physician, nurse, pharmac\w+",
    "CHANGED": (
        r"upped, raised, doubled, doubling(?: up)?, increased, increasing, changed, tripled, adjust(?:ed|ing), upping, "
        r"took myself up"
    ),
    "TWOORMORE": r"double, two, 2, three, 3, four, 4, five, 5, six, 6, extra",
    # two medicines, or a medicine and a drink
    "BOTHOFTHEM": (
        r"because (?:it|they), that, which, it, they, the two, these, those, these two, meds, drugs, turns out"
    ),
    "SHOULDNOT": (
        r"shouldn'?t, should not, should never, not supposed to, never, can'?t, cannot, not, don'?t, "
        r"aren'?t supposed to, wasn'?t supposed to"
    ),
    "THEMIX": r"together, combo, combination, two drugs, two together, mix",
    "DID": r"made, gave, sent, caused, put, nearly, almost",
    "HOWMUCH": (
        r"\d+, one, two, three, a, a couple(?: of)?, few, a few, some, half a, several, one or two, a lot of, "
        r"like \d+, that, my, lots of, too much, eight, four, five, six"
    ),
    "DRINK": (
        r"glass(?:es)? of (?:\w+ )?(?:wine|champagne|red|white|whisk\w+|rum), beers?, drinks, wine, pints?, "
        r"cocktails?, margaritas?, vodkas?, shots of, alcohol, whisk\w+, ciders?, g&ts?"
    ),
    "DRINKS": r"<HOWMUCH> (?:\w+ )?<DRINK>",
    "PASSEDOUT": (
        r"blacked, passed, was out, got (?:so|very|really), woke, ended, threw, it (?:made|hit|knocked), "
        r"i (?:blacked|passed|was out)"
    ),
    "RAISED": (
        r"raised, raises, pushes, pushed, makes, made, sent, sends, boost(?:s|ed)?, spik(?:ed|es), shot, drove, "
        r"knock(?:ed|s), doubl(?:ed|es), increas(?:es|ed), elevat\w+"
    ),
    "WEAKENED": (
        r"cancel(?:s|ing|led)?, block(?:s|ed|ing)?, weaken(?:s|ed|ing)?, interfer(?:e|es|ed|ing) with, "
        r"mess(?:es|ed|ing) with, counteract\w*"
    ),
    # names of medicines by their ends
    "DRUGLEVEL": (
        r"(?:it|\w+(?:in|ol|ine|ium|im|us|statin|one|am|zole|pine|warfarin|inr))(?:'s)? (?:blood )?levels?, levels?, "
        r"inr, (?:my |the )?(?!skin|brain|pain)\w*(?:statin|arin|ium|pine|zole|olol|pam|lam|ine|mus|xin)"
    ),
    "OTHERDRUG": (
        r"statin, warfarin, lithium, pill, blood thinner, insulin, \w+(?:statin|arin|ium|pine|zole|pam|lam|ine)"
    ),
    # at work
    "ATWORK": (
        r"at work, on (?:the|my) job, on (?:my |a )?shift, my shift, while working, "
        r"at the (?:hospital|pharmacy|clinic|lab|plant|factory|vet), gloves?, employee health, "
        r"occupational (?:health|exposure), charge nurse, in the (?:lab|pharmacy|clinic), "
        r"(?:vet|pharmacy|lab|dental|surgical|or) tech, (?:i'?m|i am|as) an? (?:\w+ )?<HEALTHWORKER>, compounding"
    ),
    "HEALTHWORKER": (
        r"nurse, tech, technician, pharmacist, vet, carer, caregiver, aide, farmer, lab, paramedic, dentist"
    ),
    "SPILLED": (
        r"spill(?:ed|s|t)?, leak(?:ed|s)?, splash(?:ed)?, ran, dripped, drip, spray(?:ed)?, squirt(?:ed)?, got, burst, "
        r"shot, dropped, broke"
    ),
    "SPILLEDONME": (
        r"spill(?:ed|s|t)?, leak(?:ed|s)?, splash(?:ed)?, dripped, spray(?:ed)?, squirt(?:ed)?, "
        r"got (?:it|some|\w+) (?:on|in), stuck, poked, pricked, jabbed"
    ),
    "SKIN": r"arm, hands?, skin, face, eyes?, gloves?, wrist, leg, mouth, finger, lap, scrubs",
    "SKINORNEEDLE": r"arm, hands?, skin, face, eyes?, wrist, leg, mouth, needle, finger, syringe, stuff",
    "PATIENT": r"patient, her, his, shot, vaccin\w+, work, cow, horse, dog, calf, cattle, pig, resident",
    # being pregnant
    "PREGNANT": (
        r"pregnant, preggo, preggers, preg, expecting(?= (?:a|our|my|again|twins|in|while|on|and)|[.,!]|$), "
        r"with child, up the duff"
    ),
    "IAM": (
        r"i'?m, i am, i was, she is, she'?s, she was, wife is, wife was, was, am, already, "
        r"found out (?:i was|i'?m|i am|she was|we were), out i am, out i was, out i'?m, while, when, still, got, "
        r"became, realis?z?ed i was, knew i was, been, (?:<N>|\d+) ?(?:weeks?|wks?|wk|months?|mos?), wks?, weeks?, "
        r"currently, now, newly, just found out"
    ),
    "ONLYJUST": r"already, only, about, currently, now, also, so, very, heavily, newly, with \w+, just, almost",
    "PEOPLE": r"women, woman, ladies, people, patients?, or nursing, or breast\w+, moms",
    "WHICH": (
        r"my, her, the, this, last, first, second, third, whole, entire, both, all, each, previous, \d(?:st|nd|rd)"
    ),
    "MONTH": r"january, february, march, april, may, june, july, august, september, october, november, december",
    "NONURSING": (
        r"home, school, student, assistant, degree, job, staff, care, shift, "
        r"a (?:hangover|cold|headache|drink|beer|grudge|bad)"
    ),
    # where a cue ends: before a space, a full stop or the end of the text
    "END": r"(?= |[.,]|$)",
    "ENDS": r"(?= |[.,!]|$)",
}
OWN = {slot: any_of(listed) for slot, listed in WORDS.items()}


def spelled(*constructions: str) -> tuple[str, ...]:
    """Constructions with the words of their slots put in. Raises KeyError for a slot that neither table knows."""
    return tuple(worded(each, OWN) for each in constructions)

"""Words that share a head or a modifier when patients list: "numb hands and feet", "muscle and joint pain". Data only."""

from __future__ import annotations

BODY = frozenset(
    "head face scalp forehead eye eyes eyelid eyelids ear ears nose lip lips mouth tongue gum gums tooth teeth jaw cheek cheeks chin "
    "throat neck shoulder shoulders arm arms armpit armpits elbow elbows wrist wrists hand hands palm palms finger fingers fingertips "
    "thumb thumbs nail nails chest breast breasts nipples rib ribs back spine side sides stomach belly abdomen gut groin hip hips "
    "buttocks butt bottom leg legs thigh thighs knee knees calf calves shin shins ankle ankles foot feet heel heels sole soles toe "
    "toes toenails skin muscle muscles joint joints bone bones tendon tendons limbs body kidney kidneys liver bladder sinuses hair".split()
)  # fmt: skip
# What may be lost, gone, low or missing together.
FACULTIES = frozenset(
    "taste smell appetite sleep energy libido memory balance hearing vision sight concentration focus weight hair sensation feeling "
    "interest motivation desire strength patience drive".split()
)
MEASURES = frozenset(
    "cholesterol triglycerides sugar sugars glucose sodium potassium calcium iron ferritin platelets pulse pressure bp thyroid "
    "creatinine bilirubin uric acid".split()
)
# Verbs of what cannot be done any more.
VERBS = frozenset("eat sleep drink swallow walk talk think focus concentrate breathe move stand sit work read drive stop relax".split())
# Adjectives that stand before a body part.
STATES = frozenset(
    "numb swollen sore stiff dry itchy red puffy tight tender bleeding burning aching achy painful tingly tingling cold hot sweaty shaky "
    "weak heavy cramping peeling cracked watery blurry blurred double bloodshot yellow blue inflamed restless crampy throbbing raw".split()
)
# Nouns that a body part or state stands before.
HEADS = frozenset(
    "pain pains ache aches cramps cramping spasms swelling stiffness weakness numbness soreness tenderness itching burning bleeding "
    "vision rash twitching loss dryness tingling infections infection problems pressure".split()
)
# What may stand before such a noun, beside body parts and states.
MODIFIERS = frozenset("muscle joint bone abdominal nerve back stomach chest blurry blurred double tunnel hair weight memory sinus ear".split())

"""What single words of a complaint stand for: inflections and everyday synonyms as one lexeme, and parts of the body
under what they belong to.

Tables are data, written by hand. A word that is in none of them stands for its stem.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.extract.wording import BEFORE
from nlp.models.knowledge_base import fold

LESS, CANNOT, MORE = "less", "cannot", "more"

# Phrases whose words say something else alone, in normalised text: pattern -> the lexeme or words that they stand for.
_PHRASES = (
    (
        r"(?:throw|threw|throwing|thrown|chuck(?:ing|ed)?) (?:it |everything )?up|los[et] my lunch|spit(?:ting)? up",
        "vomit",
    ),
    (r"pass(?:ed|ing)? out|black(?:ed|ing)? out|keel(?:ed|ing)? over", "faint"),
    (r"(?:bowel|bm) movement|go(?:ing)? (?:number|#) ?(?:2|two)", "poop"),
    (r"pin and needle|pin needle", "tingle"),
    (r"blood pressure|b p", "bp"),
    (r"(?:blew|blow|blown|blowing) up", "swell up"),
    (r"(?:no|lost|losing|lost all|lack of|loss of|without(?: any)?) (?:feeling|sensation)", "numb"),
    (r"under (?:my |the |her |his |both |left |right )*arm|underarm|arm ?pit|axill(?:a|ae|ary)", "armpit"),
    (r"blood (?:sugar|glucose)(?: (?:level|reading|number))?", "sugar"),
    (r"(?:heart|pulse) (?:rate|beat)|heart ?beat|heartrate|hr", "pulse"),
    (r"sexual (?:desire|drive|interest|appetite)|sex drive|(?:desire|interest|drive) (?:for|in) sex", "libido"),
    (r"white (?:blood )?(?:cell )?count|wbc|white (?:blood )?cell", "whitecell"),
    (r"red (?:blood )?(?:cell )?count|rbc|red (?:blood )?cell", "redcell"),
    (r"platelet count", "platelet"),
    (
        r"short(?:ness)? of (?:the )?breath|out of breath|winded|breathless(?:ness)?",
        "dyspnea",
    ),
    (r"catch (?:my|a|her|his) breath|get enough air|get air|take a (?:deep|full) breath", "breathe"),
    (r"(?:fall|fell|falling|drift(?:ing)? off|dr?op(?:ping)? off)(?: back)? (?:to |a)sleep", "sleeponset"),
    (r"stay(?:ing|ed)? asleep|sleep(?:ing)? through the night", "sleepmaintain"),
    (r"low(?:er)? back|lumbar", "lowback"),
    (r"head ?ache?|sore head", "headache"),
    (r"stomach ?ache|tummy ?ache|belly ?ache", "belly pain"),
    (r"tooth ?ache", "tooth pain"),
    (r"ear ?ache", "ear pain"),
    (r"back ?ache", "back pain"),
    (r"sick to my stomach|sick in (?:my|the) stomach|sick feeling in my stomach", "nausea"),
    (r"light ?head(?:ed)?(?:ness)?", "lightheaded"),
    (r"put(?:ting)? on", "gain"),
    (r"worn out|wiped out|wore out|run down|out of energy|no energy|zero energy", "tired"),
    (r"killing me", "pain"),
    (r"low (?:grade )?(?:fever|temp)", "fever"),
    (r"heavy (?:period|menstrual|flow|bleeding)", "heavyperiod"),
    (r"through the roof|sky ?high|off the chart|out of range|way up|going up|went up|gone up|shot up", MORE),
    (r"too (?:much|many)|a lot (?:of|more)|so much|way (?:too )?much", MORE),
    (r"bottom(?:ed|ing)? out|tank(?:ed|ing)|going down|went down|gone down", LESS),
    (r"(?:have|having|had|has) (?:a )?(?:hard|rough|tough|difficult) time(?: with)?", CANNOT),
    (
        r"(?:hard|harder|tough|difficult|impossible|struggle) (?:to|for me to)|(?:hardly|barely) (?:able to)?",
        f"{CANNOT} ",
    ),
    (
        r"(?:not|isnt|wasnt|arent|werent|am not|never|no longer) able to|(?:do|can|could|will|would|did) not",
        f"{CANNOT} ",
    ),
    (r"dry(?:ness)? (?:of|in) (?:my |the )?mouth|mouth (?:is |was |so |very )*dry", "dry mouth"),
)
SAYS = tuple(says for _, says in _PHRASES)
PHRASE = re.compile(rf"\b(?:{'|'.join(f'({pattern})' for pattern, _ in _PHRASES)})\b")

# lexeme: words that stand for it
_LEXEMES = """
pain: pain painful hurt hurting ache achy aching achiness throb throbbing agony discomfort stabbing
sore: sore soreness tender tenderness
swell: swell swelled swelling swollen puffy puffiness puffed edema oedema swole
numb: numb numbness
tingle: tingle tingly tingling prickle prickling prickly
itch: itch itchy itchiness pruritus itchyness
red: red redness reddened reddish
burn: burn burning burnt sting stinging stung
cramp: cramp cramping crampy
spasm: spasm spasming seizing
twitch: twitch twitchy twitching jerk jerky jerking
weak: weak weakness weakened weaker
stiff: stiff stiffness stiffened stiffening
tight: tight tightness tightening tightened squeeze squeezing
bleed: bleed bled bleeding hemorrhage hemorrhaging
blood: blood bloody
bruise: bruise bruising bruised
tremor: shake shaky shaking shakiness shakey shook tremble trembling trembly tremor
cold: cold coldness
hot: hot heat warm warmth
lump: lump bump knot lumpy
peel: peel peeling flake flaky flaking scaly
less: lose lost losing loss gone no not never without lack lacking none decreased decrease decreasing low lower less
less: reduced
less: reduction poor dropped drop dropping diminished absent absence dont doesnt didnt isnt wasnt arent havent hasnt
less: hadnt
less: nonexistent zero wont wouldnt vanished disappeared lessened
fall: fall fell falling fallen
heavy: heavy heaviness
site: site
cannot: cant cannot couldnt unable inability incapable trouble difficulty difficult struggle struggling harder
cannot: impossible
more: more increased increase increasing high higher elevated elevation raised spike spiked spiking excessive excess
more: overly
more: skyrocketed rising rose risen
problem: problem issue disorder trouble disturbance disturbed abnormal abnormality dysfunction weird messed
breathe: breathe breath breathing breathed
sleep: sleep slept sleeping
sleeponset: asleep
eat: eat ate eaten eating
talk: talk talking speak speaking spoke speech
focus: focus focused focusing concentrate concentrating concentration
memory: memory remember remembering recall recalling
forget: forget forgot forgetful forgetfulness forgetting
pee: pee peeing peed urinate urinating urination urine urinary wee piss pissing
poop: poop pooping poo stool feces defecate defecating shit crap
vomit: vomit vomiting vomited puke puking puked barf throwup vomitting
nausea: nausea nauseous nauseated nauseating nauseas nausia naseous queasy queasiness
dizzy: dizzy dizziness dizzyness dizzines
vertigo: vertigo spinning spin spun
tired: tired tiredness fatigue fatigued fatigues exhausted exhaustion exhausting drained weary weariness wiped
drowsy: drowsy drowsiness sleepy sleepiness somnolence somnolent
faint: faint fainted fainting syncope
gain: gain gained gaining
depress: depressed depression depressing depressive
sad: sad sadness saddened
anxiety: anxiety anxious anxiousness
nervous: nervous nervousness nerves
anger: anger angry rage raging temper furious
irritable: irritable irritability irritated
cry: cry cried crying tearful weepy weeping sobbing sobbed
orgasm: orgasm orgasming climax climaxing cum
erection: erection erect erectile
period: period menstrual menstruation menses cycle menstruating
vision: vision sight eyesight see seeing visual
blur: blur blurry blurred blurriness blurring
hear: hear hearing
hunger: hunger hungry starving
thirst: thirst thirsty
sweat: sweat sweating sweaty perspire perspiring perspiration
chill: chill chilled chilly
fever: fever feverish
congest: congestion congested stuffy stuffiness stuffed
race: race racing fast rapid rapidly quick
slow: slow slowed slowing slowness sluggish
infect: infection infected infect
inflame: inflammation inflamed inflame
allergy: allergy allergic
diarrhea: diarrhea diarrhoea diarrhea diarrea diarreah
constipate: constipation constipated constipate
gas: gas gassy flatulence
bloat: bloat bloated bloating bloatedness
burp: burp burping belch belching
wake: wake woke waking awake awakening woken
fog: fog foggy fogginess
confuse: confused confusion
seizure: seizure convulsion convulsing
hallucinate: hallucinate hallucination hallucinating
paranoid: paranoid paranoia
dream: dream dreaming
dry: dry dryness dried
sugar: sugar glucose
bp: bp
discolor: discolored discoloration discoloured
belly: belly stomach tummy abdomen abdominal midsection
torso: torso trunk flank
groin: groin inguinal perineal perineum pubic
gut: gut intestine intestinal gastrointestinal gi bowel
leg: leg
thigh: thigh quad hamstring
calf: calf calve shin
foot: foot feet
toe: toe
arm: arm
forearm: forearm bicep
hand: hand
finger: finger thumb knuckle palm
head: head temple
scalp: scalp
face: face facial
jaw: jaw
cheek: cheek chin forehead eyebrow brow
eye: eye eyeball ocular
eyelid: eyelid lid
ear: ear
nose: nose nasal nostril
mouth: mouth oral
gum: gum gingival
tooth: tooth teeth dental
throat: throat
chest: chest sternum breastbone
rib: rib ribcage
breast: breast boob
nipple: nipple
vagina: vagina vaginal vulva
penis: penis
testicle: testicle testicular ball testes
rectum: rectum rectal anus anal
buttock: buttock butt bum backside
heart: heart cardiac
lung: lung
muscle: muscle muscular
joint: joint
bone: bone
extremity: extremity limb
skin: skin
"""
# What a lexeme may be taken for where nothing bears its own name, with how much of its weight that keeps.
NEAR: dict[str, tuple[tuple[str, float], ...]] = {
    LESS: ((CANNOT, 0.9),),
    CANNOT: ((LESS, 0.9), ("problem", 0.8)),
    "problem": ((CANNOT, 0.7),),
    "pain": (("sore", 0.9),),
    "sore": (("pain", 0.95),),
    "inflame": (("swell", 0.8),),
    "discolor": (("problem", 0.5),),
    "thigh": (("leg", 0.9), ("extremity", 0.8)),
    "calf": (("leg", 0.9), ("extremity", 0.8)),
    "leg": (("extremity", 0.8),),
    "arm": (("extremity", 0.8),),
    "forearm": (("arm", 0.9), ("extremity", 0.8)),
    "ankle": (("foot", 0.8), ("leg", 0.8), ("extremity", 0.7)),
    "knee": (("leg", 0.8), ("joint", 0.8)),
    "heel": (("foot", 0.9), ("leg", 0.7)),
    "toe": (("foot", 0.9), ("leg", 0.7), ("extremity", 0.7)),
    "foot": (("leg", 0.8), ("extremity", 0.8)),
    "wrist": (("hand", 0.8), ("arm", 0.8), ("joint", 0.7)),
    "elbow": (("arm", 0.8), ("joint", 0.8)),
    "shoulder": (("arm", 0.7), ("joint", 0.8)),
    "hip": (("joint", 0.8), ("leg", 0.7)),
    "finger": (("hand", 0.9), ("arm", 0.7), ("extremity", 0.7)),
    "hand": (("arm", 0.8), ("extremity", 0.8)),
    "lowback": (("back", 0.9),),
    "scalp": (("head", 0.7), ("skin", 0.7)),
    "cheek": (("face", 0.9), ("skin", 0.6)),
    "jaw": (("face", 0.8),),
    "face": (("skin", 0.6),),
    "eyelid": (("eye", 0.9),),
    "gum": (("mouth", 0.8),),
    "rib": (("chest", 0.9),),
    "nipple": (("breast", 0.9),),
    "gut": (("belly", 0.8),),
    "belly": (("gut", 0.7),),
    "up": ((MORE, 0.9),),
    "down": ((LESS, 0.9),),
    "fall": ((LESS, 0.9),),
}
_SITES = (
    "belly gut leg thigh calf foot toe arm forearm hand finger head scalp face jaw cheek eye eyelid ear nose mouth "
    "gum tooth throat chest rib breast nipple vagina penis testicle rectum buttock muscle joint bone extremity "
    "skin back lowback torso neck knee ankle heel wrist elbow shoulder hip groin lip tongue hair nail side bladder "
    "kidney spine armpit"
)
SITES = frozenset(_SITES.split())
POLAR = frozenset({LESS, CANNOT})
PARTICLES = frozenset({"up", "down", "out", "off", "away", "back"})  # they change what a verb says, and often nothing
_SAYS_LITTLE = (
    "a an the my his her our your their its i im ive you he she it we they me him them this that these those of in "
    "on at to for from with by as and or is are was were be been being am have has had having do doing get getting "
    "got gotten become became becoming go going went make made making start started feel feeling felt sensation "
    "sense seem like kind sort bit so very really just also still now then there when while after before during "
    "since day night week month hour time all over whole entire body area side left right upper both one around "
    "near under underneath behind across inside rt lt bilateral bilaterally contralateral minute afternoon evening "
    "noon dawn weekend today some any each every other another would will can could about "
    "almost nearly severely extremely totally completely pretty quite too much even only again keep kept keeping "
    "thing stuff develop developed experience experienced suffer suffering symptom episode attack bout spell "
    "sudden suddenly what who which"
)
# How a pain is, which says less than where: "sharp pain in my chest" is chest pain.
_QUALITIES = "sharp dull shooting deep nagging splitting searing piercing loud faint stabby jabbing gnawing"
QUALITIES = frozenset(_QUALITIES.split())
SAYS_LITTLE = (BEFORE | frozenset(_SAYS_LITTLE.split())) - PARTICLES - {"increased", "excessive", "abnormal", "weird"}

SHORTEST_STEM = 3
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


def stem(word: str) -> str:
    """A folded word without the endings of verbs, adjectives and adverbs: "itchy", "itching" and "itch" are one."""
    for ending in ("iness", "ness", "ingly", "ing", "ed", "ly", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


def _table() -> dict[str, str]:
    """Word or stem -> lexeme; a word of its own stands before the stem of another."""
    words: dict[str, str] = {}
    stems: dict[str, str] = {}
    for line in _LEXEMES.strip().split("\n"):
        lexeme, _, listed = line.partition(": ")
        for word in (lexeme, *map(fold, listed.split())):
            words.setdefault(word, lexeme)
            stems.setdefault(stem(word), lexeme)
    for word in (*SITES, *PARTICLES, *NEAR, *" ".join(SAYS).split()):
        words.setdefault(word, word)
    return stems | words


TABLE = _table()


@lru_cache(maxsize=1 << 15)
def lexeme(word: str) -> str:
    """The lexeme of a normalised word; empty for one that says nothing about a complaint."""
    if word in TABLE:
        return TABLE[word]
    if word in SAYS_LITTLE:
        return ""
    return TABLE.get(stem(word), stem(word))


def lexemes(normalised: str) -> tuple[str, ...]:
    """The lexemes of a normalised mention or name, each once, in order."""
    plain = PHRASE.sub(lambda match: SAYS[(match.lastindex or 1) - 1], normalised)
    return tuple(dict.fromkeys(filter(None, map(lexeme, plain.split()))))

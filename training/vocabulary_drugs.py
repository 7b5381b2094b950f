"""Drugs of the shipped vocabulary: RxNorm's ingredients and products, joined by name to UNII, which gives the
code.

A patient means the active moiety: "Zoloft", "sertraline" and "sertraline hydrochloride" are one concept. UNII lists
every substance that regulators meet, so only those enter that RxNorm prescribes, that carry an INN stem, or that our
overlay names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nlp.models.knowledge_base import Concept, normalise
from training.vocabulary_draft import Draft, Key, read_rows

UNII_FILE = "unii_drug_names.tsv.xz"
RXNORM_FILE = "rxnorm_prescribable.tsv.xz"
UNII_KINDS = {"disp": "label", "of": "official", "cn": "common", "bn": "brand"}

# Counter-ions, esters and hydrates that leave the moiety as it is (USP's salt policy names the usual ones).
_SALTS = (
    "hydrochloride dihydrochloride hydrobromide sodium disodium potassium calcium magnesium maleate besylate besilate "
    "mesylate mesilate tartrate bitartrate succinate fumarate hemifumarate citrate phosphate sulfate hemisulfate "
    "acetate nitrate benzoate tosylate lactate gluconate malate oxalate pamoate decanoate palmitate propionate "
    "dipropionate valerate furoate anhydrous monohydrate dihydrate trihydrate hemihydrate sesquihydrate hexahydrate "
    "medoxomil proxetil axetil etexilate disoproxil alafenamide trometamol tromethamine bromide chloride iodide "
    "xinafoate enanthate cypionate hyclate dimesylate erbumine arginine lysine meglumine olamine esylate edisylate "
    "napsylate pivoxil ethylsuccinate stearate carbonate hippurate cilexetil mofetil hydrate"
)
SALTS = frozenset(_SALTS.split())
# Bare elements and ions: "calcium carbonate" and "sodium chloride" are medicines of their own.
_IONS = (
    "sodium potassium calcium magnesium zinc aluminum ammonium iron ferrous ferric copper cupric silver hydrogen "
    "methyl barium"
)
IONS = frozenset(_IONS.split())
BIOSIMILAR_SUFFIX = re.compile(r"-[a-z]{4}$")

# Stems that the WHO assigns to international nonproprietary names ("The use of stems in the selection of INN", 2018),
# the unmistakable ones.
INN_STEM = re.compile(
    r"(?:pril|prilat|sartan|olol|dipine|statin|gliptin|gliflozin|glitazone|glutide|azole|conazole|prazole|oxacin|"
    r"floxacin|cillin|mycin|cycline|thromycin|vir|mab|cept|tinib|nib|ciclib|parib|rafenib|zomib|limus|triptan|gepant|"
    r"setron|azepam|zolam|zepam|barbital|clone|pidem|oxetine|apine|peridone|idone|spirone|triptyline|pramine|azine|"
    r"bactam|penem|parin|xaban|gatran|grel|fibrate|dronate|dronic acid|sone|solone|onide|terol|tropium|lukast|"
    r"phylline|tidine|prost|caine|curium|curonium|profen|oxicam|coxib|fenac|adol|orphan|orphine|codone|morphone|"
    r"fentanil|stigmine|racetam|bamate|gabalin|toin|suximide|platin|rubicin|taxel|tecan|trexate|citabine|relin|relix|"
    r"[gr]atide|tride|gestrel|estradiol|terone|vaptan|semide|thiazide|afil|lutamide|rozole|oxifene|dralazine|zosin|"
    r"lidocaine|quine|mefloquine|nidazole|bendazole|cromil)$|^sulfa\w+$"
)

# RxNorm's extract lacks the ingredients that begin with A; of UNII's, these are no cosmetics or chemicals.
LACKING = re.compile(
    r"^a(?!cetyl|cryl|lumin|mmoni|mino|rachid|scorbyl|zel|lkyl|damant|lanyl|cid |cetam|pricot|rgan|vocado|dipic|pple|"
    r"lmond)[a-z]{6,}(?: alfa| beta)?$"
)

NO_MEDICINE = re.compile(
    r"extract|pollen|allergenic|venom|smut|inert|\bdander\b|feather|\bhair\b|immune fab|immune f\(ab|antigen, ",
    re.IGNORECASE,
)
# A chemist's or a catalogue's name rather than one that a person says: locants, brackets, code numbers, lists of parts.
UNSPOKEN = re.compile(
    r"[(\[{;:+=%]|, |\d{3}|^[a-z]{1,5}[ -]?\d|^\W*\d|-yl\b|component|\bacid,|extract|pollen|\bpeg\b|\bppg-",
    re.IGNORECASE,
)
INGREDIENTS_AT_MOST = 4


@dataclass
class Moiety:
    """A UNII substance with its salts: `code` is that of the free moiety where UNII lists it, else of the salt
    with most brands.
    """

    name: str
    code: str
    display: str
    names: list[tuple[str, str]] = field(default_factory=list)
    medicine: bool = False


def moiety_name(name: str) -> str:
    """The name without salt, ester, hydrate and biosimilar suffix: `sertraline` for `sertraline hydrochloride`."""
    words = BIOSIMILAR_SUFFIX.sub("", name.lower()).split(" ")
    while len(words) > 1 and words[-1] in SALTS and not set(words[:-1]) <= IONS:
        words.pop()
    return " ".join(words)


def read_moieties(source: Path, problems: list[str]) -> dict[str, Moiety]:
    """UNII substances by moiety name."""
    substances: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code, name, kind in read_rows(source / UNII_FILE, 3, problems):
        substances[code].append((name, kind))
    displays = {code: next((name for name, kind in names if kind == "disp"), "") for code, names in substances.items()}
    moieties: dict[str, Moiety] = {}
    brands = {code: sum(kind == "bn" for _, kind in names) for code, names in substances.items()}
    named = {code: moiety_name(display) for code, display in displays.items() if display}
    for code in sorted(named, key=lambda each: (displays[each] != named[each], -brands[each], displays[each])):
        name, display = named[code], displays[code]
        moiety = moieties.setdefault(name, Moiety(name, code, display))
        salt = code != moiety.code
        for text, kind in substances[code]:
            moiety.names.append((text, "salt" if salt and kind in ("disp", "of") else UNII_KINDS[kind]))
            moiety.medicine |= kind in ("of", "bn")
    return moieties


def add_drugs(draft: Draft, source: Path, chosen: Iterable[str] = ()) -> None:
    """Put drugs, products and their names into the draft. `chosen` are UNII codes that enter whatever the rules say."""
    moieties = read_moieties(source, draft.problems)
    by_name: dict[str, Moiety] = {}
    for kind in ("label", "official", "common"):
        for moiety in moieties.values():
            for text, its_kind in moiety.names:
                if its_kind == kind:
                    by_name.setdefault(normalise(text), moiety)
    for moiety in moieties.values():
        by_name[normalise(moiety.name)] = moiety

    rows = list(read_rows(source / RXNORM_FILE, 4, draft.problems, optional=1))
    ingredients: dict[str, Key] = {}
    for rxcui, name, kind, _ in rows:
        if kind == "IN" and not NO_MEDICINE.search(name):
            joined = by_name.get(normalise(name)) or by_name.get(normalise(moiety_name(name)))
            ingredients[rxcui] = add_ingredient(draft, rxcui, name, joined)
            draft.prescribed |= {normalise(name), normalise(joined.name if joined else name)}
    wanted = set(chosen)
    for moiety in moieties.values():
        stemmed = " " not in moiety.name and INN_STEM.search(moiety.name)
        if moiety.code in wanted or (moiety.medicine and (stemmed or LACKING.search(moiety.name))):
            add_ingredient(draft, None, moiety.name, moiety)
    add_products(draft, rows, ingredients)
    add_substance_names(draft, moieties)


def add_ingredient(draft: Draft, rxcui: str | None, name: str, moiety: Moiety | None) -> Key:
    """The concept of an ingredient, under UNII where a substance was joined and under RxNorm otherwise."""
    if moiety is None:
        return draft.add(Concept("RXNORM", rxcui or "", name, "drug", rxcui))
    key = draft.add(Concept("UNII", moiety.code, moiety.display, "drug", rxcui))
    draft.name(name, key, "label")
    draft.name(moiety.name, key, "label")
    return key


def add_products(draft: Draft, rows: list[tuple[str, ...]], ingredients: dict[str, Key]) -> None:
    """Names of salts, combinations and brands of RxNorm."""
    by_name = {normalise(draft.concepts[key].name): key for key in ingredients.values()}
    by_name |= {
        normalise(name): ingredients[rxcui] for rxcui, name, kind, _ in rows if kind == "IN" and rxcui in ingredients
    }
    for rxcui, name, kind, parts in rows:
        keys: list[Key] = []
        if kind == "PIN":
            keys = [key] if (key := by_name.get(normalise(moiety_name(name)))) else []
        elif kind == "MIN":
            found = [by_name.get(normalise(part)) for part in name.split(" / ")]
            keys = [key for key in found if key] if all(found) else []
        elif kind == "BN":
            keys = [ingredients[part] for part in parts.split(",") if part in ingredients]
        if kind == "BN" and len(keys) > INGREDIENTS_AT_MOST:
            keys = [draft.add(Concept("RXNORM", rxcui, name, "product", rxcui))]
        if len(keys) <= INGREDIENTS_AT_MOST:
            for key in dict.fromkeys(keys):
                alias = draft.name(name, key, "salt" if kind == "PIN" else "brand")
                if kind == "BN":
                    draft.prescribed.add(alias)


def add_substance_names(draft: Draft, moieties: dict[str, Moiety]) -> None:
    """UNII's names of the substances that entered. A name that RxNorm gives to a product, or that two substances
    claim, stays out.
    """
    owners: dict[str, set[Key]] = defaultdict(set)
    offered: list[tuple[str, Key, str]] = []
    for moiety in moieties.values():
        key = "UNII", moiety.code
        if key not in draft.concepts:
            continue
        for text, kind in moiety.names:
            product, is_part, _ = text.partition(" component ")
            if is_part and not UNSPOKEN.search(product):
                draft.name(product, key, "component")
            elif not UNSPOKEN.search(text) and len(text) < 60:
                owners[normalise(text)].add(key)
                offered.append((text, key, kind))
    for text, key, kind in offered:
        alias = normalise(text)
        taken = alias in draft.prescribed or any(each == "label" for each in draft.names.get(alias, {}).values())
        if not taken and (len(owners[alias]) == 1 or kind == "label"):
            draft.name(text, key, kind)

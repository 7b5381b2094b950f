"""Conditions, findings and symptoms of the shipped vocabulary: Mondo, HPO, SYMP and CTCAE, with ICD-10-CM's names
for Mondo's diseases.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from nlp.models.knowledge_base import Concept, normalise
from training.vocabulary_draft import Draft, Key, read_rows

HPO_FILE, HPO_XREFS_FILE = "hpo_terms.tsv.xz", "hpo_xrefs.tsv.xz"
MONDO_FILE, MONDO_XREFS_FILE = "mondo_terms.tsv.xz", "mondo_xrefs.tsv.xz"
SYMP_FILE, ICD_FILE = "symp_ctcae.tsv.xz", "icd10cm.tsv.xz"

HPO_SCOPES = {"label": "label", "EXACT": "exact", "RELATED": "related", "NARROW": "narrow", "BROAD": "broad"}
MONDO_SCOPES = {
    "label": "label",
    "hasExactSynonym": "exact",
    "hasRelatedSynonym": "related",
    "hasNarrowSynonym": "narrow",
    "hasBroadSynonym": "broad",
}

NON_HUMAN = re.compile(
    r"non-human|\b(?:canine|feline|equine|bovine|ovine|porcine|avian|murine)\b|, (?:domestic )?(?:dog|cat|horse|"
    r"cattle|pig|sheep|goat|chicken|rabbit|macaque|mouse|rat)s?$",
    re.IGNORECASE,
)
# Nodes that order Mondo's tree or say why someone is at risk: no patient has them.
GROUPING = re.compile(
    r"\bvs\b|^(?:human |hereditary |syndromic |idiopathic )?disease$|^idiopathic$|suscepti|\bby\b .*(?:location|"
    r"system|process)$|disease characteristic|^obsolete|predisposition|, modifier",
    re.IGNORECASE,
)
# HPO terms that qualify a finding (onset, course, frequency, inheritance, place, exposure) or are headings, and so
# are no complaint.
HPO_QUALIFIERS = re.compile(
    r"^(?:all|frequency|severity|clinical (?:modifier|course)|past medical history|mode of inheritance|"
    r"phenotypic variability|position|laterality|mild|moderate|severe|borderline|profound|bilateral|unilateral|right|"
    r"left|generalized|localized|distal|proximal|diffuse|transient|lateral|migratory|sharp|dull|tender|axial|acral|"
    r"prolonged|nocturnal|diurnal|episodic|periodic|cyclic|central|peripheral|focal|multifocal|refractory|recurrent|"
    r"stable|fluctuating|acute|chronic|subacute|progressive|nonprogressive|sporadic|obligate|frequent|occasional|"
    r"excluded|affected|unaffected|healthy|apical|perineal|reticular|circumscribed|monoarticular|spinning|jumping|"
    r"arranging|collecting|proboscis|inertia|mortality/aging|perimenopausal|blood group.*|.*inheritance.*|.* onset|"
    r"onset(?: .*)?|age of .*|.*triggered by.*|.*(?:aggravated|ameliorated|exacerbated) by.*|.*history of.*|"
    r".*exposure(?: to .*)?)$",
    re.IGNORECASE,
)
# Mondo lists every acronym of every disease (`COLD`, `MS`, `IS`): those of two diseases or more, and those that are
# words, are left out; the ones that patients use all the same stand in our overlay.
LONGEST_ACRONYM = 5
ACRONYM = re.compile(r"[A-Z][A-Z0-9]*[A-Z0-9]")
HPO_LONGEST_ACRONYM = 3
ICD_WORDS_AT_MOST = 6
SYMP_HEADINGS = re.compile(
    r"\bsymptom$|^obsolete|^(?:han|fecal|hopping|blood pressure|hematogenous|crinkle|general symptom)$|other, specify$",
    re.IGNORECASE,
)


def add_terms(draft: Draft, source: Path, english: frozenset[str]) -> None:
    """Put findings, symptoms and diseases with their names and cross-references into the draft; no acronym is a word of
    `english`.
    """
    add_findings(draft, source)
    add_symptoms(draft, source)
    add_diseases(draft, source, english)


def add_findings(draft: Draft, source: Path) -> None:
    """HPO as it is, without the terms that are no findings."""
    rows = list(read_rows(source / HPO_FILE, 4, draft.problems))
    labels = {code: term for code, term, scope, _ in rows if scope == "label"}
    for code, label in labels.items():
        if not HPO_QUALIFIERS.match(label) and not label.startswith("obsolete"):
            draft.add(Concept("HP", code, label, "finding"))
    for code, term, scope, note in rows:
        acronym = note == "abbreviation" and len(term) <= HPO_LONGEST_ACRONYM
        if ("HP", code) in draft.concepts and note != "obsolete_synonym" and not acronym:
            kind = "layperson" if note == "layperson" and scope == "EXACT" else HPO_SCOPES[scope]
            draft.name(term, ("HP", code), kind)
    for code, system, target in read_rows(source / HPO_XREFS_FILE, 3, draft.problems):
        cross_reference(draft, ("HP", code), system, target)


def add_symptoms(draft: Draft, source: Path) -> None:
    """SYMP and CTCAE: the first term of a code is its name."""
    for code, term in read_rows(source / SYMP_FILE, 2, draft.problems):
        if not SYMP_HEADINGS.search(term):
            system = code.partition(":")[0]
            draft.add(Concept(system, code, term, "symptom"))
            draft.name(term, (system, code), "exact")


def add_diseases(draft: Draft, source: Path, english: frozenset[str]) -> None:
    """Mondo's diseases of people, and the names that ICD-10-CM gives to those that it codes one to one.

    A disease that ICD-10-CM codes is of kind `disease`, the many subtypes and groups that it does not are `uncoded
    disease`.
    """
    xrefs = list(read_rows(source / MONDO_XREFS_FILE, 3, draft.problems))
    coded: dict[str, list[str]] = defaultdict(list)
    for code, system, target in xrefs:
        if system == "icd10cm":
            coded[target].append(code)
    has_code = {code for codes in coded.values() for code in codes}
    rows = [row for row in read_rows(source / MONDO_FILE, 3, draft.problems) if not GROUPING.search(row[1])]
    for code, label, scope in rows:
        animal = 1_010_000 <= int(code.partition(":")[2]) < 1_013_000 or NON_HUMAN.search(label)
        if scope == "label" and not animal:
            draft.add(Concept("MONDO", code, label, "disease" if code in has_code else "uncoded disease"))
    acronyms: dict[str, set[Key]] = defaultdict(set)
    for code, term, scope in rows:
        key = "MONDO", code
        if key in draft.concepts and (scope == "label" or len(term) > LONGEST_ACRONYM):
            draft.name(term.removesuffix(" (disease)"), key, MONDO_SCOPES[scope])
        elif key in draft.concepts and scope == "hasExactSynonym" and ACRONYM.fullmatch(term):
            acronyms[normalise(term)].add(key)
    for acronym, keys in acronyms.items():
        if len(keys) == 1 and acronym not in draft.names and acronym not in english:
            draft.name(acronym, next(iter(keys)), "acronym")
    for code, system, target in xrefs:
        cross_reference(draft, ("MONDO", code), system, target)
    for target, term in read_rows(source / ICD_FILE, 2, draft.problems):
        name = re.sub(r", unspecified$|^Unspecified ", "", term)
        if (
            len(coded[target]) == 1
            and ("MONDO", coded[target][0]) in draft.concepts
            and len(name.split()) <= ICD_WORDS_AT_MOST
        ):
            draft.name(name, ("MONDO", coded[target][0]), "icd10cm")


def cross_reference(draft: Draft, key: Key, system: str, code: str) -> None:
    if key in draft.concepts:
        draft.xrefs.setdefault(key, []).append((system.upper(), code))

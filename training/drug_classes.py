"""Therapeutic classes of drugs by the stem of their international name.

Stems and what they stand for: World Health Organization, The use of stems in the selection of International
Nonproprietary Names (INN) for pharmaceutical substances ("the INN stem book"), 2018.
"""

from __future__ import annotations

# Classes have the names that our vocabulary has for them, where it has one. The first that fits names the
# class, so a longer stem stands before the shorter one that it ends in. Names without a hyphen have no stem that would
# tell their class.
STEMS = (
    ("-vastatin", "statins (HMG-CoA reductase inhibitors)"),
    ("-gliptin", "gliptins"),
    ("-gliflozin", "SGLT2 inhibitors"),
    ("-glutide", "GLP-1 receptor agonists"),
    ("tirzepatide", "GLP-1 receptor agonists"),
    ("-sartan", "angiotensin II receptor blockers"),
    ("-olol", "beta blockers"),
    ("-dipine", "calcium channel blockers"),
    ("-piprazole", "antipsychotics"),
    ("-prazole", "proton pump inhibitors and other acid reducers"),
    ("-triptan", "triptans"),
    ("-gepant", "CGRP inhibitors"),
    ("-oxetine", "antidepressants"),
    ("-opram", "antidepressants"),
    ("-traline", "antidepressants"),
    ("-faxine", "antidepressants"),
    ("-triptyline", "antidepressants"),
    ("-azepam", "benzodiazepines"),
    ("-azolam", "benzodiazepines"),
    ("mirtazapine", "antidepressants"),
    ("-apine", "antipsychotics"),
    ("-peridone", "antipsychotics"),
    ("-racetam", "anticonvulsants"),
    ("-gabalin", "anticonvulsants"),
    ("gabapentin", "anticonvulsants"),
    ("-dronic", "drugs for bone density"),
    ("-dronate", "drugs for bone density"),
    ("-xaban", "anticoagulants"),
    ("-gatran", "anticoagulants"),
    ("-parin", "anticoagulants"),
    ("-floxacin", "antibiotics"),
    ("-cillin", "antibiotics"),
    ("-cycline", "antibiotics"),
    ("-mycin", "antibiotics"),
    ("cef-", "antibiotics"),
    ("-conazole", "antifungals"),
    ("-vir", "antivirals"),
    ("-imus", "immunosuppressants"),
    ("-mab", "monoclonal antibodies"),
    ("-cept", "receptor fusion proteins"),
    ("-tinib", "kinase inhibitors"),
    ("-trozole", "aromatase inhibitors"),
    ("-coxib", "nonsteroidal anti-inflammatory drugs"),
    ("-profen", "nonsteroidal anti-inflammatory drugs"),
    ("-oxicam", "nonsteroidal anti-inflammatory drugs"),
    ("-fenac", "nonsteroidal anti-inflammatory drugs"),
    ("-adol", "opioids"),
    ("-codone", "opioids"),
    ("-orphine", "opioids"),
    ("-pred", "corticosteroids"),
    ("pred-", "corticosteroids"),
    ("-metasone", "corticosteroids"),
    ("-sonide", "corticosteroids"),
    ("-lukast", "leukotriene antagonists"),
    ("-terol", "bronchodilators"),
    ("-setron", "antiemetics"),
    ("-afil", "PDE5 inhibitors"),
    ("-thiazide", "diuretics"),
    ("-semide", "diuretics"),
    ("-pril", "ACE inhibitors"),
    ("-estr-", "sex hormones"),
    ("-gest-", "sex hormones"),
    ("-fenidate", "stimulants"),
    ("-amfetamine", "stimulants"),
    ("-amphetamine", "stimulants"),
)


def class_of(name: str) -> str | None:
    """The class of a drug by its international name, whichever of its words carries a stem; None when none does."""
    words = name.lower().split()
    return next((kind for stem, kind in STEMS if any(carries(word, stem) for word in words)), None)


def carries(word: str, stem: str) -> bool:
    """Whether a word ends in the stem (`-pril`), begins with it (`cef-`) or holds it (`-estr-`)."""
    core = stem.strip("-")
    if stem.startswith("-") and stem.endswith("-"):
        return core in word
    return word.startswith(core) if stem.endswith("-") else word.endswith(core)

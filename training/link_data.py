"""Synonyms that teach a mention encoder, and the layperson synonyms that are held out to measure it.

A group holds all names of one meaning: the names of a concept, and those of concepts that other vocabularies say are
the same. Names are normalised, as they are when a mention is looked up.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from nlp.models.knowledge_base import Concept, KnowledgeBase, normalise
from training.vocabulary_draft import read_rows
from training.vocabulary_terms import HPO_FILE

EVENT_SYSTEMS = ("HP", "FIRSTHAND", "SYMP", "CTCAE5", "MONDO")
TAUGHT_KINDS = frozenset({"overlay", "label", "exact", "layperson", "icd10cm"})
# Kinds and systems whose equal names are taken for one meaning.
JOINED_KINDS = frozenset({"label", "exact"})
JOINED_BY = "UMLS"
# Of a hundred layperson synonyms, how many are held out as test and how many as dev; the hash of the name decides.
TEST_PERCENT, DEV_PERCENT = 20, 5
LONGEST_NAME = 9  # words; longer names are definitions


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A layperson synonym (normalised) that neither teaching nor the tables of the measurement may hold."""

    name: str
    code: str


def held_out(source: Path, split: str) -> list[HeldOut]:
    """HPO's exact layperson synonyms of `test` (a fifth) or `dev` (a twentieth); `source` holds the open tables.

    The split goes by the hash of the name, so that it does not depend on the version of the tables.
    """
    problems: list[str] = []
    rows = [row for row in read_rows(source / HPO_FILE, 4, problems) if row[2] == "EXACT" and row[3] == "layperson"]
    names = {(normalise(term), code) for code, term, _, _ in rows}
    return [HeldOut(name, code) for name, code in sorted(names) if name and split_of(name) == split]


def split_of(name: str) -> str:
    """`test`, `dev` or `train` of a normalised layperson synonym."""
    percent = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 100
    return "test" if percent < TEST_PERCENT else "dev" if percent < TEST_PERCENT + DEV_PERCENT else "train"


def names_by_concept(kb: KnowledgeBase, without: frozenset[str] = frozenset()) -> dict[Concept, list[str]]:
    """The normalised names of every event and condition, in alphabetical order, leaving out some."""
    names: dict[Concept, list[str]] = defaultdict(list)
    for name in kb.names():
        if name in without or name.count(" ") >= LONGEST_NAME:
            continue
        for alias in kb.aliases(name):
            if alias.kind in TAUGHT_KINDS and alias.concept.system in EVENT_SYSTEMS:
                names[alias.concept].append(name)
    return dict(names)


def synonym_groups(kb: KnowledgeBase, names: dict[Concept, list[str]]) -> list[tuple[str, ...]]:
    """Names of one meaning together, each group once: concepts join over a shared UMLS code."""
    by_code: dict[str, list[Concept]] = defaultdict(list)
    for concept in names:
        codes = [code for system, code in kb.xrefs(concept) if system == JOINED_BY]
        by_code[codes[0] if len(codes) == 1 else f"{concept.system} {concept.code}"].append(concept)
    groups = (sorted({name for concept in concepts for name in names[concept]}) for concepts in by_code.values())
    return sorted({tuple(group) for group in groups})

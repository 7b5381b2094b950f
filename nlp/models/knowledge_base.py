"""The vocabularies that ship with the package: concepts, their names, and how words are folded to look them up.

`training.vocabulary` writes the tables. They stay text in memory and a row is parsed when it is asked for: a process
that links few mentions must not pay for 200,000 of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nlp.errors import VocabularyError
from nlp.models import user_terms
from nlp.models.user_terms import Term, TermTable
from nlp.models.vocabulary_files import read_manifest, read_table

SHIPPED = Path(__file__).parent / "vocabulary"

# How an alias belongs to its concept, best first. `user` is one that the user added, `overlay` is ours, `ambiguous`
# too, for words that mean it only as a whole mention; `exact` to `broad` are the scopes of HPO and Mondo; `official` to
# `component` come from UNII and RxNorm (`component`: one ingredient of a product with that name); `icd10cm` names are
# borrowed; an `acronym` of a disease means it only as a whole mention, too.
USER = "user"
ALIAS_KINDS = (
    USER, "overlay", "ambiguous", "label", "exact", "layperson", "official", "common", "brand", "component", "salt",
    "icd10cm", "acronym", "related", "narrow", "broad",
)  # fmt: skip
BLOCKED = "-"  # stands in place of concepts where our overlay says that words are the name of nothing

PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
NEAR_CODES = 5  # how many near codes an error names
CONCEPT_KINDS = {"condition": "disease"}  # of a user's kinds, those that concepts have under another name
# Plurals by form that are names of one thing; folding them would make another word of them.
UNFOLDED = frozenset({"aids", "lens", "always", "sometimes", "besides", "perhaps", "towards", "news", "less", "does"})


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a vocabulary.

    `kind` is drug, product, class, vaccine, supplement, disease, uncoded disease, finding, symptom or event.
    """

    system: str
    code: str
    name: str
    kind: str
    rxcui: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a concept; `kind` is one of `ALIAS_KINDS`."""

    concept: Concept
    kind: str


def normalise(text: str) -> str:
    """The form in which expressions are compared: lower case, without punctuation, apostrophes and plurals."""
    return " ".join(fold(piece) for piece in pieces(text))


def pieces(text: str) -> list[str]:
    """The words of a text in lower case, with straight apostrophes, as `normalise` folds them."""
    return PIECE.findall(text.lower().translate(APOSTROPHES))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One lower-cased word without apostrophes and plural. Only regular plurals of four letters and more are folded.

    A possessive loses its `s` the same way, so that "Crohn's", "Crohns" and "Crohn" are one word.
    """
    word = word.replace("'", "")
    if len(word) < 4 or word[-1] != "s" or word[-2] in "sui" or word in UNFOLDED or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "shes", "tches", "nches", "rches")):
        return word[:-2]
    return word[:-1]


class KnowledgeBase:
    """The tables of one folder with a user's own tables. Raises VocabularyError when one is missing, damaged or of
    another scheme.
    """

    def __init__(self, folder: Path = SHIPPED, tables: tuple[TermTable, ...] = ()) -> None:
        self.folder = folder
        self.tables = tables
        self.manifest = read_manifest(folder)
        self.parents: dict[tuple[str, str], str] = {}
        self._concepts = self._lines("concepts")
        self._aliases: dict[str, str] = dict(self._pairs("aliases"))
        self._parsed: dict[int, Concept] = {}
        self._found_in_text: dict[str, str | None] = {}
        for table in tables:
            for term in table.terms:
                self._add(term)

    def aliases(self, normalised: str) -> tuple[Alias, ...]:
        """All concepts that have this normalised name, best kind first; a product has one for each ingredient."""
        row = self._aliases.get(normalised)
        if row is None or row.startswith(BLOCKED):
            return ()
        postings = (posting.partition(":") for posting in row.partition("\t")[0].split(" "))
        return tuple(Alias(self._concept(int(number)), kind) for number, _, kind in postings)

    def names(self) -> list[str]:
        """All normalised names, in alphabetical order."""
        return list(self._aliases)

    def is_blocked(self, normalised: str) -> bool:
        """Whether our overlay says that these words are the name of nothing ("side effects")."""
        return self._aliases.get(normalised, "").startswith(BLOCKED)

    def lookup(self, normalised: str) -> tuple[Concept, ...]:
        """The concepts that have this normalised name, best first; empty when there is none."""
        return tuple(alias.concept for alias in self.aliases(normalised))

    def concept(self, system: str, code: str) -> Concept:
        """The concept of a system with that code. Raises VocabularyError that names the systems, or the system's
        version.
        """
        number = self._numbers.get((system, code))
        if number is None:
            if system not in self.systems:
                raise VocabularyError(f"no vocabulary '{system}' is loaded; loaded: {', '.join(self.systems)}")
            version = self.manifest["sources"].get(system, {}).get("version", "of your tables")
            near = ", ".join(each for _, each in self.near_codes(code, system))
            raise VocabularyError(f"'{code}' is no code of {system} {version} in {self.folder}; near: {near}")
        return self._concept(number)

    def concepts(self) -> Iterator[Concept]:
        """All concepts, in order of system and code."""
        return (self._concept(number) for number in range(len(self._concepts)))

    def with_code(self, code: str) -> tuple[Concept, ...]:
        """The concepts of any system that have this code."""
        found = (self._numbers.get((system, code)) for system in self.systems)
        return tuple(self._concept(number) for number in found if number is not None)

    def near_codes(self, code: str, system: str | None = None) -> list[tuple[str, str]]:
        """(system, code) of the codes spelled most like one, of a system where given, nearest first."""
        codes = [each for each in self._numbers if system in (None, each[0])]
        near = process.extract(code, [each[1] for each in codes], scorer=OSA.distance, limit=NEAR_CODES)
        return [codes[place] for _, _, place in near]

    def names_of(self, concept: Concept) -> list[tuple[str, str]]:
        """(normalised name, kind) of all names of a concept, best kind first, then in alphabetical order."""
        found = self._names_by_number.get(self._numbers[concept.system, concept.code], [])
        return sorted(found, key=lambda each: (ALIAS_KINDS.index(each[1]), each[0]))

    def path(self, concept: Concept) -> list[tuple[str, str]]:
        """(code, name) of what a user's tables put above a concept, nearest first."""
        path: list[tuple[str, str]] = []
        code = self.parents.get((concept.system, concept.code))
        while code is not None and code not in [above for above, _ in path]:
            number = self._numbers.get((concept.system, code))
            path.append((code, self._concept(number).name if number is not None else ""))
            code = self.parents.get((concept.system, code))
        return path

    def xrefs(self, concept: Concept) -> tuple[tuple[str, str], ...]:
        """(system, code) of the same concept elsewhere: UMLS, MESH, NCIT, ORPHANET, ICD10CM."""
        row = self._xrefs.get(str(self._numbers[concept.system, concept.code]), "")
        pairs = (pair.partition(":") for pair in row.split())
        return tuple((system, code) for system, _, code in pairs)

    def indexed(self, group: str) -> list[str]:
        """The normalised names that an index for approximate search holds: of `drugs` or of `events` (conditions
        included).
        """
        mark = f"\t{group}"
        return [alias for alias, row in self._aliases.items() if row.endswith(mark)]

    @cached_property
    def lexicon(self) -> dict[str, str]:
        """Normalised expressions that may be found in text without a model: `DRUG`, `DRUG~` (also misspelled) or
        `CONDITION`.
        """
        marks = dict(self._pairs("lexicon"))
        for name, mark in self._found_in_text.items():
            marks.pop(name, None)
            if mark:
                marks[name] = mark
        return marks

    @cached_property
    def words(self) -> frozenset[str]:
        """Known words of six letters and more that are no drug names: none of them is a misspelled drug."""
        return frozenset(self._lines("words"))

    @property
    def systems(self) -> tuple[str, ...]:
        """Names of the vocabularies with concepts, in order of the manifest, the user's own behind them."""
        own = (term.system for table in self.tables for term in table.terms if term.kind != "blocked")
        return tuple(dict.fromkeys((*self.manifest["systems"], *own)))

    @property
    def provenance(self) -> dict[str, str]:
        """name -> version@sha256 of each source table and of each table of the user, for the provenance of records."""
        return provenance(self.manifest, self.tables)

    @property
    def counts(self) -> dict[str, int]:
        """system -> number of its concepts."""
        counts = dict.fromkeys(self.systems, 0)
        for line in self._concepts:
            counts[line.partition("\t")[0]] += 1
        return counts

    def _add(self, term: Term) -> None:
        """Take in a term of the user: its meaning stands before all others of the same words."""
        name = normalise(term.expression)
        self._found_in_text[name] = user_terms.KINDS[term.kind]
        if term.kind == "blocked":
            self._aliases[name] = f"{BLOCKED}\t"
            return
        number = self._numbers.setdefault(term.key, len(self._concepts))
        if number == len(self._concepts):
            kind = CONCEPT_KINDS.get(term.kind, term.kind)
            self._concepts.append(f"{term.system}\t{term.code}\t{term.name}\t{kind}\t")
        if term.parent:
            self.parents[term.key] = term.parent
        group = "drugs" if user_terms.KINDS[term.kind] == "DRUG" else "events"
        row = self._aliases.get(name, BLOCKED)
        others = [] if row.startswith(BLOCKED) else row.partition("\t")[0].split(" ")
        ours = [each for each in others if each.endswith(f":{USER}")]
        rest = [each for each in others if not each.endswith(f":{USER}") and not each.startswith(f"{number}:")]
        self._aliases[name] = f"{' '.join([*ours, f'{number}:{USER}', *rest])}\t{group}"

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], int]:
        rows = (line.split("\t", 2) for line in self._concepts)
        return {(row[0], row[1]): number for number, row in enumerate(rows)}

    @cached_property
    def _xrefs(self) -> dict[str, str]:
        return dict(self._pairs("xrefs"))

    @cached_property
    def _names_by_number(self) -> dict[int, list[tuple[str, str]]]:
        names: dict[int, list[tuple[str, str]]] = {}
        for name, row in self._aliases.items():
            if not row.startswith(BLOCKED):
                for posting in row.partition("\t")[0].split(" "):
                    number, _, kind = posting.partition(":")
                    names.setdefault(int(number), []).append((name, kind))
        return names

    def _concept(self, number: int) -> Concept:
        if number not in self._parsed:
            system, code, name, kind, rxcui = self._concepts[number].split("\t")
            self._parsed[number] = Concept(system, code, name, kind, rxcui or None)
        return self._parsed[number]

    def _lines(self, table: str) -> list[str]:
        return read_table(self.folder, table, self.manifest["files"]).split("\n")

    def _pairs(self, table: str) -> list[list[str]]:
        return [line.split("\t", 1) for line in self._lines(table)]


def provenance(manifest: dict[str, Any], tables: tuple[TermTable, ...]) -> dict[str, str]:
    """name -> version@sha256 of the sources of a manifest and of a user's tables."""
    sources = {name: f"{source['version']}@{source['sha256'][:16]}" for name, source in manifest["sources"].items()}
    return sources | {f"user:{each.name}": f"{len(each.terms)} terms@{each.sha256[:16]}" for each in tables}


@lru_cache(maxsize=4)
def load(folder: Path = SHIPPED) -> KnowledgeBase:
    """The knowledge base of a folder with the tables that the user added, read once a process."""
    return KnowledgeBase(folder, user_terms.kept())

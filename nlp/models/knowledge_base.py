"""The vocabularies that ship with the package: concepts, their names, and how words are folded to look them up.

`training.vocabulary` writes the tables. They stay text in memory and a row is parsed when it is asked for: a process
that links few mentions must not pay for 200,000 of them.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from nlp.errors import VocabularyError

VOCABULARY_SCHEMA = "firsthand/vocabulary/1"
SHIPPED = Path(__file__).parent / "vocabulary"

# How an alias belongs to its concept, best first. `overlay` is ours, `ambiguous` too, for words that mean it only as
# a whole mention; `exact` to `broad` are the scopes of HPO and Mondo; `official` to `component` come from UNII and
# RxNorm (`component`: one ingredient of a product with that name); `icd10cm` names are borrowed.
ALIAS_KINDS = (
    "overlay", "ambiguous", "label", "exact", "layperson", "official", "common", "brand", "component", "salt",
    "icd10cm", "related", "narrow", "broad",
)  # fmt: skip
BLOCKED = "-"  # stands in place of concepts where our overlay says that words are the name of nothing

PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
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
    """The tables of one folder. Raises VocabularyError when one is missing, damaged or of another scheme."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self.folder = folder
        self.manifest = read_manifest(folder)
        self._concepts = self._lines("concepts")
        self._aliases: dict[str, str] = dict(self._pairs("aliases"))
        self._parsed: dict[int, Concept] = {}

    def aliases(self, normalised: str) -> tuple[Alias, ...]:
        """All concepts that have this normalised name, best kind first; a product has one for each ingredient."""
        row = self._aliases.get(normalised)
        if row is None or row.startswith(BLOCKED):
            return ()
        postings = (posting.partition(":") for posting in row.partition("\t")[0].split(" "))
        return tuple(Alias(self._concept(int(number)), kind) for number, _, kind in postings)

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
            version = self.manifest["sources"][system]["version"]
            raise VocabularyError(f"'{code}' is no code of {system} {version} in {self.folder}")
        return self._concept(number)

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
        return dict(self._pairs("lexicon"))

    @cached_property
    def words(self) -> frozenset[str]:
        """Known words of six letters and more that are no drug names: none of them is a misspelled drug."""
        return frozenset(self._lines("words"))

    @property
    def systems(self) -> tuple[str, ...]:
        """Names of the vocabularies with concepts, in order of the manifest."""
        return tuple(self.manifest["systems"])

    @property
    def provenance(self) -> dict[str, str]:
        """name -> version@sha256 of each source table, for the provenance of records."""
        return {
            name: f"{source['version']}@{source['sha256'][:16]}" for name, source in self.manifest["sources"].items()
        }

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], int]:
        rows = (line.split("\t", 2) for line in self._concepts)
        return {(row[0], row[1]): number for number, row in enumerate(rows)}

    @cached_property
    def _xrefs(self) -> dict[str, str]:
        return dict(self._pairs("xrefs"))

    def _concept(self, number: int) -> Concept:
        if number not in self._parsed:
            system, code, name, kind, rxcui = self._concepts[number].split("\t")
            self._parsed[number] = Concept(system, code, name, kind, rxcui or None)
        return self._parsed[number]

    def _lines(self, table: str) -> list[str]:
        return read_table(self.folder, table, self.manifest["files"]).split("\n")

    def _pairs(self, table: str) -> list[list[str]]:
        return [line.split("\t", 1) for line in self._lines(table)]


@lru_cache(maxsize=4)
def load(folder: Path = SHIPPED) -> KnowledgeBase:
    """The knowledge base of a folder, read once a process."""
    return KnowledgeBase(folder)


def read_manifest(folder: Path) -> dict[str, Any]:
    """The folder's manifest: schema, sources with version, licence and hash, files with their hash."""
    file = folder / "manifest.json"
    try:
        manifest: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise VocabularyError(f"{folder} holds no manifest.json: not a vocabulary folder") from None
    except ValueError as error:
        raise VocabularyError(f"{file} is not JSON: {error}") from None
    if manifest.get("schema") != VOCABULARY_SCHEMA:
        raise VocabularyError(f"{file} has schema '{manifest.get('schema')}', this version reads '{VOCABULARY_SCHEMA}'")
    return manifest


def read_table(folder: Path, table: str, hashes: dict[str, str]) -> str:
    """The text of a table, without its last line end. Raises VocabularyError when it is missing or not the one of
    the manifest.
    """
    name = f"{table}.tsv.xz"
    try:
        packed = (folder / name).read_bytes()
    except FileNotFoundError:
        raise VocabularyError(f"{name} is missing in {folder}") from None
    found = hashlib.sha256(packed).hexdigest()
    if found != hashes.get(name):
        raise VocabularyError(
            f"{folder / name} has sha256 {found[:12]}, its manifest says {hashes.get(name, 'nothing')[:12]}"
        )
    return lzma.decompress(packed).decode("utf-8").rstrip("\n")

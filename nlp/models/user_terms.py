"""Tables of a user's own terms: read with every fault named by file and line, kept in the user's data folder.

A table is tab-separated UTF-8 text, a term a line: expression, system, code, kind, name of the concept and, if there is
one, the code of its parent in the same system. `#` begins a comment. A code that the vocabulary knows gets one more
name, another makes a new concept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import VocabularyError
from nlp.models.delimited import Faults, rows
from nlp.models.home import home

COLUMNS = ("expression", "system", "code", "kind", "name", "parent")
OPTIONAL = 1
# kind -> label under which the lexicon finds such an expression in text; None: it only gives a code to what was found
KINDS: Mapping[str, str | None] = {
    "drug": "DRUG",
    "class": "DRUG",
    "vaccine": "DRUG",
    "supplement": "DRUG",
    "condition": "CONDITION",
    "symptom": None,
    "blocked": None,
}

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Term:
    """One expression and the concept that it means; `blocked` ones mean nothing."""

    expression: str
    system: str
    code: str
    kind: str
    name: str
    parent: str = ""

    @property
    def key(self) -> Key:
        return self.system, self.code


@dataclass(frozen=True, slots=True)
class TermTable:
    """The terms of a file, and what was left out of it. `sha256` is that of the terms."""

    name: str
    terms: tuple[Term, ...]
    faults: Faults

    @property
    def sha256(self) -> str:
        return hashlib.sha256(content(self.terms).encode("utf-8")).hexdigest()


def read_terms(file: Path) -> TermTable:
    """The terms of a file; malformed lines are left out and named. Raises VocabularyError when the file is not there,
    is UTF-16, or holds no term at all.
    """
    faults = Faults()
    terms = without_cycles(list(checked(parsed(file, faults), file.name, faults)), file.name, faults)
    if not terms:
        first = f"; {faults.named[0]}" if faults.named else ""
        raise VocabularyError(f"{file} holds no term; columns: {', '.join(COLUMNS)}, separated by tabs{first}")
    return TermTable(file.stem, tuple(terms), faults)


def parsed(file: Path, faults: Faults) -> Iterator[tuple[int, Term]]:
    """(line, term) of each line that has the right form."""
    for number, values in rows(file, "\t", (1, len(COLUMNS)), faults):
        if values[0].startswith("#"):
            continue
        if len(values) < len(COLUMNS) - OPTIONAL:
            least = len(COLUMNS) - OPTIONAL
            names = ", ".join(COLUMNS)
            faults.add(f"{file.name}:{number}: {len(values)} columns, expected {least} or {len(COLUMNS)}: {names}")
        else:
            yield number, Term(*values)


def checked(numbered: Iterable[tuple[int, Term]], name: str, faults: Faults) -> Iterator[tuple[int, Term]]:
    """The rows that fit together: known kinds, no empty field, one name for each code, no term twice."""
    named: dict[Key, tuple[int, str]] = {}
    seen: dict[tuple[str, Key], int] = {}
    for number, term in numbered:
        place = f"{name}:{number}"
        empty = [column for column in COLUMNS[:5] if not getattr(term, column)]
        if term.kind == "blocked":
            empty = [column for column in empty if column == "expression"]
        line, known = named.setdefault(term.key, (number, term.name))
        if term.kind not in KINDS:
            faults.add(f"{place}: kind '{term.kind}'; kinds: {', '.join(KINDS)}")
        elif empty:
            faults.add(f"{place}: '{empty[0]}' is empty")
        elif term.kind != "blocked" and known != term.name:
            faults.add(f"{place}: code {term.code} is '{known}' in line {line} and '{term.name}' here")
        elif (earlier := seen.setdefault((term.expression, term.key), number)) != number:
            faults.add(f"{place}: '{term.expression}' means {term.code} already in line {earlier}")
        else:
            yield number, term


def without_cycles(numbered: list[tuple[int, Term]], name: str, faults: Faults) -> list[Term]:
    """The terms; a parent that would close a cycle is dropped and named."""
    parents: dict[Key, str] = {}
    terms = []
    for number, term in numbered:
        if term.parent and (path := path_to(term.parent, term, parents)):
            faults.add(f"{name}:{number}: parent {term.parent} closes a cycle: {' > '.join(path)}; left without it")
            term = Term(term.expression, term.system, term.code, term.kind, term.name)
        elif term.parent:
            parents[term.key] = term.parent
        terms.append(term)
    return terms


def path_to(code: str, term: Term, parents: dict[Key, str]) -> list[str]:
    """The codes from a term's parent upwards that lead back to the term; empty when they do not."""
    path = [term.code, code]
    while path[-1] != term.code:
        above = parents.get((term.system, path[-1]))
        if above is None:
            return []
        path.append(above)
    return path


def folder() -> Path:
    """Where the tables that were added lie."""
    return home() / "vocabulary" / "terms"


def keep(table: TermTable) -> Path:
    """Store a table under its name, in the place of an earlier one of that name; returns the file."""
    file = folder() / f"{table.name}.tsv"
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".tmp")
    draft.write_text(content(table.terms), encoding="utf-8")
    draft.replace(file)
    return file


def remove(name: str) -> Path:
    """Take a table away. Raises VocabularyError that lists those that are there."""
    file = folder() / f"{name}.tsv"
    if not file.is_file():
        there = ", ".join(each.stem for each in sorted(folder().glob("*.tsv"))) or "none"
        raise VocabularyError(f"no table '{name}' was added; added: {there} (in {folder()})")
    file.unlink()
    return file


def kept() -> tuple[TermTable, ...]:
    """The tables that were added, in order of their names."""
    return tuple(read_terms(file) for file in sorted(folder().glob("*.tsv")))


def content(terms: Iterable[Term]) -> str:
    return "".join("\t".join(getattr(term, column) for column in COLUMNS) + "\n" for term in terms)

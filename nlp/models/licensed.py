"""Vocabularies that a user has licensed (MedDRA, UMLS), in a local SQLite file each, never in the package.

A file holds concepts with a level, their normalised names and the place of each in its hierarchy. Only what a mention
is linked to leaves it: code and name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from nlp.errors import VocabularyError
from nlp.models.home import home
from nlp.models.knowledge_base import normalise

LICENSED_SCHEMA = "firsthand/licensed/1"
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE concepts (
    level TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, current INTEGER NOT NULL, PRIMARY KEY (level, code)
) WITHOUT ROWID;
CREATE TABLE names (
    name TEXT NOT NULL, level TEXT NOT NULL, code TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (name, level, code)
) WITHOUT ROWID;
CREATE TABLE parents (
    level TEXT NOT NULL, code TEXT NOT NULL, parent_level TEXT NOT NULL, parent TEXT NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (level, code, parent_level, parent)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class LicensedConcept:
    """A concept of a licensed vocabulary: `level` is LLT, PT, HLT, HLGT or SOC in MedDRA, CUI in UMLS."""

    level: str
    code: str
    name: str
    current: bool = True


@dataclass(frozen=True, slots=True)
class LicensedName:
    """A name of a concept; the lower its `rank`, the rather the name means this one."""

    name: str
    level: str
    code: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Parent:
    """A concept directly above another; `main` marks the way up that counts (MedDRA's primary SOC)."""

    level: str
    code: str
    parent_level: str
    parent: str
    main: bool = True


class LicensedVocabulary:
    """An imported vocabulary. Raises VocabularyError when the file is damaged or of another scheme."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            # a service calls from several threads; SQLite serialises reads, and nothing here writes
            self._database = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self.meta: dict[str, str] = dict(self._database.execute("SELECT key, value FROM meta").fetchall())
        except sqlite3.Error as error:
            raise VocabularyError(f"{file} cannot be read: {error}; import the vocabulary again") from None
        if self.meta.get("schema") != LICENSED_SCHEMA:
            raise VocabularyError(
                f"{file} has schema '{self.meta.get('schema')}', this version reads '{LICENSED_SCHEMA}'; "
                "import the vocabulary again"
            )

    @property
    def name(self) -> str:
        return self.meta["name"]

    @property
    def provenance(self) -> str:
        """`version@sha256` of the files it was made from."""
        return f"{self.meta['version']}@{self.meta['sha256'][:16]}"

    @cached_property
    def counts(self) -> dict[str, int]:
        """level -> number of its concepts."""
        return dict(self._database.execute("SELECT level, count(*) FROM concepts GROUP BY level").fetchall())

    def named(self, normalised: str, level: str) -> LicensedConcept | None:
        """The current concept of a level with this normalised name: the best by rank, then the smallest code."""
        return self._one(
            "SELECT c.level, c.code, c.name, c.current FROM names n JOIN concepts c USING (level, code) "
            "WHERE n.name = ? AND n.level = ? AND c.current ORDER BY n.rank, c.code LIMIT 1",
            (normalised, level),
        )

    def concept(self, code: str, level: str | None = None) -> LicensedConcept | None:
        """The concept with a code, of a level where given; in MedDRA a PT rather than its LLT of the same code."""
        return self._one(
            "SELECT level, code, name, current FROM concepts WHERE code = ? AND ? IN (level, '') "
            "ORDER BY level = 'LLT', level LIMIT 1",
            (code, level or ""),
        )

    def names(self, concept: LicensedConcept) -> list[str]:
        """The normalised names of a concept."""
        rows = self._database.execute(
            "SELECT name FROM names WHERE level = ? AND code = ? ORDER BY rank, name", (concept.level, concept.code)
        )
        return [name for (name,) in rows]

    def path(self, concept: LicensedConcept) -> list[LicensedConcept]:
        """The concepts above one, nearest first, along the main way."""
        path: list[LicensedConcept] = []
        while True:
            below = path[-1] if path else concept
            above = self._one(
                "SELECT c.level, c.code, c.name, c.current FROM parents p JOIN concepts c "
                "ON c.level = p.parent_level AND c.code = p.parent "
                "WHERE p.level = ? AND p.code = ? ORDER BY p.main DESC, p.parent LIMIT 1",
                (below.level, below.code),
            )
            if above is None or above in path:
                return path
            path.append(above)

    def search(self, text: str, limit: int) -> list[LicensedConcept]:
        """Current concepts with a name that is the text or begins with it, shortest name first, each once."""
        name = normalise(text)
        rows = self._database.execute(
            "SELECT c.level, c.code, c.name, c.current FROM names n JOIN concepts c USING (level, code) "
            "WHERE n.name >= ? AND n.name < ? AND c.current GROUP BY level, code "
            "ORDER BY min(length(n.name)), level, code LIMIT ?",
            (name, name + "\U0010ffff", limit),
        )
        return [LicensedConcept(level, code, term, bool(current)) for level, code, term, current in rows]

    def _one(self, query: str, values: tuple[str, ...]) -> LicensedConcept | None:
        row = self._database.execute(query, values).fetchone()
        return LicensedConcept(row[0], row[1], row[2], bool(row[3])) if row else None


class Writer:
    """Fills a new file, which takes the place of an earlier one when all is written: `with Writer(name) as writer`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.file = folder() / f"{name}.sqlite"
        self.draft = self.file.with_suffix(".new")

    def __enter__(self) -> Writer:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.draft.unlink(missing_ok=True)
        self.database = sqlite3.connect(self.draft)
        self.database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            self.database.commit()
            self.database.execute("VACUUM")
        self.database.close()
        if error is None:
            self.draft.replace(self.file)
        else:
            self.draft.unlink()

    def meta(self, **values: str) -> None:
        """What is known of the whole: version, language, sha256, licence."""
        rows = {"schema": LICENSED_SCHEMA, "name": self.name, **values}
        self.database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows.items())

    def concepts(self, concepts: Iterable[LicensedConcept]) -> None:
        """Add concepts; the first one with a level and code stays."""
        self.database.executemany(
            "INSERT OR IGNORE INTO concepts VALUES (?, ?, ?, ?)",
            ((each.level, each.code, each.name, each.current) for each in concepts),
        )

    def names(self, names: Iterable[LicensedName]) -> None:
        """Add names, normalised here; what has no letter is left out."""
        self.database.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?)", folded(names))

    def parents(self, parents: Iterable[Parent]) -> None:
        """Add steps of the hierarchy."""
        self.database.executemany(
            "INSERT OR IGNORE INTO parents VALUES (?, ?, ?, ?, ?)",
            ((each.level, each.code, each.parent_level, each.parent, each.main) for each in parents),
        )


def folded(names: Iterable[LicensedName]) -> Iterator[tuple[str, str, str, int]]:
    for each in names:
        if name := normalise(each.name):
            yield name, each.level, each.code, each.rank


def folder() -> Path:
    """Where imported vocabularies lie."""
    return home() / "vocabulary" / "licensed"


@cache
def load(name: str) -> LicensedVocabulary | None:
    """An imported vocabulary by name (`meddra`, `umls`), opened once a process; None when it was not imported."""
    file = folder() / f"{name}.sqlite"
    return LicensedVocabulary(file) if file.is_file() else None


def imported() -> tuple[LicensedVocabulary, ...]:
    """All imported vocabularies, in order of their names."""
    found = (load(file.stem) for file in sorted(folder().glob("*.sqlite")))
    return tuple(each for each in found if each)

"""Import a licensed copy of the UMLS Metathesaurus: `MRCONSO.RRF` and `MRSTY.RRF`, `|`-delimited.

Columns after the UMLS Reference Manual, chapter 3 (Metathesaurus - Rich Release Format). Only what a patient can have
or take is kept: the semantic types below.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from nlp.errors import VocabularyError
from nlp.models.delimited import Faults, rows
from nlp.models.licensed import LicensedConcept, LicensedName, Writer
from nlp.models.meddra import ImportReport, first_of, found

NAME = "umls"
LEVEL = "CUI"
LICENCE = "UMLS Metathesaurus, licensed to you by the NLM and its sources' owners; never redistributed"
CONSO, STY = "MRCONSO.RRF", "MRSTY.RRF"
CONSO_COLUMNS, STY_COLUMNS = (18, 19), (6, 7)  # a `|` ends each line
CUI, LAT, TS, STT, ISPREF, SAB, STR, SUPPRESS = 0, 1, 2, 4, 6, 11, 14, 16
# Semantic types: findings, signs, diseases, injuries, mental and behavioural dysfunction, pathologic functions,
# congenital and acquired abnormalities, neoplasms; clinical drugs, pharmacologic substances, antibiotics, vitamins,
# hormones, immunologic factors; laboratory results.
_TYPES = "T033 T184 T047 T037 T048 T046 T019 T020 T190 T191 T049 T200 T121 T195 T127 T125 T129 T034"
TYPES = frozenset(_TYPES.split())
UNSUPPRESSED = "N"
LONGEST_NAME = 120  # characters; longer strings are definitions and laboratory panels


def import_umls(folder: Path, language: str = "ENG", encoding: str = "utf-8") -> ImportReport:
    """Read a UMLS folder into the local cache: the unsuppressed strings of one language.

    Raises VocabularyError when a file is missing, or when nothing is left; malformed rows are named by file and line.
    """
    conso, sty = found_rrf(folder, CONSO), found_rrf(folder, STY)
    faults = Faults()
    wanted = {values[0] for _, values in rows(sty, "|", STY_COLUMNS, faults, encoding) if values[1] in TYPES}
    sha256 = hashlib.sha256()
    for file in (conso, sty):
        with file.open("rb") as content:
            sha256.update(hashlib.file_digest(content, "sha256").digest())
    with Writer(NAME) as writer:
        seen = Languages()
        strings = list_names(conso, wanted, language, encoding, faults, seen)
        preferred: dict[str, tuple[int, str]] = {}
        writer.names(kept(strings, preferred))
        if not preferred:
            languages = f"; languages in {CONSO}: {', '.join(sorted(seen))}" if seen else ""
            raise VocabularyError(f"{folder} gives no string of language '{language}'{languages}{first_of(faults)}")
        writer.concepts(LicensedConcept(LEVEL, code, name) for code, (_, name) in sorted(preferred.items()))
        names = writer.database.execute("SELECT count(*) FROM names").fetchone()[0]
        version = folder.resolve().name if folder.resolve().name != "META" else folder.resolve().parent.name
        writer.meta(version=f"{version} {language}", sha256=sha256.hexdigest(), licence=LICENCE)
    return ImportReport(NAME, version, {LEVEL: len(preferred)}, names, faults)


class Languages(set[str]):
    """The languages met while reading, for the error that no string is in the one asked for."""


def found_rrf(folder: Path, name: str) -> Path:
    """A file of the folder or of its `META`. Raises VocabularyError that lists what is there."""
    inner = folder / "META"
    return found(inner if inner.is_dir() else folder, name, (CONSO, STY))


def list_names(
    file: Path, wanted: set[str], language: str, encoding: str, faults: Faults, languages: Languages
) -> Iterator[LicensedName]:
    """The names of wanted concepts; rank 0 is the concept's preferred one."""
    for _, values in rows(file, "|", CONSO_COLUMNS, faults, encoding):
        languages.add(values[LAT])
        if values[LAT] != language or values[SUPPRESS] != UNSUPPRESSED or values[CUI] not in wanted:
            continue
        if len(values[STR]) <= LONGEST_NAME:
            best = values[TS] == "P" and values[STT] == "PF" and values[ISPREF] == "Y"
            yield LicensedName(values[STR], LEVEL, values[CUI], int(not best))


def kept(names: Iterator[LicensedName], preferred: dict[str, tuple[int, str]]) -> Iterator[LicensedName]:
    """The names as they are; on the way, each concept's best one is noted in `preferred` with its rank."""
    for each in names:
        if each.code not in preferred or each.rank < preferred[each.code][0]:
            preferred[each.code] = each.rank, each.name
        yield each

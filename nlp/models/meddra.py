"""Import a licensed copy of MedDRA, as its maintainer (MSSO) distributes it: `$`-delimited files in one folder.

Layout after the MedDRA Distribution File Format Document, version 23.0 on: `llt.asc`, `pt.asc`, `hlt.asc`, `hlgt.asc`,
`soc.asc` and `mdhier.asc` (every way from a PT up, the primary SOC flagged Y); `meddra_release.asc` has version and
language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import VocabularyError
from nlp.models.delimited import Faults, rows
from nlp.models.licensed import LicensedConcept, LicensedName, Parent, Writer

NAME = "meddra"
LICENCE = "MedDRA, licensed to you by the MSSO; never redistributed"
LEVELS = ("LLT", "PT", "HLT", "HLGT", "SOC")
# file -> (fewest, most) columns; a `$` ends each line, so that one empty value comes last
COLUMNS = {
    "llt.asc": (11, 12),
    "pt.asc": (11, 12),
    "hlt.asc": (9, 10),
    "hlgt.asc": (9, 10),
    "soc.asc": (10, 11),
    "mdhier.asc": (12, 13),
    "meddra_release.asc": (2, 6),
}
CURRENT = "Y"
PRIMARY = "Y"


@dataclass(frozen=True)
class ImportReport:
    """What was imported: concepts by level, current ones among the lowest, and what was left out."""

    name: str
    version: str
    counts: dict[str, int]
    names: int
    faults: Faults


def import_meddra(folder: Path, encoding: str = "utf-8") -> ImportReport:
    """Read a MedDRA folder into the local cache. Malformed rows, codes that stand twice under different names, and
    ways up that lead back to themselves are left out and named by file and line.

    Raises VocabularyError when a file is missing, or when no term could be read.
    """
    files = {name: found(folder, name) for name in COLUMNS if name != "meddra_release.asc"}
    faults = Faults()
    version, language = release(folder, encoding, faults)
    sha256 = hashlib.sha256()
    for file in files.values():
        with file.open("rb") as content:
            sha256.update(hashlib.file_digest(content, "sha256").digest())
    with Writer(NAME) as writer:
        counts = {}
        names = 0
        known: dict[str, set[str]] = {}
        for level in LEVELS:
            concepts = list(read_level(files[f"{level.lower()}.asc"], level, encoding, faults))
            known[level] = {each.code for each in concepts}
            counts[level] = len(concepts)
            writer.concepts(concepts)
            if level in ("LLT", "PT"):
                writer.names(LicensedName(each.name, level, each.code, int(not each.current)) for each in concepts)
                names += len(concepts)
        if not counts["LLT"] or not counts["PT"]:
            raise VocabularyError(f"{folder} holds no term of MedDRA{first_of(faults)}")
        writer.parents(read_terms_above(files["llt.asc"], known, encoding))
        writer.parents(read_hierarchy(files["mdhier.asc"], known, encoding, faults))
        writer.meta(version=f"{version} {language}".strip(), sha256=sha256.hexdigest(), licence=LICENCE)
    return ImportReport(NAME, version, counts, names, faults)


def found(folder: Path, name: str, needed: Iterable[str] = COLUMNS) -> Path:
    """A file of the folder, whatever the case of its name. Raises VocabularyError that lists what is there."""
    if not folder.is_dir():
        raise VocabularyError(f"{folder} is not a folder; give the one that holds {', '.join(needed)}")
    for file in sorted(folder.iterdir()):
        if file.name.lower() == name.lower():
            return file
    there = ", ".join(each.name for each in sorted(folder.iterdir())[:12]) or "nothing"
    raise VocabularyError(f"{name} is missing in {folder}, which holds {there}")


def release(folder: Path, encoding: str, faults: Faults) -> tuple[str, str]:
    """(version, language) of the release file; `unknown` where there is none."""
    try:
        file = found(folder, "meddra_release.asc")
    except VocabularyError:
        return "unknown", ""
    lines = [values for _, values in rows(file, "$", COLUMNS["meddra_release.asc"], faults, encoding)]
    return (lines[0][0], lines[0][1]) if lines else ("unknown", "")


def read_level(file: Path, level: str, encoding: str, faults: Faults) -> Iterator[LicensedConcept]:
    """The terms of one level. An LLT that is not current stays as a concept, for old codes, and is never linked to."""
    seen: dict[str, tuple[int, str]] = {}
    for number, values in rows(file, "$", COLUMNS[f"{level.lower()}.asc"], faults, encoding):
        code, name = values[:2]
        if not code.isdigit() or not name:
            faults.add(f"{file.name}:{number}: code '{code}' with name '{name}'")
            continue
        line, earlier = seen.setdefault(code, (number, name))
        if line != number:
            faults.add(f"{file.name}:{number}: code {code} stands already in line {line}, as '{earlier}'")
            continue
        yield LicensedConcept(level, code, name, level != "LLT" or values[9] == CURRENT)


def read_terms_above(file: Path, known: dict[str, set[str]], encoding: str) -> Iterator[Parent]:
    """The PT of each LLT. What is malformed here was named when the terms were read."""
    for _, values in rows(file, "$", COLUMNS["llt.asc"], Faults(), encoding):
        if values[0] in known["LLT"] and values[2] in known["PT"]:
            yield Parent("LLT", values[0], "PT", values[2])


def read_hierarchy(file: Path, known: dict[str, set[str]], encoding: str, faults: Faults) -> Iterator[Parent]:
    """The steps from PT to SOC; those on the way to the primary SOC are the main ones."""
    above = LEVELS[1:]
    for number, values in rows(file, "$", COLUMNS["mdhier.asc"], faults, encoding):
        codes = values[:4]
        unknown = [f"{level} {code}" for level, code in zip(above, codes, strict=True) if code not in known[level]]
        if len(set(codes)) < len(codes):
            faults.add(f"{file.name}:{number}: a cycle, {' > '.join(codes)}")
        elif unknown:
            faults.add(f"{file.name}:{number}: {unknown[0]} is in no file of its level")
        else:
            main = values[11] == PRIMARY
            for place in range(3):
                yield Parent(above[place], codes[place], above[place + 1], codes[place + 1], main)


def first_of(faults: Faults) -> str:
    return f"; {faults.named[0]}" if faults.named else ""

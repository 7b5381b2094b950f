"""Build the vocabulary tables that ship with the package: `build(source, out)`, `firsthand vocab build`.

`source` holds the open vocabularies as redistributable tables; `out` holds what we write by hand (`overlay.tsv`,
`firsthand.tsv`, `english.txt.xz`) and receives the compressed tables. The same inputs give the same bytes.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from nlp.errors import VocabularyError
from nlp.models.digest import sha256
from nlp.models.knowledge_base import BLOCKED, SHIPPED, Concept, normalise
from nlp.models.vocabulary_files import VOCABULARY_SCHEMA
from training import vocabulary_drugs as drugs
from training import vocabulary_terms as terms
from training.vocabulary_draft import RANK, Draft, Key
from training.vocabulary_lexicon import index_group, known_words, lexicon, may_be_misspelled

DEFAULT_SOURCE = Path("../shared/vocab")
OVERLAY, OWN_CONCEPTS, ENGLISH = "overlay.tsv", "firsthand.tsv", "english.txt.xz"
OVERLAY_KINDS = ("drug", "class", "vaccine", "supplement", "condition", "symptom", "ambiguous", "blocked")
OVERLAY_COLUMNS = 7
PROVENANCES = ("ours", "ours, after train")
FOUND_IN_TEXT = {"drug": "DRUG", "class": "DRUG", "vaccine": "DRUG", "supplement": "DRUG", "condition": "CONDITION"}
NOTHING = "NIL"

# name -> (file, version, licence) of each source, as its owner states them
SOURCES = {
    "UNII": (drugs.UNII_FILE, "2025-06", "US government, public domain"),
    "RXNORM": (drugs.RXNORM_FILE, "2025-10-06", "RxNorm Prescribable Content, no licence required"),
    "MONDO": (terms.MONDO_FILE, "2025-08", "CC BY 4.0"),
    "HP": (terms.HPO_FILE, "2025-01-16", "Human Phenotype Ontology licence: acknowledged, versioned, unaltered"),
    "SYMP": (terms.SYMP_FILE, "2026-07-30", "CC0"),
    "CTCAE5": (terms.SYMP_FILE, "5.0", "US government, public domain"),
    "ICD10CM": (terms.ICD_FILE, "2026-04", "US government, public domain"),
    "FIRSTHAND": (OVERLAY, "1", "Apache-2.0"),
}


@dataclass(frozen=True, slots=True)
class OverlayRow:
    """One line of our overlay: an expression of patients and the concept that it means, `NIL` for none."""

    expression: str
    key: Key
    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: counts of concepts by system, aliases, lexicon entries, bytes; source rows that could not be
    read.
    """

    concepts: dict[str, int]
    aliases: int
    lexicon: dict[str, int]
    overlay: int
    bytes: int
    problems: tuple[str, ...]


def build(source: Path, out: Path) -> BuildReport:
    """Write all tables and the manifest into `out`.

    Raises VocabularyError when a source is missing, or for an overlay line with an unknown kind or code, naming the
    line and the valid alternatives.
    """
    overlay = read_overlay(out / OVERLAY)
    draft = Draft()
    for concept in read_own_concepts(out / OWN_CONCEPTS):
        draft.add(concept)
    drugs.add_drugs(draft, source, chosen=[row.key[1] for row in overlay if row.key[0] == "UNII"])
    english = frozenset(lzma.decompress((out / ENGLISH).read_bytes()).decode("utf-8").split())
    terms.add_terms(draft, source, english)
    check_codes(overlay, draft, out / OVERLAY)
    found = lexicon(draft, english)
    known = known_words(draft, english, found)
    apply_overlay(draft, overlay, found)

    keys = sorted(draft.concepts)
    number = {key: place for place, key in enumerate(keys)}
    tables = {
        "concepts": [concept_line(draft.concepts[key]) for key in keys],
        "aliases": [
            f"{alias}\t{postings(kinds, number) or BLOCKED}\t{index_group(draft, alias, found)}"
            for alias, kinds in sorted(draft.names.items())
        ],
        "lexicon": [f"{alias}\t{mark}" for alias, mark in sorted(found.items())],
        "words": sorted(known),
        "xrefs": [
            f"{number[key]}\t{' '.join(f'{system}:{code}' for system, code in sorted(set(pairs)))}"
            for key, pairs in sorted(draft.xrefs.items())
        ],
    }
    hashes = {f"{name}.tsv.xz": write_table(out / f"{name}.tsv.xz", lines) for name, lines in tables.items()}
    systems = list(dict.fromkeys(system for system, _ in keys))
    manifest = {
        "schema": VOCABULARY_SCHEMA,
        "systems": systems,
        "sources": {
            name: {
                "version": version,
                "licence": licence,
                "sha256": sha256((out if file == OVERLAY else source) / file),
            }
            for name, (file, version, licence) in SOURCES.items()
        },
        "files": hashes,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return BuildReport(
        concepts={system: sum(key[0] == system for key in keys) for system in systems},
        aliases=len(tables["aliases"]),
        lexicon={label: sum(mark.startswith(label) for mark in found.values()) for label in ("DRUG", "CONDITION")},
        overlay=len({normalise(row.expression) for row in overlay}),
        bytes=sum((out / name).stat().st_size for name in hashes),
        problems=tuple(draft.problems),
    )


def read_own_concepts(file: Path) -> Iterable[Concept]:
    """Our own concepts: code, name, kind."""
    for line, (code, name, kind) in plain_rows(file, 3):
        if not code.startswith("FIRSTHAND:"):
            raise VocabularyError(f"{file.name}:{line}: code '{code}' does not begin with FIRSTHAND:")
        yield Concept("FIRSTHAND", code, name, kind)


def read_overlay(file: Path) -> list[OverlayRow]:
    """The rows of our overlay. Raises VocabularyError for an unknown kind or provenance, an empty expression or
    note, or a line that stands twice.
    """
    rows = []
    seen: dict[tuple[str, Key], int] = {}
    for line, (expression, system, code, kind, _, provenance, note) in plain_rows(file, OVERLAY_COLUMNS):
        place = f"{file.name}:{line}"
        alias = normalise(expression)
        if not alias:
            raise VocabularyError(f"{place}: expression '{expression}' has no letters or digits")
        if kind not in OVERLAY_KINDS:
            raise VocabularyError(f"{place}: kind '{kind}' of '{expression}'; kinds: {', '.join(OVERLAY_KINDS)}")
        if provenance not in PROVENANCES:
            raise VocabularyError(
                f"{place}: provenance '{provenance}' of '{expression}'; provenances: {' | '.join(PROVENANCES)}"
            )
        if not note.strip():
            raise VocabularyError(f"{place}: '{expression}' has no note")
        if (earlier := seen.setdefault((alias, (system, code)), line)) != line:
            raise VocabularyError(f"{place}: '{expression}' means {code} already in line {earlier}")
        rows.append(OverlayRow(expression, (system, code), kind, line))
    return rows


def plain_rows(file: Path, columns: int) -> Iterable[tuple[int, list[str]]]:
    """(line, values) of a table that people write; `#` begins a comment line. Raises VocabularyError that names a
    malformed line.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise VocabularyError(f"{file} does not exist") from None
    except UnicodeDecodeError as error:
        raise VocabularyError(f"{file} is not UTF-8: {error}") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            values = line.split("\t")
            if len(values) != columns:
                raise VocabularyError(f"{file.name}:{number} has {len(values)} columns, expected {columns}")
            yield number, values


def check_codes(overlay: list[OverlayRow], draft: Draft, file: Path) -> None:
    """Raise VocabularyError for the first line whose code is in no table, with what the tables offer for the
    expression.
    """
    for row in overlay:
        if row.key not in draft.concepts and row.key[0] != NOTHING:
            offered = [
                f"{code} ({draft.concepts[system, code].name})"
                for system, code in draft.names.get(normalise(row.expression), {})
            ]
            systems = sorted({system for system, _ in draft.concepts})
            raise VocabularyError(
                f"{file.name}:{row.line}: {row.key[0]} has no code '{row.key[1]}' for '{row.expression}'; "
                f"by that name there are: {', '.join(offered) or 'none'}; systems: {', '.join(systems)}"
            )


def apply_overlay(draft: Draft, overlay: list[OverlayRow], found: dict[str, str]) -> None:
    """Let our expressions stand before those of the tables: in its system, what we say about a name replaces what
    they say.
    """
    ours: dict[str, list[OverlayRow]] = {}
    for row in overlay:
        ours.setdefault(normalise(row.expression), []).append(row)
    for alias, rows in ours.items():
        systems = {row.key[0] for row in rows}
        medicine = bool(systems & {"UNII", "RXNORM"}) or any(
            row.kind in ("class", "vaccine", "supplement") for row in rows
        )
        replaced = systems | ({"UNII", "RXNORM"} if medicine else set())
        listed = any(key[0] in ("UNII", "RXNORM") for key in draft.names.get(alias, {}))
        kept = {key: kind for key, kind in draft.names.get(alias, {}).items() if key[0] not in replaced}
        ours_as = {row.key: "ambiguous" if row.kind == "ambiguous" else "overlay" for row in rows}
        draft.names[alias] = {} if NOTHING in systems else {**ours_as, **kept}
        marks = [FOUND_IN_TEXT[row.kind] for row in rows if row.kind in FOUND_IN_TEXT]
        found.pop(alias, None)
        if marks:
            found[alias] = "DRUG~" if marks[0] == "DRUG" and listed and may_be_misspelled(alias) else marks[0]


def postings(kinds: dict[Key, str], number: dict[Key, int]) -> str:
    """`number:kind` of each concept of an alias, best kind first; among equals the order in which we or RxNorm
    list them.
    """
    order = sorted(kinds, key=lambda key: RANK[kinds[key]])
    return " ".join(f"{number[key]}:{kinds[key]}" for key in order)


def concept_line(concept: Concept) -> str:
    return "\t".join((concept.system, concept.code, concept.name, concept.kind, concept.rxcui or ""))


def write_table(file: Path, lines: list[str]) -> str:
    """Write lines xz-compressed and return the file's sha256."""
    packed = lzma.compress("\n".join(lines).encode("utf-8"), format=lzma.FORMAT_XZ, preset=9 | lzma.PRESET_EXTREME)
    file.write_bytes(packed)
    return sha256(file)


def build_vocabulary(
    data: Annotated[Path, typer.Option(help="Folder with the open vocabularies as .tsv.xz tables.")] = DEFAULT_SOURCE,
    out: Annotated[Path, typer.Option(help="Folder with our overlay, which receives the tables.")] = SHIPPED,
) -> None:
    """Build the vocabulary tables that ship with the package."""
    report = build(data, out)
    counts = ", ".join(f"{system} {count}" for system, count in report.concepts.items())
    typer.echo(f"{report.aliases} aliases of {counts}; {report.overlay} of our own; {report.bytes / 1e6:.2f} MB")
    typer.echo(f"found in text: {', '.join(f'{label} {count}' for label, count in report.lexicon.items())}")
    for problem in report.problems:
        typer.echo(f"left out: {problem}", err=True)

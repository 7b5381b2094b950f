"""The commands `firsthand vocab`: look into the vocabularies, add own terms, import licensed ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from nlp.models.delimited import Faults
    from nlp.models.meddra import ImportReport

app = typer.Typer(no_args_is_help=True, help="The vocabularies that entities are linked to.")
imports = typer.Typer(no_args_is_help=True, help="Import a vocabulary that you have licensed.")
app.add_typer(imports, name="import")

NAMES_SHOWN = 40
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Encoding = Annotated[str, typer.Option(help="Encoding of the files.")]


@app.callback()
def vocab_group() -> None:
    """The vocabularies that entities are linked to."""


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="Words to look up, as a patient writes them.")],
    system: Annotated[list[str] | None, typer.Option(help="Only this vocabulary; may be given more than once.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many concepts.")] = 10,
    as_json: Json = False,
) -> None:
    """Concepts with a name like the words, best first: equal names, then names of similar characters."""
    from nlp.models import knowledge_base
    from nlp.models.vocabulary_search import search as search_vocabulary

    hits = search_vocabulary(knowledge_base.load(), text, tuple(system or ()), limit)
    if as_json:
        print_json([asdict(each) for each in hits])
    elif not hits:
        typer.echo("no concept has a name like that")
    else:
        rows = [(each.system, each.code, each.name, each.matched, each.how, f"{each.score:.2f}") for each in hits]
        print_table(("system", "code", "name", "by the name", "how", "score"), rows)


@app.command()
def show(
    code: Annotated[str, typer.Argument(help="A code, such as HP:0100785, or SYSTEM:CODE, such as UNII:QUC7NX6WMB.")],
    as_json: Json = False,
) -> None:
    """A concept with its names, what stands above it, and its codes elsewhere."""
    from nlp.models import knowledge_base
    from nlp.models.vocabulary_search import describe

    found = describe(knowledge_base.load(), code)
    if as_json:
        print_json([asdict(each) for each in found])
        return
    for each in found:
        names: dict[str, list[str]] = {}
        for name, kind in each.names:
            names.setdefault(kind, []).append(name)
        rows = [("name", each.name), ("system", f"{each.system}, {each.version}"), ("kind", each.kind)]
        rows += [(f"names: {kind}", shortened(listed)) for kind, listed in names.items()]
        rows += [("above", " > ".join(f"{name} ({above})" for above, name in each.parents))] if each.parents else []
        rows += [("elsewhere", ", ".join(f"{system} {other}" for system, other in each.xrefs))] if each.xrefs else []
        print_table((each.code, ""), rows)


@app.command()
def status(as_json: Json = False) -> None:
    """The vocabularies that are loaded, with versions, licences and counts: the shipped, your own, the imported."""
    from nlp.models import knowledge_base
    from nlp.models.vocabulary_search import loaded

    found = loaded(knowledge_base.load())
    if as_json:
        print_json([asdict(each) for each in found])
    else:
        rows = [(each.name, each.origin, each.version, f"{each.count:,}", each.licence) for each in found]
        print_table(("vocabulary", "from", "version", "concepts", "licence"), rows, right=3)


@app.command()
def add(
    table: Annotated[
        Path,
        typer.Argument(
            help="Tab-separated UTF-8: expression, system, code, kind, name and, if any, the parent's code."
        ),
    ],
) -> None:
    """Add a table of your own terms, in the place of one that you added under the same file name.

    Kinds: drug, class, vaccine, supplement and condition are also found in text; symptom only gives a code to what was
    found; blocked takes an expression out. Your meaning of an expression stands before all others.
    """
    from nlp.models import knowledge_base, user_terms

    read = user_terms.read_terms(table)
    kb = knowledge_base.KnowledgeBase()
    meant = {term.key for term in read.terms if term.kind != "blocked"}
    new = {(system, code) for system, code in meant if not any(each.system == system for each in kb.with_code(code))}
    file = user_terms.keep(read)
    systems = ", ".join(sorted({system for system, _ in meant})) or "none"
    typer.echo(
        f"{table.name} added, terms: {len(read.terms)}; {len(meant - new)} concepts got names, {len(new)} are new; "
        f"systems: {systems}; kept in {file}"
    )
    tell_faults(read.faults)


@app.command()
def remove(name: Annotated[str, typer.Argument(help="A table that you added, by its name in `vocab status`.")]) -> None:
    """Take a table of your own terms out again."""
    from nlp.models import user_terms

    user_terms.remove(name)
    typer.echo(f"table '{name}' is no longer used")


@imports.callback()
def imports_group() -> None:
    """Import a vocabulary that you have licensed. It stays on this machine; links give its codes and names alone."""


@imports.command("meddra")
def import_meddra(
    folder: Annotated[
        Path, typer.Argument(help="Folder with llt.asc, pt.asc, hlt.asc, hlgt.asc, soc.asc and mdhier.asc.")
    ],
    encoding: Encoding = "utf-8",
) -> None:
    """Import MedDRA: links then also give the LLT and its PT, with the way up to the primary SOC."""
    from nlp.models import meddra

    tell_import(meddra.import_meddra(folder, encoding))


@imports.command("umls")
def import_umls(
    folder: Annotated[Path, typer.Argument(help="Folder with MRCONSO.RRF and MRSTY.RRF, or its parent.")],
    language: Annotated[str, typer.Option(help="Language of the names, as in MRCONSO's column LAT.")] = "ENG",
    encoding: Encoding = "utf-8",
) -> None:
    """Import the UMLS Metathesaurus: links then also give a CUI."""
    from nlp.models import umls

    tell_import(umls.import_umls(folder, language, encoding))


def tell_import(report: ImportReport) -> None:
    counts = ", ".join(f"{level} {count:,}" for level, count in report.counts.items())
    typer.echo(f"{report.name} {report.version} imported: {counts}; {report.names:,} names")
    tell_faults(report.faults)


def tell_faults(faults: Faults) -> None:
    """What was left out, on standard error."""
    for fault in faults.named:
        typer.echo(f"left out: {fault}", err=True)
    if faults.count > len(faults.named):
        typer.echo(f"left out: {faults.count - len(faults.named):,} more", err=True)


def shortened(names: list[str]) -> str:
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return ", ".join(names[:NAMES_SHOWN]) + more


def print_json(value: Any) -> None:
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def print_table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], right: int | None = None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, column in enumerate(columns):
        table.add_column(column, justify="right" if place == right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    Console().print(table)

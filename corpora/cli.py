"""The commands `firsthand corpora ...`. What they need is imported when they run."""

from __future__ import annotations

import json as json_module
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from nlp.errors import UsageError

app = typer.Typer(
    no_args_is_help=True, help="Patients' posts with their annotation: list, show, count, validate, export, convert."
)

Data = Annotated[
    Path | None,
    typer.Option(help="Folder with the texts of meqsum, vaers, vaers20 and healthsea, where you have them."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_() -> None:
    """List the corpora that are here, those of which the annotation is here, and those that can be read."""
    from rich.console import Console

    from corpora import authored, challenge, loading, manifest, real, unlabelled
    from corpora.render import corpora_table

    splits = {name: [real.split_of(each) for each in real.annotated_ids(name)] for name in real.TEXT_FILES}
    splits[loading.AUTHORED] = [authored.split_of(post) for post in authored.posts()]
    splits["unlabelled"] = ["train" for _ in unlabelled.posts()]
    splits["challenge"] = ["test" for _ in challenge.load()]
    console = Console()
    console.print(corpora_table(manifest.read(), splits))
    console.print("stand-off: annotation without text, give --data; reader: `firsthand corpora convert`", style="dim")


@app.command()
def show(
    post_id: Annotated[str, typer.Argument(help="Id of a post, as p01-001 or meqsum:0012.")],
    data: Data = None,
) -> None:
    """Show a post with its entities, relations and case."""
    from rich.console import Console

    from corpora import loading, real
    from corpora.render import entities_table

    prefix = post_id.partition(":")[0]
    name = prefix if prefix in real.TEXT_FILES else loading.AUTHORED
    post = next((each for each in loading.annotated_posts(name, data=data) if each.id == post_id), None)
    if post is None:
        raise UsageError(f"no post of {name} has the id '{post_id}'")
    console = Console(emoji=False, markup=False, highlight=False)
    meta = [f"{key}={value}" for key, value in post.meta.items()]
    parts = (post.id, post.community, post.persona, *meta, loading.split_of(name, post))
    console.print(" | ".join(parts), style="dim")
    console.print(post.text)
    console.print(entities_table(post))
    for kind, rows in post.case.items():
        for row in rows:
            console.print(f"@{kind} {json_module.dumps(row, ensure_ascii=False)}")


@app.command()
def stats(data: Data = None, json: Json = False) -> None:
    """Count the authored posts, and with --data the real ones beside them: lengths, labels, variety, repetition."""
    from rich.console import Console

    from corpora import loading, real
    from corpora.render import statistics_table
    from corpora.statistics import statistics

    names = [loading.AUTHORED, *(real.TEXT_FILES if data else ())]
    posts = {name: loading.annotated_posts(name, data=data) for name in names}
    figures = {name: statistics(each) for name, each in posts.items() if each}
    if json:
        typer.echo(json_module.dumps({name: asdict(each) for name, each in figures.items()}, indent=1))
    else:
        Console().print(statistics_table(figures))


@app.command()
def validate(data: Data = None) -> None:
    """Check all annotations and the manifest; with --data also against the texts, and that none of these is in ours.

    Exit code 1 when there is a mistake.
    """
    from corpora.validate import check_all

    mistakes = list(check_all(data))
    for mistake in mistakes:
        typer.echo(mistake, err=True)
    unseen = "" if data else "; the texts of stand-off annotations were not looked at, give --data"
    typer.echo(f"{len(mistakes)} mistakes{unseen}")
    if mistakes:
        raise typer.Exit(1)


@app.command("links")
def links_(
    out: Annotated[Path, typer.Option(help="The table to write, tab-separated.")],
    data: Data = None,
) -> None:
    """Write the gold links as the table that `firsthand vocab evaluate` reads; with --data those of real posts too."""
    from corpora import links, loading, real

    names = [loading.AUTHORED, *(real.TEXT_FILES if data else ())]
    posts = (
        (loading.split_of(name, post), post) for name in names for post in loading.annotated_posts(name, data=data)
    )
    try:
        count = links.write_table(posts, out)
    except OSError as error:
        raise UsageError(f"cannot write --out {out}: {error.strerror}") from error
    typer.echo(f"{count} mentions written to {out}")


@app.command()
def export(
    name: Annotated[str, typer.Argument(help="firsthand, meqsum, vaers, vaers20 or healthsea.")],
    out: Annotated[Path, typer.Option(help="The file to write, or for brat the folder.")],
    format: Annotated[str, typer.Option(help="brat, docbin, conll or jsonl.")] = "jsonl",
    split: Annotated[str | None, typer.Option(help="train, dev or test; all of them where not given.")] = None,
    data: Data = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an output that is there.")] = False,
) -> None:
    """Write a corpus for brat, as a spaCy DocBin, as CoNLL, or as the gold that `firsthand evaluate` reads."""
    from corpora.export import export as write
    from corpora.loading import annotated_posts

    posts = annotated_posts(name, split, data)
    write(posts, format, out, overwrite)
    typer.echo(f"{len(posts)} posts written to {out}")


@app.command()
def convert(
    path: Annotated[Path, typer.Argument(help="The corpus at hand: a file or a folder, as its reader wants it.")],
    reader: Annotated[str, typer.Option(help="ade, bc5cdr, brat, cadec, gold, psytar, smm4h or tokens.")],
    out: Annotated[Path, typer.Option(help="The file of gold, or what --format says.")],
    format: Annotated[str, typer.Option(help="brat, docbin, conll or jsonl.")] = "jsonl",
    keep_labels: Annotated[bool, typer.Option("--keep-labels", help="Keep the corpus's own labels.")] = False,
    skip_mistakes: Annotated[
        bool, typer.Option("--skip-mistakes", help="Leave out and list annotations that cannot be read.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an output that is there.")] = False,
) -> None:
    """Read a corpus that you have, and write it as gold. Its licence is yours to accept, and binds what you write."""
    from corpora import readers
    from corpora.export import export as write
    from corpora.readers.base import refuse

    problems: list[str] = []
    report = problems.append if skip_mistakes else refuse
    posts = list(readers.read(reader, path, keep_labels=keep_labels, report=report))
    write(posts, format, out, overwrite)
    for problem in problems:
        typer.echo(f"left out: {problem}", err=True)
    typer.echo(readers.terms(reader), err=True)
    typer.echo(f"{len(posts)} posts written to {out}, {len(problems)} mistakes")


@app.command()
def manifest(
    write: Annotated[bool, typer.Option("--write", help="Write the sha256 of every file of data.")] = False,
) -> None:
    """Check the files of data against the manifest, or write it anew. Exit code 1 when a file is another."""
    from corpora import manifest as files

    if write:
        typer.echo(f"{files.write()} files in {files.FOLDER / files.FILE}")
    found = list(files.check())
    for mistake in found:
        typer.echo(mistake, err=True)
    if found:
        raise typer.Exit(1)


@app.command()
def agreement(
    left: Annotated[Path, typer.Argument(help="A markup file (.txt) or a stand-off file (.jsonl.gz).")],
    right: Annotated[Path, typer.Argument(help="Another annotation of posts with the same ids.")],
    differences: Annotated[bool, typer.Option("--differences", help="List every disagreement.")] = False,
    json: Json = False,
) -> None:
    """Compare two annotations of the same posts: strict and relaxed F1, Cohen's kappa of the attributes."""
    from rich.console import Console

    from corpora.agreement import agreement as compare
    from corpora.agreement import read
    from corpora.render import agreement_table

    found = compare(read(left), read(right))
    if json:
        typer.echo(json_module.dumps(asdict(found), indent=1))
        return
    Console().print(agreement_table(found))
    for each in found.disagreements if differences else ():
        spans = " ".join(f"[{start}, {end})" for start, end in each.mention.spans)
        typer.echo(f"{each.post} {each.mention.label} {spans} {each.side}: {each.problem}")


@app.command()
def challenge(
    model: Annotated[str, typer.Option(help="Model by name or folder (see `firsthand models`).")] = "default",
    failures: Annotated[bool, typer.Option("--failures", help="List what is wrong in each case.")] = False,
) -> None:
    """Run the challenge cases and count those that are right, by point."""
    from rich.console import Console

    import nlp
    from corpora import challenge as cases
    from corpora.render import challenge_table
    from nlp.datamodel import Post

    pipeline = nlp.load(model)
    outcomes = list(
        cases.run(
            cases.load(),
            lambda case: pipeline(Post(case.id, case.text, meta={"drug": case.drug} if case.drug else {})).to_dict(),
        )
    )
    Console().print(challenge_table(outcomes))
    for case, problems in outcomes if failures else ():
        for problem in problems:
            typer.echo(f"{case.id} ({case.point}): {problem}")

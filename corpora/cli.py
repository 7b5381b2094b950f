"""The commands `firsthand corpora ...`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from corpora import authored, real, standoff
from nlp.errors import UsageError

app = typer.Typer(no_args_is_help=True, help="The Firsthand corpus: list, show, count, validate.")


@app.command("list")
def list_() -> None:
    """List the corpora with their posts by split."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table("corpus", "posts", "train", "dev", "test", "texts", box=box.SIMPLE_HEAD)
    splits = [authored.split_of(post) for post in authored.posts()]
    table.add_row(
        "firsthand", str(len(splits)), *(str(splits.count(name)) for name in ("train", "dev", "test")), "here"
    )
    for name, file in real.TEXT_FILES.items():
        ids = real.annotated_ids(name)
        if ids:
            splits = [real.split_of(each) for each in ids]
            table.add_row(
                name, str(len(ids)), *(str(splits.count(each)) for each in ("train", "dev", "test")), f"yours ({file})"
            )
    Console().print(table)


@app.command()
def show(
    post_id: Annotated[str, typer.Argument(help="Id of an authored post.")],
) -> None:
    """Show an authored post with its entities."""
    from rich.console import Console
    from rich.table import Table

    post = next((each for each in authored.posts() if each.id == post_id), None)
    if post is None:
        raise UsageError(f"no authored post has the id '{post_id}'; ids look like {authored.posts()[0].id}")
    console = Console()
    console.print(f"{post.id} | {post.community} | {post.persona} | {authored.split_of(post)}", style="dim")
    console.print(post.text, markup=False)
    table = Table("label", "words", "attributes")
    for each in post.entities:
        table.add_row(
            each.label,
            " … ".join(post.text[a:b] for a, b in each.spans),
            ", ".join(f"{name}={value}" for name, value in each.attributes.items()),
        )
    console.print(table)


@app.command()
def stats(json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Count the authored posts: lengths, labels, mention lengths, repetition."""
    import json as json_module

    from rich.console import Console
    from rich.table import Table

    from corpora.statistics import statistics

    figures = asdict(statistics(authored.posts()))
    if json:
        typer.echo(json_module.dumps(figures, indent=1))
        return
    table = Table("figure", "value", show_header=False)
    for name, value in figures.items():
        if isinstance(value, float):
            shown = f"{value:.3f}"
        elif isinstance(value, dict):
            shown = ", ".join(f"{key} {count}" for key, count in value.items())
        else:
            shown = str(value)
        table.add_row(name.replace("_", " "), shown)
    Console().print(table)


@app.command()
def validate() -> None:
    """Check all annotations; exit code 1 when there is a mistake."""
    from corpora.validate import check_files, check_posts

    mistakes = list(check_files(sorted(authored.FOLDER.glob("*.txt"))))
    if not mistakes:
        mistakes = list(check_posts(authored.posts()))
    for path in sorted(standoff.FOLDER.glob("*.jsonl.gz")):
        for row in standoff.read(path):
            if "text" in row:
                mistakes.append(f"{path.name}: {row['id']} holds a text that is not ours")
    for mistake in mistakes:
        typer.echo(mistake, err=True)
    typer.echo(
        f"{len(authored.posts()) if not mistakes else 'not all'} authored posts checked, {len(mistakes)} mistakes"
    )
    if mistakes:
        raise typer.Exit(1)

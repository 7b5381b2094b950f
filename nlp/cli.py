"""The command `firsthand`. Commands import what they need when they run; other packages add theirs by an entry
point.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.errors import FirsthandError
from nlp.serve.commands import keys, serve

if TYPE_CHECKING:
    from nlp.config import PipelineConfig, RuntimeConfig
    from nlp.jobs.progress import Progress
    from nlp.jobs.workers import Pipe

EXIT_QUARANTINED = 3
EXIT_UNUSABLE = 2
EXIT_INTERRUPTED = 130
SMALL_INPUT = 100_000  # bytes of a file, compressed or not

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Reads what patients write and turns it into structured safety records.",
)


class Device(StrEnum):
    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"


def print_version(wanted: bool) -> None:
    if wanted:
        from nlp.config import firsthand_version

        typer.echo(f"firsthand {firsthand_version()}")
        raise typer.Exit()


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads what patients write and turns it into structured safety records."""


@app.command()
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(help="JSONL, CSV, TSV or Parquet files (also .gz), folders, globs, or - for standard input."),
    ],
    out: Annotated[
        str,
        typer.Option(
            "--out",
            help="Where records go: .jsonl .jsonl.gz .csv .parquet, a folder of shards, or - for standard output.",
        ),
    ],
    text_field: Annotated[str, typer.Option(help="Field that holds the text.")] = "text",
    id_field: Annotated[str, typer.Option(help="Field that holds the id; missing ids become file:line.")] = "id",
    drug_field: Annotated[str, typer.Option(help="Field that names the drug that a post is about.")] = "drug",
    format: Annotated[
        str | None, typer.Option("--format", help="Format of the input, over its extension: jsonl, csv, tsv, parquet.")
    ] = None,
    out_format: Annotated[str | None, typer.Option(help="Format of the output, over its extension.")] = None,
    model: Annotated[str, typer.Option(help="Model by name or folder (see `firsthand models`).")] = "default",
    device: Annotated[
        Device, typer.Option(help="Where the encoder runs; auto takes a GPU when PyTorch sees one.")
    ] = Device.auto,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0: one for each core.")] = 0,
    batch_tokens: Annotated[int, typer.Option(min=512, help="Tokens of one batch on a GPU.")] = 16_384,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run stopped.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an output that is there.")] = False,
    quarantine: Annotated[
        Path | None, typer.Option(help="Where posts that gave no record are listed [default: OUT.quarantine.jsonl].")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after so many posts.")] = None,
    max_chars: Annotated[int, typer.Option(min=1, help="Longest text that is read, in characters.")] = 1_000_000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Read posts and write one record for each, in order. Exit code 0: all well, 3: some posts quarantined, 2:
    unusable arguments.
    """
    from nlp.config import PipelineConfig, RuntimeConfig
    from nlp.io.sources import Source
    from nlp.jobs import local
    from nlp.models import repository
    from nlp.models.backends import choose_device
    from nlp.models.linked_by import linked_by

    folder = repository.resolve(model)
    config = PipelineConfig(model=model, drug_field=drug_field, max_chars=max_chars)
    chosen = choose_device(device)
    processes = 1 if chosen == "cuda" else workers or workers_for(inputs)
    runtime = RuntimeConfig(device=chosen, threads=max(1, available_cores() // processes), batch_tokens=batch_tokens)
    options = local.RunOptions(
        inputs=inputs,
        out=out,
        source=Source(text_field=text_field, id_field=id_field, format=format, max_chars=max_chars),
        out_format=out_format,
        quarantine=quarantine or default_quarantine(out),
        workers=processes,
        resume=resume,
        overwrite=overwrite,
        limit=limit,
        config=f"{config.sha256()} {folder.fingerprint}",
        linked_by=linked_by(),
    )
    with ProgressDisplay(quiet) as display:
        summary = local.run(options, partial(make_pipe, config, runtime), display.update)
    if not quiet:
        rate = (
            f"{summary.written / summary.seconds:.0f} posts/s, {summary.words / summary.seconds:.0f} words/s"
            if summary.seconds
            else ""
        )
        counts = f"read {summary.read} = written {summary.written} + quarantined {summary.quarantined}"
        typer.echo(f"{counts}; {summary.seconds:.1f} s, {rate}", err=True)
        for reason, count in sorted(summary.reasons.items()):
            typer.echo(f"  quarantined {count}: {reason} (see {options.quarantine})", err=True)
    if summary.interrupted:
        streams = out == "-" or "-" in inputs
        way = "nothing was kept to resume from" if streams else "go on with --resume"
        typer.echo(f"interrupted; the output is valid so far, {way}", err=True)
        raise typer.Exit(EXIT_INTERRUPTED)
    if summary.quarantined:
        raise typer.Exit(EXIT_QUARANTINED)


def make_pipe(config: PipelineConfig, runtime: RuntimeConfig) -> Pipe:
    """A pipeline for one process; a module-level function, so that worker processes can build their own.

    What it loaded stays until the process ends: the garbage collector, which took 0.3 s for every look through the
    vocabulary, leaves it out.
    """
    import gc

    from nlp.pipeline import Pipeline
    from nlp.privacy.pseudonyms import Pseudonymiser, load_key

    pipe = Pipeline(config, runtime, Pseudonymiser(load_key())).pipe
    gc.freeze()
    return pipe


def available_cores() -> int:
    """Cores that this process may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers_for(inputs: list[str]) -> int:
    """One process for each core, and one for small inputs: starting a second would take longer than the posts."""
    paths = [Path(each) for each in inputs]
    small = all(path.is_file() and path.stat().st_size < SMALL_INPUT for path in paths)
    return 1 if small else available_cores()


def default_quarantine(out: str) -> Path:
    return Path("quarantine.jsonl") if out == "-" else Path(f"{out.rstrip('/')}.quarantine.jsonl")


class ProgressDisplay:
    """A progress bar on standard error; silent when it is not a terminal."""

    def __init__(self, quiet: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        console = Console(stderr=True)
        self.bar = Bar(
            TextColumn("{task.fields[state]}"),
            BarColumn(),
            TextColumn("{task.fields[left]}"),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self.task = self.bar.add_task("", total=None, state="loading the model", left="")

    def __enter__(self) -> ProgressDisplay:
        self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.stop()

    def update(self, progress: Progress) -> None:
        if progress.limit is not None:
            total, done = progress.limit, progress.posts
        else:
            total, done = progress.bytes_total or 0, progress.bytes_read
        seconds = progress.seconds_left
        self.bar.update(
            self.task,
            total=total or None,
            completed=done,
            state=f"{progress.posts} posts  {progress.posts_per_second:.0f}/s  {progress.failures} failures",
            left=f"{seconds // 60:.0f}:{seconds % 60:02.0f} left" if seconds is not None else "",
        )


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A post, or - to read it from standard input.")],
    model: Annotated[str, typer.Option(help="Model by name or folder.")] = "default",
    drug: Annotated[
        str | None, typer.Option(help="The drug that the post is about, as a review site shows it.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
) -> None:
    """Show what is found in one post, and why: entities, attributes with cues, concepts, relations, the case."""
    from rich.console import Console

    import nlp
    from nlp.datamodel import Post
    from nlp.render import explanation

    words = sys.stdin.read() if text == "-" else text
    record = nlp.load(model)(Post("text", words, meta={"drug": drug} if drug else {}))
    if json:
        typer.echo(record.to_json().decode())
    else:
        Console().print(explanation(record))


@app.command()
def show(
    records: Annotated[Path, typer.Argument(help="Records in JSONL, as `firsthand run` writes them (also .gz).")],
    limit: Annotated[int, typer.Option(min=1, help="How many posts.")] = 20,
    posts: Annotated[
        bool, typer.Option("--posts/--no-posts", help="The posts with their entities highlighted.")
    ] = True,
    table: Annotated[bool, typer.Option("--table/--no-table", help="The table of what was found.")] = True,
) -> None:
    """Show records in the terminal: a table of what was found, and the posts with their entities highlighted."""
    import gzip
    from itertools import islice

    from pydantic import ValidationError
    from rich.console import Console

    from nlp.datamodel import Record
    from nlp.errors import UsageError
    from nlp.render import show_posts, summary_table

    if not records.is_file():
        raise UsageError(f"{records} is not a file of records")
    opener = gzip.open if records.suffix == ".gz" else open
    with opener(records, "rt", encoding="utf-8") as file:
        shown = []
        for number, line in enumerate(islice(file, limit), 1):
            try:
                shown.append(Record.from_json(line))
            except ValidationError as error:
                raise UsageError(f"{records}:{number} is no record: {error.error_count()} wrong fields") from None
    console = Console()
    if table:
        console.print(summary_table(shown))
    if posts:
        show_posts(console, shown)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from nlp.datamodel import record_schema

    typer.echo(json.dumps(record_schema(), indent=2, ensure_ascii=False))


@app.command()
def models() -> None:
    """List the models that can be named, with their scores."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from nlp.models import repository

    table = Table("name", "version", "MB", "encoder", "test F1 strict / relaxed", "folder", box=box.SIMPLE_HEAD)
    for each in repository.available():
        size = sum(file.stat().st_size for file in each.path.iterdir() if file.is_file()) / 1e6
        scores = each.card.get("scores", {}).get("test", {})
        strict, relaxed = (scores.get(name) for name in ("strict_f1", "relaxed_f1"))
        shown = f"{strict:.3f} / {relaxed:.3f}" if strict and relaxed else "–"
        table.add_row(each.path.name, each.version, f"{size:.0f}", each.card.get("encoder", "?"), shown, str(each.path))
    Console().print(table)


app.command()(serve)
app.add_typer(keys, name="keys")


def add_plugins() -> None:
    """Mount commands of other packages (`training`, `corpora`), found by the entry-point group `firsthand.commands`."""
    mounted = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    mounted |= {group.name for group in app.registered_groups if group.name}
    for entry in sorted(entry_points(group="firsthand.commands"), key=lambda each: each.name):
        if entry.name in mounted or not wanted(entry.name):
            continue
        try:
            loaded = entry.load()
        except ImportError:  # an extra is missing: the command says which, when it is called
            continue
        if isinstance(loaded, typer.Typer):
            app.add_typer(loaded, name=entry.name)
        else:
            app.command(entry.name)(loaded)


def wanted(name: str) -> bool:
    """Plugins load when they are called or when help is asked for, not on every `firsthand run`."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    own = {"run", "explain", "show", "serve", "keys", "schema", "models"}
    return not words or words[0] == name or words[0] not in own


def main() -> None:
    """Entry point: our own errors become one line on standard error and exit code 2."""
    add_plugins()
    try:
        app()
    except FirsthandError as error:
        typer.echo(f"firsthand: {error}", err=True)
        sys.exit(EXIT_UNUSABLE)


if __name__ == "__main__":
    main()

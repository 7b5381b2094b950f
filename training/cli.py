"""The commands `firsthand evaluate` and `firsthand train`. What they need is imported when they run."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from nlp.errors import UsageError

train = typer.Typer(no_args_is_help=True, help="Train the models that Firsthand uses.")


def evaluate(
    gold: Annotated[Path, typer.Option(help="JSONL of posts with the entities that are right; may be .gz.")],
    pred: Annotated[Path, typer.Option(help="JSONL of records from `firsthand run`, or of rows like the gold's.")],
    label_map: Annotated[
        str, typer.Option("--map", metavar="OLD=NEW,...", help="Rename labels in both files; OLD= drops one.")
    ] = "",
    any_label: Annotated[
        bool, typer.Option("--any-label", help="Score the spans alone, whatever their labels.")
    ] = False,
    missing: Annotated[
        Literal["error", "empty"],
        typer.Option(help="Ids in one file only: refuse, or count as posts without entities."),
    ] = "error",
    quarantine: Annotated[
        Path | None, typer.Option(help="The quarantine file of the run: its posts are left out on both sides.")
    ] = None,
    json_out: Annotated[
        Path | None,
        typer.Option("--json", metavar="OUT", help="Write all scores to OUT as well; - prints them instead."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the bootstrap.")] = 0,
) -> None:
    """Score extracted entities against annotated posts: strict and relaxed precision, recall and F1."""
    from rich.console import Console

    from training.evaluate import evaluate as score_files
    from training.evaluate import parse_label_map, render

    scores = score_files(
        gold,
        pred,
        label_map=parse_label_map(label_map),
        any_label=any_label,
        missing=missing,
        quarantine=quarantine,
        seed=seed,
    )
    content = json.dumps(scores.to_dict(), indent=2, ensure_ascii=False) + "\n"
    if json_out == Path("-"):
        sys.stdout.write(content)
        return
    if json_out is not None:
        try:
            json_out.write_text(content, encoding="utf-8")
        except OSError as error:
            raise UsageError(f"cannot write --json {json_out}: {error.strerror}") from error
    Console().print(render(scores))

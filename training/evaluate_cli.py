"""The commands `firsthand evaluate` and `firsthand evaluate-case`. What they need is imported when they run."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from nlp.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType


def evaluate(
    gold: Annotated[
        Path | None, typer.Option(help="JSONL of posts with the entities that are right; may be .gz.")
    ] = None,
    pred: Annotated[
        Path | None, typer.Option(help="JSONL of records from `firsthand run`, or of rows like the gold's.")
    ] = None,
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            help="Run a model on a corpus: firsthand, meqsum, vaers, vaers20, healthsea, or your own annotated posts "
            "(a folder of brat, JSONL, inline markup). May be given more than once."
        ),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(help="With --corpus: test, dev or train [default: test; of your own posts all]."),
    ] = None,
    model: Annotated[str, typer.Option(help="With --corpus: model by name or folder.")] = "default",
    data: Annotated[Path, typer.Option(help="Folder with the texts of meqsum, vaers, vaers20 and healthsea.")] = Path(
        "../shared/corpora"
    ),
    recogniser_only: Annotated[
        bool, typer.Option("--recogniser-only", help="The encoder's own mentions, without the rest of the pipeline.")
    ] = False,
    robustness: Annotated[
        bool, typer.Option(help="With --corpus: score the posts with typing slips and in another case, too.")
    ] = True,
    gate: Annotated[
        bool,
        typer.Option("--gate", help="Hold the model to the limits of training/gate.toml; exit code 1 if it fails."),
    ] = False,
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
    seed: Annotated[int, typer.Option(help="Seed of the bootstrap and of the typing slips.")] = 0,
) -> None:
    """Score entities against annotated posts: two files (--gold, --pred), or a model on a corpus (--corpus)."""
    from rich.console import Group

    if gate or corpus:
        if gold or pred or label_map or any_label or quarantine or missing != "error":
            raise UsageError(
                "--gold, --pred, --map, --any-label, --missing and --quarantine go without --corpus, --gate"
            )
    elif gold is None or pred is None:
        raise UsageError("give --gold and --pred to score files, or --corpus to score a model, or --gate")
    if gate:
        if split not in (None, "test"):
            raise UsageError(f"--gate scores the test split, not '{split}'")
        hold_to_gate(corpus or [], model, data, recogniser_only, json_out)
    elif corpus:
        from training.assess_command import assess_corpora
        from training.assess_tables import tables

        found = list(
            assess_corpora(
                list(dict.fromkeys(corpus)),
                split=split,
                model=model,
                data=data,
                recogniser_only=recogniser_only,
                robustness=robustness,
                seed=seed,
            )
        )
        give([each.to_dict() for each in found], Group(*map(tables, found)), json_out)
    elif gold is not None and pred is not None:
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
        give(scores.to_dict(), render(scores), json_out)


def hold_to_gate(corpora: list[str], model: str, data: Path, recogniser_only: bool, json_out: Path | None) -> None:
    """Print how a model stands to the release gate; exit code 1 when it fails."""
    from training.assess_command import check_gate
    from training.gate import gate_table

    found, unseen = check_gate(corpora, model=model, data=data, recogniser_only=recogniser_only)
    rows = [
        {"of": each.limit.subject, "figure": each.limit.figure, "limit": each.limit.value}
        | {"measured": each.measured, "holds": each.holds}
        for each in found
    ]
    give(rows, gate_table(found), json_out)
    if unseen:
        typer.echo(f"not looked at, for their texts are not in {data}: {', '.join(unseen)}", err=True)
    if failing := [f"{each.limit.subject} {each.limit.figure}" for each in found if not each.holds]:
        typer.echo(f"the gate fails: {', '.join(failing)}", err=True)
        raise typer.Exit(1)


def give(content: Any, shown: RenderableType, json_out: Path | None) -> None:
    """Print what is shown, and write the content as JSON; or print the JSON alone where `json_out` is -."""
    from rich.console import Console

    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    if json_out == Path("-"):
        sys.stdout.write(text)
        return
    if json_out is not None:
        write_scores(json_out, text)
    Console().print(shown)


def evaluate_case(
    split: Annotated[str, typer.Option(help="train, dev or test.")] = "dev",
    corpus: Annotated[
        list[str] | None, typer.Option(help="firsthand if not given, meqsum, vaers, vaers20 or healthsea; repeat it.")
    ] = None,
    data: Annotated[Path | None, typer.Option(help="Folder with the texts of the real posts.")] = None,
    given: Annotated[
        str, typer.Option(help="Gold that the case is read from: relations (with entities), entities, or nothing.")
    ] = "entities",
    model: Annotated[str, typer.Option(help="Model by name or folder (see `firsthand models`).")] = "default",
    heads: Annotated[
        bool,
        typer.Option("--heads/--no-heads", help="Whether the model's heads speak, or declared cues and rules alone."),
    ] = True,
    json_out: Annotated[
        Path | None,
        typer.Option("--json", metavar="OUT", help="Write all counts to OUT as well; - prints them instead."),
    ] = None,
) -> None:
    """Score cases against the footers of annotated posts: seriousness, special situations, role, action, outcome; given
    entities, their attributes and relations too; given nothing, the relations between what was found.
    """
    import nlp
    from corpora.loading import annotated_posts
    from training.evaluate_case import evaluate_case as score_cases
    from training.evaluate_case import parse_given, render, without_heads

    step = parse_given(given)
    posts = [post for name in corpus or ["firsthand"] for post in annotated_posts(name, split, data)]
    pipeline = nlp.load(model)
    scores = score_cases(posts, pipeline if heads else without_heads(pipeline), step)
    give(scores.to_dict(), render(scores), json_out)


def write_scores(path: Path, content: str) -> None:
    """Raises UsageError when the file cannot be written."""
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write --json {path}: {error.strerror}") from error

"""The commands `firsthand evaluate` and `firsthand train`. What they need is imported when they run."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from nlp.errors import MissingExtraError, UsageError
from nlp.vocabulary_cli import app as vocab
from training.link_cli import evaluate_links, train_link
from training.vocabulary import build_vocabulary

vocab.command("build")(build_vocabulary)
vocab.command("evaluate")(evaluate_links)
train = typer.Typer(no_args_is_help=True, help="Train the models that Firsthand uses.")
train.command("link")(train_link)


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
        write_scores(json_out, content)
    Console().print(render(scores))


def evaluate_case(
    split: Annotated[str, typer.Option(help="train, dev or test of the authored posts.")] = "dev",
    given: Annotated[
        str, typer.Option(help="Gold that the case is read from: relations (with entities), entities, or nothing.")
    ] = "entities",
    model: Annotated[str, typer.Option(help="Model by name or folder (see `firsthand models`).")] = "default",
    json_out: Annotated[
        Path | None,
        typer.Option("--json", metavar="OUT", help="Write all counts to OUT as well; - prints them instead."),
    ] = None,
) -> None:
    """Score cases against the footers of the authored posts: seriousness, special situations, role, action, outcome."""
    from rich.console import Console

    import nlp
    from corpora.loading import annotated_posts
    from training.evaluate_case import evaluate_case as score_cases
    from training.evaluate_case import parse_given, render

    step = parse_given(given)
    posts = annotated_posts("firsthand", split)
    scores = score_cases(posts, nlp.load(model), step)
    content = json.dumps(scores.to_dict(), indent=2) + "\n"
    if json_out == Path("-"):
        sys.stdout.write(content)
        return
    if json_out is not None:
        write_scores(json_out, content)
    Console().print(render(scores))


def write_scores(path: Path, content: str) -> None:
    """Raises UsageError when the file cannot be written."""
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write --json {path}: {error.strerror}") from error


@train.command()
def recognise(
    config: Annotated[Path, typer.Option(help="TOML with encoder, corpora and rates; see training/configs.")],
    out: Annotated[Path, typer.Option(help="Folder for checkpoints, the log and the finished model (OUT/model).")],
    data: Annotated[Path, typer.Option(help="Folder with the shared corpora.")] = Path("../shared/corpora"),
    encoder: Annotated[
        str | None, typer.Option(help="Encoder by name or folder, over the configuration's: where there is no hub.")
    ] = None,
    initial: Annotated[
        Path | None, typer.Option("--init", help="Folder of an earlier network (OUT/best) to start from.")
    ] = None,
    teacher: Annotated[
        Path | None, typer.Option(help="Folder of a trained network (OUT/best of its run) to learn from.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on from the last checkpoint in OUT.")] = False,
    version: Annotated[str, typer.Option(help="Version on the model's card.")] = "0.1.0",
) -> None:
    """Train the recogniser, export it to ONNX int8 behind the accuracy gate, score it, and write its card."""
    try:
        from training.recognise import train as train_network
        from training.release import release
    except ImportError as error:
        raise MissingExtraError("train", "training") from error
    from training.config import read_config

    settings = read_config(config)
    best = train_network(settings, data, out, encoder=encoder, initial=initial, teacher=teacher, resume=resume)
    scores = release(best, out / "model", settings, version, data)
    typer.echo(json.dumps(scores, indent=1))
    typer.echo(f"the model is in {out / 'model'}; use it with --model {out / 'model'}")


@train.command()
def release_model(
    config: Annotated[Path, typer.Option(help="The configuration that the network was trained with.")],
    out: Annotated[Path, typer.Option(help="The folder of the training run.")],
    data: Annotated[Path, typer.Option(help="Folder with the shared corpora.")] = Path("../shared/corpora"),
    version: Annotated[str, typer.Option(help="Version on the model's card.")] = "0.1.0",
) -> None:
    """Export and score the best network of a run that was stopped before its end."""
    try:
        from training.release import release
    except ImportError as error:
        raise MissingExtraError("train", "training") from error
    from training.config import read_config

    typer.echo(json.dumps(release(out / "best", out / "model", read_config(config), version, data), indent=1))

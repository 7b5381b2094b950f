"""The commands `firsthand train` and what training adds to `firsthand vocab`; those that evaluate are in
`evaluate_cli`. What they need is imported when they run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from nlp.errors import MissingExtraError, UsageError
from nlp.vocabulary_cli import app as vocab
from training.evaluate_cli import evaluate, evaluate_case
from training.link_cli import evaluate_links, train_link
from training.vocabulary import build_vocabulary

__all__ = ["evaluate", "evaluate_case", "train", "vocab"]

vocab.command("build")(build_vocabulary)
vocab.command("evaluate")(evaluate_links)
train = typer.Typer(no_args_is_help=True, help="Train the models that Firsthand uses.")
train.command("link")(train_link)

CORPORA = Path("../shared/corpora")
Data = Annotated[Path, typer.Option(help="Folder with the shared corpora.")]
TrainedWith = Annotated[Path, typer.Option(help="The configuration that the model was trained with.")]
Model = Annotated[str, typer.Option(help="Model by name or folder.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Begin with random weights, not those of the model.")]


@train.command()
def recognise(
    out: Annotated[Path, typer.Option(help="Folder for checkpoints, the log and the finished model (OUT/model).")],
    config: Annotated[
        Path | None,
        typer.Option(help="TOML with encoder, corpora and rates; see training/configs. Has a default with --corpus."),
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option(
            help="Adapt the model --init to your own annotated posts: a folder of brat, JSONL, inline markup."
        ),
    ] = None,
    data: Data = CORPORA,
    encoder: Annotated[
        str | None, typer.Option(help="Encoder by name or folder, over the configuration's: where there is no hub.")
    ] = None,
    initial: Annotated[
        str | None,
        typer.Option(
            "--init",
            help="What to start from: folder of an earlier network (OUT/best); with --corpus a model by name or folder "
            "[default with --corpus: default].",
        ),
    ] = None,
    teacher: Annotated[
        Path | None, typer.Option(help="Folder of a trained network (OUT/best of its run) to learn from.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on from the last checkpoint in OUT.")] = False,
    version: Annotated[str, typer.Option(help="Version on the model's card.")] = "0.1.0",
) -> None:
    """Train the recogniser, export it to ONNX int8 behind the accuracy gate, score it, and write its card.

    With --corpus: fine-tune a finished model on your own posts, a fifth of them held back for scores before and after.
    """
    try:
        from training.recognise import train as train_network
        from training.release import release
    except ImportError as error:
        raise MissingExtraError("train", "training") from error
    from training.config import read_config

    if corpus is not None:
        if encoder or resume or teacher:
            raise UsageError("--encoder, --teacher and --resume go without --corpus, which adapts a finished model")
        adapt_to(corpus, initial or "default", out, data, config, version)
        return
    if config is None:
        raise UsageError("give --config to train a model, or --corpus to adapt one to your posts")
    settings = read_config(config)
    earlier = Path(initial) if initial else None
    best = train_network(settings, data, out, encoder=encoder, initial=earlier, teacher=teacher, resume=resume)
    scores = release(best, out / "model", settings, version, data)
    typer.echo(json.dumps(scores, indent=1))
    typer.echo(f"the model is in {out / 'model'}; use it with --model {out / 'model'}")


def adapt_to(corpus: Path, initial: str, out: Path, data: Path, config: Path | None, version: str) -> None:
    """Adapt a model and print the scores before and after."""
    from rich.console import Console

    from training.adapt import adapt, adapted_table
    from training.config import read_config

    result = adapt(corpus, initial, out, data, read_config(config) if config else None, version)
    Console().print(adapted_table(result))
    typer.echo(f"the model is in {result.folder}; use it with --model {result.folder}")


@train.command()
def heads(
    out: Annotated[Path, typer.Option(help="Folder for the model with the new heads; may be that of --model.")],
    config: TrainedWith,
    model: Model = "default",
    data: Data = CORPORA,
    fresh: Fresh = False,
) -> None:
    """Fit a model's heads on mentions anew, on the states of its encoder as it is; they stay if dev gets no better."""
    try:
        from training.refit import Fit, refit, report
    except ImportError as error:
        raise MissingExtraError("train", "training") from error
    from nlp.models import repository
    from training.config import read_config

    result = refit(repository.resolve(model).path, out, read_config(config), data, Fit(fresh=fresh))
    typer.echo(report(result))
    typer.echo(f"the model is in {out}" if result.epoch else f"dev got no better: {out} has the heads that it had")


@train.command()
def evidence(
    out: Annotated[Path, typer.Option(help="Folder for the model with the new head; may be that of --model.")],
    config: TrainedWith,
    model: Model = "default",
    data: Data = CORPORA,
    fresh: Fresh = False,
) -> None:
    """Fit a model's evidence head anew, on the states of its encoder as it is; it stays if dev gets no better."""
    try:
        from training.evidence_fit import Fit, refit_evidence
    except ImportError as error:
        raise MissingExtraError("train", "training") from error
    from nlp.models import repository
    from training.config import read_config

    result = refit_evidence(repository.resolve(model).path, out, read_config(config), data, Fit(fresh=fresh))
    typer.echo(json.dumps(result, indent=1))
    typer.echo(f"the model is in {out}" if result["epoch"] else f"dev got no better: {out} has the head that it had")


@train.command("average")
def average_networks(
    first: Annotated[Path, typer.Argument(help="OUT/best of the run that the second one began with.")],
    second: Annotated[Path, typer.Argument(help="OUT/best of the second run.")],
    out: Annotated[Path, typer.Option(help="Folder of a run; the mean is written to OUT/best.")],
    share: Annotated[float, typer.Option(help="Share of the second network.")] = 0.5,
) -> None:
    """Write the mean of the weights of two networks; `train release-model` makes a model of it."""
    try:
        from training.average import average
    except ImportError as error:
        raise MissingExtraError("train", "training") from error

    typer.echo(f"{average(first, second, out / 'best', share)} tensors mixed, in {out / 'best'}")


@train.command()
def release_model(
    config: Annotated[Path, typer.Option(help="The configuration that the network was trained with.")],
    out: Annotated[Path, typer.Option(help="The folder of the training run.")],
    data: Data = CORPORA,
    version: Annotated[str, typer.Option(help="Version on the model's card.")] = "0.1.0",
) -> None:
    """Export and score the best network of a run that was stopped before its end."""
    try:
        from training.release import release
    except ImportError as error:
        raise MissingExtraError("train", "training") from error
    from training.config import read_config

    typer.echo(json.dumps(release(out / "best", out / "model", read_config(config), version, data), indent=1))

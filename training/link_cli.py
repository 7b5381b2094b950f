"""The commands `firsthand train link` and `firsthand vocab evaluate`. What they need is imported when they run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from nlp.errors import MissingExtraError

if TYPE_CHECKING:
    from training.link_scores import LinkRates, LinkScores

VOCABULARY = Path("../shared/vocab")


def train_link(
    config: Annotated[Path, typer.Option(help="TOML with encoder, layers and steps; see training/configs/link.toml.")],
    out: Annotated[Path, typer.Option(help="Folder for checkpoints, the log and the finished encoder (OUT/model).")],
    data: Annotated[Path, typer.Option(help="Folder with the open vocabularies as .tsv.xz tables.")] = VOCABULARY,
    encoder: Annotated[
        str | None, typer.Option(help="Encoder by name or folder, over the configuration's: where there is no hub.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on from the last checkpoint in OUT.")] = False,
    install: Annotated[bool, typer.Option("--install", help="Use the encoder from now on in every run.")] = False,
    version: Annotated[str, typer.Option(help="Version on the encoder's card.")] = "0.1.0",
) -> None:
    """Train the mention encoder, export it to ONNX int8 behind a gate, fit its fusion with character n-grams, and score
    it on layperson synonyms that were held out.
    """
    try:
        from training.link import train
        from training.link_release import release
    except ImportError as error:
        raise MissingExtraError("train", "training") from error
    from nlp.models import meaning
    from training.link_config import read_link_config

    settings = read_link_config(config)
    network = train(settings, data, out, encoder=encoder, resume=resume)
    typer.echo(json.dumps(release(network, out / "model", settings, version, data), indent=1))
    if install:
        shutil.copytree(out / "model", meaning.folder(), dirs_exist_ok=True)
    typer.echo(f"the encoder is in {meaning.folder() if install else out / 'model'}")


def evaluate_links(
    gold: Annotated[
        Path, typer.Argument(help="Table with the columns label, mention, system, code; perhaps train, dev, test.")
    ],
    split: Annotated[
        Literal["all", "train", "dev", "test"], typer.Option(help="Count the mentions of this split alone.")
    ] = "all",
    strings: Annotated[
        bool, typer.Option("--strings", help="Count each string once, not as often as it was written.")
    ] = False,
    json_out: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Score the links of mentions against gold concepts: accuracy at 1 and 5, precision, abstention, unseen strings."""
    from nlp.extract.link import shared
    from nlp.models import knowledge_base
    from training.link_scores import read_link_gold, score_links

    linker = shared(knowledge_base.load())
    scores = score_links(read_link_gold(gold), linker, None if split == "all" else split, not strings)
    if json_out:
        typer.echo(json.dumps(scores.to_dict(), indent=2))
    else:
        print_scores(scores)


def print_scores(scores: LinkScores) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    counted = "gold" if scores.weighted else "strings"
    table = Table(title=f"split: {scores.split or 'all'}", box=box.SIMPLE_HEAD, pad_edge=False)
    for place, name in enumerate(("", counted, "NIL", "acc@1", "acc@5", "recall", "prec.", "NIL kept")):
        table.add_column(name, justify="right" if place else "left", no_wrap=True)
    for each in scores.rates:
        table.add_row(each.name, str(each.mentions), str(each.nil), *written(each))
    Console().print(table)


def written(rates: LinkRates) -> tuple[str, ...]:
    shown = (rates.accuracy_1, rates.accuracy_5, rates.recall, rates.precision)
    return (*(f"{each:.3f}" for each in shown), f"{rates.abstained:.3f}" if rates.nil else "–")

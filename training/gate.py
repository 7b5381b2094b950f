"""The release gate: floors that a model must reach, in `gate.toml`, and a check that holds a model to them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from corpora import loading
from nlp.errors import UsageError
from nlp.models.repository import ModelFolder
from training.answers import Answer
from training.assess import by_mention, is_relaxed, is_strict, scores_of
from training.calibration import calibration
from training.slices import serious_event

FILE = Path(__file__).with_name("gate.toml")
AT_LEAST = ("strict_f1", "relaxed_f1", "any_label_relaxed_f1", "serious_recall")
AT_MOST = ("calibration_error", "calibration_error_relaxed")  # a mention is right by its borders, or by overlap
OF_MODEL = ("megabytes", "int8_loss")  # both at most


@dataclass(frozen=True, slots=True)
class Limit:
    """What `figure` of `subject` (a corpus or `model`) must be: at least, or at most, `value`."""

    subject: str
    figure: str
    value: float

    @property
    def at_most(self) -> bool:
        return self.figure in (*AT_MOST, *OF_MODEL)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A limit beside what was measured, None where it could not be."""

    limit: Limit
    measured: float | None

    @property
    def holds(self) -> bool:
        if self.measured is None:
            return False
        return self.measured <= self.limit.value if self.limit.at_most else self.measured >= self.limit.value


def read(path: Path = FILE) -> tuple[Limit, ...]:
    """All limits of a gate. Raises UsageError that names an unknown table or figure and the valid ones."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from None
    return tuple(limits(raw, path.name))


def limits(raw: Mapping[str, Any], where: str) -> Iterator[Limit]:
    for subject, table in raw.items():
        if subject not in ("model", *loading.NAMES) or not isinstance(table, dict):
            raise UsageError(f"{where}: no table is called '{subject}'; tables: model, {', '.join(loading.NAMES)}")
        valid = OF_MODEL if subject == "model" else (*AT_LEAST, *AT_MOST)
        for figure, value in table.items():
            if figure not in valid:
                raise UsageError(f"{where} [{subject}]: no figure is called '{figure}'; figures: {', '.join(valid)}")
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise UsageError(f"{where} [{subject}]: {figure} is {value!r} and not a number")
            yield Limit(subject, figure, float(value))


def model_figures(folder: ModelFolder) -> dict[str, float]:
    """Size of the files of a model, in megabytes of a million bytes, and the strict F1 on dev that int8 cost, by its
    card.
    """
    figures = {"megabytes": sum(each.stat().st_size for each in folder.path.iterdir() if each.is_file()) / 1e6}
    gate = folder.card.get("scores", {}).get("gate", {})
    if {"dev_strict_f1_fp32", "dev_strict_f1_int8"} <= gate.keys():
        figures["int8_loss"] = round(gate["dev_strict_f1_fp32"] - gate["dev_strict_f1_int8"], 4)
    return figures


def corpus_figures(answers: Sequence[Answer]) -> dict[str, float]:
    """The figures of one corpus that a gate can hold; no `serious_recall` where no event is called serious."""
    micro = scores_of(answers, draws=0).micro
    scored = [(found, answer.gold) for answer in answers for found in answer.scored]
    values = [found.score for found, _ in scored]
    figures = {
        "strict_f1": micro.strict.f1.value,
        "relaxed_f1": micro.relaxed.f1.value,
        "any_label_relaxed_f1": scores_of(answers, any_label=True, draws=0).micro.relaxed.f1.value,
        "calibration_error": calibration(values, [is_strict(*each) for each in scored]).error,
        "calibration_error_relaxed": calibration(values, [is_relaxed(*each) for each in scored]).error,
    }
    for each in by_mention(answers, serious_event, draws=0, seed=0):
        figures["serious_recall"] = each.relaxed.value
    return figures


def verdicts(required: Iterable[Limit], measured: Mapping[str, Mapping[str, float]]) -> list[Verdict]:
    """Each limit on a subject that was measured, beside its figure."""
    return [
        Verdict(limit, measured[limit.subject].get(limit.figure)) for limit in required if limit.subject in measured
    ]


def gate_table(found: Sequence[Verdict]) -> Table:
    table = Table(title="release gate", box=SIMPLE_HEAD, title_justify="left")
    for name in ("of", "figure"):
        table.add_column(name)
    for name in ("measured", "limit", ""):
        table.add_column(name, justify="right")
    for each in found:
        measured = "not known" if each.measured is None else f"{each.measured:.4f}"
        bound = f"{'at most' if each.limit.at_most else 'at least'} {each.limit.value:g}"
        verdict = "[green]holds[/]" if each.holds else "[bold red]FAILS[/]"
        table.add_row(each.limit.subject, each.limit.figure, measured, bound, verdict)
    return table

"""An assessment as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from training.assess import Assessment, MentionSlice, PostSlice
from training.calibration import Calibration
from training.confusion import Confusion
from training.evaluate import render, written
from training.metrics import Estimate, Scores

SHOWN_AT_MOST = 15  # parts of one kind; all of them are in the JSON
SHORT = 6  # letters of a label at the head of a column


def tables(assessment: Assessment) -> RenderableType:
    """All tables of an assessment, one below the other."""
    return Group(*parts(assessment))


def parts(assessment: Assessment) -> Iterator[RenderableType]:
    yield f"[bold]{escape(assessment.corpus)}[/], {escape(assessment.split)}, model {escape(assessment.model)}"
    if assessment.failed:
        yield f"{assessment.failed} posts gave no record and count as posts without entities"
    yield render(assessment.scores)
    yield overview(assessment)
    for name, slices in assessment.by_post.items():
        if len(slices) > 1:
            yield post_table(name, slices)
    found = {name: slices for name, slices in assessment.by_mention.items() if slices}
    if found:
        yield mention_table(found)
    yield confusion_table(assessment.confusion)
    yield calibration_table(assessment.calibration, assessment.calibration_relaxed)


def overview(assessment: Assessment) -> Table:
    """Any label, and the posts as perturbed."""
    table = new_table("as a whole", "posts as", "match", numbers=("P", "R", "F1", "95 %"))
    rows: dict[str, Scores] = {"written": assessment.scores, "written, any label": assessment.any_label}
    for name, scores in (rows | assessment.robustness).items():
        table.add_row(name, "strict", *written(scores.micro.strict))
        table.add_row("", "relaxed", *written(scores.micro.relaxed))
    return table


def post_table(name: str, slices: Sequence[PostSlice]) -> Table:
    table = new_table(f"posts by {name}", name, numbers=("posts", "gold", "strict F1", "95 %", "relaxed F1", "95 % "))
    for each in slices[:SHOWN_AT_MOST]:
        counts = escape(each.name), str(each.posts), str(each.gold)
        table.add_row(*counts, *share(each.strict.f1), *share(each.relaxed.f1))
    note_rest(table, len(slices))
    return table


def mention_table(groups: dict[str, tuple[MentionSlice, ...]]) -> Table:
    table = new_table(
        "recall of gold mentions", "part", numbers=("gold", "strict", "95 %", "relaxed", "95 % ", "any label")
    )
    for name, slices in groups.items():
        table.add_row(f"[bold]{escape(name)}[/]")
        for each in slices[:SHOWN_AT_MOST]:
            cells = *share(each.strict), *share(each.relaxed), f"{each.any_label.value:.3f}"
            table.add_row(escape(each.name), str(each.gold), *cells)
        table.add_section()
    note_rest(table, max(map(len, groups.values())))
    return table


def confusion_table(confusion: Confusion) -> Table:
    heads = [label[:SHORT] for label in confusion.labels[:-1]] + ["none"]
    table = new_table("gold labels, and what was found there", "gold", numbers=heads)
    for label, row in zip(confusion.labels, confusion.counts, strict=True):
        cells = [
            f"[bold]{count}[/]" if label == other else str(count or "·")
            for other, count in zip(confusion.labels, row, strict=True)
        ]
        table.add_row(escape(label), *cells)
    return table


def calibration_table(strict: Calibration, relaxed: Calibration) -> Table:
    title = f"scores; expected calibration error {strict.error:.3f} strict, {relaxed.error:.3f} relaxed"
    table = new_table(title, "score", numbers=("entities", "mean score", "right, strict", "right, relaxed"))
    for left, right in zip(strict.bins, relaxed.bins, strict=True):
        figures = f"{left.score:.3f}", f"{left.right:.3f}", f"{right.right:.3f}"
        table.add_row(f"{left.low:.1f} to {left.high:.1f}", str(left.count), *figures)
    return table


def new_table(title: str, *texts: str, numbers: Sequence[str]) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD, caption_justify="left", title_justify="left")
    for name in texts:
        table.add_column(name)
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def note_rest(table: Table, count: int) -> None:
    if count > SHOWN_AT_MOST:
        table.caption = f"the {SHOWN_AT_MOST} largest are shown; --json has all"


def share(estimate: Estimate) -> tuple[str, str]:
    interval = "" if estimate.low is None else f"{estimate.low:.2f}-{estimate.high:.2f}"
    return f"{estimate.value:.3f}", interval

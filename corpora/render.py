"""Tables of the corpora for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from corpora import schema
from corpora.loading import SPLITS
from corpora.manifest import Corpus
from corpora.markup import AnnotatedPost
from corpora.statistics import MentionFigures, Statistics, words_of

if TYPE_CHECKING:
    from corpora.agreement import Agreement, Kappa
    from corpora.challenge import Case


def corpora_table(corpora: Sequence[Corpus], splits: Mapping[str, Sequence[str]]) -> Table:
    """All corpora of the manifest; `splits` has for each that is here the split of each of its posts."""
    table = Table("corpus", "kind", *("posts", *SPLITS), "licence", box=box.SIMPLE_HEAD)
    for each in corpora:
        found = splits.get(each.name)
        counts = [len(found), *(found.count(split) for split in SPLITS)] if found is not None else [""] * 4
        table.add_row(each.name, each.kind, *map(str, counts), each.licence)
    return table


def entities_table(post: AnnotatedPost) -> Table:
    """The entities of a post, each with its relations to drugs."""
    table = Table("", "label", "words", "attributes", "relations", box=box.SIMPLE_HEAD)
    for index, each in enumerate(post.entities):
        relations = [
            f"{relation.label} {drug}{f' ({relation.value})' if relation.value else ''}"
            for relation in post.relations
            for drug, entity in ((relation.head, relation.tail), (relation.tail, relation.head))
            if entity == index
        ]
        attributes = ", ".join(f"{name}={value}" for name, value in each.attributes.items())
        table.add_row(each.key or "", each.label, Text(words_of(post, each)), attributes, ", ".join(relations))
    return table


def statistics_table(figures: Mapping[str, Statistics]) -> Table:
    """The figures of some corpora side by side, those of their labels below."""
    table = Table("", *figures, box=box.SIMPLE_HEAD)
    for name in (each.name for each in fields(Statistics)):
        values = [getattr(each, name) for each in figures.values()]
        if not any(isinstance(value, dict) for value in values):
            table.add_row(name.replace("_", " "), *(written(name, value) for value in values))
    for name in ("attributes", "relations"):
        keys = dict.fromkeys(key for each in figures.values() for key in getattr(each, name))
        for key in keys:
            table.add_row(key, *(str(getattr(each, name).get(key, 0)) for each in figures.values()))
    for label in schema.LABELS:
        if any(label in each.labels for each in figures.values()):
            table.add_row(label, *(mentions(each.labels.get(label)) for each in figures.values()))
    table.caption = "labels: mentions a post | of one word, two, five or more (--json has counts and more)"
    table.caption_justify = "left"
    return table


def written(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return " / ".join(map(str, value))
    if not isinstance(value, float):
        return str(value)
    return f"{value:.0f}" if name == "distinct_per_1000" else f"{value:.1%}"


def mentions(figures: MentionFigures | None) -> str:
    if figures is None:
        return "0"
    return f"{figures.a_post:.2f} | {figures.one_word:.0%} {figures.two_words:.0%} {figures.five_or_more:.0%}"


def agreement_table(found: Agreement) -> Table:
    """F1 by label, and the kappa of each attribute with, in brackets, the share of pairs that have it the same."""
    alone = ""
    if found.only_left or found.only_right:
        alone = f"; {found.only_left} only on the left, {found.only_right} only on the right"
    table = Table(
        *("label", "left", "right", "strict F1", "relaxed F1", *schema.ATTRIBUTES),
        title=f"{found.posts} posts on both sides{alone}",
        caption=f"label of overlapping mentions: kappa {kappa(found.label)}",
        caption_justify="left",
        box=box.SIMPLE_HEAD,
    )
    for each in found.labels:
        kappas = (kappa(each.attributes[name]) for name in schema.ATTRIBUTES)
        scores = f"{each.strict_f1:.3f}", f"{each.relaxed_f1:.3f}"
        table.add_row(each.label, str(each.left), str(each.right), *scores, *kappas)
    return table


def kappa(found: Kappa) -> str:
    if not found.pairs:
        return ""
    return f"{'–' if found.kappa is None else f'{found.kappa:.2f}'} ({found.same:.0%})"


def challenge_table(outcomes: Sequence[tuple[Case, list[str]]]) -> Table:
    """Cases and those that are right, by point."""
    table = Table("point", "cases", "right", "", box=box.SIMPLE_HEAD)
    for point in [*sorted({case.point for case, _ in outcomes}), "all"]:
        right = [not problems for case, problems in outcomes if point in (case.point, "all")]
        table.add_row(point, str(len(right)), str(sum(right)), f"{sum(right) / max(1, len(right)):.0%}")
    return table

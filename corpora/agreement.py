"""How far two annotations of the same posts agree: strict and relaxed F1 of mentions, Cohen's kappa of attributes.

Strict: same label and identical spans. Relaxed: same label and at least one shared character, each mention used once.
F1 of one side against the other is the same either way round, and for spans it takes the place of kappa, since what
neither marks cannot be counted (Hripcsak and Rothschild, "Agreement, the F-measure, and reliability in information
retrieval", JAMIA 2005). Kappa is over the relaxed pairs of events (`schema.EVENT_LABELS`), defaults filled in.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import cohen_kappa_score

from corpora import markup, schema, standoff
from corpora.markup import AnnotatedPost, Mention
from nlp.errors import UsageError

ALL = "ALL"

Pair = tuple[Mention, Mention]


@dataclass(frozen=True)
class Kappa:
    """Agreement on one attribute over `pairs` mentions. `kappa` is None where chance explains all: one value only."""

    pairs: int
    same: float
    kappa: float | None


@dataclass(frozen=True)
class LabelAgreement:
    """Mentions of a label on each side, F1 in [0, 1], and the agreement on each attribute over the relaxed pairs."""

    label: str
    left: int
    right: int
    strict_f1: float
    relaxed_f1: float
    attributes: dict[str, Kappa]


@dataclass(frozen=True)
class Disagreement:
    """A mention that one side lacks, or has otherwise: its post, the side that has it (`left`, `right`, `both`)."""

    post: str
    side: str
    mention: Mention
    problem: str


@dataclass(frozen=True)
class Agreement:
    """Over the posts that both have. `labels` begins with all of them together (`ALL`); `label` is the agreement on the
    label of mentions that overlap, whatever their labels."""

    posts: int
    only_left: int
    only_right: int
    labels: tuple[LabelAgreement, ...]
    label: Kappa
    disagreements: tuple[Disagreement, ...]


def agreement(left: Sequence[AnnotatedPost], right: Sequence[AnnotatedPost]) -> Agreement:
    """Compare two annotations, post by post, by id.

    Raises UsageError when they have no post in common, and for a post whose texts differ.
    """
    others = {post.id: post for post in right}
    both = [(post, others[post.id]) for post in left if post.id in others]
    if not both:
        raise UsageError(
            f"no post to compare: none of the {len(left)} ids of one side is among the {len(right)} others"
        )
    for one, other in both:
        if (one.text, one.meta.get("sha256")) != (other.text, other.meta.get("sha256")):
            raise UsageError(f"{one.id}: the two sides annotate different texts")
    pairs = [pair for one, other in both for pair in matched(one.entities, other.entities, same_label=True)]
    loose = [pair for one, other in both for pair in matched(one.entities, other.entities, same_label=False)]
    ours, theirs = ([each for posts in both for each in posts[side].entities] for side in (0, 1))
    identical = Counter(label for one, other in both for label in identical_mentions(one.entities, other.entities))
    present = [label for label in schema.LABELS if any(each.label == label for each in (*ours, *theirs))]
    return Agreement(
        posts=len(both),
        only_left=len(left) - len(both),
        only_right=len(right) - len(both),
        labels=tuple(of_label(label, ours, theirs, identical, pairs) for label in (ALL, *present)),
        label=kappa([(one.label, other.label) for one, other in loose]),
        disagreements=tuple(each for one, other in both for each in disagreements(one, other)),
    )


def of_label(
    label: str, left: Sequence[Mention], right: Sequence[Mention], identical: Counter[str], pairs: Sequence[Pair]
) -> LabelAgreement:
    def is_meant(mention: Mention) -> bool:
        return label in (ALL, mention.label)

    chosen = [pair for pair in pairs if is_meant(pair[0])]
    counts = sum(map(is_meant, left)), sum(map(is_meant, right))
    total = max(1, sum(counts))
    values = [
        (schema.with_defaults(a.label, a.attributes), schema.with_defaults(b.label, b.attributes))
        for a, b in chosen
        if a.label in schema.EVENT_LABELS
    ]
    return LabelAgreement(
        label,
        *counts,
        strict_f1=2 * (identical.total() if label == ALL else identical[label]) / total,
        relaxed_f1=2 * len(chosen) / total,
        attributes={name: kappa([(str(a[name]), str(b[name])) for a, b in values]) for name in schema.ATTRIBUTES},
    )


def identical_mentions(left: Sequence[Mention], right: Sequence[Mention]) -> Iterator[str]:
    """The label of each mention that both sides have, span for span."""
    counts = [Counter((each.label, each.spans) for each in side) for side in (left, right)]
    yield from (label for label, _ in (counts[0] & counts[1]).elements())


def matched(left: Sequence[Mention], right: Sequence[Mention], same_label: bool) -> list[Pair]:
    """Pairs of overlapping mentions, each used once: as many as possible, and of those the identical and longest."""
    weights = np.zeros((len(left), len(right)))
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            shared = overlap(one, other)
            if shared and (one.label == other.label or not same_label):
                identical = one.spans == other.spans and one.label == other.label
                weights[i, j] = 1 + (1 if identical else shared / (1 + size(one) + size(other))) / (1 + len(left))
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(left[i], right[j]) for i, j in zip(rows, columns, strict=True) if weights[i, j] > 0]


def overlap(left: Mention, right: Mention) -> int:
    """Characters that two mentions share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left.spans for c, d in right.spans)


def size(mention: Mention) -> int:
    return sum(end - start for start, end in mention.spans)


def kappa(values: Sequence[tuple[str, str]]) -> Kappa:
    """Cohen's kappa of paired values."""
    if not values:
        return Kappa(0, 0.0, None)
    left, right = zip(*values, strict=True)
    same = sum(one == other for one, other in values) / len(values)
    if len({*left, *right}) == 1:
        return Kappa(len(values), same, None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Kappa(len(values), same, float(cohen_kappa_score(left, right)))


def disagreements(left: AnnotatedPost, right: AnnotatedPost) -> Iterator[Disagreement]:
    """What has to be adjudicated in one post, in order of the text."""
    pairs = matched(left.entities, right.entities, same_label=False)
    found: list[Disagreement] = []
    for post, side in ((left, 0), (right, 1)):
        paired = [pair[side] for pair in pairs]
        lacking = (each for each in post.entities if not any(each is other for other in paired))
        found += [Disagreement(post.id, ("left", "right")[side], each, "only here") for each in lacking]
    for one, other in pairs:
        problems = [] if one.spans == other.spans else [f"spans {list(one.spans)} or {list(other.spans)}"]
        problems += [] if one.label == other.label else [f"{one.label} or {other.label}"]
        a, b = (schema.with_defaults(each.label, each.attributes) for each in (one, other))
        if one.label == other.label:
            problems += [f"{name} {a[name]} or {b[name]}" for name in schema.ATTRIBUTES if a[name] != b[name]]
        if problems:
            found.append(Disagreement(left.id, "both", one, ", ".join(problems)))
    yield from sorted(found, key=lambda each: each.mention.spans)


def read(path: Path) -> list[AnnotatedPost]:
    """The posts of a markup file (.txt), or of a stand-off file (.jsonl.gz) without their texts."""
    if not path.is_file():
        raise UsageError(f"{path} is not there")
    if path.suffix == ".txt":
        return markup.read(path)
    if path.name.endswith(".jsonl.gz"):
        rows = standoff.read(path)
        return [replace(standoff.without_text(row, ""), meta={"sha256": row["sha256"]}) for row in rows]
    raise UsageError(f"{path} is neither a markup file (.txt) nor a stand-off file (.jsonl.gz)")

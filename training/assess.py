"""Everything that is reported of a model on a corpus, from the answers that it gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corpora.markup import AnnotatedPost
from training import metrics
from training.answers import Answer, Found
from training.calibration import Calibration, calibration
from training.confusion import Confusion, confusion
from training.evaluate import relabelled
from training.metrics import Mention, Rates, Scores
from training.perturb import PERTURBATIONS
from training.slices import MentionKey, PostKey


@dataclass(frozen=True, slots=True)
class PostSlice:
    """The micro rates of the posts of one part; `gold` counts their mentions."""

    name: str
    posts: int
    gold: int
    strict: Rates
    relaxed: Rates


@dataclass(frozen=True, slots=True)
class MentionSlice:
    """How many of some gold mentions were found: `strict`, `relaxed`, and by a mention of `any_label`. Precision has no
    meaning here, for what was found beside them is not known to be one of them.
    """

    name: str
    gold: int
    strict: metrics.Estimate
    relaxed: metrics.Estimate
    any_label: metrics.Estimate


@dataclass(frozen=True, slots=True)
class Assessment:
    """All scores of a model on one corpus. `calibration` counts a mention as right when label and borders are,
    `calibration_relaxed` when a gold mention of its label overlaps. `robustness` holds the scores on the posts as
    perturbed, by the name of the perturbation. `failed` posts gave no record and count as posts without entities.
    """

    corpus: str
    split: str
    model: str
    failed: int
    scores: Scores
    any_label: Scores
    by_post: dict[str, tuple[PostSlice, ...]]
    by_mention: dict[str, tuple[MentionSlice, ...]]
    confusion: Confusion
    calibration: Calibration
    calibration_relaxed: Calibration
    robustness: dict[str, Scores]

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain dicts, lists and numbers, fit for JSON."""
        return asdict(self)


def assess(
    answers: Sequence[Answer],
    *,
    corpus: str,
    split: str,
    model: str,
    post_keys: Mapping[str, PostKey],
    mention_keys: Mapping[str, MentionKey],
    robustness: Mapping[str, Scores] | None = None,
    draws: int = metrics.DRAWS,
    seed: int = 0,
) -> Assessment:
    """The assessment of answers to the posts of one corpus. Raises ValueError when there are none."""
    scored = [(found, answer.gold) for answer in answers for found in answer.scored]
    values = [found.score for found, _ in scored]
    return Assessment(
        corpus=corpus,
        split=split,
        model=model,
        failed=sum(answer.found is None for answer in answers),
        scores=scores_of(answers, draws=draws, seed=seed),
        any_label=scores_of(answers, any_label=True, draws=draws, seed=seed),
        by_post={name: by_post(answers, key, draws, seed) for name, key in post_keys.items()},
        by_mention={name: by_mention(answers, key, draws, seed) for name, key in mention_keys.items()},
        confusion=confusion((answer.gold, answer.mentions) for answer in answers),
        calibration=calibration(values, [is_strict(found, gold) for found, gold in scored]),
        calibration_relaxed=calibration(values, [is_relaxed(found, gold) for found, gold in scored]),
        robustness=dict(robustness or {}),
    )


def scores_of(
    answers: Sequence[Answer], *, any_label: bool = False, draws: int = metrics.DRAWS, seed: int = 0
) -> Scores:
    """Scores of the mentions found against the gold, per label; with `any_label` of the spans alone."""
    return metrics.score(
        {each.post.id: relabelled(each.gold, {}, any_label) for each in answers},
        {each.post.id: relabelled(each.mentions, {}, any_label) for each in answers},
        draws=draws,
        seed=seed,
    )


def by_post(answers: Sequence[Answer], key: PostKey, draws: int, seed: int) -> tuple[PostSlice, ...]:
    """The rates of each part of the posts, the part with the most posts first."""
    parts: dict[str, list[Answer]] = {}
    for answer in answers:
        if (name := key(answer.post)) is not None:
            parts.setdefault(name, []).append(answer)
    found = []
    for name, part in sorted(parts.items(), key=lambda each: (-len(each[1]), each[0])):
        micro = scores_of(part, draws=draws, seed=seed).micro
        found.append(PostSlice(name, len(part), micro.gold, micro.strict, micro.relaxed))
    return tuple(found)


def by_mention(answers: Sequence[Answer], key: MentionKey, draws: int, seed: int) -> tuple[MentionSlice, ...]:
    """The recall of each part of the gold mentions, the part with the most mentions first."""
    parts: dict[str, dict[str, list[Mention]]] = {}
    for answer in answers:
        for each in answer.post.entities:
            if each.label in answer.labels and (name := key(answer.post, each)) is not None:
                parts.setdefault(name, {}).setdefault(answer.post.id, []).append(Mention(each.label, each.spans))
    mentions = {answer.post.id: answer.mentions for answer in answers}
    rows = []
    for name, gold in parts.items():
        found = {id_: mentions[id_] for id_ in gold}
        labelled = metrics.score(gold, found, draws=draws, seed=seed).micro
        anyhow = metrics.score(blank(gold), blank(found), draws=draws, seed=seed).micro
        rows.append(
            MentionSlice(name, labelled.gold, labelled.strict.recall, labelled.relaxed.recall, anyhow.relaxed.recall)
        )
    return tuple(sorted(rows, key=lambda each: (-each.gold, each.name)))


def blank(mentions: Mapping[str, Sequence[Mention]]) -> dict[str, tuple[Mention, ...]]:
    """The mentions without their labels."""
    return {id_: relabelled(each, {}, True) for id_, each in mentions.items()}


def is_strict(found: Found, gold: Sequence[Mention]) -> bool:
    """Whether a gold mention has the label and the borders of the one found."""
    return any(each.label == found.label and {*each.spans} == {*found.spans} for each in gold)


def is_relaxed(found: Found, gold: Sequence[Mention]) -> bool:
    """Whether a gold mention of the same label shares a character with the one found."""
    return bool(metrics.overlaps([found.spans], [each.spans for each in gold if each.label == found.label])[0])


def perturbed_scores(
    posts: Sequence[AnnotatedPost],
    answer: Callable[[Sequence[AnnotatedPost]], Sequence[Answer]],
    draws: int = metrics.DRAWS,
    seed: int = 0,
) -> dict[str, Scores]:
    """The scores of the answers to the posts with typing slips and in another case."""
    return {
        name: scores_of(answer([change(post, seed) for post in posts]), draws=draws, seed=seed)
        for name, change in PERTURBATIONS.items()
    }

"""What `firsthand evaluate --corpus` and `firsthand evaluate --gate` do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from corpora import loading
from corpora.markup import AnnotatedPost
from nlp.datamodel import ENTITY_LABELS
from nlp.errors import UsageError
from nlp.models import repository
from training import gate
from training.answers import annotated_labels, answers, corpus_posts, has_texts, reader_of
from training.assess import Assessment, assess, perturbed_scores
from training.slices import mention_slices, post_slices


def assess_corpora(
    corpora: Sequence[str],
    *,
    split: str | None,
    model: str,
    data: Path,
    recogniser_only: bool = False,
    robustness: bool = True,
    seed: int = 0,
) -> Iterator[Assessment]:
    """An assessment of each corpus in turn. Raises UsageError for what `corpus_posts` does, before a model runs."""
    chosen = {name: corpus_posts(name, split, data) for name in corpora}
    training = training_posts(data)
    post_keys, mention_keys = post_slices(training), mention_slices(training)
    read = reader_of(model, recogniser_only)
    folder = repository.resolve(model)
    shown = f"{folder.name} {folder.version}, {'recogniser alone' if recogniser_only else 'whole pipeline'}"
    for name, posts in chosen.items():
        ours = name in loading.NAMES
        answer = partial(answers, read, labels=ENTITY_LABELS if ours else annotated_labels(posts))
        yield assess(
            answer(posts),
            corpus=name,
            split=split or ("test" if ours else "all posts"),
            model=shown,
            post_keys=post_keys,
            mention_keys=mention_keys,
            robustness=perturbed_scores(posts, answer, seed=seed) if robustness else {},
            seed=seed,
        )


def training_posts(data: Path) -> list[AnnotatedPost]:
    """The train splits of our corpora whose texts are at hand: what counts as seen."""
    names = [name for name in loading.NAMES if has_texts(name, data)]
    return [post for name in names for post in loading.annotated_posts(name, "train", data)]


def check_gate(
    corpora: Sequence[str], *, model: str, data: Path, recogniser_only: bool = False
) -> tuple[list[gate.Verdict], list[str]]:
    """(verdicts, corpora with limits that were not looked at because their texts are not at hand). Without `corpora`,
    all that the gate has limits for. Scores are those of the test splits.

    Raises UsageError for a corpus that the gate has no limits for, or that is named and not at hand.
    """
    required = gate.read()
    known = list(dict.fromkeys(each.subject for each in required if each.subject != "model"))
    if unknown := [name for name in corpora if name not in known]:
        raise UsageError(f"the gate has no limits for {', '.join(unknown)}; it has some for: {', '.join(known)}")
    present = list(corpora) or [name for name in known if has_texts(name, data)]
    chosen = {name: corpus_posts(name, "test", data) for name in present}
    read = reader_of(model, recogniser_only)
    measured = {"model": gate.model_figures(repository.resolve(model))}
    measured |= {name: gate.corpus_figures(answers(read, posts)) for name, posts in chosen.items()}
    return gate.verdicts(required, measured), [name for name in known if name not in present and not corpora]

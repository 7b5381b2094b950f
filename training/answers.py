"""Posts of a corpus beside what a model finds in them: the ground on which all scores stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import loading, own, real
from corpora.markup import AnnotatedPost
from nlp.config import PipelineConfig, RuntimeConfig
from nlp.datamodel import ENTITY_LABELS, Failure, Post
from nlp.errors import UsageError
from nlp.models import repository
from nlp.models.recogniser import load_recogniser
from training.corpora_map import DETAILS
from training.examples import is_seed
from training.metrics import Mention, Spans


@dataclass(frozen=True, slots=True)
class Found:
    """A mention that a model found, with its score."""

    label: str
    spans: Spans
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A post with what was found in it, None when it could not be read. Labels that the post's annotators did not mark
    are left out of both.
    """

    post: AnnotatedPost
    found: tuple[Found, ...] | None

    @property
    def gold(self) -> tuple[Mention, ...]:
        labels = labels_of(self.post)
        return tuple(Mention(each.label, each.spans) for each in self.post.entities if each.label in labels)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(Mention(each.label, each.spans) for each in self.scored)

    @property
    def scored(self) -> tuple[Found, ...]:
        labels = labels_of(self.post)
        return tuple(each for each in self.found or () if each.label in labels)


Reader = Callable[[Sequence[AnnotatedPost]], list[Answer]]


def labels_of(post: AnnotatedPost) -> tuple[str, ...]:
    """The entity labels that were annotated in a post: the first posts of ours carry no doses."""
    return tuple(each for each in ENTITY_LABELS if each not in DETAILS) if is_seed(post.id) else ENTITY_LABELS


def answers_of(posts: Iterable[AnnotatedPost], find: Callable[[str], Iterable[Found]]) -> list[Answer]:
    """The answers of whatever finds mentions in a text."""
    return [Answer(post, tuple(find(post.text))) for post in posts]


def pipeline_reader(model: str) -> Reader:
    """The whole pipeline with the model of that name or folder: what `firsthand run` finds."""
    from nlp.pipeline import Pipeline
    from nlp.privacy.pseudonyms import Pseudonymiser

    # Pseudonyms do not bear on entities: a fixed key keeps an evaluation from making a user's key file.
    pipeline = Pipeline(
        PipelineConfig(model=model, redact=False), RuntimeConfig(), Pseudonymiser(b"evaluation only" * 3)
    )

    def read(posts: Sequence[AnnotatedPost]) -> list[Answer]:
        results = pipeline.pipe(Post(each.id, each.text, meta=dict(each.meta)) for each in posts)
        return [
            Answer(
                post,
                None
                if isinstance(record, Failure)
                else tuple(Found(each.label, each.spans, each.score) for each in record.entities),
            )
            for post, record in zip(posts, results, strict=True)
        ]

    return read


def recogniser_reader(model: str) -> Reader:
    """The recogniser of a model alone, without lexicon and merging."""
    recogniser = load_recogniser(repository.resolve(model))

    def read(posts: Sequence[AnnotatedPost]) -> list[Answer]:
        return answers_of(
            posts,
            lambda text: [
                Found(each.label, ((each.start, each.end),), each.score) for each in recogniser.spans([text])[0]
            ],
        )

    return read


def corpus_posts(name: str, split: str | None, data: Path) -> list[AnnotatedPost]:
    """The posts of a corpus of ours (of its test split where none is given), or of a user's file or folder (all of
    them where none is given; `train` and `dev` are those that `firsthand train recognise --corpus` makes).

    Raises UsageError for a name that is neither, for a split that it does not have, and for an empty one.
    """
    if name in loading.NAMES:
        posts = loading.annotated_posts(name, split or "test", data)
    elif not Path(name).exists():
        raise UsageError(
            f"no corpus is called '{name}', and it is no file or folder; corpora: {', '.join(loading.NAMES)}"
        )
    elif split is None:
        posts = own.read(name)
    elif split in ("train", "dev"):
        posts = own.split(own.read(name))[split == "dev"]
    else:
        raise UsageError(f"--split {split}: a file or folder of one's own has the splits train and dev")
    if not posts:
        raise UsageError(f"{name} has no posts in its split {split or 'test'}")
    return posts


def has_texts(name: str, data: Path) -> bool:
    """Whether the texts of a corpus of ours are at hand."""
    return name == loading.AUTHORED or (data / real.TEXT_FILES[name]).is_file()

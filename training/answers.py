"""Posts of a corpus beside what a model finds in them: the ground on which all scores stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import loading, own, real
from corpora.markup import AnnotatedPost
from nlp.config import PipelineConfig, RuntimeConfig
from nlp.datamodel import ENTITY_LABELS, Failure, Post
from nlp.errors import UsageError
from nlp.models import repository
from nlp.models.recogniser import load_recogniser
from training.metrics import Mention, Spans


@dataclass(frozen=True, slots=True)
class Found:
    """A mention that a model found, with its score."""

    label: str
    spans: Spans
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A post with what was found in it, None when it could not be read. Only `labels` are scored, on both sides."""

    post: AnnotatedPost
    found: tuple[Found, ...] | None
    labels: tuple[str, ...] = ENTITY_LABELS

    @property
    def gold(self) -> tuple[Mention, ...]:
        return tuple(Mention(each.label, each.spans) for each in self.post.entities if each.label in self.labels)

    @property
    def scored(self) -> tuple[Found, ...]:
        return tuple(each for each in self.found or () if each.label in self.labels)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(Mention(each.label, each.spans) for each in self.scored)


Reader = Callable[[Sequence[AnnotatedPost]], list[tuple[Found, ...] | None]]


def answers(read: Reader, posts: Sequence[AnnotatedPost], labels: tuple[str, ...] = ENTITY_LABELS) -> list[Answer]:
    """What a reader answers to posts of which these labels are annotated."""
    return [Answer(post, found, labels) for post, found in zip(posts, read(posts), strict=True)]


def annotated_labels(posts: Sequence[AnnotatedPost]) -> tuple[str, ...]:
    """The entity labels that posts have: of a user's posts, others are taken as not annotated."""
    present = {each.label for post in posts for each in post.entities}
    return tuple(label for label in ENTITY_LABELS if label in present)


def reader_of(model: str, recogniser_only: bool = False) -> Reader:
    """What finds mentions with the model of that name or folder: the whole pipeline, as `firsthand run` does, or the
    recogniser without lexicon and merging. Raises ModelError.
    """
    return recogniser_reader(model) if recogniser_only else pipeline_reader(model)


def pipeline_reader(model: str) -> Reader:
    from nlp.pipeline import Pipeline
    from nlp.privacy.pseudonyms import Pseudonymiser

    # Pseudonyms do not bear on entities: a key made up here keeps an evaluation from making a user's key file.
    pseudonyms = Pseudonymiser(b"of no one: an evaluation writes no records")
    pipeline = Pipeline(PipelineConfig(model=model, redact=False), RuntimeConfig(), pseudonyms)

    def read(posts: Sequence[AnnotatedPost]) -> list[tuple[Found, ...] | None]:
        results = pipeline.pipe(Post(each.id, each.text, meta=dict(each.meta)) for each in posts)
        return [
            None
            if isinstance(result, Failure)
            else tuple(Found(each.label, each.spans, each.score) for each in result.entities)
            for result in results
        ]

    return read


def recogniser_reader(model: str) -> Reader:
    recogniser = load_recogniser(repository.resolve(model))

    def read(posts: Sequence[AnnotatedPost]) -> list[tuple[Found, ...] | None]:
        return [
            tuple(Found(each.label, ((each.start, each.end),), each.score) for each in recogniser.spans([post.text])[0])
            for post in posts
        ]

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

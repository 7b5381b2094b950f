"""Readers for the corpora that users bring: one module for each format, none of the corpora's text.

A module has `read(path, report)`, which gives posts with the corpus's own labels, and `LABELS`, what these are
called in our scheme. The manifest says of each corpus its licence, its citation and where it is had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from itertools import count
from pathlib import Path

from corpora import manifest
from corpora.markup import AnnotatedPost
from corpora.readers.base import Report, refuse
from nlp.errors import UsageError

NAMES = ("ade", "bc5cdr", "brat", "cadec", "gold", "psytar", "smm4h", "tokens")


def read(name: str, path: Path | str, *, keep_labels: bool = False, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The posts of a corpus at hand, in our scheme, or with `keep_labels` as the corpus has them.

    `report` is called for each annotation that cannot be read, with its place; the default raises UsageError. Raises
    UsageError also for an unknown reader, and for a path that is not there: it tells where the corpus is had and which
    licence has to be accepted.
    """
    if name not in NAMES:
        raise UsageError(f"no reader is called '{name}'; readers: {', '.join(NAMES)}")
    path = Path(path)
    if not path.exists():
        raise UsageError(f"{path} is not there. {terms(name)}")
    module = import_module(f"{__name__}.{name}")
    posts: Iterator[AnnotatedPost] = module.read(path, report)
    return posts if keep_labels else (in_our_scheme(post, module.LABELS) for post in posts)


def terms(name: str) -> str:
    """What a user of a corpus has to know of its licence, in one or two sentences."""
    corpus = manifest.corpus(name)
    return f"{name}: licence {corpus.licence}. {corpus.terms or ''}".strip()


def in_our_scheme(post: AnnotatedPost, labels: Mapping[str, str]) -> AnnotatedPost:
    """A post with our labels, its drugs in relations by their keys, and what a drug `causes` as ADE.

    Labels that `labels` does not name stay as they are, and so do relations between other things than drugs.
    """
    effects = {each.tail for each in post.relations if each.label == "causes"}
    related = {end for each in post.relations for end in (each.head, each.tail)}
    keys = {each.key for each in post.entities}
    fresh = (f"d{number}" for number in count(1) if f"d{number}" not in keys)
    entities = []
    for index, each in enumerate(post.entities):
        label, key = labels.get(each.label, each.label), each.key
        if index in effects and label in ("CONDITION", "SYMPTOM"):
            label = "ADE"
        if label == "DRUG" and key is None and index in related:
            key = next(fresh)
        entities.append(replace(each, label=label, key=key))

    def end(value: str | int) -> str | int:
        if isinstance(value, int) and entities[value].label == "DRUG":
            return entities[value].key or value
        return value

    relations = dict.fromkeys(replace(each, head=end(each.head), tail=end(each.tail)) for each in post.relations)
    return replace(post, entities=tuple(entities), relations=tuple(relations))

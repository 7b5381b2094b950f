"""Checks that every annotated post must pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpora import authored, schema
from corpora.markup import AnnotatedPost, MarkupError, blocks, parse_post
from corpora.statistics import WORD

NEAR_DUPLICATE = 0.6  # share of word 5-grams of the smaller post that stand in the other one


def check_files(paths: Iterable[Path]) -> Iterator[str]:
    """Every mistake in markup files, one line each."""
    for path in paths:
        for line, block in blocks(path.read_text(encoding="utf-8")):
            try:
                parse_post(block, path.name, line)
            except MarkupError as error:
                yield str(error)


def check_posts(posts: Sequence[AnnotatedPost]) -> Iterator[str]:
    """Duplicate ids, unknown labels, spans that overlap or do not lie on words, near-duplicates across splits."""
    ids: set[str] = set()
    for post in posts:
        if post.id in ids:
            yield f"{post.id}: the id stands twice"
        ids.add(post.id)
        yield from check_spans(post)
    yield from near_duplicates(posts)


def check_spans(post: AnnotatedPost) -> Iterator[str]:
    first_spans = sorted((each.spans[0][0], each.spans[-1][1], each) for each in post.entities if len(each.spans) == 1)
    for (_, end, left), (start, _, right) in zip(first_spans, first_spans[1:], strict=False):
        if start < end:
            yield f"{post.id}: {left.label} and {right.label} overlap at {start}"
    for each in post.entities:
        if each.label not in schema.LABELS:
            yield f"{post.id}: unknown label {each.label}"
        for start, end in each.spans:
            if not 0 <= start < end <= len(post.text):
                yield f"{post.id}: {each.label} [{start}, {end}) does not lie in the text"
            elif (start and post.text[start - 1].isalpha() and post.text[start].isalpha()) or (
                end < len(post.text) and post.text[end - 1].isalpha() and post.text[end].isalpha()
            ):
                yield f"{post.id}: {each.label} [{start}, {end}) begins or ends within a word"


def near_duplicates(posts: Sequence[AnnotatedPost]) -> Iterator[str]:
    """Pairs of posts in different splits that share most of their word 5-grams."""
    grams: dict[tuple[str, ...], list[int]] = {}
    sizes = []
    for index, post in enumerate(posts):
        words = [word.lower() for word in WORD.findall(post.text)]
        own = {tuple(words[i : i + 5]) for i in range(len(words) - 4)} or {tuple(words)}
        sizes.append(len(own))
        for gram in own:
            grams.setdefault(gram, []).append(index)
    shared: dict[tuple[int, int], int] = {}
    for holders in grams.values():
        for i, left in enumerate(holders):
            for right in holders[i + 1 :]:
                shared[left, right] = shared.get((left, right), 0) + 1
    for (left, right), count in shared.items():
        if count >= NEAR_DUPLICATE * min(sizes[left], sizes[right]):
            splits = authored.split_of(posts[left]), authored.split_of(posts[right])
            if splits[0] != splits[1]:
                yield f"{posts[left].id} ({splits[0]}) and {posts[right].id} ({splits[1]}) are near-duplicates"

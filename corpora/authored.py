"""The posts written for this project, with their fixed splits."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from corpora.markup import AnnotatedPost, read

FOLDER = Path(__file__).parent / "authored"

# Batches that are test as a whole: communities and areas of which no post is ever trained on.
UNSEEN_BATCHES = ("p36", "p37")
TEST_PERCENT, DEV_PERCENT = 12, 8


def files() -> list[Path]:
    """The markup files, in the order in which their posts are read."""
    return sorted(FOLDER.glob("*.txt"))


def posts() -> tuple[AnnotatedPost, ...]:
    """All authored posts, in the order of their files. Raises `MarkupError` at the first mistake."""
    return _read(tuple(files()))


@cache
def _read(paths: tuple[Path, ...]) -> tuple[AnnotatedPost, ...]:
    return tuple(post for path in paths for post in read(path))


def author_of(post: AnnotatedPost) -> str:
    """Who wrote a post, by batch and author; the post's id where no author is named."""
    author = post.meta.get("author")
    return f"{post.id.partition('-')[0]}/{author}" if author else post.id


def split_of(post: AnnotatedPost) -> str:
    """`train`, `dev` or `test`. All posts of one author fall into one split, whatever is added to the corpus later."""
    if post.id.partition("-")[0] in UNSEEN_BATCHES:
        return "test"
    bucket = int.from_bytes(hashlib.sha256(author_of(post).encode()).digest()[:4], "big") % 100
    if bucket < TEST_PERCENT:
        return "test"
    return "dev" if bucket < TEST_PERCENT + DEV_PERCENT else "train"


def split(name: str) -> list[AnnotatedPost]:
    """The posts of one split."""
    return [post for post in posts() if split_of(post) == name]

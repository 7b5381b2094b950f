"""Posts that users annotated themselves: brat's folders, JSON lines of gold or inline markup, told apart by the files.

A part of them can be held back for scoring; which part depends on the posts alone, so that training and a later
evaluation agree on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpora import markup, readers, schema
from corpora.errors import MarkupError
from corpora.markup import AnnotatedPost
from nlp.errors import UsageError

FORMS = "a folder of brat (.ann beside .txt), JSON lines of gold (.jsonl, .jsonl.gz) or inline markup (.txt)"
HELD_BACK = 0.2


def read(path: Path | str) -> list[AnnotatedPost]:
    """All posts of a file or folder, in the order of the files' names.

    Raises UsageError for a path that holds no annotated post, for labels that are not ours and for an id that two
    posts have, and what the readers raise.
    """
    path = Path(path)
    posts = list(_read(path))
    if not posts:
        raise UsageError(f"{path} holds no annotated posts; it needs to be {FORMS}")
    seen: set[str] = set()
    for post in posts:
        if unknown := sorted({each.label for each in post.entities} - {*schema.LABELS}):
            raise UsageError(
                f"{path}: post {post.id} has labels that are not ours: {', '.join(unknown)}; "
                f"labels: {', '.join(schema.LABELS)}"
            )
        if post.id in seen:
            raise UsageError(f"{path}: two posts have the id {post.id}")
        seen.add(post.id)
    return posts


def _read(path: Path) -> Iterator[AnnotatedPost]:
    if path.is_dir():
        if next(path.rglob("*.ann"), None):
            yield from readers.read("brat", path)
            return
        for file in sorted(each for each in path.iterdir() if each.name.endswith((".jsonl", ".jsonl.gz", ".txt"))):
            yield from _read(file)
    elif not path.exists():
        raise UsageError(f"{path} is not there; it needs to be {FORMS}")
    elif path.suffix == ".txt":
        try:
            yield from markup.read(path)
        except (MarkupError, UnicodeDecodeError) as error:
            raise UsageError(f"{path} is not inline markup: {type(error).__name__} {place_of(error)}") from error
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        yield from readers.read("gold", path)
    else:
        raise UsageError(f"{path} is none of the forms that can be read: {FORMS}")


def place_of(error: Exception) -> str:
    """Where and what of a mistake; never the letters of a post."""
    return str(error) if isinstance(error, MarkupError) else "(the file is not UTF-8)"


def split(posts: Sequence[AnnotatedPost]) -> tuple[list[AnnotatedPost], list[AnnotatedPost]]:
    """(train, dev): whole authors are held back, where the posts name them (`meta` of gold and markup), else single
    posts, in the order of their hashes until `HELD_BACK` of the posts are reached.

    Raises UsageError when there are not two authors, or posts, to part.
    """
    groups = {author_of(post) for post in posts}
    if len(groups) < 2:
        raise UsageError(f"{len(posts)} posts of {len(groups)} author cannot be parted into train and dev")
    held: set[str] = set()
    for group in sorted(groups, key=lambda each: hashlib.sha256(each.encode()).hexdigest())[:-1]:
        if count(posts, held) >= HELD_BACK * len(posts):
            break
        held.add(group)
    train = [post for post in posts if author_of(post) not in held]
    return train, [post for post in posts if author_of(post) in held]


def author_of(post: AnnotatedPost) -> str:
    return post.meta.get("author") or post.id


def count(posts: Iterable[AnnotatedPost], authors: set[str]) -> int:
    return sum(author_of(post) in authors for post in posts)

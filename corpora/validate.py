"""Checks that our corpora must pass. Each gives one line a mistake, with the place and no word of a post."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpora import authored, challenge, links, manifest, real, schema, standoff
from corpora.errors import MarkupError
from corpora.markup import AnnotatedPost, Mention, blocks, parse_post, within_word
from corpora.ngrams import copied_runs, lowered_words, near_duplicates
from nlp.errors import FirsthandError, UsageError

GRAM, NEAR_DUPLICATE = 5, 0.6  # near-duplicates share this much of the smaller post's word 5-grams
COPIED_WORDS = 12  # a run this long in common with a text of others is no accident

KEY = re.compile(r"[a-z]{1,2}\d+[a-z]?")
ROW_FIELDS = {"id", "sha256", "entities", "relations", "case"}


def check_all(data: Path | None = None) -> Iterator[str]:
    """Mistakes of everything in `corpora/`; `data` is the folder with the texts of others, where it is at hand."""
    yield from manifest.check()
    unreadable = list(check_files(authored.files()))
    yield from unreadable
    ours = [] if unreadable else list(authored.posts())
    yield from check_posts(ours)
    try:
        cases = challenge.load()
    except UsageError as error:
        yield str(error)
    else:
        ours += [AnnotatedPost(case.id, "challenge", case.point, {}, case.text, ()) for case in cases]
    yield from check_links()
    for name, file in real.TEXT_FILES.items():
        path = standoff.FOLDER / f"{name}.jsonl.gz"
        rows = standoff.read(path) if path.is_file() else []
        yield from check_rows(rows, name)
        if data is not None and rows:
            yield from check_texts(rows, name, data / file)
    if data is not None:
        yield from check_copied(ours, data)


def check_links(path: Path = links.FILE) -> Iterator[str]:
    """Mistakes of the gold links: rows of another shape, mentions that stand twice, codes of no vocabulary."""
    from nlp.models import knowledge_base

    kb = knowledge_base.load()
    codes = {concept.code for concept in kb.concepts()} | {links.NIL}
    try:
        rows = links.read(path)
    except UsageError as error:
        yield str(error)
        return
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, 2):
        if (row.label, row.mention) in seen:
            yield f"{path.name}:{number}: the mention stands twice"
        seen.add((row.label, row.mention))
        for code in re.split(r"[|+]", row.code):
            if code not in codes:
                yield f"{path.name}:{number}: '{code}' is no code of a shipped vocabulary"


def check_files(paths: Iterable[Path]) -> Iterator[str]:
    """Mistakes of markup, as unbalanced tags, unknown labels or evidence that does not stand in the post."""
    for path in paths:
        for line, block in blocks(path.read_text(encoding="utf-8")):
            try:
                parse_post(block, path.name, line)
            except MarkupError as error:
                yield str(error)


def check_posts(posts: Sequence[AnnotatedPost]) -> Iterator[str]:
    """Mistakes of authored posts: ids or texts that stand twice, and what `check_annotation` finds."""
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for post in posts:
        if post.id in ids:
            yield f"{post.id}: the id stands twice"
        ids.add(post.id)
        first = texts.setdefault(" ".join(lowered_words(post.text)), post.id)
        if first != post.id:
            yield f"{post.id}: the same words as {first}"
    yield from check_annotation(posts, authored.split_of)


def check_annotation(posts: Sequence[AnnotatedPost], split_of: Callable[[AnnotatedPost], str]) -> Iterator[str]:
    """Wrong spans and case fields, near-duplicates in different splits."""
    for post in posts:
        yield from check_spans(post)
        yield from check_case(post)
    yield from check_splits(posts, split_of)


def check_spans(post: AnnotatedPost) -> Iterator[str]:
    """Unknown labels, spans outside of the text or that begin or end within a word, entities that overlap."""
    for each in post.entities:
        if each.label not in schema.LABELS:
            yield f"{post.id}: unknown label {each.label}; labels: {', '.join(schema.LABELS)}"
        for start, end in each.spans:
            if not 0 <= start < end <= len(post.text):
                yield f"{post.id}: {each.label} [{start}, {end}) does not lie in the text"
            elif post.id not in real.GLUED_WORDS and any(within_word(post.text, each) for each in (start, end)):
                yield f"{post.id}: {each.label} [{start}, {end}) begins or ends within a word"
            elif post.text[start].isspace() or post.text[end - 1].isspace():
                yield f"{post.id}: {each.label} [{start}, {end}) begins or ends with white space"
    yield from check_overlaps(post.id, post.entities)


def check_overlaps(post_id: str, entities: Iterable[Mention]) -> Iterator[str]:
    """Overlapping entities; a discontinuous one may share words with others ("pain in my" legs and arms)."""
    whole = sorted((each for each in entities if len(each.spans) == 1), key=lambda each: each.spans)
    for left, right in pairwise(whole):
        if right.start < left.end:
            yield f"{post_id}: {left.label} and {right.label} overlap at {right.start}"


def check_case(post: AnnotatedPost) -> Iterator[str]:
    """Words quoted by a footer line that do not stand in the post."""
    for kind, rows in post.case.items():
        for row in rows:
            for name, value in [*row.items(), *(pair for each in row.get("serious", ()) for pair in each.items())]:
                if name in standoff.FREE_FIELDS and value not in post.text:
                    yield f"{post.id}: @{kind} {name}= does not stand in the post, letter for letter"


def check_splits(posts: Sequence[AnnotatedPost], split_of: Callable[[AnnotatedPost], str]) -> Iterator[str]:
    """Near-duplicates in different splits."""
    for pair in near_duplicates([lowered_words(post.text) for post in posts], GRAM, NEAR_DUPLICATE):
        left, right = (posts[index] for index in pair)
        if split_of(left) != split_of(right):
            yield f"{left.id} ({split_of(left)}) and {right.id} ({split_of(right)}) are near-duplicates"


def check_copied(posts: Sequence[AnnotatedPost], data: Path) -> Iterator[str]:
    """Posts of ours that share a run of `COPIED_WORDS` words with any text of the corpora (`*.jsonl.gz`) in `data`."""
    texts = (row for path in sorted(data.glob("*.jsonl.gz")) for row in standoff.read_texts(path).items())
    for index, name in copied_runs([lowered_words(post.text) for post in posts], texts, COPIED_WORDS):
        yield f"{posts[index].id}: {COPIED_WORDS} words or more in a row stand also in {name}"


def check_rows(rows: Iterable[Mapping[str, Any]], name: str) -> Iterator[str]:
    """Mistakes of stand-off rows that show without the texts, first of all words that are not ours to keep."""
    seen: set[str] = set()
    for row in rows:
        place = f"{name}: {row.get('id')}"
        if set(row) != ROW_FIELDS:
            yield f"{place} has the fields {', '.join(sorted(row))}; they are {', '.join(sorted(ROW_FIELDS))}"
            continue
        if row["id"] in seen:
            yield f"{place} stands twice"
        seen.add(row["id"])
        post = standoff.without_text(dict(row), name)
        yield from check_overlaps(place, post.entities)
        keys = {each.key for each in post.entities} | {"d0"}
        for each in post.entities:
            if each.label not in schema.LABELS:
                yield f"{place}: unknown label {each.label}; labels: {', '.join(schema.LABELS)}"
            if each.key and not KEY.fullmatch(each.key):
                yield f"{place}: {each.label} has a key that is no id, as d1 or e1"
            for attribute, value in each.attributes.items():
                if value not in schema.ATTRIBUTES.get(attribute, ()):
                    yield f"{place}: {each.label} has an attribute or value that the scheme lacks: {attribute}"
        for relation in post.relations:
            ends = (relation.head, relation.tail)
            if not all(end in keys if isinstance(end, str) else 0 <= end < len(post.entities) for end in ends):
                yield f"{place}: a relation {relation.label} names an entity that is not there"
        for kind, footers in row["case"].items():
            yield from (f"{place}: @{kind} {field} {problem}" for field, problem in case_mistakes(kind, footers, keys))


def check_texts(rows: Iterable[dict[str, Any]], name: str, path: Path) -> Iterator[str]:
    """Mistakes of stand-off rows beside their texts: other texts than those annotated, and as in `check_annotation`."""
    try:
        texts = standoff.read_texts(path)
    except UsageError as error:
        yield str(error)
        return
    posts: list[AnnotatedPost] = []
    for row in rows:
        try:
            posts += standoff.join([row], texts, name)
        except FirsthandError as error:
            yield str(error)
    yield from check_annotation(posts, lambda post: real.split_of(post.id))


def case_mistakes(kind: str, rows: Iterable[Mapping[str, Any]], keys: set[str | None]) -> Iterator[tuple[str, str]]:
    """(field, what is wrong) of stand-off case rows: quotations are offsets, everything else is of a closed list."""
    fields = schema.FOOTER_FIELDS.get(kind, {})
    closed = {"kind": schema.SPECIAL_SITUATIONS, "criterion": schema.SERIOUSNESS, "id": tuple(filter(None, keys))}
    for row in rows:
        for name, value in row.items():
            if name == "serious":
                yield from case_mistakes(kind, value, keys)
            elif name in standoff.FREE_FIELDS:
                if not (isinstance(value, list) and len(value) == 2 and 0 <= value[0] < value[1]):
                    yield name, "is not [start, end)"
            elif value not in (closed.get(name) or fields.get(name) or ()):
                yield name, "has a value that the scheme lacks"

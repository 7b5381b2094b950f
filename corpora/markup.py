"""Read posts in the inline markup of `GUIDELINES.md`.

`read(path)` gives `AnnotatedPost`s; every mistake is a `MarkupError` that names file, line and the valid choices.
Run as `python -m corpora.markup FILE...` it checks files and prints their counts, for annotators.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpora import schema
from corpora.errors import MarkupError
from corpora.footer import parse_footer

TAG = re.compile(r"<(/?)([A-Z_]+)((?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s\">]+))*)\s*>")
TAG_LIKE = re.compile(r"</?[A-Z_]{3,}[^>]*>?")
PAIR = re.compile(r"([a-z_]+)=(\"[^\"]*\"|[^\s\">]+)")


@dataclass(frozen=True)
class Mention:
    """One entity: `spans` are (start, end) code points into the post's text, in order; `start`/`end` enclose them."""

    label: str
    spans: tuple[tuple[int, int], ...]
    attributes: dict[str, str]
    key: str | None = None

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


@dataclass(frozen=True)
class Relation:
    """`head` and `tail` are keys: a drug's id in the post (`d1`, `d0` for the header's drug) or the index of an
    entity.
    """

    head: str | int
    tail: str | int
    label: str
    value: str | None = None


@dataclass(frozen=True)
class AnnotatedPost:
    """A post with its gold annotation. `meta` holds the header's fields, `case` the footer lines as dicts."""

    id: str
    community: str
    persona: str
    meta: dict[str, str]
    text: str
    entities: tuple[Mention, ...]
    relations: tuple[Relation, ...] = ()
    case: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def read(path: Path | str) -> list[AnnotatedPost]:
    """All posts of a file in UTF-8. Raises `MarkupError` at the first mistake."""
    path = Path(path)
    posts = []
    for line, block in blocks(path.read_text(encoding="utf-8")):
        posts.append(parse_post(block, where=path.name, line=line))
    return posts


def blocks(content: str) -> Iterator[tuple[int, str]]:
    """(line number of the first line, block) for each part between lines of `---`; empty parts are left out."""
    start = 1
    lines: list[str] = []
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip() == "---":
            if any(each.strip() for each in lines):
                yield start, "\n".join(lines)
            start, lines = number + 1, []
        else:
            lines.append(line)
    if any(each.strip() for each in lines):
        yield start, "\n".join(lines)


def parse_post(block: str, where: str = "<string>", line: int = 1) -> AnnotatedPost:
    """One post from its header line, marked text and footer lines."""
    leading = len(block) - len(block.lstrip("\n"))
    line += leading
    header, _, body = block.lstrip("\n").partition("\n")
    place = f"{where}:{line}"
    if not header.startswith("# "):
        raise MarkupError(place, "a post begins with a header '# id | community | persona | key=value; ...'")
    id_, community, persona, meta = parse_header(header[2:], place)
    lines = body.rstrip().split("\n")
    first_footer = len(lines)
    while first_footer and re.match(r"@(patient|drug|event|special|urgent)\b", lines[first_footer - 1]):
        first_footer -= 1
    marked = "\n".join(lines[:first_footer]).strip("\n").rstrip()
    text, entities, relations = parse_text(marked, place)
    if not text.strip():
        raise MarkupError(place, f"post {id_} has no text")
    keys = {entity.key for entity in entities if entity.key} | {"d0"}
    case = parse_footer(lines[first_footer:], text, keys, where, line + 1 + first_footer)
    return AnnotatedPost(id_, community, persona, meta, text, entities, relations, case)


def parse_header(header: str, place: str) -> tuple[str, str, str, dict[str, str]]:
    parts = [part.strip() for part in header.split("|")]
    if len(parts) < 3 or not parts[0]:
        raise MarkupError(place, f"header has {len(parts)} of the fields 'id | community | persona | key=value; ...'")
    meta = {}
    for pair in filter(None, (each.strip() for each in "; ".join(parts[3:]).split(";"))):
        key, equals, value = pair.partition("=")
        if not equals:
            raise MarkupError(place, f"header field '{pair}' is not key=value")
        meta[key.strip()] = value.strip()
    return parts[0], parts[1], parts[2], meta


def parse_text(marked: str, place: str) -> tuple[str, tuple[Mention, ...], tuple[Relation, ...]]:
    """(text, entities, relations) of marked text, without header and footer."""
    plain: list[str] = []
    length = position = 0
    open_tag: tuple[str, dict[str, str], int] | None = None
    raw: list[tuple[str, dict[str, str], int, int]] = []
    for match in TAG.finditer(marked):
        piece = marked[position : match.start()]
        plain.append(piece)
        length += len(piece)
        position = match.end()
        closing, label, pairs = match.groups()
        if label not in schema.LABELS:
            raise MarkupError(place, f"unknown label {label}; labels: {', '.join(schema.LABELS)}")
        if not closing:
            if open_tag:
                raise MarkupError(place, f"<{label}> inside <{open_tag[0]}>: tags do not nest")
            open_tag = (label, {k: v.strip('"') for k, v in PAIR.findall(pairs)}, length)
        else:
            if not open_tag or open_tag[0] != label:
                raise MarkupError(place, f"</{label}> closes nothing")
            raw.append((label, open_tag[1], open_tag[2], length))
            open_tag = None
    if open_tag:
        raise MarkupError(place, f"<{open_tag[0]}> is never closed")
    plain.append(marked[position:])
    text = "".join(plain)
    if stray := TAG_LIKE.search(text):
        raise MarkupError(place, f"tag not understood: {stray.group()[:60]!r}")
    return text, *build_entities(text, raw, place)


def build_entities(
    text: str, raw: list[tuple[str, dict[str, str], int, int]], place: str
) -> tuple[tuple[Mention, ...], tuple[Relation, ...]]:
    entities: list[Mention] = []
    relations: list[Relation] = []
    drug_keys = {pairs["id"] for label, pairs, _, _ in raw if label == "DRUG" and "id" in pairs} | {"d0"}
    for label, pairs, start, end in raw:
        words = text[start:end]
        if not words.strip() or words != words.strip():
            raise MarkupError(place, f"<{label}> is empty or begins or ends with white space at {start}")
        spans = [(start, end)]
        attributes = {}
        for name, value in pairs.items():
            if name in schema.ATTRIBUTES:
                choices = schema.ATTRIBUTES[name]
                if value not in choices:
                    raise MarkupError(place, f"{name}={value} on <{label}>; choices: {', '.join(choices)}")
                attributes[name] = value
            elif name == "with":
                spans.append(find_fragment(text, value, start, end, place))
            elif name in schema.RELATION_ATTRIBUTES:
                relations += parse_relation(name, value, label, len(entities), drug_keys, place)
            elif name != "id":
                allowed = [*schema.ATTRIBUTES, *schema.RELATION_ATTRIBUTES, "id", "with"]
                raise MarkupError(place, f"unknown attribute {name} on <{label}>; choices: {', '.join(allowed)}")
        entities.append(Mention(label, tuple(sorted(spans)), attributes, pairs.get("id")))
    return tuple(entities), tuple(relations)


def find_fragment(text: str, words: str, start: int, end: int, place: str) -> tuple[int, int]:
    """The occurrence of `words` nearest to [start, end), before or behind it, not overlapping it; whole words first."""
    found = [match.span() for match in re.finditer(re.escape(words), text)]
    found = [span for span in found if span[1] <= start or span[0] >= end]
    found = [span for span in found if not any(within_word(text, edge) for edge in span)] or found
    if not found:
        raise MarkupError(place, f'with="..." at {start}: these words do not stand elsewhere in the text')
    return min(found, key=lambda span: min(abs(start - span[1]), abs(span[0] - end)))


def within_word(text: str, position: int) -> bool:
    """Whether there are letters on both sides of a position."""
    return 0 < position < len(text) and text[position - 1].isalpha() and text[position].isalpha()


def parse_relation(
    name: str, value: str, label: str, index: int, drug_keys: set[str], place: str
) -> Iterator[Relation]:
    relation, carriers, drug_is_head = schema.RELATION_ATTRIBUTES[name]
    if label not in carriers:
        raise MarkupError(place, f"{name}= on <{label}>; it stands on: {', '.join(carriers)}")
    for part in value.split(","):
        drug, _, strength = part.strip().partition(":")
        if drug not in drug_keys:
            raise MarkupError(place, f"{name}={drug}: no such drug id; ids: {', '.join(sorted(drug_keys))}")
        if strength and (name != "by_drug" or strength not in schema.EFFECTIVENESS):
            raise MarkupError(place, f"{name}={part}; effectiveness: {', '.join(schema.EFFECTIVENESS)}")
        head, tail = (drug, index) if drug_is_head else (index, drug)
        yield Relation(head, tail, relation, strength or None)


def main(paths: list[str]) -> int:
    """Check files: print each mistake and, for whole files, the counts. Exit code 1 when there was a mistake."""
    bad = 0
    for name in paths:
        labels: Counter[str] = Counter()
        posts = words = empty = 0
        for line, block in blocks(Path(name).read_text(encoding="utf-8")):
            try:
                post = parse_post(block, Path(name).name, line)
            except MarkupError as error:
                print(error)
                bad += 1
                continue
            posts += 1
            words += len(post.text.split())
            labels.update(entity.label for entity in post.entities)
            empty += not any(
                e.label in ("ADE", "WITHDRAWAL") and e.attributes.get("presence", "present") == "present"
                for e in post.entities
            )
        counts = ", ".join(f"{label} {count}" for label, count in labels.most_common())
        print(f"{name}: {posts} posts, {words} words, {empty} without a present ADE or WITHDRAWAL; {counts}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Write annotated posts in the formats of other tools: brat, spaCy's DocBin, CoNLL and JSON lines of gold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpora import gold, schema
from corpora.markup import AnnotatedPost, Mention, Relation
from nlp.errors import UsageError

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

Span = tuple[int, int]

SPANS_KEY = "firsthand"
PIECE = re.compile(r"\w+|[^\w\s]")  # words between white space and punctuation
TOKEN = re.compile(r"(\w+|[^\w\s])( ?)|(\s+)")
LINE = re.compile(r"[^\r\n]+")
UNSAFE = re.compile(r"[^\w.-]")


def to_brat(posts: Sequence[AnnotatedPost], folder: Path) -> None:
    """Write a .txt and an .ann file for each post, and the annotation.conf that lets brat show them.

    Attributes are those that differ from their defaults. Mentions of one drug are joined by an Equiv line, a relation
    goes to the nearest of them, and one to the header's drug is a note. brat allows no line end within a fragment, so
    such a mention is written as several. The case is not written. Raises UsageError when two ids give one file name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(brat_configuration(), encoding="utf-8")
    written: set[str] = set()
    for post in posts:
        name = UNSAFE.sub("_", post.id)
        if name in written:
            raise UsageError(f"two posts would be written to {name}.ann; the second is {post.id}")
        written.add(name)
        (folder / f"{name}.txt").write_bytes(post.text.encode("utf-8"))
        (folder / f"{name}.ann").write_bytes("".join(f"{line}\n" for line in brat_lines(post)).encode("utf-8"))


def brat_lines(post: AnnotatedPost) -> Iterator[str]:
    attributes: list[str] = []
    for number, each in enumerate(post.entities, 1):
        spans = [(a + found.start(), a + found.end()) for a, b in each.spans for found in LINE.finditer(post.text[a:b])]
        offsets = ";".join(f"{start} {end}" for start, end in spans)
        yield f"T{number}\t{each.label} {offsets}\t{' '.join(post.text[start:end] for start, end in spans)}"
        attributes += [f"{name} T{number} {value}" for name, value in each.attributes.items()]
    same: dict[str, list[int]] = {}
    for index, each in enumerate(post.entities):
        if each.key:
            same.setdefault(each.key, []).append(index)
    notes: list[str] = []
    number = 0
    for relation in post.relations:
        ends = brat_ends(relation, post.entities, same)
        if ends is None:
            entity = relation.tail if isinstance(relation.tail, int) else relation.head
            notes.append(f"T{int(entity) + 1}\t{relation.label} d0 {relation.value or ''}".rstrip())
            continue
        number += 1
        yield f"R{number}\t{relation.label} Arg1:T{ends[0] + 1} Arg2:T{ends[1] + 1}"
        if relation.value:
            attributes.append(f"effectiveness R{number} {relation.value}")
    yield from (f"A{number}\t{each}" for number, each in enumerate(attributes, 1))
    yield from (f"*\tEquiv {' '.join(f'T{index + 1}' for index in each)}" for each in same.values() if len(each) > 1)
    yield from (f"#{number}\tAnnotatorNotes {each}" for number, each in enumerate(notes, 1))


def brat_ends(relation: Relation, entities: Sequence[Mention], same: dict[str, list[int]]) -> tuple[int, int] | None:
    """Head and tail as indices of mentions, a drug by its mention nearest to the other end; None without a mention."""
    head, tail = relation.head, relation.tail
    if isinstance(head, int) and isinstance(tail, int):
        return head, tail
    other = head if isinstance(head, int) else int(tail)
    mentions = same.get(str(tail if isinstance(head, int) else head), ())
    if not mentions:
        return None
    drug = min(mentions, key=lambda index: abs(entities[index].start - entities[other].start))
    return (other, drug) if isinstance(head, int) else (drug, other)


def brat_configuration() -> str:
    """annotation.conf: labels, relations and attributes of the scheme."""
    lines = ["[entities]", *schema.LABELS, "[relations]"]
    for label, carriers, drug_is_head in schema.RELATION_ATTRIBUTES.values():
        drug, others = "DRUG", "|".join(carriers)
        lines.append(f"{label} Arg1:{drug if drug_is_head else others}, Arg2:{others if drug_is_head else drug}")
    lines += ["<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "[events]", "[attributes]"]
    lines += [f"{name} Arg:<ENTITY>, Value:{'|'.join(values)}" for name, values in schema.ATTRIBUTES.items()]
    lines.append(f"effectiveness Arg:<RELATION>, Value:{'|'.join(schema.EFFECTIVENESS)}")
    return "\n".join(lines) + "\n"


def to_docbin(posts: Sequence[AnnotatedPost], path: Path) -> None:
    """Write a spaCy DocBin of one Doc for each post, as `to_doc` makes them."""
    import spacy
    from spacy.tokens import DocBin

    vocabulary = spacy.blank("en").vocab
    docs = DocBin(store_user_data=True)
    for post in posts:
        docs.add(to_doc(post, vocabulary))
    docs.to_disk(path)


def to_doc(post: AnnotatedPost, vocabulary: Vocab) -> Doc:
    """A Doc of words, punctuation marks and white space, which gives the text back letter for letter.

    `doc.spans["firsthand"]` holds every fragment of every mention; its `attrs` say for each span the index of its
    mention, and of each mention the attributes (`mentions`, `attributes`), and give the relations. `doc.ents` holds
    the mentions of `flat`, `doc.user_data["id"]` the post's id.
    """
    from spacy.tokens import Doc, SpanGroup
    from spacy.util import filter_spans

    tokens = [match.groups() for match in TOKEN.finditer(post.text)]
    doc = Doc(vocabulary, words=[word or white for word, _, white in tokens], spaces=[bool(each[1]) for each in tokens])
    doc.user_data["id"] = post.id
    pieces = [(index, span) for index, each in enumerate(post.entities) for span in each.spans]
    spans = [expanded(doc, span, post.entities[index].label) for index, span in pieces]
    attributes = {
        "mentions": [index for index, _ in pieces],
        "attributes": [schema.with_defaults(each.label, each.attributes) for each in post.entities],
        "relations": [[each.head, each.tail, each.label, each.value] for each in post.relations],
    }
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, attrs=attributes, spans=spans)
    ents = [expanded(doc, (start, end), label) for start, end, label in flat(post)]
    doc.set_ents(filter_spans(ents))  # glued words may hold two mentions
    return doc


def expanded(doc: Doc, span: Span, label: str) -> SpacySpan:
    """The tokens that hold a stretch of the text. Raises ValueError where there are none."""
    found = doc.char_span(*span, label=label, alignment_mode="expand")
    if found is None:
        raise ValueError(f"[{span[0]}, {span[1]}) does not lie in the text of post {doc.user_data['id']}")
    return found


def flat(post: AnnotatedPost) -> list[tuple[int, int, str]]:
    """(start, end, label) of mentions that do not overlap: the longest fragment of each, longer ones first."""
    longest = [(*max(each.spans, key=lambda span: span[1] - span[0]), each.label) for each in post.entities]
    chosen: list[tuple[int, int, str]] = []
    for start, end, label in sorted(longest, key=lambda each: (each[0] - each[1], each[0])):
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in chosen):
            chosen.append((start, end, label))
    return sorted(chosen)


def to_conll(posts: Sequence[AnnotatedPost], path: Path) -> None:
    """Write one piece a line as `piece<TAB>start<TAB>end<TAB>tag`, and an empty line behind each post.

    Pieces are words and punctuation marks, tags B-LABEL, I-LABEL and O of the mentions of `flat`, offsets code points.
    A line `# id = ...` stands before each post. Discontinuous and overlapping mentions do not survive this format.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for post in posts:
            lines = (f"{words}\t{start}\t{end}\t{tag}\n" for words, start, end, tag in tagged(post))
            file.write(f"# id = {post.id}\n{''.join(lines)}\n")


def tagged(post: AnnotatedPost) -> Iterator[tuple[str, int, int, str]]:
    """(piece, start, end, tag) of every piece of a post."""
    mentions = iter(flat(post))
    current = next(mentions, None)
    begun = False
    for match in PIECE.finditer(post.text):
        while current and current[1] <= match.start():
            current, begun = next(mentions, None), False
        inside = current is not None and current[0] < match.end()
        tag = f"{'I' if begun else 'B'}-{current[2]}" if current and inside else "O"
        begun = inside
        yield match.group(), *match.span(), tag


FORMATS: MappingProxyType[str, Callable[[Sequence[AnnotatedPost], Path], None]] = MappingProxyType(
    {"brat": to_brat, "docbin": to_docbin, "conll": to_conll, "jsonl": gold.write}
)


def export(posts: Sequence[AnnotatedPost], format: str, out: Path, overwrite: bool = False) -> None:
    """Write posts to a file, or for brat to a folder.

    Raises UsageError for an unknown format, and for an output that is there unless it may be overwritten.
    """
    if format not in FORMATS:
        raise UsageError(f"no format is called '{format}'; formats: {', '.join(FORMATS)}")
    if not overwrite and (any(out.iterdir()) if out.is_dir() else out.exists()):
        raise UsageError(f"{out} is there already; use --overwrite to replace it")
    out.parent.mkdir(parents=True, exist_ok=True)
    FORMATS[format](posts, out)

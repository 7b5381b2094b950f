"""Folders of brat's stand-off files: a .txt and an .ann for each document (https://brat.nlplab.org/standoff.html).

Mentions (`T`, also of several fragments), their attributes (`A`, `M`), relations (`R`) and equivalence (`*`) are read;
events, normalisations and notes are not. Mentions that are equivalent get the same key. An attribute without a value
gets the value `true`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from corpora.markup import AnnotatedPost, Mention, Relation
from corpora.readers.base import Report, Span, read_text, refuse, same_words

LABELS: Mapping[str, str] = MappingProxyType({})


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The documents below a folder, in the order of their names; an id is the path below it, without ending."""
    return read_folders(path, path, report)


def read_folders(texts: Path, annotations: Path, report: Report) -> Iterator[AnnotatedPost]:
    """Documents whose .txt and .ann files lie below two folders, in the same places."""
    names = sorted(each.relative_to(annotations).with_suffix("") for each in annotations.rglob("*.ann"))
    if not names:
        report(f"{annotations}: no .ann files below this folder")
    for name in names:
        text_file, file = (folder / f"{name}{suffix}" for folder, suffix in ((texts, ".txt"), (annotations, ".ann")))
        if not text_file.is_file():
            report(f"{file.name}: {text_file} is not there")
            continue
        yield parse(name.as_posix(), read_text(text_file), read_text(file), file.name, report)


def parse(id_: str, text: str, annotation: str, file: str, report: Report = refuse) -> AnnotatedPost:
    """One document; `file` names it in reports."""
    mentions: dict[str, Mention] = {}
    ends: dict[str, tuple[str, str, str]] = {}
    strengths: dict[str, str] = {}
    # Mentions first: brat writes lines in the order in which they were made.
    lines = [(f"{file}:{number}", line) for number, line in enumerate(annotation.split("\n"), 1) if line.strip()]
    for place, line in sorted(lines, key=lambda each: not each[1].startswith("T")):
        name, _, rest = line.rstrip("\r").partition("\t")
        what, _, words = rest.partition("\t")
        parts = what.split()
        try:
            if name.startswith("T"):
                mention = Mention(parts[0], fragments(what), {})
                if mention.end > len(text) or not same_words(text, mention.spans, words):
                    report(f"{place}: the words of {name} are not those of the text at its offsets")
                else:
                    mentions[name] = mention
            elif name.startswith(("A", "M")):
                attribute, target, value = (*parts, "true")[:3]
                if target in mentions:
                    mentions[target].attributes[attribute] = value
                elif target.startswith("R"):
                    strengths[target] = value
            elif name.startswith("R"):
                label, head, tail = parts[:3]
                ends[name] = label, head.partition(":")[2], tail.partition(":")[2]
            elif name == "*":
                for each in filter(mentions.__contains__, parts[1:]):
                    old = mentions[each]
                    mentions[each] = Mention(old.label, old.spans, old.attributes, parts[1])
        except (ValueError, IndexError):
            report(f"{place}: not a line that brat writes")
    order = sorted(mentions, key=lambda name: mentions[name].spans)
    index = {name: number for number, name in enumerate(order)}
    relations = tuple(
        Relation(index[head], index[tail], label, strengths.get(name))
        for name, (label, head, tail) in ends.items()
        if head in index and tail in index
    )
    return AnnotatedPost(id_, "brat", "", {}, text, tuple(mentions[name] for name in order), relations)


def fragments(what: str) -> tuple[Span, ...]:
    """`ADR 0 4;10 14` as spans. Raises ValueError when it is something else."""
    _, _, offsets = what.partition(" ")
    spans = sorted((int(start), int(end)) for start, end in (each.split() for each in offsets.split(";")))
    if not all(0 <= start < end for start, end in spans):
        raise ValueError("a fragment without extent")
    return tuple(spans)

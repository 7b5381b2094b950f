"""BC5CDR in the PubTator format: PubMed abstracts with chemicals, diseases and what induces what (Li et al., 2016).

A document is a line `id|t|title`, a line `id|a|abstract`, lines `id<TAB>start<TAB>end<TAB>words<TAB>type<TAB>concept`
and lines `id<TAB>CID<TAB>chemical<TAB>disease`; an empty line ends it. Offsets index title, one space, abstract.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from corpora.markup import AnnotatedPost, Mention, Relation
from corpora.readers.base import Report, read_text, refuse, same_words

LABELS = MappingProxyType({"Chemical": "DRUG", "Disease": "CONDITION"})
NO_CONCEPT = "-1"


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The abstracts of a file. A mention's key is its MeSH id; an induced disease is tied at each of its mentions."""
    block: list[tuple[str, str]] = []
    for number, line in enumerate([*read_text(path).splitlines(), ""], 1):
        if line.strip():
            block.append((f"{path.name}:{number}", line))
        elif block:
            yield from parse(block, report)
            block = []


def parse(block: list[tuple[str, str]], report: Report) -> Iterator[AnnotatedPost]:
    """The document of some lines, each with its place."""
    texts = [line.split("|", 2) for _, line in block[:2]]
    if [each[1:2] for each in texts] != [["t"], ["a"]] or texts[0][0] != texts[1][0]:
        report(f"{block[0][0]}: a document begins with its title (id|t|) and its abstract (id|a|)")
        return
    text = f"{texts[0][2]} {texts[1][2]}"
    mentions: list[Mention] = []
    induced: list[tuple[str, str]] = []
    for place, line in block[2:]:
        fields = line.split("\t")
        if fields[1:2] == ["CID"] and len(fields) >= 4:
            induced.append((fields[2], fields[3]))
            continue
        if len(fields) < 6 or not (fields[1].isdecimal() and fields[2].isdecimal()):
            report(f"{place}: neither a mention nor a relation of PubTator")
            continue
        span = int(fields[1]), int(fields[2])
        if not same_words(text, [span], fields[3]):
            report(f"{place}: the words of the mention are not those of the text at its offsets")
        else:
            mentions.append(Mention(fields[4], (span,), {}, None if fields[5] == NO_CONCEPT else fields[5]))
    mentions.sort(key=lambda each: each.spans)
    relations = tuple(
        Relation(chemical, index, "causes")
        for chemical, disease in induced
        for index, each in enumerate(mentions)
        if each.key and disease in each.key.split("|")
    )
    yield AnnotatedPost(texts[0][0], "abstract", "", {}, text, tuple(mentions), relations)

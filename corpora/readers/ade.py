"""The ADE corpus v2: sentences of case reports in files of fields parted by `|` (Gurulingappa et al., JBI 2012).

`DRUG-AE.rel` holds `PubMed id|sentence|effect|begin|end|drug|begin|end`, `DRUG-DOSE.rel` the same with a dose in place
of the effect. The offsets count from the start of the abstract, which is not there; the distance between effect and
drug tells which of several places in the sentence is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from corpora.markup import AnnotatedPost, Mention, Relation
from corpora.readers.base import Report, Span, find_words, read_text, refuse

LABELS = MappingProxyType({"Adverse-Effect": "ADE", "Dose": "DOSE", "Drug": "DRUG"})

# file -> label of its first argument, relation from the drug to it
FILES = MappingProxyType({"DRUG-AE.rel": ("Adverse-Effect", "causes"), "DRUG-DOSE.rel": ("Dose", "has")})
FIELDS = 8


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The sentences of one .rel file, or of those of the corpus's folder; all rows of a sentence make one post."""
    files = [path / name for name in FILES if (path / name).is_file()] if path.is_dir() else [path]
    if not files:
        report(f"{path}: none of {', '.join(FILES)} is in this folder")
    sentences: dict[tuple[str, str], Sentence] = {}
    for file in files:
        label, relation = FILES.get(file.name, FILES["DRUG-AE.rel"])
        for number, line in enumerate(read_text(file).splitlines(), 1):
            fields = line.split("|")
            if not line.strip():
                continue
            if len(fields) < FIELDS or not all(fields[each].strip().isdecimal() for each in (-5, -4, -2, -1)):
                report(f"{file.name}:{number}: not the {FIELDS} fields of the ADE corpus")
                continue
            text = "|".join(fields[1:-6])  # a sentence may hold the separator
            key = fields[0], text
            sentence = sentences.setdefault(key, Sentence(f"{fields[0]}-{len(sentences) + 1}", text))
            words, drug = fields[-6], fields[-3]
            spans = place(text, words, drug, int(fields[-2]) - int(fields[-5]))
            if spans is None:
                report(f"{file.name}:{number}: the words of an argument do not stand in the sentence")
            else:
                sentence.add(label, spans[0], spans[1], drug.lower(), relation)
    yield from (each.post() for each in sentences.values())


def place(text: str, words: str, drug: str, distance: int) -> tuple[Span, Span] | None:
    """Where an argument and its drug stand: the pair of places with this distance, or the first place of each."""
    arguments, drugs = (
        [match.span() for match in re.finditer(re.escape(each), text, re.IGNORECASE)] for each in (words, drug)
    )
    for one in arguments:
        for other in drugs:
            if other[0] - one[0] == distance:
                return one, other
    first, second = find_words(text, words), find_words(text, drug)
    return (first, second) if first and second else None


class Sentence:
    """A sentence, while the rows that annotate it come in."""

    def __init__(self, id_: str, text: str) -> None:
        self.id, self.text = id_, text
        self.mentions: dict[tuple[str, Span], str | None] = {}
        self.relations: dict[tuple[str, tuple[str, Span], str], None] = {}
        self.keys: dict[str, str] = {}

    def add(self, label: str, span: Span, drug_span: Span, drug: str, relation: str) -> None:
        key = self.keys.setdefault(drug, f"d{len(self.keys) + 1}")
        self.mentions[label, span] = None
        self.mentions["Drug", drug_span] = key
        self.relations[key, (label, span), relation] = None

    def post(self) -> AnnotatedPost:
        order = sorted(self.mentions, key=lambda each: each[1])
        index = {each: number for number, each in enumerate(order)}
        mentions = tuple(Mention(label, (span,), {}, self.mentions[label, span]) for label, span in order)
        relations = tuple(Relation(key, index[tail], label) for key, tail, label in self.relations)
        return AnnotatedPost(self.id, "case report", "", {}, self.text, mentions, relations)

"""PsyTAR: reviews of psychiatric drugs, annotated sentence by sentence, in an Excel workbook (Zolnoori et al., 2019).

The sheets `ADR_Identified`, `WD_Identified`, `SSI_Identified` and `DI_Identified` have a row for each sentence, with
`drug_id` (`lexapro.12`: the review), `sentence_index`, `sentences` and the columns `ADR1`, `ADR2` ... with the words of
what was found; `Sentence_Labeling` has all sentences. The words carry no offsets: each goes to the first place where it
stands and nothing else does. Sentences of a review are joined by a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from corpora.markup import AnnotatedPost, Mention
from corpora.readers.base import Report, Span, find_words, refuse
from nlp.errors import MissingExtraError, UsageError

LABELS = MappingProxyType({"ADR": "ADE", "WD": "WITHDRAWAL", "SSI": "SYMPTOM", "DI": "CONDITION"})

ALL_SENTENCES = "Sentence_Labeling"
COLUMNS = ("drug_id", "sentence_index", "sentences")

Found = list[tuple[str, str, str]]  # label, words, place


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The reviews of the workbook, in the order of their first sentence."""
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError("corpora", "reading a .xlsx file") from error
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl passes on the errors of zip and XML readers
        raise UsageError(f"{path} is not an .xlsx workbook") from error
    names = [name for name in (ALL_SENTENCES, *(f"{each}_Identified" for each in LABELS)) if name in book.sheetnames]
    if not any(name.endswith("_Identified") for name in names):
        raise UsageError(f"{path.name} has no sheet ADR_Identified; sheets: {', '.join(book.sheetnames)}")
    reviews: dict[str, dict[int, tuple[str, Found]]] = {}
    for name in names:
        for place, review, index, sentence, words in rows(book[name], name, report):
            _, found = reviews.setdefault(review, {}).setdefault(index, (sentence, []))
            if name != ALL_SENTENCES:
                found += [(name.partition("_")[0], each, place) for each in words]
    book.close()
    for review, sentences in reviews.items():
        yield join(review, [sentences[index] for index in sorted(sentences)], report)


def rows(sheet: Any, name: str, report: Report) -> Iterator[tuple[str, str, int, str, list[str]]]:
    """(place, review, index of the sentence, sentence, words found in it) of each row of a sheet."""
    lines = sheet.iter_rows(values_only=True)
    header = [str(each or "").strip() for each in next(lines, ())]
    if missing := [each for each in COLUMNS if each not in header]:
        raise UsageError(f"sheet {name} has no column {', '.join(missing)}; columns: {', '.join(filter(None, header))}")
    review, index, sentence = (header.index(each) for each in COLUMNS)
    found = [number for number, each in enumerate(header) if re.fullmatch(rf"{name.partition('_')[0]}\d+", each)]
    for number, line in enumerate(lines, 2):
        place = f"{name}:{number}"
        if not any(line):
            continue
        if not (line[review] and line[sentence] and str(line[index]).strip().isdecimal()):
            report(f"{place}: a row needs {', '.join(COLUMNS)}")
            continue
        words = [str(line[each]).strip() for each in found if each < len(line) and line[each]]
        yield place, str(line[review]).strip(), int(line[index]), str(line[sentence]).strip(), words


def join(review: str, sentences: Sequence[tuple[str, Found]], report: Report) -> AnnotatedPost:
    """One review from its sentences. The longest words are placed first, so that shorter ones go beside them."""
    mentions: list[Mention] = []
    start = 0
    for sentence, found in sentences:
        taken: list[Span] = []
        for label, words, place in sorted(found, key=lambda each: -len(each[1])):
            span = find_words(sentence, words, taken)
            if span is None:
                report(f"{place}: words of {label} do not stand in the sentence")
                continue
            taken.append(span)
            mentions.append(Mention(label, ((start + span[0], start + span[1]),), {}))
        start += len(sentence) + 1
    text = " ".join(sentence for sentence, _ in sentences)
    drug = review.partition(".")[0].capitalize()
    ordered = tuple(sorted(mentions, key=lambda each: each.spans))
    return AnnotatedPost(review, "review site", "", {"drug": drug}, text, ordered)

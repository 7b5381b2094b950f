"""CADEC, the CSIRO Adverse Drug Event Corpus: posts of AskaPatient in brat's format (Karimi et al., JBI 2015).

The corpus comes with `text/*.txt` and `original/*.ann`; a folder with both kinds of files side by side is read as well.
The part of a file's name before the first point is the drug that the post reviews (`LIPITOR.12`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from corpora.markup import AnnotatedPost
from corpora.readers.base import Report, refuse
from corpora.readers.brat import read_folders

LABELS = MappingProxyType(
    {"ADR": "ADE", "Drug": "DRUG", "Disease": "CONDITION", "Symptom": "SYMPTOM", "Finding": "SYMPTOM"}
)


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The posts of the corpus's folder."""
    texts, annotations = (path / each if (path / each).is_dir() else path for each in ("text", "original"))
    for post in read_folders(texts, annotations, report):
        drug = post.id.rpartition("/")[2].partition(".")[0].capitalize()
        yield replace(post, community="review site", meta={"drug": drug})

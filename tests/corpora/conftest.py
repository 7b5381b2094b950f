"""A small corpus of every kind in a folder of its own, so that tests do not depend on what is written meanwhile."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpora import authored, challenge, manifest, markup, standoff
from corpora.markup import AnnotatedPost

AUTHORED = """# t01-001 | review site | woman, 30 | area=sleep; drug=Ambien
Took <DRUG id=d0>Ambien</DRUG> <DOSE of=d0>10 mg</DOSE> for <CONDITION by_drug=d0:slight>insomnia</CONDITION>, had
<ADE id=e1 by=d0 severity=severe>terrible nightmares</ADE> and <ADE by=d0>pain in my legs</ADE> and
<ADE by=d0 with="pain in my">arms</ADE>.
My name is <PERSON>Nell Otis</PERSON>. No <ADE presence=absent by=d0>rash</ADE>.
@patient sex=female
@drug d0 role=suspect action=withdrawn
@event e1 outcome=recovered serious=medically_important:"terrible nightmares"
---
# t01-002 | forum | man | area=psychiatry
i quit <DRUG id=d1>Effexor</DRUG> and got <WITHDRAWAL after=d1>brain zaps</WITHDRAWAL> 😵 the
<DRUG id=d1>effexor's</DRUG> withdrawal is <WITHDRAWAL after=d1 severity=severe>hell</WITHDRAWAL>
---
# t01-012 | forum | man, 50 | area=cardiology
WHO ELSE TAKES <DRUG id=d1>LIPITOR</DRUG> AND IS FINE? <DURATION of=d1>TWO YEARS</DURATION> NOW.
"""
REAL = {
    "meqsum:0001": "SUBJECT: gout\nDoes  allopurinol cause hives? My mother is 80.",
    "meqsum:0002": "what is lupus\n",
    "meqsum:0003": "Who makes Keppra?",
}
REAL_MARKED = """# meqsum:0001 | meqsum | real
SUBJECT: <CONDITION>gout</CONDITION>
Does  <DRUG id=d1>allopurinol</DRUG> cause <ADE id=e1 presence=hypothetical by=d1>hives</ADE>? My mother is 80.
@patient who=parent age="80"
---
# meqsum:0002 | meqsum | real
what is <CONDITION presence=hypothetical>lupus</CONDITION>
"""
CASES = (
    {
        "id": "c-1",
        "point": "negation",
        "text": "Zoloft gave me no nausea.",
        "expect": [{"label": "ADE", "words": "nausea", "attributes": {"presence": "absent"}}],
    },
)
MANIFEST = """[[corpus]]
name = "firsthand"
kind = "authored"
files = ["authored/*.txt"]
licence = "CC-BY-4.0"
language = "en"

[[corpus]]
name = "meqsum"
kind = "stand-off"
files = ["annotations/meqsum.jsonl.gz"]
licence = "CC-BY-4.0"
language = "en"

[[corpus]]
name = "challenge"
kind = "challenge"
files = ["challenge/*.jsonl"]
licence = "CC-BY-4.0"
language = "en"

[[corpus]]
name = "cadec"
kind = "reader"
licence = "CSIRO Data Licence"
language = "en"

[[corpus]]
name = "brat"
kind = "reader"
licence = "yours"
language = "any"
"""


@dataclass(frozen=True)
class Shelf:
    """`folder` is laid out as `corpora/`; `data` holds the texts that are not ours."""

    folder: Path
    data: Path


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    folder, data = tmp_path / "corpora", tmp_path / "data"
    for each in (folder / "authored", folder / "annotations", folder / "challenge", data):
        each.mkdir(parents=True)
    (folder / "authored" / "t01.txt").write_text(AUTHORED, encoding="utf-8")
    (folder / "challenge" / "cases.jsonl").write_text("\n".join(map(json.dumps, CASES)), encoding="utf-8")
    write_texts(data / "meqsum.jsonl.gz", REAL)
    marked = tmp_path / "meqsum_01.txt"
    marked.write_text(REAL_MARKED, encoding="utf-8")
    standoff.write(folder / "annotations" / "meqsum.jsonl.gz", standoff.collect(marked, REAL))
    (folder / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    manifest.write(folder)
    monkeypatch.setattr(authored, "FOLDER", folder / "authored")
    monkeypatch.setattr(standoff, "FOLDER", folder / "annotations")
    monkeypatch.setattr(challenge, "FOLDER", folder / "challenge")
    monkeypatch.setattr(manifest, "FOLDER", folder)
    return Shelf(folder, data)


def write_texts(path: Path, texts: dict[str, str]) -> None:
    lines = [json.dumps({"id": id_, "text": text}) for id_, text in texts.items()]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))


@pytest.fixture
def posts() -> list[AnnotatedPost]:
    return [markup.parse_post(block, "t01.txt", line) for line, block in markup.blocks(AUTHORED)]

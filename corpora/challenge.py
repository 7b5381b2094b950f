"""Cases with one point each, and what a record of them must and must not hold.

`challenge/*.jsonl` holds one JSON object a line:

- `id`: unique; `point`: what is tested, a short name such as `negation`; `text`: the post; `drug` (may be missing): the
  drug that the site shows beside the text.
- `expect`: entities that must be there. `label` is one label or a list of those that are right. `words` are words of
  the text, letter for letter: an entity is meant if it has a character in common with their first place, or with the
  place number `nth`, counted from 1. For a discontinuous mention `words` is a list, and the entity must touch each
  piece. With `"exact": true` the entity's spans must be these words, no more and no less. `attributes` are those that
  are tested: `presence`, `experiencer`, `time`, `effect`, `severity` (null: no severity). With `"present": false` the
  entity may be missing, but if it is there it must have these attributes.
- `forbid`: entities that must not be there: `words`, and if given `nth`, `label` (one or a list) and `attributes`, all
  of which have to fit.
- `relations`: `label`, `head` and `tail` (words of the text), and if given `effectiveness`; with `"present": false` the
  relation must not be there.
- `case`: a part of the record's case. An object must have the fields that are named, with what is named in them; a list
  must hold for each element named one that fits, and be empty when `[]` is named; null must be missing; true must be
  there, whatever its value. A claim fits its value, words whatever their case. In `treatments` and `reactions`, `words`
  asks for the element whose entities touch these words.

`id`, `point` and `text` are needed, and at least one of the others.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpora import schema
from corpora.challenge_checks import Json, check_expected, check_forbidden, check_part, check_relation, labels, places
from nlp import datamodel
from nlp.errors import UsageError

FOLDER = Path(__file__).parent / "challenge"

PARTS = ("expect", "forbid", "relations", "case")
FIELDS = {
    "expect": {"label", "words", "nth", "exact", "attributes", "present"},
    "forbid": {"label", "words", "nth", "attributes"},
    "relations": {"label", "head", "tail", "effectiveness", "present"},
}


@dataclass(frozen=True)
class Case:
    """One case. `expected` has the parts `expect`, `forbid`, `relations` and `case`, as far as they are given."""

    id: str
    point: str
    text: str
    expected: dict[str, Any]
    drug: str | None = None


def load(folder: Path | None = None) -> list[Case]:
    """The cases of all files, in order. Raises UsageError with file and line for one that is not of the format."""
    cases: list[Case] = []
    for path in sorted((folder or FOLDER).glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                cases.append(parse(json.loads(line)))
            except KeyError as error:
                raise UsageError(f"{path.name}:{number}: no field {error}") from error
            except (ValueError, TypeError, AttributeError) as error:
                raise UsageError(f"{path.name}:{number}: {error}") from error
    twice = [id_ for id_, count in Counter(case.id for case in cases).items() if count > 1]
    if twice:
        raise UsageError(f"ids that stand twice: {', '.join(twice)}")
    return cases


def parse(row: Json) -> Case:
    """A case of its JSON object. Raises ValueError or KeyError that says what is wrong."""
    expected = {name: row[name] for name in PARTS if row.get(name)}
    unknown = set(row) - {"id", "point", "text", "drug", *PARTS}
    if unknown or not expected:
        names = ", ".join(sorted(unknown)) or "none of them"
        raise ValueError(f"a case has id, point, text, drug and {', '.join(PARTS)}; here: {names}")
    for part, known in FIELDS.items():
        for item in expected.get(part, ()):
            if unknown := set(item) - known:
                raise ValueError(f"{part} has no {', '.join(sorted(unknown))}; fields: {', '.join(sorted(known))}")
            for stretch in [{"words": item[end]} for end in ("head", "tail")] if part == "relations" else [item]:
                places(row["text"], stretch)
            check_values(part, item)
    check_case_fields(row["text"], expected.get("case", {}))
    return Case(str(row["id"]), str(row["point"]), row["text"], expected, row.get("drug"))


def check_values(part: str, item: Json) -> None:
    """Raises ValueError for a label or attribute that the scheme lacks."""
    relations = {label for label, _, _ in schema.RELATION_ATTRIBUTES.values()}
    known = relations if part == "relations" else {*schema.CLINICAL_LABELS}
    if unknown := set(labels(item)) - known:
        raise ValueError(f"unknown label {', '.join(unknown)}; labels: {', '.join(sorted(known))}")
    for name, value in item.get("attributes", {}).items():
        if value not in (*schema.ATTRIBUTES.get(name, ()), *([None] if name == "severity" else [])):
            raise ValueError(f"{name}={value}; choices: {', '.join(schema.ATTRIBUTES.get(name, schema.ATTRIBUTES))}")


def check_case_fields(text: str, wanted: Json) -> None:
    """Raises ValueError for a field that the case of a record lacks, or for words that do not stand in the text."""
    kinds = {"patient": datamodel.Patient, "treatments": datamodel.Treatment, "reactions": datamodel.Reaction}
    for kind, items in [("case", wanted), *wanted.items()]:
        known = {each.name for each in fields({"case": datamodel.Case, **kinds}.get(kind, datamodel.Criteria))}
        for item in items if isinstance(items, list) else [items]:
            if not isinstance(item, dict):
                continue
            if unknown := set(item) - known - {"words", "nth"}:
                raise ValueError(f"{kind} has no {', '.join(sorted(unknown))}; fields: {', '.join(sorted(known))}")
            if "words" in item:
                places(text, item)


def check(record: Json, case: Case) -> list[str]:
    """What is wrong with a record of the case, one line for each; empty when all is as expected.

    `record` is a Record as a dict (`Record.to_dict()`). The lines quote the case, which is invented.
    """
    wanted = case.expected
    return [
        *(problem for item in wanted.get("expect", ()) for problem in check_expected(record, case.text, item)),
        *(problem for item in wanted.get("forbid", ()) for problem in check_forbidden(record, case.text, item)),
        *(problem for item in wanted.get("relations", ()) for problem in check_relation(record, case.text, item)),
        *check_part(record, case.text, record["case"], wanted.get("case", {}), "case"),
    ]


def run(cases: Sequence[Case], read: Callable[[Case], Json]) -> Iterator[tuple[Case, list[str]]]:
    """(case, what is wrong) for each case; `read` gives the record of a case as a dict."""
    for case in cases:
        yield case, check(read(case), case)

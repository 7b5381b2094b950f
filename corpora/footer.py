"""Read the footer lines of a post: the case, in the fields of `schema.FOOTER_FIELDS`."""

from __future__ import annotations

import re
from typing import Any

from corpora import schema
from corpora.errors import MarkupError


def parse_footer(
    lines: list[str], text: str, keys: set[str], where: str, first: int
) -> dict[str, list[dict[str, Any]]]:
    """Footer lines as kind -> rows. `first` is the line number of the first, `keys` the ids that a line may name."""
    case: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(lines, first):
        place = f"{where}:{number}"
        kind, _, rest = line[1:].partition(" ")
        if kind == "urgent":
            row: dict[str, Any] = {"evidence": quoted(rest.strip(), text, place)}
        elif kind == "special":
            name, _, evidence = rest.strip().partition(":")
            if name not in schema.SPECIAL_SITUATIONS:
                raise MarkupError(place, f"@special {name}; choices: {', '.join(schema.SPECIAL_SITUATIONS)}")
            row = {"kind": name, "evidence": quoted(evidence, text, place)}
        else:
            row = {}
            if kind in ("drug", "event"):
                key, _, rest = rest.strip().partition(" ")
                if key not in keys:
                    raise MarkupError(place, f"@{kind} {key}: no such id; ids: {', '.join(sorted(keys)) or 'none'}")
                row["id"] = key
            row |= parse_fields(kind, rest, text, place)
        case.setdefault(kind, []).append(row)
    return case


def parse_fields(kind: str, rest: str, text: str, place: str) -> dict[str, Any]:
    fields = schema.FOOTER_FIELDS[kind]
    row: dict[str, Any] = {}
    pattern = re.compile(r"\s*([a-z_]+)=([a-z_]+:\"[^\"]*\"|\"[^\"]*\"|[^\s\"]+)")
    position = 0
    while match := pattern.match(rest, position):
        position = match.end()
        name, value = match.groups()
        if name not in fields:
            raise MarkupError(place, f"@{kind} {name}=; fields: {', '.join(fields)}")
        if name == "serious":
            criterion, _, evidence = value.partition(":")
            if criterion not in schema.SERIOUSNESS:
                raise MarkupError(place, f"serious={criterion}; choices: {', '.join(schema.SERIOUSNESS)}")
            row.setdefault("serious", []).append({"criterion": criterion, "evidence": quoted(evidence, text, place)})
        else:
            value = value.strip('"')
            choices = fields[name]
            if choices and value not in choices:
                raise MarkupError(place, f"{name}={value}; choices: {', '.join(choices)}")
            row[name] = value
    if rest[position:].strip():
        raise MarkupError(place, f"footer not understood from: {rest[position:].strip()[:40]!r}")
    return row


def quoted(value: str, text: str, place: str) -> str:
    words = value.strip().strip('"')
    if not words or words not in text:
        raise MarkupError(place, "the quoted evidence does not stand in the post, letter for letter")
    return words

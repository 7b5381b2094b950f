"""How a record is answered: whole, or thinned to the parts asked for; offsets in the units that the caller counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal

from pydantic_core import from_json, to_json

from nlp.datamodel import Record

OffsetUnit = Literal["codepoint", "utf16", "utf8"]
Part = Literal["post", "entities", "relations", "case", "provenance", "warnings"]
PARTS: tuple[Part, ...] = ("post", "entities", "relations", "case", "provenance", "warnings")


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """`unit` that offsets count, and the parts of a record to answer with; `schema` and `post.id` are always there."""

    unit: OffsetUnit = "codepoint"
    include: frozenset[Part] = frozenset(PARTS)


def write_answer(record: Record, text: str, form: AnswerForm) -> bytes:
    """The record as JSON in this form. In the default form these are the very bytes of `Record.to_json`.

    Offsets count units of `text`, the text as received. The masked text of the record has as many code points, but not
    as many UTF-16 or UTF-8 units.
    """
    line = record.to_json()
    if form == AnswerForm():
        return line
    value: dict[str, Any] = from_json(line)
    if "post" not in form.include:
        value["post"] = {"id": value["post"]["id"]}
    shown = {name: part for name, part in value.items() if name in ("schema", "post") or name in form.include}
    if form.unit != "codepoint":
        to_unit = converter(text, form.unit)
        for part in ("entities", "case"):
            if part in shown:
                convert_offsets(shown[part], to_unit)
        convert_offsets(shown["post"].get("redactions", []), to_unit)
    return to_json(shown)


def converter(text: str, unit: OffsetUnit) -> Callable[[int], int]:
    """A function from offsets in code points of `text` to offsets in `unit`."""
    if unit == "codepoint" or text.isascii():
        return lambda offset: offset
    width = utf16_width if unit == "utf16" else utf8_width
    return list(accumulate(map(width, text), initial=0)).__getitem__


def utf16_width(character: str) -> int:
    """UTF-16 units of one code point."""
    return 2 if ord(character) > 0xFFFF else 1


def utf8_width(character: str) -> int:
    """Bytes of one code point in UTF-8."""
    code = ord(character)
    return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)


def convert_offsets(value: Any, to_unit: Callable[[int], int]) -> None:
    """Convert, in place and at any depth, every `start` beside an `end` and every list of `spans`."""
    if isinstance(value, list):
        for each in value:
            convert_offsets(each, to_unit)
    elif isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            value["start"], value["end"] = to_unit(value["start"]), to_unit(value["end"])
        if "spans" in value:
            value["spans"] = [[to_unit(start), to_unit(end)] for start, end in value["spans"]]
        for each in value.values():
            if isinstance(each, list | dict):
                convert_offsets(each, to_unit)

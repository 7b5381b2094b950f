"""The checks of a challenge case, one for each part of the format that `corpora.challenge` defines.

Each looks at a Record as a dict and gives one line for each thing that is not as the item wants it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
Span = tuple[int, int]


def labels(item: Json) -> tuple[str, ...]:
    label = item.get("label", ())
    return (label,) if isinstance(label, str) else tuple(label)


def places(text: str, item: Json) -> list[Span]:
    """Where the words of an item stand. Raises ValueError when they do not."""
    spans = []
    for words in [item["words"]] if isinstance(item["words"], str) else item["words"]:
        start = -1
        for _ in range(item.get("nth", 1)):
            start = text.find(words, start + 1)
            if start < 0 or not words:
                raise ValueError(f"'{words}' does not stand in the text, or not so often")
        spans.append((start, start + len(words)))
    return sorted(spans)


def check_expected(record: Json, text: str, item: Json) -> Iterator[str]:
    spans = places(text, item)
    touching = [each for each in record["entities"] if touches(each, spans)]
    found = [each for each in touching if each["label"] in labels(item)]
    if not found:
        if item.get("present", True):
            there = ", ".join(each["label"] for each in touching) or "nothing"
            yield f"no {' or '.join(labels(item))} at '{item['words']}', but {there}"
        return
    if item.get("exact"):
        exact = [each for each in found if [tuple(span) for span in each["spans"]] == spans]
        if not exact:
            yield f"{found[0]['label']} '{found[0]['text']}' instead of '{item['words']}'"
        found = exact
    # Several entities may touch the words: the nearest to what is expected counts.
    problems = [[*wrong_attributes(each, item)] for each in found]
    yield from (f"'{item['words']}': {problem}" for problem in min(problems, key=len, default=[]))


def wrong_attributes(entity: Json, item: Json) -> Iterator[str]:
    for name, wanted in item.get("attributes", {}).items():
        value = attribute(entity, name)
        if value != wanted:
            yield f"{name} is {value}, not {wanted}"


def attribute(entity: Json, name: str) -> Any:
    found = entity["attributes"].get(name)
    return found["value"] if found else None


def check_forbidden(record: Json, text: str, item: Json) -> Iterator[str]:
    spans = places(text, item)
    for each in record["entities"]:
        fits = not item.get("label") or each["label"] in labels(item)
        if fits and touches(each, spans) and not any(wrong_attributes(each, item)):
            yield f"there is a {each['label']} at '{item['words']}': '{each['text']}'"


def check_relation(record: Json, text: str, item: Json) -> Iterator[str]:
    heads, tails = (
        {each["id"] for each in record["entities"] if touches(each, places(text, {"words": item[end]}))}
        for end in ("head", "tail")
    )
    found = [
        each
        for each in record["relations"]
        if each["label"] in labels(item) and each["head"] in heads and each["tail"] in tails
    ]
    name = f"{' or '.join(labels(item))} from '{item['head']}' to '{item['tail']}'"
    if item.get("present", True) and not found:
        yield f"no relation {name}"
    elif found and not item.get("present", True):
        yield f"there is a relation {name}"
    elif found and "effectiveness" in item and item["effectiveness"] not in [each["effectiveness"] for each in found]:
        yield f"{name}: effectiveness is {found[0]['effectiveness']}, not {item['effectiveness']}"


def check_part(record: Json, text: str, value: Any, wanted: Any, place: str) -> Iterator[str]:
    """What is wrong with a value of the record's case; `place` names it."""
    plain = value["value"] if isinstance(value, dict) and "value" in value else value
    if isinstance(wanted, dict):
        if not isinstance(value, dict):
            yield f"{place} is {plain}"
            return
        for name, inner in wanted.items():
            if name == "words":
                if not any(touches(each, places(text, wanted)) for each in entities(record, value)):
                    yield f"{place} is not of '{inner}'"
            elif name != "nth":
                yield from check_part(record, text, value.get(name), inner, f"{place}.{name}")
    elif isinstance(wanted, list):
        if not isinstance(value, list) or (value and not wanted):
            yield f"{place} has {len(value or ())} elements"
            return
        for inner in wanted:
            if not any(not any(check_part(record, text, each, inner, place)) for each in value):
                yield f"{place} has no element {json.dumps(inner, ensure_ascii=False)}"
    elif isinstance(wanted, bool) or wanted is None:
        if bool(value) is not bool(wanted):
            yield f"{place} is {'missing' if not value else plain}"
    elif plain is None or str(plain).lower() != str(wanted).lower():
        yield f"{place} is {plain}, not {wanted}"


def entities(record: Json, item: Json) -> list[Json]:
    return [each for each in record["entities"] if each["id"] in item.get("entities", ())]


def touches(entity: Json, spans: Iterable[Span]) -> bool:
    """Whether an entity has a character in common with every stretch."""
    return all(any(a < end and b > start for a, b in entity["spans"]) for start, end in spans)

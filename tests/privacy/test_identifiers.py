from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.markup import parse_text
from corpora.schema import IDENTIFIER_LABELS
from nlp.datamodel import IDENTIFIER_KINDS
from nlp.privacy.identifiers import Identifier, find_identifiers, merge_identifiers
from nlp.privacy.spans import PRIORITY
from nlp.privacy.words import word_list

CASES = Path(__file__).parent.parent / "cases" / "identifiers.txt"
KNOWN_FAILURES = {"bare-name", "unlisted-name", "screen-name"}  # without a cue: left to the model


def cases() -> list[object]:
    parameters = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        id_, _, marked = line.partition(" | ")
        text, mentions, _ = parse_text(marked.replace(" // ", "\n"), id_)
        wanted = [(each.label, text[each.start : each.end]) for each in mentions if each.label in IDENTIFIER_LABELS]
        guarded = {
            word.lower().removesuffix("'s")
            for each in mentions
            if each.label in ("DRUG", "CONDITION")
            for word in text[each.start : each.end].split()
        }
        marks = [pytest.mark.xfail(strict=True, reason="known failure")] if id_ in KNOWN_FAILURES else []
        parameters.append(pytest.param(text, wanted, guarded, id=id_, marks=marks))
    return parameters


@pytest.mark.parametrize(("text", "wanted", "guarded"), cases())
def test_case(text: str, wanted: list[tuple[str, str]], guarded: set[str]) -> None:
    found = find_identifiers(text, protected=guarded.__contains__)
    assert [(each.kind, text[each.start : each.end]) for each in found] == wanted


def test_priority_holds_every_kind() -> None:
    assert sorted(PRIORITY) == sorted(IDENTIFIER_KINDS)


def test_merging_unites_what_overlaps_under_the_kind_that_tells_more() -> None:
    rules = [Identifier(4, 9, "PERSON", "title"), Identifier(20, 25, "PHONE", "number")]
    model = [Identifier(0, 6, "LOCATION", "model"), Identifier(9, 12, "PERSON", "model")]
    number = [Identifier(18, 30, "RECORD_NUMBER", "MRN")]
    assert merge_identifiers(rules, model, number) == [
        Identifier(0, 9, "LOCATION", "model"),
        Identifier(9, 12, "PERSON", "model"),
        Identifier(18, 30, "RECORD_NUMBER", "MRN"),
    ]
    assert merge_identifiers() == []


IDENTIFIERS = st.builds(
    lambda start, length, kind: Identifier(start, start + length, kind, "test"),
    st.integers(0, 40),
    st.integers(1, 12),
    st.sampled_from(PRIORITY),
)


@given(st.lists(IDENTIFIERS), st.lists(IDENTIFIERS))
def test_merging_covers_the_same_characters_in_order_once(one: list[Identifier], other: list[Identifier]) -> None:
    merged = merge_identifiers(one, other)
    assert {i for each in merged for i in range(each.start, each.end)} == {
        i for each in [*one, *other] for i in range(each.start, each.end)
    }
    assert all(before.end <= after.start for before, after in pairwise(merged))
    turned = merge_identifiers(other, one)
    assert [(each.start, each.end, each.kind) for each in merged] == [(e.start, e.end, e.kind) for e in turned]
    assert merge_identifiers(merged) == merged


NAMES = [
    "Dr. ",
    "Okafor",
    "my son ",
    "Teo",
    "Karen",
    " Whitfield",
    "'s",
    " disease",
    "live in ",
    "Leeds",
    ", OH",
    "Hospital ",
]
NUMBERS = [
    "call ",
    "555-0142",
    "+44 20 7946 0958",
    "MRN ",
    "12345",
    "born ",
    "3/4/61",
    " 45402",
    "14 Elm ",
    "Street",
    "no. ",
]
SIGNS = [
    "-",
    ", ",
    "\n",
    "@",
    "x",
    ".",
    "www.",
    "a@b.org",
    " ",
    "É",
    "e\u0301",
    "👩\u200d⚕️",
    "\ud800",
    "\0",
    "ﬁ",
    "İ",
    "(",
    ")",
    "u/",
]
PIECES = st.sampled_from([*NAMES, *NUMBERS, *SIGNS])


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_spans_lie_in_any_text_in_order(text: str) -> None:
    found = find_identifiers(text)
    assert all(0 <= each.start < each.end <= len(text) and text[each.start : each.end].strip() for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


HARD = [
    "a",
    "A",
    "Aa",
    "1",
    "1-",
    "1 ",
    "@",
    "a@",
    "a@b.",
    "a.",
    "www.a",
    "(",
    "'",
    "- ",
    "+1 ",
    "a dot ",
    "12345-",
    "no 1",
]
HARD += ["5 Elm ", "u/", "Karen ", "Dr. Aa ", "Elm Hospital ", ", OH", "my son ", "http://a", "St. ", "born "]


@pytest.mark.parametrize("piece", HARD)
def test_long_monotonous_posts_take_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.perf_counter()
        find_identifiers(text)
        return time.perf_counter() - start

    seconds(1_000)
    short = min(seconds(10_000) for _ in range(3))
    long = min(seconds(40_000) for _ in range(2))
    assert long < 10 * short + 0.05  # a quadratic pattern would take 16 times as long


def test_many_different_names_take_linear_time() -> None:
    letters = "abcdefghij"
    names = ("X" + "".join(letters[int(digit)] for digit in str(i)) for i in range(5_000))
    text = " ".join(f"Dr. {name} said so." for name in names)
    start = time.perf_counter()
    assert len(find_identifiers(text)) == 5_000
    assert time.perf_counter() - start < 3


def test_word_lists_do_not_contradict_each_other() -> None:
    assert len(word_list("given_names")) > 600
    assert len(word_list("uk_postcode_areas")) == 124
    for other in ("ambiguous_names", "not_people", "not_places", "eponyms"):
        assert not word_list("given_names") & word_list(other), other

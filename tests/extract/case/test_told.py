"""What short posts tell of seriousness, special situations and urgency, and what they only seem to tell."""

import re
from pathlib import Path

import pytest

from nlp.extract.case.reader import Reader
from nlp.extract.case.seriousness import consequences
from nlp.extract.case.situations import special_situations, urgent
from nlp.extract.segment import sentence_starts
from nlp.extract.written import normalise

CASES = [
    line.split(" | ", 1)
    for line in (Path(__file__).parents[2] / "cases" / "told.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def told(text):
    starts = sorted({0, *sentence_starts(text)})
    reader = Reader(text, normalise(text), tuple(zip(starts, [*starts[1:], len(text)], strict=True)))
    found = {claim.value for claim in (*consequences(reader), *special_situations(reader, "Zoloft"))}
    return found | {"urgent"} if urgent(reader) else found


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        pytest.param(
            kinds.removeprefix("xfail "), text, marks=[pytest.mark.xfail(strict=True)] * kinds.startswith("xfail ")
        )
        for kinds, text in CASES
    ],
)
def test_what_a_post_tells(kinds, text):
    words = set(kinds.split()) - {"nothing"}
    may = {word.strip("()") for word in words if word.startswith("(")}
    assert told(text) - may == {word for word in words if re.match(r"\w", word)}

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.datamodel import Redaction
from nlp.privacy.identifiers import Identifier, find_identifiers
from nlp.privacy.redaction import MASK, redact
from nlp.privacy.spans import PRIORITY


def test_words_are_masked_and_lines_stay() -> None:
    text = "Dr. Ann Okafor\nMRN 12-34."
    found = [Identifier(19, 24, "RECORD_NUMBER", "x"), Identifier(4, 14, "PERSON", "x")]
    assert redact(text, found) == (
        f"Dr. {MASK * 3} {MASK * 6}\nMRN {MASK * 5}.",
        (Redaction(4, 14, "PERSON"), Redaction(19, 24, "RECORD_NUMBER")),
    )


def test_a_text_without_identifiers_is_returned_as_it_is() -> None:
    assert redact("plain\r\n text", []) == ("plain\r\n text", ())


@pytest.mark.parametrize("span", [(-1, 2), (3, 3), (4, 2), (0, 6)])
def test_spans_outside_the_text_are_refused_without_quoting_it(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="does not lie in a text of 5 code points") as caught:
        redact("Anna!", [Identifier(*span, "PERSON", "x")])
    assert "Anna" not in str(caught.value)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Identifier]]:
    text = draw(
        st.text(st.characters() | st.sampled_from(" \n\t\r\u00a0█👩\u200d\u0301\ud800"), min_size=1, max_size=60)
    )
    spans = draw(
        st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)), st.sampled_from(PRIORITY)))
    )
    return text, [Identifier(start, min(len(text), start + length), kind, "x") for start, length, kind in spans]


@given(texts_with_spans())
def test_length_and_surroundings_are_kept_and_nothing_inside_is(case: tuple[str, list[Identifier]]) -> None:
    text, identifiers = case
    masked, redactions = redact(text, identifiers)
    inside = {i for each in identifiers for i in range(each.start, each.end)}
    assert len(masked) == len(text)
    assert {i for each in redactions for i in range(each.start, each.end)} == inside
    for i, (before, after) in enumerate(zip(text, masked, strict=True)):
        kept = i not in inside or before.isspace()
        assert after == (before if kept else MASK)
    assert redact(masked, identifiers) == (masked, redactions)


@pytest.mark.parametrize(
    "text",
    [
        "My son Teo sees Dr. Okafor at Larkmoor Pediatrics. Teo sleeps, Okafor is happy. - Karen",
        "DOB 3/4/1961, MRN 448192, call 312-555-0188 or a.b@example.org, u/sleepy-teo\nThanks, Bob",
    ],
)
def test_no_identifier_survives_and_none_is_found_again(text: str) -> None:
    found = find_identifiers(text)
    masked, _ = redact(text, found)
    for each in found:
        for word in text[each.start : each.end].split():
            assert word not in masked
    assert find_identifiers(masked) == []

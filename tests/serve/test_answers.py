"""Answers in other forms: parts, and offsets in other units."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.serve.answers import PARTS, AnswerForm, converter, write_answer
from tests.builders import TEXT, make_record

WHOLE = frozenset(PARTS)


def test_the_default_form_is_the_records_own_json():
    record = make_record()
    assert write_answer(record, TEXT, AnswerForm()) == record.to_json()


@given(st.text(), st.data())
def test_converted_offsets_cut_the_same_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    utf16, utf8 = converter(text, "utf16"), converter(text, "utf8")
    assert text.encode("utf-16-le")[2 * utf16(start) : 2 * utf16(end)].decode("utf-16-le") == text[start:end]
    assert text.encode()[utf8(start) : utf8(end)].decode() == text[start:end]
    assert converter(text, "codepoint")(end) == end


@pytest.mark.parametrize(("unit", "width"), [("utf16", 2), ("utf8", 4)])
def test_every_offset_of_a_record_is_converted(unit, width):
    record = make_record()
    text = "😀" * len(TEXT)
    plain = json.loads(record.to_json())
    plain["post"]["meta"] = {}
    answered = json.loads(write_answer(record, text, AnswerForm(unit, WHOLE)))
    answered["post"]["meta"] = {}
    assert answered == scaled(plain, width)
    assert answered["entities"][2]["spans"] == [[47 * width, 51 * width], [61 * width, 65 * width]]
    assert answered["post"]["redactions"][0]["end"] == 4 * width


def scaled(value, width):
    if isinstance(value, list):
        return [scaled(each, width) for each in value]
    if isinstance(value, dict):
        return {
            key: each * width
            if key in ("start", "end") and isinstance(each, int)
            else [[start * width, end * width] for start, end in each]
            if key == "spans"
            else scaled(each, width)
            for key, each in value.items()
        }
    return value


def test_the_callers_own_metadata_is_left_alone():
    from nlp.datamodel import Post

    meta = {"start": 3, "end": 5, "spans": "mine"}
    record = make_record(Post("1", "😀 x", meta=meta))
    assert json.loads(write_answer(record, "😀" * 80, AnswerForm("utf8")))["post"]["meta"] == meta

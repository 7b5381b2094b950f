"""The pipeline as a whole: offsets, redaction, independence of neighbours, failures as values."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpora import authored
from nlp.datamodel import Failure, Post, Record
from nlp.errors import BadPostError
from nlp.privacy.redaction import MASK

UNICODE = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=("Cs",), exclude_characters="\x00"),
        st.sampled_from("aeiou 😀👩🏽\u200d⚕️é\u0301\r\n\t’“ß"),
    ),
    min_size=1,
    max_size=120,
)
PHRASES = st.lists(
    st.sampled_from(
        [
            "Zoloft",
            "gave me",
            "terrible nausea",
            "no",
            "hair loss",
            "20mg/day",
            "😀",
            "Dr. Jones",
            "a@b.example",
            "\r\n",
            "İ",
        ]
    ),
    min_size=1,
    max_size=25,
).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(UNICODE, PHRASES))
def test_offsets_index_the_text_as_received(pipeline, text):
    if not text.strip():
        with pytest.raises(BadPostError):
            pipeline(text)
        return
    record = pipeline(text)
    assert len(record.post.text) == len(text)
    masked = {index for each in record.post.redactions for index in range(each.start, each.end)}
    for index, (before, after) in enumerate(zip(text, record.post.text, strict=True)):
        assert after == before or (index in masked and after == MASK)
    for entity in record.entities:
        assert entity.text == " ".join(record.post.text[start:end] for start, end in entity.spans)
        assert all(0 <= start < end <= len(text) for start, end in entity.spans)


def test_a_record_survives_its_json(pipeline):
    record = pipeline("Since Lexapro I can't sleep. My email is anna@example.org")
    assert Record.from_json(record.to_json()) == record
    assert json.loads(record.to_json())["schema"] == "firsthand/record/1"


def test_a_record_does_not_depend_on_its_neighbours(pipeline):
    texts = ["Zoloft made me dizzy", "x" * 3000, "No nausea on Ozempic", "took " * 900 + "Humira and got a rash", "😀"]
    posts = [Post(str(number), text) for number, text in enumerate(texts)]
    together = [record.to_json() for record in pipeline.pipe(posts)]
    alone = [next(pipeline.pipe([post])).to_json() for post in posts]
    assert together == alone


def test_a_record_does_not_depend_on_the_process(tmp_path):
    """Sets of strings have another order in every process."""
    texts = ["They put me on OxyContin 20 mg and after 6 months they went to 40.", "Zoloft made me dizzy, then sick"]
    texts += [post.text for post in authored.split("train")[:60]]
    source = tmp_path / "posts.jsonl"
    source.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "nlp.cli", "run", str(source), "--out", str(tmp_path / f"{seed}.jsonl"), "--quiet"],
            cwd=Path(__file__).parents[1],
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    ]
    assert [run.wait() for run in runs] == [0, 0]
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_a_long_post_is_read_to_its_end(pipeline):
    filler = "I went to the shop and bought some bread and came home again. " * 120
    record = pipeline(filler + "Then Zoloft gave me terrible headaches.")
    found = {(entity.label, entity.text) for entity in record.entities if entity.start > len(filler) - 5}
    assert ("DRUG", "Zoloft") in found
    assert any(label == "ADE" and "headaches" in text for label, text in found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty_text"), (" \n", "empty_text"), ("a\ud800", "lone_surrogate"), ("a" * 1_000_001, "too_long")],
)
def test_what_cannot_be_read_is_a_failure_in_its_place(pipeline, text, reason):
    before, bad, after = pipeline.pipe([Post("1", "fine"), Post("2", text), Post("3", "fine")])
    assert isinstance(before, Record)
    assert isinstance(after, Record)
    assert isinstance(bad, Failure)
    assert (bad.post_id, bad.reason) == ("2", reason)


def test_a_component_that_breaks_costs_one_post_and_tells_no_text(pipeline, monkeypatch):
    from nlp.extract import assemble

    real = assemble.assemble

    def breaks(reader, *arguments):
        if "SECRET" in reader.text:
            raise RuntimeError(reader.text)
        return real(reader, *arguments)

    monkeypatch.setattr(assemble, "assemble", breaks)
    first, bad, last = pipeline.pipe([Post("1", "fine"), Post("2", "SECRET words"), Post("3", "fine")])
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert (bad.step, bad.reason) == ("assemble", "RuntimeError")
    assert "SECRET" not in bad.message


def test_a_word_of_ten_thousand_characters_is_no_trouble(pipeline):
    record = pipeline("a" * 10_000 + " Zoloft gave me hives")
    assert any(entity.label == "DRUG" and entity.text == "Zoloft" for entity in record.entities)


def test_authors_and_threads_become_pseudonyms(pipeline):
    record = pipeline(Post("1", "Zoloft made me dizzy", author="karen1970", thread="help me"))
    assert record.post.author.startswith("author-")
    assert record.post.thread.startswith("thread-")
    assert b"karen1970" not in record.to_json()


def test_metadata_is_redacted_and_kept(pipeline):
    record = pipeline(
        Post("1", "fine", meta={"rating": 3, "contact": "mail bob@example.org", "nested": {"x": ["555-0142-99"]}})
    )
    assert record.post.meta["rating"] == 3
    assert "bob@example.org" not in record.to_json().decode()


def test_the_drug_of_a_review_is_an_implicit_suspect(pipeline):
    record = pipeline(Post("1", "It gave me terrible headaches.", meta={"drug": "Zoloft"}))
    assert [(each.name, each.implicit) for each in record.case.treatments] == [("Zoloft", True)]
    assert record.case.reactions[0].suspects == ("Zoloft",)


def test_provenance_names_model_and_vocabularies(pipeline):
    provenance = pipeline("fine").provenance
    assert provenance.models
    assert {"UNII", "HP", "MONDO"} <= set(provenance.vocabularies)
    assert len(provenance.config) == 64

"""Exports: what is written can be read by the tools it is for, and gives the annotation back."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin

from corpora import gold, readers
from corpora.export import FORMATS, export, flat, tagged, to_doc
from corpora.markup import AnnotatedPost, Mention, Relation
from nlp.errors import UsageError
from training.evaluate import evaluate

VOCABULARY = spacy.blank("en").vocab


def post(text, *entities, relations=(), id_="x"):
    return AnnotatedPost(id_, "forum", "someone", {}, text, entities, tuple(relations))


@st.composite
def annotated(draw):
    """Posts of any letters, with mentions on any of their words; some discontinuous."""
    words = draw(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=8))
    text = draw(st.sampled_from([" ", "  ", "\n", ", "])).join(words)
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges), max_size=4))
    mentions = [
        Mention(draw(st.sampled_from(["ADE", "DRUG", "PERSON"])), (tuple(sorted(each)),), {})
        for each in spans
        if (found := text[min(each) : max(each)]) and found == found.strip()
    ]
    return post(text, *sorted(mentions, key=lambda each: each.spans))


def test_brat_files_are_read_back(posts, tmp_path):
    export(posts, "brat", tmp_path / "brat")
    back = list(readers.read("brat", tmp_path / "brat"))
    assert [each.text for each in back] == [each.text for each in posts]
    for before, after in zip(posts, back, strict=True):
        in_order = sorted(before.entities, key=lambda each: each.spans)
        assert [(each.label, each.spans, each.attributes) for each in after.entities] == [
            (each.label, each.spans, each.attributes) for each in in_order
        ]
    effexor = [each.key for each in back[1].entities if each.label == "DRUG"]
    assert len(set(effexor)) == 1
    assert Relation(1, effexor[0], "after_stopping") in back[1].relations
    configuration = (tmp_path / "brat" / "annotation.conf").read_text()
    assert "after_stopping Arg1:WITHDRAWAL, Arg2:DRUG" in configuration


def test_brat_holds_what_the_header_drug_did_as_a_note(posts, tmp_path):
    export(posts[:1], "brat", tmp_path / "brat")
    unnamed = replace(posts[0], entities=posts[0].entities[3:4], relations=(Relation("d0", 0, "causes"),))
    export([unnamed], "brat", tmp_path / "other")
    lines = (tmp_path / "other" / "t01-001.ann").read_text().splitlines()
    assert "#1\tAnnotatorNotes T1\tcauses d0" in lines
    lines = (tmp_path / "brat" / "t01-001.ann").read_text().splitlines()
    assert "R2\ttreats Arg1:T1 Arg2:T3" in lines
    assert "A2\teffectiveness R2 slight" in lines or "A3\teffectiveness R2 slight" in lines


def test_brat_fragments_stop_at_line_ends(tmp_path):
    export([post("burning\r\nfeet", Mention("ADE", ((0, 13),), {}), id_="a:b/c")], "brat", tmp_path / "out")
    assert (tmp_path / "out" / "a_b_c.ann").read_text() == "T1\tADE 0 7;9 13\tburning feet\n"
    assert (tmp_path / "out" / "a_b_c.txt").read_bytes() == b"burning\r\nfeet"


def test_brat_refuses_two_posts_for_one_file(tmp_path):
    with pytest.raises(UsageError, match=r"a_b\.ann.* a/b"):
        export([post("x", id_="a:b"), post("y", id_="a/b")], "brat", tmp_path / "out")


def test_docbin_is_read_by_spacy(posts, tmp_path):
    export(posts, "docbin", tmp_path / "posts.spacy")
    docs = list(DocBin().from_disk(tmp_path / "posts.spacy").get_docs(VOCABULARY))
    assert [(doc.user_data["id"], doc.text) for doc in docs] == [(each.id, each.text) for each in posts]
    spans = docs[0].spans["firsthand"]
    fragments = [(index, span) for index, each in enumerate(posts[0].entities) for span in each.spans]
    found = zip(spans.attrs["mentions"], spans, strict=True)
    assert [(index, (span.start_char, span.end_char)) for index, span in found] == fragments
    assert spans.attrs["attributes"][3]["severity"] == "severe"
    assert ["d0", 2, "treats", "slight"] in spans.attrs["relations"]
    assert [ent.label_ for ent in docs[1].ents] == ["DRUG", "WITHDRAWAL", "DRUG", "WITHDRAWAL"]


@given(annotated())
def test_docs_give_back_the_text_and_hold_every_mention(each):
    doc = to_doc(each, VOCABULARY)
    assert doc.text == each.text
    for mention, span in zip(each.entities, doc.spans["firsthand"], strict=True):
        assert span.label_ == mention.label
        assert span.start_char <= mention.start < mention.end <= span.end_char


def test_conll_has_a_piece_a_line(tmp_path):
    ache = Mention("ADE", ((4, 12),), {})
    export([post("My legs ache, badly", ache, id_="p")], "conll", tmp_path / "x.conll")
    assert (tmp_path / "x.conll").read_text().split("\n") == [
        "# id = p",
        "My\t0\t2\tO",
        "legs\t3\t7\tB-ADE",
        "ache\t8\t12\tI-ADE",
        ",\t12\t13\tO",
        "badly\t14\t19\tO",
        "",
        "",
    ]


def test_touching_mentions_begin_anew():
    tags = [tag for *_, tag in tagged(post("nausea vomiting", *(Mention("ADE", (s,), {}) for s in ((0, 6), (7, 15)))))]
    assert tags == ["B-ADE", "B-ADE"]


@given(annotated())
def test_tags_are_well_formed_and_pieces_hold_every_letter(each):
    rows = list(tagged(each))
    assert "".join(words for words, *_ in rows) == "".join(each.text.split())
    previous = "O"
    for words, start, end, tag in rows:
        assert words == each.text[start:end]
        assert not tag.startswith("I") or previous[2:] == tag[2:]
        previous = tag


@given(annotated())
def test_flat_mentions_do_not_overlap(each):
    chosen = flat(each)
    assert all(left[1] <= right[0] for left, right in pairwise(chosen))
    assert bool(chosen) == bool(each.entities)


def test_gold_is_what_evaluate_reads(posts, tmp_path):
    export(posts, "jsonl", tmp_path / "gold.jsonl")
    scores = evaluate(tmp_path / "gold.jsonl", tmp_path / "gold.jsonl", draws=2)
    assert scores.micro.strict.f1.value == 1
    assert "PERSON" not in {each.label for each in scores.labels}, "a record has no entities for identifiers"


def test_gold_gives_the_posts_back(posts):
    back = [gold.from_row(json.loads(json.dumps(gold.to_row(each)))) for each in posts]
    assert back[1:] == posts[1:]
    named = posts[0].entities[6]
    assert named.label == "PERSON"
    assert back[0].entities == (*posts[0].entities[:6], posts[0].entities[7], named)
    assert Relation("d0", 6, "causes") in back[0].relations, "the rash has changed its place"


def test_an_output_that_is_there_is_kept(posts, tmp_path):
    (tmp_path / "there").write_text("mine")
    with pytest.raises(UsageError, match="--overwrite"):
        export(posts, "conll", tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"
    export(posts, "conll", tmp_path / "there", overwrite=True)
    assert (tmp_path / "there").read_text() != "mine"


def test_an_unknown_format_is_named(posts, tmp_path):
    with pytest.raises(UsageError, match="formats: brat, docbin, conll, jsonl"):
        export(posts, "xml", tmp_path / "x")


@pytest.mark.parametrize("format", FORMATS)
def test_no_posts_are_written_as_nothing(format, tmp_path):
    export([], format, tmp_path / "out")
    assert (tmp_path / "out").exists()

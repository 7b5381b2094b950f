"""Agreement: scores that can be worked out by hand, and the same whichever side is first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from corpora import standoff
from corpora.agreement import agreement, kappa, matched, read
from corpora.markup import AnnotatedPost, Mention
from nlp.errors import UsageError
from tests.corpora.conftest import AUTHORED
from training import metrics

TEXT = "x" * 40


def mention(label, start, end, **attributes):
    return Mention(label, ((start, end),), attributes)


def post(*entities, id_="a"):
    return AnnotatedPost(id_, "", "", {}, TEXT, entities)


def score(found, label):
    each = next(each for each in found.labels if each.label == label)
    return each.left, each.right, round(each.strict_f1, 3), round(each.relaxed_f1, 3)


def test_strict_relaxed_and_labels():
    left = post(mention("ADE", 0, 5), mention("ADE", 10, 15), mention("DRUG", 20, 25), mention("SYMPTOM", 30, 35))
    right = post(mention("ADE", 0, 5), mention("ADE", 12, 18), mention("DRUG", 26, 28), mention("CONDITION", 30, 35))
    found = agreement([left, post(id_="b")], [right])
    assert (found.posts, found.only_left, found.only_right) == (1, 1, 0)
    assert score(found, "ADE") == (2, 2, 0.5, 1.0)
    assert score(found, "DRUG") == (1, 1, 0.0, 0.0)
    assert score(found, "ALL") == (4, 4, 0.25, 0.5)
    assert (found.label.pairs, found.label.same) == (3, pytest.approx(2 / 3))
    assert [(each.side, each.problem) for each in found.disagreements] == [
        ("both", "spans [(10, 15)] or [(12, 18)]"),
        ("left", "only here"),
        ("right", "only here"),
        ("both", "SYMPTOM or CONDITION"),
    ]


def test_attributes_have_their_defaults_and_are_those_of_events():
    left = post(mention("ADE", 0, 5), mention("ADE", 10, 15, presence="absent"), mention("DRUG", 20, 25))
    right = post(
        mention("ADE", 0, 5, presence="present", severity="mild"),
        mention("ADE", 10, 15, presence="absent"),
        mention("DRUG", 20, 25, experiencer="other"),
    )
    found = agreement([left], [right])
    attributes = found.labels[0].attributes
    assert (attributes["presence"].pairs, attributes["presence"].kappa) == (2, 1.0)
    assert attributes["severity"].same == 0.5
    assert attributes["severity"].kappa == 0
    assert attributes["experiencer"].kappa is None, "one value only: chance explains all"
    assert [each.problem for each in found.disagreements] == ["severity None or mild", "experiencer author or other"]


def test_a_mention_is_used_once():
    one, two, wide = mention("ADE", 0, 5), mention("ADE", 6, 9), mention("ADE", 0, 9)
    assert matched([one, two], [wide], same_label=True) == [(one, wide)]
    assert len(matched([wide, two], [one, wide], same_label=True)) == 2


@st.composite
def mentions(draw):
    found = draw(
        st.lists(st.tuples(st.integers(0, 38), st.integers(1, 9), st.sampled_from(["ADE", "DRUG"])), max_size=8)
    )
    return tuple(dict.fromkeys((label, ((start, min(40, start + size)),)) for start, size, label in found))


@given(mentions(), mentions())
def test_it_is_symmetric_and_agrees_with_our_scores(left, right):
    sides = [post(*(Mention(label, spans, {}) for label, spans in side)) for side in (left, right)]
    there, back = agreement(sides[:1], sides[1:]), agreement(sides[1:], sides[:1])
    scores = metrics.score(
        {"a": [metrics.Mention(*each) for each in left]}, {"a": [metrics.Mention(*each) for each in right]}, draws=1
    )
    assert there.labels[0].strict_f1 == pytest.approx(back.labels[0].strict_f1)
    assert there.labels[0].strict_f1 == pytest.approx(scores.micro.strict.f1.value)
    assert there.labels[0].relaxed_f1 == pytest.approx(scores.micro.relaxed.f1.value)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("ab")), min_size=2))
def test_kappa_is_scikit_learns(values):
    found = kappa(values)
    if len({each for pair in values for each in pair}) > 1:
        assert found.kappa == pytest.approx(cohen_kappa_score(*zip(*values, strict=True)))


def test_other_texts_and_other_posts_are_refused():
    with pytest.raises(UsageError, match="a: the two sides annotate different texts"):
        agreement([post()], [replace(post(), text="other")])
    with pytest.raises(UsageError, match="no post to compare"):
        agreement([post()], [post(id_="b")])


def test_files_of_markup_and_of_offsets(shelf, tmp_path):
    (tmp_path / "second.txt").write_text(AUTHORED.replace("<ADE presence=absent by=d0>rash</ADE>", "rash"))
    found = agreement(read(shelf.folder / "authored" / "t01.txt"), read(tmp_path / "second.txt"))
    assert score(found, "ADE")[:2] == (4, 3)
    path = shelf.folder / "annotations" / "meqsum.jsonl.gz"
    rows = standoff.read(path)
    assert agreement(read(path), read(path)).labels[0].strict_f1 == 1
    rows[0]["sha256"] = "0"
    standoff.write(tmp_path / "other.jsonl.gz", rows)
    with pytest.raises(UsageError, match="meqsum:0001: the two sides annotate different texts"):
        agreement(read(path), read(tmp_path / "other.jsonl.gz"))


@pytest.mark.parametrize("name", ["nothing.txt", "other.csv"])
def test_files_that_cannot_be_read(tmp_path, name):
    (tmp_path / "other.csv").touch()
    with pytest.raises(UsageError, match=name):
        read(tmp_path / name)

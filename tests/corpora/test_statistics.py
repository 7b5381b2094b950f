"""Figures on posts that can be counted by hand, and the estimates of samples against real sampling."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.markup import AnnotatedPost
from corpora.ngrams import copied_runs, grams, lowered_words, near_duplicates, posts_by_gram
from corpora.statistics import distinct_in_sample, normal_form, repeated, repeated_in_sample, statistics


def plain(text, *entities, **meta):
    return AnnotatedPost("x", "forum", "someone", meta, text, entities)


def test_a_corpus_is_counted(posts):
    found = statistics(posts)
    assert (found.posts, found.communities, found.areas) == (3, 2, 3)
    assert (found.drugs, found.conditions, found.reviewed_drugs) == (3, 1, 1)  # effexor's is Effexor
    assert found.without_event == 1 / 3
    assert (found.first_person, found.with_digits, found.with_emoji) == (2 / 3, 1 / 3, 1 / 3)
    assert (found.no_capital, found.mostly_capitals) == (0, 1 / 3)
    assert found.words_a_post[2] == 12
    assert found.words_a_sentence == (1, 3, 5, 7, 8)
    assert found.discontinuous == 1
    assert found.attributes == {"severity=severe": 2, "presence=absent": 1}
    assert found.relations == {"causes": 4, "has": 2, "after_stopping": 2, "treats": 1}
    ades = found.labels["ADE"]
    assert (ades.mentions, ades.distinct, ades.one_word, ades.two_words, ades.five_or_more) == (4, 4, 0.25, 0.25, 0)
    assert ades.a_post == 4 / 3


def test_nothing_cannot_be_counted():
    with pytest.raises(ValueError, match="no posts"):
        statistics([])


@pytest.mark.parametrize(
    ("text", "is_first"),
    [("I’m fine", True), ("my leg", True), ("im ok", True), ("He is III", False), ("it is 1.5", False)],
)
def test_first_person(text, is_first):
    assert statistics([plain(text)]).first_person == is_first


@pytest.mark.parametrize(
    ("words", "normal"),
    [("Tylenol's", "tylenol"), ('"Wellbutrin  XL",', "wellbutrin xl"), ("5-HTP", "5-htp"), ("statins", "statins")],
)
def test_normal_form(words, normal):
    assert normal_form(words) == normal


def test_repeated_grams_are_those_in_two_posts():
    assert repeated(posts_by_gram([["a", "b", "c"], ["a", "b", "d"]], 2).values()) == 1 / 3
    assert repeated(posts_by_gram([["a", "b", "a", "b"]], 2).values()) == 0


def test_the_estimate_for_a_sample_is_the_mean_of_samples():
    generator = random.Random(5)
    posts = [[generator.choice("abcdefgh") for _ in range(6)] for _ in range(40)]
    in_posts = posts_by_gram(posts, 2)
    counts = []
    for _ in range(3000):
        drawn = posts_by_gram(generator.sample(posts, 10), 2).values()
        counts.append((sum(count > 1 for count in drawn), len(drawn)))
    expected = sum(more for more, _ in counts) / sum(all_ for _, all_ in counts)
    assert repeated_in_sample(in_posts.values(), 40, 240, sample_words=60) == pytest.approx(expected, abs=0.01)


def test_a_sample_as_large_as_the_corpus_is_the_corpus():
    counts = [1, 1, 2, 5]
    assert repeated_in_sample(counts, 5, 10) == pytest.approx(repeated(counts))
    assert distinct_in_sample(counts, 9) == pytest.approx(4)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=20), st.integers(1, 50))
def test_distinct_strings_of_a_sample_are_fewer_than_its_mentions(counts, sample):
    found = distinct_in_sample(counts, sample)
    assert 0 < found <= sample + 1e-6
    if sample <= sum(counts):
        assert found <= len(counts) + 1e-6


def test_words_have_no_case_and_straight_apostrophes():
    assert lowered_words("I’M 5'2, can't/won't") == ["i'm", "5'2", "can't", "won't"]
    assert grams(["a", "b", "c"], 2) == {("a", "b"), ("b", "c")}
    assert grams(["a"], 2) == set()


def test_near_duplicates_share_most_of_the_smaller_post():
    base = lowered_words("i took it for a week and then my head began to hurt")
    longer = [*base, *lowered_words("and much more happened later that has nothing to do with it")]
    other = lowered_words("completely different words stand here and there now")
    assert list(near_duplicates([base, other, longer], 5, 0.6)) == [(0, 2)]
    assert list(near_duplicates([["great", "stuff"], ["great", "stuff"], ["great"]], 5, 0.6)) == [(0, 1)]


def test_copied_runs_are_found_whatever_case_and_punctuation():
    ours = [lowered_words("well, one two three four. five"), lowered_words("none")]
    assert list(copied_runs(ours, [("theirs", "ONE (two) three, four!"), ("other", "one two three")], 4)) == [
        (0, "theirs")
    ]

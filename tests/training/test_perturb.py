"""Perturbed posts keep their annotation on the same words."""

from dataclasses import replace

import pytest

from corpora import authored
from corpora.markup import AnnotatedPost, Mention
from training.perturb import PERTURBATIONS, in_case, with_typos

POSTS = authored.split("train")[:40]


def words(post):
    return [[post.text[start:end] for start, end in each.spans] for each in post.entities]


def initials(text):
    """The first letters of the words of a text: a slip leaves them."""
    return [word[0] for word in text.split()]


@pytest.mark.parametrize("seed", range(5))
def test_slips_leave_mentions_on_their_words(seed):
    for post in POSTS:
        changed = with_typos(post, seed, share=1.0)
        assert changed.text != post.text
        for before, after in zip(words(post), words(changed), strict=True):
            for left, right in zip(before, after, strict=True):
                assert initials(left) == initials(right)
                assert abs(len(left) - len(right)) <= len(left.split())


def test_the_same_seed_gives_the_same_slips_and_another_seed_others():
    left, again, other = ([with_typos(post, seed) for post in POSTS] for seed in (1, 1, 2))
    assert left == again != other


def test_nothing_changes_where_no_word_may():
    assert with_typos(POSTS[0], share=0.0) == POSTS[0]
    glued = AnnotatedPost("x", "", "", {}, "headachenausea", (Mention("ADE", ((0, 8),), {}),))
    assert with_typos(glued, share=1.0) == glued


def test_case_keeps_every_place():
    odd = replace(POSTS[0], text="Straße İstanbul ﬁne", entities=())
    for change in (str.upper, str.lower):
        assert len(in_case(odd, change).text) == len(odd.text)
    assert in_case(odd, str.upper).text == "STRAßE İSTANBUL ﬁNE"
    assert set(PERTURBATIONS) == {"typos", "upper case", "lower case"}

"""Decoding gives only allowed sequences, and the best of them."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nlp.models.tags import TagScheme, log_softmax

SCHEME = TagScheme(("DRUG", "ADE"))


def valid(tags):
    return all(tag == 0 or tag % 2 == 1 or (i > 0 and tags[i - 1] in (tag, tag - 1)) for i, tag in enumerate(tags))


@given(arrays(np.float32, st.tuples(st.integers(1, 4), st.just(5)), elements=st.floats(-5, 5, width=32)))
def test_viterbi_finds_the_best_allowed_sequence(logits):
    scores = log_softmax(logits)
    found = SCHEME.decode(scores)
    best = max(
        (tags for tags in product(range(5), repeat=len(scores)) if valid(tags)),
        key=lambda tags: sum(scores[i, tag] for i, tag in enumerate(tags)),
    )
    total = lambda tags: sum(float(scores[i, tag]) for i, tag in enumerate(tags))  # noqa: E731
    assert valid(found)
    assert abs(total(found) - total(best)) < 1e-4


def test_no_words_give_no_tags():
    assert SCHEME.decode(np.empty((0, 5), dtype=np.float32)) == []


def test_spans_join_inside_tags_and_split_neighbours():
    assert SCHEME.spans([1, 2, 1, 0, 3, 4, 4]) == [(0, 2, "DRUG"), (2, 3, "DRUG"), (4, 7, "ADE")]


def test_log_softmax_is_a_distribution():
    rows = np.exp(log_softmax(np.array([[1000.0, 0.0, -1000.0], [1.0, 1.0, 1.0]], dtype=np.float32)))
    assert np.allclose(rows.sum(axis=1), 1)

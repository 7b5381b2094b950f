import numpy as np

from nlp.models.stretches import AROUND, means, stretches

SENTENCE = np.repeat([0, 1, 2], [3, 8, 2])


def test_a_mention_is_read_with_what_stands_around_it():
    low, high = stretches(np.array([5]), np.array([7]), SENTENCE)
    words = [(5, 6), (6, 7), (5, 7), (3, 5), (7, 7 + AROUND), (3, 11), (10, 11)]
    assert list(zip(low[0], high[0], strict=True)) == words


def test_no_stretch_leaves_the_sentence():
    low, high = stretches(np.array([0, 12]), np.array([1, 13]), SENTENCE)
    assert (low.min(axis=1) == [0, 11]).all()
    assert (high.max(axis=1) == [3, 13]).all()
    assert (high >= low).all()


def test_a_mention_over_two_sentences_has_both():
    low, high = stretches(np.array([2]), np.array([4]), SENTENCE)
    assert (low[0, 5], high[0, 5]) == (0, 11)


def test_means_are_those_of_the_words_and_zero_of_none():
    states = np.random.default_rng(1).normal(size=(5, 3)).astype(np.float32)
    found = means(states, np.array([0, 2, 3]), np.array([5, 3, 3]))
    assert np.allclose(found[0], states.mean(axis=0), atol=1e-6)
    assert np.allclose(found[1], states[2], atol=1e-6)
    assert (found[2] == 0).all()


def test_a_text_without_mentions_has_no_stretches():
    nothing = np.empty(0, dtype=np.int64)
    low, high = stretches(nothing, nothing, nothing)
    assert low.shape == high.shape == (0, 7)

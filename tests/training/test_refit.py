"""Refitting the heads: they learn what the states hold, and stay when dev gets no better."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from nlp.models.network import MentionHeads  # noqa: E402
from tests.training.test_mentions import POST, targets, words_of  # noqa: E402
from training.config import RecogniseConfig  # noqa: E402
from training.examples import as_gold  # noqa: E402
from training.frozen import weights_of  # noqa: E402
from training.refit import Fit, Read, fitted, overall  # noqa: E402

HIDDEN = 8
CONFIG = RecogniseConfig(name="x", encoder="y", corpora=())


def fit_from(before):
    torch.manual_seed(1)
    heads = MentionHeads(HIDDEN, dropout=0.0)
    start = weights_of(heads)
    states = np.random.default_rng(2).normal(size=(len(targets().sentence), HIDDEN)).astype(np.float32)
    read = [Read(targets(), states.astype(np.float16))] * 4
    golds, fit = [as_gold(POST, "firsthand")], Fit(epochs=10, posts=2, learning_rate=0.02)
    return start, fitted(read, golds, lambda text: (words_of(text), states), heads, CONFIG, fit, before)


def test_heads_learn_their_posts():
    start, (epoch, weights) = fit_from({"treats_f1": 0.1})
    assert epoch > 0
    assert not np.array_equal(weights["mention.weight"], start["mention.weight"])


def test_heads_stay_when_no_epoch_is_better():
    start, (epoch, weights) = fit_from({"treats_f1": 1.0})
    assert epoch == 0
    assert all(np.array_equal(weights[name], value) for name, value in start.items())


def test_an_epoch_is_chosen_by_f1_alone():
    assert overall({"presence_macro_f1": 0.5, "presence_accuracy": 0.9, "treats_f1": 0.7}) == pytest.approx(0.6)

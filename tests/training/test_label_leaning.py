"""The lean to one event label over another."""

import numpy as np
import torch

from nlp.models.network import Recogniser
from nlp.models.tags import TagScheme
from training.examples import Gold
from training.label_leaning import by_tag, fit, fold, strict_f1

SCHEME = TagScheme()


def said_of(text, chances):
    """One word with these logits by label, sure to begin a mention."""
    logits = np.full((1, len(SCHEME)), -20.0, dtype=np.float32)
    for label, value in chances.items():
        logits[0, SCHEME.begin(label)] = value
    return {text: ([(0, len(text))], logits)}


def case(label, chances, number):
    text = f"w{number}"
    return Gold(text, text, ((0, len(text), label),), "firsthand"), said_of(text, chances)


def test_a_label_that_is_told_too_rarely_gains_and_others_stay():
    cases = [case("WITHDRAWAL", {"WITHDRAWAL": 0.0, "ADE": 0.6}, number) for number in range(5)]
    cases += [case("ADE", {"WITHDRAWAL": 0.0, "ADE": 3.0}, number) for number in range(5, 10)]
    dev, said = [gold for gold, _ in cases], {text: row for _, each in cases for text, row in each.items()}
    leanings = fit(dev, said, SCHEME)
    assert leanings == {"WITHDRAWAL": 0.8}
    assert strict_f1(dev, said, SCHEME, {}) == 0.5
    assert strict_f1(dev, said, SCHEME, leanings) == 1.0


def test_what_is_right_is_left_alone():
    gold, said = case("ADE", {"ADE": 3.0, "SYMPTOM": 0.0}, 0)
    assert fit([gold], said, SCHEME) == {}


def test_folded_leanings_are_what_the_network_says_then():
    network = Recogniser(torch.nn.Identity(), 4, len(SCHEME), heads=False)
    before = network.head.bias.detach().numpy().copy()
    fold(network, {"SYMPTOM": 0.4}, SCHEME)
    np.testing.assert_allclose(network.head.bias.detach().numpy() - before, by_tag({"SYMPTOM": 0.4}, SCHEME), atol=1e-6)
    assert np.count_nonzero(by_tag({"SYMPTOM": 0.4}, SCHEME)) == 2

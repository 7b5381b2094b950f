"""The evidence head fitted to states that tell what is wanted, without an encoder."""

import re

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from corpora.markup import parse_post  # noqa: E402
from nlp.models.evidence import KINDS, PREFIX, head_of  # noqa: E402
from training.evidence import evidence_targets  # noqa: E402
from training.evidence_fit import Fit, Read, ask_dev, fitted  # noqa: E402
from training.examples import as_gold  # noqa: E402

HIDDEN = 8
STAY = """# s-{0} | forum | woman
<ADE id=e1>Rash</ADE> number {0}, admitted overnight.
@event e1 serious=hospitalisation:"admitted overnight\""""
PLAIN = """# q-{0} | forum | woman
<ADE>Rash</ADE> number {0}, gone overnight."""
FIT = Fit(epochs=20, posts=5, learning_rate=0.02)


def states_of(text):
    """Words of a text and states that know of a word what a good encoder would."""
    words = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    states = np.random.default_rng(len(text)).normal(scale=0.1, size=(len(words), HIDDEN)).astype(np.float32)
    for row, (start, end) in zip(states, words, strict=True):
        row[0] = 3.0 * ("admitted" in text and text[start:end] in ("admitted", "overnight"))
    return words, states


def golds(first, last):
    return [as_gold(parse_post(form.format(n)), "firsthand") for n in range(first, last) for form in (STAY, PLAIN)]


def read(gold):
    words, states = states_of(gold.text)
    return Read(evidence_targets(gold.post, words), states.astype(np.float16))


@pytest.fixture(scope="module")
def result():
    return fitted([read(each) for each in golds(0, 20)], golds(20, 40), states_of, {}, FIT, before=0.0)


def test_the_best_epoch_is_kept(result):
    epoch, figure, weights = result
    assert epoch > 0
    assert figure == 1.0
    assert all(name.startswith(PREFIX) for name in weights)


def test_its_logits_part_the_kinds_of_posts(result):
    asked = ask_dev(result[2], golds(40, 50), states_of)
    column = KINDS.index("hospitalisation")
    assert asked.wanted[:, column].sum() == 10
    assert asked.logits[asked.wanted[:, column], column].min() > asked.logits[~asked.wanted[:, column], column].max()
    assert head_of(result[2], {}).logits(states_of("admitted")[1]).shape == (1, len(KINDS))


def test_a_head_that_gets_no_better_stays(result):
    train, dev = [read(each) for each in golds(0, 5)], golds(20, 30)
    epoch, figure, weights = fitted(train, dev, states_of, result[2], Fit(epochs=2, posts=5), before=1.0)
    assert (epoch, figure) == (0, 1.0)
    assert all(np.array_equal(weights[name], each) for name, each in result[2].items())


def test_weights_without_a_head_are_refused():
    with pytest.raises(ValueError, match="no evidence head"):
        ask_dev({"mention.bias": np.zeros(1, dtype=np.float32)}, [], states_of)

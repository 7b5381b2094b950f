"""The evidence head in NumPy: the same numbers as the one that is trained, and what it makes of a text."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from nlp.models.evidence import KINDS, EvidenceHead, head_of, run  # noqa: E402
from nlp.models.network import EvidenceHead as TorchHead  # noqa: E402
from nlp.models.network import MentionHeads as TorchHeads  # noqa: E402

HIDDEN = 8
TEXT = "I was admitted overnight. Fine now"
WORDS = [(0, 1), (2, 5), (6, 14), (15, 24), (24, 25), (26, 30), (31, 34)]


@pytest.fixture
def states():
    return np.random.default_rng(3).normal(size=(len(WORDS), HIDDEN)).astype(np.float32)


def test_it_gives_what_the_trained_head_gives(states):
    torch.manual_seed(1)
    head = TorchHead(HIDDEN).eval()
    ours = EvidenceHead({name: value.detach().numpy() for name, value in head.state_dict().items()})
    with torch.inference_mode():
        theirs = head(torch.from_numpy(states)).numpy()
    assert ours.logits(states).shape == (len(WORDS), len(KINDS))
    assert np.allclose(ours.logits(states), theirs, atol=1e-5)


def looking_at(kind, values):
    """A head of one hidden unit that gives `kind` a rising function of the values, other kinds nothing."""
    output = np.zeros((len(KINDS), 1), dtype=np.float32)
    output[KINDS.index(kind)] = 1
    weights = {
        "hidden.weight": np.ones((1, 1), dtype=np.float32),
        "hidden.bias": np.zeros(1, dtype=np.float32),
        "output.weight": output,
        "output.bias": np.zeros(len(KINDS), dtype=np.float32),
    }
    return EvidenceHead(weights, scale=2.0, shift=-5.0, thresholds={kind: 0.5, "death": 0.9}), np.array(
        values, dtype=np.float32
    )[:, None]


def test_each_sentence_speaks_with_its_highest_word_and_the_run_around_it():
    head, states = looking_at("hospitalisation", [0, 4, 5, 4, 0, 1, 0])
    told = [each for each in head.told(TEXT, WORDS, states) if each.kind == "hospitalisation"]
    assert [TEXT[each.start : each.end] for each in told] == ["was admitted overnight", "Fine now"]
    assert told[0].score == pytest.approx(1 / (1 + np.exp(-5)), abs=1e-3)
    assert told[0].score > told[1].score
    assert [TEXT[each.low : each.high] for each in told] == ["I was admitted overnight.", "Fine now"]
    assert told[0].threshold == 0.5


def test_kinds_without_a_threshold_are_not_asked_about():
    head, states = looking_at("hospitalisation", [0, 4, 5, 4, 0, 1, 0])
    assert {each.kind for each in head.told(TEXT, WORDS, states)} == {"hospitalisation", "death"}


def test_a_text_without_words_tells_nothing(states):
    head, _ = looking_at("death", [0])
    assert head.told("", [], states[:0, :1]) == []


@pytest.mark.parametrize(
    ("logits", "place", "expected"),
    [([9, 8, 1, 9], 0, (0, 1)), ([1, 9], 1, (1, 1)), ([5], 0, (0, 0)), ([8, 8, 8], 1, (0, 2))],
)
def test_a_run_ends_at_the_first_low_word(logits, place, expected):
    assert run(np.array(logits, dtype=np.float32), place) == expected


def test_a_file_of_heads_from_before_has_none():
    weights = {name: value.detach().numpy() for name, value in TorchHeads(HIDDEN, evidence=False).state_dict().items()}
    assert head_of(weights, {}) is None
    weights = {name: value.detach().numpy() for name, value in TorchHeads(HIDDEN).state_dict().items()}
    assert head_of(weights, {"scale": 2.0, "shift": 0.0, "thresholds": {"death": 0.4}}).thresholds == {"death": 0.4}

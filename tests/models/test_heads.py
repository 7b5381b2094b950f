"""The heads in NumPy against the same weights in PyTorch."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from nlp.errors import ModelError  # noqa: E402
from nlp.models.heads import ATTRIBUTES, EFFECTIVENESS, RELATIONS, MentionHeads, load_heads  # noqa: E402
from nlp.models.network import MentionHeads as TorchHeads  # noqa: E402
from nlp.models.pairs import pair_table  # noqa: E402
from nlp.models.stretches import STRETCHES, stretches  # noqa: E402
from training.losses import group_logsumexp, means  # noqa: E402

HIDDEN = 16
SPANS = [(0, 1), (2, 5), (6, 7)]
LABELS = ["DRUG", "ADE", "DOSE"]
SENTENCE = np.array([0, 0, 0, 0, 0, 0, 1, 1])


@pytest.fixture
def network():
    torch.manual_seed(3)
    heads = TorchHeads(HIDDEN).eval()
    torch.nn.init.normal_(heads.implicit)
    return heads


@pytest.fixture
def heads(network):
    return MentionHeads({name: value.detach().numpy() for name, value in network.state_dict().items()})


@pytest.fixture
def states():
    return np.random.default_rng(4).normal(size=(8, HIDDEN)).astype(np.float32)


def table(implicit=None):
    first, last = np.array(SPANS).T
    return pair_table(first, last, ["z", None, None], [1, 2], np.zeros(8, dtype=np.int64), implicit)


def torch_mentions(network, states):
    first, last = np.array(SPANS).T
    labels = torch.tensor([0, 1, 5])
    return network.mentions(means(torch.from_numpy(states), *stretches(first, last, SENTENCE)).flatten(1), labels)


def test_mentions_are_those_of_the_network(network, heads, states):
    mentions = heads.mentions(states, SPANS, LABELS, SENTENCE)
    assert np.allclose(mentions, torch_mentions(network, states).detach().numpy(), atol=1e-5)


def test_attributes_are_probabilities_of_the_network(network, heads, states):
    found = heads.attributes(heads.mentions(states, SPANS, LABELS, SENTENCE))
    logits = network.attributes(torch_mentions(network, states))
    wanted = logits[:, :4].softmax(dim=-1).detach().numpy()
    assert list(found[0]) == list(ATTRIBUTES)
    assert np.allclose([list(row["presence"].values()) for row in found], wanted, atol=1e-5)
    assert all(sum(values.values()) == pytest.approx(1, abs=1e-5) for row in found for values in row.values())


def test_relations_are_those_of_the_network(network, heads, states):
    pairs = table(implicit="d0")
    found = heads.related(states, heads.mentions(states, SPANS, LABELS, SENTENCE), pairs, LABELS)
    outputs = network.pairs(
        torch_mentions(network, states),
        torch.from_numpy(pairs.drug),
        torch.from_numpy(pairs.tail),
        torch.from_numpy(pairs.features),
        means(torch.from_numpy(states), pairs.low, pairs.high),
    )
    pooled = group_logsumexp(outputs[:, RELATIONS.index("causes")], torch.from_numpy(pairs.group), len(pairs))
    assert [each.product for each in found] == ["z", "d0", "z", "d0"]
    assert [each.drug for each in found] == [0, -1, 0, -1]
    assert found[0].relations["causes"] == pytest.approx(float(pooled[0].sigmoid()), abs=1e-5)
    assert set(found[0].relations) == {"causes", "treats"}
    assert set(found[2].relations) == {"has"}
    assert set(found[0].effectiveness) == set(EFFECTIVENESS)


def test_a_temperature_draws_probabilities_to_the_middle(heads, states):
    mentions = heads.mentions(states, SPANS, LABELS, SENTENCE)
    calm = MentionHeads(heads.weights, {"presence": 10.0})
    assert max(calm.attributes(mentions)[0]["presence"].values()) < max(
        heads.attributes(mentions)[0]["presence"].values()
    )


def test_log_sum_exp_by_group():
    values = torch.tensor([1.0, 2.0, -3.0])
    found = group_logsumexp(values, torch.tensor([0, 0, 1]), 2)
    assert torch.allclose(found, torch.stack([values[:2].logsumexp(0), values[2]]))


def test_a_text_without_mentions(heads):
    nothing = heads.mentions(np.zeros((3, HIDDEN), dtype=np.float32), [], [], np.zeros(3, dtype=np.int64))
    assert nothing.shape == (0, 192)
    assert heads.attributes(nothing) == []


def test_a_damaged_file_is_refused_by_name(tmp_path):
    (tmp_path / "heads.npz").write_bytes(b"not a file of heads")
    with pytest.raises(ModelError, match=r"heads\.npz"):
        load_heads(tmp_path, {"file": "heads.npz"})


def test_a_rare_value_stands_from_a_lower_probability_on():
    leaning = MentionHeads({}, leanings={"presence": {"possible": 3.0}})
    chances = {"present": 0.6, "absent": 0.1, "possible": 0.25, "hypothetical": 0.05}
    assert leaning.choose("presence", chances) == "possible"
    assert MentionHeads({}).choose("presence", chances) == "present"


def saved(folder, network, **changes):
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()} | changes
    np.savez(folder / "heads.npz", **{name: value for name, value in weights.items() if value is not None})
    return load_heads(folder, {"file": "heads.npz", "leanings": {"time": {"past": 2.0}}})


def test_heads_are_read_as_they_were_written(tmp_path, network, states, heads):
    read = saved(tmp_path, network)
    assert np.array_equal(
        read.mentions(states, SPANS, LABELS, SENTENCE), heads.mentions(states, SPANS, LABELS, SENTENCE)
    )
    assert read.leanings == {"time": {"past": 2.0}}


def test_heads_of_another_version_are_refused(tmp_path, network):
    with pytest.raises(ModelError, match=r"another version.*between\.weight"):
        saved(tmp_path, network, **{"between.weight": None})
    narrow = np.zeros((192, (STRETCHES - 1) * HIDDEN), dtype=np.float32)
    with pytest.raises(ModelError, match="another version"):
        saved(tmp_path, network, **{"mention.weight": narrow})

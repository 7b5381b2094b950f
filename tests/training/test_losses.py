"""The losses of the heads: a batch is worth the same as its posts, and rare values weigh what they are told to."""

import pytest

torch = pytest.importorskip("torch")

from nlp.models.network import MentionHeads  # noqa: E402
from tests.training.test_mentions import targets  # noqa: E402
from training.losses import head_losses  # noqa: E402
from training.mentions import merged, value_weights  # noqa: E402

HIDDEN = 8


@pytest.fixture
def heads():
    torch.manual_seed(2)
    made = MentionHeads(HIDDEN, evidence=False).eval()  # the evidence head has a loss of its own
    torch.nn.init.normal_(made.implicit)
    return made


@pytest.fixture
def words():
    return torch.randn(len(targets().sentence), HIDDEN)


def test_a_post_twice_costs_as_much_as_once(heads, words):
    even = value_weights([targets()], 0.0)
    once = head_losses(targets(), words, heads, even)
    twice = head_losses(merged([targets(), targets()]), torch.cat([words, words]), heads, even)
    assert [float(each) for each in twice] == pytest.approx([float(each) for each in once], rel=1e-4)
    assert min(once) > 0


def test_weights_of_values_change_the_loss_of_attributes_alone(heads, words):
    even, uneven = (head_losses(targets(), words, heads, value_weights([targets()], power)) for power in (0.0, 1.0))
    assert float(uneven[0]) > float(even[0])
    assert float(uneven[1]) == pytest.approx(float(even[1]))


def test_all_weights_of_the_heads_are_learned(heads, words):
    sum(head_losses(targets(), words, heads, value_weights([targets()], 0.0))).backward()
    assert all(each.grad is not None and each.grad.abs().sum() > 0 for each in heads.parameters())

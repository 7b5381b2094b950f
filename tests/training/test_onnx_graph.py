"""The exported graph computes what the network does."""

import numpy as np
import pytest

from nlp.models.onnx_session import open_session

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")


@pytest.fixture(scope="module")
def exported(encoder, tmp_path_factory):
    from nlp.models.network import new_network
    from training.onnx_graph import save_onnx

    torch.manual_seed(2)
    network = new_network(str(encoder), 5, heads=False).eval()
    path = tmp_path_factory.mktemp("graph") / "model.onnx"
    save_onnx(network, path, ["logits", "states"])
    return network, path


def test_attention_is_one_node_a_layer(exported):
    _, path = exported
    nodes = [node.op_type for node in onnx.load(path).graph.node]
    assert nodes.count("MultiHeadAttention") == 2
    assert "Softmax" not in nodes


def test_the_graph_gives_what_the_network_gives_with_padding_too(exported):
    network, path = exported
    ids = torch.randint(5, 1000, (3, 12))
    mask = torch.ones_like(ids)
    mask[1, 7:] = 0
    mask[2, 2:] = 0
    with torch.no_grad():
        logits, states = network(ids, mask)  # after the export the network computes as before
    found = open_session(path, 1).run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})
    for row, length in enumerate((12, 7, 2)):
        for wanted, given in zip((logits, states), found, strict=True):
            np.testing.assert_allclose(given[row, :length], wanted[row, :length].numpy(), atol=1e-5)

"""The mean of two networks."""

import pytest
import torch
from safetensors.torch import load_file, save_file

from nlp.errors import ModelError
from training.average import average


def network(folder, value, width=2):
    folder.mkdir()
    save_file(
        {"head.bias": torch.full((width,), value), "heads.x": torch.full((2,), value)}, folder / "model.safetensors"
    )
    (folder / "tokenizer.json").write_text(str(value))
    return folder


def test_weights_are_mixed_and_heads_are_those_of_the_second(tmp_path):
    one, other = network(tmp_path / "a", 1.0), network(tmp_path / "b", 5.0)
    assert average(one, other, tmp_path / "c", 0.25) == 1
    weights = load_file(tmp_path / "c" / "model.safetensors")
    assert weights["head.bias"].tolist() == [2.0, 2.0]
    assert weights["heads.x"].tolist() == [5.0, 5.0]
    assert (tmp_path / "c" / "tokenizer.json").read_text() == "5.0"


def test_what_cannot_be_mixed_is_named(tmp_path):
    one, other = network(tmp_path / "a", 1.0), network(tmp_path / "b", 5.0, width=3)
    with pytest.raises(ModelError, match=r"not of one shape; the first that differs is head\.bias"):
        average(one, other, tmp_path / "c")
    with pytest.raises(ModelError, match=r"share 1\.5"):
        average(one, other, tmp_path / "c", 1.5)

"""The recogniser as a PyTorch module: one encoder, one linear head over its token states. Needs the extra `torch`."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import nn
from transformers import AutoConfig, AutoModel

from nlp.errors import ModelError


class Recogniser(nn.Module):  # type: ignore[misc]
    """Maps (batch, tokens) ids and mask to (batch, tokens, tags) logits."""

    def __init__(self, encoder: nn.Module, hidden: int, tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(hidden, tags)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        logits: torch.Tensor = self.head(self.dropout(states))
        return logits


def new_network(encoder: str, tags: int) -> Recogniser:
    """A network on a pretrained encoder, by its name on the Hugging Face hub or a local folder; the head is random."""
    model = AutoModel.from_pretrained(encoder)
    return Recogniser(model, model.config.hidden_size, tags)


def load_network(folder: Path) -> Recogniser:
    """The network of a model folder, from `model.safetensors` where it is there, else from the int8 ONNX file.

    Raises ModelError when neither can be read.
    """
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    config = AutoConfig.from_pretrained(folder, local_files_only=True)
    network = Recogniser(AutoModel.from_config(config), config.hidden_size, len(card["labels"]) * 2 + 1)
    weights = folder / "model.safetensors"
    if weights.is_file():
        from safetensors.torch import load_file

        state = load_file(weights)
    else:
        state = weights_from_onnx(folder / card["onnx"], card["weights"])
    missing, unexpected = network.load_state_dict({k: v.float() for k, v in state.items()}, strict=False)
    missing = [name for name in missing if "position_ids" not in name and "pooler" not in name]
    if missing or unexpected:
        raise ModelError(
            f"{folder}: weights do not fit the network; missing {missing[:3]}, unexpected {unexpected[:3]}"
        )
    return network


def weights_from_onnx(path: Path, names: dict[str, list[str | bool]]) -> dict[str, torch.Tensor]:
    """Parameters out of an ONNX file. `names` maps each to [initialiser, transposed]; int8 ones are scaled back to
    float32.
    """
    import onnx
    from onnx import numpy_helper

    tensors = {each.name: numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer}
    state = {}
    for parameter, (name, transposed) in names.items():
        if name in tensors:
            value = torch.from_numpy(tensors[name].copy()).float()
        else:
            scale = torch.from_numpy(tensors[f"{name}_scale"].copy())
            zero = torch.from_numpy(tensors[f"{name}_zero_point"].copy()).float()
            value = (torch.from_numpy(tensors[f"{name}_quantized"].copy()).float() - zero) * scale
        state[parameter] = value.T.contiguous() if transposed else value
    return state

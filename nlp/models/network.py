"""The recogniser as a PyTorch module: one encoder, a linear head over its token states for tags, and heads that read
mentions and pairs off the same states. Needs the extra `torch`.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from nlp.datamodel import ENTITY_LABELS
from nlp.errors import ModelError
from nlp.models.evidence import KINDS
from nlp.models.heads import ATTRIBUTE_OUTPUTS, EFFECTIVENESS, RELATIONS
from nlp.models.pairs import FEATURES
from nlp.models.stretches import STRETCHES


class Recogniser(nn.Module):  # type: ignore[misc]
    """Maps (batch, tokens) ids and mask to (batch, tokens, tags) logits and the (batch, tokens, hidden) states."""

    def __init__(
        self,
        encoder: nn.Module,
        hidden: int,
        tags: int,
        dropout: float = 0.1,
        heads: bool = True,
        evidence: bool = True,
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(hidden, tags)
        self.heads = MentionHeads(hidden, evidence=evidence) if heads else None

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return self.head(self.dropout(states)), states


class MentionHeads(nn.Module):  # type: ignore[misc]
    """The computation of `nlp.models.heads.MentionHeads`, with the same names of weights, for training; `evidence` is
    the head on words, which earlier networks do not have.
    """

    def __init__(
        self, hidden: int, width: int = 192, pair_width: int = 128, dropout: float = 0.2, evidence: bool = True
    ) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.mention = nn.Linear(STRETCHES * hidden, width)
        self.label = nn.Embedding(len(ENTITY_LABELS), width)
        self.attributes = nn.Linear(width, ATTRIBUTE_OUTPUTS)
        self.implicit = nn.Parameter(torch.zeros(1, width))
        self.drug, self.tail = nn.Linear(width, pair_width), nn.Linear(width, pair_width)
        self.drug_gate, self.tail_gate = nn.Linear(width, pair_width), nn.Linear(width, pair_width)
        self.pair = nn.Linear(FEATURES, pair_width, bias=False)
        self.between = nn.Linear(hidden, pair_width, bias=False)
        self.relation = nn.Linear(pair_width, len(RELATIONS) + len(EFFECTIVENESS))
        self.evidence = EvidenceHead(hidden) if evidence else None

    def mentions(self, pooled: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """(mentions, width) from (mentions, STRETCHES * hidden) mean states of the stretches of each mention."""
        hidden = self.mention(self.dropout(pooled)) + self.label(labels)
        return self.dropout(functional.gelu(hidden, approximate="tanh"))

    def pairs(
        self,
        mentions: torch.Tensor,
        drug: torch.Tensor,
        tail: torch.Tensor,
        features: torch.Tensor,
        between: torch.Tensor,
    ) -> torch.Tensor:
        """(pairs, relations + effectiveness) logits; index -1 of `drug` is the implicit product, `between` is (pairs,
        hidden), the mean states of the words between the two.
        """
        named = torch.cat([mentions, self.implicit.to(mentions.dtype)])
        drugs, tails = named[drug], named[tail]
        hidden = (
            self.drug(drugs)
            + self.tail(tails)
            + self.pair(features)
            + self.between(self.dropout(between))
            + self.drug_gate(drugs) * self.tail_gate(tails)
        )
        outputs: torch.Tensor = self.relation(self.dropout(functional.gelu(hidden, approximate="tanh")))
        return outputs


class EvidenceHead(nn.Module):  # type: ignore[misc]
    """The computation of `nlp.models.evidence.EvidenceHead`, with the same names of weights, for training."""

    def __init__(self, hidden: int, width: int = 128, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(hidden, width)
        self.output = nn.Linear(width, len(KINDS))
        nn.init.constant_(self.output.bias, -4.0)  # evidence is rare: the first steps need not learn that

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """(words, kinds) logits from (words, hidden) states."""
        hidden = functional.gelu(self.hidden(self.dropout(states)), approximate="tanh")
        logits: torch.Tensor = self.output(self.dropout(hidden))
        return logits


def new_network(encoder: str, tags: int, heads: bool = True) -> Recogniser:
    """A network on a pretrained encoder, by its name on the Hugging Face hub or a local folder; its heads are
    random.
    """
    model = AutoModel.from_pretrained(encoder)
    return Recogniser(model, model.config.hidden_size, tags, heads=heads)


def load_network(folder: Path) -> Recogniser:
    """The network of a model folder, from `model.safetensors` where it is there, else from the int8 ONNX file; in the
    latter case without the heads on mentions, which stand in a file of their own.

    Raises ModelError when neither can be read.
    """
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    config = AutoConfig.from_pretrained(folder, local_files_only=True)
    weights = folder / "model.safetensors"
    tags = len(card["labels"]) * 2 + 1
    if weights.is_file():
        from safetensors.torch import load_file

        state = load_file(weights)
    else:
        state = weights_from_onnx(folder / card["onnx"], card["weights"])
    heads, evidence = (any(name.startswith(part) for name in state) for part in ("heads.", "heads.evidence."))
    network = Recogniser(AutoModel.from_config(config), config.hidden_size, tags, heads=heads, evidence=evidence)
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

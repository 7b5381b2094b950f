"""The mention encoder as a PyTorch module: the first layers of an encoder, the mean of its states, a projection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from nlp.errors import UsageError
from nlp.models.mention_encoder import subwords
from nlp.models.tokens import SubwordTokeniser
from training.batches import padded


class MentionNetwork(nn.Module):  # type: ignore[misc]
    """Maps (batch, tokens) ids and mask to (batch, dimensions) vectors of length one."""

    def __init__(self, encoder: nn.Module, hidden: int, dimensions: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.projection = nn.Linear(hidden, dimensions, bias=False)
        nn.init.orthogonal_(self.projection.weight)  # keeps the geometry of the pretrained space, as far as it fits

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        vectors: torch.Tensor = functional.normalize(
            self.projection(self.pooled(input_ids, attention_mask)).float(), dim=-1
        )
        return vectors

    def pooled(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """(batch, hidden) means of the encoder's states."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(states.dtype)
        mean: torch.Tensor = (states * weights).sum(dim=1) / weights.sum(dim=1)
        return mean


def new_network(encoder: str, layers: int, dimensions: int) -> MentionNetwork:
    """A network on the first `layers` of a pretrained encoder, by hub name or folder. Raises UsageError for a number
    of layers that the encoder does not have.
    """
    model = AutoModel.from_pretrained(encoder)
    available = len(model.encoder.layer)
    if not 1 <= layers <= available:
        raise UsageError(f"layers = {layers}: {encoder} has 1 to {available}")
    model.encoder.layer = model.encoder.layer[:layers]
    model.config.num_hidden_layers = layers
    return MentionNetwork(model, model.config.hidden_size, dimensions)


def inputs(names: Sequence[str], tokenise: SubwordTokeniser) -> tuple[torch.Tensor, torch.Tensor]:
    """(ids, mask) of normalised names, padded to the longest."""
    return padded([subwords(tokenise, name) for name in names])


def save_network(network: MentionNetwork, tokenise: SubwordTokeniser, folder: Path) -> None:
    """Weights, encoder configuration and tokeniser, as `load_network` reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {name: value.contiguous() for name, value in network.state_dict().items()}
    save_file(state, folder / "network.safetensors")
    network.encoder.config.save_pretrained(folder)
    tokenise.backend.save(str(folder / "tokenizer.json"))


def load_network(folder: Path, dimensions: int) -> MentionNetwork:
    """The network that `save_network` wrote."""
    config = AutoConfig.from_pretrained(folder, local_files_only=True)
    network = MentionNetwork(AutoModel.from_config(config), config.hidden_size, dimensions)
    network.load_state_dict(load_file(folder / "network.safetensors"))
    network.eval()
    return network

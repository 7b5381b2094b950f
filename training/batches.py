"""Examples as padded tensors."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from training.examples import Example


def pad_ids(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    longest = max(len(example.ids) for example in batch)
    ids = torch.zeros((len(batch), longest), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, example in enumerate(batch):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        mask[row, : len(example.ids)] = 1
    return ids, mask

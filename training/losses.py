"""The losses of one batch: tags of words, attributes of mentions, relations of products."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn import functional

from nlp.models.heads import ATTRIBUTES, RELATIONS
from nlp.models.network import MentionHeads
from training.examples import Example
from training.mentions import UNKNOWN


def word_states(batch: Sequence[Example], outputs: torch.Tensor) -> torch.Tensor:
    """(words of all examples, width): the rows of (batch, tokens, width) at the first subwords of words."""
    rows = torch.tensor([row for row, example in enumerate(batch) for _ in example.first], device=outputs.device)
    columns = torch.tensor([column for example in batch for column in example.first], device=outputs.device)
    return outputs[rows, columns].float()


def tag_loss(batch: Sequence[Example], logits: torch.Tensor, teacher_weight: float) -> torch.Tensor:
    """Mean over words of -log(sum of the probabilities of the allowed tags); where a teacher spoke, mixed with the
    cross entropy to its probabilities (Hinton et al., 2015, at temperature 1). `logits` is (words, tags).
    """
    words = functional.log_softmax(logits, dim=-1)
    allowed = torch.from_numpy(np.concatenate([example.allowed for example in batch])).to(logits.device)
    losses = -words.masked_fill(~allowed, -torch.inf).logsumexp(dim=-1)
    if teacher_weight and any(example.taught is not None for example in batch):
        nothing = np.zeros(logits.shape[1], dtype=np.float16)
        taught = np.concatenate(
            [
                example.taught if example.taught is not None else np.tile(nothing, (len(example.first), 1))
                for example in batch
            ]
        )
        target = torch.from_numpy(taught).float().to(logits.device)
        weight = teacher_weight * (target.sum(dim=-1) > 0)
        losses = (1 - weight) * losses - weight * (target * words).sum(dim=-1)
    return losses.mean()


def mention_losses(
    batch: Sequence[Example], states: torch.Tensor, heads: MentionHeads
) -> tuple[torch.Tensor, torch.Tensor]:
    """(attribute loss, relation loss) of a batch; `states` is (words, hidden). Zero where nothing is annotated."""
    nothing = states.sum() * 0
    attributes, relations = [], []
    offset = 0
    for example in batch:
        words = states[offset : offset + len(example.first)]
        offset += len(example.first)
        targets = example.mentions
        if targets is None or not len(targets.first):
            continue
        mentions = heads.mentions(
            pool(words, targets.first, targets.last), torch.from_numpy(targets.label).to(states.device)
        )
        attributes.append((heads.attributes(mentions), torch.from_numpy(targets.attributes).to(states.device)))
        if len(targets.pairs):
            table = targets.pairs
            drug, tail, features = (
                torch.from_numpy(each).to(states.device) for each in (table.drug, table.tail, table.features)
            )
            outputs = heads.pairs(mentions, drug, tail, features)
            relations.append((table, targets, outputs))
    if not attributes:
        return nothing, nothing
    logits = torch.cat([each for each, _ in attributes])
    wanted = torch.cat([each for _, each in attributes])
    parts = logits.split([len(values) for values in ATTRIBUTES.values()], dim=-1)
    attribute_loss = torch.stack(
        [
            functional.cross_entropy(part, wanted[:, column], ignore_index=UNKNOWN, reduction="sum")
            for column, part in enumerate(parts)
        ]
    ).sum() / max(1, int((wanted[:, 0] != UNKNOWN).sum()))
    return attribute_loss, relation_loss(relations) if relations else nothing


def relation_loss(parts: list) -> torch.Tensor:  # type: ignore[type-arg]
    """Binary cross entropy of every relation that a product and a tail may stand in, plus that of the effectiveness
    stated, each a mean.
    """
    losses, told, count, tells = [], [], 0, 0
    for table, targets, outputs in parts:
        group = torch.from_numpy(table.group).to(outputs.device)
        pooled = torch.stack(
            [group_logsumexp(outputs[:, column], group, len(table)) for column in range(len(RELATIONS))],
            dim=-1,
        )
        takes = torch.from_numpy(targets.takes).to(outputs.device)
        wanted = torch.from_numpy(targets.related).to(outputs.device)
        losses.append(functional.binary_cross_entropy_with_logits(pooled[takes], wanted[takes], reduction="sum"))
        count += int(takes.sum())
        for number in np.flatnonzero(targets.effectiveness != UNKNOWN):
            rows = np.flatnonzero(table.group == number)
            best = rows[int(outputs[rows, RELATIONS.index("treats")].argmax())]
            target = torch.tensor(int(targets.effectiveness[number]), device=outputs.device)
            told.append(functional.cross_entropy(outputs[best, len(RELATIONS) :], target, reduction="sum"))
            tells += 1
    loss = torch.stack(losses).sum() / max(1, count)
    return loss + 0.2 * torch.stack(told).mean() if tells else loss


def group_logsumexp(values: torch.Tensor, group: torch.Tensor, groups: int) -> torch.Tensor:
    """(groups,) log-sum-exp of the values of each group."""
    top = torch.full((groups,), -1e4, dtype=values.dtype, device=values.device)
    top = top.scatter_reduce(0, group, values.detach(), "amax")
    total = torch.zeros_like(top).scatter_add(0, group, (values - top[group]).exp())
    return total.log() + top


def pool(words: torch.Tensor, first: np.ndarray, last: np.ndarray) -> torch.Tensor:  # type: ignore[type-arg]
    """(mentions, 3 * hidden): the states of the first and last word of each mention and the mean over its words."""
    total = torch.cat([torch.zeros_like(words[:1]), words.cumsum(dim=0)])
    low, high = torch.from_numpy(first).to(words.device), torch.from_numpy(last).to(words.device)
    mean = (total[high] - total[low]) / (high - low).unsqueeze(-1)
    return torch.cat([words[low], words[high - 1], mean], dim=-1)

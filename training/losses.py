"""The losses of one batch: tags of words, attributes of mentions, relations of products."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from nlp.models.heads import ATTRIBUTES, RELATIONS
from nlp.models.network import MentionHeads
from nlp.models.stretches import stretches
from training.examples import Example
from training.mentions import UNKNOWN, MentionTargets, merged

EFFECTIVENESS_WEIGHT = 0.3  # of what is stated of a treatment, beside whether there is one


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
    batch: Sequence[Example], states: torch.Tensor, heads: MentionHeads, weights: Sequence[NDArray[np.float32]]
) -> tuple[torch.Tensor, torch.Tensor]:
    """(attribute loss, relation loss) of a batch, see `head_losses`; `states` is (words, hidden)."""
    parts = states.split([len(example.first) for example in batch])
    annotated = [(each.mentions, words) for each, words in zip(batch, parts, strict=True) if each.mentions is not None]
    if not annotated:
        return states.sum() * 0, states.sum() * 0
    targets, words = zip(*annotated, strict=True)
    return head_losses(merged(targets), torch.cat(words), heads, weights)


def head_losses(
    targets: MentionTargets, words: torch.Tensor, heads: MentionHeads, weights: Sequence[NDArray[np.float32]]
) -> tuple[torch.Tensor, torch.Tensor]:
    """(attribute loss, relation loss) of targets on the (words, hidden) states they speak of; zero where nothing is
    annotated. `weights` are those of the values of each attribute (`training.mentions.value_weights`).

    Of attributes it is the sum over them of the mean weighted cross entropy; of relations, the mean binary cross
    entropy of all that a product and a tail may stand in, plus `EFFECTIVENESS_WEIGHT` times the mean cross entropy of
    the effectiveness stated.
    """
    nothing = words.sum() * 0
    if not len(targets.first):
        return nothing, nothing
    device = words.device
    pooled = means(words, *stretches(targets.first, targets.last, targets.sentence)).flatten(1)
    mentions = heads.mentions(pooled, torch.from_numpy(targets.label).to(device))
    wanted = torch.from_numpy(targets.attributes).to(device)
    known = max(1, int((wanted[:, 0] != UNKNOWN).sum()))
    logits = heads.attributes(mentions).split([len(values) for values in ATTRIBUTES.values()], dim=-1)
    attribute_loss = nothing
    for column, (part, weight) in enumerate(zip(logits, weights, strict=True)):
        told = functional.cross_entropy(
            part, wanted[:, column], torch.from_numpy(weight).to(device), ignore_index=UNKNOWN, reduction="sum"
        )
        attribute_loss = attribute_loss + told / known
    return attribute_loss, relation_loss(targets, words, mentions, heads) if len(targets.pairs) else nothing


def relation_loss(
    targets: MentionTargets, words: torch.Tensor, mentions: torch.Tensor, heads: MentionHeads
) -> torch.Tensor:
    """The relations' part of `head_losses`. A product's mentions share in its effectiveness as in its `treats`."""
    table, device = targets.pairs, words.device
    drug, tail, features, group, takes, wanted, effectiveness = (
        torch.from_numpy(each).to(device)
        for each in (
            table.drug,
            table.tail,
            table.features,
            table.group,
            targets.takes,
            targets.related,
            targets.effectiveness,
        )
    )
    outputs = heads.pairs(mentions, drug, tail, features, means(words, table.low, table.high))
    relations = outputs[:, : len(RELATIONS)]
    pooled = torch.stack([group_logsumexp(each, group, len(table)) for each in relations.unbind(dim=-1)], dim=-1)
    loss = functional.binary_cross_entropy_with_logits(pooled[takes], wanted[takes], reduction="sum")
    loss = loss / takes.sum().clamp(min=1)
    told = effectiveness[group] != UNKNOWN
    if not told.any():
        return loss
    treats = RELATIONS.index("treats")
    share = (outputs[:, treats] - pooled[group, treats]).exp().detach()[told]
    each = functional.cross_entropy(outputs[told, len(RELATIONS) :], effectiveness[group[told]], reduction="none")
    return loss + EFFECTIVENESS_WEIGHT * (each * share).sum() / share.sum()


def group_logsumexp(values: torch.Tensor, group: torch.Tensor, groups: int) -> torch.Tensor:
    """(groups,) log-sum-exp of the values of each group."""
    top = torch.full((groups,), -1e4, dtype=values.dtype, device=values.device)
    top = top.scatter_reduce(0, group, values.detach(), "amax")
    total = torch.zeros_like(top).scatter_add(0, group, (values - top[group]).exp())
    return total.log() + top


def means(words: torch.Tensor, low: NDArray[np.int64], high: NDArray[np.int64]) -> torch.Tensor:
    """`nlp.models.stretches.means` for training: (..., hidden) mean states of the words [low, high)."""
    totals = functional.pad(words.double().cumsum(dim=0), (0, 0, 1, 0))
    begin, end = torch.from_numpy(low).to(words.device), torch.from_numpy(high).to(words.device)
    return ((totals[end] - totals[begin]) / (end - begin).clamp(min=1).unsqueeze(-1)).float()

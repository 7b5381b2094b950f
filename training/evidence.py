"""What the evidence head learns from: the words that the footers of a post quote, and the loss over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from corpora.markup import AnnotatedPost
from nlp.models.evidence import KINDS, URGENT
from nlp.models.network import EvidenceHead

POSITIVE = 8.0  # times that a word of evidence counts in the loss, for about one word in a hundred is one


def quotes(post: AnnotatedPost) -> Iterator[tuple[str, str]]:
    """(kind, quoted words) of every criterion, special situation and urgency in the footer of a post."""
    for row in post.case.get("event", []):
        for each in row.get("serious", []):
            yield each["criterion"], each["evidence"]
    for row in post.case.get("special", []):
        yield row["kind"], row["evidence"]
    for row in post.case.get(URGENT, []):
        yield URGENT, row["evidence"]


def evidence_targets(post: AnnotatedPost, words: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """(words, kinds): which words of a post are quoted for which kind. A quote that stands in the post twice is taken
    at both places: the footer does not say which was meant.
    """
    wanted = np.zeros((len(words), len(KINDS)), dtype=bool)
    starts, ends = np.array([each[0] for each in words], dtype=int), np.array([each[1] for each in words], dtype=int)
    for kind, quote in quotes(post):
        for match in re.finditer(re.escape(quote), post.text):
            wanted[(starts < match.end()) & (ends > match.start()), KINDS.index(kind)] = True
    return wanted


def evidence_loss(
    targets: Iterable[NDArray[np.bool_] | None], states: Sequence[torch.Tensor], head: EvidenceHead
) -> torch.Tensor:
    """Binary cross entropy over the words of annotated texts, summed over kinds, a word of evidence counting
    `POSITIVE` times; zero where none is annotated. `states` are (words, hidden) of each text.
    """
    told = [(wanted, each) for wanted, each in zip(targets, states, strict=True) if wanted is not None and len(wanted)]
    if not told:
        return sum((each.sum() for each in states), torch.zeros(())) * 0
    logits = head(torch.cat([each for _, each in told]))
    wanted = torch.from_numpy(np.concatenate([each for each, _ in told])).to(logits)
    weight = torch.full((len(KINDS),), POSITIVE, device=logits.device)
    losses = functional.binary_cross_entropy_with_logits(logits, wanted, pos_weight=weight, reduction="none")
    return losses.sum(dim=-1).mean()

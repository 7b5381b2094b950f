"""Scores of a network on dev while it trains: exact spans by its tags, attributes and relations of the gold
mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray

from nlp.models.evidence import head_of
from nlp.models.heads import MentionHeads
from nlp.models.network import Recogniser
from nlp.models.tags import TagScheme, log_softmax
from nlp.models.tokens import SubwordTokeniser
from training import evidence_scores, headscores
from training.batches import padded
from training.examples import Gold, make_examples
from training.mixing import MAPS

Words = list[tuple[int, int]]


@dataclass(frozen=True)
class DevScore:
    """Micro precision, recall and F1 of exact (strict) spans with labels on dev; `heads` are the figures of
    `headscores.summary` and `evidence_scores.summary`.
    """

    precision: float
    recall: float
    f1: float
    heads: dict[str, float] = field(default_factory=dict)


def evaluate(
    network: Recogniser, golds: Sequence[Gold], scheme: TagScheme, tokenise: SubwordTokeniser, window: int, device: str
) -> DevScore:
    """Scores of the network on gold posts, over what their corpus annotates."""
    network.eval()
    read = {gold.text: outputs(network, gold.text, scheme, tokenise, window, device) for gold in golds}

    def find(text: str) -> set[tuple[int, int, str]]:
        words, logits, _ = read[text]
        return found_spans(words, logits, scheme)

    right, predicted, wanted = strict_counts(golds, find)
    precision, recall = right / max(1, predicted), right / max(1, wanted)
    heads = {}
    if network.heads is not None:
        answering = MentionHeads(head_weights(network))

        def states(text: str) -> tuple[Words, NDArray[np.float32]]:
            return read[text][0], read[text][2]

        heads = headscores.summary(headscores.answers(golds, states, answering))
        if (evidence := head_of(answering.weights, {})) is not None:
            asked = evidence_scores.ask(golds, states, evidence)
            heads |= evidence_scores.summary(asked, evidence_scores.fit(asked))
    return DevScore(precision, recall, 2 * precision * recall / max(1e-9, precision + recall), heads)


def head_weights(network: Recogniser) -> dict[str, NDArray[np.float32]]:
    """The weights of the heads on mentions, by the names that `nlp.models.heads` reads."""
    return {
        name.removeprefix("heads."): value.detach().float().cpu().numpy()
        for name, value in network.state_dict().items()
        if name.startswith("heads.")
    }


def outputs(
    network: Recogniser, text: str, scheme: TagScheme, tokenise: SubwordTokeniser, window: int, device: str
) -> tuple[Words, NDArray[np.float32], NDArray[np.float32]]:
    """The words of a text, their (words, tags) logits and their (words, hidden) states."""
    words, logits, states = tokenise(text).words, [], []
    for example in make_examples([Gold("", text, (), "firsthand")], scheme, MAPS, tokenise, window):
        ids, mask = padded([example.ids])
        with torch.inference_mode():
            tags, hidden = network(ids.to(device), mask.to(device))
        logits.append(tags[0, example.first].float().cpu().numpy())
        states.append(hidden[0, example.first].float().cpu().numpy())
    if not logits:
        return words, np.empty((0, len(scheme)), dtype=np.float32), np.empty((0, 1), dtype=np.float32)
    return words, np.concatenate(logits), np.concatenate(states)


def found_spans(words: Words, logits: NDArray[np.float32], scheme: TagScheme) -> set[tuple[int, int, str]]:
    """The labelled stretches of text that (words, tags) logits tell."""
    if not len(words):
        return set()
    spans = scheme.spans(scheme.decode(log_softmax(logits)))
    return {(words[first][0], words[last - 1][1], label) for first, last, label in spans}


def strict_f1(golds: Iterable[Gold], find: Callable[[str], set[tuple[int, int, str]]]) -> float:
    """Micro F1 of exact spans with labels that `find` gives for the texts, over what each post's corpus annotates."""
    right, predicted, wanted = strict_counts(golds, find)
    return 2 * right / max(1, predicted + wanted)


def strict_counts(golds: Iterable[Gold], find: Callable[[str], set[tuple[int, int, str]]]) -> tuple[int, int, int]:
    """(right, predicted, wanted) exact spans with labels that `find` gives for the texts, over what is annotated."""
    right = predicted = wanted = 0
    for gold in golds:
        truth, silent = annotated(gold)
        found = {span for span in find(gold.text) if span[2] not in silent}
        right, predicted, wanted = right + len(truth & found), predicted + len(found), wanted + len(truth)
    return right, predicted, wanted


def annotated(gold: Gold) -> tuple[set[tuple[int, int, str]], set[str]]:
    """The exact spans of a post in our labels, and the labels of which its corpus says nothing."""
    corpus = MAPS[gold.corpus]
    truth = {(start, end, corpus.mapping[label][0]) for start, end, label in gold.spans if label in corpus.mapping}
    return truth, {*corpus.silent, *gold.unmarked}

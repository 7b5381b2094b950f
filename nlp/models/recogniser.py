"""From text to labelled spans and the states of its words: tokenise, cut into windows, run the encoder, stitch,
decode.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, log
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from nlp.models.backends import Backend, OnnxBackend, TorchBackend, choose_device
from nlp.models.evidence import EvidenceHead, head_of
from nlp.models.heads import MentionHeads, load_heads
from nlp.models.repository import ModelFolder
from nlp.models.tags import TagScheme, log_softmax
from nlp.models.tokens import SubwordTokeniser, Tokens
from nlp.models.windows import plan_windows, stitch

OVERLAP = 64  # tokens that neighbouring windows share
DEFAULT_SCHEME = TagScheme()


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """Code points [start, end) of a text with a label; `score` in (0, 1) is the chance that both are right."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass of the encoder gives of a text: code points [start, end) of its `words`, their `states` (words,
    hidden), the labelled spans in order of the text, the heads that can read mentions and evidence off the states, and
    the chance of every tag of a `scheme` for every word, (words, tags).
    """

    words: list[tuple[int, int]]
    states: NDArray[np.float32]
    spans: list[LabelledSpan]
    heads: MentionHeads | None = None
    evidence: EvidenceHead | None = None
    chances: NDArray[np.float32] | None = None
    scheme: TagScheme = DEFAULT_SCHEME

    def chance(self, start: int, end: int, label: str | None) -> float | None:
        """The mean chance that the words on code points [start, end) have a label, or for None that they are part of
        no mention; None where there are no chances or no words.
        """
        first = bisect_right(self.words, start, key=itemgetter(1))
        last = bisect_left(self.words, end, key=itemgetter(0))
        if self.chances is None or first >= last:
            return None
        columns = [0] if label is None else [self.scheme.begin(label), self.scheme.inside(label)]
        return float(self.chances[first:last, columns].sum(axis=1).mean())


class SpanRecogniser:
    """The recogniser of a model folder. `read(texts)` gives the reading of each text, `spans(texts)` its spans
    alone.
    """

    def __init__(self, folder: ModelFolder, backend: Backend) -> None:
        self.folder = folder
        self.backend = backend
        self.scheme: TagScheme = folder.scheme
        self.tokenise = SubwordTokeniser(folder.path / "tokenizer.json")
        card = folder.card.get("heads", {})
        self.heads = load_heads(folder.path, card) if card else None
        self.evidence = head_of(self.heads.weights, card.get("evidence", {})) if self.heads else None

    def read(self, texts: Sequence[str]) -> list[Reading]:
        tokens = [self.tokenise(text) for text in texts]
        return [self._reading(each, outputs) for each, outputs in zip(tokens, self.outputs(tokens), strict=True)]

    def spans(self, texts: Sequence[str]) -> list[list[LabelledSpan]]:
        return [each.spans for each in self.read(texts)]

    def outputs(self, tokens: Sequence[Tokens]) -> list[NDArray[np.float32]]:
        """(words, tags + hidden) of each text, read at the first subword of every word: logits, then states."""
        room = self.folder.window - 2
        plans = [plan_windows(len(each.ids), room, min(OVERLAP, room // 3), each.first) for each in tokens]
        start, end = self.tokenise.start_id, self.tokenise.end_id
        inputs = [
            [start, *each.ids[window.start : window.end], end]
            for each, plan in zip(tokens, plans, strict=True)
            for window in plan
        ]
        outputs = [output[1:-1] for output in self.backend.outputs(inputs)]
        ends = list(accumulate(map(len, plans), initial=0))
        empty = np.empty((0, len(self.scheme)), dtype=np.float32)
        return [
            stitch(plan, outputs[low:high])[each.first] if plan else empty
            for each, plan, low, high in zip(tokens, plans, ends, ends[1:], strict=False)
        ]

    def _reading(self, tokens: Tokens, outputs: NDArray[np.float32]) -> Reading:
        tags = len(self.scheme)
        log_probabilities = log_softmax(outputs[:, :tags] / self.folder.temperature)
        chances = np.exp(log_probabilities)
        slope, offset = self.folder.score_scale
        found = []
        for first, last, label in self.scheme.spans(self.scheme.decode(log_probabilities)):
            # probability that each word belongs to this label, whether it begins or continues it
            belongs = chances[first:last, [self.scheme.begin(label), self.scheme.inside(label)]].sum(axis=1)
            sure = float(np.exp(np.log(np.maximum(belongs, 1e-9)).mean()))
            score = round(rescaled(sure, slope, offset), 4)
            found.append(LabelledSpan(tokens.words[first][0], tokens.words[last - 1][1], label, score))
        return Reading(tokens.words, outputs[:, tags:], found, self.heads, self.evidence, chances, self.scheme)


def rescaled(score: float, slope: float, offset: float) -> float:
    """A score in (0, 1) with its logit stretched and moved (Platt scaling)."""
    held = min(max(score, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(slope * log(held / (1 - held)) + offset)))


def load_recogniser(
    folder: ModelFolder, device: str = "auto", threads: int | None = None, batch_tokens: int = 16_384
) -> SpanRecogniser:
    """The recogniser on the best backend: PyTorch on CUDA, else ONNX Runtime on the CPU."""
    chosen = choose_device(device)
    backend: Backend
    if chosen == "cuda":
        backend = TorchBackend(folder.path, chosen, batch_tokens)
    else:
        backend = OnnxBackend(folder.path / folder.card["onnx"], threads)
    return SpanRecogniser(folder, backend)

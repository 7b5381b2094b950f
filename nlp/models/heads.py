"""The heads that read mentions off the token states of the one encoder pass: attributes of a mention, relation of a
pair.

Plain NumPy: the heads are small, and spans are known only after the tags are decoded, so they stand outside the ONNX
graph. A mention is the mean states of its stretches (`nlp.models.stretches`), with its label (after Zhong and Chen, "A
frustratingly easy approach for entity and relation extraction", NAACL 2021); a pair, which has the mean state of the
words between the two too (after Eberts and Ulges, "Span-based joint entity and relation extraction", ECAI 2020), is
scored for every mention of a product, and a product by the log-sum-exp of its pairs. `nlp.models.network.MentionHeads`
holds the same computation for training.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from nlp.datamodel import DETAIL_LABELS, ENTITY_LABELS, EVENT_LABELS, REACTION_LABELS
from nlp.errors import ModelError
from nlp.models.pairs import PairTable
from nlp.models.stretches import STRETCHES, means, stretches

# attribute -> its values, in the order of the head's outputs; "" is no severity
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "presence": ("present", "absent", "possible", "hypothetical"),
    "experiencer": ("author", "other"),
    "time": ("current", "past", "pre-existing"),
    "effect": ("adverse", "beneficial", "neutral"),
    "severity": ("", "mild", "moderate", "severe"),
}
ATTRIBUTE_OUTPUTS = sum(map(len, ATTRIBUTES.values()))
RELATIONS = ("causes", "treats", "has", "after_stopping")
EFFECTIVENESS = ("", "none", "slight", "moderate", "major")
# which relations a tail of each label may stand in
TAKES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(EVENT_LABELS, ("treats",)),
    **dict.fromkeys(REACTION_LABELS, ("causes", "treats")),
    "WITHDRAWAL": ("treats", "after_stopping"),
    **dict.fromkeys(DETAIL_LABELS, ("has",)),
}

# by the names of the modules of `nlp.models.network.MentionHeads`
LINEAR = ("mention", "attributes", "drug", "tail", "drug_gate", "tail_gate", "relation")
WEIGHTS = (
    *(f"{name}.{part}" for name in LINEAR for part in ("weight", "bias")),
    *("label.weight", "pair.weight", "between.weight", "implicit"),
)

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Related:
    """What the head says of one group of a `PairTable`: probabilities of the relations that the tail may stand in, of
    the effectiveness values, and the mention of the product that speaks loudest for it (`IMPLICIT` for none).
    """

    product: str
    tail: int
    drug: int
    relations: dict[str, float]
    effectiveness: dict[str, float]


class MentionHeads:
    """Attribute and relation heads, from a file of a model folder. `temperatures` scale the logits of each attribute
    and relation, `thresholds` are the probabilities from which a relation is taken to hold, `leanings` say for each
    attribute by what the probability of a value is multiplied when one is chosen (1 where nothing is said).
    """

    def __init__(
        self,
        weights: Mapping[str, NDArray[np.floating[Any]]],
        temperatures: Mapping[str, float] | None = None,
        thresholds: Mapping[str, float] | None = None,
        leanings: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        self.weights = {name: np.asarray(value, dtype=np.float32) for name, value in weights.items()}
        self.temperatures = dict(temperatures or {})
        self.thresholds = dict(thresholds or {})
        self.leanings = dict(leanings or {})

    def mentions(
        self, states: Array, spans: Sequence[tuple[int, int]], labels: Sequence[str], sentence: NDArray[np.int64]
    ) -> Array:
        """(mentions, width) representations of the words [first, last) with their entity labels; `states` is (words,
        hidden), `sentence` numbers the sentence of every word.
        """
        if not spans:
            return np.empty((0, len(self.weights["mention.bias"])), dtype=np.float32)
        first, last = np.array(spans, dtype=np.int64).T
        pooled = means(states, *stretches(first, last, sentence)).reshape(len(spans), -1)
        which = [ENTITY_LABELS.index(label) for label in labels]
        return gelu(self._linear("mention", pooled) + self.weights["label.weight"][which])

    def attributes(self, mentions: Array) -> list[dict[str, dict[str, float]]]:
        """For each mention, each attribute's values with their calibrated probabilities."""
        logits = self._linear("attributes", mentions)
        found: list[dict[str, dict[str, float]]] = [{} for _ in mentions]
        low = 0
        for name, values in ATTRIBUTES.items():
            part = softmax(logits[:, low : low + len(values)] / self.temperatures.get(name, 1.0))
            for row, probabilities in zip(found, part, strict=True):
                row[name] = dict(zip(values, map(float, probabilities), strict=True))
            low += len(values)
        return found

    def choose(self, name: str, chances: Mapping[str, float]) -> str:
        """The value of an attribute, or of `effectiveness`, that stands. A rare value stands from a lower probability
        on than the commonest does: what is likeliest is right most often, but hardly ever rare.
        """
        leanings = self.leanings.get(name, {})
        return max(chances, key=lambda value: chances[value] * leanings.get(value, 1.0))

    def related(self, states: Array, mentions: Array, table: PairTable, labels: Sequence[str]) -> list[Related]:
        """What the pair head says of every group of the table, in its order; `mentions` are those that the table
        indexes.
        """
        if not len(table):
            return []
        named = self.weights["implicit"] if not len(mentions) else np.vstack([mentions, self.weights["implicit"]])
        drug, tail = named[table.drug], named[table.tail]  # index IMPLICIT is the last row
        hidden = (
            self._linear("drug", drug) + self._linear("tail", tail) + table.features @ self.weights["pair.weight"].T
        )
        hidden += means(states @ self.weights["between.weight"].T, table.low, table.high)
        hidden += self._linear("drug_gate", drug) * self._linear("tail_gate", tail)
        outputs = self._linear("relation", gelu(hidden))
        found = []
        for group, (product, index) in enumerate(zip(table.products, table.tails, strict=True)):
            rows = np.flatnonzero(table.group == group)
            pooled = np.logaddexp.reduce(outputs[rows, : len(RELATIONS)], axis=0)
            takes = TAKES.get(labels[index], ())
            column = RELATIONS.index(takes[0]) if takes else 0
            best = rows[int(outputs[rows, column].argmax())]
            told = softmax(outputs[best, len(RELATIONS) :] / self.temperatures.get("effectiveness", 1.0))
            chances = {
                name: float(1 / (1 + np.exp(-pooled[RELATIONS.index(name)] / self.temperatures.get(name, 1.0))))
                for name in takes
            }
            found.append(
                Related(
                    product,
                    index,
                    int(table.drug[best]),
                    chances,
                    dict(zip(EFFECTIVENESS, map(float, told), strict=True)),
                )
            )
        return found

    def _linear(self, name: str, inputs: Array) -> Array:
        outputs: Array = inputs @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return outputs


def load_heads(folder: Path, card: Mapping[str, Any]) -> MentionHeads:
    """The heads of a model folder; `card` is the part `heads` of its `model.json`. Raises ModelError for a file that
    NumPy cannot read.
    """
    path = folder / card["file"]
    try:
        with np.load(path, allow_pickle=False) as file:
            weights = {name: file[name] for name in file.files}
    except (OSError, EOFError, ValueError, BadZipFile) as error:
        raise ModelError(f"{path} is not a file of heads: {type(error).__name__}") from error
    heads = MentionHeads(weights, card.get("temperatures"), card.get("thresholds"), card.get("leanings"))
    check_shapes(heads, path)
    return heads


def check_shapes(heads: MentionHeads, path: Path) -> None:
    """Raises ModelError for weights of heads that another version of Firsthand fitted."""
    missing = [name for name in WEIGHTS if name not in heads.weights]
    if missing:
        raise ModelError(f"{path}: heads of another version of Firsthand, without {', '.join(missing)}; refit them")
    hidden = heads.weights["between.weight"].shape[1]
    if heads.weights["mention.weight"].shape[1] != STRETCHES * hidden:
        raise ModelError(f"{path}: heads of another version of Firsthand, which read a mention from other words")


def gelu(values: Array) -> Array:
    """The tanh form of GELU (Hendrycks and Gimpel, 2016), as PyTorch's `approximate="tanh"`."""
    return np.asarray(0.5 * values * (1 + np.tanh(0.7978845608 * (values + 0.044715 * values**3))), dtype=np.float32)


def softmax(logits: Array) -> Array:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)

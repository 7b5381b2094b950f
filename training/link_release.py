"""From a trained mention encoder to the folder that `nlp` loads: int8 ONNX behind a gate, the vectors of all names, the
fusion with character 3-grams fitted on dev, and scores on the layperson synonyms that were held out.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from nlp.errors import ModelError
from nlp.models import knowledge_base
from nlp.models.candidates import NameIndex
from nlp.models.digest import sha256
from nlp.models.meaning import GROUP, VECTORS, Fusion, fused, save_vectors
from nlp.models.mention_encoder import ENCODER_SCHEMA, MentionEncoder, Vectors
from nlp.models.tokens import SubwordTokeniser
from training.link import codes_of_names, dev_accuracy, encode
from training.link_config import LinkConfig
from training.link_data import HeldOut, held_out, names_by_concept
from training.link_network import MentionNetwork, load_network
from training.onnx_graph import quantise, save_onnx

ONNX_FILE = "encoder.int8.onnx"
GATE = 0.02  # accuracy on dev that quantisation may cost; one of 370 dev names is 0.003
WEIGHTS = tuple(round(0.05 * step, 2) for step in range(21))
RANKS = (1, 5)


def release(trained: Path, out: Path, config: LinkConfig, version: str, vocabulary: Path) -> dict[str, Any]:
    """Write the encoder's folder `out` from the network in `trained`; returns its scores.

    Raises ModelError, and leaves `out` as it was, when int8 loses more than `GATE` on dev.
    """
    work = out.with_name(out.name + ".new")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copy2(trained / "tokenizer.json", work / "tokenizer.json")
    network = load_network(trained, config.dimensions)
    to_onnx(network, work / "encoder.onnx")
    quantise(work / "encoder.onnx", work / ONNX_FILE)
    (work / "encoder.onnx").unlink()
    encoder = MentionEncoder(work / ONNX_FILE, work / "tokenizer.json")
    tokenise = SubwordTokeniser(work / "tokenizer.json")
    kb = knowledge_base.load()
    dev, test = held_out(vocabulary, "dev"), held_out(vocabulary, "test")
    owners = codes_of_names(names_by_concept(kb, frozenset(each.name for each in (*dev, *test))))
    gate = {
        "dev_fp32": round(dev_accuracy(lambda names: encode(network, tokenise, names).numpy(), dev, owners), 4),
        "dev_int8": round(dev_accuracy(encoder.encode, dev, owners), 4),
    }
    if gate["dev_fp32"] - gate["dev_int8"] > GATE:
        raise ModelError(
            f"int8 loses {gate['dev_fp32'] - gate['dev_int8']:.4f} accuracy on dev, more than {GATE}: {work}"
        )
    names = sorted(set(kb.indexed(GROUP)) | set(owners))
    vectors = dict(zip(names, encoder.encode(names), strict=True))
    table = HeldOutTable(owners, vectors, encoder)
    fusion = fit(table, dev, config.threshold)
    indexed = kb.indexed(GROUP)
    save_vectors(work / VECTORS, indexed, np.stack([vectors[name] for name in indexed]))
    scores = {"gate": gate, "held_out_layperson": {"mentions": len(test)} | table.scores(test, fusion)}
    card = {
        "schema": ENCODER_SCHEMA,
        "name": config.name,
        "version": version,
        "onnx": ONNX_FILE,
        "encoder": config.encoder,
        "layers": config.layers,
        "dimensions": config.dimensions,
        "fusion": asdict(fusion),
        "licences": config.licences,
        "scores": scores,
        "files": {file.name: sha256(file) for file in sorted(work.iterdir())},
    }
    (work / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    shutil.rmtree(out, ignore_errors=True)
    work.replace(out)
    return scores


def to_onnx(network: MentionNetwork, path: Path) -> None:
    """Export in fp32, with batch and length free."""
    save_onnx(network, path, ["vectors"])
    model = onnx.load(path)
    del model.graph.value_info[:]  # the exporter leaves the shape of a weight that it has transposed
    onnx.save(model, path)


class HeldOutTable:
    """HPO without the held-out names, to look these up in by vectors, by 3-grams and by both."""

    def __init__(self, owners: dict[str, frozenset[str]], vectors: dict[str, Vectors], encoder: MentionEncoder) -> None:
        self.names = sorted(owners)
        self.owners = owners
        self.vectors = np.stack([vectors[name] for name in self.names])
        self.index = NameIndex(self.names)
        self.encoder = encoder

    def cosines(self, mention: str) -> tuple[Vectors, Vectors]:
        """(names,) cosines by vectors and by 3-grams."""
        return self.vectors @ self.encoder(mention), self.index.scores(mention)

    def ranked(self, scores: NDArray[np.float32]) -> list[str]:
        """The first codes by the scores of names, each once."""
        codes: dict[str, None] = {}
        for row in np.argsort(-scores, kind="stable"):
            codes |= dict.fromkeys(sorted(self.owners[self.names[row]]))
            if len(codes) >= max(RANKS):
                break
        return list(codes)

    def scores(self, held: Sequence[HeldOut], fusion: Fusion) -> dict[str, dict[str, float]]:
        """Accuracy at 1 and 5 by vectors, by 3-grams and fused."""
        weights = {"ngrams": 0.0, "encoder": 1.0, "fused": fusion.weight}
        cosines = [self.cosines(each.name) for each in held]
        return {
            name: {f"accuracy_{rank}": round(self.accuracy(held, cosines, weight, rank), 4) for rank in RANKS}
            for name, weight in weights.items()
        }

    def accuracy(
        self, held: Sequence[HeldOut], cosines: Sequence[tuple[Vectors, Vectors]], weight: float, rank: int
    ) -> float:
        right = (
            each.code in self.ranked(fused(*pair, weight))[:rank] for each, pair in zip(held, cosines, strict=True)
        )
        return sum(right) / max(1, len(held))


def fit(table: HeldOutTable, dev: Sequence[HeldOut], threshold: float) -> Fusion:
    """The weight that is most often right on dev, then a logistic of its best score (Platt scaling)."""
    cosines = [table.cosines(each.name) for each in dev]
    weight = max(WEIGHTS, key=lambda each: (table.accuracy(dev, cosines, each, 1), each))
    scores = [fused(*pair, weight) for pair in cosines]
    right = np.array([each.code in table.ranked(row)[:1] for each, row in zip(dev, scores, strict=True)])
    if right.all() or not right.any():
        raise ModelError(f"{int(right.sum())} of {len(dev)} dev names are right: nothing to calibrate on")
    model = LogisticRegression(C=1e4).fit(np.array([[row.max()] for row in scores]), right)
    return Fusion(weight, round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4), threshold)

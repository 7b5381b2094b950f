"""Export a trained recogniser to ONNX int8 and make the model folder that `nlp` loads, behind an accuracy gate."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.errors import ModelError
from nlp.models import digest, repository
from nlp.models.backends import OnnxBackend
from nlp.models.evidence import head_of
from nlp.models.heads import MentionHeads
from nlp.models.network import load_network
from nlp.models.recogniser import SpanRecogniser
from nlp.models.tags import RECOGNISER_LABELS, log_softmax
from training import devscore, evidence_scores, headscores, label_leaning, score_scale
from training.config import RecogniseConfig
from training.devscore import head_weights
from training.examples import Gold
from training.mixing import MAPS
from training.onnx_graph import quantise, to_onnx

GATE = 0.005  # strict F1 on dev that quantisation may cost (F1 moves; logits alone say little)
ONNX_FILE = "model.int8.onnx"
HEADS_FILE = "heads.npz"
SPARED_AT_MOST = 3  # layers whose contracting product may stay in float32, for the folder to stay below 30 MB


@dataclass(frozen=True)
class GateResult:
    fp32: float
    int8: float

    @property
    def passed(self) -> bool:
        return self.int8 >= self.fp32 - GATE


def export(best: Path, out: Path, config: RecogniseConfig, version: str, dev: list[Gold]) -> GateResult:
    """Write the model folder `out` from the network in `best`; returns what the gate measured.

    Raises ModelError, and leaves `out` as it was, when int8 loses more than `GATE` strict F1 on dev.
    """
    work = out.with_name(out.name + ".new")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in ("config.json", "tokenizer.json"):
        shutil.copy2(best / name, work / name)
    card = {
        "schema": repository.MODEL_SCHEMA,
        "name": config.name,
        "version": version,
        "labels": list(RECOGNISER_LABELS),
        "window": config.window,
        "onnx": "model.onnx",
        "encoder": config.encoder,
        "licences": config.licences,
        "scores": {},
        "files": {},
    }
    (best / "model.json").write_text(json.dumps(card), encoding="utf-8")
    network = load_network(best).eval()
    if config.lean_labels:
        to_onnx(network, work / "model.onnx")
        quantise(work / "model.onnx", work / ONNX_FILE)
        write_card(work, card | {"onnx": ONNX_FILE})
        small = SpanRecogniser(repository.read(work), OnnxBackend(work / ONNX_FILE))
        leanings = label_leaning.fit(dev, label_leaning.read(small, dev), small.scheme)
        label_leaning.fold(network, leanings, small.scheme)
        card["label_leanings"] = leanings
    names = to_onnx(network, work / "model.onnx")
    write_card(work, card)
    whole = SpanRecogniser(repository.read(work), OnnxBackend(work / "model.onnx"))
    temperature = fit_temperature(whole, dev)
    fp32 = strict_f1(whole, dev)
    card |= {"onnx": ONNX_FILE, "weights": names, "temperature": round(temperature, 4)}
    for spared in range(SPARED_AT_MOST + 1):
        quantise(work / "model.onnx", work / ONNX_FILE, spared)
        write_card(work, card)
        gate = GateResult(fp32, strict_f1(SpanRecogniser(repository.read(work), OnnxBackend(work / ONNX_FILE)), dev))
        if gate.passed:
            break
    (work / "model.onnx").unlink()
    quantised = SpanRecogniser(repository.read(work), OnnxBackend(work / ONNX_FILE))
    card["score_scale"] = score_scale.fit(quantised, dev)
    card["scores"] = {
        "gate": {
            "dev_strict_f1_fp32": round(gate.fp32, 4),
            "dev_strict_f1_int8": round(gate.int8, 4),
            "layers_spared": spared,
        }
    }
    if network.heads is not None:
        whole = SpanRecogniser(repository.read(work), OnnxBackend(work / ONNX_FILE))
        card["heads"] = write_heads(head_weights(network), work, states_of(whole, dev), dev)
    write_card(work, card)
    if not gate.passed:
        raise ModelError(
            f"int8 loses {gate.fp32 - gate.int8:.4f} strict F1 on dev ({gate.fp32:.4f} to {gate.int8:.4f}), "
            f"more than {GATE}; "
            f"the export is left in {work}"
        )
    shutil.rmtree(out, ignore_errors=True)
    work.replace(out)
    return gate


def write_heads(
    weights: dict[str, NDArray[np.float32]], folder: Path, states: headscores.States, dev: list[Gold]
) -> dict[str, Any]:
    """Write the heads in float16 and return their part of the card: temperatures, leanings and thresholds are fitted on
    dev, on the states that the model as it ships gives.
    """
    small = {name: value.astype(np.float16) for name, value in weights.items()}
    np.savez(folder / HEADS_FILE, **small)
    temperatures = headscores.fit_temperatures(headscores.answers(dev, states, MentionHeads(small)))
    scaled = headscores.answers(dev, states, MentionHeads(small, temperatures))
    leanings, thresholds = headscores.fit_leanings(scaled), headscores.fit_thresholds(scaled)
    figures = headscores.summary(scaled, thresholds, leanings)
    evidence = {}
    if (head := head_of(MentionHeads(small).weights, {})) is not None:
        asked = evidence_scores.ask(dev, states, head)
        evidence = {"evidence": evidence_scores.fit(asked)}
        figures |= evidence_scores.summary(asked, evidence["evidence"])
    return {
        "file": HEADS_FILE,
        "temperatures": temperatures,
        "leanings": leanings,
        "thresholds": thresholds,
        **evidence,
        "dev": {name: round(value, 4) for name, value in figures.items()},
    }


def states_of(recogniser: SpanRecogniser, golds: list[Gold]) -> headscores.States:
    """The words of each text with annotated mentions, and the (words, hidden) states that a model gives of them."""
    read = {gold.text: recogniser.read([gold.text])[0] for gold in golds if gold.post is not None}
    return lambda text: (read[text].words, read[text].states)


def write_card(folder: Path, card: dict[str, Any]) -> None:
    """`model.json` with the sha256 of every file beside it."""
    card["files"] = {
        file.name: digest.sha256(file)
        for file in sorted(folder.iterdir())
        if file.name not in ("model.json", "README.md")
    }
    (folder / "model.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def strict_f1(recogniser: SpanRecogniser, golds: list[Gold]) -> float:
    """Micro F1 of exact spans with labels, over what each post's corpus annotates."""

    def find(text: str) -> set[tuple[int, int, str]]:
        return {(each.start, each.end, each.label) for each in recogniser.spans([text])[0]}

    return devscore.strict_f1(golds, find)


def fit_temperature(recogniser: SpanRecogniser, golds: list[Gold]) -> float:
    """The temperature that minimises the likelihood loss of word tags on dev (Guo et al., ICML 2017), by grid
    search.
    """
    from training.examples import allowed_tags

    logits, allowed = [], []
    for gold in golds:
        tokens = recogniser.tokenise(gold.text)
        if tokens.words:
            logits.append(recogniser.outputs([tokens])[0][:, : len(recogniser.scheme)])
            allowed.append(allowed_tags(gold, tokens.words, recogniser.scheme, MAPS[gold.corpus]))
    if not logits:
        return 1.0
    scores, mask = np.concatenate(logits), np.concatenate(allowed)
    grid = np.arange(0.6, 3.01, 0.05)
    losses = [
        -np.log(np.where(mask, np.exp(log_softmax(scores / temperature)), 0).sum(axis=1) + 1e-12).mean()
        for temperature in grid
    ]
    return float(grid[int(np.argmin(losses))])

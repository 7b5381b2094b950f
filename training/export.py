"""Export a trained recogniser to ONNX int8 and make the model folder that `nlp` loads, behind an accuracy gate."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from nlp.errors import ModelError
from nlp.models import digest, repository
from nlp.models.backends import OnnxBackend
from nlp.models.evidence import head_of
from nlp.models.heads import MentionHeads
from nlp.models.network import Recogniser, load_network
from nlp.models.recogniser import SpanRecogniser
from nlp.models.tags import RECOGNISER_LABELS, log_softmax
from training import evidence_scores, headscores
from training.config import RecogniseConfig
from training.devscore import head_weights, strict_counts
from training.examples import Gold
from training.mixing import MAPS

GATE = 0.005  # strict F1 on dev that quantisation may cost (F1 moves; logits alone say little)
ONNX_FILE = "model.int8.onnx"
HEADS_FILE = "heads.npz"
SPARED_AT_MOST = 3  # layers whose contracting product may stay in float32, for the folder to stay below 30 MB
HEAD_WIDTH = 64  # a product with fewer outputs is the head


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


def to_onnx(network: Recogniser, path: Path) -> dict[str, list[str | bool]]:
    """Export in fp32; returns for each parameter the initialiser that holds it and whether it is transposed there.

    The map lets a GPU run the very weights that ship, see `nlp.models.network.weights_from_onnx`.
    """
    import onnx
    from onnx import numpy_helper

    save_onnx(network, path, ["logits", "states"])
    by_shape: dict[tuple[int, ...], list[tuple[str, np.ndarray[Any, Any]]]] = {}
    for tensor in onnx.load(path).graph.initializer:
        value = numpy_helper.to_array(tensor)
        by_shape.setdefault(value.shape, []).append((tensor.name, value))
    names: dict[str, list[str | bool]] = {}
    for parameter, value in network.state_dict().items():
        if "pooler" in parameter or "position_ids" in parameter or parameter.startswith("heads."):
            continue
        names[parameter] = find_initialiser(parameter, value.numpy(), by_shape)
    return names


def save_onnx(network: torch.nn.Module, path: Path, outputs: list[str]) -> None:
    """Export a network over (ids, mask) in fp32, with batch and length free."""
    ids = torch.randint(5, 1000, (2, 24))
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", min=2, max=512)
    program = torch.onnx.export(
        network,
        (ids, torch.ones_like(ids)),
        dynamo=True,
        opset_version=18,
        input_names=["input_ids", "attention_mask"],
        output_names=outputs,
        dynamic_shapes={"input_ids": {0: batch, 1: length}, "attention_mask": {0: batch, 1: length}},
    )
    program.save(str(path), external_data=False)


def find_initialiser(
    parameter: str, value: np.ndarray[Any, Any], by_shape: dict[tuple[int, ...], list[tuple[str, np.ndarray[Any, Any]]]]
) -> list[str | bool]:
    for transposed in (False, True):
        wanted = value.T if transposed else value
        for name, found in by_shape.get(wanted.shape, []):
            if np.array_equal(wanted, found):
                return [name, transposed]
    raise ModelError(f"parameter {parameter} was folded away by the ONNX export")


def quantise(source: Path, target: Path, spared: int = 0) -> None:
    """Dynamic int8 of the matrix products and the embedding tables, one scale for each column of weights.

    The head stays in float32: it is small, and its rounding costs the most. So do, of the last `spared` layers, the
    products that contract the feed-forward part, whose inputs have the widest range.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(source).graph
    shapes = {each.name: tuple(each.dims) for each in graph.initializer}
    products = [node for node in graph.node if node.op_type in ("MatMul", "Gemm")]
    contracting = [
        node.name for node in products if len(shape := shapes.get(node.input[1], ())) == 2 and contracts(shape)
    ]
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=[products[-1].name, *contracting[len(contracting) - spared :]],
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    strip_traces(target)


def strip_traces(path: Path) -> None:
    """Take out what the exporter notes of every node for debugging: stack traces with the paths of this machine."""
    import onnx

    model = onnx.load(path)
    for part in (model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    model.ClearField("metadata_props")
    for function in model.functions:
        function.ClearField("metadata_props")
        for node in function.node:
            node.ClearField("metadata_props")
    onnx.save(model, path)


def contracts(shape: tuple[int, ...]) -> bool:
    """Whether a weight of (inputs, outputs) leads from the wide feed-forward space back to the hidden one."""
    return shape[0] >= 2 * shape[1] and shape[1] > HEAD_WIDTH


def strict_f1(recogniser: SpanRecogniser, golds: list[Gold]) -> float:
    """Micro F1 of exact spans with labels, over what each post's corpus annotates."""

    def find(text: str) -> set[tuple[int, int, str]]:
        return {(each.start, each.end, each.label) for each in recogniser.spans([text])[0]}

    right, predicted, wanted = strict_counts(golds, find)
    return 2 * right / max(1, predicted + wanted)


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

"""From a PyTorch network to the ONNX graph that ships: export, attention as one node, int8."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.masking_utils import eager_mask

from nlp.errors import ModelError
from nlp.models.network import Recogniser

HEAD_WIDTH = 64  # a product with fewer outputs is the head
ONE_NODE = "one_node"


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
    """Export a network with an `encoder` over (ids, mask) in fp32, with batch and length free."""
    ids = torch.randint(5, 1000, (2, 24))
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", min=2, max=512)
    with one_node_attention(network.encoder):
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


@contextmanager
def one_node_attention(encoder: PreTrainedModel) -> Iterator[None]:
    """In this context the attention of an encoder is exported as one node, `MultiHeadAttention` of ONNX Runtime's own
    operators, which spares a tenth of the time of a pass at 60 tokens and a quarter at 250. Encoders that compute
    attention in ways of their own (MPNet) stay as they are.
    """
    if encoder.config.model_type != "bert":
        yield
        return
    AttentionInterface.register(ONE_NODE, emit_attention)
    AttentionMaskInterface.register(ONE_NODE, eager_mask)
    before = encoder.config._attn_implementation
    encoder.set_attn_implementation(ONE_NODE)
    try:
        yield
    finally:
        encoder.set_attn_implementation(before)


def emit_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    mask: torch.Tensor | None,
    scaling: float,
    **options: Any,
) -> tuple[torch.Tensor, None]:
    """(batch, tokens, heads, width) from (batch, heads, tokens, width) queries, keys and values and an additive mask;
    for the ONNX exporter alone, nothing is computed.
    """
    batch, heads, tokens, width = query.shape
    inputs = [each.transpose(1, 2).reshape(batch, tokens, heads * width) for each in (query, key, value)]
    output = torch.onnx.ops.symbolic(
        "com.microsoft::MultiHeadAttention",
        (*inputs, None, None, mask),  # in between: bias, mask of padded keys
        attrs={"num_heads": heads, "scale": float(scaling)},
        dtype=query.dtype,
        shape=(batch, tokens, heads * width),
        version=1,
    )
    return output.reshape(batch, tokens, heads, width), None


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
        # Shape inference does not see through the attention node; all that is quantised here is float32.
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
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

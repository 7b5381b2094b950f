"""ONNX Runtime sessions on the CPU, opened in one way for all models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nlp.errors import ModelError

if TYPE_CHECKING:
    import onnxruntime

# The kernel that this puts in place of an addition and a layer normalisation takes ten times as long as the two
# (ONNX Runtime 1.23 to 1.31, AVX-512), a seventh of an encoder pass.
SLOW_FUSIONS = ["SkipLayerNormFusion"]


def open_session(path: Path, threads: int | None = None) -> onnxruntime.InferenceSession:
    """A session on so many threads (None: as many as ONNX Runtime likes). Raises ModelError for a file that it cannot
    load.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    if threads:
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
        )
    except Exception as error:  # ONNX Runtime raises its own types, none of them exported
        raise ModelError(f"{path} is not a model that ONNX Runtime can load: {type(error).__name__}") from error

"""Inference backends: the same windows through ONNX Runtime (CPU, in the core install) or PyTorch (extra `torch`, CPU
or GPU).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nlp.errors import MissingExtraError, UsageError
from nlp.models.onnx_session import open_session

DEVICES = ("auto", "cpu", "cuda")


class Backend(Protocol):
    """`outputs(windows)` maps token ids of each window, special tokens included, to float32 (tokens, tags + hidden):
    the logits of the tags, then the states of the encoder (none, where the model has no heads that read them).

    The outputs of a window do not depend on the other windows of the call.
    """

    device: str

    def outputs(self, windows: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]: ...


class OnnxBackend:
    """ONNX Runtime on the CPU, one window a call.

    Dynamic int8 scales activations over a whole batch, so that in a batch a text's scores would depend on its
    neighbours; one window a call is exact and, on a CPU, costs little.
    """

    device = "cpu"

    def __init__(self, path: Path, threads: int | None = None) -> None:
        self.session = open_session(path, threads)

    def outputs(self, windows: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]:
        results = []
        for window in windows:
            ids = np.asarray([window], dtype=np.int64)
            outputs = self.session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
            results.append(np.concatenate([np.asarray(each[0], dtype=np.float32) for each in outputs], axis=1))
        return results


class TorchBackend:
    """PyTorch on a GPU or CPU; windows are packed by length, `batch_tokens` padded tokens a batch.

    Kernels are chosen by shape and round differently. So the shape of a batch depends on a window's own length alone
    (`pack_fixed`): rows that nobody needs cost a GPU little, and a window's outputs do not depend on its neighbours.
    """

    def __init__(self, folder: Path, device: str, batch_tokens: int = 16_384) -> None:
        try:
            import torch

            from nlp.models.network import load_network
        except ImportError as error:
            raise MissingExtraError("torch", "inference through PyTorch") from error
        self.torch = torch
        self.device = device
        self.batch_tokens = batch_tokens
        self.network = load_network(folder).to(device).eval()

    def outputs(self, windows: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]:
        from nlp.models.packing import pack_fixed

        torch = self.torch
        results: list[NDArray[np.float32] | None] = [None] * len(windows)
        with torch.inference_mode():
            for rows, length, batch in pack_fixed([len(window) for window in windows], self.batch_tokens):
                ids = torch.zeros((rows, length), dtype=torch.long)
                mask = torch.zeros_like(ids)
                mask[:, 0] = 1  # a row without any token would give no numbers
                for row, index in enumerate(batch):
                    ids[row, : len(windows[index])] = torch.tensor(windows[index])
                    mask[row, : len(windows[index])] = 1
                outputs = self.network(ids.to(self.device), mask.to(self.device))
                output = torch.cat([each.float() for each in outputs], dim=-1).cpu().numpy()
                for row, index in enumerate(batch):
                    results[index] = output[row, : len(windows[index])]
        return [result for result in results if result is not None]


def choose_device(device: str) -> str:
    """`cpu` or `cuda` for `auto|cpu|cuda`; `auto` takes CUDA when PyTorch is installed and sees a GPU.

    Raises UsageError for another word, or when `cuda` is asked for and not there.
    """
    if device not in DEVICES:
        raise UsageError(f"device '{device}' is not known; choices: {', '.join(DEVICES)}")
    if device == "cpu":
        return "cpu"
    try:
        import torch

        found = bool(torch.cuda.is_available())
    except ImportError:
        if device == "cuda":
            raise MissingExtraError("torch", "a GPU") from None
        return "cpu"
    if device == "cuda" and not found:
        raise UsageError("device 'cuda' was asked for, but PyTorch sees no GPU here; use --device cpu or auto")
    return "cuda" if found else "cpu"

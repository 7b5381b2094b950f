"""The mean of the weights of two networks, one of which began as the other."""

from __future__ import annotations

import shutil
from pathlib import Path

from safetensors.torch import load_file, save_file

from nlp.errors import ModelError

HEADS = "heads."


def average(first: Path, second: Path, out: Path, share: float = 0.5) -> int:
    """Write into `out` the network of `second` with weights that are `share` of its own and the rest of `first`;
    returns how many tensors were mixed.

    Fine-tuned networks of one origin lie in one basin, and their mean is often better than either (Wortsman et al.,
    "Robust fine-tuning of zero-shot models", CVPR 2022). The heads on mentions stay those of `second`. Raises
    ModelError for a share that is none, and for networks that are not of one shape.
    """
    if not 0.0 <= share <= 1.0:
        raise ModelError(f"share {share} of the second network is not between 0 and 1")
    one, other = (load_file(folder / "model.safetensors") for folder in (first, second))
    mixed = [name for name in other if not name.startswith(HEADS)]
    if strange := [name for name in mixed if name not in one or one[name].shape != other[name].shape]:
        raise ModelError(f"{first} and {second} are not of one shape; the first that differs is {strange[0]}")
    weights = {name: share * other[name].float() + (1 - share) * one[name].float() for name in mixed}
    out.mkdir(parents=True, exist_ok=True)
    for path in second.iterdir():
        shutil.copy2(path, out / path.name)
    save_file({**other, **weights}, out / "model.safetensors")
    return len(mixed)

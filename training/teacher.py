"""A teacher: the tag probabilities of a larger network, kept on disk, for a smaller one to learn.

Both must cut texts into the same words, as encoders of the BERT family do.
"""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from nlp.models import repository
from nlp.models.backends import TorchBackend
from nlp.models.recogniser import SpanRecogniser
from nlp.models.tags import log_softmax
from training.examples import Gold
from training.mixing import Teach

TEXTS_AT_ONCE = 64


def teacher_of(folder: Path, cache: Path, device: str, precision: AbstractContextManager[Any]) -> Teach:
    """What gives the (words, tags) probabilities of texts, in float16, by the network of a model folder. What was
    read once is kept in `cache`.
    """
    recogniser = SpanRecogniser(repository.read(folder), TorchBackend(folder, device, batch_tokens=4096))
    tags = len(recogniser.scheme)
    cache.mkdir(parents=True, exist_ok=True)

    def teach(golds: list[Gold]) -> list[NDArray[np.float16]]:
        found: list[NDArray[np.float16]] = []
        chunks = [golds[low : low + TEXTS_AT_ONCE] for low in range(0, len(golds), TEXTS_AT_ONCE)]
        for chunk in track(chunks, description="teacher"):
            name = hashlib.sha256("\0".join(gold.text for gold in chunk).encode()).hexdigest()[:16]
            path = cache / f"{name}.npz"
            if not path.is_file():
                tokens = [recogniser.tokenise(gold.text) for gold in chunk]
                with precision:
                    outputs = recogniser.outputs(tokens)
                chances = [np.exp(log_softmax(each[:, :tags])).astype(np.float16) for each in outputs]
                np.savez(path, *chances)
            with np.load(path) as file:
                found += [file[f"arr_{number}"] for number in range(len(chunk))]
        return found

    return teach

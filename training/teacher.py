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

TEXTS_IN_FILE = 64
FILES_AT_ONCE = 16  # a thousand texts: few of the rows that fixed shapes leave empty


def teacher_of(folder: Path, cache: Path, device: str, precision: AbstractContextManager[Any]) -> Teach:
    """What gives the (words, tags) probabilities of texts, in float16, by the network of a model folder. What was
    read once is kept in `cache`.
    """
    recogniser = SpanRecogniser(repository.read(folder), TorchBackend(folder, device, batch_tokens=4096))
    tags = len(recogniser.scheme)
    cache.mkdir(parents=True, exist_ok=True)

    def teach(golds: list[Gold]) -> list[NDArray[np.float16]]:
        texts = [gold.text for gold in golds]
        chunks = [texts[low : low + TEXTS_IN_FILE] for low in range(0, len(texts), TEXTS_IN_FILE)]
        digests = [hashlib.sha256("\0".join(chunk).encode()).hexdigest() for chunk in chunks]
        paths = [cache / f"{digest[:16]}.npz" for digest in digests]
        missing = [(path, chunk) for path, chunk in zip(paths, chunks, strict=True) if not path.is_file()]
        for low in track(range(0, len(missing), FILES_AT_ONCE), description="teacher", disable=not missing):
            part = missing[low : low + FILES_AT_ONCE]
            with precision:
                outputs = iter(recogniser.outputs([recogniser.tokenise(text) for _, chunk in part for text in chunk]))
            for path, chunk in part:
                chances = [np.exp(log_softmax(next(outputs)[:, :tags])).astype(np.float16) for _ in chunk]
                np.savez(path, *chances)
        found: list[NDArray[np.float16]] = []
        for path, chunk in zip(paths, chunks, strict=True):
            with np.load(path) as file:
                found += [file[f"arr_{number}"] for number in range(len(chunk))]
        return found

    return teach

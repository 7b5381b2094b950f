"""The backends: what they give of a window depends on that window alone."""

import random

import numpy as np
import pytest

from corpora import authored
from nlp.models import repository
from nlp.models.backends import OnnxBackend, TorchBackend
from nlp.models.tokens import SubwordTokeniser


@pytest.fixture(scope="module")
def folder():
    return repository.resolve("default")


@pytest.fixture(scope="module")
def windows(folder):
    tokenise = SubwordTokeniser(folder.path / "tokenizer.json")
    return [tokenise(post.text).ids[:200] for post in authored.split("train")[:24]]


@pytest.mark.parametrize("kind", ["onnx", "torch"])
def test_the_outputs_of_a_window_are_the_same_bits_in_any_company(kind, folder, windows):
    if kind == "torch":
        pytest.importorskip("torch")
        backend = TorchBackend(folder.path, "cpu", batch_tokens=512)
    else:
        backend = OnnxBackend(folder.path / folder.card["onnx"], threads=1)
    alone = [backend.outputs([window])[0] for window in windows]
    order = list(range(len(windows)))
    random.Random(0).shuffle(order)
    for place, output in zip(order, backend.outputs([windows[place] for place in order]), strict=True):
        assert len(output) == len(windows[place])
        assert np.array_equal(output, alone[place])

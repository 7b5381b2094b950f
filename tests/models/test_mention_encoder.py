"""Vectors of mentions: packing, folders that are damaged, and the search that fuses them with character 3-grams."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nlp.errors import ModelError
from nlp.models.meaning import Fusion, fused, load_vectors, save_vectors
from nlp.models.mention_encoder import ENCODER_SCHEMA, LEVELS, MentionEncoder, pack, read_folder, unpack

unit = st.floats(-1, 1, width=32)


@given(arrays(np.float32, (5, 8), elements=unit))
def test_packing_costs_at_most_half_a_level(vectors: np.ndarray) -> None:
    rows, scales = pack(vectors)
    assert rows.dtype == np.int8
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    assert (np.abs(unpack(rows, scales) - vectors) <= largest / LEVELS * 0.5001 + 1e-12).all()


def test_stored_vectors_come_back_in_the_order_asked_for_and_missing_ones_are_encoded(tmp_path: Path) -> None:
    vectors = np.eye(3, dtype=np.float32)
    save_vectors(tmp_path / "v.npz", ["a", "b", "é c"], vectors)
    asked: list[str] = []

    def encoder(name: str) -> np.ndarray:
        asked.append(name)
        return np.full(3, 0.5, dtype=np.float32)

    found = load_vectors(tmp_path / "v.npz", ["é c", "new", "a"], encoder)  # type: ignore[arg-type]
    assert asked == ["new"]
    assert np.allclose(found, [vectors[2], [0.5] * 3, vectors[0]])


def test_unreadable_vectors_are_named(tmp_path: Path) -> None:
    (tmp_path / "v.npz").write_bytes(b"nothing")
    with pytest.raises(ModelError, match=r"v\.npz cannot be read: .*; train the mention encoder again"):
        load_vectors(tmp_path / "v.npz", ["a"], None)  # type: ignore[arg-type]


@given(arrays(np.float32, 4, elements=unit), arrays(np.float32, 4, elements=unit))
def test_the_ends_of_the_fusion_are_its_parts(vectors: np.ndarray, ngrams: np.ndarray) -> None:
    assert np.array_equal(fused(vectors, ngrams, 1.0), vectors)
    assert np.array_equal(fused(vectors, ngrams, 0.0), ngrams)


def test_probabilities_rise_with_the_score() -> None:
    fusion = Fusion(0.7, 10.0, -6.0, 0.9)
    found = [fusion.probability(score / 10) for score in range(11)]
    assert found == sorted(found)
    assert fusion.probability(0.6) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("card", "error"),
    [
        (None, "holds no card.json: not a mention encoder"),
        ("{", "is not JSON"),
        (json.dumps({"schema": "other/1"}), "has schema 'other/1', this version reads 'firsthand/mention-encoder/1'"),
        (json.dumps({"schema": ENCODER_SCHEMA, "files": {"x.onnx": "00"}}), "x.onnx is missing in"),
    ],
)
def test_a_folder_that_is_no_encoder_is_named(tmp_path: Path, card: str | None, error: str) -> None:
    if card is not None:
        (tmp_path / "card.json").write_text(card)
    with pytest.raises(ModelError, match=error):
        read_folder(tmp_path)


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.onnx").write_bytes(b"changed")
    (tmp_path / "card.json").write_text(json.dumps({"schema": ENCODER_SCHEMA, "files": {"x.onnx": "00" * 32}}))
    with pytest.raises(ModelError, match=r"has sha256 .*, its card says 000000000000"):
        read_folder(tmp_path)


def test_a_model_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.onnx").write_bytes(b"none")
    with pytest.raises(ModelError, match=r"x\.onnx is not a model that ONNX Runtime can load"):
        MentionEncoder(tmp_path / "x.onnx", tmp_path / "tokenizer.json")

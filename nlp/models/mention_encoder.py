"""Mentions as vectors: a small encoder that puts names of one concept close to each other (SapBERT's idea, Liu et al.,
NAACL 2021), and an index of the vocabulary's names by it.

The encoder is an ONNX model; `firsthand train link` makes it. Its folder holds `card.json` (hashes, scores, the
threshold), the model, the tokeniser and, once built, the vectors of the names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.errors import ModelError
from nlp.models.digest import sha256
from nlp.models.onnx_session import open_session
from nlp.models.repository import read_card
from nlp.models.tokens import SubwordTokeniser

ENCODER_SCHEMA = "firsthand/mention-encoder/1"
LONGEST = 48  # subwords of a name, special tokens included; what is longer is cut, for no name is
LEVELS = 127  # of an int8 vector, on each side of zero

Vectors = NDArray[np.float32]


def subwords(tokenise: SubwordTokeniser, name: str) -> list[int]:
    """Ids of a normalised name with special tokens, at most `LONGEST`."""
    return [tokenise.start_id, *tokenise(name).ids[: LONGEST - 2], tokenise.end_id]


@dataclass(frozen=True)
class EncoderFolder:
    """A mention encoder on disk, by its card."""

    path: Path
    card: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.card["name"])

    @property
    def fingerprint(self) -> str:
        """`version@sha256` of the weights, for the provenance of records."""
        return f"{self.card['version']}@{self.card['files'][self.card['onnx']][:16]}"


def read_folder(path: Path) -> EncoderFolder:
    """The folder's card, its files checked by hash. Raises ModelError for what is missing, damaged or of another
    scheme.
    """
    file = path / "card.json"
    card = read_card(file, "mention encoder")
    if card.get("schema") != ENCODER_SCHEMA:
        raise ModelError(f"{file} has schema '{card.get('schema')}', this version reads '{ENCODER_SCHEMA}'")
    for name, expected in card["files"].items():
        if not (path / name).is_file():
            raise ModelError(f"mention encoder: {name} is missing in {path}")
        if (found := sha256(path / name)) != expected:
            raise ModelError(f"mention encoder: {path / name} has sha256 {found[:12]}, its card says {expected[:12]}")
    return EncoderFolder(path, card)


class MentionEncoder:
    """`encoder(name)` is the vector of a normalised name, float32 of length one.

    One name a call: dynamic int8 scales activations over a batch, so that in a batch a name's vector would depend on
    its neighbours.
    """

    def __init__(self, model: Path, tokenizer: Path, threads: int = 1) -> None:
        self.session = open_session(model, threads)
        self.tokenise = SubwordTokeniser(tokenizer)

    def __call__(self, name: str) -> Vectors:
        ids = np.asarray([subwords(self.tokenise, name)], dtype=np.int64)
        output = self.session.run(["vectors"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
        return np.asarray(output[0], dtype=np.float32)

    def encode(self, names: Sequence[str]) -> Vectors:
        """(names, dimensions) vectors, each as if it were alone."""
        return np.stack([self(name) for name in names])


def load_encoder(folder: EncoderFolder, threads: int = 1) -> MentionEncoder:
    """The encoder of a folder."""
    return MentionEncoder(folder.path / folder.card["onnx"], folder.path / "tokenizer.json", threads)


def pack(vectors: Vectors) -> tuple[NDArray[np.int8], Vectors]:
    """int8 vectors and the scale of each row; `rows * scales` gives them back to within half a level."""
    scales = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-12) / LEVELS
    return np.rint(vectors / scales).astype(np.int8), scales.astype(np.float32)


def unpack(rows: NDArray[np.int8], scales: Vectors) -> Vectors:
    """float32 vectors of packed ones."""
    return rows.astype(np.float32) * scales

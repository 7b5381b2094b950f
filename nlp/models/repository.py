"""Models by name: `default` ships in the package, others lie in folders. Hashes are checked before a model is used."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from nlp.errors import ModelError
from nlp.models.digest import sha256
from nlp.models.home import home
from nlp.models.tags import RECOGNISER_LABELS, TagScheme

MODEL_SCHEMA = "firsthand/model/1"
SHIPPED = Path(__file__).parent


@dataclass(frozen=True)
class ModelFolder:
    """A recogniser on disk: `model.json` (labels, window, hashes, scores), the ONNX or safetensors weights, the
    tokeniser.
    """

    path: Path
    card: dict[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        return str(self.card["name"])

    @property
    def version(self) -> str:
        return str(self.card["version"])

    @cached_property
    def scheme(self) -> TagScheme:
        return TagScheme(tuple(self.card["labels"]))

    @property
    def window(self) -> int:
        """Tokens that fit into one pass of the encoder, special tokens included."""
        return int(self.card["window"])

    @property
    def temperature(self) -> float:
        """What logits are divided by so that scores are calibrated (fitted on dev)."""
        return float(self.card.get("temperature", 1.0))

    @property
    def score_scale(self) -> tuple[float, float]:
        """Slope and offset that turn the logit of how sure the tags of a mention are into that of the chance that its
        label and borders are right (fitted on dev, see `training.score_scale`).
        """
        slope, offset = self.card.get("score_scale", (1.0, 0.0))
        return float(slope), float(offset)

    @property
    def fingerprint(self) -> str:
        """`version@sha256`, over the hashes of all files of the folder, for the provenance of records."""
        hashes = " ".join(f"{name}:{digest}" for name, digest in sorted(self.card["files"].items()))
        return f"{self.version}@{hashlib.sha256(hashes.encode()).hexdigest()[:16]}"

    def verify(self) -> None:
        """Raise ModelError for the first file that is missing or whose sha256 is not the one on the card."""
        for name, expected in self.card["files"].items():
            file = self.path / name
            if not file.is_file():
                raise ModelError(f"model '{self.name}': {name} is missing in {self.path}")
            if (found := sha256(file)) != expected:
                raise ModelError(f"model '{self.name}': {name} has sha256 {found[:12]}, its card says {expected[:12]}")


def models_folder() -> Path:
    """Where models that do not ship lie: `$FIRSTHAND_MODELS`, else `models` in the user's data folder (`home`)."""
    chosen = os.environ.get("FIRSTHAND_MODELS")
    return Path(chosen) if chosen else home() / "models"


def available() -> list[ModelFolder]:
    """All models that can be named: the shipped ones, then those in `models_folder()`."""
    folders = []
    for root in (SHIPPED, models_folder()):
        if root.is_dir():
            folders += [read(path.parent) for path in sorted(root.glob("*/model.json"))]
    return folders


def resolve(name: str) -> ModelFolder:
    """The model of that name or in that folder, verified. Raises ModelError that lists what there is."""
    if Path(name).is_dir():
        folder = read(Path(name))
    else:
        known = {model.path.name: model for model in available()}
        if name not in known:
            names = ", ".join(known) or "none"
            raise ModelError(f"model '{name}' is neither a folder nor known; known: {names} (in {models_folder()})")
        folder = known[name]
    folder.verify()
    return folder


def read(path: Path) -> ModelFolder:
    """The folder's card, checked for its scheme; hashes are not checked here (see `ModelFolder.verify`)."""
    file = path / "model.json"
    card = read_card(file, "model folder")
    missing = [key for key in ("schema", "name", "version", "labels", "window", "files", "onnx") if key not in card]
    if missing:
        raise ModelError(f"{file} lacks {', '.join(missing)}")
    if card["schema"] != MODEL_SCHEMA:
        raise ModelError(f"{file} has schema '{card['schema']}', this version reads '{MODEL_SCHEMA}'")
    if unknown := set(card["labels"]) - set(RECOGNISER_LABELS):
        raise ModelError(f"{file} has labels that are not ours: {', '.join(sorted(unknown))}")
    return ModelFolder(path, card)


def read_card(file: Path, kind: str) -> dict[str, Any]:
    """The JSON that tells of a folder. Raises ModelError when there is none: the folder is then not of that `kind`."""
    try:
        card: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{file.parent} holds no {file.name}: not a {kind}") from None
    except ValueError as error:
        raise ModelError(f"{file} is not JSON: {error}") from None
    return card

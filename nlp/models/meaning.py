"""Concepts whose names mean what a mention says: the vectors of a mention encoder fused with character 3-grams."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlp.errors import ModelError
from nlp.models import mention_encoder, repository
from nlp.models.candidates import CACHED_MENTIONS, Candidate, name_index, wanted
from nlp.models.knowledge_base import KnowledgeBase, normalise
from nlp.models.mention_encoder import EncoderFolder, MentionEncoder, Vectors

GROUP = "events"  # the encoder is taught complaints and conditions; names of drugs are a matter of spelling
VECTORS = "vectors.npz"
NAMES_FOR_EACH = 6  # names looked at for each concept asked for: several may belong to one concept
FOLDER = "link"  # of the encoder, in the folder of the user's models


@dataclass(frozen=True, slots=True)
class Fusion:
    """How the two cosines become one score, and that score a probability: fitted on dev, kept on the card.

    `score = weight * vectors + (1 - weight) * ngrams`, `probability = 1 / (1 + exp(-(slope * score + offset)))`. Below
    `threshold` (of the probability) there is no link; the configuration sets it.
    """

    weight: float
    slope: float
    offset: float
    threshold: float

    def probability(self, score: float) -> float:
        """How probably a name with this score is right."""
        return 1.0 / (1.0 + math.exp(-(self.slope * score + self.offset)))


class MeaningSearch:
    """Search by meaning over a knowledge base; results are kept by normalised mention, because mentions repeat."""

    def __init__(self, kb: KnowledgeBase, folder: EncoderFolder) -> None:
        self.kb = kb
        self.folder = folder
        self.fusion = Fusion(**folder.card["fusion"])
        self.encoder = mention_encoder.load_encoder(folder)
        self.index = name_index(kb, GROUP)
        self.vectors = load_vectors(folder.path / VECTORS, self.index.names, self.encoder)
        self._search = lru_cache(maxsize=CACHED_MENTIONS)(self._search_uncached)

    def __call__(self, mention: str, systems: tuple[str, ...], k: int = 10) -> tuple[Candidate, ...]:
        """At most `k` concepts of the systems, most probable first, each once, with the probability as score."""
        return self._search(normalise(mention), systems, k)

    def _search_uncached(self, mention: str, systems: tuple[str, ...], k: int) -> tuple[Candidate, ...]:
        if not mention:
            return ()
        scores = self.vectors @ self.encoder(mention)
        if self.fusion.weight < 1:
            scores = fused(scores, self.index.scores(mention), self.fusion.weight)
        rows = best(scores, NAMES_FOR_EACH * k)
        found: dict[tuple[str, str], Candidate] = {}
        for row in rows:
            name, score = self.index.names[row], round(self.fusion.probability(float(scores[row])), 4)
            for alias in wanted(self.kb.aliases(name), systems):
                key = alias.concept.system, alias.concept.code
                found.setdefault(key, Candidate(alias.concept, name, score, alias.kind))
        return tuple(found.values())[:k]


def best(scores: Vectors, count: int) -> NDArray[np.int64]:
    """The places of the highest scores, highest first, equals in order."""
    if len(scores) <= count:
        return np.argsort(-scores, kind="stable")
    rows = np.flatnonzero(scores >= np.partition(scores, -count)[-count])
    return rows[np.argsort(-scores[rows], kind="stable")][:count]


def fused(vectors: Vectors, ngrams: Vectors, weight: float) -> Vectors:
    """One score for each name from its two cosines."""
    return weight * vectors + (1 - weight) * ngrams


def save_vectors(file: Path, names: list[str], vectors: Vectors) -> None:
    """Write the names with their packed vectors."""
    rows, scales = mention_encoder.pack(vectors)
    letters = np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8)
    np.savez_compressed(file, names=letters, rows=rows, scales=scales)


def load_vectors(file: Path, names: list[str], encoder: MentionEncoder) -> Vectors:
    """(names, dimensions) vectors of these names: those of the file, the others (a user's own) encoded now.

    Raises ModelError for a file that cannot be read.
    """
    try:
        with np.load(file) as stored:
            known = {name: row for row, name in enumerate(stored["names"].tobytes().decode("utf-8").split("\n"))}
            vectors = mention_encoder.unpack(stored["rows"], stored["scales"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{file} cannot be read: {type(error).__name__}; train the mention encoder again") from None
    return np.stack([vectors[known[name]] if name in known else encoder(name) for name in names])


def folder() -> Path:
    """Where a trained mention encoder is looked for: in the package, where one ships, else among the user's models."""
    shipped = repository.SHIPPED / FOLDER
    return shipped if (shipped / "card.json").is_file() else repository.models_folder() / FOLDER


def installed() -> EncoderFolder | None:
    """The mention encoder in use, its files checked; None when none was put there. Raises ModelError for a damaged
    one.
    """
    return mention_encoder.read_folder(folder()) if (folder() / "card.json").is_file() else None


@cache
def load(kb: KnowledgeBase) -> MeaningSearch | None:
    """The search by the mention encoder in use; None without one."""
    found = installed()
    return MeaningSearch(kb, found) if found else None

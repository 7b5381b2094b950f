"""Concepts whose names look like a mention: character 3-grams weighted by TF-IDF, compared by an exact sparse product.

scispaCy's recipe (Neumann et al. 2019) with our own knowledge base. Its approximate index is not needed at this size: the exact product over
50,000 names takes about a millisecond. `NameIndex` has the parts that scispaCy's `CandidateGenerator` takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from nlp.models import knowledge_base
from nlp.models.knowledge_base import Alias, Concept, KnowledgeBase, normalise

GROUPS = ("drugs", "events")
NGRAM = (3, 3)
CACHED_MENTIONS = 1 << 16


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept with its name nearest to the mention, and their cosine (0 to 1)."""

    concept: Concept
    alias: str
    score: float
    kind: str


class NameIndex:
    """The names of one group as rows of a TF-IDF matrix; built on first use (under a second for 50,000 names)."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=NGRAM, dtype=np.float32)
        self._columns = sparse.csr_matrix(self.vectorizer.fit_transform(names).T)

    def nearest(self, mention: str, k: int) -> list[tuple[str, float]]:
        """The `k` names most like a normalised mention with their cosines, best first; names in order of the alphabet among equals."""
        return [(self.names[row], 1.0 - distance) for row, distance in zip(*self._query(self.vectorizer.transform([mention]), k), strict=True)]

    def knnQueryBatch(self, vectors: sparse.csr_matrix, k: int, **_: Any) -> list[tuple[np.ndarray, np.ndarray]]:  # noqa: N802
        """nmslib's interface, which scispaCy calls: (rows, cosine distances) for each vector."""
        return [self._query(vectors[row], k) for row in range(vectors.shape[0])]

    def _query(self, vector: sparse.csr_matrix, k: int) -> tuple[np.ndarray, np.ndarray]:
        found = vector @ self._columns
        scores, rows = found.data, found.indices
        if len(scores) > k:
            best = scores >= np.partition(scores, -k)[-k]
            scores, rows = scores[best], rows[best]
        order = np.lexsort((rows, -scores))[:k]
        return rows[order], 1.0 - np.minimum(scores[order], 1.0)


class CandidateSearch:
    """Approximate search over the names of a knowledge base. Mentions repeat, so results are kept by normalised mention."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self._search = lru_cache(maxsize=CACHED_MENTIONS)(self._search_uncached)

    def __call__(self, mention: str, systems: tuple[str, ...], k: int = 10) -> tuple[Candidate, ...]:
        """At most `k` concepts of the systems, best first, each once. Raises ValueError for systems of both groups at a time."""
        return self._search(normalise(mention), systems, k)

    def index(self, group: str) -> NameIndex:
        """The index of `drugs` or `events`."""
        return name_index(self.kb, group)

    def _search_uncached(self, mention: str, systems: tuple[str, ...], k: int) -> tuple[Candidate, ...]:
        group = "drugs" if {"UNII", "RXNORM"} & set(systems) else "events"
        found: dict[Concept, Candidate] = {}
        for name, score in self.index(group).nearest(mention, 4 * k):
            for alias in wanted(self.kb.aliases(name), systems):
                found.setdefault(alias.concept, Candidate(alias.concept, name, round(score, 4), alias.kind))
        return tuple(found.values())[:k]


@cache
def name_index(kb: KnowledgeBase, group: str) -> NameIndex:
    """The index over a group's names, one for a knowledge base and process."""
    if group not in GROUPS:
        raise ValueError(f"no group '{group}'; groups: {', '.join(GROUPS)}")
    return NameIndex(kb.indexed(group))


def wanted(aliases: tuple[Alias, ...], systems: tuple[str, ...]) -> list[Alias]:
    """The aliases of these systems, in order of the systems."""
    return sorted((alias for alias in aliases if alias.concept.system in systems), key=lambda each: systems.index(each.concept.system))


@cache
def shipped() -> CandidateSearch:
    """The search over the shipped vocabulary."""
    return CandidateSearch(knowledge_base.load())


def candidates(mention: str, systems: tuple[str, ...], k: int = 10) -> list[Candidate]:
    """At most `k` concepts of the shipped vocabulary with names like the mention, best first."""
    return list(shipped()(mention, systems, k))

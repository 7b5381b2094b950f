"""Concepts whose names look like a mention: character 3-grams weighted by TF-IDF, compared by an exact sparse
product.

scispaCy's recipe (Neumann et al. 2019) with our own knowledge base. Its approximate index is not needed at this size:
the exact product over 50,000 names takes about a millisecond. `NameIndex` has the parts that scispaCy's
`CandidateGenerator` takes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from nlp.models import knowledge_base
from nlp.models.knowledge_base import USER, Alias, Concept, KnowledgeBase, normalise

GROUPS = ("drugs", "events")
NGRAM = (3, 3)
CACHED_MENTIONS = 1 << 16
UNHEARD = 0.5  # the weight of a 3-gram of no name, as a part of the rarest one's: typing errors make some too

Neighbours = tuple[NDArray[np.int32], NDArray[np.float32]]  # rows and cosine distances, nearest first


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
        self._ngrams = self.vectorizer.build_analyzer()
        self._columns = sparse.csr_matrix(self.vectorizer.fit_transform(names).T)
        idf = self.vectorizer.idf_
        self._weights = {gram: float(idf[column]) for gram, column in self.vectorizer.vocabulary_.items()}
        self._unheard = UNHEARD * max(self._weights.values(), default=0.0)

    def nearest(self, mention: str, k: int) -> list[tuple[str, float]]:
        """(name, cosine) of the `k` names most like a normalised mention, best first, equals in alphabetical order."""
        rows, distances = self._query(self._vector(mention), k)
        return [(self.names[row], 1.0 - float(distance)) for row, distance in zip(rows, distances, strict=True)]

    def scores(self, mention: str) -> NDArray[np.float32]:
        """(names,) cosines of all names with a normalised mention."""
        return np.asarray((self._vector(mention) @ self._columns).toarray()[0], dtype=np.float32)

    def knnQueryBatch(self, vectors: sparse.csr_matrix, k: int, **_: Any) -> list[Neighbours]:
        """nmslib's interface, which scispaCy calls: the neighbours of each vector."""
        return [self._query(vectors[row], k) for row in range(vectors.shape[0])]

    def _vector(self, mention: str) -> sparse.csr_matrix:
        """The mention's weights, by a norm that counts 3-grams of no name too; sklearn leaves them out."""
        counts = Counter(self._ngrams(mention))
        known = {gram: count for gram, count in counts.items() if gram in self._weights}
        columns = [self.vectorizer.vocabulary_[gram] for gram in known]
        weights = np.array([count * self._weights[gram] for gram, count in known.items()], dtype=np.float32)
        unheard = sum(count**2 for gram, count in counts.items() if gram not in known) * self._unheard**2
        norm = float(np.sqrt(np.dot(weights, weights) + unheard)) or 1.0
        shape = 1, len(self._weights)
        return sparse.csr_matrix((weights / norm, ([0] * len(columns), columns)), shape=shape)

    def _query(self, vector: sparse.csr_matrix, k: int) -> Neighbours:
        found = vector @ self._columns
        scores, rows = found.data, found.indices
        if len(scores) > k:
            best = scores >= np.partition(scores, -k)[-k]
            scores, rows = scores[best], rows[best]
        order = np.lexsort((rows, -scores))[:k]
        return rows[order], 1.0 - np.minimum(scores[order], 1.0)


class CandidateSearch:
    """Approximate search over a knowledge base; results are kept by normalised mention, because mentions repeat."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self._search = lru_cache(maxsize=CACHED_MENTIONS)(self._search_uncached)

    def __call__(self, mention: str, systems: tuple[str, ...], k: int = 10) -> tuple[Candidate, ...]:
        """At most `k` concepts of the systems, best first, each once. Raises ValueError for systems of both groups
        at a time.
        """
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
    """The user's own aliases, then those of these systems, in order of the systems."""
    own = [alias for alias in aliases if alias.kind == USER]
    of_systems = (alias for alias in aliases if alias.kind != USER and alias.concept.system in systems)
    return own + sorted(of_systems, key=lambda each: systems.index(each.concept.system))


@cache
def shipped() -> CandidateSearch:
    """The search over the shipped vocabulary."""
    return CandidateSearch(knowledge_base.load())


def candidates(mention: str, systems: tuple[str, ...], k: int = 10) -> list[Candidate]:
    """At most `k` concepts of the shipped vocabulary with names like the mention, best first."""
    return list(shipped()(mention, systems, k))

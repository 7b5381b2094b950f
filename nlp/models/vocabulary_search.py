"""What the commands `firsthand vocab` tell: concepts by words, a concept by code, what is loaded."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.errors import VocabularyError
from nlp.models import licensed
from nlp.models.candidates import GROUPS, name_index
from nlp.models.knowledge_base import KnowledgeBase, normalise

OWN_LICENCE = "yours"
LONGEST_CODE = 60  # characters, of any system's
LEAST_SHOWN = 0.1  # the score below which names are not alike
LOOKED_AT = 8  # names compared for each concept asked for: several may belong to one concept


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that words may mean: the name that `matched` and `how` (a kind of name, or `similar`), its score from
    0 to 1.
    """

    system: str
    code: str
    name: str
    matched: str
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class Description:
    """A concept with everything that is known of it: (name, kind), (code, name) upwards, (system, code) elsewhere."""

    system: str
    version: str
    code: str
    name: str
    kind: str
    names: tuple[tuple[str, str], ...]
    parents: tuple[tuple[str, str], ...]
    xrefs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A vocabulary in use; `origin` is shipped, yours or imported, `count` that of its concepts, or terms of yours."""

    name: str
    origin: str
    version: str
    count: int
    licence: str


def search(kb: KnowledgeBase, text: str, systems: tuple[str, ...] = (), limit: int = 10) -> list[Hit]:
    """At most `limit` concepts, best first: equal names, names of similar characters, imported names that begin so.

    Raises VocabularyError for words without letters, or a system that is not loaded.
    """
    name = normalise(text)
    if not name:
        raise VocabularyError("the words to look up hold no letter and no digit")
    known = (*kb.systems, *(each.name for each in licensed.imported()))
    for system in systems:
        if system not in known:
            raise VocabularyError(f"no vocabulary '{system}' is loaded; loaded: {', '.join(known)}")
    hits: dict[tuple[str, str], Hit] = {}
    near = [(name, 1.0), *(each for group in GROUPS for each in name_index(kb, group).nearest(name, LOOKED_AT * limit))]
    for matched, score in sorted(near, key=lambda each: -each[1]):
        for alias in kb.aliases(matched):
            concept = alias.concept
            how = alias.kind if matched == name else "similar"
            hit = Hit(concept.system, concept.code, concept.name, matched, how, round(score, 4))
            hits.setdefault((concept.system, concept.code), hit)
    for vocabulary in licensed.imported():
        for term in vocabulary.search(text, limit):
            score = 1.0 if normalise(term.name) == name else len(name) / max(len(name), len(normalise(term.name)))
            hit = Hit(vocabulary.name, term.code, term.name, normalise(term.name), term.level, round(score, 4))
            hits.setdefault((f"{vocabulary.name} {term.level}", term.code), hit)
    alike = [hit for hit in hits.values() if hit.score >= LEAST_SHOWN]
    wanted = [hit for hit in alike if not systems or hit.system in systems]
    return sorted(wanted, key=lambda hit: -hit.score)[:limit]


def describe(kb: KnowledgeBase, code: str) -> list[Description]:
    """The concepts with a code, given alone or behind its system (`UNII:QUC7NX6WMB`). Raises VocabularyError that
    names the codes most like it.
    """
    if not code.strip():
        raise VocabularyError("the code is empty; give one such as HP:0100785 or UNII:QUC7NX6WMB")
    if len(code) > LONGEST_CODE:
        raise VocabularyError(f"'{code[:LONGEST_CODE]}...' has {len(code):,} characters: no code is so long")
    system, _, bare = code.partition(":")
    found = list(kb.with_code(code)) or [each for each in kb.with_code(bare) if each.system == system]
    described = []
    for concept in found:
        version = kb.provenance.get(concept.system, OWN_LICENCE)
        described.append(
            Description(
                concept.system,
                version,
                concept.code,
                concept.name,
                concept.kind,
                tuple(kb.names_of(concept)),
                tuple(kb.path(concept)),
                (*((("RXNORM", concept.rxcui),) if concept.rxcui else ()), *kb.xrefs(concept)),
            )
        )
    for vocabulary in licensed.imported():
        term = vocabulary.concept(bare if system in (vocabulary.name, "MDR-LLT", "MDR-PT", "UMLS") else code)
        if term:
            names = tuple((name, "name") for name in vocabulary.names(term))
            path = tuple((each.code, f"{each.level} {each.name}") for each in vocabulary.path(term))
            version = vocabulary.provenance
            described.append(Description(vocabulary.name, version, term.code, term.name, term.level, names, path, ()))
    if not described:
        known = system in kb.systems
        near = ", ".join(
            f"{each} ({kb.concept(of, each).name})" for of, each in kb.near_codes(code, system if known else None)
        )
        raise VocabularyError(f"no concept has the code '{code}'; near: {near}; systems: {', '.join(kb.systems)}")
    return described


def loaded(kb: KnowledgeBase) -> list[Loaded]:
    """The shipped vocabularies, the user's tables, the imported vocabularies."""
    counts = kb.counts
    found = [
        Loaded(name, "shipped", f"{source['version']}@{source['sha256'][:8]}", counts.get(name, 0), source["licence"])
        for name, source in kb.manifest["sources"].items()
    ]
    found += [
        Loaded(f"user:{table.name}", OWN_LICENCE, table.sha256[:8], len(table.terms), OWN_LICENCE)
        for table in kb.tables
    ]
    found += [
        Loaded(each.name, "imported", each.provenance, sum(each.counts.values()), each.meta["licence"])
        for each in licensed.imported()
    ]
    return found

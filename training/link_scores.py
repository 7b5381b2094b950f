"""Score the links of mentions against gold concepts: `firsthand vocab evaluate`.

Gold is a table with a header, plain or gzipped, tab-separated: `label`, `mention`, `system`, `code`, then any of `name`
and the counts `train`, `dev`, `test` of how often the mention stands in each split. A code `NIL` says that nothing
fits. `|` stands between codes that are equally right, `+` between the meanings of a mention that holds several; several
rows of one mention name several meanings too. The system may be left out where the code tells it (`HP:0100785`).
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from nlp.errors import UsageError
from nlp.extract.choice import SYSTEMS
from nlp.extract.link import LinkEntities
from nlp.models.knowledge_base import KnowledgeBase, normalise

COLUMNS = ("label", "mention", "system", "code")
SPLITS = ("train", "dev", "test")
NIL = "NIL"
BETWEEN_EQUALS, BETWEEN_MEANINGS = "|", "+"
UNII_LENGTH = 10  # characters; a RxCUI has fewer
AT = 5
JOINED_BY = "UMLS"
OURS = ("overlay", "ambiguous", "user")
# Concepts that annotators and vocabularies tell apart and patients' words do not: either is right where one is gold.
EQUIVALENT: tuple[tuple[str, ...], ...] = (
    # depression, the mood and the disorder
    ("HP:0000716", "MONDO:0002050", "MONDO:0002009", "SYMP:0000022", "CTCAE5:depression"),
    # anxiety, the feeling and the disorder
    ("HP:0000739", "MONDO:0005618", "MONDO:0011918", "SYMP:0000412", "CTCAE5:anxiety"),
    # high blood pressure, the finding and the disease
    ("HP:0000822", "MONDO:0005044", "SYMP:0020064", "CTCAE5:hypertension"),
)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention with its meanings, each as the concepts that are equally right, none for NIL; and how often it stands
    in each split.
    """

    label: str
    mention: str
    meanings: tuple[frozenset[Key], ...]
    counts: tuple[tuple[str, int], ...] = ()

    def count(self, split: str | None) -> int:
        """How often it stands in a split; 1 without a split or where the table has no counts."""
        return dict(self.counts).get(split, 0) if split and self.counts else 1


@dataclass(frozen=True, slots=True)
class LinkRates:
    """Counts of mentions (weighted by occurrence) and what became of them.

    `accuracy_1` and `accuracy_5` are parts of the mentions that have a concept whose first, or first five candidates
    hold it, linked or not; `recall` the part of these mentions whose link is right. `precision` is the part of the
    links given, NIL mentions included, that are right; `abstained` the part of the NIL mentions that got no link.
    """

    name: str
    mentions: int
    nil: int
    linked: float
    accuracy_1: float
    accuracy_5: float
    recall: float
    precision: float
    abstained: float


@dataclass(frozen=True, slots=True)
class LinkScores:
    """Rates overall, on unseen strings, and by label; `split` and `weighted` say what was counted."""

    split: str | None
    weighted: bool
    rates: tuple[LinkRates, ...]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the linker did with a gold mention: whether it linked, and at which rank a right concept came (0: none).

    A mention of several meanings has rank 1 when all of them come first, before anything else.
    """

    gold: GoldMention
    linked: bool
    rank: int
    weight: int
    unseen: bool


def read_link_gold(path: Path) -> list[GoldMention]:
    """The gold of a table. Raises UsageError that names file and line of a row that cannot be used."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as file:
            lines = file.read().split("\n")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}") from error
    header = lines[0].split("\t")
    if missing := [column for column in COLUMNS if column not in header]:
        raise UsageError(f"{path.name}:1: no column '{missing[0]}' in the header; it has: {', '.join(header)}")
    found: dict[tuple[str, str], GoldMention] = {}
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and not line.startswith("#"):
            gold = gold_mention(dict(zip(header, line.split("\t"), strict=False)), f"{path.name}:{number}")
            earlier = found.get((gold.label, gold.mention))
            meanings = (*earlier.meanings, *gold.meanings) if earlier else gold.meanings
            found[gold.label, gold.mention] = replace(gold, meanings=meanings)
    return list(found.values())


def gold_mention(row: dict[str, str], place: str) -> GoldMention:
    """One row of the table."""
    for column in COLUMNS:
        if column not in row:
            raise UsageError(f"{place}: column '{column}' is missing")
    if row["label"] not in SYSTEMS:
        raise UsageError(f"{place}: label '{row['label']}' is never linked; labels: {', '.join(SYSTEMS)}")
    counts = {split: row[split] for split in SPLITS if split in row}
    if wrong := [each for each in counts.values() if not each.isdigit()]:
        raise UsageError(f"{place}: count '{wrong[0]}' is no whole number")
    meanings = (
        () if row["code"] == NIL else tuple(map(partial(equals, row["system"]), row["code"].split(BETWEEN_MEANINGS)))
    )
    return GoldMention(
        row["label"], row["mention"], meanings, tuple((split, int(each)) for split, each in counts.items())
    )


def equals(system: str, codes: str) -> frozenset[Key]:
    """The keys of codes that are equally right."""
    return frozenset((system_of(code, system), code) for code in map(str.strip, codes.split(BETWEEN_EQUALS)))


def system_of(code: str, given: str) -> str:
    """The system of a code: what the code itself says; RxNorm for a RxCUI, a short number; else the one given."""
    prefix, colon, _ = code.partition(":")
    if colon:
        return prefix
    return "RXNORM" if code.isdigit() and len(code) < UNII_LENGTH else given or "UNII"


def score_links(
    gold: Iterable[GoldMention], linker: LinkEntities, split: str | None = None, weighted: bool = True
) -> LinkScores:
    """The scores of a linker on gold mentions, of a split where given; `weighted` counts occurrences, else strings."""
    equivalents = Equivalents(linker.kb)
    outcomes = [
        outcome(each, linker, equivalents, each.count(split) if weighted else 1)
        for each in gold
        if each.count(split) > 0
    ]
    groups: list[tuple[str, Sequence[Outcome]]] = [
        ("all", outcomes),
        ("unseen strings", [each for each in outcomes if each.unseen]),
    ]
    groups += [(label, [each for each in outcomes if each.gold.label == label]) for label in SYSTEMS]
    return LinkScores(split, weighted, tuple(rates(name, each) for name, each in groups if each))


def outcome(gold: GoldMention, linker: LinkEntities, equivalents: Equivalents, weight: int) -> Outcome:
    ranked = linker.ranked(gold.mention, gold.label, AT)
    linked = bool(linker.links(gold.mention, gold.label, None))
    places: list[int] = [place_of(equivalents.of(keys), ranked) for keys in gold.meanings]
    rank = max(1, max(places) - len(places) + 1) if places and all(places) else 0
    return Outcome(gold, linked, rank, weight, is_unseen(gold, linker.kb))


def place_of(wanted: frozenset[Key], ranked: Sequence[Sequence[Key]]) -> int:
    """The place, from 1, of the first meaning that holds a wanted key; 0 for none."""
    return next((place for place, group in enumerate(ranked, 1) if not wanted.isdisjoint(group)), 0)


def is_unseen(gold: GoldMention, kb: KnowledgeBase) -> bool:
    """Whether a string stands neither in a training post nor, as a whole, among the expressions that we wrote."""
    ours = any(alias.kind in OURS for alias in kb.aliases(normalise(gold.mention)))
    return not ours and dict(gold.counts).get("train", 0) == 0


def rates(name: str, outcomes: Sequence[Outcome]) -> LinkRates:
    def total(chosen: Iterable[Outcome]) -> int:
        return sum(each.weight for each in chosen)

    named = [each for each in outcomes if each.gold.meanings]
    nil = [each for each in outcomes if not each.gold.meanings]
    linked = [each for each in outcomes if each.linked]
    right = total(each for each in linked if each.rank == 1)
    return LinkRates(
        name=name,
        mentions=total(outcomes),
        nil=total(nil),
        linked=ratio(total(linked), total(outcomes)),
        accuracy_1=ratio(total(each for each in named if each.rank == 1), total(named)),
        accuracy_5=ratio(total(each for each in named if each.rank), total(named)),
        recall=ratio(right, total(named)),
        precision=ratio(right, total(linked)),
        abstained=ratio(total(each for each in nil if not each.linked), total(nil)),
    )


def ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


class Equivalents:
    """Keys that count as one: a shared UMLS code, a shared RxCUI, or a row of `EQUIVALENT`."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.by_code: dict[str, set[Key]] = {}
        for concept in kb.concepts():
            key = concept.system, concept.code
            for system, code in kb.xrefs(concept):
                if system == JOINED_BY:
                    self.by_code.setdefault(code, set()).add(key)
            if concept.rxcui:
                self.by_code.setdefault(f"RXNORM {concept.rxcui}", set()).update({key, ("RXNORM", concept.rxcui)})
        for group in EQUIVALENT:
            self.by_code[group[0]] = {(code.partition(":")[0], code) for code in group}
        self.codes_of: dict[Key, list[str]] = {}
        for code, keys in self.by_code.items():
            for key in keys:
                self.codes_of.setdefault(key, []).append(code)

    def of(self, keys: Iterable[Key]) -> frozenset[Key]:
        """The keys with all that count as one of them."""
        wanted = set(keys)
        for key in keys:
            for code in self.codes_of.get(key, ()):
                wanted |= self.by_code[code]
        return frozenset(wanted)

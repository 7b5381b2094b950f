"""Events that are flagged for attention by their concept, whatever the patient calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from nlp.datamodel import Claim, Entity
from nlp.extract.case.reader import CUE_SCORE, Reader

TABLE = Path(__file__).parent.parent / "data" / "important_events.tsv"


@cache
def important_events() -> Mapping[str, str]:
    """Code of HPO, Mondo, SYMP or CTCAE -> name of the event, for each important medical event of our table."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {code: name for code, name, _ in rows}


def attention(reader: Reader, mentions: Sequence[Entity]) -> Claim | None:
    """The important medical event that one of the mentions is linked to first of all, with its words."""
    for mention in mentions:
        for link in mention.links:
            if link.code in important_events():
                name = important_events()[link.code]
                return Claim(
                    name, reader.evidence_of([mention]), min(link.score, CUE_SCORE), f"important event {link.code}"
                )
    return None

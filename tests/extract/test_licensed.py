"""Links to vocabularies that the user has imported, beside the open ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp.extract.link import LinkEntities
from nlp.models import knowledge_base, licensed
from nlp.models.meddra import import_meddra
from nlp.models.umls import import_umls
from tests.models.licensed_files import write_meddra, write_umls


@pytest.fixture
def linker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LinkEntities]:
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))
    licensed.load.cache_clear()
    import_meddra(write_meddra(tmp_path / "m"))
    import_umls(write_umls(tmp_path / "u"))
    yield LinkEntities(knowledge_base.load(), licensed.imported())
    licensed.load.cache_clear()


def further(linker: LinkEntities, mention: str, label: str) -> list[tuple[str, str]]:
    return [
        (link.system, link.code)
        for link in linker.links(mention, label, None)
        if link.system in ("MDR-LLT", "MDR-PT") or link.code.startswith("C")
    ]


def test_the_mention_s_own_words_choose_the_lowest_level_term(linker: LinkEntities) -> None:
    assert further(linker, "really can't sleep", "ADE")[:2] == [("MDR-LLT", "90000002"), ("MDR-PT", "90000001")]


def test_else_a_name_of_the_linked_concept_does(linker: LinkEntities) -> None:
    assert further(linker, "blue wardrobe", "ADE") == []
    assert further(linker, "cotton mouth", "ADE")[:2] == [("MDR-LLT", "90000005"), ("MDR-PT", "90000005")]


def test_the_preferred_term_tells_the_way_to_its_primary_class(linker: LinkEntities) -> None:
    (pt,) = [link for link in linker.links("insomnia", "ADE", None) if link.system == "MDR-PT"]
    assert pt.reason == "PT of the LLT; HLT Sleep group > HLGT Sleep family > SOC Mind"


def test_umls_comes_by_cross_reference_before_names(linker: LinkEntities) -> None:
    (umls,) = [link for link in linker.links("insomnia", "ADE", None) if link.system == "UMLS"]
    assert (umls.code, umls.reason) == ("C0917801", "cross-reference of HP HP:0100785")


def test_a_mention_that_only_the_licensed_vocabulary_knows_is_linked(linker: LinkEntities) -> None:
    assert further(linker, "trouble nodding off", "ADE") == [("UMLS", "C9000001")]


def test_a_drug_gets_no_meddra_code(linker: LinkEntities) -> None:
    assert further(linker, "sertraline", "DRUG") == [("UMLS", "C9000002")]


def test_without_imports_nothing_is_added() -> None:
    links = LinkEntities(knowledge_base.load()).links("insomnia", "ADE", None)
    assert {link.system for link in links} <= {"HP", "SYMP", "CTCAE5", "MONDO", "FIRSTHAND"}

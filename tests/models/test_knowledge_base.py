"""The shipped tables: what they hold, how words are folded, and what happens to a damaged folder."""

from __future__ import annotations

import json
import shutil
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import VocabularyError
from nlp.models import knowledge_base
from nlp.models.knowledge_base import ALIAS_KINDS, SHIPPED, KnowledgeBase, normalise

FOLDED = [
    ("Can't sleep", "cant sleep"),
    ("can’t  sleep!", "cant sleep"),
    ("Crohn's", "crohn"),
    ("crohns", "crohn"),
    ("Headaches", "headache"),
    ("allergies", "allergy"),
    ("rashes", "rash"),
    ("patches", "patch"),
    ("heart-attack", "heart attack"),
    ("n/v", "n v"),
    ("pins & needles", "pin needle"),
    ("B-12", "b 12"),
    ("5-HTP", "5 htp"),
    ("AIDS", "aids"),
    ("nervous", "nervous"),
    ("gas", "gas"),
    ("psoriasis", "psoriasis"),
    ("Sjögren's", "sjögren"),
    ("  ", ""),
    ("🤢", ""),
]

NAMES = [
    ("Zoloft", "UNII", "sertraline"),
    ("sertraline hydrochloride", "UNII", "sertraline"),
    ("paracetamol", "UNII", "acetaminophen"),
    ("infliximab-dyyb", "UNII", "infliximab"),
    ("vitamin b12", "UNII", "cyanocobalamin"),
    ("insomnia", "HP", "Insomnia"),
    ("heart attack", "MONDO", "myocardial infarction"),
    ("brain zaps", "FIRSTHAND", "brain zaps"),
    ("libido decreased", "CTCAE5", "Libido decreased"),
    ("dizzy", "SYMP", "dizzy"),
]

INGREDIENTS = [
    ("Percocet", {"acetaminophen", "oxycodone"}),
    ("Augmentin", {"amoxicillin", "clavulanate potassium"}),
    ("Excedrin", {"acetaminophen", "aspirin", "caffeine"}),
    ("Yaz", {"drospirenone", "ethinyl estradiol"}),
    ("Symbicort", {"budesonide", "formoterol"}),
    ("Trikafta", {"elexacaftor", "ivacaftor", "tezacaftor"}),
]


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return knowledge_base.load()


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_words_are_folded(text: str, folded: str) -> None:
    assert normalise(text) == folded


@given(st.text(max_size=60))
def test_folding_is_a_plain_string_of_words(text: str) -> None:
    folded = normalise(text)
    assert folded == folded.strip()
    assert "  " not in folded
    assert "'" not in folded


@pytest.mark.parametrize(("name", "system", "concept"), NAMES)
def test_names_lead_to_concepts(kb: KnowledgeBase, name: str, system: str, concept: str) -> None:
    assert (system, concept) in [(each.system, each.name) for each in kb.lookup(normalise(name))]


@pytest.mark.parametrize(("brand", "ingredients"), INGREDIENTS)
def test_a_combination_product_leads_to_all_its_ingredients(
    kb: KnowledgeBase, brand: str, ingredients: set[str]
) -> None:
    assert {each.name for each in kb.lookup(normalise(brand)) if each.system == "UNII"} == ingredients


def test_a_drug_carries_its_rxcui(kb: KnowledgeBase) -> None:
    (sertraline,) = kb.lookup("sertraline")
    assert sertraline.rxcui == "36437"


def test_better_names_come_first(kb: KnowledgeBase) -> None:
    ranks = [ALIAS_KINDS.index(alias.kind) for alias in kb.aliases("high blood pressure")]
    assert ranks == sorted(ranks)
    assert len(ranks) > 1


def test_a_blocked_expression_names_nothing(kb: KnowledgeBase) -> None:
    assert kb.is_blocked("side effect")
    assert kb.lookup("side effect") == ()
    assert not kb.is_blocked("headache")


def test_concepts_are_found_by_code(kb: KnowledgeBase) -> None:
    assert kb.concept("HP", "HP:0100785").name == "Insomnia"


def test_an_unknown_code_names_the_version(kb: KnowledgeBase) -> None:
    with pytest.raises(VocabularyError, match=r"'HP:99' is no code of HP 2025-01-16"):
        kb.concept("HP", "HP:99")


def test_an_unknown_system_names_those_that_are_loaded(kb: KnowledgeBase) -> None:
    with pytest.raises(VocabularyError, match=r"no vocabulary 'MEDDRA' is loaded; loaded: .*HP.*UNII"):
        kb.concept("MEDDRA", "10022437")


def test_cross_references(kb: KnowledgeBase) -> None:
    assert ("UMLS", "C0917801") in kb.xrefs(kb.concept("HP", "HP:0100785"))
    assert kb.xrefs(kb.concept("FIRSTHAND", "FIRSTHAND:brain-zaps")) == ()


@pytest.mark.parametrize(
    "name",
    [
        "Severe",
        "Juvenile onset",
        "Autosomal dominant inheritance",
        "hip dysplasia, dog",
        "obsolete pustular skin lesions",
    ],
)
def test_what_no_patient_has_is_left_out(kb: KnowledgeBase, name: str) -> None:
    assert not [each for each in kb.lookup(normalise(name)) if each.name == name]


def test_provenance_names_version_and_hash(kb: KnowledgeBase) -> None:
    assert kb.provenance["HP"].startswith("2025-01-16@")
    assert set(kb.provenance) == {"UNII", "RXNORM", "MONDO", "HP", "SYMP", "CTCAE5", "ICD10CM", "FIRSTHAND"}


def test_the_tables_are_small_and_load_fast() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.glob("*.xz")) < 6_000_000
    started = time.perf_counter()
    KnowledgeBase()
    assert time.perf_counter() - started < 2.0  # 0.3 s on two idle cores; others may share them


def test_a_folder_without_manifest_is_refused(tmp_path) -> None:
    with pytest.raises(VocabularyError, match=r"holds no manifest\.json"):
        KnowledgeBase(tmp_path)


def test_another_schema_is_refused(tmp_path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"schema": "firsthand/vocabulary/0"}))
    with pytest.raises(VocabularyError, match=r"schema 'firsthand/vocabulary/0'"):
        KnowledgeBase(tmp_path)


def test_a_damaged_table_is_refused(tmp_path) -> None:
    folder = tmp_path / "vocabulary"
    shutil.copytree(SHIPPED, folder)
    with (folder / "concepts.tsv.xz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(VocabularyError, match=r"concepts\.tsv\.xz has sha256"):
        KnowledgeBase(folder)

"""The builder of the vocabulary tables, on small tables in the layout of the open ones."""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path

import pytest

from nlp.errors import VocabularyError
from nlp.models.knowledge_base import SHIPPED, KnowledgeBase
from training.vocabulary import DEFAULT_SOURCE, ENGLISH, OVERLAY, OWN_CONCEPTS, build, read_overlay
from training.vocabulary_drugs import moiety_name

MOST_BYTES = 12_000_000  # of all tables in the package

TABLES = {
    "unii_drug_names": [
        "U1\tsertraline\tdisp",
        "U2\tsertraline hydrochloride\tdisp",
        "U2\tzoloft\tbn",
        "U3\tamlodipine besylate\tdisp",
        "U3\tnorvasc\tbn",
        "U3\texforge component amlodipine besylate\tbn",
        "U4\tvalsartan\tdisp",
        "U4\tvalsartan\tof",
        "U5\twater\tdisp",
        "U6\thexanedioic acid\tdisp",
        "U7\tcaffeine\tdisp",
    ],
    "rxnorm_prescribable": [
        "10\tsertraline\tIN",
        "11\tsertraline hydrochloride\tPIN",
        "12\tZoloft\tBN\t10,11",
        "13\tvalsartan\tIN",
        "14\tWater\tIN",
        "15\tcat hair extract\tIN",
        "16\tsertraline / valsartan\tMIN",
        "17\tBothin\tBN\t10,13",
        "18\ttwo\tcolumns\ttoo\tmany",
    ],
    "hpo_terms": [
        "HP:1\tInsomnia\tlabel\t",
        "HP:1\tDifficulty sleeping\tEXACT\tlayperson",
        "HP:2\tSevere\tlabel\t",
        "HP:3\tJuvenile onset\tlabel\t",
    ],
    "hpo_xrefs": ["HP:1\tUMLS\tC1"],
    "mondo_terms": [
        "MONDO:0000001\tdisease\tlabel",
        "MONDO:0000002\tcystic fibrosis\tlabel",
        "MONDO:0000002\tCF\thasExactSynonym",
        "MONDO:0000002\tMS\thasExactSynonym",
        "MONDO:0000002\tWATER\thasExactSynonym",  # a word of the language
        "MONDO:0000004\tmarble syndrome\tlabel",
        "MONDO:0000004\tMS\thasExactSynonym",
        "MONDO:0000003\tcystic fibrosis, dog\tlabel",
        "MONDO:1010004\tseptic pneumonia\tlabel",
    ],
    "mondo_xrefs": ["MONDO:0000002\ticd10cm\tE84"],
    "symp_ctcae": [
        "SYMP:1\tobsolete cramp\t".rstrip("\t"),
        "SYMP:2\tcramp",
        "CTCAE5:other\tEye disorders - Other, specify",
    ],
    "icd10cm": ["E84\tMucoviscidosis, unspecified"],
}
OVERLAY_LINES = [
    "# a comment",
    "can't sleep\tHP\tHP:1\tsymptom\tInsomnia\tours\ta test",
    "percy\tUNII\tU1\tdrug\tsertraline\tours\ta test",
    "percy\tUNII\tU7\tdrug\tcaffeine\tours\ta test",
    "water\tNIL\t-\tblocked\t\tours\ta test",
    "flu jab\tFIRSTHAND\tFIRSTHAND:flu\tvaccine\tinfluenza vaccines\tours\ta test",
    "zol\tUNII\tU1\tambiguous\tsertraline\tours\ta test",
]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    source, out = tmp_path / "source", tmp_path / "out"
    source.mkdir()
    out.mkdir()
    for name, lines in TABLES.items():
        (source / f"{name}.tsv.xz").write_bytes(lzma.compress("\n".join(lines).encode() + b"\n"))
    (out / "english.txt.xz").write_bytes(lzma.compress(b"water\nsevere\ntreatment\n"))
    (out / "firsthand.tsv").write_text("FIRSTHAND:flu\tinfluenza vaccines\tvaccine\n")
    (out / "overlay.tsv").write_text("\n".join(OVERLAY_LINES) + "\n")
    return source, out


@pytest.fixture
def kb(folders: tuple[Path, Path]) -> KnowledgeBase:
    build(*folders)
    return KnowledgeBase(folders[1])


def codes(kb: KnowledgeBase, name: str) -> list[str]:
    return [concept.code for concept in kb.lookup(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sertraline", ["U1"]),
        ("sertraline hydrochloride", ["U1"]),  # a salt means its moiety
        ("zoloft", ["U1"]),
        ("amlodipine", ["U3"]),  # only a salt is listed
        ("norvasc", ["U3"]),
        ("exforge", ["U3"]),
        ("bothin", ["U1", "U4"]),  # a product of two
        ("sertraline valsartan", ["U1", "U4"]),
        ("percy", ["U1", "U7"]),  # of our overlay, which brings caffeine in
        ("water", []),  # blocked
        ("cat hair extract", []),
        ("hexanedioic acid", []),  # a substance that nobody takes
        ("cant sleep", ["HP:1"]),
        ("difficulty sleeping", ["HP:1"]),
        ("severe", []),
        ("juvenile onset", []),
        ("disease", []),
        ("cystic fibrosis", ["MONDO:0000002"]),
        ("cf", ["MONDO:0000002"]),  # an acronym of one disease
        ("ms", []),  # of two
        ("mucoviscidosis", ["MONDO:0000002"]),  # ICD-10-CM's name
        ("cystic fibrosis dog", []),
        ("septic pneumonia", []),
        ("cramp", ["SYMP:2"]),
        ("obsolete cramp", []),
        ("flu jab", ["FIRSTHAND:flu"]),
    ],
)
def test_names(kb: KnowledgeBase, name: str, expected: list[str]) -> None:
    assert codes(kb, name) == expected


def test_what_may_be_found_in_text(kb: KnowledgeBase) -> None:
    assert kb.lexicon["sertraline"] == "DRUG~"
    assert kb.lexicon["flu jab"] == "DRUG"
    assert kb.lexicon["cystic fibrosis"] == "CONDITION"
    assert not {"water", "zol", "severe", "cant sleep"} & set(kb.lexicon)


def test_known_words_are_no_drugs(kb: KnowledgeBase) -> None:
    assert {"severe", "treatment", "insomnia"} <= kb.words
    assert not {"sertraline", "zoloft"} & kb.words


def test_cross_references_are_kept(kb: KnowledgeBase) -> None:
    assert kb.xrefs(kb.concept("MONDO", "MONDO:0000002")) == (("ICD10CM", "E84"),)


def test_a_malformed_row_is_told_and_the_rest_is_read(folders: tuple[Path, Path]) -> None:
    assert build(*folders).problems == ("rxnorm_prescribable.tsv.xz:9: 5 columns, expected 4",)


def test_the_same_inputs_give_the_same_bytes(folders: tuple[Path, Path]) -> None:
    build(*folders)
    first = {file.name: file.read_bytes() for file in folders[1].iterdir()}
    build(*folders)
    assert {file.name: file.read_bytes() for file in folders[1].iterdir()} == first


def test_a_missing_table_is_named(folders: tuple[Path, Path]) -> None:
    (folders[0] / "icd10cm.tsv.xz").unlink()
    with pytest.raises(VocabularyError, match=r"icd10cm\.tsv\.xz does not exist"):
        build(*folders)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "zol\tUNII\tU9\tdrug\tx\tours\ta test",
            r"overlay\.tsv:8: UNII has no code 'U9' for 'zol'.*systems: .*HP.*UNII",
        ),
        (
            "insomnia\tHP\tHP:9\tsymptom\tx\tours\ta test",
            r"'HP:9' for 'insomnia'; by that name there are: HP:1 \(Insomnia\)",
        ),
        ("zol\tUNII\tU1\tpill\tx\tours\ta test", r"overlay\.tsv:8: kind 'pill' of 'zol'; kinds: drug, class"),
        ("zol\tUNII\tU1\tdrug", r"overlay\.tsv:8 has 4 columns, expected 7"),
        ("zol\tUNII\tU1\tdrug\tx\ttheirs\ta test", r"provenance 'theirs' of 'zol'; provenances: ours"),
        ("zol\tUNII\tU1\tdrug\tx\tours\t ", r"overlay\.tsv:8: 'zol' has no note"),
        ("!!\tUNII\tU1\tdrug\tx\tours\ta test", r"overlay\.tsv:8: expression '!!' has no letters"),
        ("Zol\tUNII\tU1\tdrug\tx\tours\ta test", r"overlay\.tsv:8: 'Zol' means U1 already in line 7"),
    ],
)
def test_mistakes_in_the_overlay_are_named(folders: tuple[Path, Path], line: str, message: str) -> None:
    (folders[1] / "overlay.tsv").write_text("\n".join([*OVERLAY_LINES, line]) + "\n")
    with pytest.raises(VocabularyError, match=message):
        build(*folders)


@pytest.mark.parametrize(
    ("name", "moiety"),
    [
        ("sertraline hydrochloride", "sertraline"),
        ("atorvastatin calcium trihydrate", "atorvastatin"),
        ("infliximab-dyyb", "infliximab"),
        ("calcium carbonate", "calcium carbonate"),
        ("sodium chloride", "sodium chloride"),
        ("potassium", "potassium"),
    ],
)
def test_salts_are_stripped_and_bare_ions_are_not(name: str, moiety: str) -> None:
    assert moiety_name(name) == moiety


def test_the_shipped_overlay_is_ours_and_large() -> None:
    rows = read_overlay(SHIPPED / "overlay.tsv")
    assert len({row.expression for row in rows}) > 12_000
    assert all(row.expression == row.expression.strip().lower() for row in rows)


@pytest.mark.skipif(not DEFAULT_SOURCE.is_dir(), reason="the open vocabularies are not on this machine")
def test_the_shipped_tables_are_those_that_build_makes(tmp_path: Path) -> None:
    for name in (OVERLAY, OWN_CONCEPTS, ENGLISH):
        shutil.copy(SHIPPED / name, tmp_path)
    build(DEFAULT_SOURCE, tmp_path)
    assert [each.name for each in tmp_path.iterdir() if each.read_bytes() != (SHIPPED / each.name).read_bytes()] == []
    assert {each.name for each in SHIPPED.iterdir()} - {each.name for each in tmp_path.iterdir()} == {"README.md"}
    assert sum(each.stat().st_size for each in tmp_path.iterdir()) < MOST_BYTES

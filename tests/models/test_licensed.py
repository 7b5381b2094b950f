"""Imports of MedDRA and the UMLS, on small synthetic files in their layouts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp.errors import VocabularyError
from nlp.models import licensed
from nlp.models.licensed import LicensedConcept, LicensedVocabulary
from nlp.models.meddra import import_meddra
from nlp.models.umls import import_umls
from tests.models.licensed_files import write_meddra, write_umls


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))
    licensed.load.cache_clear()
    yield
    licensed.load.cache_clear()


@pytest.fixture
def meddra(tmp_path: Path) -> LicensedVocabulary:
    import_meddra(write_meddra(tmp_path / "MedAscii"))
    found = licensed.load("meddra")
    assert found is not None
    return found


def append(file: Path, line: str, encoding: str = "utf-8") -> int:
    """Add a line to a file; returns its number."""
    content = file.read_bytes()
    file.write_bytes(content + line.encode(encoding) + b"\n")
    return content.count(b"\n") + 1


def test_all_levels_are_counted(tmp_path: Path) -> None:
    report = import_meddra(write_meddra(tmp_path / "m"))
    assert report.counts == {"LLT": 5, "PT": 3, "HLT": 3, "HLGT": 3, "SOC": 3}
    assert report.version == "99.1"
    assert report.faults.count == 0


def test_a_term_leads_to_its_preferred_term_and_primary_class(meddra: LicensedVocabulary) -> None:
    term = meddra.named("cant sleep", "LLT")
    assert term == LicensedConcept("LLT", "90000002", "Can't sleep")
    assert [(each.level, each.name) for each in meddra.path(term)] == [
        ("PT", "Insomnia"), ("HLT", "Sleep group"), ("HLGT", "Sleep family"), ("SOC", "Mind"),
    ]  # fmt: skip


def test_terms_that_are_not_current_are_known_and_never_linked_to(meddra: LicensedVocabulary) -> None:
    assert meddra.named("sleeplessness old", "LLT") is None
    assert meddra.search("sleeplessness", 5) == []
    assert meddra.concept("90000003") == LicensedConcept("LLT", "90000003", "Sleeplessness old", current=False)


def test_version_language_and_hash_are_the_provenance(meddra: LicensedVocabulary) -> None:
    assert meddra.provenance.startswith("99.1 English@")
    assert licensed.imported() == (meddra,)


@pytest.mark.parametrize(
    ("file", "line", "fault"),
    [
        ("llt.asc", "90000009$Too few$", "3 columns, expected 11 to 12"),
        ("llt.asc", "90000001$Another$90000001$$$$$$$Y$$", "code 90000001 stands already in line 1, as 'Insomnia'"),
        ("pt.asc", "x1$Wrong code$$93000001$$$$$$$$", "code 'x1' with name 'Wrong code'"),
        ("mdhier.asc", "90000001$90000001$92000001$93000001$a$b$c$d$e$$f$N$", "a cycle, 90000001 > 90000001"),
        ("mdhier.asc", "90000077$91000001$92000001$93000001$a$b$c$d$e$$f$N$", "PT 90000077 is in no file of its level"),
    ],
)
def test_a_malformed_row_is_named_and_the_rest_is_imported(tmp_path: Path, file: str, line: str, fault: str) -> None:
    folder = write_meddra(tmp_path / "m")
    number = append(folder / file, line)
    report = import_meddra(folder)
    assert report.faults.count == 1
    assert report.faults.named[0].startswith(f"{file}:{number}: {fault}")
    assert report.counts["PT"] == 3


def test_a_row_in_another_encoding_is_named_unless_the_encoding_is_given(tmp_path: Path) -> None:
    folder = write_meddra(tmp_path / "m")
    append(folder / "llt.asc", "90000008$Ménière$90000004$$$$$$$Y$$", "latin-1")
    assert import_meddra(folder).faults.named == ["llt.asc:6: not utf-8 (byte 0xe9)"]
    assert import_meddra(folder, encoding="latin-1").counts["LLT"] == 6
    with pytest.raises(VocabularyError, match="encoding 'klingon' is not known"):
        import_meddra(folder, encoding="klingon")


def test_a_missing_file_is_named_with_what_is_there(tmp_path: Path) -> None:
    folder = write_meddra(tmp_path / "m")
    (folder / "mdhier.asc").unlink()
    with pytest.raises(VocabularyError, match=r"mdhier\.asc is missing in .*, which holds hlgt\.asc, hlt\.asc"):
        import_meddra(folder)
    with pytest.raises(VocabularyError, match=r"is not a folder; give the one that holds llt\.asc"):
        import_meddra(folder / "pt.asc")


def test_a_failed_import_leaves_the_earlier_one(tmp_path: Path, meddra: LicensedVocabulary) -> None:
    folder = write_meddra(tmp_path / "m2")
    (folder / "llt.asc").write_text("nonsense\n")
    with pytest.raises(VocabularyError, match=r"holds no term of MedDRA; llt\.asc:1: 1 columns"):
        import_meddra(folder)
    licensed.load.cache_clear()
    again = licensed.load("meddra")
    assert again is not None
    assert again.counts == meddra.counts
    assert [file.name for file in licensed.folder().iterdir()] == ["meddra.sqlite"]


def test_a_damaged_cache_is_named(tmp_path: Path, meddra: LicensedVocabulary) -> None:
    (tmp_path / "bad.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(VocabularyError, match=r"bad\.sqlite cannot be read: .*; import the vocabulary again"):
        LicensedVocabulary(tmp_path / "bad.sqlite")


def test_umls_keeps_unsuppressed_names_of_one_language_and_of_clinical_types(tmp_path: Path) -> None:
    report = import_umls(write_umls(tmp_path / "2099AA"))
    umls = licensed.load("umls")
    assert umls is not None
    assert (report.version, report.counts, report.names) == ("2099AA", {"CUI": 3}, 4)
    assert umls.named("trouble nodding off", "CUI") == LicensedConcept("CUI", "C9000001", "Insomnia")
    for absent in ("insomnio", "agrypnia", "wheelbarrow"):
        assert umls.named(absent, "CUI") is None


def test_umls_in_another_language(tmp_path: Path) -> None:
    folder = write_umls(tmp_path / "2099AA")
    assert import_umls(folder, "SPA").counts == {"CUI": 1}
    with pytest.raises(VocabularyError, match=r"no string of language 'KLI'; languages in MRCONSO\.RRF: ENG, SPA"):
        import_umls(folder, "KLI")


def test_nothing_is_imported_at_first() -> None:
    assert licensed.load("meddra") is None
    assert licensed.imported() == ()

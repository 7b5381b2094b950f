"""`firsthand vocab`: search, show, status, add, remove, import."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.models.licensed_files import write_meddra, write_umls


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a table of own terms, MedDRA and the UMLS."""
    folder = tmp_path_factory.mktemp("vocabulary")
    table = folder / "acme.tsv"
    table.write_text("the wobbles\tACME\tA1\tsymptom\tgait instability\tA0\nbad row\n", encoding="utf-8")
    added = vocab(folder, "add", str(table))
    assert added.stdout.startswith("acme.tsv added, terms: 1; 0 concepts got names, 1 are new; systems: ACME; kept in")
    assert added.stderr == "left out: acme.tsv:2: 1 columns, expected 5 or 6: " + (
        "expression, system, code, kind, name, parent\n"
    )
    done = vocab(folder, "import", "meddra", str(write_meddra(folder / "m")))
    assert done.stdout == "meddra 99.1 imported: LLT 5, PT 3, HLT 3, HLGT 3, SOC 3; 8 names\n"
    done = vocab(folder, "import", "umls", str(write_umls(folder / "2099AA")))
    assert done.stdout == "umls 2099AA imported: CUI 3; 4 names\n"
    return folder


def vocab(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "FIRSTHAND_HOME": str(home / "home"), "COLUMNS": "200"}
    command = [sys.executable, "-m", "nlp.cli", "vocab", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_search_as_a_table_and_as_json(home: Path) -> None:
    assert "Insomnia" in vocab(home, "search", "can't sleep").stdout
    hits = json.loads(vocab(home, "search", "can't sleep", "--json", "--limit", "3").stdout)
    assert [(each["system"], each["code"], each["score"]) for each in hits[:2]] == [
        ("HP", "HP:0100785", 1.0), ("meddra", "90000002", 1.0),
    ]  # fmt: skip
    assert len(hits) == 3


def test_search_in_one_system(home: Path) -> None:
    hits = json.loads(vocab(home, "search", "the wobbles", "--json", "--system", "ACME").stdout)
    assert [each["code"] for each in hits] == ["A1"]
    wrong = vocab(home, "search", "x", "--system", "SNOMED")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("firsthand: no vocabulary 'SNOMED' is loaded; loaded: CTCAE5, FIRSTHAND, HP")
    assert "ACME, meddra, umls" in wrong.stderr


@pytest.mark.parametrize("words", ["", "!!", "🤢"])
def test_words_without_letters_are_refused(home: Path, words: str) -> None:
    assert vocab(home, "search", words).stderr == "firsthand: the words to look up hold no letter and no digit\n"


def test_show_tells_names_and_codes_elsewhere(home: Path) -> None:
    (found,) = json.loads(vocab(home, "show", "HP:0100785", "--json").stdout)
    assert found["name"] == "Insomnia"
    assert ["cant sleep", "overlay"] in found["names"]
    assert ["UMLS", "C0917801"] in found["xrefs"]
    assert "cant sleep" in vocab(home, "show", "HP:0100785").stdout


def test_show_takes_a_code_with_its_system(home: Path) -> None:
    shown = [json.loads(vocab(home, "show", code, "--json").stdout) for code in ("QUC7NX6WMB", "UNII:QUC7NX6WMB")]
    assert shown[0] == shown[1]
    assert ["RXNORM", "36437"] in shown[0][0]["xrefs"]


def test_show_tells_what_stands_above(home: Path) -> None:
    (term,) = json.loads(vocab(home, "show", "90000002", "--json").stdout)
    assert [code for code, _ in term["parents"]] == ["90000001", "91000001", "92000001", "93000001"]
    (own,) = json.loads(vocab(home, "show", "A1", "--json").stdout)
    assert own["parents"] == [["A0", ""]]


def test_an_unknown_code_names_near_ones(home: Path) -> None:
    wrong = vocab(home, "show", "HP:010785")
    assert wrong.returncode == 2
    assert "no concept has the code 'HP:010785'; near: " in wrong.stderr
    assert "HP:0100785 (Insomnia)" in wrong.stderr


def test_status_lists_what_is_loaded(home: Path) -> None:
    listed = {each["name"]: each for each in json.loads(vocab(home, "status", "--json").stdout)}
    assert listed["HP"]["origin"] == "shipped"
    assert listed["HP"]["count"] > 18_000
    assert (listed["user:acme"]["origin"], listed["user:acme"]["count"]) == ("yours", 1)
    assert listed["meddra"]["version"].startswith("99.1 English@")
    assert listed["umls"]["licence"].startswith("UMLS Metathesaurus, licensed to you")
    assert "Human Phenotype Ontology licence" in vocab(home, "status").stdout


def test_own_terms_and_licensed_codes_reach_the_record(home: Path) -> None:
    environment = {**os.environ, "FIRSTHAND_HOME": str(home / "home")}
    text = "Zoloft gave me insomnia."
    command = [sys.executable, "-m", "nlp.cli", "explain", text, "--json"]
    record = json.loads(subprocess.run(command, env=environment, capture_output=True, timeout=120, check=True).stdout)
    systems = {link["system"] for entity in record["entities"] for link in entity["links"]}
    assert {"HP", "MDR-LLT", "MDR-PT", "UMLS"} <= systems
    assert {"user:acme", "meddra", "umls"} <= set(record["provenance"]["vocabularies"])


def test_a_table_can_be_taken_out_again(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "other.tsv"
    table.write_text("zapadol\tACME\tA2\tdrug\tzapadol\n", encoding="utf-8")
    vocab(home, "add", str(table))
    assert vocab(home, "remove", "other").stdout == "table 'other' is no longer used\n"
    wrong = vocab(home, "remove", "other")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("firsthand: no table 'other' was added; added: acme (in ")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["add", "nowhere.tsv"], "nowhere.tsv cannot be read: No such file or directory"),
        (["import", "meddra", "nowhere"], "nowhere is not a folder; give the one that holds llt.asc"),
        (["import", "umls", "nowhere"], "nowhere is not a folder; give the one that holds MRCONSO.RRF, MRSTY.RRF"),
    ],
)
def test_wrong_paths_are_one_line(home: Path, words: list[str], error: str) -> None:
    done = vocab(home, *words)
    assert done.returncode == 2
    assert done.stderr.startswith(f"firsthand: {error}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("", "the code is empty; give one such as HP:0100785"),
        ("x" * 5000, "...' has 5,000 characters: no code is so long"),
    ],
)
def test_codes_that_are_none_are_told_briefly(home: Path, code: str, message: str) -> None:
    shown = vocab(home, "show", code)
    assert shown.returncode == 2
    assert message in shown.stderr
    assert len(shown.stderr) < 200


def test_words_like_no_name_find_nothing(home: Path) -> None:
    assert vocab(home, "search", "x" * 5000).stdout == "no concept has a name like that\n"

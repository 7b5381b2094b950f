"""The commands, on the small corpus: what they print, what they write, and how they refuse."""

import json

import pytest
from typer.testing import CliRunner

from corpora.cli import app
from nlp.errors import UsageError
from tests.builders import make_record
from tests.corpora.conftest import AUTHORED


@pytest.fixture
def firsthand(shelf, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments, code=0):
        result = CliRunner().invoke(app, [str(each) for each in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result.output

    return run


def test_list_shows_counts_and_licences(firsthand):
    lines = {line.split()[0]: line.split() for line in firsthand("list").splitlines() if line.strip()}
    assert lines["firsthand"] == ["firsthand", "authored", "3", "1", "1", "1", "CC-BY-4.0"]
    assert lines["meqsum"][:6] == ["meqsum", "stand-off", "2", "0", "1", "1"]
    assert lines["cadec"] == ["cadec", "reader", "CSIRO", "Data", "Licence"]


def test_show_an_authored_and_a_real_post(firsthand, shelf):
    shown = firsthand("show", "t01-001")
    assert "t01-001 | review site | woman, 30 | area=sleep | drug=Ambien | train" in shown
    assert "pain in my arms" in shown
    assert "treats d0 (slight)" in shown
    assert '@event {"id": "e1"' in shown
    shown = firsthand("show", "meqsum:0001", "--data", shelf.data)
    assert "meqsum:0001 | meqsum | real | test" in shown, "ids are not taken for emoji"
    assert "allopurinol" in shown
    with pytest.raises(UsageError, match="meqsum:9999"):
        firsthand("show", "meqsum:9999", "--data", shelf.data)
    with pytest.raises(UsageError, match="--data"):
        firsthand("show", "meqsum:0001")


def test_stats_of_ours_and_of_the_real_posts_beside_them(firsthand, shelf):
    found = json.loads(firsthand("stats", "--json", "--data", shelf.data))
    assert {name: each["posts"] for name, each in found.items()} == {"firsthand": 3, "meqsum": 2}
    shown = firsthand("stats", "--data", shelf.data)
    assert "33.3%" in next(line for line in shown.splitlines() if "without event" in line)
    assert "meqsum" not in firsthand("stats")


def test_validate_says_how_much_is_wrong(firsthand, shelf):
    assert "0 mistakes" in firsthand("validate", "--data", shelf.data)
    assert "give --data" in firsthand("validate")
    (shelf.folder / "authored" / "t02.txt").write_text("# t02-001 | f | p\n<ADE>rash\n")
    output = firsthand("validate", code=1)
    assert "t02.txt:1: <ADE> is never closed" in output
    assert "2 mistakes" in output


def test_manifest(firsthand, shelf):
    assert firsthand("manifest") == ""
    with (shelf.folder / "authored" / "t01.txt").open("a") as file:
        file.write("\n")
    assert "authored/t01.txt" in firsthand("manifest", code=1)
    assert "3 files" in firsthand("manifest", "--write")
    assert firsthand("manifest") == ""


def test_export_and_convert(firsthand, shelf, tmp_path):
    assert "1 posts" in firsthand("export", "firsthand", "--split", "test", "--out", tmp_path / "gold.jsonl")
    firsthand("export", "meqsum", "--data", shelf.data, "--format", "brat", "--out", tmp_path / "brat")
    output = firsthand("convert", tmp_path / "brat", "--reader", "brat", "--out", tmp_path / "back.jsonl")
    assert "2 posts written" in output
    assert "licence yours" in output
    first = json.loads((tmp_path / "back.jsonl").read_text().splitlines()[0])
    assert (first["id"], first["entities"][0]["label"]) == ("meqsum_0001", "CONDITION")
    with pytest.raises(UsageError, match="--overwrite"):
        firsthand("export", "firsthand", "--out", tmp_path / "gold.jsonl")


def test_convert_refuses_or_lists_mistakes(firsthand, tmp_path):
    (tmp_path / "x.ann").write_text("T1\tADR 0 4\trash\nT2\tADR 0 4\thives\n")
    (tmp_path / "x.txt").write_text("rash")
    arguments = ("convert", tmp_path, "--reader", "cadec", "--out", tmp_path / "out.jsonl")
    with pytest.raises(UsageError, match=r"x\.ann:2"):
        firsthand(*arguments)
    output = firsthand(*arguments, "--skip-mistakes", "--keep-labels")
    assert "left out: x.ann:2" in output
    assert "CSIRO Data Licence" in output
    assert json.loads((tmp_path / "out.jsonl").read_text())["entities"] == [{"start": 0, "end": 4, "label": "ADR"}]


def test_agreement(firsthand, shelf, tmp_path):
    (tmp_path / "second.txt").write_text(AUTHORED.replace(" severity=severe>terrible", ">terrible"))
    files = shelf.folder / "authored" / "t01.txt", tmp_path / "second.txt"
    output = firsthand("agreement", *files, "--differences")
    assert "3 posts on both sides" in output
    assert "t01-001 ADE" in output
    assert "severity severe or None" in output
    assert json.loads(firsthand("agreement", *files, "--json"))["labels"][0]["strict_f1"] == 1


def test_challenge(firsthand, monkeypatch):
    import nlp

    monkeypatch.setattr(nlp, "load", lambda model: make_record, raising=False)
    output = firsthand("challenge", "--failures")
    assert "negation" in output
    assert "c-1 (negation): no ADE at 'nausea', but DRUG" in output

"""The manifest: what it says of every corpus, and that it notices files that changed."""

import tomllib

import pytest

from corpora import manifest, real
from nlp.errors import UsageError


def test_every_corpus_of_ours_is_described():
    corpora = {each.name: each for each in manifest.read()}
    assert {"firsthand", "challenge", *real.TEXT_FILES} <= corpora.keys()
    for each in corpora.values():
        assert each.licence
        assert each.language
        assert each.citation or each.licence == "yours", each.name
        assert (each.kind == "reader") == (not each.files), each.name
        assert each.terms or each.kind in ("authored", "unlabelled", "challenge"), each.name


def test_hashes_are_written_once_and_stay(shelf):
    before = (shelf.folder / "manifest.toml").read_text()
    assert manifest.write(shelf.folder) == 3
    assert (shelf.folder / "manifest.toml").read_text() == before
    assert len(tomllib.loads(before)["sha256"]["authored/t01.txt"]) == 64
    assert list(manifest.check(shelf.folder)) == []


def test_files_that_changed_came_or_went(shelf):
    (shelf.folder / "authored" / "t01.txt").write_text("# x | y | z\nother\n")
    (shelf.folder / "authored" / "t02.txt").write_text("# x | y | z\nmore\n")
    (shelf.folder / "authored" / "notes.md").write_text("mine")
    (shelf.folder / "annotations" / "meqsum.jsonl.gz").unlink()
    assert [each.partition(":")[0] for each in manifest.check(shelf.folder)] == [
        "manifest.toml",
        "manifest.toml",
        "authored/notes.md",
        "authored/t01.txt",
        "authored/t02.txt",
    ]


def test_an_unknown_corpus():
    with pytest.raises(UsageError, match="no corpus is called 'x'; corpora: firsthand"):
        manifest.corpus("x")

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from nlp.errors import UsageError
from nlp.io.append import OutputError
from nlp.jobs.ledger import Counts, Fingerprint, Ledger

LEDGER = Ledger(
    [Fingerprint("/in/a", 5, 1), Fingerprint("/in/b", 6, 2)],
    {"the configuration": "abc", "chunk_posts": 256},
    Counts(3, 2, 1, 20, 1.5, {"empty_text": 1}),
    {"bytes": 12},
    7,
)


def test_it_survives_the_file(tmp_path: Path) -> None:
    LEDGER.save(tmp_path / "a")
    assert Ledger.load(tmp_path / "a") == LEDGER
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    LEDGER.save(tmp_path / "a")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        replace(LEDGER, quarantine=8).save(tmp_path / "a")
    assert Ledger.load(tmp_path / "a") == LEDGER


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"ledger": 1}', '{"ledger": 1, "inputs": [1], "counts": {}}'])
def test_other_files_are_no_ledgers(content: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(content)
    with pytest.raises(UsageError, match="not a ledger of firsthand"):
        Ledger.load(tmp_path / "a")


def test_other_versions_are_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text('{"ledger": 9}')
    with pytest.raises(UsageError, match="ledger version 9, this firsthand reads 1"):
        Ledger.load(tmp_path / "a")


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ([Fingerprint("/in/a", 5, 1)], "/in/b is missing since the run began"),
        ([*LEDGER.inputs, Fingerprint("/in/c", 1, 1)], "/in/c is new among the inputs since the run began"),
        ([Fingerprint("/in/a", 5, 9), LEDGER.inputs[1]], "/in/a changed since the run began"),
        ([Fingerprint("/in/a", 9, 1), LEDGER.inputs[1]], "/in/a changed since the run began"),
        (LEDGER.inputs[::-1], "the inputs come in another order"),
    ],
)
def test_changed_inputs_are_named(inputs: list[Fingerprint], message: str) -> None:
    with pytest.raises(UsageError, match=f"cannot resume: {message}"):
        LEDGER.refuse_changes(inputs, LEDGER.settings)


def test_changed_settings_are_named() -> None:
    LEDGER.refuse_changes(LEDGER.inputs, LEDGER.settings)
    with pytest.raises(UsageError, match="cannot resume: the configuration was 'abc', now 'xyz'"):
        LEDGER.refuse_changes(LEDGER.inputs, {**LEDGER.settings, "the configuration": "xyz"})


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"the vocabulary user:house": "2 terms@ab"}, r"the vocabulary user:house \(2 terms@ab\) was added"),
        ({"chunk_posts": None}, r"chunk_posts \(256\) was taken away"),
    ],
)
def test_settings_that_come_and_go_are_named(settings: dict[str, str | None], message: str) -> None:
    now = {name: value for name, value in {**LEDGER.settings, **settings}.items() if value is not None}
    with pytest.raises(UsageError, match=f"cannot resume: {message} since the run began; use --overwrite"):
        LEDGER.refuse_changes(LEDGER.inputs, now)

from pathlib import Path

import pytest

from nlp.datamodel import Failure
from nlp.errors import UsageError
from nlp.io.quarantine import Quarantine, read_quarantine

FIRST = Failure("a", "read", "empty_text", "the text is empty", "x.jsonl:1")
SECOND = Failure(None, "read", "broken_json", 'not "JSON"', "x.jsonl:2")


def test_failures_are_kept_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    quarantine = Quarantine(path)
    quarantine.open()
    assert quarantine.flush() == 0
    assert not path.exists()
    quarantine.write(FIRST)
    size = quarantine.flush()
    quarantine.write(SECOND)
    quarantine.flush()
    quarantine.close()
    assert list(read_quarantine(path)) == [FIRST, SECOND]

    resumed = Quarantine(path)
    resumed.open(size)
    assert list(read_quarantine(path)) == [FIRST]


def test_a_new_run_removes_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"old")
    Quarantine(path).open()
    assert not path.exists()


def test_without_a_path_nothing_is_kept() -> None:
    quarantine = Quarantine(None)
    quarantine.open()
    quarantine.write(FIRST)
    assert quarantine.flush() == 0


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"the folder .*gone does not exist"):
        Quarantine(tmp_path / "gone" / "q.jsonl")

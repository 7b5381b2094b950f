import errno
import os
from pathlib import Path

import pytest

from nlp.errors import UsageError
from nlp.io.append import AppendFile, OutputError


def test_it_grows_and_cuts_off_what_nobody_vouched_for(tmp_path: Path) -> None:
    path = tmp_path / "a"
    file = AppendFile(path)
    file.append(b"one")
    file.append(b"two")
    assert (path.read_bytes(), file.size) == (b"onetwo", 6)
    file.close()
    again = AppendFile(path, 3)
    assert path.read_bytes() == b"one"
    again.append(b"2")
    assert path.read_bytes() == b"one2"
    again.close()
    AppendFile(path).close()
    assert path.read_bytes() == b""


def test_a_full_disk_undoes_the_append(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = AppendFile(tmp_path / "a")
    file.append(b"one")
    write = os.write

    def fill(descriptor: int, data: memoryview) -> int:
        monkeypatch.setattr(os, "write", full)
        return write(descriptor, data[:2])

    def full(descriptor: int, data: memoryview) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", fill)
    with pytest.raises(OutputError, match=r"a: cannot be written: No space left on device; free some space"):
        file.append(b"two")
    assert (tmp_path / "a").read_bytes() == b"one"
    monkeypatch.setattr(os, "write", write)
    file.append(b"three")
    assert (tmp_path / "a").read_bytes() == b"onethree"


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:1]))
    AppendFile(tmp_path / "a").append(b"one")
    assert (tmp_path / "a").read_bytes() == b"one"


def test_a_file_that_lost_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"on")
    with pytest.raises(UsageError, match=r"has 2 bytes, 3 were written before"):
        AppendFile(tmp_path / "a", 3)
    with pytest.raises(UsageError, match="cannot be written: No such file"):
        AppendFile(tmp_path / "b", 3)
    assert not (tmp_path / "b").exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Is a directory"):
        AppendFile(tmp_path)

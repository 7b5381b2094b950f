from __future__ import annotations

import hashlib
import hmac
import os
import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nlp.errors import UsageError
from nlp.privacy.pseudonyms import KEY_VARIABLE, Pseudonymiser, default_key_path, load_key

KEY = b"0123456789abcdef0123456789abcdef"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_pseudonyms_are_hmac_sha256_by_kind() -> None:
    pseudonyms = Pseudonymiser(KEY)
    expected = hmac.new(KEY, "firsthand/author\0Zoë".encode(), hashlib.sha256).hexdigest()[:16]
    assert pseudonyms.author("Zoë") == f"author-{expected}"
    assert re.fullmatch(r"thread-[0-9a-f]{16}", pseudonyms.thread("Zoë"))
    assert pseudonyms.thread("Zoë").removeprefix("thread-") != expected


def test_pseudonyms_depend_on_key_and_name_alone() -> None:
    pseudonyms = Pseudonymiser(KEY)
    assert pseudonyms.author("karen") == Pseudonymiser(KEY).author("karen")
    assert pseudonyms.author("karen") != Pseudonymiser(KEY[::-1]).author("karen")
    assert len({pseudonyms.author(name) for name in ("karen", "Karen", "karen ", "", "\ud800", "\0")}) == 6


def test_short_keys_are_refused_and_never_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 32 bytes, not 6"):
        Pseudonymiser(b"hunter")
    monkeypatch.setenv(KEY_VARIABLE, "hunter")
    with pytest.raises(UsageError, match=f"{KEY_VARIABLE} has 6 characters; it needs at least 32") as caught:
        load_key()
    assert "hunter" not in str(caught.value)


def test_the_first_use_makes_a_key_for_its_owner_only(tmp_path: Path) -> None:
    key = load_key()
    path = tmp_path / "config" / "firsthand" / "key"
    assert path == default_key_path()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(key) == 64
    assert load_key() == key
    assert [each.name for each in path.parent.iterdir()] == ["key"]


def test_workers_that_start_together_get_one_key() -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: load_key(), range(64)))
    assert len(keys) == 1


def test_path_goes_before_variable_and_variable_before_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = load_key()
    monkeypatch.setenv(KEY_VARIABLE, f" {KEY.decode()}\n")
    assert load_key() == KEY != made
    file = tmp_path / "team.key"
    file.write_bytes(KEY[::-1] + b"\n")
    assert load_key(file) == KEY[::-1]


def test_keys_that_cannot_be_read_name_the_file_and_the_variable(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff" * 40)
    for name in ("none", "binary"):
        with pytest.raises(UsageError, match=rf"{name}: .*{KEY_VARIABLE}"):
            load_key(tmp_path / name)


def test_a_folder_that_cannot_be_written_names_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    with pytest.raises(UsageError, match=f"cannot make the pseudonym key .*; set {KEY_VARIABLE}"):
        load_key()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_names_the_variable(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir(mode=0o500)
    with pytest.raises(UsageError, match=KEY_VARIABLE):
        load_key()


def test_a_relative_config_folder_is_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for value in ("", "relative/folder"):
        monkeypatch.setenv("XDG_CONFIG_HOME", value)
        assert default_key_path() == tmp_path / ".config" / "firsthand" / "key"

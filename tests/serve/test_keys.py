"""API keys: hashed at rest, checked, listed, revoked; and the commands around them."""

import json
import stat

import pytest
from typer.testing import CliRunner

from nlp.cli import app
from nlp.errors import UsageError
from nlp.serve.keys import KeyRing, add_key, read_keys, revoke_key


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "keys.json"


def test_a_key_is_found_and_kept_only_as_its_hash(path):
    key, secret = add_key(path, "forum")
    add_key(path, "app")
    ring = KeyRing(path)
    assert ring.find(secret) == key
    assert ring.find(secret[:-1]) is None
    assert ring.find("") is None
    assert ring.find("\udc80") is None
    assert secret not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_revoked_key_stays_in_the_list_and_opens_nothing(path):
    key, secret = add_key(path, "forum")
    ring = KeyRing(path)
    revoke_key(path, "forum")
    ring.refresh()
    assert ring.find(secret) is None
    assert read_keys(path)[0].revoked
    with pytest.raises(UsageError, match="valid keys: none"):
        revoke_key(path, key.id)
    add_key(path, "forum")
    with pytest.raises(UsageError, match="in use"):
        add_key(path, "forum")


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a" * 101])
def test_names_that_cannot_be_shown_are_refused(path, name):
    with pytest.raises(UsageError, match="1 to 100 printable characters"):
        add_key(path, name)


@pytest.mark.parametrize("content", [b"", b"{}", b'[{"id": 1}]', b"\xff"])
def test_a_file_that_holds_no_keys_is_refused(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UsageError, match="is not a file of API keys"):
        KeyRing(path)


def test_the_commands(path):
    run = CliRunner().invoke
    added = run(app, ["keys", "add", "forum", "--keys", str(path)])
    secret = added.stdout.strip()
    assert secret.startswith("fh_")
    assert KeyRing(path).find(secret)
    listed = run(app, ["keys", "list", "--keys", str(path)])
    assert "valid  forum" in listed.stdout
    assert secret not in listed.stdout
    id = json.loads(path.read_text())[0]["id"]
    assert run(app, ["keys", "revoke", id, "--keys", str(path)]).exit_code == 0
    assert "revoked" in run(app, ["keys", "list", "--keys", str(path)]).stdout

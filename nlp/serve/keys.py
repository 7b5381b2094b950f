"""API keys: a file of their hashes, kept by `firsthand keys`, and the check of a caller's key against it.

A key is 256 random bits, so a plain SHA-256 is enough at rest: there is no dictionary to try against it, as there is
against passwords.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from nlp.errors import UsageError
from nlp.privacy.pseudonyms import default_key_path

KEY_PREFIX = "fh_"
ID_DIGITS = 8
NAME_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it lies on the disk: `id` to speak of it, whose it is, and the SHA-256 of the key itself."""

    id: str
    name: str
    sha256: str
    created: str
    revoked: str | None = None


def default_keys_path() -> Path:
    """`firsthand/api_keys.json` in the user's configuration folder, beside the key of pseudonyms."""
    return default_key_path().with_name("api_keys.json")


def add_key(path: Path, name: str) -> tuple[ApiKey, str]:
    """Add a key to the file, which is made when missing; (what is kept, the key itself, which is kept nowhere).

    Raises UsageError for a file that cannot be read or written, and for a name that is empty, over 100 characters,
    not printable or in use.
    """
    keys = read_keys(path)
    if not name.strip() or len(name) > NAME_CHARACTERS or not name.isprintable():
        raise UsageError(f"a key's name has 1 to {NAME_CHARACTERS} printable characters, not {name!r}")
    if any(each.name == name and not each.revoked for each in keys):
        raise UsageError(f"{path}: a key named {name!r} is in use; revoke it first or choose another name")
    secret = KEY_PREFIX + secrets.token_urlsafe(32)
    key = ApiKey(secrets.token_hex(ID_DIGITS // 2), name, digest(secret), _now())
    write_keys(path, [*keys, key])
    return key, secret


def revoke_key(path: Path, id: str) -> ApiKey:
    """Revoke the key with this id or name; running services see it within a second.

    Raises UsageError when no valid key has it.
    """
    keys = read_keys(path)
    for place, key in enumerate(keys):
        if id in (key.id, key.name) and not key.revoked:
            keys[place] = replace(key, revoked=_now())
            write_keys(path, keys)
            return keys[place]
    valid = ", ".join(f"{each.id} ({each.name})" for each in keys if not each.revoked) or "none"
    raise UsageError(f"{path}: no valid key has the id or name {id!r}; valid keys: {valid}")


def read_keys(path: Path) -> list[ApiKey]:
    """The keys in the file, none when it does not exist. Raises UsageError for a file that is no file of keys."""
    try:
        return TypeAdapter(list[ApiKey]).validate_json(path.read_bytes())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UsageError(f"cannot read the keys in {path}: {error.strerror}") from error
    except ValidationError as error:
        raise UsageError(f"{path} is not a file of API keys: {error.error_count()} wrong values") from None


def write_keys(path: Path, keys: Sequence[ApiKey]) -> None:
    """Replace the file at once, readable by its owner only. Raises UsageError if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump([asdict(key) for key in keys], file, indent=1, ensure_ascii=False)
        os.replace(draft, path)
    except OSError as error:
        raise UsageError(f"cannot write the keys to {path}: {error.strerror}") from error


def digest(secret: str) -> str:
    """Hex SHA-256 of a key."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


class KeyRing:
    """The valid keys of a file, read again when the file changes."""

    def __init__(self, path: Path) -> None:
        """Raises UsageError for a file that is no file of keys."""
        self.path = path
        self._stamp: tuple[int, int] | None = None
        self._keys: list[ApiKey] = []
        self.refresh()

    def __len__(self) -> int:
        return len(self._keys)

    def refresh(self) -> None:
        """Read the file again if it is another than before. Raises UsageError as `read_keys` does."""
        try:
            status = self.path.stat()
            stamp = (status.st_mtime_ns, status.st_ino)
        except OSError:
            stamp = None
        if stamp is None or stamp != self._stamp:
            self._keys = [key for key in read_keys(self.path) if not key.revoked]
            self._stamp = stamp

    def find(self, secret: str) -> ApiKey | None:
        """The key that this is. Every key is compared, each in constant time, so that time tells nothing of them."""
        offered = digest(secret)
        found = None
        for key in self._keys:
            if hmac.compare_digest(key.sha256, offered):
                found = key
        return found


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

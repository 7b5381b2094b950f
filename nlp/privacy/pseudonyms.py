"""Keyed pseudonyms for authors and threads.

The same name under the same key gives the same pseudonym, in batch, over HTTP and in the workbench; without the key
nobody can compute one from a guessed name. Who holds the key can, so it is kept apart from the records.
"""

from __future__ import annotations

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from nlp.errors import UsageError

KEY_VARIABLE = "FIRSTHAND_KEY"
KEY_CHARACTERS = 32  # at least; the keys that we make are 64 hexadecimal digits (256 bits)
PSEUDONYM_DIGITS = 16  # 64 bits: two of a million authors collide with a chance of 3 in 10^8


class Pseudonymiser:
    """Pseudonyms by HMAC-SHA256 (RFC 2104), of the form `author-3f9c0a4be1d27755`.

    Kinds have separate domains: an author and a thread of the same name have unrelated pseudonyms. Names are taken
    letter for letter: `Karen` and `karen` are two authors.
    """

    def __init__(self, key: bytes) -> None:
        """Raises ValueError for a key of under 32 bytes: short keys can be guessed, and with them the authors."""
        if len(key) < KEY_CHARACTERS:
            raise ValueError(f"a pseudonym key has at least {KEY_CHARACTERS} bytes, not {len(key)}")
        self.key = key

    def author(self, name: str) -> str:
        return self.pseudonym("author", name)

    def thread(self, name: str) -> str:
        return self.pseudonym("thread", name)

    def pseudonym(self, kind: str, name: str) -> str:
        # A lone surrogate, as broken JSON may hold, must not stop the run: any bytes do
        # that are the same each time.
        message = f"firsthand/{kind}\0{name}".encode("utf-8", "surrogatepass")
        return f"{kind}-{hmac.digest(self.key, message, 'sha256').hex()[:PSEUDONYM_DIGITS]}"


def load_key(path: Path | str | None = None) -> bytes:
    """The secret key: the content of `path`, else the variable FIRSTHAND_KEY, else the key file of this user.

    The user's key file (`default_key_path()`) is made with a random key, readable by its owner only, when it does not
    exist: pseudonyms then agree between runs of one user. Teams share a key through FIRSTHAND_KEY. A key is any text
    of at least 32 characters, without the white space around it.

    Raises UsageError when `path` cannot be read, a key is too short, or the key file cannot be made.
    """
    if path is not None:
        return read_key(Path(path))
    if value := os.environ.get(KEY_VARIABLE):
        return checked(value, KEY_VARIABLE)
    default = default_key_path()
    if not default.exists():
        make_key(default)
    return read_key(default)


def default_key_path() -> Path:
    """`firsthand/key` in XDG_CONFIG_HOME, or in ~/.config when that is unset or relative (XDG Base Directory)."""
    config = os.environ.get("XDG_CONFIG_HOME", "")
    try:
        folder = Path(config) if os.path.isabs(config) else Path.home() / ".config"
    except RuntimeError as error:
        raise UsageError(f"no home folder to keep the pseudonym key in: set {KEY_VARIABLE}") from error
    return folder / "firsthand" / "key"


def read_key(path: Path) -> bytes:
    try:
        return checked(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not text in UTF-8"
        raise UsageError(f"cannot read the pseudonym key {path}: {reason}; or set {KEY_VARIABLE}") from error


def checked(value: str, where: str) -> bytes:
    key = value.strip()
    if len(key) < KEY_CHARACTERS:
        raise UsageError(f"the pseudonym key in {where} has {len(key)} characters; it needs at least {KEY_CHARACTERS}")
    return key.encode("utf-8", "surrogateescape")


def make_key(path: Path) -> None:
    """Write a new random key to `path`, unless another process does so first: then that one's key stays."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        try:
            # A link appears whole or not at all, and never replaces: two workers that start together get one key.
            with suppress(FileExistsError):
                os.link(draft, path)
        finally:
            draft.unlink()
    except OSError as error:
        raise UsageError(
            f"cannot make the pseudonym key {path}: {error.strerror}; set {KEY_VARIABLE} to a secret text of at least "
            f"{KEY_CHARACTERS} characters"
        ) from error

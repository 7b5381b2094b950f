"""Remember which ids were seen, for inputs of any size: the digests lie in a temporary SQLite file, not in memory."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b

from nlp.errors import FirsthandError

DIGEST_BYTES = 16
CACHE_KIB = 65536


class SeenIds:
    """A set of ids kept as 16-byte BLAKE2b digests; by chance two of a billion ids clash once in 10^20 runs.

    At most 64 MiB are held in memory; SQLite puts the rest in a temporary file that goes when the set is closed.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for statement in (
            f"PRAGMA cache_size = -{CACHE_KIB}",
            "PRAGMA journal_mode = OFF",
            "CREATE TABLE seen (digest BLOB PRIMARY KEY) WITHOUT ROWID",
            "BEGIN",
        ):
            self._database.execute(statement)

    def add(self, id: str) -> bool:
        """Remember `id`; True if it is new. Raises FirsthandError when the folder for temporary files is full."""
        digest = blake2b(id.encode(), digest_size=DIGEST_BYTES).digest()
        try:
            return self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (digest,)).rowcount == 1
        except sqlite3.OperationalError as error:
            message = "no room for the ids seen so far; TMPDIR names the folder for temporary files"
            raise FirsthandError(f"{message}: {error}") from error

    def close(self) -> None:
        """Give the temporary file back."""
        self._database.close()

"""Where Firsthand keeps what a user gives it: models, tables of own terms, licensed vocabularies."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """`$FIRSTHAND_HOME`, else `firsthand` in the user's data folder (XDG)."""
    if chosen := os.environ.get("FIRSTHAND_HOME"):
        return Path(chosen)
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "firsthand"

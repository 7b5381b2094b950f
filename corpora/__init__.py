"""The Firsthand corpus: patients' posts with their annotation, and readers for the corpora that users bring.

>>> import corpora
>>> corpora.load("firsthand", split="dev")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpora.loading import load

__all__ = ["load"]


def __getattr__(name: str) -> Any:
    """Import the loader on first use, so that `import corpora` stays quick."""
    if name in __all__:
        from corpora import loading

        return getattr(loading, name)
    raise AttributeError(f"module 'corpora' has no attribute {name!r}")

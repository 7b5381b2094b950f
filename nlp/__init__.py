"""Firsthand: reads what patients write and turns it into structured safety records.

>>> import nlp
>>> record = nlp.load()("Since Lexapro I can't sleep at all")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nlp.pipeline import Pipeline, load

__all__ = ["Pipeline", "load"]


def __getattr__(name: str) -> Any:
    """Load the pipeline's modules on first use, so that `import nlp` stays quick."""
    if name in __all__:
        from nlp import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'nlp' has no attribute {name!r}")

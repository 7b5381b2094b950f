"""Errors of the annotation desk. None but an odd tag's own letters is quoted from a post."""

from __future__ import annotations

from nlp.errors import FirsthandError


class MarkupError(FirsthandError, ValueError):
    """A mistake in the markup: `where` is `file:line`, the message names what is wrong and what is allowed."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where, self.problem = where, problem

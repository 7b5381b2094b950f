"""Errors of Firsthand. Each names the bad value, where it was and the valid choices; none holds text of a post."""

from __future__ import annotations


class FirsthandError(Exception):
    """Base of all errors that Firsthand raises on purpose."""


class UsageError(FirsthandError):
    """Arguments that cannot be used: an unknown format, a folder where a file is needed. Exit code 2."""


class BadPostError(FirsthandError):
    """One post that cannot be read or processed. It becomes a `Failure`; the run goes on.

    `reason` is a short stable name (`empty_text`), the message tells it to a person.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class ModelError(FirsthandError):
    """A model folder that is missing, damaged, of another label scheme or with a wrong hash."""


class VocabularyError(FirsthandError):
    """A vocabulary table that cannot be read: names the file and the line."""


class MissingExtraError(FirsthandError):
    """An optional dependency is not installed. The message is one line with the pip command."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f'{purpose} needs an extra: pip install "firsthand[{extra}]"')
        self.extra = extra

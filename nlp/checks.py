"""What a post must be to be read at all: the same checks behind files, HTTP and the pipeline itself."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from nlp.errors import BadPostError


def check_text(text: Any, field: str, max_chars: int) -> str:
    """The text, if it is one that can be read: a string of 1 to `max_chars` code points, not all of them white space.

    `field` names where it came from. Raises BadPostError: missing_text, text_not_string, empty_text, too_long,
    nul_character, lone_surrogate.
    """
    if text is None:
        raise BadPostError("missing_text", f"the row has no field {field!r}")
    if not isinstance(text, str):
        raise BadPostError("text_not_string", f"field {field!r} is {type(text).__name__}, not a string")
    if not text or text.isspace():
        raise BadPostError("empty_text", f"field {field!r} is empty or only white space")
    if len(text) > max_chars:
        raise BadPostError("too_long", f"the text has {len(text)} characters; at most {max_chars} are read")
    if "\0" in text:
        raise BadPostError("nul_character", f"field {field!r} has a NUL character at {text.index(chr(0))}")
    if not is_unicode(text):
        raise BadPostError("lone_surrogate", f"field {field!r} holds half a surrogate pair, which is no character")
    return text


def check_id(id: str, field: str) -> str:
    """The id, if databases and file formats can carry it. Raises BadPostError: bad_id."""
    if "\0" in id or not is_unicode(id):
        raise BadPostError("bad_id", f"field {field!r} holds a NUL character or half a surrogate pair")
    return id


def check_carried(*fields: Any) -> None:
    """Refuse, before any work on the post, fields beside the text that a record could not carry as JSON.

    Raises BadPostError: lone_surrogate, not_json, nested_too_deep.
    """
    try:
        to_json(fields)
    except ValueError as error:
        if "surrogate" in str(error):
            message = "a field beside the text holds half a surrogate pair, which is no character"
            raise BadPostError("lone_surrogate", message) from None
        if "unknown type" in str(error):
            raise BadPostError("not_json", "a field beside the text holds a value that JSON has no form for") from None
        raise BadPostError("nested_too_deep", "a field beside the text is nested too deep") from None


def is_unicode(text: str) -> bool:
    """Whether every code point of the text is a character: no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

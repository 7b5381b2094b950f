"""Turn a row of any input into a Post, or say why it cannot be one."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from nlp.datamodel import Post
from nlp.errors import BadPostError

POST_FIELDS = ("source", "author", "thread", "posted_at")


def post_id(row: dict[str, Any], field: str) -> str | None:
    """The row's own id as text, None if it has none; strings and whole numbers are ids. Raises BadPostError."""
    match row.get(field):
        case None | "":
            return None
        case bool():
            kind = "true or false"
        case str() as text:
            if "\0" in text or not _is_unicode(text):
                raise BadPostError("bad_id", f"field {field!r} holds a NUL character or half a surrogate pair")
            return text
        case int() as number:
            return str(number)
        case float() as number if number.is_integer():
            return str(int(number))
        case other:
            kind = type(other).__name__
    raise BadPostError("bad_id", f"field {field!r} must be a string or a whole number, not {kind}")


def make_post(row: dict[str, Any], id: str, text_field: str, id_field: str, max_chars: int) -> Post:
    """The post in `row`, whose text is at most `max_chars` code points long; the row is used up.

    The fields source, author, thread and posted_at fill those of the Post when they are strings (author and thread
    also when they are whole numbers). Every other field stays in `meta` under its own name, as it was: a field `meta`
    is then meta["meta"]. Only a row that is a Post written as JSON, with no fields but those of Post, gives its `meta`
    back.

    Raises BadPostError: missing_text, text_not_string, empty_text, too_long, nul_character, lone_surrogate,
    nested_too_deep.
    """
    text = _checked_text(row.pop(text_field, None), text_field, max_chars)
    row.pop(id_field, None)
    named = {name: _named_field(row, name) for name in POST_FIELDS}
    meta: dict[str, Any] = row["meta"] if row.keys() == {"meta"} and isinstance(row["meta"], dict) else row
    if meta or any(named.values()):
        _check_json(meta, named)
    return Post(id=id, text=text, meta=meta, **named)


def _checked_text(text: Any, field: str, max_chars: int) -> str:
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
    if not _is_unicode(text):
        raise BadPostError("lone_surrogate", f"field {field!r} holds half a surrogate pair, which is no character")
    return text


def _named_field(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if name in ("author", "thread") and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or isinstance(value, str):
        row.pop(name, None)
    return value if value and isinstance(value, str) else None


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_json(*fields: dict[str, Any]) -> None:
    """A record must be able to carry these fields: refused here, before any work on the post."""
    try:
        to_json(fields)
    except ValueError as error:
        if "surrogate" in str(error):
            message = "a field beside the text holds half a surrogate pair, which is no character"
            raise BadPostError("lone_surrogate", message) from None
        raise BadPostError("nested_too_deep", "a field beside the text is nested too deep") from None

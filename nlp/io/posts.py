"""Turn a row of any input into a Post, or say why it cannot be one."""

from __future__ import annotations

from typing import Any

from nlp.checks import check_carried, check_id, check_text
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
            return check_id(text, field)
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
    text = check_text(row.pop(text_field, None), text_field, max_chars)
    row.pop(id_field, None)
    named = {name: _named_field(row, name) for name in POST_FIELDS}
    meta: dict[str, Any] = row["meta"] if row.keys() == {"meta"} and isinstance(row["meta"], dict) else row
    if meta or any(named.values()):
        check_carried(meta, named)
    return Post(id=id, text=text, meta=meta, **named)


def _named_field(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if name in ("author", "thread") and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or isinstance(value, str):
        row.pop(name, None)
    return value if value and isinstance(value, str) else None

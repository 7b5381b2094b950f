"""Posts as they come over the wire: strict JSON in, `Post` out, or a `Problem` that names the field."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nlp.checks import check_carried, check_id, check_text
from nlp.datamodel import Post
from nlp.errors import BadPostError
from nlp.serve.problems import WRONG_FIELDS, FieldError, Problem

REASONS = {"string_unicode": "lone_surrogate", "extra_forbidden": "unknown_field"}  # pydantic's names, and ours
READ_REASONS = {"lone_surrogate"}  # what may be wrong with a post in a file too
ERRORS_SHOWN = 20
NAME_SHOWN = 64  # characters of a field's name: a caller who mixes up names and values must not see the post again
EXAMPLE: dict[str, Any] = {"id": "post-1", "text": "Since Lexapro I can't sleep at all", "meta": {"drug": "Lexapro"}}
# For readers of the OpenAPI; `nlp.checks` is what decides.
NOT_BLANK = r"^[^\u0000]*\S[^\u0000]*$"
NO_NUL = r"^[^\u0000]+$"


class PostIn(BaseModel):
    """A post as it comes over the wire: the fields of a post, and whatever else belongs to it in `meta`."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra={"examples": [EXAMPLE]})

    id: str = Field(min_length=1, json_schema_extra={"pattern": NO_NUL})
    text: str = Field(json_schema_extra={"minLength": 1, "pattern": NOT_BLANK})
    source: str | None = None
    author: str | None = None
    thread: str | None = None
    posted_at: str | None = None
    meta: dict[str, Any] = Field(default_factory=dict)


class BatchIn(BaseModel):
    """Several posts; the answer holds one result for each, in their order."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra={"examples": [{"posts": [EXAMPLE]}]})

    posts: list[Any] = Field(min_length=1)  # each is read by itself, so that one cannot spoil the others


class _NotStrictError(Exception):
    pass


def read_json(body: bytes) -> Any:
    """The JSON value in `body`. Raises Problem 400 for what RFC 8259 does not allow, and for names given twice."""
    try:
        return json.loads(body.decode(), parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        raise _broken(f"byte {error.start + 1} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise _broken(f"{error.msg} at line {error.lineno}, column {error.colno}") from None
    except _NotStrictError as error:
        raise _broken(str(error)) from None
    except (ValueError, RecursionError):
        raise _broken("nested too deep, or a number too long") from None


def _broken(why: str) -> Problem:
    return Problem(400, "broken_json", f"not JSON: {why}")


def _refuse_constant(name: str) -> NoReturn:
    raise _NotStrictError(f"{name} is no JSON number")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotStrictError("an object has the same name twice")
    return found


def read_post(value: Any, max_chars: int) -> Post:
    """The post in one JSON value. Raises Problem 422 for wrong fields and for a post that cannot be read."""
    try:
        post = PostIn.model_validate(value)
    except ValidationError as error:
        raise problem_of_fields(field_errors(error)) from None
    return to_post(post, max_chars)


def read_batch(value: Any, limit: int, max_chars: int) -> list[Post | Problem]:
    """The posts of a batch; one that cannot be read is a Problem in its place, and the others go on.

    Raises Problem 422 for a batch of more than `limit` posts, or with wrong fields anywhere.
    """
    try:
        values = BatchIn.model_validate(value).posts
    except ValidationError as error:
        raise problem_of_fields(field_errors(error)) from None
    if len(values) > limit:
        raise problem_of_fields([FieldError("posts", "too_many_posts", f"{len(values)} posts; at most {limit}")])
    posts: list[Post | Problem] = []
    wrong: list[FieldError] = []
    for place, each in enumerate(values):
        try:
            posts.append(read_post(each, max_chars))
        except Problem as problem:
            if problem.reason == WRONG_FIELDS:
                wrong += [replace(error, field=f"posts.{place}.{error.field}") for error in problem.errors]
            posts.append(problem)
    if wrong:
        raise problem_of_fields(wrong)
    return posts


def to_post(post: PostIn, max_chars: int) -> Post:
    """The post, by the checks that files go through too. Raises Problem 422."""
    named = {name: getattr(post, name) or None for name in ("source", "author", "thread", "posted_at")}
    field = "id"
    try:
        check_id(post.id, field)
        field = "text"
        check_text(post.text, field, max_chars)
        field = "meta"
        check_carried(post.meta, named)
    except BadPostError as error:
        wrong = FieldError(field, error.reason, str(error))
        raise Problem(422, error.reason, str(error), errors=[wrong], post_id=post.id) from None
    return Post(id=post.id, text=post.text, meta=post.meta, **named)


def field_errors(error: ValidationError) -> list[FieldError]:
    """Every wrong field by its path, with the reason, and never with its value: it may be the post."""
    return [
        FieldError(_path(each["loc"]), REASONS.get(each["type"], each["type"]), _detail(each["type"], each["msg"]))
        for each in error.errors(include_input=False, include_context=False, include_url=False)
    ]


def _detail(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return f"unknown field; choices: {', '.join(PostIn.model_fields)}, and anything else within meta"
    return message


def problem_of_fields(errors: list[FieldError]) -> Problem:
    """One problem for all of them. Texts that are no Unicode are what a file may hold too, and have its reason."""
    first = errors[0]
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    reason = first.reason if all(each.reason in READ_REASONS for each in errors) else WRONG_FIELDS
    return Problem(422, reason, f"{first.field}: {first.detail}{more}", errors=errors[:ERRORS_SHOWN])


def _path(place: tuple[int | str, ...]) -> str:
    return ".".join(str(each)[:NAME_SHOWN] for each in place) or "body"

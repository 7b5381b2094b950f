"""What went wrong with a request, as problem details (RFC 9457). None of them ever holds text of a post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic_core import to_json
from starlette.exceptions import HTTPException

from nlp.datamodel import Failure
from nlp.errors import FirsthandError

MEDIA_TYPE = "application/problem+json"
WRONG_FIELDS = "wrong_fields"
TYPE_PREFIX = "urn:firsthand:problem:"


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field that is wrong: its path (`posts.3.text`), a short stable reason, and the reason for a person."""

    field: str
    reason: str
    detail: str


class Problem(FirsthandError):
    """A request that gets no answer. `reason` is a short stable name and ends the problem's `type`."""

    def __init__(
        self,
        status: int,
        reason: str,
        detail: str,
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
        post_id: str | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.reason = reason
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        self.post_id = post_id

    def to_dict(self) -> dict[str, Any]:
        """The problem as RFC 9457 has it: type, title, status, detail, and where given `errors` and `post_id`."""
        shown: dict[str, Any] = {
            "type": TYPE_PREFIX + self.reason,
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            shown["errors"] = [
                {"field": each.field, "reason": each.reason, "detail": each.detail} for each in self.errors
            ]
        if self.post_id is not None:
            shown["post_id"] = self.post_id
        return shown

    def to_json(self) -> bytes:
        """`to_dict` as JSON."""
        return to_json(self.to_dict())

    def response(self) -> Response:
        """The problem as an answer, with its headers."""
        return Response(self.to_json(), self.status, headers=self.headers, media_type=MEDIA_TYPE)


def problem_of(failure: Failure) -> Problem:
    """The problem for a post that gave no record: its own fault when it could not be read, else ours."""
    if failure.step == "read":
        errors = [FieldError("text", failure.reason, failure.message)]
        return Problem(422, failure.reason, failure.message, errors=errors, post_id=failure.post_id)
    return Problem(500, "processing_failed", f"{failure.step}: {failure.message}", post_id=failure.post_id)


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem: those raised as `Problem`, unknown paths and methods, and what is a bug."""

    async def show_problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        request.state.context.reason = error.reason
        return error.response()

    async def show_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        phrase = HTTPStatus(error.status_code).phrase
        reason = phrase.lower().replace(" ", "_")
        return await show_problem(request, Problem(error.status_code, reason, phrase, headers=error.headers))

    async def show_parameters(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        errors = [FieldError(str(each["loc"][-1]), each["type"], each["msg"]) for each in error.errors()]
        detail = "; ".join(f"{each.field}: {each.detail}" for each in errors)
        return await show_problem(request, Problem(422, WRONG_FIELDS, detail, errors=errors))

    app.add_exception_handler(Problem, show_problem)
    app.add_exception_handler(HTTPException, show_http)
    app.add_exception_handler(RequestValidationError, show_parameters)

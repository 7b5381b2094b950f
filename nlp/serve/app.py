"""The HTTP service: the record that `firsthand run` writes, for one post at a time.

Needs the extra `serve`. Answers hold the bytes of `Record.to_json`; errors name the field and never echo the post.
"""

from __future__ import annotations

import threading
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from nlp.config import firsthand_version
from nlp.datamodel import Failure, Post, record_schema
from nlp.pipeline import Pipeline


class PostIn(BaseModel):
    """A post as it comes over the wire."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: str = Field(min_length=1, max_length=200, examples=["post-1"])
    text: str = Field(examples=["Since Lexapro I can't sleep at all"])
    source: str | None = None
    author: str | None = None
    thread: str | None = None
    posted_at: str | None = None
    meta: dict[str, Any] = Field(default_factory=dict, examples=[{"drug": "Lexapro"}])


def create_app(pipeline: Pipeline) -> FastAPI:
    """The application around a loaded pipeline. Posts go through it one at a time, so that none depends on another."""
    app = FastAPI(title="Firsthand", version=firsthand_version())
    turn = threading.Lock()  # spaCy's vocabulary is not made for several threads at once

    @app.exception_handler(RequestValidationError)
    async def refuse(_: Request, error: RequestValidationError) -> JSONResponse:
        """Where each mistake is and what is wrong, without the value: it may be the post."""
        problems = [{"loc": each["loc"], "msg": each["msg"], "type": each["type"]} for each in error.errors()]
        return JSONResponse({"detail": problems}, status_code=422)

    @app.post("/v1/extract")
    def extract(post: PostIn) -> Response:
        """Read one post into a record."""
        with turn:
            (result,) = pipeline.pipe([Post(**post.model_dump())])
        if isinstance(result, Failure):
            problem = {"step": result.step, "reason": result.reason, "message": result.message}
            return JSONResponse({"detail": problem}, status_code=422)
        return Response(result.to_json(), media_type="application/json")

    @app.get("/v1/schema")
    def schema() -> dict[str, Any]:
        """The JSON Schema of a record."""
        return record_schema()

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        """The process is alive."""
        return {"status": "ok"}

    return app

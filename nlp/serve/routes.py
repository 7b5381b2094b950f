"""The routes: what each takes and answers. What they do is in `extraction`, `engine` and `guard`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import FileResponse

from nlp.datamodel import record_schema
from nlp.serve.answers import PARTS, AnswerForm, OffsetUnit, Part
from nlp.serve.documentation import ANSWERS, BATCH_BODY, POST_BODY, STREAM_BODY, answered
from nlp.serve.engine import Engine
from nlp.serve.extraction import JSON, NDJSON, Extraction
from nlp.serve.guard import Guard
from nlp.serve.metrics import MEDIA_TYPE, Metrics
from nlp.serve.problems import WRONG_FIELDS, FieldError, Problem

PAGES = Path(__file__).parent / "pages"
DOCS_POLICY = {  # Swagger UI and ReDoc write styles of their own; nothing comes from elsewhere
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; frame-ancestors 'none'"
    )
}


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes of one application share."""

    engine: Engine
    extraction: Extraction
    guard: Guard
    metrics: Metrics


def service_of(request: Request) -> Service:
    """The service of the application that got the request."""
    service: Service = request.app.state.service
    return service


async def authorise(request: Request) -> None:
    """Raises Problem 401 unless the caller has a key, where keys are needed."""
    await service_of(request).guard.authorise(request)


def answer_form(
    request: Request,
    offset_unit: Annotated[OffsetUnit, Query(description="What offsets of the answer count.")] = "codepoint",
    include: Annotated[
        str | None,
        Query(
            description=f"Parts of the record to answer with, by commas: {', '.join(PARTS)}. Left out: all.",
            pattern=f"^({'|'.join(PARTS)})(,({'|'.join(PARTS)}))*$",
            examples=["entities,case"],
        ),
    ] = None,
) -> AnswerForm:
    """The form asked for in the query. Raises Problem 422 for an unknown parameter."""
    for name in request.query_params:
        if name not in ("offset_unit", "include"):
            detail = "unknown parameter; choices: offset_unit, include"
            raise Problem(422, WRONG_FIELDS, detail, errors=[FieldError(name[:64], "unknown_parameter", detail)])
    parts: list[Part] = include.split(",") if include else list(PARTS)  # type: ignore[assignment]
    return AnswerForm(offset_unit, frozenset(parts))


Form = Annotated[AnswerForm, Depends(answer_form)]
public = APIRouter()
protected = APIRouter(dependencies=[Depends(authorise)])


@protected.post(
    "/v1/extract", tags=["posts"], **answered(POST_BODY, JSON, "Read one post", "Record", "The record of the post.")
)
async def extract(request: Request, form: Form) -> Response:
    """Read one post into a record: the very bytes that `firsthand run` writes, unless `offset_unit` or `include` ask
    for another form.
    """
    return await service_of(request).extraction.one(request, form)


@protected.post(
    "/v1/extract/batch",
    tags=["posts"],
    **answered(BATCH_BODY, JSON, "Read several posts", "Results", "One result a post."),
)
async def extract_batch(request: Request, form: Form) -> Response:
    """Read up to 256 posts. Each has its result in its place: a record, or a problem."""
    return await service_of(request).extraction.batch(request, form)


@protected.post(
    "/v1/extract/stream",
    tags=["posts"],
    **answered(STREAM_BODY, NDJSON, "Read a stream of posts", None, "A line for each line."),
)
async def extract_stream(request: Request, form: Form) -> Response:
    """Read a post a line (NDJSON), as many as you like, and answer with a line for each, in order, as they are ready.

    Read the answer while you send: a caller who takes no line for as long as the deadline is cut off.
    """
    return service_of(request).extraction.stream(request, form)


@protected.get("/v1/model", tags=["about"], summary="What reads the posts", responses=ANSWERS)
async def model(request: Request) -> dict[str, Any]:
    """What reads the posts: versions and hashes, as in the provenance of every record; labels, window, device."""
    engine = service_of(request).engine
    if engine.info is None:
        engine.require_ready()
    assert engine.info is not None
    return asdict(engine.info)


@protected.get("/v1/schema", tags=["about"], summary="The schema of a record")
async def schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    return record_schema()


@protected.get("/metrics", tags=["health"], summary="Metrics for Prometheus", response_class=Response)
async def metrics(request: Request) -> Response:
    """What the service counts, in the exposition format of Prometheus."""
    return Response(service_of(request).metrics.text(), media_type=MEDIA_TYPE)


@public.get("/healthz", tags=["health"], summary="Is the process alive?")
async def healthz() -> dict[str, str]:
    """The process is alive."""
    return {"status": "ok"}


@public.get("/readyz", tags=["health"], summary="Is a model loaded?", responses=ANSWERS)
async def readyz(request: Request) -> dict[str, str]:
    """A model is loaded and posts are read; if not, the reason."""
    service_of(request).engine.require_ready()
    return {"status": "ready"}


@public.get("/", include_in_schema=False)
async def index() -> Response:
    """A page to paste a post into."""
    return FileResponse(PAGES / "index.html")


@public.get("/docs", include_in_schema=False)
async def swagger() -> Response:
    """The API by Swagger UI."""
    return FileResponse(PAGES / "swagger.html", headers=DOCS_POLICY)


@public.get("/redoc", include_in_schema=False)
async def redoc() -> Response:
    """The API by ReDoc."""
    return FileResponse(PAGES / "redoc.html", headers=DOCS_POLICY)

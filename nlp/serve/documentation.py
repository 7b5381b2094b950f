"""The OpenAPI description: bodies, answers and problems that FastAPI cannot see, because posts are read by hand."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

from nlp.datamodel import Record
from nlp.serve import problems
from nlp.serve.wire import EXAMPLE, BatchIn, PostIn

ABOUT = """
Turns what patients write about medicines into structured safety records, each claim tied to the words it rests on.

Offsets count Unicode code points of the text as you sent it, unless `offset_unit` asks for UTF-16 units (JavaScript,
Java, C#) or UTF-8 bytes (Go, Rust). Masking identifiers keeps code points, not other units: only code points also
index the masked `post.text` of the record.
"""
SCHEMAS = "#/components/schemas/"
STATUSES = {
    400: "The body is not JSON.",
    401: "No valid API key.",
    413: "Too large: 1 MiB a post, 8 MiB a request.",
    415: "Another content type is needed.",
    422: "A wrong field, or a post that cannot be read.",
    429: "Too many posts a second; see `Retry-After`.",
    500: "An error of ours.",
    503: "Not ready, or the queue is full; see `Retry-After`.",
    504: "Not done within the deadline.",
}
ANSWERS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": text,
        "content": {problems.MEDIA_TYPE: {"schema": {"$ref": f"{SCHEMAS}Problem"}}},
    }
    for status, text in STATUSES.items()
}


POST_BODY = {"required": True, "content": {"application/json": {"schema": {"$ref": f"{SCHEMAS}PostIn"}}}}
BATCH_BODY = {"required": True, "content": {"application/json": {"schema": {"$ref": f"{SCHEMAS}BatchIn"}}}}
STREAM_BODY = {
    "required": True,
    "content": {
        "application/x-ndjson": {
            "schema": {"description": "A `PostIn` on each line."},
            "example": f'{{"id": "1", "text": "{EXAMPLE["text"]}"}}\n',
        }
    },
}
IDEMPOTENCY_HEADER = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Within ten minutes, the same key and request get the same answer again.",
    "schema": {"type": "string", "pattern": r"^[\x21-\x7e]{1,255}$"},
}


def answered(body: dict[str, Any], media_type: str, summary: str, schema: str | None, about: str) -> dict[str, Any]:
    """Arguments of a route that takes `body` and answers with `schema`, or with text when it is None."""
    shown = {"$ref": SCHEMAS + schema} if schema else {"type": "string"}
    extra: dict[str, Any] = {"requestBody": body}
    if schema:
        extra["parameters"] = [IDEMPOTENCY_HEADER]
    return {
        "summary": summary,
        "openapi_extra": extra,
        "responses": {**ANSWERS, 200: {"description": about, "content": {media_type: {"schema": shown}}}},
    }


def describe(app: FastAPI, with_keys: bool) -> None:
    """Give the application its OpenAPI description, with the key that callers need where they need one."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = made()
            schema["info"]["description"] = ABOUT.strip()
            components = schema.setdefault("components", {})
            components["schemas"] = {**components.get("schemas", {}), **wire_schemas()}
            if with_keys:
                components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
                schema["security"] = [{"key": []}]
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way


def post_of_batch() -> dict[str, Any]:
    """A post whose text may be one that cannot be read: in a batch that is a problem in its place, not of them all."""
    schema = PostIn.model_json_schema()
    for name, extra in (("text", ("minLength", "pattern")), ("id", ("pattern",))):
        schema["properties"][name] = {key: v for key, v in schema["properties"][name].items() if key not in extra}
    return {**schema, "title": "PostOfBatch"}


def wire_schemas() -> dict[str, Any]:
    """The schemas of all that goes over the wire, by name. Those of the record are generated from it."""
    record = TypeAdapter(Record).json_schema(mode="serialization", ref_template=SCHEMAS + "{model}")
    schemas: dict[str, Any] = record.pop("$defs")
    schemas["Record"] = {**record, "required": ["schema", "post"]}  # `include` leaves the others out
    schemas["RedactedPost"] = {**schemas["RedactedPost"], "required": ["id"]}
    schemas["PostIn"] = PostIn.model_json_schema()
    schemas["BatchIn"] = BatchIn.model_json_schema()
    schemas["BatchIn"]["properties"]["posts"] |= {"items": {"$ref": f"{SCHEMAS}PostOfBatch"}, "maxItems": 256}
    schemas["PostOfBatch"] = post_of_batch()
    schemas["Results"] = {
        "type": "object",
        "required": ["results"],
        "properties": {
            "results": {
                "type": "array",
                "items": {"anyOf": [{"$ref": f"{SCHEMAS}Record"}, {"$ref": f"{SCHEMAS}Problem"}]},
            }
        },
    }
    texts = {name: {"type": "string"} for name in ("type", "title", "detail", "post_id")}
    wrong = {name: {"type": "string"} for name in ("field", "reason", "detail")}
    schemas["Problem"] = {
        "type": "object",
        "description": "Problem details (RFC 9457). `type` ends in a short stable reason.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            **texts,
            "status": {"type": "integer"},
            "errors": {
                "type": "array",
                "items": {"type": "object", "required": list(wrong), "properties": wrong},
            },
        },
    }
    return schemas

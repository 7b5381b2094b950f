"""Request bodies of bounded size, whole or line by line."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from starlette.requests import ClientDisconnect, Request

from nlp.serve.problems import Problem

DISCARDED = 64 << 20
"""Bytes of a body too long that are still read and thrown away, so that the caller gets to read the answer."""


def require_type(request: Request, *allowed: str) -> None:
    """Raises Problem 415 unless the body is of one of these media types."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given not in allowed:
        raise Problem(415, "unsupported_media_type", f"content-type must be {' or '.join(allowed)}")


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body. Raises Problem 413 for one of more than `limit` bytes."""
    body = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= limit:
            body += chunk
        elif size > limit + DISCARDED:
            break
        else:
            body.clear()
    if size > limit:
        raise too_large("the body", limit)
    return bytes(body)


async def read_lines(request: Request, limit: int) -> AsyncGenerator[bytes | None, None]:
    """The lines of the body without their ends, as they arrive, empty ones left out; None for one of more than `limit`
    bytes, which is never held whole. Ends early when the caller is gone.
    """
    held = bytearray()
    too_long = False
    try:
        async for chunk in request.stream():
            *whole, rest = chunk.split(b"\n")
            for piece in whole:
                if too_long or len(held) + len(piece) > limit:
                    yield None
                elif line := bytes(held + piece).strip():
                    yield line
                held.clear()
                too_long = False
            too_long = too_long or len(held) + len(rest) > limit
            held.extend(b"" if too_long else rest)
    except ClientDisconnect:
        return
    if too_long:
        yield None
    elif line := bytes(held).strip():
        yield line


def too_large(what: str, limit: int) -> Problem:
    """The problem for something of more than `limit` bytes."""
    return Problem(413, "too_large", f"{what} is longer than {limit} bytes")

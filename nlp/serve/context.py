"""What surrounds every request: its id, security headers, the log line, metrics and the span."""

from __future__ import annotations

import logging
import re
import secrets
import time
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nlp.serve.metrics import Metrics
from nlp.serve.problems import Problem
from nlp.serve.tracing import Tracing

logger = logging.getLogger("firsthand.serve")

REQUEST_ID = re.compile(r"[\w.-]{1,64}", re.ASCII)
CLIENT_GONE = 499  # nginx's number for a caller who went away before the answer
SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
}


@dataclass(slots=True)
class Context:
    """One request: its id, the id of the caller's key, how many posts it brought, why it was refused."""

    request_id: str
    key: str | None = None
    posts: int = 0
    reason: str | None = None


def context_of(request: Request) -> Context:
    """The context of a request that came through `ContextMiddleware`."""
    context: Context = request.state.context
    return context


class ContextMiddleware:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, metrics: Metrics, tracing: Tracing) -> None:
        self.app = app
        self.metrics = metrics
        self.tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection of the server."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        context = Context(given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8))
        scope.setdefault("state", {})["context"] = context
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                answer = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    answer.setdefault(name, value)
                answer["x-request-id"] = context.request_id
            await send(message)

        start = time.perf_counter()
        self.metrics.in_flight.inc()
        with self.tracing.request(scope["method"], headers) as span:
            try:
                await self.app(scope, receive, send_with_headers)
            except ClientDisconnect:
                status = CLIENT_GONE
            except Exception as error:
                context.reason = type(error).__name__
                logger.exception("a bug", extra={"request_id": context.request_id})
                if status:
                    raise
                await Problem(500, "internal", "an error of ours; it is in the log").response()(
                    scope, receive, send_with_headers
                )
            finally:
                self.metrics.in_flight.dec()
                self._tell(scope, context, status or CLIENT_GONE, time.perf_counter() - start)
                span.update_name(f"{scope['method']} {route_of(scope)}")
                span.set_attribute("http.response.status_code", status)
                span.set_attribute("http.route", route_of(scope))
                span.set_attribute("firsthand.request_id", context.request_id)
                span.set_attribute("firsthand.posts", context.posts)

    def _tell(self, scope: Scope, context: Context, status: int, seconds: float) -> None:
        route, method = route_of(scope), scope["method"]
        known = method if method in {"GET", "POST", "HEAD", "OPTIONS"} else "other"
        self.metrics.requests.labels(route, known, str(status)).inc()
        self.metrics.request_seconds.labels(route).observe(seconds)
        if context.reason:
            self.metrics.problems.labels(context.reason).inc()
        logger.info(
            "answered",
            extra={
                "request_id": context.request_id,
                "method": known,
                "route": route,
                "status": status,
                "seconds": round(seconds, 4),
                "posts": context.posts or None,
                "key": context.key,
                "reason": context.reason,
            },
        )


def route_of(scope: Scope) -> str:
    """The path of the route that answered, as it was declared; never the caller's own, which may hold anything."""
    return getattr(scope.get("route"), "path", "other")

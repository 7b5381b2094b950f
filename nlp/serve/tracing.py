"""OpenTelemetry traces of requests, when an endpoint is configured. Needs the extra `tracing`; holds no post text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from nlp.config import firsthand_version
from nlp.errors import MissingExtraError


class Span(Protocol):
    """What a caller may do with a span."""

    def set_attribute(self, key: str, value: str | int | float) -> None: ...

    def update_name(self, name: str) -> None: ...


class NoSpan:
    """The span of a service that traces nothing."""

    def set_attribute(self, key: str, value: str | int | float) -> None:
        """Nothing."""

    def update_name(self, name: str) -> None:
        """Nothing."""


class Tracing:
    """Opens spans. Without a provider they cost nothing and go nowhere."""

    def __init__(self, provider: Any = None) -> None:
        """`provider` is an OpenTelemetry `TracerProvider`."""
        self._provider = provider
        self._tracer = provider.get_tracer("firsthand.serve", firsthand_version()) if provider else None

    @contextmanager
    def request(self, name: str, headers: Mapping[str, str]) -> Iterator[Span]:
        """A server span, child of the caller's span when its `traceparent` header names one (W3C Trace Context)."""
        if self._tracer is None:
            yield NoSpan()
            return
        from opentelemetry.trace import SpanKind
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        context = TraceContextTextMapPropagator().extract(dict(headers))
        # an exception's message may quote a post: the span gets the status alone
        with self._tracer.start_as_current_span(
            name, context, SpanKind.SERVER, record_exception=False, set_status_on_exception=False
        ) as span:
            yield span

    def close(self) -> None:
        """Send what is not sent yet."""
        if self._provider is not None:
            self._provider.shutdown()


def start_tracing(endpoint: str | None) -> Tracing:
    """Tracing to an OTLP endpoint over HTTP (`http://localhost:4318/v1/traces`), or none.

    Raises MissingExtraError when OpenTelemetry is not installed.
    """
    if endpoint is None:
        return Tracing()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise MissingExtraError("tracing", "tracing_endpoint") from error
    provider = TracerProvider(resource=Resource.create({"service.name": "firsthand"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=endpoint)))
    return Tracing(provider)

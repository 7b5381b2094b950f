"""The HTTP service: the record that `firsthand run` writes, for posts as they arrive. Needs the extra `serve`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.staticfiles import StaticFiles

from nlp.config import PipelineConfig, RuntimeConfig, firsthand_version
from nlp.errors import UsageError
from nlp.models.backends import choose_device
from nlp.serve import problems, routes
from nlp.serve.context import ContextMiddleware
from nlp.serve.documentation import describe
from nlp.serve.engine import GPU_CALL_POSTS, Engine
from nlp.serve.extraction import Extraction
from nlp.serve.guard import Guard
from nlp.serve.keys import KeyRing, default_keys_path
from nlp.serve.metrics import Metrics
from nlp.serve.rates import RateLimit
from nlp.serve.replays import Replays
from nlp.serve.settings import ServeSettings
from nlp.serve.tracing import start_tracing
from nlp.serve.worker import TaggerFactory, make_tagger

GPU_WORKERS = 8  # at most: each holds the model on the GPU


def create_app(settings: ServeSettings, cores: int, tagger_factory: TaggerFactory | None = None) -> FastAPI:
    """The application on `cores` cores; its workers begin to load when a server starts it.

    `tagger_factory`, which must pickle, replaces the pipeline of the settings. Raises UsageError for settings that
    cannot be used: an unknown device, no API keys where others can reach the service.
    """
    device = choose_device(settings.device)
    lanes = settings.workers or (min(cores, GPU_WORKERS) if device == "cuda" else cores)
    config = PipelineConfig(model=settings.model, drug_field=settings.drug_field)
    posts_at_once = {"batch_posts": GPU_CALL_POSTS} if device == "cuda" else {}
    runtime = RuntimeConfig(device=device, threads=max(1, cores // lanes), **posts_at_once)
    metrics = Metrics()
    tracing = start_tracing(settings.tracing_endpoint)
    guard = Guard(open_keys(settings), RateLimit(settings.rate_posts, settings.rate_burst))

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        factory = tagger_factory or partial(make_tagger, config, runtime)
        engine = Engine(settings, factory, lanes, device, metrics)
        replays = Replays(settings.idempotency_seconds, settings.idempotency_bytes)
        app.state.service = routes.Service(
            engine, Extraction(settings, engine, guard, replays, config.max_chars), guard, metrics
        )
        engine.start()
        try:
            yield
        finally:
            await engine.stop()
            tracing.close()

    app = FastAPI(
        title="Firsthand",
        version=firsthand_version(),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    describe(app, with_keys=guard.keys is not None)
    problems.install(app)
    app.include_router(routes.protected)
    app.include_router(routes.public)
    app.mount("/static/docs", StaticFiles(directory=str(files("fastapi_offline") / "static")), name="docs files")
    app.mount("/static", StaticFiles(directory=routes.PAGES), name="files")
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["authorization", "content-type", "idempotency-key", "x-request-id"],
            expose_headers=["retry-after", "x-request-id", "idempotency-replayed"],
        )
    app.add_middleware(ContextMiddleware, metrics=metrics, tracing=tracing)
    return app


def open_keys(settings: ServeSettings) -> KeyRing | None:
    """The keys that callers need; None on a service that only its own machine can reach and that names no key file.

    Raises UsageError when keys are needed and there is none.
    """
    if settings.is_local and settings.keys is None:
        return None
    ring = KeyRing(settings.keys or default_keys_path())
    if not ring:
        raise UsageError(
            f"no valid API key in {ring.path}: make one with `firsthand keys add NAME`, or listen on 127.0.0.1 only"
        )
    return ring

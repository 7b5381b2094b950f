"""A tagger whose outcome is decided by words in the text, and a service around it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from nlp.serve.app import create_app
from nlp.serve.server import Server, listen
from nlp.serve.settings import ServeSettings
from nlp.serve.worker import ModelInfo, WorkerLoadError
from tests.builders import FakePipeline


@dataclass(frozen=True)
class FakeTagger(FakePipeline):
    """A `FakePipeline` as a worker wants it, and its own factory."""

    def __call__(self) -> FakeTagger:
        if self.unmakeable:
            raise WorkerLoadError("model 'x': weights are missing")
        return self

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("fake", "0" * 64, {"fake": "1@abc"}, {}, ("DRUG",), 256, "cpu")

    def take_counts(self) -> tuple[dict[str, float], int]:
        return {"inference": 0.01, "linking": 0.01}, 7


@contextmanager
def running(app, settings) -> Iterator[str]:
    """The address of a server around the application, in a thread of this process."""
    listening = listen("127.0.0.1", 0)
    server = Server(app, settings)
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)
        assert not thread.is_alive()


@contextmanager
def service(tagger: FakeTagger | None = FakeTagger(), cores: int = 1, **options) -> Iterator[httpx.Client]:
    """A client of a service that is ready, around a fake tagger, or around the real pipeline with None."""
    settings = ServeSettings(**options)
    with (
        running(create_app(settings, cores, tagger), settings) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        wait_until_ready(client)
        yield client


def wait_until_ready(client: httpx.Client, seconds: float = 120.0) -> None:
    end = time.monotonic() + seconds
    while client.get("/readyz").status_code != 200:
        assert time.monotonic() < end, client.get("/readyz").text
        time.sleep(0.05)


def post(text: str, id: str = "1", **fields: object) -> dict[str, object]:
    return {"id": id, "text": text, **fields}

"""Small parts of the service by themselves: settings, rates, replays, logs, tracing."""

import asyncio
import json
import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import Response

from nlp.errors import UsageError
from nlp.serve.logs import JsonFormatter
from nlp.serve.problems import Problem
from nlp.serve.rates import RateLimit
from nlp.serve.replays import Replays
from nlp.serve.settings import load_settings
from nlp.serve.tracing import Tracing


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_settings_come_from_a_file_and_options_go_over_it(tmp_path):
    file = tmp_path / "serve.toml"
    file.write_text('port = 9000\nworkers = 3\ncors_origins = ["https://a.example"]\n')
    settings = load_settings(file, port=9001, model=None)
    assert (settings.port, settings.workers, settings.cors_origins) == (9001, 3, ("https://a.example",))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("prt = 1", "unknown setting 'prt'; choices: host, port"),
        ("port = 70000", "port = 70000: Input should be less than or equal to 65535"),
        ("deadline_seconds = 0", "deadline_seconds = 0"),
        ("port = [", "is not TOML"),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path, content, message):
    file = tmp_path / "serve.toml"
    file.write_text(content)
    with pytest.raises(UsageError, match=message):
        load_settings(file)
    with pytest.raises(UsageError, match="cannot read"):
        load_settings(tmp_path / "none.toml")


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(1, 12)), max_size=60))
def test_nobody_gets_more_than_rate_and_burst_allow(asked):
    clock = Clock()
    limit = RateLimit(rate=2.0, burst=10, clock=clock)
    spent = 0
    for pause, posts in asked:
        clock.now += pause
        if not limit.spend("a", posts):
            spent += posts
    assert spent <= 10 + 2.0 * clock.now + 12  # one request may be larger than the burst, and leaves a debt


def test_waiting_as_long_as_told_is_enough_and_callers_are_apart():
    clock = Clock()
    limit = RateLimit(rate=2.0, burst=4, clock=clock)
    assert limit.spend("a", 4) == 0
    wait = limit.spend("a", 3)
    assert wait == pytest.approx(1.5)
    assert limit.spend("b", 4) == 0
    clock.now += wait
    assert limit.spend("a", 3) == 0
    assert RateLimit(0.0, 1).spend("a", 1_000_000) == 0


def test_replays_are_bounded_in_time_and_bytes():
    clock = Clock()
    made = []

    async def ask(replays, key, request=b"r", size=10):
        async def make():
            made.append(key)
            return Response(b"x" * size)

        return (await replays.answer("caller", key, request, make))[1]

    async def check():
        replays = Replays(seconds=60, limit=2_000, clock=clock)
        assert not await ask(replays, "a")
        assert await ask(replays, "a")
        with pytest.raises(Problem, match="another request"):
            await ask(replays, "a", b"other")
        for key in "bcd":
            await ask(replays, key, size=400)
        assert replays.size <= 2_000
        assert not await ask(replays, "a")
        assert not await ask(replays, "huge", size=3_000)
        assert not await ask(replays, "huge", size=3_000)
        clock.now += 61
        assert not await ask(replays, "a")
        made.clear()
        again = await asyncio.gather(*(ask(replays, "z") for _ in range(5)))
        assert made == ["z"]
        assert sorted(again) == [False, True, True, True, True]

    asyncio.run(check())


def test_log_lines_are_json_and_an_exception_tells_no_message():
    try:
        raise ValueError("words of a post")
    except ValueError:
        record = logging.LogRecord("firsthand.serve", logging.ERROR, "", 0, "a bug", None, sys.exc_info())
    record.request_id = "r-1"
    record.body = "words of a post"
    line = JsonFormatter().format(record)
    shown = json.loads(line)
    assert (shown["message"], shown["request_id"], shown["error"]) == ("a bug", "r-1", "ValueError")
    assert "words of a post" not in line


def test_a_request_becomes_a_span_below_the_callers():
    export = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor

    exporter = export.InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    def traced():
        with Tracing(provider).request("POST", {"traceparent": parent}) as span:
            span.set_attribute("http.route", "/v1/extract")
            raise ValueError("words of a post")

    with pytest.raises(ValueError, match="words"):
        traced()
    (made,) = exporter.get_finished_spans()
    assert format(made.context.trace_id, "032x") == "0af7651916cd43dd8448eb211c80319c"
    assert made.attributes["http.route"] == "/v1/extract"
    assert "words" not in made.to_json()

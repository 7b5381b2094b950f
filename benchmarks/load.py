"""A load generator for `benchmarks/serve.py`: plain sockets, to leave the cores to the server."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Outcome:
    """What came of a series of requests: seconds of those answered with 200, statuses, and the time it all took."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    took: float = 0.0

    @property
    def rate(self) -> float:
        """Requests answered with 200, a second."""
        return len(self.seconds) / self.took

    def percentile(self, share: float) -> float:
        """Seconds within which this share of the requests was answered."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


LONGEST_IDLE = 4.0  # seconds; the server closes what has been idle for five


class Connection:
    """One HTTP/1.1 connection that is kept open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.used = 0.0
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """(status, body) of the answer. Raises ConnectionError when there is none."""
        if time.monotonic() - self.used > LONGEST_IDLE:
            self.close()
        if self.writer is None or self.writer.is_closing():
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 26)
        assert self.reader is not None
        head = (
            f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        self.writer.write(head.encode() + body)
        try:
            headers = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = int(headers.partition("content-length:")[2].split("\r\n")[0])
            answer = await self.reader.readexactly(length)
        except asyncio.IncompleteReadError as error:
            self.close()
            raise ConnectionError("closed before the answer") from error
        self.used = time.monotonic()
        if "connection: close" in headers:
            self.close()
        return int(headers.split(" ", 2)[1]), answer

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
            self.writer = None


def bodies(texts: Iterable[str]) -> list[bytes]:
    """Request bodies of posts with these texts."""
    return [json.dumps({"id": str(number), "text": text}).encode() for number, text in enumerate(texts)]


async def closed_loop(port: int, requests: Sequence[bytes], clients: int, path: str = "/v1/extract") -> Outcome:
    """All requests, by so many clients that each wait for their answer before they go on."""
    outcome = Outcome()
    waiting = iter(requests)

    async def client() -> None:
        connection = Connection(port)
        for body in waiting:
            start = time.perf_counter()
            status, _ = await connection.post(path, body)
            outcome.statuses[str(status)] += 1
            if status == 200:
                outcome.seconds.append(time.perf_counter() - start)
        connection.close()

    start = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    outcome.took = time.perf_counter() - start
    return outcome


async def open_loop(port: int, requests: Sequence[bytes], rate: float, seed: int = 0) -> Outcome:
    """All requests, begun at random moments (Poisson) `rate` a second, whether earlier ones are answered or not."""
    outcome = Outcome()
    chance = random.Random(seed)
    idle: list[Connection] = []

    async def request(body: bytes, due: float) -> None:
        connection = idle.pop() if idle else Connection(port)
        status, _ = await connection.post("/v1/extract", body)
        outcome.statuses[str(status)] += 1
        if status == 200:
            outcome.seconds.append(time.perf_counter() - due)
        idle.append(connection)

    start = due = time.perf_counter()
    tasks = []
    for body in requests:
        due += chance.expovariate(rate)
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(request(body, due)))
    await asyncio.gather(*tasks)
    outcome.took = time.perf_counter() - start
    for connection in idle:
        connection.close()
    return outcome


async def mixed_loop(port: int, texts: Sequence[str], clients: int, seconds: float, seed: int = 0) -> Outcome:
    """For so many seconds: good posts, batches, broken and refused ones, huge ones, and callers who leave.

    Statuses count what came back; `aborted` those who left, `lost` those who waited and got nothing.
    """
    outcome = Outcome()
    chance = random.Random(seed)
    start = time.perf_counter()

    async def client() -> None:
        connection = Connection(port)
        while time.perf_counter() - start < seconds:
            path, body, leaves = make_request(chance, texts)
            asked = asyncio.create_task(connection.post(path, body))
            done, _ = await asyncio.wait({asked}, timeout=chance.random() / 5 if leaves else 180.0)
            if done and asked.exception() is None:
                outcome.statuses[str(asked.result()[0])] += 1
                continue
            outcome.statuses["aborted" if leaves else "lost"] += 1
            asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
            connection.close()
        connection.close()

    await asyncio.gather(*(client() for _ in range(clients)))
    outcome.took = time.perf_counter() - start
    return outcome


def make_request(chance: random.Random, texts: Sequence[str]) -> tuple[str, bytes, bool]:
    """(path, body, whether the caller leaves before the answer)."""
    text = chance.choice(texts)
    post = json.dumps({"id": "1", "text": text}).encode()
    match chance.choices(range(6), (70, 4, 12, 0.2, 0.5, 13))[0]:
        case 0:
            return "/v1/extract", post, False
        case 1:
            posts = [{"id": str(n), "text": chance.choice(texts)} for n in range(chance.randint(1, 32))]
            return "/v1/extract/batch", json.dumps({"posts": posts}).encode(), False
        case 2:
            bad = [b"{", b"[]", b'{"id": 1}', b'{"id": "1", "text": " "}', b'{"id": "1", "text": "\\ud800"}', post[:-3]]
            return "/v1/extract", chance.choice(bad), False
        case 3:
            return "/v1/extract", json.dumps({"id": "1", "text": " ".join([text] * 400)[:500_000]}).encode(), False
        case 4:
            return "/v1/extract", b" " * (3 << 20), False
        case _:
            return "/v1/extract", post, True

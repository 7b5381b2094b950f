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


class Connection:
    """One HTTP/1.1 connection that is kept open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """(status, body) of the answer. Raises ConnectionError when there is none."""
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

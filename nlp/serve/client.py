"""A client of the service: posts in, records or failures out, with retries. Needs httpx (extra `client`).

>>> with Client("http://127.0.0.1:8080") as client:
...     record = client.extract(Post("1", "Since Lexapro I can't sleep at all"))
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any
from uuid import uuid4

from nlp.datamodel import Failure, Post, Record, record_adapter
from nlp.errors import FirsthandError, MissingExtraError

try:
    import httpx
except ImportError as error:
    raise MissingExtraError("client", "the client of the service") from error

RETRIED = frozenset({429, 502, 503, 504})
BATCH_POSTS = 256
BATCH_BYTES = 4 << 20  # half of what a request may hold: JSON escapes make texts longer
LONGEST_PAUSE = 60.0


class ServiceError(FirsthandError):
    """An answer that is no record. `status` and `reason` are those of the problem, `errors` its wrong fields."""

    def __init__(self, status: int, reason: str, detail: str, errors: Sequence[dict[str, str]] = ()) -> None:
        super().__init__(f"{status} {reason}: {detail}")
        self.status = status
        self.reason = reason
        self.errors = tuple(errors)


class Client:
    """Calls one service, over connections that are kept open. Use it in a `with` block, or `close` it.

    Answers 429, 502, 503 and 504 and broken connections are tried again, up to `retries` times, after the time that
    `Retry-After` tells, else after 0.5, 1, 2, ... seconds, give or take a half. Each request brings an
    `Idempotency-Key`, so that one that was answered but got lost is not done twice.
    """

    def __init__(
        self,
        address: str,
        key: str | None = None,
        *,
        timeout: float = 120.0,
        retries: int = 5,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`timeout` in seconds bounds each attempt. `transport` and `sleep` are for tests."""
        headers = {"authorization": f"Bearer {key}"} if key else {}
        self._http = httpx.Client(base_url=address, headers=headers, timeout=timeout, transport=transport)
        self._retries = retries
        self._sleep = sleep

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def extract(self, post: Post) -> Record:
        """The record of one post. Raises ServiceError, also when every attempt failed."""
        return Record.from_json(self._post("/v1/extract", asdict(post)).content)

    def extract_all(self, posts: Iterable[Post]) -> Iterator[Record | Failure]:
        """A record or a failure for each post, in order, by batches as they fill up; posts are read as needed.

        Raises ServiceError when a whole batch is refused.
        """
        for batch in batches(posts):
            answer = self._post("/v1/extract/batch", {"posts": [asdict(post) for post in batch]}).json()
            for post, result in zip(batch, answer["results"], strict=True):
                yield record_adapter().validate_python(result) if "schema" in result else failure(post, result)

    def model(self) -> dict[str, Any]:
        """What reads the posts: versions and hashes, labels, window, device. Raises ServiceError."""
        about: dict[str, Any] = self._send("GET", "/v1/model").json()
        return about

    def is_ready(self) -> bool:
        """Whether the service reads posts now."""
        try:
            return self._http.get("/readyz").is_success
        except httpx.TransportError:
            return False

    def _post(self, path: str, body: Any) -> httpx.Response:
        return self._send("POST", path, json=body, headers={"idempotency-key": uuid4().hex})

    def _send(self, method: str, path: str, **options: Any) -> httpx.Response:
        for attempt in range(self._retries + 1):
            last = attempt == self._retries
            try:
                answer = self._http.request(method, path, **options)
            except httpx.TransportError as error:
                if last:
                    raise ServiceError(0, "unreachable", f"{self._http.base_url}: {type(error).__name__}") from error
                self._sleep(pause(attempt))
                continue
            if answer.is_success:
                return answer
            if last or answer.status_code not in RETRIED:
                raise service_error(answer)
            self._sleep(pause(attempt, answer.headers.get("retry-after")))
        raise AssertionError("every attempt returns, raises or goes on")


def batches(posts: Iterable[Post]) -> Iterator[list[Post]]:
    """The posts in their order, in batches that one request can hold."""
    stream = iter(posts)
    held: list[Post] = []
    size = 0
    while post := next(stream, None):
        length = len(post.text.encode("utf-8", "surrogatepass"))
        if held and (len(held) == BATCH_POSTS or size + length > BATCH_BYTES):
            yield held
            held, size = [], 0
        held.append(post)
        size += length
    if held:
        yield held


def pause(attempt: int, retry_after: str | None = None) -> float:
    """Seconds until the next attempt. The half that is left to chance keeps callers from coming back all at once."""
    if retry_after and retry_after.isdigit():
        return min(LONGEST_PAUSE, float(retry_after)) + random.random() / 2
    return min(LONGEST_PAUSE, float(2**attempt)) * (0.5 + random.random()) / 2


def failure(post: Post, problem: dict[str, Any]) -> Failure:
    """The failure that a problem in a batch tells of."""
    reason = problem["type"].rsplit(":", 1)[-1]
    return Failure(post.id, "read" if problem["status"] < 500 else "pipeline", reason, problem["detail"])


def service_error(answer: httpx.Response) -> ServiceError:
    """The error for an answer that is none; proxies answer without a problem."""
    try:
        problem = answer.json()
        reason = problem["type"].rsplit(":", 1)[-1]
        return ServiceError(answer.status_code, reason, problem["detail"], problem.get("errors", ()))
    except (ValueError, KeyError, TypeError, AttributeError):
        return ServiceError(answer.status_code, "no_problem", answer.reason_phrase)

"""The three ways to have posts read: one, several, a stream. Each post has one result, in its place."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope, Send

from nlp.datamodel import Failure, Post
from nlp.serve.answers import AnswerForm
from nlp.serve.bodies import read_body, read_lines, require_type, too_large
from nlp.serve.engine import Engine
from nlp.serve.guard import Guard, caller_of
from nlp.serve.problems import FieldError, Problem, problem_of
from nlp.serve.replays import Replays
from nlp.serve.settings import ServeSettings
from nlp.serve.wire import read_batch, read_json, read_post
from nlp.serve.worker import Task

JSON = "application/json"
NDJSON = "application/x-ndjson"
IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")

Answer = asyncio.Future[bytes | Failure]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Reads requests, has their posts read by the engine and writes the answers. `max_chars` is the pipeline's."""

    settings: ServeSettings
    engine: Engine
    guard: Guard
    replays: Replays
    max_chars: int
    readers: set[asyncio.Task[None]] = field(default_factory=set)
    """Of the streams in flight."""

    async def one(self, request: Request, form: AnswerForm) -> Response:
        """The record of the post in the body. Raises Problem."""
        require_type(request, JSON)
        body = await read_body(request, self.settings.post_bytes)
        post = read_post(read_json(body), self.max_chars)
        self.guard.spend(request, 1)

        async def make() -> Response:
            (answer,) = await self._answers(request, [Task(post, form)])
            if isinstance(answer, Problem):
                raise answer
            return Response(answer, media_type=JSON)

        return await self._replayed(request, body, make)

    async def batch(self, request: Request, form: AnswerForm) -> Response:
        """`{"results": [...]}`: for each post its record, or a problem with its `post_id`. Raises Problem."""
        require_type(request, JSON)
        body = await read_body(request, self.settings.request_bytes)
        value = read_json(body)
        posts = read_batch(value, self.settings.batch_posts, self.max_chars)
        if len(body) > self.settings.post_bytes:
            posts = [self._refuse_large(post) for post in posts]
        self.guard.spend(request, len(posts))

        async def make() -> Response:
            good = [post for post in posts if isinstance(post, Post)]
            answers = iter(await self._answers(request, [Task(post, form) for post in good]))
            results = [next(answers) if isinstance(post, Post) else post for post in posts]
            lines = [each.to_json() if isinstance(each, Problem) else each for each in results]
            return Response(b'{"results":[' + b",".join(lines) + b"]}", media_type=JSON)

        return await self._replayed(request, body, make)

    def stream(self, request: Request, form: AnswerForm) -> Response:
        """A line for each line of the body, in its order, as results are ready: a record, or a problem."""
        require_type(request, NDJSON, "application/jsonl", "application/ndjson")
        self.engine.require_ready()
        return DuplexResponse(self._stream(request, form), self.settings.deadline_seconds)

    async def _stream(self, request: Request, form: AnswerForm) -> AsyncIterator[bytes]:
        # A reader of its own: answers go out while the caller still writes. `room` bounds what is in flight, so that a
        # caller who sends faster than answers are ready is slowed down, not refused.
        room = asyncio.Semaphore(self.settings.stream_posts)
        ahead: asyncio.Queue[Answer | Problem | None] = asyncio.Queue()
        reader = asyncio.create_task(self._read_stream(request, form, ahead, room))
        reader.add_done_callback(lambda _: ahead.put_nowait(None))
        self.readers.add(reader)
        try:
            while (each := await ahead.get()) is not None:
                yield (each.to_json() if isinstance(each, Problem) else await self._streamed(each)) + b"\n"
                room.release()
            if reader.cancelled():
                yield Problem(503, "stopping", "the service is stopping; send the next lines again").to_json() + b"\n"
            else:
                reader.result()
        finally:
            self.readers.discard(reader)
            reader.cancel()
            while not ahead.empty():
                if isinstance(waiting := ahead.get_nowait(), asyncio.Future):
                    waiting.cancel()

    def stop_streams(self) -> None:
        """Read no further lines; streams end once the lines that were read are answered."""
        for reader in self.readers:
            reader.cancel()

    async def _read_stream(
        self,
        request: Request,
        form: AnswerForm,
        ahead: asyncio.Queue[Answer | Problem | None],
        room: asyncio.Semaphore,
    ) -> None:
        async with aclosing(read_lines(request, self.settings.post_bytes)) as lines:
            async for line in lines:
                await room.acquire()
                ahead.put_nowait(await self._read_line(request, form, line))

    async def _read_line(self, request: Request, form: AnswerForm, line: bytes | None) -> Answer | Problem:
        try:
            if line is None:
                raise too_large("the line", self.settings.post_bytes)
            post = read_post(read_json(line), self.max_chars)
            while wait := self.guard.wait(request, 1):
                await asyncio.sleep(wait)
            return await self.engine.submit_patiently(Task(post, form))
        except Problem as problem:
            return problem

    async def _streamed(self, answer: Answer) -> bytes:
        try:
            async with asyncio.timeout(self.settings.deadline_seconds):
                result = await answer
        except TimeoutError:
            return self._too_late().to_json()
        except Problem as problem:
            return problem.to_json()
        return problem_of(result).to_json() if isinstance(result, Failure) else result

    async def _answers(self, request: Request, tasks: Sequence[Task]) -> list[bytes | Problem]:
        """The result of each task. Raises Problem when none of them gets one: no room, not ready, too late."""
        if not tasks:
            return []
        everything = asyncio.gather(*self.engine.submit(tasks), return_exceptions=True)
        gone = asyncio.create_task(_disconnected(request))
        either: set[asyncio.Future[Any]] = {everything, gone}
        try:
            await asyncio.wait(either, timeout=self.settings.deadline_seconds, return_when=asyncio.FIRST_COMPLETED)
            if everything.done():
                return [_result(each) for each in everything.result()]
            if gone.done():
                raise ClientDisconnect
            raise self._too_late()
        finally:
            gone.cancel()
            everything.cancel()  # what still waits leaves the queue

    def _too_late(self) -> Problem:
        return Problem(504, "deadline", f"no answer within {self.settings.deadline_seconds:g} seconds")

    def _refuse_large(self, post: Post | Problem) -> Post | Problem:
        if isinstance(post, Post) and len(post.text.encode()) > self.settings.post_bytes:
            detail = f"the post is longer than {self.settings.post_bytes} bytes"
            wrong = FieldError("text", "too_large", detail)
            return Problem(413, "too_large", detail, errors=[wrong], post_id=post.id)
        return post

    async def _replayed(self, request: Request, body: bytes, make: Callable[[], Awaitable[Response]]) -> Response:
        key = request.headers.get("idempotency-key")
        if key is None:
            return await make()
        if not IDEMPOTENCY_KEY.fullmatch(key):
            detail = "1 to 255 visible ASCII characters are needed"
            raise Problem(
                422,
                "bad_idempotency_key",
                detail,
                errors=[FieldError("Idempotency-Key", "bad_idempotency_key", detail)],
            )
        asked = f"{request.url.path}?{request.url.query}\n".encode()
        digest = hashlib.sha256(asked + body).digest()
        answer, again = await self.replays.answer(caller_of(request), key, digest, make)
        headers = {"idempotency-replayed": "true"} if again else None
        return Response(answer.body, answer.status_code, headers, answer.media_type)


class DuplexResponse(StreamingResponse):
    """A stream that answers while its request is still being read.

    Starlette's own response watches for the caller's leaving by reading from the request, and would eat its lines.
    """

    def __init__(self, content: AsyncIterator[bytes], patience: float) -> None:
        """A caller who takes nothing for `patience` seconds is taken to be gone."""
        super().__init__(content, media_type=NDJSON)
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream."""

        async def send_soon(message: Message) -> None:
            try:
                async with asyncio.timeout(self._patience):
                    await send(message)
            except (TimeoutError, OSError) as error:
                raise ClientDisconnect from error

        await self.stream_response(send_soon)


def _result(answer: bytes | Failure | BaseException) -> bytes | Problem:
    if isinstance(answer, bytes | Problem):
        return answer
    if isinstance(answer, Failure):
        return problem_of(answer)
    raise answer


async def _disconnected(request: Request) -> None:
    """Ends when the caller is gone. The body must have been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass

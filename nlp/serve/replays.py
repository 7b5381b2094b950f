"""Answers kept for a while by their `Idempotency-Key`, so that a caller who lost one gets the same again."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.responses import Response

from nlp.serve.problems import FieldError, Problem

OVERHEAD = 500  # bytes of an entry beside its body, roughly


@dataclass(slots=True)
class _Entry:
    request: bytes
    answer: Response
    made: float

    @property
    def size(self) -> int:
        return len(self.answer.body) + OVERHEAD


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class Replays:
    """Answers by key, at most `limit` bytes of them, each for `seconds`; the oldest leave first."""

    def __init__(self, seconds: float, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self.limit = limit
        self.size = 0
        self._clock = clock
        self._entries: OrderedDict[tuple[str, str], _Entry] = OrderedDict()
        self._turns: dict[tuple[str, str], _Turn] = {}

    async def answer(
        self, caller: str, key: str, request: bytes, make: Callable[[], Awaitable[Response]]
    ) -> tuple[Response, bool]:
        """(the answer, whether it was kept from before). `request` is a digest of all that decides the answer.

        Of two requests with one key at a time the second waits for the first. A Problem that `make` raises is not kept:
        the caller may try again. Raises Problem 422 when the key came with another request before.
        """
        place = (caller, key)
        turn = self._turns.setdefault(place, _Turn())
        turn.waiting += 1
        try:
            async with turn.lock:
                self._forget()
                if entry := self._entries.get(place):
                    if entry.request != request:
                        detail = "this key came with another request before"
                        raise Problem(
                            422, "key_reused", detail, errors=[FieldError("Idempotency-Key", "key_reused", detail)]
                        )
                    return entry.answer, True
                made = await make()
                self._keep(place, _Entry(request, made, self._clock()))
                return made, False
        finally:
            turn.waiting -= 1
            if not turn.waiting:
                self._turns.pop(place, None)

    def _keep(self, place: tuple[str, str], entry: _Entry) -> None:
        if entry.size > self.limit:
            return
        self._entries[place] = entry
        self.size += entry.size
        self._forget()

    def _forget(self) -> None:
        now = self._clock()
        while self._entries:
            place, entry = next(iter(self._entries.items()))
            if self.size <= self.limit and now - entry.made <= self.seconds:
                return
            del self._entries[place]
            self.size -= entry.size

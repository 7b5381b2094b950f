"""Who may call, and how much: API keys and rate limits."""

from __future__ import annotations

import math
import time

from starlette.requests import Request

from nlp.serve.context import context_of
from nlp.serve.keys import KeyRing
from nlp.serve.problems import Problem
from nlp.serve.rates import RateLimit

KEYS_SECONDS = 1.0  # how long a revoked key may still work
ANYBODY = "anybody"


class Guard:
    """Checks callers. Without a key ring everybody may call, which is for a service that only its machine can reach."""

    def __init__(self, keys: KeyRing | None, rate: RateLimit) -> None:
        self.keys = keys
        self.rate = rate
        self._checked = time.monotonic()

    async def authorise(self, request: Request) -> None:
        """Raises Problem 401 unless the request brings a valid key as `Authorization: Bearer KEY`."""
        if self.keys is None:
            return
        if time.monotonic() - self._checked > KEYS_SECONDS:
            self.keys.refresh()
            self._checked = time.monotonic()
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        key = self.keys.find(secret.strip()) if scheme.lower() == "bearer" else None
        if key is None:
            detail = "this needs an API key: send the header `Authorization: Bearer KEY`"
            raise Problem(401, "no_valid_key", detail, headers={"www-authenticate": "Bearer"})
        context_of(request).key = key.id

    def spend(self, request: Request, posts: int) -> None:
        """Count posts against the caller's rate. Raises Problem 429 when it is used up."""
        if wait := self.wait(request, posts):
            detail = f"more than {self.rate.rate:g} posts a second with this key"
            raise Problem(429, "rate_limited", detail, headers={"retry-after": str(math.ceil(wait))})

    def wait(self, request: Request, posts: int) -> float:
        """Count posts against the caller's rate, or none; seconds to wait before asking again, 0 when counted."""
        wait = self.rate.spend(caller_of(request), posts)
        if not wait:
            context_of(request).posts += posts
        return wait


def caller_of(request: Request) -> str:
    """The id of the caller's key."""
    return context_of(request).key or ANYBODY

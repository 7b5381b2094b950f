"""Rate limits: a bucket of posts for each API key that fills at a steady rate."""

from __future__ import annotations

import time
from collections.abc import Callable


class RateLimit:
    """Token buckets by caller. A caller may spend up to `burst` posts at once and `rate` posts a second on average."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`rate` 0: no limit."""
        self.rate = rate
        self.burst = burst
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def spend(self, caller: str, posts: int) -> float:
        """Take `posts` from the caller's bucket, or nothing; seconds to wait before asking again, 0 when taken.

        A request larger than a full bucket is let through by a full one and leaves it in debt.
        """
        if not self.rate:
            return 0.0
        now = self._clock()
        level, then = self._buckets.get(caller, (float(self.burst), now))
        level = min(float(self.burst), level + (now - then) * self.rate)
        needed = min(posts, self.burst)
        if level < needed:
            self._buckets[caller] = (level, now)
            return (needed - level) / self.rate
        self._buckets[caller] = (level - posts, now)
        return 0.0

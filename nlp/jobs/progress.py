"""What a run tells while it goes, for others to draw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """The state after a chunk. `posts` are all that were read, `failures` those of them that gave no record.

    `posts_before` and `bytes_before` were done by an earlier session; `seconds` are of this one. `bytes_total` is None
    with standard input. Compressed inputs count by their compressed bytes.
    """

    posts: int
    failures: int
    bytes_read: int
    bytes_total: int | None
    seconds: float
    limit: int | None = None
    posts_before: int = 0
    bytes_before: int = 0

    @property
    def posts_per_second(self) -> float:
        """The rate of this session, 0 before it has done anything."""
        return (self.posts - self.posts_before) / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long it takes at the rate of this session, None while nobody can tell."""
        ends = []
        if self.bytes_total is not None:
            ends.append((self.bytes_read - self.bytes_before, self.bytes_total - self.bytes_read))
        if self.limit is not None:
            ends.append((self.posts - self.posts_before, self.limit - self.posts))
        return min((self.seconds * left / done for done, left in ends if done > 0), default=None)

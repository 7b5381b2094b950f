"""What waits for a worker: first come, first served, handed out in calls of bounded size."""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import dataclass, field
from itertools import chain

from nlp.datamodel import Failure
from nlp.serve.worker import Task

BYTES_PER_TOKEN = 4  # 4.3 bytes of UTF-8 to a subword in 300 posts of three real corpora


def estimated_tokens(text: str) -> int:
    """Subwords of the text, roughly: to count them exactly, 1 MiB would hold up everybody for half a second."""
    return 1 + len(text.encode()) // BYTES_PER_TOKEN


@dataclass(slots=True, eq=False)
class Job:
    """A task that waits for its answer. `retried`: its call died once, so that it now goes without company."""

    task: Task
    tokens: int
    answer: asyncio.Future[bytes | Failure]
    retried: bool = False
    queued: float = field(default_factory=time.monotonic)


class JobQueue:
    """Jobs in order of arrival. Those that go alone, because they are long or were in a call that died, form a line of
    their own, so that they cannot hold up everybody.
    """

    def __init__(self, call_tokens: int, call_posts: int) -> None:
        """At most `call_posts` jobs and `call_tokens` tokens are handed out together."""
        self.call_tokens = call_tokens
        self.call_posts = call_posts
        self.tokens = 0
        """Tokens of all that waits."""
        self.arrived = asyncio.Event()
        """Set when something may be there to take; cleared by who finds that there is not."""
        self.left = asyncio.Event()
        """Set, and to be cleared by who waits for room, whenever something leaves."""
        self._together: dict[Job, None] = {}
        self._alone: dict[Job, None] = {}

    def __len__(self) -> int:
        return len(self._together) + len(self._alone)

    def put(self, job: Job) -> None:
        """Add a job behind the others. It leaves at once when its answer is cancelled."""
        line = self._alone if job.retried or job.tokens > self.call_tokens else self._together
        line[job] = None
        self.tokens += job.tokens
        self.arrived.set()
        job.answer.add_done_callback(lambda _: self._remove(job))

    def take(self, lanes: int, *, alone: bool) -> list[Job]:
        """The jobs of the next call, none when nothing fits. `lanes` are free and share what waits; `alone` says
        whether a job that goes alone may be handed out.
        """
        first = next(iter(self._together), None)
        single = next(iter(self._alone), None) if alone else None
        if single and (first is None or single.queued <= first.queued):
            taken = [single]
        else:
            taken, tokens = [], 0
            share = min(self.call_posts, math.ceil(len(self._together) / lanes))
            for job in self._together:
                if len(taken) == share or (taken and tokens + job.tokens > self.call_tokens):
                    break
                taken.append(job)
                tokens += job.tokens
        for job in taken:
            self._remove(job)
        return taken

    def drain(self) -> list[Job]:
        """All that waits, taken out."""
        jobs = list(chain(self._together, self._alone))
        for job in jobs:
            self._remove(job)
        return jobs

    def _remove(self, job: Job) -> None:
        for line in (self._together, self._alone):
            if job in line:
                del line[job]
                self.tokens -= job.tokens
                self.left.set()

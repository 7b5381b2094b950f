"""Token-budget batching over worker processes: admits posts, keeps every lane busy, and answers everybody.

A lane is one worker. A lane that is free takes what waits, up to a budget of tokens, as one call. On a CPU the encoder
sees one window a call whatever the call holds; on a GPU it packs the windows of the call by length. Either way company
changes how soon a post is answered, not what is answered.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from typing import TypeVar

from nlp.datamodel import Failure
from nlp.serve.metrics import Metrics
from nlp.serve.problems import Problem
from nlp.serve.queue import Job, JobQueue, estimated_tokens
from nlp.serve.settings import ServeSettings
from nlp.serve.worker import ModelInfo, Reply, TaggerFactory, Task, Worker, WorkerDiedError, WorkerLoadError

Result = TypeVar("Result")
logger = logging.getLogger("firsthand.serve")

CALL_TOKENS = 2_048  # on a CPU about half a second, so that a call holds up nobody for long
CALL_POSTS = 32
GPU_CALL_TOKENS = 16_384
GPU_CALL_POSTS = 256
RETRY_SECONDS = (1.0, 60.0)  # between attempts to load a model: at first, at most
LONGEST_RETRY_AFTER = 60


class Engine:
    """Lanes of workers behind one queue. Create it and call its methods within one event loop."""

    def __init__(
        self, settings: ServeSettings, make_tagger: TaggerFactory, lanes: int, device: str, metrics: Metrics
    ) -> None:
        """`make_tagger` must pickle; `lanes` worker processes each call it, to run it on `device`."""
        gpu = device == "cuda"
        tokens = settings.batch_tokens or (GPU_CALL_TOKENS if gpu else CALL_TOKENS)
        self.queue = JobQueue(tokens, GPU_CALL_POSTS if gpu else CALL_POSTS)
        self.info: ModelInfo | None = None
        self.reason: str | None = "the model is being loaded"
        """Why the service is not ready, None when it is."""
        self._settings = settings
        self._metrics = metrics
        self._workers = [Worker(make_tagger) for _ in range(lanes)]
        self._threads = ThreadPoolExecutor(lanes, "lane")
        self._tasks: list[asyncio.Task[None]] = []
        self._accepts = False  # stays while a worker that died is started again: what comes meanwhile can wait
        self._loaded = 0
        self._busy = 0
        self._busy_alone = 0
        self._tokens_per_second = 0.0
        metrics.watch_queue(self.queue)

    def start(self) -> None:
        """Begin to load the workers; returns at once."""
        self._tasks = [asyncio.create_task(self._lane(worker)) for worker in self._workers]

    async def stop(self) -> None:
        """End all workers. Whoever still waits gets a Problem."""
        self._tasks, tasks = [], self._tasks
        for task in tasks:
            task.cancel()
        for worker in self._workers:
            await asyncio.to_thread(worker.kill)
        await asyncio.gather(*tasks, return_exceptions=True)
        for job in self.queue.drain():
            _fail(job, 503, "stopping", "the service is stopping")
        self._threads.shutdown(wait=False)

    def require_ready(self) -> None:
        """Raises Problem 503 when no model is loaded."""
        if self.reason is not None:
            raise Problem(503, "not_ready", f"not ready: {self.reason}", headers={"retry-after": "5"})

    def submit(self, tasks: Sequence[Task]) -> list[asyncio.Future[bytes | Failure]]:
        """Queue the tasks; a future for each, which ends with the record as JSON, a Failure, or a Problem raised.

        Raises Problem 503 at once, queueing none of them, when no model is loaded or the queue has no room. A request
        larger than the queue is taken when nothing else waits.
        """
        if not self._accepts:
            self.require_ready()
        sizes = [estimated_tokens(task.post.text) for task in tasks]
        if not self._has_room(sum(sizes)):
            self._metrics.refused.inc(len(tasks))
            detail = f"{self.queue.tokens} tokens wait already; at most {self._settings.queue_tokens}"
            raise Problem(503, "overloaded", detail, headers={"retry-after": str(self.retry_after())})
        loop = asyncio.get_running_loop()
        jobs = [Job(task, size, loop.create_future()) for task, size in zip(tasks, sizes, strict=True)]
        for job in jobs:
            self.queue.put(job)
        return [job.answer for job in jobs]

    async def submit_patiently(self, task: Task) -> asyncio.Future[bytes | Failure]:
        """Like `submit` for one task, but waits for room. For callers that can be slowed down: streams."""
        while self._accepts and not self._has_room(estimated_tokens(task.post.text)):
            self.queue.left.clear()
            await self.queue.left.wait()
        return self.submit([task])[0]

    def retry_after(self) -> int:
        """Seconds until what waits now is likely to be done."""
        if not self._tokens_per_second:
            return 1
        return max(1, min(LONGEST_RETRY_AFTER, ceil(self.queue.tokens / self._tokens_per_second)))

    def _has_room(self, tokens: int) -> bool:
        return not self.queue.tokens or self.queue.tokens + tokens <= self._settings.queue_tokens

    async def _lane(self, worker: Worker) -> None:
        """Load the worker and let it work; load it anew whenever it ends."""
        delay, longest = RETRY_SECONDS
        while True:
            try:
                self.info = await self._in_thread(worker.start)
            except WorkerLoadError as error:
                logger.error("a worker could not load", extra={"reason": str(error)})
                if not self._loaded:
                    self.reason, self._accepts = str(error), False
                await asyncio.sleep(delay)
                delay = min(delay * 2, longest)
                continue
            self._loaded += 1
            self.queue.arrived.set()
            self.reason, self._accepts, delay = None, True, RETRY_SECONDS[0]
            try:
                await self._work(worker)
            except WorkerDiedError:
                logger.error("a worker ended and is started again")
                self._metrics.restarts.inc()
            except Exception:
                logger.exception("a bug in a lane, which goes on with a new worker")
            finally:
                await asyncio.shield(asyncio.to_thread(worker.kill))
                self._loaded -= 1
                if not self._loaded:
                    self.reason = "the worker ended and is being started again"

    async def _work(self, worker: Worker) -> None:
        """Calls, one after another. Raises WorkerDiedError when the worker is gone."""
        while True:
            jobs = await self._next_call()
            alone = jobs[0].retried or jobs[0].tokens > self.queue.call_tokens
            self._busy += 1
            self._busy_alone += alone
            try:
                self._deliver(jobs, await self._ask(worker, jobs))
            except WorkerDiedError:
                self._retry(jobs)
                raise
            except BaseException:  # a bug, or the service stops: nobody is left waiting
                for job in jobs:
                    _fail(job, 500, "internal", "the call that held this post broke off")
                raise
            finally:
                self._busy -= 1
                self._busy_alone -= alone
                self.queue.arrived.set()  # what had to wait for this lane may go now

    async def _next_call(self) -> list[Job]:
        while True:
            await self.queue.arrived.wait()
            if self._busy:  # under load more is about to arrive, and a fuller call costs less for each
                await asyncio.sleep(self._settings.window_seconds)
            # one lane is kept for ordinary posts where there are several
            free = self._loaded == 1 or self._busy_alone < self._loaded - 1
            if jobs := self.queue.take(max(1, self._loaded - self._busy), alone=free):
                return jobs
            self.queue.arrived.clear()

    async def _ask(self, worker: Worker, jobs: list[Job]) -> Reply:
        start = time.monotonic()
        for job in jobs:
            self._metrics.queue_wait.observe(start - job.queued)
        asked = self._in_thread(worker.ask, [job.task for job in jobs])
        # By then all who waited were told that it took too long: the worker is freed for others.
        await asyncio.wait({asked}, timeout=self._settings.deadline_seconds)
        if not asked.done():
            await asyncio.to_thread(worker.kill)
        reply = await asked
        seconds = time.monotonic() - start
        rate = sum(job.tokens for job in jobs) / max(seconds, 1e-6) * self._loaded
        self._tokens_per_second += (rate - self._tokens_per_second) * (0.1 if self._tokens_per_second else 1.0)
        self._metrics.observe_call(len(jobs), reply)
        return reply

    def _deliver(self, jobs: list[Job], reply: Reply) -> None:
        for job, answer in zip(jobs, reply.answers, strict=True):
            if isinstance(answer, Failure):
                self._metrics.failures.labels(answer.step, answer.reason).inc()
            if not job.answer.done():
                job.answer.set_result(answer)

    def _retry(self, jobs: list[Job]) -> None:
        """Each job of a call that died goes once more, without company; the second time it is given up."""
        for job in jobs:
            if job.retried:
                _fail(job, 500, "worker_died", "the worker ended twice while it read this post")
            elif not job.answer.done():
                job.retried = True
                self.queue.put(job)

    def _in_thread(self, call: Callable[..., Result], *arguments: object) -> asyncio.Future[Result]:
        return asyncio.get_running_loop().run_in_executor(self._threads, call, *arguments)


def _fail(job: Job, status: int, reason: str, detail: str) -> None:
    if not job.answer.done():
        job.answer.set_exception(Problem(status, reason, detail, post_id=job.task.post.id))

"""Run a pipeline over chunks, in this process or in several, with the outcomes in the order of the input."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache

from nlp.datamodel import Failure, Post, Record
from nlp.errors import FirsthandError, UsageError
from nlp.jobs.chunks import Chunk

Pipe = Callable[[Iterable[Post]], Iterator[Record | Failure]]
"""Gives exactly one outcome for each post, in order."""

PipelineFactory = Callable[[], Pipe]
Outcomes = Generator[tuple[Chunk, Sequence[Record | Failure]], None, None]
CHUNKS_AHEAD = 2


class WorkerError(FirsthandError):
    """A worker process ended or could not start. The output is valid up to the last checkpoint."""


def apply_pipe(pipe: Pipe, posts: Sequence[Post]) -> list[Record | Failure]:
    """One outcome for each post. Where the pipe raises or miscounts, the posts go through it one by one, and those that
    do it again become failures of step `pipeline`."""
    try:
        outcomes = list(pipe(posts))
    except Exception:
        outcomes = []
    return outcomes if len(outcomes) == len(posts) else [_apply_to_one(pipe, post) for post in posts]


def _apply_to_one(pipe: Pipe, post: Post) -> Record | Failure:
    try:
        outcomes = list(pipe([post]))
    except Exception as error:
        return Failure(post.id, "pipeline", "pipeline_error", _describe(error))
    if len(outcomes) != 1:
        return Failure(post.id, "pipeline", "pipeline_error", f"{len(outcomes)} outcomes for one post")
    return outcomes[0]


def _describe(error: Exception) -> str:
    """The error's type and where it arose: its own message may quote the post."""
    frames = list(traceback.walk_tb(error.__traceback__))
    frame, line = frames[-1]
    return f"{type(error).__name__} in {frame.f_globals.get('__name__', '?')}, line {line}"


def refuse_unpicklable(make_pipeline: PipelineFactory) -> None:
    """Raises UsageError if the factory cannot be sent to another process."""
    try:
        pickle.dumps(make_pipeline)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise UsageError(f"several workers need a pipeline factory that can be pickled: {error}") from error


def in_process(pipe: Pipe, chunks: Iterator[Chunk], stopping: Callable[[], bool]) -> Outcomes:
    """The outcomes of each chunk, until the chunks end or `stopping` says so."""
    while not stopping() and (chunk := next(chunks, None)):
        yield chunk, apply_pipe(pipe, chunk.posts)


def in_pool(
    make_pipeline: PipelineFactory, workers: int, chunks: Iterator[Chunk], stopping: Callable[[], bool]
) -> Outcomes:
    """Like `in_process`, in `workers` processes that each make a pipeline of their own; `make_pipeline` must pickle.

    At most two chunks for each worker are held. Once `stopping` says so no chunk is begun; those at work are finished.
    Raises WorkerError if a process ends or cannot make its pipeline.
    """
    # spawn: a forked child would inherit the locks of numerical libraries in whatever state they are.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(workers, context, _start_worker, (make_pipeline,))
    waiting: deque[tuple[Chunk, Future[list[Record | Failure]]]] = deque()
    try:
        while True:
            while not stopping() and len(waiting) < CHUNKS_AHEAD * workers and (chunk := next(chunks, None)):
                with _sigint_blocked():
                    waiting.append((chunk, executor.submit(_work, chunk.posts)))
            if not waiting or (stopping() and not _is_begun(waiting[0][1])):
                return
            chunk, future = waiting.popleft()
            yield chunk, future.result()
    except BrokenProcessPool as error:
        if stopping():
            return
        raise WorkerError(
            "a worker process ended unexpectedly, perhaps for want of memory; the output is valid up to the last "
            "checkpoint: continue with --resume, and fewer --workers"
        ) from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _is_begun(future: Future[list[Record | Failure]]) -> bool:
    return future.running() or future.done()


@contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Processes started meanwhile never see a Ctrl-C, which in a terminal reaches all: the parent alone decides."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker(make_pipeline: PipelineFactory) -> None:
    global _make_pipeline
    _make_pipeline = make_pipeline
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # The pool's queues stay open when the parent is killed, and the worker would wait on them for ever.
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


_make_pipeline: PipelineFactory | None = None


@cache
def _pipe() -> Pipe:
    assert _make_pipeline is not None
    return _make_pipeline()


def _work(posts: Sequence[Post]) -> list[Record | Failure]:
    try:
        pipe = _pipe()
    except Exception as error:
        # An error of whatever class may fail to pickle; its text never does.
        raise WorkerError(f"a worker could not make its pipeline: {error}") from None
    return apply_pipe(pipe, posts)

"""One worker: a process with a pipeline of its own, which answers one call at a time.

Processes, not threads: spaCy's vocabulary is not made for several threads, and its Python holds the interpreter's lock.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Protocol

from nlp.config import PipelineConfig, RuntimeConfig
from nlp.datamodel import Failure, Post, Record
from nlp.errors import FirsthandError
from nlp.serve.answers import AnswerForm, write_answer

STOP_SECONDS = 5.0


class WorkerLoadError(FirsthandError):
    """A worker could not make its pipeline; the message says why."""


class WorkerDiedError(FirsthandError):
    """A worker process ended in the middle of a call, or was ended because nobody waited for its answer any more."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What runs: the provenance that every record carries, the labels, and the model's window in tokens."""

    pipeline: str
    config: str
    models: dict[str, str]
    vocabularies: dict[str, str]
    labels: tuple[str, ...]
    window: int
    device: str


class AnyTagger(Protocol):
    """What a worker runs: `nlp.serve.tagger.Tagger`, or something like it in a test."""

    @property
    def info(self) -> ModelInfo: ...

    def pipe(self, posts: Iterable[Post]) -> Iterator[Record | Failure]: ...

    def take_counts(self) -> tuple[dict[str, float], int]: ...


TaggerFactory = Callable[[], AnyTagger]


def make_tagger(config: PipelineConfig, runtime: RuntimeConfig) -> AnyTagger:
    """The pipeline as a worker runs it. Only a worker imports it: the server's own process stays small."""
    from nlp.serve.tagger import warm_tagger

    tagger = warm_tagger(config, runtime)
    gc.freeze()  # what it loaded stays as long as the process: no answer waits for a look through the vocabulary
    return tagger


@dataclass(frozen=True, slots=True)
class Task:
    """A post and the form in which its record is wanted."""

    post: Post
    form: AnswerForm


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer for each task, in order: the record as JSON, or why there is none. `seconds` by step; `tokens` of the
    encoder.
    """

    answers: tuple[bytes | Failure, ...]
    seconds: dict[str, float]
    tokens: int


class Worker:
    """A process that makes a tagger once and then answers calls. All methods block; one thread at a time may call."""

    def __init__(self, make_tagger: TaggerFactory) -> None:
        """`make_tagger` must pickle."""
        self._make_tagger = make_tagger
        self._context = multiprocessing.get_context("spawn")  # a forked child would inherit locks in any state
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> ModelInfo:
        """Start the process and wait until its pipeline is there. Raises WorkerLoadError."""
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve_calls, args=(self._make_tagger, theirs), daemon=True)
        self._process.start()
        theirs.close()
        try:
            started: ModelInfo | str = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise WorkerLoadError("the worker process ended while it loaded, perhaps for want of memory") from error
        if isinstance(started, str):
            self._process.join(STOP_SECONDS)
            raise WorkerLoadError(started)
        return started

    def ask(self, tasks: Sequence[Task]) -> Reply:
        """Answer the tasks. Raises WorkerDiedError if the process ends meanwhile."""
        assert self._pipe is not None
        try:
            self._pipe.send(tasks)
            reply: Reply = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise WorkerDiedError("the worker process ended") from error
        return reply

    def kill(self) -> None:
        """End the process at once: it has nothing to lose. A call in another thread then raises WorkerDiedError."""
        if self._process is not None:
            self._process.kill()
            self._process.join(STOP_SECONDS)


def _serve_calls(make_tagger: TaggerFactory, calls: Connection) -> None:
    # The parent alone decides when to end: a Ctrl-C in a terminal, or a SIGTERM to the group, reaches all.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    with suppress(EOFError, OSError):  # the parent closed the pipe, or is gone
        try:
            tagger = make_tagger()
            info = tagger.info
        except Exception as error:
            ours = isinstance(error, FirsthandError)
            calls.send(str(error) if ours else f"{type(error).__name__} while the model was loaded")
            return
        calls.send(info)
        while True:
            calls.send(answer_tasks(tagger, calls.recv()))


def answer_tasks(tagger: AnyTagger, tasks: Sequence[Task]) -> Reply:
    """One answer for each task, in order."""
    start = time.perf_counter()
    try:
        outcomes = list(tagger.pipe([task.post for task in tasks]))
    except Exception as error:  # a bug: the pipeline makes Failures of them. Left to itself it would be printed.
        broken = f"{type(error).__name__} in the pipeline"
        outcomes = [Failure(task.post.id, "pipeline", "pipeline_error", broken) for task in tasks]
    written = time.perf_counter()
    answers = tuple(_write(outcome, task) for outcome, task in zip(outcomes, tasks, strict=True))
    end = time.perf_counter()
    seconds, tokens = tagger.take_counts()
    return Reply(answers, {**seconds, "serialisation": end - written, "total": end - start}, tokens)


def _write(outcome: Record | Failure, task: Task) -> bytes | Failure:
    if isinstance(outcome, Failure):
        return outcome
    try:
        return write_answer(outcome, task.post.text, task.form)
    except Exception as error:  # its message may quote the post, and must not end in a traceback
        return Failure(task.post.id, "write", "not_writable", f"the record cannot be encoded: {type(error).__name__}")

"""Run a pipeline over inputs of any size on this machine: bounded memory, order kept, resumable after any end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from functools import partial

from nlp.errors import UsageError
from nlp.io.append import OutputError
from nlp.jobs.chunks import Chunk
from nlp.jobs.interrupt import Interrupt
from nlp.jobs.options import RunOptions, RunSummary
from nlp.jobs.progress import Progress
from nlp.jobs.session import Session
from nlp.jobs.workers import Outcomes, PipelineFactory, in_pool, in_process, refuse_unpicklable

__all__ = ["RunOptions", "RunSummary", "run"]


def run(
    options: RunOptions, make_pipeline: PipelineFactory, progress: Callable[[Progress], None] | None = None
) -> RunSummary:
    """Read the posts, put them through a pipeline, write records and failures in the order of the input.

    With one worker the pipeline runs in this process; with more, each process makes its own, and `make_pipeline` must
    pickle. After every chunk output and quarantine are valid as far as the ledger beside the output says; a first
    Ctrl-C or SIGTERM ends the run there, and `resume` goes on from there to the same bytes as a run that never stopped.
    The ledger goes when the run is complete. Standard input and standard output cannot be resumed and have none.

    Raises UsageError for options that cannot be used, before anything is written; OutputError when the disk is full;
    WorkerError when a worker process ends; and whatever `make_pipeline` raises.
    """
    if options.workers < 1 or options.chunk_posts < 1 or (options.limit is not None and options.limit < 0):
        raise UsageError("workers and chunk_posts must be at least 1, and limit at least 0")
    session = Session(options)
    outcomes_of: Callable[[Iterator[Chunk], Callable[[], bool]], Outcomes]
    if options.workers == 1:
        outcomes_of = partial(in_process, make_pipeline())
    else:
        refuse_unpicklable(make_pipeline)
        outcomes_of = partial(in_pool, make_pipeline, options.workers)
    with Interrupt() as interrupt:
        session.open()
        try:
            _process(session, outcomes_of, interrupt, progress)
            complete = not interrupt.requested
        except KeyboardInterrupt:
            complete = False
        except BaseException:
            with suppress(OutputError):
                session.close(complete=False)
            raise
        session.close(complete=complete)
    return RunSummary(**asdict(session.counts), interrupted=not complete)


def _process(
    session: Session,
    outcomes_of: Callable[[Iterator[Chunk], Callable[[], bool]], Outcomes],
    interrupt: Interrupt,
    progress: Callable[[Progress], None] | None,
) -> None:
    def stopping() -> bool:
        return interrupt.requested

    with closing(session.chunks(stopping)) as chunks, closing(outcomes_of(chunks, stopping)) as outcomes:
        for chunk, results in outcomes:
            session.write(chunk, results)
            if progress:
                progress(session.progress(chunk))

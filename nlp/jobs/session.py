"""One session of a run: open what it writes, write chunk after chunk, vouch for each in the ledger."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import asdict, replace

from nlp.datamodel import Failure, Post, Record
from nlp.errors import UsageError
from nlp.io.inputs import STDIN
from nlp.io.outputs import plan_output, refuse_existing
from nlp.io.quarantine import Quarantine
from nlp.io.sinks import Sink, open_sink
from nlp.io.sources import Reader
from nlp.jobs.chunks import Chunk, read_chunks
from nlp.jobs.ledger import Counts, Ledger, fingerprints, ledger_path
from nlp.jobs.options import RunOptions
from nlp.jobs.progress import Progress


class Session:
    """What a run reads and writes, with the ledger of both. Nothing is written before `open`.

    Raises UsageError for options that cannot be used, and for an output that another run left.
    """

    def __init__(self, options: RunOptions) -> None:
        self._options = options
        self._output = plan_output(options.out, options.out_format)
        keeps_ledger = self._output.path is not None and STDIN not in options.inputs
        self._ledger_file = ledger_path(self._output.path) if self._output.path and keeps_ledger else None
        written = [path for path in (self._output.path, options.quarantine, self._ledger_file) if path]
        self.reader = Reader(options.inputs, options.source, outputs=written)
        if options.quarantine and options.quarantine == self._output.path:
            raise UsageError(f"{options.quarantine} is both the output and the quarantine: choose another quarantine")
        self._quarantine = Quarantine(options.quarantine)
        self._ledger = self._find_ledger()
        self._before = self._ledger.counts
        self._bytes_before = 0

    @property
    def counts(self) -> Counts:
        """What is done, up to the last checkpoint, with earlier sessions."""
        return self._ledger.counts

    def chunks(self, stopping: Callable[[], bool]) -> Generator[Chunk, None, None]:
        """The chunks that earlier sessions left, until the end of the input or the limit.

        What they did is read again and passed over, so that duplicate ids are known; `stopping` ends that.
        """
        with closing(iter(self.reader)) as items:
            for _ in range(self.counts.read):
                if stopping():
                    return
                next(items)
            self._bytes_before = self.reader.position
            limit = self._options.limit
            left = None if limit is None else limit - self.counts.read
            yield from read_chunks(self.reader, items, self._options.chunk_posts, left)

    def open(self) -> None:
        """Open the outputs behind the last checkpoint, or anew."""
        if self._ledger_file:
            self._ledger.save(self._ledger_file)
        self._quarantine.open(self._ledger.quarantine)
        self._sink: Sink = open_sink(
            self._output,
            overwrite=True,
            checkpoint=self._ledger.output,
            shard_records=self._options.shard_records,
        )
        self._began = time.monotonic()

    def write(self, chunk: Chunk, results: Sequence[Record | Failure]) -> None:
        """Write the outcomes of a chunk in its order, and vouch for them. `results` are those of its readable posts."""
        counts = self._ledger.counts
        words = counts.words
        reasons = Counter(counts.reasons)
        remaining = iter(results)
        for item, place in zip(chunk.items, chunk.places, strict=True):
            failure = item if isinstance(item, Failure) else self._write_outcome(item, next(remaining))
            if failure:
                self._quarantine.write(failure if failure.place else replace(failure, place=place))
                reasons[failure.reason] += 1
            elif isinstance(item, Post):
                words += len(item.text.split())
        read = counts.read + len(chunk.items)
        quarantined = reasons.total()
        seconds = self._before.seconds + time.monotonic() - self._began
        self._ledger = replace(
            self._ledger,
            counts=Counts(read, read - quarantined, quarantined, words, seconds, dict(reasons)),
            output=self._sink.flush(),
            quarantine=self._quarantine.flush(),
        )
        if self._ledger_file:
            self._ledger.save(self._ledger_file)

    def _write_outcome(self, post: Post, outcome: Record | Failure) -> Failure | None:
        if isinstance(outcome, Failure):
            return outcome
        try:
            self._sink.write(outcome)
        except (ValueError, RecursionError) as error:
            message = f"the record cannot be encoded: {type(error).__name__}"
            return Failure(post.id, "write", "not_writable", message)
        return None

    def progress(self, chunk: Chunk) -> Progress:
        """How far the run is, `chunk` being the one written last."""
        return Progress(
            posts=self.counts.read,
            failures=self.counts.quarantined,
            bytes_read=chunk.position,
            bytes_total=self.reader.total_bytes,
            seconds=time.monotonic() - self._began,
            limit=self._options.limit,
            posts_before=self._before.read,
            bytes_before=self._bytes_before,
        )

    def close(self, *, complete: bool) -> None:
        """Make the output valid as of the last checkpoint. The ledger stays unless the run is `complete`."""
        self._quarantine.close()
        self._sink.close()
        if complete and self._ledger_file:
            self._ledger_file.unlink(missing_ok=True)
        if complete or not self._ledger_file:
            self._sink.discard_journal()

    def _find_ledger(self) -> Ledger:
        """The ledger to go on from, or a new one; refuses to write over anything without being told."""
        options, path = self._options, self._ledger_file
        if options.resume and options.overwrite:
            raise UsageError("--resume and --overwrite exclude each other")
        if options.resume and path is None:
            raise UsageError("a run from standard input or to standard output cannot be resumed")
        new = Ledger(fingerprints(self.reader.files), self._settings())
        if options.overwrite:
            return new
        interrupted = path is not None and path.exists()
        if options.resume and interrupted and path:
            ledger = Ledger.load(path)
            ledger.refuse_changes(new.inputs, new.settings)
            return ledger
        if interrupted:
            raise UsageError(f"{options.out}: an interrupted run is there; use --resume to go on, or --overwrite")
        if options.resume and self._output.is_there():
            raise UsageError(f"{options.out}: is there and no run of it is unfinished; use --overwrite to replace it")
        refuse_existing(self._output)
        if options.quarantine and options.quarantine.exists():
            raise UsageError(f"{options.quarantine}: is there already; use --overwrite to replace it")
        return new

    def _settings(self) -> dict[str, object]:
        """All that decides the bytes of the output, under names that an error message can show."""
        options = self._options
        return {
            "the configuration": options.config,
            **{f"the source's {name}": value for name, value in asdict(options.source).items()},
            "the output format": self._output.format,
            "the quarantine file": str(options.quarantine) if options.quarantine else None,
            "chunk_posts": options.chunk_posts,
            "shard_records": options.shard_records,
            **options.linked_by,
        }

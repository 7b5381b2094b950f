"""Write records to a folder of shards: `part-00000.jsonl.gz`, `part-00001.jsonl.gz`, ..."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nlp.datamodel import Record
from nlp.errors import UsageError
from nlp.io.outputs import parts
from nlp.io.sinks import Sink, open_file_sink


class ShardSink:
    """A folder of files of one format, each ending with the flush that brings it to `shard_records` records.

    Without a checkpoint the shards that are there are removed, and nothing else in the folder; with one, those that
    came later are. A folder without records gets one empty shard. Raises UsageError if the folder cannot be made or
    lacks a shard that comes before the checkpoint.
    """

    def __init__(self, folder: Path, format: str, checkpoint: dict[str, Any] | None, shard_records: int) -> None:
        self._folder, self._format, self._shard_records = folder, format, shard_records
        state = checkpoint or {"part": 0, "records": 0, "sink": None}
        self._part: int = state["part"]
        self._records: int = state["records"]
        self._sink: Sink | None = None
        self._ended: Sink | None = None
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder}: cannot be made: {error.strerror}") from error
        for part in range(self._part):
            if not self._path_of(part).exists():
                raise UsageError(
                    f"{self._path_of(part)}: was written before and is gone; use --overwrite to start anew"
                )
        self._remove_shards_behind(begun=state["sink"] is not None)
        if state["sink"] is not None:
            self._sink = open_file_sink(self._path, format, state["sink"])

    @property
    def _path(self) -> Path:
        return self._path_of(self._part)

    def _path_of(self, part: int) -> Path:
        return self._folder / f"part-{part:05d}.{self._format}"

    def write(self, record: Record) -> None:
        if self._sink is None:
            self._sink = open_file_sink(self._path, self._format)
        self._sink.write(record)
        self._records += 1

    def flush(self) -> dict[str, Any]:
        # The caller has kept the last checkpoint by now, so the journal of the shard before is not needed any more.
        if self._ended:
            self._ended.discard_journal()
            self._ended = None
        inner = self._sink.flush() if self._sink else None
        if self._sink and self._records >= self._shard_records:
            self._sink.close()
            self._ended, self._sink, inner = self._sink, None, None
            self._part += 1
            self._records = 0
        return {"part": self._part, "records": self._records, "sink": inner}

    def close(self) -> None:
        if self._sink is None and self._part == 0:
            self._sink = open_file_sink(self._path, self._format)
        if self._sink:
            self._sink.close()

    def discard_journal(self) -> None:
        for sink in (self._ended, self._sink):
            if sink:
                sink.discard_journal()

    def _remove_shards_behind(self, *, begun: bool) -> None:
        """Remove later shards, the current one unless it is `begun`, and the hidden files of those before."""
        for number, path in parts(self._folder):
            current = begun and number == self._part
            if not current and (number >= self._part or path.name.startswith(".")):
                path.unlink()

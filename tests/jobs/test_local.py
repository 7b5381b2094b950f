import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nlp.datamodel import Record
from nlp.errors import UsageError
from nlp.io.append import OutputError
from nlp.io.quarantine import read_quarantine
from nlp.jobs.local import RunOptions, RunSummary, run
from nlp.jobs.progress import Progress
from nlp.jobs.workers import WorkerError
from tests.builders import FakePipeline

OUTPUTS = ["out.jsonl", "out.jsonl.gz", "out.csv", "out.parquet", "shards/"]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """120 lines, of which 100 give a record and 20 fail in every way there is."""
    bad = [
        "broken",
        '{"id": "p1", "text": "again"}',
        '{"text": "it fails"}',
        '{"text": "it raises"}',
        '{"text": "unwritable"}',
    ]
    lines = [json.dumps({"id": f"p{number}", "text": f"word {number} " + "x" * 80}) for number in range(100)]
    for number in range(20):
        lines.insert(5 * number + 3, bad[number % len(bad)])
    path = tmp_path / "posts.jsonl"
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def options(tmp_path: Path, posts: Path) -> RunOptions:
    out = str(tmp_path / "out.jsonl")
    return RunOptions([str(posts)], out, quarantine=tmp_path / "bad.jsonl", chunk_posts=8, shard_records=30, config="1")


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder and below, hidden ones too, but the input."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "posts.jsonl"
    }


def ids(path: Path) -> list[str]:
    return [Record.from_json(line).post.id for line in path.read_bytes().splitlines()]


class StopAfter:
    """Presses Ctrl-C after so many chunks."""

    def __init__(self, chunks: int, number: signal.Signals = signal.SIGINT) -> None:
        self.left, self.number = chunks, number

    def __call__(self, progress: Progress) -> None:
        self.left -= 1
        if self.left == 0:
            signal.raise_signal(self.number)


class TestWholeRun:
    def test_counts_add_up_and_the_order_is_kept(self, options: RunOptions, tmp_path: Path) -> None:
        summary = run(options, FakePipeline())
        reasons = dict.fromkeys(("broken_json", "duplicate_id", "odd", "pipeline_error", "not_writable"), 4)
        assert summary == RunSummary(120, 100, 20, 300, summary.seconds, False, reasons)
        assert ids(tmp_path / "out.jsonl") == [f"p{number}" for number in range(100)]
        assert set(contents(tmp_path)) == {"out.jsonl", "bad.jsonl"}

    def test_every_failure_has_its_step_and_line(self, options: RunOptions, tmp_path: Path) -> None:
        run(options, FakePipeline())
        failures = list(read_quarantine(tmp_path / "bad.jsonl"))
        assert [failure.place for failure in failures] == [f"posts.jsonl:{6 * n + 4 - n}" for n in range(20)]
        assert [failure.step for failure in failures[:5]] == ["read", "read", "recognise", "pipeline", "write"]

    def test_the_number_of_workers_changes_no_byte(self, options: RunOptions, tmp_path: Path) -> None:
        run(options, FakePipeline())
        alone = contents(tmp_path)
        assert run(replace(options, workers=3, overwrite=True), FakePipeline()).read == 120
        assert contents(tmp_path) == alone

    def test_limit_counts_posts_readable_or_not(self, options: RunOptions) -> None:
        summary = run(replace(options, limit=13), FakePipeline())
        assert (summary.read, summary.written, summary.quarantined, summary.interrupted) == (13, 11, 2, False)

    def test_progress_reaches_the_end(self, options: RunOptions, posts: Path) -> None:
        told: list[Progress] = []
        run(options, FakePipeline(), told.append)
        assert len(told) == 15
        assert (told[-1].posts, told[-1].failures) == (120, 20)
        assert told[-1].bytes_read == told[-1].bytes_total == posts.stat().st_size

    def test_no_posts_give_an_empty_output(self, options: RunOptions, posts: Path, tmp_path: Path) -> None:
        posts.write_text("\n\n")
        assert run(options, FakePipeline()).read == 0
        assert contents(tmp_path) == {"out.jsonl": b""}

    def test_the_input_folder_may_be_the_output_folder(self, options: RunOptions, tmp_path: Path) -> None:
        again = replace(options, inputs=[str(tmp_path)])
        assert run(again, FakePipeline()).read == 120
        assert run(replace(again, overwrite=True), FakePipeline()).read == 120

    def test_memory_does_not_grow_with_the_input(self, tmp_path: Path) -> None:
        import tracemalloc

        def peak(posts: int) -> int:
            with gzip.open(tmp_path / "posts.jsonl.gz", "wt") as file:
                for number in range(posts):
                    file.write(json.dumps({"id": number, "text": "nothing " + "x" * 1000}) + "\n")
            options = RunOptions(
                [str(tmp_path / "posts.jsonl.gz")], f"{tmp_path}/out.csv", overwrite=True, chunk_posts=50
            )
            tracemalloc.start()
            run(options, FakePipeline())
            found = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return found

        peak(100)
        assert peak(1500) < 1.5 * peak(300)


class TestRefusals:
    def test_an_output_that_is_there(self, options: RunOptions, tmp_path: Path) -> None:
        run(options, FakePipeline())
        before = contents(tmp_path)
        with pytest.raises(UsageError, match=r"out\.jsonl: is there already; use --overwrite"):
            run(options, FakePipeline())
        with pytest.raises(UsageError, match=r"out\.jsonl: is there and no run of it is unfinished; use --overwrite"):
            run(replace(options, resume=True), FakePipeline())
        (tmp_path / "out.jsonl").unlink()
        with pytest.raises(UsageError, match=r"bad\.jsonl: is there already; use --overwrite"):
            run(options, FakePipeline())
        assert contents(tmp_path) == {"bad.jsonl": before["bad.jsonl"]}

    def test_an_interrupted_run_that_is_there(self, options: RunOptions) -> None:
        run(options, FakePipeline(), StopAfter(2))
        with pytest.raises(UsageError, match=r"an interrupted run is there; use --resume to go on, or --overwrite"):
            run(options, FakePipeline())
        assert run(replace(options, overwrite=True), FakePipeline()).read == 120

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"config": "2"}, "the configuration was '1', now '2'"),
            ({"chunk_posts": 9}, "chunk_posts was 8, now 9"),
            ({"quarantine": None}, "the quarantine file was .* now None"),
            ({"linked_by": {"the vocabulary HP": "1@aa"}}, r"the vocabulary HP \(1@aa\) was added since the run began"),
        ],
    )
    def test_resuming_another_run(self, change: dict[str, Any], message: str, options: RunOptions) -> None:
        run(options, FakePipeline(), StopAfter(2))
        with pytest.raises(UsageError, match=f"cannot resume: {message}"):
            run(replace(options, resume=True, **change), FakePipeline())

    def test_resuming_with_a_changed_input(self, options: RunOptions, posts: Path) -> None:
        run(options, FakePipeline(), StopAfter(2))
        posts.write_text(posts.read_text() + '\n{"text": "new"}')
        with pytest.raises(UsageError, match=r"cannot resume: .*posts\.jsonl changed since the run began"):
            run(replace(options, resume=True), FakePipeline())

    def test_what_has_no_ledger_cannot_be_resumed(self, options: RunOptions) -> None:
        for change in ({"inputs": ["-"]}, {"out": "-"}):
            with pytest.raises(UsageError, match="standard input or to standard output cannot be resumed"):
                run(replace(options, resume=True, **change), FakePipeline())

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"workers": 0}, "workers and chunk_posts must be at least 1"),
            ({"resume": True, "overwrite": True}, "exclude each other"),
            ({"inputs": ["gone.jsonl"]}, "gone.jsonl: no such file"),
            ({"out": "gone/out.csv"}, "the folder gone does not exist"),
            ({"quarantine": Path("gone/bad.jsonl")}, "the folder gone does not exist"),
        ],
    )
    def test_nothing_is_written(
        self, change: dict[str, Any], message: str, options: RunOptions, tmp_path: Path
    ) -> None:
        with pytest.raises(UsageError, match=message):
            run(replace(options, **change), FakePipeline())
        assert contents(tmp_path) == {}

    def test_a_pipeline_that_cannot_be_made_leaves_nothing(self, options: RunOptions, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="no such model"):
            run(options, FakePipeline(unmakeable=True))
        assert contents(tmp_path) == {}


@pytest.mark.parametrize("out", OUTPUTS)
class TestInterruption:
    def test_ctrl_c_leaves_a_valid_output_and_resume_the_same_bytes(
        self, out: str, options: RunOptions, tmp_path: Path
    ) -> None:
        options = replace(options, out=f"{tmp_path}/{out}")
        run(options, FakePipeline())
        whole = contents(tmp_path)
        interrupted = run(replace(options, overwrite=True), FakePipeline(), StopAfter(3))
        assert (interrupted.read, interrupted.interrupted) == (24, True)
        visible = {name for name in contents(tmp_path) if not name.rpartition("/")[2].startswith(".")}
        assert visible == {name for name in whole if "part-" not in name or "00000" in name} | {
            f"{out.rstrip('/')}.firsthand-ledger.json"
        }
        again = run(replace(options, resume=True), FakePipeline(), StopAfter(1, signal.SIGTERM))
        assert (again.read, again.interrupted) == (32, True)
        end = run(replace(options, resume=True), FakePipeline())
        assert (end.read, end.written, end.quarantined, end.words, end.interrupted) == (120, 100, 20, 300, False)
        assert contents(tmp_path) == whole

    def test_killed_anywhere_it_ends_in_the_same_bytes(self, out: str, options: RunOptions, tmp_path: Path) -> None:
        options = replace(options, out=f"{tmp_path}/{out}")
        run(options, FakePipeline())
        whole = contents(tmp_path)
        chance = random.Random(out)
        options = replace(options, overwrite=True)
        for _ in range(3):
            kill_while_running(options, after=chance.uniform(0.0, 0.3))
            options = replace(options, overwrite=False, resume=True)
        assert run(options, FakePipeline()).read == 120
        assert contents(tmp_path) == whole


def kill_while_running(options: RunOptions, after: float) -> None:
    """Run in a child process and kill it some seconds after its first sign of life."""
    code = f"""
from pathlib import Path, PosixPath
from nlp.io.sources import Source
from nlp.jobs.local import RunOptions, run
from tests.builders import FakePipeline
print("ready", flush=True)
run({options!r}, FakePipeline(0.01))
"""
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(after)
        child.kill()


class TestFailingAround:
    def test_a_second_ctrl_c_ends_at_once_and_can_be_resumed(self, options: RunOptions, tmp_path: Path) -> None:
        run(options, FakePipeline())
        whole = contents(tmp_path)
        before = signal.getsignal(signal.SIGINT)  # ignored, where the tests run in the background of a shell

        def press_twice(progress: Progress) -> None:
            if progress.posts == 24:
                signal.raise_signal(signal.SIGINT)
                signal.raise_signal(signal.SIGINT)

        summary = run(replace(options, overwrite=True), FakePipeline(), press_twice)
        assert (summary.read, summary.interrupted) == (24, True)
        run(replace(options, resume=True), FakePipeline())
        assert contents(tmp_path) == whole
        assert signal.getsignal(signal.SIGINT) is before

    def test_a_worker_that_dies_corrupts_nothing(self, options: RunOptions, posts: Path, tmp_path: Path) -> None:
        lines = posts.read_text().splitlines()
        posts.write_text("\n".join([*lines[:60], '{"text": "it dies"}', *lines[60:]]))
        with pytest.raises(WorkerError, match="a worker process ended unexpectedly"):
            run(replace(options, workers=2), FakePipeline())
        written = ids(tmp_path / "out.jsonl")
        assert written == [f"p{number}" for number in range(len(written))]
        ledger = json.loads((tmp_path / "out.jsonl.firsthand-ledger.json").read_text())
        assert ledger["counts"]["written"] == len(written)

    def test_a_full_disk_leaves_what_was_vouched_for(
        self, options: RunOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run(options, FakePipeline())
        whole = contents(tmp_path)
        write = os.write
        left = len(whole["out.jsonl"]) // 2

        def fill(descriptor: int, data: memoryview) -> int:
            nonlocal left
            if left <= 0:
                raise OSError(28, "No space left on device")
            left -= len(data)
            return write(descriptor, data[: max(1, left)])

        monkeypatch.setattr(os, "write", fill)
        with pytest.raises(OutputError, match="No space left on device; free some space and continue with --resume"):
            run(replace(options, overwrite=True), FakePipeline())
        monkeypatch.setattr(os, "write", write)
        assert 0 < len(ids(tmp_path / "out.jsonl")) < 100
        assert run(replace(options, resume=True), FakePipeline()).read == 120
        assert contents(tmp_path) == whole

    def test_several_workers_stop_and_go_on(self, options: RunOptions, tmp_path: Path) -> None:
        run(options, FakePipeline())
        whole = contents(tmp_path)
        options = replace(options, workers=2)
        summary = run(replace(options, overwrite=True), FakePipeline(0.001), StopAfter(1))
        assert summary.interrupted
        assert summary.read < 120
        run(replace(options, resume=True), FakePipeline())
        assert contents(tmp_path) == whole

    def test_standard_input_to_standard_output(self, posts: Path) -> None:
        code = """
from nlp.jobs.local import RunOptions, run
from tests.builders import FakePipeline
run(RunOptions(["-"], "-"), FakePipeline())
"""
        with posts.open("rb") as stdin:
            done = subprocess.run(
                [sys.executable, "-c", code], stdin=stdin, stdout=subprocess.PIPE, cwd=ROOT, check=True
            )
        assert [Record.from_json(line).post.id for line in done.stdout.splitlines()] == [f"p{n}" for n in range(100)]

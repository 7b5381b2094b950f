"""`firsthand serve` as a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.serve.fakes import wait_until_ready

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def serving(*options: str, log: Path) -> Iterator[tuple[httpx.Client, subprocess.Popen[bytes]]]:
    """(a client of the service on a free port, its process), once the model is loaded."""
    command = [sys.executable, "-m", "nlp.cli", "serve", "--port", "0", *options]
    with log.open("wb") as errors, subprocess.Popen(command, cwd=ROOT, stderr=errors) as process:
        try:
            with httpx.Client(base_url=address(log, process), timeout=120) as client:
                wait_until_ready(client)
                yield client, process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def address(log: Path, process: subprocess.Popen[bytes]) -> str:
    """Where it listens, as its log says."""
    while process.poll() is None:
        for line in log.read_text().splitlines():
            if '"listening"' in line:
                return str(json.loads(line)["address"])
    raise AssertionError(log.read_text())

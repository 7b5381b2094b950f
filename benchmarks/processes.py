"""Processes of `benchmarks/serve.py`: start them, and read what they use, from /proc."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@contextmanager
def serving(*options: str) -> Iterator[tuple[int, int]]:
    """(port, process id) of `firsthand serve` with these options, warm."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = [sys.executable, "-m", "nlp.cli", "serve", "--port", "0", *options]
        with log.open("wb") as errors, subprocess.Popen(command, stderr=errors) as process:
            try:
                port = wait_for_port(log, process)
                wait_until_ready(f"http://127.0.0.1:{port}/readyz", process)
                yield port, process.pid
            finally:
                process.send_signal(signal.SIGTERM)


@contextmanager
def naive(port: int, folder: str) -> Iterator[tuple[int, int]]:
    """(port, process id) of the plain FastAPI service of `naive_app.py`, warm."""
    here = Path(__file__).parent
    command = [sys.executable, "-m", "uvicorn", "naive_app:app", "--port", str(port), "--no-access-log"]
    environment = {
        **os.environ,
        "NAIVE_MODEL": folder,
        "PYTHONPATH": f"{here}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
    }
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until_ready(f"http://127.0.0.1:{port}/readyz", process)
            yield port, process.pid
        finally:
            process.terminate()


def wait_for_port(log: Path, process: subprocess.Popen[bytes]) -> int:
    while process.poll() is None:
        for line in log.read_text().splitlines():
            if '"listening"' in line:
                return int(json.loads(line)["address"].rsplit(":", 1)[1])
        time.sleep(0.1)
    raise SystemExit(log.read_text())


def wait_until_ready(address: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit(f"the service ended with {process.returncode}")


def tree(pid: int) -> list[int]:
    """The process and all below it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*"):
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            found += tree(int(child))
    return found


def cpu_seconds(pid: int) -> float:
    """Seconds of processor that the process and all that run below it have used."""
    total = 0
    for each in tree(pid):
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def resident_bytes(pid: int) -> int:
    """Resident memory of the process and all below it; pages that several share count several times."""
    total = 0
    for each in tree(pid):
        try:
            total += int(Path(f"/proc/{each}/statm").read_text().split()[1]) * PAGE
        except OSError:
            continue
    return total


def metric(port: int, name: str) -> float:
    """The sum of a metric of the service over its labels."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        lines = answer.read().decode().splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(f"firsthand_{name}"))


def gpu_utilisation() -> str:
    """Percent, as nvidia-smi tells it, or `no GPU`."""
    query = ["nvidia-smi", "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits"]
    try:
        return subprocess.run(query, capture_output=True, text=True, check=True).stdout.strip() + " %"
    except (OSError, subprocess.CalledProcessError):
        return "no GPU"

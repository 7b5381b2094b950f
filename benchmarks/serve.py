"""The HTTP service against the bare pipeline, client and server on the same cores: ratios within one run.

    python benchmarks/serve.py [--corpora FOLDER] [--posts 900] [--parts throughput,latency,load,naive] [--rounds 2]
    python benchmarks/serve.py --corpora FOLDER --parts soak --requests 200000 --longest 15
    python benchmarks/serve.py --parts mixed --minutes 20
    python benchmarks/serve.py --parts sweep --device cuda        (texts/s, GPU utilisation, fill of batches)

Posts are real ones of `--corpora` (JSON lines, gzipped, with `text`), else the sample posts, many times over. On a busy
machine wall-clock ratios are noisy: seconds of processor for a post stand beside them, and hardly depend on neighbours.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import random
import statistics
import time
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from load import Outcome, bodies, closed_loop, mixed_loop, open_loop
from processes import cpu_seconds, gpu_utilisation, metric, naive, resident_bytes, serving

import nlp
from nlp.cli import available_cores, make_pipe
from nlp.config import PipelineConfig, RuntimeConfig
from nlp.datamodel import Failure, Post
from nlp.io.sources import read
from nlp.jobs.chunks import Chunk
from nlp.jobs.options import RunOptions
from nlp.jobs.workers import in_pool
from nlp.models import repository

FILES = ("healthsea.jsonl.gz", "meqsum.jsonl.gz", "vaers_covid.jsonl.gz")
SAMPLES = Path(__file__).parent.parent / "docs" / "sample_posts.jsonl"
PARTS = ("throughput", "latency", "load", "naive", "soak", "mixed", "sweep")
WARM_CHUNKS = 8
NAIVE_PORT = 8199


def texts_of(corpora: Path | None, count: int, longest: int) -> list[str]:
    """So many texts of at most `longest` words, of all corpora alike, in a fixed random order."""
    if corpora is None:
        texts = [each.text for each in read([str(SAMPLES)]) if isinstance(each, Post)]
        return list(islice(cycle(texts), count))
    texts = []
    for name in FILES:
        with gzip.open(corpora / name, "rt", encoding="utf-8") as file:
            fitting = (text for line in file if len((text := json.loads(line)["text"]).split()) <= longest)
            texts += islice(fitting, -(-count // len(FILES)))
    random.Random(1).shuffle(texts)
    return texts[:count]


def run_rate(texts: list[str], workers: int) -> tuple[float, float]:
    """(posts a second, seconds of processor for a post) of the worker pool of `firsthand run`, once it is warm."""
    size = RunOptions.__dataclass_fields__["chunk_posts"].default
    posts = [Post(str(number), text) for number, text in enumerate(texts)]
    started: list[tuple[float, float]] = []

    def chunks() -> Iterator[Chunk]:
        for _ in range(WARM_CHUNKS):
            yield Chunk(posts[:16], [None] * 16, 0)
        started.append((time.perf_counter(), cpu_seconds(os.getpid())))
        for low in range(0, len(posts), size):
            part = posts[low : low + size]
            yield Chunk(part, [None] * len(part), 0)

    runtime = RuntimeConfig(device="cpu", threads=max(1, available_cores() // workers))
    done = 0
    spent = 0.0
    for chunk, outcomes in in_pool(partial(make_pipe, PipelineConfig(), runtime), workers, chunks(), lambda: False):
        assert not any(isinstance(each, Failure) for each in outcomes)
        done += len(chunk.items)
        spent = cpu_seconds(os.getpid())  # before the pool ends and its processes are gone
    start, cpu = started[0]
    return len(posts) / (time.perf_counter() - start), (spent - cpu) / len(posts)


def serve_rate(port: int, pid: int, texts: list[str], clients: int) -> tuple[float, float, Outcome]:
    """(posts a second, seconds of processor for a post, client's included, the outcome) of the service."""
    before = cpu_seconds(pid) + time.process_time()
    outcome = asyncio.run(closed_loop(port, bodies(texts), clients))
    spent = cpu_seconds(pid) + time.process_time() - before
    assert set(outcome.statuses) == {"200"}, outcome.statuses
    return outcome.rate, spent / len(texts), outcome


def throughput(options: argparse.Namespace, texts: list[str]) -> float:
    """Prints the ratio to `firsthand run`; the service's posts a second."""
    rates: list[tuple[float, float, float, float]] = []
    for number in range(options.rounds):
        run, run_cpu = run_rate(texts, options.workers)
        with serving("--workers", str(options.workers)) as (port, pid):
            asyncio.run(closed_loop(port, bodies(texts[:64]), 8))
            rate, cpu, outcome = serve_rate(port, pid, texts, options.clients)
            posts = metric(port, "batch_posts_sum") / metric(port, "batch_posts_count")
        rates.append((run, rate, run_cpu, cpu))
        print(
            f"  round {number + 1}: run {run:.1f} posts/s, {1e3 * run_cpu:.1f} ms CPU a post; "
            f"service {rate:.1f} posts/s, {1e3 * cpu:.1f} ms CPU a post, {posts:.1f} posts a call, "
            f"p50 {1e3 * outcome.percentile(0.5):.0f} ms"
        )
    wall = statistics.median(rate / run for run, rate, _, _ in rates)
    cpu = statistics.median(run_cpu / cpu for _, _, run_cpu, cpu in rates)
    print(
        f"throughput, {options.clients} clients / firsthand run: {wall:.2f} by the clock, {cpu:.2f} by processor time"
    )
    return statistics.median(rate for _, rate, _, _ in rates)


def latency(options: argparse.Namespace, texts: list[str]) -> None:
    """One post of about 100 words at a time: the service against the pipeline in this process, in turns."""
    chosen = [text for text in texts if 90 <= len(text.split()) <= 110][:60]
    bare = nlp.load(threads=1)
    with serving("--workers", str(options.workers)) as (port, _):
        times: dict[str, list[float]] = {"bare": [], "service": []}
        for number, text in enumerate([*chosen[:10], *chosen]):
            start = time.perf_counter()
            bare(Post(str(number), text))
            middle = time.perf_counter()
            outcome = asyncio.run(closed_loop(port, bodies([text]), 1))
            if number >= 10:
                times["bare"].append(middle - start)
                times["service"] += outcome.seconds
    one, other = (statistics.median(times[name]) for name in ("bare", "service"))
    print(
        f"one post of 100 words ({len(chosen)} posts): pipeline {1e3 * one:.1f} ms, service {1e3 * other:.1f} ms; "
        f"p50 ratio {other / one:.2f}"
    )


def load(options: argparse.Namespace, texts: list[str], rate: float | None) -> None:
    """Random arrivals at 70 % of what 32 clients got."""
    with serving("--workers", str(options.workers)) as (port, pid):
        if rate is None:
            rate = serve_rate(port, pid, texts[:600], options.clients)[0]
        asyncio.run(closed_loop(port, bodies(texts[:64]), 8))
        outcome = asyncio.run(open_loop(port, bodies(texts), 0.7 * rate))
    p50, p99 = outcome.percentile(0.5), outcome.percentile(0.99)
    print(
        f"at 70 % load ({0.7 * rate:.1f} posts/s, {len(texts)} posts): p50 {1e3 * p50:.0f} ms, p99 {1e3 * p99:.0f} ms; "
        f"p99/p50 {p99 / p50:.1f}; statuses {dict(outcome.statuses)}"
    )


def against_naive(options: argparse.Namespace, texts: list[str]) -> None:
    """The same clients and posts against `naive_app.py`, both warm."""
    part = texts[: max(options.clients, len(texts) // 3)]
    with serving("--workers", str(options.workers)) as (port, pid):
        asyncio.run(closed_loop(port, bodies(texts[:64]), 8))
        ours, our_cpu, _ = serve_rate(port, pid, part, options.clients)
    with naive(NAIVE_PORT, str(repository.resolve("default").path)) as (port, pid):
        asyncio.run(closed_loop(port, bodies(texts[:64]), 8))
        theirs, their_cpu, _ = serve_rate(port, pid, part, options.clients)
    print(
        f"plain FastAPI + transformers.pipeline (entities alone): {theirs:.1f} posts/s, {1e3 * their_cpu:.1f} ms CPU; "
        f"service (whole record): {ours:.1f} posts/s, {1e3 * our_cpu:.1f} ms CPU; {ours / theirs:.1f} times"
    )


def soak(options: argparse.Namespace, texts: list[str]) -> None:
    """Many requests, and how memory behaves in their last half."""
    step = max(options.clients, options.requests // 50)
    stream = cycle(bodies(texts))
    resident: list[int] = []
    statuses: dict[str, int] = {}
    with serving("--workers", str(options.workers)) as (port, pid):
        for _ in range(0, options.requests, step):
            outcome = asyncio.run(closed_loop(port, list(islice(stream, step)), options.clients))
            resident.append(resident_bytes(pid))
            for status, count in outcome.statuses.items():
                statuses[status] = statuses.get(status, 0) + count
    half = resident[len(resident) // 2 :]
    spread = (max(half) - min(half)) / statistics.mean(half)
    print(
        f"{sum(statuses.values())} requests, statuses {statuses}: memory {resident[0] / 1e6:.0f} MB after the first "
        f"{step}, {half[0] / 1e6:.0f} to {half[-1] / 1e6:.0f} MB over the last half, spread {spread:.1%}"
    )


def mixed(options: argparse.Namespace, texts: list[str]) -> None:
    """Good, bad, huge and aborted requests together: nothing lost, no 500."""
    with serving("--workers", str(options.workers)) as (port, _):
        outcome = asyncio.run(mixed_loop(port, texts, options.clients, 60 * options.minutes))
        restarts = metric(port, "worker_restarts_total")
    print(
        f"{options.minutes:g} minutes mixed: {dict(sorted(outcome.statuses.items()))}; "
        f"lost {outcome.statuses['lost']}, 500s {outcome.statuses['500']}, workers restarted {restarts:.0f}"
    )


def sweep(options: argparse.Namespace, texts: list[str]) -> None:
    """Texts a second and the fill of calls as concurrency grows."""
    with serving("--workers", str(options.workers), "--device", options.device) as (port, pid):
        asyncio.run(closed_loop(port, bodies(texts[:64]), 8))
        for clients in (1, 8, 32, 128, 512):
            before = [metric(port, f"batch_{name}") for name in ("tokens_sum", "posts_sum", "posts_count")]
            rate, _, _ = serve_rate(port, pid, texts, clients)
            after = [metric(port, f"batch_{name}") for name in ("tokens_sum", "posts_sum", "posts_count")]
            tokens, posts, calls = (new - old for new, old in zip(after, before, strict=True))
            fill = f"{posts / calls:.1f} posts and {tokens / calls:.0f} tokens a call"
            print(f"  {clients} clients: {rate:.1f} texts/s, {fill}, GPU {gpu_utilisation()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--posts", type=int, default=900)
    parser.add_argument("--parts", default="throughput,latency,load,naive")
    parser.add_argument("--longest", type=int, default=10_000, metavar="WORDS", help="leave out longer posts")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--workers", type=int, default=available_cores())
    parser.add_argument("--requests", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    parts = options.parts.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error(f"unknown parts {', '.join(sorted(unknown))}; choices: {', '.join(PARTS)}")
    texts = texts_of(options.corpora, options.posts, options.longest)
    words = statistics.mean(len(text.split()) for text in texts)
    busy = os.getloadavg()[0]
    print(
        f"{len(texts)} posts of {words:.0f} words, {available_cores()} cores, load average {busy:.1f} before we begin"
    )
    rate = throughput(options, texts) if "throughput" in parts else None
    for name, part in (
        ("latency", latency),
        ("naive", against_naive),
        ("soak", soak),
        ("mixed", mixed),
        ("sweep", sweep),
    ):
        if name in parts:
            part(options, texts)
    if "load" in parts:
        load(options, texts, rate)


if __name__ == "__main__":
    main()

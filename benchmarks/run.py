"""Where the time of a run goes: posts/s, words/s, peak memory, and for each step its share and milliseconds a post.

    python benchmarks/run.py [INPUT...] [--limit N]      (default: the sample posts, 20 times over)

One process, one thread for the encoder, so that shares are comparable. The pipeline is the one of `firsthand run`;
each step is timed on whole batches. All times are processor time: what else the machine does leaves them alone.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import nlp as firsthand
from nlp.datamodel import Failure, Post
from nlp.io.sources import read

SAMPLES = Path(__file__).parent.parent / "docs" / "sample_posts.jsonl"


def timed(call: Callable[..., Any], name: str, seconds: dict[str, float]) -> Callable[..., Any]:
    """The call, with its time added to `seconds[name]`."""

    def wrapper(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        try:
            return call(*args, **kwargs)
        finally:
            seconds[name] += time.process_time() - start

    return wrapper


def posts_of(inputs: list[str], limit: int | None) -> Iterator[Post]:
    repeats = 1 if inputs else 20
    given = 0
    for _ in range(repeats):
        for post in read(inputs or [str(SAMPLES)]):
            if isinstance(post, Failure) or (limit is not None and given >= limit):
                continue
            given += 1
            yield post


def instrument(pipeline: Any, seconds: dict[str, float]) -> None:
    """Time every component of the spaCy pipeline, and the encoder within `recognise`."""
    recognise = pipeline.nlp.get_pipe("firsthand_recognise")
    backend = recognise.recogniser.backend
    backend.outputs = timed(backend.outputs, "encoder", seconds)
    pipeline.nlp.tokenizer = timed(pipeline.nlp.tokenizer, "tokenise", seconds)
    for name, component in list(pipeline.nlp._components):
        if hasattr(component, "pipe"):
            component.pipe = timed_stream(component.pipe, name, seconds)
        else:
            index = next(i for i, (each, _) in enumerate(pipeline.nlp._components) if each == name)
            pipeline.nlp._components[index] = (name, timed(component, name, seconds))


def timed_stream(
    pipe: Callable[..., Iterable[Any]], name: str, seconds: dict[str, float]
) -> Callable[..., Iterator[Any]]:
    """A component's `pipe`, with the time that it takes for a whole batch added to `seconds[name]`."""

    def wrapper(stream: Iterable[Any], **kwargs: Any) -> Iterator[Any]:
        docs = list(stream)  # what came before is timed by itself
        start = time.process_time()
        done = list(pipe(docs, **kwargs))
        seconds[name] += time.process_time() - start
        yield from done

    return wrapper


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    start = time.process_time()
    pipeline = firsthand.load(threads=1)
    gc.freeze()  # as `firsthand run` does
    loading = time.process_time() - start
    posts = list(posts_of(options.inputs, options.limit))
    words = sum(len(post.text.split()) for post in posts)
    seconds: dict[str, float] = defaultdict(float)
    instrument(pipeline, seconds)
    start = time.process_time()
    results = list(pipeline.pipe(posts))
    whole = time.process_time() - start
    failures = sum(isinstance(each, Failure) for each in results)
    print(f"{len(posts)} posts, {words} words, {failures} failures; loaded in {loading:.1f} s")
    print(f"{len(posts) / whole:.1f} posts/s, {words / whole:.0f} words/s on one thread")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print("share of the time, and milliseconds a post:")

    def row(name: str, value: float) -> str:
        return f"  {value / whole:6.1%} {1000 * value / len(posts):7.2f}  {name}"

    seconds["recognise without the encoder"] = seconds.pop("firsthand_recognise", 0.0) - seconds["encoder"]
    for name, value in sorted(seconds.items(), key=lambda item: -item[1]):
        print(row(name, value))
    print(row("records, redaction, the rest", whole - sum(seconds.values())))


if __name__ == "__main__":
    main()

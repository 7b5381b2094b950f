"""The pipeline as a worker runs it: with clocks on its slow steps, and with what a caller may know of it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.config import PipelineConfig, RuntimeConfig
from nlp.datamodel import Failure, Post, Record
from nlp.models.backends import Backend
from nlp.pipeline import Pipeline
from nlp.privacy.pseudonyms import Pseudonymiser, load_key
from nlp.serve.worker import ModelInfo

# Tables and indexes are made when they are first needed; this needs them all, so that no caller waits for them.
WARM_UP = "Since Lexapro and a flu shott my legs feel wobblyish and my ankels swelled. Dr. Smith of Leeds lowered it."


class Tagger:
    """A pipeline whose steps are timed: `seconds` by step and `tokens` of the encoder since the last `take_counts`."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self.seconds: dict[str, float] = defaultdict(float)
        self.tokens = 0
        recognise: Any = pipeline.nlp.get_pipe("firsthand_recognise")
        self.recogniser = recognise.recogniser
        self.recogniser.backend = TimedBackend(self.recogniser.backend, self)
        link: Any = pipeline.nlp.get_pipe("firsthand_link")
        # spaCy prefers a component's `pipe` over calling it: the clock needs no hand on the components themselves
        link.pipe = self._timed_pipe(link)

    @property
    def info(self) -> ModelInfo:
        provenance, folder = self.pipeline.provenance, self.recogniser.folder
        return ModelInfo(
            provenance.pipeline,
            provenance.config,
            provenance.models,
            provenance.vocabularies,
            tuple(folder.scheme.labels),
            folder.window,
            self.recogniser.backend.device,
        )

    def pipe(self, posts: Iterable[Post]) -> Iterator[Record | Failure]:
        """As `Pipeline.pipe`."""
        return self.pipeline.pipe(posts)

    def take_counts(self) -> tuple[dict[str, float], int]:
        """(seconds by step, tokens) since the last call."""
        counts = dict(self.seconds), self.tokens
        self.seconds.clear()
        self.tokens = 0
        return counts

    def _timed_pipe(self, component: Any) -> Callable[..., Iterator[Any]]:
        batched = getattr(component, "pipe", None)

        def pipe(docs: Iterable[Any], **options: Any) -> Iterator[Any]:
            if batched is not None:
                docs = list(docs)  # what comes before is not its time
                start = time.perf_counter()
                done = list(batched(docs, **options))
                self.seconds["linking"] += time.perf_counter() - start
                yield from done
                return
            for doc in docs:
                start = time.perf_counter()
                linked = component(doc)
                self.seconds["linking"] += time.perf_counter() - start
                yield linked

        return pipe


class TimedBackend:
    """A backend that adds its time and tokens to those of a tagger."""

    def __init__(self, backend: Backend, tagger: Tagger) -> None:
        self.backend = backend
        self.tagger = tagger
        self.device = backend.device

    def outputs(self, windows: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]:
        start = time.perf_counter()
        results = self.backend.outputs(windows)
        self.tagger.seconds["inference"] += time.perf_counter() - start
        self.tagger.tokens += sum(map(len, windows))
        return results


def warm_tagger(config: PipelineConfig, runtime: RuntimeConfig) -> Tagger:
    """A tagger that has read a post already, with the pseudonym key of `load_key`.

    Raises ModelError, UsageError or MissingExtraError as `nlp.pipeline.load` does.
    """
    tagger = Tagger(Pipeline(config, runtime, Pseudonymiser(load_key())))
    list(tagger.pipe([Post("warm-up", WARM_UP)]))
    tagger.take_counts()
    return tagger

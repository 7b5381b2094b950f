"""What the service counts, for Prometheus. No label ever holds an id, a key or text of a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

if TYPE_CHECKING:
    from nlp.serve.queue import JobQueue
    from nlp.serve.worker import Reply

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
TOKENS = (16, 64, 256, 1_024, 2_048, 4_096, 8_192, 16_384, 65_536, 262_144)
POSTS = (1, 2, 4, 8, 16, 32, 64, 128, 256)
MEDIA_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """The metrics of one service, in a registry of its own. Times are in seconds, tokens are the encoder's."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "firsthand_requests", "Requests answered.", ("route", "method", "status"), registry=self.registry
        )
        self.request_seconds = Histogram(
            "firsthand_request_seconds", "Time to answer.", ("route",), buckets=SECONDS, registry=self.registry
        )
        self.in_flight = Gauge("firsthand_requests_in_flight", "Requests being answered.", registry=self.registry)
        self.posts = Counter("firsthand_posts", "Posts through the pipeline.", registry=self.registry)
        self.refused = Counter("firsthand_posts_refused", "Posts refused for a full queue.", registry=self.registry)
        self.failures = Counter(
            "firsthand_failures", "Posts that gave no record.", ("step", "reason"), registry=self.registry
        )
        self.problems = Counter("firsthand_problems", "Requests refused.", ("reason",), registry=self.registry)
        self.restarts = Counter("firsthand_worker_restarts", "Workers that ended.", registry=self.registry)
        self.queue_wait = self._seconds("queue_wait_seconds", "Time a post waits for a worker.")
        self.call_posts = Histogram(
            "firsthand_batch_posts", "Posts of one call.", buckets=POSTS, registry=self.registry
        )
        self.call_tokens = Histogram(
            "firsthand_batch_tokens", "Tokens of one call.", buckets=TOKENS, registry=self.registry
        )
        self._steps = {
            "inference": self._seconds("inference_seconds", "Time of one call in the encoder."),
            "linking": self._seconds("linking_seconds", "Time of one call in linking."),
            "serialisation": self._seconds("serialisation_seconds", "Time of one call in writing JSON."),
            "total": self._seconds("processing_seconds", "Time of one call as a whole."),
        }

    def watch_queue(self, queue: JobQueue) -> None:
        """Report how much waits in this queue."""
        posts = Gauge("firsthand_queue_posts", "Posts that wait for a worker.", registry=self.registry)
        posts.set_function(lambda: float(len(queue)))
        tokens = Gauge("firsthand_queue_tokens", "Estimated tokens that wait for a worker.", registry=self.registry)
        tokens.set_function(lambda: float(queue.tokens))

    def observe_call(self, posts: int, reply: Reply) -> None:
        """Count one call of a worker."""
        self.posts.inc(posts)
        self.call_posts.observe(posts)
        self.call_tokens.observe(reply.tokens)
        for step, histogram in self._steps.items():
            histogram.observe(reply.seconds.get(step, 0.0))

    def text(self) -> bytes:
        """All metrics in the exposition format of Prometheus."""
        return generate_latest(self.registry)

    def _seconds(self, name: str, about: str) -> Histogram:
        return Histogram(f"firsthand_{name}", about, buckets=SECONDS, registry=self.registry)

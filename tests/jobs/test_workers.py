from collections.abc import Iterable, Iterator
from functools import partial

import pytest

from nlp.datamodel import Failure, Post, Record
from nlp.errors import UsageError
from nlp.jobs.chunks import Chunk
from nlp.jobs.workers import WorkerError, apply_pipe, in_pool, in_process, refuse_unpicklable
from tests.builders import FakePipeline, make_record


def posts_of(*texts: str) -> list[Post]:
    return [Post(f"p{number}", text) for number, text in enumerate(texts)]


def chunks_of(*texts: str, size: int = 2) -> Iterator[Chunk]:
    posts = posts_of(*texts)
    for start in range(0, len(posts), size):
        part = posts[start : start + size]
        yield Chunk(part, [None] * len(part), 0)


def kinds(outcomes: Iterable[Record | Failure]) -> list[str]:
    return [outcome.reason if isinstance(outcome, Failure) else outcome.post.id for outcome in outcomes]


class TestApplyPipe:
    def test_one_post_that_raises_does_not_take_its_neighbours_along(self) -> None:
        outcomes = apply_pipe(FakePipeline().pipe, posts_of("a", "this raises", "b fails", "c"))
        assert kinds(outcomes) == ["p0", "pipeline_error", "odd", "p3"]
        failure = outcomes[1]
        assert isinstance(failure, Failure)
        assert (failure.post_id, failure.step) == ("p1", "pipeline")

    def test_the_message_tells_where_and_never_what(self) -> None:
        (failure,) = apply_pipe(FakePipeline().pipe, posts_of("secret raises"))
        assert isinstance(failure, Failure)
        assert failure.message.startswith("ValueError in tests.builders, line ")
        assert "secret" not in repr(failure)

    @pytest.mark.parametrize("times", [0, 2])
    def test_a_pipe_that_miscounts(self, times: int) -> None:
        def miscount(posts: Iterable[Post]) -> Iterator[Record | Failure]:
            for post in posts:
                yield from [make_record(post)] * (times if post.text == "odd" else 1)

        assert kinds(apply_pipe(miscount, posts_of("a", "odd", "b"))) == ["p0", "pipeline_error", "p2"]


class TestInProcess:
    def test_it_stops_between_chunks(self) -> None:
        outcomes = in_process(FakePipeline()(), chunks_of(*"abcdef"), iter([False, False, True]).__next__)
        assert [kinds(results) for _, results in outcomes] == [["p0", "p1"], ["p2", "p3"]]


class TestInPool:
    def test_outcomes_come_in_order_and_few_chunks_are_held(self) -> None:
        taken: list[Chunk] = []

        def watched() -> Iterator[Chunk]:
            for chunk in chunks_of(*"abcdefghijklmnopqrst"):
                taken.append(chunk)
                yield chunk

        found: list[str] = []
        for given, (_, results) in enumerate(in_pool(FakePipeline(0.001), 2, watched(), lambda: False)):
            assert len(taken) <= given + 4
            found += kinds(results)
        assert found == [f"p{number}" for number in range(20)]

    def test_a_worker_that_dies_is_a_clear_error(self) -> None:
        outcomes = in_pool(FakePipeline(), 2, chunks_of("a", "b", "it dies", "c"), lambda: False)
        with pytest.raises(WorkerError, match=r"a worker process ended unexpectedly.*continue with --resume"):
            list(outcomes)

    def test_a_pipeline_that_cannot_be_made_is_named(self) -> None:
        outcomes = in_pool(FakePipeline(unmakeable=True), 2, chunks_of("a"), lambda: False)
        with pytest.raises(WorkerError, match="a worker could not make its pipeline: no such model"):
            list(outcomes)

    def test_stopping_finishes_what_was_begun(self) -> None:
        found: list[str] = []
        for _, results in in_pool(FakePipeline(0.01), 2, chunks_of(*"abcdefghijklmnop"), partial(bool, found)):
            found += kinds(results)
        assert found == [f"p{number}" for number in range(len(found))]
        assert 2 <= len(found) < 16


def test_a_factory_must_pickle() -> None:
    refuse_unpicklable(FakePipeline())
    refuse_unpicklable(partial(make_record, None))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="pipeline factory that can be pickled"):
        refuse_unpicklable(lambda: FakePipeline().pipe)

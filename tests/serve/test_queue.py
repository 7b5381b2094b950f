"""The queue: order, budgets, shares, who goes alone, who left."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.datamodel import Post
from nlp.serve.answers import AnswerForm
from nlp.serve.queue import Job, JobQueue, estimated_tokens
from nlp.serve.worker import Task


def job(tokens=10, **options):
    future = asyncio.get_running_loop().create_future()
    return Job(Task(Post("1", "x"), AnswerForm()), tokens, future, **options)


def run(coroutine):
    return asyncio.run(coroutine)


@given(st.lists(st.integers(1, 150), max_size=40), st.integers(1, 4))
def test_every_job_leaves_once_within_the_budget_and_in_order(sizes, lanes):
    async def check():
        queue = JobQueue(call_tokens=100, call_posts=8)
        jobs = [job(size) for size in sizes]
        for each in jobs:
            queue.put(each)
        assert queue.tokens == sum(sizes)
        calls = []
        while call := queue.take(lanes, alone=True):
            calls.append(call)
        assert not queue.tokens
        assert not len(queue)
        for call in calls:
            assert len(call) <= 8
            assert sum(each.tokens for each in call) <= 100 or len(call) == 1
        taken = [each for call in calls for each in call]
        assert set(taken) == set(jobs)
        assert len(taken) == len(jobs)
        ordinary = [each for each in taken if each.tokens <= 100]
        assert ordinary == [each for each in jobs if each.tokens <= 100]

    run(check())


def test_free_lanes_share_what_waits():
    async def check():
        queue = JobQueue(1000, 32)
        for _ in range(10):
            queue.put(job())
        assert len(queue.take(2, alone=True)) == 5
        assert len(queue.take(1, alone=True)) == 5

    run(check())


def test_long_and_retried_jobs_go_alone_and_only_where_they_may():
    async def check():
        queue = JobQueue(100, 32)
        long, again, short = job(500), job(retried=True), job()
        for each in (long, again, short):
            queue.put(each)
        assert queue.take(1, alone=False) == [short]
        assert queue.take(1, alone=False) == []
        assert queue.take(1, alone=True) == [long]
        assert queue.take(1, alone=True) == [again]

    run(check())


def test_who_is_cancelled_leaves_and_makes_room():
    async def check():
        queue = JobQueue(100, 32)
        first, second = job(30), job(20)
        queue.put(first)
        queue.put(second)
        first.answer.cancel()
        await asyncio.sleep(0)
        assert queue.tokens == 20
        assert queue.take(1, alone=True) == [second]

    run(check())


@pytest.mark.parametrize(("text", "tokens"), [("", 1), ("four", 2), ("é" * 8, 5), ("😀", 2)])
def test_tokens_are_estimated_by_bytes(text, tokens):
    assert estimated_tokens(text) == tokens

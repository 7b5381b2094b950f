"""The client: against a service, and against answers made by hand."""

import httpx
import pytest

pytest.importorskip("fastapi")

from hypothesis import given
from hypothesis import strategies as st

from nlp.datamodel import Failure, Post
from nlp.serve.client import BATCH_BYTES, BATCH_POSTS, Client, ServiceError, batches, pause
from nlp.serve.keys import add_key
from tests.builders import make_record
from tests.serve.fakes import service


@pytest.fixture(scope="module")
def address():
    with service(cores=2) as client:
        yield str(client.base_url)


def test_records_and_failures_come_back_as_they_were(address):
    with Client(address) as client:
        assert client.is_ready()
        assert client.extract(Post("7", "hello", source="forum")) == make_record(Post("7", "hello", source="forum"))
        posts = [Post(str(n), "it fails" if n == 3 else " " if n == 4 else "fine") for n in range(600)]
        results = list(client.extract_all(iter(posts)))
        assert [each.reason for each in results if isinstance(each, Failure)] == ["processing_failed", "empty_text"]
        assert results[5:] == [make_record(post) for post in posts[5:]]
        assert client.model()["models"] == {"fake": "1@abc"}
        with pytest.raises(ServiceError, match="422 empty_text") as raised:
            client.extract(Post("1", " "))
        assert raised.value.errors[0]["field"] == "text"


def test_a_key_is_sent(tmp_path):
    _, secret = add_key(tmp_path / "keys.json", "me")
    with service(keys=tmp_path / "keys.json") as open_client:
        with Client(str(open_client.base_url), secret) as client:
            assert client.extract(Post("1", "hello")).post.id == "1"
        with Client(str(open_client.base_url)) as client, pytest.raises(ServiceError, match="401 no_valid_key"):
            client.extract(Post("1", "hello"))


def answering(*answers):
    """(a client that gets these answers in turn, the pauses it makes, the requests it sends)."""
    pauses, requests, left = [], [], list(answers)

    def handle(request):
        requests.append(request)
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    client = Client("http://x", transport=httpx.MockTransport(handle), sleep=pauses.append, retries=3)
    return client, pauses, requests


def test_what_may_pass_is_tried_again_with_the_same_key_after_the_time_told():
    record = make_record()
    client, pauses, requests = answering(
        httpx.Response(503, headers={"retry-after": "7"}),
        httpx.ConnectError("gone"),
        httpx.Response(429),
        httpx.Response(200, content=record.to_json()),
    )
    assert client.extract(Post("1", "x")) == record
    assert 7 <= pauses[0] <= 7.5
    assert len(pauses) == 3
    assert len({each.headers["idempotency-key"] for each in requests}) == 1


@pytest.mark.parametrize(
    ("answers", "message", "attempts"),
    [
        ([httpx.Response(503)] * 4, "503 no_problem", 4),
        ([httpx.ReadTimeout("slow")] * 4, "0 unreachable: http://x", 4),
        ([httpx.Response(500, text="<html>")], "500 no_problem", 1),
        ([httpx.Response(400, json={"type": "urn:x:broken_json", "detail": "not JSON"})], "400 broken_json", 1),
    ],
)
def test_what_stays_wrong_is_an_error(answers, message, attempts):
    client, _, requests = answering(*answers)
    with pytest.raises(ServiceError, match=message):
        client.extract(Post("1", "x"))
    assert len(requests) == attempts


@given(st.lists(st.sampled_from([1, 1000, BATCH_BYTES // 3, BATCH_BYTES + 1]), max_size=20), st.integers(0, 600))
def test_batches_hold_all_posts_in_order_within_bounds(sizes, small):
    posts = [Post(str(n), "x" * size) for n, size in enumerate(sizes)] + [Post("s", "x")] * small
    made = list(batches(iter(posts)))
    assert [post for batch in made for post in batch] == posts
    for batch in made:
        assert len(batch) <= BATCH_POSTS
        assert len(batch) == 1 or sum(len(post.text) for post in batch) <= BATCH_BYTES


@given(st.integers(0, 20))
def test_pauses_grow_and_are_bounded(attempt):
    assert 0.25 * min(60, 2**attempt) <= pause(attempt) <= min(60, 2**attempt)
    assert pause(attempt, "Wed, 21 Oct 2015 07:28:00 GMT") <= 60

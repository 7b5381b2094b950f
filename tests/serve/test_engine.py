"""Under stress: overload, deadlines, callers who leave, workers that die, streams, the end of the service."""

import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("fastapi")

from nlp.datamodel import Post
from tests.builders import make_record
from tests.serve.fakes import FakeTagger, post, service

NDJSON = {"content-type": "application/x-ndjson"}


def send_all(client, texts, threads=16):
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(lambda text: client.post("/v1/extract", json=post(text)), texts))


def metric(client, name):
    lines = client.get("/metrics").text.splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(f"firsthand_{name}"))


def test_beyond_the_bound_posts_are_refused_at_once_with_a_time_to_come_back():
    with service(FakeTagger(seconds=0.2), queue_tokens=100, window_seconds=0.0) as client:
        answers = send_all(client, ["word " * 40] * 12, threads=12)
        statuses = [each.status_code for each in answers]
        assert set(statuses) == {200, 503}
        refused = next(each for each in answers if each.status_code == 503)
        assert refused.json()["type"] == "urn:firsthand:problem:overloaded"
        assert int(refused.headers["retry-after"]) >= 1
        assert refused.elapsed.total_seconds() < 0.2 * 12
        assert metric(client, "posts_refused_total") == statuses.count(503)
        assert client.post("/v1/extract", json=post("word " * 4000)).is_success  # alone, larger than the queue


def test_at_the_deadline_the_answer_is_504_and_the_lane_is_free_again():
    with service(FakeTagger(seconds=1.5), deadline_seconds=0.5) as client:
        start = time.monotonic()
        answer = client.post("/v1/extract", json=post("slow"))
        assert answer.status_code == 504
        assert answer.json()["type"] == "urn:firsthand:problem:deadline"
        assert time.monotonic() - start < 1.4
        line = client.post("/v1/extract/stream", content=json.dumps(post("slow")), headers=NDJSON)
        assert json.loads(line.text)["status"] in (503, 504)


def test_a_caller_who_leaves_is_dropped_from_the_queue():
    with service(FakeTagger(seconds=0.3), window_seconds=0.0) as client:
        address = (client.base_url.host, client.base_url.port)
        body = json.dumps(post("x")).encode()
        head = f"POST /v1/extract HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
        for _ in range(10):
            with socket.create_connection(address) as caller:
                caller.sendall(f"{head}\r\n\r\n".encode() + body)
                time.sleep(0.02)
        time.sleep(0.2)
        assert metric(client, "queue_posts") == 0
        assert client.post("/v1/extract", json=post("x")).is_success
        assert metric(client, "posts_total") < 8
        assert 'status="499"' in client.get("/metrics").text


def test_when_a_worker_dies_its_neighbours_are_answered_and_it_is_started_again():
    with service(FakeTagger(seconds=0.01), cores=2) as client:
        answers = send_all(client, [*["fine"] * 20, "it dies", *["fine"] * 20])
        died = [each for each in answers if each.status_code != 200]
        assert len(died) == 1
        assert died[0].json()["type"] == "urn:firsthand:problem:worker_died"
        for answer in answers:
            assert answer in died or answer.content == make_record(Post("1", "fine")).to_json()
        assert metric(client, "worker_restarts_total") >= 2
        assert client.get("/readyz").is_success


def test_long_posts_leave_a_lane_to_the_others():
    tagger = FakeTagger(seconds=1.0)
    with service(tagger, cores=2, batch_tokens=50, window_seconds=0.0) as client, ThreadPoolExecutor(4) as pool:
        long = [pool.submit(client.post, "/v1/extract", json=post("word " * 100)) for _ in range(4)]
        time.sleep(0.3)
        assert client.post("/v1/extract", json=post("short")).is_success
        assert sum(each.done() for each in long) < 3  # it went past those that came before it
        assert all(each.result().is_success for each in long)


def test_a_stream_answers_in_order_with_a_line_for_a_line():
    lines = [json.dumps(post("fine", id=str(number))) for number in range(300)]
    lines[7] = json.dumps(post("it fails"))
    lines[8] = '{"id": "8", "text": " "}'
    lines[9] = "{"
    lines[10] = json.dumps({"id": "1", "txt": "x"})
    lines[11] = json.dumps(post("x" * (1 << 20)))
    with service(cores=2) as client:
        answer = client.post("/v1/extract/stream", content="\n".join(lines), headers=NDJSON)
        results = [json.loads(line) for line in answer.text.splitlines()]
        assert answer.headers["content-type"] == "application/x-ndjson"
        assert len(results) == 300
        assert [each.get("status") for each in results[6:13]] == [None, 500, 422, 400, 422, 413, None]
        assert [each["post"]["id"] for each in results if "post" in each] == [
            str(n) for n in range(300) if not 7 <= n <= 11
        ]
        whole = b"\n".join(make_record(Post(str(n), "fine")).to_json() for n in range(12, 300))
        assert answer.content.strip().endswith(whole)
        empty = client.post("/v1/extract/stream", content="\n\n", headers=NDJSON)
        assert (empty.status_code, empty.text) == (200, "")


def test_a_stream_answers_before_its_request_ends():
    with service() as client:
        seen = threading.Event()

        def lines():
            yield (json.dumps(post("first")) + "\n").encode()
            assert seen.wait(20), "no answer came while the request was open"
            yield json.dumps(post("second")).encode()

        reader = StreamCaller(client, seen)
        assert [each["post"]["text"] for each in reader.send(lines())] == ["first", "second"]


class StreamCaller:
    """A caller who reads while it writes, which httpx cannot."""

    def __init__(self, client, seen):
        self.address = (client.base_url.host, client.base_url.port)
        self.seen = seen

    def send(self, chunks):
        with socket.create_connection(self.address, timeout=30) as connection:
            head = "POST /v1/extract/stream HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\nconnection: close\r\n"
            connection.sendall(f"{head}content-type: application/x-ndjson\r\n\r\n".encode())
            received = bytearray()
            thread = threading.Thread(target=self.receive, args=(connection, received))
            thread.start()
            for chunk in chunks:
                connection.sendall(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
            connection.sendall(b"0\r\n\r\n")
            thread.join(30)
        return [json.loads(line) for line in received.split(b"\r\n\r\n", 1)[1].splitlines() if line.startswith(b"{")]

    def receive(self, connection, received):
        while data := connection.recv(65536):
            received += data
            if b'"first"' in received:
                self.seen.set()

"""The service with the real pipeline: the very records of `firsthand run`, and an orderly end."""

import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

pytest.importorskip("fastapi")

from corpora import authored
from nlp.serve.keys import add_key
from tests.serve.live import ROOT, address, serving

POSTS = 500
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    with serving("--workers", "2", log=tmp_path_factory.mktemp("serve") / "log") as (client, process):
        yield client, process


@pytest.fixture(scope="module")
def posts():
    texts = [post.text for post in authored.split("train")][:POSTS]
    assert len(texts) == POSTS
    return [
        {"id": str(n), "text": text, "author": f"a{n % 7}", "meta": {"drug": "Zoloft"}} for n, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def records(posts, tmp_path_factory):
    """What `firsthand run` writes, line by line."""
    folder = tmp_path_factory.mktemp("run")
    source, out = folder / "posts.jsonl", folder / "records.jsonl"
    source.write_text("".join(json.dumps(post) + "\n" for post in posts))
    command = [sys.executable, "-m", "nlp.cli", "run", str(source), "--out", str(out), "--quiet", "--workers", "2"]
    subprocess.run(command, cwd=ROOT, check=True)
    return out.read_bytes().splitlines()


def test_posts_sent_alone_give_the_bytes_of_a_run(live, posts, records):
    client, _ = live
    assert [client.post("/v1/extract", json=post).content for post in posts] == records


def test_posts_sent_in_batches_give_the_bytes_of_a_run(live, posts, records):
    client, _ = live
    for start in range(0, POSTS, 250):
        answer = client.post("/v1/extract/batch", json={"posts": posts[start : start + 250]})
        assert answer.content == b'{"results":[' + b",".join(records[start : start + 250]) + b"]}"


def test_posts_sent_under_load_give_the_bytes_of_a_run(live, posts, records):
    client, _ = live
    stream = "\n".join(json.dumps(post) for post in reversed(posts))
    with ThreadPoolExecutor(17) as pool:
        streamed = pool.submit(
            client.post, "/v1/extract/stream", content=stream, headers={"content-type": "application/x-ndjson"}
        )
        answers = list(pool.map(lambda post: client.post("/v1/extract", json=post).content, posts))
    assert answers == records
    assert streamed.result().content.splitlines() == records[::-1]


def test_the_steps_of_the_pipeline_are_timed(live):
    client, _ = live
    client.post("/v1/extract", json={"id": "1", "text": "Zoloft made me dizzy"})
    counts = dict(line.rsplit(" ", 1) for line in client.get("/metrics").text.splitlines() if line[0] != "#")
    for name in ("inference_seconds", "linking_seconds", "serialisation_seconds", "batch_tokens"):
        assert float(counts[f"firsthand_{name}_sum"]) > 0


def test_offsets_in_other_units_cut_the_same_words(live):
    client, _ = live
    text = "😀 Zoloft made me dizzy 🤢🤢 and my legs ache"
    for unit, encoding, width in (("utf16", "utf-16-le", 2), ("utf8", "utf-8", 1)):
        record = client.post(f"/v1/extract?offset_unit={unit}", json={"id": "1", "text": text}).json()
        assert record["entities"]
        for entity in record["entities"]:
            (start, end), *_ = entity["spans"]
            assert text.encode(encoding)[start * width : end * width].decode(encoding) == entity["text"]


def test_sigterm_finishes_what_is_in_flight_and_exits_with_0(live, posts, records):
    client, process = live
    with ThreadPoolExecutor(24) as pool:
        waiting = [pool.submit(client.post, "/v1/extract", json=post) for post in posts[:24]]
        time.sleep(0.15)
        process.send_signal(signal.SIGTERM)
        answers = [each.exception() or each.result() for each in waiting]
    answered = [(place, each) for place, each in enumerate(answers) if not isinstance(each, Exception)]
    assert len(answered) > 12
    for place, answer in answered:
        assert answer.content == records[place]
    assert process.wait(60) == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--host", "0.0.0.0", "--keys", "none.json"], "no valid API key in none.json"),
        (["--device", "tpu"], "device 'tpu' is not known; choices: auto, cpu, cuda"),
        (["--config", "none.toml"], "cannot read none.toml"),
        (["--host", "203.0.113.7", "--keys", "{keys}"], "cannot listen on 203.0.113.7 port 8080"),
    ],
)
def test_wrong_options_are_one_line_and_exit_code_2(options, message, tmp_path):
    add_key(tmp_path / "keys.json", "a")
    options = [each.format(keys=tmp_path / "keys.json") for each in options]
    done = subprocess.run(
        [sys.executable, "-m", "nlp.cli", "serve", *options], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_model_that_is_not_there_keeps_the_service_up_and_unready(tmp_path):
    log = tmp_path / "log"
    command = [sys.executable, "-m", "nlp.cli", "serve", "--port", "0", "--model", "nosuch", "--workers", "1"]
    with log.open("wb") as errors, subprocess.Popen(command, cwd=ROOT, stderr=errors) as process:
        with httpx.Client(base_url=address(log, process)) as client:
            while "loaded" in (answer := client.get("/readyz")).json()["detail"]:
                time.sleep(0.1)
            assert answer.status_code == 503
            assert "nosuch" in answer.json()["detail"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0

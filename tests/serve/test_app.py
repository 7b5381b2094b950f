"""The service over HTTP, around a fake tagger: answers, refusals by field, problems that tell no text, limits."""

import json
import time

import pytest

pytest.importorskip("fastapi")

from starlette.testclient import TestClient

from nlp.datamodel import Post, Record
from nlp.errors import UsageError
from nlp.serve.app import create_app, open_keys
from nlp.serve.keys import add_key, revoke_key
from nlp.serve.settings import ServeSettings
from tests.builders import make_record
from tests.serve.fakes import FakeTagger, post, service

JSON = {"content-type": "application/json"}
SECRET = "my secret words"


@pytest.fixture(scope="module")
def client():
    with service(cores=2) as client:
        yield client


def problem(answer, status, reason):
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    shown = answer.json()
    assert shown["type"] == f"urn:firsthand:problem:{reason}"
    assert shown["status"] == status
    assert SECRET not in answer.text
    return shown


def test_the_answer_is_the_record_byte_for_byte(client):
    answer = client.post("/v1/extract", json=post("hello", source="forum", meta={"stars": 2}))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == make_record(Post("1", "hello", source="forum", meta={"stars": 2})).to_json()


def test_include_thins_and_keeps_the_id(client):
    answer = client.post("/v1/extract?include=entities,warnings", json=post("hello", id="p7")).json()
    assert list(answer) == ["schema", "post", "entities", "warnings"]
    assert answer["post"] == {"id": "p7"}


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"text": SECRET}, ["id"]),
        ({"id": "1"}, ["text"]),
        ({"id": "", "text": SECRET}, ["id"]),
        ({"id": 1, "text": SECRET}, ["id"]),
        ({"id": "1", "text": 5}, ["text"]),
        ({"id": "1", "text": SECRET, "colour": SECRET}, ["colour"]),
        ({"id": "1", "text": SECRET, "meta": SECRET}, ["meta"]),
        ({"id": 1, "text": SECRET, "author": 3}, ["id", "author"]),
        ([SECRET], ["body"]),
        (SECRET, ["body"]),
    ],
)
def test_wrong_fields_are_named_and_their_values_are_not_told(client, body, fields):
    shown = problem(client.post("/v1/extract", json=body), 422, "wrong_fields")
    assert [each["field"] for each in shown["errors"]] == fields


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (r"", "empty_text"),
        (r"  ", "empty_text"),
        (r"my secret words\u0000", "nul_character"),
        (r"my secret words\ud83d", "lone_surrogate"),
    ],
)
def test_texts_that_files_refuse_are_refused_for_the_same_reason(client, text, reason):
    body = f'{{"id": "1", "text": "{text}"}}'
    answer = client.post("/v1/extract", content=body, headers={"content-type": "application/json"})
    assert problem(answer, 422, reason)["errors"][0]["field"] == "text"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"id": "1", "text": "my secret words", "text": "x"}',
        b'{"id": "1", "text": "my secret words", "meta": {"x": NaN}}',
        b'{"id": "1", "text": "my secret words\xff"}',
        b"[" * 100_000,
        b'{"id": "1", "text": "x", "meta": {"n": ' + b"1" * 5000 + b"}}",
    ],
)
def test_what_is_not_json_is_refused(client, body):
    problem(client.post("/v1/extract", content=body, headers={"content-type": "application/json"}), 400, "broken_json")


def test_other_content_types_paths_methods_and_parameters(client):
    problem(client.post("/v1/extract", content=b"{}"), 415, "unsupported_media_type")
    problem(client.get("/v1/nothing"), 404, "not_found")
    problem(client.put("/v1/extract"), 405, "method_not_allowed")
    problem(client.post("/v1/extract?offset_unit=utf32", json=post("x")), 422, "wrong_fields")
    problem(client.post("/v1/extract?include=entities,nothing", json=post("x")), 422, "wrong_fields")
    shown = problem(client.post("/v1/extract?inclde=entities", json=post("x")), 422, "wrong_fields")
    assert "choices: offset_unit, include" in shown["detail"]


def test_a_post_of_a_mebibyte_passes_and_a_longer_one_is_too_large(client):
    frame = len(json.dumps(post("")))
    assert client.post("/v1/extract", content=json.dumps(post("x" * (1_000_000 - frame))), headers=JSON).is_success
    problem(client.post("/v1/extract", content=json.dumps(post("x" * (1 << 20))), headers=JSON), 413, "too_large")
    problem(client.post("/v1/extract/batch", content=b" " * (9 << 20), headers=JSON), 413, "too_large")


def test_a_body_too_large_is_refused_without_its_length_being_told(client):
    chunks = (b" " * 100_000 for _ in range(20))
    problem(client.post("/v1/extract", content=chunks, headers=JSON), 413, "too_large")


def test_a_batch_gives_each_post_its_result_in_its_place(client):
    posts = [post("hello", id="a"), post(" ", id="b"), post("it fails", id="c"), post("bye", id="d")]
    answer = client.post("/v1/extract/batch", json={"posts": posts})
    first, second, third, fourth = answer.json()["results"]
    assert (first["post"]["id"], fourth["post"]["id"]) == ("a", "d")
    assert (second["type"], second["post_id"]) == ("urn:firsthand:problem:empty_text", "b")
    assert (third["type"], third["post_id"]) == ("urn:firsthand:problem:processing_failed", "c")
    assert make_record(Post("d", "bye")).to_json() in answer.content


def test_a_batch_names_wrong_fields_by_their_place(client):
    posts = [post("x"), {"id": "2", "txt": SECRET}]
    shown = problem(client.post("/v1/extract/batch", json={"posts": posts}), 422, "wrong_fields")
    assert [each["field"] for each in shown["errors"]] == ["posts.1.text", "posts.1.txt"]
    problem(client.post("/v1/extract/batch", json={"posts": []}), 422, "wrong_fields")
    shown = problem(client.post("/v1/extract/batch", json={"posts": [post("x")] * 257}), 422, "wrong_fields")
    assert shown["errors"][0]["reason"] == "too_many_posts"


def test_a_large_post_in_a_batch_is_refused_alone(client):
    posts = [post("x" * 600_000, id="a"), post("é" * 550_000, id="b"), post("x", id="c")]
    results = client.post("/v1/extract/batch", json={"posts": posts}).json()["results"]
    assert [each.get("status", 200) for each in results] == [200, 413, 200]


def test_posts_that_fail_or_cannot_be_written_are_errors_of_ours(client):
    problem(client.post("/v1/extract", json=post("it fails")), 500, "processing_failed")
    problem(client.post("/v1/extract", json=post("unwritable")), 500, "processing_failed")
    problem(client.post("/v1/extract", json=post(f"it raises {SECRET}")), 500, "processing_failed")


def test_headers_of_every_answer(client):
    for answer in (client.get("/"), client.get("/healthz"), client.post("/v1/extract", json={})):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "access-control-allow-origin" not in answer.headers
        assert "server" not in answer.headers
        assert len(answer.headers["x-request-id"]) == 16
    assert client.get("/healthz", headers={"x-request-id": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert client.get("/healthz", headers={"x-request-id": "a b"}).headers["x-request-id"] != "a b"


def test_about_and_health(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}
    assert client.get("/v1/schema").json()["$id"] == "firsthand/record/1"
    assert client.get("/v1/model").json()["models"] == {"fake": "1@abc"}
    for page in ("/docs", "/redoc", "/static/docs/swagger-ui.css"):
        assert client.get(page).is_success
    assert "cdn" not in client.get("/docs").text + client.get("/redoc").text


def test_metrics_count_and_hold_no_text(client):
    client.post("/v1/extract", json=post(SECRET, id="an-id-of-mine"))
    client.get("/my-secret-path")
    text = client.get("/metrics").text
    for name in (
        "requests_total",
        "queue_posts",
        "queue_tokens",
        "queue_wait_seconds_count",
        "batch_tokens_count",
        "inference_seconds_count",
        "linking_seconds_count",
        "serialisation_seconds_count",
    ):
        assert f"firsthand_{name}" in text
    assert 'firsthand_failures_total{reason="odd",step="recognise"}' in text
    for word in ("secret", "an-id-of-mine"):
        assert word not in text


def test_an_idempotency_key_gives_the_same_answer_again(client):
    headers = {"idempotency-key": "k-1"}
    first = client.post("/v1/extract", json=post("hello"), headers=headers)
    again = client.post("/v1/extract", json=post("hello"), headers=headers)
    assert again.content == first.content
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    problem(client.post("/v1/extract", json=post("other"), headers=headers), 422, "key_reused")
    problem(client.post("/v1/extract?include=case", json=post("hello"), headers=headers), 422, "key_reused")
    bad = client.post("/v1/extract", json=post("x"), headers={"idempotency-key": "a" * 256})
    problem(bad, 422, "bad_idempotency_key")


def test_cors_is_off_unless_an_origin_is_named():
    asked = {"origin": "https://forum.example", "access-control-request-method": "POST"}
    with service(cors_origins=("https://forum.example",)) as client:
        answer = client.options("/v1/extract", headers=asked)
        assert answer.headers["access-control-allow-origin"] == "https://forum.example"
        other = client.options("/v1/extract", headers={**asked, "origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers


def test_keys_are_needed_where_a_file_is_named_and_revoking_works_at_once(tmp_path):
    path = tmp_path / "keys.json"
    key, secret = add_key(path, "forum")
    with service(keys=path) as client:
        problem(client.post("/v1/extract", json=post("x")), 401, "no_valid_key")
        wrong = client.post("/v1/extract", json=post("x"), headers={"authorization": "Bearer fh_wrong"})
        assert problem(wrong, 401, "no_valid_key")
        assert wrong.headers["www-authenticate"] == "Bearer"
        for open_path in ("/", "/healthz", "/readyz", "/openapi.json"):
            assert client.get(open_path).is_success
        for closed in ("/metrics", "/v1/model", "/v1/schema"):
            assert client.get(closed).status_code == 401
        bearer = {"authorization": f"Bearer {secret}"}
        assert client.post("/v1/extract", json=post("x"), headers=bearer).is_success
        assert client.get("/openapi.json").json()["security"] == [{"key": []}]
        revoke_key(path, key.id)
        time.sleep(1.1)  # a running service looks at the file once a second
        problem(client.post("/v1/extract", json=post("x"), headers=bearer), 401, "no_valid_key")


def test_others_may_reach_it_only_with_keys(tmp_path):
    with pytest.raises(UsageError, match="firsthand keys add"):
        open_keys(ServeSettings(host="0.0.0.0", keys=tmp_path / "none.json"))
    assert open_keys(ServeSettings(host="::1")) is None
    with pytest.raises(UsageError, match="choices: auto, cpu, cuda"):
        create_app(ServeSettings(device="tpu"), 1)


def test_rates_are_limited_for_each_caller():
    with service(rate_posts=0.01, rate_burst=3) as client:
        assert client.post("/v1/extract/batch", json={"posts": [post("x")] * 3}).is_success
        answer = client.post("/v1/extract", json=post("x"))
        problem(answer, 429, "rate_limited")
        assert 0 < int(answer.headers["retry-after"]) <= 100


def test_a_model_that_does_not_load_keeps_readiness_red_with_the_reason():
    app = create_app(ServeSettings(), 1, FakeTagger(unmakeable=True))
    with TestClient(app) as client:
        answer = client.get("/readyz")
        while "loaded" in answer.json()["detail"]:
            answer = client.get("/readyz")
        assert "weights are missing" in problem(answer, 503, "not_ready")["detail"]
        assert client.get("/healthz").is_success
        problem(client.post("/v1/extract", json=post("x")), 503, "not_ready")
        problem(client.get("/v1/model"), 503, "not_ready")


def test_logs_tell_the_request_and_no_text(client, caplog):
    with caplog.at_level("INFO", logger="firsthand.serve"):
        client.post("/v1/extract", json=post(SECRET), headers={"x-request-id": "req-1"})
        client.post("/v1/extract", json=post(SECRET, colour=SECRET))
        client.get(f"/{SECRET}?x={SECRET}")
    told = [record for record in caplog.records if getattr(record, "request_id", None) == "req-1"]
    assert [(each.route, each.status, each.posts) for each in told] == [("/v1/extract", 200, 1)]
    assert "secret" not in str([record.__dict__ for record in caplog.records])


def test_the_openapi_has_the_records_own_schema(client):
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert set(schemas["Record"]["properties"]) == set(Record.__dataclass_fields__)
    assert {"PostIn", "BatchIn", "Results", "Problem", "Entity", "Case"} <= set(schemas)

"""The HTTP service: the same bytes as the pipeline, and errors that tell no text."""

import pytest

pytest.importorskip("fastapi")

from fastapi.testclient import TestClient

from nlp.datamodel import Post
from nlp.serve.app import create_app

TEXT = "Since Lexapro I can't sleep at all, but no nausea. 😀 My doctor is Dr. Jones."


@pytest.fixture(scope="module")
def client(pipeline):
    return TestClient(create_app(pipeline))


def test_the_record_is_byte_for_byte_the_pipelines(client, pipeline):
    answer = client.post("/v1/extract", json={"id": "1", "text": TEXT, "meta": {"drug": "Lexapro"}})
    assert answer.status_code == 200
    assert answer.content == pipeline(Post("1", TEXT, meta={"drug": "Lexapro"})).to_json()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"text": "SECRET"}, ["id", "Field required"]),
        ({"id": "1"}, ["text", "Field required"]),
        ({"id": "1", "text": 5}, ["text", "string"]),
        ({"id": "1", "text": "SECRET", "colour": "blue"}, ["colour"]),
        ({"id": "1", "text": "   "}, ["empty_text"]),
        ({"id": "1", "text": "SECRET" * 200_000}, ["too_long"]),
    ],
)
def test_bad_posts_are_refused_by_field_and_without_their_text(client, body, words):
    answer = client.post("/v1/extract", json=body)
    assert answer.status_code == 422
    for word in words:
        assert word in answer.text
    assert "SECRET" not in answer.text


def test_schema_and_health(client):
    assert client.get("/v1/schema").json()["$id"] == "firsthand/record/1"
    assert client.get("/healthz").json() == {"status": "ok"}

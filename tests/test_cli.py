"""The command line through its real entry point: good input, bad input, exit codes, and counts that add up."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet
import pytest

ROOT = Path(__file__).parent.parent
FIRSTHAND = Path(sys.executable).parent / "firsthand"
SAMPLES = ROOT / "docs" / "sample_posts.jsonl"


def firsthand(*arguments, cwd=None, stdin=None, timeout=300):
    return subprocess.run(
        [FIRSTHAND, *map(str, arguments)], cwd=cwd, input=stdin, capture_output=True, timeout=timeout, check=False
    )


def records(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    out = tmp_path_factory.mktemp("cli") / "records.jsonl"
    done = firsthand("run", SAMPLES, "--out", out, "--workers", 1)
    assert done.returncode == 0, done.stderr.decode()
    return out


def test_every_sample_post_gives_a_record_in_order(samples):
    wanted = [json.loads(line)["id"] for line in SAMPLES.read_text().splitlines()]
    assert [each["post"]["id"] for each in records(samples)] == wanted


def test_offsets_index_the_text(samples):
    for record in records(samples):
        text = record["post"]["text"]
        for entity in record["entities"]:
            assert entity["text"] == " ".join(text[start:end] for start, end in entity["spans"])


def test_records_follow_the_published_schema(samples):
    import jsonschema

    schema = json.loads(firsthand("schema").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    for record in records(samples):
        validator.validate(record)


def test_identifiers_of_the_samples_are_gone(samples):
    content = samples.read_text()
    for word in ("Okafor", "555-0142", "nightowl_82", "mtngirl"):
        assert word not in content


def test_two_workers_give_the_same_bytes(samples, tmp_path):
    assert firsthand("run", SAMPLES, "--out", tmp_path / "r.jsonl", "--workers", 2).returncode == 0
    assert (tmp_path / "r.jsonl").read_bytes() == samples.read_bytes()


@pytest.mark.parametrize("name", ["r.jsonl.gz", "r.parquet", "r.csv", "shards/"])
def test_every_output_holds_the_posts(name, tmp_path):
    done = firsthand("run", SAMPLES, "--out", f"{tmp_path}/{name}", "--workers", 1)
    assert done.returncode == 0, done.stderr.decode()
    if name.endswith(".gz"):
        assert len(records(tmp_path / name)) == 12
    elif name.endswith(".parquet"):
        assert pyarrow.parquet.read_table(tmp_path / name).num_rows == 12
    elif name.endswith(".csv"):
        assert (tmp_path / name).read_text().startswith("post_id,") or "id" in (tmp_path / name).read_text()[:80]
    else:
        assert sum(len(records(part)) for part in sorted((tmp_path / "shards").glob("part-*"))) == 12


def test_standard_input_to_standard_output(samples):
    done = firsthand("run", "-", "--out", "-", "--quiet", stdin=SAMPLES.read_bytes(), cwd=samples.parent)
    assert done.returncode == 0
    assert done.stdout == samples.read_bytes()


BAD_LINES = [
    (b'{"id": "ok", "text": "Zoloft made me dizzy"}', None),
    (b'{"id": "broken", "text": ', "broken_json"),
    (b'{"id": "none"}', "missing_text"),
    (b'{"id": "blank", "text": "   "}', "empty_text"),
    (b'{"id": "latin", "text": "caf\xe9"}', "wrong_encoding"),
    (b'{"id": "nul", "text": "a\\u0000b"}', "nul_character"),
    (b'{"id": "half", "text": "a\\ud83d b"}', "lone_surrogate"),
    (b'{"id": "ok", "text": "again"}', "duplicate_id"),
    (b'{"id": "emoji", "text": "\xf0\x9f\x98\x80\xf0\x9f\x98\x80"}', None),
    (b'{"id": "spanish", "text": "Me dio mucho dolor de cabeza y no pude dormir en toda la noche"}', None),
    (b'{"id": "extra", "text": "fine", "colour": "blue", "n": [1, 2]}', None),
    (b'{"id": "huge", "text": "' + b"pain " * 400_001 + b'"}', "too_long"),
]


def test_bad_posts_go_to_quarantine_and_the_rest_is_processed(tmp_path):
    (tmp_path / "posts.jsonl").write_bytes(b"\n".join(line for line, _ in BAD_LINES) + b"\n")
    done = firsthand("run", "posts.jsonl", "--out", "r.jsonl", "--workers", 1, cwd=tmp_path)
    assert done.returncode == 3
    written = {each["post"]["id"]: each for each in records(tmp_path / "r.jsonl")}
    assert list(written) == ["ok", "emoji", "spanish", "extra"]
    assert written["emoji"]["warnings"] == ["no_words"]
    assert written["spanish"]["warnings"] == ["not_english"]
    assert written["extra"]["post"]["meta"] == {"colour": "blue", "n": [1, 2]}
    quarantined = records(tmp_path / "r.jsonl.quarantine.jsonl")
    assert [each["reason"] for each in quarantined] == [reason for _, reason in BAD_LINES if reason]
    assert [each["place"] for each in quarantined] == [
        f"posts.jsonl:{number}" for number, (_, reason) in enumerate(BAD_LINES, 1) if reason
    ]
    message = done.stderr.decode()
    assert f"read {len(BAD_LINES)} = written 4 + quarantined 8" in message
    assert "caf" not in message


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nothing.jsonl", "--out", "r.jsonl"), ["nothing.jsonl"]),
        ((SAMPLES, "--out", "r.xlsx"), ["r.xlsx", ".parquet"]),
        ((SAMPLES, "--out", "missing/r.jsonl"), ["missing"]),
        ((SAMPLES, "--out", "r.jsonl", "--model", "gigantic"), ["gigantic", "default"]),
        ((SAMPLES, "--out", "r.jsonl", "--device", "tpu"), ["tpu", "cuda"]),
        ((SAMPLES, "--out", "r.jsonl", "--format", "xml"), ["xml", "jsonl"]),
        (("posts.csv", "--out", "r.jsonl"), ["text", "body"]),
    ],
)
def test_unusable_arguments_end_with_2_and_say_what_is_valid(arguments, words, tmp_path):
    (tmp_path / "posts.csv").write_text("id,body\n1,hello\n")
    done = firsthand("run", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    message = done.stderr.decode()
    assert "Traceback" not in message
    for word in words:
        assert word in message


def test_an_output_that_is_there_is_not_overwritten_unasked(tmp_path):
    (tmp_path / "r.jsonl").write_text("precious")
    done = firsthand("run", SAMPLES, "--out", "r.jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert b"--overwrite" in done.stderr
    assert (tmp_path / "r.jsonl").read_text() == "precious"


def test_interrupted_and_resumed_gives_the_same_bytes(tmp_path):
    posts = [json.loads(line) for line in SAMPLES.read_text().splitlines()]
    rows = [{**post, "id": f"{post['id']}-{turn}"} for turn in range(100) for post in posts]
    (tmp_path / "posts.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n")
    whole = firsthand("run", "posts.jsonl", "--out", "whole.jsonl", "--workers", 1, cwd=tmp_path)
    assert whole.returncode == 0
    command = [FIRSTHAND, "run", "posts.jsonl", "--out", "r.jsonl", "--workers", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as running:
        deadline = time.monotonic() + 120
        while not (tmp_path / "r.jsonl").exists() or (tmp_path / "r.jsonl").stat().st_size == 0:
            assert time.monotonic() < deadline
            assert running.poll() is None
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        message = running.stderr.read().decode()
    assert running.returncode == 130, message
    assert "--resume" in message
    assert 0 < len(records(tmp_path / "r.jsonl")) < len(rows)
    done = firsthand("run", "posts.jsonl", "--out", "r.jsonl", "--workers", 1, "--resume", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "r.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_version():
    assert firsthand("--version").stdout.decode().startswith("firsthand ")


def test_explain_shows_entities_and_reasons():
    done = firsthand("explain", "Since Lexapro I can't sleep at all")
    assert done.returncode == 0
    output = done.stdout.decode()
    for word in ("DRUG", "ADE", "Lexapro", "causes"):
        assert word in output


def test_explain_refuses_an_empty_text():
    done = firsthand("explain", "  ")
    assert done.returncode == 2
    assert b"empty" in done.stderr


def test_models_lists_the_default():
    assert b"default" in firsthand("models").stdout


def test_without_torch_the_gpu_is_named_with_its_pip_command(tmp_path):
    (tmp_path / "torch.py").write_text("raise ImportError('not here')")
    done = subprocess.run(
        [FIRSTHAND, "run", SAMPLES, "--out", "r.jsonl", "--device", "cuda"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b'pip install "firsthand[torch]"' in done.stderr

"""Golden records: what the sample posts give, whole. A change that moves a record is read before it is accepted.

`python -m tests.test_golden` writes them anew; look at the difference before you commit it.
"""

import json
from pathlib import Path

import pytest

from nlp.io.sources import read

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "records.jsonl"
SAMPLES = ROOT / "docs" / "sample_posts.jsonl"


def golden_view(record):
    """A record without scores and versions: what it says, and on which words."""
    plain = record.to_dict()
    plain.pop("provenance")
    return without_scores(plain)


def without_scores(value):
    if isinstance(value, dict):
        return {name: without_scores(each) for name, each in value.items() if name not in ("score", "reason")}
    return [without_scores(each) for each in value] if isinstance(value, list) else value


def rows():
    return [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("wanted", rows() if GOLDEN.is_file() else [], ids=lambda row: row["post"]["id"])
def test_the_sample_posts_give_their_golden_records(pipeline, wanted):
    post = next(each for each in read([str(SAMPLES)]) if each.id == wanted["post"]["id"])
    assert golden_view(pipeline(post)) == wanted


def test_there_is_a_golden_record_for_every_sample_post():
    assert [row["post"]["id"] for row in rows()] == [each.id for each in read([str(SAMPLES)])]


def write() -> None:
    import nlp
    from tests import conftest  # noqa: F401  (the key of the pseudonyms)

    pipeline = nlp.load(threads=1)
    lines = [json.dumps(golden_view(pipeline(post)), ensure_ascii=False) for post in read([str(SAMPLES)])]
    GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()

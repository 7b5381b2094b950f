"""The challenge set, read by the whole pipeline: each case is right, or stands in the list of known failures.

`python -m tests.test_challenge_set` writes the list anew; it may only grow shorter, unless a commit says why not.
"""

import json
from pathlib import Path

import pytest

from corpora import challenge
from nlp.datamodel import Post

KNOWN = Path(__file__).parent / "cases" / "challenge_failures.txt"


def known():
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def parameters():
    failing = known()
    mark = pytest.mark.xfail(strict=True, reason="known failure")
    return [pytest.param(each, id=each.id, marks=[mark] if each.id in failing else []) for each in challenge.load()]


def problems(pipeline, case):
    post = Post(case.id, case.text, meta={"drug": case.drug} if case.drug else {})
    return challenge.check(json.loads(pipeline(post).to_json()), case)


@pytest.mark.parametrize("case", parameters())
def test_a_case_is_right(pipeline, case):
    assert problems(pipeline, case) == []


def test_every_known_failure_is_a_case():
    assert known() <= {each.id for each in challenge.load()}


def write() -> None:
    import nlp

    pipeline = nlp.load(threads=1)
    failing = [each.id for each in challenge.load() if problems(pipeline, each)]
    head = "# ids of challenge cases that are still wrong: an honest to-do list, kept as strict xfails\n"
    KNOWN.write_text(head + "".join(f"{each}\n" for each in failing), encoding="utf-8")


if __name__ == "__main__":
    write()

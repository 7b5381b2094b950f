"""The service keeps what its OpenAPI description promises, under requests that schemathesis makes up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("fastapi")
pytest.importorskip("schemathesis")

from tests.serve.fakes import service

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = "30"


def test_every_answer_is_one_that_is_described(tmp_path):
    with service(tagger=None) as client:
        # its command: its pytest plugin does not run under pytest 9
        command = [str(Path(sys.executable).parent / "schemathesis"), "run", f"{client.base_url}/openapi.json"]
        options = ["--checks", "all", "--max-examples", EXAMPLES, "--seed", "7", "--no-color"]
        done = subprocess.run(
            [*command, *options],
            cwd=tmp_path,
            env={**os.environ, "SCHEMATHESIS_HOOKS": "tests.serve.schemathesis_hooks", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=900,
        )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]

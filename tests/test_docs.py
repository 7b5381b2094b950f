"""The README and the pages in docs/ do what they say: every `bash` and `python` block runs."""

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- not run: [^>]+-->\s*)?```(bash|python)\n(.*?)```", re.DOTALL)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks():
    for page in PAGES:
        for number, match in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), 1):
            skipped, language, code = match.groups()
            if not skipped:
                yield pytest.param(language, code, id=f"{page.name}-{number}")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A folder with the sample posts where the README expects them."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "sample_posts.jsonl", folder / "docs")
    yield folder
    if (pid := folder / "serve.pid").exists():  # docs/serving.md stops its service itself, unless a block failed
        with suppress(ProcessLookupError):
            os.kill(int(pid.read_text()), signal.SIGTERM)


@pytest.mark.parametrize(("language", "code"), blocks())
def test_block_runs(language, code, workshop):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "-euc", code] if language == "bash" else [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=workshop, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]

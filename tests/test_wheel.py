"""The wheel works by itself: an empty environment, another folder, no hub."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(ROOT)], check=True
    )
    return next(out.glob("firsthand-*.whl"))


def test_the_wheel_holds_model_and_vocabulary(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "nlp/models/default/model.int8.onnx" in names
    assert any(name.startswith("nlp/models/vocabulary/") for name in names)
    assert not any("tests/" in name for name in names)


@pytest.mark.install
def test_the_wheel_runs_offline_in_an_empty_environment(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--constraint", ROOT / "constraints.txt", wheel], check=True, timeout=1500)
    offline = {
        **os.environ,
        "HF_HUB_OFFLINE": "1",
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    offline.pop("PYTHONPATH", None)
    posts = tmp_path / "posts.jsonl"
    posts.write_text('{"id": "1", "text": "Since Lexapro I can\'t sleep at all"}\n')
    command = [tmp_path / "env" / "bin" / "firsthand", "run", posts, "--out", tmp_path / "out.jsonl"]
    subprocess.run(command, check=True, cwd=tmp_path, env=offline, timeout=300)
    record = json.loads((tmp_path / "out.jsonl").read_text())
    assert {entity["label"] for entity in record["entities"]} >= {"DRUG", "ADE"}
    torch = subprocess.run([python, "-c", "import torch"], capture_output=True, cwd=tmp_path, env=offline)
    assert torch.returncode != 0, "the core must not bring torch"

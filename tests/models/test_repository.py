"""Models by name; damaged ones are refused by name."""

import json
import shutil

import pytest

from nlp.errors import ModelError
from nlp.models import repository


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(repository.SHIPPED / "default", tmp_path / "default")
    return tmp_path / "default"


def test_the_shipped_model_is_whole():
    assert repository.resolve("default").name == "default"


def test_the_shipped_model_is_small_enough_for_the_package():
    size = sum(file.stat().st_size for file in (repository.SHIPPED / "default").iterdir())
    assert size < 30e6


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ModelError, match=r"model 'nope' is neither a folder nor known; known: .*default"):
        repository.resolve("nope")


def test_models_in_the_users_folder_are_found(copy, monkeypatch):
    copy.rename(copy.with_name("mine"))
    monkeypatch.setenv("FIRSTHAND_MODELS", str(copy.parent))
    assert repository.resolve("mine").path == copy.with_name("mine")


def test_a_changed_file_is_refused(copy):
    with (copy / "tokenizer.json").open("a") as file:
        file.write(" ")
    with pytest.raises(ModelError, match=r"tokenizer\.json has sha256 .* its card says"):
        repository.resolve(str(copy))


def test_a_missing_file_is_refused(copy):
    (copy / "model.int8.onnx").unlink()
    with pytest.raises(ModelError, match=r"model\.int8\.onnx is missing"):
        repository.resolve(str(copy))


def test_another_label_scheme_is_refused(copy):
    card = json.loads((copy / "model.json").read_text())
    (copy / "model.json").write_text(json.dumps({**card, "labels": ["DRUG", "POTION"]}))
    with pytest.raises(ModelError, match="labels that are not ours: POTION"):
        repository.resolve(str(copy))


def test_a_folder_without_a_card_is_no_model(tmp_path):
    with pytest.raises(ModelError, match=r"holds no model\.json"):
        repository.resolve(str(tmp_path))

"""Configurations name what is wrong with them."""

from pathlib import Path

import pytest

from nlp.errors import UsageError
from training.config import read_config

FOLDER = Path(__file__).parents[2] / "training" / "configs"
CONFIGS = sorted(path for path in FOLDER.glob("*.toml") if path.stem != "link")  # of another kind


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_shipped_configurations_are_valid(path):
    assert read_config(path).corpora


def test_an_unknown_key_is_named_with_the_valid_ones(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text('name = "x"\nencoder = "y"\nepoch = 3\n')
    with pytest.raises(UsageError, match=r"unknown key 'epoch'; valid: .*epochs"):
        read_config(file)


def test_a_missing_key_is_named(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text('name = "x"\n')
    with pytest.raises(UsageError, match="'encoder' is missing"):
        read_config(file)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"nothing\.toml does not exist"):
        read_config(tmp_path / "nothing.toml")


def test_parts_that_are_none_are_named(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text('name = "x"\nencoder = "y"\n\n[sample]\nparts = 4\nkeep = [1, 4]\n')
    with pytest.raises(UsageError, match=r"keep \[1, 4\] is not among the parts 0 to 3"):
        read_config(file)

from pathlib import Path

import pytest

from nlp.errors import UsageError
from nlp.io.inputs import find_inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.jsonl", "a.CSV", "c.parquet", "notes.txt", ".hidden.jsonl", "deep/b.jsonl.gz", "deep/.git/x.jsonl"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "in"


def names_and_formats(*inputs: str | Path, **options: object) -> list[tuple[str, str]]:
    return [(file.name, file.format) for file in find_inputs(inputs, **options)]  # type: ignore[arg-type]


def test_a_folder_gives_its_known_files_sorted_without_hidden_ones(folder: Path) -> None:
    found = [("a.CSV", "csv"), ("b.jsonl", "jsonl"), ("c.parquet", "parquet"), ("b.jsonl.gz", "jsonl")]
    assert names_and_formats(folder) == found


def test_files_named_alike_are_told_apart_by_their_folders(folder: Path) -> None:
    (folder / "deep" / "b.jsonl").touch()
    found = names_and_formats(folder / "deep" / "b.jsonl", folder / "b.jsonl")
    assert found == [("deep/b.jsonl", "jsonl"), ("b.jsonl", "jsonl")]


def test_a_glob_is_sorted_and_a_file_found_twice_is_read_once(folder: Path) -> None:
    assert names_and_formats(folder / "b.jsonl", f"{folder}/**/b.*") == [("b.jsonl", "jsonl"), ("b.jsonl.gz", "jsonl")]


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "posts[1].jsonl").touch()
    assert names_and_formats(tmp_path / "posts[1].jsonl") == [("posts[1].jsonl", "jsonl")]


def test_format_overrides_the_extension_and_opens_a_folder_of_any_files(folder: Path) -> None:
    assert names_and_formats(folder / "notes.txt", format="tsv") == [("notes.txt", "tsv")]
    assert len(names_and_formats(folder, format="tsv")) == 5


def test_standard_input_is_jsonl_unless_told_otherwise() -> None:
    assert names_and_formats("-") == [("-", "jsonl")]
    assert names_and_formats("-", format="csv") == [("-", "csv")]


def test_what_is_being_written_is_no_input_of_a_folder_or_glob(folder: Path) -> None:
    outputs = [folder / "b.jsonl", folder / "deep"]
    assert names_and_formats(folder, outputs=outputs) == [("a.CSV", "csv"), ("c.parquet", "parquet")]
    with pytest.raises(UsageError, match="no file matches"):
        find_inputs([f"{folder}/b.*"], outputs=outputs)
    with pytest.raises(UsageError, match="both an input and the output"):
        find_inputs([folder / "b.jsonl"], outputs=outputs)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("gone.jsonl", "gone.jsonl: no such file or folder"),
        ("*.csv", r"\*.csv: no file matches"),
        ("empty", "holds no file that can be read .*parquet"),
        ("x.docx", r"x.docx: unknown extension; readable are \.jsonl"),
        ("x.parquet.gz", "unknown extension"),
    ],
)
def test_unusable_inputs_are_named(given: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.docx").touch()
    (tmp_path / "x.parquet.gz").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=message):
        find_inputs([given])


def test_an_unknown_format_names_the_choices() -> None:
    with pytest.raises(UsageError, match="'xml': choose one of csv, jsonl, parquet, tsv"):
        find_inputs(["-"], format="xml")


def test_no_inputs_at_all() -> None:
    with pytest.raises(UsageError, match="no input given"):
        find_inputs([])

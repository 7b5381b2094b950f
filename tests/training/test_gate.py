"""The release gate: its file is valid, and a model that misses a limit fails by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from corpora.markup import AnnotatedPost, parse_post
from nlp.errors import UsageError
from nlp.models import repository
from training import assess_command, gate
from training.answers import Answer, Found
from training.cli import evaluate
from training.gate import Limit, Verdict

POST = parse_post(
    """# x-1 | forum | woman
Since <DRUG id=d1>Ambien</DRUG> <ADE id=e1 by=d1>terrible nightmares</ADE>.
@event e1 serious=medically_important:"terrible nightmares"
"""
)
FOUND = tuple(Found(each.label, each.spans, 0.75) for each in POST.entities)


def test_the_gate_that_ships_can_be_read() -> None:
    required = gate.read()
    assert {"model", "firsthand", "meqsum", "vaers", "healthsea"} <= {each.subject for each in required}
    assert {each.figure for each in required if each.subject == "firsthand"} == {*gate.AT_LEAST, *gate.AT_MOST}
    assert {each.figure for each in required if each.subject == "model"} == {*gate.OF_MODEL}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[firsthnd]\nstrict_f1 = 1", "no table is called 'firsthnd'; tables: model, firsthand, meqsum"),
        ("[firsthand]\nf1 = 1", r"\[firsthand\]: no figure is called 'f1'; figures: strict_f1, relaxed_f1"),
        ("[model]\nstrict_f1 = 1", r"\[model\]: no figure is called 'strict_f1'; figures: megabytes, int8_loss"),
        ("[model]\nmegabytes = '30'", "megabytes is '30' and not a number"),
        ("strict_f1 = 1", "no table is called 'strict_f1'"),
        ("[model", "is not TOML"),
    ],
)
def test_a_gate_with_a_mistake_is_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "gate.toml").write_text(content)
    with pytest.raises(UsageError, match=message):
        gate.read(tmp_path / "gate.toml")
    with pytest.raises(UsageError, match="does not exist"):
        gate.read(tmp_path / "none.toml")


def test_limits_hold_from_their_own_value_on() -> None:
    least, most = Limit("firsthand", "strict_f1", 0.5), Limit("model", "megabytes", 30.0)
    assert [Verdict(least, value).holds for value in (0.49, 0.5, None)] == [False, True, False]
    assert [Verdict(most, value).holds for value in (30.0, 30.1, None)] == [True, False, False]
    assert gate.verdicts([least, most], {"model": {"megabytes": 1.0}}) == [Verdict(most, 1.0)]


def test_figures_of_a_corpus_and_a_model() -> None:
    assert gate.corpus_figures([Answer(POST, FOUND)]) == {
        "strict_f1": 1.0,
        "relaxed_f1": 1.0,
        "any_label_relaxed_f1": 1.0,
        "serious_recall": 1.0,
        "calibration_error": 0.25,
        "calibration_error_relaxed": 0.25,
    }
    missed = gate.corpus_figures([Answer(POST, None)])
    assert (missed["strict_f1"], missed["serious_recall"], missed["calibration_error"]) == (0.0, 0.0, 0.0)
    figures = gate.model_figures(repository.read(repository.SHIPPED / "default"))
    assert 10 < figures["megabytes"] < 30
    assert -0.05 < figures["int8_loss"] <= 0.005


@pytest.mark.parametrize(("found", "code"), [(FOUND, 0), ((), 1)])
def test_the_command_fails_where_the_model_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, found: tuple[Found, ...], code: int
) -> None:
    def posts(*_: object) -> list[AnnotatedPost]:
        return [POST]

    monkeypatch.setattr(assess_command, "corpus_posts", posts)
    monkeypatch.setattr(assess_command, "reader_of", lambda *_: lambda posts: [found for _ in posts])
    monkeypatch.setattr(gate, "read", lambda: (Limit("firsthand", "strict_f1", 0.9), Limit("vaers", "strict_f1", 0.9)))
    app = typer.Typer()
    app.command("evaluate")(evaluate)
    result = CliRunner().invoke(app, ["--gate", "--data", str(tmp_path)])
    assert result.exit_code == code, result.output
    assert "not looked at" in result.output
    assert ("the gate fails: firsthand strict_f1" in result.output) == bool(code)
    rows = CliRunner().invoke(app, ["--gate", "--corpus", "firsthand", "--json", "-"])
    assert json.loads(rows.stdout)[0]["holds"] == (code == 0)

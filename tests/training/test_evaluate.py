from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from nlp.datamodel import Entity, RedactedPost, Redaction
from nlp.errors import UsageError
from nlp.privacy.redaction import MASK
from tests.builders import make_record
from training.cli import evaluate as command
from training.cli import train
from training.evaluate import evaluate, parse_label_map, render
from training.metrics import Scores

TEXT = "Since Lexapro I get bad headaches, my legs and arms ache"
Row = dict[str, Any]
Write = Callable[..., Path]


def row(id_: str | int, *entities: tuple[str, int, int], text: str = TEXT) -> Row:
    return {"id": id_, "text": text, "entities": [{"label": a, "start": b, "end": c} for a, b, c in entities]}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_rows(name: str, *rows: Row | str) -> Path:
        path = tmp_path / name
        content = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in rows).encode()
        path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
        return path

    return write_rows


def counts(scores: Scores) -> dict[str, tuple[int, int, int]]:
    return {each.label: (each.gold, each.predicted, each.strict_correct) for each in scores.labels}


def test_records_against_gold_by_id(write: Write) -> None:
    gold = write("gold.jsonl", row("b"), row("a", ("DRUG", 6, 13), ("ADE", 20, 33)))
    drug = Entity("e1", "DRUG", ((6, 13),), "Lexapro", 1.0, "model")
    ache = Entity("e2", "ADE", ((38, 42), (52, 56)), "legs ache", 1.0, "model")
    records = [
        replace(make_record(), post=RedactedPost(id_, TEXT), entities=entities)
        for id_, entities in (("a", (drug,)), ("b", (ache,)))
    ]
    predicted = write("records.jsonl.gz", *(each.to_json().decode() for each in records))
    scores = evaluate(gold, predicted, draws=5)
    assert counts(scores) == {"DRUG": (1, 1, 1), "ADE": (1, 1, 0)}
    assert scores.posts == 2
    assert scores.warnings == ()


def test_fragments_of_gold_are_the_spans_of_records(write: Write) -> None:
    entity = {"label": "ADE", "start": 38, "end": 56, "fragments": [[52, 56], [38, 42]]}
    gold = write("gold.jsonl", {"id": 1, "text": TEXT, "entities": [entity]})
    spans = {"label": "ADE", "spans": [[38, 42], [52, 56]]}
    predicted = write("pred.jsonl", {"post": {"id": "1", "text": TEXT}, "entities": [spans]})
    assert counts(evaluate(gold, predicted, draws=2)) == {"ADE": (1, 1, 1)}


def test_map_renames_and_drops_on_both_sides(write: Write) -> None:
    gold = write("gold.jsonl", row("a", ("ADR", 20, 33), ("Finding", 6, 13)))
    predicted = write("pred.jsonl", row("a", ("ADE", 20, 33), ("DOSE", 0, 5)))
    scores = evaluate(gold, predicted, label_map=parse_label_map("ADR=ADE, Finding= ,DOSE="), draws=2)
    assert counts(scores) == {"ADE": (1, 1, 1)}


def test_map_is_applied_once(write: Write) -> None:
    gold = write("gold.jsonl", row("a", ("ADE", 0, 5), ("SYMPTOM", 6, 13)))
    predicted = write("pred.jsonl", row("a", ("SYMPTOM", 0, 5), ("ADE", 6, 13)))
    swapped = evaluate(gold, predicted, label_map={"ADE": "SYMPTOM", "SYMPTOM": "ADE"}, draws=2)
    assert counts(swapped) == {"ADE": (1, 1, 0), "SYMPTOM": (1, 1, 0)}


@pytest.mark.parametrize("value", ["ADR", "=ADE", "ADR=ADE,ADR=SYMPTOM"])
def test_maps_that_cannot_be_read(value: str) -> None:
    with pytest.raises(UsageError, match="--map: "):
        parse_label_map(value)


def test_map_of_a_label_in_neither_file_is_a_slip(write: Write) -> None:
    gold = write("gold.jsonl", row("a", ("ADR", 0, 5)))
    with pytest.raises(UsageError, match="ADRR stands in neither file; labels: ADR"):
        evaluate(gold, gold, label_map={"ADRR": "ADE"})


def test_any_label(write: Write) -> None:
    gold = write("gold.jsonl", row("a", ("ADE", 20, 33), ("DRUG", 6, 13)))
    predicted = write("pred.jsonl", row("a", ("SYMPTOM", 20, 33), ("CONDITION", 20, 33)))
    scores = evaluate(gold, predicted, any_label=True, draws=2)
    assert counts(scores) == {"ENTITY": (2, 1, 1)}


def test_ids_on_one_side_only(write: Write) -> None:
    gold = write("gold.jsonl", row("a", ("ADE", 20, 33)), *(row(f"g{i}") for i in range(7)))
    predicted = write("pred.jsonl", row("a", ("ADE", 20, 33)), row("extra", ("ADE", 0, 5)))
    with pytest.raises(
        UsageError, match=r"7 of the 8 posts in gold.jsonl are not in pred.jsonl: g0, g1, g2, g3, g4, \.\.\."
    ):
        evaluate(gold, predicted)
    with pytest.raises(UsageError, match=r"1 of the 2 posts in pred.jsonl are not in gold.jsonl: extra;"):
        evaluate(write("gold.jsonl", row("a")), predicted)
    scores = evaluate(write("gold.jsonl", row("a"), row("b", ("ADE", 0, 5))), predicted, missing="empty", draws=2)
    assert (scores.posts, scores.micro.gold, scores.micro.predicted) == (3, 1, 2)
    assert "2 posts are in one file only" in scores.warnings[0]


def test_quarantined_posts_are_left_out_and_told(write: Write) -> None:
    gold = write("gold.jsonl", row("a", ("ADE", 20, 33)), row("b", ("ADE", 20, 33)), row("c"))
    failure = {"post_id": "b", "step": "read", "reason": "too_long", "message": "", "place": "x:2"}
    # The id of a second copy is quarantined as well: its first copy stands among the records and is scored.
    again = {"post_id": "a", "step": "read", "reason": "duplicate_id", "message": "", "place": "x:4"}
    predicted = write("pred.jsonl", row("a", ("ADE", 20, 33)), row("c"))
    quarantine = write("bad.jsonl", failure, again, {**failure, "post_id": None})
    scores = evaluate(gold, predicted, quarantine=quarantine, draws=2)
    assert (scores.posts, scores.micro.gold, scores.micro.strict_correct) == (2, 1, 1)
    assert scores.warnings == ("1 quarantined posts are left out of the score",)
    mixed = write("mixed.jsonl", row("a", ("ADE", 20, 33)), row("c"), failure)
    assert evaluate(gold, mixed, draws=2) == scores


def test_masks_are_no_difference_of_texts_but_other_words_are(write: Write) -> None:
    gold = write("gold.jsonl", row("a"), row("b"), row("c"))
    masked = TEXT.replace("Lexapro", MASK * 7)
    predicted = write("pred.jsonl", row("a", text=masked), row("b", text=TEXT + "!"), row("c", text=TEXT.upper()))
    (warning,) = evaluate(gold, predicted, draws=2).warnings
    assert warning.startswith("the texts of 2 posts differ")
    assert warning.endswith(": b, c")


BROKEN = {
    "not JSON": ('{"id": ', "gold.jsonl:2: not a line of JSON"),
    "a list": ("[]", "gold.jsonl:2: list instead of a JSON object"),
    "no id": ({"text": TEXT, "entities": []}, "gold.jsonl:2: a row needs an id"),
    "no entities": ({"id": "x", "text": TEXT}, "gold.jsonl:2: a row needs a list 'entities'; it has: id, text"),
    "no label": ({"id": "x", "entities": [{"start": 0, "end": 1}]}, "gold.jsonl:2, entity 1: no 'label'"),
    "empty span": (row("x", ("ADE", 3, 3)), "gold.jsonl:2, entity 1: a span is two whole numbers"),
    "beyond the text": (row("x", ("ADE", 3, 99)), f"within the {len(TEXT)} code points"),
    "no numbers": ({"id": "x", "entities": [{"label": "ADE", "fragments": ["ab"]}]}, "entity 1: a span is two"),
    "twice": (row("a"), "gold.jsonl:2: the id a stands in an earlier row too"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rows_are_named_without_their_text(write: Write, name: str) -> None:
    broken, message = BROKEN[name]
    gold = write("gold.jsonl", row("a"), broken)
    with pytest.raises(UsageError) as caught:
        evaluate(gold, gold)
    assert message in str(caught.value)
    assert "Lexapro" not in str(caught.value)


def test_files_that_cannot_be_read(write: Write, tmp_path: Path) -> None:
    gold = write("gold.jsonl", row("a"))
    for name, content in (("cut.jsonl.gz", gzip.compress(b'{"id": "a"}\n' * 9)[:-12]), ("plain.jsonl.gz", b"{}")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UsageError, match=name):
            evaluate(gold, tmp_path / name)
    with pytest.raises(UsageError, match="No such file"):
        evaluate(gold, tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="no post to score"):
        evaluate(write("empty.jsonl"), write("empty2.jsonl"))


def test_table_shows_every_label_and_what_to_know(write: Write) -> None:
    gold = write("gold.jsonl", row("a", ("ADE", 20, 33), ("[x]", 0, 5)))
    predicted = write("pred.jsonl", row("a", ("ADE", 20, 33), ("DRUG", 6, 13), text=TEXT + " [/b]"))
    console = Console(width=80, record=True, file=StringIO())
    console.print(render(evaluate(gold, predicted, draws=3)))
    shown = console.export_text()
    for words in ("ADE", "[x]", "macro", "only in the gold: [x]", "only in the predictions: DRUG", "texts of 1 posts"):
        assert words in shown


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer()
    app.command("evaluate")(command)
    app.add_typer(train, name="train")
    return app


def test_command_writes_json_and_prints_a_table(app: typer.Typer, write: Write, tmp_path: Path) -> None:
    gold = write("gold.jsonl", row("a", ("ADR", 20, 33), ("DRUG", 6, 13)))
    predicted = write("pred.jsonl", row("a", ("ADE", 20, 33), ("DOSE", 6, 13)))
    arguments = ["evaluate", "--gold", str(gold), "--pred", str(predicted), "--map", "ADR=ADE", "--json"]
    out = tmp_path / "scores.json"
    result = CliRunner().invoke(app, [*arguments, str(out)])
    assert result.exit_code == 0, result.output
    assert "only in the gold: DRUG" in result.output
    scores = json.loads(out.read_text())
    assert scores["micro"]["strict"]["f1"]["value"] == 0.5
    assert scores["only_predicted"] == ["DOSE"]
    printed = CliRunner().invoke(app, [*arguments, "-", "--any-label"])
    assert json.loads(printed.output)["micro"]["strict"]["f1"]["value"] == 1.0


def test_command_refuses_what_it_cannot_use(app: typer.Typer, write: Write, tmp_path: Path) -> None:
    gold = write("gold.jsonl", row("a"))
    arguments = ["evaluate", "--gold", str(gold), "--pred", str(gold)]
    assert CliRunner().invoke(app, [*arguments, "--missing", "maybe"]).exit_code == 2
    unwritable = CliRunner().invoke(app, [*arguments, "--json", str(tmp_path / "none" / "x.json")])
    assert isinstance(unwritable.exception, UsageError)
    assert "--json" in str(unwritable.exception)


def test_import_of_the_command_line_is_light() -> None:
    heavy = "{'numpy', 'torch', 'spacy', 'pandas', 'sklearn'}"
    code = f"import sys, training.cli; print(sorted({heavy} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_redacted_record_still_scores(write: Write) -> None:
    post = RedactedPost("a", TEXT.replace("Lexapro", MASK * 7), redactions=(Redaction(6, 13, "PERSON"),))
    record = replace(
        make_record(), post=post, entities=(Entity("e1", "ADE", ((20, 33),), "bad headaches", 1.0, "model"),)
    )
    scores = evaluate(write("g.jsonl", row("a", ("ADE", 20, 33))), write("r.jsonl", record.to_json().decode()), draws=2)
    assert scores.micro.strict.f1.value == 1.0
    assert scores.warnings == ()

"""What is reported of a model on a corpus, from answers made by hand; then the commands on a few real posts."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from corpora import authored, gold
from corpora.markup import AnnotatedPost, parse_post
from nlp.datamodel import ENTITY_LABELS
from nlp.errors import UsageError
from training import assess_command
from training.answers import Answer, Found, annotated_labels, answers, corpus_posts
from training.assess import Assessment, assess, perturbed_scores
from training.assess_tables import tables
from training.cli import evaluate
from training.slices import length_band, mention_slices, post_slices

POSTS = [
    parse_post(
        """# x-1 | forum | woman | area=sleep
Since <DRUG id=d1>Ambien</DRUG> <ADE id=e1 by=d1>terrible nightmares</ADE> and <ADE by=d1>nausea</ADE>.
@event e1 serious=medically_important:"terrible nightmares"
"""
    ),
    parse_post(
        """# x-2 | blog | man | area=rare
I have <CONDITION>myasthenia gravis</CONDITION>, <CONDITION>flu</CONDITION> and take <DRUG id=d1>lisinopril</DRUG>,
<DRUG>statins</DRUG>."""
    ),
]
TRAINING = [replace(POSTS[0], id="t-1", text=POSTS[0].text.upper(), entities=POSTS[0].entities[:1])]


def right(post: AnnotatedPost, score: float = 0.9) -> list[Found]:
    return [Found(each.label, each.spans, score) for each in post.entities]


@pytest.fixture
def assessment() -> Assessment:
    drug, nightmares, nausea = right(POSTS[0])
    found = (
        drug,
        replace(nightmares, label="SYMPTOM"),
        replace(nausea, spans=((nausea.spans[0][0] - 2, nausea.spans[0][1]),)),
    )
    given = [Answer(POSTS[0], found), Answer(POSTS[1], None)]
    return assess(
        given,
        corpus="x",
        split="dev",
        model="m",
        post_keys=post_slices(TRAINING),
        mention_keys=mention_slices(TRAINING),
        robustness=perturbed_scores(POSTS, lambda posts: [Answer(each, tuple(right(each))) for each in posts], 5),
        draws=20,
    )


def test_an_assessment_counts_what_was_found(assessment: Assessment) -> None:
    micro = assessment.scores.micro
    assert (assessment.failed, micro.gold, micro.predicted, micro.strict_correct, micro.relaxed_correct) == (
        1,
        7,
        3,
        1,
        2,
    )
    assert assessment.any_label.micro.relaxed_correct == 3
    assert assessment.calibration.error == pytest.approx(0.9 - 1 / 3)
    assert assessment.calibration_relaxed.error == pytest.approx(0.9 - 2 / 3)
    assert {name: each.micro.strict.f1.value for name, each in assessment.robustness.items()} == {
        "typos": 1.0,
        "upper case": 1.0,
        "lower case": 1.0,
    }


def test_posts_and_mentions_are_parted(assessment: Assessment) -> None:
    parts = {name: {each.name: each.posts for each in group} for name, group in assessment.by_post.items()}
    assert parts == {
        "length": {"up to 24 words": 2},
        "community in train": {"in train": 1, "not in train": 1},
        "area": {"sleep": 1, "rare": 1},
        "community": {"forum": 1, "blog": 1},
    }
    found = {
        name: {each.name: (each.gold, each.relaxed.value, each.any_label.value) for each in group}
        for name, group in assessment.by_mention.items()
    }
    assert found["words"] == {"unseen": (6, pytest.approx(1 / 6), pytest.approx(2 / 6)), "seen in train": (1, 1.0, 1.0)}
    assert found["serious event"] == {"serious": (1, 0.0, 1.0)}
    assert found["rare condition"] == {"rare": (1, 0.0, 0.0), "other conditions": (1, 0.0, 0.0)}
    assert set(found["drug class"]) == {
        "ACE inhibitors",
        "(other drugs)",
        "statins (HMG-CoA reductase inhibitors)",
    }
    assert found["kind of drug"]["class"][0] == 1


def test_it_is_shown_and_is_json(assessment: Assessment) -> None:
    console = Console(width=100, file=StringIO(), record=True)
    console.print(tables(assessment))
    shown = console.export_text()
    for words in (
        "1 posts gave no record",
        "any label",
        "posts by area",
        "serious",
        "typos",
        "calibration error 0.567",
    ):
        assert words in shown
    assert json.loads(json.dumps(assessment.to_dict()))["confusion"]["labels"][-1] == "(nothing)"


def test_only_what_is_annotated_is_scored() -> None:
    labels = annotated_labels(POSTS[1:])
    assert labels == ("DRUG", "CONDITION")
    (answer,) = answers(lambda posts: [(*right(posts[0]), Found("DOSE", ((0, 1),), 0.5))], POSTS[1:], labels)
    assert len(answer.mentions) == len(answer.gold) == 4
    assert "DOSE" in ENTITY_LABELS


def test_length_bands_have_no_gaps() -> None:
    bands = [length_band(replace(POSTS[0], text="a " * words)) for words in range(1, 160)]
    assert [bands[24 - 1], bands[25 - 1], bands[149 - 1], bands[150 - 1]] == [
        "up to 24 words",
        "25 to 74 words",
        "75 to 149 words",
        "150 words and more",
    ]


def test_a_corpus_is_found_by_name_or_place(tmp_path: Path) -> None:
    gold.write(POSTS, tmp_path / "mine.jsonl")
    place = str(tmp_path / "mine.jsonl")
    assert {post.id for post in corpus_posts(place, None, tmp_path)} == {"x-1", "x-2"}
    assert len(corpus_posts(place, "dev", tmp_path)) == 1
    for name, split, message in (
        ("nope", None, "no corpus is called 'nope', and it is no file or folder; corpora: firsthand, meqsum"),
        (place, "test", "has the splits train and dev"),
        ("firsthand", "exam", "no split is called 'exam'; splits: train, dev, test"),
        ("meqsum", None, "is not there: the texts are not ours"),
    ):
        with pytest.raises(UsageError, match=message):
            corpus_posts(name, split, tmp_path)


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer()
    app.command("evaluate")(evaluate)
    return app


@pytest.mark.parametrize("mode", ["--recogniser-only", "--no-robustness"])
def test_the_command_runs_the_shipped_model(app: typer.Typer, tmp_path: Path, mode: str) -> None:
    posts = authored.split("train")[:6]
    gold.write(posts, tmp_path / "mine.jsonl")
    arguments = ["--corpus", str(tmp_path / "mine.jsonl"), mode, "--no-robustness", "--data", str(tmp_path)]
    result = CliRunner().invoke(app, [*arguments, "--json", "-"])
    assert result.exit_code == 0, result.output
    (scores,) = json.loads(result.output)
    assert scores["scores"]["posts"] == 6
    assert scores["scores"]["micro"]["relaxed"]["f1"]["value"] > 0.5
    assert scores["split"] == "all posts"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give --gold and --pred to score files, or --corpus to score a model, or --gate"),
        (["--gold", "a.jsonl"], "give --gold and --pred"),
        (["--corpus", "firsthand", "--gold", "a.jsonl"], "go without --corpus"),
        (["--gate", "--any-label"], "go without --corpus, --gate"),
        (["--gate", "--split", "dev"], "--gate scores the test split, not 'dev'"),
        (["--gate", "--corpus", "nope"], "the gate has no limits for nope; it has some for: firsthand"),
    ],
)
def test_what_does_not_go_together_is_refused(app: typer.Typer, arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert isinstance(result.exception, UsageError)
    assert message in str(result.exception)


def test_the_texts_at_hand_decide_what_is_seen(tmp_path: Path) -> None:
    assert len(assess_command.training_posts(tmp_path)) == len(authored.split("train"))

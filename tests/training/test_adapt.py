"""A tiny model adapted to a handful of posts: the whole way, from files to a model folder that can be used."""

import json
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from typer.testing import CliRunner  # noqa: E402

from corpora import authored, gold, own  # noqa: E402
from nlp.errors import ModelError, UsageError  # noqa: E402
from nlp.models import repository  # noqa: E402
from nlp.models.backends import OnnxBackend  # noqa: E402
from nlp.models.recogniser import SpanRecogniser  # noqa: E402
from training import adapt  # noqa: E402
from training.adapt import adapt as adapt_model  # noqa: E402
from training.adapt import golds_of, network_of  # noqa: E402
from training.cli import train  # noqa: E402
from training.config import read_config  # noqa: E402
from training.examples import own_gold  # noqa: E402


@pytest.fixture(scope="module")
def posts():
    return authored.split("train")[:10]


@pytest.fixture(scope="module")
def adapted(model, posts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("adapted")
    gold.write(posts, folder / "mine.jsonl")
    config = read_config(adapt.CONFIG)
    sources = tuple(replace(each, share=each.share if each.name == "own" else 0.01) for each in config.corpora)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adapt, "own_gold", lambda split: own_gold(split)[:8])
        return adapt_model(
            folder / "mine.jsonl", str(model.path), folder / "out", folder, replace(config, corpora=sources, epochs=2)
        )


def test_it_gives_a_model_that_can_be_used(adapted, model):
    made = repository.resolve(str(adapted.folder))
    assert made.name == "tiny-adapted"
    assert made.card["adapted_from"] == {"name": "tiny", "version": model.fingerprint}
    assert made.card["scores"]["own_after"]["posts"] == adapted.held_back
    assert "heads" in made.card
    recogniser = SpanRecogniser(made, OnnxBackend(made.path / made.card["onnx"]))
    assert recogniser.read(["Since Lexapro I can't sleep"])[0].heads is not None


def test_it_trains_on_four_fifths_and_scores_the_rest(adapted, posts):
    assert (adapted.trained, adapted.held_back) == tuple(map(len, own.split(posts)))
    assert adapted.own_before.posts == adapted.own_after.posts == adapted.held_back
    assert adapted.ours_before.posts == 8


def test_the_weights_come_out_of_the_int8_file_with_the_heads(model):
    network = network_of(model)
    recogniser = SpanRecogniser(model, OnnxBackend(model.path / model.card["onnx"]))
    for name, value in recogniser.heads.weights.items():
        assert torch.equal(network.heads.state_dict()[name], torch.from_numpy(value))


def test_a_model_without_weights_is_refused(model, tmp_path):
    card = {name: value for name, value in model.card.items() if name != "weights"}
    with pytest.raises(ModelError, match="no weights that can be trained"):
        network_of(repository.ModelFolder(model.path, card))


def test_labels_that_a_user_never_marks_are_not_taught(posts):
    bare = [
        replace(
            post,
            entities=tuple(replace(each, attributes={}) for each in post.entities if each.label in ("DRUG", "ADE")),
            relations=(),
        )
        for post in posts
    ]
    found = golds_of(bare[:3], bare)
    assert {"DOSE", "CONDITION", "PERSON"} <= set(found[0].unmarked)
    assert not {"DRUG", "ADE"} & set(found[0].unmarked)
    assert all(gold.post is None for gold in found)
    assert all(gold.post is not None for gold in golds_of(posts[:3], posts))
    with pytest.raises(UsageError, match="nothing to learn"):
        golds_of(bare[:1], [replace(post, entities=()) for post in bare])


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ([], UsageError, "give --config to train a model, or --corpus to adapt one"),
        (["--corpus", "none.jsonl"], UsageError, "none.jsonl is not there; it needs to be a folder of brat"),
        (["--corpus", "x", "--resume"], UsageError, "go without --corpus"),
        (["--corpus", "{mine}", "--init", "nope"], ModelError, "model 'nope' is neither a folder nor known"),
        (["--corpus", "{one}"], UsageError, "cannot be parted"),
    ],
)
def test_what_cannot_be_done_is_refused(posts, tmp_path, arguments, error, message):
    for name, some in (("mine", posts), ("one", posts[:1])):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(gold.to_row(each)) + "\n" for each in some))
    filled = [each.format(mine=tmp_path / "mine.jsonl", one=tmp_path / "one.jsonl") for each in arguments]
    result = CliRunner().invoke(train, ["recognise", "--out", str(tmp_path / "out"), *filled])
    assert isinstance(result.exception, error), result.output
    assert message in str(result.exception)

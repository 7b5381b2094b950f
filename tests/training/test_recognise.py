"""The whole way of a model on the smallest real thing: a tiny encoder, one pass over a few posts, export, inference."""

import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from nlp.models import repository  # noqa: E402
from nlp.models.backends import OnnxBackend, TorchBackend  # noqa: E402
from nlp.models.recogniser import SpanRecogniser  # noqa: E402
from training.config import CorpusSource, RecogniseConfig  # noqa: E402
from training.examples import own_gold  # noqa: E402
from training.export import export  # noqa: E402
from training.recognise import train, warmup_linear  # noqa: E402

HIDDEN = 32
TEXT = "Since Lexapro 10 mg I can't sleep at all, severe nausea 😀 and a rash on my chest."


@pytest.fixture(scope="module")
def encoder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("encoder")
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=30522, hidden_size=HIDDEN, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    transformers.BertModel(config).save_pretrained(folder)
    (folder / "tokenizer.json").write_bytes((repository.SHIPPED / "default" / "tokenizer.json").read_bytes())
    return folder


@pytest.fixture(scope="module")
def config(encoder):
    return RecogniseConfig(
        "tiny", str(encoder), (CorpusSource("firsthand", share=0.03),), epochs=2, window=128, learning_rate=5e-3
    )


@pytest.fixture(scope="module")
def run(tmp_path_factory, config):
    out = tmp_path_factory.mktemp("run")
    train(config, out, out)
    return out


@pytest.fixture(scope="module")
def model(run, config, tmp_path_factory):
    out = tmp_path_factory.mktemp("model") / "tiny"
    export(run / "best", out, config, "0.0.1", own_gold("dev")[:10])
    return repository.resolve(str(out))


def test_a_run_logs_each_epoch_and_keeps_a_checkpoint(run):
    rows = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    assert [row["epoch"] for row in rows] == [1, 2]
    assert rows[1]["loss"] < rows[0]["loss"]
    assert (run / "checkpoint.pt").is_file()


def test_a_finished_run_resumes_without_training_again(run, config):
    train(config, run, run, resume=True)
    assert len((run / "log.jsonl").read_text().splitlines()) == 2


def test_the_exported_model_gives_the_networks_logits(model):
    onnx = SpanRecogniser(model, OnnxBackend(model.path / model.card["onnx"]))
    network = SpanRecogniser(model, TorchBackend(model.path, "cpu"))
    tokens = onnx.tokenise(TEXT)
    left, right = onnx.outputs([tokens])[0], network.outputs([tokens])[0]
    assert left.shape == right.shape == (len(tokens.words), len(model.scheme) + HIDDEN)
    assert np.abs(left - right).max() < 0.1 * max(
        1.0, np.abs(left).max()
    )  # weights are the same, activations are rounded


def test_a_batch_gives_the_same_as_one_by_one(model):
    recogniser = SpanRecogniser(model, OnnxBackend(model.path / model.card["onnx"]))
    texts = [TEXT, "short", "", TEXT * 30]
    assert recogniser.spans(texts) == [recogniser.spans([text])[0] for text in texts]


def test_warmup_rises_and_falls():
    factors = [warmup_linear(step, 100, 0.1) for step in range(101)]
    assert factors[0] == 0
    assert max(factors) == factors[10] == 1
    assert factors[100] == 0

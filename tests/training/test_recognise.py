"""The whole way of a model on the smallest real thing: a tiny encoder, one pass over a few posts, export, inference."""

import json
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from nlp.errors import ModelError  # noqa: E402
from nlp.models.backends import OnnxBackend, TorchBackend  # noqa: E402
from nlp.models.recogniser import SpanRecogniser  # noqa: E402
from tests.training.conftest import HIDDEN  # noqa: E402
from training.config import Noise  # noqa: E402
from training.recognise import train, warmup_linear  # noqa: E402

TEXT = "Since Lexapro 10 mg I can't sleep at all, severe nausea 😀 and a rash on my chest."


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


def test_a_student_learns_from_a_teacher(run, model, config, tmp_path):
    taught = replace(config, corpora=(replace(config.corpora[0], taught=True),), epochs=1)
    train(taught, tmp_path, tmp_path, teacher=run / "best")  # the export of `model` wrote the card that this needs
    (first, *_) = sorted((tmp_path / "taught").glob("*.npz"))
    with np.load(first) as chances:
        assert np.allclose(chances["arr_0"].astype(np.float32).sum(axis=1), 1, atol=0.02)
    assert len((tmp_path / "log.jsonl").read_text().splitlines()) == 1


def test_averaging_and_noise_take_part(config, tmp_path):
    both = replace(config, averaging=0.5, noise=Noise(typo=0.1, short=0.1, blot=0.1), epochs=1)
    train(both, tmp_path, tmp_path)
    state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert state["averaged"] is not None


def test_the_log_tells_how_the_heads_do(run):
    row = json.loads((run / "log.jsonl").read_text().splitlines()[-1])
    assert {"presence_accuracy", "causes_f1", "has_f1", "severity_macro_f1"} <= set(row)


def test_the_exported_heads_are_calibrated_and_read(model):
    recogniser = SpanRecogniser(model, OnnxBackend(model.path / model.card["onnx"]))
    (reading,) = recogniser.read([TEXT])
    assert reading.states.shape == (len(reading.words), HIDDEN)
    assert reading.heads.thresholds.keys() == {"causes", "treats", "has", "after_stopping"}
    assert "presence" in reading.heads.temperatures


def test_weights_of_another_shape_are_refused(config, tmp_path):
    torch.manual_seed(1)
    from safetensors.torch import save_file

    save_file({"encoder.strange.weight": torch.zeros(2)}, tmp_path / "model.safetensors")
    with pytest.raises(ModelError, match="do not fit"):
        train(replace(config, epochs=1), tmp_path, tmp_path / "out", initial=tmp_path)


def test_a_batch_gives_the_same_as_one_by_one(model):
    recogniser = SpanRecogniser(model, OnnxBackend(model.path / model.card["onnx"]))
    texts = [TEXT, "short", "", TEXT * 30]
    assert recogniser.spans(texts) == [recogniser.spans([text])[0] for text in texts]


def test_warmup_rises_and_falls():
    factors = [warmup_linear(step, 100, 0.1) for step in range(101)]
    assert factors[0] == 0
    assert max(factors) == factors[10] == 1
    assert factors[100] == 0

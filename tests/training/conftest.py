"""A tiny encoder, a run of training on a few posts and the model that it gave, made once for all tests of training."""

import pytest

from nlp.models import repository
from training.config import CorpusSource, RecogniseConfig
from training.examples import own_gold

HIDDEN = 32


@pytest.fixture(scope="session")
def encoder(tmp_path_factory):
    """The smallest encoder with the tokeniser of the shipped model."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    folder = tmp_path_factory.mktemp("encoder")
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=30522, hidden_size=HIDDEN, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    transformers.BertModel(config).save_pretrained(folder)
    (folder / "tokenizer.json").write_bytes((repository.SHIPPED / "default" / "tokenizer.json").read_bytes())
    return folder


@pytest.fixture(scope="session")
def config(encoder):
    return RecogniseConfig(
        "tiny", str(encoder), (CorpusSource("firsthand", share=0.03),), epochs=2, window=128, learning_rate=5e-3
    )


@pytest.fixture(scope="session")
def run(tmp_path_factory, config):
    """The folder of a finished run of training."""
    from training.recognise import train

    out = tmp_path_factory.mktemp("run")
    train(config, out, out)
    return out


@pytest.fixture(scope="session")
def model(run, config, tmp_path_factory):
    """The model folder that the run gave."""
    from training.export import export

    out = tmp_path_factory.mktemp("model") / "tiny"
    export(run / "best", out, config, "0.0.1", own_gold("dev")[:10])
    return repository.resolve(str(out))

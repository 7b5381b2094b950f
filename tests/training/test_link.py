"""Training of the mention encoder, whole, on a tiny network: pairs, loss, checkpoints, export, use."""

from __future__ import annotations

import json
import lzma
import shutil
from pathlib import Path

import pytest

pytest.importorskip("torch")

from nlp.errors import UsageError
from nlp.extract.link import LinkEntities
from nlp.models import knowledge_base, repository
from nlp.models.meaning import MeaningSearch, folder, load
from nlp.models.mention_encoder import load_encoder, read_folder
from training.link import PairSampler, train
from training.link_config import LinkConfig, read_link_config
from training.link_data import held_out, names_by_concept, split_of, synonym_groups
from training.link_network import new_network

CONFIGS = Path(__file__).parents[2] / "training" / "configs"
GROUPS = [
    ("head pain", "headache", "sore head"),
    ("cant sleep", "insomnia", "sleepless"),
    ("insomnia", "trouble sleeping"),
    ("alone",),
    ("back pain", "backache"),
    ("dry mouth", "xerostomia"),
]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random BERT of two tiny layers, with the shipped tokeniser."""
    from transformers import BertConfig, BertModel

    made = tmp_path_factory.mktemp("encoder")
    config = BertConfig(
        vocab_size=30522, hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32
    )
    BertModel(config).save_pretrained(made)
    shutil.copy2(repository.SHIPPED / "default" / "tokenizer.json", made / "tokenizer.json")
    return made


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """HPO's layperson synonyms of the shipped tables, in the layout of the open ones."""
    made = tmp_path_factory.mktemp("vocabulary")
    kb = knowledge_base.load()
    lay = [
        (alias.concept.code, name)
        for name in kb.names()
        for alias in kb.aliases(name)
        if alias.kind == "layperson" and split_of(name) != "train"
    ][::40]
    rows = "".join(f"{code}\t{name}\tEXACT\tlayperson\n" for code, name in lay)
    (made / "hpo_terms.tsv.xz").write_bytes(lzma.compress(rows.encode()))
    return made


def test_held_out_names_are_neither_taught_nor_looked_up(vocabulary: Path) -> None:
    held = [*held_out(vocabulary, "test"), *held_out(vocabulary, "dev")]
    assert len(held) > 20
    without = frozenset(each.name for each in held)
    names = names_by_concept(knowledge_base.load(), without)
    assert not without & {name for listed in names.values() for name in listed}
    groups = synonym_groups(knowledge_base.load(), names)
    assert not without & {name for group in groups for name in group}
    assert any("insomnia" in group and "cant sleep" in group for group in groups)


def test_splits_do_not_depend_on_the_run() -> None:
    assert [split_of(name) for name in ("headache", "sore throat", "runny nose")] == [
        split_of(name) for name in ("headache", "sore throat", "runny nose")
    ]
    counts = [split_of(str(number)) for number in range(4000)]
    assert 0.17 < counts.count("test") / 4000 < 0.23
    assert 0.035 < counts.count("dev") / 4000 < 0.065


def test_a_batch_holds_pairs_of_one_group_and_masks_what_may_mean_the_same() -> None:
    config = LinkConfig("x", "x", batch_pairs=5, neighbours=3)
    sampler = PairSampler(GROUPS, frozenset({"headache", "insomnia"}), config)
    pairs = sampler.batch(1)
    assert pairs == sampler.batch(1)
    assert sorted(pair.group for pair in pairs) == [0, 1, 2, 4, 5]
    for pair in pairs:
        assert {pair.left, pair.right} <= set(GROUPS[pair.group])
        assert pair.left != pair.right
    apart = sampler.negatives(pairs)
    place = {pair.group: row for row, pair in enumerate(pairs)}
    assert not apart[place[1], place[2]]  # both hold "insomnia"
    assert apart[place[0], place[1]]
    assert apart.diagonal().all()


def test_training_resumes_releases_and_is_used(
    encoder: Path, vocabulary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training.link_release import release

    config = LinkConfig(
        "link", str(encoder), layers=2, dimensions=8, steps=4, batch_pairs=8, neighbours=2, checkpoint_every=2
    )
    train(LinkConfig(**{**vars(config), "steps": 2}), vocabulary, tmp_path / "run")
    network = train(config, vocabulary, tmp_path / "run", resume=True)
    log = [json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines()]
    assert [row["step"] for row in log] == [2, 4]
    monkeypatch.setattr("training.link_release.GATE", 1.0)  # a random network has nothing to lose
    monkeypatch.setattr(
        knowledge_base.KnowledgeBase, "indexed", lambda self, group: ["cant sleep", "headach", "insomnia"]
    )
    scores = release(network, tmp_path / "run" / "model", config, "0.0.1", vocabulary)
    assert set(scores["held_out_layperson"]) == {"mentions", "ngrams", "encoder", "fused"}
    assert scores["held_out_layperson"]["fused"]["accuracy_5"] >= scores["held_out_layperson"]["fused"]["accuracy_1"]

    made = read_folder(tmp_path / "run" / "model")
    assert made.fingerprint.startswith("0.0.1@")
    vectors = load_encoder(made).encode(["insomnia", "a much longer name than that one"])
    assert vectors.shape == (2, 8)
    assert load_encoder(made)("insomnia").tolist() == vectors[0].tolist()  # neighbours change nothing

    kb = knowledge_base.KnowledgeBase()
    search = MeaningSearch(kb, made)
    assert search("insomnia", ("HP",), 1)[0].concept.name == "Insomnia"
    assert search("", ("HP",)) == ()
    linker = LinkEntities(kb, by_meaning=search)
    assert linker.ranked("qwertyish zzz", "ADE", 3) != []

    monkeypatch.setenv("FIRSTHAND_MODELS", str(tmp_path / "models"))
    assert load(knowledge_base.KnowledgeBase()) is None
    shutil.copytree(tmp_path / "run" / "model", folder())
    assert load(knowledge_base.KnowledgeBase()) is not None


def test_the_gate_refuses_what_int8_spoils(
    encoder: Path, vocabulary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nlp.errors import ModelError
    from nlp.models.tokens import SubwordTokeniser
    from training.link_network import save_network
    from training.link_release import release

    config = LinkConfig("link", str(encoder), layers=1, dimensions=8)
    save_network(new_network(str(encoder), 1, 8), SubwordTokeniser(encoder / "tokenizer.json"), tmp_path / "network")
    answers = iter([0.9, 0.5])
    monkeypatch.setattr("training.link_release.dev_accuracy", lambda *_: next(answers))
    with pytest.raises(ModelError, match=r"int8 loses 0\.4000 accuracy on dev, more than 0\.02"):
        release(tmp_path / "network", tmp_path / "model", config, "0.0.1", vocabulary)
    assert not (tmp_path / "model").exists()


def test_a_number_of_layers_that_is_not_there_is_refused(encoder: Path) -> None:
    with pytest.raises(UsageError, match=r"layers = 9: .* has 1 to 2"):
        new_network(str(encoder), 9, 8)


def test_the_shipped_configuration_is_read_and_wrong_keys_are_named(tmp_path: Path) -> None:
    assert read_link_config(CONFIGS / "link.toml").encoder == "sentence-transformers/all-MiniLM-L6-v2"
    (tmp_path / "x.toml").write_text('name = "x"\nencoder = "y"\nlayer = 3\n')
    with pytest.raises(UsageError, match=r"x\.toml: unknown key 'layer'; valid: name, encoder, layers"):
        read_link_config(tmp_path / "x.toml")

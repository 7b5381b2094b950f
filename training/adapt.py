"""Adapt a finished model to a community: fine-tune it on posts that a user annotated, and tell what that gave."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from rich.box import SIMPLE_HEAD
from rich.table import Table

from corpora import own
from corpora.markup import AnnotatedPost
from nlp.errors import ModelError, UsageError
from nlp.models import repository
from nlp.models.backends import OnnxBackend
from nlp.models.evidence import PREFIX
from nlp.models.heads import load_heads
from nlp.models.network import MentionHeads, Recogniser, load_network
from nlp.models.recogniser import SpanRecogniser
from nlp.models.repository import ModelFolder
from nlp.models.tags import TagScheme
from nlp.models.tokens import SubwordTokeniser
from training.assess_tables import share
from training.config import RecogniseConfig, read_config
from training.corpora_map import OWN
from training.examples import Gold, as_gold, make_examples, own_gold
from training.export import export
from training.metrics import Scores
from training.mixing import MAPS, corpus_examples
from training.model_card import summary
from training.recognise import fit, seed_everything
from training.release import score_posts

CONFIG = Path(__file__).parent / "configs" / "adapt.toml"
OWN_NAME = "own"  # of the user's posts, in the configuration


@dataclass(frozen=True)
class Adapted:
    """The new model folder, and the scores of both models on the user's posts held back and on the dev posts of ours.
    Of the first, the best epoch was chosen on them, so `after` is a little too kind.
    """

    folder: Path
    trained: int
    held_back: int
    own_before: Scores
    own_after: Scores
    ours_before: Scores
    ours_after: Scores


def adapt(
    corpus: Path,
    initial: str,
    out: Path,
    data: Path,
    config: RecogniseConfig | None = None,
    version: str = "0.1.0",
) -> Adapted:
    """Fine-tune the model of that name or folder on the posts in `corpus`, into the model folder `out/model`. `data`
    holds the texts of the other corpora of the configuration, where it names any that are not in the package.

    A fifth of the posts is held back (see `corpora.own.split`). Labels that no post of the user has are taken as not
    annotated, and nothing is taught of them; the same holds for attributes and relations.

    Raises UsageError for posts that cannot be read or parted, ModelError for a model whose weights cannot be read or
    that int8 costs too much.
    """
    config = config or read_config(CONFIG)
    posts = own.read(corpus)
    train, held = (golds_of(part, posts) for part in own.split(posts))
    folder = repository.resolve(initial)
    if tuple(folder.scheme.labels) != TagScheme().labels:
        raise ModelError(f"model '{folder.name}' has other labels than {', '.join(TagScheme().labels)}")
    ours = own_gold("dev")
    before = [scored(folder, golds) for golds in (held, ours)]
    settings = replace(
        config,
        name=f"{folder.name}-adapted",
        encoder=str(folder.card.get("encoder", "")),
        window=folder.window,
        licences={**folder.card.get("licences", {}), OWN_NAME: "as the posts that it was adapted to"},
    )
    seed_everything(settings.seed)
    tokenise = SubwordTokeniser(folder.path / "tokenizer.json")
    scheme = TagScheme()
    pools = {
        each.name: make_examples(train, scheme, MAPS, tokenise, settings.train_window)
        if each.name == OWN_NAME
        else corpus_examples(each, data, scheme, tokenise, settings.train_window, None)
        for each in settings.corpora
    }
    out.mkdir(parents=True, exist_ok=True)
    network = network_of(folder).to("cuda" if torch.cuda.is_available() else "cpu")
    best = fit(network, pools, held, settings, tokenise, out)
    export(best, out / "model", settings, version, [*held, *ours])
    made = repository.read(out / "model")
    result = Adapted(out / "model", len(train), len(held), before[0], scored(made, held), before[1], scored(made, ours))
    write_scores(result, folder)
    return result


def golds_of(posts: Sequence[AnnotatedPost], everything: Sequence[AnnotatedPost]) -> list[Gold]:
    """Posts as gold; what `everything` the user annotated has nowhere counts as not annotated.

    Raises UsageError when there is no mention in it.
    """
    labels = {OWN.mapping[each.label][0] for post in everything for each in post.entities}
    if not labels:
        raise UsageError("none of the posts has an annotated mention: there is nothing to learn from")
    unmarked = tuple(label for label in TagScheme().labels if label not in labels)
    whole = any(post.relations or any(each.attributes for each in post.entities) for post in everything)
    golds = (replace(as_gold(post, "firsthand"), unmarked=unmarked) for post in posts)
    case = any(post.case for post in everything)
    return [replace(gold, case=case) for gold in golds] if whole else [replace(gold, post=None) for gold in golds]


def network_of(folder: ModelFolder) -> Recogniser:
    """The network of a model folder with its heads on mentions, where it has any. Raises ModelError."""
    if "weights" not in folder.card and not (folder.path / "model.safetensors").is_file():
        raise ModelError(f"model '{folder.name}' has no weights that can be trained: its card names none")
    network = load_network(folder.path)
    if network.heads is None and "heads" in folder.card:
        weights = load_heads(folder.path, folder.card["heads"]).weights
        evidence = any(name.startswith(PREFIX) for name in weights)
        network.heads = MentionHeads(network.head.in_features, evidence=evidence)
        network.heads.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in weights.items()})
    return network


def scored(folder: ModelFolder, golds: Sequence[Gold]) -> Scores:
    """Scores of a model as it runs on a CPU."""
    return score_posts(SpanRecogniser(folder, OnnxBackend(folder.path / folder.card["onnx"])), golds)


def write_scores(adapted: Adapted, initial: ModelFolder) -> None:
    """Keep on the new model's card where it comes from and what it gave."""
    path = adapted.folder / "model.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["adapted_from"] = {"name": initial.name, "version": initial.fingerprint}
    card["scores"] |= {
        "own_before": summary(adapted.own_before),
        "own_after": summary(adapted.own_after),
        "ours_before": summary(adapted.ours_before),
        "ours_after": summary(adapted.ours_after),
    }
    path.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def adapted_table(adapted: Adapted) -> Table:
    """The scores before and after."""
    title = f"adapted to {adapted.trained} posts; yours are scored on {adapted.held_back} others"
    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left")
    for name in ("posts", "F1"):
        table.add_column(name)
    for name in ("before", "95 %", "after", "95 % "):
        table.add_column(name, justify="right", no_wrap=True)
    pairs = (("yours", adapted.own_before, adapted.own_after), ("ours", adapted.ours_before, adapted.ours_after))
    for name, before, after in pairs:
        table.add_row(name, "strict", *share(before.micro.strict.f1), *share(after.micro.strict.f1))
        table.add_row("", "relaxed", *share(before.micro.relaxed.f1), *share(after.micro.relaxed.f1))
    return table

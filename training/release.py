"""Make a model folder fit to be used: export behind the gate, score on held-out posts, write the model card."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nlp.models import repository
from nlp.models.backends import OnnxBackend
from nlp.models.recogniser import SpanRecogniser
from training import metrics
from training.config import RecogniseConfig
from training.examples import Gold, own_gold, real_gold
from training.export import export
from training.mixing import MAPS, REAL, REAL_NAMES, dev_posts
from training.model_card import card_text, summary
from training.refit import refit


def release(best: Path, out: Path, config: RecogniseConfig, version: str, data: Path) -> dict[str, Any]:
    """Export `best` into the model folder `out`, refit its heads where the configuration asks for it, score it on all
    test posts, write card and README; returns the scores.
    """
    export(best, out, config, version, dev_posts(config, data))
    if config.refit:
        refit(out, out, config, data)
    card = json.loads((out / "model.json").read_text(encoding="utf-8"))
    recogniser = SpanRecogniser(repository.read(out), OnnxBackend(out / card["onnx"]))
    scored = {"authored": score_posts(recogniser, [gold for gold in own_gold("test") if gold.corpus == "firsthand"])}
    for source in config.corpora:
        if source.name in REAL and (golds := real_gold(REAL_NAMES[source.name], data, "test")):
            scored[source.name.removesuffix("-annotated")] = score_posts(recogniser, golds)
    card["scores"] |= {"test": summary(scored["authored"])} | {name: summary(each) for name, each in scored.items()}
    (out / "model.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (out / "README.md").write_text(card_text(card, scored), encoding="utf-8")
    scores: dict[str, Any] = card["scores"]
    return scores


def score_posts(recogniser: SpanRecogniser, golds: Iterable[Gold]) -> metrics.Scores:
    """Scores over what each post's corpus annotates."""
    truth: dict[str, list[metrics.Mention]] = {}
    found: dict[str, list[metrics.Mention]] = {}
    for gold in golds:
        corpus = MAPS[gold.corpus]
        truth[gold.id] = [
            metrics.Mention(corpus.mapping[label][0], ((start, end),))
            for start, end, label in gold.spans
            if label in corpus.mapping
        ]
        found[gold.id] = [
            metrics.Mention(each.label, ((each.start, each.end),))
            for each in recogniser.spans([gold.text])[0]
            if each.label not in (*corpus.silent, *gold.unmarked)
        ]
    return metrics.score(truth, found)

"""How fast the recogniser reads: posts/s and tokens/s of three ways through the same posts, in one run, and the ratios.

    python benchmarks/recognise.py [INPUT...] [--limit N] [--threads N] [--rounds N] [--model NAME]

Without INPUT the sample posts are read, five times over. `shipped` is `SpanRecogniser` on ONNX int8, from text to
labelled spans. `plain` is Hugging Face's `pipeline("token-classification")` on the same weights in fp32, as one writes
it without further thought. `bare` is the ONNX session alone, on windows that were tokenised before: what no code around
it can beat. The ways take turns, round after round, so that a busy machine slows all of them alike; the best round of
each counts. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from nlp.datamodel import Failure
from nlp.io.sources import read
from nlp.models import repository
from nlp.models.network import load_network
from nlp.models.recogniser import OVERLAP, SpanRecogniser, load_recogniser
from nlp.models.windows import plan_windows

SAMPLES = Path(__file__).parent.parent / "docs" / "sample_posts.jsonl"
WANTED = {"plain": 4.0, "bare": 0.8}  # times as fast as each, at least


def texts_of(inputs: list[str], limit: int | None) -> list[str]:
    posts = (post for post in read(inputs or [str(SAMPLES)]) if not isinstance(post, Failure))
    return [post.text for post in islice(posts, limit)] * (1 if inputs else 5)


def bare_way(recogniser: SpanRecogniser, texts: list[str]) -> Callable[[], Any]:
    """The ONNX session on windows made beforehand."""
    room = recogniser.folder.window - 2
    windows = []
    for text in texts:
        tokens = recogniser.tokenise(text)
        for window in plan_windows(len(tokens.ids), room, min(OVERLAP, room // 3), tokens.first):
            ids = tokens.ids[window.start : window.end]
            windows.append([recogniser.tokenise.start_id, *ids, recogniser.tokenise.end_id])
    return lambda: recogniser.backend.outputs(windows)


def plain_way(folder: repository.ModelFolder, texts: list[str]) -> Callable[[], Any]:
    """Hugging Face's pipeline on the weights that ship, as a model of its own classes."""
    from transformers import AutoModelForTokenClassification, AutoTokenizer, PreTrainedTokenizerFast, pipeline

    network = load_network(folder.path).eval()
    config = network.encoder.config
    config.num_labels = len(folder.scheme)
    names = ["O", *(f"{part}-{label}" for label in folder.scheme.labels for part in ("B", "I"))]
    config.id2label = dict(enumerate(names))
    config.label2id = {name: number for number, name in enumerate(names)}
    model = AutoModelForTokenClassification.from_config(config).eval()
    encoder = getattr(model, model.base_model_prefix)
    encoder.load_state_dict(network.encoder.state_dict(), strict=False)  # without the pooler
    model.classifier.load_state_dict(network.head.state_dict())
    with tempfile.TemporaryDirectory() as written:
        PreTrainedTokenizerFast(
            tokenizer_file=str(folder.path / "tokenizer.json"), unk_token="[UNK]", pad_token="[PAD]"
        ).save_pretrained(written)
        tokenizer = AutoTokenizer.from_pretrained(written, model_max_length=folder.window)
    ready = pipeline("token-classification", model=model, tokenizer=tokenizer, aggregation_strategy="simple")
    return lambda: [ready(text) for text in texts]


def seconds_of(way: Callable[[], Any]) -> float:
    start = time.perf_counter()
    way()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="default")
    options = parser.parse_args()
    if options.threads:
        import torch

        torch.set_num_threads(options.threads)
    folder = repository.resolve(options.model)
    texts = texts_of(options.inputs, options.limit)
    recogniser = load_recogniser(folder, "cpu", options.threads)
    tokens = sum(len(recogniser.tokenise(text).ids) for text in texts)
    ways = {
        "shipped": lambda: [recogniser.spans([text]) for text in texts],
        "plain": plain_way(folder, texts),
        "bare": bare_way(recogniser, texts),
    }
    for way in ways.values():
        way()  # warm
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(options.rounds):
        best = {name: min(best[name], seconds_of(way)) for name, way in ways.items()}
    print(f"{len(texts)} posts, {tokens} tokens; {folder.name} {folder.version}; best of {options.rounds} rounds")
    for name, seconds in best.items():
        print(f"  {name:8} {len(texts) / seconds:8.1f} posts/s {tokens / seconds:9.0f} tokens/s")
    for name, wanted in WANTED.items():
        print(f"  shipped is {best[name] / best['shipped']:.2f} times as fast as {name} (wanted: {wanted:g})")


if __name__ == "__main__":
    main()

"""The mix of corpora that a run trains on: examples of each, their shares of an epoch, and the dev posts."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora import real, unlabelled
from corpora.authored import author_of
from nlp.errors import UsageError
from nlp.models.packing import pack
from nlp.models.tags import TagScheme
from nlp.models.tokens import SubwordTokeniser
from training.config import CorpusSource, RecogniseConfig, Sample
from training.corpora_map import CORPORA, OWN
from training.examples import Example, Gold, make_examples, own_gold, read_gold, real_gold
from training.splice import spliced

# real posts that we annotated, as they are named in a configuration
REAL_NAMES = {f"{name}-annotated": name for name in real.TEXT_FILES}
REAL = {name: real.TEXT_FILES[corpus] for name, corpus in REAL_NAMES.items()}
WHOLE = Sample()
MAPS = {**CORPORA, "firsthand": OWN}
FOR_TEACHERS = ("unlabelled", "spliced")  # texts without annotation: without a teacher nothing is learnt from them
CHUNK = 1024  # examples that are packed together: batches differ between epochs, lengths within one do not

Teach = Callable[[list[Gold]], list[NDArray[np.float16]]]


def corpus_golds(source: CorpusSource, data: Path, sample: Sample = WHOLE) -> list[Gold]:
    """The training texts of one corpus, of our own annotation those in `sample`. Raises UsageError for an unknown
    corpus or one whose file is not in `data`.
    """
    if source.name == "firsthand":
        return [gold for gold in own_gold("train") if in_sample(gold, sample)]
    if source.name in REAL:
        check_file(source.name, data / REAL[source.name])
        golds = real_gold(REAL_NAMES[source.name], data, "train")
        return [gold for gold in golds if in_sample(gold, sample)]
    if source.name == "unlabelled":
        return [Gold(post.id, post.text, (), "unlabelled") for post in unlabelled.posts()]
    if source.name == "spliced":
        annotated = [CorpusSource("firsthand"), *map(CorpusSource, REAL)]
        golds = [gold for each in annotated for gold in corpus_golds(each, data, sample)]
        return [text for seed in range(source.copies) for text in spliced(golds, seed)]
    if source.name in CORPORA and source.file:
        check_file(source.name, data / source.file)
        ours = real.annotated_ids(source.name)  # ours are better, and some of them are test
        return [gold for gold in read_gold(data / source.file, source.name, source.split) if gold.id not in ours]
    known = ", ".join(["firsthand", *REAL, *FOR_TEACHERS, *(name for name in CORPORA if name not in FOR_TEACHERS)])
    raise UsageError(f"corpus '{source.name}' is not known; known: {known}")


def in_sample(gold: Gold, sample: Sample) -> bool:
    """Whether the author of an annotated post falls into a part that is kept."""
    assert gold.post is not None
    author = hashlib.sha256(f"sample/{author_of(gold.post)}".encode()).digest()
    return int.from_bytes(author[:4], "big") % sample.parts in sample.keep


def corpus_examples(
    source: CorpusSource,
    data: Path,
    scheme: TagScheme,
    tokenise: SubwordTokeniser,
    window: int,
    teach: Teach | None,
    sample: Sample = WHOLE,
) -> list[Example]:
    """The training examples of one corpus; `teach` gives a teacher's (words, tags) probabilities for its texts."""
    if source.name in FOR_TEACHERS and not (teach and source.taught):
        return []
    golds = corpus_golds(source, data, sample)
    taught = teach(golds) if teach and source.taught else None
    return make_examples(golds, scheme, MAPS, tokenise, window, taught)


def check_file(corpus: str, path: Path) -> None:
    if not path.is_file():
        raise UsageError(f"corpus '{corpus}': {path.name} is not in {path.parent}; give its folder with --data")


def dev_posts(config: RecogniseConfig, data: Path) -> list[Gold]:
    """The dev posts of our own corpora in the mix."""
    golds = own_gold("dev")
    for source in config.corpora:
        if source.name in REAL:
            golds += real_gold(REAL_NAMES[source.name], data, "dev")
    return golds


def epoch_plan(pools: dict[str, list[Example]], config: RecogniseConfig, epoch: int) -> Iterator[list[list[Example]]]:
    """Batches of one epoch: each corpus gives its share, drawn anew by (seed, epoch), then packed by length."""
    drawn: list[Example] = []
    for number, source in enumerate(config.corpora):
        pool = pools[source.name]
        rng = random.Random(f"{config.seed}/{epoch}/{number}")
        whole, rest = divmod(source.share, 1.0)
        drawn += pool * int(whole) + rng.sample(pool, round(rest * len(pool)))
    random.Random(f"{config.seed}/{epoch}").shuffle(drawn)
    for low in range(0, len(drawn), CHUNK):
        chunk = drawn[low : low + CHUNK]
        yield [[chunk[i] for i in group] for group in pack([len(each.ids) for each in chunk], config.batch_tokens)]

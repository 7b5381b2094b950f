"""New texts out of annotated ones, for a teacher to read: mentions exchanged for others of their label, and sentences
moved between posts.

A teacher says little new of the very texts it learnt from. Of these it has read every part but not the whole, and what
is somebody's illness in one post stands beside another's drug in the next. Augmentation for distillation follows Jiao
et al., "TinyBERT" (Findings of EMNLP 2020); exchanged mentions, Dai and Adel, "An analysis of simple data augmentation
for named entity recognition" (COLING 2020). No annotation is kept: what the words mean now is for the teacher to say.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence

from nlp.models.knowledge_base import SHIPPED
from training.examples import Gold
from training.vocabulary import OVERLAY, read_overlay

EXCHANGED = {"DRUG": 0.4, "CONDITION": 0.3, "ADE": 0.3, "SYMPTOM": 0.3, "WITHDRAWAL": 0.3}  # share of mentions
FROM_OVERLAY = 0.4  # of the exchanged ones, those that come from our lay expressions instead of another post
MOVED = 0.5  # share of posts that get sentences of another one
LONGEST_MOVE = 4  # sentences
WIDER = 1  # words that a mention may be longer or shorter than the one it stands in for
OVERLAY_LABELS = {
    "drug": ("DRUG",), "class": ("DRUG",), "vaccine": ("DRUG",), "supplement": ("DRUG",), "condition": ("CONDITION",),
    "symptom": ("ADE", "SYMPTOM", "WITHDRAWAL"),
}  # fmt: skip
SENTENCE = re.compile(r"\S.*?(?:[.!?]+(?=\s)|$)", re.MULTILINE)  # plain ends will do: nothing is measured here

Pool = dict[tuple[str, int], list[str]]  # words of mentions by label and number of words


def spliced(golds: Sequence[Gold], seed: int) -> list[Gold]:
    """One new text for each of these, the same ones for the same seed, as unlabelled `Gold`."""
    rng = random.Random(f"splice/{seed}")
    posts, overlay = mentions_of(golds), overlay_expressions()
    found = []
    for gold in golds:
        text = exchanged(gold, posts, overlay, rng)
        if rng.random() < MOVED:
            other = rng.choice(golds)
            text = inserted(text, exchanged(other, posts, overlay, rng), rng)
        found.append(Gold(f"{gold.id}/{seed}", text, (), "unlabelled"))
    return found


def mentions_of(golds: Sequence[Gold]) -> Pool:
    """What can stand in for the mentions of these posts."""
    pool: Pool = defaultdict(list)
    for gold in golds:
        for start, end, label in gold.spans:
            words = gold.text[start:end]
            pool[label, len(words.split())].append(words)
    return pool


def overlay_expressions() -> Pool:
    """Our lay expressions, by the labels that they may stand for."""
    pool: Pool = defaultdict(list)
    for row in read_overlay(SHIPPED / OVERLAY):
        for label in OVERLAY_LABELS.get(row.kind, ()):
            pool[label, len(row.expression.split())].append(row.expression)
    return pool


def exchanged(gold: Gold, posts: Pool, overlay: Pool, rng: random.Random) -> str:
    """The text of a post with some of its mentions exchanged; those that overlap others or have parts stay."""
    text, last = gold.text, len(gold.text)
    parts = [(start, end) for start, end, _ in gold.parts]
    for start, end, label in sorted(gold.spans, reverse=True):
        if end > last or any(low < end and start < high for low, high in parts):
            continue
        last = start
        if rng.random() >= EXCHANGED.get(label, 0.0):
            continue
        pool = overlay if rng.random() < FROM_OVERLAY else posts
        width = len(text[start:end].split()) + rng.randint(-WIDER, WIDER)
        if choices := pool.get((label, width)):
            text = text[:start] + rng.choice(choices) + text[end:]
    return text


def inserted(text: str, other: str, rng: random.Random) -> str:
    """The text with a few sentences of another one at the edge of a sentence of its own."""
    theirs = [sentence.group() for sentence in SENTENCE.finditer(other)]
    first = rng.randrange(len(theirs)) if theirs else 0
    piece = " ".join(theirs[first : first + rng.randint(1, LONGEST_MOVE)])
    place = rng.choice([*(sentence.start() for sentence in SENTENCE.finditer(text)), len(text)])
    return "\n".join(part for part in (text[:place].rstrip(), piece, text[place:].lstrip()) if part)

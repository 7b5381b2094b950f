"""Training examples: a text as subwords, and for every word the set of tags that its annotation allows.

Where a corpus is silent on a label, or coarser than our labels, several tags stay allowed and the loss sums their
probabilities (partial-label learning, as in Effland and Collins, "Partially supervised named entity recognition", TACL
2021, in its marginal-likelihood form without the entity-ratio prior).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora import authored, real
from corpora.markup import AnnotatedPost
from nlp.models.pieces import Piece, own_pieces
from nlp.models.tags import TagScheme
from nlp.models.tokens import SubwordTokeniser
from training.corpora_map import CorpusMap
from training.evidence import evidence_targets
from training.mentions import MentionTargets, mention_targets

DETERMINER = re.compile(r"(?:the|a|an|his|her|their|this|these|its)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with labelled stretches [start, end); `corpus` names the `CorpusMap` that tells what they mean. `post` is
    there when attributes and relations are annotated too; `spans` are then its mentions, in their order. `parts` are
    the other stretches of discontinuous mentions, which `spans` leaves out. `unmarked` are labels that this text's
    annotators left out, beyond those of its corpus; `case` says that its footer is annotated too.
    """

    id: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    corpus: str
    post: AnnotatedPost | None = None
    unmarked: tuple[str, ...] = ()
    parts: tuple[tuple[int, int, str], ...] = ()
    case: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """`ids` of one window with special tokens; `first` are the positions of its words' first subwords; `allowed`
    (words, tags) says which tags the annotation allows; `mentions` are the targets of the other heads, where they are
    annotated; `taught` (words, tags) are a teacher's probabilities, where there is one; `evidence` (words, kinds) says
    which words a footer quotes, where one could.
    """

    ids: list[int]
    first: list[int]
    allowed: NDArray[np.bool_]
    mentions: MentionTargets | None = None
    taught: NDArray[np.float16] | None = None
    evidence: NDArray[np.bool_] | None = None


def read_gold(path: Path, corpus: str, split: str | None = None) -> Iterator[Gold]:
    """Rows of a shared corpus (gzipped JSON lines) as `Gold`; of one split, where given."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if split is None or row["split"] == split:
                pieces = [
                    [(start, end) for start, end in each.get("fragments") or [(each["start"], each["end"])]]
                    for each in row["entities"]
                ]
                spans, parts = one_stretch_each(pieces, [each["label"] for each in row["entities"]])
                yield Gold(row["id"], row["text"], spans, corpus, parts=parts)


def own_gold(split: str) -> list[Gold]:
    """The authored posts of a split."""
    return [as_gold(post, "firsthand") for post in authored.split(split)]


def real_gold(corpus: str, data: Path, split: str) -> list[Gold]:
    """The real posts of a corpus that we annotated, of one split; their texts come from `data`."""
    return [as_gold(post, "firsthand") for post in real.posts(corpus, data, split)]


def as_gold(post: AnnotatedPost, corpus: str) -> Gold:
    spans, parts = one_stretch_each([each.spans for each in post.entities], [each.label for each in post.entities])
    return Gold(post.id, post.text, spans, corpus, post if corpus == "firsthand" else None, parts=parts)


def one_stretch_each(
    mentions: Sequence[Sequence[Piece]], labels: Sequence[str]
) -> tuple[tuple[tuple[int, int, str], ...], tuple[tuple[int, int, str], ...]]:
    """(the stretch that each mention stands for, the pieces left over), all with labels."""
    chosen = own_pieces(mentions)
    spans = tuple((*piece, label) for piece, label in zip(chosen, labels, strict=True))
    parts = tuple(
        (*piece, label)
        for mention, own, label in zip(mentions, chosen, labels, strict=True)
        for piece in mention
        if piece != own
    )
    return spans, parts


def make_examples(
    golds: Iterable[Gold],
    scheme: TagScheme,
    maps: dict[str, CorpusMap],
    tokenise: SubwordTokeniser,
    window: int,
    taught: Sequence[NDArray[np.float16]] | None = None,
) -> list[Example]:
    """Examples of at most `window` subwords each, special tokens included; longer texts are cut at words. `taught`
    holds a teacher's (words, tags) probabilities of each text.
    """
    examples = []
    for number, gold in enumerate(golds):
        tokens = tokenise(gold.text)
        allowed = allowed_tags(gold, tokens.words, scheme, maps[gold.corpus])
        evidence = evidence_targets(gold.post, tokens.words) if gold.post and gold.case else None
        edges = [*tokens.first, len(tokens.ids)]
        low = 0
        while low < len(tokens.words):
            high = low + 1
            while high < len(tokens.words) and edges[high + 1] - edges[low] <= window - 2:
                high += 1
            ids = tokens.ids[edges[low] : edges[high]][: window - 2]
            first = [edge - edges[low] + 1 for edge in edges[low:high]]
            soft = taught[number][low:high] if taught else None
            mentions = mention_targets(gold.post, gold.spans, gold.text, tokens.words[low:high]) if gold.post else None
            quoted = evidence[low:high] if evidence is not None else None
            examples.append(
                Example([tokenise.start_id, *ids, tokenise.end_id], first, allowed[low:high], mentions, soft, quoted)
            )
            low = high
    return examples


def allowed_tags(gold: Gold, words: list[tuple[int, int]], scheme: TagScheme, corpus: CorpusMap) -> NDArray[np.bool_]:
    """(words, tags): which tags the annotation allows for each word. The pieces of discontinuous mentions that no
    stretch covers may carry their label or none: a reader of the words in between cannot know that they belong.
    """
    outside = np.zeros(len(scheme), dtype=bool)
    outside[0] = True
    for label in (*corpus.silent, *gold.unmarked):
        outside[[scheme.begin(label), scheme.inside(label)]] = True
    allowed = np.tile(outside, (len(words), 1))
    for start, end, label in gold.parts:
        for target in corpus.mapping.get(label, ()):
            inside = covered(words, start, end)
            allowed[inside, scheme.begin(target)] = allowed[inside, scheme.inside(target)] = True
    taken = np.zeros(len(words), dtype=bool)
    # longer stretches first: where a corpus nests entities, the outer one is what we would mark
    for start, end, label in sorted(gold.spans, key=lambda span: span[0] - span[1]):
        if corpus.strip_determiner and (match := DETERMINER.match(gold.text, start, end)):
            start = match.end()
        inside = covered(words, start, end)
        if label in corpus.unknown:
            allowed[inside] = True
        targets = corpus.mapping.get(label)
        if not targets or not inside or taken[inside].any():
            continue
        taken[inside] = True
        allowed[inside] = False
        for target in targets:
            allowed[inside[0], scheme.begin(target)] = True
            allowed[inside[1:], scheme.inside(target)] = True
    return allowed


def covered(words: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """The places of the words that [start, end) touches."""
    return [index for index, (low, high) in enumerate(words) if low < end and high > start]

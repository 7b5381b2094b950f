"""Fit what `nlp.extract.indications` adds to the pair head's word on who is treated with what, on the dev posts.

    python -m training.indications [--data FOLDER] [--model NAME]

Prints the weights and the least chance, to be written into `nlp/extract/indications.py` when the heads, the table or
the corpus have changed, and F1 of `treats` with gold entities, held out by sixths of the posts, beside the head alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc

from corpora import authored, real, schema
from corpora.markup import AnnotatedPost
from nlp.config import PipelineConfig, RuntimeConfig
from nlp.datamodel import REACTION_LABELS
from nlp.extract.indications import likeliest_other, log_odds, usual
from nlp.extract.learned import answers
from nlp.extract.product import concept_key
from nlp.pipeline import Pipeline
from training.entity_scores import gold_relations, product
from training.gold_docs import read

LEAST = np.arange(0.1, 0.8, 0.01)
FOLDS = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--model", default="default")
    options = parser.parse_args()
    posts = list(authored.split("dev"))
    for corpus in real.TEXT_FILES if options.data else ():
        posts += real.posts(corpus, options.data, "dev")
    pipeline = Pipeline(PipelineConfig(model=options.model), RuntimeConfig(device="cpu"))
    rows = [row for post, doc in zip(posts, read(posts, pipeline, "entities"), strict=True) for row in pairs(post, doc)]
    inputs = np.array([features for _, features, _ in rows], dtype=np.float64)
    gold = np.array([holds for *_, holds in rows])
    groups = [post for post, *_ in rows]
    alone, held_out = np.zeros(len(gold), dtype=bool), np.zeros(len(gold), dtype=bool)
    for train, test in GroupKFold(FOLDS).split(inputs, gold, groups):
        fitted = LogisticRegression(max_iter=1000).fit(inputs[train], gold[train])
        least = best_least(fitted.predict_proba(inputs[train])[:, 1], gold[train])
        held_out[test] = fitted.predict_proba(inputs[test])[:, 1] >= least
        heads = 1 / (1 + np.exp(-inputs[:, 0]))
        alone[test] = heads[test] >= best_least(heads[train], gold[train])
    fitted = LogisticRegression(max_iter=1000).fit(inputs, gold)
    weights = [*fitted.coef_[0], fitted.intercept_[0]]
    print(f"{len(posts)} posts, {len(gold)} pairs, {gold.sum()} hold")
    print(f"F1 held out: head alone {f1(alone, gold):.3f}, with what is usual {f1(held_out, gold):.3f}")
    print(
        "head, rival, fits, misfits, rival_fits, reaction, several, always:",
        ", ".join(f"{each:.2f}" for each in weights),
    )
    print(f"LEAST = {best_least(fitted.predict_proba(inputs)[:, 1], gold):.2f}")


def pairs(post: AnnotatedPost, doc: Doc) -> Iterator[tuple[str, tuple[float, ...], bool]]:
    """(post, what `chance_treats` weighs, whether the relation is in the gold) of every product and complaint; the
    entities of `doc` are the post's.
    """
    heads = answers(doc)
    if heads is None:
        return
    held = gold_relations(post)
    place_of = {entity.id: place for entity, place in zip(doc._.entities, clinical_places(post), strict=True)}
    products = {each.id: concept_key(each) for each in doc._.entities if each.label == "DRUG"}
    for _, group in groupby(heads.related(doc._.entities, products, None), key=lambda each: each[1].id):
        candidates = [each for each in group if "treats" in each[0].relations]
        fits = [usual(drug, complaint) for _, complaint, drug in candidates]
        chances = [said.relations["treats"] for said, _, _ in candidates]
        for place, ((_, complaint, drug), own) in enumerate(zip(candidates, fits, strict=True)):
            assert drug is not None
            rival = likeliest_other(chances, place)
            weighed = (
                log_odds(chances[place]),
                0.0 if rival is None else log_odds(rival),
                own is True,
                own is False,
                True in fits and own is not True,
                complaint.label in REACTION_LABELS,
                rival is not None,
            )
            key = ("treats", product(post, place_of[drug.id]), place_of[complaint.id])
            yield post.id, tuple(map(float, weighed)), key in held


def clinical_places(post: AnnotatedPost) -> Iterable[int]:
    """The places of the mentions that `training.gold_docs` makes entities of, in their order."""
    return [index for index, each in enumerate(post.entities) if each.label in schema.CLINICAL_LABELS]


def best_least(chances: NDArray[np.float64], gold: NDArray[np.bool_]) -> float:
    """The chance from which on to tell for the best F1."""
    return float(max(LEAST, key=lambda least: f1(chances >= least, gold)))


def f1(told: NDArray[np.bool_], gold: NDArray[np.bool_]) -> float:
    return 2 * int((told & gold).sum()) / max(1, int(told.sum() + gold.sum()))


if __name__ == "__main__":
    main()

"""How well the heads on mentions answer, given the gold mentions: figures, temperatures and thresholds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nlp.datamodel import ENTITY_LABELS
from nlp.models.heads import ATTRIBUTES, EFFECTIVENESS, RELATIONS, MentionHeads
from training.examples import Gold
from training.mentions import UNKNOWN, mention_targets

States = Callable[[str], tuple[list[tuple[int, int]], NDArray[np.float32]]]
TEMPERATURES = np.arange(0.5, 4.01, 0.05)
LEANINGS = (1.0, 1.5, 2.0, 2.5)
FEWEST = 30  # gold mentions of a value, for a leaning to be fitted to it
SAME = 0.01  # in macro F1; on halves of dev, finer choices did not carry over from one to the other
VALUES = {**ATTRIBUTES, "effectiveness": EFFECTIVENESS}
Leanings = dict[str, dict[str, float]]
Rows = list[tuple[int, list[float]]]
THRESHOLDS = np.arange(0.1, 0.91, 0.02)


@dataclass
class Answers:
    """For each attribute (and `effectiveness`) the gold value's index and the probabilities; for each relation whether
    it holds and its probability. All with the temperatures of the heads that gave them.
    """

    values: dict[str, Rows] = field(default_factory=dict)
    relations: dict[str, list[tuple[bool, float]]] = field(default_factory=dict)


def answers(golds: Iterable[Gold], states: States, heads: MentionHeads) -> Answers:
    """Ask the heads about every gold mention and pair; `states` gives a text's words and their (words, hidden)
    states.
    """
    found = Answers()
    for gold in golds:
        if gold.post is None:
            continue
        words, hidden = states(gold.text)
        targets = mention_targets(gold.post, gold.spans, gold.text, words)
        labels = [ENTITY_LABELS[index] for index in targets.label]
        mentions = heads.mentions(hidden, list(zip(targets.first, targets.last, strict=True)), labels, targets.sentence)
        for row, wanted in zip(heads.attributes(mentions), targets.attributes, strict=True):
            for (name, chances), value in zip(row.items(), wanted, strict=True):
                if value != UNKNOWN:
                    found.values.setdefault(name, []).append((int(value), list(chances.values())))
        for group, related in enumerate(heads.related(hidden, mentions, targets.pairs, labels)):
            for column, name in enumerate(RELATIONS):
                if targets.takes[group, column]:
                    holds = bool(targets.related[group, column])
                    found.relations.setdefault(name, []).append((holds, related.relations[name]))
            if targets.effectiveness[group] != UNKNOWN:
                row_ = (int(targets.effectiveness[group]), list(related.effectiveness.values()))
                found.values.setdefault("effectiveness", []).append(row_)
    return found


def summary(
    found: Answers, thresholds: dict[str, float] | None = None, leanings: Leanings | None = None
) -> dict[str, float]:
    """Accuracy and macro F1 of every attribute with its leanings, F1 of every relation at its threshold (0.5 where none
    is given).
    """
    figures = {}
    for name, rows in found.values.items():
        gold, best = chosen(rows, factors(name, leanings))
        figures[f"{name}_accuracy"] = float((gold == best).mean())
        figures[f"{name}_macro_f1"] = macro_f1(gold, best)
    for name, answers_ in found.relations.items():
        figures[f"{name}_f1"] = threshold_f1(answers_, (thresholds or {}).get(name, 0.5))
    return figures


def chosen(rows: Rows, factors: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(gold, chosen) indices of values, when their probabilities are multiplied by `factors`."""
    gold = np.array([value for value, _ in rows])
    return gold, (np.array([chances for _, chances in rows]) * factors).argmax(axis=1)


def factors(name: str, leanings: Leanings | None) -> NDArray[np.float64]:
    """The leanings of an attribute, in the order of its values."""
    return np.array([(leanings or {}).get(name, {}).get(value, 1.0) for value in VALUES[name]])


def per_value(found: Answers, leanings: Leanings | None = None) -> dict[str, dict[str, float]]:
    """F1 of every value of every attribute."""
    table: dict[str, dict[str, float]] = {}
    for name, rows in found.values.items():
        gold, best = chosen(rows, factors(name, leanings))
        table[name] = {
            VALUES[name][value] or "(none)": value_f1(gold == value, best == value) for value in sorted(set(gold))
        }
    return table


def fit_temperatures(found: Answers) -> dict[str, float]:
    """For each head the temperature with the least likelihood loss (Guo et al., ICML 2017), by grid search. The answers
    must come from heads at temperature 1.
    """
    fitted = {}
    for name, rows in found.values.items():
        logits = np.log(np.array([chances for _, chances in rows]) + 1e-9)
        gold = np.array([value for value, _ in rows])
        losses = []
        for temperature in TEMPERATURES:
            scaled = logits / temperature
            scaled -= np.log(np.exp(scaled).sum(axis=1, keepdims=True))
            losses.append(-scaled[np.arange(len(gold)), gold].mean())
        fitted[name] = round(float(TEMPERATURES[int(np.argmin(losses))]), 2)
    for name, pairs in found.relations.items():
        holds = np.array([each for each, _ in pairs])
        chance = np.clip(np.array([each for _, each in pairs]), 1e-6, 1 - 1e-6)
        logits = np.log(chance / (1 - chance))
        losses = [
            np.logaddexp(0, np.where(holds, -logits, logits) / temperature).mean() for temperature in TEMPERATURES
        ]
        fitted[name] = round(float(TEMPERATURES[int(np.argmin(losses))]), 2)
    return fitted


def fit_leanings(found: Answers) -> Leanings:
    """For each attribute the leaning of each of its rarer values with the best macro F1, one after the other, twice
    round. Values with fewer than `FEWEST` gold mentions keep 1: a figure on so few says nothing.
    """
    fitted: Leanings = {}
    for name, rows in found.values.items():
        counts = np.bincount([value for value, _ in rows], minlength=len(VALUES[name]))
        best = np.ones(len(counts))
        rare = [value for value in np.argsort(counts) if counts[value] >= FEWEST and value != counts.argmax()]
        for value in (*rare, *rare):
            tried = []
            for factor in LEANINGS:
                best[value] = factor
                tried.append(macro_f1(*chosen(rows, best)))
            # of those that are as good as the best, the one that changes least
            best[value] = next(each for each, score in zip(LEANINGS, tried, strict=True) if score >= max(tried) - SAME)
        leaning = {VALUES[name][value]: float(best[value]) for value in rare if best[value] != 1}
        if leaning:
            fitted[name] = leaning
    return fitted


def macro_f1(gold: NDArray[np.int64], best: NDArray[np.int64]) -> float:
    return float(np.mean([value_f1(gold == value, best == value) for value in np.unique(gold)]))


def fit_thresholds(found: Answers) -> dict[str, float]:
    """For each relation the threshold with the best F1."""
    return {
        name: round(float(max(THRESHOLDS, key=lambda threshold: threshold_f1(pairs, threshold))), 2)
        for name, pairs in found.relations.items()
    }


def threshold_f1(pairs: list[tuple[bool, float]], threshold: float) -> float:
    return value_f1(np.array([holds for holds, _ in pairs]), np.array([chance >= threshold for _, chance in pairs]))


def value_f1(gold: NDArray[np.bool_], found: NDArray[np.bool_]) -> float:
    return float(2 * (gold & found).sum() / max(1, gold.sum() + found.sum()))

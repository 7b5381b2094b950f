"""The README of a model folder: labels, data, scores and limits."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from training import metrics

CARD = """---
license: apache-2.0
base_model: {encoder}
library_name: onnx
tags: [token-classification, pharmacovigilance, patient-language]
---
# {name} {version}

Finds drugs, adverse events, withdrawal effects, conditions, symptoms and dosing details in what patients write in
English, and names and places for redaction. One linear head over the token states of `{encoder}`; BIO tags over words;
ONNX, dynamic int8.{heads_text}

## Labels
{labels}

## Data
Trained by `firsthand train recognise` on the train splits of the corpora below; what a corpus does not annotate was
masked.

| corpus | licence |
| --- | --- |
{licences}

The authored posts are synthetic: machine-written inventions about no real person.

## Scores
Of the int8 model as it ships, on posts held out by author: no weights were trained on them. What else was chosen with a
look at them is in docs/training.md. Strict: same label and borders; relaxed: same label, overlapping. Intervals:
bootstrap over posts, 95 %.

| posts | n | strict F1 | relaxed F1 |
| --- | --- | --- | --- |
{scores}

Per label on the authored test posts:

| label | mentions | strict P / R / F1 | relaxed P / R / F1 |
| --- | --- | --- | --- |
{per_label}

{heads_scores}The gate: strict F1 on dev {fp32} in fp32, {int8} in int8. Scores of entities are scaled by temperature
{temperature}, fitted on dev.

## Limits
English only. The authored posts share one origin and are cleaner than many real ones; other communities will score
lower. A discontinuous mention is found as one of its parts. Rare drugs, heavy slang and sarcasm are missed more often.
It finds words, it does not judge causality; a person must look at every case before it is reported or acted on.
"""


def summary(scores: metrics.Scores) -> dict[str, Any]:
    strict, relaxed = scores.micro.strict.f1, scores.micro.relaxed.f1
    return {
        "posts": scores.posts,
        "strict_f1": round(strict.value, 4),
        "strict_interval": interval(strict),
        "relaxed_f1": round(relaxed.value, 4),
        "relaxed_interval": interval(relaxed),
    }


def interval(estimate: metrics.Estimate) -> list[float]:
    low, high = estimate.low, estimate.high
    return [round(estimate.value if low is None else low, 4), round(estimate.value if high is None else high, 4)]


def card_text(card: dict[str, Any], scored: dict[str, metrics.Scores]) -> str:
    rows = []
    for name, each in scored.items():
        row = summary(each)
        strict, relaxed = (
            f"{row[f'{kind}_f1']:.3f} ({row[f'{kind}_interval'][0]:.3f}–{row[f'{kind}_interval'][1]:.3f})"
            for kind in ("strict", "relaxed")
        )
        rows.append(f"| {name} | {row['posts']} | {strict} | {relaxed} |")
    labels = [
        f"| {each.label} | {each.gold} | {three(each.strict)} | {three(each.relaxed)} |"
        for each in scored["authored"].labels
    ]
    gate = card["scores"]["gate"]
    return CARD.format(
        name=card["name"],
        version=card["version"],
        encoder=card["encoder"],
        labels=", ".join(f"`{label}`" for label in card["labels"]),
        licences="\n".join(f"| {name} | {licence} |" for name, licence in card["licences"].items()),
        scores="\n".join(rows),
        per_label="\n".join(labels),
        fp32=gate["dev_strict_f1_fp32"],
        int8=gate["dev_strict_f1_int8"],
        temperature=card["temperature"],
        heads_text=HEADS_TEXT if "heads" in card else "",
        heads_scores=head_figures(card),
    )


HEADS_TEXT = """ Heads in `heads.npz` read the same states: what is asserted of each mention (presence,
experiencer, time, effect, severity), and what each product has to do with it (causes, treats, has, after stopping)."""

HEADS_SCORES = """Heads, given gold mentions, on dev, where their temperatures and thresholds were fitted (held-out
figures are in docs/training.md): {figures}.

"""


def head_figures(card: dict[str, Any]) -> str:
    """The dev figures of the heads in words; empty for a model without."""
    if "heads" not in card:
        return ""
    figures = card["heads"]["dev"]
    return HEADS_SCORES.format(
        figures=", ".join(f"{name.replace('_', ' ')} {value:.2f}" for name, value in figures.items())
    )


def three(rates: metrics.Rates) -> str:
    return " / ".join(f"{each.value:.2f}" for each in (rates.precision, rates.recall, rates.f1))


def renew_readme(folder: Path, card: dict[str, Any]) -> None:
    """Put the new figures of the heads into the model's README, where it has one."""
    path = folder / "README.md"
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"Heads, given gold mentions,.*?\n\n", head_figures(card), text, flags=re.DOTALL), "utf-8"
        )

"""What a recogniser's score of a mention means: the chance that its label and its borders are right.

How sure the tags of the words are says little of the borders, so with the temperature alone scores are too high by
some points. Slope and offset on their logit (Platt, "Probabilistic outputs for support vector machines", 1999) mend
that; they are fitted on dev to what is right there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.special import logit
from sklearn.linear_model import LogisticRegression

from nlp.models.recogniser import SpanRecogniser
from training.devscore import annotated
from training.examples import Gold

FEWEST = 50  # mentions, right and wrong together; fewer say nothing of a slope
WEAK = 1e3  # inverse strength of the penalty on the slope


def fit(recogniser: SpanRecogniser, dev: Iterable[Gold]) -> tuple[float, float]:
    """Slope and offset for a recogniser that has none yet, fitted to exact mentions of dev posts."""
    scores, right = [], []
    for gold in dev:
        truth, silent = annotated(gold)
        for span in recogniser.spans([gold.text])[0]:
            if span.label not in silent:
                scores.append(span.score)
                right.append((span.start, span.end, span.label) in truth)
    return fit_scale(scores, right)


def fit_scale(scores: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Slope and offset on the logit of scores in (0, 1), by logistic regression; 1 and 0 where there are too few."""
    if len(scores) < FEWEST or len(set(right)) < 2:
        return 1.0, 0.0
    held = np.clip(np.asarray(scores, dtype=np.float64), 1e-6, 1 - 1e-6)
    model = LogisticRegression(C=WEAK).fit(logit(held)[:, None], right)
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)

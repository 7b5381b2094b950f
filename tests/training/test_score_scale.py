"""Scores of mentions as the chance that they are right."""

import random

import pytest

from nlp.models.recogniser import rescaled
from training.calibration import calibration
from training.score_scale import FEWEST, fit_scale


def too_high(count):
    """Scores, and whether each is right: by 0.8 of its logit less 0.7."""
    draw = random.Random(5)
    scores = [draw.uniform(0.3, 0.99) for _ in range(count)]
    return scores, [draw.random() < rescaled(score, 0.8, -0.7) for score in scores]


def test_scores_that_are_too_high_come_down_to_the_share_that_is_right():
    scores, right = too_high(20_000)
    slope, offset = fit_scale(scores, right)
    assert (slope, offset) == pytest.approx((0.8, -0.7), abs=0.06)
    before, after = calibration(scores, right), calibration([rescaled(each, slope, offset) for each in scores], right)
    assert after.error < 0.02 < 0.1 < before.error


@pytest.mark.parametrize("count", [0, FEWEST - 1])
def test_a_few_mentions_say_nothing_of_a_scale(count):
    assert fit_scale(*too_high(count)) == (1.0, 0.0)


def test_mentions_that_are_all_right_say_nothing_of_a_scale():
    assert fit_scale([0.9] * 100, [True] * 100) == (1.0, 0.0)


def test_a_scale_keeps_the_order_and_the_bounds():
    scaled = [rescaled(score, 0.9, -0.4) for score in (0.0, 1e-9, 0.2, 0.7, 0.9999, 1.0)]
    assert scaled == sorted(scaled)
    assert all(0 < each < 1 for each in scaled)
    assert rescaled(0.7, 1.0, 0.0) == pytest.approx(0.7)

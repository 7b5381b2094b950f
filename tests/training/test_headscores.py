import numpy as np

from training.headscores import FEWEST, Answers, fit_leanings, summary


def answers(possible):
    """`possible` mentions that the head finds likely to be present, yet more likely possible than the present ones."""
    present = [(0, [0.9, 0.03, 0.04, 0.03])] * 100
    return Answers(values={"presence": present + [(2, [0.6, 0.05, 0.3, 0.05])] * possible})


def test_a_leaning_finds_the_rare_value():
    found = answers(FEWEST)
    leanings = fit_leanings(found)
    assert leanings == {"presence": {"possible": 2.5}}
    assert summary(found)["presence_macro_f1"] < 0.5
    assert summary(found, leanings=leanings)["presence_macro_f1"] == 1.0


def test_too_few_mentions_give_no_leaning():
    assert fit_leanings(answers(FEWEST - 1)) == {}


def test_a_head_that_is_right_keeps_its_choice():
    rows = [(0, [0.9, 0.1])] * 50 + [(1, [0.2, 0.8])] * 20
    assert fit_leanings(Answers(values={"experiencer": rows})) == {}
    assert np.isclose(summary(Answers(values={"experiencer": rows}))["experiencer_accuracy"], 1.0)

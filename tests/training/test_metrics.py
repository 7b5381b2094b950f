from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator

from training.metrics import Mention, Scores, bootstrap, maximum_matching, overlaps, score


def mentions(*each: tuple[str, int, int]) -> list[Mention]:
    return [Mention(label, ((start, end),)) for label, start, end in each]


def counts(scores: Scores, label: str) -> tuple[int, int, int, int]:
    each = scores.micro if label == "micro" else next(one for one in scores.labels if one.label == label)
    return each.gold, each.predicted, each.strict_correct, each.relaxed_correct


# Worked by hand: (gold, predicted, {label: (gold, predicted, strict, relaxed)}).
WORKED = {
    "exact": (mentions(("ADE", 0, 6)), mentions(("ADE", 0, 6)), {"ADE": (1, 1, 1, 1)}),
    "other label": (
        mentions(("ADE", 0, 6)),
        mentions(("SYMPTOM", 0, 6)),
        {"ADE": (1, 0, 0, 0), "SYMPTOM": (0, 1, 0, 0), "micro": (1, 1, 0, 0)},
    ),
    "one character shared": (mentions(("ADE", 0, 6)), mentions(("ADE", 5, 9)), {"ADE": (1, 1, 0, 1)}),
    "touching": (mentions(("ADE", 0, 6)), mentions(("ADE", 6, 9)), {"ADE": (1, 1, 0, 0)}),
    "one prediction over two": (
        mentions(("ADE", 0, 6), ("ADE", 7, 12)),
        mentions(("ADE", 0, 12)),
        {"ADE": (2, 1, 0, 1)},
    ),
    "two predictions in one": (
        mentions(("ADE", 0, 12)),
        mentions(("ADE", 0, 6), ("ADE", 7, 12)),
        {"ADE": (1, 2, 0, 1)},
    ),
    # A greedy matcher gives the long prediction the first mention that it meets and leaves the other one alone.
    "chain": (
        mentions(("ADE", 0, 6), ("ADE", 8, 14)),
        mentions(("ADE", 4, 10), ("ADE", 0, 2)),
        {"ADE": (2, 2, 0, 2)},
    ),
    "the same twice": (
        mentions(("ADE", 0, 6), ("ADE", 0, 6)),
        mentions(("ADE", 0, 6)),
        {"ADE": (1, 1, 1, 1)},
    ),
}


@pytest.mark.parametrize("name", WORKED)
def test_counts_of_worked_examples(name: str) -> None:
    gold, predicted, expected = WORKED[name]
    scores = score({"p": gold}, {"p": predicted}, draws=2)
    assert {label: counts(scores, label) for label in expected} == expected


def test_fragments_are_a_set_and_the_gap_between_them_is_no_overlap() -> None:
    gold = [Mention("ADE", ((0, 4), (20, 24)))]
    in_gap, turned, one_only = ((6, 10),), ((20, 24), (0, 4)), ((20, 24),)
    for spans, expected in ((in_gap, (0, 0)), (turned, (1, 1)), (one_only, (0, 1))):
        scores = score({"p": gold}, {"p": [Mention("ADE", spans)]}, draws=2)
        assert counts(scores, "ADE")[2:] == expected


def test_rates_micro_and_macro() -> None:
    gold = mentions(("DRUG", 0, 5), ("DRUG", 10, 15), ("DRUG", 20, 25), ("ADE", 30, 35))
    predicted = mentions(("DRUG", 0, 5), ("DRUG", 10, 16), ("SYMPTOM", 30, 35))
    scores = score({"p": gold}, {"p": predicted}, draws=2)
    drug = next(each for each in scores.labels if each.label == "DRUG")
    assert drug.strict.precision.value == pytest.approx(1 / 2)
    assert drug.strict.recall.value == pytest.approx(1 / 3)
    assert drug.strict.f1.value == pytest.approx(2 / 5)
    assert drug.relaxed.f1.value == pytest.approx(4 / 5)
    assert scores.micro.strict.f1.value == pytest.approx(2 * 1 / (4 + 3))
    # Over the labels of the gold: DRUG 2/5 and ADE 0. SYMPTOM, in the predictions only, is named and counts in micro.
    assert scores.macro_strict.f1.value == pytest.approx(1 / 5)
    assert (scores.only_gold, scores.only_predicted) == (("ADE",), ("SYMPTOM",))


def test_nothing_to_find_and_nothing_found() -> None:
    scores = score({"p": []}, {"p": []}, draws=10)
    assert scores.labels == ()
    assert (scores.micro.strict.f1.value, scores.micro.strict.f1.low) == (0.0, None)


def test_sides_with_other_posts_are_refused() -> None:
    with pytest.raises(ValueError, match="2 are on one side only"):
        score({"a": []}, {"b": []})
    with pytest.raises(ValueError, match="at least one"):
        score({}, {})


# The definitions agree where no mention overlaps several of the other side: nervaluate matches greedily, in the order
# of the predictions, and lets a prediction of the wrong extent use up the mention that a later one meets exactly.
@given(st.integers(0, 10_000))
def test_agrees_with_nervaluate(seed: int) -> None:
    chance = random.Random(seed)
    labels = ["DRUG", "ADE", "DOSE"]
    gold, predicted = {}, {}
    for post in "abc":
        wanted, found = [], []
        for slot in range(0, 100, 20):
            start, end, label = slot + chance.randint(2, 6), slot + chance.randint(8, 12), chance.choice(labels)
            if chance.random() < 0.7:
                wanted.append((label, start, end))
            if chance.random() < 0.7:
                shift = chance.choice([0, 0, 1, 10])
                found.append((label if chance.random() < 0.8 else chance.choice(labels), start + shift, end + shift))
        gold[post], predicted[post] = mentions(*wanted), mentions(*found)
    ours = score(gold, predicted, draws=2)
    theirs = Evaluator(*(as_nervaluate(side) for side in (gold, predicted)), tags=labels, loader="dict").evaluate()
    for name, column in (("strict", "strict"), ("ent_type", "relaxed")):
        same_rates(getattr(ours.micro, column), theirs["overall"][name])
        for each in ours.labels:
            mine, other = getattr(each, column), theirs["entities"][each.label][name]
            assert round(mine.recall.value * each.gold) == other.correct
            assert mine.recall.value == pytest.approx(other.recall)


def as_nervaluate(side: dict[str, list[Mention]]) -> list[list[dict[str, object]]]:
    """nervaluate's ends are inclusive."""
    return [
        [{"label": each.label, "start": each.spans[0][0], "end": each.spans[0][1] - 1} for each in post]
        for post in side.values()
    ]


def same_rates(mine: object, other: object) -> None:
    for name in ("precision", "recall", "f1"):
        assert getattr(mine, name).value == pytest.approx(getattr(other, name))


GRAPHS = st.integers(0, 5).flatmap(
    lambda right: st.lists(st.lists(st.integers(0, max(0, right - 1)), max_size=right, unique=True), max_size=5)
)


@given(GRAPHS)
def test_matching_is_maximum(neighbours: list[list[int]]) -> None:
    best = 0
    for choice in itertools.product(*[[None, *each] for each in neighbours]):
        used = [each for each in choice if each is not None]
        if len(used) == len(set(used)):
            best = max(best, len(used))
    assert maximum_matching(neighbours) == best


def test_matching_of_a_long_chain_needs_no_recursion() -> None:
    links = 3000
    assert maximum_matching([[i, i + 1] for i in range(links)] + [[0]]) == links + 1


SPANS = st.lists(
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda each: (each[0], sum(each))), min_size=1, max_size=2
    ),
    max_size=5,
)


@given(SPANS, SPANS)
def test_overlaps_are_shared_characters(left: list[list[tuple[int, int]]], right: list[list[tuple[int, int]]]) -> None:
    def characters(spans: list[tuple[int, int]]) -> set[int]:
        return {i for start, end in spans for i in range(start, end)}

    expected = [[j for j, other in enumerate(right) if characters(each) & characters(other)] for each in left]
    assert overlaps(left, right) == expected


def test_bootstrap_draws_whole_posts() -> None:
    # Three posts with 1, 10 and 100 gold mentions: every sum of three of them may come, nothing else.
    per_post = np.array([[[1, 0, 0, 0]], [[10, 0, 0, 0]], [[100, 0, 0, 0]]])
    drawn = bootstrap(per_post, draws=500, seed=1)[:, 0, 0]
    possible = {sum(each) for each in itertools.combinations_with_replacement((1, 10, 100), 3)}
    assert set(drawn) == possible
    assert drawn.mean() == pytest.approx(111, rel=0.1)


def test_interval_is_that_of_a_plain_bootstrap() -> None:
    chance = random.Random(3)
    gold = {str(i): mentions(*(("ADE", 10 * j, 10 * j + 5) for j in range(chance.randint(1, 4)))) for i in range(60)}
    predicted = {id_: [each for each in post if chance.random() < 0.6] for id_, post in gold.items()}
    f1 = score(gold, predicted, draws=2000, seed=0).micro.strict.f1
    wanted = np.array([len(gold[id_]) for id_ in gold])
    found = np.array([len(predicted[id_]) for id_ in gold])
    generator = np.random.default_rng(9)
    picks = generator.integers(0, len(gold), size=(2000, len(gold)))
    plain = 2 * found[picks].sum(axis=1) / (wanted[picks].sum(axis=1) + found[picks].sum(axis=1))
    assert (f1.low, f1.high) == pytest.approx(tuple(np.percentile(plain, [2.5, 97.5])), abs=0.012)
    assert f1.low < f1.value < f1.high


def test_same_seed_same_scores() -> None:
    gold = {str(i): mentions(("ADE", 0, 5 + i % 2)) for i in range(30)}
    predicted = {str(i): mentions(("ADE", 0, 5)) for i in range(30)}
    assert score(gold, predicted, seed=4) == score(gold, predicted, seed=4)
    assert score(gold, predicted, seed=4) != score(gold, predicted, seed=5)

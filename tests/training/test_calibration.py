import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.calibration import calibration


def test_the_error_is_the_weighted_distance_of_score_and_share_right():
    found = calibration([0.95, 0.95, 0.55, 1.0], [True, False, True, True])
    assert [(each.low, each.count) for each in found.bins] == [(0.5, 1), (0.9, 3)]
    assert found.bins[1].right == pytest.approx(2 / 3)
    assert found.error == pytest.approx((0.45 + 3 * abs(2 / 3 - 2.9 / 3)) / 4)


def test_without_entities_there_is_no_error():
    assert calibration([], []).error == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_entity_is_in_one_bin_and_the_error_is_a_share(rows):
    found = calibration([score for score, _ in rows], [right for _, right in rows])
    assert sum(each.count for each in found.bins) == len(rows)
    assert all(each.low - 1e-9 <= each.score <= each.high + 1e-9 for each in found.bins)
    assert 0 <= found.error <= 1 + 1e-9

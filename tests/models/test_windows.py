"""Windows cover every token once, and stitching gives the whole back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.models.windows import plan_windows, stitch


@given(st.integers(0, 3000), st.integers(9, 256), st.data())
def test_windows_stitched_are_the_whole(length, size, data):
    overlap = data.draw(st.integers(0, (size - 1) // 2))
    starts = sorted({0, *data.draw(st.lists(st.integers(0, max(0, length - 1)), max_size=60))}) if length else []
    windows = plan_windows(length, size, overlap, starts)
    assert all(window.end - window.start <= size for window in windows)
    assert all(window.start <= window.keep_start < window.keep_end <= window.end for window in windows)
    whole = np.arange(length, dtype=np.float32)[:, None]
    stitched = stitch(windows, [whole[window.start : window.end] for window in windows]) if windows else whole
    assert np.array_equal(stitched, whole)


@given(st.integers(300, 3000))
def test_kept_tokens_have_context_on_both_sides(length):
    windows = plan_windows(length, 256, 64)
    for window in windows:
        assert window.keep_start - window.start >= 16 or window.start == 0
        assert window.end - window.keep_end >= 16 or window.end == length


def test_windows_begin_at_words():
    windows = plan_windows(100, 40, 10, starts=[0, 7, 29, 33, 58, 61, 86, 95])
    assert [window.start for window in windows] == [0, 29, 58, 86]


def test_an_overlap_of_half_a_window_is_refused():
    with pytest.raises(ValueError, match="overlap 5 must be at least 0 and below half of the window size 10"):
        plan_windows(20, 10, 5)

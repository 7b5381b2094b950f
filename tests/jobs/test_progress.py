import pytest

from nlp.jobs.progress import Progress


def test_the_rate_is_that_of_this_session() -> None:
    progress = Progress(300, 2, 750, 1000, seconds=10, posts_before=100, bytes_before=250)
    assert progress.posts_per_second == 20
    assert progress.seconds_left == pytest.approx(10 * 250 / 500)


def test_a_limit_may_come_before_the_end_of_the_input() -> None:
    assert Progress(50, 0, 100, 1000, seconds=10, limit=60).seconds_left == pytest.approx(2)
    assert Progress(50, 0, 900, 1000, seconds=9, limit=6000).seconds_left == pytest.approx(1)


def test_nobody_knows_how_long_standard_input_lasts() -> None:
    assert Progress(50, 0, 0, None, seconds=10).seconds_left is None
    assert Progress(0, 0, 0, 1000, seconds=0).seconds_left is None

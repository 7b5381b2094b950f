from hypothesis import given
from hypothesis import strategies as st

from nlp.models.packing import pack


@given(st.lists(st.integers(1, 300), max_size=80), st.integers(1, 2000))
def test_every_sequence_is_packed_once_within_the_budget(lengths, budget):
    groups = pack(lengths, budget)
    assert sorted(index for group in groups for index in group) == list(range(len(lengths)))
    for group in groups:
        assert len(group) == 1 or max(lengths[index] for index in group) * len(group) <= budget

from hypothesis import given
from hypothesis import strategies as st

from nlp.models.packing import pack, pack_fixed


@given(st.lists(st.integers(1, 300), max_size=80), st.integers(1, 2000))
def test_every_sequence_is_packed_once_within_the_budget(lengths, budget):
    groups = pack(lengths, budget)
    assert sorted(index for group in groups for index in group) == list(range(len(lengths)))
    for group in groups:
        assert len(group) == 1 or max(lengths[index] for index in group) * len(group) <= budget


@given(st.lists(st.integers(1, 300), max_size=80), st.integers(1, 2000))
def test_the_shape_of_a_batch_depends_on_a_sequences_own_length(lengths, budget):
    batches = pack_fixed(lengths, budget)
    assert sorted(index for _, _, batch in batches for index in batch) == list(range(len(lengths)))
    for rows, length, batch in batches:
        assert 1 <= len(batch) <= rows
        assert rows == 1 or rows * length <= budget
        for index in batch:
            ((alone_rows, alone_length, _),) = pack_fixed([lengths[index]], budget)
            assert (alone_rows, alone_length) == (rows, length)
            assert lengths[index] <= length

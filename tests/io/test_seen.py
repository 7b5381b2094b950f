from hypothesis import given
from hypothesis import strategies as st

from nlp.io.seen import SeenIds


@given(st.lists(st.text("abé🙂\0", max_size=3)))
def test_it_is_a_set(ids: list[str]) -> None:
    seen = SeenIds()
    known: set[str] = set()
    for id in ids:
        assert seen.add(id) == (id not in known)
        known.add(id)
    seen.close()

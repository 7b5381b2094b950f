"""A user's own terms: what a table may hold, how its faults are named, and that it stands before all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import VocabularyError
from nlp.models import user_terms
from nlp.models.delimited import NAMED_AT_MOST
from nlp.models.knowledge_base import KnowledgeBase
from nlp.models.user_terms import COLUMNS, Term, keep, kept, read_terms, remove, without_cycles

GOOD = [
    "# ours",
    "the wobbles\tACME\tA1\tsymptom\tgait instability\tA0",
    "wobbly walk\tACME\tA1\tsymptom\tgait instability",
    "zinger\tUNII\tQUC7NX6WMB\tdrug\tsertraline",
    "zapadol\tACME\tA2\tdrug\tzapadol",
    "headache\tACME\tA3\tcondition\tcephalgia, house code",
    "insomnia\tNIL\t-\tblocked\t",
]
BAD = [
    ("two\tcolumns", "2 columns, expected 5 or 6"),
    ("a\tb\tc\td\te\tf\tg", "7 columns, expected 1 to 6"),
    ("x\tACME\tA9\tpotion\tx", "kind 'potion'; kinds: drug, class"),
    ("x\tACME\t\tdrug\tx", "'code' is empty"),
    ("x\tACME\tA1\tsymptom\tanother name", "code A1 is 'gait instability' in line 2 and 'another name' here"),
    ("the wobbles\tACME\tA1\tsymptom\tgait instability", "'the wobbles' means A1 already in line 2"),
]


def write(folder: Path, lines: list[str], encoding: str = "utf-8") -> Path:
    file = folder / "acme.tsv"
    file.write_text("\n".join(lines) + "\n", encoding=encoding)
    return file


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    return KnowledgeBase(tables=(read_terms(write(tmp_path, GOOD)),))


@pytest.mark.parametrize(("line", "fault"), BAD)
def test_a_malformed_line_is_named_and_the_rest_is_read(tmp_path: Path, line: str, fault: str) -> None:
    table = read_terms(write(tmp_path, [*GOOD, line]))
    assert len(table.terms) == 6
    assert table.faults.count == 1
    assert table.faults.named[0].startswith(f"acme.tsv:{len(GOOD) + 1}: {fault}")


def test_a_line_in_another_encoding_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    file = write(tmp_path, GOOD)
    file.write_bytes(file.read_bytes() + "naïve\tACME\tA8\tsymptom\tx\n".encode("latin-1"))
    table = read_terms(file)
    assert table.faults.named == ["acme.tsv:8: not utf-8 (byte 0xef)"]
    assert len(table.terms) == 6


def test_a_table_in_utf16_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"acme\.tsv:1: UTF-16 instead of utf-8"):
        read_terms(write(tmp_path, GOOD, "utf-16"))


def test_a_mark_at_the_beginning_and_windows_line_ends_are_no_faults(tmp_path: Path) -> None:
    file = tmp_path / "acme.tsv"
    file.write_bytes("\r\n".join(GOOD[1:]).encode("utf-8-sig"))
    table = read_terms(file)
    assert table.terms[0].expression == "the wobbles"
    assert table.faults.count == 0


def test_a_cycle_is_named_and_cut(tmp_path: Path) -> None:
    lines = ["a\tACME\tA\tsymptom\ta\tB", "b\tACME\tB\tsymptom\tb\tC", "c\tACME\tC\tsymptom\tc\tA"]
    table = read_terms(write(tmp_path, lines))
    assert table.faults.named == ["acme.tsv:3: parent A closes a cycle: C > A > B > C; left without it"]
    assert [term.parent for term in table.terms] == ["B", "C", ""]


@given(st.lists(st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("ABCDEF")), max_size=20))
def test_no_cycle_is_left(edges: list[tuple[str, str]]) -> None:
    first = dict(reversed(edges))
    rows = [
        (line, Term(child, "S", child, "symptom", child, parent)) for line, (child, parent) in enumerate(first.items())
    ]
    parents = {term.code: term.parent for term in without_cycles(rows, "t", user_terms.Faults()) if term.parent}
    for code in parents:
        steps, at = 0, code
        while at in parents and steps <= len(parents):
            at, steps = parents[at], steps + 1
        assert steps <= len(parents)


def test_many_faults_are_counted_and_the_first_ones_named(tmp_path: Path) -> None:
    table = read_terms(write(tmp_path, [*GOOD, *["bad"] * 100]))
    assert table.faults.count == 100
    assert len(table.faults.named) == NAMED_AT_MOST


@pytest.mark.parametrize("lines", [[], ["# nothing"], ["one column"]])
def test_a_table_without_terms_is_refused_with_the_columns(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(VocabularyError, match="holds no term; columns: expression, system, code, kind, name, parent"):
        read_terms(write(tmp_path, lines))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"nowhere\.tsv cannot be read"):
        read_terms(tmp_path / "nowhere.tsv")


def test_tables_are_kept_replaced_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))
    assert kept() == ()
    table = read_terms(write(tmp_path, GOOD))
    keep(table)
    (stored,) = kept()
    assert stored.terms == table.terms
    assert stored.sha256 == table.sha256
    keep(read_terms(write(tmp_path, GOOD[:2])))
    assert [len(each.terms) for each in kept()] == [1]
    with pytest.raises(VocabularyError, match="no table 'other' was added; added: acme"):
        remove("other")
    remove("acme")
    assert kept() == ()


def test_own_terms_stand_before_all_others(kb: KnowledgeBase) -> None:
    assert (kb.aliases("headache")[0].concept.code, kb.aliases("headache")[0].kind) == ("A3", "user")
    assert "HP:0002315" in [alias.concept.code for alias in kb.aliases("headache")]


def test_a_known_code_gets_one_more_name(kb: KnowledgeBase) -> None:
    zinger = kb.lookup("zinger")[0]
    assert (zinger.name, zinger.rxcui) == ("sertraline", "36437")


def test_own_terms_are_found_in_text_by_their_kind(kb: KnowledgeBase) -> None:
    assert kb.lexicon["zapadol"] == "DRUG"
    assert kb.lexicon["headache"] == "CONDITION"
    assert "the wobble" not in kb.lexicon
    assert kb.is_blocked("insomnia")


def test_own_systems_are_loaded_with_codes_and_what_stands_above(kb: KnowledgeBase) -> None:
    assert kb.systems[-1] == "ACME"
    wobbles = kb.concept("ACME", "A1")
    assert kb.names_of(wobbles) == [("the wobble", "user"), ("wobbly walk", "user")]
    assert kb.path(wobbles) == [("A0", "")]
    with pytest.raises(VocabularyError, match="'A7' is no code of ACME of your tables"):
        kb.concept("ACME", "A7")


def test_own_tables_stand_in_the_provenance(kb: KnowledgeBase) -> None:
    assert kb.provenance["user:acme"].startswith("6 terms@")
    assert KnowledgeBase().provenance.keys() < kb.provenance.keys()


def test_columns_are_the_fields_of_a_term() -> None:
    assert tuple(Term.__slots__) == COLUMNS

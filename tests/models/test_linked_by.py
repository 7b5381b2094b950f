from pathlib import Path

import pytest

from nlp.models import licensed
from nlp.models.knowledge_base import KnowledgeBase
from nlp.models.licensed import LicensedConcept, Writer
from nlp.models.linked_by import linked_by
from nlp.models.user_terms import keep, read_terms


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path))
    licensed.load.cache_clear()
    return tmp_path


def test_what_ships_is_told_as_records_tell_it(home: Path) -> None:
    shipped = KnowledgeBase().provenance
    assert linked_by() == {f"the vocabulary {name}": version for name, version in shipped.items()}


def test_a_table_of_the_user_and_an_imported_vocabulary_are_told(home: Path) -> None:
    before = linked_by()
    table = home / "house.tsv"
    table.write_text("the wobbles\tACME\tA1\tsymptom\tgait instability\n")
    keep(read_terms(table))
    with Writer("meddra") as writer:
        writer.meta(version="29.0", sha256="ab" * 32, licence="theirs")
        writer.concepts([LicensedConcept("PT", "1", "Gait inability")])
    added = linked_by()
    assert set(added) - set(before) == {"the vocabulary user:house", "the vocabulary meddra"}
    table.write_text("the wobbles\tACME\tA2\tsymptom\tdizziness\n")
    keep(read_terms(table))
    assert {name for name, version in linked_by().items() if version != added[name]} == {"the vocabulary user:house"}

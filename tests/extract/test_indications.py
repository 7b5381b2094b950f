"""What medicines are usually taken for."""

import pytest

from nlp.datamodel import Entity, Link
from nlp.extract.indications import LEAST, TABLE, chance_treats, likeliest_other, usual


def entity(label, text, *names):
    links = tuple(Link("UNII", str(number), name, 0.9, "name") for number, name in enumerate(names))
    return Entity("e1", label, ((0, len(text)),), text, 1.0, "model", links=links)


@pytest.mark.parametrize(
    ("medicine", "complaint", "expected"),
    [
        (entity("DRUG", "lamotrigine"), entity("CONDITION", "bipolar"), True),
        (entity("DRUG", "Lamictal", "lamotrigine"), entity("CONDITION", "seizures"), True),
        (entity("DRUG", "lamotrigine"), entity("SYMPTOM", "itchy feet"), False),
        (entity("DRUG", "my statin"), entity("CONDITION", "high cholesterol"), True),
        (entity("DRUG", "rosuvastatin"), entity("CONDITION", "hyperlipidemia"), True),
        (entity("DRUG", "warfarin"), entity("CONDITION", "PE"), True),
        (entity("DRUG", "warfarin"), entity("SYMPTOM", "period"), False),  # "pe" is no beginning of it
        (entity("DRUG", "metformin"), entity("CONDITION", "my sugar was all over"), True),
        (entity("DRUG", "Restoril", "temazepam"), entity("SYMPTOM", "up all night", "Insomnia"), True),
        (entity("DRUG", "unheardofin"), entity("SYMPTOM", "pain"), None),
        (None, entity("SYMPTOM", "pain"), None),
    ],
)
def test_usual(medicine, complaint, expected):
    assert usual(medicine, complaint) is expected


def test_the_table_names_nothing_twice_in_a_row():
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(rows) > 100
    for row in rows:
        assert len(row) == 2
        for words in row:
            each = words.split(", ")
            assert len(each) == len(set(each)), words
            assert words == words.lower()


def test_the_likeliest_other():
    assert likeliest_other([0.2, 0.7, 0.5], 1) == 0.5
    assert likeliest_other([0.2, 0.7, 0.5], 2) == 0.7
    assert likeliest_other([0.2], 0) is None


def test_what_is_usual_only_leans():
    def chance(head, fits=None, rival_fits=False, label="CONDITION", rival=0.2):
        return chance_treats(head, fits, rival, rival_fits, label)

    assert chance(0.4, True) > chance(0.4) > chance(0.4, False) > chance(0.4, False, rival_fits=True)
    assert chance(0.4, label="ADE") < chance(0.4)
    assert chance(0.4, rival=0.6) < chance(0.4) < chance(0.4, rival=None)
    assert chance(0.01, True) < LEAST  # nothing is claimed from the table alone
    assert chance(0.99, False, rival_fits=True) > LEAST  # nor against plain words
    assert 0 < chance(0.0) < chance(1.0) < 1

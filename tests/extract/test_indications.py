"""What drugs are usually taken for, and how far it moves the head's threshold."""

import pytest

from nlp.datamodel import Entity
from nlp.extract.indications import TABLE, believed_from, indications, usual


def entity(text, label="DRUG"):
    return Entity("e1", label, ((0, len(text)),), text, 0.9, "model")


PAIRS = [
    ("Zoloft", None),  # a brand that only its link names
    ("sertraline", True),
    ("metformin", False),
    ("allergy pills", False),
]


@pytest.mark.parametrize(("drug", "expected"), PAIRS)
def test_usual_for_depression(drug, expected):
    assert usual(entity(drug), entity("major depression", "CONDITION")) is expected


@pytest.mark.parametrize(
    ("drug", "complaint"),
    [
        ("levothyroxine", "hypothyroidism"),
        ("Ibuprofen", "back pain"),
        ("warfarin", "blood clot in my leg"),
        ("omeprazole", "heartburn"),
        ("Tylenol", "fever of 102"),
        ("lisinopril", "high blood pressure"),
        ("blood pressure pill", "hypertension"),
        ("methotrexate", "RA"),
    ],
)
def test_usual_pairs(drug, complaint):
    assert usual(entity(drug), entity(complaint, "CONDITION"))


def test_every_row_has_words_and_drugs():
    rows = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    assert len(rows) == len(indications())
    assert all(all(cell and not cell.startswith("|") for cell in row.split("\t")) for row in rows)
    assert len({drug for row in rows for drug in row.split("\t")[1].split("|")}) > 250


def test_the_usual_drug_is_believed_sooner_and_a_rival_later():
    depression = entity("depression", "CONDITION")
    drugs = [entity("sertraline"), entity("metformin"), entity("zapadol"), None]
    assert believed_from(0.4, drugs, depression) == pytest.approx([0.1, 0.6, 0.4, 0.4])
    assert believed_from(0.4, drugs[1:], depression) == pytest.approx([0.4, 0.4, 0.4])
    assert max(believed_from(0.9, drugs, depression)) <= 1.0

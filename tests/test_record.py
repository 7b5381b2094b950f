"""What leaves the pipeline is masked at any depth, figures too."""

from nlp.datamodel import Attribute, Attributes, Claim, Entity, Evidence, Patient, Quantity
from nlp.privacy.redaction import MASK
from nlp.record import Shower

TEXT = f"born {MASK * 8}, 41 now"


def test_evidence_is_taken_from_the_masked_text_at_any_depth():
    patient = Patient(
        who=Claim("author", (Evidence(0, 4, "BORN"),)), sex=Claim("female", (Evidence(5, 13, "1/2/1983"),))
    )
    shown = Shower(TEXT).shown(patient)
    assert shown.who.evidence[0].text == "born"
    assert (shown.sex.value, shown.sex.evidence[0].text) == ("female", MASK * 8)


def test_a_value_in_the_texts_words_is_masked_too():
    shown = Shower(TEXT).shown(Patient(age=Claim("1/2/1983", (Evidence(5, 13, "1/2/1983"),))))
    assert shown.age.value == MASK * 8


def test_figures_of_masked_words_do_not_come_back():
    claim = Claim("x", (Evidence(5, 13, "1/2/1983"),), quantity=Quantity(start="1983-01-02"))
    assert Shower(TEXT).shown(Patient(age=claim)).age.quantity is None
    kept = Claim("41", (Evidence(15, 17, "41"),), quantity=Quantity(41.0, unit="a"))
    assert Shower(TEXT).shown(Patient(age=kept)).age.quantity == Quantity(41.0, unit="a")
    entity = Entity("e1", "DURATION", ((5, 13),), "1/2/1983", 1.0, "model", quantity=Quantity(start="1983-01-02"))
    assert Shower(TEXT).entity(entity).quantity is None


def test_cues_of_attributes_are_masked():
    attributes = Attributes(presence=Attribute("absent", 0.9, Evidence(5, 13, "1/2/1983")))
    entity = Entity("e1", "ADE", ((15, 17),), "41", 1.0, "model", attributes)
    assert Shower(TEXT).entity(entity).attributes.presence.cue.text == MASK * 8

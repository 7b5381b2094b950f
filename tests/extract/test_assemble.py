"""The case, on posts a person can read: what the footer says must be found, with its words."""

import pytest

from corpora.markup import parse_post
from nlp.extract.assemble import Assemble
from nlp.extract.assertion import assertion
from nlp.extract.relate import Relate
from tests.extract.cases import cases, gold_doc

ASSEMBLE = Assemble(None, "firsthand_assemble", "drug")


def case_of(post, meta=None):
    return ASSEMBLE(Relate()(assertion(gold_doc(post, meta))))._.case


def value(claim):
    return claim.value if claim else None


@pytest.mark.parametrize("post", cases("cases.txt"))
def test_what_the_footer_says(post):
    case = case_of(post)
    ids = {each.key: f"e{number}" for number, each in enumerate(post.entities, 1) if each.key}
    for row in post.case.get("patient", []):
        for name, wanted in row.items():
            assert value(getattr(case.patient, name)) == wanted
    for row in post.case.get("drug", []):
        treatment = next(each for each in case.treatments if ids[row["id"]] in each.entities)
        for name in row.keys() - {"id"}:
            assert value(getattr(treatment, "reason_stopped" if name == "reason" else name)) == row[name], name
    for row in post.case.get("event", []):
        reaction = next(each for each in case.reactions if ids[row["id"]] in each.entities)
        if "outcome" in row:
            assert value(reaction.outcome) == row["outcome"]
        for criterion in row.get("serious", []):
            assert criterion["criterion"] in {each.value for each in reaction.seriousness}
    for row in post.case.get("special", []):
        assert row["kind"] in {each.value for each in case.special_situations}
    assert (case.urgent is not None) == ("urgent" in post.case)


@pytest.mark.parametrize("post", cases("cases.txt"))
def test_evidence_lies_in_the_text(post):
    case = case_of(post)
    claims = [*case.special_situations, case.urgent, case.patient.age, case.patient.sex]
    claims += [each for reaction in case.reactions for each in (*reaction.seriousness, reaction.outcome)]
    for claim in filter(None, claims):
        for evidence in claim.evidence:
            assert post.text[evidence.start : evidence.end] == evidence.text


def test_what_faded_on_stopping_says_nothing_of_other_events():
    (post,) = [each.values[0] for each in cases("cases.txt") if each.id == "faded-is-the-other"]
    assert [value(each.outcome) for each in case_of(post).reactions] == [None, "recovered"]


def test_what_did_not_happen_is_not_serious():
    (post,) = [each.values[0] for each in cases("cases.txt") if each.id == "not-admitted"]
    assert [each.seriousness for each in case_of(post).reactions] == [()]


def test_latency_duration_and_onset_have_figures():
    (post,) = [each.values[0] for each in cases("cases.txt") if each.id == "first-week"]
    (reaction,) = case_of(post).reactions
    assert (reaction.duration.value, reaction.duration.quantity.iso) == ("the first week", "P1W")


def test_how_long_a_medicine_was_taken_is_not_how_long_the_event_lasted():
    post = parse_post(
        "# x | case | case\nTook <DRUG id=d1>Amoxil</DRUG> <DURATION of=d1>for 3 weeks</DURATION>, got "
        "<ADE by=d1>hives</ADE>."
    )
    assert [each.duration for each in case_of(post).reactions] == [None]


@pytest.mark.parametrize(
    ("text", "latency"),
    [
        ("On day 3 of <DRUG id=d1>Cipro</DRUG> I got <ADE by=d1>heel pain</ADE>.", "On day 3"),
        ("<ADE by=d1>Hives</ADE> within an hour of <DRUG id=d1>Keflex</DRUG>.", "within an hour"),
        ("The <ADE by=d1>rash</ADE> from <DRUG id=d1>Bactrim</DRUG> cleared up in a week.", None),
        ("I see my doctor in two weeks about the <ADE by=d1>rash</ADE> from <DRUG id=d1>Dilantin</DRUG>.", None),
        ("<DRUG id=d1>Norvasc</DRUG> makes my <ADE by=d1>ankles swell</ADE> in the morning.", None),
    ],
)
def test_latency_is_the_time_to_onset_not_that_of_an_end_or_a_visit(text, latency):
    (reaction,) = case_of(parse_post(f"# x | case | case\n{text}")).reactions
    assert latency is None or value(reaction.latency).startswith(latency)
    assert (reaction.latency is None) == (latency is None)


def test_the_vaccine_of_a_report_is_the_named_one():
    post = parse_post(
        "# x | case | case\nGot the <DRUG id=d1>Moderna vaccine</DRUG>. The <DRUG id=d1>vaccine</DRUG> gave me "
        "<ADE by=d1>chills</ADE>."
    )
    assert [len(each.entities) for each in case_of(post).treatments] == [2]


def test_a_drug_only_in_the_metadata_is_an_implicit_suspect():
    (post,) = [each.values[0] for each in cases("cases.txt") if each.id == "not-suicidal"]
    case = case_of(post, {"drug": "Wellbutrin XL"})
    implicit = [each for each in case.treatments if each.implicit]
    assert [each.name for each in implicit] == ["Wellbutrin XL"]
    assert implicit[0].entities == ()


def test_a_drug_of_the_metadata_that_the_text_names_is_not_doubled():
    (post,) = [each.values[0] for each in cases("cases.txt") if each.id == "not-suicidal"]
    assert [each.implicit for each in case_of(post, {"drug": "CHANTIX 1 mg"}).treatments] == [False]


def test_causality_is_nowhere():
    (post,) = [each.values[0] for each in cases("cases.txt") if each.id == "icu"]
    assert not any("caus" in name for name in dir(case_of(post)) if not name.startswith("_"))

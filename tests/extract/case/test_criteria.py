"""What makes a report valid, what is missing, and what contradicts itself."""

from corpora.markup import parse_post
from nlp.datamodel import Post
from nlp.extract.assertion import assertion
from nlp.extract.relate import Relate
from tests.extract.cases import gold_doc
from tests.extract.test_assemble import ASSEMBLE, case_of


def case(marked):
    return case_of(parse_post(f"# x | case | case\n{marked}"))


def test_what_is_missing_is_named():
    criteria = case("I'm 34. <DRUG id=d1>Yaz</DRUG> gave me <ADE by=d1>headaches</ADE>.").criteria
    assert criteria.missing == ("reporter",)
    assert criteria.adverse_reaction.evidence[0].text == "headaches"
    criteria = case("Is <DRUG>Yaz</DRUG> any good?").criteria
    assert criteria.missing == ("reporter", "patient", "suspect_product", "adverse_reaction")


def test_an_event_told_and_denied_is_kept_both_ways_and_marked():
    found = case("<DRUG id=d1>Yaz</DRUG> gave me <ADE by=d1>nausea</ADE>. I had no <ADE by=d1>nausea</ADE>.")
    assert len(found.reactions) == 1
    (claim,) = found.contradictions
    assert (claim.value, [each.text for each in claim.evidence]) == ("presence", ["nausea", "nausea"])
    assert claim.evidence[0].start < claim.evidence[1].start


def test_what_agrees_with_itself_is_not_marked():
    assert (
        case("<DRUG id=d1>Yaz</DRUG> gave me <ADE by=d1>nausea</ADE> but no <ADE by=d1>rash</ADE>.").contradictions
        == ()
    )


def test_a_start_after_the_post_is_flagged():
    doc = gold_doc(
        parse_post("# x | case | case\nStarted <DRUG id=d1>Yaz</DRUG> in June 2031 and got <ADE by=d1>hives</ADE>.")
    )
    doc._.post = Post("x", doc.text, posted_at="2024-05-10")
    (treatment,) = ASSEMBLE(Relate()(assertion(doc)))._.case.treatments
    assert (treatment.start.quantity.start, treatment.start.quantity.flags) == ("2031-06", ("future",))

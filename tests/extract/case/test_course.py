"""What was done with a medicine, why, what became of it, and the part that it plays: one construction a case."""

import pytest

from corpora.markup import parse_post
from nlp.extract.assertion import assertion
from tests.extract.cases import gold_doc
from tests.extract.test_assemble import ASSEMBLE, value
from training.gold_docs import gold_relations


def treatments(marked, product=None):
    post = parse_post(f"# x | case | case\n{marked}")
    doc = assertion(gold_doc(post, {"drug": product} if product else None))
    doc._.relations = tuple(gold_relations(post, {index: f"e{index + 1}" for index in range(len(post.entities))}))
    return ASSEMBLE(doc)._.case.treatments


SUSPECT = "<DRUG id=d1>Norvasc</DRUG> gave me <ADE by=d1>swollen ankles</ADE>. "


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("They called me at home to stop it.", "withdrawn"),
        ("I asked my doctor to take me off it.", "withdrawn"),
        ("Stoped it on Monday.", "withdrawn"),
        ("My sister in law took it for two years and quit because of her moods.", None),
        ("They never had me stop it.", None),
        ("Then at work I went down hard.", None),
        ("My dose went down in May.", "reduced"),
        ("I went down to <DOSE of=d1>5 mg</DOSE>.", "reduced"),
        ("It went from 10 to 5 in May.", "reduced"),
        ("It took me from 16 days a month to 3.", None),
        ("I go from 10 to 5 next week.", None),
        ("I put on half a stone.", None),
        ("I took it with the rest.", None),
        ("Now at <DOSE of=d1>10 mg</DOSE>.", None),
        ("I used to get headaches.", None),
        ("I got it back on Friday.", None),
        ("Stopped it and they went. Tried it again, same thing.", "withdrawn"),
        ("Stopped it for a week. I am back on it.", "unchanged"),
    ],
)
def test_what_was_done(words, action):
    assert value(treatments(SUSPECT + words)[0].action) == action


def test_a_name_that_begins_with_an_article_is_the_object_of_its_verb():
    first, second = treatments(SUSPECT + "They also took me off <DRUG id=d2>the pill</DRUG>.")
    assert (value(first.action), value(second.action)) == (None, "withdrawn")


ANKLES = "<ADE>Swollen ankles</ADE>. "


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("It keeps my pressure at 120.", "unchanged"),
        ("Seven months in and no change of mind.", "unchanged"),
        ("I used it for three weeks.", "withdrawn"),
        ("When I was on it I slept all day.", "withdrawn"),
        ("Long story.", None),
    ],
)
def test_a_review_tells_by_its_tense_whether_its_product_is_in_use(words, action):
    assert value(treatments(ANKLES + words, "Norvasc")[0].action) == action


def test_what_a_review_calls_it_is_its_product():
    product, other = treatments(
        ANKLES + "<DRUG id=d1>HCTZ</DRUG> gave me <ADE by=d1>cramps</ADE>. I went from 10 to 5 in May and it helps.",
        "Norvasc",
    )
    assert (value(product.action), value(other.action)) == ("reduced", None)


def test_a_remedy_is_not_said_to_be_unchanged():
    _, remedy = treatments(
        SUSPECT + "<DRUG id=d2>Lasix</DRUG> works for the <ADE by=d1 by_drug=d2:major>ankles</ADE> but gives me "
        "<ADE by=d2>cramps</ADE>."
    )
    assert remedy.action is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Stopped it when the pharmacy was out.", "other"),
        ("Stopped it for my surgery.", "other"),
        ("I liked the feeling, that is why I quit it.", "other"),
        ("I am 9 weeks pregnant and stopped it the same day.", "pregnancy"),
        ("It did nothing so I stopped it.", "ineffective"),
        ("Stopped it, no change yet.", "adverse_event"),
        ("<DRUG id=d2>Cozaar</DRUG> did nothing either. I stopped the Norvasc.", "adverse_event"),
    ],
)
def test_why_it_was_stopped(words, reason):
    marked = (SUSPECT + words).replace("the Norvasc", "the <DRUG id=d1>Norvasc</DRUG>")
    assert value(treatments(marked)[0].reason_stopped) == reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [("was useless for the", "ineffective"), ("does nothing for the", None)],
)
def test_what_had_no_effect_was_given_up_for_that(words, reason):
    (only,) = treatments(f"<DRUG id=d1>Aleve</DRUG> {words} <SYMPTOM by_drug=d1:none>hip pain</SYMPTOM>.")
    assert value(only.reason_stopped) == reason


def test_a_suspect_without_effect_gives_way_to_the_next_for_the_same():
    first, _ = treatments(
        "<DRUG id=d1>Aleve</DRUG> was useless for my <SYMPTOM by_drug=d1:none,d2:major>hip pain</SYMPTOM> and gave me "
        "<ADE by=d1>heartburn</ADE>. <DRUG id=d2>Mobic</DRUG> took the pain away."
    )
    assert (value(first.action), value(first.reason_stopped)) == ("switched", "ineffective")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("I also take <DRUG id=d2>Zocor</DRUG>.", "concomitant"),
        ("Stopped the <DRUG id=d1>Norvasc</DRUG>. Now I am on <DRUG id=d2>Zocor</DRUG>.", "mentioned"),
        ("Do you take <DRUG id=d2>Zocor</DRUG> with it?", "mentioned"),
        (
            "I took <DRUG id=d2>Aleve</DRUG>, which did nothing for my <SYMPTOM by_drug=d2:none>hip</SYMPTOM>.",
            "mentioned",
        ),
        ("<DRUG id=d2>Zetia</DRUG> is what my neighbour swears by.", "mentioned"),
        ("<DRUG id=d2>Lasix</DRUG> helps the <ADE by=d1 by_drug=d2:major>ankles</ADE>.", "concomitant"),
    ],
)
def test_the_part_of_a_second_medicine(words, role):
    assert value(treatments(SUSPECT + words)[1].role) == role

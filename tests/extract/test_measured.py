import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.extract.link import shared
from nlp.extract.measured import MEASURES, measured
from nlp.models import knowledge_base


@pytest.mark.parametrize(
    ("mention", "says"),
    [
        ("bp 148/95", "high blood pressure"),
        ("150 over 95", "high blood pressure"),
        ("BP dropped to 82/50", "low blood pressure"),
        ("blood pressure shot up to 190", "high blood pressure"),
        ("temp of 101.3", "fever"),
        ("101.3F", "fever"),
        ("38,9 degrees", "fever"),
        ("temp of 94", "hypothermia"),
        ("resting heart rate went from 68 to 130", "tachycardia"),
        ("pulse 41", "bradycardia"),
        ("o2 sats 84%", "low oxygen"),
        ("sugar of 52", "hypoglycemia"),
        ("blood sugar was 14.2", "hyperglycemia"),
        ("a1c came back 9.1", "high a1c"),
        ("potassium 2.9", "hypokalemia"),
        ("sodium is 119", "hyponatremia"),
        ("creatinine 310", "high creatinine"),
        ("ALT was 5 times the upper limit", "elevated liver enzymes"),
        ("liver enzymes in the 600s", "elevated liver enzymes"),
        ("ck 48,000", "elevated ck"),
        ("platelets dropped from 240 to 38", "thrombocytopenia"),
        ("wbc 0.9", "leukopenia"),
        ("TSH of 74", "high tsh"),
        ("QTc 512", "prolonged qt"),
        ("up 30 lbs", "weight gain"),
        ("down about 12 pounds", "weight loss"),
    ],
)
def test_what_a_value_says(mention: str, says: str) -> None:
    assert list(measured(mention)) == [says]


@pytest.mark.parametrize(
    "mention",
    [
        "bp 118/76",
        "temp 98.6",
        "pulse 72",
        "sugar was 95",
        "eye pressure was 26",
        "potassium 4.1",
        "potassium 900",  # of no unit
        "24/7",
        "10/12/2020",
        "dizzy 4 times a day",
        "on 20 mg",
        "no temp",
        "",
    ],
)
def test_normal_values_and_other_numbers_say_nothing(mention: str) -> None:
    assert list(measured(mention)) == []


def test_all_that_a_value_may_say_has_a_concept() -> None:
    link = shared(knowledge_base.load())
    said = {says for measure in MEASURES for says in (measure.says_low, measure.says_high) if says}
    said |= {"high blood pressure", "low blood pressure", "weight gain", "weight loss"}
    assert [says for says in sorted(said) if not link.links(says, "ADE", None)] == []


def test_units_of_a_measure_do_not_overlap() -> None:
    for measure in MEASURES:
        for lower, upper in zip(measure.ranges, measure.ranges[1:], strict=False):
            assert lower.most < upper.least
        for unit in measure.ranges:
            assert unit.low is None or unit.high is None or unit.low < unit.high


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert len(list(measured(text))) <= 1

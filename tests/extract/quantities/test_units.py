"""Each unit has a code that UCUM knows; each word for it leads there."""

import pytest
from ucumvert import get_ucum_parser

from nlp.extract.quantities.units import CEILINGS, UNITS, impossible, unit_at

CODES = sorted({code for _, code in UNITS} | {"mg/kg", "ug/kg", "[iU]/kg", "mg/d", "mg/mL", "mg/m2"})


@pytest.fixture(scope="module")
def parser():
    return get_ucum_parser()


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_ucum(parser, code):
    assert parser.parse(code)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("mcg", "ug"),
        ("micrograms", "ug"),
        ("mgs", "mg"),
        ("grams", "g"),
        ("cc", "mL"),
        ("ml", "mL"),
        ("tsp", "[tsp_us]"),
        ("units", "[iU]"),
        ("iu", "[iU]"),
        ("million units", "10*6.[iU]"),
        ("%", "%"),
        ("drops", "[drp]"),
        ("puffs", "{puff}"),
        ("tabs", "{tablet}"),
        ("caplet", "{tablet}"),
        ("softgels", "{capsule}"),
        ("meq", "meq"),
        ("oz", "[oz_av]"),
        ("mg/kg", "mg/kg"),
        ("mg per day", "mg/d"),
        ("mg a day", "mg"),
        ("mg/ml", "mg/mL"),
    ],
)
def test_words_of_units(words, code):
    assert unit_at(words, 0)[0] == code


def test_what_is_no_unit():
    assert unit_at("times", 0) is None


@pytest.mark.parametrize(("value", "unit"), [(500_000, "mg"), (120, "%"), (5_000, "{tablet}"), (500_000, "mg/d")])
def test_impossible_amounts(value, unit):
    assert impossible(value, unit)


@pytest.mark.parametrize(
    ("value", "unit"), [(240_000, "mg"), (50_000, "[iU]"), (12, "{pill}"), (1e9, None), (75, "ug")]
)
def test_possible_amounts(value, unit):
    assert not impossible(value, unit)


def test_ceilings_are_of_known_units():
    assert {code.partition("/")[0] for code in CEILINGS} <= {code for _, code in UNITS}

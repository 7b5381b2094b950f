import pytest

from nlp.datamodel import Quantity
from nlp.extract.quantities.dose import read_dose


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("half a tab", Quantity(0.5, None, "{tablet}")),
        ("75 mcg", Quantity(75, None, "ug")),
        ("75mcg", Quantity(75, None, "ug")),
        ("20-40mg", Quantity(20, 40, "mg")),
        ("10 mg or 20 mg", Quantity(10, 20, "mg")),
        ("2 puffs", Quantity(2, None, "{puff}")),
        ("1 1/2 tablets", Quantity(1.5, None, "{tablet}")),
        ("2 x 20mg", Quantity(40, None, "mg")),
        ("two 500 mg tablets", Quantity(1000, None, "mg")),
        ("half a 50 mg tablet", Quantity(25, None, "mg")),
        ("20mg/day", Quantity(20, None, "mg/d")),
        ("5 mg/5 ml", Quantity(1, None, "mg/mL")),
        ("10/325", Quantity(parts=(10, 325), flags=("combination",))),
        ("100/25 mcg", Quantity(unit="ug", parts=(100, 25), flags=("combination",))),
        ("1/2", Quantity(0.5)),
        ("20", Quantity(20)),
        ("six of the little pills", Quantity(6, None, "{pill}")),
        ("a teaspoon", Quantity(1, None, "[tsp_us]")),
        ("double dose", Quantity(2, None, "{dose}", flags=("relative",))),
        ("five times his dose", Quantity(5, None, "{dose}", flags=("relative",))),
        ("up to 4 pills", Quantity(4, None, "{pill}", flags=("at_most",))),
        ("a couple of pills", Quantity(2, None, "{pill}", flags=("approximate",))),
        ("500000 mg", Quantity(500000, None, "mg", flags=("impossible",))),
    ],
)
def test_doses(words, wanted):
    assert read_dose(words) == wanted


@pytest.mark.parametrize("words", ["low dose", "pea size amount", "tiny dose", ""])
def test_words_without_a_figure(words):
    assert read_dose(words) is None

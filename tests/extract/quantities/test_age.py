import pytest

from nlp.extract.quantities.age import find_ages, find_weight, weight_change


@pytest.mark.parametrize(
    ("words", "value", "unit", "owner"),
    [
        ("i'm 41 and healthy", 41, "a", "author"),
        ("i am 104.", 104, "a", "author"),
        ("my son is 7 and got hives", 7, "a", "other"),
        ("she is 7 months now", 7, "mo", "other"),
        ("my 6 yo got it", 6, "a", "other"),
        ("she was seven and scared", 7, "a", "other"),
        ("33f here, on zoloft", 33, "a", "any"),
        ("woman, 41, narcolepsy", 41, "a", "any"),
        ("51 y.o. woman", 51, "a", "any"),
        ("a 2 week old baby", 2, "wk", "any"),
    ],
)
def test_ages(words, value, unit, owner):
    told = next(find_ages(words))
    assert (told.quantity.value, told.quantity.unit, told.owner) == (value, unit, owner)


def test_a_decade_is_a_range():
    told = next(find_ages("i am in my 60s"))
    assert (told.quantity.value, told.quantity.high, told.quantity.flags) == (60, 69, ("approximate",))


@pytest.mark.parametrize("words", ["i'm 41 mg in", "i'm 20 weeks along", "he is 37 lbs", "i'm 2 weeks in"])
def test_what_is_no_age(words):
    assert not list(find_ages(words))


def test_nobody_is_that_old():
    assert next(find_ages("i'm 140 years old")).quantity.flags == ("impossible",)


@pytest.mark.parametrize(
    ("words", "value", "unit"), [("i weigh 82 kg", 82, "kg"), ("she weighs 71 pounds", 71, "[lb_av]")]
)
def test_weight(words, value, unit):
    told = find_weight(words)
    assert (told.quantity.value, told.quantity.unit) == (value, unit)
    assert words[told.start : told.end].startswith(str(value))


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("gained 20 lbs", 20, "[lb_av]"),
        ("lost about 5 kilos", -5, "kg"),
        ("put on 15-20 pounds", 15, "[lb_av]"),
        ("lost 15 pounds", -15, "[lb_av]"),
    ],
)
def test_weight_gained_or_lost(words, value, unit):
    assert (weight_change(words).value, weight_change(words).unit) == (value, unit)


def test_no_change_of_weight():
    assert weight_change("gained respect") is None

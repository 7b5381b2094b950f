import pytest

from training.drug_classes import STEMS, class_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("escitalopram", "antidepressants"),
        ("mirtazapine", "antidepressants"),
        ("olanzapine", "antipsychotics"),
        ("aripiprazole", "antipsychotics"),
        ("omeprazole", "proton pump inhibitors and other acid reducers"),
        ("fluconazole", "antifungals"),
        ("atorvastatin calcium", "statins (HMG-CoA reductase inhibitors)"),
        ("alendronic acid", "drugs for bone density"),
        ("cefalexin", "antibiotics"),
        ("ethinylestradiol", "sex hormones"),
        ("Lisinopril", "ACE inhibitors"),
        ("paracetamol", None),
        ("", None),
    ],
)
def test_the_stem_names_the_class(name, kind):
    assert class_of(name) == kind


def test_every_stem_can_be_reached():
    for number, (stem, kind) in enumerate(STEMS):
        assert class_of(stem.strip("-")) is not None, f"stem {number}, {kind}"

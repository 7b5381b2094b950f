import numpy as np

from corpora.markup import parse_post
from nlp.models.heads import ATTRIBUTES, EFFECTIVENESS, RELATIONS
from nlp.models.pairs import IMPLICIT
from training.examples import as_gold
from training.mentions import HEAVIEST, UNKNOWN, mention_targets, merged, value_weights

POST = parse_post(
    """# x-1 | forum | woman
<DRUG id=d1>Zoloft</DRUG> <DOSE of=d1>50 mg</DOSE> helped my <CONDITION by_drug=d1:major>anxiety</CONDITION> but gave me
<ADE by=d1 severity=severe>awful nausea</ADE>, no <ADE presence=absent by=d1>rash</ADE>.
<SYMPTOM by_drug=d0>Cough</SYMPTOM> stays."""
)


def words_of(text):
    import re

    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def targets(words=None):
    gold = as_gold(POST, "firsthand")
    return mention_targets(POST, gold.spans, POST.text, words or words_of(POST.text))


def test_attributes_are_indices_and_nothing_for_drugs_and_doses():
    found = targets()
    assert found.attributes.shape == (6, len(ATTRIBUTES))
    assert (found.attributes[0] == UNKNOWN).all()
    nausea = dict(zip(ATTRIBUTES, found.attributes[3], strict=True))
    assert ATTRIBUTES["severity"][nausea["severity"]] == "severe"
    rash = dict(zip(ATTRIBUTES, found.attributes[4], strict=True))
    assert ATTRIBUTES["presence"][rash["presence"]] == "absent"


def test_relations_hold_for_a_product_and_a_mention():
    found = targets()
    held = {
        (product, tail, RELATIONS[column])
        for group, (product, tail) in enumerate(zip(found.pairs.products, found.pairs.tails, strict=True))
        for column in np.flatnonzero(found.related[group])
    }
    assert held == {
        ("d1", 1, "has"),
        ("d1", 2, "treats"),
        ("d1", 3, "causes"),
        ("d1", 4, "causes"),
        ("d0", 5, "treats"),
    }


def test_effectiveness_is_told_where_a_drug_treats():
    found = targets()
    told = {
        (product, tail): int(value)
        for product, tail, value in zip(found.pairs.products, found.pairs.tails, found.effectiveness, strict=True)
        if value != UNKNOWN
    }
    assert told == {("d1", 2): EFFECTIVENESS.index("major"), ("d0", 5): EFFECTIVENESS.index("")}


def test_mentions_outside_the_window_take_their_relations_along():
    words = words_of(POST.text)
    found = targets(words[3:])  # without the drug and its dose
    assert len(found.first) == 4
    assert set(found.pairs.products) == {"d0"}


def test_merged_windows_are_as_one_whose_words_follow_one_another():
    one = targets()
    both = merged([one, one])
    words, mentions, groups = len(one.sentence), len(one.first), len(one.pairs)
    assert (both.first[mentions:] == one.first + words).all()
    assert both.sentence[words] > one.sentence[-1]
    pairs = len(one.pairs.drug)
    assert (both.pairs.group[pairs:] == one.pairs.group + groups).all()
    assert (both.pairs.drug[pairs:] == np.where(one.pairs.drug < 0, IMPLICIT, one.pairs.drug + mentions)).all()
    assert both.pairs.tails[groups:] == tuple(tail + mentions for tail in one.pairs.tails)
    assert (both.related[groups:] == one.related).all()


def test_rare_values_weigh_more_and_those_that_are_not_there_weigh_one():
    presence, _, _, effect, _ = value_weights([targets()], 1.0)
    assert list(presence) == [1, 3, 1, 1]  # three present, one absent
    assert list(effect) == [1, 1, 1]
    assert all((weights == 1).all() for weights in value_weights([targets()], 0.0))
    assert max(map(max, value_weights([targets()], 9.0))) == HEAVIEST

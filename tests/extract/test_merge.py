"""One entity per stretch: whose borders and label stand where encoder and lexicon meet."""

import pytest
import spacy

from nlp.datamodel import Entity
from nlp.extract import extensions
from nlp.extract.merge import merge


def merged(text, *found):
    """(label, words, origin) of what is left of (label, words, score, origin)."""
    extensions.register()
    doc = spacy.blank("en").make_doc(text)
    doc._.entities = tuple(
        Entity("", label, ((text.index(words), text.index(words) + len(words)),), words, score, origin)
        for label, words, score, origin in found
    )
    return [(each.label, each.text, each.origin) for each in merge(doc)._.entities]


@pytest.mark.parametrize(
    ("text", "model", "lexicon", "wanted"),
    [
        ("Wellbutrin XL daily", ("DRUG", "Wellbutrin", 0.9), "Wellbutrin XL", "Wellbutrin XL"),
        ("iron pills daily", ("DRUG", "iron", 0.97), "iron pills", "iron"),
        ("the flu shot", ("DRUG", "flu", 0.5), "flu shot", "flu shot"),
        ("a statin", ("DRUG", "statin", 0.9), "a statin", "statin"),
    ],
)
def test_a_longer_name_of_the_lexicon_is_taken_but_not_its_form(text, model, lexicon, wanted):
    found = merged(text, (*model, "model"), ("DRUG", lexicon, 0.9, "lexicon"))
    assert found == [("DRUG", wanted, "model+lexicon")]


def test_what_the_encoder_tells_apart_stays_apart():
    patch = [("DRUG", "lidocaine", 0.97, "model"), ("ROUTE", "patch", 0.9, "model")]
    assert merged("a lidocaine patch", *patch, ("DRUG", "lidocaine patch", 0.9, "lexicon")) == [
        ("DRUG", "lidocaine", "model"),
        ("ROUTE", "patch", "model"),
    ]


def test_two_scraps_of_one_name_become_it():
    scraps = [("DRUG", "numbing", 0.4, "model"), ("ROUTE", "cream", 0.7, "model")]
    found = merged("a numbing cream", *scraps, ("DRUG", "numbing cream", 0.9, "lexicon"))
    assert found == [("DRUG", "numbing cream", "model+lexicon")]


@pytest.mark.parametrize(("model", "lexicon"), [("SYMPTOM", "DRUG"), ("DRUG", "CONDITION")])
def test_where_the_very_words_are_known_the_lexicon_says_what_they_are(model, lexicon):
    found = merged("then Trelegy", (model, "Trelegy", 0.7, "model"), (lexicon, "Trelegy", 0.9, "lexicon"))
    assert found == [(lexicon, "Trelegy", "model+lexicon")]


def test_the_encoder_s_label_and_borders_stand_elsewhere():
    found = merged("bad asthma attack", ("ADE", "asthma attack", 0.6, "model"), ("CONDITION", "asthma", 0.8, "lexicon"))
    assert found == [("ADE", "asthma attack", "model")]

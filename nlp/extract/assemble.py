"""The case: what a pharmacovigilance team needs of a post, each claim with the words it rests on. Causality is never
judged here.

requires: doc._.entities, doc._.relations, doc._.reading, doc.sents    assigns: doc._.case
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import REACTION_LABELS, Case
from nlp.extract.case.criteria import contradictions, minimum_criteria
from nlp.extract.case.outcome import statements
from nlp.extract.case.patient import not_split, patients
from nlp.extract.case.reaction import make_reactions
from nlp.extract.case.reader import Reader, is_present
from nlp.extract.case.situations import special_situations, urgent
from nlp.extract.case.treatment import make_treatments
from nlp.extract.learned import evidence_told
from nlp.extract.product import named_product
from nlp.extract.quantities.dates import day_of
from nlp.extract.written import written


@Language.factory(
    "firsthand_assemble",
    requires=["doc._.entities", "doc._.relations"],
    assigns=["doc._.case"],
    default_config={"drug_field": "drug"},
)
class Assemble:
    """spaCy component; `drug_field` names the metadata field with the product that a post is about."""

    def __init__(self, nlp: Language, name: str, drug_field: str) -> None:
        self.drug_field = drug_field

    def __call__(self, doc: Doc) -> Doc:
        post, its = doc._.post, written(doc)
        reader = Reader(
            its.text,
            its.words,
            its.sentences,
            doc._.entities,
            tuple(doc._.relations),
            day_of(post.posted_at) if post else None,
            evidence_told(doc._.reading, its.text),
        )
        doc._.case = assemble(reader, named_product(post.meta, self.drug_field) if post else None)
        return doc


def assemble(reader: Reader, product: str | None) -> Case:
    """The case of one post; `product` is the drug that the metadata names."""
    specials = special_situations(reader, product)
    told = statements(reader)
    treatments = make_treatments(reader, told, product, any(each.value == "drug_interaction" for each in specials))
    reactions = make_reactions(reader, told, treatments)
    happened = [each for each in reader.entities if each.label in REACTION_LABELS and is_present(each)]
    patient, others = patients(reader, happened)
    return Case(
        patient,
        treatments,
        reactions,
        minimum_criteria(reader, patient, treatments, reactions),
        specials,
        urgent(reader),
        others,
        tuple(contradictions(reader, reactions)),
        not_split(reader, happened),
    )

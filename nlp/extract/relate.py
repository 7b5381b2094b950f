"""Relations between drugs and what they did, treat and how they were taken: by the model's pair head where it has one,
else by declared rules; what the text says outright stands before both.

requires: doc.sents, doc._.entities (attributes, links), doc._.reading    assigns: doc._.relations
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import DETAIL_LABELS, Entity, Relation
from nlp.extract.indications import LEAST, chance_treats, likeliest_other, usual
from nlp.extract.learned import Answers, answers
from nlp.extract.outright import corrected, graded, outright
from nlp.extract.product import concept_key, named_product, names_product
from nlp.extract.relation_cues import COMBINED, EFFECTIVENESS, NOT_COMBINED, PURPOSE, SINGLED_OUT
from nlp.extract.segment import sentence_at
from nlp.extract.written import Written, written
from nlp.models.heads import TAKES

UNNAMED = "(unnamed)"  # the product that only the metadata names
ALWAYS_ONE = ("has",)
MOSTLY_ONE = ("causes", "after_stopping")  # what is told as a drug's doing is some drug's doing
NOT_AT_ALL = 0.1  # the chance under which it is none of these (any from 0.05 to 0.2 does as well)
NEAR_BEST = 0.8  # of the likeliest product's chance: less likely ones are not told beside it (chosen on dev)
INDICATION_REACH = 400  # characters in which a complaint told before the drug counts as what the drug is for


@Language.factory(
    "firsthand_relate",
    requires=["doc.sents", "doc._.entities", "doc._.reading"],
    assigns=["doc._.relations"],
    default_config={"drug_field": "drug"},
)
class Relate:
    """spaCy component that relates every event, condition and dosing detail to the drugs that the text ties it to.

    `drug_field` names the metadata field with the product that a post is about: where the text does not name it, what
    is told without a drug beside it belongs to that product, and gets no relation to another one.
    """

    def __init__(self, nlp: Language | None = None, name: str = "firsthand_relate", drug_field: str = "drug") -> None:
        self.drug_field = drug_field

    def __call__(self, doc: Doc) -> Doc:
        product = named_product(doc._.post.meta, self.drug_field) if doc._.post else None
        drugs = [each for each in doc._.entities if each.label == "DRUG"]
        unnamed = product is not None and not names_product(product, drugs)
        its = written(doc)
        if heads := answers(doc):
            found = list(learned(heads, doc._.entities, unnamed))
        else:
            found = relations(its, doc._.entities, unnamed)
        found = corrected(found, outright(its.words, doc._.entities, its.sentences), doc._.entities)
        doc._.relations = tuple(graded(found, its.words, doc._.entities, its.sentences))
        return doc


def learned(answers: Answers, entities: Sequence[Entity], unnamed: bool = False) -> Iterator[Relation]:
    """The relations that the pair head finds, from its likeliest mention of each product.

    A dosing detail belongs to one product, the likeliest; so does an unwanted effect where no product is likely but one
    not out of the question. What the head ties to the product that the text does not name
    (`unnamed`) gets no relation: there is no mention to relate.
    """
    products = {each.id: concept_key(each) for each in entities if each.label == "DRUG"}
    said = answers.related(entities, products, UNNAMED if unnamed else None)
    for tail, group in groupby(said, key=lambda each: each[1].id):
        candidates = list(group)
        for name in TAKES[candidates[0][1].label]:
            chances = [related.relations[name] for related, _, _ in candidates]
            if name == "treats":
                chances, least = weighed(chances, candidates[0][1], [drug for _, _, drug in candidates]), LEAST
            elif name in ALWAYS_ONE:
                least = max(chances)
            else:
                least = max(answers.heads.thresholds.get(name, 0.5), NEAR_BEST * max(chances))
                if name in MOSTLY_ONE and NOT_AT_ALL <= max(chances) < least:
                    least = max(chances)
            for (related, _, drug), chance in zip(candidates, chances, strict=True):
                if drug is None or chance < least:
                    continue
                head, to = (tail, drug.id) if name == "after_stopping" else (drug.id, tail)
                told = answers.heads.choose("effectiveness", related.effectiveness) if name == "treats" else ""
                yield Relation(head, to, name, round(chance, 4), told or None, "head")  # type: ignore[arg-type]


def weighed(chances: Sequence[float], complaint: Entity, drugs: Sequence[Entity | None]) -> list[float]:
    """The chances of medicines to be taken for a complaint, with what is usual."""
    fits = [usual(drug, complaint) for drug in drugs]
    return [
        chance_treats(chance, own, likeliest_other(chances, place), True in fits, complaint.label)
        for place, (chance, own) in enumerate(zip(chances, fits, strict=True))
    ]


def relations(its: Written, entities: Sequence[Entity], unnamed: bool = False) -> list[Relation]:
    """Relations of one text; at most one drug mention per event unless several stand together.

    `unnamed` says that the text is about a product that it does not name.
    """
    drugs = [each for each in entities if each.label == "DRUG"]
    if not drugs:
        return []
    words = its.words
    whole = main_drug(entities)
    found: list[Relation] = []
    for entity in entities:
        if entity.label == "DRUG":
            continue
        low, high = sentence_at(its.sentences, entity.start, len(words))
        here = [drug for drug in drugs if low <= drug.start < high]
        main = main_drug(
            [each for each in entities if each.start < entity.start] if drugs[0].start < entity.start else entities
        )
        if unnamed and not any(drug.start < entity.start for drug in here):
            continue
        if entity.label in DETAIL_LABELS:
            if drug := nearest_detail(entity, here, drugs, words):
                found.append(Relation(drug.id, entity.id, "has", 0.85 if drug in here else 0.6, reason="nearest drug"))
        elif entity.label == "ADE":
            for drug, score, reason in blamed(entity, here, main, words):
                found.append(Relation(drug.id, entity.id, "causes", score, reason=reason))
        elif entity.label == "WITHDRAWAL":
            for drug, score, reason in blamed(entity, here, main, words)[:1]:
                found.append(Relation(entity.id, drug.id, "after_stopping", score, reason=reason))
        elif (hit := treated(entity, here, whole, words, low, high)) is not None:
            drug, score, effectiveness, reason = hit
            found.append(
                Relation(drug.id, entity.id, "treats", score, effectiveness, reason)  # type: ignore[arg-type]
            )
    return found


def main_drug(entities: Sequence[Entity]) -> Entity:
    """The first mention of the drug that the text is mostly about: named most often, with its dose and course told."""
    weights: dict[str, float] = {}
    first: dict[str, Entity] = {}
    last = ""
    for entity in entities:
        if entity.label == "DRUG":
            last = concept_key(entity)
            first.setdefault(last, entity)
            weights[last] = weights.get(last, 0.0) + 1.0
        elif entity.label in DETAIL_LABELS and last:
            weights[last] += 1.0
    return first[max(weights, key=lambda key: weights[key])]


def nearest_detail(detail: Entity, here: list[Entity], drugs: list[Entity], words: str) -> Entity | None:
    """The drug whose dose, route, frequency or duration this is: the one before it in the sentence, else the one
    behind, else the last one told.
    """
    before = [drug for drug in here if drug.end <= detail.start]
    behind = [drug for drug in here if drug.start >= detail.end]
    if behind and re.fullmatch(r"\s*(?:of|dose of|mgs? of|tablets? of)?\s*", words[detail.end : behind[0].start]):
        return behind[0]  # "20 mg of Lexapro"
    if before:
        return before[-1]
    earlier = [drug for drug in drugs if drug.end <= detail.start]
    return behind[0] if behind else (earlier[-1] if earlier else drugs[0])


def blamed(event: Entity, here: list[Entity], main: Entity, words: str) -> list[tuple[Entity, float, str]]:
    """The drugs blamed for an event: those of its sentence, drugs named together jointly; else the drug the text
    spoke of last.
    """
    before = [drug for drug in here if drug.end <= event.start]
    behind = [drug for drug in here if drug.start >= event.end]
    if behind and SINGLED_OUT.search(words[event.end : behind[0].start]):
        return together(behind[0], behind, words, 0.85, "named as the cause in the sentence")
    if before:
        return together(before[-1], before[::-1], words, 0.85, "drug before the event in its sentence")
    if behind:
        return together(behind[0], behind, words, 0.7, "drug behind the event in its sentence")
    return [(main, 0.65, "drug that the text is mostly about")]


def together(
    anchor: Entity, line: list[Entity], words: str, score: float, reason: str
) -> list[tuple[Entity, float, str]]:
    """The anchor and the drugs that stand beside it in a row ("Zoloft and trazodone")."""
    row = [anchor]
    for drug in line:
        if drug is anchor:
            continue
        low, high = min(drug.end, row[-1].end), max(drug.start, row[-1].start)
        if not COMBINED.match(words[low:high]) or NOT_COMBINED.search(words[low:high]):
            break
        row.append(drug)
    return [(drug, score, reason) for drug in row]


def treated(
    entity: Entity, here: list[Entity], main: Entity, words: str, low: int, high: int
) -> tuple[Entity, float, str | None, str] | None:
    """The drug that treats a condition or symptom, and how well the author says it did."""
    if entity.attributes.presence.value == "hypothetical" or entity.attributes.time.value == "pre-existing":
        return None
    near: Callable[[Entity], int] = lambda drug: min(abs(entity.start - drug.end), abs(drug.start - entity.end))  # noqa: E731
    sentence = words[low:high]
    effectiveness = next((name for name, pattern in EFFECTIVENESS if pattern.search(sentence)), None)
    if here:
        drug = min(here, key=near)
        between = words[min(drug.end, entity.end) : max(drug.start, entity.start)]
        if PURPOSE.search(between):
            return drug, 0.85, effectiveness, "purpose named in the sentence"
        if effectiveness:
            return drug, 0.7, effectiveness, "effect on it told in the sentence"
    told = effectiveness or entity.attributes.time.value == "past" or 0 <= main.start - entity.end < INDICATION_REACH
    if told and entity.attributes.experiencer.value == main.attributes.experiencer.value:
        return main, 0.6, effectiveness, "drug that the text is mostly about"
    return None

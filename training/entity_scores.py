"""Score attributes and relations of gold entities, as `firsthand evaluate-case --given entities` does."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from corpora import schema
from corpora.markup import AnnotatedPost
from nlp.datamodel import EVENT_LABELS, Entity

Add = Callable[[str, str, set[str], set[str]], None]


def score_entities(post: AnnotatedPost, doc: Doc, add: Add) -> None:
    """Give `add` (post, field, wanted values, found values) of every attribute of every event, and of every relation.

    Entities of the Doc must be those of the post in its order (`training.gold_docs`). Relations are counted between a
    product and a mention, over products that the text names; `effectiveness` over the `treats` that are right. "(none)"
    stands for no severity and for no effectiveness told.
    """
    places = [index for index, each in enumerate(post.entities) if each.label in schema.CLINICAL_LABELS]
    place_of = {entity.id: index for index, entity in zip(places, doc._.entities, strict=True)}
    for entity in doc._.entities:
        if entity.label in EVENT_LABELS:
            score_attributes(post, entity, place_of[entity.id], add)
    score_relations(post, doc, place_of, add)


def score_attributes(post: AnnotatedPost, entity: Entity, place: int, add: Add) -> None:
    wanted = schema.with_defaults(entity.label, post.entities[place].attributes)
    for name in schema.ATTRIBUTES:
        found = getattr(entity.attributes, name)
        add(post.id, name, {wanted[name] or "(none)"}, {found.value if found else "(none)"})


def score_relations(post: AnnotatedPost, doc: Doc, place_of: dict[str, int], add: Add) -> None:
    def product(place: int) -> str:
        return post.entities[place].key or f"mention {place}"

    named = {product(index) for index, each in enumerate(post.entities) if each.label == "DRUG"}
    wanted: dict[tuple[str, str, int], str | None] = {}
    for each in post.relations:
        drug, tail = (each.head, each.tail) if isinstance(each.head, str) else (each.tail, each.head)
        if drug in named and isinstance(tail, int):
            wanted[each.label, str(drug), tail] = each.value
    found: dict[tuple[str, str, int], str | None] = {}
    for one in doc._.relations:
        head, other = place_of[one.head], place_of[one.tail]
        drug_place, tail_place = (head, other) if post.entities[head].label == "DRUG" else (other, head)
        found[one.label, product(drug_place), tail_place] = one.effectiveness
    for key in wanted.keys() | found.keys():
        label = {key[0]}
        add(post.id, "relation", label if key in wanted else set(), label if key in found else set())
        if key[0] == "treats" and key in wanted and key in found:
            add(post.id, "effectiveness", {wanted[key] or "(none)"}, {found[key] or "(none)"})

"""Score attributes and relations, of gold entities or of those found, as `firsthand evaluate-case` does."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from corpora import schema
from corpora.markup import AnnotatedPost
from nlp.datamodel import EVENT_LABELS, Entity, Relation

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
    """Give `add` every relation between a product that the text names and a mention; `place_of` gives the post's
    mention that each entity of the Doc is.
    """
    wanted = gold_relations(post)
    found: dict[tuple[str, str, int], str | None] = {}
    for one in doc._.relations:
        drug, tail = drug_and_tail(one)
        found[one.label, product(post, place_of[drug]), place_of[tail]] = one.effectiveness
    for key in wanted.keys() | found.keys():
        label = {key[0]}
        add(post.id, "relation", label if key in wanted else set(), label if key in found else set())
        if key[0] == "treats" and key in wanted and key in found:
            add(post.id, "effectiveness", {wanted[key] or "(none)"}, {found[key] or "(none)"})


def score_found_relations(post: AnnotatedPost, doc: Doc, add: Add) -> None:
    """As `score_relations`, of entities that the pipeline found: each is the mention of the post with its label that
    shares most characters with it, and a relation of an entity that is none of them is a false one.
    """
    place_of = {entity.id: mention_of(post, entity) for entity in doc._.entities}
    wanted = gold_relations(post)
    found: set[tuple[str, str, int]] = set()
    for one in doc._.relations:
        drug, tail = (place_of[each] for each in drug_and_tail(one))
        if drug is None or tail is None:
            add(post.id, "relation", set(), {one.label})
        else:
            found.add((one.label, product(post, drug), tail))
    for key in wanted.keys() | found:
        add(post.id, "relation", {key[0]} if key in wanted else set(), {key[0]} if key in found else set())


def mention_of(post: AnnotatedPost, entity: Entity) -> int | None:
    """The place of the post's mention that an entity is, or None."""
    shared = {
        place: sum(max(0, min(end, b) - max(start, a)) for start, end in each.spans for a, b in entity.spans)
        for place, each in enumerate(post.entities)
        if each.label == entity.label
    }
    best = max(shared, key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] else None


def gold_relations(post: AnnotatedPost) -> dict[tuple[str, str, int], str | None]:
    """(label, product, place of the mention) of every relation to a product that the text names, with its value."""
    named = {product(post, index) for index, each in enumerate(post.entities) if each.label == "DRUG"}
    held = {}
    for each in post.relations:
        drug, tail = (each.head, each.tail) if isinstance(each.head, str) else (each.tail, each.head)
        if drug in named and isinstance(tail, int):
            held[each.label, str(drug), tail] = each.value
    return held


def drug_and_tail(relation: Relation) -> tuple[str, str]:
    """The ids of the drug and of the mention that a relation ties to it."""
    if relation.label == "after_stopping":
        return relation.tail, relation.head
    return relation.head, relation.tail


def product(post: AnnotatedPost, place: int) -> str:
    return post.entities[place].key or f"mention {place}"

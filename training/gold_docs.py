"""Docs that hold the gold of our posts, for steps of the pipeline to be scored alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal, get_args

from spacy.tokens import Doc

from corpora import schema
from corpora.markup import AnnotatedPost, Mention
from nlp.datamodel import Attribute, Attributes, Entity, Post, Relation
from nlp.pipeline import Pipeline

Given = Literal["relations", "entities", "nothing"]
GIVEN: tuple[Given, ...] = get_args(Given)
# Steps that read the case when entities are given, and those when their attributes and relations are too.
STEPS = {
    "relations": ("firsthand_quantify", "firsthand_link", "firsthand_assemble"),
    "entities": (
        "firsthand_quantify",
        "firsthand_assertion",
        "firsthand_link",
        "firsthand_relate",
        "firsthand_assemble",
    ),
}


def read(posts: Iterable[AnnotatedPost], pipeline: Pipeline, given: Given) -> Iterator[Doc]:
    """A processed Doc of each post; `given` says what it is given of the gold, as `evaluate_case` has it."""
    for post in posts:
        source = Post(post.id, post.text, posted_at=post.meta.get("date"), meta=post.meta)
        if given == "nothing":
            doc = pipeline.nlp.make_doc(post.text)
            doc._.post = source
            for _, step in pipeline.nlp.pipeline:
                doc = step(doc)
        else:
            doc = gold_doc(post, source, pipeline, given)
        yield doc


def gold_doc(post: AnnotatedPost, source: Post, pipeline: Pipeline, given: Given) -> Doc:
    """A Doc with the gold of a post, and with the case that the remaining steps read from it."""
    doc = pipeline.nlp.get_pipe("firsthand_segment")(pipeline.nlp.make_doc(post.text))
    doc._.post = source
    if given == "entities":  # attributes and relations are read by the heads of the model, off its own states
        recognise: Any = pipeline.nlp.get_pipe("firsthand_recognise")
        (doc._.reading,) = recognise.recogniser.read([post.text])
    places = [index for index, each in enumerate(post.entities) if each.label in schema.CLINICAL_LABELS]
    names = {index: f"e{number}" for number, index in enumerate(places, 1)}
    doc._.entities = tuple(gold_entity(post, post.entities[index], names[index], given) for index in places)
    if given == "relations":
        doc._.relations = tuple(gold_relations(post, names))
    for step in STEPS[given]:
        if step in pipeline.nlp.pipe_names:
            doc = pipeline.nlp.get_pipe(step)(doc)
    return doc


def gold_entity(post: AnnotatedPost, mention: Mention, name: str, given: Given) -> Entity:
    words = " ".join(post.text[start:end] for start, end in mention.spans)
    entity = Entity(name, mention.label, mention.spans, words, 1.0, "model")  # type: ignore[arg-type]
    if given != "relations":
        return entity
    values = schema.with_defaults(mention.label, mention.attributes)
    made: dict[str, Any] = {name: Attribute(value) for name, value in values.items() if value}
    return replace(entity, attributes=Attributes(**made))


def gold_relations(post: AnnotatedPost, names: dict[int, str]) -> Iterator[Relation]:
    """The relations of a post, a drug by its nearest mention before the event, else its first."""
    for each in post.relations:
        drug, event = (each.head, each.tail) if isinstance(each.head, str) else (each.tail, each.head)
        mentions = [index for index, one in enumerate(post.entities) if one.key == drug and one.label == "DRUG"]
        if not mentions or not isinstance(event, int) or event not in names:
            continue
        nearest = max((one for one in mentions if one < event), default=mentions[0])
        head, tail = (nearest, event) if isinstance(each.head, str) else (event, nearest)
        yield Relation(names[head], names[tail], each.label, 1.0, each.value)  # type: ignore[arg-type]

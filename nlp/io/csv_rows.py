"""Records as flat CSV: one row for each entity, and one with empty entity cells for a post without entities."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator

from nlp.datamodel import Entity, Record

CSV_COLUMNS = (
    *("post_id", "source", "author", "thread", "posted_at"),
    *("entity_id", "label", "text", "start", "end", "spans", "score"),
    *("presence", "experiencer", "time", "effect", "severity"),
    *("system", "code", "name", "link_score"),
    *("drug_ids", "drugs"),
)
CAUSAL_RELATIONS = ("causes", "after_stopping")
# Lists within a cell; neither ids nor offsets hold it, and drug names next to never.
SEPARATOR = ";"

Cell = str | int | float | None


def csv_header() -> bytes:
    """The header line."""
    return _encode([CSV_COLUMNS])


def csv_lines(record: Record) -> bytes:
    """The record's lines in RFC 4180 CSV, UTF-8, as `csv_rows` gives them."""
    return _encode(csv_rows(record))


def csv_rows(record: Record) -> Iterator[tuple[Cell, ...]]:
    """Cells in the order of `CSV_COLUMNS`.

    `spans` are offsets into the post, `52-60;64-71` for a discontinuous mention; system, code, name and link_score are
    those of the first link; drug_ids and drugs are the drugs that cause the event, or after whose stopping it came.
    """
    post = record.post
    place = (post.id, post.source, post.author, post.thread, post.posted_at)
    if not record.entities:
        yield (*place, *[None] * (len(CSV_COLUMNS) - len(place)))
    entities = {entity.id: entity for entity in record.entities}
    blamed = _blamed(record)
    for entity in record.entities:
        drugs = blamed[entity.id]
        texts = SEPARATOR.join(entities[drug].text for drug in drugs if drug in entities)
        yield (*place, *_entity_cells(entity), *_link_cells(entity), SEPARATOR.join(drugs) or None, texts or None)


def _blamed(record: Record) -> defaultdict[str, list[str]]:
    """Ids of the drugs blamed for each event, by the id of the event."""
    blamed: defaultdict[str, list[str]] = defaultdict(list)
    for relation in record.relations:
        if relation.label in CAUSAL_RELATIONS:
            drug, event = relation.head, relation.tail
            if relation.label == "after_stopping":
                drug, event = event, drug
            if drug not in blamed[event]:
                blamed[event].append(drug)
    return blamed


def _entity_cells(entity: Entity) -> tuple[Cell, ...]:
    attributes = entity.attributes
    spans = SEPARATOR.join(f"{start}-{end}" for start, end in entity.spans)
    return (
        *(entity.id, entity.label, entity.text, entity.start, entity.end, spans, entity.score),
        *(attributes.presence.value, attributes.experiencer.value, attributes.time.value, attributes.effect.value),
        attributes.severity.value if attributes.severity else None,
    )


def _link_cells(entity: Entity) -> tuple[Cell, ...]:
    if not entity.links:
        return (None, None, None, None)
    link = entity.links[0]
    return (link.system, link.code, link.name, link.score)


def _encode(rows: Iterator[tuple[Cell, ...]] | list[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()

"""Which medicine a mention or the metadata means: what tells two medicines of a post apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from nlp.datamodel import Entity

SEPARATOR = re.compile(r"[^a-z0-9]+")
SHORTEST_NAME = 4  # shorter words of a product's name ("mg", "XR") tell nothing


def concept_key(entity: Entity) -> str:
    """What tells two medicines, or two events, apart: the linked code, else the lower-cased words."""
    return entity.links[0].code if entity.links else SEPARATOR.sub(" ", entity.text.lower()).strip()


def named_product(meta: Mapping[str, Any], field: str) -> str | None:
    """The product that the metadata names, at the top or within a nested `meta`, as the shared corpora have it."""
    nested = meta.get("meta")
    value = meta.get(field) or (nested.get(field) if isinstance(nested, Mapping) else None)
    return value.strip() or None if isinstance(value, str) else None


def names_product(product: str, mentions: Sequence[Entity]) -> bool:
    """Whether one of the mentions is that product: they share a word of the name, as written or as linked."""
    wanted = words(product)
    return any(wanted & words(f"{each.text} {' '.join(link.name for link in each.links)}") for each in mentions)


def words(name: str) -> set[str]:
    return {word for word in SEPARATOR.split(name.lower()) if len(word) >= SHORTEST_NAME}

"""The annotation scheme as data: labels, attributes, relations and case fields of `GUIDELINES.md`.

One place, so that the markup reader, the validator, the trainer and the exports agree on what is allowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nlp.datamodel import (
    DETAIL_LABELS,
    ENTITY_LABELS,
    EVENT_LABELS,
    IDENTIFIER_KINDS,
    SERIOUSNESS_CRITERIA,
    SPECIAL_SITUATIONS,
)

__all__ = ["DETAIL_LABELS", "EVENT_LABELS", "SPECIAL_SITUATIONS"]

CLINICAL_LABELS = ENTITY_LABELS
IDENTIFIER_LABELS = IDENTIFIER_KINDS
LABELS = CLINICAL_LABELS + IDENTIFIER_LABELS

ATTRIBUTES = MappingProxyType(
    {
        "presence": ("present", "absent", "possible", "hypothetical"),
        "experiencer": ("author", "other"),
        "time": ("current", "past", "pre-existing"),
        "effect": ("adverse", "neutral", "beneficial"),
        "severity": ("mild", "moderate", "severe"),
    }
)

EFFECTIVENESS = ("none", "slight", "moderate", "major")

# tag attribute -> (relation label, labels that may carry it, the drug is the head of the relation)
RELATION_ATTRIBUTES = MappingProxyType(
    {
        "by": ("causes", ("ADE", "WITHDRAWAL"), True),
        "after": ("after_stopping", ("WITHDRAWAL",), False),
        "by_drug": ("treats", EVENT_LABELS, True),
        "of": ("has", DETAIL_LABELS, True),
    }
)

SERIOUSNESS = SERIOUSNESS_CRITERIA  # ICH E2A, in the words of E2B(R3) E.i.3.2

# footer kind -> field -> allowed values (None: free words)
FOOTER_FIELDS: Mapping[str, Mapping[str, tuple[str, ...] | None]] = MappingProxyType(
    {
        "patient": {
            "age": None,
            "sex": ("female", "male", "other"),
            "pregnancy": ("yes", "no"),
            "lactation": ("yes", "no"),
            "weight": None,
            "height": None,
            "who": ("author", "child", "parent", "partner", "sibling", "friend", "patient", "other"),
        },
        "drug": {
            "role": ("suspect", "concomitant", "interacting"),
            "action": ("withdrawn", "reduced", "increased", "unchanged", "switched"),
            "dechallenge": ("positive", "negative"),
            "rechallenge": ("positive", "negative"),
            "reason": ("adverse_event", "ineffective", "cost", "finished", "pregnancy", "better", "other"),
            "start": None,
            "stop": None,
            "indication": None,
        },
        "event": {
            "outcome": ("recovered", "recovering", "not_recovered", "sequelae", "fatal"),
            "onset": None,
            "latency": None,
            "lasted": None,
            "serious": SERIOUSNESS,
        },
    }
)


def default_effect(label: str) -> str:
    """The effect that an entity has when the markup says nothing: an ADE or withdrawal is adverse."""
    return "adverse" if label in ("ADE", "WITHDRAWAL") else "neutral"


def with_defaults(label: str, attributes: Mapping[str, str]) -> dict[str, str | None]:
    """All five attributes of an entity, from those that the markup writes. None: nothing is said, or an identifier."""
    if label not in CLINICAL_LABELS:
        return dict.fromkeys(ATTRIBUTES)
    defaults = {"presence": "present", "experiencer": "author", "time": "current", "severity": None}
    return {**defaults, "effect": default_effect(label), **attributes}

"""How each corpus speaks of our labels: what its labels mean here, and what it leaves unannotated.

A corpus annotates some of our labels and is silent on the rest, so that an unmarked word may still be, say, a DRUG.
`mapping` gives for
each corpus label the set of our labels that it may stand for; `silent` are our labels that may hide among its
unmarked words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlp.models.tags import RECOGNISER_LABELS

COMPLAINTS = ("ADE", "CONDITION", "SYMPTOM")
DETAILS = ("DOSE", "ROUTE", "FREQUENCY", "DURATION")
IDENTIFIERS = ("PERSON", "LOCATION", "CONTACT")


@dataclass(frozen=True)
class CorpusMap:
    mapping: Mapping[str, tuple[str, ...]]
    silent: tuple[str, ...] = ()
    strip_determiner: bool = False
    unknown: tuple[str, ...] = field(default=())
    """Labels of the corpus whose words may be anything: no loss is taken there."""


OWN = CorpusMap(
    {label: (label,) for label in RECOGNISER_LABELS}
    | {
        "ADDRESS": ("LOCATION",),
        "POSTCODE": ("CONTACT",),
        "EMAIL": ("CONTACT",),
        "PHONE": ("CONTACT",),
        "URL": ("CONTACT",),
        "HANDLE": ("CONTACT",),
        "RECORD_NUMBER": ("CONTACT",),
        "DATE_OF_BIRTH": ("CONTACT",),
    }
)

CORPORA: dict[str, CorpusMap] = {
    "unlabelled": CorpusMap({}, silent=RECOGNISER_LABELS),
    "phee": CorpusMap(
        {
            "Treatment.Drug": ("DRUG",),
            "Treatment.Dosage": ("DOSE",),
            "Treatment.Route": ("ROUTE",),
            "Treatment.Freq": ("FREQUENCY",),
            "Treatment.Duration": ("DURATION",),
            "Treatment.Disorder": ("CONDITION", "SYMPTOM"),
            "Effect": ("ADE",),
        },
        silent=("CONDITION", "SYMPTOM", *DETAILS),
        strip_determiner=True,
    ),
    "bc5cdr": CorpusMap({"Chemical": ("DRUG",), "Disease": COMPLAINTS}, silent=("WITHDRAWAL", "SYMPTOM", *DETAILS)),
    "ncbi_disease": CorpusMap(
        dict.fromkeys(("Disease", "SpecificDisease", "DiseaseClass", "Modifier", "CompositeMention"), ("CONDITION",)),
        silent=("DRUG", "SYMPTOM", "ADE", *DETAILS),
    ),
    "tac2017_spl": CorpusMap(
        {"AdverseReaction": ("ADE",)}, silent=("DRUG", "CONDITION", "SYMPTOM", "WITHDRAWAL", *DETAILS)
    ),
    "healthsea": CorpusMap(
        {"CONDITION": COMPLAINTS},
        silent=("DRUG", "SYMPTOM", "ADE", *DETAILS, *IDENTIFIERS),
        unknown=("BENEFIT",),
    ),
}

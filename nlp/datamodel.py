"""The record: what Firsthand knows of one post, as frozen dataclasses with a published JSON Schema.

All offsets are Unicode code points of the post's text as received; `end` is exclusive. Redaction keeps the length of
the
text, so the same offsets hold before and behind it. Field names follow ICH E2B(R3), E2A and E2D(R1) where they have
one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, Literal, TypeVar

from pydantic import TypeAdapter

RECORD_SCHEMA = "firsthand/record/1"

EntityLabel = Literal["DRUG", "ADE", "WITHDRAWAL", "CONDITION", "SYMPTOM", "DOSE", "ROUTE", "FREQUENCY", "DURATION"]
Presence = Literal["present", "absent", "possible", "hypothetical"]
Experiencer = Literal["author", "other"]
Time = Literal["current", "past", "pre-existing"]
Effect = Literal["adverse", "beneficial", "neutral"]
Severity = Literal["mild", "moderate", "severe"]
RelationLabel = Literal["causes", "treats", "has", "after_stopping"]
Effectiveness = Literal["none", "slight", "moderate", "major"]
IdentifierKind = Literal[
    "PERSON",
    "LOCATION",
    "ADDRESS",
    "POSTCODE",
    "EMAIL",
    "PHONE",
    "URL",
    "HANDLE",
    "RECORD_NUMBER",
    "DATE_OF_BIRTH",
]
SeriousnessCriterion = Literal[
    "death", "life_threatening", "hospitalisation", "disability", "congenital_anomaly", "medically_important"
]
SpecialSituation = Literal[
    "pregnancy_exposure",
    "lactation_exposure",
    "overdose",
    "misuse",
    "abuse",
    "off_label_use",
    "medication_error",
    "lack_of_efficacy",
    "drug_interaction",
    "occupational_exposure",
]

ENTITY_LABELS: tuple[str, ...] = EntityLabel.__args__  # type: ignore[attr-defined]
IDENTIFIER_KINDS: tuple[str, ...] = IdentifierKind.__args__  # type: ignore[attr-defined]
SERIOUSNESS_CRITERIA: tuple[str, ...] = SeriousnessCriterion.__args__  # type: ignore[attr-defined]
SPECIAL_SITUATIONS: tuple[str, ...] = SpecialSituation.__args__  # type: ignore[attr-defined]
EVENT_LABELS = ("ADE", "WITHDRAWAL", "CONDITION", "SYMPTOM")
REACTION_LABELS = ("ADE", "WITHDRAWAL")
DETAIL_LABELS = ("DOSE", "ROUTE", "FREQUENCY", "DURATION")

Span = tuple[int, int]
Value = TypeVar("Value", bound=str)


@dataclass(frozen=True, slots=True)
class Post:
    """One text by one author. `meta` keeps every further field of the source as it was."""

    id: str
    text: str
    source: str | None = None
    author: str | None = None
    thread: str | None = None
    posted_at: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a claim rests on: `text` is the redacted text at [start, end)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Attribute(Generic[Value]):
    """One property of an entity. `cue` holds the words that decided, `reason` names the rule or head behind it."""

    value: Value
    score: float = 1.0
    cue: Evidence | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Attributes:
    """What is asserted of an entity. `severity` is the patient's own word for it, None when nothing is said."""

    presence: Attribute[Presence] = Attribute("present")
    experiencer: Attribute[Experiencer] = Attribute("author")
    time: Attribute[Time] = Attribute("current")
    effect: Attribute[Effect] = Attribute("neutral")
    severity: Attribute[Severity] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A concept of a vocabulary. `reason` says how it was found: the alias that matched and by which method."""

    system: str
    code: str
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """Words of an amount in figures, as far as they hold any; the words themselves stay in the entity.

    `value` to `high` (of a range) in `unit`, a UCUM code: doses in `mg`, `[iU]`, `{tablet}`, frequencies in `/d`,
    durations in `wk`. `parts` are the strengths of a combination product, which have no sum. `iso` is ISO 8601: the
    length of a duration (`P3W`), the mean repeating interval of a frequency (`R/PT8H`). `start` and `stop` are dates
    in the precision told. `flags` say more: `approximate`, `at_least`, `at_most`, `vague`, `ordinal` (a point in the
    course), `since`, `relative` (to the usual dose), `combination`, `as_needed`, `cyclic`, `meals`, `weekday`,
    moments of the day, and `impossible` or `future`, which a reader should doubt.
    """

    value: float | None = None
    high: float | None = None
    unit: str | None = None
    parts: tuple[float, ...] = ()
    iso: str | None = None
    start: str | None = None
    stop: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text with one meaning. Discontinuous mentions have several `spans`, in order of the text.

    `origin` is `model`, `lexicon` or `model+lexicon`; `text` joins the redacted spans with a space. `quantity` is
    given on a DOSE, FREQUENCY or DURATION that holds a figure, and on an event that is a change of weight.
    """

    id: str
    label: EntityLabel
    spans: tuple[Span, ...]
    text: str
    score: float
    origin: str
    attributes: Attributes = Attributes()
    links: tuple[Link, ...] = ()
    quantity: Quantity | None = None

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Relation:
    """`head` and `tail` are ids of entities. `causes`, `treats` and `has` go from the drug, `after_stopping` to it.

    `effectiveness` is given on `treats` when the author states it; `reason` names the rule or head.
    """

    head: str
    tail: str
    label: RelationLabel
    score: float
    effectiveness: Effectiveness | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Redaction:
    """An identifier that was masked in the text, by kind. Its words are not kept."""

    start: int
    end: int
    kind: IdentifierKind


@dataclass(frozen=True, slots=True)
class Claim:
    """A value of the case with the words that it rests on and the rule or head that read it.

    `quantity` holds the figures of an age, a weight, a date or a time.
    """

    value: str
    evidence: tuple[Evidence, ...] = ()
    score: float = 1.0
    reason: str | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """E2B(R3) D. `who` is the relation to the author; age and weight are in the text's words (`41`, `7 months`)."""

    who: Claim | None = None
    age: Claim | None = None
    sex: Claim | None = None
    pregnancy: Claim | None = None
    lactation: Claim | None = None
    weight: Claim | None = None


@dataclass(frozen=True, slots=True)
class Treatment:
    """E2B(R3) G.k: one medicine of the post; `entities` are the ids of its mentions, empty when only the metadata
    names it.

    `role` is suspect, interacting, concomitant or, of a medicine that is only named, mentioned. Doses, routes,
    frequencies, durations and indications are ids of entities. `action` is withdrawn, switched, reduced, increased or
    unchanged; `start` and `stop` are dates in the text's words.
    """

    name: str
    entities: tuple[str, ...]
    role: Claim
    implicit: bool = False
    doses: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    frequencies: tuple[str, ...] = ()
    durations: tuple[str, ...] = ()
    indications: tuple[str, ...] = ()
    effectiveness: Claim | None = None
    action: Claim | None = None
    reason_stopped: Claim | None = None
    dechallenge: Claim | None = None
    rechallenge: Claim | None = None
    start: Claim | None = None
    stop: Claim | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """E2B(R3) E.i: one adverse event, by the ids of its mentions. `suspects` are names of treatments.

    `who` is the experiencer, author or other. `seriousness` holds one claim for each ICH E2A criterion met, each with
    its words; severity is kept apart from it. `attention` names the important medical event that it is, whatever was
    said of it.
    """

    name: str
    entities: tuple[str, ...]
    suspects: tuple[str, ...] = ()
    severity: Claim | None = None
    onset: Claim | None = None
    latency: Claim | None = None
    duration: Claim | None = None
    outcome: Claim | None = None
    seriousness: tuple[Claim, ...] = ()
    who: Claim | None = None
    attention: Claim | None = None


@dataclass(frozen=True, slots=True)
class Criteria:
    """The four minimum criteria of a valid report (EMA GVP VI.B.2): each `present`, `absent` or `unclear`.

    `missing` names those that are not present: what a reviewer has to find out to make the report valid.
    """

    reporter: Claim
    patient: Claim
    suspect_product: Claim
    adverse_reaction: Claim
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a pharmacovigilance team needs of the post. Causality is not here: only a person enters it.

    `other_patients` are further persons with reactions of their own; `not_split` holds the words for several whom the
    text does not tell apart. `contradictions` are statements that stand
    against each other, with the words of both.
    """

    patient: Patient
    treatments: tuple[Treatment, ...]
    reactions: tuple[Reaction, ...]
    criteria: Criteria
    special_situations: tuple[Claim, ...] = ()
    urgent: Claim | None = None
    other_patients: tuple[Patient, ...] = ()
    contradictions: tuple[Claim, ...] = ()
    not_split: Claim | None = None


@dataclass(frozen=True, slots=True)
class RedactedPost:
    """The post as it leaves the pipeline: masked text of the same length, pseudonyms in place of author and thread."""

    id: str
    text: str
    source: str | None = None
    author: str | None = None
    thread: str | None = None
    posted_at: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)
    redactions: tuple[Redaction, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the record: pipeline version, sha256 of its configuration, models and vocabularies as name ->
    version@sha256.
    """

    pipeline: str
    config: str
    models: dict[str, str] = field(default_factory=dict)
    vocabularies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One post, read. `warnings` are short stable names (`not_english`, `no_words`) of what a reader should know."""

    schema: Literal["firsthand/record/1"] = "firsthand/record/1"
    post: RedactedPost
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    case: Case
    provenance: Provenance
    warnings: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The record as one line of JSON in UTF-8, without a line end. The same record gives the same bytes."""
        return record_adapter().dump_json(self, by_alias=True)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists, as `json.loads(self.to_json())` gives it."""
        plain: dict[str, Any] = record_adapter().dump_python(self, mode="json")
        return plain

    @staticmethod
    def from_json(line: bytes | str) -> Record:
        """The record that `to_json` wrote. Raises pydantic's ValidationError with the path of each wrong field."""
        return record_adapter().validate_json(line)


@dataclass(frozen=True, slots=True)
class Failure:
    """A post that gave no record. `place` is the file and line or row; the message holds no text of the post."""

    post_id: str | None
    step: str
    reason: str
    message: str
    place: str | None = None


@cache
def record_adapter() -> TypeAdapter[Record]:
    """pydantic's reader and writer of records, built once."""
    return TypeAdapter(Record)


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record, as it is written by `Record.to_json`."""
    schema = record_adapter().json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": RECORD_SCHEMA, **schema}

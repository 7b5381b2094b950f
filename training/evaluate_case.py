"""Score the case that Firsthand reads from our authored posts against their footers, field by field.

Seriousness, special situations and urgency are scored over posts (is the criterion claimed of any event?), what was
done with a drug over the drugs that the footer or the case says something of. Where the footer is silent and the case
is not, that is a false alarm. Outcomes and times are scored over the events that have a footer line: annotators gave
one only to events that needed it, so that its absence says nothing. A latency in the words that a
footer has as `onset` ("the next day" stands under both) is neither right nor wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from spacy.tokens import Doc

from corpora.markup import AnnotatedPost
from nlp.datamodel import Case, Claim, Entity, Reaction, Treatment
from nlp.errors import UsageError
from nlp.pipeline import Pipeline
from training.entity_scores import score_entities, score_found_relations
from training.gold_docs import GIVEN, Given, read

DRUG_FIELDS = {  # of the footer, of a treatment
    "role": "role",
    "action": "action",
    "reason": "reason_stopped",
    "dechallenge": "dechallenge",
    "rechallenge": "rechallenge",
}
PATIENT_FIELDS = ("age", "sex", "pregnancy", "lactation", "weight", "who")


@dataclass
class Count:
    """What the footers say, what the cases say, and in how much they agree."""

    gold: int = 0
    predicted: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.gold + self.predicted
        return 2 * self.right / both if both else 0.0


@dataclass
class CaseScores:
    """Counts by field (`seriousness`) and value (`death`); the value "" sums up a field."""

    posts: int = 0
    counts: dict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add(self, post: str, name: str, wanted: set[str], found: set[str], by_value: bool = True) -> None:
        """Count the values that a post, drug or event should have and has; differences go to `misses`."""
        for value in wanted | found:
            for key in ((name, value), (name, ""))[not by_value :]:
                self.counts[key].gold += value in wanted
                self.counts[key].predicted += value in found
                self.counts[key].right += value in wanted and value in found
            if (value in wanted) != (value in found):
                self.misses.append((post, name, value, "missed" if value in wanted else "false alarm"))

    def to_dict(self) -> dict[str, Any]:
        return {
            "posts": self.posts,
            "fields": [
                {
                    "field": name,
                    "value": value,
                    **asdict(each),
                    "precision": each.precision,
                    "recall": each.recall,
                    "f1": each.f1,
                }
                for (name, value), each in sorted(self.counts.items())
            ],
        }


def parse_given(value: str) -> Given:
    """Raises UsageError for a word that is not one of the choices."""
    found = next((each for each in GIVEN if each == value), None)
    if found is None:
        raise UsageError(f"--given: '{value}' is not one of {', '.join(GIVEN)}")
    return found


def without_heads(pipeline: Pipeline) -> Pipeline:
    """The pipeline, with the heads of its model left out: declared cues and rules alone say what is asserted and
    related.
    """
    recognise: Any = pipeline.nlp.get_pipe("firsthand_recognise")
    recognise.recogniser.heads = recognise.recogniser.evidence = None
    return pipeline


def evaluate_case(posts: Sequence[AnnotatedPost], pipeline: Pipeline, given: Given = "entities") -> CaseScores:
    """Read the posts and score their cases.

    `given` says what the case step is given of the gold: `relations` (entities, attributes and relations), `entities`
    (their labels and spans alone; then attributes and relations are scored too) or `nothing`, which runs the whole
    pipeline (then relations are scored too, between the entities found).
    """
    scores = CaseScores(posts=len(posts))
    for post, doc in zip(posts, read(posts, pipeline, given), strict=True):
        score_post(post, doc, scores)
        if given == "entities":
            score_entities(post, doc, scores.add)
        elif given == "nothing":
            score_found_relations(post, doc, scores.add)
    return scores


def score_post(post: AnnotatedPost, doc: Doc, scores: CaseScores) -> None:
    case: Case = doc._.case
    entities: dict[str, Entity] = {each.id: each for each in doc._.entities}
    rows = post.case
    wanted = {each["criterion"] for row in rows.get("event", []) for each in row.get("serious", [])}
    found = {claim.value for each in case.reactions for claim in each.seriousness}
    scores.add(post.id, "seriousness", wanted, found)
    scores.add(
        post.id, "special situation", {row["kind"] for row in rows.get("special", [])}, values(case.special_situations)
    )
    scores.add(post.id, "urgent", {"urgent"} & set(rows), {"urgent"} if case.urgent else set())
    score_patient(post, case, scores)
    score_drugs(post, case.treatments, entities, scores)
    score_events(post, case.reactions, entities, scores)


def score_patient(post: AnnotatedPost, case: Case, scores: CaseScores) -> None:
    row = next(iter(post.case.get("patient", [])), {})
    for name in PATIENT_FIELDS:
        claim = getattr(case.patient, name, None)
        wanted = {plain(name, row[name])} if name in row else set()
        found = {plain(name, claim.value)} if claim else set()
        if name == "who":
            wanted, found = wanted - {"author"}, found - {"author"}
        if name in ("pregnancy", "lactation"):
            wanted, found = wanted - {"no"}, found - {"no"}
        scores.add(post.id, f"patient {name}", wanted, found, by_value=False)


def plain(name: str, value: str) -> str:
    """A value without what is told differently: "7 year old" is 7, "88 lbs" is 88."""
    if name in ("age", "weight"):
        value = re.sub(r"[\s-]*(?:years?|yrs?|y/?o|yo)\b.*$", "", value.strip().lower())
        return (
            re.sub(r"[\s-]*(?:kgs?|kilos?|lbs?|pounds?)$", "", value) if name == "weight" else value.replace("-", " ")
        )
    return value


def score_drugs(
    post: AnnotatedPost, treatments: Sequence[Treatment], entities: dict[str, Entity], scores: CaseScores
) -> None:
    footers = {row["id"]: row for row in post.case.get("drug", [])}
    keys = {each.key for each in post.entities if each.label == "DRUG" and each.key} | set(footers)
    used: set[int] = set()
    for key in sorted(keys):
        spans = [span for each in post.entities if each.key == key for span in each.spans]
        treatment = treatment_of(key, spans, treatments, entities)
        if treatment is not None:
            used.add(id(treatment))
        compare(post, footers.get(key, {}), treatment, scores)
    for treatment in treatments:
        if id(treatment) not in used:
            compare(post, {}, treatment, scores)


def compare(post: AnnotatedPost, row: dict[str, Any], treatment: Treatment | None, scores: CaseScores) -> None:
    for name, attribute in DRUG_FIELDS.items():
        claim: Claim | None = getattr(treatment, attribute) if treatment else None
        found = {claim.value} - {"mentioned"} if claim else set()
        scores.add(post.id, name, {row[name]} if name in row else set(), found)


def treatment_of(
    key: str, spans: Sequence[tuple[int, int]], treatments: Sequence[Treatment], entities: dict[str, Entity]
) -> Treatment | None:
    """The treatment that has a mention at one of the spans; for `d0` without a mention, the implicit one."""
    for each in treatments:
        if any(touch(entities[one].spans, spans) for one in each.entities):
            return each
    return next((each for each in treatments if each.implicit), None) if key == "d0" else None


def score_events(
    post: AnnotatedPost, reactions: Sequence[Reaction], entities: dict[str, Entity], scores: CaseScores
) -> None:
    footers = {row["id"]: row for row in post.case.get("event", [])}
    for mention in post.entities:
        if mention.key not in footers or mention.label not in ("ADE", "WITHDRAWAL"):
            continue
        reaction = next(
            (each for each in reactions if any(touch(entities[one].spans, mention.spans) for one in each.entities)),
            None,
        )
        for name, attribute in (("outcome", "outcome"), ("latency told", "latency"), ("lasted told", "duration")):
            row = footers[mention.key]
            claim = getattr(reaction, attribute) if reaction else None
            field_name = name.split()[0]
            if name == "outcome":
                scores.add(
                    post.id, name, {row["outcome"]} if "outcome" in row else set(), {claim.value} if claim else set()
                )
            else:
                if name == "latency told" and "latency" not in row and claim and "onset" in row:
                    # the footer has these words under `onset`: the same told in the neighbouring field
                    claim = None if overlapping(claim, row["onset"], post.text) else claim
                same = bool(claim and field_name in row and overlapping(claim, row[field_name], post.text))
                scores.add(
                    post.id,
                    name,
                    {"told"} if field_name in row else set(),
                    {"told" if same else "other"} if claim else set(),
                )


def overlapping(claim: Claim, words: str, text: str) -> bool:
    """Whether a claim's evidence shares a character with one of the places at which the words stand."""
    places = [(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]
    return touch([(each.start, each.end) for each in claim.evidence], places)


def touch(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in left for c, d in right)


def values(claims: Iterable[Claim]) -> set[str]:
    return {each.value for each in claims}


def render(scores: CaseScores) -> Table:
    """The scores as a table, a line for each value and one for each field."""
    table = Table(title=f"{scores.posts} posts", box=SIMPLE_HEAD)
    table.add_column("field", no_wrap=True)
    for name in ("gold", "found", "P", "R", "F1"):
        table.add_column(name, justify="right")
    for (name, value), each in sorted(scores.counts.items()):
        figures = (f"{each.precision:.3f}", f"{each.recall:.3f}", f"{each.f1:.3f}")
        table.add_row(f"  {value}" if value else name, str(each.gold), str(each.predicted), *figures)
    return table

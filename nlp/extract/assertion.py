"""What is asserted of each entity: presence, experiencer, time, effect and severity, by learned heads and declared
cues.

requires: doc.sents, doc._.entities, doc._.reading    assigns: doc._.entities (attributes)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import EVENT_LABELS, REACTION_LABELS, Attribute, Attributes, Entity, Evidence
from nlp.extract import cues
from nlp.extract.anchored import anchored, lists
from nlp.extract.anchored_cues import Anchored
from nlp.extract.cues import Cue
from nlp.extract.learned import answers
from nlp.extract.segment import sentence_at
from nlp.extract.written import written
from nlp.models.heads import MentionHeads

RULE_SCORE = 0.9  # what a declared cue is trusted
DEFAULT_SCORE = 0.8

# A head that is less sure than this yields to a cue that says otherwise; chosen on the development posts.
OVERRULED_BELOW = {"presence": 0.5, "experiencer": 0.7, "time": 0.7, "effect": 0.5, "severity": 0.9}


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found at [start, end) of the text, working on entities that begin in [low, high)."""

    cue: Cue
    start: int
    end: int
    low: int
    high: int


@Language.component(
    "firsthand_assertion", requires=["doc.sents", "doc._.entities", "doc._.reading"], assigns=["doc._.entities"]
)
def assertion(doc: Doc) -> Doc:
    """Give every entity its attributes."""
    if not doc._.entities:
        return doc
    its = written(doc)
    text, sentences = its.words, its.sentences
    speaker = Speaker(text)
    found: dict[tuple[int, int], list[Hit]] = {}  # the cues of a sentence serve all its entities
    heads = answers(doc)
    said = heads.attributes() if heads else {}
    listed = lists(doc._.entities, text)
    entities = []
    for place, entity in enumerate(doc._.entities):
        sentence = sentence_at(sentences, entity.start, len(text))
        if sentence not in found:
            found[sentence] = list(hits(text, *sentence, doc._.entities))
        ruled = attributes(text, entity, found[sentence], sentence[0], speaker)
        if entity.label in EVENT_LABELS:
            chances = said.get(place, {})
            ruled = decided(ruled, chances, heads.heads) if heads and chances else ruled
            ruled = outweighed(ruled, chances, anchored(text, entity, listed[entity.id], sentences))
        entities.append(replace(entity, attributes=ruled))
    doc._.entities = tuple(entities)
    return doc


def attributes(text: str, entity: Entity, hits: Sequence[Hit], low: int, speaker: Speaker) -> Attributes:
    found: dict[str, Attribute[Any]] = {}
    for hit in hits if entity.label in EVENT_LABELS else ():
        cue = hit.cue
        if cue.attribute is None or not hit.low <= entity.start < hit.high or overlaps(hit, entity):
            continue
        if cue.labels and entity.label not in cue.labels:
            continue
        # the cue nearest to the entity decides; a hypothetical outweighs a negation that stands inside it
        previous = found.get(cue.attribute)
        if previous and previous.value == "hypothetical":
            continue
        found[cue.attribute] = Attribute(
            cue.value, RULE_SCORE, Evidence(hit.start, hit.end, text[hit.start : hit.end]), "cue"
        )
    base = "adverse" if entity.label in REACTION_LABELS else "neutral"
    return Attributes(
        presence=found.get("presence", Attribute("present", DEFAULT_SCORE)),
        experiencer=speaker.experiencer(entity, low),
        time=found.get("time", Attribute("current", DEFAULT_SCORE)),
        effect=found.get("effect", Attribute(base, DEFAULT_SCORE)),
        severity=severity(text, entity) if entity.label in EVENT_LABELS else None,
    )


def decided(ruled: Attributes, said: dict[str, dict[str, float]], heads: MentionHeads) -> Attributes:
    """What stands of the rules and the heads: the head's value, unless a cue speaks against it and the head is less
    sure than `OVERRULED_BELOW`. Where the two disagree, `reason` says so and the cue is kept for the reader to see.
    """
    settled: dict[str, Any] = {
        name: settle(name, getattr(ruled, name), chances, heads.choose(name, chances)) for name, chances in said.items()
    }
    return Attributes(**settled)


def settle(name: str, rule: Attribute[Any] | None, chances: dict[str, float], value: str) -> Attribute[Any] | None:
    """What stands of a rule's value and the `value` that the head chose by its `chances`."""
    score = round(chances[value], 4)
    if rule is None or rule.cue is None:
        return Attribute(value, score, None, "head") if value else None
    if rule.value == value:
        return Attribute(value, max(score, rule.score), rule.cue, "head and cue")
    if score < OVERRULED_BELOW[name]:
        return replace(rule, reason="cue against head")
    return Attribute(value, score, rule.cue, "head against cue") if value else None


def outweighed(
    settled: Attributes, said: dict[str, dict[str, float]], beside: dict[str, tuple[Anchored, Evidence]]
) -> Attributes:
    """The attributes with what the cues right beside the mention say, where no head is surer of something else."""
    changed: dict[str, Any] = {}
    for name, (cue, evidence) in beside.items():
        now = getattr(settled, name)
        if now is not None and now.value == cue.value:
            continue
        if max(said.get(name, {}).values(), default=0.0) <= cue.over:
            changed[name] = Attribute(cue.value, RULE_SCORE, evidence, "cue beside it against head" if said else "cue")
    return replace(settled, **changed)


def hits(text: str, low: int, high: int, entities: tuple[Entity, ...]) -> Iterator[Hit]:
    """Cues of the sentence [low, high) with their scopes, nearest last for forward ones."""
    taken: list[tuple[int, int]] = []
    inside = [(span[0], span[1]) for each in entities for span in each.spans if low <= span[0] < high]
    matches = sorted(
        (
            (match.start(), match.end(), cue)
            for pattern, cue in cues.compiled()
            for match in pattern.finditer(text, low, high)
        ),
        key=lambda each: (each[0], -each[1], each[2].attribute is not None),
    )
    for start, end, cue in matches:
        if any(start < b and a < end for a, b in taken):
            continue
        if any(a <= start and end <= b for a, b in inside) and cue.attribute != "presence":
            continue
        if any(a <= start < b for a, b in inside):  # "can't sleep": the negation is the complaint
            continue
        taken.append((start, end))
        if cue.direction in ("forward", "both"):
            yield Hit(cue, start, end, end, forward_end(text, end, high, cue.reach, inside))
        if cue.direction in ("backward", "both"):
            yield Hit(cue, start, end, backward_start(text, start, low, cue.reach), start)


def forward_end(text: str, start: int, high: int, reach: int, inside: list[tuple[int, int]]) -> int:
    """Where a forward scope ends: at a stop word, the sentence's end, or after `reach` words; a list of entities
    prolongs it.
    """
    stop = next(
        (m.start() for m in cues.STOP.finditer(text, start, high) if not any(a <= m.start() < b for a, b in inside)),
        high,
    )
    position, words = start, 0
    while position < stop:
        entity_end = next((b for a, b in inside if a <= position < b), None)
        if entity_end is not None:
            position, words = entity_end, 0  # items of a list do not use up the reach
            continue
        if text[position].isalnum() and (position == start or not text[position - 1].isalnum()):
            words += 1
            if words > reach:
                return position
        position += 1
    return stop


def backward_start(text: str, end: int, low: int, reach: int) -> int:
    """Where a backward scope begins: behind the last stop word, or `reach` words and one entity back."""
    begin = max((match.end() for match in cues.STOP.finditer(text, low, end)), default=low)
    position = end
    for _ in range(reach + 6):
        position = text.rfind(" ", begin, position)
        if position < 0:
            return begin
    return position


def overlaps(hit: Hit, entity: Entity) -> bool:
    return any(start < hit.end and hit.start < end for start, end in entity.spans)


def severity(text: str, entity: Entity) -> Attribute[Any] | None:
    """The patient's word for how bad: inside the mention, or said of it ("the rash was terrible"). Of two ("mild to
    moderate") the graver stands. A word before the mention most often belongs to another.
    """
    inside = (("severe", cues.SEVERE), ("moderate", cues.MODERATE), ("mild", cues.MILD))
    found = [(value, match) for value, pattern in inside if (match := pattern.search(text, entity.start, entity.end))]
    if not found and (match := cues.SAID_SEVERE.match(text, entity.end)):
        found = [("severe", match)]
    if not found:
        return None
    value, match = found[0]
    start, end = match.span(match.lastgroup or 0)
    return Attribute(value, RULE_SCORE, Evidence(start, end, text[start:end]), "cue")


class Speaker:
    """Follows whose body the text speaks of: the last person named before an entity in its sentence, else the text's
    main person.
    """

    def __init__(self, text: str) -> None:
        self.marks = sorted(
            [(match.start(), match.end(), "other") for match in cues.OTHER_PERSON.finditer(text)]
            + [(match.start(), match.end(), "author") for match in cues.AUTHOR.finditer(text)]
        )
        self.text = text
        # "my wife": the possessive belongs to the relative
        others = [(start, end) for start, end, who in self.marks if who == "other"]
        self.marks = [m for m in self.marks if m[2] == "other" or not any(a <= m[0] < b for a, b in others)]
        authors = sum(who == "author" for _, _, who in self.marks)
        self.main = "author" if authors or not self.marks else "other"

    def experiencer(self, entity: Entity, low: int) -> Attribute[Any]:
        last = next((m for m in reversed(self.marks) if low <= m[0] < entity.start), None)
        if last is None:
            return Attribute(self.carried(low), DEFAULT_SCORE)
        start, end, who = last
        if who == "other":
            return Attribute("other", RULE_SCORE, Evidence(start, end, self.text[start:end]), "cue")
        return Attribute("author", RULE_SCORE)

    def carried(self, low: int) -> str:
        """Whom a sentence without a person speaks of: the subject of the sentence before, if it named only one
        person.
        """
        previous = [m for m in self.marks if m[0] < low]
        if not previous:
            return self.main
        return previous[-1][2]

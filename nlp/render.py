"""What people see in a terminal: highlighted posts, tables of entities and cases, progress that tells the truth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from nlp.datamodel import EVENT_LABELS, Attribute, Case, Claim, Entity, Link, Record

STYLES = {
    "DRUG": "bold cyan",
    "ADE": "bold red",
    "WITHDRAWAL": "bold magenta",
    "CONDITION": "bold yellow",
    "SYMPTOM": "yellow",
    "DOSE": "green",
    "ROUTE": "green",
    "FREQUENCY": "green",
    "DURATION": "green",
}
DEFAULTS = {"presence": "present", "experiencer": "author", "time": "current"}


def highlighted(record: Record) -> Text:
    """The post with its entities coloured by label, absent and feared ones struck or in italics, redactions dimmed."""
    text = Text(record.post.text)
    for entity in record.entities:
        style = STYLES[entity.label]
        presence = entity.attributes.presence.value
        if presence == "absent":
            style += " strike"
        elif presence != "present":
            style += " italic"
        for start, end in entity.spans:
            text.stylize(style, start, end)
    for redaction in record.post.redactions:
        text.stylize("dim", redaction.start, redaction.end)
    return text


def legend() -> Text:
    """The colours of the labels, for people who see them for the first time."""
    parts = [Text(label, style) for label, style in STYLES.items()]
    return Text("  ").join([*parts, Text("absent", "strike"), Text("feared or asked", "italic")])


def concept(link: Link) -> str:
    """A code with its system, once ("HP:0100785", "UNII 4O4S742ANY")."""
    return link.code if ":" in link.code else f"{link.system} {link.code}"


def differing(entity: Entity) -> str:
    """The attributes that are not what one would assume, in words."""
    each = entity.attributes
    words = [getattr(each, name).value for name, default in DEFAULTS.items() if getattr(each, name).value != default]
    if each.effect.value == "beneficial":
        words.append("beneficial")
    if each.severity:
        words.append(each.severity.value)
    if entity.attributes.experiencer.value == "other":
        words = ["someone else" if word == "other" else word for word in words]
    return ", ".join(words)


def summary_table(records: Iterable[Record]) -> Table:
    """One row per event, condition or symptom: whose, which drug is blamed, the concept."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, options in (
        ("post", {"style": "dim", "no_wrap": True}),
        ("label", {}),
        ("words", {"ratio": 2}),
        ("said of it", {}),
        ("drug", {}),
        ("concept", {"ratio": 2}),
    ):
        table.add_column(name, **options)
    for record in records:
        words = {entity.id: entity.text for entity in record.entities}
        shown = [each for each in record.entities if each.label in EVENT_LABELS]
        for number, entity in enumerate(shown):
            suspects = [
                f"{drug} (metadata)"
                for reaction in record.case.reactions
                if entity.id in reaction.entities
                for drug in reaction.suspects
                if any(each.name == drug and each.implicit for each in record.case.treatments)
            ]
            drugs = dict.fromkeys(
                words[each.tail if each.label == "after_stopping" else each.head]
                for each in record.relations
                if entity.id in (each.head, each.tail) and each.label != "has"
            )
            shown_concept = f"{entity.links[0].name} ({concept(entity.links[0])})" if entity.links else "–"
            table.add_row(
                record.post.id if number == 0 else "",
                Text(entity.label, STYLES[entity.label]),
                entity.text,
                differing(entity),
                ", ".join([*drugs, *suspects]),
                shown_concept,
            )
        table.add_section()
    return table


def explanation(record: Record) -> RenderableType:
    """Everything that is known of one post, with the reasons."""
    parts: list[RenderableType] = [Panel(highlighted(record), title=record.post.id, subtitle=legend())]
    if record.warnings:
        parts.append(Text(f"warnings: {', '.join(record.warnings)}", "bold yellow"))
    if not record.entities:
        return Group(*parts, Text("no entities found", "dim"))
    return Group(*parts, entity_table(record), relation_table(record), *case_tables(record.case))


def entity_table(record: Record) -> Table:
    table = Table(
        "id",
        "label",
        "words",
        "score",
        "found by",
        "attributes and why",
        "concepts and why",
        title="Entities",
        box=box.SIMPLE_HEAD,
        title_justify="left",
    )
    for entity in record.entities:
        links = (
            "\n".join(f"{concept(each)} {each.name} ({each.score:.2f}: {each.reason})" for each in entity.links)
            or "NIL"
        )
        table.add_row(
            entity.id,
            Text(entity.label, STYLES[entity.label]),
            entity.text,
            f"{entity.score:.2f}",
            entity.origin,
            attribute_words(entity),
            links,
        )
    return table


def attribute_words(entity: Entity) -> str:
    lines = []
    for name in ("presence", "experiencer", "time", "effect", "severity"):
        attribute: Attribute[Any] | None = getattr(entity.attributes, name)
        if attribute and (attribute.cue or attribute.value != DEFAULTS.get(name, attribute.value)):
            why = f' ("{attribute.cue.text}")' if attribute.cue else ""
            lines.append(f"{name}: {attribute.value}{why}")
    return "\n".join(lines)


def relation_table(record: Record) -> RenderableType:
    if not record.relations:
        return Text("")
    words = {entity.id: entity.text for entity in record.entities}
    table = Table(
        "from", "relation", "to", "score", "why", title="Relations", box=box.SIMPLE_HEAD, title_justify="left"
    )
    for each in record.relations:
        label = f"{each.label} ({each.effectiveness})" if each.effectiveness else each.label
        table.add_row(words[each.head], label, words[each.tail], f"{each.score:.2f}", each.reason or "")
    return table


def claim_words(claim: Claim | None) -> str:
    if claim is None:
        return ""
    evidence = "; ".join(f'"{each.text}"' for each in claim.evidence if each.text.lower() != claim.value.lower())
    return f"{claim.value} ({evidence})" if evidence else claim.value


def case_tables(case: Case) -> list[RenderableType]:
    facts = Table("field", "value", title="Case", box=box.SIMPLE_HEAD, title_justify="left", show_header=False)
    people = (case.patient, *case.other_patients)
    rows = [
        (f"patient {number} {name}" if len(people) > 1 else f"patient {name}", getattr(person, name))
        for number, person in enumerate(people, 1)
        for name in ("who", "age", "sex", "weight", "pregnancy", "lactation")
    ]
    rows += [
        (f"criterion {name.replace('_', ' ')}", getattr(case.criteria, name))
        for name in ("reporter", "patient", "suspect_product", "adverse_reaction")
    ]
    rows += [("special situation", each) for each in case.special_situations]
    rows += [("for attention", each.attention) for each in case.reactions]
    rows += [("contradiction", each) for each in case.contradictions]
    rows += [("patients not told apart", case.not_split)]
    rows += [("URGENT", case.urgent)]
    for name, claim in rows:
        if claim:
            facts.add_row(name, claim_words(claim))
    if case.criteria.missing:
        facts.add_row("missing for a valid report", ", ".join(each.replace("_", " ") for each in case.criteria.missing))
    parts: list[RenderableType] = [facts]
    if case.treatments:
        table = Table(
            "drug",
            "role",
            "action",
            "dechallenge",
            "rechallenge",
            "effectiveness",
            "why stopped",
            title="Treatments",
            box=box.SIMPLE_HEAD,
            title_justify="left",
        )
        for each in case.treatments:
            name = f"{each.name} (from metadata)" if each.implicit else each.name
            table.add_row(
                name,
                each.role.value,
                *(
                    claim_words(getattr(each, field))
                    for field in ("action", "dechallenge", "rechallenge", "effectiveness", "reason_stopped")
                ),
            )
        parts.append(table)
    if case.reactions:
        table = Table(
            "reaction",
            "suspects",
            "severity",
            "latency",
            "duration",
            "outcome",
            "seriousness",
            title="Reactions",
            box=box.SIMPLE_HEAD,
            title_justify="left",
        )
        for one in case.reactions:
            table.add_row(
                one.name,
                ", ".join(one.suspects),
                *(claim_words(getattr(one, field)) for field in ("severity", "latency", "duration", "outcome")),
                "\n".join(map(claim_words, one.seriousness)),
            )
        parts.append(table)
    return parts


def show_posts(console: Console, records: Iterable[Record]) -> None:
    """Print posts with their entities highlighted, each in a panel."""
    for record in records:
        console.print(Panel(highlighted(record), title=record.post.id, title_align="left", border_style="dim"))
    console.print(legend())

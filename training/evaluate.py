"""Score a file of records, or of annotations, against a file of gold annotations."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from nlp.errors import UsageError
from nlp.privacy.redaction import MASK
from training.metrics import DRAWS, Mention, Rates, Scores, Spans, score

Missing = Literal["error", "empty"]
ANY_LABEL = "ENTITY"
NAMED_AT_MOST = 5


@dataclass(frozen=True)
class Annotations:
    """The posts of one file: mentions and texts by post id, and the ids that stand there as failures."""

    name: str
    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)

    @property
    def labels(self) -> set[str]:
        return {mention.label for mentions in self.mentions.values() for mention in mentions}


def evaluate(
    gold: Path | str,
    predicted: Path | str,
    *,
    label_map: Mapping[str, str] | None = None,
    any_label: bool = False,
    missing: Missing = "error",
    quarantine: Path | str | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Scores:
    """Score the predictions in one JSONL file against the gold in another; both may be gzipped (`.gz`).

    Rows are matched by id. A gold row is `{"id", "text", "entities": [{"start", "end", "label", "fragments"?}]}`; a
    predicted one is a Record or has the same shape. `label_map` renames labels on both sides, or drops those that it
    maps to the empty string; `any_label` then ignores what is left of them. Posts that were quarantined, by a row of
    the `quarantine` file or a failure among the predictions, are left out on both sides and counted in the warnings.
    An id that only one side has is an error, or with `missing="empty"` a post without entities on the other.

    Raises UsageError for files that cannot be read or matched, naming file and line.
    """
    wanted, found = read(gold), read(predicted)
    failed = found.failed | (read(quarantine).failed if quarantine is not None else set())
    # A repeated id is quarantined although its first post was read: that post is scored.
    left_out = failed & wanted.mentions.keys() - found.mentions.keys()
    check_label_map(label_map := label_map or {}, wanted.labels | found.labels)
    ids = match_ids(wanted, found, left_out, missing)
    warnings = [*text_warnings(wanted, found, ids)]
    if left_out:
        warnings.append(f"{len(left_out)} quarantined posts are left out of the score")
    lacking = sum(id_ not in wanted.mentions or id_ not in found.mentions for id_ in ids)
    if lacking:
        warnings.append(f"{lacking} posts are in one file only and count as posts without entities in the other")
    return score(
        {id_: relabelled(wanted.mentions.get(id_, ()), label_map, any_label) for id_ in ids},
        {id_: relabelled(found.mentions.get(id_, ()), label_map, any_label) for id_ in ids},
        draws=draws,
        seed=seed,
        warnings=warnings,
    )


def parse_label_map(value: str) -> dict[str, str]:
    """`ADR=ADE,Finding=` as a dict. Raises UsageError for an item that is not OLD=NEW, or a label named twice."""
    mapping: dict[str, str] = {}
    for item in filter(None, (each.strip() for each in value.split(","))):
        old, equals, new = (each.strip() for each in item.partition("="))
        if not old or not equals:
            raise UsageError(f"--map: '{item}' is not OLD=NEW, or OLD= to drop a label")
        if old in mapping:
            raise UsageError(f"--map: {old} is mapped twice")
        mapping[old] = new
    return mapping


def relabelled(mentions: Iterable[Mention], label_map: Mapping[str, str], any_label: bool) -> tuple[Mention, ...]:
    """The mentions under their new labels, without those whose label is mapped to the empty string."""
    renamed = ((label_map.get(mention.label, mention.label), mention.spans) for mention in mentions)
    return tuple(Mention(ANY_LABEL if any_label else label, spans) for label, spans in renamed if label)


def check_label_map(label_map: Mapping[str, str], labels: set[str]) -> None:
    if unknown := sorted(label_map.keys() - labels):
        raise UsageError(f"--map: {', '.join(unknown)} stands in neither file; labels: {', '.join(sorted(labels))}")


def match_ids(gold: Annotations, predicted: Annotations, left_out: set[str], missing: Missing) -> list[str]:
    """The ids to score, in the order of the gold."""
    sides = ((gold, predicted), (predicted, gold))
    for here, there in sides if missing == "error" else ():
        lacking = [id_ for id_ in here.mentions if id_ not in there.mentions and id_ not in left_out]
        if lacking:
            raise UsageError(
                f"{len(lacking)} of the {len(here.mentions)} posts in {here.name} are not in {there.name}: "
                f"{', '.join(lacking[:NAMED_AT_MOST])}{', ...' if len(lacking) > NAMED_AT_MOST else ''}; "
                "--missing empty counts them as posts without entities"
            )
    ids = [id_ for id_ in dict.fromkeys((*gold.mentions, *predicted.mentions)) if id_ not in left_out]
    if not ids:
        raise UsageError(f"no post to score: {gold.name} holds {len(gold.mentions)}, {len(left_out)} were quarantined")
    return ids


def text_warnings(gold: Annotations, predicted: Annotations, ids: Iterable[str]) -> Iterator[str]:
    """Posts whose texts differ other than by masks: their offsets cannot be compared."""
    both = [id_ for id_ in ids if id_ in gold.texts and id_ in predicted.texts]
    differing = [id_ for id_ in both if not same_text(gold.texts[id_], predicted.texts[id_])]
    if differing:
        yield (
            f"the texts of {len(differing)} posts differ between {gold.name} and {predicted.name}, so offsets may not "
            f"agree: {', '.join(differing[:NAMED_AT_MOST])}"
        )


def same_text(text: str, redacted: str) -> bool:
    if len(text) != len(redacted):
        return False
    return text == redacted or all(a == b or MASK in (a, b) for a, b in zip(text, redacted, strict=True))


def read(path: Path | str) -> Annotations:
    """All rows of a JSONL file, plain or gzipped: gold rows, Records and Failures, in any mixture.

    Raises UsageError that names file and line of a row that is none of these, and of an id that stands there twice.
    """
    path = Path(path)
    posts = Annotations(path.name)
    for number, row in read_rows(path):
        place = f"{path.name}:{number}"
        if "post_id" in row and "entities" not in row:
            if row["post_id"] is not None:
                posts.failed.add(str(row["post_id"]))
            continue
        post = row.get("post", row)
        if not isinstance(post, dict) or not isinstance(post.get("id"), str | int):
            raise UsageError(f"{place}: a row needs an id, text or number, in 'id' or 'post.id'")
        id_ = str(post["id"])
        if id_ in posts.mentions:
            raise UsageError(f"{place}: the id {id_} stands in an earlier row too")
        text = post.get("text")
        if isinstance(text, str):
            posts.texts[id_] = text
        entities = row.get("entities")
        if not isinstance(entities, list):
            raise UsageError(f"{place}: a row needs a list 'entities'; it has: {', '.join(sorted(row))}")
        length = len(text) if isinstance(text, str) else None
        posts.mentions[id_] = tuple(mention(each, length, f"{place}, entity {i}") for i, each in enumerate(entities, 1))
    return posts


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, object) of each line that is not empty."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                except ValueError as error:
                    raise UsageError(f"{path.name}:{number}: not a line of JSON in UTF-8") from error
                if not isinstance(row, dict):
                    raise UsageError(f"{path.name}:{number}: {type(row).__name__} instead of a JSON object")
                yield number, row
    except (OSError, EOFError, zlib.error) as error:
        raise UsageError(f"cannot read {path}: {error.strerror if isinstance(error, OSError) else error}") from error


def mention(entity: Any, length: int | None, place: str) -> Mention:
    """An entity of a gold row (`start`, `end`, `fragments`) or of a Record (`spans`)."""
    if not isinstance(entity, dict) or not isinstance(entity.get("label"), str) or not entity["label"]:
        raise UsageError(f"{place}: no 'label'")
    pairs = entity.get("spans") or entity.get("fragments") or [[entity.get("start"), entity.get("end")]]
    if not isinstance(pairs, list) or not all(is_span(pair, length) for pair in pairs):
        room = "" if length is None else f", within the {length} code points of the text"
        raise UsageError(f"{place}: a span is two whole numbers, start < end{room}")
    spans: Spans = tuple(sorted((int(start), int(end)) for start, end in pairs))
    return Mention(entity["label"], spans)


def is_span(pair: Any, length: int | None) -> bool:
    if not isinstance(pair, list) or len(pair) != 2 or not all(type(each) is int for each in pair):
        return False
    return 0 <= pair[0] < pair[1] and (length is None or pair[1] <= length)


def render(scores: Scores) -> Table:
    """The scores as a table that fits a terminal of 80 columns, what a reader should know below it."""
    notes = [f"only in the gold: {', '.join(scores.only_gold)}"] if scores.only_gold else []
    notes += [f"only in the predictions: {', '.join(scores.only_predicted)}"] if scores.only_predicted else []
    notes += scores.warnings
    table = Table(
        title=f"{scores.posts} posts; intervals of F1: {scores.draws} bootstrap draws of posts",
        caption=escape("\n".join(notes)) or None,
        caption_justify="left",
        box=SIMPLE_HEAD,
    )
    for name in ("label", "match"):
        table.add_column(name, no_wrap=True)
    for name in ("gold", "pred", "P", "R", "F1", "95 %"):
        table.add_column(name, justify="right", no_wrap=True)
    for each in (*scores.labels, scores.micro):
        counts = str(each.gold), str(each.predicted)
        table.add_row(escape(each.label), "strict", *counts, *written(each.strict))
        table.add_row("", "relaxed", "", "", *written(each.relaxed))
    table.add_row("macro", "strict", "", "", *written(scores.macro_strict))
    table.add_row("", "relaxed", "", "", *written(scores.macro_relaxed))
    return table


def written(rates: Rates) -> tuple[str, str, str, str]:
    f1 = rates.f1
    interval = "" if f1.low is None else f"{f1.low:.3f}-{f1.high:.3f}"
    return f"{rates.precision.value:.3f}", f"{rates.recall.value:.3f}", f"{f1.value:.3f}", interval

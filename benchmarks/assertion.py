"""Whether an event is said to be there: Firsthand's heads and cues beside its cues alone, ConText and NegEx.

    python benchmarks/assertion.py [--corpus NAME]... [--split SPLIT] [--data FOLDER] [--model NAME]

Every way is given the annotated mentions of the same posts, in the same words and sentences, and says of each whether
it is present, absent, possible or hypothetical. `context` is ConText (Harkema et al., 2009) as medSpaCy has it, with
its own rules for clinical notes: negated is absent, uncertain is possible, hypothetical is itself. `negex` is NegEx
(Chapman et al., 2001) as negspaCy has it, which knows absent alone. What is not installed is named and left out:

    pip install medspacy negspacy
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

import nlp as firsthand
from corpora.loading import annotated_posts
from corpora.markup import AnnotatedPost
from nlp.datamodel import EVENT_LABELS
from nlp.models.heads import ATTRIBUTES
from nlp.pipeline import Pipeline
from training.evaluate_case import Count, without_heads
from training.gold_docs import read

VALUES = ATTRIBUTES["presence"]
Way = Callable[[AnnotatedPost], list[str]]  # the value of every event of a post, in its order


def events(post: AnnotatedPost) -> list[int]:
    return [place for place, each in enumerate(post.entities) if each.label in EVENT_LABELS]


def gold(post: AnnotatedPost) -> list[str]:
    return [post.entities[place].attributes.get("presence") or "present" for place in events(post)]


def own_way(pipeline: Pipeline) -> Way:
    def way(post: AnnotatedPost) -> list[str]:
        (doc,) = read([post], pipeline, "entities")
        return [each.attributes.presence.value for each in doc._.entities if each.label in EVENT_LABELS]

    return way


def component_way(pipeline: Pipeline, name: str, value_of: Callable[[Span], str]) -> Way:
    """A spaCy component that reads `doc.ents`, on the tokens and sentences of our pipeline."""
    segment = pipeline.nlp.get_pipe("firsthand_segment")
    component = pipeline.nlp.create_pipe(name)

    def way(post: AnnotatedPost) -> list[str]:
        found = {}
        doc = segment(pipeline.nlp.make_doc(post.text))
        waiting = {
            place: doc.char_span(post.entities[place].start, post.entities[place].end, "EVENT", alignment_mode="expand")
            for place in events(post)
        }
        while waiting:  # entities of a Doc cannot overlap: those that do are read in another round
            kept = filter_spans(waiting.values())
            fresh: Doc = segment(pipeline.nlp.make_doc(post.text))
            fresh.ents = tuple(Span(fresh, each.start, each.end, "EVENT") for each in kept)
            read_ = {(each.start, each.end): value_of(each) for each in component(fresh).ents}
            taken = [place for place, each in waiting.items() if (each.start, each.end) in read_]
            for place in taken:
                span = waiting.pop(place)
                found[place] = read_[span.start, span.end]
        return [found[place] for place in events(post)]

    return way


def context_value(span: Span) -> str:
    if span._.is_negated:
        return "absent"
    if span._.is_hypothetical:
        return "hypothetical"
    return "possible" if span._.is_uncertain else "present"


def ways_of(model: str) -> dict[str, Way]:
    """All ways that are installed; the others are named on standard error."""
    plain = without_heads(firsthand.load(model))
    ways = {"heads and cues": own_way(firsthand.load(model)), "cues alone": own_way(plain)}
    try:
        import medspacy.context  # noqa: F401  registers the component

        ways["context"] = component_way(plain, "medspacy_context", context_value)
    except ImportError as error:
        print(f"left out: context, for medspacy cannot be imported ({error.name})", file=sys.stderr)
    try:
        import negspacy.negation  # noqa: F401  registers the component

        ways["negex"] = component_way(plain, "negex", lambda span: "absent" if span._.negex else "present")
    except ImportError as error:
        print(f"left out: negex, for negspacy cannot be imported ({error.name})", file=sys.stderr)
    return ways


def counts(pairs: Iterable[tuple[str, str]]) -> dict[str, Count]:
    """Counts by value from (gold, found); "" sums them up."""
    table = {value: Count() for value in (*VALUES, "")}
    for wanted, found in pairs:
        for value in {wanted, found}:
            table[value].gold += value == wanted
            table[value].predicted += value == found
            table[value].right += wanted == found
        table[""].gold += 1
        table[""].predicted += 1
        table[""].right += wanted == found
    return table


def measure(posts: Sequence[AnnotatedPost], ways: dict[str, Way]) -> dict[str, dict[str, Count]]:
    return {
        name: counts(pair for post in posts if events(post) for pair in zip(gold(post), way(post), strict=True))
        for name, way in ways.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", action="append", help="firsthand if not given, meqsum, vaers, vaers20, healthsea")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--data", type=Path, help="folder with the texts of the real posts")
    parser.add_argument("--model", default="default")
    given = parser.parse_args()
    posts = [post for name in given.corpus or ["firsthand"] for post in annotated_posts(name, given.split, given.data)]
    table = Table("way", "accuracy", *(f"F1 {value}" for value in VALUES), box=SIMPLE_HEAD)
    for name, found in measure(posts, ways_of(given.model)).items():
        table.add_row(name, f"{found[''].recall:.3f}", *(f"{found[value].f1:.3f}" for value in VALUES))
    Console().print(table)


if __name__ == "__main__":
    main()

"""Records made by hand, and a pipeline that makes them, for tests of what comes before and after the real one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from nlp.datamodel import (
    Attribute,
    Attributes,
    Case,
    Claim,
    Criteria,
    Entity,
    Evidence,
    Failure,
    Link,
    Patient,
    Post,
    Provenance,
    Reaction,
    Record,
    RedactedPost,
    Redaction,
    Relation,
    Treatment,
)

TEXT = "Anna here. Since Lexapro I can't sleep, and my legs and arms ache. No rash."


def make_record(post: Post | None = None) -> Record:
    """A record with every kind of content, of a given post or of `TEXT`; only the post's own fields vary."""
    post = post or Post("p1", TEXT, source="forum", author="author-1", posted_at="2024-05-01", meta={"stars": 2})
    drug = Entity("e1", "DRUG", ((17, 24),), "Lexapro", 0.99, "model+lexicon", links=(_link("UNII", "4O4S742ANY"),))
    sleep = Entity(
        "e2",
        "ADE",
        ((27, 38),),
        "can't sleep",
        0.97,
        "model",
        Attributes(
            presence=Attribute("present", 0.9, None, "head"),
            effect=Attribute("adverse"),
            severity=Attribute("severe", 0.8, Evidence(27, 32, "can't"), "cue"),
        ),
        (_link("HP", "HP:0100785"), _link("HP", "HP:0002360")),
    )
    ache = Entity("e3", "WITHDRAWAL", ((47, 51), (61, 65)), "legs ache", 0.5, "lexicon")
    rash = Entity(
        "e4", "ADE", ((70, 74),), "rash", 0.6, "model", Attributes(Attribute("absent", 0.9, Evidence(67, 69, "No")))
    )
    here = (Evidence(27, 38, "can't sleep"),)
    return Record(
        post=RedactedPost(
            post.id,
            post.text,
            post.source,
            post.author,
            post.thread,
            post.posted_at,
            post.meta,
            (Redaction(0, 4, "PERSON"),),
        ),
        entities=(drug, sleep, ache, rash),
        relations=(Relation("e1", "e2", "causes", 0.9, reason="head"), Relation("e3", "e1", "after_stopping", 0.4)),
        case=Case(
            Patient(who=Claim("author")),
            (Treatment("Lexapro", ("e1",), Claim("suspect", here)),),
            (Reaction("Insomnia", ("e2",), ("Lexapro",), severity=Claim("severe")),),
            Criteria(Claim("present"), Claim("unclear"), Claim("present", here), Claim("present", here)),
        ),
        provenance=Provenance("0", "0" * 64, {"recognise": "1@abc"}, {"HP": "2024@def"}),
        warnings=("not_english",),
    )


def make_bare_record(post: Post) -> Record:
    """A record in which nothing was found."""
    record = make_record(post)
    case = replace(record.case, treatments=(), reactions=())
    return replace(record, entities=(), relations=(), case=case, warnings=())


def _link(system: str, code: str) -> Link:
    return Link(system, code, f"name of {code}", 0.9, "exact")


@dataclass(frozen=True)
class FakePipeline:
    """A factory of pipes whose outcome is decided by words in the text, so that it can be sent to other processes.

    `fails` gives a Failure, `raises` an exception, `unwritable` a record that cannot be encoded, `nothing` a record
    without entities, `dies` ends the process; all else a full record. `seconds` pass before each.
    """

    seconds: float = 0.0
    unmakeable: bool = False

    def __call__(self) -> Callable[[Iterable[Post]], Iterator[Record | Failure]]:
        if self.unmakeable:
            raise ValueError("no such model")
        return self.pipe

    def pipe(self, posts: Iterable[Post]) -> Iterator[Record | Failure]:
        for post in posts:
            time.sleep(self.seconds)
            words = set(post.text.split())
            if "dies" in words:
                os._exit(9)
            if "raises" in words:
                raise ValueError(post.text)
            if "fails" in words:
                yield Failure(post.id, "recognise", "odd", "it is odd")
            elif "nothing" in words:
                yield make_bare_record(post)
            elif "unwritable" in words:
                record = make_record(post)
                yield replace(record, post=replace(record.post, author="\ud800"))
            else:
                yield make_record(post)

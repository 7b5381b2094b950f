"""Cases in inline markup, one a line: the gold entities go into a Doc, the component must find the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from corpora import schema
from corpora.markup import AnnotatedPost, parse_post
from nlp.datamodel import Entity, Post
from nlp.extract import extensions
from nlp.extract.segment import segment
from nlp.extract.tokenise import make_tokenizer

FOLDER = Path(__file__).parent.parent / "cases"


def known_failures() -> set[str]:
    lines = (FOLDER / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def cases(name: str) -> list[object]:
    """pytest parameters of a case file; known failures are strict xfails."""
    failing = known_failures()
    parameters = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        id_, _, marked = line.partition(" | ")
        post = parse_post(f"# {id_} | case | case\n" + marked.replace(" // ", "\n"), name)
        marks = [pytest.mark.xfail(strict=True, reason="known failure")] if id_ in failing else []
        parameters.append(pytest.param(post, id=id_, marks=marks))
    return parameters


def gold_doc(post: AnnotatedPost, meta: dict[str, str] | None = None) -> Doc:
    """A segmented Doc that holds the case's entities, as the recogniser would have found them."""
    extensions.register()
    nlp = English()
    nlp.tokenizer = make_tokenizer(nlp)
    doc = segment(nlp.make_doc(post.text))
    doc._.post = Post(post.id, post.text, meta=meta or {})
    doc._.entities = tuple(
        Entity(f"e{number}", each.label, each.spans, post.text[each.start : each.end], 1.0, "model")
        for number, each in enumerate(post.entities, 1)
        if each.label in schema.CLINICAL_LABELS
    )
    return doc

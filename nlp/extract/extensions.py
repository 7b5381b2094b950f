"""All names that Firsthand puts on spaCy's `Doc`, in one place.

Entities live in a tuple on the Doc, not in `span._.x`: spaCy keys span attributes by offsets alone, so that two
entities on the
same words with different labels would share values. Every component reads the tuple and assigns a new one.

| name | type | set by |
| --- | --- | --- |
| `doc._.post` | `Post` | the pipeline |
| `doc._.written` | `Written`: the text, normalised too, and its sentences | the first that asks (`written.written`) |
| `doc._.entities` | `tuple[Entity, ...]`, in order of the text | recognise, lexicon, merge, assertion, link |
| `doc._.reading` | `Reading`: words, states and heads of the encoder's pass | recognise |
| `doc._.answers` | `Answers` of the heads on the entities | the first that asks (`learned.answers`) |
| `doc._.identifiers` | `list[Identifier]` | recognise, identify |
| `doc._.relations` | `tuple[Relation, ...]` | relate |
| `doc._.case` | `Case` | assemble |
| `doc._.warnings` | `tuple[str, ...]` | language |
| `doc._.abbreviations` | list of spaCy spans with `span._.long_form` | scispaCy's detector |
"""

from __future__ import annotations

from spacy.tokens import Doc

DEFAULTS: dict[str, object] = {
    "post": None,
    "written": None,
    "entities": (),
    "reading": None,
    "answers": None,
    "identifiers": (),
    "relations": (),
    "case": None,
    "warnings": (),
}


def register() -> None:
    """Register the extensions; calling it again changes nothing."""
    for name, default in DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)

"""Load our corpora, as annotated posts or as Hugging Face datasets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpora import authored, links, real, schema
from corpora.markup import AnnotatedPost
from nlp.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from datasets import Dataset, DatasetDict, Features

AUTHORED = "firsthand"
NAMES = (AUTHORED, *real.TEXT_FILES)
SPLITS = ("train", "dev", "test")


def load(name: str, split: str | None = None, data: Path | str | None = None) -> DatasetDict | Dataset:
    """A corpus as a `DatasetDict` of train, dev and test, or one split of it as a `Dataset`. Columns: see `features`.

    `firsthand` is here whole. Of `meqsum`, `vaers`, `vaers20` and `healthsea` the annotation is here and the texts are
    not: `data` is your folder with the files of `real.TEXT_FILES`.

    Raises UsageError for a name, split or folder that is not there, HashMismatchError for a text that is not the one
    that was annotated, and MissingExtraError without the package `datasets`.
    """
    try:
        from datasets import Dataset, DatasetDict
    except ImportError as error:
        raise MissingExtraError("corpora", "corpora.load") from error
    columns = features()
    rows: dict[str, list[dict[str, Any]]] = {each: [] for each in SPLITS}
    for post in annotated_posts(name, split, data):
        rows[split_of(name, post)].append(to_columns(post))
    # by columns, for `from_list` takes no empty list
    made = {
        each: Dataset.from_dict({name: [row[name] for row in rows[each]] for name in columns}, features=columns)
        for each in (SPLITS if split is None else (split,))
    }
    return DatasetDict(made) if split is None else made[split]


def annotated_posts(name: str, split: str | None = None, data: Path | str | None = None) -> list[AnnotatedPost]:
    """The posts of a corpus, of one split where given. Raises as `load` does."""
    if name not in NAMES:
        raise UsageError(f"no corpus is called '{name}'; corpora: {', '.join(NAMES)}")
    if split is not None and split not in SPLITS:
        raise UsageError(f"no split is called '{split}'; splits: {', '.join(SPLITS)}")
    if name == AUTHORED:
        return authored.split(split) if split else list(authored.posts())
    if data is None:
        raise UsageError(
            f"{name} is annotated here without its texts: give the folder that holds {real.TEXT_FILES[name]} as data "
            "(--data on the command line)"
        )
    return real.posts(name, Path(data), split)


def split_of(name: str, post: AnnotatedPost) -> str:
    """`train`, `dev` or `test`."""
    return authored.split_of(post) if name == AUTHORED else real.split_of(post.id)


def features() -> Features:
    """The columns.

    `spans` are [start, end) code points of `text`. A relation joins a drug, by its `key` (`d0`: the column `drug`), and
    the entity at an index of `entities`; it is `treats` that has an effectiveness. The five attributes are null on
    identifiers, `severity` also where the patient says nothing of it. `link` is the concept that its words mean, in the
    form of `corpora.links.GoldLink.code`, null where nobody has decided it. `case` is the JSON of the post's footer
    lines.
    """
    from datasets import Features, Value

    text, number = Value("string"), Value("int32")
    entity = {"label": text, "spans": [[number]], "key": text, "link": text} | dict.fromkeys(schema.ATTRIBUTES, text)
    relation = {"label": text, "drug": text, "entity": number, "effectiveness": text}
    plain = dict.fromkeys(("id", "text", "community", "persona", "area", "drug"), text)
    return Features({**plain, "entities": [entity], "relations": [relation], "case": text})


def to_columns(post: AnnotatedPost) -> dict[str, Any]:
    """A post as a row of `features`."""
    return {
        "id": post.id,
        "text": post.text,
        "community": post.community,
        "persona": post.persona,
        "area": post.meta.get("area"),
        "drug": post.meta.get("drug"),
        "entities": [
            {
                "label": each.label,
                "spans": [list(span) for span in each.spans],
                "key": each.key,
                "link": link.code if (link := links.link_of(each.label, links.words_of(each, post.text))) else None,
            }
            | schema.with_defaults(each.label, each.attributes)
            for each in post.entities
        ],
        "relations": [
            {
                "label": each.label,
                "drug": each.head if isinstance(each.head, str) else each.tail,
                "entity": each.tail if isinstance(each.head, str) else each.head,
                "effectiveness": each.value,
            }
            for each in post.relations
        ],
        "case": json.dumps(post.case, ensure_ascii=False),
    }

"""SMM4H: tweets of the Social Media Mining for Health shared tasks, the extraction of adverse effects.

Either one table with a header, of `tweet_id begin end type extraction drug tweet` and perhaps more (2019, 2020), or
a folder with a table of tweets (`tweets*.tsv`: `tweet_id tweet`) and one of spans (`spans*.tsv`: `tweet_id type begin
end extraction`), as from 2021 on. A row with no offsets is a tweet without an effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from corpora.markup import AnnotatedPost, Mention, Relation
from corpora.readers.base import Report, Span, read_table, refuse, same_words
from nlp.errors import UsageError

LABELS = MappingProxyType({"ADR": "ADE", "ADE": "ADE", "Indication": "CONDITION"})

ID, TWEET = ("tweet_id", "id"), ("tweet", "text")
SPAN = (("begin", "start"), ("end",), ("type", "label"), ("extraction", "span", "term"))


@dataclass
class Tweet:
    """A tweet, while the rows that annotate it come in."""

    text: str
    drug: str | None = None
    spans: dict[tuple[Span, str], None] = field(default_factory=dict)


def read(path: Path, report: Report = refuse) -> Iterator[AnnotatedPost]:
    """The tweets of a file or folder, in order. A row's drug is the post's `drug`, to which its effects are tied."""
    tweets: dict[str, Tweet] = {}
    if path.is_dir():
        for _, row in read_table(only(path, "tweets*.tsv"), [ID, TWEET]):
            tweets[row["tweet_id"]] = Tweet(row.get("tweet", ""))
        rows = read_table(only(path, "spans*.tsv"), [ID, *SPAN])
    else:
        rows = read_table(path, [ID, TWEET, *SPAN])
    for place, row in rows:
        if "tweet" in row and not path.is_dir():
            tweets.setdefault(row["tweet_id"], Tweet(row["tweet"], row.get("drug")))
        tweet = tweets.get(row.get("tweet_id", ""))
        if tweet is None:
            report(f"{place}: no tweet has this id")
            continue
        begin, end = row.get("begin", "").strip(), row.get("end", "").strip()
        if begin in ("", "-"):
            continue
        if not (begin.isdecimal() and end.isdecimal()):
            report(f"{place}: begin and end are not both numbers")
        elif not same_words(tweet.text, [(int(begin), int(end))], row["extraction"]):
            report(f"{place}: the words of the extraction are not those of the tweet at its offsets")
        else:
            tweet.spans[(int(begin), int(end)), row["type"]] = None
    for id_, tweet in tweets.items():
        mentions = tuple(Mention(label, (span,), {}) for span, label in sorted(tweet.spans))
        caused = (index for index, each in enumerate(mentions) if LABELS.get(each.label) == "ADE" and tweet.drug)
        relations = tuple(Relation("d0", index, "causes") for index in caused)
        yield AnnotatedPost(
            id_, "tweets", "", {"drug": tweet.drug} if tweet.drug else {}, tweet.text, mentions, relations
        )


def only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise UsageError(f"{folder} holds {len(found)} files {pattern}; it needs one")
    return found[0]

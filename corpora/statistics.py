"""Figures of a corpus: lengths, labels, mention lengths, variety, repetition. The datasheet reports them from here.

How often posts repeat one another, and how many different strings are named, both depend on how much is counted. So
that corpora of different sizes compare, both are also given as expected in a random sample of fixed size (Hurlbert,
"The nonconcept of species diversity", Ecology 1971).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, lgamma

from corpora import schema
from corpora.markup import AnnotatedPost, Mention
from corpora.ngrams import WORD, lowered_words, posts_by_gram

GRAM = 5
SAMPLE_WORDS = 20_000
SAMPLE_MENTIONS = 1_000
PERCENTILES = (0.05, 0.25, 0.5, 0.75, 0.95)

SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|\n+")
FIRST_PERSON = re.compile(r"\b(?:i|im|ive|i'(?:m|ve|d|ll)|me|my|mine|myself)\b")
EMOJI = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2764]")
EDGES = re.compile(r"^\W+|(?:'s)?\W*$")


@dataclass(frozen=True)
class MentionFigures:
    """The mentions of one label: how many in all and a post, and the shares of those of one, two, five or more words.

    `distinct` counts strings, normalised by `normal_form`.
    """

    mentions: int
    a_post: float
    one_word: float
    two_words: float
    five_or_more: float
    distinct: int


@dataclass(frozen=True)
class Statistics:
    """All figures. Shares are of posts and lie in [0, 1], unless another whole is named.

    `words_a_post` and `words_a_sentence` are the percentiles 5, 25, 50, 75, 95. `without_event`: no ADE or WITHDRAWAL
    that is present or possible. `repeated_5grams`: of the distinct word 5-grams, those that stand in more than one
    post; `repeated_5grams_in_sample`: the same in random posts of `SAMPLE_WORDS` words together. `distinct_per_1000`:
    distinct strings in 1,000 random mentions of ADE, WITHDRAWAL, SYMPTOM and CONDITION. `drugs` and `conditions` are
    distinct normalised strings; `communities`, `areas` and `reviewed_drugs` are distinct header fields.
    """

    posts: int
    words: int
    entities: int
    words_a_post: tuple[int, ...]
    words_a_sentence: tuple[int, ...]
    without_event: float
    first_person: float
    with_digits: float
    with_emoji: float
    no_capital: float
    mostly_capitals: float
    repeated_5grams: float
    repeated_5grams_in_sample: float
    distinct_per_1000: float
    communities: int
    areas: int
    drugs: int
    reviewed_drugs: int
    conditions: int
    labels: dict[str, MentionFigures]
    attributes: dict[str, int]
    relations: dict[str, int]
    discontinuous: int


def statistics(posts: Sequence[AnnotatedPost]) -> Statistics:
    """The figures of some posts. Raises ValueError when there are none."""
    if not posts:
        raise ValueError("no posts to count")
    words = [lowered_words(post.text) for post in posts]
    mentions = [(post, each) for post in posts for each in post.entities]
    in_posts = posts_by_gram(words, GRAM)
    strings: dict[str, list[str]] = {label: [] for label in schema.LABELS}
    for post, mention in mentions:
        strings.setdefault(mention.label, []).append(normal_form(words_of(post, mention)))
    events = Counter(string for label in schema.EVENT_LABELS for string in strings[label])
    sentences = [len(WORD.findall(each)) for post in posts for each in SENTENCE_END.split(post.text)]

    def share(holds: Callable[[str], object]) -> float:
        return sum(bool(holds(post.text)) for post in posts) / len(posts)

    return Statistics(
        posts=len(posts),
        words=sum(map(len, words)),
        entities=len(mentions),
        words_a_post=percentiles([len(each) for each in words]),
        words_a_sentence=percentiles([size for size in sentences if size]),
        without_event=sum(not has_event(post) for post in posts) / len(posts),
        first_person=share(is_first_person),
        with_digits=share(lambda text: any(each.isdigit() for each in text)),
        with_emoji=share(EMOJI.search),
        no_capital=share(lambda text: not any(each.isupper() for each in text)),
        mostly_capitals=share(is_mostly_capitals),
        repeated_5grams=repeated(in_posts.values()),
        repeated_5grams_in_sample=repeated_in_sample(in_posts.values(), len(posts), sum(map(len, words))),
        distinct_per_1000=distinct_in_sample(events.values(), SAMPLE_MENTIONS),
        communities=len({post.community for post in posts}),
        areas=len({post.meta["area"] for post in posts if "area" in post.meta}),
        drugs=len(set(strings["DRUG"])),
        reviewed_drugs=len({normal_form(post.meta["drug"]) for post in posts if "drug" in post.meta}),
        conditions=len(set(strings["CONDITION"])),
        labels={label: mention_figures(found, len(posts)) for label, found in strings.items() if found},
        attributes=counted(f"{name}={value}" for _, each in mentions for name, value in each.attributes.items()),
        relations=counted(each.label for post in posts for each in post.relations),
        discontinuous=sum(len(each.spans) > 1 for _, each in mentions),
    )


def mention_figures(strings: Sequence[str], posts: int) -> MentionFigures:
    sizes = [len(WORD.findall(each)) for each in strings]
    return MentionFigures(
        mentions=len(sizes),
        a_post=len(sizes) / posts,
        one_word=sum(size <= 1 for size in sizes) / len(sizes),
        two_words=sum(size == 2 for size in sizes) / len(sizes),
        five_or_more=sum(size >= 5 for size in sizes) / len(sizes),
        distinct=len(set(strings)),
    )


def words_of(post: AnnotatedPost, mention: Mention) -> str:
    """The words of a mention, its fragments joined by a space."""
    return " ".join(post.text[start:end] for start, end in mention.spans)


def normal_form(words: str) -> str:
    """Lower case, single spaces, no punctuation and no 's at the edges: enough to count what is named once."""
    return EDGES.sub("", " ".join(words.lower().replace("’", "'").split()))


def has_event(post: AnnotatedPost) -> bool:
    """Whether the post tells an adverse event or withdrawal effect that was there."""
    return any(
        each.label in ("ADE", "WITHDRAWAL") and each.attributes.get("presence", "present") in ("present", "possible")
        for each in post.entities
    )


def is_first_person(text: str) -> bool:
    return FIRST_PERSON.search(text.lower().replace("’", "'")) is not None


def is_mostly_capitals(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return len(letters) > 10 and sum(each.isupper() for each in letters) > 0.6 * len(letters)


def repeated(in_posts: Iterable[int]) -> float:
    """The share of n-grams that stand in more than one post, from the number of posts that each stands in."""
    counts = list(in_posts)
    return sum(count > 1 for count in counts) / max(1, len(counts))


def repeated_in_sample(in_posts: Iterable[int], posts: int, words: int, sample_words: int = SAMPLE_WORDS) -> float:
    """`repeated`, expected among as many random posts as hold `sample_words` words together, or among all there are."""
    drawn = min(posts, round(sample_words * posts / max(1, words)))
    once = more = 0.0
    for count, many in Counter(in_posts).items():
        none = exp(log_ways(posts - count, drawn) - log_ways(posts, drawn))
        one = count * exp(log_ways(posts - count, drawn - 1) - log_ways(posts, drawn))
        once += many * one
        more += many * (1 - none - one)
    return more / (once + more) if once + more > 0 else 0.0


def distinct_in_sample(counts: Iterable[int], sample: int) -> float:
    """Distinct strings expected among `sample` random mentions, from the counts of each; scaled up from fewer."""
    counts = list(counts)
    total = sum(counts)
    drawn = min(sample, total)
    found = sum(1 - exp(log_ways(total - count, drawn) - log_ways(total, drawn)) for count in counts)
    return found * sample / drawn if drawn else 0.0


def log_ways(n: int, k: int) -> float:
    """The logarithm of the number of ways to choose k of n; minus infinity where there is none."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) if 0 <= k <= n else float("-inf")


def percentiles(values: Sequence[int]) -> tuple[int, ...]:
    ordered = sorted(values) or [0]
    return tuple(ordered[round(each * (len(ordered) - 1))] for each in PERCENTILES)


def counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())

"""The corpus that ships: it validates, its splits hold, and no text of others is in it."""

from corpora import authored, real, standoff
from corpora.statistics import repeated_ngrams, statistics
from corpora.validate import check_files, check_posts


def test_all_files_and_posts_are_right():
    assert list(check_files(sorted(authored.FOLDER.glob("*.txt")))) == []
    assert list(check_posts(authored.posts())) == []


def test_every_split_is_there_and_an_author_is_in_one():
    splits: dict[str, set[str]] = {}
    for post in authored.posts():
        key = post.meta.get("author", post.id)
        splits.setdefault(f"{post.id.partition('-')[0]}/{key}", set()).add(authored.split_of(post))
    assert {name for names in splits.values() for name in names} == {"train", "dev", "test"}
    assert all(len(names) == 1 for names in splits.values())


def test_statistics_count():
    figures = statistics(authored.posts())
    assert figures.posts == len(authored.posts())
    assert figures.lengths == tuple(sorted(figures.lengths))
    assert 0 < figures.without_event < 1


def test_repeated_ngrams_are_those_in_two_posts():
    assert repeated_ngrams([["a", "b", "c"], ["a", "b", "d"]], 2) == 1 / 3
    assert repeated_ngrams([["a", "b", "a", "b"]], 2) == 0


def test_annotations_of_real_posts_hold_no_text():
    for path in standoff.FOLDER.glob("*.jsonl.gz"):
        for row in standoff.read(path):
            assert set(row) == {"id", "sha256", "entities", "relations", "case"}
            assert real.split_of(row["id"]) in ("train", "dev", "test")

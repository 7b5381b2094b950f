"""The corpus that ships: it validates, its splits hold, and no text of others is in it."""

from corpora import authored, standoff
from corpora.validate import check_files, check_posts, check_rows


def test_all_files_and_posts_are_right():
    assert list(check_files(authored.files())) == []
    assert list(check_posts(authored.posts())) == []


def test_every_split_is_there_and_an_author_is_in_one():
    splits: dict[str, set[str]] = {}
    for post in authored.posts():
        key = post.meta.get("author", post.id)
        splits.setdefault(f"{post.id.partition('-')[0]}/{key}", set()).add(authored.split_of(post))
    assert {name for names in splits.values() for name in names} == {"train", "dev", "test"}
    assert all(len(names) == 1 for names in splits.values())


def test_annotations_of_real_posts_hold_no_text():
    for path in standoff.FOLDER.glob("*.jsonl.gz"):
        assert list(check_rows(standoff.read(path), path.name)) == []

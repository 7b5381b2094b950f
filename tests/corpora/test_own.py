"""Posts of a user's own: every form is recognised, and what is held back depends on the posts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import authored, export, gold, own
from corpora.markup import AnnotatedPost, Mention
from nlp.errors import UsageError

MARKUP = "# my-1 | forum | woman\nSince <DRUG>Lexapro</DRUG> <ADE>bad headaches</ADE>"


@pytest.fixture(scope="module")
def posts():
    return authored.split("train")[:5]


@pytest.mark.parametrize("format", ["brat", "jsonl"])
def test_what_was_exported_is_read_again(posts, tmp_path, format):
    target = tmp_path / ("folder" if format == "brat" else "posts.jsonl")
    export.export(posts, format, target)
    found = {post.id: post for post in own.read(target)}
    assert found.keys() == {post.id for post in posts}
    for post in posts:
        assert found[post.id].text == post.text
        # a line end within a mention makes two fragments of it in brat
        assert [each.label for each in found[post.id].entities] == [
            each.label for each in sorted(post.entities, key=lambda each: each.spans)
        ] or format == "jsonl"


def test_a_folder_of_markup_and_gold_is_read_as_one(posts, tmp_path):
    (tmp_path / "a.txt").write_text(MARKUP, encoding="utf-8")
    gold.write(posts, tmp_path / "b.jsonl")
    assert [post.id for post in own.read(tmp_path)] == ["my-1", *(post.id for post in posts)]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "no header", r"a\.txt is not inline markup: .*a\.txt:1: a post begins with a header"),
        ("a.txt", "\udcff", "not UTF-8"),
        ("a.jsonl", '{"id": 1}', r"a\.jsonl:1: not a row of gold"),
        ("a.jsonl", "", "holds no annotated posts; it needs to be a folder of brat"),
        ("a.jsonl", '{"id": 1, "text": "ab", "entities": [{"start": 0, "end": 1, "label": "ADR"}]}', "not ours: ADR"),
        ("a.jsonl", '{"id": 1, "text": "ab", "entities": []}\n' * 2, "two posts have the id 1"),
        ("a.csv", "x", "none of the forms"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=message):
        own.read(tmp_path / name)
    with pytest.raises(UsageError, match="is not there"):
        own.read(tmp_path / "none.jsonl")


def post(id_: str, author: str | None = None) -> AnnotatedPost:
    return AnnotatedPost(id_, "", "", {"author": author} if author else {}, "rash", (Mention("ADE", ((0, 4),), {}),))


@given(st.lists(st.text(min_size=1), min_size=2, max_size=60, unique=True), st.integers(1, 20))
def test_a_fifth_is_held_back_and_no_author_is_on_both_sides(ids, authors):
    posts = [post(f"id {id_}", f"author {number % authors}" if number % 3 else None) for number, id_ in enumerate(ids)]
    groups = {own.author_of(each) for each in posts}
    if len(groups) < 2:
        with pytest.raises(UsageError, match="cannot be parted"):
            own.split(posts)
        return
    train, dev = own.split(posts)
    assert sorted(each.id for each in [*train, *dev]) == sorted(each.id for each in posts)
    assert train
    assert dev
    assert not {own.author_of(each) for each in train} & {own.author_of(each) for each in dev}
    assert own.split(posts[::-1])[1] == dev[::-1]

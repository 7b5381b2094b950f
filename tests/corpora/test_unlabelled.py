"""The posts that nobody annotated."""

import pytest

from corpora import unlabelled
from corpora.authored import posts as annotated
from nlp.errors import UsageError


def test_ours_are_read_and_are_no_copies_of_annotated_ones():
    posts = unlabelled.posts()
    assert len(posts) > 500
    assert not {post.text for post in posts} & {post.text for post in annotated()}


def test_a_post_has_its_header_and_its_lines(tmp_path):
    (tmp_path / "a.txt").write_text("# a-1 | forum | man, 40\nOne.\n\nTwo\n---\n# a-2 | blog\nThree\n---\n")
    first, second = unlabelled.posts(tmp_path)
    assert (first.id, first.community, first.author, first.text) == ("a-1", "forum", "man, 40", "One.\n\nTwo")
    assert (second.community, second.author, second.text) == ("blog", "", "Three")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("# a-1 | forum | x\nOne\n---\nTwo", "a.txt, line 4: a post begins with"),
        ("# a-1 | forum | x\n\n---\n", "a.txt, line 1: post 'a-1' has no text"),
        ("# a-1 | f | x\nOne\n---\n\n# a-1 | f | x\nTwo", "a.txt, line 5: id 'a-1' is given twice"),
    ],
)
def test_mistakes_are_named_by_file_and_line(tmp_path, text, error):
    (tmp_path / "a.txt").write_text(text)
    with pytest.raises(UsageError, match=error):
        unlabelled.posts(tmp_path)

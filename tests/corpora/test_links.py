import gzip

import pytest

from corpora import authored, links, loading
from corpora.markup import Mention
from corpora.validate import check_links
from nlp.errors import UsageError

HEADER = "\t".join(links.COLUMNS)


def table(tmp_path, *rows):
    path = tmp_path / "links.tsv.gz"
    path.write_bytes(gzip.compress("\n".join([HEADER, *rows, ""]).encode()))
    return path


def test_the_shipped_links_are_right():
    assert list(check_links()) == []
    assert len(links.read()) > 3000


def test_a_mention_is_compared_by_its_words_alone():
    mention = Mention("ADE", ((0, 5), (14, 18)), {})
    assert links.words_of(mention, "Sharp, awful\n PAIN") == "sharp pain"


def test_words_of_real_posts_stand_only_as_hashes():
    own = {(each.label, links.words_of(each, post.text)) for post in authored.posts() for each in post.entities}
    for row in links.read():
        assert row.mention.startswith(links.HASHED) or (row.label, row.mention) in own


def test_a_hashed_link_is_found_by_whoever_has_the_words():
    hashed = next(row for row in links.read() if row.mention.startswith(links.HASHED))
    assert links.hashed(hashed.label, "no such words") != hashed.mention
    assert links.link_of("ADE", "words that nobody has linked") is None


def test_resolved_counts_the_splits():
    posts = [(authored.split_of(post), post) for post in authored.posts()[:200]]
    found = list(links.resolved(posts))
    assert found
    assert all(sum(counts.values()) >= 1 and not link.mention.startswith(links.HASHED) for link, counts in found)


def test_a_link_stands_in_the_loaded_columns():
    rows = [loading.to_columns(post) for post in authored.posts()[:100]]
    assert any(entity["link"] for row in rows for entity in row["entities"])


def test_rows_of_another_shape_are_named(tmp_path):
    with pytest.raises(UsageError, match=r"links\.tsv\.gz:3"):
        links.read(table(tmp_path, "ADE\tnausea\tHP\tHP:0002018\tNausea", "ADE\tnausea"))


@pytest.mark.parametrize(
    ("rows", "mistake"),
    [
        (("ADE\tnausea\tHP\tHP:9999999\tNothing",), "'HP:9999999' is no code"),
        (("ADE\tnausea\tHP\tHP:0002018\tNausea",) * 2, "stands twice"),
    ],
)
def test_mistakes_are_found(tmp_path, rows, mistake):
    assert mistake in "\n".join(check_links(table(tmp_path, *rows)))

"""SMM4H, one table and two."""

import pytest

from corpora import readers
from corpora.markup import Relation
from nlp.errors import UsageError

HEADER = "tweet_id\tbegin\tend\ttype\textraction\tdrug\ttweet\tmeddra_code"
TWEET = 'vyvanse: "no sleep" and my 😵 head hurts'


@pytest.fixture
def table(tmp_path):
    rows = (
        f"1\t10\t18\tADR\tno sleep\tvyvanse\t{TWEET}\t1",
        f"1\t29\t39\tADR\thead hurts\tvyvanse\t{TWEET}\t2",
        "2\t-\t-\t-\t-\tprozac\tprozac is fine\t-",
        "3\t0\t3\tIndication\tsad\t\tsad me\t-",
    )
    path = tmp_path / "task.tsv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def test_one_table(table):
    first, second, third = readers.read("smm4h", table)
    assert [first.text[each.start : each.end] for each in first.entities] == ["no sleep", "head hurts"]
    assert {each.label for each in first.entities} == {"ADE"}
    assert (first.meta, first.relations[0]) == ({"drug": "vyvanse"}, Relation("d0", 0, "causes"))
    assert (second.id, second.entities) == ("2", ())
    assert (third.entities[0].label, third.meta, third.relations) == ("CONDITION", {}, ())


def test_two_tables(tmp_path):
    (tmp_path / "tweets.tsv").write_text(f"tweet_id\ttweet\n1\t{TWEET}\n2\tfine\n", encoding="utf-8")
    (tmp_path / "spans_norm.tsv").write_text("tweet_id\ttype\tstart\tend\tspan\tllt\n1\tADE\t10\t18\tno sleep\t9\n")
    first, second = readers.read("smm4h", tmp_path)
    assert [(each.label, each.spans) for each in first.entities] == [("ADE", ((10, 18),))]
    assert second.entities == ()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (f"1\t9\t18\tADR\tno sleep\t\t{TWEET}\t", "task.tsv:2: the words of the extraction"),
        (f"1\t9\tx\tADR\tno sleep\t\t{TWEET}\t", "task.tsv:2: begin and end"),
    ],
)
def test_mistakes(table, row, problem):
    table.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=problem):
        list(readers.read("smm4h", table))


def test_a_column_that_is_missing_is_named(table):
    table.write_text("tweet_id\ttweet\n1\tx\n")
    with pytest.raises(UsageError, match="no column begin or start; columns: tweet_id, tweet"):
        list(readers.read("smm4h", table))


def test_spans_of_a_tweet_that_is_not_there(tmp_path):
    (tmp_path / "tweets.tsv").write_text("tweet_id\ttweet\n1\tx\n")
    (tmp_path / "spans.tsv").write_text("tweet_id\ttype\tbegin\tend\textraction\n5\tADE\t0\t1\tx\n")
    with pytest.raises(UsageError, match=r"spans\.tsv:2: no tweet has this id"):
        list(readers.read("smm4h", tmp_path))
    (tmp_path / "spans.tsv").unlink()
    with pytest.raises(UsageError, match=r"0 files spans\*\.tsv"):
        list(readers.read("smm4h", tmp_path))

import csv
import io

from nlp.datamodel import Post
from nlp.io.csv_rows import CSV_COLUMNS, csv_header, csv_lines
from tests.builders import make_bare_record, make_record


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((csv_header() + data).decode(), newline="")))


def test_one_row_for_each_entity() -> None:
    rows = table(csv_lines(make_record()))
    assert [row["entity_id"] for row in rows] == ["e1", "e2", "e3", "e4"]
    expected = {
        "post_id": "p1", "source": "forum", "author": "author-1", "thread": "", "posted_at": "2024-05-01",
        "entity_id": "e2", "label": "ADE", "text": "can't sleep", "start": "27", "end": "38", "spans": "27-38",
        "presence": "present", "experiencer": "author", "time": "current", "effect": "adverse", "severity": "severe",
        "score": "0.97", "system": "HP", "code": "HP:0100785", "name": "name of HP:0100785", "link_score": "0.9",
        "drug_ids": "e1", "drugs": "Lexapro",
    }  # fmt: skip
    assert rows[1] == expected


def test_discontinuous_mentions_and_withdrawal() -> None:
    ache = table(csv_lines(make_record()))[2]
    assert (ache["start"], ache["end"], ache["spans"]) == ("47", "65", "47-51;61-65")
    assert (ache["drug_ids"], ache["code"]) == ("e1", "")


def test_absent_events_say_so() -> None:
    assert table(csv_lines(make_record()))[3]["presence"] == "absent"


def test_a_post_without_entities_has_one_row() -> None:
    (row,) = table(csv_lines(make_bare_record(Post("a", "x"))))
    assert {name: value for name, value in row.items() if value} == {"post_id": "a"}
    assert tuple(row) == CSV_COLUMNS


def test_line_ends_quotes_and_commas_survive() -> None:
    post = Post('a,"b"', "x", author="one\rtwo\r\nthree")
    (row,) = table(csv_lines(make_bare_record(post)))
    assert (row["post_id"], row["author"]) == (post.id, post.author)

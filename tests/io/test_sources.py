import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.datamodel import Failure, Post
from nlp.errors import UsageError
from nlp.io.sources import Reader, Source, read


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def posts_of(path: Path, **options: Any) -> list[Post]:
    items = list(read([path], Source(**options)))
    assert not [item for item in items if isinstance(item, Failure)]
    return [item for item in items if isinstance(item, Post)]


def failure_of(path: Path, **options: Any) -> tuple[str, str | None]:
    """The reason and place of the only failure in a file."""
    (failure,) = [item for item in read([path], Source(**options)) if isinstance(item, Failure)]
    assert failure.step == "read"
    return failure.reason, failure.place


def row(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


class TestFields:
    def test_named_fields_fill_the_post_and_others_keep_their_json_types(self, tmp_path: Path) -> None:
        fields = {"id": "a", "text": "x", "source": "forum", "author": "k", "thread": "t", "posted_at": "2024"}
        others = {"stars": 2, "tags": ["a", {"b": None}], "half": 0.5, "yes": True, "meta": {"drug": "Lexapro"}}
        (post,) = posts_of(write(tmp_path, "a.jsonl", row(**fields, **others)))
        assert post == Post(**fields, meta=others)

    def test_a_post_written_as_json_comes_back_as_it_was(self, tmp_path: Path) -> None:
        (post,) = posts_of(write(tmp_path, "a.jsonl", row(id="a", text="x", source=None, meta={"drug": "Lexapro"})))
        assert post == Post("a", "x", meta={"drug": "Lexapro"})

    def test_fields_of_other_types_stay_metadata_but_numbers_are_names_of_authors(self, tmp_path: Path) -> None:
        line = row(id="a", text="x", source=["s"], author=12, thread=34, posted_at=1700000000)
        (post,) = posts_of(write(tmp_path, "a.jsonl", line))
        assert (post.author, post.thread) == ("12", "34")
        assert post.meta == {"source": ["s"], "posted_at": 1700000000}

    def test_other_names_of_text_and_id(self, tmp_path: Path) -> None:
        path = write(tmp_path, "a.jsonl", row(body="x", key=7, text="title", id="other"))
        assert posts_of(path, text_field="body", id_field="key") == [
            Post("7", "x", meta={"text": "title", "id": "other"})
        ]

    @pytest.mark.parametrize(("id", "kept"), [("x y", "x y"), (7, "7"), (7.0, "7"), (0, "0"), (-3, "-3")])
    def test_ids_become_strings(self, id: Any, kept: str, tmp_path: Path) -> None:
        assert posts_of(write(tmp_path, "a.jsonl", row(id=id, text="x")))[0].id == kept

    @pytest.mark.parametrize("fields", [{}, {"id": None}, {"id": ""}])
    def test_a_missing_id_is_the_place(self, fields: dict[str, Any], tmp_path: Path) -> None:
        path = write(tmp_path, "a.jsonl", row(text="x") + b"\n" + row(text="y", **fields))
        assert [post.id for post in posts_of(path)] == ["a.jsonl:1", "a.jsonl:3"]

    def test_nan_is_null(self, tmp_path: Path) -> None:
        (post,) = posts_of(write(tmp_path, "a.jsonl", b'{"id": 1, "text": "x", "stars": NaN, "more": [-Infinity]}'))
        assert post.meta == {"stars": None, "more": [None]}

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
    def test_any_text_arrives_as_it_was(self, text: str) -> None:
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(json.dumps({"id": "a", "text": text}).encode())))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", stream)
            (item,) = read(["-"])
        assert item == Post("a", text) or (isinstance(item, Failure) and text.isspace())


class TestBadPosts:
    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            (b'{"id": "b", "text": "x"', "broken_json"),
            (b"\0\0\0", "broken_json"),
            (b"[" * 100_000, "broken_json"),
            (b'{"id": ' + b"1" * 5000 + b', "text": "x"}', "broken_json"),
            (b'["x"]', "not_an_object"),
            (b'"x"', "not_an_object"),
            (b"null", "not_an_object"),
            (b'{"id": "b"}', "missing_text"),
            (b'{"id": "b", "text": null}', "missing_text"),
            (b'{"id": "b", "text": ""}', "empty_text"),
            (b'{"id": "b", "text": " \\n\\u00a0\\t"}', "empty_text"),
            (b'{"id": "b", "text": 5}', "text_not_string"),
            (b'{"id": "b", "text": ["x"]}', "text_not_string"),
            (b'{"id": "b", "text": "caf\xe9"}', "wrong_encoding"),
            (b'{"id": "b", "text": "x\\u0000y"}', "nul_character"),
            (b'{"id": "b", "text": "x\\ud83d"}', "lone_surrogate"),
            (b'{"id": "b", "text": "x", "title": "\\udc00"}', "lone_surrogate"),
            (b'{"id": "b", "text": "x", "\\udc00": 1}', "lone_surrogate"),
            (b'{"id": "b", "text": "x", "author": "\\udc00"}', "lone_surrogate"),
            (b'{"id": "b", "text": "x", "deep": ' + b"[" * 400 + b"]" * 400 + b"}", "nested_too_deep"),
            (b'{"id": "b", "text": "' + b"x" * 1001 + b'"}', "too_long"),
            (b'{"id": "first", "text": "again"}', "duplicate_id"),
            (b'{"id": ["b"], "text": "x"}', "bad_id"),
            (b'{"id": true, "text": "x"}', "bad_id"),
            (b'{"id": 1.5, "text": "x"}', "bad_id"),
            (b'{"id": "b\\u0000", "text": "x"}', "bad_id"),
        ],
    )
    def test_one_bad_line_among_good_ones(self, line: bytes, reason: str, tmp_path: Path) -> None:
        path = write(tmp_path, "a.jsonl", row(id="first", text="x") + line + b"\n\n" + row(id="last", text="y"))
        items = list(read([path], Source(max_chars=1000)))
        assert [item.id if isinstance(item, Post) else item.reason for item in items] == ["first", reason, "last"]
        failure = items[1]
        assert isinstance(failure, Failure)
        assert failure.place == "a.jsonl:2"

    def test_the_failure_names_the_post_but_never_quotes_it(self, tmp_path: Path) -> None:
        secret = "my name is Karen"
        lines = [
            row(id="a", text=secret + "\0"),
            row(id="b", text=[secret]),
            b'{"id": "c", "text": "' + secret.encode(),
        ]
        failures = list(read([write(tmp_path, "a.jsonl", b"".join(lines))]))
        assert [failure.post_id for failure in failures if isinstance(failure, Failure)] == ["a", "b", None]
        assert secret not in repr(failures)

    def test_a_bad_post_does_not_take_the_id_of_a_good_one(self, tmp_path: Path) -> None:
        path = write(tmp_path, "a.jsonl", row(id="a", text="") + row(id="a", text="good"))
        assert failure_of(path) == ("empty_text", "a.jsonl:1")

    def test_duplicates_are_found_across_files(self, tmp_path: Path) -> None:
        first, second = (write(tmp_path, name, row(id="a", text="x")) for name in ("a.jsonl", "b.jsonl"))
        items = list(read([first, second]))
        assert isinstance(items[0], Post)
        assert isinstance(items[1], Failure)
        assert (items[1].reason, items[1].place, items[1].post_id) == ("duplicate_id", "b.jsonl:1", "a")

    def test_a_line_that_would_not_fit_in_memory_is_skipped(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("nlp.io.formats.MIN_LINE_BYTES", 100)
        path = write(tmp_path, "a.jsonl", b'{"x": "' + b"x" * 450 + b"\n" + row(id="b", text="y"))
        assert failure_of(path, max_chars=5) == ("too_long", "a.jsonl:1")
        assert [item.id for item in read([path], Source(max_chars=5)) if isinstance(item, Post)] == ["b"]


class TestCsv:
    def test_rows_with_quotes_and_line_ends_have_the_line_they_begin_on(self, tmp_path: Path) -> None:
        text = 'id,text,stars\r\n1,"a, ""b""\r\nc",5\r\n\r\n,d,\r\n'
        assert posts_of(write(tmp_path, "a.csv", text)) == [
            Post("1", 'a, "b"\r\nc', meta={"stars": "5"}),
            Post("a.csv:5", "d", meta={"stars": ""}),
        ]

    def test_tsv_byte_order_mark_and_columns_without_a_name(self, tmp_path: Path) -> None:
        path = write(tmp_path, "a.tsv", b"\xef\xbb\xbftext\t\tid\nx, y\t1\t\xef\xbb\xbfz\n")
        assert posts_of(path) == [Post("\ufeffz", "x, y", meta={"column_2": "1"})]

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            (b"b,x,y,z", "ragged_row"),
            (b"b", "ragged_row"),
            (b"b,caf\xe9,1", "wrong_encoding"),
            (b"b,x\0y,1", "nul_character"),
            (b"b,  ,1", "empty_text"),
            (b"b,x," + b"x" * 250_000, "too_long"),
            (b'b,"x" y,1', "broken_row"),
        ],
    )
    def test_one_bad_row_among_good_ones(self, line: bytes, reason: str, tmp_path: Path) -> None:
        path = write(tmp_path, "a.csv", b"id,text,more\nfirst,x,\n" + line + b"\nlast,y,\n")
        items = list(read([path], Source(max_chars=1000)))
        assert [item.id if isinstance(item, Post) else item.reason for item in items] == ["first", reason, "last"]
        assert failure_of(path, max_chars=1000) == (reason, "a.csv:3")

    def test_a_post_longer_than_the_csv_module_allows(self, tmp_path: Path) -> None:
        assert len(posts_of(write(tmp_path, "a.csv", "text\n" + "x" * 200_000))[0].text) == 200_000

    def test_a_quote_left_open_does_not_swallow_rows_silently(self, tmp_path: Path) -> None:
        path = write(tmp_path, "a.csv", 'id,text\n1,good\n2,"open\n3,x\n4,y\n')
        items = list(read([path]))
        assert isinstance(items[1], Failure)
        assert (len(items), items[1].reason, items[1].place) == (2, "broken_row", "a.csv:3")
        assert "lines 3 to 5" in items[1].message

    def test_an_empty_file_has_no_rows(self, tmp_path: Path) -> None:
        assert posts_of(write(tmp_path, "a.csv", "")) == []

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"id,body\n1,x\n", "a.csv: no column 'text'; its columns are 'id', 'body'"),
            (b"id;text\n1;x\n", "no column 'text'; its columns are 'id;text'"),
            (b"text,text\n1,x\n", "column 'text' appears more than once"),
            (b"text,caf\xe9\n1,x\n", "the header is not UTF-8"),
        ],
    )
    def test_an_unusable_header_is_refused_before_reading(self, content: bytes, message: str, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=message):
            read([write(tmp_path, "a.csv", content)])

    def test_an_id_column_that_was_asked_for_must_be_there(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="no column 'key'; its columns are 'text'"):
            read([write(tmp_path, "a.csv", "text\nx\n")], Source(id_field="key"))


class TestBytes:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
    @pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
    def test_wide_encodings_are_refused_as_a_whole(self, encoding: str, name: str, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=f"{name}: the file is UTF-16 or UTF-32 text; convert it to UTF-8"):
            read([write(tmp_path, name, '{"text": "x"}'.encode(encoding))])

    def test_gzip_is_known_by_its_content(self, tmp_path: Path) -> None:
        members = gzip.compress(row(id=1, text="x")) + gzip.compress(row(id=2, text="y"))
        assert [post.id for post in posts_of(write(tmp_path, "a.jsonl.gz", members))] == ["1", "2"]
        assert [post.id for post in posts_of(write(tmp_path, "b.jsonl", members))] == ["1", "2"]
        assert [post.id for post in posts_of(write(tmp_path, "c.jsonl.gz", row(id=1, text="x")))] == ["1"]
        assert posts_of(write(tmp_path, "d.jsonl.gz", b"")) == []

    @pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz"])
    def test_all_whole_lines_of_a_truncated_gzip_are_read(self, name: str, tmp_path: Path) -> None:
        lines = [row(id=number, text=f"text {number * 7919}") for number in range(20_000)]
        if "csv" in name:
            lines = [b"id,text\n"] + [b"%d,text %d\n" % (number, number * 7919) for number in range(20_000)]
        whole = gzip.compress(b"".join(lines))
        cut = whole[: len(whole) // 2]
        (*posts, failure) = read([write(tmp_path, name, cut)])
        readable = gzip.GzipFile(fileobj=io.BytesIO(cut))
        survived = b""
        try:
            while piece := readable.read1(100):
                survived += piece
        except EOFError:
            pass
        whole_lines = survived.count(b"\n")
        assert len(posts) == whole_lines - ("csv" in name) > 5000
        assert isinstance(failure, Failure)
        assert (failure.reason, failure.place) == ("truncated_gzip", f"{name}:{whole_lines + 1}")

    def test_a_gzip_with_a_wrong_checksum_is_read_and_reported(self, tmp_path: Path) -> None:
        whole = gzip.compress(b"".join(row(id=number, text="x") for number in range(1000)))
        (*posts, failure) = read([write(tmp_path, "a.jsonl.gz", whole[:-8] + bytes(8))])
        assert len(posts) == 1000
        assert isinstance(failure, Failure)
        assert (failure.reason, failure.place) == ("damaged_gzip", "a.jsonl.gz:1001")

    def test_a_gzip_damaged_in_the_middle_ends_there(self, tmp_path: Path) -> None:
        whole = gzip.compress(b"".join(row(id=number, text=f"x{number * 7919}") for number in range(1000)))
        damaged = whole[: len(whole) // 2] + b"\xff" * 50 + whole[len(whole) // 2 + 50 :]
        *_, last = read([write(tmp_path, "a.jsonl.gz", damaged)])
        assert isinstance(last, Failure)
        assert last.reason == "damaged_gzip"

    def test_position_ends_at_the_total_of_files_plain_and_compressed(self, tmp_path: Path) -> None:
        lines = b"".join(row(id=number, text="x" * 100) for number in range(3000))
        plain = write(tmp_path, "a.jsonl", lines)
        packed = write(
            tmp_path, "b.csv.gz", gzip.compress(b"text,id\n" + b"".join(b"x,b%d\n" % n for n in range(3000)))
        )
        reader = Reader([plain, packed])
        positions = [reader.position for _ in reader]
        assert positions == sorted(positions)
        assert 0 < positions[0] < positions[-1] == reader.total_bytes == plain.stat().st_size + packed.stat().st_size

    def test_standard_input_has_no_total(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(gzip.compress(b"text\nx\n"))))
        monkeypatch.setattr(sys, "stdin", stream)
        reader = Reader(["-"], Source(format="csv"))
        assert (list(reader), reader.total_bytes) == ([Post("-:2", "x")], None)

    def test_reading_is_lazy(self, tmp_path: Path) -> None:
        path = write(tmp_path, "a.jsonl", b"".join(row(id=number, text="x" * 1000) for number in range(2000)))
        reader = Reader([path])
        next(iter(reader))
        assert reader.position < path.stat().st_size / 10

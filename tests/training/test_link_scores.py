"""Scores of links against gold concepts."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nlp.errors import UsageError
from nlp.extract.link import shared
from nlp.models import knowledge_base
from training.cli import vocab
from training.link_scores import Equivalents, GoldMention, LinkRates, read_link_gold, score_links

HEADER = "label\tmention\tsystem\tcode\tname\ttrain\tdev\ttest"
ROWS = [
    "ADE\tcan't sleep\tHP\tHP:0100785\tInsomnia\t5\t1\t2",
    "ADE\theadaches and nausea so bad\tHP\tHP:0002315\tHeadache\t0\t0\t1",
    "ADE\theadaches and nausea so bad\tHP\tHP:0002018\tNausea\t0\t0\t1",
    "ADE\tdepression\tMONDO\tMONDO:0002050\tdepressive disorder\t0\t0\t1",
    "ADE\ta tall wardrobe\tHP\tHP:0000738\tHallucinations\t0\t0\t1",
    "ADE\tfever\tHP\tHP:0002315\tHeadache\t0\t0\t1",
    "DRUG\tzoloft\tRXNORM\t36437\tsertraline\t9\t0\t0",
    "DRUG\tmedication\tNIL\tNIL\t\t0\t0\t3",
    "CONDITION\tcar accident\tNIL\tNIL\t\t0\t0\t1",
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "links.tsv.gz"
    file.write_bytes(gzip.compress(("\n".join([HEADER, *ROWS]) + "\n").encode()))
    return file


def by_name(table: Path, split: str | None, weighted: bool = True) -> dict[str, LinkRates]:
    scores = score_links(read_link_gold(table), shared(knowledge_base.load()), split, weighted)
    return {each.name: each for each in scores.rates}


def test_gold_is_read_with_all_concepts_of_a_mention(table: Path) -> None:
    gold = {each.mention: each for each in read_link_gold(table)}
    assert len(gold) == 8
    assert gold["headaches and nausea so bad"].meanings == ({("HP", "HP:0002315")}, {("HP", "HP:0002018")})
    assert gold["medication"].meanings == ()
    assert gold["can't sleep"].count("test") == 2


def test_several_codes_in_one_row(tmp_path: Path) -> None:
    file = tmp_path / "links.tsv"
    rows = ["ADE\tx\tHP\tHP:1|FIRSTHAND:2+HP:3", "DRUG\ty\t\tQUC7NX6WMB", "DRUG\tz\t\t36437", "DRUG\tw\tACME\tA1"]
    file.write_text("\n".join(["label\tmention\tsystem\tcode", *rows]))
    assert [each.meanings for each in read_link_gold(file)] == [
        ({("HP", "HP:1"), ("FIRSTHAND", "FIRSTHAND:2")}, {("HP", "HP:3")}),
        ({("UNII", "QUC7NX6WMB")},),
        ({("RXNORM", "36437")},),
        ({("ACME", "A1")},),
    ]


def test_a_list_is_right_only_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "links.tsv"
    file.write_text(
        "label\tmention\tsystem\tcode\n"
        "ADE\theadaches and nausea\tHP\tHP:0002315+HP:0002018\n"  # both
        "ADE\tinsomnia\tHP\tHP:0100785+HP:0002315\n"  # one of two
    )
    assert by_name(file, None)["all"].accuracy_1 == 0.5


def test_rates_by_hand(table: Path) -> None:
    rates = by_name(table, "test")
    # 10 mentions, 4 of them NIL; of 6 with a concept: twice "can't sleep", the list and "depression" are right
    assert (rates["all"].mentions, rates["all"].nil) == (10, 4)
    assert rates["all"].recall == rates["all"].accuracy_1 == round(4 / 6, 4)
    assert rates["all"].precision == round(4 / 5, 4)
    assert rates["all"].abstained == 1.0
    assert "DRUG" in rates
    assert rates["DRUG"].accuracy_1 == 0.0  # nothing but NIL there in this split


def test_strings_count_once_where_asked(table: Path) -> None:
    assert by_name(table, "test", weighted=False)["all"].mentions == 7
    assert by_name(table, None)["all"].mentions == 8


def test_unseen_strings_are_neither_ours_nor_of_train(table: Path) -> None:
    unseen = by_name(table, "test", weighted=False)["unseen strings"]
    assert unseen.mentions == 4  # "can't sleep" was trained on, "depression" and "medication" stand in the overlay


def test_equivalents_are_symmetrical_and_hold_the_key_itself() -> None:
    equivalents = Equivalents(knowledge_base.load())
    mood, disorder = ("HP", "HP:0000716"), ("MONDO", "MONDO:0002050")
    assert disorder in equivalents.of([mood])
    assert mood in equivalents.of([disorder])
    assert ("UNII", "QUC7NX6WMB") in equivalents.of([("RXNORM", "36437")])
    assert equivalents.of([("HP", "HP:0100785")]) >= {("HP", "HP:0100785")}
    assert equivalents.of([]) == frozenset()


def test_every_declared_equivalent_is_a_code() -> None:
    from training.link_scores import EQUIVALENT

    kb = knowledge_base.load()
    for group in EQUIVALENT:
        for code in group:
            assert kb.with_code(code), code
        stems = [kb.with_code(code)[0].name.lower()[:3] for code in group]
        assert len({stem for stem in stems if stem not in ("maj", "hig")}) == 1, group


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("label\tmention\tcode\n", r"links\.tsv:1: no column 'system' in the header; it has: label, mention, code"),
        ("label\tmention\tsystem\tcode\nADE\tx\n", r"links\.tsv:2: column 'system' is missing"),
        (
            "label\tmention\tsystem\tcode\nDOSE\tx\tHP\tHP:1\n",
            r"links\.tsv:2: label 'DOSE' is never linked; labels: DRUG",
        ),
        ("label\tmention\tsystem\tcode\ttest\nADE\tx\tHP\tHP:1\tmany\n", r"links\.tsv:2: count 'many' is no whole"),
    ],
)
def test_wrong_rows_are_named(tmp_path: Path, content: str, error: str) -> None:
    file = tmp_path / "links.tsv"
    file.write_text(content)
    with pytest.raises(UsageError, match=error):
        read_link_gold(file)


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.gz").write_bytes(b"no gzip")
    for name in ("nowhere.tsv", "bad.gz"):
        with pytest.raises(UsageError, match=f"cannot read .*{name}"):
            read_link_gold(tmp_path / name)


def test_the_command(table: Path) -> None:
    shown = CliRunner().invoke(vocab, ["evaluate", str(table), "--split", "test"])
    assert shown.exit_code == 0
    assert "unseen strings" in shown.stdout


def test_a_mention_without_counts_stands_once() -> None:
    assert GoldMention("ADE", "x", ()).count("test") == 1

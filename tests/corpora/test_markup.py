"""The markup reader: what it reads, and what it says of mistakes."""

import pytest

from corpora.errors import MarkupError
from corpora.markup import blocks, parse_post, read

POST = """# x-1 | forum | woman, 30 | area=sleep; drug=Ambien
Took <DRUG id=d1>Ambien</DRUG> <DOSE of=d1>10 mg</DOSE>, had <ADE id=e1 by=d1 severity=severe>terrible nightmares</ADE>
and <ADE by=d1>pain in my legs</ADE> and <ADE by=d1 with="pain in my">arms</ADE>.
For <CONDITION by_drug=d1:slight,d0>insomnia</CONDITION>.
@patient age="30" sex=female
@drug d1 role=suspect action=withdrawn
@event e1 outcome=recovered serious=medically_important:"terrible nightmares"
@special off_label_use:"Took Ambien"
"""


def test_a_post_is_read():
    post = parse_post(POST)
    assert (post.id, post.community, post.meta["drug"]) == ("x-1", "forum", "Ambien")
    assert post.text.startswith(
        "Took Ambien 10 mg, had terrible nightmares\nand pain in my legs and arms.\nFor insomnia."
    )
    assert [each.label for each in post.entities] == ["DRUG", "DOSE", "ADE", "ADE", "ADE", "CONDITION"]
    arms = post.entities[4]
    assert [post.text[a:b] for a, b in arms.spans] == ["pain in my", "arms"]
    assert ("d1", 5, "treats", "slight") in [(r.head, r.tail, r.label, r.value) for r in post.relations]
    assert post.case["event"][0]["serious"] == [{"criterion": "medically_important", "evidence": "terrible nightmares"}]


@pytest.mark.parametrize(
    ("marked", "problem"),
    [
        ("<ADE>rash", "never closed"),
        ("rash</ADE>", "closes nothing"),
        ("<ADE><DRUG>x</DRUG></ADE>", "do not nest"),
        ("<POTION>x</POTION>", "unknown label POTION"),
        ("<ADE> rash</ADE>", "white space"),
        ("<ADE colour=red>rash</ADE>", "unknown attribute colour"),
        ("<ADE severity=awful>rash</ADE>", "choices: mild, moderate, severe"),
        ("<ADE by=d7>rash</ADE>", "no such drug id"),
        ("<DOSE by=d0>2</DOSE>", "it stands on: ADE, WITHDRAWAL"),
        ('<ADE with="feet">rash</ADE>', "do not stand elsewhere"),
        ("<CONDITION by_drug=d0:huge>x</CONDITION>", "effectiveness: none"),
        ("rash\n@event e9 outcome=recovered", "no such id"),
        ('rash\n@special overdose:"never said"', "letter for letter"),
        ("rash\n@special nonsense:rash", "choices: pregnancy_exposure"),
        ("rash\n@patient sex=femal", "choices: female"),
        ("rash\n@patient sex", "not understood"),
    ],
)
def test_a_mistake_is_named_with_its_place(marked, problem):
    with pytest.raises(MarkupError, match=r"f\.txt:1|f\.txt:3") as error:
        parse_post(f"# x-1 | forum | someone\n{marked}", "f.txt")
    assert problem in str(error.value)


def test_words_elsewhere_are_whole_words_where_there_are_any():
    post = parse_post(
        '# x | f | p\nMy eyes hurt, eyesight and <ADE with="eyes">dryness</ADE> <ADE with="day">x</ADE> Monday'
    )
    assert [each.spans for each in post.entities] == [((3, 7), (27, 34)), ((35, 36), (40, 43))]


def test_a_post_needs_a_header():
    with pytest.raises(MarkupError, match="a post begins with a header"):
        parse_post("just text")


def test_blocks_know_their_first_line():
    assert [line for line, _ in blocks("# a\nx\n---\n# b\ny\n---\n")] == [1, 4]


def test_a_file_is_read_in_order(tmp_path):
    (tmp_path / "a.txt").write_text("# 1 | f | p\none\n---\n# 2 | f | p\ntwo\n")
    assert [post.text for post in read(tmp_path / "a.txt")] == ["one", "two"]

"""brat folders and CADEC, which is one."""

import pytest

from corpora import readers
from corpora.markup import Relation
from nlp.errors import UsageError

TEXT = "Zoloft made my legs\nand arms ache. Zoloft is bad."
ANNOTATION = """R1\tcauses Arg1:T1 Arg2:T2
T1\tDrug 0 6\tZoloft
T2\tADR 15 19;29 33\tlegs ache
#1\tAnnotatorNotes T2\t10003239
T3\tADR 15 33\tlegs and arms ache
A1\tseverity T2 severe
A2\tCertain T3
T4\tDrug 35 41\tZoloft
*\tEquiv T1 T4
A3\teffectiveness R1 major
E1\tADR:T2
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text(TEXT)
    (tmp_path / "a" / "1.ann").write_text(ANNOTATION)
    return tmp_path


def test_fragments_attributes_relations_and_equivalence_are_read(folder):
    (post,) = readers.read("brat", folder, keep_labels=True)
    assert (post.id, post.text) == ("a/1", TEXT)
    legs, both = post.entities[1:3]
    assert (legs.label, legs.spans, legs.attributes) == ("ADR", ((15, 19), (29, 33)), {"severity": "severe"})
    assert (both.spans, both.attributes) == (((15, 33),), {"Certain": "true"})
    assert post.entities[0].key == post.entities[3].key is not None
    assert post.relations == (Relation(0, 1, "causes", "major"),)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("T9\tADR 0 5\tZoloft", "1.ann:12: the words of T9"),
        ("T9\tADR 900 905\tZoloft", "1.ann:12: the words of T9"),
        ("T9\tADR 6 0\tZoloft", "1.ann:12: not a line"),
        ("T9\tADR\tZoloft", "1.ann:12: not a line"),
        ("R9\tcauses Arg1:T1", "1.ann:12: not a line"),
    ],
)
def test_a_mistake_is_refused_with_its_place_or_left_out(folder, line, place):
    with (folder / "a" / "1.ann").open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(UsageError, match=place) as error:
        list(readers.read("brat", folder))
    assert "Zoloft" not in str(error.value)
    problems = []
    (post,) = readers.read("brat", folder, report=problems.append)
    assert len(post.entities) == 4
    assert len(problems) == 1


def test_a_folder_without_annotations_and_an_annotation_without_text(folder):
    (folder / "a" / "1.txt").unlink()
    with pytest.raises(UsageError, match=r"1\.txt is not there"):
        list(readers.read("brat", folder))
    (folder / "a" / "1.ann").unlink()
    with pytest.raises(UsageError, match=r"no \.ann files"):
        list(readers.read("brat", folder))


def test_a_text_in_another_encoding_is_refused(folder):
    (folder / "a" / "1.txt").write_bytes("Übel".encode("latin-1"))
    with pytest.raises(UsageError, match="byte 0 is not UTF-8"):
        list(readers.read("brat", folder))


@pytest.mark.parametrize("layout", ["text and original", "one folder"])
def test_cadec_in_our_labels(tmp_path, layout):
    texts, annotations = (tmp_path, tmp_path) if layout == "one folder" else (tmp_path / "text", tmp_path / "original")
    texts.mkdir(exist_ok=True)
    annotations.mkdir(exist_ok=True)
    (texts / "ARTHROTEC.7.txt").write_text("Arthrotec: gout better, cramps and weak legs, tired, high sodium")
    (annotations / "ARTHROTEC.7.ann").write_text(
        "T1\tDrug 0 9\tArthrotec\nT2\tDisease 11 15\tgout\nT3\tADR 24 30;40 44\tcramps legs\n"
        "T4\tSymptom 46 51\ttired\nT5\tFinding 53 64\thigh sodium\n#1\tAnnotatorNotes T3\tnote\n"
    )
    (post,) = readers.read("cadec", tmp_path)
    assert [each.label for each in post.entities] == ["DRUG", "CONDITION", "ADE", "SYMPTOM", "SYMPTOM"]
    assert post.entities[2].spans == ((24, 30), (40, 44))
    assert (post.id, post.meta) == ("ARTHROTEC.7", {"drug": "Arthrotec"})
    (theirs,) = readers.read("cadec", tmp_path, keep_labels=True)
    assert [each.label for each in theirs.entities] == ["Drug", "Disease", "ADR", "Symptom", "Finding"]

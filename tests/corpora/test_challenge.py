"""The challenge format: five cases against records that are right and wrong in one point each."""

import copy
import json

import pytest

from corpora import challenge
from corpora.challenge import Case, check, parse, run
from nlp.errors import UsageError

CASES = {
    each["id"]: each
    for each in (
        {
            "id": "negated-list",
            "point": "negation",
            "text": "Zoloft gave me no nausea but bad headaches.",
            "expect": [
                {"label": "ADE", "words": "nausea", "attributes": {"presence": "absent"}, "present": False},
                {"label": ["ADE", "SYMPTOM"], "words": "headaches", "attributes": {"presence": "present"}},
            ],
            "forbid": [{"label": "ADE", "words": "nausea", "attributes": {"presence": "present"}}],
        },
        {
            "id": "two-limbs",
            "point": "discontinuity",
            "text": "Pain in my legs and arms, pain all over.",
            "expect": [
                {"label": "ADE", "words": ["Pain in my", "arms"], "exact": True},
                {"label": "ADE", "words": "ain", "nth": 2},
            ],
        },
        {
            "id": "which-drug",
            "point": "attribution",
            "text": "Advil did nothing for my cramps and Lipitor gave me a rash.",
            "relations": [
                {"label": "causes", "head": "Lipitor", "tail": "rash"},
                {"label": "causes", "head": "Advil", "tail": "rash", "present": False},
                {"label": "treats", "head": "Advil", "tail": "cramps", "effectiveness": "none"},
            ],
        },
        {
            "id": "rechallenge",
            "point": "rechallenge",
            "text": "Keflex gave me hives, twice. I stopped. I am 41.",
            "case": {
                "patient": {"age": "41", "sex": None},
                "treatments": [{"words": "Keflex", "rechallenge": "positive", "effectiveness": None}],
                "reactions": [{"words": "hives", "seriousness": []}],
                "special_situations": ["overdose"],
                "urgent": True,
            },
        },
        {
            "id": "not-a-drug",
            "point": "misleading names",
            "text": "My cat Prozac is tired.",
            "forbid": [{"words": "Prozac"}],
            "case": {"urgent": None},
        },
    )
}


def entity(id_, label, *spans, text="", **attributes):
    values = {name: {"value": value} for name, value in attributes.items()}
    return {
        "id": id_,
        "label": label,
        "spans": [list(span) for span in spans],
        "text": text,
        "attributes": {"presence": {"value": "present"}, "severity": None, **values},
    }


def record(*entities, relations=(), **case):
    empty = {"patient": {}, "treatments": [], "reactions": [], "special_situations": [], "urgent": None}
    return {"entities": list(entities), "relations": list(relations), "case": {**empty, **case}}


def outcome(id_, made):
    return check(made, parse(CASES[id_]))


def test_attributes_and_labels():
    nausea, headaches = entity("e1", "ADE", (18, 24), presence="absent"), entity("e2", "SYMPTOM", (29, 42))
    assert outcome("negated-list", record(nausea, headaches)) == []
    assert outcome("negated-list", record(headaches)) == [], "an entity with present=false may be missing"
    assert outcome("negated-list", record(nausea)) == ["no ADE or SYMPTOM at 'headaches', but nothing"]
    there = entity("e1", "ADE", (18, 24), text="nausea")
    assert outcome("negated-list", record(there, headaches)) == [
        "'nausea': presence is present, not absent",
        "there is a ADE at 'nausea': 'nausea'",
    ]
    other = entity("e2", "DRUG", (33, 42))
    assert outcome("negated-list", record(nausea, other)) == ["no ADE or SYMPTOM at 'headaches', but DRUG"]


def test_the_entity_that_fits_best_counts():
    two = entity("e1", "ADE", (29, 32), presence="absent"), entity("e2", "ADE", (33, 42))
    assert outcome("negated-list", record(*two)) == []


def test_fragments_exact_spans_and_later_places():
    arms, over = entity("e1", "ADE", (0, 10), (20, 24)), entity("e2", "ADE", (26, 39))
    assert outcome("two-limbs", record(arms, over)) == []
    whole = entity("e1", "ADE", (0, 24), text="Pain in my legs and arms")
    assert outcome("two-limbs", record(whole, over)) == [
        "ADE 'Pain in my legs and arms' instead of '['Pain in my', 'arms']'"
    ]
    assert outcome("two-limbs", record(arms)) == ["no ADE at 'ain', but nothing"]


def test_relations():
    things = [
        entity("a", "DRUG", (0, 5)),
        entity("c", "SYMPTOM", (25, 31)),
        entity("l", "DRUG", (36, 43)),
        entity("r", "ADE", (54, 58)),
    ]

    def relation(head, tail, label, effectiveness=None):
        return {"head": head, "tail": tail, "label": label, "effectiveness": effectiveness}

    right = [relation("l", "r", "causes"), relation("a", "c", "treats", "none")]
    assert outcome("which-drug", record(*things, relations=right)) == []
    wrong = [relation("a", "r", "causes"), relation("a", "c", "treats")]
    assert outcome("which-drug", record(*things, relations=wrong)) == [
        "no relation causes from 'Lipitor' to 'rash'",
        "there is a relation causes from 'Advil' to 'rash'",
        "treats from 'Advil' to 'cramps': effectiveness is None, not none",
    ]


def test_the_case_is_a_part_of_the_records():
    things = entity("k", "DRUG", (0, 6)), entity("h", "ADE", (15, 20))
    case = {
        "patient": {"age": {"value": "41"}, "sex": None},
        "treatments": [
            {"entities": ["x"], "rechallenge": None},
            {"entities": ["k"], "rechallenge": {"value": "Positive"}, "effectiveness": None},
        ],
        "reactions": [{"entities": ["h"], "seriousness": []}],
        "special_situations": [{"value": "misuse"}, {"value": "overdose"}],
        "urgent": {"value": "suicidal_or_self_harm"},
    }
    assert outcome("rechallenge", record(*things, **case)) == []
    for path, value, problem in (
        (("patient", "age"), None, "case.patient.age is None, not 41"),
        (("patient", "sex"), {"value": "male"}, "case.patient.sex is male"),
        (("treatments", 1, "rechallenge"), None, 'case.treatments has no element {"words": "Keflex"'),
        (("reactions", 0, "seriousness"), [{"value": "death"}], "case.reactions has no element"),
        (("reactions",), [], "case.reactions has no element"),
        (("special_situations",), [], 'case.special_situations has no element "overdose"'),
        (("urgent",), None, "case.urgent is missing"),
        (("patient",), None, "case.patient is None"),
    ):
        wrong = copy.deepcopy(case)
        inner = wrong
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = value
        (found,) = outcome("rechallenge", record(*things, **wrong))
        assert found.startswith(problem)


def test_anything_at_forbidden_words():
    assert outcome("not-a-drug", record()) == []
    cat = entity("e1", "DRUG", (7, 13), text="Prozac")
    assert outcome("not-a-drug", record(cat, urgent={"value": "x"})) == [
        "there is a DRUG at 'Prozac': 'Prozac'",
        "case.urgent is x",
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"expect": [{"label": "ADE", "words": "vomiting"}]}, "'vomiting' does not stand in the text"),
        ({"expect": [{"label": "ADE", "words": "cat", "nth": 2}]}, "not so often"),
        ({"expect": [{"label": "PAIN", "words": "tired"}]}, "unknown label PAIN; labels: ADE"),
        ({"expect": [{"label": "ADE"}]}, "no field 'words'"),
        ({"expect": [{"label": "ADE", "word": "tired"}]}, "expect has no word; fields: attributes"),
        ({"expect": [{"label": "ADE", "words": "tired", "attributes": {"severity": "bad"}}]}, "choices: mild"),
        ({"expect": [{"label": "ADE", "words": "tired", "attributes": {"mood": "bad"}}]}, "choices: presence"),
        ({"relations": [{"label": "made", "head": "Prozac", "tail": "tired"}]}, "unknown label made; labels: after"),
        ({"case": {"specials": []}}, "case has no specials; fields: contradictions, criteria"),
        ({"case": {"treatments": [{"dechalenge": "positive"}]}}, "treatments has no dechalenge; fields: action"),
        ({"case": {"reactions": [{"words": "hives"}]}}, "'hives' does not stand in the text"),
        ({"expected": []}, "here: expected"),
        ({"forbid": [], "case": {}}, "here: none of them"),
    ],
)
def test_a_case_of_another_format_is_named_with_its_place(tmp_path, change, problem):
    (tmp_path / "cases.jsonl").write_text(json.dumps({**CASES["not-a-drug"], **change}))
    with pytest.raises(UsageError, match=r"cases\.jsonl:1: ") as error:
        challenge.load(tmp_path)
    assert problem in str(error.value)


def test_all_files_are_loaded_and_ids_stand_once(tmp_path):
    for name, cases in (("a", list(CASES.values())[:2]), ("b", list(CASES.values())[2:])):
        (tmp_path / f"{name}.jsonl").write_text("".join(f"{json.dumps(each)}\n\n" for each in cases))
    assert [each.id for each in challenge.load(tmp_path)] == list(CASES)
    (tmp_path / "c.jsonl").write_text(json.dumps(CASES["two-limbs"]))
    with pytest.raises(UsageError, match="two-limbs"):
        challenge.load(tmp_path)


def test_a_run_gives_every_case_with_what_is_wrong():
    cases = [parse(CASES["not-a-drug"]), parse({**CASES["not-a-drug"], "id": "again"})]

    def read(case: Case):
        return record() if case.id == "again" else record(entity("e1", "DRUG", (7, 13)))

    assert [(case.id, len(problems)) for case, problems in run(cases, read)] == [("not-a-drug", 1), ("again", 0)]


def test_a_real_record_can_be_checked():
    from tests.builders import TEXT, make_record

    made = make_record().to_dict()
    case = {
        "id": "x",
        "point": "p",
        "text": TEXT,
        "expect": [
            {"label": "ADE", "words": "can't sleep", "exact": True, "attributes": {"severity": "severe"}},
            {"label": "WITHDRAWAL", "words": ["legs", "ache"], "exact": True, "attributes": {"severity": None}},
        ],
        "relations": [{"label": "causes", "head": "Lexapro", "tail": "sleep"}],
        "case": {
            "treatments": [{"words": "Lexapro", "role": "suspect", "implicit": False}],
            "reactions": [{"name": "insomnia", "suspects": ["Lexapro"], "severity": "severe"}],
            "criteria": {"reporter": "present"},
        },
    }
    assert check(made, parse(case)) == []

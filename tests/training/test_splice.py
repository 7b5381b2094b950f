"""New texts out of annotated ones."""

import random

from training.examples import Gold
from training.splice import exchanged, inserted, mentions_of, overlay_expressions, spliced

GOLDS = [
    Gold("1", "Zoloft gave me nausea. I sleep well!", ((0, 6, "DRUG"), (15, 21, "ADE")), "firsthand"),
    Gold("2", "took Lexapro\nnow dizziness", ((5, 12, "DRUG"), (17, 26, "ADE")), "firsthand"),
    Gold("3", "nothing to tell", (), "firsthand"),
]


def test_the_same_seed_gives_the_same_texts_and_another_one_others():
    texts = [[gold.text for gold in spliced(GOLDS * 5, seed)] for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]
    assert all(not gold.spans and gold.corpus == "unlabelled" for gold in spliced(GOLDS, 1))


def test_mentions_are_exchanged_for_others_of_their_label_and_about_their_length():
    pool, texts = mentions_of(GOLDS), set()
    for seed in range(3000):
        texts.add(exchanged(GOLDS[0], pool, pool, random.Random(seed)))
    words = [("Zoloft", "Lexapro"), ("nausea", "dizziness")]
    assert texts == {f"{drug} gave me {event}. I sleep well!" for drug in words[0] for event in words[1]}


def test_the_overlay_lends_expressions():
    overlay = overlay_expressions()
    assert "can't sleep" in overlay["SYMPTOM", 2]
    assert overlay["DRUG", 1]
    assert "can't sleep" not in overlay["DRUG", 2]


def test_mentions_with_parts_and_those_that_overlap_stay():
    broken = Gold("4", "site red and warm", ((0, 8, "ADE"), (5, 8, "ADE")), "firsthand", parts=((0, 4, "ADE"),))
    pool = {("ADE", width): ["rash"] for width in (0, 1, 2, 3)}
    texts = {exchanged(broken, pool, pool, random.Random(seed)) for seed in range(20)}
    assert texts == {"site red and warm", "site rash and warm"}


def test_sentences_are_put_between_sentences():
    for seed in range(30):
        text = inserted("One. Two", "A! B\nC", random.Random(seed))
        assert [part for part in text.split() if part in ("One.", "Two")] == ["One.", "Two"]
        assert any(part in text.split() for part in ("A!", "B", "C"))
    assert inserted("One.", "", random.Random(1)) == "One."

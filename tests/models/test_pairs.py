import numpy as np

from nlp.models.pairs import COUNTS, DISTANCE_EDGES, FEATURES, IMPLICIT, pair_table, sentence_numbers

WIDTH = len(DISTANCE_EDGES) + 1
TEXT = "Zoloft helped. Then Abilify 5 mg gave me nausea. Zoloft never did."


def words_of(text):
    found, position = [], 0
    for word in text.replace(".", " . ").split():
        start = text.index(word, position)
        position = start + len(word)
        found.append((start, position))
    return found


def table(implicit=None):
    words = words_of(TEXT)
    first = np.array([0, 4, 9, 11])  # Zoloft, Abilify, nausea, Zoloft
    return pair_table(first, first + 1, ["z", "a", None, "z"], [2], sentence_numbers(TEXT, words), implicit)


def test_a_sentence_ends_at_a_stop_or_a_line():
    text = "One. Two\nthree! four"
    assert list(sentence_numbers(text, words_of(text.replace("!", " ")))) == [0, 0, 1, 2, 2]


def test_every_product_and_tail_is_one_group():
    found = table()
    assert found.products == ("z", "a")
    assert found.tails == (2, 2)
    assert list(found.drug) == [0, 1, 3]
    assert list(found.group) == [0, 1, 0]  # both mentions of Zoloft ask the same question
    assert found.features.shape == (3, FEATURES)


def test_features_tell_distance_sentence_and_what_stands_between():
    zoloft, abilify, later = table().features
    assert zoloft[:WIDTH].argmax() == np.digitize(8, DISTANCE_EDGES)
    assert later[:WIDTH].argmax() == np.digitize(-2, DISTANCE_EDGES)
    sentences, between = slice(WIDTH, WIDTH + COUNTS), slice(WIDTH + COUNTS, WIDTH + 2 * COUNTS)
    assert [row[sentences].argmax() for row in (zoloft, abilify, later)] == [1, 0, 1]
    assert [row[between].argmax() for row in (zoloft, abilify, later)] == [1, 0, 0]
    nearest = slice(WIDTH + 2 * COUNTS, WIDTH + 2 * COUNTS + 2)
    assert [list(row[nearest]) for row in (zoloft, abilify, later)] == [[0, 0], [1, 0], [0, 1]]


def test_the_unnamed_product_is_a_group_of_its_own():
    found = table(implicit="d0")
    assert found.products == ("z", "a", "d0")
    assert found.drug[-1] == IMPLICIT
    assert found.features[-1].sum() == 1


def test_texts_without_drugs_or_tails_give_empty_tables():
    nothing = np.empty(0, dtype=np.int64)
    assert len(pair_table(nothing, nothing, [], [], nothing)) == 0
    one = np.array([0])
    alone = pair_table(one, one + 1, [None], [0], np.array([0]), implicit="d0")
    assert (len(alone), alone.features.shape) == (1, (1, FEATURES))
    assert len(pair_table(one, one + 1, ["z"], [], np.array([0]))) == 0


def test_the_words_between_are_those_from_the_end_of_one_to_the_begin_of_the_other():
    found = table(implicit="d0")  # nausea is word 9
    assert list(zip(found.low, found.high, strict=True)) == [(1, 9), (5, 9), (10, 11), (found.low[3], found.low[3])]


def test_nothing_stands_between_mentions_that_overlap():
    first, last = np.array([0, 1]), np.array([3, 2])
    found = pair_table(first, last, ["z", None], [1], np.zeros(4, dtype=np.int64))
    assert found.low[0] == found.high[0]

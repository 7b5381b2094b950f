import random

import numpy as np
import pytest

from nlp.models import repository
from nlp.models.tokens import SubwordTokeniser
from training.config import Noise
from training.examples import Example
from training.noise import SHORT, mistyped, noisy

TEXT = "The doctor prescribed something because I was really nauseous, 50mg."


@pytest.fixture(scope="module")
def tokenise():
    return SubwordTokeniser(repository.SHIPPED / "default" / "tokenizer.json")


@pytest.fixture(scope="module")
def example(tokenise):
    tokens = tokenise(TEXT)
    ids = [tokenise.start_id, *tokens.ids, tokenise.end_id]
    return Example(ids, [each + 1 for each in tokens.first], np.ones((len(tokens.words), 3), dtype=bool))


def test_no_noise_changes_nothing(example, tokenise):
    assert noisy(example, Noise(), tokenise, random.Random(1)) == example


def test_words_keep_their_number_and_the_text_its_frame(example, tokenise):
    for seed in range(20):
        found = noisy(example, Noise(typo=0.4, short=0.3, blot=0.2), tokenise, random.Random(seed))
        assert len(found.first) == len(example.first)
        assert found.first == sorted(set(found.first))
        assert found.ids[0] == tokenise.start_id
        assert found.ids[-1] == tokenise.end_id
        assert found.first[-1] < len(found.ids) - 1


def test_a_blot_hides_every_word(example, tokenise):
    found = noisy(example, Noise(blot=1.0), tokenise, random.Random(1))
    assert set(found.ids[1:-1]) == {tokenise.unknown_id}


def test_short_forms_are_one_word(tokenise):
    assert all(tokenise.encode_word(short) for forms in SHORT.values() for short in forms)
    assert all(len(tokenise(word).words) == 1 for word in SHORT)


def test_a_typing_error_is_one_slip():
    rng = random.Random(2)
    made = {mistyped("nausea", rng) for _ in range(200)}
    assert len(made) > 10
    assert all(abs(len(word) - 6) <= 1 and word[0] == "n" for word in made)


def test_a_word_that_would_fall_apart_is_refused(tokenise):
    assert tokenise.encode_word("w/o") == []

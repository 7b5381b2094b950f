"""The recogniser on texts that nobody expects, and on model folders that nobody should use."""

import json
import shutil
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.errors import ModelError
from nlp.models import digest, repository
from nlp.models.recogniser import SpanRecogniser, load_recogniser

MENTION = "Since Lexapro I get terrible headaches. "
LONG_WORD = "a" * 10_000


class Watched:
    """The backend of a recogniser, which keeps the lengths of the windows that it was given."""

    device = "cpu"

    def __init__(self, backend):
        self.backend, self.lengths = backend, []

    def outputs(self, windows):
        self.lengths += map(len, windows)
        return self.backend.outputs(windows)


@pytest.fixture(scope="module")
def recogniser():
    loaded = load_recogniser(repository.resolve("default"), "cpu", threads=1)
    return SpanRecogniser(loaded.folder, Watched(loaded.backend))


def read(recogniser, text):
    """The spans of a text, after a look at what holds for every text."""
    recogniser.backend.lengths.clear()
    (reading,) = recogniser.read([text])
    assert max(recogniser.backend.lengths, default=0) <= recogniser.folder.window
    assert len(reading.states) == len(reading.words)
    edges = [edge for word in reading.words for edge in word]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in reading.words)
    starts, ends = ({word[side] for word in reading.words} for side in (0, 1))
    for span in reading.spans:
        assert span.start in starts
        assert span.end in ends
        assert 0 < span.score <= 1
    return reading


def test_a_text_of_many_windows_is_read_to_its_end(recogniser):
    text = MENTION * 150
    reading = read(recogniser, text)
    assert len(recogniser.backend.lengths) > 4
    drugs = [span.start for span in reading.spans if span.label == "DRUG" and text[span.start : span.end] == "Lexapro"]
    assert drugs == [number * len(MENTION) + 6 for number in range(150)]


def test_the_chances_of_a_stretch_are_those_of_its_words(recogniser):
    reading = read(recogniser, MENTION)
    assert reading.chances.shape == (len(reading.words), len(recogniser.scheme))
    assert reading.chance(6, 13, "DRUG") > 0.9 > 0.1 > reading.chance(6, 13, None)
    assert reading.chance(0, 5, None) > 0.9
    assert reading.chance(3, 8, None) == pytest.approx((reading.chance(0, 5, None) + reading.chance(6, 13, None)) / 2)
    assert reading.chance(5, 6, None) is None  # no word
    assert read(recogniser, "").chance(0, 1, None) is None


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b", "\x00", "\ufeff"])
def test_a_text_without_tokens_has_no_spans(recogniser, text):
    reading = read(recogniser, text)
    assert reading.spans == []


@pytest.mark.parametrize("text", ["😀" * 40, "🧑🏽‍🚒 👩‍👩‍👧", "ꙮ ꙮ ꙮ", "\U0001f9ff " * 600])
def test_a_text_of_unknown_tokens_alone_is_read(recogniser, text):
    reading = read(recogniser, text)
    assert reading.words
    assert set(recogniser.tokenise(text).ids) == {recogniser.tokenise.unknown_id}


@pytest.mark.parametrize(
    "before", ["Начал пить ", "我吃了 ", "تناولت ", "ก่อนนอน ", "Ｆｕｌｌ ", "é́ café ", "\r\n\t", "e\u0301\u0323 "]
)
def test_other_scripts_before_a_mention_do_not_move_it(recogniser, before):
    text = before + MENTION
    drugs = [span for span in read(recogniser, text).spans if text[span.start : span.end] == "Lexapro"]
    assert [span.start for span in drugs] == [text.index("Lexapro")]


@pytest.mark.parametrize(
    (
        "word",
        "found",
    ),  # behind ten thousand Chinese characters the words are there, though the model makes nothing of them
    [(LONG_WORD, True), ("pain" * 2500, True), ("né" * 5000, True), ("我" * 10_000, False)],
)
def test_a_word_of_ten_thousand_characters_does_not_hide_what_follows(recogniser, word, found):
    text = f"{word} {MENTION}"
    reading = read(recogniser, text)
    assert reading.words[0][0] == 0
    assert "Lexapro" in [text[start:end] for start, end in reading.words]
    drugs = [text[span.start : span.end] for span in reading.spans if span.label == "DRUG"]
    assert "Lexapro" in drugs or not found
    assert len(recogniser.backend.lengths) < 80


@settings(max_examples=60)
@given(st.text(st.characters(blacklist_categories=("Cs",)), max_size=300))
def test_every_letter_and_digit_is_in_a_word(recogniser, text):
    covered = np.zeros(len(text), dtype=bool)
    for start, end in read(recogniser, text).words:
        covered[start:end] = True
    kinds = np.array([unicodedata.category(each)[0] for each in text], dtype="<U1")
    assert covered[np.isin(kinds, ["L", "N"])].all()


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(repository.SHIPPED / "default", tmp_path / "model")
    return tmp_path / "model"


def spoil(folder, name, content):
    """Put other content in a file, and its right hash on the card."""
    (folder / name).write_bytes(content)
    card = json.loads((folder / "model.json").read_text())
    card["files"][name] = digest.sha256(folder / name)
    (folder / "model.json").write_text(json.dumps(card))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("model.int8.onnx", r"model\.int8\.onnx is not a model that ONNX Runtime can load"),
        ("tokenizer.json", r"tokenizer\.json is not a tokeniser that can be loaded"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name_even_with_its_hash(copy, name, message):
    spoil(copy, name, b"{}")
    with pytest.raises(ModelError, match=message):
        load_recogniser(repository.resolve(str(copy)), "cpu", threads=1)


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04"])
def test_heads_that_cannot_be_read_are_refused_by_name(copy, content):
    spoil(copy, "heads.npz", content)
    card = json.loads((copy / "model.json").read_text())
    (copy / "model.json").write_text(json.dumps({**card, "heads": {"file": "heads.npz"}}))
    with pytest.raises(ModelError, match=r"heads\.npz is not a file of heads"):
        load_recogniser(repository.resolve(str(copy)), "cpu", threads=1)


@pytest.mark.parametrize(
    ("card", "message"),
    [
        ("{", r"model\.json is not JSON"),
        ("[]", r"model\.json lacks schema, name, version"),
        ('{"schema": "firsthand/model/1"}', r"model\.json lacks name, version, labels, window, files, onnx"),
    ],
)
def test_a_damaged_card_is_refused_by_name(copy, card, message):
    (copy / "model.json").write_text(card)
    with pytest.raises(ModelError, match=message):
        repository.resolve(str(copy))


def test_a_card_of_another_version_is_refused(copy):
    card = json.loads((copy / "model.json").read_text())
    (copy / "model.json").write_text(json.dumps({**card, "schema": "firsthand/model/9"}))
    with pytest.raises(ModelError, match=r"has schema 'firsthand/model/9', this version reads 'firsthand/model/1'"):
        repository.resolve(str(copy))

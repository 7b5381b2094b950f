"""Subword tokenisation with offsets that index the text as received."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tokenizers import Tokenizer

from nlp.errors import ModelError


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as subwords: `ids`, and for each word (a piece between white space and punctuation) the index of its
    first subword and its code points [start, end) in the text."""

    ids: list[int]
    first: list[int]
    words: list[tuple[int, int]]


class SubwordTokeniser:
    """A Hugging Face `tokenizer.json`, without its own padding and truncation."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise ModelError(f"{path.name} is missing in {path.parent}")
        try:
            self.backend = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises nothing narrower
            raise ModelError(f"{path} is not a tokeniser that can be loaded") from error
        self.backend.no_padding()
        self.backend.no_truncation()  # the file hard-codes 128 tokens
        # asked, not looked up by name: MPNet's vocabulary has [CLS], but <s> opens a text
        frame = self.backend.encode("", add_special_tokens=True).ids
        if len(frame) != 2:
            raise ModelError(
                f"{path.name} frames a text with {len(frame)} special tokens; expected one before and one after"
            )
        self.start_id, self.end_id = frame

    def __call__(self, text: str) -> Tokens:
        encoding = self.backend.encode(text, add_special_tokens=False)
        first: list[int] = []
        words: list[tuple[int, int]] = []
        previous: int | None = None
        for index, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
            if word != previous or word is None:
                first.append(index)
                words.append((start, end))
                previous = word
            else:
                words[-1] = (words[-1][0], end)
        return Tokens(encoding.ids, first, words)

    @cached_property
    def unknown_id(self) -> int:
        """The id of a word that the vocabulary cannot spell."""
        return int(self.backend.token_to_id("[UNK]") or 0)

    def spell(self, piece: list[int]) -> str:
        """The letters of one word's subwords."""
        return "".join(str(self.backend.id_to_token(each)).removeprefix("##") for each in piece)

    def encode_word(self, word: str) -> list[int]:
        """The subwords of one word; empty when the tokeniser would make several words of it."""
        encoding = self.backend.encode(word, add_special_tokens=False)
        return list(encoding.ids) if len(set(encoding.word_ids)) == 1 else []

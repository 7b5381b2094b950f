"""What the heads of the model say of a Doc's entities, by the states that the encoder left in `doc._.reading`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp.datamodel import Entity, EntityLabel, Span
from nlp.extract.written import written
from nlp.models.evidence import Told
from nlp.models.heads import TAKES, MentionHeads, Related
from nlp.models.pairs import pair_table, sentence_numbers
from nlp.models.pieces import own_pieces
from nlp.models.recogniser import Reading

Asked = tuple[tuple[tuple[Span, ...], EntityLabel], ...]


@dataclass(frozen=True)
class Answers:
    """The heads' view of the entities of one text: `asked` is what of the entities they saw, `places` are the indices
    of those that could be read.
    """

    asked: Asked
    heads: MentionHeads
    reading: Reading
    places: tuple[int, ...]
    spans: tuple[Span, ...]
    mentions: NDArray[np.float32]
    sentence: NDArray[np.int64]

    def attributes(self) -> dict[int, dict[str, dict[str, float]]]:
        """For the entity at each place the probabilities of every attribute's values."""
        return dict(zip(self.places, self.heads.attributes(self.mentions), strict=True))

    def related(
        self, entities: Sequence[Entity], products: Mapping[str, str], implicit: str | None
    ) -> list[tuple[Related, Entity, Entity | None]]:
        """For every product and entity that it may have to do with: what the head says, the entity, and the mention of
        the product (None for the product `implicit`, which the text does not name). `products` maps ids of drug
        entities to products.
        """
        here = [entities[place] for place in self.places]
        first, last = (np.array([span[side] for span in self.spans], dtype=np.int64) for side in (0, 1))
        tails = [index for index, each in enumerate(here) if each.label in TAKES]
        table = pair_table(
            first,
            last,
            [products.get(each.id) for each in here],
            tails,
            self.sentence,
            implicit,
        )
        labels = [each.label for each in here]
        return [
            (said, here[said.tail], here[said.drug] if said.drug >= 0 else None)
            for said in self.heads.related(self.reading.states, self.mentions, table, labels)
        ]


def answers(doc: Doc) -> Answers | None:
    """The heads on the entities of a Doc (see `ask`), who are not asked again before one of them changes its words or
    its label.
    """
    if doc._.answers is None or doc._.answers.asked != seen(doc._.entities):
        doc._.answers = ask(doc._.reading, written(doc).text, doc._.entities)
    kept: Answers | None = doc._.answers
    return kept


def seen(entities: Sequence[Entity]) -> Asked:
    """All that the heads see of entities."""
    return tuple((each.spans, each.label) for each in entities)


def ask(reading: Reading | None, text: str, entities: Sequence[Entity]) -> Answers | None:
    """The heads on these entities of a text; None where the model has no heads or the text no words."""
    if reading is None or reading.heads is None or not reading.words:
        return None
    starts = np.array([start for start, _ in reading.words])
    ends = np.array([end for _, end in reading.words])
    places, spans = [], []
    for place, (start, end) in enumerate(own_pieces([each.spans for each in entities])):
        first = int(np.searchsorted(ends, start, side="right"))
        last = int(np.searchsorted(starts, end, side="left"))
        if first < last:
            places.append(place)
            spans.append((first, last))
    labels = [entities[place].label for place in places]
    sentence = sentence_numbers(text, reading.words)
    mentions = reading.heads.mentions(reading.states, spans, labels, sentence)
    return Answers(seen(entities), reading.heads, reading, tuple(places), tuple(spans), mentions, sentence)


def evidence_told(reading: Reading | None, text: str) -> tuple[Told, ...]:
    """What the evidence head says of the sentences of a text; nothing where the model has no such head."""
    if reading is None or reading.evidence is None:
        return ()
    return tuple(reading.evidence.told(text, reading.words, reading.states))

"""Which posts a run trains on."""

from collections import Counter

import numpy as np

from corpora import unlabelled
from corpora.authored import author_of
from nlp.models.repository import resolve
from nlp.models.tags import TagScheme
from nlp.models.tokens import SubwordTokeniser
from training.config import CorpusSource, Sample
from training.mixing import FOR_TEACHERS, corpus_examples, corpus_golds

OWN = CorpusSource("firsthand")


def test_the_parts_share_out_all_posts(tmp_path):
    whole = Counter(gold.id for gold in corpus_golds(OWN, tmp_path))
    parts = [corpus_golds(OWN, tmp_path, Sample(3, (part,))) for part in range(3)]
    assert sum((Counter(gold.id for gold in part) for part in parts), Counter()) == whole
    assert all(len(part) > len(whole) / 5 for part in parts)


def test_an_author_is_in_one_part(tmp_path):
    authors = [{author_of(gold.post) for gold in corpus_golds(OWN, tmp_path, Sample(2, (part,)))} for part in (0, 1)]
    assert not authors[0] & authors[1]


def test_without_a_teacher_nothing_is_learnt_from_texts_without_annotation(tmp_path):
    for name in FOR_TEACHERS:
        assert corpus_examples(CorpusSource(name, taught=True), tmp_path, TagScheme(), None, 64, None) == []


def test_a_teacher_alone_speaks_of_unlabelled_texts(tmp_path):
    tokenise = SubwordTokeniser(resolve("default").path / "tokenizer.json")
    scheme = TagScheme()

    def teach(golds):
        return [np.full((len(tokenise(gold.text).words), len(scheme)), 1 / len(scheme), np.float16) for gold in golds]

    examples = corpus_examples(CorpusSource("unlabelled", taught=True), tmp_path, scheme, tokenise, 64, teach)
    assert len(examples) >= len(unlabelled.posts())
    assert all(example.allowed.all() and example.taught is not None for example in examples)

"""Which posts a run trains on."""

from collections import Counter

from corpora.authored import author_of
from training.config import CorpusSource, Sample
from training.mixing import corpus_golds

OWN = CorpusSource("firsthand")


def test_the_parts_share_out_all_posts(tmp_path):
    whole = Counter(gold.id for gold in corpus_golds(OWN, tmp_path))
    parts = [corpus_golds(OWN, tmp_path, Sample(3, (part,))) for part in range(3)]
    assert sum((Counter(gold.id for gold in part) for part in parts), Counter()) == whole
    assert all(len(part) > len(whole) / 5 for part in parts)


def test_an_author_is_in_one_part(tmp_path):
    authors = [{author_of(gold.post) for gold in corpus_golds(OWN, tmp_path, Sample(2, (part,)))} for part in (0, 1)]
    assert not authors[0] & authors[1]

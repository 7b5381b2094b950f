import re

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from corpora.markup import parse_post  # noqa: E402
from nlp.models.evidence import KINDS, URGENT, EvidenceHead  # noqa: E402
from nlp.models.network import EvidenceHead as TorchHead  # noqa: E402
from training import evidence_scores  # noqa: E402
from training.evidence import evidence_loss, evidence_targets, quotes  # noqa: E402
from training.examples import as_gold  # noqa: E402

POST = parse_post(
    """# x-1 | forum | woman
<DRUG id=d1>Zoloft</DRUG> did nothing. I wanted to die, <ADE id=e1 by=d1>rash</ADE>, admitted overnight. Did nothing!
@event e1 serious=hospitalisation:"admitted overnight"
@special lack_of_efficacy:"did nothing"
@urgent "wanted to die\""""
)
WORDS = [match.span() for match in re.finditer(r"\w+|[^\w\s]", POST.text)]


def words_of(wanted, kind):
    return [POST.text[slice(*WORDS[index])] for index in np.flatnonzero(wanted[:, KINDS.index(kind)])]


def test_quotes_are_those_of_events_situations_and_urgency():
    assert set(quotes(POST)) == {
        ("hospitalisation", "admitted overnight"),
        ("lack_of_efficacy", "did nothing"),
        (URGENT, "wanted to die"),
    }


def test_the_quoted_words_are_the_targets():
    wanted = evidence_targets(POST, WORDS)
    assert wanted.shape == (len(WORDS), len(KINDS))
    assert words_of(wanted, "hospitalisation") == ["admitted", "overnight"]
    assert words_of(wanted, "lack_of_efficacy") == ["did", "nothing"]  # letter for letter
    assert words_of(wanted, URGENT) == ["wanted", "to", "die"]
    assert wanted.any(axis=0).sum() == 3


def test_texts_without_annotation_add_nothing_to_the_loss():
    torch.manual_seed(1)
    head = TorchHead(4).eval()
    states = torch.randn(len(WORDS), 4)
    wanted = evidence_targets(POST, WORDS)
    alone = evidence_loss([wanted], [states], head)
    beside = evidence_loss([None, wanted], [torch.randn(3, 4), states], head)
    assert alone > 0
    assert torch.isclose(alone, beside)
    assert evidence_loss([None], [states], head) == 0


def test_the_loss_falls_while_a_head_learns():
    torch.manual_seed(1)
    head = TorchHead(16, dropout=0.0)
    states = torch.randn(len(WORDS), 16)
    wanted = evidence_targets(POST, WORDS)
    optimiser = torch.optim.Adam(head.parameters(), lr=0.02)
    losses = []
    for _ in range(60):
        loss = evidence_loss([wanted], [states], head)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < 0.2 * losses[0]
    told = (head(states) > 0).numpy()
    assert (told == wanted).all()


def rows(seed=0, posts=400):
    """Logits that are twice too far from zero, of kinds that are told by chance."""
    rng = np.random.default_rng(seed)
    true = rng.normal(-2, 1.5, size=(posts, len(KINDS)))
    wanted = rng.random(true.shape) < 1 / (1 + np.exp(-true))
    wanted[:, KINDS.index("abuse")] = False
    wanted[3:, KINDS.index("misuse")] = False
    wanted[:3, KINDS.index("misuse")] = True
    return evidence_scores.Asked(wanted, (2 * true).astype(np.float32))


def test_scores_are_calibrated_over_all_kinds():
    asked = rows()
    card = evidence_scores.fit(asked)
    scores = 1 / (1 + np.exp(-(card["scale"] * asked.logits + card["shift"])))
    assert card["scale"] == pytest.approx(0.5, abs=0.1)
    assert scores.mean() == pytest.approx(asked.wanted.mean(), abs=0.01)


def test_a_rare_kind_shares_a_threshold_and_one_never_told_has_none():
    asked = rows()
    card = evidence_scores.fit(asked)
    assert set(KINDS) - set(card["thresholds"]) == {"abuse"}
    scores = 1 / (1 + np.exp(-(card["scale"] * asked.logits + card["shift"])))
    assert card["thresholds"]["misuse"] == pytest.approx(
        evidence_scores.best_threshold(asked.wanted, scores), abs=0.021
    )
    assert 0 < evidence_scores.summary(asked, card)["evidence_f1"] < 1


def test_every_annotated_post_with_words_is_asked():
    head = EvidenceHead({name: value.detach().numpy() for name, value in TorchHead(4).state_dict().items()})
    states = np.zeros((len(WORDS), 4), dtype=np.float32)
    asked = evidence_scores.ask([as_gold(POST, "firsthand")], lambda text: (WORDS, states), head)
    assert asked.logits.shape == asked.wanted.shape == (1, len(KINDS))
    assert set(np.array(KINDS)[asked.wanted[0]]) == {"hospitalisation", "lack_of_efficacy", URGENT}

"""Names that say what a mention says in other words, in any order: "ankles swelled up" is "swollen ankles".

Mention and name become sets of lexemes (`nlp.extract.lexemes`). A name fits when the mention says all of it; how much
of the mention it leaves unsaid gives its score. A part of the body that no name bears gives way to the one it belongs
to ("calf" to "leg").
"""

from __future__ import annotations

from functools import cache
from itertools import combinations, product

from nlp.extract.choice import OURS, WEAK_KINDS, WHOLE_ONLY, fitting
from nlp.extract.lexemes import MORE, NEAR, PARTICLES, POLAR, QUALITIES, SITES, lexemes
from nlp.extract.similar import FUNCTION_WORDS
from nlp.models.knowledge_base import ALIAS_KINDS, Alias, KnowledgeBase

GROUP = "events"
LONGEST_NAME = 6  # words
LEXEMES_AT_MOST = 7  # of a mention; in a longer one a name is not what is told
SITE_WEIGHT, DEGREE_WEIGHT = 0.5, 0.3

Bag = frozenset[str]
MALFORMED = "absent"  # of a part of the body: that a hand drops things is not that it is missing
EMPTY = POLAR | PARTICLES | {MORE, "problem"}  # lexemes that alone name nothing


class BagIndex:
    """The names of complaints and conditions by their lexemes; built on first use."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.names: dict[Bag, list[str]] = {}
        for name in kb.indexed(GROUP):
            if name.count(" ") < LONGEST_NAME:
                bag = frozenset(lexemes(name))
                if bag - EMPTY and MALFORMED not in name.split(" "):
                    self.names.setdefault(bag, []).append(name)

    def best(self, mention: str, label: str, k: int = 1) -> list[tuple[str, list[Alias], float]]:
        """At most `k` (name, its concepts that fit the label, score 0 to 1) for a normalised mention, best first."""
        said = lexemes(mention)
        if not said or len(said) > LEXEMES_AT_MOST:
            return []
        whole = sum(map(weight, said))
        near: dict[str, tuple[tuple[str, float], ...]] = (
            {} if label == "CONDITION" else NEAR
        )  # diseases are named exactly
        polar = [each for each in said if each in POLAR]
        found: list[tuple[float, int, Bag]] = []
        seen: set[Bag] = set()
        for size in range(len(said), 0, -1):
            for chosen in combinations(range(len(said)), size):
                words = [said[place] for place in chosen]
                left = [weight(each) for each in said if each not in words]
                if any(each not in words for each in polar) or (polar and 1.0 in left):
                    continue
                for meant in product(*(((word, 1.0), *near.get(word, ())) for word in words)):
                    bag = frozenset(each for each, _ in meant)
                    if bag not in seen and bag in self.names:
                        seen.add(bag)
                        kept = sum(weight(word) * part for word, (_, part) in zip(words, meant, strict=True))
                        found.append((-kept / whole, chosen[0], bag))
        chosen_names = []
        for score, _, bag in sorted(found, key=lambda each: (each[0], each[1], sorted(each[2]))):
            if named := self._named(bag, label, mention):
                chosen_names.append((*named, -score))
                if len(chosen_names) == k:
                    break
        return chosen_names

    def _named(self, bag: Bag, label: str, mention: str) -> tuple[str, list[Alias]] | None:
        """The best of the names with these lexemes: the one with most of the mention's words, then its kind decides.

        A name of one lexeme must not say more by its other words: "always hot" is not "hot".
        """
        usable = []
        said = set(mention.split(" "))
        for name in self.names[bag]:
            words = set(name.split(" "))
            if len(bag) == 1 and len(words) > 1 and not words - FUNCTION_WORDS <= said:
                continue
            aliases = fitting(self.kb.aliases(name), label)
            if aliases and aliases[0].kind not in WEAK_KINDS and aliases[0].kind not in WHOLE_ONLY:
                unlike = 1 - len(words & said) / len(words | said)
                usable.append((aliases[0].kind not in OURS, unlike, ALIAS_KINDS.index(aliases[0].kind), name, aliases))
        if not usable:
            return None
        *_, name, aliases = min(usable, key=lambda each: each[:4])
        return name, aliases


def weight(lexeme: str) -> float:
    """How much of a mention a lexeme is."""
    if lexeme in SITES:
        return SITE_WEIGHT
    slight = lexeme == MORE or lexeme in PARTICLES or lexeme in QUALITIES
    return DEGREE_WEIGHT if slight else 1.0


@cache
def bag_index(kb: KnowledgeBase) -> BagIndex:
    """The index of a knowledge base, one for each process."""
    return BagIndex(kb)

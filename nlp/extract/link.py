"""Links entities to concepts of the vocabularies, with the reason for each link, or to nothing.

requires: doc._.entities, doc._.abbreviations    assigns: doc._.entities (with links)

Steps, of which the first that finds something wins: what the sentence makes of an ambiguous word; the words as they
stand; the parts of a list, if all of them are names; the words without intensity, persistence and dose form; turned
into the word order of vocabularies; the long form of an abbreviation; for drugs, the nearest spelling; names that
say the same in other words; conditions without "disease" or "syndrome"; names of similar characters; with a mention
encoder, names of like meaning. Below the threshold there is no link. Vocabularies that the user has imported give
further links.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import Protocol

from spacy.language import Language
from spacy.tokens import Doc

from nlp.datamodel import Entity, Link
from nlp.extract.bags import bag_index
from nlp.extract.choice import SYSTEMS, WEAK_KINDS, WHOLE_ONLY, fitting, named_links, suits
from nlp.extract.composite import parts, readings
from nlp.extract.context import in_context
from nlp.extract.licensed import further_links
from nlp.extract.sayings import heads, sayings
from nlp.extract.similar import of_one_polarity, tells_the_same
from nlp.extract.wording import LONGEST_MENTION, drug_wordings, event_core, event_wordings
from nlp.models import knowledge_base, licensed, meaning
from nlp.models.candidates import Candidate, CandidateSearch
from nlp.models.knowledge_base import Alias, KnowledgeBase, normalise
from nlp.models.licensed import LicensedVocabulary
from nlp.models.meaning import MeaningSearch
from nlp.models.spelling import nearest_drug

CACHED_MENTIONS = 1 << 16
SHORTEST_MISSPELLED = 5

WORDING_PENALTY = 0.04
PART_PENALTY = 0.02
SHORTENED_PENALTY = 0.1
TOLD_PENALTY = 0.1
HEAD_PENALTY = 0.15
EDIT_PENALTY = 0.08

# Cosines from which a name of similar characters is taken. Of these links, drawn by chance and judged by one reader,
# 112 of 117 were right on our training posts and 46 of 49 on our development posts.
NGRAM_THRESHOLDS = {"DRUG": 0.75, "CONDITION": 0.71, "ADE": 0.7, "WITHDRAWAL": 0.7, "SYMPTOM": 0.7}
WORDINGS_COMPARED = 2
# How much of a mention a name must say. A condition is not told without its site: an abscess of a tooth is another.
RETOLD_THRESHOLDS = {"CONDITION": 0.9, "ADE": 0.66, "WITHDRAWAL": 0.66, "SYMPTOM": 0.66}
WHOLLY = 0.95  # from which on a name that says the mention in other words comes before phrases that only tell it
RETOLD_WEIGHT = 2.0
RANK_DAMPING = 10  # the paper's 60 is for lists of a thousand


CONDITION_WORDS = ("disease", "syndrome", "disorder", "infection", "deficiency")  # that patients leave out


class Search(Protocol):
    """Concepts of some systems with names like a mention, best first."""

    def __call__(self, mention: str, systems: tuple[str, ...], k: int = 10) -> tuple[Candidate, ...]: ...


class LinkEntities:
    """spaCy component that gives links to the entities of a Doc; a mention is linked once and kept."""

    def __init__(
        self,
        kb: KnowledgeBase,
        vocabularies: tuple[LicensedVocabulary, ...] = (),
        by_meaning: MeaningSearch | None = None,
    ) -> None:
        self.kb = kb
        self.vocabularies = vocabularies
        self.by_meaning = by_meaning
        self.search = CandidateSearch(kb)
        self.links = lru_cache(maxsize=CACHED_MENTIONS)(self._links)

    def __call__(self, doc: Doc) -> Doc:
        found = doc._.abbreviations if Doc.has_extension("abbreviations") else ()
        long_forms = {span.text: str(span._.long_form) for span in found or ()}
        text = doc.text  # put together from the tokens at every access
        doc._.entities = tuple(self.link(entity, long_forms, text) for entity in doc._.entities)
        return doc

    def link(self, entity: Entity, long_forms: dict[str, str], text: str = "") -> Entity:
        """The entity with its links; those that the lexicon gave stay where the words of the entity give none.

        `text` is that of the post, for words whose meaning the sentence decides.
        """
        if entity.label not in SYSTEMS:
            return entity
        long_form = long_forms.get(entity.text)
        said = in_context(entity.text, entity.label, text, entity.start, entity.spans[-1][1])
        links = self.links(said, entity.label, long_form)
        if said != entity.text:
            links = tuple(replace(link, reason=f"here '{said}': {link.reason}") for link in links)
        return replace(entity, links=links or entity.links)

    def ranked(self, text: str, label: str, k: int) -> list[list[tuple[str, str]]]:
        """At most `k` meanings of a mention, best first, each as the (system, code) pairs that share its name: its
        links, then the concepts with names most like it, however unlike, by the ranks that the searches give them
        (reciprocal rank fusion; Cormack, Clarke and Büttcher, SIGIR 2009).
        """
        found: dict[str, list[tuple[str, str]]] = {}
        for link in self.links(text, label, None):
            found.setdefault(normalise(link.name), []).append((link.system, link.code))
        searches: list[tuple[Search, str]] = [(self.search, each) for each in wordings(text, label)[:WORDINGS_COMPARED]]
        if self.by_meaning and label != "DRUG":
            searches.append((self.by_meaning, event_core(text)))
        merits: dict[str, float] = {}
        near: dict[str, list[tuple[str, str]]] = {}
        for search, wording in searches:
            fit = [each.concept for each in search(wording, SYSTEMS[label]) if suits(each.concept.kind, label)]
            for place, concept in enumerate(fit):
                name = normalise(concept.name)
                merits[name] = merits.get(name, 0.0) + 1 / (RANK_DAMPING + place)
                near.setdefault(name, []).append((concept.system, concept.code))
        for place, (_, aliases, score) in enumerate(self.retold(text, label, k)):
            for alias in aliases[:1]:
                name = normalise(alias.concept.name)
                merits[name] = merits.get(name, 0.0) + RETOLD_WEIGHT * score / (RANK_DAMPING + place)
                near.setdefault(name, []).append((alias.concept.system, alias.concept.code))
        for name in sorted(near, key=lambda each: -merits[each]):
            found.setdefault(name, []).extend(near[name])
        return list(found.values())[:k]

    def _links(self, text: str, label: str, long_form: str | None) -> tuple[Link, ...]:
        if self.kb.is_blocked(normalise(text)):
            return ()
        links = self._open_links(text, label, long_form)
        return links + further_links(self.vocabularies, self.kb, wordings(text, label), label, links)

    def _open_links(self, text: str, label: str, long_form: str | None) -> tuple[Link, ...]:
        return (
            self._whole(text, label)
            or self._parts(text, label)
            or self._named(text, label, "")
            or self._named(long_form or "", label, f", long form of '{text}'")
            or (self._misspelled(text) if label == "DRUG" else ())
            or self._retold(text, label, WHOLLY)
            or self._told(text, label)
            or self._retold(text, label, RETOLD_THRESHOLDS.get(label, 1.0))
            or self._shortened(text, label)
            or self._similar(text, label)
            or self._headed(text, label)
            or self._meant(text, label)
        )

    def _whole(self, text: str, label: str) -> tuple[Link, ...]:
        """Links of a name that is the mention as it stands and says just this."""
        wording = normalise(text)
        aliases = fitting(self.kb.aliases(wording), label)
        return named_links(wording, aliases, 0.0, "") if aliases and aliases[0].kind not in WEAK_KINDS else ()

    def _parts(self, text: str, label: str) -> tuple[Link, ...]:
        """The first link of each part of a list, each concept once; none unless every part has one.

        A list that comes to one concept ("rash on my neck and chest") gets the links of the whole, if they begin so.
        """
        listed = parts(text)
        links: dict[tuple[str, str], Link] = {}
        for place, part in enumerate(listed):
            first = next((each for reading in readings(listed, place) for each in self._part(reading, label)[:1]), None)
            if first is None:
                return ()
            reason = f"part '{normalise(part)}': {first.reason}"
            link = replace(first, score=round(first.score - PART_PENALTY, 4), reason=reason)
            links.setdefault((link.system, link.code), link)
        whole = (
            self._named(text, label, "") or self._retold(text, label, RETOLD_THRESHOLDS.get(label, 1.0))
            if len(links) == 1
            else ()
        )
        return whole if whole and (whole[0].system, whole[0].code) in links else tuple(links.values())

    def _part(self, text: str, label: str) -> tuple[Link, ...]:
        if self.kb.is_blocked(normalise(text)):
            return ()
        links = self._named(text, label, "", whole=False)
        return links or (self._misspelled(text) if label == "DRUG" and " " not in text.strip() else ())

    def _named(self, text: str, label: str, note: str, whole: bool = True) -> tuple[Link, ...]:
        """Links of the first wording that is a name; a word of several meanings counts only as the whole mention."""
        for steps, wording in enumerate(wordings(text, label)):
            aliases = fitting(self.kb.aliases(wording), label)
            if aliases and ((whole and steps == 0) or aliases[0].kind not in WHOLE_ONLY):
                return named_links(wording, aliases, steps * WORDING_PENALTY, note)
        return ()

    def _misspelled(self, text: str) -> tuple[Link, ...]:
        """Links of the drug whose name is nearest to the longest word of the mention."""
        word = max(normalise(text).split(" "), key=len)
        nearest = (
            nearest_drug(self.kb, word) if len(word) >= SHORTEST_MISSPELLED and word not in self.kb.words else None
        )
        if nearest is None:
            return ()
        name, edits = nearest
        reason = f"spelled like '{name}', {edits} edit{'s' * (edits > 1)}" if edits else f"holds the name '{name}'"
        links = named_links(name, fitting(self.kb.aliases(name), "DRUG"), EDIT_PENALTY * max(edits, 1), "")
        return tuple(replace(link, reason=reason) for link in links)

    def _retold(self, text: str, label: str, least: float) -> tuple[Link, ...]:
        """The link of the name that says most of the mention in other words, if that is at least so much of it."""
        for name, aliases, score in self.retold(text, label, 1):
            if score >= least:
                link = named_links(name, aliases[:1], 0.0, "")[0]
                reason = f"says {score:.2f} of it: '{name}'"
                return (replace(link, score=round(link.score * score, 4), reason=reason),)
        return ()

    def _told(self, text: str, label: str) -> tuple[Link, ...]:
        """Links of what a measured value or a phrase of the mention says."""
        for says in sayings(text) if label != "DRUG" else ():
            if aliases := fitting(self.kb.aliases(normalise(says)), label):
                return named_links(normalise(says), aliases, TOLD_PENALTY, f", told by '{text}'")
        return ()

    def _headed(self, text: str, label: str) -> tuple[Link, ...]:
        """Links of the longest beginning of a complaint that is a name, what follows telling where, when or how."""
        for head in heads(text) if label != "DRUG" else ():
            aliases = fitting(self.kb.aliases(head), label)
            if aliases and aliases[0].kind not in WEAK_KINDS and aliases[0].kind not in WHOLE_ONLY:
                return named_links(head, aliases, HEAD_PENALTY, f", the head of '{text}'")
        return ()

    def _shortened(self, text: str, label: str) -> tuple[Link, ...]:
        """Links of a condition that is called by its first words alone: "Duchenne", "Wilson's"."""
        for word in CONDITION_WORDS if label == "CONDITION" else ():
            name = f"{event_core(text)} {word}"
            aliases = fitting(self.kb.aliases(name), label)
            if aliases and aliases[0].kind not in WEAK_KINDS:
                return named_links(name, aliases, SHORTENED_PENALTY, f", without '{word}'")
        return ()

    def retold(self, text: str, label: str, k: int) -> list[tuple[str, list[Alias], float]]:
        """Names that say a complaint or condition in other words, with their concepts and scores, best first."""
        return [] if label == "DRUG" else bag_index(self.kb).best(normalise(text), label, k)

    def _similar(self, text: str, label: str) -> tuple[Link, ...]:
        """The link of the name most like the mention, if it is like enough and adds nothing to it."""
        if label == "DRUG" and normalise(text) in self.kb.words:  # a word of the language that is nearly a drug's name
            return ()
        for wording in wordings(text, label)[:WORDINGS_COMPARED]:
            for each in self.search(wording, SYSTEMS[label]):
                if each.score < NGRAM_THRESHOLDS[label]:
                    break
                aliases = fitting(self.kb.aliases(each.alias), label)
                if aliases and tells_the_same(wording, each.alias):
                    link = named_links(each.alias, aliases[:1], 0.0, "")[0]
                    reason = f"char n-grams {each.score:.2f} to '{each.alias}'"
                    return (replace(link, score=round(link.score * each.score, 4), reason=reason),)
        return ()

    def _meant(self, text: str, label: str) -> tuple[Link, ...]:
        """The link of the most probable name by meaning, if it is probable enough."""
        if self.by_meaning is None or label == "DRUG" or text.count(" ") >= LONGEST_MENTION:
            return ()
        threshold = self.by_meaning.fusion.threshold
        for each in self.by_meaning(event_core(text), SYSTEMS[label]):
            if each.score < threshold:
                break
            aliases = fitting(self.kb.aliases(each.alias), label)
            if aliases and of_one_polarity(normalise(text), each.alias):
                link = named_links(each.alias, aliases[:1], 0.0, "")[0]
                return (replace(link, score=each.score, reason=f"meaning {each.score:.2f} to '{each.alias}'"),)
        return ()


def wordings(text: str, label: str) -> list[str]:
    """The wordings of a mention under which it is looked up, its own first."""
    return list(drug_wordings(text) if label == "DRUG" else event_wordings(text))


@cache
def shared(kb: KnowledgeBase) -> LinkEntities:
    """One component for a knowledge base and process, so that its cache serves the lexicon too."""
    return LinkEntities(kb, licensed.imported(), meaning.load(kb))


@Language.factory("firsthand_link", requires=["doc._.entities"], assigns=["doc._.entities"])
def create(nlp: Language, name: str) -> LinkEntities:
    """The component on the shipped vocabulary, the user's own tables and what the user has imported."""
    return shared(knowledge_base.load())

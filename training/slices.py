"""Parts of a scored corpus: posts by community, length and area, mentions by what is known of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpora import links
from corpora.markup import AnnotatedPost
from corpora.markup import Mention as GoldMention
from nlp.errors import VocabularyError
from nlp.extract.link import shared
from nlp.models import knowledge_base
from nlp.models.knowledge_base import Concept, normalise
from training.drug_classes import class_of

LENGTHS = ((25, "up to 24 words"), (75, "25 to 74 words"), (150, "75 to 149 words"))
LONGEST = "150 words and more"
UNKNOWN = "(not linked)"
NO_CLASS = "(other drugs)"

PostKey = Callable[[AnnotatedPost], str | None]
MentionKey = Callable[[AnnotatedPost, GoldMention], str | None]


def length_band(post: AnnotatedPost) -> str:
    """The band that the number of the post's words falls into."""
    words = len(post.text.split())
    return next((name for limit, name in LENGTHS if words < limit), LONGEST)


def post_slices(training: Sequence[AnnotatedPost]) -> dict[str, PostKey]:
    """The ways in which posts are parted; a post for which a key gives None is in no part."""
    trained = {post.community for post in training}

    def familiar(post: AnnotatedPost) -> str | None:
        if not post.community:
            return None
        return "in train" if post.community in trained else "not in train"

    return {
        "length": length_band,
        "community in train": familiar,
        "area": lambda post: post.meta.get("area"),
        "community": lambda post: post.community or None,
    }


def mention_slices(training: Sequence[AnnotatedPost]) -> dict[str, MentionKey]:
    """The ways in which gold mentions are parted; a mention for which a key gives None is in no part."""
    known = {(each.label, normalise(links.words_of(each, post.text))) for post in training for each in post.entities}

    def seen(post: AnnotatedPost, mention: GoldMention) -> str:
        words = normalise(links.words_of(mention, post.text))
        return "seen in train" if (mention.label, words) in known else "unseen"

    return {
        "words": seen,
        "drug class": drug_class,
        "kind of drug": drug_kind,
        "rare condition": rare_condition,
        "serious event": serious_event,
    }


def drug_class(post: AnnotatedPost, mention: GoldMention) -> str | None:
    """The therapeutic class of a drug mention: itself a class in the vocabulary, or by the stem of its concept's
    name.
    """
    if mention.label != "DRUG":
        return None
    found = concepts(post, mention)
    classes = (each.name if each.kind == "class" else class_of(each.name) for each in found)
    return next(filter(None, classes), NO_CLASS if found else UNKNOWN)


def drug_kind(post: AnnotatedPost, mention: GoldMention) -> str | None:
    """What the vocabulary calls the thing that a drug mention means: drug, product, class, vaccine or supplement."""
    if mention.label != "DRUG":
        return None
    found = concepts(post, mention)
    return found[0].kind if found else UNKNOWN


def rare_condition(post: AnnotatedPost, mention: GoldMention) -> str | None:
    """`rare` for a condition whose concept in Mondo is one of Orphanet's too."""
    if mention.label != "CONDITION":
        return None
    kb = knowledge_base.load()
    rare = any(
        system == "ORPHANET"
        for each in concepts(post, mention)
        if each.system == "MONDO"
        for system, _ in kb.xrefs(each)
    )
    return "rare" if rare else "other conditions"


def serious_event(post: AnnotatedPost, mention: GoldMention) -> str | None:
    """`serious` for a mention of an event that the post's footer calls serious (ICH E2A)."""
    serious = {row.get("id") for row in post.case.get("event", ()) if row.get("serious")}
    return "serious" if mention.key is not None and mention.key in serious else None


def concepts(post: AnnotatedPost, mention: GoldMention) -> tuple[Concept, ...]:
    """What a mention means: its gold link where one was decided, else what the linker says of its words alone."""
    kb = knowledge_base.load()
    words = links.words_of(mention, post.text)
    gold = links.link_of(mention.label, words)
    if gold is None:
        linked = shared(kb).links(words, mention.label, None)
        return tuple(filter(None, (concept_of(each.system, each.code) for each in linked)))
    codes = (code for part in gold.code.split("+") for code in part.split("|") if code != links.NIL)
    return tuple(filter(None, (concept_of(gold.system, code) for code in codes)))


def concept_of(system: str, code: str) -> Concept | None:
    """The concept of a code; None when the vocabulary that ships does not have it."""
    prefix, colon, _ = code.partition(":")  # codes of UNII and RxNorm have none
    try:
        return knowledge_base.load().concept(prefix if colon else system, code)
    except VocabularyError:
        return None

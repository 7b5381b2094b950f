"""Names of private people, found by the cues around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from nlp.privacy.cues import CUES, DETERMINER_BEFORE, GIVING_BEFORE, NAME_ENDS, Belief, Cue
from nlp.privacy.spans import Identifier
from nlp.privacy.words import CAPITALISED, CAPITALISED_WORD, ILLNESS_FOLLOWS, UPPER, WORD, bare, word_list

INITIALS = re.compile(rf"(?:[{UPPER}]\.[ ]?){{1,2}}(?={CAPITALISED})")
NEXT_WORD = re.compile(rf"[ \u00a0](?:[{UPPER}]\.?[ ])?(?P<word>{CAPITALISED})")
LOWER_WORD = re.compile(r"[a-z][a-zé-]{1,14}(?![\w'’])")
MAX_WORDS = 3
KIN_REACH = 60  # code points before a kinship word: room for "gave my three year old"
SHORTEST_REPEAT = 3
SHORTEST_IN_CAPITALS = 4  # shorter ones are abbreviations: "Dr. GP"
WRITTEN_IN_CAPITALS = frozenset(("dr", "mr", "mrs", "prof"))  # titles behind which "OKAFOR" is no abbreviation


def find_people(text: str, protected: Callable[[str], bool]) -> Iterator[Identifier]:
    """PERSON spans: names without the title or kinship word before them, and the same names wherever they return."""
    names: set[str] = set()
    some_known = any(map(is_known, CAPITALISED_WORD.findall(text)))
    for cue in CUES:
        if cue.belief == "known" and not some_known:
            continue
        for match in cue.pattern.finditer(text):
            if span := name_at(text, match, cue, protected):
                names.update(WORD.findall(text, *span))
                yield Identifier(*span, "PERSON", cue.reason)
    yield from find_repeats(text, names, "PERSON", protected)


def name_at(text: str, match: re.Match[str], cue: Cue, protected: Callable[[str], bool]) -> tuple[int, int] | None:
    """The span of the name that begins where the cue ends, or None."""
    start, cue_start = match.end(), match.start()
    if cue.before:
        window = max(0, start - cue.reach)
        found = cue.before.search(text[window:start])
        if found is None:
            return None
        cue_start = window + found.start()
    initials = INITIALS.match(text, start)
    if first := CAPITALISED_WORD.match(text, initials.end() if initials else start):
        if not is_believed(first, text[cue_start:start], cue.belief, protected):
            return None
        end = last_name_end(text, first, protected)
        if cue.reason == "full name" and (end == first.end() or bare(first.group()) in word_list("regions")):
            return None
    elif cue.belief in ("any", "lower") and (lower := LOWER_WORD.match(text, start)) and is_known(lower.group()):
        end = lower.end()
    else:
        return None
    if ILLNESS_FOLLOWS.match(text, end) or (cue.then and not cue.then.match(text, end)):
        return None
    return start, end


def last_name_end(text: str, first: re.Match[str], protected: Callable[[str], bool]) -> int:
    """Where the name that begins with the word `first` ends."""
    end = first.end()
    for _ in range(MAX_WORDS - 1):
        following = NEXT_WORD.match(text, end)
        if following is None or ILLNESS_FOLLOWS.match(text, following.end()):
            break
        word = following["word"]
        lower = bare(word)
        if lower in word_list("not_people") or (protected(lower) and not is_listed(word)):
            break
        if word.isupper() and not first.group().isupper():
            break
        end = following.end()
    return end


def is_believed(first: re.Match[str], cue_words: str, belief: Belief, protected: Callable[[str], bool]) -> bool:
    """Whether the capitalised word behind a cue is a name."""
    word, text = first.group(), first.string
    lower = bare(word)
    if lower in word_list("not_people"):
        return False
    guarded = protected(lower)
    if is_known(word) and not guarded:
        return True
    if belief == "known" or (guarded and not is_listed(word)):
        return False
    if belief == "any":
        in_capitals = len(word) >= SHORTEST_IN_CAPITALS and cue_words.rstrip(". ").lower() in WRITTEN_IN_CAPITALS
        return is_listed(word) or not word.isupper() or in_capitals
    if word.isupper() or lower in word_list("eponyms") or not NAME_ENDS.match(text, first.end()):
        return False
    cue_start = first.start() - len(cue_words)
    before = text[max(0, cue_start - KIN_REACH) : cue_start]
    owned = DETERMINER_BEFORE.search(before)
    return owned is not None and not GIVING_BEFORE.search(before[: owned.start()])


def is_known(word: str) -> bool:
    """Whether the word is one of our given names that mean nothing else."""
    return word.lower() in word_list("given_names")


def is_listed(word: str) -> bool:
    """Whether the word is one of our names at all, those that mean something else as well included."""
    return is_known(word) or word.lower() in word_list("ambiguous_names")


def find_repeats(
    text: str, names: set[str], kind: Literal["PERSON", "LOCATION"], protected: Callable[[str], bool]
) -> Iterator[Identifier]:
    """Further occurrences, letter for letter, of names that a cue gave away.

    Left out are words that mean something else as well: ordinary words, drugs, eponyms, and words that the same post
    also writes in lower case ("White", "white").
    """
    if not names:
        return
    ordinary = ("ambiguous_names", "eponyms", "not_people", "not_places", "regions")
    words = list(WORD.finditer(text))
    seen = {word.group() for word in words}
    telling = {
        name
        for name in names
        if len(name) >= SHORTEST_REPEAT
        and not protected(bare(name))
        and not any(bare(name) in word_list(each) for each in ordinary)
        and (name.islower() or name.lower() not in seen)
    }
    for word in words:
        if word.group() in telling and not ILLNESS_FOLLOWS.match(text, word.end()):
            yield Identifier(*word.span(), kind, "repeat")

"""What a complaint tells beyond the names in it: by measured values ("bp 148/95"), by phrases whatever fills their gaps
("couldn't remember (her own name)", "fell asleep (at my desk)"), or by its beginning ("headache (when I bend over)").

Asked only where the mention's own words are no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.extract.measured import measured
from nlp.extract.saying_cues import SAYING_CUES
from nlp.extract.wording import LONGEST_MENTION, contracted, strip
from nlp.models.knowledge_base import normalise

SAYINGS = tuple((re.compile(pattern), says) for pattern, says in SAYING_CUES)
# Words from which on a mention only tells where, when, since when or how: what stands before them is the complaint.
_BESIDES = (
    "in on of at to down up around about over under behind across along near between inside through from for with "
    "without when whenever while during after before until till since every once twice each per that which who "
    "where because cause due so as like than especially esp mostly mainly radiating going moving spreading spread "
    "lasting lasted reaching reading right all always constantly again now by if even then though but is are was "
    "were wa has have had got gets getting keeps kept still started starts comes came wont wouldnt doesnt didnt "
    "isnt left side the outbreak episode issue level"
)
BESIDES = re.compile(rf" (?:{'|'.join(_BESIDES.split())}) ")
SO_THAT = re.compile(r"^(?:so|too) (.+?) (?:that )?(?:i|he|she|we|it|they|my|to|you) .+$")
SHORTEST_HEAD = 3  # characters


def sayings(text: str) -> Iterator[str]:
    """What a complaint's measured values or phrases say, as words that the vocabulary knows."""
    mention = contracted(normalise(text))
    yield from measured(text)
    if mention.count(" ") < LONGEST_MENTION:
        yield from (says for pattern, says in SAYINGS if pattern.search(mention))


def heads(text: str) -> Iterator[str]:
    """The beginnings of a complaint that may name it, longest first: what follows tells where, when or how."""
    whole = contracted(normalise(text))
    mention = strip(whole)
    if consequence := SO_THAT.match(whole):
        yield strip(consequence[1])
    ends = [match.start() for match in re.finditer(rf"(?={BESIDES.pattern})", f"{mention} ")]
    for end in reversed(ends):
        head = strip(mention[:end])
        if len(head) >= SHORTEST_HEAD:
            yield head

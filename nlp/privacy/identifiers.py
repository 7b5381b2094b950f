"""Find words that may tell who an author, or somebody the author writes of, is.

`find_identifiers` knows what has a shape or stands beside a declared cue. It prefers precision: a masked drug name
costs a safety signal, and a second reader, the transformer's PERSON and LOCATION tags, is joined in by
`merge_identifiers`. What follows from that choice:

- A name needs a cue: a title ("Dr. Okafor"), kinship or profession ("my son Teo"), "my name is", a greeting, a
  sign-off, a verb of speech, or a listed given name with a surname. A name that a cue gave away is masked wherever it
  returns. A given name alone, a name all in lower case that we do not list, and a name that is also a drug
  (`protected`) are left.
- The span of a person holds the name only: "Dr." and "my son" stay, they tell the reporter and the patient apart.
- Brands ("Dr. Scholl's"), eponyms ("Graves disease"), communities ("r/asthma"), lots and batches, countries and states
  stay.
- A town needs "live in", a state or a country beside it; a hospital, clinic or school its capitalised name.
- Seven digits are a telephone number only near a cue word; a ZIP needs its state; a record number its name.
"""

from __future__ import annotations

from collections.abc import Callable

from nlp.privacy.codes import find_codes
from nlp.privacy.contacts import find_contacts
from nlp.privacy.people import find_people
from nlp.privacy.places import find_places
from nlp.privacy.spans import Identifier, merge_identifiers

__all__ = ["Identifier", "find_identifiers", "merge_identifiers"]


def nothing_protected(word: str) -> bool:
    return False


def find_identifiers(text: str, protected: Callable[[str], bool] = nothing_protected) -> list[Identifier]:
    """Identifiers of the text in order, none overlapping; offsets are code points.

    `protected` says of a lower-cased word whether it names a drug or a disease: such a word is no person or place
    unless a title, "my name is" or a kinship word stands before it and it is a known given name too ("Dr. Heather").
    """
    return merge_identifiers(
        find_contacts(text), find_codes(text), find_people(text, protected), find_places(text, protected)
    )

"""What mentions are linked by on this machine: names and versions, told without loading any of it."""

from __future__ import annotations

from nlp.models import knowledge_base, licensed, meaning, user_terms
from nlp.models.vocabulary_files import read_manifest


def linked_by() -> dict[str, str]:
    """Name -> version@sha256 of every vocabulary (shipped, the user's tables, imported) and of the mention encoder.

    Records of runs with the same ones have the same links. Raises VocabularyError or ModelError for what is damaged.
    """
    versions = knowledge_base.provenance(read_manifest(knowledge_base.SHIPPED), user_terms.kept())
    versions |= {each.name: each.provenance for each in licensed.imported()}
    named = {f"the vocabulary {name}": version for name, version in versions.items()}
    encoder = meaning.installed()
    return named | ({"the mention encoder": encoder.fingerprint} if encoder else {})

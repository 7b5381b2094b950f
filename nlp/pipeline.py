"""The pipeline: posts in, records out. `load()` builds it, calling it reads one post, `pipe` reads many."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp.checks import check_carried, check_text
from nlp.config import PipelineConfig, RuntimeConfig, firsthand_version
from nlp.datamodel import Failure, Post, Provenance, Record
from nlp.errors import BadPostError
from nlp.extract import extensions
from nlp.extract.tokenise import make_tokenizer
from nlp.models import knowledge_base, licensed
from nlp.privacy.pseudonyms import Pseudonymiser, load_key
from nlp.record import make_record

COMPONENTS = (
    "firsthand_segment",
    "abbreviation_detector",
    "firsthand_language",
    "firsthand_recognise",
    "firsthand_lexicon",
    "firsthand_overlooked",
    "firsthand_merge",
    "firsthand_relabel",
    "firsthand_coordinate",
    "firsthand_quantify",
    "firsthand_assertion",
    "firsthand_link",
    "firsthand_relate",
    "firsthand_identify",
    "firsthand_assemble",
)


class Pipeline:
    """Reads posts into records. The record of a post depends on the post and `config` alone, not on what runs beside
    it.
    """

    def __init__(self, config: PipelineConfig, runtime: RuntimeConfig, pseudonyms: Pseudonymiser | None = None) -> None:
        self.config = config
        self.runtime = runtime
        self.pseudonyms = pseudonyms
        self.nlp = build(config, runtime)
        recognise: Any = self.nlp.get_pipe("firsthand_recognise")
        model = recognise.recogniser.folder  # resolved and hashed when the component was made
        self.provenance = Provenance(
            pipeline=f"firsthand {firsthand_version()}",
            config=config.sha256(),
            models={model.name: model.fingerprint} | mention_encoder(self.nlp),
            vocabularies=knowledge_base.load().provenance
            | {each.name: each.provenance for each in licensed.imported()},
        )

    def __call__(self, post: Post | str) -> Record:
        """The record of one post; a bare text gets the id `text`. Raises BadPostError for a text that cannot be
        read.
        """
        (result,) = self.pipe([Post("text", post) if isinstance(post, str) else post])
        if isinstance(result, Failure):
            raise BadPostError(result.reason, result.message)
        return result

    def pipe(self, posts: Iterable[Post]) -> Iterator[Record | Failure]:
        """A record or a failure for every post, in order. Runs `batch_posts` posts at a time through the components."""
        stream = iter(posts)
        while batch := list(islice(stream, self.runtime.batch_posts)):
            with self.nlp.memory_zone():  # strings of this batch leave the vocabulary again
                yield from self._batch(batch)

    def _batch(self, posts: list[Post]) -> list[Record | Failure]:
        results: list[Record | Failure | None] = [self._refuse(post) for post in posts]
        good = [index for index, result in enumerate(results) if result is None]
        try:
            for index, record in zip(good, self._records([posts[index] for index in good]), strict=True):
                results[index] = record
        except Exception as error:
            if len(good) > 1:  # find the one that fails; the others keep their records
                return [result for post in posts for result in self._batch([post])]
            results[good[0]] = failure_of(posts[good[0]], error)
        return [result for result in results if result is not None]

    def _records(self, posts: list[Post]) -> list[Record]:
        return [
            make_record(doc, self.provenance, self.pseudonyms, self.config.redact)
            for doc in self.nlp.pipe((self._doc(post) for post in posts), batch_size=len(posts) or 1)
        ]

    def _doc(self, post: Post) -> Doc:
        doc = self.nlp.make_doc(post.text)
        doc._.post = post
        return doc

    def _refuse(self, post: Post) -> Failure | None:
        try:
            check_text(post.text, "text", self.config.max_chars)
            check_carried(post.meta, post.source, post.posted_at)
        except BadPostError as error:
            return Failure(post.id, "read", error.reason, str(error))
        return None


def mention_encoder(nlp: Language) -> dict[str, str]:
    """Name and fingerprint of the mention encoder that linking uses, if there is one."""
    link: Any = nlp.get_pipe("firsthand_link")
    return {link.by_meaning.folder.name: link.by_meaning.folder.fingerprint} if link.by_meaning else {}


def failure_of(post: Post, error: Exception) -> Failure:
    """The failure for an exception, named by its class alone: its message may hold text of the post."""
    trace, step = error.__traceback__, "pipeline"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("nlp.extract."):
            step = module.rsplit(".", 1)[-1]
        trace = trace.tb_next
    return Failure(post.id, step, type(error).__name__, f"{type(error).__name__} while processing the post")


def build(config: PipelineConfig, runtime: RuntimeConfig) -> Language:
    """The spaCy pipeline with all components in the order of the flow."""
    import scispacy.abbreviation  # noqa: F401  (registers its factory)

    from nlp.extract import (  # noqa: F401  (register their factories)
        assemble,
        assertion,
        coordinate,
        identify,
        language,
        lexicon,
        link,
        merge,
        overlooked,
        quantify,
        recognise,
        relabel,
        relate,
        segment,
    )

    extensions.register()
    # scispaCy's detector warns at every post without a defined abbreviation, which is nearly every post
    warnings.filterwarnings("ignore", message=r"\[W036\]", category=UserWarning)
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    nlp.max_length = config.max_chars + 1
    settings: dict[str, dict[str, object]] = {
        "firsthand_recognise": {
            "model": config.model,
            "device": runtime.device,
            "threads": runtime.threads,
            "batch_tokens": runtime.batch_tokens,
        },
        "firsthand_relate": {"drug_field": config.drug_field},
        "firsthand_assemble": {"drug_field": config.drug_field},
    }
    for name in COMPONENTS:
        nlp.add_pipe(name, config=settings.get(name, {}))
    return nlp


def load(
    model: str = "default", *, device: str = "auto", threads: int | None = None, config: PipelineConfig | None = None
) -> Pipeline:
    """The pipeline with the shipped model, or another by name or folder.

    Raises ModelError for a model that is not there or damaged, MissingExtraError when `device` needs PyTorch and it
    is not installed.
    """
    return Pipeline(
        config or PipelineConfig(model=model), RuntimeConfig(device=device, threads=threads), Pseudonymiser(load_key())
    )

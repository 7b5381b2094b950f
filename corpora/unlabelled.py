"""Posts written for this project that nobody annotated: for a teacher to read and a student to learn from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from corpora.markup import blocks
from nlp.errors import UsageError

FOLDER = Path(__file__).parent / "unlabelled"
HEADER = re.compile(r"# (?P<id>\S+) \| (?P<community>[^|\n]+)(?: \| (?P<author>[^\n]+))?(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class UnlabelledPost:
    """A text without annotation; `community` is where it would stand, `author` who would write so, in a few words."""

    id: str
    community: str
    author: str
    text: str


def posts(folder: Path = FOLDER) -> list[UnlabelledPost]:
    """All posts, in the order of their files. Raises UsageError that names the file and the line of a header that is
    none, of an empty post, and of an id given twice.
    """
    found: dict[str, UnlabelledPost] = {}
    for path in sorted(folder.glob("*.txt")):
        for line, block in blocks(path.read_text(encoding="utf-8")):
            leading = len(block) - len(block.lstrip("\n"))
            where = f"{path.name}, line {line + leading}"
            post = parse(block.strip(), where)
            if post.id in found:
                raise UsageError(f"{where}: id '{post.id}' is given twice")
            found[post.id] = post
    return list(found.values())


def parse(part: str, where: str) -> UnlabelledPost:
    header = HEADER.match(part)
    if not header:
        raise UsageError(f"{where}: a post begins with '# id | community | author'")
    text = part[header.end() :].strip()
    if not text:
        raise UsageError(f"{where}: post '{header['id']}' has no text")
    return UnlabelledPost(header["id"], header["community"].strip(), (header["author"] or "").strip(), text)

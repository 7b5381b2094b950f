"""Posts written for this project that nobody annotated: for a teacher to read and a student to learn from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from nlp.errors import UsageError

FOLDER = Path(__file__).parent / "unlabelled"
SEPARATOR = re.compile(r"^---[ \t]*$", re.MULTILINE)
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
        whole = path.read_text(encoding="utf-8")
        start = 0
        for end in [*SEPARATOR.finditer(whole), None]:
            part = whole[start : end.start() if end else len(whole)]
            line = whole.count("\n", 0, start + len(part) - len(part.lstrip())) + 1
            start = end.end() if end else len(whole)
            if not part.strip():
                continue
            post = parse(part.strip(), f"{path.name}, line {line}")
            if post.id in found:
                raise UsageError(f"{path.name}, line {line}: id '{post.id}' is given twice")
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

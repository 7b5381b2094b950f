"""One stretch of text for each mention, for tags and heads that cannot mark a mention in several pieces."""

from __future__ import annotations

from collections.abc import Sequence

Piece = tuple[int, int]


def own_pieces(mentions: Sequence[Sequence[Piece]]) -> list[Piece]:
    """For each mention, given as its pieces, the longest piece that no other mention shares, else its longest.

    Of "site red and warm", marked as "site red" and "site … warm", the second mention is "warm": what it shares is
    told by the first.
    """
    return [max(unshared(index, mentions) or mentions[index], key=length) for index in range(len(mentions))]


def unshared(index: int, mentions: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The pieces of a discontinuous mention that lie on no other mention; none for a mention in one piece."""
    if len(mentions[index]) == 1:
        return []
    others = [piece for place, each in enumerate(mentions) if place != index for piece in each]
    return [(start, end) for start, end in mentions[index] if not any(a < end and start < b for a, b in others)]


def length(piece: Piece) -> int:
    return piece[1] - piece[0]

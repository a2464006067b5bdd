"""The blocks a page is built of."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import frozen

from cstrack.sources.span import Span


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    CLAUSE = "clause"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    CELL = "cell"


@final
@frozen(kw_only=True)
class Block:
    """One heading, numbered clause, bullet, table cell or paragraph.

    Attributes:
        kind: what it is.
        pieces: the stretches of text it is made of, in order, without its label or marker; more than one where a page
            break cuts it. Never empty.
        label: the clause label or bullet marker as printed (``5.3``, ``I.``, ``(1)``, ``-``); None where it has none.
        path: labels from the outermost clause to this one, without brackets and stops: ``("5", "5.3")``, ``("2", "a")``.
        level: depth: of a heading from 1, of a clause or bullet its nesting from 1, 0 for a paragraph.
        heading: index of the heading block it stands under; None before the first heading.
        lead: index of the block that introduces the list it belongs to (a line ending in a colon, ``RESOLVED: That``); None otherwise.
        page: page counted from 1 where the format has pages.
        box: left, bottom, right, top on that page, in whole points from its lower left corner, where the format tells it.
        marker: the stretch that holds label, bullet or hashes, before the first piece; None where it has none.
    """

    kind: BlockKind
    pieces: tuple[Span, ...]
    label: str | None = None
    path: tuple[str, ...] = ()
    level: int = 0
    heading: int | None = None
    lead: int | None = None
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    marker: Span | None = None

    @property
    def span(self) -> Span:
        """From the first piece's start to the last piece's end."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

"""A paper as it was read: its text, its blocks in reading order, its tables."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from cstrack.document.section import section_of
from cstrack.document.text import Plain, plain
from cstrack.sources.citation import Citation

if TYPE_CHECKING:
    from cstrack.document.block import Block
    from cstrack.document.grid import Grid
    from cstrack.document.place import Place
    from cstrack.sources.source import Source
    from cstrack.sources.span import Span


@final
@frozen(kw_only=True, eq=False)
class Document:
    """One paper.

    Attributes:
        source: the file it was read from.
        text: the one text all spans point into; for text and Markdown the decoded file untouched.
        blocks: in reading order.
        grids: its tables, in reading order.
        furniture: stretches that belong to no block: rules, page numbers, the lines of a table's frame.
        places: where on its pages the text stands, in the order of the text; empty where the format has no pages.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    grids: tuple[Grid, ...] = ()
    furniture: tuple[Span, ...] = ()
    places: tuple[Place, ...] = ()
    _plains: dict[tuple[Span, ...], Plain] = field(factory=dict, init=False, repr=False)

    def text_at(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

    def plain(self, block: Block) -> Plain:
        """A block's text made plain, with the way back to the page."""
        known = self._plains.get(block.pieces)
        if known is None:
            known = self._plains[block.pieces] = plain(self.text, block.pieces)
        return known

    def line_of(self, offset: int) -> int:
        """Line number, counted from 1, of a character offset, whatever ends the lines."""
        ends = self.text.count("\n", 0, offset) + self.text.count("\r", 0, offset)
        return ends - self.text.count("\r\n", 0, offset) + 1

    def section_of(self, block: Block) -> str | None:
        """What a reader would call the place: ``5.3``, ``4.3 II``, ``RESOLVED (2)``, else the nearest heading's words."""
        return section_of(self.text, self.blocks, block)

    def place_of(self, offset: int) -> Place | None:
        """The page and box where a character stands; None where the format has no pages."""
        at = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[at] if at >= 0 else None

    def cite(self, span: Span, block: Block, sentence: str | None = None) -> Citation:
        """A citation of a span of this document.

        Args:
            span: characters of ``text``.
            block: the block they stand in; gives section and page. Where it goes over a page break, the span gives the page.
            sentence: the sentence around them, blanks folded.

        Returns:
            A citation that keeps the span law.
        """
        place = self.place_of(span.start) or block
        return Citation(
            source=self.source,
            span=span,
            page=place.page,
            box=place.box,
            section=self.section_of(block),
            quote=self.text_at(span),
            sentence=sentence,
        )

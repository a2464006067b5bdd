"""The very words that a record was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from cstrack.sources.source import Source
    from cstrack.sources.span import Span


@final
@frozen(kw_only=True)
class Citation:
    """Source, place and words of one fact.

    The span law: ``document.text_at(citation.span) == citation.quote``.

    Attributes:
        source: the file.
        span: characters of the document's text; None for a cell.
        cell: ``sheet!A1``; None for text.
        page: page of a PDF, counted from 1.
        box: left, bottom, right, top of the paragraph or cell on that page, in whole points from its lower left corner.
        section: label path of the clause, or the heading above: ``5.3``, ``RESOLVED (2)``.
        quote: the words, exactly as they stand.
        sentence: the sentence or cell row around them, blanks folded.
        derived_from: parts that the value was derived from and that stand elsewhere (half of *this*, a table head's scale).
    """

    source: Source
    span: Span | None = None
    cell: str | None = None
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    section: str | None = None
    quote: str
    sentence: str | None = None
    derived_from: tuple[Citation, ...] = ()

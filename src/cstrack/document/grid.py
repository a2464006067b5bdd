"""A table as printed: rows and columns of raw text."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from cstrack.sources.span import Span


@final
@frozen(kw_only=True)
class Cell:
    """One cell of a table.

    Attributes:
        text: the raw text.
        address: ``sheet!A1`` for workbooks and CSV; ``table 1!B3`` for tables inside a paper.
        span: where it stands in the document's text, where it does.
    """

    text: str
    address: str
    span: Span | None = None


@final
@frozen(kw_only=True)
class Grid:
    """A table: rows of cells, ragged rows kept.

    Attributes:
        name: sheet name or table title.
        rows: rows x columns.
        heading: index of the heading block above it; None where there is none.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    heading: int | None = None

"""A table as printed: rows and columns of raw text."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeAlias, final, overload

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.sources.span import Span

#: What a workbook holds in a cell, where that is more than words; numbers are decimals, whatever the file stores them as.
Value: TypeAlias = Decimal | date | time | bool


@final
@frozen(kw_only=True)
class Cell:
    """One cell of a table.

    Attributes:
        text: the raw text; of a number or date in a workbook, as its format shows it, with every digit that was typed.
        address: ``sheet!A1`` for workbooks and CSV; ``table 1!B3`` for tables inside a paper.
        span: where it stands in the document's text, where it does.
        value: the number, date, time of day or truth value that a workbook holds; None for words. A share is held as stored:
            0.85 for "85%".
        fill: the colour behind it as ``RRGGBB``; None where there is none, or the format has no colours.
        error: it holds an error of the spreadsheet program, such as ``#REF!``, which is its text.
    """

    text: str
    address: str
    span: Span | None = None
    value: Value | None = None
    fill: str | None = None
    error: bool = False


@final
@frozen
class Area:
    """A rectangle of a grid, by indices from 0, both ends inside.

    Attributes:
        top: first row.
        left: first column.
        bottom: last row.
        right: last column.
    """

    top: int
    left: int
    bottom: int
    right: int


class Rows(Protocol):
    """The rows of a grid: a tuple of them, or what makes each when it is asked for."""

    def __len__(self) -> int:
        """How many there are."""

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        """Each in order."""

    @overload
    def __getitem__(self, at: int, /) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, at: slice, /) -> tuple[tuple[Cell, ...], ...]: ...


@final
@frozen(kw_only=True)
class Grid:
    """A table: rows of cells, ragged rows kept.

    Attributes:
        name: sheet name or table title.
        rows: rows x columns. Of a sheet the first is its row 1 and the first column its column A.
        heading: index of the heading block above it; None where there is none.
        hidden: the sheet is hidden.
        hidden_rows: indices of rows that are hidden.
        hidden_columns: indices of columns that are hidden.
        merged: merged cells; the words stand in the first, the others are empty.
    """

    name: str
    rows: Rows
    heading: int | None = None
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()

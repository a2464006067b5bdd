"""A document in which small counts of people are written as ``c``, the symbol of a suppressed value.

Every other character keeps its place, so that citations hold of the text as it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from cstrack.document.rows import LazyRows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.document.document import Document
    from cstrack.document.grid import Cell, Grid
    from cstrack.sources.span import Span

#: How a suppressed value is printed; the symbol of official statistics.
SUPPRESSED = "c"


@final
@frozen(kw_only=True)
class Masks:
    """The places of a document that are not to be shown.

    Attributes:
        cells: address -> stretches of the cell's own text, from its first character.
        spans: stretches of the document's text.
        counts: how many small counts that are.
        others: how many further figures that are, from which those could be computed.
    """

    cells: dict[str, tuple[tuple[int, int], ...]] = field(factory=dict)
    spans: tuple[Span, ...] = ()
    counts: int = 0
    others: int = 0


def masked(document: Document, masks: Masks) -> Document:
    """The document without what is masked: in its text, and in the cells of its tables with their values."""
    if not masks.spans and not masks.cells:
        return document
    return evolve(
        document,
        text=covered(document.text, ((span.start, span.end) for span in masks.spans)),
        grids=tuple(_grid(grid, masks) for grid in document.grids),
    )


def covered(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text of the same length with some stretches written as the symbol and blanks.

    >>> covered("three of 24 children", [(0, 5)])
    'c     of 24 children'
    """
    letters = list(text)
    for start, end in stretches:
        letters[start:end] = SUPPRESSED.ljust(end - start)[: end - start]
    return "".join(letters)


def _grid(grid: Grid, masks: Masks) -> Grid:
    rows = grid.rows

    def row(at: int) -> tuple[Cell, ...]:
        return tuple(_cell(cell, masks.cells.get(cell.address, ())) for cell in rows[at])

    return evolve(grid, rows=LazyRows(len(rows), row))


def _cell(cell: Cell, stretches: tuple[tuple[int, int], ...]) -> Cell:
    if not stretches:
        return cell
    text = covered(cell.text, stretches)
    return evolve(cell, text=text.strip() if cell.value is not None or text.strip() == SUPPRESSED else text, value=None)

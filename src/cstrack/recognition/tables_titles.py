"""What stands above a table: its title and lines, the heading, the sentence that introduces it, and the dates they speak of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.block import BlockKind
from cstrack.facts.table import Printed
from cstrack.recognition.tables_heads import printed
from cstrack.recognition.tables_periods import main_period, year_of
from cstrack.recognition.tables_words import flat
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.document.block import Block
    from cstrack.document.document import Document
    from cstrack.document.grid import Grid
    from cstrack.facts.facts import Head as PaperHead
    from cstrack.values.period import Period

#: Rows above a head, blocks above a table in a paper, and characters of a line, that may be its title.
_ROWS, _BLOCKS, _LONGEST = 12, 3, 400


#: Rows at the end of a grid in which its last cell is looked for, and characters of a note below a table.
_LAST, _NOTE = 3, 160
_FIGURES = pattern(
    "recognition.tables_titles.figures",
    r"(?i)(?<![a-z])(?:figures?|numbers?|amounts?|sums?|values?|table|shown|expressed|stated|in|all)(?![a-z])[^.;]{0,40}(?:£|pounds)|\A\(?£",
)


@final
@frozen(kw_only=True)
class Title:
    """What stands above a table.

    Attributes:
        lines: its words, the nearest last.
        sheet: of a table further down a sheet, the lines at the sheet's top, which speak of all its tables.
        period: the quarter, month or day, else the year, that it speaks of; None where neither it nor the paper tells one.
        year: the financial year that this lies in.
        inferred: the period was taken from the paper, not from above the table.
    """

    lines: tuple[Printed, ...]
    sheet: tuple[Printed, ...]
    period: Period | None
    year: Period | None
    inferred: bool

    @property
    def words(self) -> str:
        """All of it."""
        return ". ".join(flat(line.text) for line in self.lines)

    @property
    def nearest(self) -> str:
        """The line right above it, and the heading or first line."""
        return ". ".join(flat(line.text) for line in dict.fromkeys((*self.lines[:1], *self.lines[-1:])))

    @property
    def signs(self) -> str:
        """The words that may say which sign an overspend has."""
        return ". ".join(flat(line.text) for line in (*self.lines, *self.sheet))


def paper_period(document: Document, head: PaperHead) -> Period | None:
    """The days that a workbook's first cells speak of, else its date: what tables without a date of their own are taken to be of."""
    spoken = [document.plain(block).text for block in document.blocks[: _ROWS * 4] if block.kind is BlockKind.CELL]
    told = None if not spoken else main_period(spoken, head.date)
    if told is not None and any(grid.rows and grid.rows[0] for grid in document.grids) and not _is_prose(document):
        return told.period
    return head.date


def _is_prose(document: Document) -> bool:
    return any(block.kind in {BlockKind.PARAGRAPH, BlockKind.CLAUSE, BlockKind.BULLET} for block in document.blocks)


def title_of(
    document: Document, grid: Grid, first: int, above: int, paper: Period | None, sheet: tuple[Printed, ...] = ()
) -> Title:
    """What stands above a head.

    Args:
        document: the paper.
        grid: the grid of the table.
        first: index of the first row of the head.
        above: index of the first row that belongs to no table before it.
        paper: the days that the paper speaks of.
        sheet: the lines at the top of the sheet.
    """
    lines = [*_of_paper(document, grid)] if above == 0 else []
    for at in range(max(above, first - _ROWS), first):
        lines.extend(
            printed(cell, at, column)
            for column, cell in enumerate(grid.rows[at])
            if cell.text.strip() and len(cell.text) <= _LONGEST
        )
    own = main_period([line.text for line in reversed(lines)], paper)
    told = own or main_period([*(line.text for line in sheet), grid.name.replace("_", " ")], paper)
    period = told.period if told else paper
    return Title(
        lines=tuple(lines),
        sheet=sheet,
        period=period,
        year=year_of(period),
        inferred=own is None or own.inferred,
    )


def _of_paper(document: Document, grid: Grid) -> Sequence[Printed]:
    """The heading of a table inside a paper, and the lines right before it."""
    start = next((cell.span.start for row in grid.rows[:3] for cell in row if cell.span is not None), None)
    if start is None or not _is_paper(document):
        return ()
    end = bisect_left(document.blocks, start, key=_start)
    near: list[int] = []
    for at in reversed(range(max(0, end - _BLOCKS), end)):
        if document.blocks[at].kind is BlockKind.CELL:
            break
        near.append(at)
    heading = () if grid.heading is None else (grid.heading,)
    found = dict.fromkeys((*heading, *sorted(near)))
    return [
        Printed(text=words, address="", span=document.blocks[at].span, row=-1, column=-1)
        for at in found
        if len(words := document.plain(document.blocks[at]).text) <= _LONGEST
    ]


def line_below(document: Document, grid: Grid) -> Printed | None:
    """The line right below a table inside a paper, where it says what its figures are printed in; None where it does not."""
    ends = [cell.span.start for row in grid.rows[-_LAST:] for cell in row if cell.span is not None]
    if not ends or not _is_paper(document):
        return None
    at = bisect_right(document.blocks, ends[-1], key=_start)
    if at >= len(document.blocks) or document.blocks[at].kind is BlockKind.CELL:
        return None
    words = document.plain(document.blocks[at]).text
    told = len(words) <= _NOTE and _FIGURES.search(words) is not None
    return Printed(text=words, address="", span=document.blocks[at].span, row=-1, column=-1) if told else None


def _start(block: Block) -> int:
    return block.span.start


def _is_paper(document: Document) -> bool:
    """Whether the document has blocks besides cells: a paper, and no workbook."""
    return any(block.kind is not BlockKind.CELL for block in document.blocks)

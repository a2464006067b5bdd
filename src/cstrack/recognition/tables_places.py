"""Where the tables of a grid stand: each head, what stands above it, and where its rows end."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.recognition.tables_heads import head_at, may_be_head
from cstrack.recognition.tables_titles import line_below, title_of
from cstrack.recognition.tables_turned import turned
from cstrack.recognition.tables_unnamed import unnamed_head
from cstrack.recognition.tables_words import HeadUnit, money_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document
    from cstrack.document.grid import Grid
    from cstrack.facts.table import Printed
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.tables_heads import Head
    from cstrack.recognition.tables_titles import Title
    from cstrack.values.period import Period

#: Rows that are looked through for the first head of a sheet.
_FURTHEST = 100
#: Cells of a row that may stand between two tables.
_LOOSE = 2
#: Rows below a head in which a pound sign may tell that it is about money, and characters of such a cell.
_SAMPLE, _LONGEST = 30, 30


@final
@frozen(kw_only=True)
class Place:
    """A table in its grid.

    Attributes:
        grid: the grid, turned where its heads stand in the first column.
        head: the head.
        title: what stands above it.
        begin: index of its first row in the grid as it was read.
        rows: how many rows of that grid it takes up at least.
        unit: pounds and their scale, where title or cells tell them.
    """

    grid: Grid
    head: Head
    title: Title
    begin: int
    rows: int
    unit: HeadUnit | None


def places_in(
    document: Document, grid: Grid, vocabulary: Vocabulary, paper: Period | None
) -> Iterator[tuple[Place, int]]:
    """The tables of a grid with known heads, each with the index of the row after its last.

    Args:
        document: the paper.
        grid: one of its grids.
        vocabulary: the words of the field.
        paper: the days that the paper speaks of.
    """
    before: Place | None = None
    sheet: tuple[Printed, ...] = ()
    at = 0
    while at < len(grid.rows) and (before is not None or at < _FURTHEST):
        place = _place_at(document, grid, at, before, vocabulary, paper, sheet)
        if place is None:
            at += 1
            continue
        if before is not None:
            yield before, _last(before, grid, at)
        sheet = sheet or place.title.lines
        before, at = place, at + place.rows
    if before is not None:
        yield before, _last(before, grid, len(grid.rows))


def first_place(document: Document, grid: Grid, vocabulary: Vocabulary, paper: Period | None) -> Place | None:
    """The first table of a grid with a known head; None where its first rows hold none."""
    found = (_place_at(document, grid, at, None, vocabulary, paper, ()) for at in range(min(len(grid.rows), _FURTHEST)))
    return next((place for place in found if place is not None), None)


def _place_at(
    document: Document,
    grid: Grid,
    at: int,
    before: Place | None,
    vocabulary: Vocabulary,
    paper: Period | None,
    sheet: tuple[Printed, ...],
) -> Place | None:
    """The table whose head begins at a row; below another table only where a row of few cells parts the two."""
    first = 0 if before is None else before.begin + before.rows
    if (before is not None and at > first and not _loose(grid, at - 1)) or not may_be_head(grid.rows[at]):
        return None
    title = title_of(document, grid, at, 0 if before is None else _end(before, grid, at), paper, sheet)
    unit = pounds_above(document, title, grid, at)
    head = head_at(grid.rows, at, vocabulary, title.year, money=unit is not None)
    if head is None and unit is None:
        head = unnamed_head(grid, at, vocabulary, title)
    if head is not None:
        return Place(grid=grid, head=head, title=title, begin=at, rows=head.last + 1 - at, unit=unit)
    whole = turned(grid, at, vocabulary)
    head = None if whole is None else head_at(whole.rows, 0, vocabulary, title.year, money=unit is not None)
    if whole is None or head is None:
        return None
    return Place(grid=whole, head=head, title=title, begin=at, rows=len(whole.rows[0]), unit=unit)


def _loose(grid: Grid, at: int) -> bool:
    return sum(1 for cell in grid.rows[at] if cell.text.strip()) <= _LOOSE


def _last(place: Place, grid: Grid, begin: int) -> int:
    """The index after the last row of a table, in its own grid, where another begins at a row or the sheet ends."""
    return _end(place, grid, begin) if place.grid is grid else len(place.grid.rows)


def _end(place: Place, grid: Grid, begin: int) -> int:
    """The index after the last row of a table in the grid as it was read: before the rows of few cells that are the next one's title."""
    first = place.begin + place.rows
    if place.grid is not grid:
        return first
    end = begin
    while begin < len(grid.rows) and end > first and _loose(grid, end - 1):
        end -= 1
    return end


def pounds_above(document: Document, title: Title, grid: Grid, at: int) -> HeadUnit | None:
    """Pounds and their scale: of the title, the nearest line first, or the line below; else single pounds, where cells print the sign."""
    note = line_below(document, grid)
    for line in (*reversed(title.lines), *reversed(title.sheet), *(() if note is None else (note,))):
        found = money_in(line.text)
        if found is not None:
            return evolve(found, told=line)
    below = (cell.text for row in grid.rows[at + 1 : at + _SAMPLE] for cell in row if len(cell.text) < _LONGEST)
    return HeadUnit(unit="GBP") if any(text.lstrip("(-+ ").startswith("£") for text in below) else None

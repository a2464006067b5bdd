"""Sheets to a document: the text they print, the cells in it, and what is wrong with them.

The text of a workbook is its sheets one after the other, each its name and its rows, cells parted by tabs, so that a citation has
characters as well as a cell. Of a very large one only the words are printed. Cells are made when somebody asks for a row.
"""

from __future__ import annotations

import datetime as dt
from array import array
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.document.grid import Cell, Grid
from cstrack.document.rows import LazyRows
from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.number_formats import decimal_of
from cstrack.sources.citation import Citation
from cstrack.sources.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.document.grid import Value
    from cstrack.reading.number_formats import Stored
    from cstrack.reading.sheets import Sheet
    from cstrack.sources.source import Source

#: Rows of a sheet, and cells of a workbook, that are looked through for its title, its date and whose it is.
_TITLE_ROWS, _TITLE_CELLS, _LONGEST_TITLE = 12, 80, 400

#: Cells up to which the numbers of a workbook are printed in its text too; those of a larger one are cited by their cells alone.
PRINTED_WHOLE = 100_000

#: Problems of one kind that are told one by one; the others are counted.
_TOLD = 10


@final
@frozen(kw_only=True, eq=False)
class _Printed:
    """A sheet with the places of its rows in the text.

    Attributes:
        sheet: the sheet.
        starts: offset at which each row begins.
        whole: whether its numbers are printed, and not its words alone.
    """

    sheet: Sheet
    starts: Sequence[int]
    whole: bool

    def row(self, at: int) -> tuple[Cell, ...]:
        """The cells of a row."""
        sheet, offset = self.sheet, self.starts[at]
        errors, cells = sheet.errors.get(at, {}), []
        for column, (text, value) in enumerate(zip(sheet.texts(at), sheet.rows[at], strict=True)):
            words = text if self.whole or isinstance(value, str) else ""
            cells.append(
                Cell(
                    text=text,
                    address=sheet.address(at, column),
                    span=Span(offset, offset + len(words)) if words else None,
                    value=_value(value),
                    fill=sheet.fill(at, column) if sheet.styles else None,
                    error=column in errors,
                )
            )
            offset += len(words) + 1
        past = range(len(cells), sheet.width(at))
        cells += [Cell(text="", address=sheet.address(at, one), fill=sheet.fill(at, one)) for one in past]
        return tuple(cells)


def _value(value: Stored) -> Value | None:
    if value is None or isinstance(value, str):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, bool | dt.date | dt.time):
        return value
    return decimal_of(float(value)) if isinstance(value, float | int) else None


def workbook_document(source: Source, sheets: Sequence[Sheet], characters: int) -> Outcome[Document]:
    """The document of a workbook.

    Args:
        source: the file, its reader filled in.
        sheets: its sheets in order.
        characters: most characters of its text.

    Returns:
        The document with what is wrong in its cells, or the problem that stopped it.
    """
    lines: list[str] = []
    printed: list[_Printed] = []
    at = 0
    whole = sum(len(sheet.rows) * len(sheet.rows[0]) for sheet in sheets if sheet.rows) <= PRINTED_WHOLE
    for sheet in sheets:
        lines.append(sheet.name)
        at += len(sheet.name) + 1
        starts = array("L")
        for row in range(len(sheet.rows)):
            line = "\t".join(sheet.texts(row) if whole else sheet.words(row)).rstrip("\t")
            lines.append(line)
            starts.append(at)
            at += len(line) + 1
        lines.append("")
        at += 1
        if at > characters:
            return stopped(source, "input.too_large", f"has more than {characters:,} characters: divide it")
        printed.append(_Printed(sheet=sheet, starts=starts, whole=whole))
    if not any(len(one.sheet.rows) for one in printed):
        return stopped(source, "input.empty", "holds no cells: give the file again as it was published")
    document = Document(
        source=source,
        text="\n".join(lines),
        blocks=tuple(_titles(printed)),
        grids=tuple(_grid(one) for one in printed),
    )
    return Outcome(value=document, problems=tuple(_cell_problems(source, printed)))


def _grid(printed: _Printed) -> Grid:
    sheet = printed.sheet
    return Grid(
        name=sheet.name,
        rows=LazyRows(len(sheet.rows), printed.row),
        hidden=sheet.hidden,
        hidden_rows=sheet.hidden_rows,
        hidden_columns=sheet.hidden_columns,
        merged=sheet.merged,
    )


def _titles(printed: Sequence[_Printed]) -> Iterator[Block]:
    """Blocks of the cells at the top of each sheet that is shown: they print title, date, and whose workbook it is."""
    left = _TITLE_CELLS
    for one in printed:
        if one.sheet.hidden:
            continue
        for row in range(min(_TITLE_ROWS, len(one.sheet.rows))):
            for cell in one.row(row):
                number = cell.value is not None and not isinstance(cell.value, dt.date)
                if cell.span is None or number or len(cell.text) > _LONGEST_TITLE or not cell.text.strip():
                    continue
                if not left:
                    return
                left -= 1
                yield Block(kind=BlockKind.CELL, pieces=(cell.span,))


def _cell_problems(source: Source, printed: Sequence[_Printed]) -> Iterator[Problem]:
    for one in printed:
        sheet = one.sheet
        errors = [(row, column) for row, found in sorted(sheet.errors.items()) for column in sorted(found)]
        told = "holds an error in place of a value, so what hangs on it is missing: mend it in the workbook"
        yield from _of_cells(source, one, errors, "table.error_value", told)
        told = "holds a formula without its value: open the file in a spreadsheet program, save it, and give it again"
        yield from _of_cells(source, one, sorted(sheet.unvalued), "table.no_value", told)


def _of_cells(
    source: Source, one: _Printed, places: Sequence[tuple[int, int]], code: str, told: str
) -> Iterator[Problem]:
    for row, column in places[:_TOLD]:
        address = one.sheet.address(row, column)
        cells = one.row(row) if row < len(one.sheet.rows) else ()
        quote = cells[column].text if column < len(cells) else ""
        span = cells[column].span if column < len(cells) else None
        yield Problem(
            code=code,
            message=f"{address} of {source.name} {told}",
            document=source.name,
            citation=Citation(source=source, span=span, cell=address, quote=quote),
        )
    if len(places) > _TOLD:
        message = f"{len(places) - _TOLD} further cells of sheet {one.sheet.name} of {source.name}: each {told}"
        yield Problem(code=code, message=message, document=source.name)


def stopped(source: Source, code: str, what: str) -> Outcome[Document]:
    """No document, and why."""
    problem = Problem(code=code, message=f"{source.name} {what}", severity=Severity.ERROR, document=source.name)
    return Outcome(value=None, problems=(problem,))


def of_kind(source: Source, media_type: str, reader: str) -> Source:
    """The source with what its reader knows of it."""
    return evolve(source, media_type=media_type, reader=reader)

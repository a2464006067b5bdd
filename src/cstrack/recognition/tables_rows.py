"""The rows below a head: lines, totals, what heads a section, notes; their labels, and the amounts in their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.facts.table import Row, RowKind, TableKind
from cstrack.problems import Problem
from cstrack.recognition.tables_amounts import amount_of
from cstrack.recognition.tables_heads import MONEY, PERIOD, VALUES, printed
from cstrack.recognition.tables_words import flat
from cstrack.sources.citation import Citation
from cstrack.values.missing import NotStated, Reason
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cstrack.document.document import Document
    from cstrack.document.grid import Grid
    from cstrack.facts.table import CellAmount, Column, Printed
    from cstrack.recognition.tables_heads import Head
    from cstrack.sources.source import Source

_TOTAL = pattern(
    "recognition.tables_rows.total",
    r"(?:sub[ -]?|grand[ ]|net[ ]|overall[ ])?totals?\b|\b(?:sub-?totals?|totals?)(?:[ ](?:net|gross|general|dsg|high|children|budget|expenditure|for)\b|\Z)|\Anet[ ](?:total|position|budget[ ]requirement|expenditure)\Z",
    2,
)
_SENTENCE = pattern("recognition.tables_rows.sentence", r"[a-z),]\.(?:\s|\Z)|[.!?][\"')]?\Z")
_LONGEST_SECTION = 90

#: Roles whose empty cells mean what stands above them: a theme is printed once for the rows beside it.
_FILLED = frozenset({"theme", "service"})

#: The role that names a row, by kind, the best first.
_LABELS = {
    TableKind.ACTIONS: ("action",),
    TableKind.INDICATORS: ("indicator",),
    TableKind.BUDGET: ("service",),
}

#: Columns in which words are as good as a number: "60% by March 2025".
_WORDED = frozenset({"target", "baseline"})

#: Columns that hold counts, whatever the row is measured in.
_COUNTS = frozenset({"numerator", "denominator"})

#: Reasons for rows that are not read.
NOTE, HEADING = "a note", "a heading inside the table"


def label_column(grid: Grid, head: Head, stop: int) -> int | None:
    """The column that names the rows: by its head, else the first column of words that no head explains.

    Args:
        grid: the table's grid.
        head: its head.
        stop: index of the row after its last.
    """
    named = [column.at for column in head.columns if column.role in _LABELS[head.kind]]
    if named:
        return named[0] if head.kind is not TableKind.BUDGET else named[-1]
    taken = {column.at for column in head.columns}
    sample = [grid.rows[at] for at in range(head.last + 1, min(stop, head.last + 12))]
    width = max((len(row) for row in sample), default=0)
    for at in range(width):
        words = [row[at].text.strip() for row in sample if at < len(row) and row[at].text.strip()]
        if at not in taken and words and sum(any(map(str.isalpha, one)) for one in words) * 2 > len(words):
            return at
    return None


def amount_columns(head: Head) -> tuple[Column, ...]:
    """The columns that hold numbers."""
    if head.kind is TableKind.ACTIONS:
        return ()
    roles = MONEY | {PERIOD, "variance_percent"} if head.kind is TableKind.BUDGET else VALUES | {PERIOD}
    return tuple(column for column in head.columns if column.role in roles)


@final
@define
class Reading:
    """A table while its rows are read.

    Attributes:
        grid: its grid.
        head: its head.
        label: the column that names the rows.
        amounts: the columns that hold numbers.
        unit: the unit of a row, by its cells; None where the column alone tells it.
        sections: the words of the last row that heads a section.
        filled: column -> the last words in it, for columns printed once for several rows.
        skipped: rows that are not read, by reason.
        unreadable: cells of numbers that hold something else.
    """

    grid: Grid
    head: Head
    label: int | None
    amounts: Sequence[Column]
    unit: Callable[[Mapping[int, Printed]], str | None]
    sections: tuple[str, ...] = ()
    filled: dict[int, str] = field(factory=dict)
    skipped: dict[str, int] = field(factory=dict)
    unreadable: list[Printed] = field(factory=list)

    def rows(self, stop: int) -> Iterator[Row]:
        """The rows below the head, up to an index."""
        for at in range(self.head.last + 1, stop):
            row = self._row(at)
            if row is not None:
                yield row

    def _row(self, at: int) -> Row | None:
        cells = {
            column: printed(cell, at, column) for column, cell in enumerate(self.grid.rows[at]) if cell.text.strip()
        }
        if not cells:
            return None
        if self.label is not None and self.label not in cells and len(cells) == 1 and not self._numbers(cells):
            return self._heading(at, cells, next(iter(cells.values())))
        label = cells.get(self.label) if self.label is not None else None
        if label is None:
            return self._unnamed(at, cells)
        others = [column for column in cells if column != self.label]
        if not self._numbers(cells) and (not others or self.head.kind is TableKind.BUDGET or self._is_banner(cells)):
            return self._heading(at, cells, label)
        return self._line(at, cells, label)

    def _numbers(self, cells: Mapping[int, Printed]) -> bool:
        """Whether a row has anything in the columns that hold numbers; a row of actions, in any column of its own."""
        if self.head.kind is TableKind.ACTIONS:
            return any(
                column.at in cells for column in self.head.columns if column.role not in {"ref", "action", "theme"}
            )
        return any(column.at in cells for column in self.amounts)

    def _is_banner(self, cells: Mapping[int, Printed]) -> bool:
        return len(cells) <= 1

    def _unnamed(self, at: int, cells: Mapping[int, Printed]) -> Row | None:
        """A row without its label: a total of money that only stands below its parts; else what fills down, or a note."""
        self._fill(cells)
        if self.head.kind is TableKind.BUDGET and sum(column.at in cells for column in self.amounts) >= 2:
            return Row(at=at, kind=RowKind.TOTAL, sections=self.sections, amounts=self._amounts(cells), cells=cells)
        self._skip(NOTE)
        return Row(at=at, kind=RowKind.NOTE, cells=cells)

    def _heading(self, at: int, cells: Mapping[int, Printed], label: Printed) -> Row:
        words = flat(label.text)
        if len(words) > _LONGEST_SECTION or _SENTENCE.search(words):
            self._skip(NOTE)
            return Row(at=at, kind=RowKind.NOTE, label=label, cells=cells)
        self._skip(HEADING)
        self.sections = (words,)
        return Row(at=at, kind=RowKind.SECTION, label=label, sections=self.sections, cells=cells)

    def _line(self, at: int, cells: Mapping[int, Printed], label: Printed) -> Row:
        filled = self._fill(cells)
        total = self.head.kind is TableKind.BUDGET and _TOTAL.search(flat(label.text)) is not None
        row = Row(
            at=at,
            kind=RowKind.TOTAL if total else RowKind.LINE,
            label=label,
            sections=tuple(dict.fromkeys((*self.sections, *filled))),
            amounts=self._amounts(cells),
            cells=cells,
            hidden=at in self.grid.hidden_rows,
        )
        if total:
            self.sections = ()
        return row

    def _fill(self, cells: Mapping[int, Printed]) -> tuple[str, ...]:
        """The themes that stand beside a row, printed there or above."""
        for column in self.head.columns:
            if column.role in _FILLED and column.at != self.label and column.at in cells:
                self.filled[column.at] = flat(cells[column.at].text)
        return tuple(self.filled[at] for at in sorted(self.filled))

    def _amounts(self, cells: Mapping[int, Printed]) -> dict[int, CellAmount]:
        amounts: dict[int, CellAmount] = {}
        of_row = self.unit(cells)
        for column in self.amounts:
            cell = cells.get(column.at)
            unit = "count" if column.role in _COUNTS else of_row or column.unit or "count"
            if cell is None:
                amounts[column.at] = NotStated(reason=Reason.BLANK, unit=unit)
                continue
            amount = amount_of(cell.text, unit, column.scale)
            if amount is not None:
                amounts[column.at] = amount
            elif column.role not in _WORDED and any(map(str.isdigit, cell.text)):
                self.unreadable.append(cell)
        return amounts

    def problems(self, document: Document) -> tuple[Problem, ...]:
        """The cells of numbers that could not be read."""
        return tuple(_unreadable(document.source, cell) for cell in self.unreadable)

    def _skip(self, reason: str) -> None:
        self.skipped[reason] = self.skipped.get(reason, 0) + 1


def _unreadable(source: Source, cell: Printed) -> Problem:
    lost = " (a bracket is lost)" if cell.text.count("(") != cell.text.count(")") else ""
    message = (
        f"{cell.address} of {source.name}: {cell.text[:40]!r} stands where a number should{lost}, so it was not read"
    )
    citation = Citation(source=source, span=cell.span, cell=cell.address, quote=cell.text)
    return Problem(code="figure.unreadable", message=message, document=source.name, citation=citation)

"""Tables of plain text whose columns stand in line by blanks or rows of dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.reading.aligned_columns import Column, by_number, in_order, place
from cstrack.reading.aligned_heads import headings_above, heads_above, is_rule
from cstrack.reading.aligned_rows import Entry, rows_of
from cstrack.reading.aligned_words import worded
from cstrack.reading.segments import has_letters, is_value, is_year, part
from cstrack.sources.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cstrack.reading.aligned_columns import Placed
    from cstrack.reading.lines import Line
    from cstrack.reading.segments import Parted, Segment
    from cstrack.reading.tables import Table

#: Rows of numbers that make a table, and lines without a number that may stand between two of them.
_FEWEST, _BETWEEN = 2, 4


def find_aligned(text: str, lines: Sequence[Line], taken: Collection[int]) -> Iterator[Table]:
    """The tables of a text whose columns blanks keep apart, each with its head.

    Two rows or more must stand in line below words that stand over their columns; else two blanks in a line are only blanks.

    Args:
        text: the whole text.
        lines: its lines.
        taken: indices of lines that belong to other tables.
    """
    at = free = 0
    while at < len(lines):
        if at in taken:
            free = at = at + 1
            continue
        table, at = _table_at(text, lines, at, free, taken)
        if table is not None:
            yield table
            free = at


def _table_at(text: str, lines: Sequence[Line], at: int, free: int, taken: Collection[int]) -> tuple[Table | None, int]:
    """The table whose first row, or whose head, is a line; and the line to go on with."""
    parted = part(text, lines[at])
    if len(parted.segments) < 2:
        return None, at + 1
    if not _is_row(text, parted.segments):
        table = worded(text, lines, at, taken)
        return table, at + 1 if table is None else table.last + 1
    growing = _Growing()
    growing.grow(text, lines, at, taken)
    table = growing.table(text, lines, free)
    return table, growing.last + 1


def _is_row(text: str, cells: Sequence[Segment]) -> bool:
    """Whether a line is a row of numbers: words, and a number in half of the other cells or more."""
    first = next((at for at, cell in enumerate(cells) if has_letters(text, cell) and not is_value(text, cell)), None)
    if first is None or first + 1 >= len(cells):
        return False
    values = sum(is_value(text, cell) for cell in cells[first + 1 :])
    return values * 2 >= len(cells) - first - 1 and any(
        any(map(str.isdigit, text[cell.start : cell.end])) for cell in cells[first + 1 :]
    )


@final
@define
class _Growing:
    """A table while its lines are found.

    Attributes:
        columns: those found so far, from left to right.
        placed: its lines: index, cells by column, whether it holds numbers, whether something parts it from the line above.
        frame: rules and rows of dots.
        last: index of the last line that was looked at and belongs to it.
    """

    columns: list[Column] = field(factory=list)
    placed: list[tuple[int, Placed, bool, bool]] = field(factory=list)
    frame: list[tuple[int, Span]] = field(factory=list)
    last: int = 0

    def grow(self, text: str, lines: Sequence[Line], first: int, taken: Collection[int]) -> None:
        """Take every line from the first row on that fits."""
        at, blanks, since, gap = first, 0, 0, False
        self.last = first
        while at < len(lines) and at not in taken and blanks <= 1 and since <= _BETWEEN:
            line = lines[at]
            if line.blank or is_rule(text, line):
                blanks += line.blank
                gap = True
                if not line.blank:
                    self.frame.append((at, Span(line.start, line.end)))
            else:
                valued = self._take(text, at, part(text, line), gap=gap)
                if valued is None:
                    break
                since = 0 if valued else since + 1
                self.last = at if valued else self.last
                blanks, gap = 0, False
            at += 1
        self._trim(text)

    def _take(self, text: str, at: int, parted: Parted, *, gap: bool) -> bool | None:
        """Whether a line is a row of numbers; None where it does not belong to the table."""
        cells = parted.segments
        placed = place(self.columns, cells) if cells else None
        if placed is None:
            return None
        valued = bool(self._values(text, placed)) and (len(cells) > 1 or not self.columns)
        if self.columns and not valued and not self._is_rest(text, placed):
            return None
        if len(placed) < len(cells) or (self.columns and len(placed) * 2 < len(self.columns) and len(cells) > 2):
            return None
        for column, cell in placed.items():
            if valued or column in self.columns:
                column.take(cell, value=is_value(text, cell))
        if valued:
            self.columns = in_order({*self.columns, *placed})
        self.placed.append((at, placed, valued, gap))
        self.frame.extend((at, leader) for leader in parted.leaders)
        return valued

    def _values(self, text: str, placed: Placed) -> list[Column]:
        """The columns in which a line has a number or a symbol for one, the leading reference left out."""
        found = [column for column, cell in placed.items() if is_value(text, cell)]
        words = [column.left for column, cell in placed.items() if not is_value(text, cell)]
        return [column for column in found if not words or column.left > min(words)]

    def _is_rest(self, text: str, placed: Placed) -> bool:
        """Whether a line without numbers may be a part of the table: it stands in columns of words alone, and is no sentence."""
        if any(column not in self.columns or column.values * 2 > len(column.cells) for column in placed):
            return False
        cells = list(placed.values())
        return len(cells) > 1 or text[cells[0].end - 1] not in ".:;!?"

    def _trim(self, text: str) -> None:
        """Leave out the lines behind the last row of numbers, but for the rest of its label."""
        while self.placed and not self.placed[-1][2]:
            at, placed, _, gap = self.placed[-1]
            if not gap and at == self.last + 1 and all(text[cell.start].islower() for cell in placed.values()):
                self.last = at
                return
            self.placed.pop()
        self.frame = [(at, span) for at, span in self.frame if at <= self.last]

    def table(self, text: str, lines: Sequence[Line], free: int) -> Table | None:
        """The table with its head; None where too few rows stand in line, or no head stands over them."""
        rows = [one for one in self.placed if one[2]]
        label = next((column for column in self.columns if column.values * 2 < len(column.cells)), None)
        if label is None or len(rows) < _FEWEST or len(self.columns) < 2:
            return None
        if not all(column.in_line for column in self.columns if column.values):
            return None
        first = self.placed[0][0]
        inside = headings_above(text, lines, first, self.columns, label, free)
        begin = inside[0][0] if inside else first
        heads, top = heads_above(text, lines, begin, self.columns, label, free)
        if not heads and inside:
            inside = []
            heads, top = heads_above(text, lines, first, self.columns, label, free)
        if not heads and not self._years(text):
            return None
        self.placed[:0] = [(at, {label: cell}, False, False) for at, cell in inside]
        entries = [Entry(line=at, cells=by_number(cells, self.columns), valued=True) for at, cells in heads]
        body = [
            Entry(line=at, cells=by_number(cells, self.columns), valued=valued, gap=gap)
            for at, cells, valued, gap in self.placed
        ]
        made = rows_of(text, body, self.columns.index(label))
        made.rows[:0] = rows_of(text, entries, self.columns.index(label)).rows
        rules = [
            Span(lines[at].start, lines[at].end)
            for at in range(top, first)
            if not lines[at].blank and is_rule(text, lines[at])
        ]
        return made.table(top, self.last, [*rules, *(span for _, span in self.frame)])

    def _years(self, text: str) -> bool:
        """Whether the first row names years and is the head itself."""
        cells = [cell for column, cell in self.placed[0][1].items() if column.values]
        return len(self.placed) > _FEWEST and len(cells) > 1 and all(is_year(text, cell) for cell in cells)

"""Tables typed with tabs, one or more between two cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.segments import Segment, is_value
from cstrack.reading.tables import Table, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line
    from cstrack.sources.span import Span

#: Cells from which a line of tabs is a row; with two it is a label and its value.
_FEWEST = 3
#: Rows of a label and a number that are a table, their head included.
_PAIRS = 3
#: Rows with fewer cells that may stand above the first row with as many as a table needs.
_LEADING = 6
#: Characters of a heading inside a table.
_LONGEST = 60


def tabbed(text: str, lines: Sequence[Line], first: int) -> Table | None:
    """The table of tabs that begins at a line; None where none does.

    Two rows or more have three cells with words or more; or a head and two rows or more have a label and a number each.

    Args:
        text: the whole text.
        lines: its lines.
        first: index of the line.
    """
    if text.find("\t", _begin(text, lines[first]), lines[first].end) < 0:
        return None
    last, rows = _rows(text, lines, first)
    if sum(_filled(row) >= _FEWEST for row in rows) >= _FEWEST - 1:
        return Table(first, last, _even(rows), ())
    return _pairs(text, lines, first)


def _rows(text: str, lines: Sequence[Line], first: int) -> tuple[int, list[tuple[Span, ...]]]:
    """The lines with two tabs or more from one on, and short lines without any between two such: headings inside a table."""
    rows: list[tuple[Span, ...]] = []
    at = first
    while at < len(lines):
        cells = _cells(text, lines[at])
        if len(cells) < _FEWEST and not (rows and _is_heading(text, lines, at)):
            break
        if len(rows) > _LEADING and not any(_filled(row) >= _FEWEST for row in rows):
            break
        rows.append(cells)
        at += 1
    return at - 1, rows


def _is_heading(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line without tabs stands as a heading between two rows."""
    line = lines[at]
    if line.blank or line.end - line.start > _LONGEST or text[line.end - 1] in ".:;" or at + 1 == len(lines):
        return False
    if text.find("\t", line.start, line.end) >= 0:
        return False
    return all(_filled(_cells(text, lines[beside])) >= _FEWEST for beside in (at - 1, at + 1))


def _pairs(text: str, lines: Sequence[Line], first: int) -> Table | None:
    """Rows of a label and a number below a head of two words."""
    rows: list[tuple[Span, ...]] = []
    at = first
    while at < len(lines) and not lines[at].blank:
        cells = _cells(text, lines[at])
        if len(cells) < 2 or _filled(cells) != 2 or len(cells[0]) == 0:
            break
        number = cells[-1]
        if is_value(text, Segment(number.start, number.end, 0, 0)) != bool(rows):
            break
        rows.append((cells[0], number))
        at += 1
    return Table(first, at - 1, tuple(rows), ()) if len(rows) >= _PAIRS else None


def _even(rows: Sequence[tuple[Span, ...]]) -> tuple[tuple[Span, ...], ...]:
    """The rows; where several tabs only lead to the next column, those are taken for one."""
    counts = {len(row) for row in rows if _filled(row) >= _FEWEST}
    closed = [_closed(row) for row in rows]
    widths = {len(row) for row in closed if len(row) >= _FEWEST}
    if len(counts) > 1 and len(widths) == 1:
        return tuple(closed)
    return tuple(rows)


def _closed(row: Sequence[Span]) -> tuple[Span, ...]:
    """A row without its empty cells, but for the first."""
    return tuple(cell for at, cell in enumerate(row) if len(cell) or not at)


def _filled(row: Sequence[Span]) -> int:
    return sum(1 for cell in row if len(cell))


def _begin(text: str, line: Line) -> int:
    """Offset of a line's first character, the tabs before its words included."""
    begin = line.start
    while begin and text[begin - 1] in "\t ":
        begin -= 1
    return begin


def _cells(text: str, line: Line) -> tuple[Span, ...]:
    """The cells between the tabs of a line; tabs in front leave the first ones empty. None of a blank line."""
    if line.blank:
        return ()
    cells, left = [], _begin(text, line)
    while left <= line.end:
        right = text.find("\t", left, line.end)
        right = line.end if right < 0 else right
        cells.append(trimmed(text, left, right))
        left = right + 1
    return tuple(cells)

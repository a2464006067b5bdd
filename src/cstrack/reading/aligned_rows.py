"""Lines of an aligned table put together into rows: labels and notes that go over several lines, headings inside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.reading.tables import Table
from cstrack.reading.wrapping import ends_open
from cstrack.sources.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.reading.segments import Segment


#: Words that no label ends with, beside those that no sentence ends with.
_OPEN = frozenset({"within", "aged", "per", "under", "over", "between", "not", "&"})


@final
@frozen(kw_only=True)
class Entry:
    """A line of a table.

    Attributes:
        line: index of the line.
        cells: by the index of their column.
        valued: whether it holds a number, so that it is a row and no rest of one.
        gap: whether a blank line or a rule stands above it.
    """

    line: int
    cells: Mapping[int, Segment]
    valued: bool
    gap: bool = False


@final
@define
class Rows:
    """Rows in the making.

    Attributes:
        rows: column -> the stretches of its words, a row each.
    """

    rows: list[dict[int, list[Span]]] = field(factory=list)

    def begin(self, cells: Mapping[int, Segment]) -> None:
        """Begin a row."""
        self.rows.append({at: [cell.span] for at, cell in sorted(cells.items())})

    def extend(self, cells: Mapping[int, Segment]) -> None:
        """Go on with the last row."""
        for at, cell in cells.items():
            self.rows[-1].setdefault(at, []).append(cell.span)

    def table(self, first: int, last: int, frame: Sequence[Span]) -> Table:
        """The table of these rows, which goes from one line to another."""
        width = max(max(row) for row in self.rows) + 1
        rows = tuple(tuple(row[at][0] if at in row else _empty(row, at) for at in range(width)) for row in self.rows)
        more = {
            (number, at): tuple(pieces[1:])
            for number, row in enumerate(self.rows)
            for at, pieces in row.items()
            if len(pieces) > 1
        }
        return Table(first, last, rows, tuple(frame), more)


def _empty(row: Mapping[int, Sequence[Span]], at: int) -> Span:
    """A span without characters, after the cell before it."""
    before = [pieces[0].end for column, pieces in row.items() if column < at]
    end = before[-1] if before else min(pieces[0].start for pieces in row.values())
    return Span(end, end)


def rows_of(text: str, entries: Sequence[Entry], label: int) -> Rows:
    """The rows of a table of numbers.

    A line without a number goes on with the label above it where it begins with a small letter or further in; it begins the label
    below it where that one does; else it is a heading inside the table.

    Args:
        text: the whole text.
        entries: its lines below the head.
        label: the column that names the rows.
    """
    rows = Rows()
    opened = False
    for at, entry in enumerate(entries):
        below = entries[at + 1] if at + 1 < len(entries) else None
        if entry.valued:
            _add(rows, entry, goes_on=opened)
            opened = False
        elif opened or (at and _goes_on(text, entries[at - 1], entry, label)):
            rows.extend(entry.cells)
        else:
            rows.begin(entry.cells)
            opened = below is not None and _begins(text, entry, below, label)
    return rows


def _add(rows: Rows, entry: Entry, *, goes_on: bool) -> None:
    if goes_on:
        rows.extend(entry.cells)
    else:
        rows.begin(entry.cells)


def _goes_on(text: str, above: Entry, entry: Entry, label: int) -> bool:
    """Whether a line without numbers is the rest of the row above it."""
    if entry.gap:
        return False
    own, before = entry.cells.get(label), above.cells.get(label)
    if own is None:
        return True
    return text[own.start].islower() or text[own.start] in "(&" or (before is not None and own.left > before.left)


def _begins(text: str, entry: Entry, below: Entry, label: int) -> bool:
    """Whether a line without numbers is the beginning of the row below it."""
    if below.gap or label not in entry.cells:
        return False
    own, next_label = entry.cells[label], below.cells.get(label)
    if next_label is None:
        return below.valued
    last = text[own.start : own.end].rsplit(" ", 1)[-1]
    if ends_open(text, own.start, own.end) or last in _OPEN:
        return True
    return text[next_label.start].islower() or text[next_label.start] in "(&"

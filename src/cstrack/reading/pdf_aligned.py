"""Tables without lines: rows whose words stand below each other in columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.pdf_columns import is_sign
from cstrack.reading.pdf_page import Cell, Table, around
from cstrack.reading.pdf_words import joined
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.pdf_columns import Row
    from cstrack.reading.pdf_page import Fragment

    #: The cells of a row, each with the parts it is made of.
    _Cells = tuple[tuple[Fragment, ...], ...]

#: Rows of two cells or more that make a table, with two columns and with more.
_ROWS_OF_TWO, _ROWS = 3, 2

#: Narrowest gap between two columns, in sizes of the type; share of rows that may cross it, as a head over two columns does.
_GUTTER, _CROSSING = 0.3, 0.15

#: Share of rows that have a cell in a column.
_FILLED = 0.3

#: Rows at the top of a table in which its head is looked for, and rows of one cell that may follow each other in it.
_HEAD, _STRAY = 4, 2

#: Share of rows that must have cells in two columns; distance of two rows, in sizes, from which a table ends.
_SHARED, _FAR = 0.6, 4.0

#: Distance of the lines of one cell against the distance of rows, where a table keeps them apart.
_TIGHT = 0.86

#: Characters of a short second cell, how far such cells may miss the same left, in points, and the share of them that must keep it.
_SHORT, _BESIDE, _LINED = 40, 3.0, 0.9

_FIGURE = pattern(
    "reading.pdf_aligned.figure",
    r"[(\-–+£]{0,3}[0-9][0-9,.]{0,15}+(?:[%mkKM)*]|bn|pp|\ ?million){0,3}|[-–—]|[a-z]|[Nn]/?[Aa]|nil",
)
_CONTENTS = pattern("reading.pdf_aligned.contents", r"[0-9]{1,3}(?:\ ?[-–]\ ?[0-9]{1,3})?|[ivxl]{1,6}")


@final
@frozen
class Listing:
    """Lines that are no table though they stand in columns: a list of contents, or labels with their values.

    Attributes:
        lines: for each its parts in order.
        contents: whether the last part of each is the page where something stands.
    """

    lines: tuple[tuple[Fragment, ...], ...]
    contents: bool


def with_tables(rows: Sequence[Row | Table]) -> Iterator[Row | Table | Listing]:
    """Rows with those replaced that make up a table or a listing.

    Args:
        rows: of one column of a page, from the top.

    Yields:
        In the same order.
    """
    at = 0
    while at < len(rows):
        row = rows[at]
        if isinstance(row, Table) or len(row.cells) < 2:
            yield row
            at += 1
            continue
        run = _run(rows, at)
        found = _told(run)
        if found is None:
            yield row
            at += 1
        else:
            yield found
            at += len(run)


def _run(rows: Sequence[Row | Table], first: int) -> list[Row]:
    """Rows from the first on that stand close enough to be one table; what it ends with has two cells, or goes on with one."""
    run: list[Row] = []
    full, stray = 0, 0  # the last row of two cells; rows since that go on with none of them
    for row in rows[first:]:
        if isinstance(row, Table) or (run and _apart(run[-1], row) > _FAR * row.parts[0].size):
            break
        if len(row.cells) > 1:
            full, stray = len(run), 0
        elif not _under(run[full], row):
            stray += 1
        if stray > _STRAY:
            break
        run.append(row)
    end = full + 1
    while (
        end < len(run)
        and _under(run[full], run[end])
        and _apart(run[end - 1], run[end]) <= 1.5 * run[end].parts[0].size
    ):
        end += 1
    return run[:end]


def _under(above: Row, row: Row) -> bool:
    """Whether a row begins below one of the further cells of a row above it."""
    return any(abs(part.left - row.parts[0].left) < 2 for part in above.parts[1:])


def _told(run: Sequence[Row]) -> Table | Listing | None:
    cells = _cells(run)
    several = [row for row in cells if len(row) > 1]
    if len(several) < _ROWS:
        return None
    marks = _marks(several, int(_CROSSING * len(several)))
    placed = [_placed(row, marks) for row in cells]
    if not _evenly(placed, len(marks) + 1):
        marks = _marks(several, 0)
        placed = [_placed(row, marks) for row in cells]
    if not marks:
        return None
    full = sum(len(columns) > 1 for columns in placed)
    if full < _SHARED * len(several) or full < (_ROWS_OF_TWO if len(marks) == 1 else _ROWS):
        return None
    if len(marks) == 1:
        listing = _listing(run)
        if listing is not None:
            return listing
        if not _has_figures(placed) and not _in_line(placed):
            return None
    return _table(run, placed, marks)


def _cells(run: Sequence[Row]) -> list[_Cells]:
    """The cells of each row: what looks like a label is one of its own where a head stands above it, or two cells behind it."""
    labelled = {round(row.parts[1].left / 3) for row in run if len(row.cells) < len(row.parts)}
    apart = any(len(row.parts) > 2 and not is_sign(row.parts[0].text) for row in run if len(row.cells) < len(row.parts))
    headed = any(
        len(row.cells) == len(row.parts) > 1 and round(row.parts[1].left / 3) in labelled for row in run[:_HEAD]
    )
    return [tuple((part,) for part in row.parts) if headed or apart else row.cells for row in run]


def _evenly(placed: Sequence[dict[int, list[Fragment]]], columns: int) -> bool:
    """Whether every column is one: a strip beside the words of a head alone parts nothing."""
    return all(sum(column in row for row in placed) >= len(placed) * _FILLED for column in range(columns))


def _marks(rows: Sequence[_Cells], allowed: int) -> tuple[float, ...]:
    """Where the gaps between columns are: the middles of strips that no more rows cross than are allowed."""
    ends = sorted(
        [(cell[0].left, 1) for row in rows for cell in row] + [(cell[-1].right, -1) for row in rows for cell in row]
    )
    size = rows[0][0][0].size
    marks: list[float] = []
    strip: list[tuple[int, float, float]] = []  # how many cross it, how narrow it is, its middle
    covered = begun = 0
    total = len(ends) // 2
    for (place, step), (following, _) in pairwise(ends):
        covered += step
        begun += step > 0
        if begun - covered <= allowed or total - begun <= allowed:
            strip = []  # hardly anything stands on one side of it
        elif covered > allowed and strip:
            marks.append(min(strip)[2])
            strip = []
        elif covered <= allowed and following - place >= _GUTTER * size:
            strip.append((covered, place - following, (place + following) / 2))
    return tuple(marks + ([min(strip)[2]] if strip else []))


def _placed(row: _Cells, marks: Sequence[float]) -> dict[int, list[Fragment]]:
    """The parts of a row by their columns."""
    columns: dict[int, list[Fragment]] = {}
    for cell in row:
        middle = (cell[0].left + cell[-1].right) / 2
        columns.setdefault(sum(mark < middle for mark in marks), []).extend(cell)
    return columns


def _listing(run: Sequence[Row]) -> Listing | None:
    several = [row for row in run if len(row.cells) > 1]
    lines = tuple(row.parts for row in run)
    numbers = [row.parts[-1].text for row in several]
    if all(map(_CONTENTS.fullmatch, numbers)) and _rising(numbers):
        return Listing(lines, contents=True)
    if sum(row.cells[0][-1].text.endswith(":") for row in several) > len(several) * 0.6:
        return Listing(lines, contents=False)
    return None


def _rising(numbers: Sequence[str]) -> bool:
    values = [int("".join(sign for sign in number if sign in "0123456789")[:3] or 0) for number in numbers]
    return all(one <= other for one, other in pairwise(values)) and values[0] < values[-1]


def _has_figures(placed: Sequence[dict[int, list[Fragment]]]) -> bool:
    second = [" ".join(part.text for part in columns[1]) for columns in placed if 1 in columns]
    return sum(_FIGURE.fullmatch(text) is not None for text in second) >= len(second) * 0.5


def _in_line(placed: Sequence[dict[int, list[Fragment]]]) -> bool:
    """Whether the second cells of nearly all rows are short and begin below each other, as grades behind what is judged do."""
    second = [columns[1] for columns in placed if 1 in columns]
    lefts = sorted(parts[0].left for parts in second)
    usual = lefts[len(lefts) // 2]
    short = all(sum(len(part.text) for part in parts) <= _SHORT for parts in second)
    return short and sum(abs(left - usual) < _BESIDE for left in lefts) >= len(lefts) * _LINED


def _table(run: Sequence[Row], placed: Sequence[dict[int, list[Fragment]]], marks: tuple[float, ...]) -> Table:
    width = len(marks) + 1
    lines: list[list[list[Fragment]]] = []
    for at, columns in enumerate(placed):
        cells = [columns.get(column, []) for column in range(width)]
        if lines and _belongs(run, placed, at):
            for above, cell in zip(lines[-1], cells, strict=True):
                above.extend(cell)
        else:
            lines.append([list(cell) for cell in cells])
    rows = tuple(tuple(_cell(parts) for parts in line) for line in lines)
    left = min(row.parts[0].left for row in run)
    edges = around([row.edges for row in run])
    return Table(rows=rows, edges=edges, marks=(left, *marks), ruled=False)


def _belongs(run: Sequence[Row], placed: Sequence[dict[int, list[Fragment]]], at: int) -> bool:
    """Whether a row goes on with the cells of the row above: its lines stand tighter than rows do, or it begins in small letters."""
    gap = _apart(run[at - 1], run[at])
    gaps = sorted(_apart(one, other) for one, other in pairwise(run))
    apart = gap > _TIGHT * gaps[-1 - len(gaps) // 4]
    words = placed[at].get(0)
    if words is None:
        return not apart or not _full(placed[at])
    if apart and gap > 1.6 * run[at].parts[0].size:
        return False
    if words[0].text[0].islower():
        return not (_full(placed[at]) and _full(placed[at - 1]))
    return not apart and not _full(placed[at])


def _full(columns: dict[int, list[Fragment]]) -> bool:
    """Whether a row has a figure behind its first column."""
    return any(_FIGURE.fullmatch(" ".join(part.text for part in parts)) for column, parts in columns.items() if column)


def _apart(above: Row, below: Row) -> float:
    return above.parts[0].base - below.parts[0].base


def _cell(parts: Sequence[Fragment]) -> Cell:
    return Cell(joined([part.text for part in parts]), around([part.edges for part in parts])) if parts else Cell("")

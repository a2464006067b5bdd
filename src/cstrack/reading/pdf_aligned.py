"""Tables without lines: rows whose words stand below each other in columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.pdf_page import Cell, Table, around
from cstrack.reading.pdf_words import joined
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.pdf_columns import Row
    from cstrack.reading.pdf_page import Fragment

#: Rows of two cells or more that make a table, with two columns and with more.
_ROWS_OF_TWO, _ROWS = 3, 2

#: Narrowest gap between two columns, in sizes of the type; share of rows that may cross it, as a head over two columns does.
_GUTTER, _CROSSING = 0.5, 0.15

#: Share of rows that must have cells in two columns; distance of two rows, in sizes, from which a table ends.
_SHARED, _FAR = 0.6, 4.0

#: Distance of the lines of one cell against the distance of rows, where a table keeps them apart.
_TIGHT = 0.86

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
    for row in rows[first:]:
        if isinstance(row, Table):
            break
        if run and _apart(run[-1], row) > _FAR * row.parts[0].size:
            break
        if len(row.cells) < 2 and sum(len(below.cells) < 2 for below in run[-2:]) == 2:
            break
        run.append(row)
    while len(run[-1].cells) < 2 and not _goes_on(run):
        run.pop()
    return run


def _goes_on(run: Sequence[Row]) -> bool:
    """Whether the last row, of one cell, goes on with a cell above it that is not the first of its row."""
    if len(run) < 2:
        return False
    last, above = run[-1].parts[0], run[-2]
    close = _apart(above, run[-1]) <= 1.5 * last.size
    return close and any(abs(part.left - last.left) < 2 for part in above.parts[1:])


def _told(run: Sequence[Row]) -> Table | Listing | None:
    several = [row for row in run if len(row.cells) > 1]
    if len(several) < _ROWS:
        return None
    marks = _marks(several)
    if not marks:
        return None
    placed = [_placed(row, marks) for row in run]
    full = sum(len(cells) > 1 for cells in placed)
    if full < _SHARED * len(several) or full < (_ROWS_OF_TWO if len(marks) == 1 else _ROWS):
        return None
    if len(marks) == 1:
        listing = _listing(run)
        if listing is not None:
            return listing
        if not _has_figures(placed):
            return None
    return _table(run, placed, marks)


def _marks(rows: Sequence[Row]) -> tuple[float, ...]:
    """Where the gaps between columns are: the middles of strips that hardly any row crosses."""
    ends = sorted(
        [(cell[0].left, 1) for row in rows for cell in row.cells]
        + [(cell[-1].right, -1) for row in rows for cell in row.cells]
    )
    allowed = int(_CROSSING * len(rows))
    size = rows[0].parts[0].size
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


def _placed(row: Row, marks: Sequence[float]) -> dict[int, list[Fragment]]:
    """The parts of a row by their columns."""
    columns: dict[int, list[Fragment]] = {}
    for cell in row.cells:
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

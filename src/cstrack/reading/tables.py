"""Tables typed with pipes or tabs: where their cells stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.grid import Cell, Grid
from cstrack.reading.lines import BLANKS
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.lines import Line

#: The line below a table's head in Markdown: dashes, pipes, colons for alignment.
_FRAME = pattern("reading.tables.frame", r"\|?(?:\s{0,8}+:?-{1,100}+:?\s{0,8}+(?:\||\Z)){1,100}+")
_BOXED = pattern("reading.tables.boxed", r"\+(?:[-=]{1,100}+\+){1,100}+")
_BREAK = pattern("reading.tables.break", r"<br\s?/?>")

#: Cells from which a line of tabs is a row; with two it is a label and its value.
_FEWEST_TABBED = 3


@final
@frozen
class Table:
    """A table as it stands among the lines.

    Attributes:
        first: index of its first line.
        last: index of its last line.
        rows: the cells of each row; an empty cell is a span without characters.
        frame: pipes and dashes between them.
    """

    first: int
    last: int
    rows: tuple[tuple[Span, ...], ...]
    frame: tuple[Span, ...]

    def grid(self, text: str, number: int, heading: int | None) -> Grid:
        """The table as the document keeps it.

        Args:
            text: the whole text.
            number: its place among the tables of the paper, from 1.
            heading: index of the heading block above it.
        """
        name = f"table {number}"
        rows = tuple(
            tuple(
                Cell(text=_words(text, cell), address=f"{name}!{column_letters(at)}{line}", span=cell or None)
                for at, cell in enumerate(row)
            )
            for line, row in enumerate(self.rows, start=1)
        )
        return Grid(name=name, rows=rows, heading=heading)


def column_letters(at: int) -> str:
    """The letters of a column counted from 0, as spreadsheets name it: A, B, ... Z, AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def find_tables(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """Every table of a text.

    Rows of pipes count where each begins with a pipe, or where a line of dashes stands below the first; rows of tabs where
    two or more follow each other with three cells or more.
    """
    at = 0
    while at < len(lines):
        table = _piped(text, lines, at) or _tabbed(text, lines, at)
        if table is None:
            at += 1
        else:
            yield table
            at = table.last + 1


def _piped(text: str, lines: Sequence[Line], first: int) -> Table | None:
    if not _has_pipe(text, lines[first]):
        return None
    framed = first + 1 < len(lines) and _is_frame(text, lines[first + 1])
    leading = text[lines[first].start] == "|" and text.count("|", lines[first].start, lines[first].end) > 1
    if not (framed or leading):
        return None
    rows: list[tuple[Span, ...]] = []
    frame: list[Span] = []
    at = first
    while at < len(lines) and (_has_pipe(text, lines[at]) if framed else _goes_on(text, lines[at])):
        if _is_frame(text, lines[at]):
            frame.append(Span(lines[at].start, lines[at].end))
        else:
            cells, pipes = _split(text, lines[at])
            rows.append(cells)
            frame.extend(pipes)
        at += 1
    return Table(first, at - 1, tuple(rows), tuple(frame))


def _has_pipe(text: str, line: Line) -> bool:
    return text.find("|", line.start, line.end) >= 0


def _goes_on(text: str, line: Line) -> bool:
    return not line.blank and (text[line.start] == "|" or _is_frame(text, line))


def _is_frame(text: str, line: Line) -> bool:
    if line.blank:
        return False
    frame = _FRAME if _has_pipe(text, line) else _BOXED
    return frame.fullmatch(text, line.start, line.end) is not None


def _split(text: str, line: Line) -> tuple[tuple[Span, ...], list[Span]]:
    """The cells between unescaped pipes; the blank ones before the first pipe and after the last are none."""
    pipes = [at for at in range(line.start, line.end) if text[at] == "|" and (at == line.start or text[at - 1] != "\\")]
    edges = [line.start - 1, *pipes, line.end]
    cells = [_trimmed(text, left + 1, right) for left, right in pairwise(edges)]
    if pipes and pipes[0] == line.start:
        cells = cells[1:]
    if pipes and pipes[-1] == line.end - 1:
        cells = cells[:-1]
    return tuple(cells), [Span(at, at + 1) for at in pipes]


def _tabbed(text: str, lines: Sequence[Line], first: int) -> Table | None:
    rows: list[tuple[Span, ...]] = []
    at = first
    while at < len(lines) and text.count("\t", lines[at].start, lines[at].end) >= _FEWEST_TABBED - 1:
        cells = _tab_cells(text, lines[at])
        if sum(1 for cell in cells if len(cell)) < _FEWEST_TABBED:
            break
        rows.append(cells)
        at += 1
    return Table(first, at - 1, tuple(rows), ()) if len(rows) > 1 else None


def _tab_cells(text: str, line: Line) -> tuple[Span, ...]:
    cells, left = [], line.start
    while left <= line.end:
        right = text.find("\t", left, line.end)
        right = line.end if right < 0 else right
        cells.append(_trimmed(text, left, right))
        left = right + 1
    return tuple(cells)


def _trimmed(text: str, left: int, right: int) -> Span:
    content = text[left:right]
    after = len(content.rstrip(BLANKS))
    before = after - len(content[:after].lstrip(BLANKS))
    return Span(left + before, left + after) if after else Span(left, left)


def _words(text: str, cell: Span) -> str:
    return _BREAK.sub("\n", text[cell.start : cell.end].replace("\\|", "|"))

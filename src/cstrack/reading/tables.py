"""A table as it stands among the lines of a text, and the grid that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from cstrack.document.grid import Cell, Grid
from cstrack.reading.lines import BLANKS
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_BREAK = pattern("reading.tables.break", r"<br\s?/?>")


@final
@frozen
class Table:
    """A table as it stands among the lines.

    Attributes:
        first: index of its first line.
        last: index of its last line.
        rows: the cells of each row; an empty cell is a span without characters.
        frame: pipes and dashes between them.
        more: of a cell that goes over several lines, the stretches after the first, by row and column.
    """

    first: int
    last: int
    rows: tuple[tuple[Span, ...], ...]
    frame: tuple[Span, ...]
    more: Mapping[tuple[int, int], tuple[Span, ...]] = field(factory=dict)

    def pieces(self, row: int, column: int) -> tuple[Span, ...]:
        """The stretches of a cell; none of an empty one."""
        cell = self.rows[row][column]
        return (cell, *self.more.get((row, column), ())) if len(cell) else ()

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
                _cell(text, self.pieces(line, at), f"{name}!{column_letters(at)}{line + 1}") for at in range(len(row))
            )
            for line, row in enumerate(self.rows)
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


def trimmed(text: str, left: int, right: int) -> Span:
    """A stretch without the blanks around it; without characters where it is blank.

    Args:
        text: the whole text.
        left: offset of its first character.
        right: offset after its last.
    """
    content = text[left:right]
    after = len(content.rstrip(BLANKS))
    before = after - len(content[:after].lstrip(BLANKS))
    return Span(left + before, left + after) if after else Span(left, left)


def _cell(text: str, pieces: Sequence[Span], address: str) -> Cell:
    """A cell of so many stretches; its span goes from the first to the last, over what stands between them."""
    words = " ".join(_words(text, piece) for piece in pieces)
    return Cell(text=words, address=address, span=Span(pieces[0].start, pieces[-1].end) if pieces else None)


def _words(text: str, cell: Span) -> str:
    return _BREAK.sub("\n", text[cell.start : cell.end].replace("\\|", "|"))

"""The columns of a table that stands in line by blanks: where each begins and ends, and which cell belongs to which."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cstrack.reading.segments import Segment

#: Cells may miss the edge of their column by so many characters.
_NEAR = 1

#: The share of a column's cells that must stand in line, at their right or at their left.
_SHARE = 0.6


@final
@define(eq=False)
class Column:
    """A column in the making.

    Attributes:
        left: the leftmost character of its cells.
        right: after the rightmost.
        cells: those it was made of.
        values: how many of these hold a number or a symbol for one.
    """

    left: int
    right: int
    cells: list[Segment] = field(factory=list)
    values: int = 0

    def take(self, cell: Segment, *, value: bool) -> None:
        """Add a cell."""
        self.left, self.right = min(self.left, cell.left), max(self.right, cell.right)
        self.cells.append(cell)
        self.values += value

    @property
    def in_line(self) -> bool:
        """Whether its cells stand in line, at the right or at the left."""
        return any(_in_line([getattr(cell, edge) for cell in self.cells]) for edge in ("right", "left"))

    def has_edge(self, cell: Segment) -> bool:
        """Whether a cell ends, or begins, where one of its last cells does."""
        return any(
            abs(cell.right - one.right) <= _NEAR or abs(cell.left - one.left) <= _NEAR for one in self.cells[-3:]
        )


#: The cells of a line by the column they belong to.
Placed: TypeAlias = "dict[Column, Segment]"


def _in_line(edges: Sequence[int]) -> bool:
    often = Counter(edges)
    best = max(often, key=lambda edge: often[edge])
    return sum(often[best + by] for by in range(-_NEAR, _NEAR + 1)) >= len(edges) * _SHARE


def place(columns: Sequence[Column], cells: Sequence[Segment]) -> Placed | None:
    """The column of each cell of a line; None where the line belongs to no row of the table.

    Args:
        columns: from left to right.
        cells: from left to right.

    Returns:
        Columns that are new where a cell stands clear of all others.
    """
    if len(cells) == len(columns) and all(
        column.has_edge(cell) or cell.overlap(column.left, column.right) > 0
        for column, cell in zip(columns, cells, strict=True)
    ):
        return dict(zip(columns, cells, strict=True))
    placed: Placed = {}
    least = -1
    for cell in cells:
        at, column = _column_of(columns, cell)
        if column is None or at < least or column in placed:
            return None
        placed[column] = cell
        least = at
    return placed


def _column_of(columns: Sequence[Column], cell: Segment) -> tuple[int, Column | None]:
    """The column that a cell stands under, with its place; a new one between two others, or None where it stands under several."""
    under = [at for at, column in enumerate(columns) if cell.overlap(column.left, column.right) > 0]
    if len(under) > 1:
        under = [at for at in under if columns[at].has_edge(cell)]
    if len(under) == 1:
        return under[0], columns[under[0]]
    if under or any(cell.overlap(column.left, column.right) > 0 for column in columns):
        return 0, None
    return sum(column.right <= cell.left for column in columns), Column(cell.left, cell.right)


def in_order(columns: Iterable[Column]) -> list[Column]:
    """Columns from left to right."""
    return sorted(columns, key=lambda column: column.left)


def by_number(placed: Mapping[Column, Segment], columns: Sequence[Column]) -> dict[int, Segment]:
    """The cells of a line by the index of their column."""
    numbers = {id(column): at for at, column in enumerate(columns)}
    return {numbers[id(column)]: cell for column, cell in placed.items()}

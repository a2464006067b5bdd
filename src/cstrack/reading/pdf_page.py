"""What a page of a PDF shows: stretches of text in their places, and the tables that its ruled lines frame."""

from __future__ import annotations

from typing import final

from attrs import frozen

#: Left, bottom, right, top of a stretch of a page, in points.
Edges = tuple[float, float, float, float]


@final
@frozen
class Fragment:
    """A stretch of one printed line without a wide gap in it.

    Attributes:
        text: its characters; ends in U+00AD where the page breaks a word with a hyphen.
        left: where it begins, in points from the left edge of the page.
        right: where it ends.
        base: height of its baseline, in points from the bottom of the page.
        size: of its font, in points.
        bold: whether all of it is.
        first: index of its first character on the page.
        last: index of its last one.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    first: int = 0
    last: int = 0

    @property
    def edges(self) -> Edges:
        """The box around it: from the descenders to the capitals of its size."""
        return (self.left, self.base - 0.22 * self.size, self.right, self.base + 0.78 * self.size)


@final
@frozen
class Cell:
    """A cell of a table.

    Attributes:
        text: its words on one line.
        edges: the box around the words; None where there are none.
    """

    text: str
    edges: Edges | None = None


@final
@frozen(kw_only=True)
class Table:
    """A table as it stands on a page.

    Attributes:
        rows: rows x columns; a merged cell's words stand in its first place.
        edges: the box around it.
        marks: places of the lines between its columns, in points from the left.
        ruled: whether lines are printed between its cells.
    """

    rows: tuple[tuple[Cell, ...], ...]
    edges: Edges
    marks: tuple[float, ...]
    ruled: bool


@final
@frozen(kw_only=True)
class Page:
    """A page as its reader sees it.

    Attributes:
        number: counted from 1.
        edges: the visible part of the page.
        fragments: stretches of text outside tables, in the order of the file.
        tables: tables that are framed by printed lines.
        pictured: whether a picture covers most of it.
    """

    number: int
    edges: Edges
    fragments: tuple[Fragment, ...]
    tables: tuple[Table, ...] = ()
    pictured: bool = False

    @property
    def height(self) -> float:
        """In points."""
        return self.edges[3] - self.edges[1]


@final
@frozen
class Turn:
    """How a page is turned so that its words run from left to right.

    Attributes:
        quarters: quarters of a circle that its words are turned by, against the clock.
        edges: the visible part of the page before it is turned.
    """

    quarters: int
    edges: Edges

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page comes to stand."""
        left, bottom, right, top = self.edges
        match self.quarters:
            case 1:
                return y - bottom, right - x
            case 2:
                return right - x, top - y
            case 3:
                return top - y, x - left
            case _:
                return x, y

    def box(self, box: Edges) -> Edges:
        """Where a box of the page comes to stand."""
        one, other = self.point(box[0], box[1]), self.point(box[2], box[3])
        return (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def around(boxes: list[Edges]) -> Edges:
    """The box around some boxes, of which there is at least one."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )

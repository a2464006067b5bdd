"""How far a sheet of a workbook reaches, told from its XML before any reader lays out a grid of it.

Two kilobytes with a value in the first cell and one in the last make readers lay out seventeen thousand million cells. The extent
is read here from the cells' own references in one pass that never goes back and holds one piece of the XML at a time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

from attrs import define, frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_CELL = pattern("reading.extent.cell", r"<(?:[A-Za-z_][\w.-]{0,30}+:)?c(?=[\s/>])")
_ROW = pattern("reading.extent.row", r"<(?:[A-Za-z_][\w.-]{0,30}+:)?row(?=[\s/>])")
_PLACE = pattern("reading.extent.place", r"""\sr\s?=\s?["']\$?([A-Za-z]{1,7}+)?\$?([0-9]{1,10}+)["']""")
_MERGE = pattern(
    "reading.extent.merge",
    r"""<(?:[A-Za-z_][\w.-]{0,30}+:)?mergeCell\s{1,9}+ref\s?=\s?["']([A-Za-z0-9$:]{1,40}+)["']""",
)
_CORNER = pattern("reading.extent.corner", r"\$?([A-Z]{1,7}+)\$?([0-9]{1,10}+)", re.IGNORECASE)

#: Characters of one tag; a piece of XML is cut before its last tag, so that no tag is looked at by halves.
_LONGEST_TAG = 16_384


@final
@frozen(kw_only=True)
class Extent:
    """How far a sheet reaches.

    Attributes:
        rows: number of the last row that is named, from 1; or how many there are, where they are not named.
        columns: number of the last column, from 1.
        cells: number of cells that the file holds.
        merged: cells that all merged ranges cover.
    """

    rows: int = 0
    columns: int = 0
    cells: int = 0
    merged: int = 0

    @property
    def area(self) -> int:
        """Rows times columns: the cells of the grid that a reader lays out."""
        return self.rows * self.columns


def excess(extent: Extent, *, cells: int, area: int) -> str | None:
    """What a sheet has too much of: a clause for a person, or None.

    Args:
        extent: how far it reaches.
        cells: most cells that it may hold.
        area: most cells of the grid around them, and of merged ranges.
    """
    if extent.cells > cells:
        return f"holds {extent.cells:,} cells, and {cells:,} is the limit"
    if extent.area > area:
        return f"reaches over {extent.rows:,} rows and {extent.columns:,} columns, and {area:,} cells is the limit"
    if extent.merged > area:
        return f"merges {extent.merged:,} cells, and {area:,} is the limit"
    return None


def sheet_extent(pieces: Iterable[bytes]) -> Extent:
    """How far a worksheet of an Excel workbook reaches.

    Args:
        pieces: its XML in UTF-8 or another encoding that contains ASCII, in pieces of any length.

    Returns:
        The extent. Cells and rows may leave out where they stand and then follow each other; references that no spreadsheet can
        have (row 9,999,999,999) count as written.
    """
    reach = _Reach()
    for text in whole_tags(pieces):
        reach.add(text)
    return Extent(rows=max(reach.row, reach.unnamed_rows), columns=reach.column, cells=reach.cells, merged=reach.merged)


@final
@define
class _Reach:
    """What was seen of a sheet so far."""

    row: int = 0
    column: int = 0
    unnamed_rows: int = 0
    in_row: int = 0
    cells: int = 0
    merged: int = 0

    def add(self, text: str) -> None:
        """Look at a piece that holds whole tags."""
        cells, places = len(_CELL.findall(text)), _PLACE.findall(text)
        self.cells += cells
        self.row = max(self.row, *(int(row) for _, row in set(places)), 0)
        self.column = max(self.column, *(column_number(letters) for letters in {one for one, _ in places}), 0)
        self.merged += sum(_covered(ref) for ref in _MERGE.findall(text))
        if cells > sum(1 for letters, _ in places if letters) or self.in_row or not places:
            self._follow(text)

    def _follow(self, text: str) -> None:
        """Count cells that do not say where they stand."""
        first, *rows = _ROW.split(text)
        self.in_row += len(_CELL.findall(first))
        self.column = max(self.column, self.in_row)
        for row in rows:
            self.in_row = len(_CELL.findall(row))
            self.column = max(self.column, self.in_row)
        self.unnamed_rows += len(rows)


def column_number(letters: str) -> int:
    """The number of a column, from 1; 0 for no letters.

    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _covered(reference: str) -> int:
    """Cells of a range: `A1:E3` covers 15."""
    corners = [(column_number(letters), int(row)) for letters, row in _CORNER.findall(reference)][:2]
    if len(corners) < 2:
        return len(corners)
    (left, top), (right, bottom) = corners
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def whole_tags(pieces: Iterable[bytes]) -> Iterable[str]:
    """The XML in pieces that end before a tag begins."""
    kept = ""
    for piece in pieces:
        text = kept + piece.decode("latin-1")
        cut = text.rfind("<")
        if cut < 0 or len(text) - cut > _LONGEST_TAG:
            cut = len(text)
        kept = text[cut:]
        yield text[:cut]
    yield kept

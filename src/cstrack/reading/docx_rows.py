"""The rows and cells of a table as Word keeps them: wrapped in content controls, inserted, deleted, merged.

Source:
    ECMA-376-1 sections 17.4.17 (gridSpan), 17.4.84 (vMerge), 17.4.22 (hMerge), 17.4.14 (gridBefore), 17.13.5 (changes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.docx_drawings import chosen
from cstrack.reading.docx_names import MC, VAL, W, integer, switch, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

#: The most columns that Word makes.
WIDEST = 63

_ROW, _CELL, _ALTERNATE = f"{W}tr", f"{W}tc", f"{MC}AlternateContent"
_AROUND = frozenset(f"{W}{name}" for name in ("customXml", "ins", "moveTo", "sdtContent", "sdt"))
_GONE = (f"{W}del", f"{W}moveFrom")


@final
@frozen(kw_only=True)
class RawRow:
    """A row as the file keeps it.

    Attributes:
        cells: node, columns covered, and whether a cell further up or to the left covers it.
        before: columns left free before the first cell.
        head: whether it is repeated on each page, as the heads of tables are.
    """

    cells: tuple[tuple[_Element, int, bool], ...]
    before: int
    head: bool


def rows_of(table: _Element) -> Iterator[RawRow]:
    """The rows of a table, those of tables inside it left out, and those that were deleted or are hidden."""
    for node in _found(table, _ROW):
        properties = node.find(f"{W}trPr")
        if properties is not None and any(properties.find(gone) is not None for gone in _GONE):
            continue
        if switch(properties, f"{W}hidden"):
            continue
        before = integer(value(properties, f"{W}gridBefore")) or 0
        yield RawRow(
            cells=tuple(_cells(node)),
            before=max(0, min(before, WIDEST)),
            head=switch(properties, f"{W}tblHeader") or False,
        )


def _cells(row: _Element) -> Iterator[tuple[_Element, int, bool]]:
    for node in _found(row, _CELL):
        properties = node.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            continue
        yield node, _wide(properties), any(_goes_on(properties, f"{W}{name}") for name in ("vMerge", "hMerge"))


def _wide(properties: _Element | None) -> int:
    """Columns that a cell covers; a number of more digits than Word writes is as wide as a table can be."""
    said = value(properties, f"{W}gridSpan")
    if said is None:
        return 1
    wide = integer(said)
    if wide is None:
        return WIDEST if said.strip().isdecimal() else 1
    return max(1, min(wide, WIDEST))


def _goes_on(properties: _Element | None, name: str) -> bool:
    node = None if properties is None else properties.find(name)
    return node is not None and (node.get(VAL) or "continue") == "continue"


def _found(parent: Iterable[_Element], name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, whatever stands around them."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in _AROUND:
            yield from _found(child, name)
        elif child.tag == _ALTERNATE:
            yield from _found(chosen(child), name)

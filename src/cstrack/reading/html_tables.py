"""Tables of a page: which hold figures and which only place words, and the rows of those that hold figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.reading.labels import marking_at
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from selectolax.lexbor import LexborNode

#: Columns and rows that one cell may span, and cells that all spans of a page may fill together.
_WIDEST, _TALLEST, _MOST_CELLS = 100, 10_000, 200_000

#: Blocks and characters of a cell from which it holds paragraphs of a paper and no entry of a table.
_BLOCKS, _LONG = 4, 900

#: Longest label of a row that is a label and its value.
_LABEL = 80

_INTEGER = pattern("reading.html_tables.integer", r"\s{0,8}+(?P<number>[0-9]{1,6}+)")

_ROWS = {"thead", "tbody", "tfoot"}


@final
@frozen(kw_only=True)
class Row:
    """A row as the page writes it.

    Attributes:
        cells: its cells in order.
        heads: how many of them are heads.
    """

    cells: tuple[LexborNode, ...]
    heads: int


def rows_of(table: LexborNode) -> tuple[Row, ...]:
    """The rows of a table, those of tables inside it left out, and those without words."""
    found = []
    for part in table.iter():
        rows = part.iter() if part.tag in _ROWS else (part,)
        for row in rows:
            if row.tag != "tr":
                continue
            cells = tuple(cell for cell in row.iter() if cell.tag in {"td", "th"})
            if any(cell.text().strip() for cell in cells):
                found.append(Row(cells=cells, heads=sum(cell.tag == "th" for cell in cells)))
    return tuple(found)


def caption_of(table: LexborNode) -> LexborNode | None:
    """The caption of a table."""
    return next((part for part in table.iter() if part.tag == "caption"), None)


def holds_figures(table: LexborNode, rows: Sequence[Row], blocks: Collection[int]) -> bool:
    """Whether a table is one to a reader; where it only places words on the page, its cells are read one after the other.

    Args:
        table: the table.
        rows: its rows.
        blocks: ids of the nodes that hold blocks.
    """
    if (table.attributes.get("role") or "") in {"presentation", "none"} or len(rows) < 2:
        return False
    inside = table.css("table, .mgItemNumberCell")
    if max(len(row.cells) for row in rows) < 2 or any(node.mem_id != table.mem_id for node in inside):
        return False
    headed = rows[0].heads > 1 or rows[0].heads == len(rows[0].cells)
    if not headed and labels(rows):
        return False
    if headed and sum(len(row.cells) for row in rows) > len(rows):
        return True
    return not any(_holds_paragraphs(cell, blocks) for row in rows for cell in row.cells)


def labels(rows: Sequence[Row]) -> bool:
    """Whether each row is a label and its value, or a number and what it numbers."""
    pairs = [row for row in rows if len(row.cells) == 2]
    if len(pairs) < len(rows):
        return False
    firsts = [" ".join(row.cells[0].text().split()) for row in pairs]
    if all(row.heads == 1 and row.cells[0].tag == "th" for row in pairs):
        return True
    printed = [first for first in firsts if first]
    return bool(printed) and all(label_like(first) for first in printed)


def label_like(words: str) -> bool:
    """Whether words before others are their label: ``Decision Maker:``, ``12.``."""
    if len(words) > _LABEL:
        return False
    return words.endswith(":") or marking_at(f"{words} x", 0, len(words) + 2) is not None or words.strip(".").isdigit()


def _holds_paragraphs(cell: LexborNode, blocks: Collection[int]) -> bool:
    if cell.mem_id not in blocks:
        return len(cell.text()) > _LONG
    return len(cell.css("p, li, h1, h2, h3, h4, h5, h6")) >= _BLOCKS or len(cell.text()) > _LONG


@final
@define
class Filling:
    """How many cells may still be filled by spans, in all tables of a page.

    Attributes:
        left: cells.
        ignored: whether a span was taken for one cell because of it.
    """

    left: int = field(default=_MOST_CELLS)
    ignored: bool = False


def grid_of(rows: Sequence[Row], words: Callable[[LexborNode], str], filling: Filling) -> tuple[tuple[str, ...], ...]:
    """Rows x columns of a table; a merged cell stands in its first place, the others it covers are empty.

    Args:
        rows: its rows.
        words: the words of a cell.
        filling: what spans may still fill.
    """
    covered: dict[int, int] = {}  # column -> last row that a cell further up covers
    grid: list[tuple[str, ...]] = []
    for at, row in enumerate(rows):
        line: list[str] = []
        for cell in row.cells:
            line.extend(_under(covered, at, len(line)))
            wide, tall = _span(cell, len(rows) - at, filling)
            if tall > 1:
                covered.update(dict.fromkeys(range(len(line), len(line) + wide), at + tall - 1))
            line.append(words(cell))
            line.extend([""] * (wide - 1))
        line.extend(_under(covered, at, len(line)))
        grid.append(tuple(line))
    return tuple(grid)


def _under(covered: dict[int, int], row: int, column: int) -> Iterator[str]:
    """Empty cells for the columns from here that cells further up cover."""
    while covered.get(column, -1) >= row:
        column += 1
        yield ""


def _span(cell: LexborNode, rows: int, filling: Filling) -> tuple[int, int]:
    attributes = cell.attributes
    wide = min(_number(attributes.get("colspan")), _WIDEST)
    tall = min(_number(attributes.get("rowspan")), rows, _TALLEST)
    if wide * tall > filling.left:
        filling.ignored = True
        return 1, 1
    filling.left -= wide * tall
    return wide, tall


def _number(text: str | None) -> int:
    found = _INTEGER.match(text or "")
    return max(1, int(found["number"])) if found else 1

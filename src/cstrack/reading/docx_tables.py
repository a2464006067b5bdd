"""Tables of Word: which hold figures and which only place words, and the rows of those that hold figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.document.block import BlockKind
from cstrack.reading.composing import Passage, TablePassage
from cstrack.reading.docx_rows import WIDEST
from cstrack.reading.html_tables import label_like
from cstrack.reading.inline import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Cells that a table may fill when its rows are made equally long.
_MOST_CELLS = 200_000

#: Passages and characters of a cell from which it holds paragraphs of a paper and no entry of a table.
_PASSAGES, _LONG = 4, 900

#: Longest label of a row that is a label and its value.
_LABEL = 80


@final
@frozen(kw_only=True)
class Cell:
    """A cell as it was read.

    Attributes:
        passages: what it holds.
        words: the same in one line; empty where another cell covers it.
        wide: columns that it covers.
    """

    passages: tuple[Passage | TablePassage, ...] = ()
    words: str = ""
    wide: int = 1

    @classmethod
    def of(cls, passages: Sequence[Passage | TablePassage], wide: int, *, covered: bool) -> Cell:
        """A cell of what was read in it; one that another covers shows nothing."""
        if covered:
            return cls(wide=wide)
        return cls(passages=tuple(passages), words=folded(" ".join(map(said, passages))), wide=wide)


@final
@frozen(kw_only=True)
class Row:
    """A row as it was read.

    Attributes:
        cells: its cells in order.
        before: columns left free before the first.
        head: whether Word repeats it on each page, as it does the heads of tables.
    """

    cells: tuple[Cell, ...]
    before: int = 0
    head: bool = False


def said(passage: Passage | TablePassage) -> str:
    """What a passage says in one line, its label included."""
    if isinstance(passage, TablePassage):
        return " ".join(cell for row in passage.rows for cell in row if cell)
    words = passage.text.replace("**", "")
    return f"{passage.label} {words}" if passage.label else words


def holds_figures(rows: Sequence[Row]) -> bool:
    """Whether a table is one to a reader; where it only places words on the page, its cells are read one after the other.

    Args:
        rows: its rows, those without words left out.
    """
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2 or too_wide(rows):
        return False
    cells = [cell for row in rows for cell in row.cells]
    if any(isinstance(passage, TablePassage) for cell in cells for passage in cell.passages):
        return False
    if not rows[0].head and labels(rows):
        return False
    return rows[0].head or not any(map(_holds_paragraphs, cells))


def too_wide(rows: Sequence[Row]) -> bool:
    """Whether a table has more cells, the free ones counted, than can be filled."""
    return len(rows) * (max(len(row.cells) for row in rows) + WIDEST) > _MOST_CELLS


def labels(rows: Sequence[Row]) -> bool:
    """Whether each row is a label and its value, or a number and what it numbers.

    A label ends in a colon or is a number; or all of the first column are bold and none of the second, which so has no head.
    """
    if any(len(row.cells) != 2 for row in rows):
        return False
    firsts = [row.cells[0] for row in rows if row.cells[0].words]
    if not firsts or any(len(cell.words) > _LABEL for cell in firsts):
        return False
    if all(label_like(cell.words) for cell in firsts):
        return True
    return all(map(_bold, firsts)) and not any(_bold(row.cells[1]) for row in rows)


def grid_of(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """Rows x columns of a table; a merged cell stands in its first place, the others it covers are empty.

    Where every row has as many cells as the others its columns are counted by them: what Word keeps of widths that were dragged is
    nothing that a reader sees. Columns without a word are left out.
    """
    counted = len({len(row.cells) for row in rows}) == 1 and not any(row.before for row in rows)
    lines = [[cell.words for cell in row.cells] if counted else list(_placed(row)) for row in rows]
    used = [at for at in range(max(map(len, lines))) if any(at < len(line) and line[at] for line in lines)]
    return tuple(tuple(line[at] if at < len(line) else "" for at in used) for line in lines)


def in_lines(rows: Sequence[Row]) -> Iterator[Passage | TablePassage]:
    """What a table says that only places words: a label before its value, else one cell after the other."""
    paired = labels(rows)
    for row in rows:
        first = row.cells[0].words if len(row.cells) == 2 else ""
        if first and (paired or label_like(first)):
            yield from _labelled(first, row.cells[1].passages)
            continue
        for cell in row.cells:
            yield from cell.passages


def _labelled(label: str, value: Sequence[Passage | TablePassage]) -> Iterator[Passage | TablePassage]:
    """A label and its value as one line; where a list stands behind it, a label alone, and a number not at all."""
    number = label.strip("().")
    numbered = label.endswith((".", ")")) or number.replace(".", "").isdigit()
    printed = label if numbered or label.endswith((":", "?")) else f"{label}:"
    first = value[0] if value else None
    if not isinstance(first, Passage) or first.label or first.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        if not numbered or not number.isdigit():
            yield Passage(text=label)
        yield from value
        return
    if numbered:
        kind = BlockKind.HEADING if first.kind is BlockKind.HEADING else BlockKind.CLAUSE
        yield evolve(first, kind=kind, label=printed)
    else:
        words = said(first)
        yield Passage(text=f"{printed} {words}", page=first.page)
    yield from value[1:]


def _placed(row: Row) -> Iterator[str]:
    """The words of a row column by column; beyond the last column of Word a cell covers one."""
    yield from [""] * row.before
    column = row.before
    for cell in row.cells:
        wide = max(1, min(cell.wide, WIDEST - column))
        yield cell.words
        yield from [""] * (wide - 1)
        column += wide


def _bold(cell: Cell) -> bool:
    """Whether all that a cell says is bold, as the heads of tables and labels are."""
    texts = [passage.text for passage in cell.passages if isinstance(passage, Passage) and passage.text]
    return bool(texts) and all(text.startswith("**") and text.endswith("**") for text in texts)


def _holds_paragraphs(cell: Cell) -> bool:
    return len(cell.passages) >= _PASSAGES or len(cell.words) > _LONG

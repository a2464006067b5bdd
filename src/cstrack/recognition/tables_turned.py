"""Tables that run the other way: budget, forecast and variance down the first column, the services across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.grid import Cell
from cstrack.facts.table import TableKind
from cstrack.recognition.tables_amounts import is_number
from cstrack.recognition.tables_heads import FIELDS, MONEY
from cstrack.recognition.tables_words import role_in

if TYPE_CHECKING:
    from cstrack.document.grid import Grid
    from cstrack.facts.vocabulary import Vocabulary

#: Rows of money that make such a table, and the most it can have.
_FEWEST, _MOST = 2, 30


def turned(grid: Grid, at: int, vocabulary: Vocabulary) -> Grid | None:
    """The table that begins at a row, turned so that its heads stand in one row; None where none runs that way.

    Args:
        grid: the grid.
        at: index of the row that names what stands across.
        vocabulary: the words of the field.
    """
    names = grid.rows[at]
    corner = next((column for column, cell in enumerate(names) if cell.text.strip()), None)
    if corner is None or sum(1 for cell in names if cell.text.strip()) < 2:
        return None
    if any(is_number(cell.text.strip()) for cell in names):
        return None
    heads = vocabulary.words(FIELDS[TableKind.BUDGET])
    rows = []
    for row in grid.rows[at + 1 : at + 1 + _MOST]:
        first = row[corner].text.strip() if corner < len(row) else ""
        if role_in(first, heads) not in MONEY | {"variance_percent"} or not _has_numbers(row[corner + 1 :]):
            break
        rows.append(row)
    if len(rows) < _FEWEST:
        return None
    width = max(column for column, cell in enumerate(names) if cell.text.strip()) + 1
    across = [tuple(_cell(row, column) for row in (names, *rows)) for column in range(corner, width)]
    return evolve(grid, rows=tuple(across), merged=(), hidden_rows=frozenset(), hidden_columns=frozenset())


def _has_numbers(cells: tuple[Cell, ...]) -> bool:
    return any(is_number(cell.text.strip()) for cell in cells)


def _cell(row: tuple[Cell, ...], column: int) -> Cell:
    return row[column] if column < len(row) else Cell(text="", address="")

"""The tables of a workbook as a profile would map them: those whose heads are known, and guesses at the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.facts.table import RowKind
from cstrack.recognition.tables import recognise_tables
from cstrack.recognition.tables_below import placed
from cstrack.recognition.tables_copies import kept_copies
from cstrack.recognition.tables_guess import columns_below, guess
from cstrack.recognition.tables_heads import PERIOD
from cstrack.recognition.tables_mapped_columns import column_letters
from cstrack.recognition.tables_periods import bare_of
from cstrack.recognition.tables_sheets import superseded
from cstrack.recognition.tables_words import folded
from cstrack.values.expressions import read_periods

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.document.document import Document
    from cstrack.document.grid import Grid
    from cstrack.facts.facts import Head
    from cstrack.facts.table import Column, Printed, Table, TableKind
    from cstrack.facts.vocabulary import Vocabulary

#: What an earlier report's column is called once its month is taken off: the months tell which of two is the earlier.
_BY_MONTH = {"previous_variance": "variance"}


@final
@frozen(kw_only=True)
class Drafted:
    """One table of a draft.

    Attributes:
        kind: what its rows are.
        sheets: names of its sheets, with ``*`` for a quarter or year.
        row: row of its head, from 1.
        rows: lines of its head.
        columns: field -> heads.
        unread: heads that nothing is known of.
        doubtful: fields that were guessed from what stands below their heads, in a table that is known otherwise.
        turned: its heads stand below each other.
        guessed: its fields were guessed from what stands below the heads.
        table: the table as understood; None where it was guessed.
    """

    kind: TableKind
    sheets: tuple[str, ...]
    row: int
    rows: int
    columns: Mapping[str, tuple[str, ...]]
    unread: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    turned: bool = False
    guessed: bool = False
    table: Table | None = None


def draft_tables(document: Document, head: Head, vocabulary: Vocabulary) -> tuple[Drafted, ...]:
    """The tables of a workbook for a draft; the same table on several sheets is one.

    Args:
        document: the workbook.
        head: what its head matter says.
        vocabulary: the words of the field.
    """
    tables = recognise_tables(document, head, vocabulary)
    older = superseded(document) | kept_copies(tables, [grid.name for grid in document.grids])
    known = [table for table in tables if table.grid not in older]
    left = older | {table.grid for table in tables}
    found = [*_known(document, known), *_guessed(document, left, vocabulary)]
    merged: list[Drafted] = []
    for one in found:
        if any(
            one.turned and other.turned and one.columns == other.columns and one.sheets == other.sheets
            for other in merged
        ):
            continue
        same = next((at for at, other in enumerate(merged) if _is_same(one, other)), None)
        if same is None:
            merged.append(one)
        else:
            merged[same] = _joined(merged[same], one)
    return tuple(merged)


def _is_same(one: Drafted, other: Drafted) -> bool:
    """Whether two tables are one on several sheets: of a kind, and what both name alike stands for the same."""
    if (
        one.kind is not other.kind
        or one.turned
        or other.turned
        or one.guessed
        or other.guessed
        or set(one.sheets) & set(other.sheets)
    ):
        return False
    meant = {folded(head): name for name, heads in other.columns.items() for head in heads}
    own = {folded(head): name for name, heads in one.columns.items() for head in heads}
    shared = set(own) & set(meant)
    return all(own[head] == meant[head] for head in shared) and len(set(one.columns) & set(other.columns)) * 2 > len(
        one.columns
    )


def _joined(first: Drafted, second: Drafted) -> Drafted:
    columns = {
        name: tuple(dict.fromkeys((*first.columns.get(name, ()), *second.columns.get(name, ()))))
        for name in (*first.columns, *(name for name in second.columns if name not in first.columns))
    }
    row = first.row if first.row == second.row else 0
    unread = tuple(dict.fromkeys((*first.unread, *second.unread)))
    return evolve(first, sheets=(*first.sheets, *second.sheets), columns=columns, row=row, unread=unread)


def _known(document: Document, tables: Sequence[Table]) -> Iterator[Drafted]:
    for table in tables:
        grid = document.grids[table.grid]
        heads = [one for column in table.columns for one in column.heads]
        turned = bool(heads) and all(
            one.row == 0 and not one.address.endswith(f"{column_letters(one.column)}1") for one in heads
        )
        more, unread = _by_their_cells(grid, table)
        first, last = (min(one.row for one in heads), max(one.row for one in heads)) if heads else (0, 0)
        yield Drafted(
            kind=table.kind,
            sheets=(glob_of(grid.name),),
            row=0 if turned else first + 1,
            rows=last - first + 1,
            columns={**_columns(table.columns), **more},
            unread=tuple(bare_of(one.text) for one in unread),
            doubtful=tuple(more),
            turned=turned,
            table=table,
        )


def _by_their_cells(grid: Grid, table: Table) -> tuple[dict[str, tuple[str, ...]], tuple[Printed, ...]]:
    """Fields for heads that no vocabulary knows, told by what stands below them."""
    rows = [grid.rows[row.at] for row in table.rows if row.kind is RowKind.LINE and row.at < len(grid.rows)]
    heads = {one.column: one for one in table.unread}
    if not rows or not heads or any(not one.address or one.row >= len(grid.rows) for one in table.unread):
        return {}, table.unread
    first = min(one.row for one in table.unread)
    below = [one for one in columns_below(grid, first, max(one.row for one in table.unread), rows) if one.at in heads]
    taken = {column.role: column.heads for column in table.columns}
    found, unread = placed(table.kind, below, taken, below)
    return {name: tuple(bare_of(one.text) for one in words) for name, words in found.items()}, unread


def _columns(columns: Sequence[Column]) -> dict[str, tuple[str, ...]]:
    """Field -> heads, their months and years taken off, so that the next report's fit too."""
    found: dict[str, list[str]] = {}
    bare = [bare_of(column.head) for column in columns]
    for column, words in zip(columns, bare, strict=True):
        name = column.role
        if bare.count(words) > 1 and words != column.head:
            name = _BY_MONTH.get(name, name)
        heads = found.setdefault(name, [])
        if words not in heads:
            heads.append(words)
    return {name: tuple(heads) for name, heads in found.items()}


def glob_of(name: str) -> str:
    """The name of a sheet with ``*`` for each quarter, month or year.

    >>> glob_of("Tracker Q2 2024-25")
    'Tracker *'
    """
    for reading in reversed(read_periods(name.replace("_", " "), None)):
        name = f"{name[: reading.start]}*{name[reading.end :]}"
    return name


def _guessed(document: Document, left: frozenset[int], vocabulary: Vocabulary) -> Iterator[Drafted]:
    """Sheets in which no head was known."""
    for number, grid in enumerate(document.grids):
        found = None if grid.hidden or number in left else guess(grid, vocabulary)
        if found is None:
            continue
        yield Drafted(
            kind=found.kind,
            sheets=(glob_of(grid.name),),
            row=found.row + 1,
            rows=found.rows,
            columns={name: tuple(_of(one, name) for one in heads) for name, heads in found.fields.items()},
            unread=tuple(bare_of(one.text) for one in found.unread),
            guessed=True,
        )


def _of(head: Printed, name: str) -> str:
    return head.text if name == PERIOD else bare_of(head.text)

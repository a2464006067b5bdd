"""Scorecards whose first column has no head, or one that no vocabulary knows: rows of words below periods and comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import RowKind
from cstrack.recognition.tables_amounts import is_number
from cstrack.recognition.tables_heads import PERIOD, VALUES, head_of_values, may_be_head
from cstrack.recognition.tables_sums import names_sums
from cstrack.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cstrack.document.grid import Grid
    from cstrack.facts.table import Column, Row
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.tables_heads import Head
    from cstrack.recognition.tables_titles import Title

#: Columns beside a period that show a row to be measured, whatever its first column is called.
_YARDSTICKS = frozenset({"baseline", "target", "england", "neighbours", "region"})

#: Columns of values that make such a table, and rows that are looked at.
_FEWEST, _SAMPLE = 2, 8

#: Reason for rows that are not read.
SUM = "a sum of money whose scale nothing tells"


def unnamed_head(grid: Grid, at: int, vocabulary: Vocabulary, title: Title) -> Head | None:
    """The head at a row, where its columns are periods, targets and comparisons and the first names rows; None where they are not.

    Where the title speaks of money and nothing tells pounds or their scale, nothing is read.

    Args:
        grid: the grid.
        at: index of the row.
        vocabulary: the words of the field.
        title: what stands above it.
    """
    if not may_be_head(grid.rows[at]):
        return None
    head = head_of_values(grid.rows, at, vocabulary, title.year)
    values = [column for column in head.columns if column.role in VALUES or column.role == PERIOD]
    if len(values) < _FEWEST or not any(column.period is not None for column in values):
        return None
    if any(column.unit == "GBP" for column in head.columns) or not _is_measured(grid, head, values, vocabulary):
        return None
    yardstick = any(column.role in _YARDSTICKS for column in values)
    if names_sums(title.nearest) and not yardstick:
        return None
    return _with_label(grid, head, values)


def _is_measured(grid: Grid, head: Head, values: list[Column], vocabulary: Vocabulary) -> bool:
    """Whether all heads are known but the first, and numbers stand below those of values."""
    first = min(column.at for column in values)
    if len(head.unread) > 1 or any(one.column > first for one in head.unread):
        return False
    corner = " ".join(one.text for one in head.unread)
    if names_sums(corner) or corner.strip().casefold() in vocabulary.words("budget_head"):
        return False
    below = grid.rows[head.last + 1 : head.last + 1 + _SAMPLE]
    return any(column.at < len(row) and is_number(row[column.at].text.strip()) for row in below for column in values)


def _with_label(grid: Grid, head: Head, values: list[Column]) -> Head | None:
    """The head with the first column of words for that of indicators."""
    first = min(column.at for column in values)
    below = grid.rows[head.last + 1 : head.last + 1 + _SAMPLE]
    for at in range(first):
        words = [row[at].text.strip() for row in below if at < len(row) and row[at].text.strip()]
        if words and sum(any(map(str.isalpha, one)) for one in words) * 2 > len(words):
            columns = tuple(evolve(one, role="indicator") if one.at == at else one for one in head.columns)
            return evolve(head, columns=columns)
    return None


def without_sums(rows: Iterable[Row], skipped: dict[str, int]) -> Iterator[Row]:
    """The rows of a scorecard; those that speak of money, without a pound sign in any cell, are notes: their scale is not known.

    Args:
        rows: the rows.
        skipped: gets how many were left out.
    """
    for row in rows:
        figures = [one for one in row.amounts.values() if isinstance(one, Figure)]
        told = row.label is not None and names_sums(row.label.text)
        if row.kind is RowKind.LINE and told and figures and all(one.unit == "count" for one in figures):
            skipped[SUM] = skipped.get(SUM, 0) + 1
            yield evolve(row, kind=RowKind.NOTE)
        else:
            yield row

"""Rows that are the sum of the rows above them, whatever they are called, so that nobody counts their parts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import RowKind
from cstrack.values.figure import Figure, add, agrees

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.facts.table import Row

#: Parts, and columns that must add up, from which a row is a total.
_PARTS, _COLUMNS = 2, 2


def with_totals(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with those told as totals whose numbers are the sums of all lines since the last total or heading."""
    told: list[Row] = []
    sums: dict[int, Figure] = {}
    parts = 0
    for row in rows:
        if row.kind in {RowKind.TOTAL, RowKind.SECTION}:
            sums, parts = {}, 0
        elif row.kind is RowKind.LINE:
            if parts >= _PARTS and _adds_up(row, sums):
                told.append(evolve(row, kind=RowKind.TOTAL))
                sums, parts = {}, 0
                continue
            parts += 1
            for at, amount in _sums_of(row):
                sums[at] = add((sums[at], amount)) if at in sums else amount
        told.append(row)
    return tuple(told)


def _sums_of(row: Row) -> Iterator[tuple[int, Figure]]:
    """The sums of money of a row."""
    for at, amount in row.amounts.items():
        if isinstance(amount, Figure) and amount.unit == "GBP":
            yield at, amount


def _adds_up(row: Row, sums: Mapping[int, Figure]) -> bool:
    """Whether every sum of a row is that of the rows above, in two columns or more; not where all of it is nought."""
    agreeing = 0
    for at, amount in _sums_of(row):
        if at not in sums or not agrees(sums[at], amount):
            return False
        agreeing += amount.value != 0
    return agreeing >= _COLUMNS

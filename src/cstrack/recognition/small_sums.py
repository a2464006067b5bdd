"""Totals from which a count that is not shown could be taken by subtraction, and the part that is hidden with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from cstrack.facts.table import TableKind
from cstrack.recognition.small_cells import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cstrack.facts.table import Table
    from cstrack.recognition.small_cells import Number

    #: A total and its parts.
    Sum: TypeAlias = tuple[Number, tuple[Number, ...]]

#: Times that the sums are gone through: a part hidden in one may give away a part of another.
_PASSES = 12


def sums_that_tell(
    rows: Sequence[dict[int, Number]], tables: Sequence[Table], hidden: Iterable[str], most: int
) -> set[str]:
    """The cells to hide so that no total gives away what is hidden.

    Args:
        rows: the numbers of a grid.
        tables: what was understood of its tables.
        hidden: addresses of cells that are not shown.
        most: counts from 1 to this are small.
    """
    scorecards = {row.at for table in tables if table.kind is TableKind.INDICATORS for row in table.rows}
    sums = [*_of_columns(rows, scorecards), *_of_rows(rows)]
    gone = set(hidden)
    added: set[str] = set()
    for _ in range(_PASSES):
        more = {one for total, parts in sums if (one := _also(total, parts, gone, most)) is not None}
        if not more - gone:
            break
        gone |= more
        added |= more
    return added


def _also(total: Number, parts: Sequence[Number], gone: set[str], most: int) -> str | None:
    """The cell to hide beside those of a sum that are hidden; None where they cannot be told."""
    hidden = [one for one in parts if one.cell.address in gone]
    if not hidden or total.cell.address in gone:
        return None
    rest = sum(one.value for one in hidden)
    small = all(1 <= one.value <= most for one in hidden)
    if len(hidden) > 1 and not (small and rest in {len(hidden), len(hidden) * most}):
        return None
    shown = sorted((one for one in parts if one.cell.address not in gone), key=lambda one: (one.value == 0, one.value))
    return (shown[0] if shown else total).cell.address


def _of_columns(rows: Sequence[dict[int, Number]], scorecards: set[int]) -> Iterator[Sum]:
    for column in sorted({at for row in rows for at in row}):
        run: list[tuple[int, Number]] = []
        for at, row in enumerate(rows):
            number = row.get(column)
            if number is not None and number.kind is Kind.COUNT:
                run.append((at, number))
        for place, (at, number) in enumerate(run):
            last = place + 1 == len(run) and at not in scorecards
            if number.sums_rows or last:
                yield from _parts(number, [one for _, one in reversed(run[:place])])
                yield from _parts(number, [one for _, one in run[place + 1 :]])


def _of_rows(rows: Sequence[dict[int, Number]]) -> Iterator[Sum]:
    for row in rows:
        counts = [row[at] for at in sorted(row) if row[at].kind is Kind.COUNT]
        for place, number in enumerate(counts):
            last = place + 1 == len(counts) and len(counts) > 2 and not number.known
            if number.sums or last:
                yield from _parts(number, counts[:place][::-1])
                yield from _parts(number, counts[place + 1 :])


def _parts(total: Number, others: Sequence[Number]) -> Iterator[Sum]:
    """The numbers next to a total that add up to it, nearest first."""
    rest = total.value
    parts: list[Number] = []
    for one in others:
        rest -= one.value
        parts.append(one)
        if rest < 0:
            return
        if rest == 0 and total.value > 0:
            yield total, tuple(parts)

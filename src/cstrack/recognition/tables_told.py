"""What the words in a row say beside its amounts: dates and owners of actions, targets of scorecards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import RowKind
from cstrack.recognition.tables_aims import aim_of
from cstrack.recognition.tables_dates import dating_of
from cstrack.recognition.tables_owners import owners_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cstrack.facts.table import Column, Printed, Row
    from cstrack.values.period import Period

#: Columns of dates in a plan of actions.
DATES = frozenset({"start", "due", "original_due", "revised_due", "closed_on"})


def with_words(
    row: Row, columns: Sequence[Column], unit: Callable[[Mapping[int, Printed]], str | None], anchor: Period | None
) -> Row:
    """A row with what its cells of dates, owners and targets say.

    Args:
        row: the row.
        columns: the columns of its table.
        unit: the unit of a row, by its cells.
        anchor: what years are taken from where none is printed.
    """
    if row.kind is not RowKind.LINE:
        return row
    dates, aims, owners = {}, {}, list(row.owners)
    for column in columns:
        cell = row.cells.get(column.at)
        if cell is None:
            continue
        if column.role in DATES:
            dating = dating_of(cell.text, anchor)
            if dating is not None:
                dates[column.at] = dating
        elif column.role == "target" and row.amounts:
            aims[column.at] = aim_of(cell.text, unit(row.cells) or column.unit or "count", anchor)
        elif column.role == "owner":
            owners.extend(owners_in(cell.text))
    if not (dates or aims or owners):
        return row
    return evolve(row, dates=dates, aims=aims, owners=tuple(dict.fromkeys(owners)))

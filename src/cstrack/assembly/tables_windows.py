"""The days over which a scorecard counted: "in the period" below heads that name the last month of each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind

if TYPE_CHECKING:
    from cstrack.facts.table import Column, Row, Table

_WITHIN = pattern(
    "assembly.tables_windows.within",
    r"(?i)(?<![a-z])(?:in|during|over|within)[ ](?:the[ ])?(?P<what>(?:reporting[ ])?period|half[ -]?year|six[ ]months|6[ ]months|quarter|three[ ]months|3[ ]months)(?![a-z])",
)
_MONTHS = {"h": 6, "s": 6, "6": 6, "q": 3, "t": 3, "3": 3}

#: Months between the heads of half-yearly and quarterly reports.
_SPANS = frozenset({3, 6})


def window_of(table: Table, row: Row, column: Column) -> Period | None:
    """The months up to the one that a column's head names, where a row says that it counts what came in the period; else None.

    How many they are, the row says ("in the quarter"), else the months between the heads, where those are the same.

    Args:
        table: the table.
        row: the row.
        column: a column of values.
    """
    found = None if row.label is None else _WITHIN.search(row.label.text)
    period = column.period
    if found is None or period is None or period.kind is not PeriodKind.MONTH or column.role != "period":
        return None
    steps = _steps(table)
    months = _MONTHS.get(found["what"][0].lower())
    if months is None:
        months = next(iter(steps)) if len(steps) == 1 else None
    elif steps and steps != {months}:
        return None
    if months not in _SPANS or period.start is None:
        return None
    first = period.start.year * 12 + period.start.month - months
    return Period.from_edtf(f"{first // 12:04}-{first % 12 + 1:02}/{period.start:%Y-%m}")


def _steps(table: Table) -> set[int]:
    """The months between the heads of a table that name months."""
    starts = sorted(
        one.period.start.year * 12 + one.period.start.month
        for one in table.columns
        if one.role == "period"
        and one.period is not None
        and one.period.start is not None
        and one.period.kind is PeriodKind.MONTH
    )
    return {after - before for before, after in pairwise(starts)}

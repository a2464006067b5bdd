"""Which sign an overspend has in a column of variances: by the words above it, else by the numbers beside it; never by brackets alone.

Source:
    docs/explanation/fair-reading.md, "Numbers"; councils print both "(favourable)/adverse" and "Fav/(Adv)", and a minus for either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import RowKind
from cstrack.problems import Problem
from cstrack.recognition.tables_words import adverse_above
from cstrack.sources.citation import Citation
from cstrack.values.figure import Figure, agrees, difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.facts.table import Column, Row
    from cstrack.sources.source import Source

#: Columns that hold differences from a budget, and what each is the difference of: spending, budget.
VARIANCES = {
    "variance": (("outturn", "actual"), ("budget", "original_budget")),
    "variance_to_date": (("actual_to_date",), ("budget_to_date",)),
    "previous_variance": (("previous_outturn",), ("budget", "original_budget")),
    "movement": ((), ()),
}

#: Rows that must show it, and the share of those with a difference that must agree.
_FEWEST, _SHARE = 2, 0.8


def signed(
    columns: Sequence[Column], rows: Sequence[Row], title: str, source: Source
) -> tuple[tuple[Column, ...], tuple[Problem, ...]]:
    """The columns with the sign of their variances told; those whose sign nothing tells are left out, with a problem.

    Args:
        columns: the columns.
        rows: the rows.
        title: the words above the table.
        source: the file, for the problem.
    """
    found = {column.at: _sign(column, columns, rows, title) for column in columns if column.role in VARIANCES}
    known = next((sign for at, sign in found.items() if sign is not None), None)
    kept: list[Column] = []
    problems: list[Problem] = []
    for column in columns:
        if column.role not in VARIANCES:
            kept.append(column)
            continue
        sign = found[column.at] if found[column.at] is not None else known
        if sign is None:
            problems.append(_problem(column, source, "table.sign_unknown", _UNKNOWN))
            continue
        shown = _shown(column, columns, rows)
        if shown is not None and shown != sign:
            problems.append(_problem(column, source, "table.sign_differs", _DIFFERS))
        kept.append(evolve(column, reversed=not sign))
    return tuple(kept), tuple(problems)


_UNKNOWN = "nothing says whether {what!r} above nought is an overspend, so the column was not read: say it in the head, over/(under)"
_DIFFERS = "the words above {what!r} and its numbers say different things about which sign an overspend has; the words were followed"


def _sign(column: Column, columns: Sequence[Column], rows: Sequence[Row], title: str) -> bool | None:
    """Whether above nought is an overspend: by the head, the title, the numbers; None where nothing tells."""
    told = adverse_above(column.head)
    if told is None:
        told = adverse_above(title)
    return _shown(column, columns, rows) if told is None else told


def _shown(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> bool | None:
    """What the numbers show: the variance is spending less budget, or budget less spending, in nearly all rows."""
    spent, planned = (_one_of(columns, roles, column) for roles in VARIANCES[column.role])
    if spent is None or planned is None:
        return None
    same = opposite = compared = 0
    for row in rows:
        trio = [row.amounts.get(at) for at in (column.at, spent.at, planned.at)]
        figures = [one for one in trio if isinstance(one, Figure)]
        if row.kind not in {RowKind.LINE, RowKind.TOTAL} or len(figures) < 3 or figures[0].value == 0:
            continue
        if len({one.unit for one in figures}) > 1:
            continue
        variance, spending, budget = figures
        compared += 1
        same += agrees(variance, difference(spending, budget))
        opposite += agrees(variance, difference(budget, spending))
    needed = max(min(_FEWEST, len(rows)), compared * _SHARE)
    if same >= needed and same > opposite:
        return True
    return False if opposite >= needed and opposite > same else None


def _one_of(columns: Sequence[Column], roles: Sequence[str], beside: Column) -> Column | None:
    """The column of one of some roles, of the same year where heads name one."""
    for role in roles:
        fitting = [one for one in columns if one.role == role]
        same = [one for one in fitting if one.year == beside.year]
        if fitting:
            return (same or fitting)[0]
    return None


def _problem(column: Column, source: Source, code: str, told: str) -> Problem:
    head = column.heads[-1]
    citation = Citation(source=source, span=head.span, cell=head.address, quote=head.text)
    message = f"{head.address} of {source.name}: {told.format(what=column.head)}"
    return Problem(code=code, message=message, document=source.name, citation=citation)

"""Columns with what their own heads leave out: units of the title, years of the other heads, the months that tell old from new."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import TableKind
from cstrack.recognition.tables_heads import MONEY, PERIOD
from cstrack.recognition.tables_periods import before, to_date, year_of
from cstrack.recognition.tables_words import HeadUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.facts.table import Column
    from cstrack.recognition.tables_places import Place
    from cstrack.recognition.tables_titles import Title
    from cstrack.values.period import Period

#: Columns whose numbers run from the year's first day to the day of the report.
_TO_DATE = frozenset({"budget_to_date", "actual_to_date", "variance_to_date", "ytd"})
_VARIANCES = frozenset({"variance", "variance_to_date", "movement", "previous_variance"})
_BALANCES = frozenset({"opening_balance", "closing_balance", "balance"})
#: Columns whose numbers stand at the table's own date where their head names none.
_NOW = frozenset({"actual", "percent", "numerator", "denominator", "rolling"})


def completed(place: Place) -> tuple[Column, ...]:
    """The columns of a table with units, years and periods of what stands around them.

    Args:
        place: the table in its grid.
    """
    columns = place.head.columns
    if place.head.kind is TableKind.BUDGET:
        columns = _with_months(_in_pounds(_of_savings(columns), place.unit))
    elif place.head.kind is TableKind.INDICATORS:
        columns = tuple(evolve(one, unit=one.unit or "percent") if one.role == "percent" else one for one in columns)
    return _dated(columns, place.title, place.head.kind)


#: What columns of general names hold in a table of savings; a variance there is none of a budget.
_SAVINGS = {"outturn": "savings_forecast", "actual": "savings_achieved"}


def _of_savings(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of a table of savings: "Forecast" beside "Savings target" is what will be saved."""
    roles = {one.role for one in columns}
    if not roles & {"savings_proposed", "savings_agreed"} or roles & {"budget", "original_budget"}:
        return tuple(columns)
    return tuple(evolve(one, role=_SAVINGS.get(one.role, one.role)) for one in columns if one.role not in _VARIANCES)


def _in_pounds(columns: Sequence[Column], told: HeadUnit | None) -> tuple[Column, ...]:
    """The columns with the pounds of the title for sums whose own head names no unit, and per cent for shares."""
    own = next((HeadUnit(unit="GBP", scale=one.scale, told=one.told) for one in columns if one.unit == "GBP"), None)
    pounds = told or own or HeadUnit(unit="GBP", scale=Decimal(1))
    return tuple(_in_unit(one, pounds) for one in columns)


def _in_unit(column: Column, pounds: HeadUnit) -> Column:
    if column.role == "variance_percent":
        return evolve(column, unit="percent", scale=Decimal(1))
    if column.role not in MONEY and column.role != PERIOD:
        return column
    if column.unit == "percent":
        role = "variance_percent" if "variance" in column.role else column.role
        return evolve(column, role=role, scale=Decimal(1))
    if column.unit is None:
        return evolve(column, unit=pounds.unit, scale=pounds.scale, told=pounds.told)
    return column


def _with_months(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with variances of an earlier month told as earlier: "Month 2" beside "Month 5"."""
    dated = [one for one in columns if one.role == "variance" and one.period is not None and one.period != one.year]
    latest = max((one.period for one in dated if one.period is not None), default=None)
    if latest is None or len(dated) < 2:
        return columns
    return tuple(
        evolve(one, role="previous_variance") if one in dated and one.period != latest else one for one in columns
    )


def _dated(columns: Sequence[Column], title: Title, kind: TableKind) -> tuple[Column, ...]:
    """The columns with year and period: their own head's, else the one year that heads of the table name, else the title's."""
    named = {one.year for one in columns if one.year is not None}
    shared = next(iter(named)) if len(named) == 1 and kind is TableKind.BUDGET else None
    closing = [one.period for one in columns if one.role in _BALANCES and one.period is not None]
    if shared is None and closing:
        shared = year_of(max(closing))
    return tuple(_in_time(one, title, shared) for one in columns)


def _in_time(column: Column, title: Title, shared: Period | None) -> Column:
    own = column.year or year_of(column.period)
    year = own or shared or title.year
    printed = own is not None or (not title.inferred and year == title.year)
    inferred = bool(column.inferred) or (year is not None and not printed)
    period = column.period
    if column.role in _TO_DATE:
        until = column.period if column.period != column.year else None
        period = to_date(year, until or title.period)
    elif column.role == "previous" and period is None:
        period, inferred = before(column.head, title.period), True
    elif column.role in _NOW and period is None:
        period, inferred = title.period, title.inferred
    told = ("period",) if inferred and (period is not None or year is not None) else ()
    return evolve(column, year=year, period=period, inferred=told)

"""Sums of money in tables as budget lines: measure and basis from the column, service from the row, overspend positive."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.assembly.scopes import fund_in
from cstrack.assembly.tables_citing import plain_words
from cstrack.assembly.tables_measures import basis_of, is_cumulative, is_of_savings, measure_of
from cstrack.assembly.terms import terms_in
from cstrack.facts.table import RowKind
from cstrack.model.budget import BudgetLine, Fund, Measure, Scope
from cstrack.model.indicator import Basis, Observation
from cstrack.model.record import Firmness
from cstrack.values.figure import Figure
from cstrack.values.missing import Reason
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.assembly.tables_citing import Ground
    from cstrack.facts.table import Column, Row, Table
    from cstrack.model.record import Amount, Record
    from cstrack.values.period import Period

_AHEAD = pattern("assembly.tables_budget.ahead", r"(?i)forecast|project(?:ed|ion)|predicted|estimated?|anticipated")
_PROVISIONAL = pattern("assembly.tables_budget.provisional", r"(?i)provisional|draft")
_COUNCIL = pattern(
    "assembly.tables_budget.council",
    r"(?i)(?<![a-z])(?:whole[ ]council|council(?:[ ]total|-?wide)|total[ ]council|corporate[ ]total)",
)
_APART = pattern("assembly.tables_budget.apart", r"(?i)separate|exclud|except|not[ ]includ|apart[ ]from")


@final
@frozen(kw_only=True)
class Meaning:
    """What the sums of a column are.

    Attributes:
        measure: what they are; None for a variance, whose sign tells it, and for a column of a year, whose rows do.
        basis: on what ground they stand.
        version: of a budget: ``original`` or ``current``.
        change: they are differences and no levels.
        to_date: they run to the day of the report.
        told: the label tells the column too, since others of the table have the same measure.
    """

    measure: Measure | None = None
    basis: Basis | None = None
    version: str | None = None
    change: bool = False
    to_date: bool = False
    told: bool = False


_APPROVED, _ACTUAL, _FORECAST = Basis.APPROVED, Basis.ACTUAL, Basis.FORECAST
#: What each column of money means.
MEANINGS = {
    "original_budget": Meaning(measure=Measure.BUDGET, basis=_APPROVED, version="original"),
    "budget": Meaning(measure=Measure.BUDGET, basis=_APPROVED, version="current"),
    "gross_budget": Meaning(measure=Measure.BUDGET, basis=_APPROVED, version="current", told=True),
    "income_budget": Meaning(measure=Measure.INCOME, basis=_APPROVED, told=True),
    "budget_to_date": Meaning(measure=Measure.BUDGET, basis=_APPROVED, version="current", to_date=True, told=True),
    "actual_to_date": Meaning(measure=Measure.SPEND, basis=_ACTUAL, to_date=True, told=True),
    "variance_to_date": Meaning(basis=_ACTUAL, to_date=True, told=True),
    "outturn": Meaning(measure=Measure.SPEND, basis=_FORECAST),
    "actual": Meaning(measure=Measure.SPEND, basis=_ACTUAL),
    "gross": Meaning(measure=Measure.SPEND, told=True),
    "income": Meaning(measure=Measure.INCOME, told=True),
    "variance": Meaning(),
    "overspend": Meaning(measure=Measure.OVERSPEND),
    "underspend": Meaning(measure=Measure.UNDERSPEND),
    "previous_variance": Meaning(basis=_FORECAST, told=True),
    "previous_outturn": Meaning(measure=Measure.SPEND, basis=_FORECAST, told=True),
    "movement": Meaning(change=True, told=True),
    "savings_proposed": Meaning(measure=Measure.SAVING, basis=Basis.PROPOSED, told=True),
    "savings_agreed": Meaning(measure=Measure.SAVING, basis=Basis.AGREED, told=True),
    "savings_achieved": Meaning(measure=Measure.SAVING, basis=_ACTUAL, told=True),
    "savings_forecast": Meaning(measure=Measure.SAVING, basis=_FORECAST, told=True),
    "savings_risk": Meaning(measure=Measure.SAVING, basis=_FORECAST, told=True),
    "opening_balance": Meaning(measure=Measure.RESERVE, told=True),
    "closing_balance": Meaning(measure=Measure.RESERVE, told=True),
    "balance": Meaning(measure=Measure.RESERVE),
    "contribution": Meaning(measure=Measure.RESERVE, change=True, told=True),
    "drawdown": Meaning(measure=Measure.RESERVE, change=True, told=True),
    "virement": Meaning(measure=Measure.BUDGET, change=True, told=True),
    "period": Meaning(),
    "amount": Meaning(),
}
_VARIANCES = frozenset({"variance", "variance_to_date", "previous_variance", "movement"})
_UNNAMED = frozenset({"period", "amount"})
_BALANCES = frozenset({"opening_balance", "closing_balance", "balance"})


def budget_records(ground: Ground, table: Table) -> Iterator[Record]:
    """The records of a table of money, row by row.

    Args:
        ground: the document around it.
        table: the table.
    """
    columns = [column for column in table.columns if column.role in MEANINGS or column.role == "variance_percent"]
    for row in table.rows:
        if row.kind not in {RowKind.LINE, RowKind.TOTAL}:
            continue
        for column in columns:
            amount = row.amounts.get(column.at)
            if amount is None or column.at not in row.cells:
                continue
            if column.role == "variance_percent":
                yield _share(ground, table, row, column, amount)
            elif isinstance(amount, Figure) or amount.reason is not Reason.BLANK:
                yield _line(ground, table, row, column, amount)


def _line(ground: Ground, table: Table, row: Row, column: Column, amount: Amount) -> BudgetLine:
    meaning = MEANINGS[column.role]
    measure, inferred = _measure(ground, table, row, column, amount)
    period, year_inferred = _period(column)
    words = _around(table, row, column)
    return BudgetLine(
        id=ground.record_id("budget", row.cells[column.at]),
        authority=ground.facts.head.authority,
        citations=ground.cited(row, column),
        label=_label(table, row, column, told=meaning.told),
        firmness=Firmness.REPORTED,
        rule=f"table.{column.role}",
        inferred=(*(("period",) if year_inferred else ()), *(("measure",) if inferred else ())),
        figure=_canonical(ground, table, column, measure, amount),
        measure=measure,
        basis=meaning.basis or _basis(table, row, column, measure),
        period=period,
        service=None if row.label is None else plain_words(row.label.text),
        fund=_fund(table, row, column),
        scope=_scope(ground, words),
        version=meaning.version,
        change=meaning.change,
        total=row.kind is RowKind.TOTAL,
    )


def _measure(ground: Ground, table: Table, row: Row, column: Column, amount: Amount) -> tuple[Measure, bool]:
    """What a sum is, and whether that was inferred: by its column, its sign, its row, or what the table is about."""
    if column.role in _VARIANCES:
        under = isinstance(amount, Figure) and (amount.value < 0) != column.reversed and amount.value != 0
        return Measure.UNDERSPEND if under else Measure.OVERSPEND, False
    known = MEANINGS[column.role].measure
    if known is not None:
        return known, False
    return measure_of(ground.vocabulary.words("measure"), table, row, column)


def _canonical(ground: Ground, table: Table, column: Column, measure: Measure, amount: Amount) -> Amount:
    """An amount as the model holds it: without its sign where the measure tells that, of a variance and of savings among other sums."""
    if not isinstance(amount, Figure) or amount.value >= 0:
        return amount
    lessens = column.role in _UNNAMED and measure is Measure.SAVING
    if lessens:
        lessens = not is_of_savings(ground.vocabulary.words("measure"), table)
    if column.role in _VARIANCES or lessens:
        return evolve(amount.within(-amount.interval), value=-amount.value)
    return amount


def _basis(table: Table, row: Row, column: Column, measure: Measure) -> Basis | None:
    """On what ground a variance stands: what it is the difference of tells, or its own words."""
    if measure not in {Measure.OVERSPEND, Measure.UNDERSPEND}:
        if column.role in _UNNAMED:
            return basis_of(table, row, column, measure)
        return Basis.FORECAST if column.role in _BALANCES and _AHEAD.search(column.head) else None
    if _AHEAD.search(column.head) or table.column("outturn") is not None:
        return Basis.FORECAST
    actual = table.column("actual")
    if actual is None:
        return None
    return Basis.PROVISIONAL if _PROVISIONAL.search(f"{actual.head} {column.head} {table.title}") else Basis.ACTUAL


def _period(column: Column) -> tuple[Period | None, bool]:
    """The days of a sum: its year, unless it stands at a day or runs to one."""
    meaning = MEANINGS.get(column.role, Meaning())
    own = meaning.to_date or column.role in _BALANCES or column.role == "period"
    period = column.period if own and column.period is not None else column.year
    return period, "period" in column.inferred and period is not None


def _label(table: Table, row: Row, column: Column, *, told: bool) -> str:
    """The service; and the column where its measure is not the only one of its kind."""
    label = "Total" if row.label is None else plain_words(row.label.text)
    same = [one for one in table.columns if one.role == column.role]
    if column.role == "period":
        return f"{label}: cumulative" if is_cumulative(table, column) else label
    alike = len({(one.year.edtf if one.year else None) for one in same}) < len(same)
    return f"{label}: {plain_words(column.name or column.head)}" if told or (len(same) > 1 and alike) else label


def _around(table: Table, row: Row, column: Column) -> str:
    label = "" if row.label is None else row.label.text
    return ". ".join((label, column.head, *row.sections, table.corner, table.title))


def _fund(table: Table, row: Row, column: Column) -> Fund:
    """Which purse: what the row, its section, the head or the table's title names; a note that DSG stands elsewhere names none."""
    label = "" if row.label is None else row.label.text
    for text in (label, *row.sections, column.head, table.corner, *(one.text for one in reversed(table.told))):
        fund = fund_in(text)
        if fund is not Fund.NOT_STATED and not _APART.search(text):
            return fund
    return Fund.NOT_STATED


def _scope(ground: Ground, words: str) -> Scope:
    if _COUNCIL.search(words):
        return Scope.COUNCIL
    services = terms_in(words, 0, len(words), ground.vocabulary.words("service"))
    return Scope.SERVICE if services else Scope.NOT_STATED


def _share(ground: Ground, table: Table, row: Row, column: Column, amount: Amount) -> Observation:
    """A variance in per cent of its budget, as printed: below nought it is under budget, or over where the column says so."""
    period, inferred = _period(evolve(column, role="variance"))
    return Observation(
        id=ground.record_id("observation", row.cells[column.at]),
        authority=ground.facts.head.authority,
        citations=ground.cited(row, column),
        label=f"{_label(table, row, column, told=False)}: variance in per cent of budget",
        rule="table.variance_percent",
        inferred=("period",) if inferred else (),
        figure=amount,
        period=period,
        basis=Basis.FORECAST if table.column("outturn") is not None else None,
    )

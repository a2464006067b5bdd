"""Money: what there is, what is spent, saved, owed or lacking, and how it moves."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Amount, Record

if TYPE_CHECKING:
    from cstrack.model.indicator import Basis
    from cstrack.values.period import Period


class Measure(StrEnum):
    """What a sum of money is."""

    BUDGET = "budget"
    SPEND = "spend"
    OVERSPEND = "overspend"
    UNDERSPEND = "underspend"
    PRESSURE = "pressure"
    SAVING = "saving"
    GAP = "gap"
    GROWTH = "growth"
    RESERVE = "reserve"
    CONTINGENCY = "contingency"
    LOAN = "loan"
    GRANT = "grant"
    INVESTMENT = "investment"
    INCOME = "income"
    COST = "cost"


class Fund(StrEnum):
    """Which purse: the two are never netted."""

    GENERAL_FUND = "General Fund"
    DSG = "DSG"
    NOT_STATED = "not stated"


class Scope(StrEnum):
    """Whose money: a service's own or the whole council's."""

    SERVICE = "service"
    COUNCIL = "whole council"
    NOT_STATED = "not stated"


class Recurrence(StrEnum):
    """Whether money comes once or every year."""

    ONE_OFF = "one-off"
    RECURRING = "recurring"
    NOT_STATED = "not stated"


@final
@frozen(kw_only=True)
class BudgetLine(Record):
    """A sum of money of one service and year.

    Attributes:
        figure: pounds; overspend positive whatever the paper prints.
        measure: what the sum is.
        basis: on what ground it stands; None where nothing is said.
        period: usually a financial year; open-ended allowed; None where the text fixes none.
        service: the service or subject as printed.
        fund: General Fund, DSG or not stated, never a default.
        scope: service or whole council.
        version: of a budget: ``original`` or ``current``; None where nothing is said.
        change: a difference, not a level.
        total: the row of a table that is the sum of others, whose parts stand beside it: never to be added to them.
    """

    figure: Amount
    measure: Measure
    basis: Basis | None = None
    period: Period | None = None
    service: str | None = None
    fund: Fund = Fund.NOT_STATED
    scope: Scope = Scope.NOT_STATED
    version: str | None = None
    change: bool = False
    total: bool = False


@final
@frozen(kw_only=True)
class FundingMovement(Record):
    """Money that moves from one purse to another.

    Attributes:
        source: where it comes from, as printed; None where nothing is said.
        destination: where it goes, as printed; None where nothing is said.
        figure: how much, or that it is not stated.
        period: the years.
        recurrence: once or every year.
        lines: ids of the budget lines it speaks of.
    """

    source: str | None
    destination: str | None
    figure: Amount
    period: Period | None = None
    recurrence: Recurrence = Recurrence.NOT_STATED
    lines: tuple[str, ...] = ()

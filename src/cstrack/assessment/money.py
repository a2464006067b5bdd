"""Budgets in words: what was overspent or underspent, and which money moved where."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, firm, name_of, of_paper, own
from cstrack.model.budget import BudgetLine, Fund, FundingMovement, Measure, Recurrence, Scope
from cstrack.model.finding import Finding, Priority
from cstrack.model.indicator import Basis
from cstrack.values.wording import figure_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

_VARIANCES = frozenset({Measure.OVERSPEND, Measure.UNDERSPEND, Measure.GAP})


@final
@frozen
class Variances:
    """Overspends, underspends and gaps, in words rather than signs."""

    id: str = "core.variances"
    title: str = "overspends, underspends and budget gaps"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding for each sum of each year that a paper prints; a sum said twice is told once, with both places.

        Fund and scope are told as printed or as not stated, and never assumed.
        """
        del history
        for paper in assessable(register, as_of):
            for lines in _same_sums(register, paper):
                yield _variance(lines, paper)


def _same_sums(register: Register, paper: Paper) -> tuple[tuple[BudgetLine, ...], ...]:
    sums: dict[object, list[BudgetLine]] = {}
    for line in firm(own(of_paper(register.budgets, paper))):
        if line.measure in _VARIANCES and not line.change:
            period = line.period.edtf if line.period is not None else None
            sums.setdefault((line.measure, figure_in_words(line.figure), period, line.basis), []).append(line)
    return tuple(tuple(lines) for lines in sums.values())


def _variance(lines: tuple[BudgetLine, ...], paper: Paper) -> Finding:
    first = lines[0]
    word = "budget gap" if first.measure is Measure.GAP else str(first.measure)
    basis = f"{first.basis} " if first.basis is not None else ""
    when = first.period.label if first.period is not None else "year not stated"
    inferred = " (year inferred)" if first.period is not None and "period" in first.inferred else ""
    against = first.measure is Measure.OVERSPEND or first.measure is Measure.GAP
    return Finding(
        code=f"budget.{first.measure}",
        priority=Priority.MEDIUM if against and first.basis is not Basis.PROPOSED else Priority.NOTE,
        authority=first.authority,
        message=f"{basis}{word} of {figure_in_words(first.figure)}, {when}{inferred}; {purse(first)}",
        rule="over- and underspends are told in words; fund and scope are never assumed",
        citations=tuple(line.citation for line in lines),
        records=tuple(line.id for line in lines),
        subject=first.label,
        document=name_of(paper),
        state=word,
    )


def purse(line: BudgetLine) -> str:
    """Fund and scope of a sum, told as printed or as not stated."""
    fund = "fund not stated" if line.fund is Fund.NOT_STATED else str(line.fund)
    whose = {Scope.SERVICE: "of the service", Scope.COUNCIL: "of the whole council"}.get(line.scope)
    return fund if whose is None else f"{whose}; {fund}"


@final
@frozen
class Movements:
    """Money that moves: from where, to where, how much, which years, once or every year."""

    id: str = "core.movements"
    title: str = "money that moves"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One note a movement."""
        del history
        for paper in assessable(register, as_of):
            for movement in firm(own(of_paper(register.movements, paper))):
                yield Finding(
                    code="budget.movement",
                    priority=Priority.LOW,
                    authority=movement.authority,
                    message=movement_in_words(movement),
                    rule="money that moves has a source, a destination, an amount or none stated, and years",
                    citations=movement.citations,
                    records=(movement.id,),
                    subject=movement.label,
                    document=name_of(paper),
                    state="moves",
                )


def movement_in_words(movement: FundingMovement) -> str:
    """A movement of money as one line."""
    amount = figure_in_words(movement.figure)
    amount = "amount not stated" if amount == "not stated" else amount
    when = movement.period.label if movement.period is not None else "year not stated"
    source = movement.source or "source not stated"
    destination = movement.destination or "destination not stated"
    often = "" if movement.recurrence is Recurrence.NOT_STATED else f", {movement.recurrence}"
    return f"{amount} from {source} to {destination}, {when}{often}"

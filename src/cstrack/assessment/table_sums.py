"""Sums of budget tables: variances, shares, totals, savings, and what the last report said.

Every printed number stands for an interval, so that rounding raises no alarm. Overspend is positive, whatever the paper prints. A total is
held against every sum that it may be meant as, and is called wrong only where it is none of them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, name_of, of_paper
from cstrack.assessment.table_lines import Line, table_lines
from cstrack.model.finding import Finding, Priority
from cstrack.values.figure import Figure, add, difference
from cstrack.values.wording import plain_number, pounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cstrack.model.budget import BudgetLine
    from cstrack.model.history import History
    from cstrack.model.indicator import Observation
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

#: Columns that are summed, and what they are called.
_SUMMED = {
    "budget": "budget",
    "outturn": "forecast",
    "actual": "actual",
    "variance": "variance",
    "savings_proposed": "savings",
    "savings_achieved": "savings delivered",
    "savings_forecast": "savings forecast",
    "savings_risk": "savings at risk",
}
#: Percentage points that a share may differ by more than its rounding, since budgets are rounded too.
_SLACK = Decimal("0.05")

_RULE = "the identities of a budget table, held as intervals; overspend positive"


@final
@frozen
class TableSums:
    """Rows and totals of budget tables that do not agree with themselves."""

    id: str = "core.table_sums"
    title: str = "sums of budget tables"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding an identity that does not hold.

        Source:
            docs/explanation/fair-reading.md, "Numbers".
        """
        del history
        for paper in assessable(register, as_of):
            for lines in table_lines(of_paper(register.budgets, paper), of_paper(register.observations, paper)):
                wrong = tuple(_of_totals(paper, lines))
                yield from wrong
                yield from _of_rows(paper, lines, {record for finding in wrong for record in finding.records})


def _of_rows(paper: Paper, lines: Sequence[Line], wrong: set[str]) -> Iterator[Finding]:
    """Row by row; of a total nothing that only follows from a line or a sum that is wrong already."""
    failed: set[str] = set()
    for line in lines:
        found = tuple(_of_row(paper, line))
        if line.total:
            follows = any(record.id in wrong for record in line.sums.values())
            found = () if follows else tuple(one for one in found if one.code not in failed)
        failed |= {one.code for one in found}
        yield from found


def _of_row(paper: Paper, line: Line) -> Iterator[Finding]:
    outturn = "outturn" if "outturn" in line.sums else "actual"
    budget, spend, variance = line.figure("budget"), line.figure(outturn), line.figure("variance")
    if budget is not None and spend is not None and variance is not None:
        computed = difference(spend, budget)
        if not _near(computed, variance):
            told = f"the variance printed is {_money(variance)}, but {outturn} less budget is {_money(computed)}"
            yield _finding(paper, line, "arithmetic.variance", told, ("variance", outturn, "budget"), computed)
    yield from _of_percent(paper, line, budget, variance)
    planned, risk = line.figure("savings_proposed"), line.figure("savings_risk")
    achieved = line.figure("savings_achieved") or line.figure("savings_forecast")
    if planned is not None and achieved is not None and risk is not None:
        computed = add([achieved, risk])
        if not _near(computed, planned):
            told = f"the saving printed is {_money(planned)}, but its parts come to {_money(computed)}"
            columns = ("savings_proposed", "savings_achieved", "savings_forecast", "savings_risk")
            yield _finding(paper, line, "arithmetic.savings", told, columns, computed)


def _of_percent(paper: Paper, line: Line, budget: Figure | None, variance: Figure | None) -> Iterator[Finding]:
    percent = line.percent.figure if line.percent is not None else None
    if not isinstance(percent, Figure) or budget is None or variance is None or budget.value == 0:
        return
    computed = variance.value * 100 / abs(budget.value)
    low, high = percent.interval.low, percent.interval.high
    if low is None or high is None or low - _SLACK <= computed <= high + _SLACK:
        return
    told = f"{percent.printed} is printed, but {_money(variance)} of {_money(budget)} is {computed:.1f}%"
    yield _finding(paper, line, "arithmetic.percent", told, ("variance", "budget"), None, line.percent)


def _of_totals(paper: Paper, lines: Sequence[Line]) -> Iterator[Finding]:
    for at, total in enumerate(lines):
        if not total.total:
            continue
        for column, called in _SUMMED.items():
            printed = total.figure(column)
            sums = _meant(lines[:at], column)
            if printed is None or not sums or any(_near(summed, printed) for summed, _ in sums):
                continue
            if column == "variance" and _differs_already(total):
                continue
            computed, parts = min(sums, key=lambda one: abs(one[0].value - printed.value))
            told = f"the {called} printed is {_money(printed)}, but the lines come to {_money(computed)}"
            yield _finding(
                paper, total, "arithmetic.total", told, (column,), computed, *(part.sums[column] for part in parts)
            )


def _differs_already(total: Line) -> bool:
    """Whether budget and forecast of a total give its variance: then a sum that differs follows from theirs."""
    budget, spend, variance = total.figure("budget"), total.figure("outturn"), total.figure("variance")
    return bool(budget and spend and variance and not _near(difference(spend, budget), variance))


def _meant(lines: Sequence[Line], column: str) -> list[tuple[Figure, list[Line]]]:
    """The sums that a total below some lines may be meant as."""
    last = max((at for at, line in enumerate(lines) if line.total), default=-1)
    since = [line for line in lines[last + 1 :] if line.figure(column) is not None]
    single = [line for line in lines if not line.total and line.figure(column) is not None]
    totals = [line for line in lines if line.total and line.figure(column) is not None]
    after = [*([lines[last]] if last >= 0 and lines[last].figure(column) is not None else []), *since]
    choices = [since, single, [*totals, *since], after] if last >= 0 else [single]
    found = []
    for choice in choices:
        figures = [figure for line in choice if (figure := line.figure(column)) is not None]
        if len(figures) >= 2 or (figures and choice is since):
            found.append((add(figures), choice))
    return found


def _near(one: Figure, two: Figure) -> bool:
    return one.interval.overlaps(two.interval)


def _finding(
    paper: Paper,
    line: Line,
    code: str,
    message: str,
    columns: Sequence[str],
    computed: Figure | None,
    *more: BudgetLine | Observation | None,
) -> Finding:
    records = [*(line.sums[column] for column in columns if column in line.sums), *(one for one in more if one)]
    return Finding(
        code=code,
        priority=Priority.MEDIUM,
        authority=paper.authority,
        message=f"{line.service or 'Total'}: {message}",
        rule=_RULE,
        citations=tuple(record.citation for record in records),
        records=tuple(record.id for record in records),
        subject=line.service or "Total",
        document=name_of(paper),
        expected=None if computed is None else pounds(computed.value),
        state="does not add up",
    )


def _money(figure: Figure) -> str:
    return f"£{plain_number(figure.value)}" if figure.value >= 0 else f"-£{plain_number(-figure.value)}"

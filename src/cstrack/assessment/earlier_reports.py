"""What a report says the last one said, beside what that one did say."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, name_of, of_paper
from cstrack.assessment.table_lines import Line, table_lines
from cstrack.model.finding import Finding, Priority
from cstrack.values.wording import pounds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register
    from cstrack.values.figure import Figure


@final
@frozen
class EarlierVariances:
    """Variances "of the last report" that the last report did not print."""

    id: str = "core.earlier_variances"
    title: str = "variances of the last report"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a service whose earlier variance is told otherwise than it was; of totals, only where no line differs.

        Source:
            docs/explanation/fair-reading.md, "Numbers".
        """
        del history
        dated = [
            (paper.date.last_day, paper) for paper in assessable(register, as_of) if paper.date and paper.date.last_day
        ]
        before: dict[str | None, dict[tuple[str, str], Line]] = {}
        for _, paper in sorted(dated, key=lambda one: one[0]):
            lines = _lines(register, paper)
            found = [one for line in lines.values() for one in _differing(paper, line, before.get(paper.authority, {}))]
            of_lines = [one for line, one in found if not line.total]
            yield from of_lines or [one for _, one in found]
            if lines:
                before[paper.authority] = lines


def _lines(register: Register, paper: Paper) -> dict[tuple[str, str], Line]:
    tables = table_lines(of_paper(register.budgets, paper), of_paper(register.observations, paper))
    return {(line.fund, line.service.casefold()): line for lines in tables for line in lines}


def _differing(paper: Paper, line: Line, before: dict[tuple[str, str], Line]) -> Iterator[tuple[Line, Finding]]:
    earlier = before.get((line.fund, line.service.casefold()))
    told = line.figure("previous_variance")
    said = earlier.figure("variance") if earlier is not None else None
    if earlier is None or told is None or said is None or told.interval.overlaps(said.interval):
        return
    cited = (line.sums["previous_variance"], earlier.sums["variance"])
    yield (
        line,
        Finding(
            code="budget.earlier_variance_differs",
            priority=Priority.MEDIUM,
            authority=paper.authority,
            message=f"{line.service}: gives the last report's variance as {_money(told)}; that report printed {_money(said)}",
            rule="what a report says of the last one, beside the last one",
            citations=tuple(one.citation for one in cited),
            records=tuple(one.id for one in cited),
            subject=line.service,
            document=name_of(paper),
            expected=pounds(said.value),
            state="differs from the last report",
        ),
    )


def _money(figure: Figure) -> str:
    return pounds(figure.value) if figure.value >= 0 else f"-{pounds(-figure.value)}"

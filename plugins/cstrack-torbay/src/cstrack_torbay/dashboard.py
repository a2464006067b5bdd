"""The dashboard for the Members Monitoring Group: indicators, spending by year, the state of each resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.plugin import About, DecisionOutcome, Measure, NotStated, day_in_words, figure_in_words
from cstrack_torbay.page import cells, page, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.plugin import (
        Amount,
        Decision,
        ExportContext,
        Finding,
        FundingMovement,
        Observation,
        Period,
        Record,
        Register,
    )

#: Measures that a monitoring group looks at, in the order in which they are told.
_SPENDING = (
    Measure.BUDGET,
    Measure.SPEND,
    Measure.OVERSPEND,
    Measure.UNDERSPEND,
    Measure.SAVING,
    Measure.INVESTMENT,
    Measure.CONTINGENCY,
    Measure.RESERVE,
    Measure.LOAN,
)

#: Units of time.
_TIMES = frozenset({"day", "working_day", "week", "month", "year"})


@final
@frozen(kw_only=True)
class Dashboard:
    """Torbay's dashboard, as one page of HTML.

    Attributes:
        id: its id.
        title: what it writes.
        suffix: of the file.
        authorities: Torbay alone.
    """

    id: str = "torbay.dashboard"
    title: str = "Torbay's dashboard for the Members Monitoring Group (HTML)"
    suffix: str = ".html"
    authorities: frozenset[str] = frozenset({"E06000027"})

    def export(self, register: Register, findings: Sequence[Finding], context: ExportContext) -> bytes:
        """The page. No colour and no arrow says whether a number is good: most indicators have no good direction."""
        known = register.published_by(context.as_of)
        parts = (
            table(
                "Indicators",
                ("Indicator", "Reported figure", "Period or day", "Target", "Read in"),
                _indicators(known),
            ),
            table("Spending by year", ("Year", "What", "Amount", "Basis", "Subject", "Read in"), _spending(known)),
            table(
                "Reserves, repayment and other movements",
                ("From", "To", "Amount", "Years", "Read in"),
                _movements(known),
            ),
            table(
                "State of each resolution",
                ("No.", "Resolution", "Outcome", "When", "State", "Read in"),
                _resolutions(known, findings),
            ),
            table("Points to check", ("Point", "Priority", "Paper"), _points(findings)),
            table("Papers", ("Paper", "Date", "File"), _papers(register, known)),
        )
        as_at = f"As at {day_in_words(context.as_of)}" if context.as_of else "No day given"
        return page(context.title, as_at, parts).encode("utf-8", "replace")


def _indicators(register: Register) -> Iterator[str]:
    targets = {target.indicator or target.label: target for target in register.targets if target.about is About.OWN}
    for seen in register.observations:
        if seen.about is About.OWN and seen.label and _tells(seen):
            target = targets.pop(seen.indicator or seen.label, None)
            aimed = _amount(target.figure) if target else ""
            yield cells(seen.label, _amount(seen.figure), _when(seen.period), aimed, _place(seen))
    for target in targets.values():
        yield cells(
            target.label, "no figure", _when(target.due or target.period), _amount(target.figure), _place(target)
        )


def _spending(register: Register) -> Iterator[str]:
    lines = [line for line in register.budgets if line.measure in _SPENDING]
    for line in sorted(lines, key=lambda one: (_when(one.period) or "~", _SPENDING.index(one.measure), one.id)):
        subject = line.service or line.label
        basis = line.basis.value if line.basis else "not stated"
        yield cells(
            _when(line.period) or "not stated", line.measure.value, _amount(line.figure), basis, subject, _place(line)
        )


def _movements(register: Register) -> Iterator[str]:
    for movement in register.movements:
        yield cells(
            movement.source or "not stated",
            movement.destination or "not stated",
            _amount(movement.figure),
            _years(movement),
            _place(movement),
        )


def _years(movement: FundingMovement) -> str:
    return ", ".join(
        part for part in (_when(movement.period), movement.recurrence.value) if part and part != "not stated"
    )


def _resolutions(register: Register, findings: Sequence[Finding]) -> Iterator[str]:
    for decision in register.decisions:
        if decision.outcome is not DecisionOutcome.RECOMMENDED:
            yield cells(
                decision.number or "",
                decision.text,
                decision.outcome.value,
                _when(decision.on),
                state_of(decision, register, findings),
                _place(decision),
            )


def state_of(decision: Decision, register: Register, findings: Sequence[Finding]) -> str:
    """What is known of a resolution: by the findings about it and its actions, else by where its actions stand."""
    concerned = {decision.id, *decision.creates}
    told = [finding.state for finding in findings if finding.state and not concerned.isdisjoint(finding.records)]
    if not told:
        told = [
            action.lifecycle.value.replace("_", " ") for action in register.actions if action.id in decision.creates
        ]
    return ", ".join(dict.fromkeys(told)) or "nothing later is reported"


def _points(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield cells(finding.message, finding.priority.value, finding.document)


def _papers(register: Register, known: Register) -> Iterator[str]:
    for paper in register.papers:
        later = "" if paper in known.papers else " (not yet published on that day, and left out above)"
        yield cells(paper.title or paper.source.name, f"{_when(paper.date) or 'undated'}{later}", paper.source.name)


def _amount(figure: Amount) -> str:
    return figure_in_words(figure)


def _tells(seen: Observation) -> bool:
    """A number is an indicator where the field's catalogue names one, or what is counted is said; a length of time is none."""
    if seen.indicator is not None or isinstance(seen.figure, NotStated):
        return True
    return seen.figure.noun is not None and seen.figure.unit not in _TIMES


def _when(period: Period | None) -> str:
    return period.label if period else ""


def _place(record: Record) -> str:
    citation = record.citation
    return f"{citation.source.name}, {citation.section}" if citation.section else citation.source.name

"""What an authority's papers say, subject by subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cstrack.export import money, spoken, tables
from cstrack.export.report import Section, Table
from cstrack.model.action import Action
from cstrack.model.budget import BudgetLine, FundingMovement
from cstrack.model.indicator import Observation
from cstrack.model.record import About, Record
from cstrack.model.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.model.finding import Finding
    from cstrack.model.register import Register

R = TypeVar("R", bound=Record)

_OWN = frozenset({About.OWN, About.COUNCIL})
_ABOUT_SOMEBODY = (Action, BudgetLine, FundingMovement, Observation, Target)


def summarise(register: Register, findings: Sequence[Finding]) -> tuple[Section, ...]:
    """The summary of one authority.

    Due lists and totals hold the authority's own; what is about others stands apart.

    Args:
        register: the authority's own part, papers of the day only.
        findings: its points to check; the states of actions and targets are theirs.

    Returns:
        One section a subject. A subject on which the papers say nothing is left out: each paper's page says so.
    """
    sections = (
        _section("Plans and priorities", tables.plans(register.plans), tables.objectives(register.objectives)),
        _section(
            "Targets",
            tables.targets(own(register.targets), states(findings, "target.")),
            spoken.progress(own(register.progress)),
        ),
        _section("Money", money.budgets(own(register.budgets)), money.movements(own(register.movements))),
        _section(
            "Actions by due date",
            tables.open_actions(own(register.actions), states(findings, "action.")),
            tables.closed_actions(own(register.actions)),
        ),
        _section("Decisions", tables.decisions(register.decisions), tables.recommended(register.recommendations)),
        _section("Reported figures", tables.observations(own(register.observations))),
        _section("Inspection", tables.judgements(register.judgements), tables.oversight(register.oversight)),
        _section("About others", tables.others(_of_others(register)), note="None of this counts above."),
    )
    return tuple(section for section in sections if section.tables)


def states(findings: Iterable[Finding], codes: str) -> dict[str, str]:
    """Where each record stands, in the findings' short words.

    Args:
        findings: points to check.
        codes: what the codes of the findings that count begin with: ``target.``.

    Returns:
        Words by id of the record.
    """
    told: dict[str, dict[str, None]] = {}
    for finding in findings:
        if finding.state and finding.code.startswith(codes):
            for record in finding.records:
                told.setdefault(record, {})[finding.state] = None
    return {record: "; ".join(words) for record, words in told.items()}


def own(records: Iterable[R]) -> tuple[R, ...]:
    """Records about the authority itself: its services, or the whole council."""
    return tuple(record for record in records if record.about in _OWN)


def _of_others(register: Register) -> tuple[Record, ...]:
    return tuple(
        record for record in register.records if record.about not in _OWN and isinstance(record, _ABOUT_SOMEBODY)
    )


def _section(title: str, *held: Table, note: str = "") -> Section:
    return Section(title=title, note=note, tables=tuple(table for table in held if table.rows))
